/* desk-sandbox-page-code.c: the institution's one-time code page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-page.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "desk-sandbox-page-frame.h"
#include "desk-sandbox-page-html.h"

/* A code that is pasted "402 917" is cut to its digits, so that they stay in their places. */
static const char digits_script[] =
  "const code = document.getElementById('code');"
  "code.addEventListener('input', () => { code.value = code.value.replace(/[^0-9]/g, '').slice(0, 6); });";

/* "mia.chen@example.com" becomes "m···n@example.com": a code page never shows who logs in. */
static char *
mask_email (const char *email)
{
  g_autofree char *valid = g_utf8_make_valid (email, -1);
  const char *at = strrchr (valid, '@');
  glong length = at != NULL ? g_utf8_pointer_to_offset (valid, at) : 0;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (length < 3)
    return g_steal_pointer (&valid);

  first = g_utf8_substring (valid, 0, 1);
  last = g_utf8_substring (valid, length - 1, length);
  return g_strconcat (first, "···", last, at, NULL);
}

/* People read it three and three; what is copied from the page has no blank. */
static void
append_code (GString    *html,
             const char *code)
{
  g_autofree char *first = g_strndup (code, 3);
  const char *rest = code + strlen (first);

  desk_sandbox_html_append (html, "<span id=\"sandbox-code\">%s<span>%s</span></span>", first, rest);
}

GBytes *
desk_sandbox_page_new_code (const DeskSandboxPage *page,
                            const char            *email,
                            const char            *code)
{
  g_autofree char *masked = NULL;
  g_autofree char *lead = NULL;
  GString *html;

  g_return_val_if_fail (page != NULL && email != NULL && code != NULL, NULL);

  masked = mask_email (email);
  lead = g_strdup_printf (_("We sent a 6-digit code to %s"), masked);

  html = desk_sandbox_page_open (page, DESK_SANDBOX_PLACE_INSTITUTION, "short", _("Enter your one-time code"), lead);
  desk_sandbox_html_append (html,
                            "<label for=\"code\">%s</label>\n"
                            "<input type=\"text\" class=\"code\" id=\"code\" name=\"code\" inputmode=\"numeric\""
                            " autocomplete=\"one-time-code\" autofocus", _("6-digit code"));
  desk_sandbox_page_end_input (html, page);
  desk_sandbox_html_append (html, "<div class=\"note\"><p><strong>%s</strong> %s ", _("Sandbox"), _("Your code is"));
  append_code (html, code);
  desk_sandbox_html_append (html, ". %s</p></div>\n", _("A real institution sends it to you."));

  return desk_sandbox_page_close (html, page, _("Continue"), digits_script);
}
