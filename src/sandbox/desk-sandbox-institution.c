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

const char *
desk_sandbox_institution_get_status (const DeskSandboxInstitution *self)
{
  static const char *const names[] = { "HEALTHY", "DEGRADED", "OUTAGE" };

  g_return_val_if_fail (self != NULL, NULL);

  return names[self->health];
}

/* A square in the institution's colour with its first letter. */
static char *
dup_letter (const DeskSandboxInstitution *self)
{
  g_autofree char *first = g_utf8_substring (self->name, 0, self->name[0] != '\0' ? 1 : 0);
  g_autofree char *upper = g_utf8_strup (first, -1);
  g_autofree char *letter = g_markup_escape_text (upper, -1);
  g_autofree char *colour = g_markup_escape_text (self->colour, -1);

  return g_strdup_printf ("<rect width=\"64\" height=\"64\" rx=\"14\" fill=\"%s\"/>"
                          "<text x=\"32\" y=\"43\" font-family=\"sans-serif\" font-size=\"32\" font-weight=\"700\""
                          " text-anchor=\"middle\" fill=\"#fff\">%s</text>",
                          colour, letter);
}

static char *
dup_drawing (const DeskSandboxInstitution *self)
{
  return self->drawing != NULL ? g_strdup (self->drawing) : dup_letter (self);
}

char *
desk_sandbox_institution_dup_icon (const DeskSandboxInstitution *self)
{
  g_autofree char *drawing = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  drawing = dup_drawing (self);
  return g_strconcat ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\">", drawing, "</svg>", NULL);
}

char *
desk_sandbox_institution_dup_logo (const DeskSandboxInstitution *self)
{
  g_autofree char *drawing = NULL;
  g_autofree char *name = NULL;
  glong width;

  g_return_val_if_fail (self != NULL, NULL);

  drawing = dup_drawing (self);
  name = g_markup_escape_text (self->name, -1);
  width = 84 + 17 * g_utf8_strlen (self->name, -1);
  return g_strdup_printf ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %ld 64\">%s"
                          "<text x=\"78\" y=\"43\" font-family=\"sans-serif\" font-size=\"30\" font-weight=\"600\""
                          " fill=\"%s\">%s</text></svg>",
                          width, drawing, self->colour, name);
}
