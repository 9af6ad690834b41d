/* fuzz-mutator.c: changes inputs at random, the same at each run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz-mutator.h"

#define MAX_CHANGES 4
#define MAX_LENGTH 4096

/* Short, so that what is left still looks like something. */
#define MAX_REMOVED 20
#define MAX_REPEATED 40

static gsize
pick_position (const FuzzMutator *self,
               const GString     *target)
{
  return g_rand_int_range (self->random, 0, target->len + 1);
}

static gconstpointer
pick_input (const FuzzMutator *self,
            gsize             *length)
{
  GBytes *bytes = g_ptr_array_index (self->corpus, g_rand_int_range (self->random, 0, self->corpus->len));

  return g_bytes_get_data (bytes, length);
}

static void
flip_byte (const FuzzMutator *self,
           GString           *target)
{
  gsize position = pick_position (self, target);

  if (position < target->len)
    target->str[position] ^= 1 << g_rand_int_range (self->random, 0, 8);
}

static void
insert_byte (const FuzzMutator *self,
             GString           *target)
{
  g_string_insert_c (target, pick_position (self, target), g_rand_int_range (self->random, 0, 256));
}

static void
insert_token (const FuzzMutator *self,
              GString           *target)
{
  const char *token = g_ptr_array_index (self->tokens, g_rand_int_range (self->random, 0, self->tokens->len));

  g_string_insert (target, pick_position (self, target), token);
}

static void
remove_range (const FuzzMutator *self,
              GString           *target)
{
  gsize position = pick_position (self, target);
  gsize length = g_rand_int_range (self->random, 0, MAX_REMOVED + 1);

  g_string_erase (target, position, MIN (length, target->len - position));
}

static void
repeat_range (const FuzzMutator *self,
              GString           *target)
{
  gsize first = pick_position (self, target);
  g_autofree char *range = g_strndup (target->str + first, MIN (target->len - first, MAX_REPEATED));

  g_string_insert (target, pick_position (self, target), range);
}

/* The head of this input and the tail of another. */
static void
splice (const FuzzMutator *self,
        GString           *target)
{
  gsize length;
  const char *other = pick_input (self, &length);
  gsize start = g_rand_int_range (self->random, 0, length + 1);

  g_string_truncate (target, pick_position (self, target));
  g_string_append_len (target, other + start, length - start);
}

static void (* const changes[]) (const FuzzMutator *self, GString *target) = {
  flip_byte, insert_byte, insert_token, insert_token, remove_range, repeat_range, splice,
};

void
fuzz_mutator_make (const FuzzMutator *self,
                   GString           *target)
{
  gsize length;
  const char *input = pick_input (self, &length);

  g_string_truncate (target, 0);
  g_string_append_len (target, input, length);
  for (gint i = g_rand_int_range (self->random, 0, MAX_CHANGES); i >= 0; i--)
    changes[g_rand_int_range (self->random, 0, G_N_ELEMENTS (changes))] (self, target);

  g_string_truncate (target, MAX_LENGTH);
}
