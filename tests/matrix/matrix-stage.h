/* matrix-stage.h: the real window on the real sandbox, and one attempt after the other in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-consent-dialog.h"
#include "desk-link-attempt.h"
#include "desk-test-sandbox.h"
#include "matrix-proxy.h"
#include "matrix-recipe.h"

G_BEGIN_DECLS

/**
 * MatrixStage:
 * @way: in which every attempt begins
 * @sandbox: where the faults are
 * @proxy: before its API
 * @end_user_id: (nullable): whose account is linked
 * @institution_id: (nullable): which institution is chosen on the page
 * @dialog: (nullable): while it is there
 * @failures: (element-type utf8): what is not as it should be in this cell
 * @pictures: (type filename): the folder of the pictures
 * @picture: (nullable): the name of this cell's picture, without its suffix
 */
struct _MatrixStage
{
  DeskLinkWay way;
  DeskTestSandbox *sandbox;
  MatrixProxy *proxy;
  char *end_user_id;
  const char *institution_id;
  DeskConsentDialog *dialog;
  GPtrArray *failures;
  const char *pictures;
  char *picture;
};

/**
 * matrix_stage_new:
 * @folder: (type filename): where everything lies that is kept, besides pictures
 *
 * Returns: (transfer full) (nullable): %NULL if @way needs a browser that is not there
 */
MatrixStage   *matrix_stage_new       (const char          *folder,
                                       DeskLinkWay          way);
void           matrix_stage_free      (MatrixStage         *self);

/**
 * matrix_stage_run:
 * @institution_id: which institution is chosen on the page
 *
 * Provokes the outcome, for a new end user. Afterwards the result page is there, unless the recipe closes the dialog.
 */
void           matrix_stage_run       (MatrixStage         *self,
                                       const MatrixRecipe  *recipe,
                                       const char          *institution_id);

/* Ends what matrix_stage_run() began: the dialog, faults, rules. */
void           matrix_stage_clear     (MatrixStage         *self);

/* @object: (transfer full): what must be there until this cell ends */
void           matrix_stage_keep      (MatrixStage         *self,
                                       GObject             *object);

/* Turns a fault of the sandbox on or off. */
void           matrix_stage_switch_fault  (MatrixStage     *self,
                                           const char      *fault,
                                           gboolean         on);

/* Returns: (transfer none): the code that is provoked in this cell */
const char    *matrix_stage_get_name  (MatrixStage         *self);

/* Notes it if a screen was left out, or was there twice: nobody should have to do a step again. */
void           matrix_stage_check_screens (MatrixStage     *self);

/* Notes that something is not as it should be. */
void           matrix_stage_fail      (MatrixStage         *self,
                                       const char          *format,
                                       ...) G_GNUC_PRINTF (2, 3);

/* Returns: how many consents of the end user the directory has */
guint          matrix_stage_count_known   (MatrixStage     *self);

/* Returns: (transfer full) (element-type utf8): the ids of the active consents that the sandbox has of the end user */
GPtrArray     *matrix_stage_list_granted  (MatrixStage     *self);

/* Returns: (transfer none): a #GListModel of #DeskLinkRecord: what is kept of the attempts of the end user, newest first */
GListModel    *matrix_stage_get_records   (MatrixStage     *self);

/**
 * matrix_stage_take_picture:
 * @name: (nullable): of what is there before the end; %NULL for the picture of the cell
 *
 * Takes a picture of @window over its parent.
 */
void           matrix_stage_take_picture  (MatrixStage     *self,
                                           GtkWindow       *window,
                                           const char      *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatrixStage, matrix_stage_free)

G_END_DECLS
