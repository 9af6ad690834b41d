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
 * @sandbox: where the faults are
 * @proxy: before its API
 * @end_user_id: (nullable): whose account is linked
 * @dialog: (nullable): while it is there
 * @failures: (element-type utf8): what is not as it should be in this cell
 * @pictures: (type filename): the folder of the pictures
 * @picture: (nullable): the name of this cell's picture, without its suffix
 */
struct _MatrixStage
{
  DeskTestSandbox *sandbox;
  MatrixProxy *proxy;
  char *end_user_id;
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

/* Notes it if a screen was left out, or was there twice: nobody should have to do a step again. */
void           matrix_stage_check_screens (MatrixStage     *self);

/* Notes that something is not as it should be. */
void           matrix_stage_fail      (MatrixStage         *self,
                                       const char          *format,
                                       ...) G_GNUC_PRINTF (2, 3);

/* Returns: how many consents of the end user the directory has */
guint          matrix_stage_count_known   (MatrixStage     *self);

/* Returns: how many active consents of the end user the sandbox has */
guint          matrix_stage_count_granted (MatrixStage     *self);

/* Takes the picture of this cell: of @window over its parent. */
void           matrix_stage_take_picture  (MatrixStage     *self,
                                           GtkWindow       *window);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatrixStage, matrix_stage_free)

G_END_DECLS
