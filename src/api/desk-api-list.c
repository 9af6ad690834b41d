/* desk-api-list.c: reads a whole list as typed objects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-list.h"

#include <glib/gi18n-lib.h>

#include "desk-api-failure.h"

typedef struct
{
  DeskApiListFunc  func;
  GPtrArray       *items; /* (owned) (element-type GObject) */
  guint            n_refused;
} Listing;

static void
listing_free (Listing *listing)
{
  g_clear_pointer (&listing->items, g_ptr_array_unref);
  g_free (listing);
}

static void
take_page (Listing      *listing,
           DeskJsonPage *page)
{
  for (guint i = 0; i < desk_json_page_get_n_records (page); i++)
    {
      gpointer item = listing->func (desk_json_page_get_record (page, i), NULL);

      if (item != NULL)
        g_ptr_array_add (listing->items, item);
      else
        listing->n_refused++;
    }
}

static void
finish (GTask *task)
{
  Listing *listing = g_task_get_task_data (task);

  if (listing->n_refused > 0)
    g_message ("%u records of a list could not be read", listing->n_refused);

  if (listing->n_refused > 0 && listing->items->len == 0)
    g_task_return_error (task, desk_api_failure_new_bad_data (0, _("None of its records has an id.")));
  else
    g_task_return_pointer (task, g_steal_pointer (&listing->items), (GDestroyNotify) g_ptr_array_unref);
}

static void
next_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskApiPager *pager = DESK_API_PAGER (source);
  g_autoptr(DeskJsonPage) page = NULL;
  g_autoptr(GError) error = NULL;

  page = desk_api_pager_next_finish (pager, result, &error);
  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
    }
  else if (page == NULL)
    {
      finish (task);
    }
  else
    {
      GCancellable *cancellable = g_task_get_cancellable (task);

      take_page (g_task_get_task_data (task), page);
      desk_api_pager_next_async (pager, cancellable, next_cb, g_steal_pointer (&task));
    }
}

void
desk_api_list_async (DeskApiConnection   *connection,
                     const char          *path,
                     const char *const   *root_keys,
                     DeskApiListFunc      func,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr(DeskApiPager) pager = NULL;
  g_autoptr(GUri) uri = NULL;
  g_autoptr(GError) error = NULL;
  Listing *listing = g_new0 (Listing, 1);

  listing->func = func;
  listing->items = g_ptr_array_new_with_free_func (g_object_unref);
  g_task_set_source_tag (task, desk_api_list_async);
  g_task_set_task_data (task, listing, (GDestroyNotify) listing_free);

  uri = desk_api_connection_build_uri (connection, path, &error);
  if (uri == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  pager = desk_api_pager_new (connection, uri, root_keys);
  desk_api_pager_next_async (pager, cancellable, next_cb, g_steal_pointer (&task));
}

GPtrArray *
desk_api_list_finish (GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
