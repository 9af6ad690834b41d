/* desk-resource-banking-products.c: what a bank offers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"
#include "desk-resources.h"

const DeskResource desk_resource_banking_products =
{
  .name = "banking.products",
  .label = N_("Products"),
  .paths = (const char *const[]) { "/banking/products", NULL },
  .root_keys = (const char *const[]) { "products", NULL },
  .scope = DESK_RESOURCE_SCOPE_INSTITUTION,
  .scope_parameters = (const char *const[]) { "instituition_id", "institution_id", NULL },
  .shape = DESK_RESOURCE_SHAPE_ROWS,
  .filters = (const char *const[]) { NULL },
  .permission = NULL,
  .event = "banking.products.sync.completed",
  .key = (const char *const[]) { "product_id", NULL },
  .sort_field = "name",
  .sort_descending = FALSE,
  .fields = desk_fields_bank_product,
  .n_fields = DESK_FIELDS_BANK_PRODUCT_LISTED,
};
