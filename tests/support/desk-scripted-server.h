/* desk-scripted-server.h: an HTTP server in the test's process that answers by a script
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * DeskScriptedServer:
 *
 * Listens on a free port of 127.0.0.1. Each answer is given once, in the order in which it was
 * added for its call; a call without an answer gets 418. `POST /v1/token` that was given no
 * answer yields the tokens `token-1`, `token-2` …
 */
typedef struct _DeskScriptedServer DeskScriptedServer;

/**
 * DeskScriptedRequest:
 * @call: method and path: `GET /v1/end-users`
 * @query: (nullable): as received, still encoded
 * @headers: of the request
 * @body: what was sent; "" if nothing
 * @time: when it came, of the monotonic clock
 */
typedef struct
{
  char               *call;
  char               *query;
  SoupMessageHeaders *headers;
  char               *body;
  gint64              time;
} DeskScriptedRequest;

DeskScriptedServer  *desk_scripted_server_new            (void);
void                 desk_scripted_server_free           (DeskScriptedServer *self);

/**
 * desk_scripted_server_get_origin:
 *
 * Returns: `http://127.0.0.1:PORT`
 */
const char          *desk_scripted_server_get_origin     (DeskScriptedServer *self);

/**
 * desk_scripted_server_get_api_uri:
 *
 * Returns: the origin with `/v1`
 */
const char          *desk_scripted_server_get_api_uri    (DeskScriptedServer *self);

/**
 * desk_scripted_server_add:
 * @call: method and path: `GET /v1/end-users`
 * @body: (nullable): sent as application/json
 */
void                 desk_scripted_server_add            (DeskScriptedServer *self,
                                                          const char         *call,
                                                          guint               status,
                                                          const char         *body);

/* Sets a header of the answer that was added last; `Content-Type` too. */
void                 desk_scripted_server_set_header     (DeskScriptedServer *self,
                                                          const char         *name,
                                                          const char         *value);

/* Sets the body of the answer that was added last. */
void                 desk_scripted_server_set_bytes      (DeskScriptedServer *self,
                                                          GBytes             *body);

/**
 * desk_scripted_server_add_raw:
 * @text: written as it is, then the connection is closed; "" just closes it
 */
void                 desk_scripted_server_add_raw        (DeskScriptedServer *self,
                                                          const char         *call,
                                                          const char         *text);

/* As desk_scripted_server_add_raw(), but the connection stays open. */
void                 desk_scripted_server_add_stall      (DeskScriptedServer *self,
                                                          const char         *call,
                                                          const char         *text);

/* Never answers; the request counts. */
void                 desk_scripted_server_add_silence    (DeskScriptedServer *self,
                                                          const char         *call);

/**
 * desk_scripted_server_count:
 * @call: (nullable): %NULL counts everything
 *
 * Returns: how often it was asked for
 */
guint                desk_scripted_server_count          (DeskScriptedServer *self,
                                                          const char         *call);

/**
 * desk_scripted_server_get_request:
 * @position: from 0, of the requests with @call only; it must have come
 *
 * Returns: (transfer none): the request
 */
const DeskScriptedRequest *
                     desk_scripted_server_get_request    (DeskScriptedServer *self,
                                                          const char         *call,
                                                          guint               position);

/* Runs the main context until @call was asked for @n_times in all. */
void                 desk_scripted_server_wait           (DeskScriptedServer *self,
                                                          const char         *call,
                                                          guint               n_times);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskScriptedServer, desk_scripted_server_free)

G_END_DECLS
