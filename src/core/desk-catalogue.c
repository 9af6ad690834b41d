/* desk-catalogue.c: every data set, in the order in which they are fetched
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-catalogue.h"

#include "desk-resources.h"

static const DeskResource *const resources[] =
{
  &desk_resource_banking_accounts,
  &desk_resource_banking_balances,
  &desk_resource_banking_transactions,
  &desk_resource_banking_payees,
  &desk_resource_banking_direct_debits,
  &desk_resource_banking_scheduled_payments,
  &desk_resource_banking_income,
  &desk_resource_banking_products,
  &desk_resource_banking_product_detail,
  &desk_resource_energy_accounts,
  &desk_resource_energy_balances,
  &desk_resource_energy_service_points,
  &desk_resource_energy_usage,
  &desk_resource_energy_der,
  &desk_resource_energy_billing,
  &desk_resource_energy_invoices,
  &desk_resource_energy_concessions,
  &desk_resource_energy_payment_schedules,
  &desk_resource_energy_plans,
  &desk_resource_energy_plan_detail,
  &desk_resource_common_identity,
  &desk_resource_common_data_freshness,
};

const DeskResource *const *
desk_catalogue_get_resources (guint *n_resources)
{
  if (n_resources != NULL)
    *n_resources = G_N_ELEMENTS (resources);

  return resources;
}

const DeskResource *
desk_catalogue_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (resources); i++)
    if (g_str_equal (resources[i]->name, name))
      return resources[i];

  return NULL;
}

const DeskResource *
desk_catalogue_find_detail (const DeskResource *resource)
{
  g_return_val_if_fail (resource != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (resources); i++)
    if (resources[i]->parent == resource)
      return resources[i];

  return NULL;
}

static void
describe_field (const char      *path,
                const DeskField *field,
                gpointer         user_data)
{
  GString *description = user_data;

  g_string_append_printf (description, "%s %d %d\n", path, (int) field->type, (int) field->flags);
}

guint32
desk_catalogue_get_version (void)
{
  g_autoptr(GString) description = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (resources); i++)
    {
      g_autofree char *key = g_strjoinv (" ", (char **) resources[i]->key);

      g_string_append_printf (description, "%s %s %s\n", resources[i]->name, key,
                              resources[i]->sort_field != NULL ? resources[i]->sort_field : "");
      desk_resource_foreach_field (resources[i], describe_field, description);
    }

  return g_str_hash (description->str);
}
