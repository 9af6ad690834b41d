/* desk-institution-factory.h: makes the rows of the choices before linking
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-institution-choices.h"

G_BEGIN_DECLS

/**
 * desk_institution_factory_new:
 * @choices: whose model the list shows; a row that may not be chosen can neither be selected nor activated
 */
GtkListItemFactory *desk_institution_factory_new         (DeskInstitutionChoices *choices);

/**
 * desk_institution_factory_find_widget:
 * @list_view: has such a factory
 * @item: of its model
 *
 * Returns: (transfer none) (nullable): the widget that takes the focus for the item; %NULL if it is far from what is
 *   shown
 */
GtkWidget          *desk_institution_factory_find_widget (GtkListView            *list_view,
                                                          gpointer                item);

G_END_DECLS
