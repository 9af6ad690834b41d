/* test-address-words.c: tests of addresses in one line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-address-words.h"

static void
assert_words (const char *json,
              const char *expected)
{
  DeskJsonSlice slice;
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  desk_json_parse (json, strlen (json), &slice, &error);
  g_assert_no_error (error);
  words = desk_address_words (slice);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_simple_lines (void)
{
  assert_words ("{\"address_u_type\":\"simple\",\"simple\":{\"mailing_name\":\"Ms Mia Chen\","
                "\"address_line1\":\"27 Lantana Lane\",\"postcode\":\"2042\",\"city\":\"Newtown\",\"state\":\"NSW\","
                "\"country\":\"AUS\"}}",
                "Ms Mia Chen, 27 Lantana Lane, Newtown NSW 2042");
}

static void
test_simple_foreign_country (void)
{
  assert_words ("{\"simple\":{\"address_line1\":\"1 High St\",\"address_line2\":\"\",\"address_line3\":\"Flat 2\","
                "\"city\":\"Leeds\",\"country\":\"GBR\"}}",
                "1 High St, Flat 2, Leeds, GBR");
}

static void
test_paf_street (void)
{
  assert_words ("{\"address_u_type\":\"paf\",\"paf\":{\"thoroughfare_number1\":27,\"street_name\":\"Lantana\","
                "\"street_type\":\"LANE\",\"locality_name\":\"NEWTOWN\",\"postcode\":\"2042\",\"state\":\"NSW\"}}",
                "27 Lantana Lane, Newtown NSW 2042");
}

static void
test_paf_everything (void)
{
  assert_words ("{\"paf\":{\"building_name_1\":\"Banksia House\",\"flat_unit_type\":\"UNIT\",\"flat_unit_number\":\"4\","
                "\"floor_level_type\":\"LEVEL\",\"floor_level_number\":\"2\",\"lot_number\":\"12\","
                "\"thoroughfare_number1\":27,\"thoroughfare_number1_suffix\":\"A\",\"thoroughfare_number2\":29,"
                "\"thoroughfare_number2_suffix\":\"B\",\"street_name\":\"O'BRIEN\",\"street_type\":\"ROAD\","
                "\"street_suffix\":\"NORTH\",\"locality_name\":\"PORT AUGUSTA\",\"state\":\"SA\",\"postcode\":\"5700\"}}",
                "Banksia House, Unit 4, Level 2, Lot 12, 27A–29B O'Brien Road North, Port Augusta SA 5700");
}

static void
test_paf_postal_delivery (void)
{
  assert_words ("{\"paf\":{\"postal_delivery_type\":\"PO Box\",\"postal_delivery_number_prefix\":\"A\","
                "\"postal_delivery_number\":123,\"postal_delivery_number_suffix\":\"Z\",\"locality_name\":\"Perth\","
                "\"postcode\":\"6000\",\"state\":\"WA\"}}",
                "PO Box A123Z, Perth WA 6000");
}

static void
test_paf_with_almost_nothing (void)
{
  assert_words ("{\"paf\":{\"locality_name\":\"PERTH\",\"postcode\":\"0539\"}}", "Perth 0539");
}

static void
test_capitals_become_a_title (void)
{
  assert_words ("{\"paf\":{\"street_name\":\"ST JOHN'S\",\"locality_name\":\"COFFS-HARBOUR\"}}", "St John's, Coffs-Harbour");
  assert_words ("{\"paf\":{\"street_name\":\"McDonald\"}}", "McDonald");
}

static void
test_tag_chooses_the_form (void)
{
#define BOTH "\"simple\":{\"city\":\"Simple\"},\"paf\":{\"locality_name\":\"PAF\"}"
  assert_words ("{\"address_u_type\":\"simple\"," BOTH "}", "Simple");
  assert_words ("{\"address_u_type\":\"paf\"," BOTH "}", "Paf");
  assert_words ("{\"address_u_type\":\"simple\",\"paf\":{\"locality_name\":\"PAF\"}}", "Paf");
  assert_words ("{\"address_u_type\":\"paf\",\"simple\":{\"city\":\"Simple\"}}", "Simple");
#undef BOTH
}

static void
test_control_characters_are_blanks (void)
{
  assert_words ("{\"simple\":{\"address_line1\":\"1 <b>High</b>\\nStreet\",\"city\":\"Leeds\"}}",
                "1 <b>High</b> Street, Leeds");
}

static void
test_nothing_is_an_empty_line (void)
{
  assert_words ("{}", "");
  assert_words ("null", "");
  assert_words ("{\"address_u_type\":\"paf\",\"paf\":null,\"simple\":[]}", "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/address-words/simple-lines", test_simple_lines);
  g_test_add_func ("/address-words/simple-foreign-country", test_simple_foreign_country);
  g_test_add_func ("/address-words/paf-street", test_paf_street);
  g_test_add_func ("/address-words/paf-everything", test_paf_everything);
  g_test_add_func ("/address-words/paf-postal-delivery", test_paf_postal_delivery);
  g_test_add_func ("/address-words/paf-with-almost-nothing", test_paf_with_almost_nothing);
  g_test_add_func ("/address-words/capitals-become-a-title", test_capitals_become_a_title);
  g_test_add_func ("/address-words/tag-chooses-the-form", test_tag_chooses_the_form);
  g_test_add_func ("/address-words/control-characters-are-blanks", test_control_characters_are_blanks);
  g_test_add_func ("/address-words/nothing-is-an-empty-line", test_nothing_is_an_empty_line);

  return g_test_run ();
}
