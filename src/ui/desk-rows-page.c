/* desk-rows-page.c: a data set as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-account-filter.h"
#include "desk-account-names.h"
#include "desk-category-change.h"
#include "desk-category-dialog.h"
#include "desk-column-sorter.h"
#include "desk-context-menu.h"
#include "desk-format.h"
#include "desk-growing-list.h"
#include "desk-row-list.h"
#include "desk-rows-columns.h"
#include "desk-rows-copy.h"
#include "desk-rows-page.h"
#include "desk-sheet-window.h"
#include "desk-status-view.h"
#include "desk-store-watch.h"
#include "desk-totals-label.h"
#include "desk-wrap-box.h"

struct _DeskRowsPage
{
  GtkWidget          parent_instance;

  /* Template widgets */
  GtkSearchEntry    *search_entry;
  DeskAccountFilter *account_filter;
  GtkLabel          *count_label;
  DeskTotalsLabel   *totals;
  GtkStack          *stack;
  GtkColumnView     *view;
  DeskStatusView    *status;

  /* Owned */
  DeskContext       *context;
  DeskEndUser       *end_user;
  DeskQuery         *query;
  DeskRowList       *rows;
  DeskRowsCopy      *copy;        /* (nullable): the latest one */
  DeskStoreWatch    *watch;       /* (nullable): of the accounts, if the rows name them */
  GCancellable      *cancellable;
};

G_DEFINE_FINAL_TYPE (DeskRowsPage, desk_rows_page, GTK_TYPE_WIDGET)

static gboolean
is_narrowed (DeskRowsPage *self)
{
  return desk_query_get_search (self->query) != NULL ||
         desk_account_filter_get_account_id (self->account_filter) != NULL;
}

/* Details come with the row that they belong to. */
static void
show_no_details (DeskRowsPage       *self,
                 const DeskResource *parent)
{
  g_autofree char *action = g_strdup_printf ("win.show-resource('%s')", parent->name);
  g_autofree char *description = NULL;
  g_autofree char *label = NULL;

  /* Translators: the name of a data set: "Products" */
  description = g_strdup_printf (_("Details are fetched one by one: open a row of “%s”."), _(parent->label));
  /* Translators: the name of a data set: "Products" */
  label = g_strdup_printf (_("_Show %s"), _(parent->label));
  desk_status_view_set_empty (self->status, "view-list-symbolic", _("No details yet"), description, label, action);
}

/* Why there are no rows, as far as the last fetch tells. */
static void
show_no_rows (DeskRowsPage *self)
{
  const DeskResource *resource = desk_query_get_resource (self->query);
  const DeskSyncEntry *entry = desk_sync_log_find (desk_context_get_sync_log (self->context),
                                                   desk_end_user_get_id (self->end_user), resource);

  if (entry != NULL && entry->state == DESK_SYNC_NOT_OFFERED)
    desk_status_view_set_empty (self->status, "view-list-symbolic", _("Not offered by this service"),
                                _("The service does not have this data set, or does not give it to this API key. There is nothing to do in this program: ask Fiskil if you need it."),
                                NULL, NULL);
  else if (entry != NULL && entry->state == DESK_SYNC_FAILED)
    desk_status_view_set_failed (self->status, _("The last fetch failed"), entry->error);
  else if (entry != NULL && entry->state == DESK_SYNC_RUNNING)
    desk_status_view_set_loading (self->status, _(resource->label));
  else if (entry == NULL)
    desk_status_view_set_empty (self->status, "view-list-symbolic", _("Not fetched yet"),
                                _("This data set has not been fetched since the program was started."),
                                _("_Fetch now"), "win.refresh");
  else
    desk_status_view_set_empty (self->status, "view-list-symbolic", _("Nothing here yet"),
                                _("The service has sent no rows of this data set. It may still be collecting them from the institution."),
                                _("_Fetch again"), "win.refresh");
}

static void
update_stack (DeskRowsPage *self)
{
  const DeskResource *resource = desk_query_get_resource (self->query);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_autofree char *count = desk_format_count (n_rows);
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s row", "%s rows", n_rows), count);

  gtk_label_set_text (self->count_label, text);
  if (n_rows > 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "table");
      return;
    }
  if (desk_row_list_get_error (self->rows) != NULL)
    desk_status_view_set_failed (self->status, _("The rows could not be read"), desk_row_list_get_error (self->rows));
  else if (desk_row_list_get_loading (self->rows))
    desk_status_view_set_loading (self->status, _(resource->label));
  else if (is_narrowed (self))
    desk_status_view_set_empty (self->status, "edit-find-symbolic", _("Nothing found"),
                                _("No row has this text in this account."), NULL, NULL);
  else if (resource->parent != NULL)
    show_no_details (self, resource->parent);
  else
    show_no_rows (self);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

/* The log outlives a page that goes. */
static void
log_changed_cb (DeskRowsPage *self)
{
  if (self->context != NULL)
    update_stack (self);
}

static void
apply_query (DeskRowsPage *self)
{
  desk_row_list_set_query (self->rows, self->query);
  desk_totals_label_set_query (self->totals, desk_context_get_store (self->context), self->query);
  update_stack (self);
}

static void
search_changed_cb (DeskRowsPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  desk_query_set_search (self->query, *text != '\0' ? text : NULL);
  apply_query (self);
}

/* From the search to the rows, by the keyboard. */
static void
search_left_cb (DeskRowsPage *self)
{
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);
}

static void
search_stopped_cb (DeskRowsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  search_left_cb (self);
}

static void
account_changed_cb (DeskRowsPage *self)
{
  desk_query_set_filter (self->query, "account_id", desk_account_filter_get_account_id (self->account_filter));
  apply_query (self);
}

static void
sorter_changed_cb (DeskRowsPage *self)
{
  gboolean descending;
  const char *path = desk_column_sorter_find (gtk_column_view_get_sorter (self->view), &descending);

  desk_query_set_sort (self->query, path, descending);
  apply_query (self);
}

static void
retry_cb (DeskRowsPage *self)
{
  if (desk_row_list_get_error (self->rows) != NULL)
    desk_row_list_reload (self->rows);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.refresh", NULL);
}

static void
row_activated_cb (DeskRowsPage *self,
                  guint         position)
{
  desk_sheet_window_open (GTK_WIDGET (self), self->context, desk_end_user_get_id (self->end_user),
                          G_LIST_MODEL (self->rows), position);
}

static gboolean
copy_rows (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  DeskRowsPage *self = DESK_ROWS_PAGE (widget);
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (gtk_column_view_get_model (self->view));

  if (gtk_bitset_is_empty (selected))
    return FALSE;
  g_clear_pointer (&self->copy, desk_rows_copy_free);
  self->copy = desk_rows_copy_new (widget, G_LIST_MODEL (self->rows), selected);
  return TRUE;
}

/* Returns: (transfer full) (nullable): the row, if exactly one is selected and its record is here */
static DeskRow *
dup_only_selected (DeskRowsPage *self,
                   guint        *position)
{
  g_autoptr(GtkBitset) selected = gtk_selection_model_get_selection (gtk_column_view_get_model (self->view));
  g_autoptr(DeskRow) row = NULL;

  if (gtk_bitset_get_size (selected) != 1)
    return NULL;
  *position = gtk_bitset_get_minimum (selected);
  row = g_list_model_get_item (G_LIST_MODEL (self->rows), *position);
  return row != NULL && desk_row_is_loaded (row) ? g_steal_pointer (&row) : NULL;
}

static gboolean
is_of_transactions (DeskRowsPage *self)
{
  return g_str_equal (desk_query_get_resource (self->query)->name, "banking.transactions");
}

static void
open_row (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  DeskRowsPage *self = DESK_ROWS_PAGE (widget);
  guint position;
  g_autoptr(DeskRow) row = dup_only_selected (self, &position);

  if (row != NULL)
    row_activated_cb (self, position);
}

static void
copy_selected (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  copy_rows (widget, NULL, NULL);
}

static void
change_category (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  DeskRowsPage *self = DESK_ROWS_PAGE (widget);
  guint position;
  g_autoptr(DeskRow) row = dup_only_selected (self, &position);
  GtkWidget *dialog = NULL;

  if (row == NULL || !desk_category_change_is_possible (desk_row_get_bytes (row)))
    return;
  dialog = desk_category_dialog_new (self->context, self->end_user, desk_row_get_bytes (row));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
selection_changed_cb (DeskRowsPage *self)
{
  guint position;
  g_autoptr(DeskRow) row = dup_only_selected (self, &position);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rows.open", row != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rows.change-category",
                                 row != NULL && is_of_transactions (self) &&
                                 desk_category_change_is_possible (desk_row_get_bytes (row)));
}

/* Returns: (transfer full): what can be done with the selected rows */
static GMenuModel *
create_menu (DeskRowsPage *self)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("_Open"), "rows.open");
  g_menu_append (menu, _("_Copy"), "rows.copy");
  if (is_of_transactions (self))
    g_menu_append (menu, _("Change cate_gory …"), "rows.change-category");
  selection_changed_cb (self);
  return G_MENU_MODEL (menu);
}

static void
pressed_cb (DeskRowsPage *self,
            int           n_press,
            double        x,
            double        y)
{
  GtkSelectionModel *selection = gtk_column_view_get_model (self->view);
  guint position = desk_rows_columns_find_position (gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT));

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  if (!gtk_selection_model_is_selected (selection, position))
    gtk_selection_model_select_item (selection, position, TRUE);
  desk_context_menu_popup (GTK_WIDGET (self), create_menu (self), x, y);
}

static gboolean
popup_menu (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   user_data)
{
  DeskRowsPage *self = DESK_ROWS_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  guint position = desk_rows_columns_find_position (focus);

  if (position == GTK_INVALID_LIST_POSITION || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    return FALSE;
  if (!gtk_selection_model_is_selected (gtk_column_view_get_model (self->view), position))
    gtk_selection_model_select_item (gtk_column_view_get_model (self->view), position, TRUE);
  desk_context_menu_popup_at_focus (widget, create_menu (self), focus);
  return TRUE;
}

static void
names_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(DeskRowsPage) self = user_data;
  g_autoptr(GHashTable) names = desk_account_names_load_finish (DESK_STORE (source), result, NULL);

  /* The ids stand there already: a store that cannot be read takes nothing away. */
  if (names != NULL && self->view != NULL && g_hash_table_size (names) > 0)
    desk_rows_columns_set_account_names (self->view, names);
}

static void
load_names (DeskRowsPage *self)
{
  desk_account_names_load_async (desk_context_get_store (self->context), desk_end_user_get_id (self->end_user),
                                 self->cancellable, names_loaded_cb, g_object_ref (self));
}

static void
follow_account_names (DeskRowsPage *self)
{
  self->watch = desk_store_watch_new (desk_context_get_store (self->context), desk_end_user_get_id (self->end_user),
                                      desk_account_names_get_resources ());
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (load_names), self, G_CONNECT_SWAPPED);
  load_names (self);
}

static void
desk_rows_page_dispose (GObject *object)
{
  DeskRowsPage *self = DESK_ROWS_PAGE (object);
  GtkWidget *child = NULL;

  g_clear_pointer (&self->copy, desk_rows_copy_free);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->watch);
  if (self->view != NULL)
    {
      /* Columns that go take their order along: that is no click. */
      g_signal_handlers_disconnect_by_func (gtk_column_view_get_sorter (self->view), sorter_changed_cb, self);
      gtk_column_view_set_model (self->view, NULL);
    }
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->view = NULL;
  g_clear_object (&self->rows);
  g_clear_pointer (&self->query, desk_query_free);
  g_clear_object (&self->end_user);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (desk_rows_page_parent_class)->dispose (object);
}

static void
desk_rows_page_class_init (DeskRowsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_rows_page_dispose;

  gtk_widget_class_install_action (widget_class, "rows.open", NULL, open_row);
  gtk_widget_class_install_action (widget_class, "rows.copy", NULL, copy_selected);
  gtk_widget_class_install_action (widget_class, "rows.change-category", NULL, change_category);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, copy_rows, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "rows.change-category", NULL);
  desk_context_menu_bind (widget_class, popup_menu);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-rows-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskRowsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskRowsPage, account_filter);
  gtk_widget_class_bind_template_child (widget_class, DeskRowsPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, DeskRowsPage, totals);
  gtk_widget_class_bind_template_child (widget_class, DeskRowsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskRowsPage, view);
  gtk_widget_class_bind_template_child (widget_class, DeskRowsPage, status);
  gtk_widget_class_bind_template_callback (widget_class, search_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, account_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
desk_rows_page_init (DeskRowsPage *self)
{
  g_type_ensure (DESK_TYPE_ACCOUNT_FILTER);
  g_type_ensure (DESK_TYPE_STATUS_VIEW);
  g_type_ensure (DESK_TYPE_TOTALS_LABEL);
  g_type_ensure (DESK_TYPE_WRAP_BOX);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

static void
connect_rows (DeskRowsPage *self)
{
  self->rows = desk_row_list_new (desk_context_get_store (self->context), self->query);
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk_context_get_sync_log (self->context), "changed", G_CALLBACK (log_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "notify::loading", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "notify::error", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
}

GtkWidget *
desk_rows_page_new (DeskContext        *context,
                    DeskEndUser        *end_user,
                    const DeskResource *resource)
{
  DeskRowsPage *self = g_object_new (DESK_TYPE_ROWS_PAGE, NULL);
  g_autoptr(GtkMultiSelection) selection = NULL;

  self->context = g_object_ref (context);
  self->end_user = g_object_ref (end_user);
  self->query = desk_query_new (resource, desk_end_user_get_id (end_user));
  connect_rows (self);
  desk_rows_columns_add (self->view, resource);
  if (desk_rows_columns_has_account (self->view))
    follow_account_names (self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  selection = gtk_multi_selection_new (desk_growing_list_new (G_LIST_MODEL (self->rows)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (selection, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  selection_changed_cb (self);
  desk_account_filter_set_query (self->account_filter, desk_context_get_store (context), self->query);
  desk_totals_label_set_query (self->totals, desk_context_get_store (context), self->query);
  update_stack (self);
  return GTK_WIDGET (self);
}

void
desk_rows_page_start_search (DeskRowsPage *self)
{
  g_return_if_fail (DESK_IS_ROWS_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

const DeskQuery *
desk_rows_page_get_query (DeskRowsPage *self)
{
  g_return_val_if_fail (DESK_IS_ROWS_PAGE (self), NULL);

  return self->query;
}

GArray *
desk_rows_page_dup_selected_ids (DeskRowsPage *self)
{
  g_autoptr(GtkBitset) selected = NULL;
  GArray *ids = NULL;
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (DESK_IS_ROWS_PAGE (self), NULL);

  selected = gtk_selection_model_get_selection (gtk_column_view_get_model (self->view));
  if (gtk_bitset_get_size (selected) == g_list_model_get_n_items (G_LIST_MODEL (self->rows)) ||
      !gtk_bitset_iter_init_first (&iter, selected, &position))
    return NULL;
  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), (guint) gtk_bitset_get_size (selected));
  do
    {
      gint64 id = desk_row_list_get_id (self->rows, position);

      g_array_append_val (ids, id);
    }
  while (gtk_bitset_iter_next (&iter, &position));
  return ids;
}

void
desk_rows_page_set_narrow (DeskRowsPage *self,
                           gboolean      narrow)
{
  g_return_if_fail (DESK_IS_ROWS_PAGE (self));

  desk_rows_columns_set_narrow (self->view, narrow);
}
