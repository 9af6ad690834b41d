/* test-identity.c: tests of who a customer is, in entries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-identity.h"

static DeskIdentity *
read_identity (const char *json)
{
  DeskJsonSlice slice;
  g_autoptr(GError) error = NULL;

  desk_json_parse (json, strlen (json), &slice, &error);
  g_assert_no_error (error);

  return desk_identity_new (slice);
}

/* One entry a line: "label: value". */
static void
assert_entries (const char *json,
                const char *expected)
{
  g_autoptr(DeskIdentity) identity = read_identity (json);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < identity->entries->len; i++)
    {
      const DeskIdentityEntry *entry = g_ptr_array_index (identity->entries, i);

      g_string_append_printf (text, "%s: %s\n", entry->label, entry->value);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_name_has_all_parts (void)
{
  assert_entries ("{\"customer\":{\"customer_u_type\":\"person\",\"person\":{\"prefix\":\"Ms\",\"first_name\":\"Mia\","
                  "\"middle_names\":[\"Lin\",\"\",\"May\"],\"last_name\":\"Chen\",\"suffix\":\"AM\"}}}",
                  "Name: Ms Mia Lin May Chen AM\n");
  assert_entries ("{\"customer\":{\"person\":{\"last_name\":\"Sukarno\",\"middle_names\":null}}}", "Name: Sukarno\n");
}

static void
test_preferred_contacts_say_so (void)
{
  assert_entries ("{\"customer\":{\"person\":{\"occupation_code\":\"132111\",\"email_addresses\":["
                  "{\"is_preferred\":true,\"purpose\":\"HOME\",\"address\":\"mia@example.com\"},"
                  "{\"is_preferred\":false,\"purpose\":\"WORK\",\"address\":\"m@acme.example\"}]}}}",
                  "Occupation code (ANZSCO): 132111\n"
                  "Home e-mail, preferred: mia@example.com\n"
                  "Work e-mail: m@acme.example\n");
}

static void
test_phone_in_full_or_in_parts (void)
{
  assert_entries ("{\"customer\":{\"person\":{\"phone_numbers\":["
                  "{\"purpose\":\"MOBILE\",\"number\":\"491570156\",\"full_number\":\"+61491570156\"},"
                  "{\"purpose\":\"NEW\",\"country_code\":\"+61\",\"area_code\":\"02\",\"number\":\"55501234\","
                  "\"extension\":\"7\"},{\"purpose\":\"HOME\"}]}}}",
                  "Mobile phone: +61491570156\n"
                  "Phone: +61 02 55501234 ext. 7\n");
}

static void
test_bare_text_is_a_contact (void)
{
  assert_entries ("{\"customer\":{\"person\":{\"email_addresses\":[\"mia@example.com\",null,7]}}}",
                  "E-mail: mia@example.com\n");
}

static void
test_addresses_are_one_line (void)
{
  assert_entries ("{\"customer\":{\"person\":{\"physical_addresses\":["
                  "{\"purpose\":\"MAIL\",\"simple\":{\"address_line1\":\"1 High St\",\"city\":\"Perth\"}},"
                  "{\"purpose\":\"REGISTERED\",\"paf\":{}}]}}}",
                  "Mailing address: 1 High St, Perth\n");
}

static void
test_organisation (void)
{
  assert_entries ("{\"customer\":{\"customer_u_type\":\"organisation\",\"person\":{\"last_name\":\"Other\"},"
                  "\"organisation\":{\"business_name\":\"Banksia Plumbing\",\"legal_name\":\"Banksia Pty Ltd\","
                  "\"short_name\":\"Banksia\",\"abn\":\"53004085616\",\"acn\":\"004085616\","
                  "\"organisation_type\":\"COMPANY\",\"agent_first_name\":\"Ngaire\",\"agent_last_name\":\"O'Brien\","
                  "\"agent_role\":\"Director\",\"is_acnc_registered\":true,\"industry_code\":\"3231\","
                  "\"registered_country\":\"AUS\",\"establishment_date\":\"2001-02-03\"}}}",
                  "Business name: Banksia Plumbing\nLegal name: Banksia Pty Ltd\nShort name: Banksia\n"
                  "ABN: 53004085616\nACN: 004085616\nOrganisation type: Company\nAgent, Director: Ngaire O'Brien\n"
                  "Charity: Registered with the ACNC\nIndustry code (ANZSIC): 3231\nCountry of registration: AUS\n"
                  "Established on: 2001-02-03\n");
}

static void
test_tag_that_does_not_fit_falls_back (void)
{
  assert_entries ("{\"customer\":{\"customer_u_type\":\"person\",\"organisation\":{\"business_name\":\"B\","
                  "\"organisation_type\":\"CLUB\"}}}",
                  "Business name: B\nOrganisation type: CLUB\n");
  assert_entries ("{\"customer\":{\"customer_u_type\":\"organisation\",\"person\":{\"last_name\":\"Chen\"}}}",
                  "Name: Chen\n");
  assert_entries ("{\"customer_u_type\":\"person\",\"person\":{\"last_name\":\"Chen\"}}", "Name: Chen\n");
  assert_entries ("[]", "");
}

static void
test_keeps_where_it_is_from (void)
{
  g_autoptr(DeskIdentity) identity =
    read_identity ("{\"institution_id\":\"88888\",\"arrangement_id\":\"arr\","
                   "\"customer\":{\"person\":{\"last_update_time\":\"1970-01-01T10:00:01+10:00\"}}}");
  g_autoptr(DeskIdentity) organisation =
    read_identity ("{\"customer\":{\"organisation\":{\"last_update_time\":\"1970-01-01T00:00:02Z\"}}}");

  g_assert_cmpstr (identity->institution_id, ==, "88888");
  g_assert_cmpstr (identity->arrangement_id, ==, "arr");
  g_assert_cmpint (identity->updated, ==, G_USEC_PER_SEC);
  g_assert_cmpint (organisation->updated, ==, 2 * G_USEC_PER_SEC);
  g_assert_null (organisation->institution_id);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/identity/name-has-all-parts", test_name_has_all_parts);
  g_test_add_func ("/identity/preferred-contacts-say-so", test_preferred_contacts_say_so);
  g_test_add_func ("/identity/phone-in-full-or-in-parts", test_phone_in_full_or_in_parts);
  g_test_add_func ("/identity/bare-text-is-a-contact", test_bare_text_is_a_contact);
  g_test_add_func ("/identity/addresses-are-one-line", test_addresses_are_one_line);
  g_test_add_func ("/identity/organisation", test_organisation);
  g_test_add_func ("/identity/tag-that-does-not-fit-falls-back", test_tag_that_does_not_fit_falls_back);
  g_test_add_func ("/identity/keeps-where-it-is-from", test_keeps_where_it_is_from);

  return g_test_run ();
}
