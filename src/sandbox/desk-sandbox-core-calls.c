/* desk-sandbox-core-calls.c: the calls about tokens, institutions, permissions and sessions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-core-calls.h"

#include "desk-sandbox-json.h"
#include "desk-sandbox-permission.h"
#include "desk-sandbox-token.h"

static void
fail_bad_request (DeskSandboxCall *call,
                  const char      *message)
{
  desk_sandbox_call_fail (call, SOUP_STATUS_BAD_REQUEST, "bad_request", message);
}

void
desk_sandbox_core_create_token (DeskSandboxCall *call)
{
  DeskSandboxState *state = call->world->state;
  const char *client_id = desk_sandbox_call_get_body_string (call, "client_id");
  const char *client_secret = desk_sandbox_call_get_body_string (call, "client_secret");
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *token = NULL;

  if (client_id == NULL || client_secret == NULL)
    {
      fail_bad_request (call, "The client_id and the client_secret are required");
      return;
    }

  if (!g_str_equal (client_id, desk_sandbox_state_get_client_id (state)) ||
      !g_str_equal (client_secret, desk_sandbox_state_get_client_secret (state)))
    {
      desk_sandbox_call_fail (call, SOUP_STATUS_UNAUTHORIZED, "unauthorized",
                              "The client_id or the client_secret is wrong");
      return;
    }

  token = desk_sandbox_token_new (state);
  json_builder_begin_object (builder);
  desk_sandbox_json_add_string (builder, "token", token);
  desk_sandbox_json_add_string (builder, "token_type", "Bearer");
  desk_sandbox_json_add_int (builder, "expires_in", DESK_SANDBOX_TOKEN_SECONDS);
  json_builder_end_object (builder);
  desk_sandbox_call_reply_json (call, builder);
}

static void
write_institution (DeskSandboxCall              *call,
                   const DeskSandboxInstitution *institution,
                   JsonBuilder                  *builder)
{
  g_autofree char *icon = g_strdup_printf ("%s/icons/%s.svg", call->world->auth_origin, institution->id);
  g_autofree char *logo = g_strdup_printf ("%s/icons/%s-logo.svg", call->world->auth_origin, institution->id);

  json_builder_begin_object (builder);
  desk_sandbox_json_add_string (builder, "id", institution->id);
  desk_sandbox_json_add_string (builder, "name", institution->name);
  desk_sandbox_json_add_string (builder, "industry", institution->industry);
  desk_sandbox_json_add_string (builder, "icon", icon);
  desk_sandbox_json_add_string (builder, "logo", logo);
  desk_sandbox_json_add_boolean (builder, "is_accessible", TRUE);
  desk_sandbox_json_add_int (builder, "priority", institution->priority);
  json_builder_set_member_name (builder, "status");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "connections");
  json_builder_begin_object (builder);
  desk_sandbox_json_add_string (builder, "status", desk_sandbox_institution_get_status (institution));
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

/* The first of each industry. */
static gboolean
is_recommended (const DeskSandboxInstitution *institution,
                GPtrArray                    *institutions)
{
  for (guint i = 0; i < institutions->len; i++)
    {
      const DeskSandboxInstitution *other = g_ptr_array_index (institutions, i);

      if (g_str_equal (other->industry, institution->industry) && other->priority < institution->priority)
        return FALSE;
    }

  return TRUE;
}

void
desk_sandbox_core_list_institutions (DeskSandboxCall *call)
{
  GPtrArray *institutions = desk_sandbox_directory_get_institutions (call->world->directory);
  const char *client_id = desk_sandbox_form_get (call->query, "client_id");
  const char *industry = desk_sandbox_form_get (call->query, "industry");
  const char *mode = desk_sandbox_form_get (call->query, "institution_mode");
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  if (client_id == NULL || !g_str_equal (client_id, desk_sandbox_state_get_client_id (call->world->state)))
    {
      fail_bad_request (call, client_id == NULL ? "The client_id parameter is required"
                                                : "EndUserID is not associated with clientID passed in request");
      return;
    }

  json_builder_begin_array (builder);
  for (guint i = 0; i < institutions->len; i++)
    {
      DeskSandboxInstitution *institution = g_ptr_array_index (institutions, i);

      if ((industry == NULL || g_str_equal (industry, institution->industry)) &&
          (g_strcmp0 (mode, "recommended") != 0 || is_recommended (institution, institutions)))
        write_institution (call, institution, builder);
    }
  json_builder_end_array (builder);
  desk_sandbox_call_reply_json (call, builder);
}

void
desk_sandbox_core_get_institution (DeskSandboxCall *call)
{
  DeskSandboxInstitution *institution =
    desk_sandbox_directory_find_institution (call->world->directory, call->argument);
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  if (institution == NULL)
    {
      desk_sandbox_call_fail (call, SOUP_STATUS_NOT_FOUND, "institution_not_found", "The institution does not exist");
      return;
    }

  write_institution (call, institution, builder);
  desk_sandbox_call_reply_json (call, builder);
}

void
desk_sandbox_core_list_permissions (DeskSandboxCall *call)
{
  g_autoptr(GPtrArray) permissions = desk_sandbox_permission_list (desk_sandbox_form_get (call->query, "industry"));
  const char *const standards[] = { "CDR", NULL };
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < permissions->len; i++)
    {
      const DeskSandboxPermission *permission = g_ptr_array_index (permissions, i);

      json_builder_begin_object (builder);
      desk_sandbox_json_add_string (builder, "name", permission->name);
      desk_sandbox_json_add_string (builder, "description", permission->description);
      desk_sandbox_json_add_string (builder, "industry", permission->industry);
      desk_sandbox_json_add_string (builder, "scope", permission->scope);
      desk_sandbox_json_add_strings (builder, "standards", standards);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  desk_sandbox_call_reply_json (call, builder);
}

static gboolean
has_control_character (const char *text)
{
  for (; *text != '\0'; text++)
    if (g_ascii_iscntrl (*text))
      return TRUE;

  return FALSE;
}

/* A page of the auth origin is sent there, so what runs code or reads files is refused;
 * it goes into a header, so what would end the header is refused too. */
static gboolean
is_allowed_target (const char *uri)
{
  static const char *const refused[] = { "javascript", "data", "vbscript", "blob", "file", "about", NULL };
  g_autofree char *scheme = NULL;

  if (uri == NULL)
    return TRUE;

  if (has_control_character (uri) || !g_uri_is_valid (uri, G_URI_FLAGS_NONE, NULL))
    return FALSE;

  scheme = g_uri_parse_scheme (uri);
  return scheme != NULL && !g_strv_contains (refused, scheme);
}

/* The consent that the session is to renew; %NULL if there is none of that end user and institution that is active. */
static DeskSandboxConsent *
find_arrangement (DeskSandboxCall *call)
{
  DeskSandboxState *state = call->world->state;
  const char *institution_id = desk_sandbox_call_get_body_string (call, "institution_id");
  DeskSandboxConsent *consent =
    desk_sandbox_state_find_consent (state, desk_sandbox_call_get_body_string (call, "arrangement_id"));

  if (consent == NULL || !desk_sandbox_consent_is_active (consent, desk_sandbox_state_get_now (state)) ||
      !g_str_equal (consent->end_user_id, desk_sandbox_call_get_body_string (call, "end_user_id")) ||
      (institution_id != NULL && !g_str_equal (institution_id, consent->institution_id)))
    return NULL;

  return consent;
}

static gboolean
check_session (DeskSandboxCall   *call,
               const char *const *permissions)
{
  const char *end_user_id = desk_sandbox_call_get_body_string (call, "end_user_id");
  const char *institution_id = desk_sandbox_call_get_body_string (call, "institution_id");

  if (end_user_id == NULL)
    fail_bad_request (call, "The end_user_id is required");
  else if (desk_sandbox_state_find_end_user (call->world->state, end_user_id) == NULL)
    desk_sandbox_call_fail (call, SOUP_STATUS_NOT_FOUND, "end_user_not_found", "The end user does not exist");
  else if (institution_id != NULL &&
           desk_sandbox_directory_find_institution (call->world->directory, institution_id) == NULL)
    desk_sandbox_call_fail (call, SOUP_STATUS_BAD_REQUEST, "invalid_institution_id", "The institution does not exist");
  else if (!is_allowed_target (desk_sandbox_call_get_body_string (call, "redirect_uri")) ||
           !is_allowed_target (desk_sandbox_call_get_body_string (call, "cancel_uri")))
    fail_bad_request (call, "The redirect_uri or the cancel_uri is not an address that can be used");
  else if (!desk_sandbox_json_are_strings (call->body, "permissions"))
    fail_bad_request (call, "The permissions are not a list of names");
  else if (permissions != NULL && !desk_sandbox_permission_are_known (permissions))
    fail_bad_request (call, "The permissions name one that does not exist");
  else if (desk_sandbox_call_get_body_string (call, "arrangement_id") != NULL && find_arrangement (call) == NULL)
    desk_sandbox_call_fail (call, SOUP_STATUS_BAD_REQUEST, "invalid_arrangement_id",
                            "The end user has no such arrangement that is active");
  else
    return TRUE;

  return FALSE;
}

static void
reply_session (DeskSandboxCall          *call,
               const DeskSandboxSession *session)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *auth_url = g_strdup_printf ("%s/?sess_id=%s", call->world->auth_origin, session->id);

  json_builder_begin_object (builder);
  desk_sandbox_json_add_string (builder, "id", desk_sandbox_state_get_client_id (call->world->state));
  desk_sandbox_json_add_string (builder, "session_id", session->id);
  desk_sandbox_json_add_string (builder, "auth_url", auth_url);
  desk_sandbox_json_add_int (builder, "expires_at", session->expires_at / G_USEC_PER_SEC);
  json_builder_end_object (builder);
  desk_sandbox_call_reply_json (call, builder);
}

/* What is renewed is the arrangement as it is: its institution and what is shared, whatever else is asked for. */
static void
renew (DeskSandboxSession       *session,
       const DeskSandboxConsent *consent)
{
  session->arrangement_id = g_strdup (consent->arrangement_id);
  g_free (session->institution_id);
  session->institution_id = g_strdup (consent->institution_id);
  g_strfreev (session->permissions);
  session->permissions = g_strdupv (consent->permissions);
}

void
desk_sandbox_core_create_session (DeskSandboxCall *call)
{
  g_auto (GStrv) permissions = NULL;
  DeskSandboxSession *session;

  if (call->body != NULL)
    permissions = desk_sandbox_json_dup_strings (call->body, "permissions");
  if (!check_session (call, (const char *const *) permissions))
    return;

  session = desk_sandbox_state_add_session (call->world->state,
                                            desk_sandbox_call_get_body_string (call, "end_user_id"));
  session->redirect_uri = g_strdup (desk_sandbox_call_get_body_string (call, "redirect_uri"));
  session->cancel_uri = g_strdup (desk_sandbox_call_get_body_string (call, "cancel_uri"));
  session->institution_id = g_strdup (desk_sandbox_call_get_body_string (call, "institution_id"));
  session->permissions = g_steal_pointer (&permissions);
  if (desk_sandbox_call_get_body_string (call, "arrangement_id") != NULL)
    renew (session, find_arrangement (call));
  session->pinned = session->institution_id != NULL;
  desk_sandbox_state_save (call->world->state);
  reply_session (call, session);
}
