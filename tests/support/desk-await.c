/* desk-await.c: lets a test wait for an asynchronous call
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-await.h"

#define MAX_SECONDS 60

void
desk_await_keep (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GAsyncResult **slot = user_data;

  g_assert_null (*slot);
  *slot = g_object_ref (result);
}

static gboolean
give_up_cb (gpointer user_data)
{
  g_error ("No result came within %d seconds", MAX_SECONDS);

  return G_SOURCE_REMOVE;
}

GAsyncResult *
desk_await_result (GAsyncResult **slot)
{
  guint give_up = g_timeout_add_seconds (MAX_SECONDS, give_up_cb, NULL);

  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (give_up);

  return g_steal_pointer (slot);
}

void
desk_await_idle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}
