/* desk-presentation.c: whether an audience looks on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-presentation.h"

struct _DeskPresentation
{
  GObject        parent_instance;

  DeskMask      *mask;      /* (owned) */
  DeskStore     *store;     /* (owned) (nullable) */
  DeskDirectory *directory; /* (owned) (nullable) */
  gboolean       active;
};

enum
{
  PROP_ACTIVE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DeskPresentation, desk_presentation, G_TYPE_OBJECT)

/* (nullable) */
static DeskMask *
get_mask (DeskPresentation *self)
{
  return self->active ? self->mask : NULL;
}

static void
mask_end_users (DeskPresentation *self,
                GListModel       *end_users,
                guint             position,
                guint             n_end_users)
{
  for (guint i = 0; i < n_end_users; i++)
    {
      g_autoptr(DeskEndUser) end_user = g_list_model_get_item (end_users, position + i);

      desk_end_user_set_mask (end_user, get_mask (self));
    }
}

static void
end_users_changed_cb (GListModel       *end_users,
                      guint             position,
                      guint             n_removed,
                      guint             n_added,
                      DeskPresentation *self)
{
  mask_end_users (self, end_users, position, n_added);
}

static void
mask_source (DeskPresentation *self)
{
  if (self->store != NULL)
    desk_store_set_mask (self->store, get_mask (self));

  if (self->directory != NULL)
    {
      GListModel *end_users = desk_directory_get_end_users (self->directory);

      mask_end_users (self, end_users, 0, g_list_model_get_n_items (end_users));
    }
}

static void
drop_source (DeskPresentation *self)
{
  if (self->directory != NULL)
    g_signal_handlers_disconnect_by_data (desk_directory_get_end_users (self->directory), self);

  g_clear_object (&self->directory);
  g_clear_object (&self->store);
}

static void
desk_presentation_dispose (GObject *object)
{
  drop_source (DESK_PRESENTATION (object));

  G_OBJECT_CLASS (desk_presentation_parent_class)->dispose (object);
}

static void
desk_presentation_finalize (GObject *object)
{
  DeskPresentation *self = DESK_PRESENTATION (object);

  desk_mask_unref (self->mask);

  G_OBJECT_CLASS (desk_presentation_parent_class)->finalize (object);
}

static void
desk_presentation_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (property_id == PROP_ACTIVE)
    g_value_set_boolean (value, DESK_PRESENTATION (object)->active);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
desk_presentation_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  if (property_id == PROP_ACTIVE)
    desk_presentation_set_active (DESK_PRESENTATION (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
desk_presentation_class_init (DeskPresentationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_presentation_dispose;
  object_class->finalize = desk_presentation_finalize;
  object_class->get_property = desk_presentation_get_property;
  object_class->set_property = desk_presentation_set_property;

  properties[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
desk_presentation_init (DeskPresentation *self)
{
  self->mask = desk_mask_new ();
}

DeskPresentation *
desk_presentation_new (void)
{
  return g_object_new (DESK_TYPE_PRESENTATION, NULL);
}

void
desk_presentation_set_source (DeskPresentation *self,
                              DeskStore        *store,
                              DeskDirectory    *directory)
{
  g_return_if_fail (DESK_IS_PRESENTATION (self));

  drop_source (self);
  self->store = store != NULL ? g_object_ref (store) : NULL;
  self->directory = directory != NULL ? g_object_ref (directory) : NULL;
  if (directory != NULL)
    g_signal_connect_object (desk_directory_get_end_users (directory), "items-changed",
                             G_CALLBACK (end_users_changed_cb), self, 0);
  mask_source (self);
}

gboolean
desk_presentation_get_active (DeskPresentation *self)
{
  g_return_val_if_fail (DESK_IS_PRESENTATION (self), FALSE);

  return self->active;
}

void
desk_presentation_set_active (DeskPresentation *self,
                              gboolean          active)
{
  g_return_if_fail (DESK_IS_PRESENTATION (self));

  if (self->active == active)
    return;

  self->active = active;
  mask_source (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

char *
desk_presentation_dup_text (DeskPresentation *self,
                            const char       *text)
{
  g_return_val_if_fail (DESK_IS_PRESENTATION (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return self->active ? desk_mask_text (self->mask, text) : g_strdup (text);
}
