/* desk-sandbox-faults.c: the faults that are switched on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-faults.h"

struct _DeskSandboxFaults
{
  GObject      parent_instance;

  GPtrArray   *specs;   /* (owned) (element-type DeskSandboxFaultSpec): what is on for all */
  GStrv        first;   /* (owned) (nullable): what is on from the start */
  GHashTable  *carried; /* (owned) (element-type utf8 DeskSandboxFaultSpec): what customers carry, by its text */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskSandboxFaults, desk_sandbox_faults, G_TYPE_OBJECT)

static void
desk_sandbox_faults_finalize (GObject *object)
{
  DeskSandboxFaults *self = DESK_SANDBOX_FAULTS (object);

  g_ptr_array_unref (self->specs);
  g_strfreev (self->first);
  g_hash_table_unref (self->carried);

  G_OBJECT_CLASS (desk_sandbox_faults_parent_class)->finalize (object);
}

static void
desk_sandbox_faults_class_init (DeskSandboxFaultsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_sandbox_faults_finalize;

  /**
   * DeskSandboxFaults::changed:
   *
   * A fault was switched on or off.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_sandbox_faults_init (DeskSandboxFaults *self)
{
  self->specs = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_sandbox_fault_spec_free);
  self->carried = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) desk_sandbox_fault_spec_free);
}

DeskSandboxFaults *
desk_sandbox_faults_new (void)
{
  return g_object_new (DESK_TYPE_SANDBOX_FAULTS, NULL);
}

static void
remove_spec (DeskSandboxFaults          *self,
             const DeskSandboxFaultSpec *spec,
             gboolean                    any_scope)
{
  for (guint i = self->specs->len; i-- > 0;)
    {
      const DeskSandboxFaultSpec *known = g_ptr_array_index (self->specs, i);

      if (known->fault == spec->fault && (any_scope || g_strcmp0 (known->scope, spec->scope) == 0))
        g_ptr_array_remove_index (self->specs, i);
    }
}

static gboolean
switch_one (DeskSandboxFaults  *self,
            const char         *text,
            gboolean            on,
            GError            **error)
{
  g_autoptr(DeskSandboxFaultSpec) spec = desk_sandbox_fault_spec_parse (text, error);

  if (spec == NULL)
    return FALSE;

  remove_spec (self, spec, !on && spec->scope == NULL);
  if (on)
    g_ptr_array_add (self->specs, g_steal_pointer (&spec));

  return TRUE;
}

gboolean
desk_sandbox_faults_switch (DeskSandboxFaults  *self,
                            const char         *text,
                            gboolean            on,
                            GError            **error)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_FAULTS (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  if (!switch_one (self, text, on, error))
    return FALSE;

  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

gboolean
desk_sandbox_faults_start_with (DeskSandboxFaults  *self,
                                const char *const  *specs,
                                GError            **error)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_FAULTS (self), FALSE);

  for (guint i = 0; specs != NULL && specs[i] != NULL; i++)
    if (!switch_one (self, specs[i], TRUE, error))
      return FALSE;

  g_strfreev (self->first);
  self->first = g_strdupv ((char **) specs);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

void
desk_sandbox_faults_reset (DeskSandboxFaults *self)
{
  g_return_if_fail (DESK_IS_SANDBOX_FAULTS (self));

  g_ptr_array_set_size (self->specs, 0);
  g_hash_table_remove_all (self->carried);
  for (guint i = 0; self->first != NULL && self->first[i] != NULL; i++)
    switch_one (self, self->first[i], TRUE, NULL);

  g_signal_emit (self, signals[CHANGED], 0);
}

/* Kept, so that it can count the calls it has met. */
static DeskSandboxFaultSpec *
get_carried (DeskSandboxFaults   *self,
             DeskSandboxCustomer *customer)
{
  const char *text = customer != NULL ? desk_sandbox_customer_get_fault (customer) : NULL;
  DeskSandboxFaultSpec *spec;

  if (text == NULL)
    return NULL;

  spec = g_hash_table_lookup (self->carried, text);
  if (spec == NULL)
    {
      spec = desk_sandbox_fault_spec_parse (text, NULL);
      if (spec != NULL)
        g_hash_table_insert (self->carried, g_strdup (text), spec);
    }

  return spec;
}

DeskSandboxFaultSpec *
desk_sandbox_faults_find (DeskSandboxFaults   *self,
                          const char          *name,
                          DeskSandboxCustomer *customer)
{
  const DeskSandboxFault *fault = desk_sandbox_fault_find (name);
  DeskSandboxFaultSpec *carried;

  g_return_val_if_fail (DESK_IS_SANDBOX_FAULTS (self), NULL);
  g_return_val_if_fail (fault != NULL, NULL);

  for (guint i = 0; i < self->specs->len; i++)
    {
      DeskSandboxFaultSpec *spec = g_ptr_array_index (self->specs, i);

      if (spec->fault == fault)
        return spec;
    }

  carried = get_carried (self, customer);
  return carried != NULL && carried->fault == fault ? carried : NULL;
}

gboolean
desk_sandbox_faults_is_on (DeskSandboxFaults   *self,
                           const char          *name,
                           DeskSandboxCustomer *customer)
{
  return desk_sandbox_faults_find (self, name, customer) != NULL;
}

DeskSandboxFaultSpec *
desk_sandbox_faults_find_for_call (DeskSandboxFaults *self,
                                   const char        *name,
                                   const char        *origin,
                                   const char        *path,
                                   GPtrArray         *customers)
{
  const DeskSandboxFault *fault = desk_sandbox_fault_find (name);

  g_return_val_if_fail (DESK_IS_SANDBOX_FAULTS (self), NULL);
  g_return_val_if_fail (fault != NULL, NULL);

  for (guint i = 0; i < self->specs->len; i++)
    {
      DeskSandboxFaultSpec *spec = g_ptr_array_index (self->specs, i);

      if (spec->fault == fault && desk_sandbox_fault_spec_reaches (spec, origin, path))
        return spec;
    }

  for (guint i = 0; i < customers->len; i++)
    {
      DeskSandboxFaultSpec *spec = get_carried (self, g_ptr_array_index (customers, i));

      if (spec != NULL && spec->fault == fault && desk_sandbox_fault_spec_reaches (spec, origin, path))
        return spec;
    }

  return NULL;
}
