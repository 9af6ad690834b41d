/* desk-api-request.h: one request, as often as it has to be sent
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * DeskApiRequest:
 * @method: (unowned): a static string: %SOUP_METHOD_GET …
 * @uri: (owned): the whole address
 * @body: (owned) (nullable): JSON
 * @headers: (owned) (nullable): of this call only
 * @is_signed: whether it carries the token: all but POST /token
 * @expects_json: whether a good answer has a body that must be JSON
 * @root_keys: (unowned) (nullable): where the records lie in it, see desk_json_page_new()
 */
typedef struct
{
  const char         *method;
  GUri               *uri;
  GBytes             *body;
  SoupMessageHeaders *headers;
  gboolean            is_signed;
  gboolean            expects_json;
  const char *const  *root_keys;
} DeskApiRequest;

/**
 * desk_api_request_new:
 *
 * Returns: (transfer full): a signed request without body and without an expected answer
 */
DeskApiRequest *desk_api_request_new           (const char            *method,
                                                GUri                  *uri);
void            desk_api_request_free          (DeskApiRequest        *self);

/**
 * desk_api_request_set_body:
 * @first_name: the first member; then its value, the next name … up to %NULL
 *
 * The body becomes one JSON object of strings; a member whose value is %NULL is left out.
 */
void            desk_api_request_set_body      (DeskApiRequest        *self,
                                                const char            *first_name,
                                                ...) G_GNUC_NULL_TERMINATED;

/**
 * desk_api_request_set_header:
 * @value: (nullable): the header is not sent if %NULL
 */
void            desk_api_request_set_header    (DeskApiRequest        *self,
                                                const char            *name,
                                                const char            *value);

/**
 * desk_api_request_is_repeatable:
 *
 * Returns: whether sending it twice does no harm: GET, DELETE and POST /token
 */
gboolean        desk_api_request_is_repeatable (const DeskApiRequest  *self);

/**
 * desk_api_request_build_message:
 * @version: sent as `X-Fiskil-Version`
 * @token: (nullable): sent as bearer token
 *
 * Returns: (transfer full): a new message; redirects are not followed
 */
SoupMessage    *desk_api_request_build_message (const DeskApiRequest  *self,
                                                const char            *version,
                                                const char            *token);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskApiRequest, desk_api_request_free)

G_END_DECLS
