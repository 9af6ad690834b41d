/* desk-sync-poll.c: asks for data again where no webhook tells of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sync-poll.h"

#include "desk-freshness.h"
#include "desk-sync-turn.h"
#include "desk-sync.h"

/* Institutions are asked about once a day: where webhooks reach us, one comes in that time. */
#define WEBHOOK_TRUST G_TIME_SPAN_DAY

/* The system's clock may be set meanwhile. */
#define LONGEST_SLEEP_MS (5 * 60 * 1000)

struct _DeskSyncPoll
{
  GObject       parent_instance;

  DeskContext  *context;     /* (unowned): %NULL once it is stopped */
  DeskLive     *live;        /* (owned) */
  GCancellable *cancellable; /* (owned) */
  GHashTable   *turns;       /* (owned): end user id -> DeskSyncTurn (owned) */
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
  DeskSyncTurn *turn; /* (owned) */
} Asking;

static void look (DeskSyncPoll *self);

static void
asking_free (Asking *asking)
{
  g_object_unref (asking->poll);
  desk_sync_turn_unref (asking->turn);
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
  self->turns = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) desk_sync_turn_unref);
  self->consents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static gint64
get_now (DeskSyncPoll *self)
{
  return desk_clock_get_now (desk_context_get_clock (self->context));
}

static gboolean
is_busy (DeskSyncPoll       *self,
         const DeskSyncTurn *turn)
{
  return desk_sync_log_is_busy (desk_context_get_sync_log (self->context), turn->end_user_id);
}

/* Returns: (transfer full) (nullable): over all that the end user shares; %NULL if that is nothing, or nobody */
static DeskSync *
new_sync (DeskSyncPoll       *self,
          const DeskSyncTurn *turn)
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

static void
end_turn (DeskSyncPoll *self,
          DeskSyncTurn *turn)
{
  g_autoptr(DeskSync) sync = new_sync (self, turn);

  desk_sync_turn_end (turn, desk_context_get_sync_log (self->context),
                      sync != NULL ? desk_sync_get_items (sync) : NULL, get_now (self));
  look (self);
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

  desk_sync_turn_note_fetched (asking->turn, desk_sync_get_items (DESK_SYNC (source)));
  end_turn (asking->poll, asking->turn);
}

static gboolean
choose (DeskSyncPoll *self,
        DeskSyncTurn *turn,
        DeskSync     *sync)
{
  GListModel *items = desk_sync_get_items (sync);
  g_autoptr(GPtrArray) resources = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(DeskSyncItem) item = g_list_model_get_item (items, i);
      const DeskResource *resource = desk_sync_item_get_resource (item);

      if (desk_sync_turn_wants (turn, desk_context_get_sync_log (self->context), resource))
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
  DeskSyncTurn *turn = asking->turn;
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
    desk_sync_turn_hear (asking->turn, said);
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
     DeskSyncTurn *turn)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->poll = g_object_ref (self);
  asking->turn = desk_sync_turn_ref (turn);
  desk_sync_turn_begin (turn, is_busy (self, turn));

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
may_ask (DeskSyncPoll       *self,
         const DeskSyncTurn *turn)
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
  g_autoptr(GPtrArray) due = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_sync_turn_unref);
  gint64 now = get_now (self);
  gint64 next = G_MAXINT64;
  gboolean is_on = is_needed (self);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->turns);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      DeskSyncTurn *turn = value;

      if (!may_ask (self, turn))
        continue;

      if (is_on && turn->due <= now)
        g_ptr_array_add (due, desk_sync_turn_ref (turn));
      else
        next = MIN (next, MAX (turn->due, is_on ? now : now + DESK_SYNC_TURN_REGULAR_PAUSE));
    }

  sleep_until (self, next);
  for (guint i = 0; i < due->len; i++)
    {
      DeskSyncTurn *turn = g_ptr_array_index (due, i);

      /* One before it may have come here again. */
      if (may_ask (self, turn) && turn->due <= now)
        ask (self, turn);
    }
}

static DeskSyncTurn *
begin_turn (DeskSyncPoll *self,
            const char   *end_user_id)
{
  DeskSyncTurn *turn = g_hash_table_lookup (self->turns, end_user_id);

  if (turn == NULL)
    {
      turn = desk_sync_turn_new (end_user_id, get_now (self));
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
      DeskSyncTurn *turn;

      if (desk_consent_get_status (consent, get_now (self)) == DESK_CONSENT_STATUS_ENDED ||
          !g_hash_table_add (self->consents, g_strdup (desk_consent_get_id (consent))) || !self->is_settled)
        continue;

      turn = begin_turn (self, desk_consent_get_end_user_id (consent));
      desk_sync_turn_hasten (turn, get_now (self));
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
