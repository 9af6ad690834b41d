/* test-flow-frame.c: what the timeline says of a page that cannot stay in its frame
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "flow-driver.h"

static const char *
get_first_record (GPtrArray *commands)
{
  for (guint i = 0; i < commands->len; i++)
    {
      const DeskLinkCommand *command = g_ptr_array_index (commands, i);

      if (command->kind == DESK_LINK_COMMAND_RECORD)
        return command->text;
    }

  return NULL;
}

/* uri: (nullable): of the page that is refused */
static void
assert_told (gboolean    is_later,
             const char *uri,
             const char *text)
{
  g_autoptr(DeskLinkFlow) flow = desk_link_flow_new (FLOW_DRIVER_END_USER, DESK_LINK_WAY_EMBEDDED, 600);
  g_autoptr(GPtrArray) commands = NULL;

  g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_START));
  g_free (flow_driver_send_session (flow, FLOW_DRIVER_AUTH_URL));
  g_free (flow_driver_send_consents (flow, CONSENTS_BEFORE));
  if (is_later)
    g_free (flow_driver_send_kind (flow, DESK_LINK_EVENT_PAGE_LOADED));

  commands = desk_link_flow_handle (flow, &(DeskLinkEvent) {
    .kind = DESK_LINK_EVENT_FRAME_REFUSED, .session_id = FLOW_DRIVER_SESSION, .uri = uri });
  g_assert_cmpstr (get_first_record (commands), ==, text);
}

static void
test_first_page_goes_on (void)
{
  assert_told (FALSE, NULL, "The page does not show in a frame: it goes on at top level");
}

static void
test_later_page_goes_on (void)
{
  assert_told (TRUE, "https://bank.example/login", "The page does not show in a frame: it goes on at top level");
}

static void
test_lost_steps_are_told (void)
{
  assert_told (TRUE, NULL, "The page does not show in a frame: the consent begins anew at top level");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/link-flow-frame/first-page-goes-on", test_first_page_goes_on);
  g_test_add_func ("/link-flow-frame/later-page-goes-on", test_later_page_goes_on);
  g_test_add_func ("/link-flow-frame/lost-steps-are-told", test_lost_steps_are_told);

  return g_test_run ();
}
