/* desk-quality-save.h: asks where to, and writes findings as CSV
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * desk_quality_save:
 * @widget: of the window that asks, and says in a toast what became of it
 * @findings: of #DeskQualityFinding
 * @who: whose data they are about, for the name of the file
 *
 * The file is whole or not there, and only its owner may read it: examples are personal data.
 */
void desk_quality_save (GtkWidget  *widget,
                        GListModel *findings,
                        const char *who);

G_END_DECLS
