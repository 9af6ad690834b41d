/* filled-sandbox.c: a folder in which the built-in sandbox has an end user with a consent
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "filled-sandbox.h"

#include "desk-await.h"
#include "desk-sandbox-control.h"
#include "desk-test-context.h"
#include "desk-test-folder.h"

/* Returns: (transfer full) */
static DeskDemoCustomer *
load_customer (DeskSandboxControl *control)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;

  desk_sandbox_control_load_async (control, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  desk_sandbox_control_finish (control, result, &error);
  g_assert_no_error (error);

  return g_list_model_get_item (desk_sandbox_control_get_customers (control), 0);
}

static void
grant (FilledSandbox *self,
       DeskContext   *context)
{
  g_autoptr(DeskSandboxControl) control = desk_sandbox_control_new (context);
  g_autoptr(DeskDemoCustomer) customer = load_customer (control);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;

  desk_sandbox_control_grant_async (control, self->end_user_id, customer, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  self->consent_id = desk_sandbox_control_finish_id (control, result, &error);
  g_assert_no_error (error);
  self->institution = g_strdup (desk_demo_customer_get_institution_name (customer));
}

void
filled_sandbox_set_up (FilledSandbox *self)
{
  g_autoptr(DeskEnvironment) sandbox = desk_environment_new_sandbox ();
  g_autoptr(DeskContext) context = NULL;
  g_autoptr(DeskEndUser) end_user = NULL;

  self->folder = desk_test_folder_new ();
  context = desk_context_new (sandbox, self->folder, g_getenv ("DESK_TEST_SANDBOX"));
  desk_test_context_open (context);
  end_user = desk_test_context_create_end_user (context, "mia@example.com");
  self->end_user_id = g_strdup (desk_end_user_get_id (end_user));
  grant (self, context);
  desk_context_close (context);
}

void
filled_sandbox_tear_down (FilledSandbox *self)
{
  desk_test_folder_free (self->folder);
  g_free (self->end_user_id);
  g_free (self->consent_id);
  g_free (self->institution);
}
