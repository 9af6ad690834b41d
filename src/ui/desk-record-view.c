/* desk-record-view.c: every field of a record, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "desk-fold-view.h"
#include "desk-line-menu.h"
#include "desk-line-search.h"
#include "desk-record-row.h"
#include "desk-record-view.h"
#include "desk-status-view.h"

struct _DeskRecordView
{
  GtkWidget           parent_instance;

  /* Template widgets */
  GtkSearchEntry     *search_entry;
  GtkStack           *stack;
  GtkListView        *list;
  DeskStatusView     *status;

  /* Owned */
  GBytes             *bytes;      /* (nullable) */
  DeskRecordOutline  *outline;    /* (nullable) */
  DeskFoldView       *folds;
  GCancellable       *cancellable;  /* (nullable): of the outline */
  GCancellable       *searching;  /* (nullable) */

  const DeskResource *resource;
  gboolean            with_absent;
};

enum
{
  PROP_0,
  PROP_WITH_ABSENT,
  PROP_LOADING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DeskRecordView, desk_record_view, GTK_TYPE_WIDGET)

static void
cancel (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
bind_row (GtkWidget *view,
          GtkWidget *row,
          guint      line)
{
  DeskRecordView *self = DESK_RECORD_VIEW (view);

  if (self->outline != NULL)
    desk_record_row_bind (DESK_RECORD_ROW (row), self->outline, desk_fold_view_get_lines (self->folds), line);
}

static guint
get_line (GtkWidget *row)
{
  return desk_record_row_get_line (DESK_RECORD_ROW (row));
}

static const DeskFoldRows rows = { desk_record_row_new, desk_record_row_get_type, bind_row, get_line, FALSE };

/* shown: (transfer full) (nullable) */
static void
show_lines (DeskRecordView *self,
            guint8         *shown)
{
  desk_fold_view_take_shown (self->folds, shown);
  gtk_stack_set_visible_child_name (self->stack, "list");
}

static void
searched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(DeskRecordView) self = user_data;
  guint8 *shown = desk_line_search_finish (result);

  if (shown == NULL)
    return;
  g_clear_object (&self->searching);
  show_lines (self, shown);
  if (g_list_model_get_n_items (G_LIST_MODEL (desk_fold_view_get_lines (self->folds))) > 0)
    return;
  desk_status_view_set_empty (self->status, "edit-find-symbolic", _("Nothing found"),
                              _("No field of this record has this text."), NULL, NULL);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

static gpointer
search (GObject      *outline,
        const char   *text,
        GCancellable *cancellable)
{
  return desk_record_outline_search (DESK_RECORD_OUTLINE (outline), text, cancellable);
}

/* From the search to the fields, by the keyboard. */
static void
search_left_cb (DeskRecordView *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
search_stopped_cb (DeskRecordView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  search_left_cb (self);
}

static void
search_changed_cb (DeskRecordView *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  cancel (&self->searching);
  if (self->outline == NULL)
    return;
  if (*text == '\0')
    {
      show_lines (self, NULL);
      return;
    }
  self->searching = g_cancellable_new ();
  desk_line_search_async (G_OBJECT (self->outline), text, search, g_free, self->searching, searched_cb,
                          g_object_ref (self));
}

static void
fold_first (DeskRecordView *self,
            DeskFoldList   *lines)
{
  guint n_lines = desk_record_outline_get_n_lines (self->outline);
  g_autofree guint8 *expanded = g_new (guint8, n_lines);

  for (guint line = 0; line < n_lines; line++)
    expanded[line] = !desk_record_outline_is_folded_first (self->outline, line);
  desk_fold_list_set_all (lines, expanded);
}

static void
take_outline (DeskRecordView    *self,
              DeskRecordOutline *outline)
{
  g_autoptr(DeskFoldList) lines = desk_fold_list_new (desk_record_outline_get_ends (outline),
                                                      desk_record_outline_get_n_lines (outline), outline);

  self->outline = outline;
  fold_first (self, lines);
  desk_fold_view_set_lines (self->folds, lines);
  gtk_stack_set_visible_child_name (self->stack, "list");
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    search_changed_cb (self);
}

static void
outlined_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(DeskRecordView) self = user_data;
  g_autoptr(GError) error = NULL;
  DeskRecordOutline *outline = desk_record_outline_new_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (outline != NULL)
    take_outline (self, outline);
  else
    {
      desk_status_view_set_failed (self->status, _("The record could not be read"), error);
      gtk_stack_set_visible_child_name (self->stack, "status");
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
forget (DeskRecordView *self)
{
  cancel (&self->cancellable);
  cancel (&self->searching);
  if (self->folds != NULL)
    desk_fold_view_set_lines (self->folds, NULL);
  g_clear_object (&self->outline);
}

static void
load (DeskRecordView *self)
{
  forget (self);
  if (self->bytes == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  desk_record_outline_new_async (self->bytes, self->resource, self->with_absent, self->cancellable, outlined_cb,
                                 g_object_ref (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
copy_line_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  DeskRecordView *self = DESK_RECORD_VIEW (widget);
  guint position = g_variant_get_uint32 (parameter);

  if (self->outline != NULL && position < desk_record_outline_get_n_lines (self->outline))
    desk_line_menu_copy (widget, "line.copy-value", desk_record_outline_get_line (self->outline, position)->value, NULL);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DeskRecordView *self = DESK_RECORD_VIEW (widget);
  GtkWidget *row = desk_fold_view_get_row (self->folds);
  g_autofree char *path = NULL;
  guint position;

  if (row == NULL || self->outline == NULL)
    return;
  position = desk_record_row_get_line (DESK_RECORD_ROW (row));
  path = desk_record_outline_dup_path (self->outline, position);
  desk_line_menu_copy (widget, name, desk_record_outline_get_line (self->outline, position)->value, path);
}

/* expanded: (nullable): NULL for all lines */
static void
set_all (DeskRecordView *self,
         const guint8   *expanded)
{
  if (self->outline == NULL)
    return;
  desk_fold_view_set_all (self->folds, expanded);
  gtk_stack_set_visible_child_name (self->stack, "list");
}

static void
expand_all_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  set_all (DESK_RECORD_VIEW (widget), NULL);
}

static void
fold_all_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  DeskRecordView *self = DESK_RECORD_VIEW (widget);
  g_autofree guint8 *expanded = NULL;

  if (self->outline != NULL)
    expanded = g_new0 (guint8, desk_record_outline_get_n_lines (self->outline));
  set_all (self, expanded);
}

static void
desk_record_view_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  DeskRecordView *self = DESK_RECORD_VIEW (object);

  switch (property_id)
    {
    case PROP_WITH_ABSENT:
      g_value_set_boolean (value, self->with_absent);
      break;

    case PROP_LOADING:
      g_value_set_boolean (value, self->cancellable != NULL);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
desk_record_view_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  DeskRecordView *self = DESK_RECORD_VIEW (object);

  switch (property_id)
    {
    case PROP_WITH_ABSENT:
      if (self->with_absent == g_value_get_boolean (value))
        return;
      self->with_absent = g_value_get_boolean (value);
      load (self);
      g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
desk_record_view_dispose (GObject *object)
{
  DeskRecordView *self = DESK_RECORD_VIEW (object);
  GtkWidget *child = NULL;

  forget (self);
  g_clear_object (&self->folds);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->bytes, g_bytes_unref);

  G_OBJECT_CLASS (desk_record_view_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "line.copy-value", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "line.copy-path", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "line.copy-json", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "record.copy-line", "u", copy_line_action);
  gtk_widget_class_install_action (widget_class, "record.expand-all", NULL, expand_all_action);
  gtk_widget_class_install_action (widget_class, "record.fold-all", NULL, fold_all_action);
  gtk_widget_class_install_property_action (widget_class, "record.with-absent", "with-absent");
  desk_line_menu_install (widget_class);
}

static void
desk_record_view_class_init (DeskRecordViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = desk_record_view_get_property;
  object_class->set_property = desk_record_view_set_property;
  object_class->dispose = desk_record_view_dispose;

  properties[PROP_WITH_ABSENT] = g_param_spec_boolean ("with-absent", NULL, NULL, FALSE,
                                                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                       G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-record-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskRecordView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskRecordView, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskRecordView, list);
  gtk_widget_class_bind_template_child (widget_class, DeskRecordView, status);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
desk_record_view_init (DeskRecordView *self)
{
  g_type_ensure (DESK_TYPE_STATUS_VIEW);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->folds = desk_fold_view_new (GTK_WIDGET (self), self->list, &rows);
}

GtkWidget *
desk_record_view_new (void)
{
  return g_object_new (DESK_TYPE_RECORD_VIEW, NULL);
}

void
desk_record_view_set_record (DeskRecordView     *self,
                             GBytes             *bytes,
                             const DeskResource *resource)
{
  g_return_if_fail (DESK_IS_RECORD_VIEW (self));
  g_return_if_fail (bytes == NULL || resource != NULL);

  if (bytes != NULL)
    g_bytes_ref (bytes);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = bytes;
  self->resource = resource;
  load (self);
}

DeskRecordOutline *
desk_record_view_get_outline (DeskRecordView *self)
{
  g_return_val_if_fail (DESK_IS_RECORD_VIEW (self), NULL);

  return self->outline;
}

DeskFoldList *
desk_record_view_get_lines (DeskRecordView *self)
{
  g_return_val_if_fail (DESK_IS_RECORD_VIEW (self), NULL);

  return desk_fold_view_get_lines (self->folds);
}

void
desk_record_view_start_search (DeskRecordView *self)
{
  g_return_if_fail (DESK_IS_RECORD_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
