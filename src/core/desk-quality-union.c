/* desk-quality-union.c: which of several details a record names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-quality-union.h"

/* The same word in snake case and in camel case. */
static gboolean
is_same_name (const char *a,
              const char *b)
{
  while (TRUE)
    {
      while (*a == '_')
        a++;
      while (*b == '_')
        b++;

      if (g_ascii_tolower (*a) != g_ascii_tolower (*b))
        return FALSE;
      if (*a == '\0')
        return TRUE;

      a++;
      b++;
    }
}

static const char *
find_word (const DeskField *tag,
           const char      *name)
{
  for (gsize i = 0; tag->values != NULL && tag->values[i] != NULL; i++)
    if (is_same_name (tag->values[i], name))
      return tag->values[i];

  return NULL;
}

static gboolean
is_known_word (const DeskField *tag,
               DeskJsonSlice    value)
{
  for (gsize i = 0; tag->values[i] != NULL; i++)
    if (desk_json_slice_equals_string (value, tag->values[i]))
      return TRUE;

  return FALSE;
}

DeskQualityBranch
desk_quality_union_find_branch (const DeskField     *fields,
                                guint                n_fields,
                                const DeskJsonSlice *values,
                                guint                position)
{
  for (guint i = 0; i < n_fields; i++)
    {
      const char *word;

      if (fields[i].type != DESK_FIELD_TYPE_UNION_TAG)
        continue;

      word = find_word (&fields[i], fields[position].name);
      if (word == NULL)
        continue;

      if (!is_known_word (&fields[i], values[i]))
        return DESK_QUALITY_BRANCH_NONE;

      return desk_json_slice_equals_string (values[i], word) ? DESK_QUALITY_BRANCH_NAMED : DESK_QUALITY_BRANCH_OTHER;
    }

  return DESK_QUALITY_BRANCH_NONE;
}

gboolean
desk_quality_union_has_twin (const DeskField     *fields,
                             guint                n_fields,
                             const DeskJsonSlice *values,
                             guint                position)
{
  for (guint i = 0; i < n_fields; i++)
    if (i != position && desk_json_slice_get_kind (values[i]) > DESK_JSON_KIND_NULL &&
        is_same_name (fields[i].name, fields[position].name))
      return TRUE;

  return FALSE;
}

gboolean
desk_quality_union_is_first (const DeskField *fields,
                             guint            position)
{
  for (guint i = 0; i < position; i++)
    if (is_same_name (fields[i].name, fields[position].name))
      return FALSE;

  return TRUE;
}
