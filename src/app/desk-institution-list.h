/* desk-institution-list.h: the institutions that an account can be linked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-api-client.h"

G_BEGIN_DECLS

/**
 * DeskInstitutionListState:
 * @DESK_INSTITUTION_LIST_IDLE: nothing was asked for yet, or the question was taken back
 * @DESK_INSTITUTION_LIST_LOADING: asked for
 * @DESK_INSTITUTION_LIST_FAILED: desk_institution_list_get_error() says why
 * @DESK_INSTITUTION_LIST_READY: the list is complete
 */
typedef enum
{
  DESK_INSTITUTION_LIST_IDLE,
  DESK_INSTITUTION_LIST_LOADING,
  DESK_INSTITUTION_LIST_FAILED,
  DESK_INSTITUTION_LIST_READY,
} DeskInstitutionListState;

/**
 * DeskInstitutionList:
 *
 * A #GListModel of #DeskInstitution, of both industries: those that may be used by priority, then name, and after them,
 * in the same order, those that may not.
 *
 * #DeskInstitutionList::state-changed is emitted after the state has changed.
 */
#define DESK_TYPE_INSTITUTION_LIST (desk_institution_list_get_type ())
G_DECLARE_FINAL_TYPE (DeskInstitutionList, desk_institution_list, DESK, INSTITUTION_LIST, GObject)

/* Asks for nothing before desk_institution_list_load(). A question that is open ends with the list. */
DeskInstitutionList      *desk_institution_list_new       (DeskApiClient       *client);

/**
 * desk_institution_list_load:
 *
 * Asks the service, also again. An older question that is still open is taken back. What was there stays until the
 * answer comes, and if it cannot be got.
 */
void                      desk_institution_list_load      (DeskInstitutionList *self);

/* Takes an open question back: the list is idle then, with what it had. */
void                      desk_institution_list_cancel    (DeskInstitutionList *self);
DeskInstitutionListState  desk_institution_list_get_state (DeskInstitutionList *self);

/* Returns: (transfer none) (nullable): in #DESK_API_ERROR or #G_IO_ERROR; %NULL unless the list has failed */
const GError             *desk_institution_list_get_error (DeskInstitutionList *self);

/**
 * desk_institution_list_find:
 * @institution_id: (nullable)
 *
 * Returns: (transfer none) (nullable): the institution, also if it may not be used
 */
DeskInstitution          *desk_institution_list_find      (DeskInstitutionList *self,
                                                           const char          *institution_id);

G_END_DECLS
