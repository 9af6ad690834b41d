/* desk-export-dialog.h: asks what to export, how and where to, and does it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "desk-context.h"

G_BEGIN_DECLS

#define DESK_TYPE_EXPORT_DIALOG (desk_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (DeskExportDialog, desk_export_dialog, DESK, EXPORT_DIALOG, AdwWindow)

GtkWidget *desk_export_dialog_new    (DeskContext      *context,
                                      DeskEndUser      *end_user);

/**
 * desk_export_dialog_offer:
 * @query: (nullable): the rows that are shown
 * @ids: (nullable) (element-type gint64): those of them that are selected
 * @wants_everything: whether everything of the end user is chosen at first, and not what is shown
 *
 * Offers, as far as there are such rows: the selected ones, the ones shown, their whole data set, everything of the end
 * user, everything of each consent. Once a dialog.
 */
void       desk_export_dialog_offer  (DeskExportDialog *self,
                                      const DeskQuery  *query,
                                      GArray           *ids,
                                      gboolean          wants_everything);

/**
 * desk_export_dialog_write:
 * @path: (type filename): as of #DeskExportRequest, for what is chosen
 *
 * Exports what is chosen, shows how far it is, then what became of it. Closing the dialog meanwhile ends the export and
 * comes back to the choice; so does a failure, which is told.
 */
void       desk_export_dialog_write  (DeskExportDialog *self,
                                      const char       *path);

G_END_DECLS
