/* desk-conceal.h: hides the values of members and parameters that must not be shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskConcealResult:
 * @n_secrets: secrets that were found
 * @n_numbers: account numbers that were hidden
 */
typedef struct
{
  guint n_secrets;
  guint n_numbers;
} DeskConcealResult;

/**
 * desk_conceal_bytes:
 * @bytes: JSON, a form, a URI, or anything else that was received or is to be sent
 * @hides_numbers: whether account numbers are hidden as well
 * @result: (out) (optional)
 *
 * Hides the values of JSON members and of query parameters by their names: secrets (`client_secret`, `token`; `state` and
 * `code` in a query …) become %DESK_REDACTED; in account numbers (`account_number`, `bsb`, `national_metering_id` …) there
 * is an `x` for each byte, and a number that is no text becomes one. A card number that shows four digits at most stays.
 * Names may be written in camelCase or with escapes. The rest stays as it is, byte for byte.
 *
 * It needs no valid JSON: what is cut off or broken is judged too, and so is JSON within a text. One pass, without
 * a tree; for a worker thread if @bytes may be large.
 *
 * Returns: (transfer full): @bytes itself if there is nothing to hide
 */
GBytes *desk_conceal_bytes (GBytes         *bytes,
                         gboolean        hides_numbers,
                         DeskConcealResult *result);

/* As desk_conceal_bytes(), for a short text. */
char   *desk_conceal_text  (const char     *text,
                         gboolean        hides_numbers);

/**
 * desk_conceal_header:
 *
 * Returns: (transfer full): the value of an HTTP header as desk_conceal_text(); of authorisation, cookies and the
 *   signature of a webhook, all is hidden but the word Bearer
 */
char   *desk_conceal_header (const char    *name,
                          const char    *value,
                          gboolean       hides_numbers);

G_END_DECLS
