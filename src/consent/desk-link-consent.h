/* desk-link-consent.h: what the Consents API says of one consent
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskLinkConsent:
 * @id: the arrangement id, which is the consent id (fiskil-api.md 2.3)
 * @end_user_id: (nullable): whose it is
 * @institution_id: (nullable): where the accounts are; %NULL or empty if the service does not say
 * @active: whether it gives access now
 * @last_consent: (nullable): when the end user last agreed, as received
 * @expires_at: (nullable): when it ends, as received
 */
typedef struct
{
  char     *id;
  char     *end_user_id;
  char     *institution_id;
  gboolean  active;
  char     *last_consent;
  char     *expires_at;
} DeskLinkConsent;

/**
 * DeskLinkStanding:
 * @DESK_LINK_STANDING_ABSENT: it is not listed
 * @DESK_LINK_STANDING_CONFIRMED: it exists, is active and is the end user's
 * @DESK_LINK_STANDING_INACTIVE: it is the end user's, but has ended
 * @DESK_LINK_STANDING_FOREIGN: it is somebody else's, or nobody's
 *
 * Where rows disagree, the later value counts.
 */
typedef enum
{
  DESK_LINK_STANDING_ABSENT,
  DESK_LINK_STANDING_CONFIRMED,
  DESK_LINK_STANDING_INACTIVE,
  DESK_LINK_STANDING_FOREIGN,
} DeskLinkStanding;

/**
 * desk_link_consent_new:
 * @end_user_id: (nullable): whose it is
 * @institution_id: (nullable): as received
 * @last_consent: (nullable): as received
 * @expires_at: (nullable): as received
 */
DeskLinkConsent  *desk_link_consent_new      (const char            *id,
                                              const char            *end_user_id,
                                              const char            *institution_id,
                                              gboolean               active,
                                              const char            *last_consent,
                                              const char            *expires_at);
DeskLinkConsent  *desk_link_consent_copy     (const DeskLinkConsent *self);
void              desk_link_consent_free     (DeskLinkConsent       *self);

/**
 * desk_link_consents_new:
 *
 * Returns: (transfer full) (element-type DeskLinkConsent): an empty list that owns its elements
 */
GPtrArray        *desk_link_consents_new     (void);

/**
 * desk_link_consents_judge:
 * @consents: (element-type DeskLinkConsent): what the service listed
 * @id: the consent in question
 * @end_user_id: whose it should be
 *
 * Where an id is listed twice, each row must confirm it.
 *
 * Returns: what the list says of @id
 */
DeskLinkStanding  desk_link_consents_judge   (GPtrArray             *consents,
                                              const char            *id,
                                              const char            *end_user_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskLinkConsent, desk_link_consent_free)

G_END_DECLS
