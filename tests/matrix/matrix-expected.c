/* matrix-expected.c: what a cell must show and keep
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "matrix-expected.h"

#include "desk-json.h"
#include "matrix-seams.h"
#include "matrix-sent.h"

/* Returns: (transfer full) (nullable): a text of what the service answered as a session was asked for */
static char *
dup_answered (MatrixStage *stage,
              const char  *member)
{
  const char *answer = matrix_proxy_get_answer (stage->proxy, MATRIX_SESSION_CALL);
  DeskJsonSlice root;

  if (answer == NULL)
    return NULL;

  g_assert_true (desk_json_parse (answer, strlen (answer), &root, NULL));

  return desk_json_slice_dup_string (desk_json_slice_get_member (root, member));
}

/* Whether the session or the error came first, only the application knows. */
static char *
dup_session_id (MatrixStage        *stage,
                const MatrixRecipe *recipe)
{
  if (recipe->may_lack_session && desk_link_attempt_get_session_id (matrix_seams_get_attempt ()) == NULL)
    return NULL;

  return dup_answered (stage, "session_id");
}

/* Where there is a session, `id` is something else.
 * Returns: (transfer full) (nullable): a text of the error that the service answered instead of a session */
static char *
dup_refused (MatrixStage *stage,
             const char  *member)
{
  g_autofree char *session_id = dup_answered (stage, "session_id");

  return session_id == NULL ? dup_answered (stage, member) : NULL;
}

/* Those who watch the consents may see a new one before its page is back. */
static const char *
get_cause (const DeskOutcome *outcome)
{
  if (!g_str_equal (outcome->code, DESK_OUTCOME_LINKED) || matrix_sent_get ()->is_completed)
    return outcome->cause;

  return "A new consent appeared at the service while the page was open; the page itself reported no result.";
}

static DeskLinkWay
get_last_way (MatrixStage        *stage,
              const MatrixRecipe *recipe)
{
  return recipe->leaves_frame && stage->way == DESK_LINK_WAY_EMBEDDED ? DESK_LINK_WAY_REDIRECT : stage->way;
}

MatrixExpected *
matrix_expected_new (MatrixStage        *stage,
                     const MatrixRecipe *recipe,
                     const DeskOutcome  *outcome)
{
  MatrixExpected *self = g_new0 (MatrixExpected, 1);
  const MatrixSent *sent = matrix_sent_get ();
  g_autoptr(GPtrArray) granted = matrix_stage_list_granted (stage);

  matrix_compare_number (stage, "active consents at the service", granted->len, recipe->n_granted);
  self->recipe = recipe;
  self->outcome = outcome;
  self->is_linked = g_str_equal (outcome->code, DESK_OUTCOME_LINKED);
  self->cause = get_cause (outcome);
  self->way = get_last_way (stage, recipe);
  self->session_id = dup_session_id (stage, recipe);
  self->consent_id = self->is_linked && granted->len > 0 ? g_strdup (g_ptr_array_index (granted, 0)) : NULL;
  self->institution_id = self->is_linked ? stage->institution_id : NULL;
  self->error_id = sent->error_id != NULL ? g_strdup (sent->error_id) : dup_refused (stage, "id");
  self->error_uri = g_strdup (sent->error_uri);
  self->description = sent->description != NULL ? g_strdup (sent->description) : dup_refused (stage, "message");

  return self;
}

void
matrix_expected_free (MatrixExpected *self)
{
  g_free (self->session_id);
  g_free (self->consent_id);
  g_free (self->error_id);
  g_free (self->error_uri);
  g_free (self->description);
  g_free (self);
}

void
matrix_compare_text (MatrixStage *stage,
                     const char  *what,
                     const char  *found,
                     const char  *wanted)
{
  if (g_strcmp0 (found, wanted) != 0)
    matrix_stage_fail (stage, "%s is “%s”, not “%s”", what, found != NULL ? found : "none",
                       wanted != NULL ? wanted : "none");
}

void
matrix_compare_number (MatrixStage *stage,
                       const char  *what,
                       guint        found,
                       guint        wanted)
{
  if (found != wanted)
    matrix_stage_fail (stage, "%s: %u, not %u", what, found, wanted);
}
