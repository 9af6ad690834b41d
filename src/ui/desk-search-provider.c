/* desk-search-provider.c: answers what is typed into the search of the desktop's shell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-search-provider.h"

#include "desk-name-search.h"

#define DESCRIPTION "/io/github/consentdesk/ConsentDesk/org.gnome.Shell.SearchProvider2.xml"

struct _DeskSearchProvider
{
  GObject                parent_instance;

  GtkApplication        *application; /* (nullable): weak */
  DeskSearchContext     *context;

  /* (nullable): the search that is to be answered; a newer one takes its place */
  GDBusMethodInvocation *search;
  char                 **terms;

  GDBusConnection       *connection;  /* (nullable): while it is exported */
  guint                  registration;
};

G_DEFINE_FINAL_TYPE (DeskSearchProvider, desk_search_provider, G_TYPE_OBJECT)

/* hits: (nullable) (element-type DeskNameHit) */
static void
answer_search (DeskSearchProvider *self,
               GPtrArray          *hits)
{
  GVariantBuilder handles;

  g_variant_builder_init (&handles, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    g_variant_builder_add (&handles, "s", ((const DeskNameHit *) g_ptr_array_index (hits, i))->handle);

  g_dbus_method_invocation_return_value (g_steal_pointer (&self->search), g_variant_new ("(as)", &handles));
  g_clear_pointer (&self->terms, g_strfreev);
}

static void
search_loaded_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(DeskSearchProvider) self = user_data;
  g_autoptr(DeskDirectory) directory = desk_search_context_load_finish (DESK_SEARCH_CONTEXT (source), result, NULL);
  g_autoptr(GPtrArray) hits = NULL;

  if (self->search == NULL)
    return;

  if (directory != NULL)
    hits = desk_name_search_find (directory, (const char *const *) self->terms);
  answer_search (self, hits);
}

static void
search (DeskSearchProvider    *self,
        GDBusMethodInvocation *invocation,
        char                 **terms)
{
  if (self->search != NULL)
    answer_search (self, NULL);

  self->search = invocation;
  self->terms = terms;
  desk_search_context_load_async (self->context, search_loaded_cb, g_object_ref (self));
}

static void
add_meta (GVariantBuilder   *metas,
          const DeskNameHit *hit)
{
  g_variant_builder_open (metas, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (metas, "{sv}", "id", g_variant_new_string (hit->handle));
  g_variant_builder_add (metas, "{sv}", "name", g_variant_new_string (hit->name));
  if (hit->description != NULL)
    g_variant_builder_add (metas, "{sv}", "description", g_variant_new_string (hit->description));
  g_variant_builder_add (metas, "{sv}", "gicon",
                         g_variant_new_string (hit->is_consent ? APPLICATION_ID "-symbolic" : "avatar-default-symbolic"));
  g_variant_builder_close (metas);
}

static void
metas_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GDBusMethodInvocation *invocation = user_data;
  g_autoptr(DeskDirectory) directory = desk_search_context_load_finish (DESK_SEARCH_CONTEXT (source), result, NULL);
  g_autofree const char **handles = NULL;
  g_autoptr(GPtrArray) hits = NULL;
  GVariantBuilder metas;

  g_variant_get (g_dbus_method_invocation_get_parameters (invocation), "(^a&s)", &handles);
  if (directory != NULL)
    hits = desk_name_search_look_up (directory, handles);

  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    add_meta (&metas, g_ptr_array_index (hits, i));
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(aa{sv})", &metas));
}

/* The window that is shown then counts as asked for by the user at that time. */
static void
activate (DeskSearchProvider *self,
          const char         *action,
          const char         *target,
          guint32             timestamp)
{
  GtkWindow *window = NULL;

  if (self->application == NULL)
    return;

  g_action_group_activate_action (G_ACTION_GROUP (self->application), action, g_variant_new_string (target));
  window = gtk_application_get_active_window (self->application);
  if (window != NULL)
    gtk_window_present_with_time (window, timestamp);
}

static void
launch_search (DeskSearchProvider *self,
               const char *const  *terms,
               guint32             timestamp)
{
  g_autofree char *text = g_strjoinv (" ", (char **) terms);

  activate (self, "find-end-users", text, timestamp);
}

static void
result_loaded_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  GDBusMethodInvocation *invocation = user_data;
  DeskSearchProvider *self = g_object_get_data (G_OBJECT (invocation), "provider");
  g_autoptr(DeskDirectory) directory = desk_search_context_load_finish (DESK_SEARCH_CONTEXT (source), result, NULL);
  g_autoptr(GPtrArray) hits = NULL;
  g_autofree const char **terms = NULL;
  const char *handles[] = { NULL, NULL };
  guint32 timestamp = 0;

  g_variant_get (g_dbus_method_invocation_get_parameters (invocation), "(&s^a&su)", &handles[0], &terms, &timestamp);
  if (directory != NULL)
    hits = desk_name_search_look_up (directory, handles);

  if (hits != NULL && hits->len > 0)
    {
      const DeskNameHit *hit = g_ptr_array_index (hits, 0);

      activate (self, hit->is_consent ? "show-consent" : "show-end-user", hit->id, timestamp);
    }
  else
    {
      launch_search (self, terms, timestamp);
    }
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static void
method_called_cb (GDBusConnection       *connection,
                  const char            *sender,
                  const char            *object_path,
                  const char            *interface_name,
                  const char            *method,
                  GVariant              *parameters,
                  GDBusMethodInvocation *invocation,
                  gpointer               user_data)
{
  DeskSearchProvider *self = DESK_SEARCH_PROVIDER (user_data);

  if (g_str_equal (method, "GetInitialResultSet") || g_str_equal (method, "GetSubsearchResultSet"))
    {
      g_autoptr(GVariant) terms = g_variant_get_child_value (parameters, g_variant_n_children (parameters) - 1);

      search (self, invocation, g_variant_dup_strv (terms, NULL));
    }
  else if (g_str_equal (method, "GetResultMetas"))
    {
      desk_search_context_load_async (self->context, metas_loaded_cb, invocation);
    }
  else if (g_str_equal (method, "ActivateResult"))
    {
      g_object_set_data_full (G_OBJECT (invocation), "provider", g_object_ref (self), g_object_unref);
      desk_search_context_load_async (self->context, result_loaded_cb, invocation);
    }
  else
    {
      g_autofree const char **terms = NULL;
      guint32 timestamp = 0;

      g_variant_get (parameters, "(^a&su)", &terms, &timestamp);
      launch_search (self, terms, timestamp);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
}

static void
desk_search_provider_dispose (GObject *object)
{
  DeskSearchProvider *self = DESK_SEARCH_PROVIDER (object);

  desk_search_provider_unexport (self);
  g_clear_object (&self->context);
  g_clear_weak_pointer (&self->application);

  G_OBJECT_CLASS (desk_search_provider_parent_class)->dispose (object);
}

static void
desk_search_provider_class_init (DeskSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_search_provider_dispose;
}

static void
desk_search_provider_init (DeskSearchProvider *self)
{
}

DeskSearchProvider *
desk_search_provider_new (GtkApplication    *application,
                          DeskSearchContext *context)
{
  DeskSearchProvider *self = NULL;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (DESK_IS_SEARCH_CONTEXT (context), NULL);

  self = g_object_new (DESK_TYPE_SEARCH_PROVIDER, NULL);
  g_set_weak_pointer (&self->application, application);
  self->context = g_object_ref (context);
  return self;
}

gboolean
desk_search_provider_export (DeskSearchProvider  *self,
                             GDBusConnection     *connection,
                             const char          *object_path,
                             GError             **error)
{
  static const GDBusInterfaceVTable methods = { .method_call = method_called_cb };
  g_autofree char *path = g_strconcat (object_path, "/SearchProvider", NULL);
  g_autoptr(GBytes) description = g_resources_lookup_data (DESCRIPTION, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr(GDBusNodeInfo) node = NULL;
  guint registration = 0;

  g_return_val_if_fail (DESK_IS_SEARCH_PROVIDER (self), FALSE);
  g_return_val_if_fail (self->connection == NULL, FALSE);

  g_assert (description != NULL);
  node = g_dbus_node_info_new_for_xml (g_bytes_get_data (description, NULL), NULL);
  g_assert (node != NULL);

  registration = g_dbus_connection_register_object (connection, path, node->interfaces[0], &methods, self, NULL, error);
  if (registration == 0)
    return FALSE;

  self->registration = registration;
  self->connection = g_object_ref (connection);
  return TRUE;
}

void
desk_search_provider_unexport (DeskSearchProvider *self)
{
  g_return_if_fail (DESK_IS_SEARCH_PROVIDER (self));

  if (self->connection != NULL)
    g_dbus_connection_unregister_object (self->connection, self->registration);
  g_clear_object (&self->connection);
  if (self->search != NULL)
    answer_search (self, NULL);
  if (self->context != NULL)
    desk_search_context_close (self->context);
}
