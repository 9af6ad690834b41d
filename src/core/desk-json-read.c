/* desk-json-read.c: members of small answers, read with tolerance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-json-read.h"

#include <glib/gi18n-lib.h>

#include "desk-instant.h"

static char *
dup_non_empty (DeskJsonSlice slice)
{
  g_autofree char *text = desk_json_slice_dup_text (slice);

  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

char *
desk_json_read_text (DeskJsonSlice  object,
                     const char    *member)
{
  return dup_non_empty (desk_json_slice_get_member (object, member));
}

char *
desk_json_read_id (DeskJsonSlice       object,
                   const char *const  *members,
                   GError            **error)
{
  for (gsize i = 0; members[i] != NULL; i++)
    {
      char *id = desk_json_read_text (object, members[i]);

      if (id != NULL)
        return id;
    }

  g_set_error (error, DESK_JSON_ERROR, DESK_JSON_ERROR_SHAPE,
               /* Translators: %s is the name of a member of a JSON object. */
               _("The answer has no “%s”."), members[0]);
  return NULL;
}

char **
desk_json_read_texts (DeskJsonSlice  object,
                      const char    *member)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  DeskJsonSlice array = desk_json_slice_get_member (object, member);
  g_autofree char *single = desk_json_slice_dup_string (array);
  DeskJsonIter iter;
  DeskJsonSlice value;

  if (single != NULL && *single != '\0')
    g_strv_builder_add (builder, single);

  if (desk_json_slice_get_kind (array) == DESK_JSON_KIND_ARRAY)
    {
      desk_json_iter_init (&iter, array);
      while (desk_json_iter_next (&iter, NULL, &value))
        {
          g_autofree char *text = dup_non_empty (value);

          if (text != NULL)
            g_strv_builder_add (builder, text);
        }
    }

  return g_strv_builder_end (builder);
}

gint64
desk_json_read_instant (DeskJsonSlice  object,
                        const char    *member)
{
  DeskJsonSlice value = desk_json_slice_get_member (object, member);
  g_autofree char *text = desk_json_slice_dup_string (value);
  gint64 instant = 0;

  if (desk_json_slice_get_int64 (value, &instant))
    return instant >= 0 && instant <= G_MAXINT64 / G_USEC_PER_SEC ? instant * G_USEC_PER_SEC : 0;

  if (text == NULL || !desk_instant_parse (text, &instant, NULL))
    return 0;

  return instant;
}

gboolean
desk_json_read_boolean (DeskJsonSlice  object,
                        const char    *member,
                        gboolean       fallback)
{
  desk_json_slice_get_boolean (desk_json_slice_get_member (object, member), &fallback);

  return fallback;
}
