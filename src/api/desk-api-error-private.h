/* desk-api-error-private.h: makes errors that keep what the service said
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-api-error.h"

G_BEGIN_DECLS

/**
 * desk_api_error_new_with_details:
 * @text: (not nullable): a translated sentence for people
 * @status: the HTTP status, or 0
 * @name: (nullable): the service's name for the failure
 * @message: (nullable): the service's words
 * @error_id: (nullable): what the service's support asks for
 *
 * Returns: (transfer full): an error of #DESK_API_ERROR
 */
GError *desk_api_error_new_with_details (DeskApiError  code,
                                         const char   *text,
                                         guint         status,
                                         const char   *name,
                                         const char   *message,
                                         const char   *error_id);

G_END_DECLS
