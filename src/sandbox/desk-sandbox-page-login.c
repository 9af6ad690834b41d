/* desk-sandbox-page-login.c: the institution's log-in page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-page.h"

#include <glib/gi18n-lib.h>

#include "desk-sandbox-page-frame.h"
#include "desk-sandbox-page-html.h"

/* Fewer than that are seen at a glance. */
#define MANY_LOGINS 6

/* The search field belongs to no form: Enter in it must not ask for a code. */
static const char fill_script[] =
  "const email = document.getElementById('email');"
  "for (const button of document.querySelectorAll('.fill'))"
  "  button.addEventListener('click', () => { email.value = button.dataset.login; email.focus(); });"
  "const find = document.getElementById('find');"
  "if (find) {"
  "  document.getElementById('find-box').hidden = false;"
  "  find.addEventListener('input', () => {"
  "    const wanted = find.value.trim().toLocaleLowerCase();"
  "    for (const group of document.querySelectorAll('#logins > section')) {"
  "      let found = 0;"
  "      for (const row of group.querySelectorAll('li')) {"
  "        row.hidden = !(group.dataset.group + ' ' + row.textContent).toLocaleLowerCase().includes(wanted);"
  "        found += row.hidden ? 0 : 1;"
  "      }"
  "      group.hidden = found === 0;"
  "    }"
  "  });"
  "}";

static void
append_login (GString             *html,
              DeskSandboxCustomer *customer)
{
  const char *login = desk_sandbox_customer_get_login (customer);
  const char *about = desk_sandbox_customer_get_about (customer);

  desk_sandbox_html_append (html,
                            "<li><button type=\"button\" class=\"fill\" data-login=\"%s\">"
                            "<strong>%s</strong> <span>%s</span>",
                            login, desk_sandbox_customer_get_name (customer), login);
  if (about != NULL)
    desk_sandbox_html_append (html, " <small>%s</small>", about);
  g_string_append (html, "</button></li>\n");
}

static const char *
get_group (DeskSandboxCustomer *customer)
{
  const char *group = desk_sandbox_customer_get_group (customer);

  return group != NULL ? group : "";
}

/* All of one group, where its first customer stands. */
static void
append_group (GString    *html,
              GPtrArray  *customers,
              const char *group)
{
  desk_sandbox_html_append (html, "<section data-group=\"%s\">", group);
  if (group[0] != '\0')
    desk_sandbox_html_append (html, "<h3>%s</h3>", group);
  g_string_append (html, "\n<ul>\n");
  for (guint i = 0; i < customers->len; i++)
    {
      DeskSandboxCustomer *customer = g_ptr_array_index (customers, i);

      if (g_str_equal (get_group (customer), group))
        append_login (html, customer);
    }
  g_string_append (html, "</ul></section>\n");
}

static void
append_groups (GString   *html,
               GPtrArray *customers)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_string_append (html, "<div id=\"logins\">\n");
  for (guint i = 0; i < customers->len; i++)
    {
      const char *group = get_group (g_ptr_array_index (customers, i));

      if (g_hash_table_add (seen, (gpointer) group))
        append_group (html, customers, group);
    }
  g_string_append (html, "</div>\n");
}

static void
append_logins (GString   *html,
               GPtrArray *customers)
{
  if (customers->len == 0)
    return;

  desk_sandbox_html_append (html, "<div class=\"note\"><p><strong>%s</strong> %s</p>\n",
                            _("Sandbox"), _("These customers can log in. Choose one or type the e-mail."));
  if (customers->len > MANY_LOGINS)
    desk_sandbox_html_append (html,
                              "<div id=\"find-box\" hidden><label for=\"find\">%s</label>"
                              "<input type=\"search\" id=\"find\" form=\"\" autocomplete=\"off\" aria-controls=\"logins\"></div>\n",
                              _("Search customers"));
  append_groups (html, customers);
  g_string_append (html, "</div>\n");
}

GBytes *
desk_sandbox_page_new_login (const DeskSandboxPage *page,
                             const char            *email,
                             GPtrArray             *customers)
{
  g_autofree char *title = NULL;
  GString *html;

  g_return_val_if_fail (page != NULL && page->institution != NULL && customers != NULL, NULL);

  title = g_strdup_printf (_("Log in to %s"), page->institution->name);
  html = desk_sandbox_page_open (page, DESK_SANDBOX_PLACE_INSTITUTION, "long", title,
                                 _("You get a one-time code. No password is asked for."));
  /* Not of type email: what a data file calls an e-mail need not be one for a browser. */
  desk_sandbox_html_append (html,
                            "<label for=\"email\">%s</label>\n"
                            "<input type=\"text\" id=\"email\" name=\"email\" value=\"%s\" inputmode=\"email\""
                            " autocomplete=\"username\" autocapitalize=\"none\" spellcheck=\"false\" autofocus",
                            _("E-mail"), email);
  desk_sandbox_page_end_input (html, page);
  append_logins (html, customers);

  return desk_sandbox_page_close (html, page, _("Get a code"), fill_script);
}
