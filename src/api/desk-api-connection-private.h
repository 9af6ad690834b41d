/* desk-api-connection-private.h: what the connection and its sending share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

#include "desk-api-connection.h"
#include "desk-api-gate.h"
#include "desk-api-token.h"

G_BEGIN_DECLS

struct _DeskApiConnection
{
  GObject          parent_instance;

  SoupSession     *session;     /* (owned) */
  DeskApiGate     *gate;        /* (owned): for all but the requests for a token */
  DeskApiToken    *token;       /* (owned) */
  DeskApiRecorder *recorder;    /* (owned) */
  DeskRedactor    *redactor;    /* (owned) (nullable) */
  char            *api_uri;     /* (owned): without a slash at its end */
  char            *origin;      /* (owned) */
  char            *version;     /* (owned) */
  gint64           held_until;  /* monotonic, microseconds */
  guint            retry_delay; /* milliseconds */
  guint            body_cap;    /* bytes */
};

G_END_DECLS
