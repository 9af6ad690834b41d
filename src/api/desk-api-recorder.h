/* desk-api-recorder.h: tells of every attempt at a call, without what must not be shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-api-answer.h"
#include "desk-api-record.h"
#include "desk-redactor.h"

G_BEGIN_DECLS

#define DESK_TYPE_API_RECORDER (desk_api_recorder_get_type ())
G_DECLARE_FINAL_TYPE (DeskApiRecorder, desk_api_recorder, DESK, API_RECORDER, GObject)

/**
 * DeskApiAttemptMade:
 * @message: as it was sent
 * @request_body: (nullable)
 * @answer: (nullable): %NULL if there is @error
 * @error: (nullable)
 * @is_signed: %FALSE for POST /token, whose answer is itself a secret
 * @attempt: counted from 1
 * @started: when it was to be sent, of the monotonic clock
 */
typedef struct
{
  SoupMessage         *message;
  GBytes              *request_body;
  const DeskApiAnswer *answer;
  const GError        *error;
  gboolean             is_signed;
  guint                attempt;
  gint64               started;
} DeskApiAttemptMade;

/**
 * DeskApiRecorder::recorded:
 * @record: a #DeskApiRecord
 *
 * Emitted for each attempt in the order in which they ended, on the thread of the recorder. Nothing is recorded
 * while nobody listens.
 *
 * What must not be shown is taken out before, on another thread: the Authorization header and cookies, the secrets
 * and tokens that the redactor knows wherever they are, what desk_conceal_bytes() hides, and the whole of an answer to
 * POST /token in which no token is found. With `shows-numbers`, account numbers stay in what is recorded from then on.
 */

/**
 * desk_api_recorder_new:
 * @redactor: (nullable)
 */
DeskApiRecorder *desk_api_recorder_new (DeskRedactor             *redactor);

/* Looks at the attempt at once; the record comes later. */
void             desk_api_recorder_add (DeskApiRecorder          *self,
                                        const DeskApiAttemptMade *made);

G_END_DECLS
