/* desk-consent-accounts.c: the accounts that a consent shares
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-account-names.h"
#include "desk-consent-accounts.h"
#include "desk-store-watch.h"

struct _DeskConsentAccounts
{
  AdwPreferencesGroup  parent_instance;

  /* Owned */
  DeskStore           *store;       /* (nullable) */
  DeskStoreWatch      *watch;       /* (nullable) */
  DeskConsent         *consent;     /* (nullable) */
  GHashTable          *rows;        /* (element-type utf8 AdwActionRow): by account id; the rows are the group's */
  GCancellable        *cancellable;
};

G_DEFINE_FINAL_TYPE (DeskConsentAccounts, desk_consent_accounts, ADW_TYPE_PREFERENCES_GROUP)

static void
show_name (GtkWidget             *row,
           const char            *id,
           const DeskAccountName *name)
{
  const gboolean is_named = name != NULL && name->name != NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), is_named ? name->name : id);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), is_named && name->number != NULL ? name->number : "");
}

static void
names_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(DeskConsentAccounts) self = user_data;
  g_autoptr(GHashTable) names = desk_account_names_load_finish (DESK_STORE (source), result, NULL);
  GHashTableIter iter;
  gpointer id;
  gpointer row;

  /* The ids stand there already: a store that cannot be read takes nothing away. */
  if (names == NULL || self->store == NULL)
    return;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    show_name (row, id, g_hash_table_lookup (names, id));
}

static void
load_names (DeskConsentAccounts *self)
{
  desk_account_names_load_async (self->store, desk_consent_get_end_user_id (self->consent), self->cancellable,
                                 names_loaded_cb, g_object_ref (self));
}

static void
clear (DeskConsentAccounts *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
  g_hash_table_remove_all (self->rows);
}

static void
add_row (DeskConsentAccounts *self,
         const char          *id)
{
  GtkWidget *row = NULL;

  if (g_hash_table_contains (self->rows, id))
    return;
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_widget_add_css_class (row, "id");
  show_name (row, id, NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_hash_table_insert (self->rows, g_strdup (id), row);
}

static void
desk_consent_accounts_dispose (GObject *object)
{
  DeskConsentAccounts *self = DESK_CONSENT_ACCOUNTS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->watch);
  g_clear_object (&self->store);
  g_clear_object (&self->consent);
  g_hash_table_remove_all (self->rows);

  G_OBJECT_CLASS (desk_consent_accounts_parent_class)->dispose (object);
}

static void
desk_consent_accounts_finalize (GObject *object)
{
  g_clear_pointer (&DESK_CONSENT_ACCOUNTS (object)->rows, g_hash_table_unref);

  G_OBJECT_CLASS (desk_consent_accounts_parent_class)->finalize (object);
}

static void
desk_consent_accounts_class_init (DeskConsentAccountsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_consent_accounts_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_consent_accounts_finalize;
}

static void
desk_consent_accounts_init (DeskConsentAccounts *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cancellable = g_cancellable_new ();
}

static void
set_store (DeskConsentAccounts *self,
           DeskStore           *store)
{
  if (!g_set_object (&self->store, store))
    return;
  g_clear_object (&self->watch);
  if (store == NULL)
    return;
  self->watch = desk_store_watch_new (store, desk_consent_get_end_user_id (self->consent),
                                      desk_account_names_get_resources ());
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (load_names), self, G_CONNECT_SWAPPED);
}

void
desk_consent_accounts_show (DeskConsentAccounts *self,
                            DeskStore           *store,
                            DeskConsent         *consent)
{
  const char *const *ids = NULL;

  g_return_if_fail (DESK_IS_CONSENT_ACCOUNTS (self));
  g_return_if_fail (DESK_IS_CONSENT (consent));

  g_set_object (&self->consent, consent);
  clear (self);
  ids = desk_consent_get_account_ids (consent);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    add_row (self, ids[i]);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         g_hash_table_size (self->rows) == 0 ? _("The service names no accounts.")
                                                                             : NULL);
  set_store (self, desk_consent_get_end_user_id (consent) != NULL ? store : NULL);
  if (self->store != NULL && g_hash_table_size (self->rows) > 0)
    load_names (self);
}
