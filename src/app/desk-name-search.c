/* desk-name-search.c: finds end users and consents by their names alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-name-search.h"

#include "desk-plain-text.h"

/* The longest name that is handed out, in characters. */
#define MAX_NAME_LENGTH 200

typedef struct
{
  const char *words;   /* (nullable): to be found */
  GHashTable *handles; /* (nullable) (element-type utf8): to be looked up */
} Wish;

static void
hit_free (gpointer data)
{
  DeskNameHit *hit = data;

  g_free (hit->id);
  g_free (hit->handle);
  g_free (hit->name);
  g_free (hit->description);
  g_free (hit);
}

static char *
dup_handle (gboolean    is_consent,
            const char *id)
{
  g_autofree char *text = g_strconcat (is_consent ? "consent\n" : "end-user\n", id, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static gboolean
has_word (const char *text)
{
  g_auto(GStrv) words = g_str_tokenize_and_fold (text, NULL, NULL);

  return words[0] != NULL;
}

/* name, description: (nullable) */
static void
consider (const Wish *wish,
          GPtrArray  *hits,
          gboolean    is_consent,
          const char *id,
          const char *name,
          const char *description)
{
  g_autofree char *handle = NULL;
  DeskNameHit *hit = NULL;

  if (name == NULL ||
      (wish->words != NULL && (hits->len == DESK_NAME_SEARCH_LIMIT || !g_str_match_string (wish->words, name, TRUE))))
    return;

  handle = dup_handle (is_consent, id);
  if (wish->handles != NULL && !g_hash_table_contains (wish->handles, handle))
    return;

  hit = g_new0 (DeskNameHit, 1);
  hit->is_consent = is_consent;
  hit->id = g_strdup (id);
  hit->handle = g_steal_pointer (&handle);
  hit->name = desk_plain_text_line (name, MAX_NAME_LENGTH);
  hit->description = description != NULL ? desk_plain_text_line (description, MAX_NAME_LENGTH) : NULL;
  g_ptr_array_add (hits, hit);
}

static void
consider_end_user (const Wish    *wish,
                   DeskDirectory *directory,
                   DeskEndUser   *end_user,
                   GPtrArray     *end_users,
                   GPtrArray     *consents)
{
  const char *id = desk_end_user_get_id (end_user);
  const char *name = desk_end_user_get_name (end_user);
  g_autoptr(GPtrArray) active = desk_directory_dup_active_consents (directory, id);

  consider (wish, end_users, FALSE, id, name, NULL);
  for (guint i = 0; i < active->len; i++)
    {
      DeskConsent *consent = g_ptr_array_index (active, i);

      consider (wish, consents, TRUE, desk_consent_get_id (consent), desk_consent_get_institution_name (consent), name);
    }
}

static GPtrArray *
collect (DeskDirectory *directory,
         const Wish    *wish)
{
  GListModel *listed = desk_directory_get_end_users (directory);
  GPtrArray *hits = g_ptr_array_new_with_free_func (hit_free);
  g_autoptr(GPtrArray) consents = g_ptr_array_new_with_free_func (hit_free);

  for (guint i = 0; i < g_list_model_get_n_items (listed); i++)
    {
      g_autoptr(DeskEndUser) end_user = g_list_model_get_item (listed, i);

      consider_end_user (wish, directory, end_user, hits, consents);
    }
  g_ptr_array_extend_and_steal (hits, g_steal_pointer (&consents));

  return hits;
}

GPtrArray *
desk_name_search_find (DeskDirectory     *directory,
                       const char *const *terms)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (DESK_IS_DIRECTORY (directory), NULL);
  g_return_val_if_fail (terms != NULL, NULL);

  words = g_strjoinv (" ", (char **) terms);
  if (!has_word (words))
    return g_ptr_array_new_with_free_func (hit_free);

  return collect (directory, &(const Wish) { .words = words });
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      places)
{
  const DeskNameHit *first = *(const DeskNameHit *const *) a;
  const DeskNameHit *second = *(const DeskNameHit *const *) b;

  return GPOINTER_TO_INT (g_hash_table_lookup (places, first->handle)) -
         GPOINTER_TO_INT (g_hash_table_lookup (places, second->handle));
}

GPtrArray *
desk_name_search_look_up (DeskDirectory     *directory,
                          const char *const *handles)
{
  g_autoptr(GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *hits = NULL;

  g_return_val_if_fail (DESK_IS_DIRECTORY (directory), NULL);
  g_return_val_if_fail (handles != NULL, NULL);

  for (int i = 0; handles[i] != NULL; i++)
    g_hash_table_insert (places, (gpointer) handles[i], GINT_TO_POINTER (i));

  hits = collect (directory, &(const Wish) { .handles = places });
  g_ptr_array_sort_with_data (hits, compare_places, places);
  return hits;
}
