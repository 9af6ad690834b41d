/* desk-sandbox-snapshot.c: what the data of a consent looked like at one time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-snapshot.h"

#include "desk-sandbox-webhook-event.h"

struct _DeskSandboxSnapshot
{
  GPtrArray *events;  /* (element-type DeskSandboxWebhookEvent) (owned): what the consent covers */
  GPtrArray *digests; /* (element-type utf8) (owned): of the data of each event */
};

static char *
dup_digest (DeskSandboxCustomer      *customer,
            const DeskSandboxConsent *consent,
            const char               *data_set)
{
  GPtrArray *records = desk_sandbox_customer_get_records (customer, data_set);
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const DeskSandboxRecord *record = g_ptr_array_index (records, i);

      if (desk_sandbox_customer_shares (customer, record, (const char *const *) consent->account_ids))
        g_checksum_update (checksum, (const guchar *) record->json, (gssize) record->length);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

DeskSandboxSnapshot *
desk_sandbox_snapshot_new (DeskSandboxCustomer      *customer,
                           const DeskSandboxConsent *consent)
{
  DeskSandboxSnapshot *self;

  g_return_val_if_fail (DESK_IS_SANDBOX_CUSTOMER (customer), NULL);
  g_return_val_if_fail (consent != NULL, NULL);

  self = g_new0 (DeskSandboxSnapshot, 1);
  self->events = desk_sandbox_webhook_event_list_sync (desk_sandbox_customer_get_industry (customer),
                                                       (const char *const *) consent->permissions);
  self->digests = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->events->len; i++)
    {
      const DeskSandboxWebhookEvent *event = g_ptr_array_index (self->events, i);

      g_ptr_array_add (self->digests, dup_digest (customer, consent, event->data_set));
    }
  return self;
}

void
desk_sandbox_snapshot_free (DeskSandboxSnapshot *self)
{
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->digests);
  g_free (self);
}

GPtrArray *
desk_sandbox_snapshot_compare (const DeskSandboxSnapshot *self,
                               const DeskSandboxSnapshot *later)
{
  GPtrArray *changed;

  g_return_val_if_fail (self != NULL && later != NULL, NULL);
  g_return_val_if_fail (self->events->len == later->events->len, NULL);

  changed = g_ptr_array_new ();
  for (guint i = 0; i < self->events->len; i++)
    {
      const DeskSandboxWebhookEvent *event = g_ptr_array_index (self->events, i);

      if (!event->is_first_only &&
          !g_str_equal (g_ptr_array_index (self->digests, i), g_ptr_array_index (later->digests, i)))
        g_ptr_array_add (changed, (gpointer) event);
    }
  return changed;
}
