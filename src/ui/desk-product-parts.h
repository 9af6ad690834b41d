/* desk-product-parts.h: rates, fees and conditions of a bank product as lines of a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-json.h"
#include "desk-sheet.h"

G_BEGIN_DECLS

/* Each adds the lines of one element of a list of a product. */
void desk_product_parts_add_deposit_rate (DeskSheet     *sheet,
                                          guint          depth,
                                          DeskJsonSlice  rate);
void desk_product_parts_add_lending_rate (DeskSheet     *sheet,
                                          guint          depth,
                                          DeskJsonSlice  rate);
void desk_product_parts_add_fee          (DeskSheet     *sheet,
                                          guint          depth,
                                          DeskJsonSlice  fee);
void desk_product_parts_add_feature      (DeskSheet     *sheet,
                                          guint          depth,
                                          DeskJsonSlice  feature);
void desk_product_parts_add_eligibility  (DeskSheet     *sheet,
                                          guint          depth,
                                          DeskJsonSlice  eligibility);
void desk_product_parts_add_constraint   (DeskSheet     *sheet,
                                          guint          depth,
                                          DeskJsonSlice  constraint);

G_END_DECLS
