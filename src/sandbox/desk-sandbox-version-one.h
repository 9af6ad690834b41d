/* desk-sandbox-version-one.h: records as version 1 of the API has them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-json.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_version_one_append:
 * @record: an account, a product or a transaction of the bank as versions 2 and 3 have it
 *
 * Appends @record to @text with what version 1 says otherwise (fiskil-api.md 1.4 and 9.9): the bounds of
 * tiers as numbers, one condition for several, fees and discounts without unions, features that are
 * activated or not, no instalments, and the extended data of transactions. What has the older
 * shape already stays as it is.
 */
void desk_sandbox_version_one_append (GString       *text,
                                      DeskJsonSlice  record);

G_END_DECLS
