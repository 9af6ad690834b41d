/* test-flow-walk.c: every order of events, until nothing new happens
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-link-flow-private.h"
#include "flow-driver.h"

#include <string.h>

/* How long the sequences are that are counted. The walk itself goes on until it has seen every state. */
#define SEQUENCE_LENGTH 8

/* What an attempt goes on from. */
typedef enum
{
  AFTER_NOTHING,
  AFTER_TIMEOUT,
  AFTER_ELSEWHERE,
  AFTER_CLAIM,
  AFTER_CLAIM_WITHOUT_ID,
  N_AFTERS,
} After;

/* What the page is opened for. */
typedef enum
{
  PIN_NOTHING,
  PIN_INSTITUTION,
  PIN_ARRANGEMENT,
  N_PINS,
} Pin;

typedef char *(*Step) (DeskLinkFlow *flow);

/* What the outside world would see of one attempt. */
typedef struct
{
  gboolean page_open;
  gboolean timeout_armed;
  guint    n_opened;
  guint    n_finished;
  Pin      pin;
  gboolean follows;          /* another attempt opened the page before */
  const char *claimed;       /* the consent that the page named, or the user chose */
  gboolean is_later_list;    /* the step answers a list that was asked for after the page opened */
} World;

/* One search for every state of one kind of attempt. */
typedef struct
{
  DeskLinkWay  way;
  After        after;
  Pin          pin;
  GHashTable  *seen;         /* (element-type utf8) */
  guint        n_pairs;      /* of a state and an event */
  guint        n_ends;
  guint        n_sequences;
} Walk;

/* Steps are written as letters from here on. */
#define FIRST_STEP 'A'

/* Polls after this one are all alike. */
#define N_DIFFERENT_POLLS 6

#define STEP(name, expression) static char *name (DeskLinkFlow *flow) { return expression; }

STEP (start, flow_driver_send_kind (flow, DESK_LINK_EVENT_START))
STEP (session_created, flow_driver_send_session (flow, FLOW_DRIVER_AUTH_URL))
STEP (session_unsafe, flow_driver_send_session (flow, "http://auth.fiskil.com"))
STEP (session_failed, flow_driver_send_kind (flow, DESK_LINK_EVENT_SESSION_FAILED))
STEP (listed_before, flow_driver_send_consents (flow, CONSENTS_BEFORE))
STEP (listed_new, flow_driver_send_consents (flow, CONSENTS_NEW))
STEP (listed_two, flow_driver_send_consents (flow, CONSENTS_TWO_NEW))
STEP (listed_elsewhere, flow_driver_send_consents (flow, CONSENTS_NEW_ELSEWHERE))
STEP (listed_renewed, flow_driver_send_consents (flow, CONSENTS_RENEWED))
STEP (listed_ended, flow_driver_send_consents (flow, CONSENTS_NEW_ENDED))
STEP (listed_foreign, flow_driver_send_consents (flow, CONSENTS_NEW_FOREIGN))
STEP (list_failed, flow_driver_send_kind (flow, DESK_LINK_EVENT_CONSENTS_FAILED))
STEP (page_loaded, flow_driver_send_kind (flow, DESK_LINK_EVENT_PAGE_LOADED))
STEP (network_failed, flow_driver_send_failure (flow, DESK_LINK_FAILURE_NETWORK))
STEP (tls_failed, flow_driver_send_failure (flow, DESK_LINK_FAILURE_TLS))
STEP (crashed, flow_driver_send_failure (flow, DESK_LINK_FAILURE_CRASHED))
STEP (unresponsive, flow_driver_send_failure (flow, DESK_LINK_FAILURE_UNRESPONSIVE))
STEP (browser_failed, flow_driver_send_failure (flow, DESK_LINK_FAILURE_BROWSER))
STEP (frame_refused, flow_driver_send_kind (flow, DESK_LINK_EVENT_FRAME_REFUSED))
STEP (frame_broke_out, flow_driver_send_kind (flow, DESK_LINK_EVENT_FRAME_BROKE_OUT))
STEP (completed_new, flow_driver_send_verdict (flow, DESK_LINK_VERDICT_COMPLETED, "c_new"))
STEP (completed_old, flow_driver_send_verdict (flow, DESK_LINK_VERDICT_COMPLETED, "c_old"))
STEP (completed_none, flow_driver_send_verdict (flow, DESK_LINK_VERDICT_COMPLETED, NULL))
STEP (completed_unnamed, flow_driver_send_unnamed_success (flow))
STEP (failed_code, flow_driver_send_verdict (flow, DESK_LINK_VERDICT_FAILED, "CONSENT_TIMEOUT"))
STEP (failed_invalid, flow_driver_send_verdict (flow, DESK_LINK_VERDICT_FAILED, "AUTH_SESSION_INVALID"))
STEP (failed_forged, flow_driver_send_verdict (flow, DESK_LINK_VERDICT_FAILED, DESK_OUTCOME_LINKED))
STEP (other_completed, flow_driver_send_other_verdict (flow, DESK_LINK_VERDICT_COMPLETED, "c_new"))
STEP (other_failed, flow_driver_send_other_verdict (flow, DESK_LINK_VERDICT_FAILED, "AUTH_SESSION_INVALID"))
STEP (other_crashed, flow_driver_send_other_failure (flow, DESK_LINK_FAILURE_CRASHED))
STEP (failed_clients, flow_driver_send_verdict (flow, DESK_LINK_VERDICT_FAILED, DESK_OUTCOME_TIMEOUT))
STEP (ignored, flow_driver_send_verdict (flow, DESK_LINK_VERDICT_IGNORED, NULL))
STEP (ignored_result, flow_driver_send_ignored_result (flow))
STEP (timed_out, flow_driver_send_kind (flow, DESK_LINK_EVENT_TIMEOUT))
STEP (keep_waiting, flow_driver_send_kind (flow, DESK_LINK_EVENT_KEEP_WAITING))
STEP (listener_failed, flow_driver_send_kind (flow, DESK_LINK_EVENT_LISTENER_FAILED))
STEP (taken_elsewhere, flow_driver_send_kind (flow, DESK_LINK_EVENT_TAKEN_ELSEWHERE))
STEP (chose_new, flow_driver_send_choice (flow, "c_new"))
STEP (chose_newer, flow_driver_send_choice (flow, "c_newer"))
STEP (chose_foreign, flow_driver_send_choice (flow, "c_foreign"))
STEP (poll_due, flow_driver_send_kind (flow, DESK_LINK_EVENT_POLL_DUE))
STEP (user_cancelled, flow_driver_send_kind (flow, DESK_LINK_EVENT_USER_CANCELLED))

static const Step steps[] = {
  start, session_created, session_unsafe, session_failed, listed_before, listed_new, listed_two, listed_ended,
  listed_foreign, listed_elsewhere, listed_renewed, list_failed, page_loaded, network_failed, tls_failed, crashed, unresponsive, browser_failed,
  frame_refused, frame_broke_out, completed_new, completed_old, completed_none, completed_unnamed, failed_code, failed_invalid, failed_forged, failed_clients, ignored, ignored_result,
  timed_out, keep_waiting, listener_failed, taken_elsewhere, chose_new, chose_newer, chose_foreign, poll_due,
  user_cancelled, other_completed, other_failed, other_crashed,
};

static gboolean
is_of_another_session (Step step)
{
  return step == other_completed || step == other_failed || step == other_crashed;
}

static gboolean
lists_new (Step step)
{
  return step == listed_new || step == listed_two || step == listed_elsewhere || step == listed_renewed;
}

static gboolean
lists_ours (Step        step,
            Pin         pin,
            const char *consent_id)
{
  const gboolean is_old = g_str_equal (consent_id, "c_old");

  if (pin == PIN_ARRANGEMENT || step == listed_renewed)
    return is_old && step == listed_renewed;
  if (step == listed_elsewhere && pin == PIN_INSTITUTION)
    return FALSE;

  return !is_old && (step == listed_two || g_str_equal (consent_id, "c_new"));
}

/* What the page names is real if it is new, whatever the page was opened for. */
static gboolean
is_named (Step        step,
          const char *claimed,
          const char *consent_id)
{
  return g_strcmp0 (claimed, consent_id) == 0 && lists_ours (step, PIN_NOTHING, consent_id);
}

static void
see_open (World *world)
{
  g_assert_cmpuint (world->n_finished, ==, 0);
  world->page_open = TRUE;
  world->n_opened++;
}

/* Nothing is closed that is not open. */
static void
see_end (gboolean *resource)
{
  g_assert_true (*resource);
  *resource = FALSE;
}

static void
see_finish (World       *world,
            const char  *word,
            DeskLinkWay  way,
            Step         step)
{
  g_auto(GStrv) parts = g_strsplit (word, ":", -1);
  const DeskOutcome *outcome = desk_outcome_find (parts[1]);

  world->n_finished++;
  g_assert_false (world->timeout_armed);
  g_assert_true (!world->page_open || (outcome->keeps_page && way != DESK_LINK_WAY_BROWSER));
  if (g_str_equal (parts[1], DESK_OUTCOME_LINKED))
    {
      g_assert_true (world->is_later_list && lists_new (step));
      g_assert_true (is_named (step, world->claimed, parts[2]) || lists_ours (step, world->pin, parts[2]));
    }
  g_assert_true (desk_outcome_can_occur (outcome, way));
  if (g_str_equal (parts[1], DESK_OUTCOME_TIMEOUT) || g_str_equal (parts[1], DESK_OUTCOME_USER_CANCELLED))
    g_assert_false (step == failed_clients);
}

/* The view is gone, but not the way back from the browser. */
static void
see_page_failure (World       *world,
                  const char  *word,
                  DeskLinkWay  way)
{
  g_assert_true (desk_outcome_can_occur (desk_outcome_find (word + strlen ("tell:")), way));
  g_assert_true (world->page_open == (way == DESK_LINK_WAY_BROWSER));
  g_assert_true (world->timeout_armed);
}

static void
see_word (World       *world,
          const char  *word,
          DeskLinkWay  way,
          Step         step)
{
  g_assert_cmpuint (world->n_finished, ==, 0);

  if (g_str_has_prefix (word, "top:") || g_str_has_prefix (word, "frame:") || g_str_has_prefix (word, "browser:"))
    see_open (world);
  else if (g_str_equal (word, "close"))
    see_end (&world->page_open);
  else if (g_str_equal (word, "disarm"))
    see_end (&world->timeout_armed);
  else if (g_str_has_prefix (word, "arm:"))
    world->timeout_armed = TRUE;
  else if (g_str_has_prefix (word, "tell:"))
    see_page_failure (world, word, way);
  else if (g_str_has_prefix (word, "finish:"))
    see_finish (world, word, way, step);
}

/* Where no result can come, the consents alone can end it well. */
static void
check_watches (const DeskLinkFlow *flow)
{
  if (_desk_link_flow_shows_page (flow) && (flow->elsewhere || !flow->page_open))
    g_assert_true (flow->polling || flow->listing);
}

static void
take_step (DeskLinkFlow *flow,
           World        *world,
           Step          step)
{
  gboolean was_done = desk_link_flow_get_state (flow) == DESK_LINK_STATE_DONE;
  gboolean was_opened = world->n_opened > 0 || world->follows;
  gboolean is_answer = flow->listing;
  g_autofree char *claimed = flow->claim != NULL ? g_strdup (flow->claim->consent_id) : NULL;
  g_autofree char *answer = NULL;
  g_auto(GStrv) words = NULL;

  world->is_later_list = is_answer && was_opened;
  world->claimed = claimed;
  answer = step (flow);
  words = g_strsplit (answer, " ", -1);
  if (step == ignored_result)
    g_assert_true (!_desk_link_flow_shows_page (flow) || !flow->page_open || flow->polling || flow->listing);
  if (was_done || is_of_another_session (step))
    g_assert_cmpstr (answer, ==, "");

  for (gsize i = 0; words[i] != NULL; i++)
    see_word (world, words[i], flow->way, step);

  world->claimed = NULL;
  check_watches (flow);
  g_assert_true ((desk_link_flow_get_state (flow) == DESK_LINK_STATE_DONE) == (world->n_finished == 1));
}

/* What the attempt does from now on depends on nothing else. More than so many polls are all alike. */
static char *
dup_fingerprint (const DeskLinkFlow *flow)
{
  return g_strdup_printf ("%d %d %d %s %d %s %d %d %d %u %d %d %d %d %d %d %d %d %d",
                          flow->state, flow->session != NULL, flow->snapshot != NULL,
                          flow->claim == NULL ? "" : flow->claim->consent_id == NULL ? "none" : flow->claim->consent_id,
                          flow->candidates != NULL, flow->ending != NULL ? flow->ending->code : "", flow->stale_list,
                          flow->is_old, flow->elsewhere, MIN (flow->n_polls, N_DIFFERENT_POLLS), flow->standing,
                          flow->list_failed, flow->has_sighted, flow->page_open, flow->framed, flow->timeout_armed,
                          flow->asked, flow->listing, flow->polling);
}

static DeskLinkFlow *
flow_new (const Walk *walk)
{
  DeskLinkFlow *flow = desk_link_flow_new (FLOW_DRIVER_END_USER, walk->way, 600);

  desk_link_flow_pin (flow, walk->pin == PIN_INSTITUTION ? FLOW_DRIVER_INSTITUTION : NULL,
                      walk->pin == PIN_ARRANGEMENT ? "c_old" : NULL);
  return flow;
}

/* Returns: (transfer full): an attempt that is over, for another to go on from */
static DeskLinkFlow *
flow_new_earlier (const Walk *walk)
{
  DeskLinkFlow *flow = flow_new (walk);

  g_free (start (flow));
  g_free (session_created (flow));
  g_free (listed_before (flow));
  if (walk->after == AFTER_CLAIM)
    g_free (completed_new (flow));
  else if (walk->after == AFTER_CLAIM_WITHOUT_ID)
    g_free (completed_none (flow));
  else if (walk->after == AFTER_ELSEWHERE)
    {
      g_free (taken_elsewhere (flow));
      g_free (walk->way == DESK_LINK_WAY_BROWSER ? browser_failed (flow) : crashed (flow));
    }
  g_free (walk->after == AFTER_TIMEOUT ? timed_out (flow) : user_cancelled (flow));
  if (walk->after == AFTER_TIMEOUT)
    {
      g_free (timed_out (flow));
      g_free (listed_before (flow));
    }

  return flow;
}

static DeskLinkFlow *
flow_new_after (const Walk *walk,
                World      *world)
{
  DeskLinkFlow *flow = flow_new (walk);

  *world = (World) { .pin = walk->pin, .follows = walk->after != AFTER_NOTHING };
  if (walk->after != AFTER_NOTHING)
    {
      g_autoptr(DeskLinkFlow) earlier = flow_new_earlier (walk);

      desk_link_flow_follow (flow, earlier);
    }

  return flow;
}

/* Returns: (transfer full): the attempt after the steps whose numbers @path holds */
static DeskLinkFlow *
replay (const Walk *walk,
        const char *path,
        World      *world)
{
  DeskLinkFlow *flow = flow_new_after (walk, world);

  for (gsize i = 0; path[i] != '\0'; i++)
    take_step (flow, world, steps[path[i] - FIRST_STEP]);

  return flow;
}

/* A snapshot that already lists the new consent makes another attempt. */
static gboolean
is_useful (const DeskLinkFlow *flow,
           Step                step)
{
  return flow->state != DESK_LINK_STATE_CREATING_SESSION || flow->snapshot != NULL || !lists_new (step);
}

/* Whatever happened: when everybody answers no more, the attempt comes to its end; a user who is asked closes the window. */
static void
check_can_end (const Walk *walk,
               const char *path)
{
  World world;
  g_autoptr(DeskLinkFlow) flow = replay (walk, path, &world);

  if (flow->state == DESK_LINK_STATE_IDLE || flow->state == DESK_LINK_STATE_DONE)
    return;

  for (guint i = 0; i < 20 && flow->state != DESK_LINK_STATE_DONE; i++)
    {
      take_step (flow, &world, session_failed);
      take_step (flow, &world, list_failed);
      take_step (flow, &world, timed_out);
      take_step (flow, &world, poll_due);
      if (flow->state == DESK_LINK_STATE_CHOOSING)
        take_step (flow, &world, user_cancelled);
    }
  g_assert_cmpuint (world.n_finished, ==, 1);
}

/* Returns: (transfer full): for copy_free(): a snapshot never changes, and is shared */
static DeskLinkFlow *
copy_new (const DeskLinkFlow *flow)
{
  DeskLinkFlow *copy = g_memdup2 (flow, sizeof *flow);

  copy->end_user_id = g_strdup (flow->end_user_id);
  copy->institution_id = g_strdup (flow->institution_id);
  copy->arrangement_id = g_strdup (flow->arrangement_id);
  copy->reasons = g_hash_table_ref (flow->reasons);
  copy->session = flow->session != NULL ? desk_link_session_copy (flow->session) : NULL;
  copy->claim = flow->claim != NULL ? desk_link_verdict_copy (flow->claim) : NULL;
  copy->failure = flow->failure != NULL ? desk_link_verdict_copy (flow->failure) : NULL;
  copy->candidates = flow->candidates != NULL ? g_ptr_array_ref (flow->candidates) : NULL;

  return copy;
}

static void
copy_free (DeskLinkFlow       *copy,
           const DeskLinkFlow *flow)
{
  if (copy->snapshot == flow->snapshot)
    copy->snapshot = NULL;

  desk_link_flow_free (copy);
}

static void
try_step (Walk               *walk,
          const DeskLinkFlow *before,
          World               world,
          const char         *path,
          gsize               number,
          GPtrArray          *next)
{
  DeskLinkFlow *flow = copy_new (before);
  g_autofree char *longer = g_strdup_printf ("%s%c", path, (char) (FIRST_STEP + number));
  g_autofree char *fingerprint = NULL;

  take_step (flow, &world, steps[number]);
  fingerprint = dup_fingerprint (flow);
  copy_free (flow, before);

  walk->n_pairs++;
  walk->n_sequences += strlen (longer) <= SEQUENCE_LENGTH;
  walk->n_ends += world.n_finished == 1;
  if (!g_hash_table_add (walk->seen, g_steal_pointer (&fingerprint)))
    return;

  check_can_end (walk, longer);
  g_ptr_array_add (next, g_steal_pointer (&longer));
}

static void
expand (Walk       *walk,
        const char *path,
        GPtrArray  *next)
{
  World world;
  g_autoptr(DeskLinkFlow) flow = replay (walk, path, &world);

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (is_useful (flow, steps[i]))
        try_step (walk, flow, world, path, i, next);
    }
}

/* Returns: the length of the longest way to a state that is not reached sooner */
static guint
walk_on (Walk *walk)
{
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  guint depth = 0;

  g_ptr_array_add (paths, g_strdup (""));
  while (paths->len > 0)
    {
      g_autoptr(GPtrArray) next = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < paths->len; i++)
        expand (walk, g_ptr_array_index (paths, i), next);

      g_ptr_array_unref (paths);
      paths = g_steal_pointer (&next);
      depth += paths->len > 0;
    }

  return depth;
}

static void
test_walk (gconstpointer data)
{
  guint number = GPOINTER_TO_UINT (data);
  Walk walk = {
    .way = number / N_PINS / N_AFTERS,
    .after = number / N_PINS % N_AFTERS,
    .pin = number % N_PINS,
  };
  guint depth;

  walk.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  depth = walk_on (&walk);

  g_test_message ("%u states, none further away than %u events; %u pairs of state and event, after %u of which it is over; "
                  "%u sequences of up to %u events, equal states merged",
                  g_hash_table_size (walk.seen), depth, walk.n_pairs, walk.n_ends, walk.n_sequences, SEQUENCE_LENGTH);
  g_assert_cmpuint (g_hash_table_size (walk.seen), >, 10);
  g_hash_table_unref (walk.seen);
}

static void
add_walks (const char  *name,
           DeskLinkWay  way)
{
  static const char *const afters[N_AFTERS] = {
    [AFTER_NOTHING] = "first",
    [AFTER_TIMEOUT] = "after-a-time-out",
    [AFTER_ELSEWHERE] = "after-a-page-that-failed-here",
    [AFTER_CLAIM] = "after-a-success",
    [AFTER_CLAIM_WITHOUT_ID] = "after-a-success-without-id",
  };
  static const char *const pins[N_PINS] = {
    [PIN_NOTHING] = "any-institution",
    [PIN_INSTITUTION] = "one-institution",
    [PIN_ARRANGEMENT] = "renewal",
  };

  for (guint i = 0; i < N_AFTERS * N_PINS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/link-flow-walk/%s/%s/%s", name, afters[i / N_PINS], pins[i % N_PINS]);

      g_test_add_data_func (path, GUINT_TO_POINTER (way * N_AFTERS * N_PINS + i), test_walk);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_walks ("redirect", DESK_LINK_WAY_REDIRECT);
  add_walks ("embedded", DESK_LINK_WAY_EMBEDDED);
  add_walks ("browser", DESK_LINK_WAY_BROWSER);
  return g_test_run ();
}
