/* desk-webhook-signature.c: whether a webhook comes from who holds the secret
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-webhook-signature.h"

#define DIGEST_LENGTH 32

/* GLib skips what is not base64, so only a text that comes out the same again counts. */
static GBytes *
decode_strictly (const char *text)
{
  gsize length;
  guchar *decoded = g_base64_decode (text, &length);
  g_autoptr(GBytes) bytes = g_bytes_new_take (decoded, length);
  g_autofree char *encoded = g_base64_encode (decoded, length);

  return g_str_equal (encoded, text) ? g_steal_pointer (&bytes) : NULL;
}

static void
compute_digest (GBytes *key,
                GBytes *body,
                guint8  digest[DIGEST_LENGTH])
{
  gsize key_length;
  const guchar *key_data = g_bytes_get_data (key, &key_length);
  gsize body_length;
  const guchar *body_data = g_bytes_get_data (body, &body_length);
  g_autoptr(GHmac) hmac = g_hmac_new (G_CHECKSUM_SHA256, key_data, key_length);
  gsize digest_length = DIGEST_LENGTH;

  if (body_length > 0)
    g_hmac_update (hmac, body_data, body_length);
  g_hmac_get_digest (hmac, digest, &digest_length);
  g_assert (digest_length == DIGEST_LENGTH);
}

/* memcmp() would tell by its time how many bytes were right. */
static gboolean
equal_in_constant_time (const guint8 *a,
                        const guint8 *b)
{
  volatile guint8 difference = 0;

  for (gsize i = 0; i < DIGEST_LENGTH; i++)
    difference |= a[i] ^ b[i];
  return difference == 0;
}

gboolean
desk_webhook_signature_verify (const char *signature,
                               const char *secret,
                               GBytes     *body)
{
  g_autoptr(GBytes) received = NULL;
  g_autoptr(GBytes) key = NULL;
  guint8 digest[DIGEST_LENGTH];

  g_return_val_if_fail (secret != NULL, FALSE);
  g_return_val_if_fail (body != NULL, FALSE);

  if (signature == NULL)
    return FALSE;
  received = decode_strictly (signature);
  key = decode_strictly (secret);
  if (received == NULL || g_bytes_get_size (received) != DIGEST_LENGTH)
    return FALSE;
  if (key == NULL || g_bytes_get_size (key) == 0)
    return FALSE;

  compute_digest (key, body, digest);
  return equal_in_constant_time (digest, g_bytes_get_data (received, NULL));
}
