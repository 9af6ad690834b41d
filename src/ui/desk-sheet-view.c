/* desk-sheet-view.c: a sheet on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <adwaita.h>

#include "desk-sheet-row.h"
#include "desk-sheet-view.h"

struct _DeskSheetView
{
  GtkWidget    parent_instance;

  /* Template widgets */
  GtkListView *view;

  /* Owned */
  DeskSheet   *sheet; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (DeskSheetView, desk_sheet_view, GTK_TYPE_WIDGET)

static void
setup_cb (DeskSheetView *self,
          GtkListItem   *item)
{
  gtk_list_item_set_child (item, desk_sheet_row_new ());
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (DeskSheetView *self,
         GtkListItem   *item)
{
  desk_sheet_row_set_line (DESK_SHEET_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
desk_sheet_view_dispose (GObject *object)
{
  DeskSheetView *self = DESK_SHEET_VIEW (object);
  GtkWidget *child = NULL;

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->view = NULL;
  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (desk_sheet_view_parent_class)->dispose (object);
}

static void
desk_sheet_view_class_init (DeskSheetViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_sheet_view_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-sheet-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskSheetView, view);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
desk_sheet_view_init (DeskSheetView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
desk_sheet_view_set_sheet (DeskSheetView *self,
                           DeskSheet     *sheet)
{
  g_autoptr(GtkNoSelection) selection = NULL;

  g_return_if_fail (DESK_IS_SHEET_VIEW (self));
  g_return_if_fail (sheet == NULL || DESK_IS_SHEET (sheet));

  if (!g_set_object (&self->sheet, sheet))
    return;
  if (sheet != NULL)
    selection = gtk_no_selection_new (g_object_ref (desk_sheet_get_lines (sheet)));
  gtk_list_view_set_model (self->view, selection != NULL ? GTK_SELECTION_MODEL (selection) : NULL);
}

DeskSheet *
desk_sheet_view_get_sheet (DeskSheetView *self)
{
  g_return_val_if_fail (DESK_IS_SHEET_VIEW (self), NULL);

  return self->sheet;
}
