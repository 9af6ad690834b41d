/* test-quality.c: what does not fit the catalogue is found, and what fits is not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "desk-catalogue.h"
#include "desk-quality-rows.h"

/* Counts how often the rule is broken at the field. */
static guint
count (const char      *resource,
       const char      *records,
       DeskQualityRule  rule,
       const char      *field)
{
  g_autoptr(DeskQualityRows) rows = desk_quality_rows_new ();
  g_autoptr(GListModel) findings = NULL;
  DeskJsonSlice root;
  DeskJsonSlice record;
  DeskJsonIter iter;
  guint n = 0;

  g_assert_true (desk_json_parse (records, strlen (records), &root, NULL));
  desk_json_iter_init (&iter, root);
  for (guint i = 0; desk_json_iter_next (&iter, NULL, &record); i++)
    desk_quality_rows_take (rows, desk_catalogue_find (resource), record, i);

  findings = desk_quality_report_dup_findings (desk_quality_rows_finish (rows));
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(DeskQualityFinding) finding = g_list_model_get_item (findings, i);

      if (desk_quality_finding_get_rule (finding) == rule &&
          g_str_equal (desk_quality_finding_get_field (finding), field))
        n += desk_quality_finding_get_count (finding);
    }

  return n;
}

typedef struct
{
  const char      *name;
  const char      *resource;
  DeskQualityRule  rule;
  const char      *field;
  const char      *bad;
  const char      *good;
} Case;

static const Case cases[] = {
  { "mandatory-missing", "banking.transactions", DESK_QUALITY_MANDATORY_MISSING, "amount",
    "[{}]", "[{\"amount\":\"1.00\"}]" },
  { "mandatory-null", "banking.transactions", DESK_QUALITY_MANDATORY_NULL, "amount",
    "[{\"amount\":null}]", "[{\"amount\":\"1.00\"}]" },
  { "empty-mandatory-text", "energy.usage", DESK_QUALITY_EMPTY_TEXT, "register_suffix",
    "[{\"register_suffix\":\"\"}]", "[{\"register_suffix\":\"E1\"}]" },
  { "empty-amount", "banking.balances", DESK_QUALITY_EMPTY_TEXT, "credit_limit",
    "[{\"credit_limit\":\"\"}]", "[{\"credit_limit\":\"0\"}]" },
  { "amount-as-number", "banking.transactions", DESK_QUALITY_WRONG_TYPE, "amount",
    "[{\"amount\":1.00}]", "[{\"amount\":\"1.00\"}]" },
  { "boolean-for-word", "banking.accounts", DESK_QUALITY_WRONG_TYPE, "features.is_activated",
    "[{\"features\":[{\"is_activated\":true}]}]", "[{\"features\":[{\"is_activated\":\"ACTIVATED\"}]}]" },
  { "object-for-list", "banking.accounts", DESK_QUALITY_WRONG_SHAPE, "features",
    "[{\"features\":{}}]", "[{\"features\":[]}]" },
  { "list-for-object", "banking.accounts", DESK_QUALITY_WRONG_SHAPE, "loan",
    "[{\"loan\":[]}]", "[{\"loan\":{}}]" },
  { "text-for-list", "energy.accounts", DESK_QUALITY_WRONG_SHAPE, "plans.service_point_ids",
    "[{\"plans\":[{\"service_point_ids\":\"a\"}]}]", "[{\"plans\":[{\"service_point_ids\":[\"a\"]}]}]" },
  { "unreadable-amount", "banking.transactions", DESK_QUALITY_UNREADABLE, "amount",
    "[{\"amount\":\"1,00\"}]", "[{\"amount\":\"-1.00\"}]" },
  { "unreadable-duration", "banking.accounts", DESK_QUALITY_UNREADABLE, "loan.repayment_frequency",
    "[{\"loan\":{\"repayment_frequency\":\"P8Y2M6DT3\"}}]", "[{\"loan\":{\"repayment_frequency\":\"P3Y6M4DT12H30M5S\"}}]" },
  { "unreadable-currency", "banking.balances", DESK_QUALITY_UNREADABLE, "currency",
    "[{\"currency\":\"A$\"}]", "[{\"currency\":\"AUD\"}]" },
  { "unknown-word", "banking.transactions", DESK_QUALITY_UNKNOWN_VALUE, "status",
    "[{\"status\":\"posted\"}]", "[{\"status\":\"POSTED\"}]" },
  { "date-time-in-date", "energy.usage", DESK_QUALITY_DATE_TIME_IN_DATE, "read_start_date",
    "[{\"read_start_date\":\"2024-07-10T15:21:48.570Z\"}]", "[{\"read_start_date\":\"2024-07-10\"}]" },
  { "rate-over-one", "banking.accounts", DESK_QUALITY_OUT_OF_RANGE, "deposit_rate",
    "[{\"deposit_rate\":\"3.43\"}]", "[{\"deposit_rate\":\"1\"}]" },
  { "absurd-year", "banking.accounts", DESK_QUALITY_OUT_OF_RANGE, "creation_date",
    "[{\"creation_date\":\"0001-01-01\"}]", "[{\"creation_date\":\"2027-01-01\"}]" },
  { "placeholder", "banking.accounts", DESK_QUALITY_PLACEHOLDER, "deposit_rate",
    "[{\"deposit_rate\":\"N/A\"}]", "[{\"deposit_rate\":\"0.01\"}]" },
  { "unsafe-uri", "banking.accounts", DESK_QUALITY_UNSAFE_URI, "features.additional_info_uri",
    "[{\"features\":[{\"additional_info_uri\":\"www.bankwest.com.au\"}]}]",
    "[{\"features\":[{\"additional_info_uri\":\"https://www.bankwest.com.au\"}]}]" },
  { "unknown-branch", "energy.usage", DESK_QUALITY_UNKNOWN_BRANCH, "read_u_type",
    "[{\"read_u_type\":\"interval_read\"}]", "[{\"read_u_type\":\"intervalRead\"}]" },
  { "branch-missing", "energy.usage", DESK_QUALITY_BRANCH_MISSING, "interval_read",
    "[{\"read_u_type\":\"intervalRead\"}]", "[{\"read_u_type\":\"intervalRead\",\"interval_read\":{}}]" },
  { "branch-extra", "energy.usage", DESK_QUALITY_BRANCH_EXTRA, "basic_read",
    "[{\"read_u_type\":\"intervalRead\",\"basic_read\":{\"value\":1}}]",
    "[{\"read_u_type\":\"basicRead\",\"basic_read\":{\"value\":1}}]" },
  { "mandatory-in-another-branch", "energy.usage", DESK_QUALITY_MANDATORY_MISSING, "interval_read.aggregate_value",
    "[{\"read_u_type\":\"intervalRead\",\"interval_read\":{}}]",
    "[{\"read_u_type\":\"basicRead\",\"interval_read\":{}}]" },
  { "mandatory-unless", "banking.scheduled-payments", DESK_QUALITY_MANDATORY_MISSING, "payment_set.amount",
    "[{\"payment_set\":[{\"is_amount_calculated\":false}]}]", "[{\"payment_set\":[{\"is_amount_calculated\":true}]}]" },
  { "unknown-member", "banking.balances", DESK_QUALITY_UNKNOWN_MEMBER, "colour",
    "[{\"colour\":\"green\"}]", "[{\"currency\":\"AUD\"}]" },
  { "duplicate", "banking.accounts", DESK_QUALITY_DUPLICATE, "",
    "[{\"account_id\":\"a\",\"fiskil_id\":\"1\"},{\"account_id\":\"a\",\"fiskil_id\":\"2\"}]",
    "[{\"account_id\":\"a\",\"fiskil_id\":\"1\"},{\"account_id\":\"b\",\"fiskil_id\":\"2\"}]" },
  { "interval-count", "energy.usage", DESK_QUALITY_INTERVAL_COUNT, "interval_read.read_interval_length",
    "[{\"interval_read\":{\"read_interval_length\":33,\"interval_reads\":[1,2]}}]",
    "[{\"interval_read\":{\"read_interval_length\":720,\"interval_reads\":[1,2]}}]" },
  { "note-out-of-range", "energy.usage", DESK_QUALITY_OUT_OF_RANGE, "interval_read.readQualities.end_interval",
    "[{\"interval_read\":{\"interval_reads\":[1,2],\"readQualities\":[{\"start_interval\":1,\"end_interval\":3}]}}]",
    "[{\"interval_read\":{\"interval_reads\":[1,2],\"readQualities\":[{\"start_interval\":1,\"end_interval\":2}]}}]" },
  { "gap", "energy.usage", DESK_QUALITY_INTERVAL_GAP, "read_start_date",
    "[{\"service_point_id\":\"s\",\"read_start_date\":\"2024-07-01\"},"
    "{\"service_point_id\":\"s\",\"read_start_date\":\"2024-07-03\"}]",
    "[{\"service_point_id\":\"s\",\"read_start_date\":\"2024-07-01\"},"
    "{\"service_point_id\":\"s\",\"read_start_date\":\"2024-07-02\"}]" },
  { "unit-mismatch", "energy.usage", DESK_QUALITY_UNIT_MISMATCH, "unit_of_measure",
    "[{\"service_point_id\":\"s\",\"unit_of_measure\":\"kWh\"},{\"service_point_id\":\"s\",\"unit_of_measure\":\"Wh\"}]",
    "[{\"service_point_id\":\"s\",\"unit_of_measure\":\"kWh\"},{\"service_point_id\":\"s\",\"unit_of_measure\":\"KWH\"}]" },
  { "broken-reference", "banking.accounts", DESK_QUALITY_BROKEN_REFERENCE, "loan.offset_account_ids",
    "[{\"account_id\":\"a\",\"loan\":{\"offset_account_ids\":[\"b\"]}}]",
    "[{\"account_id\":\"a\",\"loan\":{\"offset_account_ids\":[\"b\"]}},{\"account_id\":\"b\"}]" },
};

static void
test_case (gconstpointer data)
{
  const Case *self = data;

  g_assert_cmpuint (count (self->resource, self->bad, self->rule, self->field), ==, 1);
  g_assert_cmpuint (count (self->resource, self->good, self->rule, self->field), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/quality/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
