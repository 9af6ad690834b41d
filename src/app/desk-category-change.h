/* desk-category-change.h: puts one transaction into another category
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-context.h"

G_BEGIN_DECLS

#define DESK_TYPE_CATEGORY_CHANGE (desk_category_change_get_type ())
G_DECLARE_FINAL_TYPE (DeskCategoryChange, desk_category_change, DESK, CATEGORY_CHANGE, GObject)

/**
 * desk_category_change_is_possible:
 * @record: (nullable): the received bytes of a transaction
 *
 * Returns: whether the service can be told which transaction is meant: it has a `fiskil_id`
 */
gboolean            desk_category_change_is_possible  (GBytes               *record);

/**
 * desk_category_change_new:
 * @record: the received bytes of a transaction for which this is possible
 * @category: the code of the new category; the service knows its list, we do not
 */
DeskCategoryChange *desk_category_change_new          (DeskContext          *context,
                                                       const char           *end_user_id,
                                                       GBytes               *record,
                                                       const char           *category);

/**
 * desk_category_change_new_undo:
 *
 * Returns: (transfer full) (nullable): the change back; %NULL if the transaction had no category
 */
DeskCategoryChange *desk_category_change_new_undo     (DeskCategoryChange   *self);

/**
 * desk_category_change_run_async:
 *
 * Asks the service for the change, once, then for the transaction itself: there is no call for a single one, so for those
 * of its account and its time (fiskil-api.md 2.6). What comes takes the place of the stored rows; nothing is edited.
 * Without an answer to the first call, the second one tells whether it was done.
 *
 * The finish function returns %FALSE with @error set in #DESK_API_ERROR if the category is not changed, or if that
 * is not known. It returns %TRUE even if the transaction could not be read again: see
 * desk_category_change_get_found_category().
 */
void                desk_category_change_run_async    (DeskCategoryChange   *self,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
gboolean            desk_category_change_run_finish   (DeskCategoryChange   *self,
                                                       GAsyncResult         *result,
                                                       GError              **error);
const char         *desk_category_change_get_category (DeskCategoryChange   *self);

/* Returns: (nullable): the code of the category that the transaction was in */
const char         *desk_category_change_get_previous_category (DeskCategoryChange *self);

/* Returns: (nullable): the code of the category that the service gave afterwards; %NULL if it did not give the
 *   transaction, so that the store still has the old row */
const char         *desk_category_change_get_found_category    (DeskCategoryChange *self);

G_END_DECLS
