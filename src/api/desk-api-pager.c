/* desk-api-pager.c: follows a list from page to page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-pager.h"

#include <glib/gi18n-lib.h>

#include "desk-api-failure.h"

struct _DeskApiPager
{
  GObject            parent_instance;

  DeskApiConnection *connection; /* (owned) */
  const char *const *root_keys;  /* (unowned) (nullable) */
  GUri              *current;    /* (owned): what was read last, or the first page */
  char              *link;       /* (owned) (nullable): from @current to the next page */
  GHashTable        *visited;    /* (owned) (element-type utf8): addresses of the pages read */
};

G_DEFINE_FINAL_TYPE (DeskApiPager, desk_api_pager, G_TYPE_OBJECT)

static void
desk_api_pager_finalize (GObject *object)
{
  DeskApiPager *self = DESK_API_PAGER (object);

  g_clear_object (&self->connection);
  g_clear_pointer (&self->current, g_uri_unref);
  g_clear_pointer (&self->link, g_free);
  g_clear_pointer (&self->visited, g_hash_table_unref);

  G_OBJECT_CLASS (desk_api_pager_parent_class)->finalize (object);
}

static void
desk_api_pager_class_init (DeskApiPagerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_api_pager_finalize;
}

static void
desk_api_pager_init (DeskApiPager *self)
{
  self->visited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

DeskApiPager *
desk_api_pager_new (DeskApiConnection *connection,
                    GUri              *first,
                    const char *const *root_keys)
{
  DeskApiPager *self = g_object_new (DESK_TYPE_API_PAGER, NULL);

  self->connection = g_object_ref (connection);
  self->current = g_uri_ref (first);
  self->root_keys = root_keys;

  return self;
}

gboolean
desk_api_pager_is_on_cursor (DeskApiPager *self)
{
  g_return_val_if_fail (DESK_IS_API_PAGER (self), FALSE);

  return self->link != NULL;
}

static void
remember (DeskApiPager *self,
          GUri         *uri,
          DeskJsonPage *page)
{
  g_hash_table_add (self->visited, g_uri_to_string (uri));
  g_uri_ref (uri);
  g_uri_unref (self->current);
  self->current = uri;

  g_clear_pointer (&self->link, g_free);
  if (desk_json_page_get_n_records (page) > 0)
    self->link = desk_json_page_dup_next (page);
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskApiPager *self = g_task_get_source_object (task);
  g_autoptr(DeskApiAnswer) answer = NULL;
  g_autoptr(GError) error = NULL;

  answer = desk_api_connection_send_finish (DESK_API_CONNECTION (source), result, &error);
  if (answer == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  remember (self, g_task_get_task_data (task), answer->page);
  g_task_return_pointer (task, g_steal_pointer (&answer->page), g_object_unref);
}

static gboolean
has_ended (DeskApiPager *self)
{
  return g_hash_table_size (self->visited) > 0 && self->link == NULL;
}

static GUri *
find_next (DeskApiPager  *self,
           GError       **error)
{
  g_autoptr(GUri) uri = NULL;
  g_autofree char *text = NULL;

  if (self->link == NULL)
    return g_uri_ref (self->current);

  uri = desk_api_connection_resolve_link (self->connection, self->current, self->link, error);
  if (uri == NULL)
    return NULL;

  text = g_uri_to_string (uri);
  if (g_hash_table_contains (self->visited, text))
    {
      g_propagate_error (error, desk_api_failure_new_bad_data (0, _("Its pages lead round in a circle.")));
      return NULL;
    }

  return g_steal_pointer (&uri);
}

void
desk_api_pager_next_async (DeskApiPager        *self,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GError) error = NULL;
  DeskApiRequest *request;
  GUri *uri;

  g_return_if_fail (DESK_IS_API_PAGER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_api_pager_next_async);

  if (has_ended (self))
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }

  uri = find_next (self, &error);
  if (uri == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_task_set_task_data (task, uri, (GDestroyNotify) g_uri_unref);
  request = desk_api_request_new (SOUP_METHOD_GET, uri);
  request->expects_json = TRUE;
  request->root_keys = self->root_keys;
  desk_api_connection_send_async (self->connection, request, cancellable,
                                  sent_cb, g_steal_pointer (&task));
}

DeskJsonPage *
desk_api_pager_next_finish (DeskApiPager  *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
