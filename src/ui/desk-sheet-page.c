/* desk-sheet-page.c: a data set of one record, as a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "desk-record-window.h"
#include "desk-row-list.h"
#include "desk-sheet-page.h"
#include "desk-sheet-view.h"
#include "desk-sheets.h"
#include "desk-status-view.h"
#include "desk-ui-error.h"

struct _DeskSheetPage
{
  GtkWidget           parent_instance;

  /* Template widgets */
  GtkStack           *stack;
  DeskStatusView     *status;
  DeskSheetView      *view;

  /* Owned */
  DeskRowList        *rows;
  DeskRow            *row;         /* (nullable): the record */
  GCancellable       *cancellable; /* of the sheet that is being made */

  const DeskResource *resource;
};

G_DEFINE_FINAL_TYPE (DeskSheetPage, desk_sheet_page, GTK_TYPE_WIDGET)

static void
show_status (DeskSheetPage *self)
{
  if (desk_row_list_get_error (self->rows) != NULL)
    desk_status_view_set_failed (self->status, _("The rows could not be read"), desk_row_list_get_error (self->rows));
  else if (self->row != NULL || desk_row_list_get_loading (self->rows))
    desk_status_view_set_loading (self->status, _(self->resource->label));
  else
    desk_status_view_set_empty (self->status, "view-list-symbolic", _("Nothing here yet"),
                                _("The service has sent nothing of this data set. It may still be collecting it from the institution."),
                                _("_Fetch again"), "win.refresh");
  gtk_stack_set_visible_child_name (self->stack, "status");
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(DeskSheetPage) self = user_data;
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
  gtk_stack_set_visible_child_name (self->stack, "sheet");
}

static void
update (DeskSheetPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->row == NULL || !desk_row_is_loaded (self->row))
    {
      show_status (self);
      return;
    }
  self->cancellable = g_cancellable_new ();
  desk_sheets_make_async (self->resource, desk_row_get_bytes (self->row), self->cancellable, made_cb, g_object_ref (self));
}

static void
rows_changed_cb (DeskSheetPage *self)
{
  g_autoptr(DeskRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), 0);

  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, update, self);
  g_set_object (&self->row, row);
  if (row != NULL)
    g_signal_connect_object (row, "notify::loaded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
retry_cb (DeskSheetPage *self)
{
  desk_row_list_reload (self->rows);
}

static void
copy_cb (DeskSheetPage *self)
{
  g_autofree char *text = desk_sheet_dup_text (desk_sheet_view_get_sheet (self->view));

  desk_ui_copy (GTK_WIDGET (self), text);
}

static void
show_fields_cb (DeskSheetPage *self)
{
  GtkWidget *window = NULL;

  if (self->row == NULL || !desk_row_is_loaded (self->row))
    return;
  window = desk_record_window_new (self->row);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (window));
}

static void
desk_sheet_page_dispose (GObject *object)
{
  DeskSheetPage *self = DESK_SHEET_PAGE (object);
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->row);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (desk_sheet_page_parent_class)->dispose (object);
}

static void
desk_sheet_page_class_init (DeskSheetPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_sheet_page_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-sheet-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskSheetPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskSheetPage, status);
  gtk_widget_class_bind_template_child (widget_class, DeskSheetPage, view);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_fields_cb);
}

static void
desk_sheet_page_init (DeskSheetPage *self)
{
  g_type_ensure (DESK_TYPE_STATUS_VIEW);
  g_type_ensure (DESK_TYPE_SHEET_VIEW);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_sheet_page_new (DeskContext        *context,
                     DeskEndUser        *end_user,
                     const DeskResource *resource)
{
  DeskSheetPage *self = NULL;
  g_autoptr(DeskQuery) query = NULL;

  g_return_val_if_fail (DESK_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (DESK_IS_END_USER (end_user), NULL);
  g_return_val_if_fail (resource != NULL && desk_sheets_has (resource), NULL);

  self = g_object_new (DESK_TYPE_SHEET_PAGE, NULL);
  self->resource = resource;
  query = desk_query_new (resource, desk_end_user_get_id (end_user));
  self->rows = desk_row_list_new (desk_context_get_store (context), query);
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  rows_changed_cb (self);
  return GTK_WIDGET (self);
}
