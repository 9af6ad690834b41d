/* desk-sandbox-institution.c: a bank or an energy retailer of the sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-institution.h"

DeskSandboxInstitution *
desk_sandbox_institution_new (const char *id,
                              const char *name,
                              const char *industry,
                              const char *colour,
                              int         priority)
{
  DeskSandboxInstitution *self;

  g_return_val_if_fail (id != NULL && name != NULL && industry != NULL && colour != NULL, NULL);

  self = g_new0 (DeskSandboxInstitution, 1);
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->industry = g_intern_string (industry);
  self->colour = g_strdup (colour);
  self->priority = priority;
  return self;
}

void
desk_sandbox_institution_free (DeskSandboxInstitution *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->colour);
  g_free (self);
}
