/* desk-institution-choices.h: what can be chosen before linking, with a search and a filter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-institution-list.h"

G_BEGIN_DECLS

/**
 * DeskInstitutionChoiceKind:
 * @DESK_INSTITUTION_CHOICE_ON_PAGE: the end user chooses on the consent page
 * @DESK_INSTITUTION_CHOICE_INSTITUTION: the item is a #DeskInstitution
 * @DESK_INSTITUTION_CHOICE_COMING: stands for an institution that is being read
 */
typedef enum
{
  DESK_INSTITUTION_CHOICE_ON_PAGE,
  DESK_INSTITUTION_CHOICE_INSTITUTION,
  DESK_INSTITUTION_CHOICE_COMING,
} DeskInstitutionChoiceKind;

#define DESK_TYPE_INSTITUTION_CHOICES (desk_institution_choices_get_type ())
G_DECLARE_FINAL_TYPE (DeskInstitutionChoices, desk_institution_choices, DESK, INSTITUTION_CHOICES, GObject)

DeskInstitutionChoices    *desk_institution_choices_new          (void);

/**
 * desk_institution_choices_get_model:
 *
 * Returns: (transfer none): of #GObject: the choice on the page first, always, then the institutions that are found, then
 *   what is coming
 */
GListModel                *desk_institution_choices_get_model    (DeskInstitutionChoices *self);

/* @institutions: (nullable): a list of #DeskInstitution */
void                       desk_institution_choices_set_list     (DeskInstitutionChoices *self,
                                                                  GListModel             *institutions);

/* @text: (nullable): what the name must contain, in any case */
void                       desk_institution_choices_set_search   (DeskInstitutionChoices *self,
                                                                  const char             *text);

/* @industry: (nullable): `banking`, `energy` */
void                       desk_institution_choices_set_industry (DeskInstitutionChoices *self,
                                                                  const char             *industry);

/* Whether rows stand for what is being read. */
void                       desk_institution_choices_set_coming   (DeskInstitutionChoices *self,
                                                                  gboolean                coming);

/* Returns: how many institutions are found */
guint                      desk_institution_choices_count        (DeskInstitutionChoices *self);

/* @item: of the model */
DeskInstitutionChoiceKind  desk_institution_choices_get_kind     (DeskInstitutionChoices *self,
                                                                  gpointer                item);

/* Whether the user may choose this item of the model. @item: (nullable) */
gboolean                   desk_institution_choices_can_choose   (DeskInstitutionChoices *self,
                                                                  gpointer                item);

/**
 * desk_institution_choices_find:
 * @institution_id: (nullable): %NULL for the choice on the page
 *
 * Returns: its position in the model; %GTK_INVALID_LIST_POSITION if it is not there or the search hides it
 */
guint                      desk_institution_choices_find         (DeskInstitutionChoices *self,
                                                                  const char             *institution_id);

G_END_DECLS
