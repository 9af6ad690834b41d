/* context-holder.c: holds an open context until it is killed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdio.h>

#include "desk-context.h"

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  DeskContext *context = DESK_CONTEXT (source);
  g_autoptr(GError) error = NULL;

  if (!desk_context_open_finish (context, result, &error))
    g_error ("%s", error->message);

  printf ("%s\n", desk_environment_get_api_uri (desk_context_get_environment (context)));
  fflush (stdout);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(DeskEnvironment) environment = desk_environment_new_sandbox ();
  g_autoptr(DeskContext) context = desk_context_new (environment, argv[1], g_getenv ("DESK_TEST_SANDBOX"));
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  desk_context_open_async (context, NULL, opened_cb, NULL);
  g_main_loop_run (loop);

  return 0;
}
