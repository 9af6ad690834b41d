/* test-consent.c: consents are read, judged by a clock and updated
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-consent.h"

#include "desk-store-fixture.h"

#define NOW (G_GINT64_CONSTANT (1700000000) * G_USEC_PER_SEC)

#define FULL "{\"arrangement_id\":\"c1\",\"active\":true,\"account_ids\":[\"a1\",\"a2\"]," \
             "\"permissions\":[\"accounts\"]," \
             "\"created_at\":\"2023-01-01T00:00:00Z\",\"expires_at\":\"2024-01-01T00:00:00Z\"," \
             "\"last_accessed\":\"2023-02-01T00:00:00Z\",\"last_consent\":\"2023-03-01T00:00:00Z\"," \
             "\"end_user_id\":\"eu_1\",\"institution_id\":\"22\",\"institution_name\":\"Wattle Bank\"," \
             "\"institution_type\":\"banking\",\"termination_reason\":null}"

static DeskConsent *
read_consent (const char *json)
{
  g_autoptr(GError) error = NULL;
  DeskConsent *consent = desk_consent_new_from_json (fixture_slice (json), &error);

  g_assert_no_error (error);
  return consent;
}

static void
test_read (void)
{
  g_autoptr(DeskConsent) consent = read_consent (FULL);

  g_assert_cmpstr (desk_consent_get_id (consent), ==, "c1");
  g_assert_cmpstr (desk_consent_get_end_user_id (consent), ==, "eu_1");
  g_assert_cmpstr (desk_consent_get_institution_id (consent), ==, "22");
  g_assert_cmpstr (desk_consent_get_institution_name (consent), ==, "Wattle Bank");
  g_assert_cmpstr (desk_consent_get_institution_type (consent), ==, "banking");
  g_assert_cmpstr (desk_consent_get_account_ids (consent)[1], ==, "a2");
  g_assert_cmpstr (desk_consent_get_permissions (consent)[0], ==, "accounts");
  g_assert_null (desk_consent_get_permissions (consent)[1]);
  g_assert_null (desk_consent_get_termination_reason (consent));
  g_assert_true (desk_consent_get_active (consent));
}

static void
test_times (void)
{
  g_autoptr(DeskConsent) consent = read_consent (FULL);

  g_assert_cmpint (desk_consent_get_created_at (consent), ==, G_GINT64_CONSTANT (1672531200000000));
  g_assert_cmpint (desk_consent_get_expires_at (consent), ==, G_GINT64_CONSTANT (1704067200000000));
  g_assert_cmpint (desk_consent_get_last_accessed (consent), ==, G_GINT64_CONSTANT (1675209600000000));
  g_assert_cmpint (desk_consent_get_last_consent (consent), ==, G_GINT64_CONSTANT (1677628800000000));
}

static void
test_bare (void)
{
  g_autoptr(DeskConsent) consent = read_consent ("{\"arrangement_id\":\"c1\"}");

  g_assert_true (desk_consent_get_active (consent));
  g_assert_null (desk_consent_get_permissions (consent)[0]);
  g_assert_null (desk_consent_get_account_ids (consent)[0]);
  g_assert_cmpint (desk_consent_get_expires_at (consent), ==, 0);
  g_assert_cmpint (desk_consent_get_days_left (consent, NOW), ==, -1);
  g_assert_cmpint (desk_consent_get_status (consent, NOW), ==, DESK_CONSENT_STATUS_ACTIVE);
}

static void
test_no_id (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (desk_consent_new_from_json (fixture_slice ("{\"consent_id\":\"c1\"}"), &error));
  g_assert_error (error, DESK_JSON_ERROR, DESK_JSON_ERROR_SHAPE);
}

static DeskConsent *
new_expiring_at (gint64 seconds)
{
  g_autofree char *json = g_strdup_printf ("{\"arrangement_id\":\"c1\",\"expires_at\":%" G_GINT64_FORMAT "}",
                                           NOW / G_USEC_PER_SEC + seconds);

  return read_consent (json);
}

static void
test_days_left (void)
{
  const struct { gint64 seconds; int days; } cases[] =
  {
    { -1, 0 }, { 0, 0 }, { 1, 1 }, { 86400, 1 }, { 86401, 2 }, { 90 * 86400, 90 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(DeskConsent) consent = new_expiring_at (cases[i].seconds);

      g_assert_cmpint (desk_consent_get_days_left (consent, NOW), ==, cases[i].days);
    }
}

static void
test_status (void)
{
  const struct { gint64 seconds; DeskConsentStatus status; } cases[] =
  {
    { -1, DESK_CONSENT_STATUS_ENDED },
    { 0, DESK_CONSENT_STATUS_ENDED },
    { 1, DESK_CONSENT_STATUS_EXPIRING },
    { 30 * 86400, DESK_CONSENT_STATUS_EXPIRING },
    { 30 * 86400 + 1, DESK_CONSENT_STATUS_ACTIVE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(DeskConsent) consent = new_expiring_at (cases[i].seconds);

      g_assert_cmpint (desk_consent_get_status (consent, NOW), ==, cases[i].status);
    }
}

static void
test_ended_by_the_service (void)
{
  g_autoptr(DeskConsent) consent = read_consent ("{\"arrangement_id\":\"c1\",\"active\":false,"
                                                 "\"expires_at\":4000000000,"
                                                 "\"termination_reason\":\"Expired or Revoked\"}");

  g_assert_cmpint (desk_consent_get_status (consent, NOW), ==, DESK_CONSENT_STATUS_ENDED);
  g_assert_cmpint (desk_consent_get_days_left (consent, NOW), ==, 0);
  g_assert_cmpstr (desk_consent_get_termination_reason (consent), ==, "Expired or Revoked");
}

static void
test_permissions (void)
{
  g_autoptr(DeskConsent) consent = read_consent (FULL);

  g_assert_true (desk_consent_has_permission (consent, "accounts"));
  g_assert_false (desk_consent_has_permission (consent, "account"));
}

static gboolean
covers (const char *json,
        const char *resource)
{
  g_autoptr(DeskConsent) consent = read_consent (json);

  return desk_consent_covers (consent, fixture_resource (resource));
}

static void
test_covers_what_it_grants (void)
{
  g_assert_true (covers (FULL, "banking.accounts"));
  g_assert_false (covers (FULL, "banking.balances"));
}

/* What institutions offer needs no permission, but is of an industry (fiskil-api.md 6). */
static void
test_covers_offers_of_its_industry (void)
{
  const char *retailer = "{\"arrangement_id\":\"c1\",\"active\":true,\"institution_type\":\"energy\"}";
  const char *unsaid = "{\"arrangement_id\":\"c1\",\"active\":true,\"permissions\":[\"accounts\"]}";

  g_assert_true (covers (retailer, "energy.plans"));
  g_assert_false (covers (retailer, "banking.products"));
  g_assert_true (covers (unsaid, "banking.products"));
  g_assert_false (covers (unsaid, "energy.plans"));
  g_assert_true (covers (retailer, "common.data-freshness"));
}

static void
changed_cb (DeskConsent *consent,
            guint       *n_changes)
{
  (*n_changes)++;
}

static void
test_update (void)
{
  const char *differing[] =
  {
    "\"active\":false", "\"created_at\":1", "\"expires_at\":1", "\"last_accessed\":1", "\"last_consent\":1",
    "\"end_user_id\":\"x\"", "\"institution_id\":\"x\"", "\"institution_name\":\"x\"", "\"institution_type\":\"x\"",
    "\"termination_reason\":\"x\"", "\"permissions\":[\"x\"]", "\"account_ids\":[\"x\"]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (differing); i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"arrangement_id\":\"c1\",%s}", differing[i]);
      g_autoptr(DeskConsent) consent = read_consent ("{\"arrangement_id\":\"c1\"}");
      g_autoptr(DeskConsent) other = read_consent (json);
      guint n_changes = 0;

      g_signal_connect (consent, "changed", G_CALLBACK (changed_cb), &n_changes);
      desk_consent_update_from (consent, other);
      g_assert_cmpuint (n_changes, ==, 1);

      /* All was taken over, so the same again is no change. */
      desk_consent_update_from (consent, other);
      g_assert_cmpuint (n_changes, ==, 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/consent/reads-all-members", test_read);
  g_test_add_func ("/consent/reads-times", test_times);
  g_test_add_func ("/consent/everything-but-the-id-may-be-absent", test_bare);
  g_test_add_func ("/consent/refuses-one-without-id", test_no_id);
  g_test_add_func ("/consent/counts-days-rounded-up", test_days_left);
  g_test_add_func ("/consent/ends-by-our-clock", test_status);
  g_test_add_func ("/consent/ends-by-the-word-of-the-service", test_ended_by_the_service);
  g_test_add_func ("/consent/knows-its-permissions", test_permissions);
  g_test_add_func ("/consent/covers-what-it-grants", test_covers_what_it_grants);
  g_test_add_func ("/consent/covers-offers-of-its-industry", test_covers_offers_of_its_industry);
  g_test_add_func ("/consent/update-says-when-anything-differs", test_update);

  return g_test_run ();
}
