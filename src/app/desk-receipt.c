/* desk-receipt.c: what stays of a consent that is over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-receipt.h"

#include <glib/gi18n-lib.h>

#include "desk-instant.h"
#include "desk-json-read.h"
#include "desk-json-text.h"

struct _DeskReceipt
{
  GObject         parent_instance;

  char           *environment;
  char           *consent_id;
  char           *institution_id; /* (nullable) */
  gint64          created_at;     /* 0 if the service did not say */
  gint64          ended_at;
  DeskConsentEnd  how;
};

G_DEFINE_FINAL_TYPE (DeskReceipt, desk_receipt, G_TYPE_OBJECT)

static void
desk_receipt_finalize (GObject *object)
{
  DeskReceipt *self = DESK_RECEIPT (object);

  g_free (self->environment);
  g_free (self->consent_id);
  g_free (self->institution_id);

  G_OBJECT_CLASS (desk_receipt_parent_class)->finalize (object);
}

static void
desk_receipt_class_init (DeskReceiptClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_receipt_finalize;
}

static void
desk_receipt_init (DeskReceipt *self)
{
}

DeskReceipt *
desk_receipt_new (const char     *environment,
                  DeskConsent    *consent,
                  DeskConsentEnd  how,
                  gint64          now)
{
  DeskReceipt *self;

  g_return_val_if_fail (environment != NULL, NULL);
  g_return_val_if_fail (DESK_IS_CONSENT (consent), NULL);

  self = g_object_new (DESK_TYPE_RECEIPT, NULL);
  self->environment = g_strdup (environment);
  self->consent_id = g_strdup (desk_consent_get_id (consent));
  self->institution_id = g_strdup (desk_consent_get_institution_id (consent));
  self->created_at = desk_consent_get_created_at (consent);
  self->ended_at = how == DESK_CONSENT_END_EXPIRED ? desk_consent_get_expires_at (consent) : now;
  self->how = how;

  return self;
}

DeskReceipt *
desk_receipt_new_from_bytes (GBytes *bytes)
{
  g_autoptr(DeskReceipt) self = NULL;
  g_autofree char *cause = NULL;
  DeskJsonSlice root;
  const char *text;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = g_bytes_get_data (bytes, &length);
  if (!desk_json_parse (text, length, &root, NULL))
    return NULL;

  cause = desk_json_read_text (root, "cause");
  self = g_object_new (DESK_TYPE_RECEIPT, NULL);
  self->environment = desk_json_read_text (root, "environment");
  self->consent_id = desk_json_read_text (root, "consent_id");
  self->institution_id = desk_json_read_text (root, "institution_id");
  self->created_at = desk_json_read_instant (root, "created_at");
  self->ended_at = desk_json_read_instant (root, "ended_at");
  self->how = desk_consent_end_from_name (cause);

  if (self->environment == NULL || self->consent_id == NULL || self->ended_at == 0)
    return NULL;

  return g_steal_pointer (&self);
}

const char *
desk_receipt_get_consent_id (DeskReceipt *self)
{
  g_return_val_if_fail (DESK_IS_RECEIPT (self), NULL);

  return self->consent_id;
}

DeskConsentEnd
desk_receipt_get_how (DeskReceipt *self)
{
  g_return_val_if_fail (DESK_IS_RECEIPT (self), DESK_CONSENT_END_ELSEWHERE);

  return self->how;
}

gint64
desk_receipt_get_ended_at (DeskReceipt *self)
{
  g_return_val_if_fail (DESK_IS_RECEIPT (self), 0);

  return self->ended_at;
}

GBytes *
desk_receipt_to_bytes (DeskReceipt *self)
{
  g_autoptr(JsonBuilder) builder = NULL;

  g_return_val_if_fail (DESK_IS_RECEIPT (self), NULL);

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  desk_json_text_add (builder, "environment", self->environment);
  desk_json_text_add (builder, "consent_id", self->consent_id);
  desk_json_text_add (builder, "institution_id", self->institution_id);
  desk_json_text_add_instant (builder, "created_at", self->created_at);
  desk_json_text_add_instant (builder, "ended_at", self->ended_at);
  desk_json_text_add (builder, "cause", desk_consent_end_get_name (self->how));
  json_builder_end_object (builder);

  return desk_json_text_finish (builder);
}

/* The service tells no time of an end, but that of expiry. */
static gboolean
is_end_known (DeskReceipt *self)
{
  return self->how == DESK_CONSENT_END_EXPIRED || self->how == DESK_CONSENT_END_REVOKED;
}

static void
add_line (GString    *text,
          const char *label,
          const char *value)
{
  g_string_append_printf (text, "%s: %s\n", label, value != NULL ? value : _("unknown"));
}

char *
desk_receipt_to_string (DeskReceipt *self)
{
  g_autoptr(GString) text = NULL;
  g_autofree char *created = NULL;
  g_autofree char *ended = NULL;

  g_return_val_if_fail (DESK_IS_RECEIPT (self), NULL);

  text = g_string_new (NULL);
  created = self->created_at != 0 ? desk_instant_format (self->created_at) : NULL;
  ended = desk_instant_format (self->ended_at);
  add_line (text, _("Environment"), self->environment);
  add_line (text, _("Consent ID"), self->consent_id);
  add_line (text, _("Institution ID"), self->institution_id);
  add_line (text, _("Shared since"), created);
  add_line (text, is_end_known (self) ? _("Sharing ended") : _("Sharing ended, as noticed"), ended);
  add_line (text, _("Cause"), desk_consent_end_get_words (self->how));

  return g_string_free (g_steal_pointer (&text), FALSE);
}
