/* desk-sandbox-call.h: one call of the API, and its answer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

#include "desk-sandbox-form.h"
#include "desk-sandbox-world.h"

G_BEGIN_DECLS

/**
 * DeskSandboxEnvelope:
 * @DESK_SANDBOX_ENVELOPE_CORE: errors with `temporary`, `timeout` and `fault`
 * @DESK_SANDBOX_ENVELOPE_DATA: errors without
 *
 * The two forms of an error (fiskil-api.md 1.6).
 */
typedef enum
{
  DESK_SANDBOX_ENVELOPE_CORE,
  DESK_SANDBOX_ENVELOPE_DATA,
} DeskSandboxEnvelope;

/**
 * DeskSandboxCall:
 * @world: (not owned): the sandbox
 * @message: (not owned): the request and its answer
 * @path: (owned): the decoded path, without a slash at its start
 * @argument: (owned) (nullable): the part of the path that stands for an id
 * @query: (owned): the query
 * @body: (owned) (nullable): the body, if it is a JSON object
 * @version: 1, 2 or 3: what `X-Fiskil-Version` asks for
 * @envelope: the form of its errors
 */
typedef struct
{
  DeskSandboxWorld    *world;
  SoupServerMessage   *message;
  char                *path;
  char                *argument;
  DeskSandboxForm     *query;
  JsonObject          *body;
  guint                version;
  DeskSandboxEnvelope  envelope;
} DeskSandboxCall;

/**
 * desk_sandbox_call_new:
 *
 * Returns: (transfer full): the call that @message makes
 */
DeskSandboxCall *desk_sandbox_call_new            (DeskSandboxWorld  *world,
                                                   SoupServerMessage *message);
void             desk_sandbox_call_free           (DeskSandboxCall   *self);

/**
 * desk_sandbox_call_get_body_string:
 *
 * Returns: (nullable): the body's member @name if it is a string that is not empty, else %NULL
 */
const char      *desk_sandbox_call_get_body_string (DeskSandboxCall  *self,
                                                    const char       *name);

/**
 * desk_sandbox_call_reply:
 * @text: (transfer full): the JSON body of the answer, with status 200
 * @length: its length in bytes
 */
void             desk_sandbox_call_reply          (DeskSandboxCall   *self,
                                                   char              *text,
                                                   gsize              length);

/**
 * desk_sandbox_call_reply_json:
 *
 * Answers with what was built, and status 200.
 */
void             desk_sandbox_call_reply_json     (DeskSandboxCall   *self,
                                                   JsonBuilder       *builder);

/**
 * desk_sandbox_call_reply_empty:
 *
 * Answers with status 204.
 */
void             desk_sandbox_call_reply_empty    (DeskSandboxCall   *self);

/**
 * desk_sandbox_call_fail:
 * @name: the error's stable name; on data calls it is written in capitals: `InvalidRequest`
 * @message: for people
 *
 * Answers with an error in the envelope of the call.
 */
void             desk_sandbox_call_fail           (DeskSandboxCall   *self,
                                                   guint              status,
                                                   const char        *name,
                                                   const char        *message);

/**
 * desk_sandbox_call_fail_temporarily:
 *
 * Answers with 503 and `temporary`, as a cursor that cannot be read is answered (fiskil-api.md 1.5).
 */
void             desk_sandbox_call_fail_temporarily (DeskSandboxCall *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSandboxCall, desk_sandbox_call_free)

G_END_DECLS
