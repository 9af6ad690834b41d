/* desk-tier-words.h: what a tier of a rate covers, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-json.h"

G_BEGIN_DECLS

/**
 * desk_tier_words:
 * @tier: a tier of a deposit or lending rate: its bounds may be texts or numbers (hard-cases.md 6)
 *
 * "$0 to $50,000", "From $250,000", "1 to 12 months", "Up to 80 %". A bound that is no number stays as it was sent.
 *
 * Returns: (transfer full): plain text; "" if the tier has no bounds
 */
char *desk_tier_words (DeskJsonSlice tier);

G_END_DECLS
