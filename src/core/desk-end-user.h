/* desk-end-user.h: a person or business whose data is shared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "desk-json.h"
#include "desk-mask.h"

G_BEGIN_DECLS

#define DESK_TYPE_END_USER (desk_end_user_get_type ())
G_DECLARE_FINAL_TYPE (DeskEndUser, desk_end_user, DESK, END_USER, GObject)

/**
 * desk_end_user_new_from_json:
 * @slice: an object with `id`, or `end_user_id` as create answers it (fiskil-api.md 2.1)
 *
 * Properties, all strings and never empty ("" is read as %NULL): `id`, `name`, `email`, `phone`, `abn`.
 *
 * Returns: (transfer full) (nullable): %NULL with @error set in #DESK_JSON_ERROR if there is no id
 */
DeskEndUser *desk_end_user_new_from_json   (DeskJsonSlice   slice,
                                            GError        **error);
DeskEndUser *desk_end_user_new             (const char     *id,
                                            const char     *name,
                                            const char     *email,
                                            const char     *phone);
const char  *desk_end_user_get_id          (DeskEndUser    *self);
const char  *desk_end_user_get_name        (DeskEndUser    *self);
const char  *desk_end_user_get_email       (DeskEndUser    *self);
const char  *desk_end_user_get_phone       (DeskEndUser    *self);
const char  *desk_end_user_get_abn         (DeskEndUser    *self);

/**
 * desk_end_user_set_mask:
 * @mask: (nullable): stands before what is shown of the end user, until another is set; what was received stays
 */
void         desk_end_user_set_mask        (DeskEndUser    *self,
                                            DeskMask       *mask);

/**
 * desk_end_user_get_title:
 *
 * Returns: (transfer none): for the screen: the name, else the e-mail, else the id
 */
const char  *desk_end_user_get_title       (DeskEndUser    *self);

/**
 * desk_end_user_get_subtitle:
 *
 * Returns: (transfer none) (nullable): for the screen: the e-mail, if there is a name before it
 */
const char  *desk_end_user_get_subtitle    (DeskEndUser    *self);

/**
 * desk_end_user_update_from:
 * @other: the same end user as read again; changed properties are notified
 */
void         desk_end_user_update_from     (DeskEndUser    *self,
                                            DeskEndUser    *other);

G_END_DECLS
