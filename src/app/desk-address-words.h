/* desk-address-words.h: a postal address in one line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-json.h"

G_BEGIN_DECLS

/**
 * desk_address_words:
 * @address: a physical address with a `simple` or `paf` member (fiskil-api.md 9.3)
 *
 * "27 Lantana Lane, Newtown NSW 2042". The tag `address_u_type` says which member counts; one that does not fit falls
 * back to the other. Australia as the country is left out.
 *
 * Returns: (transfer full): one line of plain text; "" if there is nothing to say
 */
char *desk_address_words (DeskJsonSlice address);

G_END_DECLS
