/* desk-api-error.h: what can go wrong between us and the service
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DESK_API_ERROR (desk_api_error_quark ())

/**
 * DeskApiError:
 * @DESK_API_ERROR_NETWORK: the service could not be reached, or the connection broke
 * @DESK_API_ERROR_TIMEOUT: no answer in time
 * @DESK_API_ERROR_TLS: the certificate is not trusted
 * @DESK_API_ERROR_NOT_AUTHORISED: 401, also after a new token
 * @DESK_API_ERROR_FORBIDDEN: 403: the key lacks a scope
 * @DESK_API_ERROR_NOT_FOUND: 404
 * @DESK_API_ERROR_REJECTED: any other 4xx: the request is wrong
 * @DESK_API_ERROR_UNAVAILABLE: 429 or 5xx, after the tries that are allowed
 * @DESK_API_ERROR_BAD_DATA: an answer that is not what the contract says, or over the size cap
 * @DESK_API_ERROR_UNSAFE_LINK: a next link that leaves the API's own origin
 * @DESK_API_ERROR_UNCERTAIN: a POST got no answer: it may or may not have been done
 */
typedef enum
{
  DESK_API_ERROR_NETWORK,
  DESK_API_ERROR_TIMEOUT,
  DESK_API_ERROR_TLS,
  DESK_API_ERROR_NOT_AUTHORISED,
  DESK_API_ERROR_FORBIDDEN,
  DESK_API_ERROR_NOT_FOUND,
  DESK_API_ERROR_REJECTED,
  DESK_API_ERROR_UNAVAILABLE,
  DESK_API_ERROR_BAD_DATA,
  DESK_API_ERROR_UNSAFE_LINK,
  DESK_API_ERROR_UNCERTAIN,
} DeskApiError;

GQuark      desk_api_error_quark          (void);

/* What the service said (fiskil-api.md 1.6); %NULL or 0 where it said nothing. @error may be of any domain. */
guint       desk_api_error_get_status     (const GError *error);
const char *desk_api_error_get_name       (const GError *error);
const char *desk_api_error_get_message    (const GError *error);
const char *desk_api_error_get_error_id   (const GError *error);

G_END_DECLS
