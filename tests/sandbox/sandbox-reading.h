/* sandbox-reading.h: an answer that is read as it comes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sandbox-fixture.h"

typedef struct
{
  guint    n_chunks_wanted; /* how many reads are enough */
  guint    n_chunks;
  gsize    n_bytes;
  gboolean ended;           /* whether the answer came to its end */
  gboolean done;
  GError  *error;
  char     buffer[65536];
} SandboxReading;

/* Sends a GET with the token; @reading is done when the answer ended, failed or was enough. */
void sandbox_reading_start  (SandboxReading *reading,
                             Sandbox        *sandbox,
                             const char     *uri,
                             guint           n_chunks,
                             GCancellable   *cancellable);
void sandbox_reading_finish (SandboxReading *reading);
