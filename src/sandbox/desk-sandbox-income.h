/* desk-sandbox-income.h: what came in, by source and by month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-json.h"

G_BEGIN_DECLS

/**
 * DeskSandboxIncome:
 *
 * Adds up transactions, exactly, as the income call shows them (fiskil-api.md 2.6).
 */
typedef struct _DeskSandboxIncome DeskSandboxIncome;

/**
 * desk_sandbox_income_new:
 * @from: the first day that counts
 * @to: the last day
 *
 * Returns: (transfer full): an income without transactions
 */
DeskSandboxIncome *desk_sandbox_income_new  (const GDate        *from,
                                             const GDate        *to);
void               desk_sandbox_income_free (DeskSandboxIncome  *self);

/**
 * desk_sandbox_income_add:
 * @transaction: a row as it is served; copied
 * @category: what it counts as
 *
 * Counts @transaction, if it is posted, came in and falls into the period.
 */
void               desk_sandbox_income_add  (DeskSandboxIncome  *self,
                                             DeskJsonSlice       transaction,
                                             const char         *category);

/**
 * desk_sandbox_income_to_json:
 *
 * What the same payer pays to the same account in the same category and currency is one source. The
 * average and the median are of the calendar months in which something came in; a fraction of
 * a cent is rounded half up.
 *
 * Returns: (transfer full): `{"income_sources":[…],"income_summary":{…}}`
 */
char              *desk_sandbox_income_to_json (DeskSandboxIncome *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSandboxIncome, desk_sandbox_income_free)

G_END_DECLS
