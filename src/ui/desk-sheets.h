/* desk-sheets.h: which records have a sheet of their own, and what it says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-json.h"
#include "desk-resource.h"
#include "desk-sheet.h"

G_BEGIN_DECLS

/**
 * desk_sheets_has:
 *
 * Returns: whether records of @resource, or their details, are shown as a sheet
 */
gboolean   desk_sheets_has   (const DeskResource *resource);

/**
 * desk_sheets_make:
 * @resource: a data set for which desk_sheets_has() is so
 * @record: a received record of it, whatever its shape
 *
 * Returns: (transfer full): the sheet; it holds nothing of @record
 */
DeskSheet *desk_sheets_make  (const DeskResource *resource,
                              DeskJsonSlice       record);

/**
 * desk_sheets_make_async:
 * @record: the received bytes of the record
 *
 * Does so on a worker thread: a product of 170 KB takes longer than a frame.
 *
 * desk_sheets_make_finish() returns: (transfer full) (nullable): the sheet; %NULL with @error set in #G_IO_ERROR or
 *   #DESK_JSON_ERROR
 */
void       desk_sheets_make_async  (const DeskResource   *resource,
                                    GBytes               *record,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
DeskSheet *desk_sheets_make_finish (GAsyncResult         *result,
                                    GError              **error);

/* Each fills a sheet with one kind of record. */
void       desk_sheets_add_product     (DeskSheet     *sheet,
                                        DeskJsonSlice  product);
void       desk_sheets_add_plan        (DeskSheet     *sheet,
                                        DeskJsonSlice  plan);
void       desk_sheets_add_energy_account (DeskSheet  *sheet,
                                        DeskJsonSlice  account);
void       desk_sheets_add_invoice     (DeskSheet     *sheet,
                                        DeskJsonSlice  invoice);
void       desk_sheets_add_income      (DeskSheet     *sheet,
                                        DeskJsonSlice  income);

G_END_DECLS
