/* desk-sync-poll.c: asks for data again where no webhook tells of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sync-poll.h"

#include "desk-freshness.h"
#include "desk-sync.h"

#define FIRST_PAUSE (5 * G_TIME_SPAN_SECOND)
#define LAST_PAUSE (5 * G_TIME_SPAN_MINUTE)

/* What is not there after so many questions, about an hour, may never be. */
#define N_HASTY 17
#define REGULAR_PAUSE (15 * G_TIME_SPAN_MINUTE)

/* Many copies of the program must not ask at the same time. */
#define JITTER 0.2

/* Institutions are asked about once a day: where webhooks reach us, one comes in that time. */
#define WEBHOOK_TRUST G_TIME_SPAN_DAY

/* The system's clock may be set meanwhile. */
#define LONGEST_SLEEP_MS (5 * 60 * 1000)

/**
 * Turn:
 * @known: (owned) (nullable): what desk_freshness_read_async() said when each data set was fetched
 * @heard: (owned) (nullable): what it said in this turn
 * @due: when to ask again, microseconds since the epoch by the context's clock
 * @n_asked: since the last new consent
 * @is_regular: everything is asked for, not only what is missing
 * @is_baseline: the question goes along with somebody's fetch, and is about what that brings
 */
typedef struct
{
  char       *end_user_id;
  GHashTable *known;
  GHashTable *heard;
  gint64      due;
  guint       n_asked;
  gboolean    is_regular;
  gboolean    is_baseline;
  gboolean    is_asking;
} Turn;

struct _DeskSyncPoll
{
  GObject       parent_instance;

  DeskContext  *context;     /* (unowned): %NULL once it is stopped */
  DeskLive     *live;        /* (owned) */
  GCancellable *cancellable; /* (owned) */
  GHashTable   *turns;       /* (owned): end user id -> Turn, in an rc box */
  GHashTable   *consents;    /* (owned): ids of those that were seen active */
  guint         look_id;
  gboolean      is_settled;  /* the consents were listed: another one is new */
  gboolean      has_no_freshness;
};

G_DEFINE_FINAL_TYPE (DeskSyncPoll, desk_sync_poll, G_TYPE_OBJECT)

/**
 * Asking:
 *
 * One round of questions; the turn may be dropped meanwhile.
 */
typedef struct
{
  DeskSyncPoll *poll; /* (owned) */
  Turn         *turn; /* (owned) */
} Asking;

static void look (DeskSyncPoll *self);

static void
turn_clear (gpointer data)
{
  Turn *turn = data;

  g_free (turn->end_user_id);
  g_clear_pointer (&turn->known, g_hash_table_unref);
  g_clear_pointer (&turn->heard, g_hash_table_unref);
}

static void
turn_unref (gpointer turn)
{
  g_rc_box_release_full (turn, turn_clear);
}

static void
asking_free (Asking *asking)
{
  g_object_unref (asking->poll);
  turn_unref (asking->turn);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static void
desk_sync_poll_dispose (GObject *object)
{
  desk_sync_poll_stop (DESK_SYNC_POLL (object));

  G_OBJECT_CLASS (desk_sync_poll_parent_class)->dispose (object);
}

static void
desk_sync_poll_finalize (GObject *object)
{
  DeskSyncPoll *self = DESK_SYNC_POLL (object);

  g_object_unref (self->live);
  g_object_unref (self->cancellable);
  g_hash_table_unref (self->turns);
  g_hash_table_unref (self->consents);

  G_OBJECT_CLASS (desk_sync_poll_parent_class)->finalize (object);
}

static void
desk_sync_poll_class_init (DeskSyncPollClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_sync_poll_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_sync_poll_finalize;
}

static void
desk_sync_poll_init (DeskSyncPoll *self)
{
  self->cancellable = g_cancellable_new ();
  self->turns = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, turn_unref);
  self->consents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static gint64
get_now (DeskSyncPoll *self)
{
  return desk_clock_get_now (desk_context_get_clock (self->context));
}

static const DeskSyncEntry *
find_entry (DeskSyncPoll       *self,
            const Turn         *turn,
            const DeskResource *resource)
{
  return desk_sync_log_find (desk_context_get_sync_log (self->context), turn->end_user_id, resource);
}

static gboolean
is_busy (DeskSyncPoll *self,
         const Turn   *turn)
{
  return desk_sync_log_is_busy (desk_context_get_sync_log (self->context), turn->end_user_id);
}

/* What the institutions offer changes seldom, and is much. */
static gboolean
is_judged (const DeskResource *resource)
{
  return resource->scope == DESK_RESOURCE_SCOPE_END_USER && !g_str_equal (resource->name, "common.data-freshness");
}

static gboolean
has_changed (const Turn         *turn,
             const DeskResource *resource)
{
  return g_strcmp0 (g_hash_table_lookup (turn->heard, resource->name),
                    g_hash_table_lookup (turn->known, resource->name)) != 0;
}

static gboolean
is_wanted (DeskSyncPoll       *self,
           const Turn         *turn,
           const DeskResource *resource)
{
  const DeskSyncEntry *entry = find_entry (self, turn, resource);

  if (entry == NULL || entry->state == DESK_SYNC_FAILED)
    return TRUE;
  if (!is_judged (resource))
    return FALSE;
  if (turn->heard != NULL)
    return has_changed (turn, resource);
  if (turn->is_regular)
    return TRUE;

  return entry->state == DESK_SYNC_DONE && entry->n_rows == 0;
}

static gboolean
is_missing (DeskSyncPoll       *self,
            const Turn         *turn,
            const DeskResource *resource)
{
  const DeskSyncEntry *entry = find_entry (self, turn, resource);

  if (entry == NULL || entry->state == DESK_SYNC_FAILED)
    return TRUE;
  if (!is_judged (resource) || entry->state != DESK_SYNC_DONE || entry->n_rows > 0)
    return FALSE;

  return turn->known == NULL || !g_hash_table_contains (turn->known, resource->name);
}

/* Returns: (transfer full) (nullable): over all that the end user shares; %NULL if that is nothing, or nobody */
static DeskSync *
new_sync (DeskSyncPoll *self,
          const Turn   *turn)
{
  DeskDirectory *directory = desk_context_get_directory (self->context);
  g_autoptr(DeskEndUser) end_user = desk_directory_dup_end_user (directory, turn->end_user_id);
  g_autoptr(GPtrArray) consents = desk_directory_dup_active_consents (directory, turn->end_user_id);
  DeskSync *sync;

  if (end_user == NULL || consents->len == 0)
    return NULL;

  sync = desk_sync_new (self->context, end_user);
  desk_sync_set_fresh (sync);

  return sync;
}

static gboolean
has_all (DeskSyncPoll *self,
         const Turn   *turn)
{
  g_autoptr(DeskSync) sync = new_sync (self, turn);
  GListModel *items = sync != NULL ? desk_sync_get_items (sync) : NULL;

  for (guint i = 0; items != NULL && i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(DeskSyncItem) item = g_list_model_get_item (items, i);

      if (is_missing (self, turn, desk_sync_item_get_resource (item)))
        return FALSE;
    }

  return TRUE;
}

static gint64
vary (gint64 pause)
{
  return (gint64) ((double) pause * g_random_double_range (1.0 - JITTER, 1.0 + JITTER));
}

static gint64
choose_pause (const Turn *turn)
{
  return turn->is_regular ? REGULAR_PAUSE : MIN (FIRST_PAUSE << MIN (turn->n_asked, 10), LAST_PAUSE);
}

static void
end_turn (DeskSyncPoll *self,
          Turn         *turn)
{
  turn->is_asking = FALSE;
  g_clear_pointer (&turn->heard, g_hash_table_unref);
  if (!turn->is_baseline)
    turn->n_asked++;

  turn->is_regular = !turn->is_baseline && (turn->n_asked >= N_HASTY || has_all (self, turn));
  turn->due = get_now (self) + vary (choose_pause (turn));
  look (self);
}

static void
note_fetched (Turn     *turn,
              DeskSync *sync)
{
  GListModel *items = desk_sync_get_items (sync);

  for (guint i = 0; turn->heard != NULL && i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(DeskSyncItem) item = g_list_model_get_item (items, i);
      const char *name = desk_sync_item_get_resource (item)->name;
      const char *said = g_hash_table_lookup (turn->heard, name);

      if (said != NULL && desk_sync_item_get_state (item) == DESK_SYNC_DONE)
        g_hash_table_insert (turn->known, g_strdup (name), g_strdup (said));
    }
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Asking) asking = user_data;

  /* The log of the context says what became of each data set. */
  desk_sync_run_finish (DESK_SYNC (source), result, NULL);
  if (asking->poll->context == NULL)
    return;

  note_fetched (asking->turn, DESK_SYNC (source));
  end_turn (asking->poll, asking->turn);
}

static gboolean
choose (DeskSyncPoll *self,
        Turn         *turn,
        DeskSync     *sync)
{
  GListModel *items = desk_sync_get_items (sync);
  g_autoptr(GPtrArray) resources = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(DeskSyncItem) item = g_list_model_get_item (items, i);
      const DeskResource *resource = desk_sync_item_get_resource (item);

      if (is_wanted (self, turn, resource))
        g_ptr_array_add (resources, (gpointer) resource);
    }

  g_ptr_array_add (resources, NULL);
  desk_sync_set_only (sync, (const DeskResource *const *) (gpointer) resources->pdata);

  return resources->len > 1;
}

static void
fetch (Asking *asking)
{
  DeskSyncPoll *self = asking->poll;
  Turn *turn = asking->turn;
  g_autoptr(DeskSync) sync = new_sync (self, turn);

  if (turn->is_baseline || (sync != NULL && !choose (self, turn, sync)))
    end_turn (self, turn);
  else if (sync == NULL)
    g_hash_table_remove (self->turns, turn->end_user_id);
  else
    {
      desk_sync_run_async (sync, self->cancellable, fetched_cb, asking);
      return;
    }

  asking_free (asking);
}

static void
keep_heard (Turn       *turn,
            GHashTable *said)
{
  if (turn->is_baseline)
    turn->known = g_hash_table_ref (said);
  else if (turn->known == NULL)
    turn->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  turn->heard = g_hash_table_ref (said);
}

static void
heard_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Asking) asking = user_data;
  DeskSyncPoll *self = asking->poll;
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) said = desk_freshness_read_finish (result, &error);

  if (self->context == NULL)
    return;

  if (said != NULL)
    keep_heard (asking->turn, said);
  else if (desk_freshness_is_unknown (error))
    self->has_no_freshness = TRUE;
  else
    {
      end_turn (self, asking->turn);
      return;
    }

  fetch (g_steal_pointer (&asking));
}

static void
hear (Asking *asking)
{
  DeskSyncPoll *self = asking->poll;

  if (self->has_no_freshness)
    fetch (asking);
  else
    desk_freshness_read_async (desk_context_get_client (self->context), asking->turn->end_user_id, self->cancellable,
                               heard_cb, asking);
}

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(Asking) asking = user_data;

  /* If that failed, the next question does. */
  desk_directory_refresh_finish (DESK_DIRECTORY (source), result, NULL);
  if (asking->poll->context != NULL)
    hear (g_steal_pointer (&asking));
}

/* A consent may have ended elsewhere, and nobody tells us that either. */
static void
ask (DeskSyncPoll *self,
     Turn         *turn)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->poll = g_object_ref (self);
  asking->turn = g_rc_box_acquire (turn);
  turn->is_asking = TRUE;
  turn->is_baseline = turn->known == NULL && is_busy (self, turn);

  if (turn->is_regular)
    desk_directory_refresh_async (desk_context_get_directory (self->context), self->cancellable, refreshed_cb, asking);
  else
    hear (asking);
}

static gboolean
is_needed (DeskSyncPoll *self)
{
  return desk_context_get_refreshes_in_background (self->context) &&
         get_now (self) - desk_live_get_heard_at (self->live) >= WEBHOOK_TRUST;
}

/* Whoever is being fetched for anyway has to wait; that it began is the time to ask for the first time. */
static gboolean
may_ask (DeskSyncPoll *self,
         const Turn   *turn)
{
  gboolean is_first = turn->known == NULL && turn->n_asked == 0 && !self->has_no_freshness;

  return !turn->is_asking && (is_first || !is_busy (self, turn));
}

static gboolean
look_cb (gpointer user_data)
{
  DeskSyncPoll *self = user_data;

  self->look_id = 0;
  look (self);

  return G_SOURCE_REMOVE;
}

/* A clock that stands still says when it was moved. */
static void
sleep_until (DeskSyncPoll *self,
             gint64        due)
{
  gint64 milliseconds = MAX (due - get_now (self), 0) / 1000 + 1;

  g_clear_handle_id (&self->look_id, g_source_remove);
  if (due != G_MAXINT64 && !desk_clock_is_frozen (desk_context_get_clock (self->context)))
    self->look_id = g_timeout_add ((guint) MIN (milliseconds, LONGEST_SLEEP_MS), look_cb, self);
}

static void
look (DeskSyncPoll *self)
{
  g_autoptr(GPtrArray) due = g_ptr_array_new_with_free_func (turn_unref);
  gint64 now = get_now (self);
  gint64 next = G_MAXINT64;
  gboolean is_on = is_needed (self);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->turns);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Turn *turn = value;

      if (!may_ask (self, turn))
        continue;

      if (is_on && turn->due <= now)
        g_ptr_array_add (due, g_rc_box_acquire (turn));
      else
        next = MIN (next, MAX (turn->due, is_on ? now : now + REGULAR_PAUSE));
    }

  sleep_until (self, next);
  for (guint i = 0; i < due->len; i++)
    {
      Turn *turn = g_ptr_array_index (due, i);

      /* One before it may have come here again. */
      if (may_ask (self, turn) && turn->due <= now)
        ask (self, turn);
    }
}

static Turn *
begin_turn (DeskSyncPoll *self,
            const char   *end_user_id)
{
  Turn *turn = g_hash_table_lookup (self->turns, end_user_id);

  if (turn == NULL)
    {
      turn = g_rc_box_new0 (Turn);
      turn->end_user_id = g_strdup (end_user_id);
      turn->due = get_now (self);
      g_hash_table_insert (self->turns, turn->end_user_id, turn);
    }

  return turn;
}

static void
log_changed_cb (DeskSyncPoll *self,
                const char   *end_user_id)
{
  begin_turn (self, end_user_id);
  look (self);
}

static void
consents_changed_cb (DeskSyncPoll *self)
{
  g_autoptr(GPtrArray) consents = desk_directory_dup_consents (desk_context_get_directory (self->context));

  for (guint i = 0; i < consents->len; i++)
    {
      DeskConsent *consent = g_ptr_array_index (consents, i);
      Turn *turn;

      if (desk_consent_get_status (consent, get_now (self)) == DESK_CONSENT_STATUS_ENDED ||
          !g_hash_table_add (self->consents, g_strdup (desk_consent_get_id (consent))) || !self->is_settled)
        continue;

      turn = begin_turn (self, desk_consent_get_end_user_id (consent));
      turn->n_asked = 0;
      turn->is_regular = FALSE;
      turn->due = get_now (self) + vary (FIRST_PAUSE);
    }
  look (self);
}

static void
refreshed_all_cb (DeskSyncPoll *self)
{
  self->is_settled = TRUE;
}

static void
end_user_gone_cb (DeskSyncPoll *self,
                  const char   *end_user_id)
{
  g_hash_table_remove (self->turns, end_user_id);
}

static void
watch (DeskSyncPoll *self)
{
  DeskDirectory *directory = desk_context_get_directory (self->context);

  g_signal_connect_object (desk_context_get_sync_log (self->context), "changed", G_CALLBACK (log_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (desk_context_get_clock (self->context), "changed", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "notify::refreshes-in-background", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (directory, "consents-changed", G_CALLBACK (consents_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (directory, "refreshed", G_CALLBACK (refreshed_all_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (directory, "end-user-gone", G_CALLBACK (end_user_gone_cb), self, G_CONNECT_SWAPPED);
}

DeskSyncPoll *
desk_sync_poll_new (DeskContext *context,
                    DeskLive    *live)
{
  DeskSyncPoll *self;

  g_return_val_if_fail (DESK_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (desk_context_get_directory (context) != NULL, NULL);
  g_return_val_if_fail (DESK_IS_LIVE (live), NULL);

  self = g_object_new (DESK_TYPE_SYNC_POLL, NULL);
  self->context = context;
  self->live = g_object_ref (live);
  watch (self);

  return self;
}

void
desk_sync_poll_stop (DeskSyncPoll *self)
{
  DeskDirectory *directory;

  g_return_if_fail (DESK_IS_SYNC_POLL (self));

  if (self->context == NULL)
    return;

  directory = desk_context_get_directory (self->context);
  g_signal_handlers_disconnect_by_data (desk_context_get_sync_log (self->context), self);
  g_signal_handlers_disconnect_by_data (desk_context_get_clock (self->context), self);
  g_signal_handlers_disconnect_by_data (self->context, self);
  g_signal_handlers_disconnect_by_data (directory, self);
  g_clear_handle_id (&self->look_id, g_source_remove);
  self->context = NULL;
  g_cancellable_cancel (self->cancellable);
}
