/* desk-demo-customer.h: somebody who can log in at an institution of the sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "desk-json.h"

G_BEGIN_DECLS

#define DESK_TYPE_DEMO_CUSTOMER (desk_demo_customer_get_type ())
G_DECLARE_FINAL_TYPE (DeskDemoCustomer, desk_demo_customer, DESK, DEMO_CUSTOMER, GObject)

/**
 * desk_demo_customer_new_from_json:
 * @record: one of the answer to `GET /sandbox/customers`
 *
 * Returns: (transfer full) (nullable): %NULL if one of the two ids is missing
 */
DeskDemoCustomer *desk_demo_customer_new_from_json        (DeskJsonSlice     record);
const char       *desk_demo_customer_get_id               (DeskDemoCustomer *self);
const char       *desk_demo_customer_get_institution_id   (DeskDemoCustomer *self);

/* The name, else the id. */
const char       *desk_demo_customer_get_title            (DeskDemoCustomer *self);

/* The name of the institution, else its id. */
const char       *desk_demo_customer_get_institution_name (DeskDemoCustomer *self);

/* (nullable): the e-mail to type */
const char       *desk_demo_customer_get_login            (DeskDemoCustomer *self);

/* (nullable): `banking` or `energy` */
const char       *desk_demo_customer_get_industry         (DeskDemoCustomer *self);

/* Whether it comes from a file of data, and is no persona. */
gboolean          desk_demo_customer_is_from_data         (DeskDemoCustomer *self);

G_END_DECLS
