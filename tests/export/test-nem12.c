/* test-nem12.c: exports of interval reads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-test-export.h"

#define POINTS "[{\"service_point_id\":\"sp\",\"national_metering_id\":\"4103784410\"}]"

/* (transfer full): a record of a whole day; its reads are all @value */
static char *
make_day (const char *date,
          const char *suffix,
          guint       length,
          guint       n_reads,
          const char *value,
          const char *more)
{
  g_autoptr(GString) record = g_string_new (NULL);

  g_string_append_printf (record, "{\"service_point_id\":\"sp\",\"register_suffix\":\"%s\",\"read_start_date\":\"%s\","
                          "\"read_u_type\":\"intervalRead\",\"interval_read\":{\"read_interval_length\":%u%s,"
                          "\"interval_reads\":[", suffix, date, length, more);
  for (guint i = 0; i < n_reads; i++)
    g_string_append_printf (record, "%s%s", i > 0 ? "," : "", value);
  g_string_append (record, "]}}");

  return g_string_free (g_steal_pointer (&record), FALSE);
}

static char *
write_usage (const char *points,
             const char *usage,
             const char *expected_reasons)
{
  g_autoptr(DeskTestExport) export = desk_test_export_new (DESK_EXPORT_FORMAT_NEM12, TRUE);
  g_autofree char *reasons = NULL;

  g_free (desk_test_export_add (export, "energy.service-points", FALSE, points));
  reasons = desk_test_export_add (export, "energy.usage", TRUE, usage);
  g_assert_cmpstr (reasons, ==, expected_reasons);

  return desk_test_export_finish (export);
}

static void
assert_left_out (const char *usage,
                 const char *reason)
{
  g_autofree char *text = write_usage (POINTS, usage, reason);

  g_assert_cmpstr (text, ==, "100,NEM12,202611211000,CDR,CDR\r\n900\r\n");
}

static void
test_whole_day_is_a_record (void)
{
  g_autofree char *day = make_day ("2026-11-01", "E1", 30, 48, "0.125", "");
  g_autofree char *text = write_usage (POINTS, day, "none");
  g_auto(GStrv) lines = g_strsplit (text, "\r\n", -1);
  g_auto(GStrv) fields = g_strsplit (lines[2], ",", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_cmpstr (lines[0], ==, "100,NEM12,202611211000,CDR,CDR");
  g_assert_cmpstr (lines[1], ==, "200,4103784410,E1,,E1,,,KWH,30,");
  g_assert_cmpuint (g_strv_length (fields), ==, 2 + 48 + 5);
  g_assert_cmpstr (fields[1], ==, "20261101");
  g_assert_cmpstr (fields[49], ==, "0.125");
  g_assert_cmpstr (fields[50], ==, "A");
  g_assert_cmpstr (lines[3], ==, "900");
}

static void
test_days_are_in_order (void)
{
  g_autofree char *late = make_day ("2026-11-02", "E1", 30, 48, "2", "");
  g_autofree char *early = make_day ("2026-11-01", "E1", 30, 48, "1", "");
  g_autofree char *usage = g_strdup_printf ("[%s,%s]", late, early);
  g_autofree char *text = write_usage (POINTS, usage, "none none");

  g_assert_true (strstr (text, "300,20261101,1,") < strstr (text, "300,20261102,2,"));
}

static void
test_registers_are_apart (void)
{
  g_autofree char *import = make_day ("2026-11-01", "E1", 30, 48, "1", "");
  g_autofree char *export = make_day ("2026-11-01", "B1", 30, 48, "-0.5", "");
  g_autofree char *finer = make_day ("2026-11-01", "E1", 5, 288, "1e-1", "");
  g_autofree char *usage = g_strdup_printf ("[%s,%s,%s]", import, export, finer);
  g_autofree char *text = write_usage (POINTS, usage, "none none none");

  g_assert_nonnull (strstr (text, "200,4103784410,B1E1,,B1,,,KWH,30,\r\n300,20261101,0.5,"));
  g_assert_nonnull (strstr (text, "200,4103784410,B1E1,,E1,,,KWH,30,\r\n300,20261101,1,"));
  g_assert_nonnull (strstr (text, "200,4103784410,B1E1,,E1,,,KWH,5,\r\n300,20261101,0.1,"));
}

static void
test_substitutes_are_flagged (void)
{
  g_autofree char *day = make_day ("2026-11-01", "E1", 30, 48, "1",
                                   ",\"readQualities\":[{\"start_interval\":3,\"end_interval\":4,\"quality\":\"SUBSTITUTE\"},"
                                   "{\"start_interval\":47,\"end_interval\":90,\"quality\":\"FINAL_SUBSTITUTE\"},"
                                   "{\"start_interval\":-5,\"end_interval\":1,\"quality\":\"GUESSED\"}]");
  g_autofree char *text = write_usage (POINTS, day, "none");

  g_assert_nonnull (strstr (text, ",1,V,,,20261121100000,\r\n400,1,1,E,,\r\n400,2,2,A,,\r\n400,3,4,S,,\r\n"
                                  "400,5,46,A,,\r\n400,47,48,F,,\r\n900\r\n"));
}

static void
test_day_of_one_quality_has_no_more_records (void)
{
  g_autofree char *day = make_day ("2026-11-01", "E1", 30, 48, "1",
                                   ",\"read_qualities\":[{\"start_interval\":1,\"end_interval\":48,\"quality\":\"SUBSTITUTE\"}]");
  g_autofree char *text = write_usage (POINTS, day, "none");

  g_assert_nonnull (strstr (text, ",1,S,,,20261121100000,\r\n900\r\n"));
}

static void
test_unit_is_in_capitals (void)
{
  g_autofree char *day = make_day ("2026-11-01", "Q1\",\"unit_of_measure\":\"kvarh\",\"meter_id\":\"M,1", 15, 96, "1", "");
  g_autofree char *text = write_usage (POINTS, day, "none");

  g_assert_nonnull (strstr (text, ",Q1,,M 1,KVARH,15,\r\n"));
}

static void
test_incomplete_days_are_left_out (void)
{
  g_autofree char *day = make_day ("2026-11-01", "E1", 30, 46, "1", "");

  assert_left_out (day, "incomplete-day");
}

static void
test_other_lengths_are_left_out (void)
{
  g_autofree char *day = make_day ("2026-11-01", "E1", 60, 24, "1", "");

  assert_left_out (day, "interval-length");
}

static void
test_missing_reads_are_left_out (void)
{
  g_autofree char *day = make_day ("2026-11-01", "E1", 30, 48, "null", "");

  assert_left_out (day, "no-read");
}

static void
test_negative_import_is_left_out (void)
{
  g_autofree char *day = make_day ("2026-11-01", "E1", 30, 48, "-1", "");

  assert_left_out (day, "negative-read");
}

static void
test_day_without_a_date_is_left_out (void)
{
  g_autofree char *day = make_day ("soon", "E1", 30, 48, "1", "");

  assert_left_out (day, "no-date");
}

static void
test_basic_reads_are_left_out (void)
{
  assert_left_out ("[{\"service_point_id\":\"sp\",\"read_start_date\":\"2026-11-01\",\"read_u_type\":\"basicRead\","
                   "\"basic_read\":{\"value\":1},\"interval_read\":{\"read_interval_length\":720,\"interval_reads\":[1,1]}},"
                   "{\"service_point_id\":\"sp\",\"read_start_date\":\"2026-11-01\",\"read_u_type\":\"intervalRead\","
                   "\"interval_read\":{\"aggregate_value\":1}}]", "basic-read basic-read");
}

static void
test_second_row_of_a_day_is_left_out (void)
{
  g_autofree char *day = make_day ("2026-11-01", "E1", 30, 48, "1", "");
  g_autofree char *usage = g_strdup_printf ("[%s,%s]", day, day);
  g_autofree char *text = write_usage (POINTS, usage, "none same-day");

  g_assert_nonnull (strstr (text, "300,"));
}

static void
test_service_point_without_an_nmi_is_left_out (void)
{
  g_autofree char *day = make_day ("2026-11-01", "E1", 30, 48, "1", "");
  g_autofree char *text = write_usage ("[{\"service_point_id\":\"sp\",\"national_metering_id\":\"41,0\"}]", day,
                                       "no-metering-id");

  g_assert_null (strstr (text, "300,"));
}

static void
test_check_digit_of_an_nmi_is_left_out (void)
{
  g_autofree char *day = make_day ("2026-11-01", "E1", 30, 48, "1", "");
  g_autofree char *text = write_usage ("[{\"service_point_id\":\"sp\",\"national_metering_id\":\"QB012345679\"}]", day,
                                       "none");

  g_assert_nonnull (strstr (text, "200,QB01234567,"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-nem12/whole-day-is-a-record", test_whole_day_is_a_record);
  g_test_add_func ("/export-nem12/days-are-in-order", test_days_are_in_order);
  g_test_add_func ("/export-nem12/registers-are-apart", test_registers_are_apart);
  g_test_add_func ("/export-nem12/substitutes-are-flagged", test_substitutes_are_flagged);
  g_test_add_func ("/export-nem12/day-of-one-quality-has-no-more-records", test_day_of_one_quality_has_no_more_records);
  g_test_add_func ("/export-nem12/unit-is-in-capitals", test_unit_is_in_capitals);
  g_test_add_func ("/export-nem12/incomplete-days-are-left-out", test_incomplete_days_are_left_out);
  g_test_add_func ("/export-nem12/other-lengths-are-left-out", test_other_lengths_are_left_out);
  g_test_add_func ("/export-nem12/missing-reads-are-left-out", test_missing_reads_are_left_out);
  g_test_add_func ("/export-nem12/negative-import-is-left-out", test_negative_import_is_left_out);
  g_test_add_func ("/export-nem12/day-without-a-date-is-left-out", test_day_without_a_date_is_left_out);
  g_test_add_func ("/export-nem12/basic-reads-are-left-out", test_basic_reads_are_left_out);
  g_test_add_func ("/export-nem12/second-row-of-a-day-is-left-out", test_second_row_of_a_day_is_left_out);
  g_test_add_func ("/export-nem12/service-point-without-an-nmi-is-left-out", test_service_point_without_an_nmi_is_left_out);
  g_test_add_func ("/export-nem12/check-digit-of-an-nmi-is-left-out", test_check_digit_of_an_nmi_is_left_out);

  return g_test_run ();
}
