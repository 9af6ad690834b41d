/* desk-end-user-merge.c: brings a list of end users up to date
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-end-user-merge.h"

#include "desk-list-merge.h"

/* ids: (element-type utf8 DeskEndUser) */
static GHashTable *
index_end_users (GListModel *end_users)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  guint n_items = g_list_model_get_n_items (end_users);

  for (guint i = 0; i < n_items; i++)
    {
      DeskEndUser *end_user = g_list_model_get_item (end_users, i);

      g_hash_table_insert (index, g_strdup (desk_end_user_get_id (end_user)), end_user);
    }

  return index;
}

static GPtrArray *
dup_values (GHashTable *index)
{
  GPtrArray *end_users = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer end_user;

  g_hash_table_iter_init (&iter, index);
  while (g_hash_table_iter_next (&iter, NULL, &end_user))
    g_ptr_array_add (end_users, g_object_ref (end_user));

  return end_users;
}

GPtrArray *
desk_end_user_merge (GListStore *list,
                     GPtrArray  *received)
{
  g_autoptr(GHashTable) gone = NULL;
  g_autoptr(GHashTable) seen = NULL;
  g_autoptr(GPtrArray) wanted = NULL;

  g_return_val_if_fail (G_IS_LIST_STORE (list), NULL);
  g_return_val_if_fail (received != NULL, NULL);

  gone = index_end_users (G_LIST_MODEL (list));
  seen = g_hash_table_new (g_str_hash, g_str_equal);
  wanted = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < received->len; i++)
    {
      DeskEndUser *end_user = g_ptr_array_index (received, i);
      DeskEndUser *known = g_hash_table_lookup (gone, desk_end_user_get_id (end_user));

      if (!g_hash_table_add (seen, (gpointer) desk_end_user_get_id (end_user)))
        continue;

      if (known != NULL)
        desk_end_user_update_from (known, end_user);

      g_ptr_array_add (wanted, g_object_ref (known != NULL ? known : end_user));
      g_hash_table_remove (gone, desk_end_user_get_id (end_user));
    }

  desk_list_merge (list, wanted);

  return dup_values (gone);
}
