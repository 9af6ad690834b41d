/* desk-sandbox-institution.c: a bank or an energy retailer of the sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-institution.h"

#include "desk-sandbox-offer.h"

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
  self->offers = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_sandbox_offer_free);
  return self;
}

gboolean
desk_sandbox_institution_add_offer (DeskSandboxInstitution  *self,
                                    const char              *json,
                                    GError                 **error)
{
  DeskSandboxOffer *offer;

  g_return_val_if_fail (self != NULL && json != NULL, FALSE);

  /* Plans carry the name too (fiskil-api.md 9.2). */
  offer = desk_sandbox_offer_new (json, self->id, g_str_equal (self->industry, "energy") ? self->name : NULL, error);
  if (offer == NULL)
    return FALSE;

  g_ptr_array_add (self->offers, offer);
  return TRUE;
}

void
desk_sandbox_institution_free (DeskSandboxInstitution *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->colour);
  g_ptr_array_unref (self->offers);
  g_free (self);
}
