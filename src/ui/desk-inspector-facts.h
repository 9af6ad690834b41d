/* desk-inspector-facts.h: everything about an attempt but its bodies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-inspector-entry.h"

G_BEGIN_DECLS

/**
 * desk_inspector_facts_new:
 *
 * Returns: (transfer floating): a grid of names and values under headings: the attempt, its phases, the headers. The values
 *   can be selected and copied.
 */
GtkWidget *desk_inspector_facts_new (DeskInspectorEntry *entry);

G_END_DECLS
