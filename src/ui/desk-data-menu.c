/* desk-data-menu.c: the data sets of an end user, with their row counts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-catalogue.h"
#include "desk-data-menu.h"
#include "desk-format.h"
#include "desk-sync-words.h"

struct _DeskDataMenu
{
  GtkWidget           parent_instance;

  /* Owned as a child */
  GtkListBox         *list;

  /* Owned */
  DeskContext        *context;     /* (nullable) */
  DeskEndUser        *end_user;    /* (nullable) */
  GCancellable       *cancellable; /* (nullable) */
  GSignalGroup       *store_signals;
  GSignalGroup       *directory_signals;
  GSignalGroup       *log_signals;

  GtkListBoxRow      *quality_row; /* (unowned) (nullable): below the data sets */
  const DeskResource *selected;    /* (nullable) */
  gboolean            quality_is_selected;
};

G_DEFINE_FINAL_TYPE (DeskDataMenu, desk_data_menu, GTK_TYPE_WIDGET)

enum
{
  RESOURCE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Returns: (nullable): %NULL for the row of the quality page */
static const DeskResource *
get_resource (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "resource");
}

static const char *
get_group_title (const DeskResource *resource)
{
  if (resource == NULL)
    return _("Checks");
  if (desk_resource_is_banking (resource))
    return _("Banking");
  if (desk_resource_is_energy (resource))
    return _("Energy");
  return _("Common");
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  const char *title = get_group_title (get_resource (row));
  GtkWidget *label = NULL;

  if (before != NULL && g_str_equal (title, get_group_title (get_resource (before))))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "pane-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
row_activated_cb (DeskDataMenu  *self,
                  GtkListBoxRow *row)
{
  if (row == self->quality_row)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-quality", NULL);
  else
    g_signal_emit (self, signals[RESOURCE_ACTIVATED], 0, get_resource (row));
}

static gboolean
is_permitted (DeskDataMenu       *self,
              const DeskResource *resource)
{
  GListModel *consents = desk_directory_get_consents (desk_context_get_directory (self->context),
                                                      desk_end_user_get_id (self->end_user));
  gint64 now = desk_clock_get_now (desk_context_get_clock (self->context));

  for (guint i = 0; i < g_list_model_get_n_items (consents); i++)
    {
      g_autoptr(DeskConsent) consent = g_list_model_get_item (consents, i);

      if (desk_consent_get_status (consent, now) != DESK_CONSENT_STATUS_ENDED &&
          desk_consent_covers (consent, resource))
        return TRUE;
    }
  return FALSE;
}

static GtkListBoxRow *
find_row (DeskDataMenu       *self,
          const DeskResource *resource)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (get_resource (row) == resource)
      return row;
  return NULL;
}

static void
show_state (DeskDataMenu  *self,
            GtkListBoxRow *row)
{
  const DeskResource *resource = get_resource (row);
  const DeskSyncEntry *entry;
  gboolean failed;
  g_autofree char *words = NULL;

  if (resource == NULL || resource->parent != NULL)
    return;

  entry = desk_sync_log_find (desk_context_get_sync_log (self->context), desk_end_user_get_id (self->end_user), resource);
  failed = entry != NULL && entry->state == DESK_SYNC_FAILED;
  words = desk_sync_words_line (entry, desk_clock_get_now (desk_context_get_clock (self->context)));
  gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "sign"), failed);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, failed ? words : "", -1);
}

/* The age of what was fetched goes on: it is told at the time of asking. */
static gboolean
query_tooltip_cb (GtkListBoxRow *row,
                  int            x,
                  int            y,
                  gboolean       is_keyboard,
                  GtkTooltip    *tooltip,
                  DeskDataMenu  *self)
{
  const DeskResource *resource = get_resource (row);
  g_autofree char *words = NULL;

  if (self->end_user == NULL || resource == NULL || resource->parent != NULL)
    return FALSE;

  words = desk_sync_words_line (desk_sync_log_find (desk_context_get_sync_log (self->context),
                                                    desk_end_user_get_id (self->end_user), resource),
                                desk_clock_get_now (desk_context_get_clock (self->context)));
  gtk_tooltip_set_text (tooltip, words);

  return TRUE;
}

/* resource: (nullable) */
static GtkListBoxRow *
add_row (DeskDataMenu       *self,
         const DeskResource *resource,
         const char         *title)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *sign = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_set_visible (sign, FALSE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "resource", (gpointer) resource);
  g_object_set_data (G_OBJECT (row), "count", count);
  g_object_set_data (G_OBJECT (row), "sign", sign);
  gtk_widget_set_has_tooltip (row, TRUE);
  g_signal_connect_object (row, "query-tooltip", G_CALLBACK (query_tooltip_cb), self, 0);
  gtk_list_box_append (self->list, row);
  return GTK_LIST_BOX_ROW (row);
}

static void
log_changed_cb (DeskDataMenu *self,
                const char   *end_user_id,
                gpointer      resource)
{
  GtkListBoxRow *row;

  if (self->end_user == NULL || !g_str_equal (end_user_id, desk_end_user_get_id (self->end_user)))
    return;

  row = find_row (self, resource);
  if (row != NULL)
    show_state (self, row);
}

static void
show_counts (DeskDataMenu *self,
             GHashTable   *counts)
{
  guint n_resources;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);

  for (guint i = 0; i < n_resources; i++)
    {
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, resources[i]->name));
      GtkListBoxRow *row = find_row (self, resources[i]);
      g_autofree char *text = NULL;

      if (row == NULL)
        continue;
      text = desk_format_count (count);
      gtk_label_set_text (g_object_get_data (G_OBJECT (row), "count"), count > 0 ? text : "");
    }
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(DeskDataMenu) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) counts = desk_store_count_finish (DESK_STORE (source), result, &error);

  /* The pages report a broken store; a menu without counts is still a menu. */
  if (counts != NULL)
    show_counts (self, counts);
}

static void
count_again (DeskDataMenu *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->end_user == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  desk_store_count_async (desk_context_get_store (self->context), desk_end_user_get_id (self->end_user), NULL,
                          self->cancellable, counted_cb, g_object_ref (self));
}

static gboolean
has_permitted_rows (DeskDataMenu *self)
{
  guint n_resources;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);

  for (guint i = 0; i < n_resources; i++)
    if (is_permitted (self, resources[i]) != (find_row (self, resources[i]) != NULL))
      return FALSE;
  return TRUE;
}

static void
select_again (DeskDataMenu *self)
{
  GtkListBoxRow *row = self->selected != NULL ? find_row (self, self->selected) : NULL;

  gtk_list_box_select_row (self->list, self->quality_is_selected ? self->quality_row : row);
}

static void
fill (DeskDataMenu *self)
{
  guint n_resources;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);
  GtkListBoxRow *row = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; self->end_user != NULL && i < n_resources; i++)
    if (is_permitted (self, resources[i]))
      show_state (self, add_row (self, resources[i], _(resources[i]->label)));
  self->quality_row = gtk_list_box_get_row_at_index (self->list, 0) != NULL ? add_row (self, NULL, _("Quality")) : NULL;
  select_again (self);
  count_again (self);
}

static void
store_changed_cb (DeskDataMenu *self,
                  gpointer      resource,
                  const char   *end_user_id)
{
  if (self->end_user != NULL && g_strcmp0 (end_user_id, desk_end_user_get_id (self->end_user)) == 0)
    count_again (self);
}

static void
consents_changed_cb (DeskDataMenu *self)
{
  /* Rows that can stay keep the focus. */
  if (self->end_user != NULL && !has_permitted_rows (self))
    fill (self);
}

static void
set_context (DeskDataMenu *self,
             DeskContext  *context)
{
  g_set_object (&self->context, context);
  g_signal_group_set_target (self->store_signals, context != NULL ? desk_context_get_store (context) : NULL);
  g_signal_group_set_target (self->log_signals, context != NULL ? desk_context_get_sync_log (context) : NULL);
  g_signal_group_set_target (self->directory_signals, context != NULL ? desk_context_get_directory (context) : NULL);
}

static void
desk_data_menu_dispose (GObject *object)
{
  DeskDataMenu *self = DESK_DATA_MENU (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->list != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->list));
  self->list = NULL;
  g_clear_object (&self->store_signals);
  g_clear_object (&self->directory_signals);
  g_clear_object (&self->log_signals);
  g_clear_object (&self->end_user);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (desk_data_menu_parent_class)->dispose (object);
}

static void
desk_data_menu_class_init (DeskDataMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_data_menu_dispose;

  signals[RESOURCE_ACTIVATED] = g_signal_new ("resource-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                              NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_data_menu_init (DeskDataMenu *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "data-menu");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Data"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));

  self->store_signals = g_signal_group_new (DESK_TYPE_STORE);
  g_signal_group_connect_swapped (self->store_signals, "changed", G_CALLBACK (store_changed_cb), self);
  g_signal_group_connect_swapped (self->store_signals, "purged", G_CALLBACK (count_again), self);
  self->log_signals = g_signal_group_new (DESK_TYPE_SYNC_LOG);
  g_signal_group_connect_swapped (self->log_signals, "changed", G_CALLBACK (log_changed_cb), self);
  self->directory_signals = g_signal_group_new (DESK_TYPE_DIRECTORY);
  g_signal_group_connect_swapped (self->directory_signals, "consents-changed", G_CALLBACK (consents_changed_cb), self);
}

void
desk_data_menu_set_end_user (DeskDataMenu *self,
                             DeskContext  *context,
                             DeskEndUser  *end_user)
{
  g_return_if_fail (DESK_IS_DATA_MENU (self));
  g_return_if_fail (end_user == NULL || context != NULL);

  set_context (self, context);
  g_set_object (&self->end_user, end_user);
  fill (self);
}

void
desk_data_menu_select (DeskDataMenu       *self,
                       const DeskResource *resource)
{
  g_return_if_fail (DESK_IS_DATA_MENU (self));

  self->selected = resource;
  self->quality_is_selected = FALSE;
  select_again (self);
}

gboolean
desk_data_menu_select_quality (DeskDataMenu *self)
{
  g_return_val_if_fail (DESK_IS_DATA_MENU (self), FALSE);

  self->quality_is_selected = self->quality_row != NULL;
  if (self->quality_is_selected)
    select_again (self);

  return self->quality_is_selected;
}

const DeskResource *
desk_data_menu_resolve (DeskDataMenu       *self,
                        const DeskResource *resource)
{
  GtkListBoxRow *first = NULL;

  g_return_val_if_fail (DESK_IS_DATA_MENU (self), NULL);

  if (resource != NULL && find_row (self, resource) != NULL)
    return resource;
  first = gtk_list_box_get_row_at_index (self->list, 0);
  return first != NULL ? get_resource (first) : NULL;
}
