/* desk-sandbox-request-log.h: the latest requests that the sandbox answered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Older requests are forgotten. */
#define DESK_SANDBOX_REQUEST_LOG_LENGTH 1000

/**
 * DeskSandboxRequestLog:
 *
 * When, what and with which status; never a body or a header.
 */
typedef struct _DeskSandboxRequestLog DeskSandboxRequestLog;

DeskSandboxRequestLog *desk_sandbox_request_log_new  (void);
void                   desk_sandbox_request_log_free (DeskSandboxRequestLog *self);

/**
 * desk_sandbox_request_log_add:
 * @at: microseconds since the epoch
 * @server: `api`, `auth` or `bank`
 * @path: the path without its query
 */
void                   desk_sandbox_request_log_add  (DeskSandboxRequestLog *self,
                                                      gint64                 at,
                                                      const char            *server,
                                                      const char            *method,
                                                      const char            *path,
                                                      guint                  status);

/**
 * desk_sandbox_request_log_write:
 *
 * Adds the requests to @builder as an array, oldest first.
 */
void                   desk_sandbox_request_log_write (DeskSandboxRequestLog *self,
                                                       JsonBuilder           *builder);

G_END_DECLS
