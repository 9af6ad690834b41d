/* link-verdict.c: speaks the verdicts on messages and navigations, line by line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-json.h"
#include "desk-link-message.h"
#include "desk-link-navigation.h"

#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <unistd.h>

static const char *const kind_names[] = {
  [DESK_LINK_VERDICT_COMPLETED] = "completed",
  [DESK_LINK_VERDICT_FAILED] = "failed",
  [DESK_LINK_VERDICT_IGNORED] = "ignored",
  [DESK_LINK_VERDICT_ALLOW] = "allow",
  [DESK_LINK_VERDICT_DENY] = "deny",
};

static char *
dup_member (DeskJsonSlice  line,
            const char    *name)
{
  return desk_json_slice_dup_string (desk_json_slice_get_member (line, name));
}

static DeskLinkMessageSource
get_source (DeskJsonSlice line)
{
  DeskJsonSlice source = desk_json_slice_get_member (line, "source");

  if (desk_json_slice_equals_string (source, "frame"))
    return DESK_LINK_MESSAGE_SOURCE_FRAME;

  return desk_json_slice_equals_string (source, "self") ? DESK_LINK_MESSAGE_SOURCE_SELF
                                                        : DESK_LINK_MESSAGE_SOURCE_OTHER;
}

static DeskLinkVerdict *
judge_message (DeskJsonSlice line)
{
  g_autofree char *expected_origin = dup_member (line, "expected_origin");
  g_autofree char *origin = dup_member (line, "origin");

  return desk_link_message_judge (expected_origin, origin, get_source (line),
                                  desk_json_slice_get_member (line, "data"));
}

/* Returns: (transfer full) (nullable): NULL if the line does not say where the page goes */
static DeskLinkVerdict *
judge_navigation (DeskJsonSlice line)
{
  g_autofree char *uri = dup_member (line, "uri");
  g_autofree char *session_id = dup_member (line, "session_id");
  g_autofree char *state = dup_member (line, "state");
  g_autofree char *redirect_uri = dup_member (line, "redirect_uri");
  g_autofree char *cancel_uri = dup_member (line, "cancel_uri");
  g_autofree char *auth_origin = dup_member (line, "auth_origin");
  g_autoptr(DeskLinkSession) session = NULL;

  if (uri == NULL)
    return NULL;

  session = desk_link_session_new (session_id != NULL ? session_id : "", state, redirect_uri, cancel_uri,
                                   auth_origin != NULL ? auth_origin : "");
  return desk_link_navigation_judge (session, uri);
}

static DeskLinkVerdict *
judge_line (const char *text,
            gsize       length)
{
  g_autoptr(GError) error = NULL;
  DeskLinkVerdict *verdict = NULL;
  DeskJsonSlice line, kind;

  if (!desk_json_parse (text, length, &line, &error))
    {
      g_printerr ("Not JSON: %s\n", error->message);
      return desk_link_verdict_new (DESK_LINK_VERDICT_IGNORED, NULL);
    }

  kind = desk_json_slice_get_member (line, "kind");
  if (desk_json_slice_equals_string (kind, "message"))
    verdict = judge_message (line);
  else if (desk_json_slice_equals_string (kind, "navigation"))
    verdict = judge_navigation (line);

  if (verdict != NULL)
    return verdict;

  g_printerr ("Neither a message nor a navigation with a uri\n");
  return desk_link_verdict_new (DESK_LINK_VERDICT_IGNORED, NULL);
}

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  if (text == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
print_verdict (const DeskLinkVerdict *verdict)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) node = NULL;
  g_autofree char *line = NULL;

  json_builder_begin_object (builder);
  add_text (builder, "verdict", kind_names[verdict->kind]);
  add_text (builder, "consent_id", verdict->consent_id);
  add_text (builder, "code", verdict->code);
  add_text (builder, "error_id", verdict->error_id);
  add_text (builder, "message", verdict->message);
  json_builder_end_object (builder);

  node = json_builder_get_root (builder);
  line = json_to_string (node, FALSE);

  /* g_print() would turn letters that the locale lacks into question marks. */
  puts (line);
  fflush (stdout);
}

static gboolean
judge_next (GDataInputStream *input)
{
  g_autoptr(DeskLinkVerdict) verdict = NULL;
  g_autofree char *line = NULL;
  gsize length = 0;

  line = g_data_input_stream_read_line (input, &length, NULL, NULL);
  if (line == NULL)
    return FALSE;

  verdict = judge_line (line, length);
  print_verdict (verdict);
  return TRUE;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GInputStream) standard_input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr(GDataInputStream) input = g_data_input_stream_new (standard_input);

  while (judge_next (input))
    continue;

  return 0;
}
