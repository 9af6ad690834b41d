/* desk-api-record.h: one attempt at a call, as it may be shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * DeskApiTimings:
 *
 * How long each phase took, in microseconds; -1 if it did not happen or is not known.
 * @blocked: from the wish to send until something was done about it
 * @dns: looking up the host
 * @connect: making the connection, TLS included
 * @tls: of @connect
 * @send: the request
 * @wait: until the first byte of the answer
 * @receive: the answer
 */
typedef struct
{
  gint64 blocked;
  gint64 dns;
  gint64 connect;
  gint64 tls;
  gint64 send;
  gint64 wait;
  gint64 receive;
} DeskApiTimings;

/**
 * DeskApiRecord:
 * @method: (owned)
 * @uri: (owned): the whole address
 * @http_version: (owned): `HTTP/1.1`
 * @request_headers: (owned) (array zero-terminated=1): name, value, name, value …; in the order in which they were sent
 * @request_body: (owned) (nullable)
 * @request_size: bytes of it as they were sent
 * @status: of HTTP; 0 if there was no answer
 * @reason: (owned) (nullable): the words beside the status
 * @response_headers: (owned) (nullable): as @request_headers; %NULL if there was no answer
 * @response_body: (owned) (nullable): decoded; %NULL if there was none, or not all of it
 * @response_size: bytes of it as they were received
 * @content_type: (owned) (nullable): of the answer, without parameters
 * @error: (owned) (nullable): a sentence: why there is no answer, or not all of it
 * @error_id: (owned) (nullable): the service's id of the failure (fiskil-api.md 1.6)
 * @started_at: microseconds since the epoch, of this computer's clock
 * @started: the same instant of the monotonic clock
 * @duration: microseconds, until the last byte
 * @attempt: counted from 1
 * @transferred: bytes of the answer's body as they went over the wire; -1 if not known
 *
 * Holds no secret: what it is made of is redacted before (see #DeskApiRecorder). Immutable.
 */
typedef struct
{
  char           *method;
  char           *uri;
  char           *http_version;
  char          **request_headers;
  GBytes         *request_body;
  gsize           request_size;
  guint           status;
  char           *reason;
  char          **response_headers;
  GBytes         *response_body;
  gsize           response_size;
  char           *content_type;
  char           *error;
  char           *error_id;
  gint64          started_at;
  gint64          started;
  gint64          duration;
  guint           attempt;
  gint64          transferred;
  DeskApiTimings  timings;
} DeskApiRecord;

#define DESK_TYPE_API_RECORD (desk_api_record_get_type ())
GType          desk_api_record_get_type   (void);

DeskApiRecord *desk_api_record_new        (void);

/* Returns: (transfer full): the same attempt; the sizes of the bodies are all that is left of them */
DeskApiRecord *desk_api_record_new_without_bodies (const DeskApiRecord *self);
DeskApiRecord *desk_api_record_ref        (DeskApiRecord       *self);
void           desk_api_record_unref      (DeskApiRecord       *self);

/**
 * desk_api_record_get_header:
 * @headers: (nullable): of a record
 *
 * Returns: (nullable): the first value of that name, in whatever letter case
 */
const char    *desk_api_record_get_header (char               **headers,
                                           const char          *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskApiRecord, desk_api_record_unref)

G_END_DECLS
