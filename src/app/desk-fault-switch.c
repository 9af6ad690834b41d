/* desk-fault-switch.c: one fault of the sandbox, and whether it is on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-fault-switch.h"

#include "desk-json-read.h"

struct _DeskFaultSwitch
{
  GObject   parent_instance;

  char     *name;
  char     *description;
  char     *parameter;
  char     *fallback;
  gboolean  takes_scope;
  gboolean  on;
};

enum
{
  PROP_ON = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (DeskFaultSwitch, desk_fault_switch, G_TYPE_OBJECT)

static void
desk_fault_switch_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (property_id == PROP_ON)
    g_value_set_boolean (value, DESK_FAULT_SWITCH (object)->on);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
desk_fault_switch_finalize (GObject *object)
{
  DeskFaultSwitch *self = DESK_FAULT_SWITCH (object);

  g_free (self->name);
  g_free (self->description);
  g_free (self->parameter);
  g_free (self->fallback);

  G_OBJECT_CLASS (desk_fault_switch_parent_class)->finalize (object);
}

static void
desk_fault_switch_class_init (DeskFaultSwitchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = desk_fault_switch_get_property;
  object_class->finalize = desk_fault_switch_finalize;

  properties[PROP_ON] = g_param_spec_boolean ("on", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
desk_fault_switch_init (DeskFaultSwitch *self)
{
}

DeskFaultSwitch *
desk_fault_switch_new_from_json (DeskJsonSlice record)
{
  g_autofree char *name = desk_json_read_text (record, "fault");
  DeskFaultSwitch *self;

  if (name == NULL)
    return NULL;

  self = g_object_new (DESK_TYPE_FAULT_SWITCH, NULL);
  self->name = g_steal_pointer (&name);
  self->description = desk_json_read_text (record, "description");
  self->parameter = desk_json_read_text (record, "parameter");
  self->fallback = desk_json_read_text (record, "fallback");
  self->takes_scope = desk_json_read_boolean (record, "takes_scope", FALSE);
  self->on = desk_json_read_boolean (record, "on", FALSE);

  return self;
}

void
desk_fault_switch_update_from (DeskFaultSwitch *self,
                               DeskFaultSwitch *other)
{
  g_return_if_fail (DESK_IS_FAULT_SWITCH (self));
  g_return_if_fail (DESK_IS_FAULT_SWITCH (other));

  if (self->on == other->on)
    return;

  self->on = other->on;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ON]);
}

const char *
desk_fault_switch_get_name (DeskFaultSwitch *self)
{
  g_return_val_if_fail (DESK_IS_FAULT_SWITCH (self), NULL);

  return self->name;
}

const char *
desk_fault_switch_get_description (DeskFaultSwitch *self)
{
  g_return_val_if_fail (DESK_IS_FAULT_SWITCH (self), NULL);

  return self->description;
}

const char *
desk_fault_switch_get_parameter (DeskFaultSwitch *self)
{
  g_return_val_if_fail (DESK_IS_FAULT_SWITCH (self), NULL);

  return self->parameter;
}

const char *
desk_fault_switch_get_fallback (DeskFaultSwitch *self)
{
  g_return_val_if_fail (DESK_IS_FAULT_SWITCH (self), NULL);

  return self->fallback;
}

gboolean
desk_fault_switch_get_takes_scope (DeskFaultSwitch *self)
{
  g_return_val_if_fail (DESK_IS_FAULT_SWITCH (self), FALSE);

  return self->takes_scope;
}

gboolean
desk_fault_switch_get_on (DeskFaultSwitch *self)
{
  g_return_val_if_fail (DESK_IS_FAULT_SWITCH (self), FALSE);

  return self->on;
}

char *
desk_fault_switch_dup_spec (DeskFaultSwitch *self,
                            const char      *parameter,
                            const char      *scope)
{
  GString *spec;

  g_return_val_if_fail (DESK_IS_FAULT_SWITCH (self), NULL);

  spec = g_string_new (self->name);
  if (parameter != NULL && *parameter != '\0')
    g_string_append_printf (spec, ":%s", parameter);
  if (scope != NULL && *scope != '\0')
    g_string_append_printf (spec, "@%s", scope);

  return g_string_free (spec, FALSE);
}
