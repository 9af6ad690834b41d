/* desk-consent-result.h: how a link attempt ended, and what to do now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "desk-link-attempt.h"

G_BEGIN_DECLS

#define DESK_TYPE_CONSENT_RESULT (desk_consent_result_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsentResult, desk_consent_result, DESK, CONSENT_RESULT, AdwBin)

/**
 * desk_consent_result_show:
 * @attempt: one that is done
 *
 * Its buttons activate `link.view-data`, `link.retry`, `link.other-institution`, `link.close`, `link.copy-report` and
 * `link.open-error-uri` of the window that it is in.
 */
void desk_consent_result_show (DeskConsentResult *self,
                               DeskLinkAttempt   *attempt);

G_END_DECLS
