/* desk-json-page.c: one received page of records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-json-page.h"

#include <glib/gi18n-lib.h>

struct _DeskJsonPage
{
  GObject parent_instance;

  GBytes        *bytes;    /* (owned) */
  DeskJsonSlice  root;     /* into bytes, as are the records */
  GArray        *records;  /* (owned) (element-type DeskJsonSlice) */
};

G_DEFINE_FINAL_TYPE (DeskJsonPage, desk_json_page, G_TYPE_OBJECT)

static void
desk_json_page_finalize (GObject *object)
{
  DeskJsonPage *self = DESK_JSON_PAGE (object);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->records, g_array_unref);

  G_OBJECT_CLASS (desk_json_page_parent_class)->finalize (object);
}

static void
desk_json_page_class_init (DeskJsonPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_json_page_finalize;
}

static void
desk_json_page_init (DeskJsonPage *self)
{
  self->records = g_array_new (FALSE, FALSE, sizeof (DeskJsonSlice));
}

/* A null is "no records" only if no other key has some: servers write an empty list that way. */
static DeskJsonSlice
find_container (DeskJsonSlice       root,
                const char *const  *root_keys)
{
  DeskJsonSlice empty = DESK_JSON_SLICE_NONE;

  if (desk_json_slice_get_kind (root) == DESK_JSON_KIND_ARRAY)
    return root;

  for (gsize i = 0; root_keys[i] != NULL; i++)
    {
      DeskJsonSlice value = desk_json_slice_get_member (root, root_keys[i]);
      DeskJsonKind kind = desk_json_slice_get_kind (value);

      if (kind == DESK_JSON_KIND_NULL)
        empty = value;
      else if (kind != DESK_JSON_KIND_NONE)
        return value;
    }
  return empty;
}

static void
take_elements (DeskJsonPage  *self,
               DeskJsonSlice  array)
{
  DeskJsonSlice record;
  DeskJsonIter iter;

  desk_json_iter_init (&iter, array);
  while (desk_json_iter_next (&iter, NULL, &record))
    g_array_append_val (self->records, record);
}

static gboolean
take_records (DeskJsonPage       *self,
              const char *const  *root_keys,
              GError            **error)
{
  DeskJsonSlice container = self->root;

  if (root_keys == NULL)
    {
      g_array_append_val (self->records, container);
      return TRUE;
    }

  container = find_container (self->root, root_keys);
  switch (desk_json_slice_get_kind (container))
    {
    case DESK_JSON_KIND_ARRAY:
      take_elements (self, container);
      return TRUE;
    case DESK_JSON_KIND_OBJECT:
      g_array_append_val (self->records, container);
      return TRUE;
    case DESK_JSON_KIND_NULL:
      return TRUE;
    case DESK_JSON_KIND_NONE:
    case DESK_JSON_KIND_BOOLEAN:
    case DESK_JSON_KIND_NUMBER:
    case DESK_JSON_KIND_STRING:
    default:
      g_set_error (error, DESK_JSON_ERROR, DESK_JSON_ERROR_SHAPE,
                   _("The answer holds no list called “%s”."),
                   root_keys[0] != NULL ? root_keys[0] : "");
      return FALSE;
    }
}

DeskJsonPage *
desk_json_page_new (GBytes             *bytes,
                    const char *const  *root_keys,
                    GError            **error)
{
  g_autoptr(DeskJsonPage) self = NULL;
  const char *text;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_object_new (DESK_TYPE_JSON_PAGE, NULL);
  self->bytes = g_bytes_ref (bytes);
  text = g_bytes_get_data (bytes, &length);
  if (!desk_json_parse (text, length, &self->root, error))
    return NULL;
  if (!take_records (self, root_keys, error))
    return NULL;
  return g_steal_pointer (&self);
}

guint
desk_json_page_get_n_records (DeskJsonPage *self)
{
  g_return_val_if_fail (DESK_IS_JSON_PAGE (self), 0);

  return self->records->len;
}

DeskJsonSlice
desk_json_page_get_record (DeskJsonPage *self,
                           guint         position)
{
  g_return_val_if_fail (DESK_IS_JSON_PAGE (self), DESK_JSON_SLICE_NONE);
  g_return_val_if_fail (position < self->records->len, DESK_JSON_SLICE_NONE);

  return g_array_index (self->records, DeskJsonSlice, position);
}

DeskJsonSlice
desk_json_page_get_root (DeskJsonPage *self)
{
  g_return_val_if_fail (DESK_IS_JSON_PAGE (self), DESK_JSON_SLICE_NONE);

  return self->root;
}

char *
desk_json_page_dup_next (DeskJsonPage *self)
{
  g_autofree char *next = NULL;

  g_return_val_if_fail (DESK_IS_JSON_PAGE (self), NULL);

  next = desk_json_slice_dup_string (desk_json_slice_get_path (self->root, "links.next"));
  return next != NULL && *next != '\0' ? g_steal_pointer (&next) : NULL;
}
