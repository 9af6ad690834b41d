/* desk-sandbox-random.c: numbers and ids that follow from the seed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-random.h"

void
desk_sandbox_random_init (DeskSandboxRandom *self,
                          guint64            seed,
                          const char        *stream)
{
  g_autofree char *digest = NULL;
  guint64 offset = 0;

  g_return_if_fail (self != NULL && stream != NULL);

  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, stream, -1);
  for (guint i = 0; i < 16; i++)
    offset = (offset << 4) | (guint64) g_ascii_xdigit_value (digest[i]);

  self->start = seed ^ offset;
  self->position = 0;
}

/* SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014). */
guint64
desk_sandbox_random_next (DeskSandboxRandom *self)
{
  guint64 mixed;

  g_return_val_if_fail (self != NULL, 0);

  self->position++;
  mixed = self->start + self->position * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  mixed = (mixed ^ (mixed >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  mixed = (mixed ^ (mixed >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return mixed ^ (mixed >> 31);
}

guint64
desk_sandbox_random_get_position (const DeskSandboxRandom *self)
{
  return self->position;
}

void
desk_sandbox_random_set_position (DeskSandboxRandom *self,
                                  guint64            position)
{
  self->position = position;
}

char *
desk_sandbox_random_dup_ksuid (DeskSandboxRandom *self)
{
  static const char alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  GString *id = g_string_sized_new (27);

  for (guint i = 0; i < 27; i++)
    g_string_append_c (id, alphabet[desk_sandbox_random_next (self) % (sizeof alphabet - 1)]);

  return g_string_free (id, FALSE);
}

char *
desk_sandbox_random_dup_uuid (DeskSandboxRandom *self)
{
  guint64 high = desk_sandbox_random_next (self);
  guint64 low = desk_sandbox_random_next (self);

  return g_strdup_printf ("%08x-%04x-4%03x-%04x-%012" G_GINT64_MODIFIER "x",
                          (guint) (high >> 32), (guint) (high >> 16) & 0xffff, (guint) high & 0xfff,
                          ((guint) (low >> 48) & 0x3fff) | 0x8000,
                          low & G_GUINT64_CONSTANT (0xffffffffffff));
}

char *
desk_sandbox_random_dup_base64 (DeskSandboxRandom *self,
                                gsize              n_bytes)
{
  g_autofree guchar *bytes = g_malloc (n_bytes);

  for (gsize i = 0; i < n_bytes; i++)
    bytes[i] = (guchar) (desk_sandbox_random_next (self) >> 56);

  return g_base64_encode (bytes, n_bytes);
}

char *
desk_sandbox_random_dup_code (DeskSandboxRandom *self)
{
  return g_strdup_printf ("%06u", (guint) (desk_sandbox_random_next (self) % 1000000));
}
