/* desk-sandbox-category-calls.c: the call that puts a transaction into another category
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-category-calls.h"

#include "desk-sandbox-category.h"
#include "desk-sandbox-json.h"

#define DATA_SET "banking.transactions"
#define PERMISSION "transactions"

static gboolean
gives_transaction (DeskSandboxCall          *call,
                   const DeskSandboxConsent *consent,
                   const char               *id)
{
  DeskSandboxCustomer *customer =
    desk_sandbox_directory_find_customer (call->world->directory, consent->institution_id, consent->customer_id);
  guint n_records = customer != NULL ? desk_sandbox_customer_count_records (customer, DATA_SET) : 0;

  for (guint i = 0; i < n_records; i++)
    {
      const DeskSandboxRecord *record = desk_sandbox_customer_get_record (customer, DATA_SET, i);

      if (desk_sandbox_record_has_fiskil_id (record, id))
        return desk_sandbox_customer_shares (customer, record, (const char *const *) consent->account_ids);
    }

  return FALSE;
}

static gboolean
is_shared (DeskSandboxCall *call,
           const char      *id)
{
  GPtrArray *consents = desk_sandbox_state_get_consents (call->world->state);

  for (guint i = 0; i < consents->len; i++)
    {
      const DeskSandboxConsent *consent = g_ptr_array_index (consents, i);

      if (desk_sandbox_consent_is_active (consent, desk_sandbox_state_get_now (call->world->state)) &&
          g_strv_contains ((const char *const *) consent->permissions, PERMISSION) &&
          gives_transaction (call, consent, id))
        return TRUE;
    }

  return FALSE;
}

void
desk_sandbox_category_override (DeskSandboxCall *call)
{
  const char *id = desk_sandbox_call_get_body_string (call, "fiskil_transaction_id");
  const char *secondary_category = desk_sandbox_call_get_body_string (call, "secondary_category");
  g_autofree char *primary_category =
    secondary_category != NULL ? desk_sandbox_category_dup_primary (secondary_category) : NULL;
  g_autoptr(JsonBuilder) builder = NULL;
  const char *problem = NULL;

  if (id == NULL)
    problem = "The fiskil_transaction_id is required";
  else if (primary_category == NULL)
    problem = "The secondary_category is not in the taxonomy";
  else if (!is_shared (call, id))
    problem = "There is no such transaction";

  if (problem != NULL)
    {
      desk_sandbox_call_fail (call, SOUP_STATUS_BAD_REQUEST, "InvalidRequest", problem);
      return;
    }

  desk_sandbox_state_set_category (call->world->state, id, secondary_category);
  desk_sandbox_state_save (call->world->state);

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  desk_sandbox_json_add_string (builder, "message", "The category of the transaction was changed");
  json_builder_end_object (builder);
  desk_sandbox_call_reply_json (call, builder);
}
