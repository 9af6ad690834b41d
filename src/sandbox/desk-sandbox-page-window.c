/* desk-sandbox-page-window.c: the pages that lead from one window to another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-page.h"

#include <glib/gi18n-lib.h>

#include "desk-sandbox-page-frame.h"
#include "desk-sandbox-page-html.h"

/* A browser may want a click before a frame moves the page around it: then the link is there. */
static const char break_out_script[] =
  "const way = document.getElementById('way');"
  "if (window.top === window) location.replace(way.href);"
  "else try { window.top.location.href = way.href; } catch (refused) { way.focus(); }";

/* Only the window that was opened here may say that it is done. */
static const char opener_script[] =
  "const opened = document.getElementById('open');"
  "const waiting = document.getElementById('waiting');"
  "let popUp = null;"
  "opened.hidden = false;"
  "opened.addEventListener('click', () => {"
  "  popUp = window.open(opened.dataset.address, 'bank-log-in', 'popup,width=480,height=760');"
  "  waiting.hidden = false;"
  "});"
  "window.addEventListener('message', event => {"
  "  if (event.origin !== location.origin || !popUp || event.source !== popUp) return;"
  "  if (event.data && event.data.type === 'bank-log-in') document.getElementById('consent').submit();"
  "});";

static const char done_script[] =
  "if (window.opener) {"
  "  window.opener.postMessage({type: 'bank-log-in'}, location.origin);"
  "  window.close();"
  "}";

GBytes *
desk_sandbox_page_new_break_out (const DeskSandboxPage *page,
                                 const char            *login)
{
  g_autofree char *title = NULL;
  g_autofree char *address = NULL;
  GString *html;

  g_return_val_if_fail (page != NULL && page->institution != NULL && login != NULL, NULL);

  title = g_strdup_printf (_("Continue to %s"), page->institution->name);
  address = g_strconcat (login, "&at=top", NULL);
  html = desk_sandbox_page_open (page, DESK_SANDBOX_PLACE_INSTITUTION, "short", title,
                                 _("It opens in the whole window, not inside another page."));
  desk_sandbox_html_append (html, "<a class=\"primary\" id=\"way\" target=\"_top\" href=\"%s\">%s</a>\n", address, title);

  return desk_sandbox_page_close (html, page, NULL, break_out_script);
}

GBytes *
desk_sandbox_page_new_opener (const DeskSandboxPage *page,
                              const char            *login)
{
  g_autofree char *title = NULL;
  g_autofree char *popup = NULL;
  g_autofree char *here = NULL;
  GString *html;

  g_return_val_if_fail (page != NULL && page->institution != NULL && login != NULL, NULL);

  title = g_strdup_printf (_("Log in to %s"), page->institution->name);
  popup = g_strconcat (login, "&at=popup", NULL);
  here = g_strconcat (login, "&at=here", NULL);
  html = desk_sandbox_page_open (page, DESK_SANDBOX_PLACE_INSTITUTION, "short", title,
                                 _("The log-in opens in a window of its own. You come back here afterwards."));
  desk_sandbox_html_append (html,
                            "<button type=\"button\" class=\"primary\" id=\"open\" data-address=\"%s\" hidden>%s</button>\n"
                            "<p id=\"waiting\" role=\"status\" hidden>%s</p>\n"
                            "<a class=\"secondary\" id=\"here\" href=\"%s\">%s</a>\n",
                            popup, _("Open the log-in"), _("Waiting for the log-in in the other window…"),
                            here, _("No window? Log in on this page"));

  return desk_sandbox_page_close (html, page, NULL, opener_script);
}

GBytes *
desk_sandbox_page_new_popup_done (const DeskSandboxPage *page)
{
  GString *html;

  g_return_val_if_fail (page != NULL, NULL);

  html = g_string_new (NULL);
  desk_sandbox_page_append_head (html, page->nonce, _("You can close this window"),
                                 page->institution != NULL ? page->institution->colour : NULL);
  desk_sandbox_html_append (html,
                            "<body class=\"bank\">\n<main><div class=\"card\">\n<h1>%s</h1>\n<p role=\"status\">%s</p>\n</div></main>\n"
                            "<script nonce=\"%s\">",
                            _("You can close this window"), _("Go on in the window that you came from."), page->nonce);
  g_string_append (html, done_script);
  g_string_append (html, "</script>\n</body>\n</html>\n");

  return g_string_free_to_bytes (html);
}
