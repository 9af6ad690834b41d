/* desk-sandbox-token.c: access tokens that carry their own proof
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-token.h"

#include <string.h>

#include "desk-sandbox-base64url.h"
#include "desk-sandbox-json.h"

#define HEADER "{\"alg\":\"HS256\",\"typ\":\"JWT\"}"
#define SCOPE "api:user.read api:user.write api:banking api:energy"

static char *
sign (DeskSandboxState *state,
      const char       *text)
{
  const char *secret = desk_sandbox_state_get_client_secret (state);
  g_autoptr(GHmac) hmac = g_hmac_new (G_CHECKSUM_SHA256, (const guchar *) secret, strlen (secret));
  guchar digest[32];
  gsize length = sizeof digest;

  g_hmac_update (hmac, (const guchar *) text, -1);
  g_hmac_get_digest (hmac, digest, &length);
  return desk_sandbox_base64url_encode (digest, length);
}

static char *
dup_payload (DeskSandboxState *state)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *id = desk_sandbox_random_dup_uuid (desk_sandbox_state_get_passing (state));
  gint64 now = desk_sandbox_state_get_now (state) / G_USEC_PER_SEC;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  desk_sandbox_json_add_string (builder, "org_id", desk_sandbox_state_get_client_id (state));
  desk_sandbox_json_add_string (builder, "key_id", desk_sandbox_state_get_client_id (state));
  desk_sandbox_json_add_string (builder, "scope", SCOPE);
  desk_sandbox_json_add_int (builder, "exp", now + DESK_SANDBOX_TOKEN_SECONDS);
  desk_sandbox_json_add_int (builder, "iat", now);
  desk_sandbox_json_add_string (builder, "jti", id);
  json_builder_end_object (builder);
  text = desk_sandbox_json_dup_text (builder);
  return desk_sandbox_base64url_encode ((const guchar *) text, strlen (text));
}

char *
desk_sandbox_token_new (DeskSandboxState *state)
{
  g_autofree char *header = desk_sandbox_base64url_encode ((const guchar *) HEADER, strlen (HEADER));
  g_autofree char *payload = dup_payload (state);
  g_autofree char *signed_part = g_strconcat (header, ".", payload, NULL);
  g_autofree char *signature = sign (state, signed_part);

  return g_strconcat (signed_part, ".", signature, NULL);
}

static gboolean
is_current (DeskSandboxState *state,
            const char       *payload)
{
  g_autofree char *text = desk_sandbox_base64url_decode (payload);
  g_autoptr(JsonObject) claims = NULL;

  if (text != NULL)
    claims = desk_sandbox_json_parse_object (text, strlen (text), NULL);

  return claims != NULL &&
         desk_sandbox_state_get_now (state) / G_USEC_PER_SEC < desk_sandbox_json_get_int (claims, "exp", 0);
}

gboolean
desk_sandbox_token_is_valid (DeskSandboxState *state,
                             const char       *token)
{
  g_auto (GStrv) parts = g_strsplit (token, ".", -1);
  g_autofree char *signed_part = NULL;
  g_autofree char *signature = NULL;

  if (g_strv_length (parts) != 3)
    return FALSE;

  signed_part = g_strconcat (parts[0], ".", parts[1], NULL);
  signature = sign (state, signed_part);
  return g_str_equal (signature, parts[2]) && is_current (state, parts[1]);
}
