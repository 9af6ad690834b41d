/* desk-sandbox-fault-answer.c: faults that answer in place of the sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-fault-answer.h"

#include <string.h>

#define STATUS_TOO_MANY_REQUESTS 429
#define RETRY_AFTER "1"

static const char gateway_page[] =
  "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n"
  "</body>\r\n</html>\r\n";

/* What an error is called, in capitals for calls that read data. */
static const struct
{
  guint       status;
  const char *core_name;
  const char *data_name;
  const char *message;
} errors[] = {
  { 400, "bad_request", "InvalidRequest", "The request is not valid" },
  { 401, "unauthorized", "Unauthorized", "The token is missing, wrong or expired" },
  { 403, "insufficient_scopes", "Forbidden", "The token does not allow this call" },
  { 404, "not_found", "NotFound", "There is nothing at this path" },
  { STATUS_TOO_MANY_REQUESTS, "too_many_requests", "TooManyRequests", "Too many calls. Wait before the next one" },
  { 503, "service_unavailable", "ServiceUnavailable", "The service is temporarily unavailable" },
};

/* Who logged in, if the call is for a page of the consent flow. */
static void
add_visitor (DeskSandboxCall *call,
             GPtrArray       *customers)
{
  const char *text = desk_sandbox_form_get (call->query, "sess_id");
  g_autofree char *id = NULL;
  DeskSandboxSession *session;
  DeskSandboxCustomer *customer = NULL;

  if (text == NULL)
    text = desk_sandbox_form_get (call->query, "request");
  if (text == NULL)
    return;

  /* The institution is given the session's id with a proof after it. */
  id = g_strndup (text, strcspn (text, "-"));
  session = desk_sandbox_state_find_session (call->world->state, id);
  if (session != NULL && session->institution_id != NULL && session->customer_id != NULL)
    customer = desk_sandbox_directory_find_customer (call->world->directory, session->institution_id,
                                                     session->customer_id);
  if (customer != NULL)
    g_ptr_array_add (customers, customer);
}

/* Who logged in, and those whose data the call's end user shares. */
static GPtrArray *
list_customers (DeskSandboxCall *call)
{
  const char *end_user_id = desk_sandbox_form_get (call->query, "end_user_id");
  GPtrArray *consents = desk_sandbox_state_get_consents (call->world->state);
  GPtrArray *customers = g_ptr_array_new ();

  add_visitor (call, customers);
  for (guint i = 0; end_user_id != NULL && i < consents->len; i++)
    {
      const DeskSandboxConsent *consent = g_ptr_array_index (consents, i);
      DeskSandboxCustomer *customer;

      if (!g_str_equal (consent->end_user_id, end_user_id) ||
          !desk_sandbox_consent_is_active (consent, desk_sandbox_state_get_now (call->world->state)))
        continue;

      customer = desk_sandbox_directory_find_customer (call->world->directory, consent->institution_id,
                                                       consent->customer_id);
      if (customer != NULL)
        g_ptr_array_add (customers, customer);
    }

  return customers;
}

DeskSandboxFaultSpec *
desk_sandbox_fault_find_for_call (DeskSandboxCall *call,
                                  const char      *origin,
                                  const char      *name)
{
  g_autoptr(GPtrArray) customers = list_customers (call);

  return desk_sandbox_faults_find_for_call (call->world->faults, name, origin, call->path, customers);
}

static gboolean
strikes (DeskSandboxCall *call,
         const char      *origin,
         const char      *name)
{
  DeskSandboxFaultSpec *spec = desk_sandbox_fault_find_for_call (call, origin, name);

  return spec != NULL && desk_sandbox_fault_spec_strikes (spec);
}

static gboolean
is_data_call (DeskSandboxCall *call)
{
  return g_str_has_prefix (call->path, "v1/banking/") || g_str_has_prefix (call->path, "v1/energy/") ||
         g_str_has_prefix (call->path, "v1/common/");
}

static void
fail (DeskSandboxCall *call,
      guint            status)
{
  const char *core_name = status < 500 ? "bad_request" : "internal_server_error";
  const char *data_name = status < 500 ? "InvalidRequest" : "InternalServerError";
  const char *message = "The sandbox was told to fail";

  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    if (errors[i].status == status)
      {
        core_name = errors[i].core_name;
        data_name = errors[i].data_name;
        message = errors[i].message;
      }

  call->envelope = is_data_call (call) ? DESK_SANDBOX_ENVELOPE_DATA : DESK_SANDBOX_ENVELOPE_CORE;
  if (status == SOUP_STATUS_SERVICE_UNAVAILABLE)
    desk_sandbox_call_fail_temporarily (call);
  else
    desk_sandbox_call_fail (call, status, is_data_call (call) ? data_name : core_name, message);
}

static void
fail_with_page (DeskSandboxCall *call)
{
  soup_server_message_set_status (call->message, SOUP_STATUS_BAD_GATEWAY, NULL);
  soup_server_message_set_response (call->message, "text/html", SOUP_MEMORY_STATIC,
                                    gateway_page, sizeof gateway_page - 1);
}

static void
refuse_for_now (DeskSandboxCall *call)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (call->message);

  soup_message_headers_replace (headers, "Retry-After", RETRY_AFTER);
  fail (call, STATUS_TOO_MANY_REQUESTS);
}

static gboolean
has_token (DeskSandboxCall *call)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (call->message);

  return soup_message_headers_get_one (headers, "Authorization") != NULL;
}

gboolean
desk_sandbox_fault_answer (DeskSandboxCall *call,
                           const char      *origin)
{
  DeskSandboxFaultSpec *data_error = desk_sandbox_fault_find_for_call (call, origin, "data-error");

  if (data_error != NULL)
    fail (call, (guint) data_error->number);
  else if (has_token (call) && strikes (call, origin, "expired-token"))
    fail (call, SOUP_STATUS_UNAUTHORIZED);
  else if (strikes (call, origin, "rate-limit"))
    refuse_for_now (call);
  else if (strikes (call, origin, "http-500"))
    fail (call, SOUP_STATUS_INTERNAL_SERVER_ERROR);
  else if (strikes (call, origin, "http-502"))
    fail_with_page (call);
  else if (strikes (call, origin, "http-503"))
    fail (call, SOUP_STATUS_SERVICE_UNAVAILABLE);
  else
    return FALSE;

  return TRUE;
}
