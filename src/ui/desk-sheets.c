/* desk-sheets.c: which records have a sheet of their own, and what it says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sheets.h"

typedef void (*FillFunc) (DeskSheet     *sheet,
                          DeskJsonSlice  record);

typedef struct
{
  const char *resource;
  FillFunc    fill;
} Maker;

static const Maker makers[] = {
  { "banking.products", desk_sheets_add_product },
  { "banking.product-detail", desk_sheets_add_product },
  { "banking.income", desk_sheets_add_income },
  { "energy.accounts", desk_sheets_add_energy_account },
  { "energy.plans", desk_sheets_add_plan },
  { "energy.plan-detail", desk_sheets_add_plan },
  { "energy.invoices", desk_sheets_add_invoice },
};

static const Maker *
find_maker (const DeskResource *resource)
{
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    if (g_str_equal (makers[i].resource, resource->name))
      return &makers[i];
  return NULL;
}

gboolean
desk_sheets_has (const DeskResource *resource)
{
  g_return_val_if_fail (resource != NULL, FALSE);

  return find_maker (resource) != NULL;
}

DeskSheet *
desk_sheets_make (const DeskResource *resource,
                  DeskJsonSlice       record)
{
  const Maker *maker = NULL;
  DeskSheet *sheet = NULL;

  g_return_val_if_fail (resource != NULL, NULL);

  maker = find_maker (resource);
  g_return_val_if_fail (maker != NULL, NULL);

  sheet = desk_sheet_new ();
  maker->fill (sheet, record);
  return sheet;
}
