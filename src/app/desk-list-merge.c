/* desk-list-merge.c: brings a list store to a wanted content with the smallest change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-list-merge.h"

static gboolean
is_same_item (GListStore *store,
              guint       position,
              GPtrArray  *wanted,
              guint       wanted_position)
{
  g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (store), position);

  return item == g_ptr_array_index (wanted, wanted_position);
}

void
desk_list_merge (GListStore *store,
                 GPtrArray  *wanted)
{
  guint n_old;
  guint n_new;
  guint start = 0;

  g_return_if_fail (G_IS_LIST_STORE (store));
  g_return_if_fail (wanted != NULL);

  n_old = g_list_model_get_n_items (G_LIST_MODEL (store));
  n_new = wanted->len;

  while (start < n_old && start < n_new && is_same_item (store, start, wanted, start))
    start++;

  while (n_old > start && n_new > start && is_same_item (store, n_old - 1, wanted, n_new - 1))
    {
      n_old--;
      n_new--;
    }

  if (start == n_old && start == n_new)
    return;

  g_list_store_splice (store, start, n_old - start, wanted->pdata + start, n_new - start);
}
