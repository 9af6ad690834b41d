/* desk-end-user.c: a person or business whose data is shared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-end-user.h"

#include "desk-json-read.h"

enum
{
  PROP_0,
  PROP_ID,
  PROP_NAME,
  PROP_EMAIL,
  PROP_PHONE,
  PROP_ABN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static const char *const property_names[N_PROPS] = { NULL, "id", "name", "email", "phone", "abn" };

struct _DeskEndUser
{
  GObject  parent_instance;

  char     *values[N_PROPS]; /* (owned) (nullable): indexed by property; never "" */

  DeskMask *mask;            /* (owned) (nullable) */
  char     *title;           /* (owned) */
  char     *subtitle;        /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (DeskEndUser, desk_end_user, G_TYPE_OBJECT)

static void
desk_end_user_finalize (GObject *object)
{
  DeskEndUser *self = DESK_END_USER (object);

  for (guint i = 0; i < N_PROPS; i++)
    g_free (self->values[i]);
  g_clear_pointer (&self->mask, desk_mask_unref);
  g_free (self->title);
  g_free (self->subtitle);

  G_OBJECT_CLASS (desk_end_user_parent_class)->finalize (object);
}

static void
desk_end_user_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  DeskEndUser *self = DESK_END_USER (object);

  if (property_id > PROP_0 && property_id < N_PROPS)
    g_value_set_string (value, self->values[property_id]);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
desk_end_user_class_init (DeskEndUserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = desk_end_user_finalize;
  object_class->get_property = desk_end_user_get_property;

  for (guint i = PROP_ID; i < N_PROPS; i++)
    properties[i] = g_param_spec_string (property_names[i], NULL, NULL, NULL,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
desk_end_user_init (DeskEndUser *self)
{
}

/* text: (nullable) */
static char *
dup_shown (DeskEndUser *self,
           const char  *text)
{
  return self->mask != NULL && text != NULL ? desk_mask_text (self->mask, text) : g_strdup (text);
}

static void
update_shown (DeskEndUser *self)
{
  const char *name = self->values[PROP_NAME];
  const char *email = self->values[PROP_EMAIL];

  g_free (self->title);
  g_free (self->subtitle);
  self->title = name == NULL && email == NULL ? g_strdup (self->values[PROP_ID])
                                              : dup_shown (self, name != NULL ? name : email);
  self->subtitle = name != NULL && g_strcmp0 (name, email) != 0 ? dup_shown (self, email) : NULL;
}

static char *
dup_non_empty (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

DeskEndUser *
desk_end_user_new (const char *id,
                   const char *name,
                   const char *email,
                   const char *phone)
{
  DeskEndUser *self;

  g_return_val_if_fail (id != NULL && *id != '\0', NULL);

  self = g_object_new (DESK_TYPE_END_USER, NULL);
  self->values[PROP_ID] = g_strdup (id);
  self->values[PROP_NAME] = dup_non_empty (name);
  self->values[PROP_EMAIL] = dup_non_empty (email);
  self->values[PROP_PHONE] = dup_non_empty (phone);
  update_shown (self);

  return self;
}

DeskEndUser *
desk_end_user_new_from_json (DeskJsonSlice   slice,
                             GError        **error)
{
  g_autofree char *id = NULL;
  DeskEndUser *self;

  id = desk_json_read_id (slice, (const char *const[]) { "id", "end_user_id", NULL }, error);
  if (id == NULL)
    return NULL;

  self = g_object_new (DESK_TYPE_END_USER, NULL);
  self->values[PROP_ID] = g_steal_pointer (&id);
  for (guint i = PROP_NAME; i < N_PROPS; i++)
    self->values[i] = desk_json_read_text (slice, property_names[i]);
  update_shown (self);

  return self;
}

const char *
desk_end_user_get_id (DeskEndUser *self)
{
  g_return_val_if_fail (DESK_IS_END_USER (self), NULL);

  return self->values[PROP_ID];
}

const char *
desk_end_user_get_name (DeskEndUser *self)
{
  g_return_val_if_fail (DESK_IS_END_USER (self), NULL);

  return self->values[PROP_NAME];
}

const char *
desk_end_user_get_email (DeskEndUser *self)
{
  g_return_val_if_fail (DESK_IS_END_USER (self), NULL);

  return self->values[PROP_EMAIL];
}

const char *
desk_end_user_get_phone (DeskEndUser *self)
{
  g_return_val_if_fail (DESK_IS_END_USER (self), NULL);

  return self->values[PROP_PHONE];
}

const char *
desk_end_user_get_abn (DeskEndUser *self)
{
  g_return_val_if_fail (DESK_IS_END_USER (self), NULL);

  return self->values[PROP_ABN];
}

void
desk_end_user_set_mask (DeskEndUser *self,
                        DeskMask    *mask)
{
  g_return_if_fail (DESK_IS_END_USER (self));

  if (self->mask == mask)
    return;

  g_clear_pointer (&self->mask, desk_mask_unref);
  self->mask = mask != NULL ? desk_mask_ref (mask) : NULL;
  update_shown (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
}

const char *
desk_end_user_get_title (DeskEndUser *self)
{
  g_return_val_if_fail (DESK_IS_END_USER (self), NULL);

  return self->title;
}

const char *
desk_end_user_get_subtitle (DeskEndUser *self)
{
  g_return_val_if_fail (DESK_IS_END_USER (self), NULL);

  return self->subtitle;
}

void
desk_end_user_update_from (DeskEndUser *self,
                           DeskEndUser *other)
{
  g_return_if_fail (DESK_IS_END_USER (self));
  g_return_if_fail (DESK_IS_END_USER (other));
  g_return_if_fail (g_str_equal (self->values[PROP_ID], other->values[PROP_ID]));

  g_object_freeze_notify (G_OBJECT (self));

  for (guint i = PROP_NAME; i < N_PROPS; i++)
    {
      if (g_strcmp0 (self->values[i], other->values[i]) == 0)
        continue;

      g_free (self->values[i]);
      self->values[i] = g_strdup (other->values[i]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
    }

  update_shown (self);
  g_object_thaw_notify (G_OBJECT (self));
}
