/* desk-growing-list.c: a model that a list gets in pieces
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-growing-list.h"

#define STEP 4

/* What a turn of the main loop may take, in microseconds; a row that is dear may take longer. */
#define TIME_OF_A_TURN 5000

/* GtkListView keeps about as many rows. */
#define MAX_ROWS 210

struct _DeskGrowingList
{
  GObject     parent_instance;

  GListModel *model;     /* (owned) */
  guint       n_model;   /* the items of the model, as far as we were told */
  guint       limit;     /* at most as many are here; G_MAXUINT: all */
  guint       source_id; /* grows; 0 if there is nothing to do */
};

static void desk_growing_list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskGrowingList, desk_growing_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, desk_growing_list_model_init))

static void
set_limit (DeskGrowingList *self,
           guint            limit)
{
  guint before = MIN (self->limit, self->n_model);
  guint after = MIN (limit, self->n_model);

  self->limit = limit;
  if (after > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, after - before);
}

static gboolean
grow_cb (gpointer user_data)
{
  DeskGrowingList *self = user_data;
  gint64 end = g_get_monotonic_time () + TIME_OF_A_TURN;

  do
    set_limit (self, self->limit + STEP);
  while (self->limit < MIN (MAX_ROWS, self->n_model) && g_get_monotonic_time () < end);

  if (self->limit < MIN (MAX_ROWS, self->n_model))
    return G_SOURCE_CONTINUE;

  self->source_id = 0;
  set_limit (self, G_MAXUINT);

  return G_SOURCE_REMOVE;
}

/* After the frame that shows the rows so far. */
static void
start_growing (DeskGrowingList *self)
{
  self->limit = STEP;
  if (self->source_id == 0)
    self->source_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, grow_cb, self, NULL);
}

static void
items_changed_cb (DeskGrowingList *self,
                  guint            position,
                  guint            n_removed,
                  guint            n_added)
{
  guint before = MIN (self->limit, self->n_model);
  guint after;

  self->n_model = self->n_model - n_removed + n_added;
  if (position == 0 && n_removed >= before && n_added > STEP)
    start_growing (self);
  if (self->limit == G_MAXUINT)
    {
      g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
      return;
    }

  after = MIN (self->limit, self->n_model);
  position = MIN (position, MIN (before, after));
  if (before > position || after > position)
    g_list_model_items_changed (G_LIST_MODEL (self), position, before - position, after - position);
}

static void
desk_growing_list_dispose (GObject *object)
{
  DeskGrowingList *self = DESK_GROWING_LIST (object);

  g_clear_handle_id (&self->source_id, g_source_remove);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (desk_growing_list_parent_class)->dispose (object);
}

static void
desk_growing_list_class_init (DeskGrowingListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_growing_list_dispose;
}

static void
desk_growing_list_init (DeskGrowingList *self)
{
  self->limit = G_MAXUINT;
}

static GType
desk_growing_list_get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (DESK_GROWING_LIST (model)->model);
}

static guint
desk_growing_list_get_n_items (GListModel *model)
{
  DeskGrowingList *self = DESK_GROWING_LIST (model);

  return MIN (self->limit, self->n_model);
}

static gpointer
desk_growing_list_get_item (GListModel *model,
                            guint       position)
{
  DeskGrowingList *self = DESK_GROWING_LIST (model);

  return position < MIN (self->limit, self->n_model) ? g_list_model_get_item (self->model, position) : NULL;
}

static void
desk_growing_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = desk_growing_list_get_item_type;
  interface->get_n_items = desk_growing_list_get_n_items;
  interface->get_item = desk_growing_list_get_item;
}

GListModel *
desk_growing_list_new (GListModel *model)
{
  DeskGrowingList *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (model), NULL);

  self = g_object_new (DESK_TYPE_GROWING_LIST, NULL);
  self->model = g_object_ref (model);
  self->n_model = g_list_model_get_n_items (model);
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), self);
  if (self->n_model > STEP)
    start_growing (self);

  return G_LIST_MODEL (self);
}

void
desk_growing_list_finish (DeskGrowingList *self)
{
  g_return_if_fail (DESK_IS_GROWING_LIST (self));

  g_clear_handle_id (&self->source_id, g_source_remove);
  set_limit (self, G_MAXUINT);
}
