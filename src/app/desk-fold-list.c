/* desk-fold-list.c: lines that lie in one another and can be folded
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-fold-list.h"

#include <string.h>

struct _DeskFoldList
{
  GObject        parent_instance;

  const guint32 *ends;
  guint          n_lines;
  GObject       *owner;    /* (owned): of ends */

  guint8        *folded;   /* (owned): for each line */
  guint8        *kept;     /* (owned) (nullable): folded, from before lines were left out */
  guint8        *shown;    /* (owned) (nullable): for each line; NULL for all */
  GArray        *visible;  /* (owned) (element-type guint32): lines, in order */
  GHashTable    *items;    /* (owned): line -> (unowned) DeskFoldItem that someone holds */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskFoldList, desk_fold_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* Appends what is to be seen of the lines from @first up to @end. */
static void
collect_visible (DeskFoldList *self,
                 guint         first,
                 guint         end,
                 GArray       *visible)
{
  for (guint32 line = first; line < end;)
    {
      gboolean is_shown = self->shown == NULL || self->shown[line];

      if (is_shown)
        g_array_append_val (visible, line);
      line = is_shown && !self->folded[line] ? line + 1 : self->ends[line];
    }
}

static void
rebuild (DeskFoldList *self)
{
  guint n_before = self->visible->len;

  g_array_set_size (self->visible, 0);
  collect_visible (self, 0, self->n_lines, self->visible);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->visible->len);
}

static void
forget_item (gpointer  data,
             GObject  *item)
{
  DeskFoldList *self = data;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (value == item)
      {
        g_hash_table_iter_remove (&iter);
        return;
      }
}

static void
update_item (DeskFoldList *self,
             guint         line)
{
  DeskFoldItem *item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (line));

  if (item != NULL)
    desk_fold_item_set_expanded (item, desk_fold_list_get_expanded (self, line));
}

static void
update_items (DeskFoldList *self)
{
  g_autoptr(GList) lines = g_hash_table_get_keys (self->items);

  for (GList *line = lines; line != NULL; line = line->next)
    update_item (self, GPOINTER_TO_UINT (line->data));
}

static GType
get_item_type (GListModel *model)
{
  return DESK_TYPE_FOLD_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return DESK_FOLD_LIST (model)->visible->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  DeskFoldList *self = DESK_FOLD_LIST (model);
  DeskFoldItem *item = NULL;
  guint32 line;

  if (position >= self->visible->len)
    return NULL;
  line = g_array_index (self->visible, guint32, position);
  item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (line));
  if (item != NULL)
    return g_object_ref (item);
  item = desk_fold_item_new (line);
  desk_fold_item_set_expanded (item, desk_fold_list_get_expanded (self, line));
  g_object_weak_ref (G_OBJECT (item), forget_item, self);
  g_hash_table_insert (self->items, GUINT_TO_POINTER (line), item);
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
desk_fold_list_finalize (GObject *object)
{
  DeskFoldList *self = DESK_FOLD_LIST (object);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_object_weak_unref (item, forget_item, self);
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->visible, g_array_unref);
  g_clear_pointer (&self->folded, g_free);
  g_clear_pointer (&self->kept, g_free);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->owner);

  G_OBJECT_CLASS (desk_fold_list_parent_class)->finalize (object);
}

static void
desk_fold_list_class_init (DeskFoldListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_fold_list_finalize;
}

static void
desk_fold_list_init (DeskFoldList *self)
{
  self->visible = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->items = g_hash_table_new (NULL, NULL);
}

DeskFoldList *
desk_fold_list_new (const guint32 *ends,
                    guint          n_lines,
                    gpointer       owner)
{
  DeskFoldList *self = NULL;

  g_return_val_if_fail (ends != NULL || n_lines == 0, NULL);
  g_return_val_if_fail (G_IS_OBJECT (owner), NULL);

  self = g_object_new (DESK_TYPE_FOLD_LIST, NULL);
  self->ends = ends;
  self->n_lines = n_lines;
  self->owner = g_object_ref (owner);
  self->folded = g_new0 (guint8, n_lines);
  collect_visible (self, 0, n_lines, self->visible);
  return self;
}

gboolean
desk_fold_list_can_fold (DeskFoldList *self,
                         guint         line)
{
  g_return_val_if_fail (DESK_IS_FOLD_LIST (self), FALSE);
  g_return_val_if_fail (line < self->n_lines, FALSE);

  return self->ends[line] > line + 1;
}

gboolean
desk_fold_list_get_expanded (DeskFoldList *self,
                             guint         line)
{
  g_return_val_if_fail (DESK_IS_FOLD_LIST (self), FALSE);
  g_return_val_if_fail (line < self->n_lines, FALSE);

  return desk_fold_list_can_fold (self, line) && !self->folded[line];
}

static void
open_line (DeskFoldList *self,
           guint         position,
           guint         line)
{
  g_autoptr(GArray) inner = g_array_new (FALSE, FALSE, sizeof (guint32));

  collect_visible (self, line + 1, self->ends[line], inner);
  g_array_insert_vals (self->visible, position + 1, inner->data, inner->len);
  g_list_model_items_changed (G_LIST_MODEL (self), position + 1, 0, inner->len);
}

static void
close_line (DeskFoldList *self,
            guint         position,
            guint         line)
{
  guint end = position + 1;

  while (end < self->visible->len && g_array_index (self->visible, guint32, end) < self->ends[line])
    end++;
  if (end == position + 1)
    return;
  g_array_remove_range (self->visible, position + 1, end - position - 1);
  g_list_model_items_changed (G_LIST_MODEL (self), position + 1, end - position - 1, 0);
}

void
desk_fold_list_set_expanded (DeskFoldList *self,
                             guint         line,
                             gboolean      expanded)
{
  guint position;

  g_return_if_fail (DESK_IS_FOLD_LIST (self));
  g_return_if_fail (line < self->n_lines);

  if (!desk_fold_list_can_fold (self, line) || desk_fold_list_get_expanded (self, line) == expanded)
    return;
  self->folded[line] = !expanded;
  position = desk_fold_list_find (self, line);
  if (position != G_MAXUINT && expanded)
    open_line (self, position, line);
  else if (position != G_MAXUINT)
    close_line (self, position, line);
  update_item (self, line);
}

void
desk_fold_list_set_all (DeskFoldList *self,
                        const guint8 *expanded)
{
  g_return_if_fail (DESK_IS_FOLD_LIST (self));

  for (guint line = 0; line < self->n_lines; line++)
    self->folded[line] = expanded != NULL && !expanded[line];
  rebuild (self);
  update_items (self);
}

void
desk_fold_list_take_shown (DeskFoldList *self,
                           guint8       *shown)
{
  g_return_if_fail (DESK_IS_FOLD_LIST (self));

  g_free (self->shown);
  self->shown = shown;
  if (shown != NULL)
    {
      if (self->kept == NULL)
        self->kept = g_memdup2 (self->folded, self->n_lines);
      memset (self->folded, 0, self->n_lines);
    }
  else if (self->kept != NULL)
    {
      g_free (self->folded);
      self->folded = g_steal_pointer (&self->kept);
    }
  rebuild (self);
  update_items (self);
}

void
desk_fold_list_reveal (DeskFoldList *self,
                       guint         line)
{
  g_return_if_fail (DESK_IS_FOLD_LIST (self));
  g_return_if_fail (line < self->n_lines);

  for (guint around = 0; around < line;)
    {
      if (self->ends[around] <= line)
        {
          around = self->ends[around];
          continue;
        }
      desk_fold_list_set_expanded (self, around, TRUE);
      around++;
    }
}

guint
desk_fold_list_find (DeskFoldList *self,
                     guint         line)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (DESK_IS_FOLD_LIST (self), G_MAXUINT);

  high = self->visible->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->visible, guint32, middle) < line)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->visible->len && g_array_index (self->visible, guint32, low) == line ? low : G_MAXUINT;
}

guint
desk_fold_list_get_line (DeskFoldList *self,
                         guint         position)
{
  g_return_val_if_fail (DESK_IS_FOLD_LIST (self), 0);
  g_return_val_if_fail (position < self->visible->len, 0);

  return g_array_index (self->visible, guint32, position);
}
