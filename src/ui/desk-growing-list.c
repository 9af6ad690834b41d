/* desk-growing-list.c: a model that a list gets in pieces
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-growing-list.h"

#define STEP 6

/* GtkListView keeps about as many rows. */
#define MAX_ROWS 210

static gboolean
grow_cb (gpointer user_data)
{
  GtkSliceListModel *slice = user_data;
  guint size = gtk_slice_list_model_get_size (slice);

  if (size < MAX_ROWS && size < g_list_model_get_n_items (gtk_slice_list_model_get_model (slice)))
    {
      gtk_slice_list_model_set_size (slice, size + STEP);
      return G_SOURCE_CONTINUE;
    }
  gtk_slice_list_model_set_size (slice, G_MAXUINT);
  return G_SOURCE_REMOVE;
}

GListModel *
desk_growing_list_new (GListModel *model)
{
  GtkSliceListModel *slice = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (model), NULL);

  slice = gtk_slice_list_model_new (g_object_ref (model), 0, STEP);
  /* After the frame that shows the rows so far. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, grow_cb, g_object_ref (slice), g_object_unref);
  return G_LIST_MODEL (slice);
}
