/* desk-sandbox-page-login.c: the institution's log-in page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-page.h"

#include <glib/gi18n-lib.h>

#include "desk-sandbox-page-frame.h"
#include "desk-sandbox-page-html.h"

static const char fill_script[] =
  "const email = document.getElementById('email');"
  "for (const button of document.querySelectorAll('.fill'))"
  "  button.addEventListener('click', () => { email.value = button.dataset.login; email.focus(); });";

static void
append_logins (GString   *html,
               GPtrArray *customers)
{
  if (customers->len == 0)
    return;

  desk_sandbox_html_append (html, "<div class=\"note\"><p><strong>%s</strong> %s</p>\n<ul>\n",
                            _("Sandbox"), _("These customers can log in. Choose one or type the e-mail."));
  for (guint i = 0; i < customers->len; i++)
    {
      DeskSandboxCustomer *customer = g_ptr_array_index (customers, i);
      const char *login = desk_sandbox_customer_get_login (customer);

      desk_sandbox_html_append (html,
                                "<li><button type=\"button\" class=\"fill\" data-login=\"%s\">"
                                "<strong>%s</strong> <span>%s</span></button></li>\n",
                                login, desk_sandbox_customer_get_name (customer), login);
    }
  g_string_append (html, "</ul></div>\n");
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
  html = desk_sandbox_page_open (page, DESK_SANDBOX_PLACE_INSTITUTION, title,
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
