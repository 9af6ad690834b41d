/* desk-sandbox-page-allow.c: the screen that asks for a consent
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-page.h"

#include <glib/gi18n-lib.h>

#include "desk-sandbox-page-frame.h"
#include "desk-sandbox-page-html.h"

GBytes *
desk_sandbox_page_new_allow (const DeskSandboxPage        *page,
                             const DeskSandboxPageSharing *sharing)
{
  g_autofree char *title = NULL;
  g_autofree char *period = NULL;
  g_autofree char *withdrawal = NULL;
  GString *html;

  g_return_val_if_fail (page != NULL && sharing != NULL, NULL);

  title = g_strdup_printf (_("%s wants access to your data"), page->app_name);
  period = desk_sandbox_page_dup_period (sharing);
  withdrawal = g_strdup_printf (_("At any time, in %s or where your account is. What was shared is then deleted."), page->app_name);

  html = desk_sandbox_page_open (page, DESK_SANDBOX_PLACE_CONSENT, title,
                                 _("You choose where it comes from. Nothing is shared until you confirm it there."));
  desk_sandbox_html_append (html, "<h2>%s</h2>\n", _("What you share"));
  desk_sandbox_page_append_sharing (html, sharing);
  desk_sandbox_html_append (html,
                            "<dl>\n<dt>%s</dt><dd>%s</dd>\n<dt>%s</dt><dd>%s</dd>\n<dt>%s</dt><dd>%s</dd>\n</dl>\n",
                            _("For how long"), period,
                            _("Why"), _("To show and study your accounts and your usage in one place."),
                            _("How to stop"), withdrawal);

  return desk_sandbox_page_close (html, page, _("Allow"), NULL);
}
