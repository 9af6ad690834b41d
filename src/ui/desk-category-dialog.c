/* desk-category-dialog.c: chooses another category for a transaction, and changes it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-category-dialog.h"

#include <glib/gi18n-lib.h>

#include "desk-category-change.h"
#include "desk-category-codes.h"
#include "desk-category-row.h"
#include "desk-category-toast.h"
#include "desk-category-words.h"
#include "desk-json-read.h"
#include "desk-ui-error.h"
#include "desk-value-words.h"

struct _DeskCategoryDialog
{
  AdwWindow         parent_instance;

  /* Template widgets */
  GtkWidget        *spinner;
  GtkLabel         *transaction;
  GtkLabel         *current;
  GtkSearchEntry   *search_entry;
  GtkWidget        *problem;
  GtkLabel         *problem_label;
  GtkWidget        *retry_button;
  GtkListBox       *list;

  /* Owned */
  DeskContext      *context;
  char             *end_user_id;
  GBytes           *record;
  char             *code;            /* (nullable): of the category that it is in */
  char             *problem_details; /* (nullable) */
  DeskCategoryRow  *chosen;          /* (nullable): what was sent last */
  GCancellable     *cancellable;     /* of the list */

  DeskCategoryRow  *entered;         /* (nullable) (unowned): the row for what is typed */
  GtkWidget        *parent;          /* (nullable) (weak): shows how a change went that is under way */
  gboolean          is_closed;
};

G_DEFINE_FINAL_TYPE (DeskCategoryDialog, desk_category_dialog, ADW_TYPE_WINDOW)

static const char *
get_search (DeskCategoryDialog *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

static gboolean
filter_row (GtkListBoxRow *row,
            gpointer       user_data)
{
  DeskCategoryDialog *self = user_data;

  return DESK_CATEGORY_ROW (row) == self->entered || desk_category_row_matches (DESK_CATEGORY_ROW (row), get_search (self));
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  const char *name = desk_category_row_get_main_name (DESK_CATEGORY_ROW (row));
  GtkWidget *heading = NULL;

  if (before == NULL || g_strcmp0 (desk_category_row_get_main_name (DESK_CATEGORY_ROW (before)), name) != 0)
    {
      heading = gtk_label_new (name);
      gtk_label_set_xalign (GTK_LABEL (heading), 0);
      gtk_widget_add_css_class (heading, "pane-heading");
    }
  gtk_list_box_row_set_header (row, heading);
}

static gboolean
is_known (DeskCategoryDialog *self,
          const char         *code)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (DESK_CATEGORY_ROW (row) != self->entered &&
          g_str_equal (desk_category_row_get_code (DESK_CATEGORY_ROW (row)), code))
        return TRUE;
    }
  return FALSE;
}

/* The service's whole list is not known here, so anything that looks like a code may be one. */
static void
offer_entered (DeskCategoryDialog *self)
{
  g_autofree char *code = desk_category_codes_dup_entered (get_search (self));

  if (self->entered != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (self->entered));
  self->entered = NULL;
  if (code == NULL || is_known (self, code))
    return;
  self->entered = DESK_CATEGORY_ROW (desk_category_row_new_entered (code));
  gtk_list_box_append (self->list, GTK_WIDGET (self->entered));
}

static void
search_changed_cb (DeskCategoryDialog *self)
{
  offer_entered (self);
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
}

static DeskCategoryRow *
find_first (DeskCategoryDialog *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
        return DESK_CATEGORY_ROW (row);
    }
  return NULL;
}

static void
search_left_cb (DeskCategoryDialog *self)
{
  DeskCategoryRow *row = find_first (self);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
search_stopped_cb (DeskCategoryDialog *self)
{
  if (*get_search (self) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
set_running (DeskCategoryDialog *self,
             gboolean            running)
{
  /* An entry that becomes insensitive would keep the focus. */
  if (running)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_visible (self->spinner, running);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), running);
  gtk_widget_set_sensitive (GTK_WIDGET (self->list), !running);
  gtk_widget_set_sensitive (GTK_WIDGET (self->search_entry), !running);
}

static void
show_problem (DeskCategoryDialog *self,
              const GError       *error)
{
  g_clear_pointer (&self->problem_details, g_free);
  gtk_widget_set_visible (self->problem, error != NULL);
  if (error == NULL)
    return;
  self->problem_details = desk_ui_error_dup_details (error);
  gtk_label_set_text (self->problem_label, error->message);
  gtk_widget_grab_focus (self->retry_button);
}

static void
report (DeskCategoryDialog *self,
        DeskCategoryChange *change,
        const GError       *error)
{
  if (self->parent == NULL)
    return;
  if (error != NULL)
    desk_ui_show_error (self->parent, error);
  else
    desk_category_toast_show (self->parent, change, desk_category_row_get_name (self->chosen));
}

static void
changed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(DeskCategoryDialog) self = user_data;
  DeskCategoryChange *change = DESK_CATEGORY_CHANGE (source);
  g_autoptr(GError) error = NULL;
  gboolean done = desk_category_change_run_finish (change, result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (done || self->is_closed)
    report (self, change, error);
  if (self->is_closed)
    return;
  set_running (self, FALSE);
  if (done)
    gtk_window_close (GTK_WINDOW (self));
  else
    show_problem (self, error);
}

/* What the service was asked for cannot be taken back by closing the dialog; it ends with the window behind. */
static GCancellable *
create_cancellable (DeskCategoryDialog *self)
{
  GCancellable *cancellable = g_cancellable_new ();

  g_set_weak_pointer (&self->parent, GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))));
  if (self->parent != NULL)
    g_signal_connect_object (self->parent, "destroy", G_CALLBACK (g_cancellable_cancel), cancellable,
                             G_CONNECT_SWAPPED);
  return cancellable;
}

static void
change_to (DeskCategoryDialog *self,
           DeskCategoryRow    *row)
{
  g_autoptr(DeskCategoryChange) change = NULL;
  g_autoptr(GCancellable) cancellable = NULL;

  /* Nothing to change. */
  if (g_strcmp0 (desk_category_row_get_code (row), self->code) == 0)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  g_set_object (&self->chosen, row);
  show_problem (self, NULL);
  set_running (self, TRUE);
  cancellable = create_cancellable (self);
  change = desk_category_change_new (self->context, self->end_user_id, self->record,
                                     desk_category_row_get_code (row));
  desk_category_change_run_async (change, cancellable, changed_cb, g_object_ref (self));
}

static void
row_activated_cb (DeskCategoryDialog *self,
                  GtkListBoxRow      *row)
{
  change_to (self, DESK_CATEGORY_ROW (row));
}

/* Enter takes the first of what was searched for, never one that was not searched for. */
static void
search_activated_cb (DeskCategoryDialog *self)
{
  DeskCategoryRow *row = *get_search (self) != '\0' ? find_first (self) : NULL;

  if (row != NULL)
    change_to (self, row);
}

static void
retry_cb (DeskCategoryDialog *self)
{
  change_to (self, self->chosen);
}

static void
copy_problem_cb (DeskCategoryDialog *self)
{
  desk_ui_copy (GTK_WIDGET (self), self->problem_details);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(DeskCategoryDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) codes = desk_category_codes_load_finish (DESK_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* Without a list any code can still be typed. */
  for (guint i = 0; codes != NULL && i < codes->len; i++)
    {
      const DeskCategoryCode *code = g_ptr_array_index (codes, i);

      gtk_list_box_append (self->list, desk_category_row_new (code->code, code->main_code,
                                                              g_strcmp0 (code->code, self->code) == 0));
    }
  search_changed_cb (self);
}

static gboolean
desk_category_dialog_close_request (GtkWindow *window)
{
  DeskCategoryDialog *self = DESK_CATEGORY_DIALOG (window);

  self->is_closed = TRUE;
  g_cancellable_cancel (self->cancellable);

  return GTK_WINDOW_CLASS (desk_category_dialog_parent_class)->close_request (window);
}

static void
desk_category_dialog_dispose (GObject *object)
{
  DeskCategoryDialog *self = DESK_CATEGORY_DIALOG (object);

  self->is_closed = TRUE;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (desk_category_dialog_parent_class)->dispose (object);
}

static void
desk_category_dialog_finalize (GObject *object)
{
  DeskCategoryDialog *self = DESK_CATEGORY_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->chosen);
  g_clear_weak_pointer (&self->parent);
  g_clear_pointer (&self->record, g_bytes_unref);
  g_free (self->end_user_id);
  g_free (self->code);
  g_free (self->problem_details);

  G_OBJECT_CLASS (desk_category_dialog_parent_class)->finalize (object);
}

static void
desk_category_dialog_class_init (DeskCategoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_category_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_category_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = desk_category_dialog_close_request;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-category-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskCategoryDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, DeskCategoryDialog, transaction);
  gtk_widget_class_bind_template_child (widget_class, DeskCategoryDialog, current);
  gtk_widget_class_bind_template_child (widget_class, DeskCategoryDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskCategoryDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, DeskCategoryDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, DeskCategoryDialog, retry_button);
  gtk_widget_class_bind_template_child (widget_class, DeskCategoryDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_problem_cb);
}

static void
desk_category_dialog_init (DeskCategoryDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_row, self, NULL);
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
}

static void
show_record (DeskCategoryDialog *self,
             DeskJsonSlice       record)
{
  static const DeskField amount_field = { .name = "amount", .type = DESK_FIELD_TYPE_AMOUNT };
  DeskJsonSlice category = desk_json_slice_get_member (record, "category");
  g_autofree char *description = desk_json_read_text (record, "description");
  g_autofree char *amount = desk_value_words (&amount_field, desk_json_slice_get_member (record, "amount"), record,
                                              DESK_DECIMAL_SIGN_ALWAYS);
  g_autofree char *summary = g_strjoin (" · ", description != NULL ? description : _("Transaction"), amount, NULL);
  g_autofree char *main_code = desk_json_read_text (category, "primary_category");
  g_autofree char *name = NULL;
  g_autofree char *now = NULL;

  self->code = desk_json_read_text (category, "secondary_category");
  gtk_label_set_text (self->transaction, summary);
  if (self->code != NULL)
    name = desk_category_words_dup_name (self->code, main_code);
  /* Translators: the category that a transaction is in: "Now: Groceries" */
  now = name != NULL ? g_strdup_printf (_("Now: %s"), name) : g_strdup (_("No category yet"));
  gtk_label_set_text (self->current, now);
}

GtkWidget *
desk_category_dialog_new (DeskContext *context,
                          DeskEndUser *end_user,
                          GBytes      *record)
{
  DeskCategoryDialog *self = NULL;
  DeskJsonSlice slice;

  g_return_val_if_fail (DESK_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (DESK_IS_END_USER (end_user), NULL);
  g_return_val_if_fail (desk_category_change_is_possible (record), NULL);

  self = g_object_new (DESK_TYPE_CATEGORY_DIALOG, NULL);
  self->context = g_object_ref (context);
  self->end_user_id = g_strdup (desk_end_user_get_id (end_user));
  self->record = g_bytes_ref (record);
  if (desk_json_parse (g_bytes_get_data (record, NULL), g_bytes_get_size (record), &slice, NULL))
    show_record (self, slice);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  desk_category_codes_load_async (desk_context_get_store (context), self->cancellable, loaded_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
