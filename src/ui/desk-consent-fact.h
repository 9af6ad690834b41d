/* desk-consent-fact.h: a named value that can be copied
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DESK_TYPE_CONSENT_FACT (desk_consent_fact_get_type ())
G_DECLARE_FINAL_TYPE (DeskConsentFact, desk_consent_fact, DESK, CONSENT_FACT, AdwPreferencesRow)

/**
 * desk_consent_fact_set_value:
 * @value: (nullable): plain text; the row is hidden without one
 *
 * Property `copyable`: whether there is a button that copies the value.
 */
void desk_consent_fact_set_value (DeskConsentFact *self,
                                  const char      *value);

G_END_DECLS
