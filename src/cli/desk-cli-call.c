/* desk-cli-call.c: one call of a command: what was asked for, and on which service
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-cli-call.h"

#include <glib/gi18n-lib.h>

#include "desk-api-error.h"
#include "desk-catalogue.h"
#include "desk-cli-object.h"
#include "desk-cli-records.h"

DeskCliCall *
desk_cli_call_new (void)
{
  DeskCliCall *self = g_new0 (DeskCliCall, 1);

  self->options = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);

  return self;
}

void
desk_cli_call_free (DeskCliCall *self)
{
  g_clear_object (&self->context);
  g_clear_pointer (&self->options, g_hash_table_unref);
  g_free (self->argument);
  g_free (self);
}

const char *
desk_cli_call_get_option (DeskCliCall *self,
                          const char  *name)
{
  const char *const *values = desk_cli_call_get_options (self, name);

  return values != NULL ? values[g_strv_length ((char **) values) - 1] : NULL;
}

const char *const *
desk_cli_call_get_options (DeskCliCall *self,
                           const char  *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->options, name);
}

void
desk_cli_call_keep (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  GAsyncResult **slot = user_data;

  *slot = g_object_ref (result);
}

GAsyncResult *
desk_cli_call_wait (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (slot);
}

gboolean
desk_cli_call_open (DeskCliCall  *self,
                    DeskContext  *context,
                    GError      **error)
{
  GAsyncResult *slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  g_set_object (&self->context, context);
  desk_context_open_async (context, NULL, desk_cli_call_keep, &slot);
  result = desk_cli_call_wait (&slot);

  return desk_context_open_finish (context, result, error);
}

const DeskResource *
desk_cli_call_find_resource (const char  *name,
                             GError     **error)
{
  const DeskResource *resource;

  g_return_val_if_fail (name != NULL, NULL);

  resource = desk_catalogue_find (name);
  if (resource == NULL)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _("There is no data set “%s”. List them with consentctl resources."), name);

  return resource;
}

DeskEndUser *
desk_cli_call_find_end_user (DeskCliCall  *self,
                             GError      **error)
{
  DeskApiClient *client;
  GAsyncResult *slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  client = desk_context_get_client (self->context);
  desk_api_client_get_end_user_async (client, desk_cli_call_get_option (self, "user"), NULL, desk_cli_call_keep, &slot);
  result = desk_cli_call_wait (&slot);

  return desk_api_client_get_end_user_finish (client, result, error);
}

static GBytes *
read_json (DeskCliCall  *self,
           const char   *path,
           GError      **error)
{
  DeskApiClient *client = desk_context_get_client (self->context);
  GAsyncResult *slot = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  desk_api_client_get_json_async (client, path, NULL, desk_cli_call_keep, &slot);
  result = desk_cli_call_wait (&slot);

  return desk_api_client_get_json_finish (client, result, error);
}

/* Only an address below the API's own is followed. */
static char *
dup_next_path (DeskCliCall   *self,
               DeskJsonPage  *page,
               GHashTable    *seen,
               GError       **error)
{
  const char *api_uri = desk_api_client_get_api_uri (desk_context_get_client (self->context));
  g_autofree char *next = desk_json_page_dup_next (page);
  const char *path;

  if (next == NULL || desk_json_page_get_n_records (page) == 0)
    return NULL;

  path = g_str_has_prefix (next, api_uri) ? next + strlen (api_uri) : "";
  if (*path != '/')
    {
      g_set_error_literal (error, DESK_API_ERROR, DESK_API_ERROR_UNSAFE_LINK,
                           _("The service named a next page that is not its own. Nothing was sent there."));
      return NULL;
    }

  if (!g_hash_table_add (seen, g_strdup (path)))
    {
      g_set_error_literal (error, DESK_API_ERROR, DESK_API_ERROR_BAD_DATA,
                           _("The service named the same next page twice."));
      return NULL;
    }

  return g_strdup (path);
}

static char *
print_page (DeskCliCall        *self,
            const char         *path,
            const char *const  *root_keys,
            DeskCliRecords     *records,
            GHashTable         *seen,
            GError            **error)
{
  g_autoptr(GBytes) bytes = read_json (self, path, error);
  g_autoptr(DeskJsonPage) page = NULL;

  if (bytes == NULL)
    return NULL;

  page = desk_json_page_new (bytes, root_keys, error);
  if (page == NULL)
    return NULL;

  desk_cli_records_add_page (records, page);

  return dup_next_path (self, page, seen, error);
}

gboolean
desk_cli_call_print_list (DeskCliCall          *self,
                          const char           *path,
                          const char *const    *root_keys,
                          const DeskCliColumn  *columns,
                          guint                 n_columns,
                          GError              **error)
{
  g_autoptr(DeskCliRecords) records = desk_cli_records_new (self->as_json, columns, n_columns);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *next = g_strdup (path);
  g_autoptr(GError) local_error = NULL;

  while (next != NULL)
    {
      g_autofree char *current = g_steal_pointer (&next);

      next = print_page (self, current, root_keys, records, seen, &local_error);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  desk_cli_records_end (records);

  return TRUE;
}

gboolean
desk_cli_call_print_object (DeskCliCall  *self,
                            const char   *path,
                            GError      **error)
{
  g_autoptr(GBytes) bytes = read_json (self, path, error);
  const char *text;
  gsize length;
  DeskJsonSlice root;

  if (bytes == NULL)
    return FALSE;

  text = g_bytes_get_data (bytes, &length);
  if (!desk_json_parse (text, length, &root, error))
    return FALSE;

  desk_cli_object_print (root, self->as_json);

  return TRUE;
}
