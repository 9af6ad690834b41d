/* desk-institution-words.h: what is said of an institution, for people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-institution.h"

G_BEGIN_DECLS

/* Returns: (transfer none) (nullable): "Bank", "Energy retailer"; %NULL if the industry is not told; else its name */
const char *desk_institution_get_industry_words (DeskInstitution *institution);

/**
 * desk_institution_get_state_words:
 *
 * Returns: (transfer none) (nullable): whether an account can be linked there now, or why it cannot: "Works normally";
 *   %NULL if nothing is known
 */
const char *desk_institution_get_state_words    (DeskInstitution *institution);

/* Returns: (transfer none) (nullable): the icon that stands beside the words; %NULL where there are no words */
const char *desk_institution_get_state_icon     (DeskInstitution *institution);

G_END_DECLS
