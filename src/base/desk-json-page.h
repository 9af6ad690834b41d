/* desk-json-page.h: one received page of records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "desk-json.h"

G_BEGIN_DECLS

#define DESK_TYPE_JSON_PAGE (desk_json_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskJsonPage, desk_json_page, DESK, JSON_PAGE, GObject)

/**
 * desk_json_page_new:
 * @bytes: the received body
 * @root_keys: (array zero-terminated=1) (nullable): the members that may hold the
 *   records, first match counts; %NULL takes the whole body as one record.
 *   A bare array at the root is accepted whatever the keys (fiskil-api.md 1.4);
 *   a single object under a key is one record.
 *
 * Returns: (transfer full) (nullable): the page, or %NULL with @error set in #DESK_JSON_ERROR:
 *   %DESK_JSON_ERROR_SHAPE if none of @root_keys is there
 */
DeskJsonPage  *desk_json_page_new           (GBytes             *bytes,
                                             const char *const  *root_keys,
                                             GError            **error);
guint          desk_json_page_get_n_records (DeskJsonPage       *self);

/**
 * desk_json_page_get_record:
 *
 * Returns: the received bytes of one record; valid as long as the page
 */
DeskJsonSlice  desk_json_page_get_record    (DeskJsonPage       *self,
                                             guint               position);

/**
 * desk_json_page_get_root:
 *
 * Returns: the whole body; valid as long as the page
 */
DeskJsonSlice  desk_json_page_get_root      (DeskJsonPage       *self);

/**
 * desk_json_page_dup_next:
 *
 * Returns: (transfer full) (nullable): `links.next`, or %NULL on the last page
 *   (absent, null and "" are the same)
 */
char          *desk_json_page_dup_next      (DeskJsonPage       *self);

G_END_DECLS
