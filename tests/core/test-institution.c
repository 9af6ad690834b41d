/* test-institution.c: institutions are read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-institution.h"

#include "desk-store-fixture.h"

static DeskInstitution *
read_institution (const char *json)
{
  g_autoptr(GError) error = NULL;
  DeskInstitution *institution = desk_institution_new_from_json (fixture_slice (json), &error);

  g_assert_no_error (error);
  return institution;
}

static void
test_read (void)
{
  g_autoptr(DeskInstitution) institution = read_institution (
    "{\"id\":\"22\",\"name\":\"Wattle Bank\",\"industry\":\"banking\",\"is_accessible\":false,\"priority\":7,"
    "\"status\":{\"connections\":{\"status\":\"HEALTHY\"}}}");

  g_assert_cmpstr (desk_institution_get_id (institution), ==, "22");
  g_assert_cmpstr (desk_institution_get_name (institution), ==, "Wattle Bank");
  g_assert_cmpstr (desk_institution_get_industry (institution), ==, "banking");
  g_assert_false (desk_institution_is_accessible (institution));
  g_assert_cmpint (desk_institution_get_priority (institution), ==, 7);
  g_assert_cmpint (desk_institution_get_health (institution), ==, DESK_INSTITUTION_HEALTH_HEALTHY);
}

static void
test_absent (void)
{
  g_autoptr(DeskInstitution) institution = read_institution ("{\"id\":\"22\"}");

  g_assert_cmpstr (desk_institution_get_name (institution), ==, "22");
  g_assert_null (desk_institution_get_industry (institution));
  g_assert_true (desk_institution_is_accessible (institution));
  g_assert_cmpint (desk_institution_get_priority (institution), ==, 0);
  g_assert_cmpint (desk_institution_get_health (institution), ==, DESK_INSTITUTION_HEALTH_UNKNOWN);
}

static void
test_health (void)
{
  g_autoptr(DeskInstitution) degraded = read_institution (
    "{\"id\":\"1\",\"status\":{\"connections\":{\"status\":\"DEGRADED\"}}}");
  g_autoptr(DeskInstitution) outage = read_institution (
    "{\"id\":\"1\",\"status\":{\"connections\":{\"status\":\"OUTAGE\"}}}");
  g_autoptr(DeskInstitution) other = read_institution (
    "{\"id\":\"1\",\"status\":{\"connections\":{\"status\":\"NAPPING\"}}}");

  g_assert_cmpint (desk_institution_get_health (degraded), ==, DESK_INSTITUTION_HEALTH_DEGRADED);
  g_assert_cmpint (desk_institution_get_health (outage), ==, DESK_INSTITUTION_HEALTH_OUTAGE);
  g_assert_cmpint (desk_institution_get_health (other), ==, DESK_INSTITUTION_HEALTH_UNKNOWN);
}

static void
test_no_id (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (desk_institution_new_from_json (fixture_slice ("{\"name\":\"x\"}"), &error));
  g_assert_error (error, DESK_JSON_ERROR, DESK_JSON_ERROR_SHAPE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/institution/reads-all-members", test_read);
  g_test_add_func ("/institution/has-fallbacks", test_absent);
  g_test_add_func ("/institution/reads-health", test_health);
  g_test_add_func ("/institution/refuses-one-without-id", test_no_id);

  return g_test_run ();
}
