/* desk-api-client-private.h: what the client's calls and the fetch share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-api-client.h"
#include "desk-api-connection.h"
#include "desk-api-list.h"

G_BEGIN_DECLS

/* The most rows of a page that the service gives (fiskil-api.md 1.5). */
#define DESK_API_PAGE_SIZE "1000"

DeskApiConnection *desk_api_client_get_connection (DeskApiClient        *self);

/**
 * desk_api_client_send:
 * @task: (transfer full): of the client; returns a #DeskApiAnswer, or the error
 * @request: (transfer full)
 */
void               desk_api_client_send           (GTask                *task,
                                                   DeskApiRequest       *request);

/**
 * desk_api_client_build_request:
 * @path: as for desk_api_client_get_json_async()
 *
 * Returns: (transfer full) (nullable): see desk_api_connection_build_uri()
 */
DeskApiRequest    *desk_api_client_build_request  (DeskApiClient        *self,
                                                   const char           *method,
                                                   const char           *path,
                                                   GError              **error);

/**
 * desk_api_client_build_request_for_id:
 * @collection: see desk_api_path_new_with_id()
 *
 * Returns: (transfer full) (nullable): see desk_api_path_new_with_id()
 */
DeskApiRequest    *desk_api_client_build_request_for_id (DeskApiClient  *self,
                                                         const char     *method,
                                                         const char     *collection,
                                                         const char     *id,
                                                         GError        **error);

/**
 * desk_api_client_append_page_size:
 *
 * Adds `page[size]` where the core lists have pages: from v3 on (fiskil-api.md 1.4).
 */
void               desk_api_client_append_page_size (DeskApiClient      *self,
                                                     GString            *path);

/**
 * desk_api_client_send_delete:
 * @task: (transfer full): of the client; returns a #DeskApiAnswer, or the error
 * @collection: see desk_api_path_new_with_id()
 */
void               desk_api_client_send_delete    (GTask                *task,
                                                   const char           *collection,
                                                   const char           *id);

/**
 * desk_api_client_list:
 * @task: (transfer full): of the client; returns a #GPtrArray, or the error
 * @path: as for desk_api_client_get_json_async()
 * @root_keys: static; see desk_json_page_new()
 */
void               desk_api_client_list           (GTask                *task,
                                                   const char           *path,
                                                   const char *const    *root_keys,
                                                   DeskApiListFunc       func);

/**
 * desk_api_client_finish_object:
 * @task: what desk_api_client_send() ended
 *
 * Returns: (transfer full) (nullable): the object that the answer describes; %DESK_API_ERROR_BAD_DATA if
 *   it describes none
 */
gpointer           desk_api_client_finish_object  (GTask                *task,
                                                   DeskApiListFunc       func,
                                                   GError              **error);

/**
 * desk_api_client_finish_done:
 * @task: what desk_api_client_send() ended
 *
 * Returns: whether the service did it
 */
gboolean           desk_api_client_finish_done    (GTask                *task,
                                                   GError              **error);

G_END_DECLS
