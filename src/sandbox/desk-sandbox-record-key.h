/* desk-sandbox-record-key.h: what tells a record from the others of its data set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * desk_sandbox_record_key_new:
 * @json: a JSON object in the names of the Fiskil Data API
 *
 * The institution's own ids and dates in the record: what it is about, not what it says. A record that is written
 * again later, with another status or amount, has the same key.
 *
 * Returns: (transfer full): the key; empty if the record has no ids
 */
char *desk_sandbox_record_key_new (const char *json);

G_END_DECLS
