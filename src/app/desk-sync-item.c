/* desk-sync-item.c: how far the fetch of one data set is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sync-item.h"

#include <glib/gi18n-lib.h>

struct _DeskSyncItem
{
  GObject             parent_instance;

  const DeskResource *resource;
  DeskSyncState       state;
  guint               n_rows;
  DeskStoreChange     change;
  gint64              began_at;
  GError             *error;
};

enum
{
  PROP_0,
  PROP_STATE,
  PROP_N_ROWS,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DeskSyncItem, desk_sync_item, G_TYPE_OBJECT)

static void
desk_sync_item_finalize (GObject *object)
{
  DeskSyncItem *self = DESK_SYNC_ITEM (object);

  g_clear_error (&self->error);

  G_OBJECT_CLASS (desk_sync_item_parent_class)->finalize (object);
}

static void
desk_sync_item_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  DeskSyncItem *self = DESK_SYNC_ITEM (object);

  switch (property_id)
    {
    case PROP_STATE:
      g_value_set_int (value, self->state);
      break;
    case PROP_N_ROWS:
      g_value_set_uint (value, self->n_rows);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
desk_sync_item_class_init (DeskSyncItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = desk_sync_item_finalize;
  object_class->get_property = desk_sync_item_get_property;

  properties[PROP_STATE] =
    g_param_spec_int ("state", NULL, NULL,
                      DESK_SYNC_WAITING, DESK_SYNC_NOT_OFFERED, DESK_SYNC_WAITING,
                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_ROWS] =
    g_param_spec_uint ("n-rows", NULL, NULL,
                       0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ERROR] =
    g_param_spec_boxed ("error", NULL, NULL,
                        G_TYPE_ERROR,
                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
desk_sync_item_init (DeskSyncItem *self)
{
}

DeskSyncItem *
desk_sync_item_new (const DeskResource *resource)
{
  DeskSyncItem *self;

  g_return_val_if_fail (resource != NULL, NULL);

  self = g_object_new (DESK_TYPE_SYNC_ITEM, NULL);
  self->resource = resource;

  return self;
}

const DeskResource *
desk_sync_item_get_resource (DeskSyncItem *self)
{
  g_return_val_if_fail (DESK_IS_SYNC_ITEM (self), NULL);

  return self->resource;
}

DeskSyncState
desk_sync_item_get_state (DeskSyncItem *self)
{
  g_return_val_if_fail (DESK_IS_SYNC_ITEM (self), DESK_SYNC_WAITING);

  return self->state;
}

guint
desk_sync_item_get_n_rows (DeskSyncItem *self)
{
  g_return_val_if_fail (DESK_IS_SYNC_ITEM (self), 0);

  return self->n_rows;
}

const GError *
desk_sync_item_get_error (DeskSyncItem *self)
{
  g_return_val_if_fail (DESK_IS_SYNC_ITEM (self), NULL);

  return self->error;
}

const char *
desk_sync_item_get_words (DeskSyncItem *self)
{
  static const char *const words[] =
  {
    [DESK_SYNC_WAITING] = N_("waiting"),
    [DESK_SYNC_RUNNING] = N_("fetching"),
    [DESK_SYNC_DONE] = N_("fetched"),
    [DESK_SYNC_FAILED] = N_("failed"),
    [DESK_SYNC_CANCELLED] = N_("cancelled"),
    [DESK_SYNC_NOT_OFFERED] = N_("not offered"),
  };

  g_return_val_if_fail (DESK_IS_SYNC_ITEM (self), NULL);

  return _(words[self->state]);
}

gint64
desk_sync_item_get_began_at (DeskSyncItem *self)
{
  g_return_val_if_fail (DESK_IS_SYNC_ITEM (self), 0);

  return self->began_at;
}

const DeskStoreChange *
desk_sync_item_get_change (DeskSyncItem *self)
{
  g_return_val_if_fail (DESK_IS_SYNC_ITEM (self), NULL);

  return &self->change;
}

void
desk_sync_item_set_state (DeskSyncItem  *self,
                          DeskSyncState  state,
                          const GError  *error)
{
  g_return_if_fail (DESK_IS_SYNC_ITEM (self));
  g_return_if_fail ((error != NULL) == (state == DESK_SYNC_FAILED || state == DESK_SYNC_NOT_OFFERED));

  if (error != NULL)
    {
      g_clear_error (&self->error);
      self->error = g_error_copy (error);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
    }

  if (state == DESK_SYNC_RUNNING && self->began_at == 0)
    self->began_at = g_get_monotonic_time ();

  if (self->state != state)
    {
      self->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
    }
}

void
desk_sync_item_add_rows (DeskSyncItem *self,
                         guint         n_rows)
{
  g_return_if_fail (DESK_IS_SYNC_ITEM (self));

  if (n_rows == 0)
    return;

  self->n_rows += n_rows;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ROWS]);
}

void
desk_sync_item_add_change (DeskSyncItem          *self,
                           const DeskStoreChange *change)
{
  g_return_if_fail (DESK_IS_SYNC_ITEM (self));
  g_return_if_fail (change != NULL);

  self->change.n_new += change->n_new;
  self->change.n_changed += change->n_changed;
  self->change.n_duplicates += change->n_duplicates;
  self->change.n_removed += change->n_removed;
}

void
desk_sync_item_start_again (DeskSyncItem *self)
{
  g_return_if_fail (DESK_IS_SYNC_ITEM (self));

  self->n_rows = 0;
  self->change.n_duplicates = 0;
  self->began_at = g_get_monotonic_time ();
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ROWS]);
}

void
desk_sync_item_take_over (DeskSyncItem *self,
                          DeskSyncItem *before)
{
  g_return_if_fail (DESK_IS_SYNC_ITEM (self));
  g_return_if_fail (DESK_IS_SYNC_ITEM (before));
  g_return_if_fail (self->resource == before->resource);

  self->n_rows = before->n_rows;
  self->change = before->change;
  self->began_at = before->began_at;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ROWS]);
}
