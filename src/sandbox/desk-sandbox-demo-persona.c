/* desk-sandbox-demo-persona.c: who the demo customers are and how they live
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-demo-persona.h"

void
desk_sandbox_persona_free (DeskSandboxPersona *self)
{
  g_clear_pointer (&self->details, g_hash_table_unref);
  for (guint role = 0; role < DESK_SANDBOX_N_ROLES; role++)
    g_clear_pointer (&self->account_details[role], g_hash_table_unref);
  g_free ((gpointer) self->debit_habits);
  g_free ((gpointer) self->card_habits);
  g_free ((gpointer) self->travel_habits);
  g_free ((gpointer) self->bills);
  g_free ((gpointer) self->moves);
  g_free ((gpointer) self->branch_bills);
  g_string_chunk_free (self->strings);
  g_free (self);
}

const char *
desk_sandbox_persona_get_currency (const DeskSandboxPersona *self,
                                   DeskSandboxRole           role)
{
  const char *currency = NULL;

  if (self->account_details[role] != NULL)
    currency = g_hash_table_lookup (self->account_details[role], "currency");

  return currency != NULL ? currency : "AUD";
}

/* The fractional part of the golden ratio spreads small numbers over all bits. */
guint64
desk_sandbox_persona_mix_seed (const DeskSandboxPersona *self,
                               guint64                   seed)
{
  return seed ^ ((guint64) self->luck * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));
}
