/* desk-store-watch.c: tells, not too often, that rows of an end user changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-store-watch.h"

#define INTERVAL_MS 500

struct _DeskStoreWatch
{
  GObject   parent_instance;

  /* Owned */
  char     *end_user_id;
  char    **resource_names;

  guint     timeout_id;
};

G_DEFINE_FINAL_TYPE (DeskStoreWatch, desk_store_watch, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
emit_changed_cb (gpointer user_data)
{
  DeskStoreWatch *self = user_data;

  self->timeout_id = 0;
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
store_changed_cb (DeskStoreWatch     *self,
                  const DeskResource *resource,
                  const char         *end_user_id)
{
  if (self->timeout_id == 0 && g_str_equal (end_user_id, self->end_user_id) &&
      g_strv_contains ((const char *const *) self->resource_names, resource->name))
    self->timeout_id = g_timeout_add (INTERVAL_MS, emit_changed_cb, self);
}

static void
mask_changed_cb (DeskStoreWatch *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
desk_store_watch_finalize (GObject *object)
{
  DeskStoreWatch *self = DESK_STORE_WATCH (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_free (self->end_user_id);
  g_strfreev (self->resource_names);

  G_OBJECT_CLASS (desk_store_watch_parent_class)->finalize (object);
}

static void
desk_store_watch_class_init (DeskStoreWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_store_watch_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
desk_store_watch_init (DeskStoreWatch *self)
{
}

DeskStoreWatch *
desk_store_watch_new (DeskStore         *store,
                      const char        *end_user_id,
                      const char *const *resource_names)
{
  DeskStoreWatch *self = NULL;

  g_return_val_if_fail (DESK_IS_STORE (store), NULL);
  g_return_val_if_fail (end_user_id != NULL, NULL);
  g_return_val_if_fail (resource_names != NULL, NULL);

  self = g_object_new (DESK_TYPE_STORE_WATCH, NULL);
  self->end_user_id = g_strdup (end_user_id);
  self->resource_names = g_strdupv ((char **) resource_names);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "mask-changed", G_CALLBACK (mask_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
