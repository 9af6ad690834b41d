/* json-corpus.c: random JSON, the same at each run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "json-corpus.h"

#define MAX_DEPTH 6
#define MAX_CHILDREN 5

static const char *const scalars[] = {
  "null", "true", "false", "0", "-1", "12345678901", "9223372036854775807", "-9223372036854775808", "1.5", "-0.25",
  "1e3", "2.5E-3", "6.02e+23",
  "\"\"", "\"a b\"", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"caf\\u00e9\"", "\"\xf0\x9f\x98\x80\"",
  "\"\\uD83D\\uDE00\"", "\"[{,:}]\"", "\"'\"",
};

static const char *const structure[] = { "{", "}", "[", "]", ",", ":" };

static void append_value (GRand     *rand,
                          GPtrArray *tokens,
                          guint      depth);

static const char *
pick (GRand             *rand,
      const char *const *from,
      gsize              n_from)
{
  return from[g_rand_int_range (rand, 0, n_from)];
}

static void
append_children (GRand     *rand,
                 GPtrArray *tokens,
                 guint      depth,
                 gboolean   named)
{
  guint n_children = g_rand_int_range (rand, 0, MAX_CHILDREN + 1);

  for (guint i = 0; i < n_children; i++)
    {
      if (i > 0)
        g_ptr_array_add (tokens, g_strdup (","));
      if (named)
        {
          g_ptr_array_add (tokens, g_strdup_printf (i % 2 ? "\"name\\u005f%u\"" : "\"name_%u\"", i));
          g_ptr_array_add (tokens, g_strdup (":"));
        }
      append_value (rand, tokens, depth + 1);
    }
}

static void
append_value (GRand     *rand,
              GPtrArray *tokens,
              guint      depth)
{
  int kind = depth == MAX_DEPTH ? 2 : g_rand_int_range (rand, 0, depth == 0 ? 2 : 4);

  if (kind > 1)
    {
      g_ptr_array_add (tokens, g_strdup (pick (rand, scalars, G_N_ELEMENTS (scalars))));
      return;
    }
  g_ptr_array_add (tokens, g_strdup (kind == 0 ? "{" : "["));
  append_children (rand, tokens, depth, kind == 0);
  g_ptr_array_add (tokens, g_strdup (kind == 0 ? "}" : "]"));
}

GPtrArray *
json_corpus_new_tokens (GRand *rand)
{
  GPtrArray *tokens = g_ptr_array_new_with_free_func (g_free);

  append_value (rand, tokens, 0);
  return tokens;
}

static void
swap (GPtrArray *tokens,
      guint      a,
      guint      b)
{
  gpointer token = tokens->pdata[a];

  tokens->pdata[a] = tokens->pdata[b];
  tokens->pdata[b] = token;
}

void
json_corpus_damage (GRand     *rand,
                    GPtrArray *tokens)
{
  guint position = g_rand_int_range (rand, 0, tokens->len);
  guint other = g_rand_int_range (rand, 0, tokens->len);

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      g_ptr_array_remove_index (tokens, position);
      break;
    case 1:
      g_ptr_array_insert (tokens, position, g_strdup (tokens->pdata[position]));
      break;
    case 2:
      swap (tokens, position, other);
      break;
    case 3:
      g_ptr_array_insert (tokens, position, g_strdup (pick (rand, structure, G_N_ELEMENTS (structure))));
      break;
    default:
      g_free (tokens->pdata[position]);
      tokens->pdata[position] = g_strdup (pick (rand, structure, G_N_ELEMENTS (structure)));
      break;
    }
}

char *
json_corpus_join (GRand     *rand,
                  GPtrArray *tokens)
{
  static const char *const blanks[] = { "", "", "", " ", "\n", "\t", "\r\n  " };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tokens->len; i++)
    {
      g_string_append (text, pick (rand, blanks, G_N_ELEMENTS (blanks)));
      g_string_append (text, tokens->pdata[i]);
    }
  g_string_append (text, pick (rand, blanks, G_N_ELEMENTS (blanks)));
  return g_string_free (text, FALSE);
}
