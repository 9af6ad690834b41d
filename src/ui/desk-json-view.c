/* desk-json-view.c: JSON as it was received, to be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fold-view.h"
#include "desk-format.h"
#include "desk-json-row.h"
#include "desk-json-view.h"
#include "desk-line-menu.h"
#include "desk-line-search.h"
#include "desk-ui-error.h"

struct _DeskJsonView
{
  GtkWidget       parent_instance;

  /* Template widgets */
  GtkSearchEntry *search_entry;
  GtkLabel       *count_label;
  GtkWidget      *find_buttons;
  GtkLabel       *error_label;
  GtkListView    *list;

  /* Owned */
  GBytes         *bytes;        /* (nullable) */
  DeskJsonLines  *json;         /* (nullable): NULL if the bytes are shown as received */
  DeskTextLines  *text;         /* (nullable): NULL if they are not */
  DeskFoldView   *folds;        /* of either */
  GArray         *found;        /* (nullable) (element-type guint32): lines, in order */
  GCancellable   *cancellable;  /* (nullable): of the lines */
  GCancellable   *searching;    /* (nullable) */

  guint           n_found;      /* which of them is selected, from 1; 0 for none */
  guint           n_digits;
  gboolean        as_received;
};

enum
{
  PROP_0,
  PROP_AS_RECEIVED,
  PROP_LOADING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DeskJsonView, desk_json_view, GTK_TYPE_WIDGET)

static void
cancel (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const guint32 *first = a;
  const guint32 *second = b;

  return *first < *second ? -1 : *first > *second;
}

static gboolean
is_found (DeskJsonView *self,
          guint32       line)
{
  return self->found != NULL && g_array_binary_search (self->found, &line, compare_lines, NULL);
}

static void
bind_row (GtkWidget *view,
          GtkWidget *row,
          guint      line)
{
  DeskJsonView *self = DESK_JSON_VIEW (view);

  if (self->json != NULL)
    desk_json_row_bind (DESK_JSON_ROW (row), self->json, desk_fold_view_get_lines (self->folds), line, self->n_digits);
  else if (self->text != NULL)
    desk_json_row_bind_text (DESK_JSON_ROW (row), self->text, line, self->n_digits);
  desk_json_row_set_found (DESK_JSON_ROW (row), is_found (self, line));
}

static guint
get_line (GtkWidget *row)
{
  return desk_json_row_get_line (DESK_JSON_ROW (row));
}

static const DeskFoldRows rows = { desk_json_row_new, desk_json_row_get_type, bind_row, get_line, TRUE };

/* Rows that are made later are marked when they are bound. */
static void
mark_rows (DeskJsonView *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (DESK_IS_JSON_ROW (row))
        desk_json_row_set_found (DESK_JSON_ROW (row), is_found (self, desk_json_row_get_line (DESK_JSON_ROW (row))));
    }
}

static void
update_count (DeskJsonView *self)
{
  guint n_lines = self->found != NULL ? self->found->len : 0;
  g_autofree char *total = desk_format_count (n_lines);
  g_autofree char *current = desk_format_count (self->n_found);
  /* Translators: which of the lines that were found: "3 of 12" */
  g_autofree char *text = n_lines > 0 ? g_strdup_printf (_("%s of %s"), current, total) : g_strdup (_("None"));

  gtk_label_set_text (self->count_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), self->found != NULL);
  gtk_widget_set_visible (self->find_buttons, n_lines > 0);
}

static void
find_step (DeskJsonView *self,
           gboolean      forward)
{
  guint n_lines = self->found != NULL ? self->found->len : 0;

  if (n_lines == 0)
    return;
  if (forward)
    self->n_found = self->n_found < n_lines ? self->n_found + 1 : 1;
  else
    self->n_found = self->n_found > 1 ? self->n_found - 1 : n_lines;
  desk_fold_view_select (self->folds, g_array_index (self->found, guint32, self->n_found - 1));
  update_count (self);
}

static void
find_next_cb (DeskJsonView *self)
{
  find_step (self, TRUE);
}

static void
find_previous_cb (DeskJsonView *self)
{
  find_step (self, FALSE);
}

static void
forget_found (DeskJsonView *self)
{
  cancel (&self->searching);
  g_clear_pointer (&self->found, g_array_unref);
  self->n_found = 0;
}

static void
searched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(DeskJsonView) self = user_data;
  GArray *found = desk_line_search_finish (result);

  if (found == NULL)
    return;
  g_clear_object (&self->searching);
  self->found = found;
  mark_rows (self);
  update_count (self);
  find_next_cb (self);
}

static gpointer
search_json (GObject      *lines,
             const char   *text,
             GCancellable *cancellable)
{
  return desk_json_lines_search (DESK_JSON_LINES (lines), text, cancellable);
}

static gpointer
search_text (GObject      *lines,
             const char   *text,
             GCancellable *cancellable)
{
  return desk_text_lines_search (DESK_TEXT_LINES (lines), text, cancellable);
}

static void
search_changed_cb (DeskJsonView *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  gboolean is_json = self->json != NULL;

  forget_found (self);
  update_count (self);
  mark_rows (self);
  if ((!is_json && self->text == NULL) || *text == '\0')
    return;
  self->searching = g_cancellable_new ();
  desk_line_search_async (is_json ? G_OBJECT (self->json) : G_OBJECT (self->text), text,
                          is_json ? search_json : search_text, (GDestroyNotify) g_array_unref, self->searching,
                          searched_cb, g_object_ref (self));
}

static void
search_stopped_cb (DeskJsonView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static guint
count_digits (guint number)
{
  guint n_digits = 1;

  for (; number >= 10; number /= 10)
    n_digits++;
  return n_digits;
}

static void
take_lines (DeskJsonView  *self,
            const guint32 *ends,
            guint          n_lines,
            gpointer       owner)
{
  g_autoptr(DeskFoldList) lines = desk_fold_list_new (ends, n_lines, owner);

  self->n_digits = count_digits (n_lines);
  desk_fold_view_set_lines (self->folds, lines);
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    search_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
take_text (DeskJsonView  *self,
           DeskTextLines *text)
{
  self->text = text;
  take_lines (self, desk_text_lines_get_ends (text), desk_text_lines_get_n_lines (text), text);
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(DeskJsonView) self = user_data;
  DeskTextLines *text = g_task_propagate_pointer (G_TASK (result), NULL);

  if (text == NULL)
    return;
  g_clear_object (&self->cancellable);
  take_text (self, text);
}

static void
read_text_in_thread (GTask        *task,
                     gpointer      source,
                     gpointer      bytes,
                     GCancellable *cancellable)
{
  g_task_return_pointer (task, desk_text_lines_new (bytes), g_object_unref);
}

static void
load_text (DeskJsonView *self)
{
  g_autoptr(GTask) task = g_task_new (NULL, self->cancellable, text_read_cb, g_object_ref (self));

  g_task_set_source_tag (task, load_text);
  g_task_set_task_data (task, g_bytes_ref (self->bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, read_text_in_thread);
}

static void
json_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(DeskJsonView) self = user_data;
  g_autoptr(GError) error = NULL;
  DeskJsonLines *json = desk_json_lines_new_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (json == NULL)
    {
      gtk_label_set_text (self->error_label, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->error_label), TRUE);
      load_text (self);
      return;
    }
  g_clear_object (&self->cancellable);
  self->json = json;
  take_lines (self, desk_json_lines_get_ends (json), desk_json_lines_get_n_lines (json), json);
}

static void
forget (DeskJsonView *self)
{
  cancel (&self->cancellable);
  forget_found (self);
  if (self->folds != NULL)
    desk_fold_view_set_lines (self->folds, NULL);
  g_clear_object (&self->json);
  g_clear_object (&self->text);
}

static void
load (DeskJsonView *self)
{
  forget (self);
  update_count (self);
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), FALSE);
  if (self->bytes == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  if (self->as_received)
    load_text (self);
  else
    desk_json_lines_new_async (self->bytes, self->cancellable, json_read_cb, g_object_ref (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
copy_bytes (DeskJsonView *self,
            const char   *text,
            gsize         length)
{
  g_autofree char *valid = g_utf8_make_valid (text, length);

  desk_ui_copy (GTK_WIDGET (self), valid);
}

static void
copy_all_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  DeskJsonView *self = DESK_JSON_VIEW (widget);

  if (self->bytes != NULL)
    copy_bytes (self, g_bytes_get_data (self->bytes, NULL), g_bytes_get_size (self->bytes));
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DeskJsonView *self = DESK_JSON_VIEW (widget);
  GtkWidget *row = desk_fold_view_get_row (self->folds);
  g_autofree char *text = NULL;
  guint line;

  if (row == NULL)
    return;
  line = desk_json_row_get_line (DESK_JSON_ROW (row));
  if (self->json != NULL)
    {
      text = desk_json_lines_dup_path (self->json, line);
      desk_line_menu_copy (widget, name, desk_json_lines_get_line (self->json, line)->value, text);
      return;
    }
  text = desk_text_lines_dup_line (self->text, line);
  desk_ui_copy (widget, text);
}

static void
toggle_line_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  DeskJsonView *self = DESK_JSON_VIEW (widget);
  guint line = g_variant_get_uint32 (parameter);

  if (self->json != NULL && line < desk_json_lines_get_n_lines (self->json))
    desk_fold_view_toggle (self->folds, line);
}

/* All but the outermost. */
static void
fold_all_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  DeskJsonView *self = DESK_JSON_VIEW (widget);
  g_autofree guint8 *expanded = NULL;

  if (self->json == NULL)
    return;
  expanded = g_new0 (guint8, desk_json_lines_get_n_lines (self->json));
  expanded[0] = TRUE;
  desk_fold_view_set_all (self->folds, expanded);
}

static void
expand_all_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  DeskJsonView *self = DESK_JSON_VIEW (widget);

  if (self->json != NULL)
    desk_fold_view_set_all (self->folds, NULL);
}

static void
desk_json_view_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  DeskJsonView *self = DESK_JSON_VIEW (object);

  switch (property_id)
    {
    case PROP_AS_RECEIVED:
      g_value_set_boolean (value, self->as_received);
      break;

    case PROP_LOADING:
      g_value_set_boolean (value, self->cancellable != NULL);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
desk_json_view_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  DeskJsonView *self = DESK_JSON_VIEW (object);

  switch (property_id)
    {
    case PROP_AS_RECEIVED:
      if (self->as_received == g_value_get_boolean (value))
        return;
      self->as_received = g_value_get_boolean (value);
      load (self);
      g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
desk_json_view_dispose (GObject *object)
{
  DeskJsonView *self = DESK_JSON_VIEW (object);
  GtkWidget *child = NULL;

  forget (self);
  g_clear_object (&self->folds);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->bytes, g_bytes_unref);

  G_OBJECT_CLASS (desk_json_view_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "line.copy-value", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "line.copy-path", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "line.copy-json", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "json.copy-all", NULL, copy_all_action);
  gtk_widget_class_install_action (widget_class, "json.toggle-line", "u", toggle_line_action);
  gtk_widget_class_install_action (widget_class, "json.expand-all", NULL, expand_all_action);
  gtk_widget_class_install_action (widget_class, "json.fold-all", NULL, fold_all_action);
  gtk_widget_class_install_property_action (widget_class, "json.as-received", "as-received");
  desk_line_menu_install (widget_class);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-json-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskJsonView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskJsonView, count_label);
  gtk_widget_class_bind_template_child (widget_class, DeskJsonView, find_buttons);
  gtk_widget_class_bind_template_child (widget_class, DeskJsonView, error_label);
  gtk_widget_class_bind_template_child (widget_class, DeskJsonView, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_previous_cb);
}

static void
desk_json_view_class_init (DeskJsonViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = desk_json_view_get_property;
  object_class->set_property = desk_json_view_set_property;
  object_class->dispose = desk_json_view_dispose;

  properties[PROP_AS_RECEIVED] = g_param_spec_boolean ("as-received", NULL, NULL, FALSE,
                                                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                       G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
desk_json_view_init (DeskJsonView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->folds = desk_fold_view_new (GTK_WIDGET (self), self->list, &rows);
}

GtkWidget *
desk_json_view_new (void)
{
  return g_object_new (DESK_TYPE_JSON_VIEW, NULL);
}

void
desk_json_view_set_bytes (DeskJsonView *self,
                          GBytes       *bytes)
{
  g_return_if_fail (DESK_IS_JSON_VIEW (self));

  if (bytes != NULL)
    g_bytes_ref (bytes);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = bytes;
  load (self);
}

DeskFoldList *
desk_json_view_get_lines (DeskJsonView *self)
{
  g_return_val_if_fail (DESK_IS_JSON_VIEW (self), NULL);

  return desk_fold_view_get_lines (self->folds);
}

void
desk_json_view_start_search (DeskJsonView *self)
{
  g_return_if_fail (DESK_IS_JSON_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
