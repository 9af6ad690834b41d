/* desk-sandbox-page-outcome.c: the end of a consent flow
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-page.h"

#include <glib/gi18n-lib.h>

#include "desk-sandbox-page-frame.h"
#include "desk-sandbox-page-html.h"

static const char completed_mark[] =
  "<svg class=\"mark\" viewBox=\"0 0 64 64\" aria-hidden=\"true\"><circle cx=\"32\" cy=\"32\" r=\"32\" fill=\"currentColor\" opacity=\"0.14\"/>"
  "<path d=\"M20 33l8.5 8.5L45 25\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"5\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/></svg>\n";

static const char failed_mark[] =
  "<svg class=\"mark\" viewBox=\"0 0 64 64\" aria-hidden=\"true\"><circle cx=\"32\" cy=\"32\" r=\"32\" fill=\"currentColor\" opacity=\"0.14\"/>"
  "<path d=\"M32 19v17M32 45v.5\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"5\" stroke-linecap=\"round\"/></svg>\n";

static const char report_script[] =
  "const main = document.querySelector('main');"
  "const message = JSON.parse(main.dataset.message);"
  "if (window.parent !== window) {"
  "  window.parent.postMessage(message, '*');"
  "} else if (main.dataset.redirect) {"
  "  window.location.replace(main.dataset.redirect);"
  "} else {"
  "  window.postMessage(message, '*');"
  "  if (window.opener) window.opener.postMessage(message, '*');"
  "}";

/* A redirect that runs a script in this origin is none. */
static const char *
get_redirect (const char *url)
{
  g_autofree char *scheme = url != NULL ? g_uri_parse_scheme (url) : NULL;

  if (scheme == NULL || g_ascii_strcasecmp (scheme, "javascript") == 0 || g_ascii_strcasecmp (scheme, "data") == 0)
    return NULL;

  return url;
}

GBytes *
desk_sandbox_page_new_outcome (const DeskSandboxPageOutcome *outcome)
{
  const char *redirect;
  GString *html;

  g_return_val_if_fail (outcome != NULL, NULL);

  html = g_string_new (NULL);
  redirect = get_redirect (outcome->redirect_url);
  desk_sandbox_page_append_head (html, outcome->nonce, outcome->title, NULL);
  desk_sandbox_html_append (html,
                            "<body class=\"consent\">\n<main data-message=\"%s\" data-redirect=\"%s\">\n<div class=\"card\">\n"
                            "<div class=\"outcome %s\" role=\"status\">\n",
                            outcome->message, redirect, outcome->completed ? "completed" : "failed");
  g_string_append (html, outcome->completed ? completed_mark : failed_mark);
  desk_sandbox_html_append (html, "<h1>%s</h1>\n<p>%s</p>\n", outcome->title, outcome->text);
  if (redirect != NULL)
    desk_sandbox_html_append (html, "</div>\n<noscript><a class=\"primary\" href=\"%s\">%s</a></noscript>\n", redirect, _("Go on"));
  else
    desk_sandbox_html_append (html, "<p>%s</p></div>\n", _("You can close this page."));
  desk_sandbox_html_append (html, "</div>\n</main>\n<script nonce=\"%s\">", outcome->nonce);
  g_string_append (html, report_script);
  g_string_append (html, "</script>\n</body>\n</html>\n");

  return g_string_free_to_bytes (html);
}
