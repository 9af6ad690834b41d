/* desk-quality-example.c: opens the record that a finding is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-quality-example.h"

#include "desk-quality-place.h"
#include "desk-record-window.h"
#include "desk-row-list.h"

struct _DeskQualityExample
{
  GtkWidget          *widget;   /* (unowned) */
  DeskRowList        *rows;     /* (owned) */
  DeskRow            *row;      /* (owned) (nullable): as soon as it is listed */
  DeskQualityFinding *finding;  /* (owned) */
  GSourceOnceFunc     moved;
  gpointer            user_data;
  guint               position;
  gboolean            is_done;
};

/* The path of a finding begins with that of its record. */
static gboolean
is_about (DeskQualityFinding *finding,
          DeskRow            *row,
          guint               position)
{
  const DeskQualityPlace record = DESK_QUALITY_PLACE_RECORD (desk_row_get_resource (row), desk_row_get_value (row, ""), position);
  g_autofree char *path = desk_quality_place_dup_path (&record);

  return g_str_has_prefix (desk_quality_finding_get_path (finding), path);
}

static void
loaded_cb (DeskQualityExample *self)
{
  if (self->is_done || !desk_row_is_loaded (self->row))
    return;

  self->is_done = TRUE;
  if (is_about (self->finding, self->row, self->position))
    desk_record_window_open (self->widget, G_LIST_MODEL (self->rows), self->position);
  else
    self->moved (self->user_data);
}

static void
listed_cb (DeskQualityExample *self)
{
  if (self->row != NULL || g_list_model_get_n_items (G_LIST_MODEL (self->rows)) <= self->position)
    return;

  self->row = g_list_model_get_item (G_LIST_MODEL (self->rows), self->position);
  g_signal_connect_swapped (self->row, "notify::loaded", G_CALLBACK (loaded_cb), self);
  loaded_cb (self);
}

DeskQualityExample *
desk_quality_example_new (GtkWidget          *widget,
                          DeskStore          *store,
                          const char         *end_user_id,
                          const char         *arrangement_id,
                          DeskQualityFinding *finding,
                          GSourceOnceFunc     moved,
                          gpointer            user_data)
{
  g_autoptr(DeskQuery) query = NULL;
  DeskQualityExample *self = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  g_return_val_if_fail (DESK_IS_QUALITY_FINDING (finding), NULL);
  g_return_val_if_fail (desk_quality_finding_get_position (finding) != DESK_QUALITY_NO_POSITION, NULL);

  query = desk_query_new (desk_quality_finding_get_resource (finding), end_user_id);
  desk_query_set_arrangement_id (query, arrangement_id);
  self = g_new0 (DeskQualityExample, 1);
  self->widget = widget;
  self->finding = g_object_ref (finding);
  self->moved = moved;
  self->user_data = user_data;
  self->position = desk_quality_finding_get_position (finding);
  self->rows = desk_row_list_new (store, query);
  g_signal_connect_swapped (self->rows, "items-changed", G_CALLBACK (listed_cb), self);

  return self;
}

void
desk_quality_example_free (DeskQualityExample *self)
{
  if (self->row != NULL)
    g_signal_handlers_disconnect_by_data (self->row, self);
  g_signal_handlers_disconnect_by_data (self->rows, self);
  g_clear_object (&self->row);
  g_object_unref (self->rows);
  g_object_unref (self->finding);
  g_free (self);
}
