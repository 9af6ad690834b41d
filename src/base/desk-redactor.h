/* desk-redactor.h: takes secrets out of text that is shown, logged or copied
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define DESK_TYPE_REDACTOR (desk_redactor_get_type ())
G_DECLARE_FINAL_TYPE (DeskRedactor, desk_redactor, DESK, REDACTOR, GObject)

/* What stands where a secret was. */
#define DESK_REDACTED "[redacted]"

/* May be used on any thread. */
DeskRedactor *desk_redactor_new   (void);

/**
 * desk_redactor_add:
 * @secret: (nullable): a text that must never appear; shorter than four bytes is
 *   ignored (it would mask everything). Kept until the redactor is gone
 */
void          desk_redactor_add   (DeskRedactor *self,
                                   const char   *secret);

/**
 * desk_redactor_apply:
 *
 * Returns: (transfer full): @text with each secret, also in its percent-encoded
 *   and its JSON-escaped form, replaced by %DESK_REDACTED
 */
char         *desk_redactor_apply (DeskRedactor *self,
                                   const char   *text);

/**
 * desk_redactor_apply_to_bytes:
 * @bytes: any bytes
 *
 * Returns: (transfer full): as desk_redactor_apply(); @bytes itself if it holds no secret
 */
GBytes       *desk_redactor_apply_to_bytes (DeskRedactor *self,
                                            GBytes       *bytes);

/**
 * desk_redact_uri:
 *
 * Returns: (transfer full): @uri without user information, query values and
 *   fragment: `https://host/path?state=…&session_id=…`; what is not a URI becomes %DESK_REDACTED
 */
char         *desk_redact_uri     (const char   *uri);

G_END_DECLS
