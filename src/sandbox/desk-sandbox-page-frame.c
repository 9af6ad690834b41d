/* desk-sandbox-page-frame.c: what is around the content of each consent screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-page-frame.h"

#include <glib/gi18n-lib.h>

#include "desk-sandbox-page-html.h"
#include "desk-sandbox-resources.h"

#define STYLE_PATH "/io/github/consentdesk/ConsentDesk/sandbox/page.css"

static const char framed_script[] =
  "document.querySelector('input[name=framed]').value = window.parent === window ? '0' : '1';";

static void
append_style (GString    *html,
              const char *nonce,
              const char *colour)
{
  g_autoptr(GBytes) style = g_resource_lookup_data (desk_sandbox_get_resource (), STYLE_PATH,
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (style != NULL);
  desk_sandbox_html_append (html, "<style nonce=\"%s\">", nonce);
  g_string_append_len (html, g_bytes_get_data (style, NULL), (gssize) g_bytes_get_size (style));
  desk_sandbox_html_append (html, ":root { --brand: %s; }</style>\n", desk_sandbox_html_get_colour (colour));
}

void
desk_sandbox_page_append_head (GString    *html,
                               const char *nonce,
                               const char *title,
                               const char *colour)
{
  /* Translators: the code of the language that the page is translated to. */
  const char *language = C_("language of the page", "en");

  desk_sandbox_html_append (html,
                            "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                            "<meta name=\"color-scheme\" content=\"light dark\">\n"
                            "<title>%s</title>\n",
                            language, title);
  append_style (html, nonce, colour);
  g_string_append (html, "</head>\n");
}

static void
append_institution_bar (GString               *html,
                        const DeskSandboxPage *page)
{
  g_autofree char *purpose = g_strdup_printf (_("Share your data with %s"), page->app_name);

  g_string_append (html, "<body class=\"bank\">\n<header class=\"band\"><div class=\"bar\">");
  desk_sandbox_html_append_icon (html, page->institution);
  desk_sandbox_html_append (html, "<div>%s<small>%s</small></div></div></header>\n",
                            page->institution->name, purpose);
}

static void
append_consent_bar (GString *html)
{
  g_string_append (html, "<body class=\"consent\">\n<header class=\"bar\">");
  desk_sandbox_html_append_tile (html, "Fiskil", "#2f4858");
  desk_sandbox_html_append (html, "Fiskil<span class=\"where\">%s</span></header>\n", _("Sandbox consent"));
}

static void
append_error (GString    *html,
              const char *error)
{
  /* The region is there before it is filled, or it would not be read out. */
  g_string_append (html, "<div aria-live=\"assertive\">");
  if (error != NULL)
    desk_sandbox_html_append (html,
                              "<p class=\"error\" id=\"error\"><svg viewBox=\"0 0 20 20\" aria-hidden=\"true\">"
                              "<circle cx=\"10\" cy=\"10\" r=\"9\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>"
                              "<path d=\"M10 5v6M10 13.5v1\" stroke=\"currentColor\" stroke-width=\"2\" stroke-linecap=\"round\"/>"
                              "</svg><span>%s</span></p>", error);
  g_string_append (html, "</div>\n");
}

GString *
desk_sandbox_page_open (const DeskSandboxPage *page,
                        DeskSandboxPlace       place,
                        const char            *form_class,
                        const char            *title,
                        const char            *lead)
{
  gboolean at_institution = place == DESK_SANDBOX_PLACE_INSTITUTION && page->institution != NULL;
  const char *owner = at_institution ? page->institution->name : "Fiskil";
  g_autofree char *full_title = g_strconcat (page->error != NULL ? _("Error: ") : "", title, " – ", owner, NULL);
  GString *html = g_string_new (NULL);

  desk_sandbox_page_append_head (html, page->nonce, full_title, at_institution ? page->institution->colour : NULL);
  if (at_institution)
    append_institution_bar (html, page);
  else
    append_consent_bar (html);

  desk_sandbox_html_append (html,
                            "<main>\n<div class=\"card\">\n<form id=\"consent\" class=\"%s\" method=\"post\" action=\"%s\" accept-charset=\"utf-8\">\n"
                            "<input type=\"hidden\" name=\"csrf\" value=\"%s\">\n"
                            "<input type=\"hidden\" name=\"framed\" value=\"0\">\n<h1>%s</h1>\n",
                            form_class, page->action, page->csrf, title);
  if (lead != NULL)
    desk_sandbox_html_append (html, "<p class=\"lead\">%s</p>\n", lead);
  append_error (html, page->error);

  return html;
}

void
desk_sandbox_page_end_input (GString               *html,
                             const DeskSandboxPage *page)
{
  if (page->error != NULL)
    g_string_append (html, " aria-invalid=\"true\" aria-describedby=\"error\"");
  g_string_append (html, ">\n");
}

GBytes *
desk_sandbox_page_close (GString               *html,
                         const DeskSandboxPage *page,
                         const char            *button,
                         const char            *script)
{
  g_string_append (html, "<div class=\"buttons\">\n");
  if (button != NULL)
    desk_sandbox_html_append (html,
                              "<button class=\"primary\" id=\"continue\" name=\"action\" value=\"continue\">%s</button>\n",
                              button);
  desk_sandbox_html_append (html,
                            "<button class=\"secondary\" id=\"cancel\" name=\"action\" value=\"cancel\" formnovalidate>%s</button>\n"
                            "</div>\n</form>\n</div>\n</main>\n<footer>%s</footer>\n<script nonce=\"%s\">",
                            _("Cancel and go back"), _("This is a sandbox. The people and the data are made up."), page->nonce);
  g_string_append (html, framed_script);
  if (script != NULL)
    g_string_append (html, script);
  g_string_append (html, "</script>\n</body>\n</html>\n");

  return g_string_free_to_bytes (html);
}
