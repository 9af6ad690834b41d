/* desk-sandbox-page-html.c: HTML from text that is not trusted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-page-html.h"

#include <string.h>

#define OWN_COLOUR "#1c7c74"
#define LIGHT_INK "#ffffff"
#define DARK_INK "#2a2108"

static void
append_escaped (GString    *html,
                const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *escaped = g_markup_escape_text (valid, -1);

  g_string_append (html, escaped);
}

void
desk_sandbox_html_append (GString    *html,
                          const char *format,
                          ...)
{
  const char *conversion;
  va_list texts;

  g_return_if_fail (html != NULL && format != NULL);

  va_start (texts, format);
  while ((conversion = strchr (format, '%')) != NULL)
    {
      g_assert (conversion[1] == 's');
      g_string_append_len (html, format, conversion - format);
      append_escaped (html, va_arg (texts, const char *));
      format = conversion + 2;
    }
  va_end (texts);

  g_string_append (html, format);
}

const char *
desk_sandbox_html_get_colour (const char *colour)
{
  if (colour == NULL || strlen (colour) != 7 || colour[0] != '#')
    return OWN_COLOUR;

  for (int i = 1; i < 7; i++)
    {
      if (!g_ascii_isxdigit (colour[i]))
        return OWN_COLOUR;
    }

  return colour;
}

/* Light colours carry dark letters; the weights are those of brightness in ITU-R BT.601. */
static const char *
get_ink (const char *colour)
{
  int parts[3];

  for (int i = 0; i < 3; i++)
    parts[i] = g_ascii_xdigit_value (colour[1 + 2 * i]) * 16 + g_ascii_xdigit_value (colour[2 + 2 * i]);

  return parts[0] * 299 + parts[1] * 587 + parts[2] * 114 > 150 * 1000 ? DARK_INK : LIGHT_INK;
}

void
desk_sandbox_html_append_tile (GString    *html,
                               const char *name,
                               const char *colour)
{
  const char *fill = desk_sandbox_html_get_colour (colour);
  g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);
  g_autofree char *first = g_utf8_substring (valid, 0, valid[0] != '\0' ? 1 : 0);
  g_autofree char *initial = g_utf8_strup (first, -1);

  desk_sandbox_html_append (html,
                            "<svg class=\"tile\" viewBox=\"0 0 40 40\" aria-hidden=\"true\">"
                            "<rect width=\"40\" height=\"40\" rx=\"10\" fill=\"%s\"/>"
                            "<text x=\"20\" y=\"27\" text-anchor=\"middle\" fill=\"%s\">%s</text></svg>",
                            fill, get_ink (fill), initial);
}

void
desk_sandbox_html_append_icon (GString                      *html,
                               const DeskSandboxInstitution *institution)
{
  g_return_if_fail (html != NULL && institution != NULL);

  if (institution->drawing == NULL)
    {
      desk_sandbox_html_append_tile (html, institution->name, institution->colour);
      return;
    }

  g_string_append (html, "<svg class=\"tile\" viewBox=\"0 0 64 64\" aria-hidden=\"true\">");
  g_string_append (html, institution->drawing);
  g_string_append (html, "</svg>");
}
