/* desk-identity-page.c: who an end user is, by each institution
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-catalogue.h"
#include "desk-identity-group.h"
#include "desk-identity-page.h"
#include "desk-row-scan.h"
#include "desk-status-view.h"
#include "desk-store-watch.h"

struct _DeskIdentityPage
{
  GtkWidget           parent_instance;

  /* Template widgets */
  GtkStack           *stack;
  DeskStatusView     *status;
  AdwPreferencesPage *page;

  /* Owned */
  DeskContext        *context;
  DeskEndUser        *end_user;
  DeskStoreWatch     *watch;
  GCancellable       *cancellable;
  GPtrArray          *groups;      /* of AdwPreferencesGroup, children of page */

  gboolean            is_loading;
  gboolean            is_stale;
};

G_DEFINE_FINAL_TYPE (DeskIdentityPage, desk_identity_page, GTK_TYPE_WIDGET)

static void load (DeskIdentityPage *self);

static const char *
find_institution_name (DeskIdentityPage   *self,
                       const DeskIdentity *identity)
{
  GListModel *consents = desk_directory_get_consents (desk_context_get_directory (self->context),
                                                      desk_end_user_get_id (self->end_user));
  const char *name = identity->institution_id;

  for (guint i = 0; i < g_list_model_get_n_items (consents); i++)
    {
      g_autoptr(DeskConsent) consent = g_list_model_get_item (consents, i);

      if (g_strcmp0 (desk_consent_get_institution_id (consent), identity->institution_id) == 0 &&
          desk_consent_get_institution_name (consent) != NULL)
        name = desk_consent_get_institution_name (consent);
    }
  return name;
}

static void
clear_groups (DeskIdentityPage *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->page, g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
}

static void
show_identities (DeskIdentityPage *self,
                 GPtrArray        *identities)
{
  clear_groups (self);
  for (guint i = 0; i < identities->len; i++)
    {
      const DeskIdentity *identity = g_ptr_array_index (identities, i);
      AdwPreferencesGroup *group = NULL;

      if (identity->entries->len == 0)
        continue;
      group = desk_identity_group_new (identity, find_institution_name (self, identity));
      adw_preferences_page_add (self->page, group);
      g_ptr_array_add (self->groups, group);
    }
  if (self->groups->len == 0)
    desk_status_view_set_empty (self->status, "avatar-default-symbolic", _("No identity yet"),
                                _("No institution has sent a name or contact details. The consent may not include them."),
                                _("_Fetch again"), "win.refresh");
  gtk_stack_set_visible_child_name (self->stack, self->groups->len > 0 ? "content" : "status");
}

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(DeskIdentityPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) identities = desk_row_scan_finish (DESK_STORE (source), result, &error);

  self->is_loading = FALSE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (identities != NULL)
    show_identities (self, identities);
  else
    {
      desk_status_view_set_failed (self->status, _("The identity could not be read"), error);
      gtk_stack_set_visible_child_name (self->stack, "status");
    }
  if (self->is_stale)
    load (self);
}

static void
take_identity (DeskJsonSlice record,
               gpointer      data)
{
  g_ptr_array_add (data, desk_identity_new (record));
}

static void
load (DeskIdentityPage *self)
{
  g_autoptr(DeskQuery) query = NULL;

  self->is_stale = self->is_loading;
  if (self->is_loading)
    return;
  self->is_loading = TRUE;
  if (self->groups->len == 0)
    desk_status_view_set_loading (self->status, _("Reading identity …"));
  query = desk_query_new (desk_catalogue_find ("common.identity"), desk_end_user_get_id (self->end_user));
  desk_row_scan_async (desk_context_get_store (self->context), query, DESK_STORE_READING_SHOWN, take_identity,
                       g_ptr_array_new_with_free_func ((GDestroyNotify) desk_identity_free),
                       (GDestroyNotify) g_ptr_array_unref, self->cancellable, load_cb, g_object_ref (self));
}

static void
desk_identity_page_dispose (GObject *object)
{
  DeskIdentityPage *self = DESK_IDENTITY_PAGE (object);
  GtkWidget *child = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->watch);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->end_user);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (desk_identity_page_parent_class)->dispose (object);
}

static void
desk_identity_page_finalize (GObject *object)
{
  DeskIdentityPage *self = DESK_IDENTITY_PAGE (object);

  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->groups);

  G_OBJECT_CLASS (desk_identity_page_parent_class)->finalize (object);
}

static void
desk_identity_page_class_init (DeskIdentityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_identity_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_identity_page_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-identity-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskIdentityPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskIdentityPage, status);
  gtk_widget_class_bind_template_child (widget_class, DeskIdentityPage, page);
  gtk_widget_class_bind_template_callback (widget_class, load);
}

static void
desk_identity_page_init (DeskIdentityPage *self)
{
  g_type_ensure (DESK_TYPE_STATUS_VIEW);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->cancellable = g_cancellable_new ();
  self->groups = g_ptr_array_new ();
}

GtkWidget *
desk_identity_page_new (DeskContext *context,
                        DeskEndUser *end_user)
{
  static const char *const resource_names[] = { "common.identity", NULL };
  DeskIdentityPage *self = NULL;

  g_return_val_if_fail (DESK_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (DESK_IS_END_USER (end_user), NULL);

  self = g_object_new (DESK_TYPE_IDENTITY_PAGE, NULL);
  self->context = g_object_ref (context);
  self->end_user = g_object_ref (end_user);
  self->watch = desk_store_watch_new (desk_context_get_store (context), desk_end_user_get_id (end_user),
                                      resource_names);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return GTK_WIDGET (self);
}
