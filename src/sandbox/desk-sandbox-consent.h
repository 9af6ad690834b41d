/* desk-sandbox-consent.h: one consent, active or ended
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "desk-sandbox-institution.h"

G_BEGIN_DECLS

/* The demo app asks for 90 days, one of the periods of fiskil-api.md 2.3. */
#define DESK_SANDBOX_CONSENT_SECONDS G_GINT64_CONSTANT (7776000)

/**
 * DeskSandboxAnnounced:
 * @DESK_SANDBOX_ANNOUNCED_NOTHING: nobody was told of the consent
 * @DESK_SANDBOX_ANNOUNCED_GIVEN: that it was given
 * @DESK_SANDBOX_ANNOUNCED_ENDED: that it has ended
 *
 * What webhooks have said about a consent.
 */
typedef enum
{
  DESK_SANDBOX_ANNOUNCED_NOTHING,
  DESK_SANDBOX_ANNOUNCED_GIVEN,
  DESK_SANDBOX_ANNOUNCED_ENDED,
} DeskSandboxAnnounced;

/**
 * DeskSandboxConsent:
 * @sequence: the order of creation
 * @arrangement_id: (owned): a UUID; also what others call the consent id
 * @end_user_id: (owned)
 * @institution_id: (owned)
 * @customer_id: (owned): whose data it is
 * @account_ids: (owned): the shared accounts
 * @permissions: (owned): what is shared about them
 * @created_at: microseconds since the epoch, as the other times
 * @renewed_at: when the end user agreed to it last; @created_at if that was only once
 * @expires_at: from then on it gives no data
 * @last_accessed: the last call that read data under it; 0 if there was none
 * @termination_reason: (owned) (nullable): why it ended, once that was seen
 * @announced: what webhooks have said about it
 * @announced_expiry: the @expires_at they were about
 */
typedef struct
{
  guint64   sequence;
  char     *arrangement_id;
  char     *end_user_id;
  char     *institution_id;
  char     *customer_id;
  char    **account_ids;
  char    **permissions;
  gint64    created_at;
  gint64    renewed_at;
  gint64    expires_at;
  gint64    last_accessed;
  char     *termination_reason;
  DeskSandboxAnnounced announced;
  gint64    announced_expiry;
} DeskSandboxConsent;

/**
 * desk_sandbox_consent_new_from_json:
 *
 * Reads what desk_sandbox_consent_write() wrote.
 *
 * Returns: (transfer full): the consent
 */
DeskSandboxConsent *desk_sandbox_consent_new_from_json (JsonObject               *object);
void                desk_sandbox_consent_free          (DeskSandboxConsent       *self);
void                desk_sandbox_consent_write         (const DeskSandboxConsent *self,
                                                        JsonBuilder              *builder);

/**
 * desk_sandbox_consent_show:
 * @end_user_email: (nullable): of the consent's end user
 * @institution: (nullable): the consent's institution
 * @auth_origin: where the logos are, such as `http://127.0.0.1:1234`
 * @now: microseconds since the epoch
 *
 * Adds the consent to @builder as one object, as the API shows it (fiskil-api.md 2.3).
 */
void                desk_sandbox_consent_show          (const DeskSandboxConsent     *self,
                                                        const char                   *end_user_email,
                                                        const DeskSandboxInstitution *institution,
                                                        const char                   *auth_origin,
                                                        gint64                        now,
                                                        JsonBuilder                  *builder);

/**
 * desk_sandbox_consent_is_active:
 *
 * Returns: whether the consent gives data at @now
 */
gboolean            desk_sandbox_consent_is_active     (const DeskSandboxConsent *self,
                                                        gint64                    now);

/**
 * desk_sandbox_consent_renew:
 *
 * The end user agreed once more: the consent lasts its whole period from @now on. One that has ended stays as it is.
 *
 * Returns: whether it was active
 */
gboolean            desk_sandbox_consent_renew         (DeskSandboxConsent       *self,
                                                        gint64                    now);

/**
 * desk_sandbox_consent_end:
 *
 * Ends the consent for good; a consent that has ended stays as it is.
 */
void                desk_sandbox_consent_end           (DeskSandboxConsent       *self,
                                                        gint64                    now);

/**
 * desk_sandbox_consent_close:
 *
 * Makes the end of a consent that is past its time one for good, so that a clock that is
 * moved back does not bring it to life again.
 */
void                desk_sandbox_consent_close         (DeskSandboxConsent       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSandboxConsent, desk_sandbox_consent_free)

G_END_DECLS
