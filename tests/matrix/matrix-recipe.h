/* matrix-recipe.h: how each outcome is provoked, and what is expected of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-link-way.h"

G_BEGIN_DECLS

typedef struct _MatrixStage MatrixStage;

typedef void (*MatrixStep) (MatrixStage *stage);

/**
 * MatrixRecipe:
 * @name: the code or alias that is provoked, and that is received
 * @fault: (nullable): of the sandbox
 * @cancel_at: (nullable): the screen on which Cancel is pressed
 * @stop_at: (nullable): the screen on which nothing is pressed any more
 * @prepare: (nullable): done before the dialog opens
 * @act: (nullable): done on the screen @act_at, before anything is pressed there
 * @act_at: (nullable): that screen
 * @check: (nullable): done as the page has reported its result and the service is asked
 * @at_page: (nullable): done when the dialog shows @page
 * @page: (nullable): the name of that page
 * @n_granted: how many active consents there are in the end at the service
 * @hurries: whether time runs faster from the start, and not only while the service is asked
 * @leaves_frame: whether an embedded page cannot stay in its frame and goes on at top level
 * @has_error_id: whether the page or the service gives an error id
 * @has_no_error_uri: whether none says where it is explained, although there is an error id
 * @says_why: whether the program may say itself why, where neither page nor service sent words
 * @may_lack_session: whether the attempt may end before the session is there
 * @has_no_browser: whether there is none
 * @closes: whether the user closes the dialog, so that there is no result page
 */
typedef struct
{
  const char *name;
  const char *fault;
  const char *cancel_at;
  const char *stop_at;
  MatrixStep prepare;
  MatrixStep act;
  const char *act_at;
  MatrixStep check;
  MatrixStep at_page;
  const char *page;
  guint n_granted;
  gboolean hurries;
  gboolean leaves_frame;
  gboolean has_error_id;
  gboolean has_no_error_uri;
  gboolean says_why;
  gboolean may_lack_session;
  gboolean has_no_browser;
  gboolean closes;
} MatrixRecipe;

/* Returns: (transfer none) (nullable): how to provoke it in @way */
const MatrixRecipe *matrix_recipe_find (const char  *name,
                                        DeskLinkWay  way);

G_END_DECLS
