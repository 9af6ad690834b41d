/* desk-row-reader.c: fills the rows that are asked for, a batch at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-row-reader.h"

#include "desk-row-private.h"

struct _DeskRowReader
{
  GObject       parent_instance;

  DeskStore    *store;       /* (owned) */
  GPtrArray    *rows;        /* (owned) (element-type DeskRow): the next batch */
  GCancellable *cancellable; /* (owned): of the batches under way */
  guint         source_id;   /* reads the next batch; 0 if none waits */
};

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskRowReader, desk_row_reader, G_TYPE_OBJECT)

static void
desk_row_reader_dispose (GObject *object)
{
  DeskRowReader *self = DESK_ROW_READER (object);

  desk_row_reader_forget (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (desk_row_reader_parent_class)->dispose (object);
}

static void
desk_row_reader_finalize (GObject *object)
{
  DeskRowReader *self = DESK_ROW_READER (object);

  g_ptr_array_unref (self->rows);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (desk_row_reader_parent_class)->finalize (object);
}

static void
desk_row_reader_class_init (DeskRowReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_row_reader_dispose;
  object_class->finalize = desk_row_reader_finalize;

  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
desk_row_reader_init (DeskRowReader *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
}

DeskRowReader *
desk_row_reader_new (DeskStore *store)
{
  DeskRowReader *self = g_object_new (DESK_TYPE_ROW_READER, NULL);

  self->store = g_object_ref (store);

  return self;
}

/**
 * Batch:
 *
 * Rows whose records are on their way.
 */
typedef struct
{
  DeskRowReader *reader; /* (owned) */
  GPtrArray     *rows;   /* (owned) (element-type DeskRow) */
} Batch;

static void
batch_free (Batch *batch)
{
  g_object_unref (batch->reader);
  g_ptr_array_unref (batch->rows);
  g_free (batch);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Batch, batch_free)

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Batch) batch = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) records = NULL;

  records = desk_store_read_finish (DESK_STORE (source), result, &error);
  if (records == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit (batch->reader, signals[FAILED], 0, error);
      return;
    }

  for (guint i = 0; i < batch->rows->len; i++)
    desk_row_set_bytes (g_ptr_array_index (batch->rows, i), g_ptr_array_index (records, i));
}

static gboolean
read_batch (gpointer user_data)
{
  DeskRowReader *self = user_data;
  g_autoptr(GArray) ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), self->rows->len);
  Batch *batch = g_new0 (Batch, 1);

  for (guint i = 0; i < self->rows->len; i++)
    {
      gint64 id = desk_row_get_id (g_ptr_array_index (self->rows, i));

      g_array_append_val (ids, id);
    }

  batch->reader = g_object_ref (self);
  batch->rows = g_steal_pointer (&self->rows);
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->source_id = 0;
  desk_store_read_async (self->store, desk_row_get_resource (g_ptr_array_index (batch->rows, 0)),
                         (const gint64 *) (gpointer) ids->data, ids->len, DESK_STORE_READING_SHOWN, self->cancellable, read_cb, batch);

  return G_SOURCE_REMOVE;
}

void
desk_row_reader_request (DeskRowReader *self,
                         DeskRow       *row)
{
  g_return_if_fail (DESK_IS_ROW_READER (self));
  g_return_if_fail (DESK_IS_ROW (row));

  g_ptr_array_add (self->rows, g_object_ref (row));
  if (self->source_id == 0)
    self->source_id = g_idle_add_full (G_PRIORITY_DEFAULT, read_batch, self, NULL);
}

void
desk_row_reader_forget (DeskRowReader *self)
{
  g_return_if_fail (DESK_IS_ROW_READER (self));

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_handle_id (&self->source_id, g_source_remove);
  g_ptr_array_set_size (self->rows, 0);
}
