/* desk-institution-row.h: one choice in the list of institutions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-institution.h"

G_BEGIN_DECLS

#define DESK_TYPE_INSTITUTION_ROW (desk_institution_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskInstitutionRow, desk_institution_row, DESK, INSTITUTION_ROW, GtkWidget)

GtkWidget *desk_institution_row_new              (void);

/* One that may not be used is insensitive and says why. */
void       desk_institution_row_show_institution (DeskInstitutionRow *self,
                                                  DeskInstitution    *institution);

/* That the end user chooses on the consent page. */
void       desk_institution_row_show_on_page     (DeskInstitutionRow *self);

/**
 * desk_institution_row_show_coming:
 * @text: (nullable): what is being read; %NULL for the bare shape of a row
 */
void       desk_institution_row_show_coming      (DeskInstitutionRow *self,
                                                  const char         *text);

G_END_DECLS
