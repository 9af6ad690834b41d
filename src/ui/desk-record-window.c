/* desk-record-window.c: one record: every field in words, and the bytes as they came
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-json-view.h"
#include "desk-record-view.h"
#include "desk-record-window.h"
#include "desk-ui-error.h"

struct _DeskRecordWindow
{
  AdwWindow       parent_instance;

  /* Template widgets */
  GtkWidget      *steps;
  GtkStack       *stack;
  DeskRecordView *fields;
  DeskJsonView   *json;

  /* Owned */
  GSettings      *settings;
  DeskRow        *row;
  GListModel     *rows;     /* (nullable): where the row was found */
  DeskRow        *awaited;  /* (nullable): the next one to be shown, once it is here */

  guint           position; /* of the row or of what is awaited */
};

G_DEFINE_FINAL_TYPE (DeskRecordWindow, desk_record_window, ADW_TYPE_WINDOW)

static gboolean
shows_json (DeskRecordWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "json") == 0;
}

/* The lines of JSON are made when they are looked at. */
static void
update_json (DeskRecordWindow *self)
{
  desk_json_view_set_bytes (self->json, shows_json (self) ? desk_row_get_bytes (self->row) : NULL);
}

static void
loaded_cb (DeskRecordWindow *self)
{
  if (!desk_row_is_loaded (self->row))
    gtk_window_close (GTK_WINDOW (self));
}

static void
show_row (DeskRecordWindow *self,
          DeskRow          *row)
{
  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, loaded_cb, self);
  g_set_object (&self->row, row);
  g_signal_connect_object (row, "notify::loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_title (GTK_WINDOW (self), _(desk_row_get_resource (row)->label));
  desk_record_view_set_record (self->fields, desk_row_get_bytes (row), desk_row_get_resource (row));
  update_json (self);
}

static void
update_steps (DeskRecordWindow *self)
{
  guint n_rows = self->rows != NULL ? g_list_model_get_n_items (self->rows) : 0;

  gtk_widget_set_visible (self->steps, n_rows > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.previous", n_rows > 0 && self->position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "record.next", self->position + 1 < n_rows);
}

static void
stop_waiting (DeskRecordWindow *self)
{
  if (self->awaited != NULL)
    g_signal_handlers_disconnect_by_data (self->awaited, self);
  g_clear_object (&self->awaited);
}

static void
awaited_cb (DeskRecordWindow *self)
{
  g_autoptr(DeskRow) row = g_object_ref (self->awaited);

  if (!desk_row_is_loaded (row))
    return;
  stop_waiting (self);
  show_row (self, row);
}

static void
go_to (DeskRecordWindow *self,
       guint             position)
{
  g_autoptr(DeskRow) row = g_list_model_get_item (self->rows, position);

  if (row == NULL)
    return;
  stop_waiting (self);
  self->position = position;
  self->awaited = g_object_ref (row);
  g_signal_connect_swapped (row, "notify::loaded", G_CALLBACK (awaited_cb), self);
  awaited_cb (self);
  update_steps (self);
}

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DeskRecordWindow *self = DESK_RECORD_WINDOW (widget);

  if (self->rows == NULL)
    return;
  if (g_str_equal (name, "record.next"))
    go_to (self, self->position + 1);
  else if (self->position > 0)
    go_to (self, self->position - 1);
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DeskRecordWindow *self = DESK_RECORD_WINDOW (widget);

  if (shows_json (self))
    desk_json_view_start_search (self->json);
  else
    desk_record_view_start_search (self->fields);
}

static void
copy_raw_cb (DeskRecordWindow *self)
{
  g_autofree char *text = desk_json_slice_dup_raw (desk_row_get_value (self->row, ""));

  desk_ui_copy (GTK_WIDGET (self), text);
}

static gboolean
desk_record_window_close_request (GtkWindow *window)
{
  DeskRecordWindow *self = DESK_RECORD_WINDOW (window);
  int width;
  int height;

  gtk_window_get_default_size (window, &width, &height);
  if (!gtk_window_is_maximized (window))
    {
      g_settings_set_int (self->settings, "record-width", width);
      g_settings_set_int (self->settings, "record-height", height);
    }
  return GTK_WINDOW_CLASS (desk_record_window_parent_class)->close_request (window);
}

static void
desk_record_window_dispose (GObject *object)
{
  DeskRecordWindow *self = DESK_RECORD_WINDOW (object);

  stop_waiting (self);
  g_clear_object (&self->rows);
  g_clear_object (&self->row);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (desk_record_window_parent_class)->dispose (object);
}

static void
desk_record_window_class_init (DeskRecordWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_record_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = desk_record_window_close_request;

  gtk_widget_class_install_action (widget_class, "record.previous", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "record.next", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "record.search", NULL, search_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "record.search", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-record-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskRecordWindow, steps);
  gtk_widget_class_bind_template_child (widget_class, DeskRecordWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskRecordWindow, fields);
  gtk_widget_class_bind_template_child (widget_class, DeskRecordWindow, json);
  gtk_widget_class_bind_template_callback (widget_class, copy_raw_cb);
}

static void
desk_record_window_init (DeskRecordWindow *self)
{
  g_type_ensure (DESK_TYPE_JSON_VIEW);
  g_type_ensure (DESK_TYPE_RECORD_VIEW);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (APPLICATION_ID);
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "record-width"),
                               g_settings_get_int (self->settings, "record-height"));
  update_steps (self);
}

GtkWidget *
desk_record_window_new (DeskRow *row)
{
  DeskRecordWindow *self = NULL;

  g_return_val_if_fail (DESK_IS_ROW (row), NULL);

  self = g_object_new (DESK_TYPE_RECORD_WINDOW, NULL);
  show_row (self, row);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (update_json), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
desk_record_window_set_list (DeskRecordWindow *self,
                             GListModel       *rows,
                             guint             position)
{
  g_return_if_fail (DESK_IS_RECORD_WINDOW (self));
  g_return_if_fail (G_IS_LIST_MODEL (rows));

  g_set_object (&self->rows, rows);
  self->position = position;
  g_signal_connect_object (rows, "items-changed", G_CALLBACK (update_steps), self, G_CONNECT_SWAPPED);
  update_steps (self);
}

void
desk_record_window_open (GtkWidget  *widget,
                         GListModel *rows,
                         guint       position)
{
  g_autoptr(DeskRow) row = NULL;
  GtkWidget *window = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (G_IS_LIST_MODEL (rows));

  row = g_list_model_get_item (rows, position);
  if (row == NULL || !desk_row_is_loaded (row))
    return;
  window = desk_record_window_new (row);
  desk_record_window_set_list (DESK_RECORD_WINDOW (window), rows, position);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (window));
}
