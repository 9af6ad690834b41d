/* desk-sandbox-fault-calls.c: the control calls about faults
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-fault-calls.h"

#include <glib/gi18n-lib.h>

#include "desk-sandbox-json.h"

static const char *const parameter_names[] = {
  [DESK_SANDBOX_PARAMETER_NONE] = NULL,
  [DESK_SANDBOX_PARAMETER_DURATION] = "duration",
  [DESK_SANDBOX_PARAMETER_NTH] = "nth",
  [DESK_SANDBOX_PARAMETER_BYTES] = "bytes",
  [DESK_SANDBOX_PARAMETER_STATUS] = "status",
  [DESK_SANDBOX_PARAMETER_MEDIA_TYPE] = "media_type",
  [DESK_SANDBOX_PARAMETER_LOOKALIKE] = "lookalike",
};

static void
write_fault (DeskSandboxFaults      *switched,
             const DeskSandboxFault *fault,
             JsonBuilder            *builder)
{
  json_builder_begin_object (builder);
  desk_sandbox_json_add_string (builder, "fault", fault->name);
  desk_sandbox_json_add_string (builder, "description", _(fault->description));
  desk_sandbox_json_add_boolean (builder, "on", desk_sandbox_faults_is_on (switched, fault->name, NULL));
  desk_sandbox_json_add_string (builder, "parameter", parameter_names[fault->parameter]);
  desk_sandbox_json_add_string (builder, "fallback", fault->fallback);
  if (fault->place == DESK_SANDBOX_FAULT_NETWORK || fault->place == DESK_SANDBOX_FAULT_DATA)
    desk_sandbox_json_add_boolean (builder, "takes_scope", TRUE);
  json_builder_end_object (builder);
}

void
desk_sandbox_fault_calls_list (DeskSandboxCall *call)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  guint n_faults;
  const DeskSandboxFault *faults = desk_sandbox_fault_list (&n_faults);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "faults");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_faults; i++)
    write_fault (call->world->faults, &faults[i], builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  desk_sandbox_call_reply_json (call, builder);
}

/* Whether the body's member "on" is a boolean, and which. */
static gboolean
read_on (DeskSandboxCall *call,
         gboolean        *on)
{
  JsonNode *node = call->body != NULL ? json_object_get_member (call->body, "on") : NULL;

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return FALSE;

  *on = json_node_get_boolean (node);
  return TRUE;
}

void
desk_sandbox_fault_calls_switch (DeskSandboxCall *call)
{
  const char *text = desk_sandbox_call_get_body_string (call, "fault");
  g_autoptr(GError) error = NULL;
  gboolean on;

  if (text == NULL || !read_on (call, &on))
    desk_sandbox_call_fail (call, SOUP_STATUS_BAD_REQUEST, "bad_request",
                            "The body has a text in fault and true or false in on");
  else if (!desk_sandbox_faults_switch (call->world->faults, text, on, &error))
    desk_sandbox_call_fail (call, SOUP_STATUS_BAD_REQUEST, "bad_request", error->message);
  else
    desk_sandbox_fault_calls_list (call);
}
