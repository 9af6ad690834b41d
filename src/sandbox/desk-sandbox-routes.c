/* desk-sandbox-routes.c: which call answers which path
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-routes.h"

#include <string.h>

#include "desk-sandbox-category-calls.h"
#include "desk-sandbox-control-calls.h"
#include "desk-sandbox-core-calls.h"
#include "desk-sandbox-data-calls.h"
#include "desk-sandbox-freshness-calls.h"
#include "desk-sandbox-income-calls.h"
#include "desk-sandbox-offer-calls.h"
#include "desk-sandbox-fault-calls.h"
#include "desk-sandbox-token.h"
#include "desk-sandbox-webhook-calls.h"

/* One method of one path; "{}" in the path stands for one part, the call's argument. */
typedef struct
{
  const char *method;
  const char *path;
  void      (*answer) (DeskSandboxCall *call);
  gboolean    is_open; /* needs no token */
} Route;

static const Route routes[] = {
  { "POST", "v1/token", desk_sandbox_core_create_token, TRUE },
  { "POST", "v1/end-users", desk_sandbox_core_create_end_user, FALSE },
  { "GET", "v1/end-users", desk_sandbox_core_list_end_users, FALSE },
  { "GET", "v1/end-users/{}", desk_sandbox_core_get_end_user, FALSE },
  { "POST", "v1/end-users/{}", desk_sandbox_core_update_end_user, FALSE },
  { "DELETE", "v1/end-users/{}", desk_sandbox_core_delete_end_user, FALSE },
  { "GET", "v1/institutions", desk_sandbox_core_list_institutions, FALSE },
  { "GET", "v1/institutions/{}", desk_sandbox_core_get_institution, FALSE },
  { "GET", "v1/permissions", desk_sandbox_core_list_permissions, FALSE },
  { "POST", "v1/auth/session", desk_sandbox_core_create_session, FALSE },
  { "GET", "v1/consent", desk_sandbox_core_list_consents, FALSE },
  { "DELETE", "v1/consent/{}", desk_sandbox_core_revoke_consent, FALSE },
  { "POST", "v1/banking/transactions/category", desk_sandbox_category_override, FALSE },
  { "GET", "v1/banking/products", desk_sandbox_offer_list_products, FALSE },
  { "GET", "v1/banking/products/{}", desk_sandbox_offer_get_product, FALSE },
  { "GET", "v1/banking/income", desk_sandbox_income_reply, FALSE },
  { "GET", "v1/energy/plans", desk_sandbox_offer_list_plans, FALSE },
  { "GET", "v1/energy/plans/{}", desk_sandbox_offer_get_plan, FALSE },
  { "GET", "v1/data-freshness", desk_sandbox_freshness_list, FALSE },
  { "GET", "sandbox/customers", desk_sandbox_control_list_customers, FALSE },
  { "POST", "sandbox/consents", desk_sandbox_control_grant_consent, FALSE },
  { "POST", "sandbox/consents/{}/end", desk_sandbox_control_end_consent, FALSE },
  { "POST", "sandbox/clock", desk_sandbox_control_move_clock, FALSE },
  { "POST", "sandbox/webhooks", desk_sandbox_webhook_fire, FALSE },
  { "POST", "sandbox/webhooks/target", desk_sandbox_webhook_set_target, FALSE },
  { "GET", "sandbox/faults", desk_sandbox_fault_calls_list, FALSE },
  { "POST", "sandbox/faults", desk_sandbox_fault_calls_switch, FALSE },
  { "POST", "sandbox/reset", desk_sandbox_control_reset, FALSE },
  { "GET", "sandbox/state", desk_sandbox_control_get_state, FALSE },
  { "GET", "sandbox/requests", desk_sandbox_control_list_requests, FALSE },
};

/* Whether the path fits the pattern, and what stands where the pattern has "{}". */
static gboolean
fits (const char  *pattern,
      const char  *path,
      char       **argument)
{
  g_auto (GStrv) wanted = g_strsplit (pattern, "/", -1);
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  const char *found = NULL;
  guint i;

  for (i = 0; wanted[i] != NULL && parts[i] != NULL; i++)
    {
      if (g_str_equal (wanted[i], "{}") && parts[i][0] != '\0')
        found = parts[i];
      else if (!g_str_equal (wanted[i], parts[i]))
        return FALSE;
    }

  if (wanted[i] != NULL || parts[i] != NULL)
    return FALSE;

  *argument = g_strdup (found);
  return TRUE;
}

static const Route *
find_route (DeskSandboxCall *call,
            gboolean        *has_path)
{
  const char *method = soup_server_message_get_method (call->message);

  *has_path = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (routes); i++)
    {
      g_autofree char *argument = NULL;

      if (!fits (routes[i].path, call->path, &argument))
        continue;

      *has_path = TRUE;
      if (g_str_equal (method, routes[i].method))
        {
          call->argument = g_steal_pointer (&argument);
          return &routes[i];
        }
    }

  return NULL;
}

/* The version of the header, echoed; without one the newest (fiskil-api.md 8.3). */
static gboolean
read_version (DeskSandboxCall *call)
{
  SoupMessageHeaders *request = soup_server_message_get_request_headers (call->message);
  SoupMessageHeaders *response = soup_server_message_get_response_headers (call->message);
  const char *text = soup_message_headers_get_one (request, "X-Fiskil-Version");

  if (text == NULL)
    text = "v3";
  if (text[0] != 'v' || text[1] < '1' || text[1] > '3' || text[2] != '\0')
    return FALSE;

  call->version = (guint) g_ascii_digit_value (text[1]);
  soup_message_headers_replace (response, "x-fiskil-version", text);
  return TRUE;
}

static gboolean
has_token (DeskSandboxCall *call)
{
  SoupMessageHeaders *request = soup_server_message_get_request_headers (call->message);
  const char *text = soup_message_headers_get_one (request, "Authorization");

  return text != NULL && g_ascii_strncasecmp (text, "Bearer ", 7) == 0 &&
         desk_sandbox_token_is_valid (call->world->state, text + 7);
}

static gboolean
check_token (DeskSandboxCall *call)
{
  if (has_token (call))
    return TRUE;

  desk_sandbox_call_fail (call, SOUP_STATUS_UNAUTHORIZED,
                          call->envelope == DESK_SANDBOX_ENVELOPE_DATA ? "Unauthorized" : "unauthorized",
                          "The token is missing, wrong or expired");
  return FALSE;
}

static void
answer_data (DeskSandboxCall          *call,
             const DeskSandboxDataSet *data_set)
{
  if (!check_token (call))
    return;

  if (g_str_equal (soup_server_message_get_method (call->message), "GET"))
    desk_sandbox_data_reply (call, data_set);
  else
    desk_sandbox_call_fail (call, SOUP_STATUS_METHOD_NOT_ALLOWED, "MethodNotAllowed", "Only GET is allowed here");
}

/* The data calls have an envelope of their own (fiskil-api.md 1.6). */
static gboolean
is_data_path (const char *path)
{
  static const char *const prefixes[] = { "v1/banking/", "v1/energy/", "v1/common/", "v1/data-freshness" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (path, prefixes[i]))
      return TRUE;

  return FALSE;
}

static void
answer_route (DeskSandboxCall *call)
{
  gboolean is_data = call->envelope == DESK_SANDBOX_ENVELOPE_DATA;
  gboolean has_path;
  const Route *route = find_route (call, &has_path);

  if (is_data && !check_token (call))
    return;

  if (route == NULL && has_path)
    desk_sandbox_call_fail (call, SOUP_STATUS_METHOD_NOT_ALLOWED, is_data ? "MethodNotAllowed" : "method_not_allowed",
                            "This method is not allowed here");
  else if (route == NULL)
    desk_sandbox_call_fail (call, SOUP_STATUS_NOT_FOUND, is_data ? "NotFound" : "not_found",
                            "There is nothing at this path");
  else if (route->is_open || check_token (call))
    route->answer (call);
}

void
desk_sandbox_routes_answer (DeskSandboxCall *call)
{
  const DeskSandboxDataSet *data_set = NULL;

  if (g_str_has_prefix (call->path, "v1/"))
    data_set = desk_sandbox_data_set_find_by_path (call->path + strlen ("v1/"));

  if (!read_version (call))
    {
      call->envelope = DESK_SANDBOX_ENVELOPE_DATA;
      desk_sandbox_call_fail (call, SOUP_STATUS_BAD_REQUEST, "InvalidRequest",
                              "The X-Fiskil-Version header is not v1, v2 or v3");
    }
  else if (data_set != NULL)
    {
      call->envelope = DESK_SANDBOX_ENVELOPE_DATA;
      answer_data (call, data_set);
    }
  else
    {
      if (is_data_path (call->path))
        call->envelope = DESK_SANDBOX_ENVELOPE_DATA;
      answer_route (call);
    }
}
