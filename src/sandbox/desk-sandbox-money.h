/* desk-sandbox-money.h: exact amounts as the API writes them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-decimal.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_money_to_string:
 * @decimals: how many decimals there are at least
 *
 * Returns: (transfer full): @amount without separators: `17650.00`
 */
char *desk_sandbox_money_to_string (const DeskDecimal *amount,
                                    guint              decimals);

/**
 * desk_sandbox_money_divide:
 * @amount: not negative
 * @divisor: not 0
 *
 * Returns: (transfer full): @amount divided by @divisor, to cents, half a cent rounded up
 */
char *desk_sandbox_money_divide    (const DeskDecimal *amount,
                                    guint              divisor);

G_END_DECLS
