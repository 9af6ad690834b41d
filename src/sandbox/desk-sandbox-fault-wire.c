/* desk-sandbox-fault-wire.c: faults between an answer and who asked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-fault-wire.h"

#include "desk-sandbox-fault-answer.h"
#include "desk-sandbox-fault-links.h"
#include "desk-sandbox-fault-stream.h"

static void
halve (DeskSandboxCall *call)
{
  SoupMessageBody *body = soup_server_message_get_response_body (call->message);
  g_autoptr(GBytes) whole = soup_message_body_flatten (body);
  g_autoptr(GBytes) half = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) / 2);

  soup_message_body_truncate (body);
  soup_message_body_append_bytes (body, half);
}

static void
set_content_type (DeskSandboxCall            *call,
                  const DeskSandboxFaultSpec *spec)
{
  if (soup_server_message_get_response_body (call->message)->length > 0)
    soup_message_headers_set_content_type (soup_server_message_get_response_headers (call->message), spec->text, NULL);
}

static guint64
get_delay (DeskSandboxCall *call,
           const char      *origin)
{
  const DeskSandboxFaultSpec *latency = desk_sandbox_fault_find_for_call (call, origin, "latency");
  const DeskSandboxFaultSpec *jitter = desk_sandbox_fault_find_for_call (call, origin, "jitter");
  guint64 delay = latency != NULL ? latency->number : 0;

  if (jitter != NULL)
    delay += desk_sandbox_random_next (desk_sandbox_state_get_passing (call->world->state)) % (jitter->number + 1);

  return delay;
}

static void
spoil_content (DeskSandboxCall *call,
               const char      *origin)
{
  const DeskSandboxFaultSpec *content_type = desk_sandbox_fault_find_for_call (call, origin, "content-type");

  if (desk_sandbox_fault_find_for_call (call, origin, "cursor-loop") != NULL)
    desk_sandbox_fault_links_loop (call);
  else if (desk_sandbox_fault_find_for_call (call, origin, "duplicate-page") != NULL)
    desk_sandbox_fault_links_repeat (call);
  if (content_type != NULL)
    set_content_type (call, content_type);
  if (desk_sandbox_fault_find_for_call (call, origin, "truncated") != NULL)
    halve (call);
}

void
desk_sandbox_fault_wire_spoil (DeskSandboxCall *call,
                               const char      *origin)
{
  const DeskSandboxFaultSpec *drip = desk_sandbox_fault_find_for_call (call, origin, "drip");
  const DeskSandboxFaultSpec *oversized = desk_sandbox_fault_find_for_call (call, origin, "oversized");

  spoil_content (call, origin);
  if (desk_sandbox_fault_find_for_call (call, origin, "cut") != NULL)
    desk_sandbox_fault_stream_cut (call->message);
  else if (drip != NULL)
    desk_sandbox_fault_stream_drip (call->message, drip->number);
  else if (oversized != NULL)
    desk_sandbox_fault_stream_blow_up (call->message, oversized->number);

  desk_sandbox_fault_stream_delay (call->message, get_delay (call, origin));
}
