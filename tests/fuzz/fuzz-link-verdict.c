/* fuzz-link-verdict.c: anything at all, judged as a message and as a navigation
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz-link-verdict.h"

#include "desk-link-navigation.h"
#include "link-oracle.h"

G_NORETURN static void
fail (const char *what,
      const char *bytes,
      gsize       length)
{
  GString *shown = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isprint (bytes[i]) && bytes[i] != '\\')
        g_string_append_c (shown, bytes[i]);
      else
        g_string_append_printf (shown, "\\x%02x", (guchar) bytes[i]);
    }

  g_error ("%s: %s", what, shown->str);
}

/* Each verdict says what it must, and nothing else. */
static gboolean
is_whole (const DeskLinkVerdict *verdict)
{
  gboolean has_code = verdict->kind == DESK_LINK_VERDICT_FAILED;
  gboolean has_reason = verdict->kind == DESK_LINK_VERDICT_IGNORED || verdict->kind == DESK_LINK_VERDICT_DENY;

  return (verdict->code != NULL) == has_code && (verdict->reason != NULL) == has_reason
         && (verdict->consent_id == NULL || verdict->kind == DESK_LINK_VERDICT_COMPLETED);
}

static gboolean
is_navigation_right (const FuzzInput *input)
{
  g_autoptr(DeskLinkSession) session = link_place_new_session (input->place);
  g_autoptr(DeskLinkVerdict) verdict = desk_link_navigation_judge (session, input->address);
  gboolean is_completed = verdict->kind == DESK_LINK_VERDICT_COMPLETED;
  gboolean is_allowed = link_oracle_allows_navigation (input, verdict->consent_id);

  if (!is_whole (verdict) || (is_completed && !is_allowed))
    return FALSE;

  return is_completed || !is_allowed || !link_oracle_is_plain (input);
}

static gboolean
is_message_right (const FuzzInput *input)
{
  g_autoptr(DeskLinkVerdict) verdict = NULL;
  DeskJsonSlice data;

  if (!desk_json_parse (input->data, input->length, &data, NULL))
    return TRUE;

  verdict = desk_link_message_judge (LINK_AUTH_ORIGIN, input->address, input->source, data);
  if (!is_whole (verdict) || verdict->kind == DESK_LINK_VERDICT_ALLOW || verdict->kind == DESK_LINK_VERDICT_DENY)
    return FALSE;

  return verdict->kind != DESK_LINK_VERDICT_COMPLETED || link_oracle_allows_message (input, verdict);
}

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  return 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  const char *bytes = size > 0 ? (const char *) data : "";
  g_autoptr(FuzzInput) input = fuzz_input_read (bytes, size);

  if (!is_navigation_right (input))
    fail ("A wrong navigation", bytes, size);
  if (!is_message_right (input))
    fail ("A wrong message", bytes, size);

  return 0;
}
