/* desk-webhook-signature.h: whether a webhook comes from who holds the secret
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * desk_webhook_signature_verify:
 * @signature: (nullable): the header `X-Fiskil-Signature` as received, in base64
 * @secret: the webhook secret, in base64
 * @body: the body as received, byte for byte
 *
 * Takes as long for a signature that is nearly right as for one that is not
 * (fiskil-api.md 4.4: HMAC-SHA256 with the decoded secret).
 *
 * Returns: whether @signature is that of @body; %FALSE also if one of the two is not base64 or @secret is empty
 */
gboolean  desk_webhook_signature_verify  (const char *signature,
                                          const char *secret,
                                          GBytes     *body);

G_END_DECLS
