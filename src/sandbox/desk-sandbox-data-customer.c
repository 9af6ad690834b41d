/* desk-sandbox-data-customer.c: one customer of an all-data file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-data-customer.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "desk-sandbox-rename.h"

static char *
dup_at (DeskJsonSlice  slice,
        const char    *path)
{
  char *text = desk_json_slice_dup_text (desk_json_slice_get_path (slice, path));

  if (text != NULL && text[0] == '\0')
    g_clear_pointer (&text, g_free);

  return text;
}

char *
desk_sandbox_data_customer_dup_name (DeskJsonSlice customer)
{
  g_autofree char *first = dup_at (customer, "customer.person.firstName");
  g_autofree char *last = dup_at (customer, "customer.person.lastName");

  if (first != NULL && last != NULL)
    return g_strdup_printf ("%s %s", first, last);

  if (last != NULL)
    return g_steal_pointer (&last);

  return dup_at (customer, "customer.organisation.businessName");
}

char *
desk_sandbox_data_customer_dup_email (DeskJsonSlice customer)
{
  return dup_at (customer, "customer.person.emailAddresses.0.address");
}

/* The record renamed, with an id that the format leaves to the place in the file. */
static gboolean
add_record (DeskSandboxCustomer  *target,
            const char           *data_set,
            DeskJsonSlice         record,
            const char           *id_name,
            const char           *cds_id_name,
            DeskJsonSlice         id,
            GError              **error)
{
  g_autoptr(GString) text = g_string_new (NULL);

  desk_sandbox_rename_append (text, record);
  if (desk_json_slice_get_kind (record) == DESK_JSON_KIND_OBJECT && id.text != NULL &&
      desk_json_slice_get_kind (desk_json_slice_get_member (record, cds_id_name)) == DESK_JSON_KIND_NONE)
    {
      g_autofree char *raw = desk_json_slice_dup_raw (id);

      g_string_truncate (text, text->len - 1);
      g_string_append_printf (text, "%s\"%s\":%s}", text->len > 1 ? "," : "", id_name, raw);
    }

  return desk_sandbox_customer_add_record (target, data_set, text->str, error);
}

static gboolean
add_account_record (DeskSandboxCustomer  *target,
                    const char           *data_set,
                    DeskJsonSlice         record,
                    DeskJsonSlice         account_id,
                    GError              **error)
{
  return add_record (target, data_set, record, "account_id", "accountId", account_id, error);
}

/* The list @name of @parent; @account_id may be none, where the records name their accounts themselves. */
static gboolean
add_list (DeskSandboxCustomer  *target,
          const char           *data_set,
          DeskJsonSlice         parent,
          const char           *name,
          DeskJsonSlice         account_id,
          GError              **error)
{
  DeskJsonIter iter;
  DeskJsonSlice record;

  desk_json_iter_init (&iter, desk_json_slice_get_member (parent, name));
  while (desk_json_iter_next (&iter, NULL, &record))
    if (!add_account_record (target, data_set, record, account_id, error))
      return FALSE;

  return TRUE;
}

static gboolean
add_identity (DeskSandboxCustomer  *target,
              DeskJsonSlice         customer,
              GError              **error)
{
  g_autoptr(GString) text = g_string_new ("{\"customer\":");
  DeskJsonSlice identity = desk_json_slice_get_member (customer, "customer");

  if (desk_json_slice_get_kind (identity) != DESK_JSON_KIND_OBJECT)
    return TRUE;

  desk_sandbox_rename_append (text, identity);
  g_string_append_c (text, '}');
  return desk_sandbox_customer_add_record (target, "common.identity", text->str, error);
}

/* The account itself, or what is wrapped with its balance and transactions. */
static DeskJsonSlice
unwrap (DeskJsonSlice  element,
        const char    *name)
{
  DeskJsonSlice inner = desk_json_slice_get_member (element, name);

  return desk_json_slice_get_kind (inner) == DESK_JSON_KIND_OBJECT ? inner : element;
}

static void
describe_account (DeskSandboxCustomer *target,
                  DeskJsonSlice        account)
{
  g_autofree char *account_id = dup_at (account, "accountId");
  g_autofree char *name = dup_at (account, "displayName");
  g_autofree char *masked = dup_at (account, "maskedNumber");
  g_autofree char *number = dup_at (account, "accountNumber");
  g_autofree char *product = dup_at (account, "productName");
  const char *shown_number = masked != NULL ? masked : number;

  if (account_id == NULL)
    return;

  desk_sandbox_customer_add_account (target, account_id,
                                     name != NULL ? name : _("Energy account"),
                                     shown_number != NULL ? shown_number : account_id,
                                     product);
}

static gboolean
read_banking_account (DeskSandboxCustomer  *target,
                      DeskJsonSlice         element,
                      GError              **error)
{
  DeskJsonSlice account = unwrap (element, "account");
  DeskJsonSlice account_id = desk_json_slice_get_member (account, "accountId");
  DeskJsonSlice balance = desk_json_slice_get_member (element, "balance");

  describe_account (target, account);
  if (!add_account_record (target, "banking.accounts", account, account_id, error))
    return FALSE;

  if (desk_json_slice_get_kind (balance) == DESK_JSON_KIND_OBJECT &&
      !add_account_record (target, "banking.balances", balance, account_id, error))
    return FALSE;

  return add_list (target, "banking.transactions", element, "transactions", account_id, error);
}

/* A plan names its service points by their ids, or by their meter identifiers. */
static void
claim_service_point (DeskSandboxCustomer *target,
                     const char          *account_id,
                     DeskJsonSlice        service_points,
                     DeskJsonSlice        name)
{
  DeskJsonIter iter;
  DeskJsonSlice element;
  g_autofree char *wanted = desk_json_slice_dup_text (name);

  if (wanted == NULL)
    return;

  desk_json_iter_init (&iter, service_points);
  while (desk_json_iter_next (&iter, NULL, &element))
    {
      DeskJsonSlice service_point = unwrap (element, "servicePoint");
      g_autofree char *id = dup_at (service_point, "servicePointId");
      g_autofree char *meter = dup_at (service_point, "nationalMeteringId");

      if (id != NULL && (g_str_equal (id, wanted) || g_strcmp0 (meter, wanted) == 0))
        desk_sandbox_customer_add_service_point (target, account_id, id);
    }
}

static void
claim_service_points (DeskSandboxCustomer *target,
                      DeskJsonSlice        account,
                      DeskJsonSlice        service_points)
{
  g_autofree char *account_id = dup_at (account, "accountId");
  DeskJsonIter plans;
  DeskJsonSlice plan;

  if (account_id == NULL)
    return;

  desk_json_iter_init (&plans, desk_json_slice_get_member (account, "plans"));
  while (desk_json_iter_next (&plans, NULL, &plan))
    {
      DeskJsonIter names;
      DeskJsonSlice name;

      desk_json_iter_init (&names, desk_json_slice_get_member (plan, "servicePointIds"));
      while (desk_json_iter_next (&names, NULL, &name))
        claim_service_point (target, account_id, service_points, name);
    }
}

static gboolean
read_service_point (DeskSandboxCustomer  *target,
                    DeskJsonSlice         element,
                    GError              **error)
{
  DeskJsonSlice service_point = unwrap (element, "servicePoint");
  DeskJsonSlice id = desk_json_slice_get_member (service_point, "servicePointId");
  DeskJsonSlice der = desk_json_slice_get_member (element, "der");
  DeskJsonIter iter;
  DeskJsonSlice read;

  if (!add_record (target, "energy.service-points", service_point, "service_point_id", "servicePointId", id, error))
    return FALSE;

  desk_json_iter_init (&iter, desk_json_slice_get_member (element, "usage"));
  while (desk_json_iter_next (&iter, NULL, &read))
    if (!add_record (target, "energy.usage", read, "service_point_id", "servicePointId", id, error))
      return FALSE;

  return desk_json_slice_get_kind (der) != DESK_JSON_KIND_OBJECT ||
         add_record (target, "energy.der", der, "service_point_id", "servicePointId", id, error);
}

/* Some files give the amount alone, others the record around it. */
static gboolean
add_energy_balance (DeskSandboxCustomer  *target,
                    DeskJsonSlice         balance,
                    DeskJsonSlice         account_id,
                    GError              **error)
{
  DeskJsonKind kind = desk_json_slice_get_kind (balance);
  g_autofree char *amount = NULL;
  g_autofree char *text = NULL;
  DeskJsonSlice record = balance;

  if (kind != DESK_JSON_KIND_OBJECT && kind != DESK_JSON_KIND_STRING && kind != DESK_JSON_KIND_NUMBER)
    return TRUE;

  if (kind != DESK_JSON_KIND_OBJECT)
    {
      amount = desk_json_slice_dup_raw (balance);
      text = g_strdup_printf ("{\"balance\":%s}", amount);
      record = (DeskJsonSlice) { text, strlen (text) };
    }

  return add_account_record (target, "energy.balances", record, account_id, error);
}

static gboolean
read_energy_account (DeskSandboxCustomer  *target,
                     DeskJsonSlice         element,
                     DeskJsonSlice         service_points,
                     GError              **error)
{
  DeskJsonSlice account = unwrap (element, "account");
  DeskJsonSlice account_id = desk_json_slice_get_member (account, "accountId");

  describe_account (target, account);
  claim_service_points (target, account, service_points);

  return add_account_record (target, "energy.accounts", account, account_id, error) &&
         add_energy_balance (target, desk_json_slice_get_member (element, "balance"), account_id, error) &&
         add_list (target, "energy.invoices", element, "invoices", account_id, error) &&
         add_list (target, "energy.billing", element, "transactions", account_id, error) &&
         add_list (target, "energy.concessions", element, "concessions", account_id, error) &&
         add_list (target, "energy.payment-schedules", element, "paymentSchedule", account_id, error);
}

static gboolean
read_banking (DeskSandboxCustomer  *target,
              DeskJsonSlice         banking,
              GError              **error)
{
  DeskJsonIter iter;
  DeskJsonSlice element;

  desk_json_iter_init (&iter, desk_json_slice_get_member (banking, "accounts"));
  while (desk_json_iter_next (&iter, NULL, &element))
    if (!read_banking_account (target, element, error))
      return FALSE;

  return add_list (target, "banking.payees", banking, "payees", DESK_JSON_SLICE_NONE, error) &&
         add_list (target, "banking.direct-debits", banking, "directDebits", DESK_JSON_SLICE_NONE, error) &&
         add_list (target, "banking.scheduled-payments", banking, "payments", DESK_JSON_SLICE_NONE, error);
}

static gboolean
read_energy (DeskSandboxCustomer  *target,
             DeskJsonSlice         energy,
             GError              **error)
{
  DeskJsonSlice service_points = desk_json_slice_get_member (energy, "servicePoints");
  DeskJsonIter iter;
  DeskJsonSlice element;

  desk_json_iter_init (&iter, desk_json_slice_get_member (energy, "accounts"));
  while (desk_json_iter_next (&iter, NULL, &element))
    if (!read_energy_account (target, element, service_points, error))
      return FALSE;

  desk_json_iter_init (&iter, service_points);
  while (desk_json_iter_next (&iter, NULL, &element))
    if (!read_service_point (target, element, error))
      return FALSE;

  return TRUE;
}

gboolean
desk_sandbox_data_customer_read (DeskJsonSlice         customer,
                                 DeskSandboxCustomer  *target,
                                 GError              **error)
{
  const char *industry = desk_sandbox_customer_get_industry (target);
  DeskJsonSlice data = desk_json_slice_get_member (customer, industry);

  if (!add_identity (target, customer, error))
    return FALSE;

  return g_str_equal (industry, "banking") ? read_banking (target, data, error) : read_energy (target, data, error);
}
