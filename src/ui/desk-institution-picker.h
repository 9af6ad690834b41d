/* desk-institution-picker.h: the page on which the institution is chosen before linking
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "desk-institution-list.h"

G_BEGIN_DECLS

/**
 * DeskInstitutionPicker:
 *
 * The first choice is always that the end user chooses on the consent page, and it is the default.
 *
 * Typing anywhere in the page starts the search. The arrow keys change the choice, Enter and a click make it. Escape
 * leaves the search first; without a search it is not taken.
 *
 * Property: `institution-id` (nullable), writable: what is marked, and to begin with preselected; %NULL for the choice
 * on the page. An id that the service turns out not to offer becomes %NULL.
 *
 * Signal: `chosen` (institution_id: (nullable) utf8), by a click or Enter.
 */
#define DESK_TYPE_INSTITUTION_PICKER (desk_institution_picker_get_type ())
G_DECLARE_FINAL_TYPE (DeskInstitutionPicker, desk_institution_picker, DESK, INSTITUTION_PICKER, AdwBin)

GtkWidget  *desk_institution_picker_new                (void);

/**
 * desk_institution_picker_set_list:
 * @list: (nullable): is asked to load if nothing asked it yet, and again when the user says so
 */
void        desk_institution_picker_set_list           (DeskInstitutionPicker *self,
                                                        DeskInstitutionList   *list);

/* Returns: (transfer none) (nullable): %NULL for the choice on the page */
const char *desk_institution_picker_get_institution_id (DeskInstitutionPicker *self);

/* @institution_id: (nullable) */
void        desk_institution_picker_set_institution_id (DeskInstitutionPicker *self,
                                                        const char            *institution_id);

/* Puts the focus on what is marked. */
void        desk_institution_picker_focus              (DeskInstitutionPicker *self);

G_END_DECLS
