/* desk-sheet-window.c: one record as a sheet in a window of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-catalogue.h"
#include "desk-detail-load.h"
#include "desk-record-window.h"
#include "desk-row-list.h"
#include "desk-sheet-view.h"
#include "desk-sheet-window.h"
#include "desk-sheets.h"
#include "desk-status-view.h"
#include "desk-ui-error.h"

struct _DeskSheetWindow
{
  AdwWindow       parent_instance;

  /* Template widgets */
  AdwWindowTitle *title;
  GtkWidget      *copy_button;
  GtkStack       *stack;
  DeskStatusView *status;
  DeskSheetView  *view;

  /* Owned */
  DeskContext    *context;
  char           *end_user_id;
  DeskRow        *row;       /* the one that was opened */
  DeskRow        *detail;    /* (nullable): its details, once they are here */
  DeskRowList    *details;   /* (nullable): where they are read */
  GCancellable   *cancellable;

  gint64          detail_id; /* 0 before it is known */
};

G_DEFINE_FINAL_TYPE (DeskSheetWindow, desk_sheet_window, ADW_TYPE_WINDOW)

static DeskRow *
get_shown_row (DeskSheetWindow *self)
{
  return self->detail != NULL ? self->detail : self->row;
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(DeskSheetWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskSheet) sheet = desk_sheets_make_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (sheet == NULL)
    {
      desk_status_view_set_failed (self->status, _("The record could not be read"), error);
      return;
    }
  desk_sheet_view_set_sheet (self->view, sheet);
  gtk_widget_set_sensitive (self->copy_button, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "sheet");
}

static void
show_sheet (DeskSheetWindow *self)
{
  DeskRow *row = get_shown_row (self);

  desk_sheets_make_async (desk_row_get_resource (row), desk_row_get_bytes (row), self->cancellable, made_cb,
                          g_object_ref (self));
}

static void
row_changed_cb (DeskSheetWindow *self)
{
  if (!desk_row_is_loaded (self->row))
    gtk_window_close (GTK_WINDOW (self));
  else if (get_shown_row (self) == self->row && desk_sheet_view_get_sheet (self->view) != NULL)
    show_sheet (self);
}

static void
detail_changed_cb (DeskSheetWindow *self)
{
  if (desk_row_is_loaded (self->detail))
    show_sheet (self);
}

static void
find_detail (DeskSheetWindow *self)
{
  GListModel *rows = G_LIST_MODEL (self->details);

  for (guint i = 0; i < g_list_model_get_n_items (rows) && self->detail == NULL; i++)
    {
      g_autoptr(DeskRow) row = g_list_model_get_item (rows, i);

      if (desk_row_get_id (row) != self->detail_id)
        continue;
      self->detail = g_steal_pointer (&row);
      g_signal_connect_object (self->detail, "notify::loaded", G_CALLBACK (detail_changed_cb), self, G_CONNECT_SWAPPED);
      detail_changed_cb (self);
    }
}

/* The store has the details: they are read as every row is. */
static void
read_detail (DeskSheetWindow *self)
{
  const DeskResource *resource = desk_catalogue_find_detail (desk_row_get_resource (self->row));
  const char *key = resource->scope_parameters[0];
  g_autofree char *id = desk_row_dup_text (self->row, key);
  g_autoptr(DeskQuery) query = desk_query_new (resource, self->end_user_id);

  desk_query_set_filter (query, key, id);
  g_clear_object (&self->details);
  self->details = desk_row_list_new (desk_context_get_store (self->context), query);
  g_signal_connect_object (self->details, "items-changed", G_CALLBACK (find_detail), self, G_CONNECT_SWAPPED);
  find_detail (self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(DeskSheetWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 id = desk_detail_load_finish (DESK_CONTEXT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      desk_status_view_set_failed (self->status, _("The details could not be fetched"), error);
      return;
    }
  self->detail_id = id;
  read_detail (self);
}

/* Brings the details first, if the row has any. */
static void
load (DeskSheetWindow *self)
{
  desk_status_view_set_loading (self->status, _("Reading prices, fees and conditions …"));
  gtk_stack_set_visible_child_name (self->stack, "status");
  if (desk_catalogue_find_detail (desk_row_get_resource (self->row)) == NULL)
    {
      show_sheet (self);
      return;
    }
  desk_detail_load_async (self->context, self->end_user_id, self->row, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
copy_cb (DeskSheetWindow *self)
{
  g_autofree char *text = desk_sheet_dup_text (desk_sheet_view_get_sheet (self->view));

  desk_ui_copy (GTK_WIDGET (self), text);
}

static void
show_fields_cb (DeskSheetWindow *self)
{
  GtkWidget *window = desk_record_window_new (get_shown_row (self));

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (window));
}

static void
desk_sheet_window_dispose (GObject *object)
{
  DeskSheetWindow *self = DESK_SHEET_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->details);
  g_clear_object (&self->detail);
  g_clear_object (&self->row);
  g_clear_object (&self->context);
  g_clear_pointer (&self->end_user_id, g_free);

  G_OBJECT_CLASS (desk_sheet_window_parent_class)->dispose (object);
}

static void
desk_sheet_window_class_init (DeskSheetWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_sheet_window_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-sheet-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskSheetWindow, title);
  gtk_widget_class_bind_template_child (widget_class, DeskSheetWindow, copy_button);
  gtk_widget_class_bind_template_child (widget_class, DeskSheetWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskSheetWindow, status);
  gtk_widget_class_bind_template_child (widget_class, DeskSheetWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_fields_cb);
  gtk_widget_class_bind_template_callback (widget_class, load);
}

static void
desk_sheet_window_init (DeskSheetWindow *self)
{
  g_type_ensure (DESK_TYPE_STATUS_VIEW);
  g_type_ensure (DESK_TYPE_SHEET_VIEW);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
desk_sheet_window_new (DeskContext *context,
                       const char  *end_user_id,
                       DeskRow     *row)
{
  DeskSheetWindow *self = NULL;
  const DeskResource *resource = NULL;

  g_return_val_if_fail (DESK_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (end_user_id != NULL, NULL);
  g_return_val_if_fail (DESK_IS_ROW (row) && desk_row_is_loaded (row), NULL);

  resource = desk_row_get_resource (row);
  self = g_object_new (DESK_TYPE_SHEET_WINDOW, NULL);
  self->context = g_object_ref (context);
  self->end_user_id = g_strdup (end_user_id);
  self->row = g_object_ref (row);
  adw_window_title_set_title (self->title, _(resource->label));
  g_signal_connect_object (row, "notify::loaded", G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
  return GTK_WIDGET (self);
}

void
desk_sheet_window_open (GtkWidget   *widget,
                        DeskContext *context,
                        const char  *end_user_id,
                        GListModel  *rows,
                        guint        position)
{
  g_autoptr(DeskRow) row = NULL;
  GtkWidget *window;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (G_IS_LIST_MODEL (rows));

  row = g_list_model_get_item (rows, position);
  if (row == NULL || !desk_row_is_loaded (row))
    return;
  if (!desk_sheets_has (desk_row_get_resource (row)))
    {
      desk_record_window_open (widget, rows, position);
      return;
    }

  window = desk_sheet_window_new (context, end_user_id, row);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (window));
}
