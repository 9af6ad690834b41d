/* desk-sandbox-version-one.c: records as version 1 of the API has them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-version-one.h"

#include "desk-sandbox-rewrite.h"

/* The newer name, and the older one or NULL where there was none; where names differ
 * the first that fits counts. */
typedef struct
{
  const char *newer;
  const char *older;
} Renaming;

static const Renaming fee_types[] = {
  { "CASH_ADVANCE", "WITHDRAWAL" },
  { "DISHONOUR", "EVENT" },
  { "ENQUIRY", "EVENT" },
  { "LATE_PAYMENT", "EVENT" },
  { "OTHER", "EVENT" },
  { "REPLACEMENT", "EVENT" },
  { "UPFRONT_PER_PLAN", "UPFRONT" },
  { "VARIATION", "VARIABLE" },
};

static const Renaming rate_types[] = {
  { "BALANCE", "balance_rate" },
  { "TRANSACTION", "transaction_rate" },
  { "INTEREST_ACCRUED", "accrued_rate" },
  { "FEE", "fee_rate" },
};

static const char *
find_older (const Renaming *renamings,
            guint           n_renamings,
            DeskJsonSlice   value)
{
  for (guint i = 0; i < n_renamings; i++)
    if (desk_json_slice_equals_string (value, renamings[i].newer))
      return renamings[i].older;

  return NULL;
}

static gboolean
is_one_of (const char        *name,
           const char *const *names)
{
  return g_strv_contains (names, name);
}

/* "1000.00" as 1000.00; a text that is no number stays one. */
static void
add_number (GString       *text,
            const char    *name,
            DeskJsonSlice  value)
{
  DeskJsonSlice inner = { value.text + 1, value.length - 2 };
  DeskJsonSlice number;

  if (desk_json_slice_get_kind (value) == DESK_JSON_KIND_STRING &&
      desk_json_parse (inner.text, inner.length, &number, NULL) &&
      desk_json_slice_get_kind (number) == DESK_JSON_KIND_NUMBER)
    desk_sandbox_rewrite_add (text, name, number);
  else
    desk_sandbox_rewrite_add (text, name, value);
}

static void
write_condition (GString       *text,
                 const char    *name,
                 DeskJsonSlice  value)
{
  static const char *const kept[] = { "additional_info", "additional_info_uri", NULL };

  if (is_one_of (name, kept))
    desk_sandbox_rewrite_add (text, name, value);
}

static void
add_conditions (GString       *text,
                const char    *name,
                DeskJsonSlice  value)
{
  DeskJsonSlice first = desk_json_slice_get_path (value, "0");

  if (desk_json_slice_get_kind (value) != DESK_JSON_KIND_ARRAY)
    {
      desk_sandbox_rewrite_add (text, name, value);
      return;
    }

  if (desk_json_slice_get_kind (first) != DESK_JSON_KIND_OBJECT)
    return;

  desk_sandbox_rewrite_add_name (text, name);
  desk_sandbox_rewrite_object (text, first, write_condition);
}

static void
write_tier (GString       *text,
            const char    *name,
            DeskJsonSlice  value)
{
  static const char *const bounds[] = { "minimum_value", "maximum_value", NULL };

  if (is_one_of (name, bounds))
    add_number (text, name, value);
  else if (g_str_equal (name, "applicability_conditions"))
    add_conditions (text, name, value);
  else
    desk_sandbox_rewrite_add (text, name, value);
}

/* What was added later has no place among the older values. */
static gboolean
is_newer_purpose (const char    *name,
                  DeskJsonSlice  value)
{
  static const char *const members[] = { "repayment_type", "loan_purpose", NULL };

  return is_one_of (name, members) && (desk_json_slice_equals_string (value, "OTHER") ||
                                       desk_json_slice_equals_string (value, "UNCONSTRAINED"));
}

static void
write_rate (GString       *text,
            const char    *name,
            DeskJsonSlice  value)
{
  if (g_str_equal (name, "tiers"))
    {
      desk_sandbox_rewrite_add_name (text, name);
      desk_sandbox_rewrite_array (text, value, write_tier);
    }
  else if (g_str_equal (name, "applicability_conditions"))
    {
      add_conditions (text, name, value);
    }
  else if (!is_newer_purpose (name, value))
    {
      desk_sandbox_rewrite_add (text, name, value);
    }
}

static void
write_loan (GString       *text,
            const char    *name,
            DeskJsonSlice  value)
{
  if (!is_newer_purpose (name, value))
    desk_sandbox_rewrite_add (text, name, value);
}

/* The union's amount or rate, side by side with the rest. */
static gboolean
add_method (GString       *text,
            const char    *name,
            DeskJsonSlice  value)
{
  static const char *const methods[] = { "fee_method_u_type", "discount_method_u_type", "variable", NULL };
  DeskJsonSlice rate_type;
  const char *older;

  if (g_str_equal (name, "fixed_amount"))
    {
      desk_sandbox_rewrite_add (text, "amount", desk_json_slice_get_member (value, "amount"));
      return TRUE;
    }

  if (!g_str_equal (name, "rate_based"))
    return is_one_of (name, methods);

  rate_type = desk_json_slice_get_member (value, "rate_type");
  older = find_older (rate_types, G_N_ELEMENTS (rate_types), rate_type);
  if (older != NULL)
    desk_sandbox_rewrite_add (text, older, desk_json_slice_get_member (value, "rate"));
  desk_sandbox_rewrite_add (text, "accrual_frequency", desk_json_slice_get_member (value, "accrual_frequency"));
  return TRUE;
}

static void
write_discount (GString       *text,
                const char    *name,
                DeskJsonSlice  value)
{
  if (!add_method (text, name, value))
    desk_sandbox_rewrite_add (text, name, value);
}

static void
write_fee (GString       *text,
           const char    *name,
           DeskJsonSlice  value)
{
  static const char *const newer[] = { "fee_cap", "fee_cap_period", NULL };
  const char *older = NULL;

  if (add_method (text, name, value) || is_one_of (name, newer))
    return;

  if (g_str_equal (name, "fee_type"))
    older = find_older (fee_types, G_N_ELEMENTS (fee_types), value);

  if (older != NULL)
    {
      desk_sandbox_rewrite_add_name (text, name);
      g_string_append_printf (text, "\"%s\"", older);
    }
  else if (g_str_equal (name, "discounts"))
    {
      desk_sandbox_rewrite_add_name (text, name);
      desk_sandbox_rewrite_array (text, value, write_discount);
    }
  else
    {
      desk_sandbox_rewrite_add (text, name, value);
    }
}

static void
write_feature (GString       *text,
               const char    *name,
               DeskJsonSlice  value)
{
  if (!g_str_equal (name, "is_activated") || desk_json_slice_get_kind (value) != DESK_JSON_KIND_STRING)
    {
      desk_sandbox_rewrite_add (text, name, value);
      return;
    }

  /* UNKNOWN is neither. */
  if (desk_json_slice_equals_string (value, "ACTIVATED"))
    desk_sandbox_rewrite_add (text, name, (DeskJsonSlice) { "true", 4 });
  else if (desk_json_slice_equals_string (value, "NOT_ACTIVATED"))
    desk_sandbox_rewrite_add (text, name, (DeskJsonSlice) { "false", 5 });
}

static void
write_osko_detail (GString       *text,
                   const char    *name,
                   DeskJsonSlice  value)
{
  static const char *const kept[] = { "extended_description", "end_to_end_id", "purpose_code", NULL };

  if (is_one_of (name, kept))
    desk_sandbox_rewrite_add (text, name, value);
}

/* Osko was a kind of its own; the other payments kept the name of the standards. */
static void
add_payload (GString       *text,
             DeskJsonSlice  payload)
{
  DeskJsonSlice service = desk_json_slice_get_member (payload, "service");

  if (desk_json_slice_equals_string (service, "X2P1"))
    {
      desk_sandbox_rewrite_add_name (text, "extension_u_type");
      g_string_append (text, "\"x2p101Payload\",\"service\":\"X2P1.01\"");
      desk_sandbox_rewrite_add_name (text, "x2p101_payload");
      desk_sandbox_rewrite_object (text, payload, write_osko_detail);
    }
  else
    {
      desk_sandbox_rewrite_add_name (text, "extension_u_type");
      g_string_append (text, "\"nppPayload\"");
      desk_sandbox_rewrite_add (text, "service", service);
      desk_sandbox_rewrite_add (text, "nppPayload", payload);
    }
}

static void
write_parties (GString       *text,
               const char    *name,
               DeskJsonSlice  value)
{
  static const char *const newer[] = { "extension_u_type", "npp_payload", NULL };

  if (!is_one_of (name, newer))
    desk_sandbox_rewrite_add (text, name, value);
}

static void
add_extended_data (GString       *text,
                   const char    *name,
                   DeskJsonSlice  value)
{
  DeskJsonSlice payload = desk_json_slice_get_member (value, "npp_payload");

  if (desk_json_slice_get_kind (payload) != DESK_JSON_KIND_OBJECT)
    {
      desk_sandbox_rewrite_add (text, name, value);
      return;
    }

  desk_sandbox_rewrite_add_name (text, name);
  desk_sandbox_rewrite_object (text, value, write_parties);
  g_string_truncate (text, text->len - 1);
  add_payload (text, payload);
  g_string_append_c (text, '}');
}

static void
write_record (GString       *text,
              const char    *name,
              DeskJsonSlice  value)
{
  static const char *const newer[] = { "instalments", "is_instalment_detail_available", "instalment_plan_id", NULL };
  static const struct
  {
    const char               *name;
    DeskSandboxRewriteMember  write_member;
  } lists[] = {
    { "deposit_rates", write_rate },
    { "lending_rates", write_rate },
    { "fees", write_fee },
    { "features", write_feature },
  };

  if (is_one_of (name, newer))
    return;

  if (g_str_equal (name, "extended_data"))
    {
      add_extended_data (text, name, value);
      return;
    }

  if (g_str_equal (name, "loan"))
    {
      desk_sandbox_rewrite_add_name (text, name);
      desk_sandbox_rewrite_object (text, value, write_loan);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (name, lists[i].name))
      {
        desk_sandbox_rewrite_add_name (text, name);
        desk_sandbox_rewrite_array (text, value, lists[i].write_member);
        return;
      }

  desk_sandbox_rewrite_add (text, name, value);
}

void
desk_sandbox_version_one_append (GString       *text,
                                 DeskJsonSlice  record)
{
  desk_sandbox_rewrite_object (text, record, write_record);
}
