/* desk-sandbox-fault-personas.c: one persona for each fault
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-fault-personas.h"

#include <glib/gi18n-lib.h>

#include "desk-sandbox-fault.h"

/* A persona that borrows the life of another. */
typedef struct
{
  DeskSandboxPersona  persona;  /* must be first: the array's elements are personas */
  GPtrArray          *personas; /* (owned): keeps whom it borrows from */
  char               *key;      /* (owned) */
  char               *name;     /* (owned) */
  char               *login;    /* (owned) */
} Borrower;

static void
borrower_free (gpointer data)
{
  Borrower *self = data;

  g_ptr_array_unref (self->personas);
  g_free (self->key);
  g_free (self->name);
  g_free (self->login);
  g_free (self);
}

/* The accounts arrive, so that it is seen that one end point alone fails. */
static const char *
get_spec (const DeskSandboxFault *fault)
{
  return g_str_equal (fault->name, "data-error") ? "data-error@banking/transactions" : fault->name;
}

static Borrower *
borrower_new (GPtrArray                *personas,
              const DeskSandboxPersona *model,
              const DeskSandboxFault   *fault)
{
  Borrower *self = g_new0 (Borrower, 1);

  self->personas = g_ptr_array_ref (personas);
  self->key = g_strconcat ("fault-", fault->name, NULL);
  /* Translators: %s is the name of a fault, such as latency */
  self->name = g_strdup_printf (_("Fault: %s"), fault->name);
  self->login = g_strconcat (fault->name, "@faults.example", NULL);

  self->persona = *model;
  self->persona.key = self->key;
  self->persona.name = self->name;
  self->persona.login = self->login;
  self->persona.group = _("Faults");
  self->persona.about = _(fault->description);
  self->persona.retailer = NULL;
  self->persona.fault = get_spec (fault);
  return self;
}

GPtrArray *
desk_sandbox_fault_personas_new (GPtrArray  *personas,
                                 const char *key)
{
  g_autoptr(GPtrArray) carriers = g_ptr_array_new_with_free_func (borrower_free);
  guint n_faults;
  const DeskSandboxFault *faults = desk_sandbox_fault_list (&n_faults);

  g_return_val_if_fail (personas != NULL && key != NULL, NULL);

  for (guint i = 0; i < personas->len; i++)
    {
      const DeskSandboxPersona *model = g_ptr_array_index (personas, i);

      if (!g_str_equal (model->key, key))
        continue;

      for (guint j = 0; j < n_faults; j++)
        if (faults[j].place != DESK_SANDBOX_FAULT_ORIGIN)
          g_ptr_array_add (carriers, borrower_new (personas, model, &faults[j]));
    }

  return g_steal_pointer (&carriers);
}
