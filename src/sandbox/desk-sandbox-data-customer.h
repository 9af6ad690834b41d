/* desk-sandbox-data-customer.h: one customer of an all-data file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-json.h"
#include "desk-sandbox-customer.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_data_customer_dup_name:
 * @customer: an element of `customers`
 *
 * Returns: (transfer full) (nullable): the person's or the organisation's name, or %NULL if there is none
 */
char     *desk_sandbox_data_customer_dup_name  (DeskJsonSlice         customer);

/**
 * desk_sandbox_data_customer_dup_email:
 *
 * Returns: (transfer full) (nullable): the person's first e-mail address, or %NULL if there is none
 */
char     *desk_sandbox_data_customer_dup_email (DeskJsonSlice         customer);

/**
 * desk_sandbox_data_customer_read:
 * @customer: an element of `customers`
 * @target: the customer of one industry; gets the accounts and the records of it
 *
 * Returns: %FALSE with @error set in #DESK_JSON_ERROR if a record is not an object
 */
gboolean  desk_sandbox_data_customer_read      (DeskJsonSlice         customer,
                                                DeskSandboxCustomer  *target,
                                                GError              **error);

G_END_DECLS
