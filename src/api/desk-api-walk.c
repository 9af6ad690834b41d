/* desk-api-walk.c: fetches a data set of several owners, one after the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-walk.h"

#include "desk-api-error.h"
#include "desk-api-fetch.h"

/**
 * Step:
 * @fetch: (owned)
 * @institution_id: (owned) (nullable)
 * @is_parent: its records name the owners of further steps
 * @has_pages: there was one; what fails now is not missing
 */
typedef struct
{
  DeskApiFetch *fetch;
  char         *institution_id;
  gboolean      is_parent;
  gboolean      has_pages;
} Step;

struct _DeskApiWalk
{
  GObject             parent_instance;

  DeskApiClient      *client;         /* (owned) */
  const DeskResource *resource;       /* (unowned) */
  char              **filters;        /* (owned) (nullable) */
  GQueue              steps;          /* (element-type Step): the first is at work */
  char               *institution_id; /* (owned) (nullable): of the last page */
  gboolean            has_pages;
  GError             *not_offered;    /* (owned) (nullable): the first one */
};

G_DEFINE_FINAL_TYPE (DeskApiWalk, desk_api_walk, G_TYPE_OBJECT)

static void ask (GTask *task);

static void
step_free (gpointer data)
{
  Step *step = data;

  g_object_unref (step->fetch);
  g_free (step->institution_id);
  g_free (step);
}

static void
desk_api_walk_finalize (GObject *object)
{
  DeskApiWalk *self = DESK_API_WALK (object);

  g_clear_object (&self->client);
  g_clear_pointer (&self->filters, g_strfreev);
  g_clear_pointer (&self->institution_id, g_free);
  g_clear_error (&self->not_offered);
  g_queue_clear_full (&self->steps, step_free);

  G_OBJECT_CLASS (desk_api_walk_parent_class)->finalize (object);
}

static void
desk_api_walk_class_init (DeskApiWalkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_api_walk_finalize;
}

static void
desk_api_walk_init (DeskApiWalk *self)
{
  g_queue_init (&self->steps);
}

DeskApiWalk *
desk_api_walk_new (DeskApiClient      *client,
                   const DeskResource *resource,
                   const char *const  *filters)
{
  DeskApiWalk *self;

  g_return_val_if_fail (DESK_IS_API_CLIENT (client), NULL);
  g_return_val_if_fail (resource != NULL, NULL);

  self = g_object_new (DESK_TYPE_API_WALK, NULL);
  self->client = g_object_ref (client);
  self->resource = resource;
  self->filters = g_strdupv ((char **) filters);

  return self;
}

static Step *
step_new (DeskApiWalk        *self,
          const DeskResource *resource,
          const char         *owner_id,
          const char         *institution_id)
{
  Step *step = g_new0 (Step, 1);

  step->is_parent = resource != self->resource;
  step->fetch = desk_api_fetch_new (self->client, resource, owner_id,
                                    step->is_parent ? resource->all_filters : (const char *const *) self->filters);
  step->institution_id = g_strdup (institution_id);

  return step;
}

void
desk_api_walk_add_owner (DeskApiWalk *self,
                         const char  *owner_id,
                         const char  *institution_id)
{
  g_return_if_fail (DESK_IS_API_WALK (self));

  g_queue_push_tail (&self->steps, step_new (self, self->resource, owner_id, institution_id));
}

void
desk_api_walk_add_institution (DeskApiWalk *self,
                               const char  *institution_id)
{
  const DeskResource *parent;

  g_return_if_fail (DESK_IS_API_WALK (self));
  g_return_if_fail (self->resource->scope != DESK_RESOURCE_SCOPE_END_USER);
  g_return_if_fail (institution_id != NULL);

  parent = self->resource->parent;
  g_queue_push_tail (&self->steps, step_new (self, parent != NULL ? parent : self->resource,
                                             institution_id, institution_id));
}

/* In front of the parent's own next page, so that the ids need not wait for the last one. */
static void
add_children (DeskApiWalk  *self,
              Step         *parent,
              DeskJsonPage *page)
{
  for (guint i = desk_json_page_get_n_records (page); i > 0; i--)
    {
      DeskJsonSlice record = desk_json_page_get_record (page, i - 1);
      DeskJsonSlice id = desk_json_slice_get_member (record, self->resource->scope_parameters[0]);
      g_autofree char *owner_id = desk_json_slice_dup_text (id);

      if (owner_id != NULL && *owner_id != '\0')
        g_queue_push_head (&self->steps, step_new (self, self->resource, owner_id, parent->institution_id));
    }
}

static void
return_page (GTask        *task,
             Step         *step,
             DeskJsonPage *page,
             gboolean      restarted)
{
  DeskApiWalk *self = g_task_get_source_object (task);

  self->has_pages = TRUE;
  g_free (self->institution_id);
  self->institution_id = g_strdup (step->institution_id);
  *(gboolean *) g_task_get_task_data (task) = restarted;
  g_task_return_pointer (task, g_object_ref (page), g_object_unref);
}

static void
end_step (DeskApiWalk *self)
{
  step_free (g_queue_pop_head (&self->steps));
}

static void
pass_over (DeskApiWalk  *self,
           const GError *error)
{
  if (self->not_offered == NULL)
    self->not_offered = g_error_copy (error);

  end_step (self);
}

static void
next_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskApiWalk *self = g_task_get_source_object (task);
  Step *step = g_queue_peek_head (&self->steps);
  g_autoptr(DeskJsonPage) page = NULL;
  g_autoptr(GError) error = NULL;
  gboolean restarted = FALSE;

  page = desk_api_fetch_next_finish (DESK_API_FETCH (source), result, &restarted, &error);

  if (error != NULL && (step->has_pages || !desk_api_walk_is_not_offered (error)))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  step->has_pages = TRUE;
  if (page != NULL && !step->is_parent)
    {
      return_page (task, step, page, restarted);
      return;
    }

  if (error != NULL)
    pass_over (self, error);
  else if (page != NULL)
    add_children (self, step, page);
  else
    end_step (self);

  ask (g_steal_pointer (&task));
}

static void
ask (GTask *task)
{
  g_autoptr(GTask) owned = task;
  DeskApiWalk *self = g_task_get_source_object (task);
  Step *step = g_queue_peek_head (&self->steps);

  if (step != NULL)
    desk_api_fetch_next_async (step->fetch, g_task_get_cancellable (task), next_cb, g_steal_pointer (&owned));
  else if (self->not_offered != NULL && !self->has_pages)
    g_task_return_error (task, g_error_copy (self->not_offered));
  else
    g_task_return_pointer (task, NULL, NULL);
}

void
desk_api_walk_next_async (DeskApiWalk         *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (DESK_IS_API_WALK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_api_walk_next_async);
  g_task_set_task_data (task, g_new0 (gboolean, 1), g_free);

  ask (task);
}

DeskJsonPage *
desk_api_walk_next_finish (DeskApiWalk   *self,
                           GAsyncResult  *result,
                           gboolean      *restarted,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (restarted != NULL)
    *restarted = *(gboolean *) g_task_get_task_data (G_TASK (result));

  return g_task_propagate_pointer (G_TASK (result), error);
}

const char *
desk_api_walk_get_institution_id (DeskApiWalk *self)
{
  g_return_val_if_fail (DESK_IS_API_WALK (self), NULL);

  return self->institution_id;
}

gboolean
desk_api_walk_is_not_offered (const GError *error)
{
  return g_error_matches (error, DESK_API_ERROR, DESK_API_ERROR_NOT_FOUND) ||
         g_error_matches (error, DESK_API_ERROR, DESK_API_ERROR_FORBIDDEN);
}
