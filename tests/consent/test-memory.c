/* test-memory.c: what is freed is given back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-link-address.h"
#include "desk-link-flow.h"
#include "desk-link-snapshot.h"

#include <malloc.h>

#define MEGABYTE (1024 * 1024)
#define N_ROUNDS 64

typedef void (*MakeAndFree) (const char *text);

static void
address (const char *text)
{
  g_autofree char *uri = g_strconcat ("https://host/", text, NULL);

  desk_link_address_free (desk_link_address_parse (uri));
}

static void
query (const char *text)
{
  g_autofree char *uri = g_strconcat ("?a=", text, NULL);

  desk_link_query_free (desk_link_query_new_from_uri (uri));
}

static void
session (const char *text)
{
  desk_link_session_free (desk_link_session_new (text, text, text, text, text));
}

static void
verdict (const char *text)
{
  desk_link_verdict_free (desk_link_verdict_new_completed (text));
}

static void
consent (const char *text)
{
  desk_link_consent_free (desk_link_consent_new (text, text, text, TRUE, text, text));
}

static void
snapshot (const char *text)
{
  g_autoptr(GPtrArray) consents = desk_link_consents_new ();

  g_ptr_array_add (consents, desk_link_consent_new (text, text, text, TRUE, text, text));
  desk_link_snapshot_free (desk_link_snapshot_new (consents));
}

static void
command (const char *text)
{
  DeskLinkCommand *self = desk_link_command_new (DESK_LINK_COMMAND_FINISH);

  self->text = g_strdup (text);
  self->verdict = desk_link_verdict_new_completed (text);
  desk_link_command_free (self);
}

static void
flow (const char *text)
{
  DeskLinkFlow *self = desk_link_flow_new (text, DESK_LINK_WAY_REDIRECT, 600);

  desk_link_flow_pin (self, text, text);
  desk_link_flow_free (self);
}

static gsize
get_used_bytes (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return info.uordblks + info.hblkhd;
}

static void
test_given_back (gconstpointer data)
{
  MakeAndFree make_and_free = data;
  g_autofree char *text = g_strnfill (MEGABYTE, 'x');
  gsize before = get_used_bytes ();

  for (guint i = 0; i < N_ROUNDS; i++)
    make_and_free (text);

  g_assert_cmpuint (get_used_bytes (), <, before + N_ROUNDS / 2 * MEGABYTE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/link-address/is-given-back", address, test_given_back);
  g_test_add_data_func ("/link-query/is-given-back", query, test_given_back);
  g_test_add_data_func ("/link-session/is-given-back", session, test_given_back);
  g_test_add_data_func ("/link-verdict/is-given-back", verdict, test_given_back);
  g_test_add_data_func ("/link-consent/is-given-back", consent, test_given_back);
  g_test_add_data_func ("/link-snapshot/is-given-back", snapshot, test_given_back);
  g_test_add_data_func ("/link-command/is-given-back", command, test_given_back);
  g_test_add_data_func ("/link-flow/is-given-back", flow, test_given_back);
  return g_test_run ();
}
