/* desk-test-context.c: opens a context and fills it, waiting until that is done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-test-context.h"

#include "desk-await.h"

void
desk_test_context_open (DeskContext *context)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;

  desk_context_open_async (context, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  desk_context_open_finish (context, result, &error);
  g_assert_no_error (error);
}

void
desk_test_context_refresh (DeskContext *context)
{
  DeskDirectory *directory = desk_context_get_directory (context);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;

  desk_directory_refresh_async (directory, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  desk_directory_refresh_finish (directory, result, &error);
  g_assert_no_error (error);
}

DeskEndUser *
desk_test_context_create_end_user (DeskContext *context,
                                   const char  *email)
{
  DeskDirectory *directory = desk_context_get_directory (context);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;
  DeskEndUser *end_user;

  desk_directory_create_async (directory, "Mia Chen", email, NULL, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  end_user = desk_directory_create_finish (directory, result, NULL, &error);
  g_assert_no_error (error);

  return end_user;
}
