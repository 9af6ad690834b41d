/* test-consent-origin.c: a page that lies does not change the origin that is shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "consent-stage.h"

#define BANK "https://bank.example"

/* What a page does to be taken for another; when it has done so, it says `lied`. */
typedef struct
{
  const char *name;
  const char *body;
} Lie;

static const Lie lies[] = {
  { "title",
    "<title>" BANK "</title><h1>" BANK "</h1><script>document.title = '" BANK "'; fetch ('/beacon/lied');</script>" },
  { "base", "<base href='" BANK "/'><script>fetch ('@AUTH@/beacon/lied');</script>" },
  { "domain", "<script>try { document.domain = 'bank.example'; } catch (error) { } fetch ('/beacon/lied');</script>" },
  { "history",
    "<script>try { history.pushState (null, '', '" BANK "/login'); } catch (error) { }"
    "history.pushState (null, '', '/" BANK "'); fetch ('/beacon/lied');</script>" },
  { "hash", "<script>location.hash = '" BANK "'; fetch ('/beacon/lied');</script>" },
  { "inner-frame", "<iframe src='@OTHER@/inner'></iframe>" },
  { "overlaid-frame",
    "<iframe name='_top' src='@OTHER@/inner' style='position: fixed; inset: 0; width: 100%; height: 100%'></iframe>" },
  { "srcdoc", "<iframe srcdoc='<script>parent.lied ();</script>'></iframe><script>window.lied = () => fetch ('/beacon/lied');</script>" },
  { "blank-frame",
    "<iframe id='blank'></iframe><script>blank.contentDocument.write ('<base href=\"" BANK "\"><h1>" BANK "</h1>');"
    "fetch ('/beacon/lied');</script>" },
  { "data-frame",
    "<iframe src='data:text/html,<h1>" BANK "</h1>'></iframe>"
    "<script>addEventListener ('load', () => fetch ('/beacon/lied'));</script>" },
  { "javascript-frame",
    "<iframe src=\"javascript:'<h1>" BANK "</h1>'\"></iframe>"
    "<script>addEventListener ('load', () => fetch ('/beacon/lied'));</script>" },
  { "document-open",
    "<script>addEventListener ('load', () => { const origin = location.origin; document.open ();"
    "document.write ('<title>" BANK "</title>'); document.close (); fetch (origin + '/beacon/lied'); });</script>" },
  { "forged-report",
    "<script>for (const target of [window, parent, top])"
    "target.postMessage ({ kind: 'frame-shown', origin: '" BANK "' }, '*'); fetch ('/beacon/lied');</script>" },
};

typedef struct
{
  const Lie *lie;
  DeskLinkWay way;
} Case;

static void
origin_cb (DeskConsentView *view,
           GParamSpec      *pspec,
           Stage           *stage)
{
  const char *origin = desk_consent_view_get_origin (view);

  if (origin != NULL)
    g_assert_cmpstr (origin, ==, stage->auth_origin);
}

static void
test_lie_changes_nothing (gconstpointer data)
{
  const Case *lied = data;
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", NULL, lied->lie->body);
  stage_serve (stage, "/inner", NULL, "<title>Bank</title><script>fetch ('/beacon/lied');</script>");
  g_signal_connect (stage->view, "notify::origin", G_CALLBACK (origin_cb), stage);
  stage_open (stage, "/", lied->way);
  stage_wait_beacon (stage, "lied");
  stage_wait_origin (stage, stage->auth_origin);
  while (g_main_context_iteration (NULL, FALSE));

  g_assert_cmpstr (desk_consent_view_get_origin (stage->view), ==, stage->auth_origin);
  g_signal_handlers_disconnect_by_func (stage->view, origin_cb, stage);
}

/* It has no origin: nobody can be named. */
static void
test_sandboxed_frame_is_unknown (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", "Content-Security-Policy: sandbox allow-scripts", "<script>window.parent.postMessage (@MESSAGE@, '*');</script>");
  stage_open (stage, "/", DESK_LINK_WAY_EMBEDDED);
  stage_wait_report (stage, "frame-refused");

  g_assert_null (desk_consent_view_get_origin (stage->view));
}

static void
test_popup_changes_nothing (void)
{
  g_autoptr(Stage) stage = stage_new ();

  stage_serve (stage, "/", NULL,
               "<button id='go' onclick=\"window.open ('@OTHER@/popup')\">Go</button>"
               "<script>addEventListener ('load', () => fetch ('/beacon/ready'));</script>");
  stage_serve (stage, "/popup", NULL, "<title>Bank</title><script>fetch ('/beacon/lied');</script>");
  stage_open (stage, "/", DESK_LINK_WAY_REDIRECT);
  stage_wait_beacon (stage, "ready");
  stage_click (stage, "go");
  stage_wait_beacon (stage, "lied");

  g_assert_cmpstr (desk_consent_view_get_origin (stage->view), ==, stage->auth_origin);
}

static void
add_cases (const char  *way_name,
           DeskLinkWay  way,
           Case        *cases)
{
  for (guint i = 0; i < G_N_ELEMENTS (lies); i++)
    {
      g_autofree char *path = g_strdup_printf ("/consent-origin/%s/%s", way_name, lies[i].name);

      cases[i] = (Case) { &lies[i], way };
      g_test_add_data_func (path, &cases[i], test_lie_changes_nothing);
    }
}

int
main (int   argc,
      char *argv[])
{
  static Case top_level[G_N_ELEMENTS (lies)];
  static Case framed[G_N_ELEMENTS (lies)];

  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add_cases ("top-level", DESK_LINK_WAY_REDIRECT, top_level);
  add_cases ("frame", DESK_LINK_WAY_EMBEDDED, framed);
  g_test_add_func ("/consent-origin/sandboxed-frame-is-unknown", test_sandboxed_frame_is_unknown);
  g_test_add_func ("/consent-origin/popup-changes-nothing", test_popup_changes_nothing);

  return g_test_run ();
}
