/* desk-sandbox-rename.c: from the names of the standards to those of the Fiskil Data API
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-rename.h"

#include <string.h>

/* What the rule would get wrong. */
static const struct
{
  const char *key;
  const char *renamed;
} exceptions[] = {
  { "toUType", "to_utype" },
  { "readQualities", "readQualities" },
  { "buildingName1", "building_name_1" },
  { "buildingName2", "building_name_2" },
};

static const char *const unchanged_in_controlled_load[] = { "singleRate", "timeOfUseRates", NULL };

/* A word begins at a capital after a small letter or a digit, and at the last of a row of
 * capitals if a small letter follows: isACNCRegistered, addressUType. */
static gboolean
begins_word (const char *key,
             gsize       i)
{
  if (i == 0 || !g_ascii_isupper (key[i]))
    return FALSE;

  return !g_ascii_isupper (key[i - 1]) || g_ascii_islower (key[i + 1]);
}

char *
desk_sandbox_rename_key (const char *key)
{
  GString *renamed;

  for (guint i = 0; i < G_N_ELEMENTS (exceptions); i++)
    if (g_str_equal (exceptions[i].key, key))
      return g_strdup (exceptions[i].renamed);

  if (strchr (key, '-') != NULL)
    return g_strdup (key);

  renamed = g_string_new (NULL);
  for (gsize i = 0; key[i] != '\0'; i++)
    {
      if (begins_word (key, i))
        g_string_append_c (renamed, '_');
      g_string_append_c (renamed, g_ascii_tolower (key[i]));
    }

  return g_string_free (renamed, FALSE);
}

/* Names without escapes only; the others are copied. */
static void
append_key (GString       *text,
            DeskJsonSlice  key,
            gboolean       in_controlled_load)
{
  g_autofree char *raw = desk_json_slice_dup_raw (key);
  g_autofree char *name = NULL;
  g_autofree char *renamed = NULL;

  if (strchr (raw, '\\') != NULL)
    {
      g_string_append (text, raw);
      return;
    }

  name = desk_json_slice_dup_string (key);
  if (in_controlled_load && g_strv_contains (unchanged_in_controlled_load, name))
    renamed = g_strdup (name);
  else
    renamed = desk_sandbox_rename_key (name);
  g_string_append_printf (text, "\"%s\"", renamed);
}

static void
append_value (GString       *text,
              DeskJsonSlice  value,
              gboolean       in_controlled_load)
{
  DeskJsonKind kind = desk_json_slice_get_kind (value);
  gboolean is_object = kind == DESK_JSON_KIND_OBJECT;
  DeskJsonIter iter;
  DeskJsonSlice key;
  DeskJsonSlice member;
  gboolean is_first = TRUE;

  if (!is_object && kind != DESK_JSON_KIND_ARRAY)
    {
      g_string_append_len (text, value.text, (gssize) value.length);
      return;
    }

  g_string_append_c (text, is_object ? '{' : '[');
  desk_json_iter_init (&iter, value);
  while (desk_json_iter_next (&iter, &key, &member))
    {
      gboolean is_load = is_object && desk_json_slice_equals_string (key, "controlledLoad");

      if (!is_first)
        g_string_append_c (text, ',');
      is_first = FALSE;

      if (is_object)
        {
          append_key (text, key, in_controlled_load);
          g_string_append_c (text, ':');
        }
      append_value (text, member, is_object ? is_load : in_controlled_load);
    }
  g_string_append_c (text, is_object ? '}' : ']');
}

void
desk_sandbox_rename_append (GString       *text,
                            DeskJsonSlice  value)
{
  append_value (text, value, FALSE);
}
