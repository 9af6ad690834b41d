/* desk-sandbox-control-calls.c: the calls that steer the sandbox itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-control-calls.h"

#include "desk-instant.h"
#include "desk-sandbox-duration.h"
#include "desk-sandbox-json.h"
#include "desk-sandbox-permission.h"

static void
fail_bad_request (DeskSandboxCall *call,
                  const char      *message)
{
  desk_sandbox_call_fail (call, SOUP_STATUS_BAD_REQUEST, "bad_request", message);
}

static void
write_customer (DeskSandboxDirectory *directory,
                DeskSandboxCustomer  *customer,
                JsonBuilder          *builder)
{
  const char *institution_id = desk_sandbox_customer_get_institution_id (customer);
  DeskSandboxInstitution *institution = desk_sandbox_directory_find_institution (directory, institution_id);
  gboolean is_persona = desk_sandbox_customer_get_source (customer) == DESK_SANDBOX_SOURCE_PERSONA;

  json_builder_begin_object (builder);
  desk_sandbox_json_add_string (builder, "customer_id", desk_sandbox_customer_get_id (customer));
  desk_sandbox_json_add_string (builder, "name", desk_sandbox_customer_get_name (customer));
  desk_sandbox_json_add_string (builder, "login", desk_sandbox_customer_get_login (customer));
  desk_sandbox_json_add_string (builder, "institution_id", institution_id);
  desk_sandbox_json_add_string (builder, "institution_name", institution->name);
  desk_sandbox_json_add_string (builder, "industry", desk_sandbox_customer_get_industry (customer));
  desk_sandbox_json_add_string (builder, "source", is_persona ? "persona" : "data");
  json_builder_end_object (builder);
}

void
desk_sandbox_control_list_customers (DeskSandboxCall *call)
{
  GPtrArray *customers = desk_sandbox_directory_get_customers (call->world->directory);
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "customers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < customers->len; i++)
    write_customer (call->world->directory, g_ptr_array_index (customers, i), builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  desk_sandbox_call_reply_json (call, builder);
}

/* The accounts that the body names, or all; %NULL if one of them is not the customer's. */
static char **
select_accounts (DeskSandboxCall     *call,
                 DeskSandboxCustomer *customer)
{
  g_auto (GStrv) wanted = desk_sandbox_json_dup_strings (call->body, "account_ids");
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  GPtrArray *accounts = desk_sandbox_customer_get_accounts (customer);
  guint n_selected = 0;

  for (guint i = 0; i < accounts->len; i++)
    {
      const DeskSandboxAccount *account = g_ptr_array_index (accounts, i);

      if (wanted != NULL && !g_strv_contains ((const char *const *) wanted, account->account_id))
        continue;

      g_strv_builder_add (builder, account->account_id);
      n_selected++;
    }

  if (wanted != NULL && n_selected != g_strv_length (wanted))
    return NULL;

  return g_strv_builder_end (builder);
}

static DeskSandboxCustomer *
find_customer (DeskSandboxCall *call)
{
  const char *institution_id = desk_sandbox_call_get_body_string (call, "institution_id");
  const char *customer_id = desk_sandbox_call_get_body_string (call, "customer_id");

  if (institution_id == NULL || customer_id == NULL)
    return NULL;

  return desk_sandbox_directory_find_customer (call->world->directory, institution_id, customer_id);
}

static void
grant (DeskSandboxCall     *call,
       DeskSandboxCustomer *customer,
       const char *const   *account_ids)
{
  g_auto (GStrv) wanted = desk_sandbox_json_dup_strings (call->body, "permissions");
  g_auto (GStrv) permissions = desk_sandbox_permission_select (desk_sandbox_customer_get_industry (customer),
                                                               (const char *const *) wanted);
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  DeskSandboxConsent *consent;

  consent = desk_sandbox_state_add_consent (call->world->state,
                                            desk_sandbox_call_get_body_string (call, "end_user_id"),
                                            desk_sandbox_customer_get_institution_id (customer),
                                            desk_sandbox_customer_get_id (customer),
                                            account_ids, (const char *const *) permissions);
  desk_sandbox_state_save (call->world->state);
  json_builder_begin_object (builder);
  desk_sandbox_json_add_string (builder, "consent_id", consent->arrangement_id);
  json_builder_end_object (builder);
  desk_sandbox_call_reply_json (call, builder);
}

void
desk_sandbox_control_grant_consent (DeskSandboxCall *call)
{
  const char *end_user_id = desk_sandbox_call_get_body_string (call, "end_user_id");
  g_auto (GStrv) account_ids = NULL;
  DeskSandboxCustomer *customer;

  if (end_user_id == NULL || desk_sandbox_state_find_end_user (call->world->state, end_user_id) == NULL)
    {
      desk_sandbox_call_fail (call, SOUP_STATUS_NOT_FOUND, "end_user_not_found", "The end user does not exist");
      return;
    }

  customer = find_customer (call);
  if (customer == NULL)
    {
      desk_sandbox_call_fail (call, SOUP_STATUS_NOT_FOUND, "customer_not_found",
                              "The institution has no such customer");
      return;
    }

  if (!desk_sandbox_json_are_strings (call->body, "account_ids") ||
      !desk_sandbox_json_are_strings (call->body, "permissions"))
    {
      fail_bad_request (call, "The account_ids and the permissions are lists of texts");
      return;
    }

  account_ids = select_accounts (call, customer);
  if (account_ids == NULL)
    fail_bad_request (call, "The account_ids name one that is not the customer's");
  else
    grant (call, customer, (const char *const *) account_ids);
}

void
desk_sandbox_control_end_consent (DeskSandboxCall *call)
{
  static const char *const ways[] = { "institution", "expiry", "accounts_closed", NULL };
  DeskSandboxConsent *consent = desk_sandbox_state_find_consent (call->world->state, call->argument);
  const char *how = desk_sandbox_call_get_body_string (call, "how");
  gint64 now = desk_sandbox_state_get_now (call->world->state);

  if (consent == NULL)
    {
      desk_sandbox_call_fail (call, SOUP_STATUS_NOT_FOUND, "consent_not_found", "The consent does not exist");
      return;
    }

  if (how == NULL || !g_strv_contains (ways, how))
    {
      fail_bad_request (call, "The member how is not institution, expiry or accounts_closed");
      return;
    }

  if (g_str_equal (how, "expiry"))
    consent->expires_at = MIN (consent->expires_at, now);
  else
    desk_sandbox_consent_end (consent, now);
  desk_sandbox_state_save (call->world->state);
  desk_sandbox_call_reply_empty (call);
}

static gboolean
read_instant (DeskSandboxCall *call,
              gint64           now,
              gint64          *instant)
{
  const char *advance = desk_sandbox_call_get_body_string (call, "advance");
  const char *set = desk_sandbox_call_get_body_string (call, "set");

  if (advance != NULL)
    return desk_sandbox_duration_add (advance, now, instant);

  return set != NULL && desk_instant_parse (set, instant, NULL);
}

void
desk_sandbox_control_move_clock (DeskSandboxCall *call)
{
  DeskClock *clock = desk_sandbox_state_get_clock (call->world->state);
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  gint64 instant;

  if (!read_instant (call, desk_clock_get_now (clock), &instant) ||
      instant < 0 || instant > DESK_SANDBOX_LAST_INSTANT)
    {
      fail_bad_request (call, "The body names neither a duration in advance nor an instant in set, from 1970 to 2999");
      return;
    }

  if (desk_clock_is_frozen (clock))
    desk_clock_freeze (clock, instant);
  else
    desk_clock_set (clock, instant);
  desk_sandbox_state_save (call->world->state);

  json_builder_begin_object (builder);
  desk_sandbox_json_add_instant (builder, "now", desk_clock_get_now (clock));
  json_builder_end_object (builder);
  desk_sandbox_call_reply_json (call, builder);
}

void
desk_sandbox_control_reset (DeskSandboxCall *call)
{
  desk_sandbox_webhook_sender_forget (call->world->sender);
  desk_sandbox_state_reset (call->world->state);
  desk_sandbox_faults_reset (call->world->faults);
  desk_sandbox_state_save (call->world->state);
  desk_sandbox_control_get_state (call);
}

static guint
count_active (DeskSandboxState *state)
{
  GPtrArray *consents = desk_sandbox_state_get_consents (state);
  guint n_active = 0;

  for (guint i = 0; i < consents->len; i++)
    if (desk_sandbox_consent_is_active (g_ptr_array_index (consents, i), desk_sandbox_state_get_now (state)))
      n_active++;

  return n_active;
}

void
desk_sandbox_control_get_state (DeskSandboxCall *call)
{
  DeskSandboxState *state = call->world->state;
  GPtrArray *customers = desk_sandbox_directory_get_customers (call->world->directory);
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, desk_sandbox_state_get_seed (state));
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  desk_sandbox_json_add_instant (builder, "now", desk_sandbox_state_get_now (state));
  desk_sandbox_json_add_boolean (builder, "frozen", desk_clock_is_frozen (desk_sandbox_state_get_clock (state)));
  desk_sandbox_json_add_string (builder, "state_id", desk_sandbox_state_get_id (state));
  desk_sandbox_json_add_string (builder, "seed", seed);
  desk_sandbox_json_add_int (builder, "end_users", desk_sandbox_state_get_end_users (state)->len);
  desk_sandbox_json_add_int (builder, "sessions", desk_sandbox_state_get_n_sessions (state));
  desk_sandbox_json_add_int (builder, "consents", desk_sandbox_state_get_consents (state)->len);
  desk_sandbox_json_add_int (builder, "active_consents", count_active (state));
  desk_sandbox_json_add_int (builder, "customers", customers->len);
  json_builder_end_object (builder);
  desk_sandbox_call_reply_json (call, builder);
}

void
desk_sandbox_control_list_requests (DeskSandboxCall *call)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "requests");
  desk_sandbox_request_log_write (call->world->log, builder);
  json_builder_end_object (builder);
  desk_sandbox_call_reply_json (call, builder);
}
