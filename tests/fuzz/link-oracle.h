/* link-oracle.h: another reading of what may complete an attempt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "fuzz-input.h"

/**
 * link_oracle_allows_message:
 * @verdict: that of the program, which says completed
 *
 * Reads the message with json-glib and plain comparisons; shares no code with the program.
 *
 * Returns: whether that can be true
 */
gboolean link_oracle_allows_message    (const FuzzInput       *input,
                                        const DeskLinkVerdict *verdict);

/**
 * link_oracle_allows_navigation:
 * @consent_id: (nullable): the consent it is said to name
 *
 * As link_oracle_allows_message(), with a reader of addresses that is its own.
 *
 * Returns: whether the address of @input completes the attempt, and names @consent_id
 */
gboolean link_oracle_allows_navigation (const FuzzInput       *input,
                                        const char            *consent_id);

/**
 * link_oracle_is_plain:
 *
 * Returns: whether the address of @input begins in the one way in which a browser writes the
 *   redirect URI of its place, so that link_oracle_allows_navigation() must be the whole truth
 */
gboolean link_oracle_is_plain          (const FuzzInput       *input);
