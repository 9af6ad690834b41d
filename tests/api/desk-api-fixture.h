/* desk-api-fixture.h: a client and the server that it talks to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-api-client.h"
#include "desk-api-error.h"
#include "desk-await.h"
#include "desk-scripted-server.h"

G_BEGIN_DECLS

#define TOKEN_CALL "POST /v1/token"

/**
 * DeskApiFixture:
 * @client: has credentials and no delay between tries
 * @result: (nullable): for desk_await_keep()
 * @last_result: (nullable): what desk_api_fixture_await() returned
 * @error: (nullable): for the finish functions
 */
typedef struct
{
  DeskScriptedServer *server;
  DeskRedactor       *redactor;
  DeskApiClient      *client;
  GCancellable       *cancellable;
  GAsyncResult       *result;
  GAsyncResult       *last_result;
  GError             *error;
} DeskApiFixture;

void          desk_api_fixture_set_up    (DeskApiFixture *self,
                                          gconstpointer   version);
void          desk_api_fixture_tear_down (DeskApiFixture *self,
                                          gconstpointer   version);

/**
 * desk_api_fixture_await:
 *
 * Returns: (transfer none): the result of the call that was given `desk_await_keep, &self->result`;
 *   valid until the next one
 */
GAsyncResult *desk_api_fixture_await     (DeskApiFixture *self);

/**
 * desk_api_fixture_get_json:
 *
 * Returns: (transfer full) (nullable): what desk_api_client_get_json_finish() returns for @path; @self's error is set if %NULL
 */
GBytes       *desk_api_fixture_get_json  (DeskApiFixture *self,
                                          const char     *path);

G_END_DECLS
