/* test-pages.c: the HTML of the consent screens
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-page.h"

#include <string.h>

#include "desk-sandbox-page-html.h"

#define HOSTILE "\"><script>alert('x')</script>&%s"
#define HOSTILE_ESCAPED "&quot;&gt;&lt;script&gt;alert(&apos;x&apos;)&lt;/script&gt;&amp;%s"

enum
{
  ALLOW,
  INSTITUTIONS,
  LOGIN,
  CODE,
  ACCOUNTS,
  CONFIRM,
  N_FORMS,
  OUTCOME = N_FORMS,
  N_PAGES,
};

static const char *const texts_shown[N_PAGES] = {
  "app", "institution", "login", "error", "account", "permission", "outcome",
};

typedef struct
{
  DeskSandboxPage           page;
  DeskSandboxInstitution   *institution;
  GPtrArray                *institutions;
  GPtrArray                *customers;
  DeskSandboxCustomer      *customer;
  DeskSandboxPagePermission permission;
  DeskSandboxPageSharing    sharing;
} Fixture;

/* Every text of every page is what it is for and @suffix. */
static void
set_up (Fixture    *fixture,
        const char *suffix)
{
  g_autofree char *login = g_strconcat ("login", suffix, NULL);
  g_autofree char *account = g_strconcat ("account", suffix, NULL);
  g_autofree char *name = g_strconcat ("institution", suffix, NULL);

  fixture->institution = desk_sandbox_institution_new ("88888", name, "banking", "#d99a1a", 1);
  fixture->institutions = g_ptr_array_new ();
  g_ptr_array_add (fixture->institutions, fixture->institution);
  fixture->customer = desk_sandbox_customer_new ("customer", login, login, "88888", "banking",
                                                 DESK_SANDBOX_SOURCE_PERSONA, "persona");
  desk_sandbox_customer_add_account (fixture->customer, "one", account, account, account);
  desk_sandbox_customer_add_account (fixture->customer, "two", "Second", "xxxx 2222", NULL);
  fixture->customers = g_ptr_array_new ();
  g_ptr_array_add (fixture->customers, fixture->customer);

  fixture->page = (DeskSandboxPage) {
    .nonce = "NONCE",
    .action = g_strconcat ("/action", suffix, NULL),
    .csrf = g_strconcat ("csrf", suffix, NULL),
    .app_name = g_strconcat ("app", suffix, NULL),
    .institution = fixture->institution,
    .error = g_strconcat ("error", suffix, NULL),
  };
  fixture->permission.name = "transactions";
  fixture->permission.description = g_strconcat ("permission", suffix, NULL);
  fixture->sharing = (DeskSandboxPageSharing) { &fixture->permission, 1, 365, "9 December 2026" };
}

static void
tear_down (Fixture *fixture)
{
  g_free ((char *) fixture->page.action);
  g_free ((char *) fixture->page.csrf);
  g_free ((char *) fixture->page.app_name);
  g_free ((char *) fixture->page.error);
  g_free ((char *) fixture->permission.description);
  g_ptr_array_unref (fixture->institutions);
  g_ptr_array_unref (fixture->customers);
  g_object_unref (fixture->customer);
  desk_sandbox_institution_free (fixture->institution);
}

static char *
to_text (GBytes *page)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (page, &length);
  char *text = g_strndup (data, length);

  g_bytes_unref (page);
  return text;
}

static char *
make_outcome (const char *text,
              const char *redirect_url)
{
  DeskSandboxPageOutcome outcome = { "NONCE", TRUE, text, text, text, redirect_url };

  return to_text (desk_sandbox_page_new_outcome (&outcome));
}

static char *
make_page (Fixture *fixture,
           int      which)
{
  static const char *const selected[] = { "one", NULL };

  switch (which)
    {
    case ALLOW:
      return to_text (desk_sandbox_page_new_allow (&fixture->page, &fixture->sharing));
    case INSTITUTIONS:
      return to_text (desk_sandbox_page_new_institutions (&fixture->page, fixture->institutions));
    case LOGIN:
      return to_text (desk_sandbox_page_new_login (&fixture->page, fixture->page.app_name, fixture->customers));
    case CODE:
      return to_text (desk_sandbox_page_new_code (&fixture->page, "mia.chen@example.com", "402917"));
    case ACCOUNTS:
      return to_text (desk_sandbox_page_new_accounts (&fixture->page, fixture->customer, selected));
    case CONFIRM:
      return to_text (desk_sandbox_page_new_confirm (&fixture->page, &fixture->sharing, fixture->customer, selected));
    default:
      return make_outcome (fixture->page.error, fixture->page.action);
    }
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;

  return n;
}

static void
assert_has (const char *text,
            const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in the page: %s", part, text);
}

static void
assert_has_not (const char *text,
                const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("“%s” is in the page: %s", part, text);
}

static void
test_escapes_hostile_text (void)
{
  Fixture fixture;

  set_up (&fixture, HOSTILE);
  for (int i = 0; i < N_PAGES; i++)
    {
      g_autofree char *text = make_page (&fixture, i);
      g_autofree char *escaped = g_strconcat (i == OUTCOME ? "error" : texts_shown[i], HOSTILE_ESCAPED, NULL);

      assert_has_not (text, "<script>");
      assert_has (text, escaped);
      g_assert_cmpuint (count (text, "<script"), ==, 1);
    }
  tear_down (&fixture);
}

static void
test_shows_what_is_not_utf8 (void)
{
  g_autofree char *text = make_outcome ("a\xff", NULL);

  assert_has (text, "<h1>a\xef\xbf\xbd</h1>");
}

static void
test_forms_send_what_is_asked (void)
{
  Fixture fixture;

  set_up (&fixture, "");
  for (int i = 0; i < N_FORMS; i++)
    {
      g_autofree char *text = make_page (&fixture, i);

      assert_has (text, "method=\"post\" action=\"/action\"");
      assert_has (text, "<input type=\"hidden\" name=\"csrf\" value=\"csrf\">");
      assert_has (text, "<input type=\"hidden\" name=\"framed\" value=\"0\">");
      assert_has (text, "name=\"action\" value=\"cancel\" formnovalidate>");
      g_assert_cmpuint (count (text, "name=\"action\" value=\"continue\""), ==, i == INSTITUTIONS ? 0 : 1);
    }
  tear_down (&fixture);
}

static void
test_names_language_title_and_heading (void)
{
  Fixture fixture;

  set_up (&fixture, "");
  for (int i = 0; i < N_PAGES; i++)
    {
      g_autofree char *text = make_page (&fixture, i);

      assert_has (text, "<html lang=\"en\">");
      assert_has_not (text, "<title></title>");
      g_assert_cmpuint (count (text, "<title>"), ==, 1);
      g_assert_cmpuint (count (text, "<h1>"), ==, 1);
      g_assert_cmpuint (count (text, "<main"), ==, 1);
    }
  tear_down (&fixture);
}

/* The policy that goes with the pages allows nothing else. */
static void
test_needs_only_its_nonce (void)
{
  Fixture fixture;

  set_up (&fixture, "");
  for (int i = 0; i < N_PAGES; i++)
    {
      g_autofree char *text = make_page (&fixture, i);

      assert_has (text, "<style nonce=\"NONCE\">");
      assert_has (text, "--accent: #1c7c74");
      assert_has (text, "<script nonce=\"NONCE\">");
      assert_has_not (text, "style=\"");
      assert_has_not (text, "onclick=");
      assert_has_not (text, "src=");
      assert_has_not (text, "url(");
      assert_has_not (text, "<link");
    }
  tear_down (&fixture);
}

static void
test_labels_inputs (void)
{
  static const struct { int page; const char *label; const char *input; } cases[] = {
    { INSTITUTIONS, "<label for=\"search\">", "id=\"search\"" },
    { LOGIN, "<label for=\"email\">", "id=\"email\" name=\"email\"" },
    { CODE, "<label for=\"code\">", "id=\"code\" name=\"code\"" },
    { ACCOUNTS, "<label class=\"choice\"><input type=\"checkbox\" name=\"account\" value=\"one\"", "<legend" },
  };
  Fixture fixture;

  set_up (&fixture, "");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = make_page (&fixture, cases[i].page);

      assert_has (text, cases[i].label);
      assert_has (text, cases[i].input);
    }
  tear_down (&fixture);
}

static void
test_ties_error_to_input (void)
{
  Fixture fixture;
  g_autofree char *with_error = NULL;
  g_autofree char *without = NULL;

  set_up (&fixture, "");
  with_error = make_page (&fixture, LOGIN);
  assert_has (with_error, "<title>Error: ");
  assert_has (with_error, "id=\"error\"");
  assert_has (with_error, "aria-invalid=\"true\" aria-describedby=\"error\">");

  g_clear_pointer ((char **) &fixture.page.error, g_free);
  without = make_page (&fixture, LOGIN);
  assert_has_not (without, "id=\"error\"");
  assert_has_not (without, "aria-describedby");
  tear_down (&fixture);
}

static void
test_remembers_email (void)
{
  Fixture fixture;
  g_autofree char *text = NULL;

  set_up (&fixture, "");
  text = make_page (&fixture, LOGIN);
  assert_has (text, "name=\"email\" value=\"app\"");
  assert_has (text, "data-login=\"login\"");
  tear_down (&fixture);
}

static void
test_shows_code_but_not_email (void)
{
  Fixture fixture;
  g_autofree char *text = NULL;

  set_up (&fixture, "");
  text = make_page (&fixture, CODE);
  assert_has (text, "<span id=\"sandbox-code\">402<span>917</span></span>");
  assert_has (text, "m···n@example.com");
  assert_has_not (text, "mia.chen");
  tear_down (&fixture);
}

static void
test_ticks_only_selected (void)
{
  Fixture fixture;
  g_autofree char *text = NULL;

  set_up (&fixture, "");
  text = make_page (&fixture, ACCOUNTS);
  assert_has (text, "value=\"one\" checked>");
  assert_has (text, "value=\"two\">");
  assert_has (text, "xxxx 2222");
  tear_down (&fixture);
}

static void
test_confirms_only_selected (void)
{
  Fixture fixture;
  g_autofree char *text = NULL;

  set_up (&fixture, "");
  text = make_page (&fixture, CONFIRM);
  assert_has (text, "<strong>account</strong>");
  assert_has_not (text, "Second");
  assert_has (text, "12 months, until 9 December 2026");
  tear_down (&fixture);
}

static void
test_groups_permissions (void)
{
  DeskSandboxPagePermission permissions[] = {
    { "payees", "First" }, { "identity", "Second" }, { "direct_debits", "Third" }, { "levitation", "Fourth" },
  };
  Fixture fixture;
  g_autofree char *text = NULL;

  set_up (&fixture, "");
  fixture.sharing = (DeskSandboxPageSharing) { permissions, G_N_ELEMENTS (permissions), 1, "10 December 2026" };
  text = make_page (&fixture, ALLOW);
  assert_has (text, "<strong>Who you are</strong><span>Second</span>");
  assert_has (text, "<strong>Payees and regular payments</strong><span>First · Third</span>");
  assert_has (text, "<strong>Other data</strong><span>Fourth</span>");
  assert_has_not (text, "Energy bills");
  assert_has (text, "1 day, until 10 December 2026");
  tear_down (&fixture);
}

static void
test_tells_institutions_apart (void)
{
  Fixture fixture;
  g_autofree char *at_institution = NULL;
  g_autofree char *at_service = NULL;

  set_up (&fixture, "");
  at_institution = make_page (&fixture, LOGIN);
  at_service = make_page (&fixture, ALLOW);
  assert_has (at_institution, "<body class=\"bank\">");
  assert_has (at_institution, "--brand: #d99a1a;");
  assert_has (at_service, "<body class=\"consent\">");
  assert_has_not (at_service, "#d99a1a");
  tear_down (&fixture);
}

static void
test_refuses_what_is_no_colour (void)
{
  g_assert_cmpstr (desk_sandbox_html_get_colour ("#d99a1a"), ==, "#d99a1a");
  g_assert_cmpstr (desk_sandbox_html_get_colour ("#d99a1a;"), ==, "#1c7c74");
  g_assert_cmpstr (desk_sandbox_html_get_colour ("#d99;}a"), ==, "#1c7c74");
  g_assert_cmpstr (desk_sandbox_html_get_colour (NULL), ==, "#1c7c74");
}

static void
test_draws_initial (void)
{
  g_autoptr(GString) dark = g_string_new (NULL);
  g_autoptr(GString) light = g_string_new (NULL);

  desk_sandbox_html_append_tile (dark, "gumtree", "#3f7d58");
  assert_has (dark->str, "fill=\"#ffffff\">G</text>");
  desk_sandbox_html_append_tile (light, "", "#ffee00");
  assert_has (light->str, "fill=\"#2a2108\"></text>");
}

static void
test_appends_texts_in_order (void)
{
  g_autoptr(GString) html = g_string_new ("<i>");

  desk_sandbox_html_append (html, "<b>%s</b>%s.", "<1>", (char *) NULL);
  g_assert_cmpstr (html->str, ==, "<i><b>&lt;1&gt;</b>.");
}

static void
test_reports_outcome (void)
{
  g_autofree char *text = make_outcome ("{\"isCompleted\":true}", "http://127.0.0.1/linked?a=1&b=2");

  assert_has (text, "data-message=\"{&quot;isCompleted&quot;:true}\"");
  assert_has (text, "data-redirect=\"http://127.0.0.1/linked?a=1&amp;b=2\"");
  assert_has_not (text, "You can close this page.");
}

static void
test_outcome_without_redirect_can_be_closed (void)
{
  g_autofree char *text = make_outcome ("{}", NULL);

  assert_has (text, "data-redirect=\"\"");
  assert_has (text, "You can close this page.");
}

static void
test_outcome_runs_no_redirect (void)
{
  static const char *const urls[] = { "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "no-url" };

  for (guint i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      g_autofree char *text = make_outcome ("{}", urls[i]);

      assert_has (text, "data-redirect=\"\"");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/escapes-hostile-text", test_escapes_hostile_text);
  g_test_add_func ("/pages/shows-what-is-not-utf8", test_shows_what_is_not_utf8);
  g_test_add_func ("/pages/forms-send-what-is-asked", test_forms_send_what_is_asked);
  g_test_add_func ("/pages/names-language-title-and-heading", test_names_language_title_and_heading);
  g_test_add_func ("/pages/needs-only-its-nonce", test_needs_only_its_nonce);
  g_test_add_func ("/pages/labels-inputs", test_labels_inputs);
  g_test_add_func ("/pages/ties-error-to-input", test_ties_error_to_input);
  g_test_add_func ("/pages/remembers-email", test_remembers_email);
  g_test_add_func ("/pages/shows-code-but-not-email", test_shows_code_but_not_email);
  g_test_add_func ("/pages/ticks-only-selected", test_ticks_only_selected);
  g_test_add_func ("/pages/confirms-only-selected", test_confirms_only_selected);
  g_test_add_func ("/pages/groups-permissions", test_groups_permissions);
  g_test_add_func ("/pages/tells-institutions-apart", test_tells_institutions_apart);
  g_test_add_func ("/pages/refuses-what-is-no-colour", test_refuses_what_is_no_colour);
  g_test_add_func ("/pages/draws-initial", test_draws_initial);
  g_test_add_func ("/pages/appends-texts-in-order", test_appends_texts_in_order);
  g_test_add_func ("/pages/reports-outcome", test_reports_outcome);
  g_test_add_func ("/pages/outcome-without-redirect-can-be-closed", test_outcome_without_redirect_can_be_closed);
  g_test_add_func ("/pages/outcome-runs-no-redirect", test_outcome_runs_no_redirect);

  return g_test_run ();
}
