/* desk-api-fetch.c: fetches a data set page by page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-fetch.h"

#include <string.h>

#include "desk-api-client-private.h"
#include "desk-api-error.h"
#include "desk-api-pager.h"
#include "desk-api-path.h"

#define PAGE_SIZE_NAME "page[size]"

struct _DeskApiFetch
{
  GObject             parent_instance;

  DeskApiConnection  *connection;  /* (owned) */
  const DeskResource *resource;    /* (unowned) */
  char               *owner_id;    /* (owned) (nullable) */
  char              **filters;     /* (owned) */
  guint               path_index;
  guint               parameter_index;
  DeskApiPager       *pager;       /* (owned) (nullable): %NULL before the first page */
  gboolean            has_restarted;
  gboolean            is_restart_told;
};

G_DEFINE_FINAL_TYPE (DeskApiFetch, desk_api_fetch, G_TYPE_OBJECT)

static void
desk_api_fetch_finalize (GObject *object)
{
  DeskApiFetch *self = DESK_API_FETCH (object);

  g_clear_object (&self->connection);
  g_clear_object (&self->pager);
  g_clear_pointer (&self->owner_id, g_free);
  g_clear_pointer (&self->filters, g_strfreev);

  G_OBJECT_CLASS (desk_api_fetch_parent_class)->finalize (object);
}

static void
desk_api_fetch_class_init (DeskApiFetchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_api_fetch_finalize;
}

static void
desk_api_fetch_init (DeskApiFetch *self)
{
}

DeskApiFetch *
desk_api_fetch_new (DeskApiClient      *client,
                    const DeskResource *resource,
                    const char         *owner_id,
                    const char *const  *filters)
{
  static const char *const no_filters[] = { NULL };
  DeskApiFetch *self;

  g_return_val_if_fail (DESK_IS_API_CLIENT (client), NULL);
  g_return_val_if_fail (resource != NULL, NULL);

  self = g_object_new (DESK_TYPE_API_FETCH, NULL);
  self->connection = g_object_ref (desk_api_client_get_connection (client));
  self->resource = resource;
  self->owner_id = g_strdup (owner_id);
  self->filters = g_strdupv ((char **) (filters != NULL ? filters : no_filters));

  return self;
}

static gboolean
append_filters (DeskApiFetch *self,
                GString      *path)
{
  gboolean has_page_size = FALSE;

  for (guint i = 0; self->filters[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (self->filters[i], "=", 2);

      if (parts[0] == NULL)
        continue;

      desk_api_path_append_query (path, parts[0], parts[1] != NULL ? parts[1] : "");
      has_page_size = has_page_size || g_str_equal (parts[0], PAGE_SIZE_NAME);
    }

  return has_page_size;
}

static const char *
get_owner_parameter (DeskApiFetch *self)
{
  switch (self->resource->scope)
    {
    case DESK_RESOURCE_SCOPE_END_USER:
      return "end_user_id";
    case DESK_RESOURCE_SCOPE_INSTITUTION:
    case DESK_RESOURCE_SCOPE_RETAILER:
      return self->resource->scope_parameters[self->parameter_index];
    case DESK_RESOURCE_SCOPE_PARENT_ROW:
    default:
      return NULL;
    }
}

/* The path up to the query; that of a parent row has a place for its id. */
static GString *
build_path (DeskApiFetch  *self,
            GError       **error)
{
  const char *pattern = self->resource->paths[self->path_index];
  const char *parameter = get_owner_parameter (self);
  const char *place = strstr (pattern, "/{");
  g_autofree char *collection = place != NULL ? g_strndup (pattern, place - pattern) : NULL;
  g_autofree char *with_id = NULL;
  GString *path;

  if (place != NULL)
    {
      with_id = desk_api_path_new_with_id (collection, self->owner_id != NULL ? self->owner_id : "", error);
      return with_id != NULL ? g_string_new (with_id) : NULL;
    }

  path = g_string_new (pattern);
  if (parameter != NULL)
    desk_api_path_append_query (path, parameter, self->owner_id);

  return path;
}

static DeskApiPager *
build_pager (DeskApiFetch  *self,
             GError       **error)
{
  g_autoptr(GString) path = build_path (self, error);
  const char *const *root_keys = self->resource->root_keys;
  g_autoptr(GUri) uri = NULL;

  if (path == NULL)
    return NULL;

  if (!append_filters (self, path) && self->resource->shape == DESK_RESOURCE_SHAPE_ROWS)
    desk_api_path_append_query (path, PAGE_SIZE_NAME, DESK_API_PAGE_SIZE);

  uri = desk_api_connection_build_uri (self->connection, path->str, error);
  if (uri == NULL)
    return NULL;

  if (root_keys != NULL && root_keys[0] == NULL)
    root_keys = NULL;

  return desk_api_pager_new (self->connection, uri, root_keys);
}

static void ask (GTask *task);

static gboolean
try_next_parameter (DeskApiFetch *self,
                    const GError *error)
{
  if (!g_error_matches (error, DESK_API_ERROR, DESK_API_ERROR_REJECTED) || self->owner_id == NULL ||
      desk_api_pager_is_on_cursor (self->pager) || self->resource->scope != DESK_RESOURCE_SCOPE_INSTITUTION ||
      self->resource->scope_parameters[self->parameter_index + 1] == NULL)
    return FALSE;

  self->parameter_index++;
  g_clear_object (&self->pager);

  return TRUE;
}

static gboolean
try_next_path (DeskApiFetch *self,
               const GError *error)
{
  if (!g_error_matches (error, DESK_API_ERROR, DESK_API_ERROR_NOT_FOUND) ||
      desk_api_pager_is_on_cursor (self->pager) ||
      self->resource->paths[self->path_index + 1] == NULL)
    return FALSE;

  self->path_index++;
  g_clear_object (&self->pager);

  return TRUE;
}

/* A cursor that the service no longer knows is a lasting 503 (fiskil-api.md 1.5). */
static gboolean
try_restart (DeskApiFetch *self,
             const GError *error)
{
  if (self->has_restarted || desk_api_error_get_status (error) != SOUP_STATUS_SERVICE_UNAVAILABLE ||
      !desk_api_pager_is_on_cursor (self->pager))
    return FALSE;

  self->has_restarted = TRUE;
  g_clear_object (&self->pager);

  return TRUE;
}

/* The caller hears of a restart with the page that begins it, even if that one failed at first. */
static void
return_page (GTask        *task,
             DeskJsonPage *page)
{
  DeskApiFetch *self = g_task_get_source_object (task);
  gboolean *restarted = g_task_get_task_data (task);

  *restarted = self->has_restarted && !self->is_restart_told;
  self->is_restart_told = self->has_restarted;
  g_task_return_pointer (task, page, g_object_unref);
}

static void
next_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskApiFetch *self = g_task_get_source_object (task);
  g_autoptr(DeskJsonPage) page = NULL;
  g_autoptr(GError) error = NULL;

  page = desk_api_pager_next_finish (DESK_API_PAGER (source), result, &error);
  if (error == NULL)
    return_page (task, g_steal_pointer (&page));
  else if (try_next_path (self, error) || try_next_parameter (self, error) || try_restart (self, error))
    ask (g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
ask (GTask *task)
{
  g_autoptr(GTask) owned = task;
  DeskApiFetch *self = g_task_get_source_object (task);
  g_autoptr(GError) error = NULL;

  if (self->pager == NULL)
    self->pager = build_pager (self, &error);

  if (self->pager == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    desk_api_pager_next_async (self->pager, g_task_get_cancellable (task), next_cb, g_steal_pointer (&owned));
}

void
desk_api_fetch_next_async (DeskApiFetch        *self,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (DESK_IS_API_FETCH (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_api_fetch_next_async);
  g_task_set_task_data (task, g_new0 (gboolean, 1), g_free);

  ask (task);
}

DeskJsonPage *
desk_api_fetch_next_finish (DeskApiFetch  *self,
                            GAsyncResult  *result,
                            gboolean      *restarted,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (restarted != NULL)
    *restarted = *(gboolean *) g_task_get_task_data (G_TASK (result));

  return g_task_propagate_pointer (G_TASK (result), error);
}
