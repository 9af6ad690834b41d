/* desk-resource-banking-product-detail.c: all that a bank says of a product
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-fields-shared.h"
#include "desk-resources.h"

const DeskResource desk_resource_banking_product_detail =
{
  .name = "banking.product-detail",
  .label = N_("Product details"),
  .paths = (const char *const[]) { "/banking/products/{product_id}", NULL },
  .root_keys = (const char *const[]) { "product", "data", NULL },
  .scope = DESK_RESOURCE_SCOPE_PARENT_ROW,
  .scope_parameters = (const char *const[]) { "product_id", NULL },
  .parent = &desk_resource_banking_products,
  .shape = DESK_RESOURCE_SHAPE_OBJECT,
  .filters = (const char *const[]) { NULL },
  .permission = NULL,
  .event = "banking.products.sync.completed",
  .key = (const char *const[]) { "product_id", NULL },
  .sort_field = "name",
  .sort_descending = FALSE,
  .fields = desk_fields_bank_product,
  .n_fields = G_N_ELEMENTS (desk_fields_bank_product),
  .references = (const DeskReference[]) { { "product_id", "banking.products", "product_id" }, { NULL } },
};
