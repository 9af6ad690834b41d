/* desk-sandbox-page-accounts.c: the institution's account selection page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-page.h"

#include <glib/gi18n-lib.h>

#include "desk-sandbox-page-frame.h"
#include "desk-sandbox-page-html.h"

static void
append_account (GString                  *html,
                const DeskSandboxAccount *account,
                gboolean                  ticked)
{
  desk_sandbox_html_append (html, "<label class=\"choice\"><input type=\"checkbox\" name=\"account\" value=\"%s\"",
                            account->account_id);
  g_string_append (html, ticked ? " checked>" : ">");
  desk_sandbox_html_append (html, "<span class=\"words\"><strong>%s</strong><small>%s</small></span><span class=\"number\">%s</span></label>\n",
                            account->display_name, account->description, account->masked_number);
}

GBytes *
desk_sandbox_page_new_accounts (const DeskSandboxPage *page,
                                DeskSandboxCustomer   *customer,
                                const char *const     *selected)
{
  g_autofree char *title = NULL;
  GPtrArray *accounts;
  GString *html;

  g_return_val_if_fail (page != NULL && DESK_IS_SANDBOX_CUSTOMER (customer) && selected != NULL, NULL);

  accounts = desk_sandbox_customer_get_accounts (customer);
  title = g_strdup_printf (_("Hello, %s"), desk_sandbox_customer_get_name (customer));
  html = desk_sandbox_page_open (page, DESK_SANDBOX_PLACE_INSTITUTION, title,
                                 accounts->len > 0 ? _("Choose what to share. You see everything once more before it is shared.")
                                                   : _("There is no account that can be shared. Go back and log in as somebody else."));

  desk_sandbox_html_append (html, "<fieldset class=\"choices\"><legend class=\"label\">%s</legend>\n", _("Your accounts"));
  for (guint i = 0; i < accounts->len; i++)
    {
      const DeskSandboxAccount *account = g_ptr_array_index (accounts, i);

      append_account (html, account, g_strv_contains (selected, account->account_id));
    }
  g_string_append (html, "</fieldset>\n");

  return desk_sandbox_page_close (html, page, accounts->len > 0 ? _("Continue") : NULL, NULL);
}
