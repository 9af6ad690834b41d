/* desk-duration-words.c: an ISO 8601 duration in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "desk-duration-words.h"

#define MAX_PARTS 7

typedef struct
{
  guint number;
  char  unit; /* of YMWD before the T, of hms after it */
} Part;

/* Returns how many parts there are; 0 if it is no duration. */
static guint
parse (const char *text,
       Part       *parts)
{
  const char *cursor = text + 1;
  gboolean is_time = FALSE;
  guint n_parts = 0;

  if (*text != 'P')
    return 0;
  while (*cursor != '\0')
    {
      char *end = NULL;
      guint64 number;

      if (*cursor == 'T' && !is_time)
        {
          is_time = TRUE;
          cursor++;
        }
      if (!g_ascii_isdigit (*cursor) || n_parts == MAX_PARTS)
        return 0;
      number = g_ascii_strtoull (cursor, &end, 10);
      if (*end == '\0' || strchr (is_time ? "HMS" : "YMWD", *end) == NULL || number > G_MAXINT)
        return 0;
      parts[n_parts].number = (guint) number;
      parts[n_parts++].unit = is_time ? g_ascii_tolower (*end) : *end;
      cursor = end + 1;
    }
  return n_parts;
}

static char *
part_words (const Part *part)
{
  guint n = part->number;

  switch (part->unit)
    {
    case 'Y':
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u year", "%u years", n), n);
    case 'M':
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u month", "%u months", n), n);
    case 'W':
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u week", "%u weeks", n), n);
    case 'D':
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day", "%u days", n), n);
    case 'h':
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u hour", "%u hours", n), n);
    case 'm':
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u minute", "%u minutes", n), n);
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u second", "%u seconds", n), n);
    }
}

char *
desk_duration_words (const char *text)
{
  Part parts[MAX_PARTS];
  g_autoptr(GString) words = g_string_new (NULL);
  guint n_parts;

  g_return_val_if_fail (text != NULL, NULL);

  n_parts = parse (text, parts);
  for (guint i = 0; i < n_parts; i++)
    {
      g_autofree char *part = part_words (&parts[i]);

      g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", part);
    }
  return n_parts > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : g_strdup (text);
}

char *
desk_duration_every_words (const char *text)
{
  Part parts[MAX_PARTS];
  g_autofree char *words = NULL;
  guint n_parts;

  g_return_val_if_fail (text != NULL, NULL);

  n_parts = parse (text, parts);
  if (n_parts == 0)
    return g_strdup (text);
  if (n_parts == 1 && parts[0].number == 1)
    switch (parts[0].unit)
      {
      case 'Y':
        return g_strdup (_("every year"));
      case 'M':
        return g_strdup (_("every month"));
      case 'W':
        return g_strdup (_("every week"));
      case 'D':
        return g_strdup (_("every day"));
      default:
        break;
      }
  words = desk_duration_words (text);
  /* Translators: how often something happens: "every 3 months" */
  return g_strdup_printf (_("every %s"), words);
}
