/* desk-sandbox-page-confirm.c: the last page before data is shared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-page.h"

#include <glib/gi18n-lib.h>

#include "desk-sandbox-page-frame.h"
#include "desk-sandbox-page-html.h"

static void
append_accounts (GString             *html,
                 DeskSandboxCustomer *customer,
                 const char *const   *selected)
{
  GPtrArray *accounts = desk_sandbox_customer_get_accounts (customer);

  g_string_append (html, "<ul class=\"plain choices\">\n");
  for (guint i = 0; i < accounts->len; i++)
    {
      const DeskSandboxAccount *account = g_ptr_array_index (accounts, i);

      if (g_strv_contains (selected, account->account_id))
        desk_sandbox_html_append (html,
                                  "<li><div class=\"choice\"><span class=\"words\"><strong>%s</strong><small>%s</small></span>"
                                  "<span class=\"number\">%s</span></div></li>\n",
                                  account->display_name, account->description, account->masked_number);
    }
  g_string_append (html, "</ul>\n");
}

GBytes *
desk_sandbox_page_new_confirm (const DeskSandboxPage        *page,
                               const DeskSandboxPageSharing *sharing,
                               DeskSandboxCustomer          *customer,
                               const char *const            *selected)
{
  g_autofree char *lead = NULL;
  g_autofree char *period = NULL;
  guint n_selected;
  GString *html;

  g_return_val_if_fail (page != NULL && page->institution != NULL && sharing != NULL, NULL);
  g_return_val_if_fail (DESK_IS_SANDBOX_CUSTOMER (customer) && selected != NULL, NULL);

  n_selected = g_strv_length ((char **) selected);
  lead = g_strdup_printf (_("%s gives this to %s when you confirm."), page->institution->name, page->app_name);
  period = desk_sandbox_page_dup_period (sharing);

  html = desk_sandbox_page_open (page, DESK_SANDBOX_PLACE_INSTITUTION, _("Check and confirm"), lead);
  desk_sandbox_html_append (html, "<h2>%s</h2>\n", ngettext ("Account", "Accounts", n_selected));
  append_accounts (html, customer, selected);
  desk_sandbox_html_append (html, "<h2>%s</h2>\n", _("Data"));
  desk_sandbox_page_append_sharing (html, sharing);
  desk_sandbox_html_append (html, "<dl>\n<dt>%s</dt><dd>%s</dd>\n<dt>%s</dt><dd>%s</dd>\n</dl>\n",
                            _("For how long"), period, _("Shared with"), page->app_name);

  return desk_sandbox_page_close (html, page, _("Confirm and share"), NULL);
}
