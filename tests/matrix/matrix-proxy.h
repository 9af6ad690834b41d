/* matrix-proxy.h: stands between the application and an API, and changes answers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* The call by which a session is made. */
#define MATRIX_SESSION_CALL "POST /v1/auth/session"

/**
 * MatrixProxy:
 *
 * Listens on a free port of 127.0.0.1 and passes every call on. It runs in the default main context, so nothing may
 * block that is waited for.
 */
typedef struct _MatrixProxy MatrixProxy;

/**
 * MatrixProxyRule:
 * @status: the status that was received
 * @body: what was received, with the proxy's own address in place of the API's
 *
 * Returns: (transfer full): the body to give instead. @status may be changed
 */
typedef char *(*MatrixProxyRule) (guint      *status,
                                  const char *body,
                                  gpointer    user_data);

/* @api_uri: of the API behind it: `http://127.0.0.1:PORT/v1` */
MatrixProxy *matrix_proxy_new         (const char      *api_uri);
void         matrix_proxy_free        (MatrixProxy     *self);
const char  *matrix_proxy_get_api_uri (MatrixProxy     *self);

/**
 * matrix_proxy_set_rule:
 * @call: method and path: `GET /v1/consent`
 * @rule: (nullable): for each answer from now on; %NULL for none
 */
void         matrix_proxy_set_rule    (MatrixProxy     *self,
                                       const char      *call,
                                       MatrixProxyRule  rule,
                                       gpointer         user_data);
/* Forgets all rules and answers. */
void         matrix_proxy_clear       (MatrixProxy     *self);

/* Returns: (transfer none) (nullable): the body that was given last for @call */
const char  *matrix_proxy_get_answer  (MatrixProxy     *self,
                                       const char      *call);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatrixProxy, matrix_proxy_free)

G_END_DECLS
