/* desk-account-filter.c: chooses one account of an end user, or all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-account-filter.h"
#include "desk-catalogue.h"

/* A list that is longer than this is searched, not chosen from. */
#define MAX_ACCOUNTS 500

struct _DeskAccountFilter
{
  GtkWidget    parent_instance;

  /* Owned as a child */
  GtkDropDown *drop_down;

  /* Owned */
  GPtrArray    *account_ids;   /* (element-type utf8): of the entries after "All accounts" */
  DeskQuery    *accounts;      /* (nullable): until there is a list to filter */
  GSignalGroup *store_signals;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (DeskAccountFilter, desk_account_filter, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
selected_cb (DeskAccountFilter *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    g_signal_emit (self, signals[CHANGED], 0);
}

static char *
dup_account_title (DeskJsonSlice record)
{
  g_autofree char *nickname = desk_json_slice_dup_string (desk_json_slice_get_member (record, "nickname"));
  g_autofree char *name = desk_json_slice_dup_string (desk_json_slice_get_member (record, "display_name"));
  g_autofree char *number = desk_json_slice_dup_string (desk_json_slice_get_member (record, "masked_number"));
  const char *title = nickname != NULL && *nickname != '\0' ? nickname : name;

  if (title == NULL || *title == '\0')
    return g_strdup (number != NULL ? number : _("Unnamed account"));
  return number != NULL ? g_strdup_printf ("%s %s", title, number) : g_strdup (title);
}

static void
add_account (DeskAccountFilter *self,
             GtkStringList     *titles,
             GBytes            *bytes)
{
  DeskJsonSlice record;
  g_autofree char *account_id = NULL;
  g_autofree char *title = NULL;

  if (bytes == NULL || !desk_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &record, NULL))
    return;
  account_id = desk_json_slice_dup_string (desk_json_slice_get_member (record, "account_id"));
  if (account_id == NULL)
    return;
  title = dup_account_title (record);
  gtk_string_list_append (titles, title);
  g_ptr_array_add (self->account_ids, g_steal_pointer (&account_id));
}

static guint
find_position (DeskAccountFilter *self,
               const char        *account_id)
{
  for (guint i = 0; i < self->account_ids->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->account_ids, i), account_id) == 0)
      return i + 1;
  return 0;
}

/* The chosen account stays chosen; if it is gone, all are shown again. */
static void
show_titles (DeskAccountFilter *self,
             GtkStringList     *titles,
             const char        *chosen)
{
  guint position = find_position (self, chosen);

  g_signal_handlers_block_by_func (self->drop_down, selected_cb, self);
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->drop_down, position);
  g_signal_handlers_unblock_by_func (self->drop_down, selected_cb, self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->account_ids->len > 1);
  if (chosen != NULL && position == 0)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(DeskAccountFilter) self = user_data;
  g_autoptr(GPtrArray) rows = desk_store_read_finish (DESK_STORE (source), result, NULL);
  g_autoptr(GtkStringList) titles = NULL;
  g_autofree char *chosen = NULL;

  /* A list without this filter is still a list: the table itself reports a broken store. */
  if (rows == NULL)
    return;
  chosen = g_strdup (desk_account_filter_get_account_id (self));
  g_ptr_array_set_size (self->account_ids, 0);
  titles = gtk_string_list_new (NULL);
  gtk_string_list_append (titles, _("All accounts"));
  for (guint i = 0; i < rows->len; i++)
    add_account (self, titles, g_ptr_array_index (rows, i));
  show_titles (self, titles, chosen);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(DeskAccountFilter) self = user_data;
  g_autoptr(GArray) ids = desk_store_list_finish (DESK_STORE (source), result, NULL);

  if (ids != NULL)
    desk_store_read_async (DESK_STORE (source), desk_catalogue_find ("banking.accounts"), (const gint64 *) ids->data,
                           ids->len, DESK_STORE_READING_SHOWN, self->cancellable, read_cb, g_object_ref (self));
}

static void
list_accounts (DeskAccountFilter *self,
               DeskStore         *store)
{
  desk_store_list_async (store, self->accounts, 0, MAX_ACCOUNTS, self->cancellable, listed_cb, g_object_ref (self));
}

static void
store_changed_cb (DeskAccountFilter *self,
                  gpointer           resource,
                  const char        *end_user_id,
                  DeskStore         *store)
{
  if (resource == desk_query_get_resource (self->accounts) &&
      g_strcmp0 (end_user_id, desk_query_get_end_user_id (self->accounts)) == 0)
    list_accounts (self, store);
}

static void
desk_account_filter_dispose (GObject *object)
{
  DeskAccountFilter *self = DESK_ACCOUNT_FILTER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store_signals);
  if (self->drop_down != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->drop_down));
  self->drop_down = NULL;

  G_OBJECT_CLASS (desk_account_filter_parent_class)->dispose (object);
}

static void
desk_account_filter_finalize (GObject *object)
{
  DeskAccountFilter *self = DESK_ACCOUNT_FILTER (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->account_ids, g_ptr_array_unref);
  g_clear_pointer (&self->accounts, desk_query_free);

  G_OBJECT_CLASS (desk_account_filter_parent_class)->finalize (object);
}

static void
desk_account_filter_class_init (DeskAccountFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_account_filter_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_account_filter_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_account_filter_init (DeskAccountFilter *self)
{
  self->account_ids = g_ptr_array_new_with_free_func (g_free);
  self->cancellable = g_cancellable_new ();
  self->store_signals = g_signal_group_new (DESK_TYPE_STORE);
  g_signal_group_connect_swapped (self->store_signals, "changed", G_CALLBACK (store_changed_cb), self);
  g_signal_group_connect_swapped (self->store_signals, "mask-changed", G_CALLBACK (list_accounts), self);
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Account"), -1);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->drop_down), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
desk_account_filter_set_query (DeskAccountFilter *self,
                               DeskStore         *store,
                               const DeskQuery   *query)
{
  const DeskResource *resource = NULL;

  g_return_if_fail (DESK_IS_ACCOUNT_FILTER (self));
  g_return_if_fail (DESK_IS_STORE (store));
  g_return_if_fail (query != NULL);

  resource = desk_query_get_resource (query);
  if (!g_str_equal (resource->name, "banking.transactions"))
    return;
  g_clear_pointer (&self->accounts, desk_query_free);
  self->accounts = desk_query_new (desk_catalogue_find ("banking.accounts"), desk_query_get_end_user_id (query));
  g_signal_group_set_target (self->store_signals, store);
  list_accounts (self, store);
}

const char *
desk_account_filter_get_account_id (DeskAccountFilter *self)
{
  guint selected;

  g_return_val_if_fail (DESK_IS_ACCOUNT_FILTER (self), NULL);

  selected = gtk_drop_down_get_selected (self->drop_down);
  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION || selected > self->account_ids->len)
    return NULL;
  return g_ptr_array_index (self->account_ids, selected - 1);
}
