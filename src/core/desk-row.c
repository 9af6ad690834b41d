/* desk-row.c: one record, shown in a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-row-private.h"

struct _DeskRow
{
  GObject             parent_instance;

  const DeskResource *resource;
  char               *end_user_id; /* (owned) */
  gint64              id;
  GBytes             *bytes;       /* (owned) (nullable): until read, and after a purge */
  DeskJsonSlice       root;        /* into bytes */
};

enum
{
  PROP_0,
  PROP_LOADED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DeskRow, desk_row, G_TYPE_OBJECT)

static void
desk_row_finalize (GObject *object)
{
  DeskRow *self = DESK_ROW (object);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->end_user_id);

  G_OBJECT_CLASS (desk_row_parent_class)->finalize (object);
}

static void
desk_row_get_property (GObject    *object,
                       guint       property_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  DeskRow *self = DESK_ROW (object);

  switch (property_id)
    {
    case PROP_LOADED:
      g_value_set_boolean (value, desk_row_is_loaded (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
desk_row_class_init (DeskRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = desk_row_finalize;
  object_class->get_property = desk_row_get_property;

  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
desk_row_init (DeskRow *self)
{
}

static void
purged_cb (DeskStore  *store,
           const char *end_user_id,
           const char *arrangement_id,
           DeskRow    *self)
{
  if (g_str_equal (end_user_id, self->end_user_id))
    desk_row_set_bytes (self, NULL);
}

DeskRow *
desk_row_new (DeskStore          *store,
              const DeskResource *resource,
              const char         *end_user_id,
              gint64              id)
{
  DeskRow *self = g_object_new (DESK_TYPE_ROW, NULL);

  self->resource = resource;
  self->end_user_id = g_strdup (end_user_id);
  self->id = id;
  g_signal_connect_object (store, "purged", G_CALLBACK (purged_cb), self, 0);

  return self;
}

void
desk_row_set_bytes (DeskRow *self,
                    GBytes  *bytes)
{
  DeskJsonSlice root = DESK_JSON_SLICE_NONE;

  if (self->bytes == bytes || (self->bytes != NULL && bytes != NULL && g_bytes_equal (self->bytes, bytes)))
    return;

  /* Slices are made from checked bytes only, and a file may have been changed behind our back. */
  if (bytes != NULL && !desk_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &root, NULL))
    bytes = NULL;

  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  self->root = root;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
}

gint64
desk_row_get_id (DeskRow *self)
{
  g_return_val_if_fail (DESK_IS_ROW (self), 0);

  return self->id;
}

const DeskResource *
desk_row_get_resource (DeskRow *self)
{
  g_return_val_if_fail (DESK_IS_ROW (self), NULL);

  return self->resource;
}

gboolean
desk_row_is_loaded (DeskRow *self)
{
  g_return_val_if_fail (DESK_IS_ROW (self), FALSE);

  return self->bytes != NULL;
}

GBytes *
desk_row_get_bytes (DeskRow *self)
{
  g_return_val_if_fail (DESK_IS_ROW (self), NULL);

  return self->bytes;
}

DeskJsonSlice
desk_row_get_value (DeskRow    *self,
                    const char *path)
{
  g_return_val_if_fail (DESK_IS_ROW (self), DESK_JSON_SLICE_NONE);
  g_return_val_if_fail (path != NULL, DESK_JSON_SLICE_NONE);

  return *path == '\0' ? self->root : desk_json_slice_get_path (self->root, path);
}

char *
desk_row_dup_text (DeskRow    *self,
                   const char *path)
{
  return desk_json_slice_dup_text (desk_row_get_value (self, path));
}
