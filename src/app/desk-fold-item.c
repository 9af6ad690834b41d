/* desk-fold-item.c: one line of a fold list that is to be seen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-fold-item.h"

struct _DeskFoldItem
{
  GObject  parent_instance;

  guint    line;
  gboolean expanded;
};

G_DEFINE_FINAL_TYPE (DeskFoldItem, desk_fold_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_EXPANDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
desk_fold_item_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_EXPANDED:
      g_value_set_boolean (value, DESK_FOLD_ITEM (object)->expanded);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
desk_fold_item_class_init (DeskFoldItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = desk_fold_item_get_property;

  properties[PROP_EXPANDED] = g_param_spec_boolean ("expanded", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
desk_fold_item_init (DeskFoldItem *self)
{
}

DeskFoldItem *
desk_fold_item_new (guint line)
{
  DeskFoldItem *self = g_object_new (DESK_TYPE_FOLD_ITEM, NULL);

  self->line = line;
  return self;
}

guint
desk_fold_item_get_line (DeskFoldItem *self)
{
  g_return_val_if_fail (DESK_IS_FOLD_ITEM (self), 0);

  return self->line;
}

gboolean
desk_fold_item_get_expanded (DeskFoldItem *self)
{
  g_return_val_if_fail (DESK_IS_FOLD_ITEM (self), FALSE);

  return self->expanded;
}

void
desk_fold_item_set_expanded (DeskFoldItem *self,
                             gboolean      expanded)
{
  g_return_if_fail (DESK_IS_FOLD_ITEM (self));

  if (self->expanded == expanded)
    return;
  self->expanded = expanded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}
