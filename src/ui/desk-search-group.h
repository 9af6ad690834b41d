/* desk-search-group.h: a group of rows with a search entry above them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DESK_TYPE_SEARCH_GROUP (desk_search_group_get_type ())
G_DECLARE_FINAL_TYPE (DeskSearchGroup, desk_search_group, DESK, SEARCH_GROUP, AdwPreferencesGroup)

/* @placeholder: what is searched for, also for assistive technologies */
GtkWidget *desk_search_group_new         (const char      *placeholder);

/* @text: what @row is found by; upper and lower case are one */
void       desk_search_group_add_row     (DeskSearchGroup *self,
                                          GtkWidget       *row,
                                          const char      *text);
void       desk_search_group_remove_rows (DeskSearchGroup *self);
void       desk_search_group_focus       (DeskSearchGroup *self);

G_END_DECLS
