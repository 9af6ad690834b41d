/* desk-sandbox-end-user-calls.c: the calls about end users
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-core-calls.h"
#include "desk-sandbox-json.h"
#include "desk-sandbox-pager.h"

static void
fail_not_found (DeskSandboxCall *call)
{
  desk_sandbox_call_fail (call, SOUP_STATUS_NOT_FOUND, "end_user_not_found", "The end user does not exist");
}

/* A member that is not in the body leaves the field as it is. */
static void
read_field (DeskSandboxCall  *call,
            const char       *name,
            char            **field)
{
  const char *text = desk_sandbox_json_get_string (call->body, name);

  if (text == NULL)
    return;

  g_free (*field);
  *field = g_strdup (text);
}

void
desk_sandbox_core_create_end_user (DeskSandboxCall *call)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  DeskSandboxEndUser *end_user;

  if (desk_sandbox_call_get_body_string (call, "email") == NULL)
    {
      desk_sandbox_call_fail (call, SOUP_STATUS_BAD_REQUEST, "bad_request", "The email is required");
      return;
    }

  end_user = desk_sandbox_state_add_end_user (call->world->state);
  read_field (call, "email", &end_user->email);
  read_field (call, "name", &end_user->name);
  read_field (call, "phone", &end_user->phone);
  read_field (call, "abn", &end_user->abn);
  desk_sandbox_state_save (call->world->state);

  json_builder_begin_object (builder);
  desk_sandbox_json_add_string (builder, "end_user_id", end_user->id);
  json_builder_end_object (builder);
  desk_sandbox_call_reply_json (call, builder);
}

static GArray *
list_segments (DeskSandboxCall *call)
{
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (DeskSandboxSegment));
  GPtrArray *end_users = desk_sandbox_state_get_end_users (call->world->state);
  const char *email = desk_sandbox_form_get (call->query, "email");

  for (guint i = 0; i < end_users->len; i++)
    {
      DeskSandboxEndUser *end_user = g_ptr_array_index (end_users, i);
      DeskSandboxSegment segment = { end_user->sequence, 1, end_user };

      if (email == NULL || (end_user->email != NULL && g_ascii_strcasecmp (end_user->email, email) == 0))
        g_array_append_val (segments, segment);
    }

  return segments;
}

static void
write_row (const DeskSandboxSegment *segment,
           guint                     position,
           GString                  *text,
           gpointer                  user_data)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *json = NULL;

  desk_sandbox_end_user_write (segment->source, builder);
  json = desk_sandbox_json_dup_text (builder);
  g_string_append (text, json);
}

void
desk_sandbox_core_list_end_users (DeskSandboxCall *call)
{
  g_autoptr(GArray) segments = list_segments (call);

  desk_sandbox_pager_reply_list (call, "end_users", segments, write_row, NULL);
}

void
desk_sandbox_core_get_end_user (DeskSandboxCall *call)
{
  DeskSandboxEndUser *end_user = desk_sandbox_state_find_end_user (call->world->state, call->argument);
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  if (end_user == NULL)
    {
      fail_not_found (call);
      return;
    }

  desk_sandbox_end_user_write (end_user, builder);
  desk_sandbox_call_reply_json (call, builder);
}

void
desk_sandbox_core_update_end_user (DeskSandboxCall *call)
{
  DeskSandboxEndUser *end_user = desk_sandbox_state_find_end_user (call->world->state, call->argument);

  if (end_user == NULL)
    {
      fail_not_found (call);
      return;
    }

  if (call->body == NULL)
    {
      desk_sandbox_call_fail (call, SOUP_STATUS_BAD_REQUEST, "bad_request", "The body is not a JSON object");
      return;
    }

  read_field (call, "email", &end_user->email);
  read_field (call, "phone", &end_user->phone);
  read_field (call, "abn", &end_user->abn);
  desk_sandbox_state_save (call->world->state);
  desk_sandbox_call_reply_empty (call);
}

void
desk_sandbox_core_delete_end_user (DeskSandboxCall *call)
{
  if (!desk_sandbox_state_remove_end_user (call->world->state, call->argument))
    {
      fail_not_found (call);
      return;
    }

  desk_sandbox_state_save (call->world->state);
  desk_sandbox_call_reply_empty (call);
}
