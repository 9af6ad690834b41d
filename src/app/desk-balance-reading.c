/* desk-balance-reading.c: the balance of one account, read from the bank in real time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-balance-reading.h"

#include "desk-catalogue.h"
#include "desk-page-keeper.h"

struct _DeskBalanceReading
{
  GObject           parent_instance;

  DeskContext      *context;
  char             *end_user_id;
  char             *account_id;
  DeskPageKeeper   *keeper;      /* (nullable): while the bank is asked */
  GCancellable     *cancellable; /* (nullable): while the bank is asked */
  GError           *error;       /* (nullable) */
  gint64            read_at;
  DeskBalanceState  state;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskBalanceReading, desk_balance_reading, G_TYPE_OBJECT)

static void
desk_balance_reading_dispose (GObject *object)
{
  DeskBalanceReading *self = DESK_BALANCE_READING (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->keeper);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (desk_balance_reading_parent_class)->dispose (object);
}

static void
desk_balance_reading_finalize (GObject *object)
{
  DeskBalanceReading *self = DESK_BALANCE_READING (object);

  g_clear_error (&self->error);
  g_free (self->end_user_id);
  g_free (self->account_id);

  G_OBJECT_CLASS (desk_balance_reading_parent_class)->finalize (object);
}

static void
desk_balance_reading_class_init (DeskBalanceReadingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_balance_reading_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_balance_reading_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
desk_balance_reading_init (DeskBalanceReading *self)
{
}

DeskBalanceReading *
desk_balance_reading_new (DeskContext *context,
                          const char  *end_user_id,
                          const char  *account_id)
{
  DeskBalanceReading *self;

  g_return_val_if_fail (DESK_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (end_user_id != NULL, NULL);
  g_return_val_if_fail (account_id != NULL, NULL);

  self = g_object_new (DESK_TYPE_BALANCE_READING, NULL);
  self->context = g_object_ref (context);
  self->end_user_id = g_strdup (end_user_id);
  self->account_id = g_strdup (account_id);

  return self;
}

static void
set_state (DeskBalanceReading *self,
           DeskBalanceState    state)
{
  self->state = state;
  g_signal_emit (self, signals[CHANGED], 0);
}

static gint64
get_now (DeskBalanceReading *self)
{
  return desk_clock_get_now (desk_context_get_clock (self->context));
}

/* @error: (transfer full) (nullable) */
static void
end (DeskBalanceReading *self,
     GError             *error)
{
  g_clear_object (&self->cancellable);
  g_clear_object (&self->keeper);
  g_clear_error (&self->error);
  self->error = error;
  if (error == NULL)
    self->read_at = get_now (self);
  set_state (self, error == NULL ? DESK_BALANCE_DONE : DESK_BALANCE_FAILED);
}

/* What was cancelled may have been started anew since. */
static gboolean
is_over (GAsyncResult *result)
{
  return g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)));
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(DeskBalanceReading) self = g_steal_pointer (&user_data);
  GError *error = NULL;

  desk_page_keeper_keep_finish (DESK_PAGE_KEEPER (source), result, &error);
  if (is_over (result))
    g_clear_error (&error);
  else
    end (self, error);
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(DeskBalanceReading) self = g_steal_pointer (&user_data);
  g_autoptr(DeskJsonPage) page = NULL;
  g_autoptr(GError) error = NULL;

  page = desk_api_client_fetch_balance_finish (DESK_API_CLIENT (source), result, &error);
  if (is_over (result))
    return;

  if (page == NULL)
    end (self, g_steal_pointer (&error));
  else
    desk_page_keeper_keep_async (self->keeper, desk_catalogue_find ("banking.balances"), page, self->cancellable,
                                 kept_cb, g_object_ref (self));
}

void
desk_balance_reading_start (DeskBalanceReading *self)
{
  g_return_if_fail (DESK_IS_BALANCE_READING (self));

  if (self->state == DESK_BALANCE_RUNNING)
    return;

  self->keeper = desk_page_keeper_new (self->context, self->end_user_id);
  self->cancellable = g_cancellable_new ();

  /* The end user is not at this computer, so nothing tells the bank that they are. */
  desk_api_client_fetch_balance_async (desk_context_get_client (self->context), self->end_user_id, self->account_id,
                                       NULL, NULL, self->cancellable, fetched_cb, g_object_ref (self));
  set_state (self, DESK_BALANCE_RUNNING);
}

void
desk_balance_reading_cancel (DeskBalanceReading *self)
{
  g_return_if_fail (DESK_IS_BALANCE_READING (self));

  if (self->state != DESK_BALANCE_RUNNING)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->keeper);
  set_state (self, DESK_BALANCE_IDLE);
}

DeskBalanceState
desk_balance_reading_get_state (DeskBalanceReading *self)
{
  g_return_val_if_fail (DESK_IS_BALANCE_READING (self), DESK_BALANCE_IDLE);

  return self->state;
}

const GError *
desk_balance_reading_get_error (DeskBalanceReading *self)
{
  g_return_val_if_fail (DESK_IS_BALANCE_READING (self), NULL);

  return self->state == DESK_BALANCE_FAILED ? self->error : NULL;
}

gint64
desk_balance_reading_get_read_at (DeskBalanceReading *self)
{
  g_return_val_if_fail (DESK_IS_BALANCE_READING (self), 0);

  return self->read_at;
}

gint64
desk_balance_reading_get_age (DeskBalanceReading *self)
{
  g_return_val_if_fail (DESK_IS_BALANCE_READING (self), 0);

  return get_now (self) - self->read_at;
}
