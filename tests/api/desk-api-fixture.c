/* desk-api-fixture.c: a client and the server that it talks to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-fixture.h"

void
desk_api_fixture_set_up (DeskApiFixture *self,
                         gconstpointer   version)
{
  self->server = desk_scripted_server_new ();
  self->redactor = desk_redactor_new ();
  self->cancellable = g_cancellable_new ();
  self->client = desk_api_client_new (desk_scripted_server_get_api_uri (self->server),
                                      version != NULL ? version : "v3",
                                      self->redactor, &self->error);
  g_assert_no_error (self->error);

  desk_api_client_set_credentials (self->client, "client-1", "secret-1");
  g_object_set (self->client, "retry-delay", 0, NULL);
}

void
desk_api_fixture_tear_down (DeskApiFixture *self,
                            gconstpointer   version)
{
  g_clear_error (&self->error);
  g_clear_object (&self->result);
  g_clear_object (&self->last_result);
  g_clear_object (&self->cancellable);

  /* What a test left under way must not outlive it. */
  g_assert_finalize_object (g_steal_pointer (&self->client));
  g_clear_object (&self->redactor);
  g_clear_pointer (&self->server, desk_scripted_server_free);
  desk_await_idle ();
}

GAsyncResult *
desk_api_fixture_await (DeskApiFixture *self)
{
  g_clear_object (&self->last_result);
  self->last_result = desk_await_result (&self->result);

  return self->last_result;
}

GBytes *
desk_api_fixture_get_json (DeskApiFixture *self,
                           const char     *path)
{
  g_clear_error (&self->error);
  desk_api_client_get_json_async (self->client, path, self->cancellable, desk_await_keep, &self->result);

  return desk_api_client_get_json_finish (self->client, desk_api_fixture_await (self), &self->error);
}
