/* desk-record-window.c: one record: every field in words, and the bytes as they came
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-record-fields.h"
#include "desk-record-window.h"
#include "desk-ui-error.h"

/* A text view lays out what it is given: more than this is copied, not shown. */
#define MAX_SHOWN_BYTES (256 * 1024)

struct _DeskRecordWindow
{
  AdwWindow      parent_instance;

  /* Template widgets */
  AdwWindowTitle *title;
  GtkBox         *fields;
  GtkTextView    *raw;
  GtkWidget      *cut_label;

  /* Owned */
  DeskRow        *row;
};

G_DEFINE_FINAL_TYPE (DeskRecordWindow, desk_record_window, ADW_TYPE_WINDOW)

static void
copy_raw_cb (DeskRecordWindow *self)
{
  g_autofree char *text = desk_json_slice_dup_raw (desk_row_get_value (self->row, ""));

  desk_ui_copy (GTK_WIDGET (self), text);
}

static void
loaded_cb (DeskRecordWindow *self)
{
  if (!desk_row_is_loaded (self->row))
    gtk_window_close (GTK_WINDOW (self));
}

static void
show_raw (DeskRecordWindow *self)
{
  g_autofree char *text = desk_json_slice_dup_raw (desk_row_get_value (self->row, ""));
  gsize length = strlen (text);
  const char *end = length > MAX_SHOWN_BYTES ? g_utf8_find_prev_char (text, text + MAX_SHOWN_BYTES) : text + length;

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->raw), text, end - text);
  gtk_widget_set_visible (self->cut_label, length > MAX_SHOWN_BYTES);
}

static void
desk_record_window_dispose (GObject *object)
{
  g_clear_object (&DESK_RECORD_WINDOW (object)->row);

  G_OBJECT_CLASS (desk_record_window_parent_class)->dispose (object);
}

static void
desk_record_window_class_init (DeskRecordWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_record_window_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-record-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskRecordWindow, title);
  gtk_widget_class_bind_template_child (widget_class, DeskRecordWindow, fields);
  gtk_widget_class_bind_template_child (widget_class, DeskRecordWindow, raw);
  gtk_widget_class_bind_template_child (widget_class, DeskRecordWindow, cut_label);
  gtk_widget_class_bind_template_callback (widget_class, copy_raw_cb);
}

static void
desk_record_window_init (DeskRecordWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_record_window_new (DeskRow *row)
{
  DeskRecordWindow *self = NULL;

  g_return_val_if_fail (DESK_IS_ROW (row), NULL);

  self = g_object_new (DESK_TYPE_RECORD_WINDOW, NULL);
  self->row = g_object_ref (row);
  adw_window_title_set_title (self->title, _(desk_row_get_resource (row)->label));
  desk_record_fields_add (self->fields, desk_row_get_resource (row), desk_row_get_value (row, ""));
  show_raw (self);
  g_signal_connect_object (row, "notify::loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
