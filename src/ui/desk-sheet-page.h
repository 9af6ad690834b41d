/* desk-sheet-page.h: a data set of one record, as a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-context.h"

G_BEGIN_DECLS

#define DESK_TYPE_SHEET_PAGE (desk_sheet_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskSheetPage, desk_sheet_page, DESK, SHEET_PAGE, GtkWidget)

/**
 * desk_sheet_page_new:
 * @resource: has one record for an end user; desk_sheets_has() it
 *
 * Kept up to date with the store.
 */
GtkWidget *desk_sheet_page_new (DeskContext        *context,
                                DeskEndUser        *end_user,
                                const DeskResource *resource);

G_END_DECLS
