/* desk-sandbox-page-institutions.c: the institution picker
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-page.h"

#include <glib/gi18n-lib.h>

#include "desk-sandbox-page-frame.h"
#include "desk-sandbox-page-html.h"

static const char go_mark[] =
  "<svg class=\"go\" viewBox=\"0 0 20 20\" aria-hidden=\"true\"><path d=\"M7 4l6 6-6 6\" fill=\"none\""
  " stroke=\"currentColor\" stroke-width=\"2\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/></svg>";

static const char warning_mark[] =
  "<svg class=\"go\" viewBox=\"0 0 20 20\" aria-hidden=\"true\"><path d=\"M10 3l8 14H2zM10 8v4M10 14.2v.6\" fill=\"none\""
  " stroke=\"currentColor\" stroke-width=\"1.8\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/></svg>";

/* The field belongs to no form: Enter in it must not press the first institution. */
static const char search_script[] =
  "const search = document.getElementById('search');"
  "const rows = [...document.querySelectorAll('#institutions > li')];"
  "const none = document.getElementById('none');"
  "document.getElementById('search-box').hidden = false;"
  "search.addEventListener('input', () => {"
  "  const wanted = search.value.trim().toLocaleLowerCase();"
  "  let found = 0;"
  "  for (const row of rows) {"
  "    row.hidden = !row.textContent.toLocaleLowerCase().includes(wanted);"
  "    found += row.hidden ? 0 : 1;"
  "  }"
  "  none.hidden = found > 0;"
  "});";

static char *
describe (const DeskSandboxInstitution *institution)
{
  const char *kind = g_str_equal (institution->industry, "banking") ? _("Bank") : _("Energy retailer");

  if (institution->health == DESK_SANDBOX_HEALTH_OUTAGE)
    return g_strdup_printf (_("%s. Not available right now"), kind);
  if (institution->health == DESK_SANDBOX_HEALTH_DEGRADED)
    return g_strdup_printf (_("%s. Slower than usual right now"), kind);
  return g_strdup (kind);
}

static void
append_institution (GString                      *html,
                    const DeskSandboxInstitution *institution)
{
  g_autofree char *description = describe (institution);
  gboolean is_out = institution->health == DESK_SANDBOX_HEALTH_OUTAGE;

  desk_sandbox_html_append (html, "<li><button class=\"choice\" name=\"institution\" value=\"%s\"", institution->id);
  g_string_append (html, is_out ? " disabled>" : ">");
  desk_sandbox_html_append_icon (html, institution);
  desk_sandbox_html_append (html, "<span class=\"words\"><strong>%s</strong><small>%s</small></span>",
                            institution->name, description);
  if (institution->health != DESK_SANDBOX_HEALTH_HEALTHY)
    g_string_append (html, warning_mark);
  else
    g_string_append (html, go_mark);
  g_string_append (html, "</button></li>\n");
}

GBytes *
desk_sandbox_page_new_institutions (const DeskSandboxPage *page,
                                    GPtrArray             *institutions)
{
  GString *html;

  g_return_val_if_fail (page != NULL && institutions != NULL, NULL);

  html = desk_sandbox_page_open (page, DESK_SANDBOX_PLACE_CONSENT, "short", _("Where is your account?"),
                                 _("You log in there, not here."));
  desk_sandbox_html_append (html,
                            "<div id=\"search-box\" hidden><label for=\"search\">%s</label>"
                            "<input type=\"search\" id=\"search\" form=\"\" autocomplete=\"off\" aria-controls=\"institutions\"></div>\n"
                            "<ul class=\"plain choices\" id=\"institutions\">\n",
                            _("Search banks and energy retailers"));
  for (guint i = 0; i < institutions->len; i++)
    append_institution (html, g_ptr_array_index (institutions, i));
  desk_sandbox_html_append (html, "</ul>\n<p id=\"none\" role=\"status\" hidden>%s</p>\n",
                            _("There is none with that name. Try a shorter one."));

  return desk_sandbox_page_close (html, page, NULL, search_script);
}
