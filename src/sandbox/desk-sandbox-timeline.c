/* desk-sandbox-timeline.c: what happens by itself as time goes by, and who is told
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-timeline.h"

#include "desk-json.h"
#include "desk-sandbox-snapshot.h"

/* How often a clock that runs is looked at. */
#define TICK_SECONDS 30

struct _DeskSandboxTimeline
{
  GObject                   parent_instance;

  DeskSandboxState         *state;     /* (owned) */
  DeskSandboxDirectory     *directory; /* (owned) */
  DeskSandboxWebhookSender *sender;    /* (owned) */
  gint64                    grown_at;  /* when the demo customers last got new data */
  guint                     ticker;
};

/* The data of a consent before something happened. */
typedef struct
{
  const DeskSandboxConsent *consent;  /* (not owned) */
  DeskSandboxCustomer      *customer; /* (not owned) */
  DeskSandboxSnapshot      *before;   /* (owned) */
} Witness;

G_DEFINE_FINAL_TYPE (DeskSandboxTimeline, desk_sandbox_timeline, G_TYPE_OBJECT)

static void
desk_sandbox_timeline_finalize (GObject *object)
{
  DeskSandboxTimeline *self = DESK_SANDBOX_TIMELINE (object);

  g_clear_handle_id (&self->ticker, g_source_remove);
  g_object_unref (self->state);
  g_object_unref (self->directory);
  g_object_unref (self->sender);

  G_OBJECT_CLASS (desk_sandbox_timeline_parent_class)->finalize (object);
}

static void
desk_sandbox_timeline_class_init (DeskSandboxTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_sandbox_timeline_finalize;
}

static void
desk_sandbox_timeline_init (DeskSandboxTimeline *self)
{
}

static void
witness_free (gpointer data)
{
  Witness *witness = data;

  desk_sandbox_snapshot_free (witness->before);
  g_free (witness);
}

/* Only where somebody would be told of it: it means reading all of the data. */
static GPtrArray *
list_witnesses (DeskSandboxTimeline *self,
                gint64               now)
{
  GPtrArray *witnesses = g_ptr_array_new_with_free_func (witness_free);
  GPtrArray *consents = desk_sandbox_state_get_consents (self->state);

  for (guint i = 0; desk_sandbox_webhook_sender_has_target (self->sender) && i < consents->len; i++)
    {
      const DeskSandboxConsent *consent = g_ptr_array_index (consents, i);
      DeskSandboxCustomer *customer =
        desk_sandbox_directory_find_customer (self->directory, consent->institution_id, consent->customer_id);
      Witness *witness;

      if (consent->announced != DESK_SANDBOX_ANNOUNCED_GIVEN || !desk_sandbox_consent_is_active (consent, now) ||
          customer == NULL || !desk_sandbox_customer_grows (customer))
        continue;

      witness = g_new0 (Witness, 1);
      witness->consent = consent;
      witness->customer = customer;
      witness->before = desk_sandbox_snapshot_new (customer, consent);
      g_ptr_array_add (witnesses, witness);
    }

  return witnesses;
}

static void
tell (DeskSandboxTimeline *self,
      const Witness       *witness)
{
  g_autoptr(DeskSandboxSnapshot) after = desk_sandbox_snapshot_new (witness->customer, witness->consent);
  g_autoptr(GPtrArray) events = desk_sandbox_snapshot_compare (witness->before, after);

  for (guint i = 0; i < events->len; i++)
    g_free (desk_sandbox_timeline_fire (self, g_ptr_array_index (events, i), witness->consent));
}

static void
grow (DeskSandboxTimeline *self)
{
  gint64 now = desk_sandbox_state_get_now (self->state);
  g_autoptr(GPtrArray) witnesses = list_witnesses (self, now);
  GPtrArray *customers = desk_sandbox_directory_get_customers (self->directory);

  for (guint i = 0; i < customers->len; i++)
    desk_sandbox_customer_grow (g_ptr_array_index (customers, i), now);
  self->grown_at = now;

  for (guint i = 0; i < witnesses->len; i++)
    tell (self, g_ptr_array_index (witnesses, i));
}

static gboolean
ticked_cb (gpointer user_data)
{
  DeskSandboxTimeline *self = user_data;

  if (desk_sandbox_state_get_now (self->state) - self->grown_at >= G_TIME_SPAN_DAY)
    grow (self);
  desk_sandbox_timeline_look (self);
  return G_SOURCE_CONTINUE;
}

static void
clock_changed_cb (DeskSandboxTimeline *self)
{
  grow (self);
  desk_sandbox_timeline_look (self);
}

DeskSandboxTimeline *
desk_sandbox_timeline_new (DeskSandboxState         *state,
                           DeskSandboxDirectory     *directory,
                           DeskSandboxWebhookSender *sender)
{
  DeskSandboxTimeline *self;

  g_return_val_if_fail (DESK_IS_SANDBOX_STATE (state), NULL);
  g_return_val_if_fail (DESK_IS_SANDBOX_DIRECTORY (directory), NULL);
  g_return_val_if_fail (DESK_IS_SANDBOX_WEBHOOK_SENDER (sender), NULL);

  self = g_object_new (DESK_TYPE_SANDBOX_TIMELINE, NULL);
  self->state = g_object_ref (state);
  self->directory = g_object_ref (directory);
  self->sender = g_object_ref (sender);
  grow (self);
  self->ticker = g_timeout_add_seconds (TICK_SECONDS, ticked_cb, self);
  g_signal_connect_object (desk_sandbox_state_get_clock (state), "changed", G_CALLBACK (clock_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/* The payees of the consent's customer, whoever the accounts belong to: payees belong to no account. */
static char **
list_payees (DeskSandboxTimeline      *self,
             const DeskSandboxConsent *consent)
{
  DeskSandboxCustomer *customer =
    desk_sandbox_directory_find_customer (self->directory, consent->institution_id, consent->customer_id);
  GPtrArray *records = customer != NULL ? desk_sandbox_customer_get_records (customer, "banking.payees") : NULL;
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const DeskSandboxRecord *record = g_ptr_array_index (records, i);
      DeskJsonSlice slice = DESK_JSON_SLICE_NONE;
      g_autofree char *id = NULL;

      desk_json_parse (record->json, record->length, &slice, NULL);
      id = desk_json_slice_dup_string (desk_json_slice_get_member (slice, "payee_id"));
      if (id != NULL)
        g_strv_builder_add (builder, id);
    }

  return g_strv_builder_end (builder);
}

char *
desk_sandbox_timeline_fire (DeskSandboxTimeline           *self,
                            const DeskSandboxWebhookEvent *event,
                            const DeskSandboxConsent      *consent)
{
  g_auto (GStrv) payee_ids = NULL;

  g_return_val_if_fail (DESK_IS_SANDBOX_TIMELINE (self), NULL);
  g_return_val_if_fail (event != NULL && consent != NULL, NULL);

  if (!desk_sandbox_webhook_sender_has_target (self->sender))
    return NULL;

  payee_ids = list_payees (self, consent);
  return desk_sandbox_webhook_sender_send (self->sender, event, consent, (const char *const *) payee_ids);
}

static void
announce (DeskSandboxTimeline      *self,
          const DeskSandboxConsent *consent,
          const char               *event)
{
  g_free (desk_sandbox_timeline_fire (self, desk_sandbox_webhook_event_find (event), consent));
}

static void
announce_first_sync (DeskSandboxTimeline      *self,
                     const DeskSandboxConsent *consent)
{
  DeskSandboxInstitution *institution =
    desk_sandbox_directory_find_institution (self->directory, consent->institution_id);
  g_autoptr(GPtrArray) events = NULL;

  if (institution == NULL)
    return;

  events = desk_sandbox_webhook_event_list_sync (institution->industry, (const char *const *) consent->permissions);
  for (guint i = 0; i < events->len; i++)
    g_free (desk_sandbox_timeline_fire (self, g_ptr_array_index (events, i), consent));
}

/* Whether there was anything new about it. */
static gboolean
look_at (DeskSandboxTimeline *self,
         DeskSandboxConsent  *consent,
         gint64               now)
{
  gboolean is_active = desk_sandbox_consent_is_active (consent, now);
  gboolean is_new = consent->announced == DESK_SANDBOX_ANNOUNCED_NOTHING;

  if (consent->announced == DESK_SANDBOX_ANNOUNCED_ENDED ||
      (!is_new && is_active && consent->announced_expiry == consent->expires_at))
    return FALSE;

  if (is_new)
    {
      announce (self, consent, "consent.received");
      if (is_active)
        announce_first_sync (self, consent);
    }
  else if (is_active)
    {
      announce (self, consent, "consent.updated");
    }

  consent->announced = DESK_SANDBOX_ANNOUNCED_GIVEN;
  consent->announced_expiry = consent->expires_at;
  if (!is_active)
    {
      desk_sandbox_consent_close (consent);
      consent->announced = DESK_SANDBOX_ANNOUNCED_ENDED;
      announce (self, consent, "consent.revoked");
    }
  return TRUE;
}

void
desk_sandbox_timeline_look (DeskSandboxTimeline *self)
{
  GPtrArray *consents;
  gboolean has_changed = FALSE;
  gint64 now;

  g_return_if_fail (DESK_IS_SANDBOX_TIMELINE (self));

  now = desk_sandbox_state_get_now (self->state);
  consents = desk_sandbox_state_get_consents (self->state);
  for (guint i = 0; i < consents->len; i++)
    if (look_at (self, g_ptr_array_index (consents, i), now))
      has_changed = TRUE;

  if (has_changed)
    desk_sandbox_state_save (self->state);
}
