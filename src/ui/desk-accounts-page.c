/* desk-accounts-page.c: bank accounts with their balances
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-account-row.h"
#include "desk-accounts-page.h"
#include "desk-catalogue.h"
#include "desk-context-menu.h"
#include "desk-record-window.h"
#include "desk-row-list.h"
#include "desk-status-view.h"

struct _DeskAccountsPage
{
  GtkWidget       parent_instance;

  /* Template widgets */
  GtkStack       *stack;
  GtkListView    *view;
  DeskStatusView *status;

  /* Owned */
  DeskContext    *context;
  DeskEndUser    *end_user;
  GHashTable     *reading_of; /* account id -> DeskBalanceReading: those that were asked of the bank */
  DeskRowList    *accounts;
  DeskRowList    *balances;
  GHashTable     *balance_of; /* account id -> DeskRow */
  GPtrArray      *bound;      /* (element-type GtkListItem) (unowned): the rows that are shown */
};

G_DEFINE_FINAL_TYPE (DeskAccountsPage, desk_accounts_page, GTK_TYPE_WIDGET)

static DeskRow *
find_balance (DeskAccountsPage *self,
              DeskRow          *account)
{
  g_autofree char *account_id = desk_row_dup_text (account, "account_id");

  return account_id != NULL ? g_hash_table_lookup (self->balance_of, account_id) : NULL;
}

static DeskBalanceReading *
find_reading (DeskAccountsPage *self,
              DeskRow          *account)
{
  g_autofree char *account_id = desk_row_dup_text (account, "account_id");

  return account_id != NULL ? g_hash_table_lookup (self->reading_of, account_id) : NULL;
}

static void
show_readings (DeskAccountsPage *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->bound, i);

      desk_account_row_set_reading (DESK_ACCOUNT_ROW (gtk_list_item_get_child (item)),
                                    find_reading (self, gtk_list_item_get_item (item)));
    }
}

static void
show_balances (DeskAccountsPage *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->bound, i);

      desk_account_row_set_balance (DESK_ACCOUNT_ROW (gtk_list_item_get_child (item)),
                                    find_balance (self, gtk_list_item_get_item (item)));
    }
}

static void
balance_loaded_cb (DeskAccountsPage *self,
                   GParamSpec       *pspec,
                   DeskRow          *balance)
{
  g_autofree char *account_id = desk_row_dup_text (balance, "account_id");

  if (account_id == NULL)
    return;
  g_hash_table_insert (self->balance_of, g_steal_pointer (&account_id), g_object_ref (balance));
  show_balances (self);
}

/* One small row per account: all of them are held. */
static void
balances_changed_cb (DeskAccountsPage *self)
{
  g_hash_table_remove_all (self->balance_of);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->balances)); i++)
    {
      g_autoptr(DeskRow) balance = g_list_model_get_item (G_LIST_MODEL (self->balances), i);

      g_signal_handlers_disconnect_by_func (balance, balance_loaded_cb, self);
      g_signal_connect_object (balance, "notify::loaded", G_CALLBACK (balance_loaded_cb), self, G_CONNECT_SWAPPED);
      /* Held under its own id until its account is known. */
      g_hash_table_insert (self->balance_of, g_strdup_printf ("row %" G_GINT64_FORMAT, desk_row_get_id (balance)),
                           g_object_ref (balance));
      balance_loaded_cb (self, NULL, balance);
    }
  show_balances (self);
}

static void
account_loaded_cb (GtkListItem      *item,
                   GParamSpec       *pspec,
                   DeskRow          *account)
{
  DeskAccountsPage *self = g_object_get_data (G_OBJECT (item), "page");

  desk_account_row_set_balance (DESK_ACCOUNT_ROW (gtk_list_item_get_child (item)), find_balance (self, account));
  desk_account_row_set_reading (DESK_ACCOUNT_ROW (gtk_list_item_get_child (item)), find_reading (self, account));
}

static void
row_setup_cb (DeskAccountsPage *self,
              GtkListItem      *item)
{
  g_object_set_data (G_OBJECT (item), "page", self);
  gtk_list_item_set_child (item, desk_account_row_new ());
}

static void
row_bind_cb (DeskAccountsPage *self,
             GtkListItem      *item)
{
  DeskRow *account = gtk_list_item_get_item (item);

  desk_account_row_set_account (DESK_ACCOUNT_ROW (gtk_list_item_get_child (item)), account);
  g_signal_connect_object (account, "notify::loaded", G_CALLBACK (account_loaded_cb), item, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->bound, item);
  account_loaded_cb (item, NULL, account);
}

static void
row_unbind_cb (DeskAccountsPage *self,
               GtkListItem      *item)
{
  g_ptr_array_remove_fast (self->bound, item);
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), account_loaded_cb, item);
  desk_account_row_set_account (DESK_ACCOUNT_ROW (gtk_list_item_get_child (item)), NULL);
  desk_account_row_set_balance (DESK_ACCOUNT_ROW (gtk_list_item_get_child (item)), NULL);
  desk_account_row_set_reading (DESK_ACCOUNT_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
update_stack (DeskAccountsPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->accounts)) > 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "list");
      return;
    }
  if (desk_row_list_get_error (self->accounts) != NULL)
    desk_status_view_set_failed (self->status, _("The accounts could not be read"),
                                 desk_row_list_get_error (self->accounts));
  else if (desk_row_list_get_loading (self->accounts))
    desk_status_view_set_loading (self->status, _("Reading accounts …"));
  else
    desk_status_view_set_empty (self->status, "view-list-symbolic", _("No accounts yet"),
                                _("The service has sent no accounts. It may still be collecting them from the institution."),
                                _("_Fetch again"), "win.refresh");
  gtk_stack_set_visible_child_name (self->stack, "status");
}

static void
retry_cb (DeskAccountsPage *self)
{
  desk_row_list_reload (self->accounts);
  desk_row_list_reload (self->balances);
}

static void
row_activated_cb (DeskAccountsPage *self,
                  guint             position)
{
  desk_record_window_open (GTK_WIDGET (self), G_LIST_MODEL (self->accounts), position);
}

static void
read_balance (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  DeskAccountsPage *self = DESK_ACCOUNTS_PAGE (widget);
  const char *account_id = g_variant_get_string (parameter, NULL);
  DeskBalanceReading *reading = g_hash_table_lookup (self->reading_of, account_id);

  if (reading == NULL)
    {
      reading = desk_balance_reading_new (self->context, desk_end_user_get_id (self->end_user), account_id);
      g_hash_table_insert (self->reading_of, g_strdup (account_id), reading);
    }
  desk_balance_reading_start (reading);
  show_readings (self);
}

static void
stop_balance (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  DeskAccountsPage *self = DESK_ACCOUNTS_PAGE (widget);
  DeskBalanceReading *reading = g_hash_table_lookup (self->reading_of, g_variant_get_string (parameter, NULL));

  if (reading != NULL)
    desk_balance_reading_cancel (reading);
}

static void
open_account (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  row_activated_cb (DESK_ACCOUNTS_PAGE (widget), g_variant_get_uint32 (parameter));
}

/* Returns: (nullable): the item whose row, or what is around it, is the widget or holds it */
static GtkListItem *
find_item (DeskAccountsPage *self,
           GtkWidget        *widget)
{
  for (guint i = 0; widget != NULL && i < self->bound->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->bound, i);
      GtkWidget *row = gtk_widget_get_parent (gtk_list_item_get_child (item));

      if (widget == row || gtk_widget_is_ancestor (widget, row))
        return item;
    }
  return NULL;
}

/* Returns: (transfer full): what can be done with an account */
static GMenuModel *
create_menu (GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  g_autofree char *account_id = desk_account_row_dup_account_id (DESK_ACCOUNT_ROW (row));
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenuItem) open = g_menu_item_new (_("_Open"), NULL);

  g_menu_item_set_action_and_target (open, "accounts.open", "u", gtk_list_item_get_position (item));
  g_menu_append_item (menu, open);
  if (account_id != NULL)
    {
      g_autoptr(GMenuItem) read = g_menu_item_new (_("_Get balance from the bank"), NULL);

      g_menu_item_set_action_and_target (read, "accounts.read-balance", "s", account_id);
      g_menu_append_item (menu, read);
    }
  return G_MENU_MODEL (menu);
}

static void
pressed_cb (DeskAccountsPage *self,
            int               n_press,
            double            x,
            double            y)
{
  GtkListItem *item = find_item (self, gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT));

  if (item != NULL)
    desk_context_menu_popup (GTK_WIDGET (self), create_menu (item), x, y);
}

static gboolean
popup_menu (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   user_data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkListItem *item = find_item (DESK_ACCOUNTS_PAGE (widget), focus);

  if (item != NULL)
    desk_context_menu_popup_at_focus (widget, create_menu (item), focus);
  return item != NULL;
}

static gboolean
read_balance_of_focus (GtkWidget *widget,
                       GVariant  *arguments,
                       gpointer   user_data)
{
  GtkListItem *item = find_item (DESK_ACCOUNTS_PAGE (widget), gtk_root_get_focus (gtk_widget_get_root (widget)));
  g_autofree char *account_id = NULL;

  if (item != NULL)
    account_id = desk_account_row_dup_account_id (DESK_ACCOUNT_ROW (gtk_list_item_get_child (item)));
  return account_id != NULL && gtk_widget_activate_action (widget, "accounts.read-balance", "s", account_id);
}

static void
cancel_reading (gpointer key,
                gpointer reading,
                gpointer user_data)
{
  desk_balance_reading_cancel (reading);
}

static void
desk_accounts_page_dispose (GObject *object)
{
  DeskAccountsPage *self = DESK_ACCOUNTS_PAGE (object);
  GtkWidget *child = NULL;

  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->view = NULL;
  if (self->reading_of != NULL)
    g_hash_table_foreach (self->reading_of, cancel_reading, NULL);
  g_clear_pointer (&self->reading_of, g_hash_table_unref);
  g_clear_object (&self->end_user);
  g_clear_object (&self->context);
  g_clear_object (&self->accounts);
  g_clear_object (&self->balances);
  g_clear_pointer (&self->balance_of, g_hash_table_unref);
  g_clear_pointer (&self->bound, g_ptr_array_unref);

  G_OBJECT_CLASS (desk_accounts_page_parent_class)->dispose (object);
}

static void
desk_accounts_page_class_init (DeskAccountsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_accounts_page_dispose;

  gtk_widget_class_install_action (widget_class, "accounts.open", "u", open_account);
  gtk_widget_class_install_action (widget_class, "accounts.read-balance", "s", read_balance);
  gtk_widget_class_install_action (widget_class, "accounts.stop-balance", "s", stop_balance);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_b, GDK_CONTROL_MASK, read_balance_of_focus, NULL);
  desk_context_menu_bind (widget_class, popup_menu);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-accounts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskAccountsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskAccountsPage, view);
  gtk_widget_class_bind_template_child (widget_class, DeskAccountsPage, status);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
desk_accounts_page_init (DeskAccountsPage *self)
{
  g_type_ensure (DESK_TYPE_STATUS_VIEW);
  self->balance_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->reading_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->bound = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static DeskRowList *
create_rows (DeskContext *context,
             DeskEndUser *end_user,
             const char  *resource)
{
  g_autoptr(DeskQuery) query = desk_query_new (desk_catalogue_find (resource), desk_end_user_get_id (end_user));

  return desk_row_list_new (desk_context_get_store (context), query);
}

GtkWidget *
desk_accounts_page_new (DeskContext *context,
                        DeskEndUser *end_user)
{
  DeskAccountsPage *self = g_object_new (DESK_TYPE_ACCOUNTS_PAGE, NULL);
  g_autoptr(GtkNoSelection) selection = NULL;

  self->context = g_object_ref (context);
  self->end_user = g_object_ref (end_user);
  self->accounts = create_rows (context, end_user, "banking.accounts");
  self->balances = create_rows (context, end_user, "banking.balances");
  g_signal_connect_object (self->accounts, "items-changed", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->accounts, "notify", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->balances, "items-changed", G_CALLBACK (balances_changed_cb), self, G_CONNECT_SWAPPED);
  balances_changed_cb (self);

  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->accounts)));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  update_stack (self);
  return GTK_WIDGET (self);
}
