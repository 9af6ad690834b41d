/* hazards-text.c: hazards 31 to 36: text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hazard.h"

#include "desk-address-words.h"
#include "desk-http.h"
#include "desk-identity.h"

static guint
count_found (DeskStore  *store,
             const char *resource,
             const char *search)
{
  g_autoptr(DeskQuery) query = desk_query_new (fixture_resource (resource), FIXTURE_USER);
  g_autoptr(GArray) ids = NULL;

  desk_query_set_search (query, search);
  ids = fixture_list (store, query, 0, 0);
  return ids->len;
}

static void
test_long_text (DeskJsonPage *page)
{
  g_autofree char *sent = desk_json_slice_dup_string (hazard_value (page, 0, "description"));
  g_autoptr(DeskStore) store = hazard_store ("banking.product-detail", page, 0);

  g_assert_cmpuint (strlen (sent), ==, 3359);
  hazard_assert_words ("banking.product-detail", page, 0, "description", sent);
  hazard_assert_words ("banking.product-detail", page, 0, "features.0.additional_info", sent);
  g_assert_nonnull (strstr (sent, "<b>active</b>"));
  g_assert_cmpuint (count_found (store, "banking.product-detail", "LASTWORD"), ==, 1);
}

static void
test_blanks_in_card_text (DeskJsonPage *page)
{
  g_autoptr(DeskStore) store = hazard_store ("banking.transactions", page, 0);

  hazard_assert_words ("banking.transactions", page, 0, "description",
                       "TRANSPORTFORNSW OPAL     CHIPPENDALE  AU Card xx0000");
  hazard_assert_words ("banking.transactions", page, 0, "reference", "  leading");
  hazard_assert_words ("banking.transactions", page, 1, "reference", "a b c");
  g_assert_cmpuint (count_found (store, "banking.transactions", "opal xx0000"), ==, 1);
}

static void
test_leading_zeros (DeskJsonPage *page)
{
  g_autoptr(DeskStore) store = hazard_store ("banking.transactions", page, 0);
  g_autoptr(DeskQuery) query = desk_query_new (fixture_resource ("banking.transactions"), FIXTURE_USER);
  g_autofree char *found = NULL;

  hazard_assert_words ("banking.transactions", page, 0, "merchant_category_code", "0625");
  hazard_assert_words ("banking.transactions", page, 0, "biller_code", "000123");
  hazard_assert_words ("banking.transactions", page, 0, "apca_number", "012345");
  hazard_assert_words ("banking.transactions", page, 0, "account_id", "00012345");
  hazard_assert_words ("banking.accounts", page, 2, "bsb", "012-003");
  hazard_assert_words ("energy.service-points", page, 3, "national_metering_id", "06102303330");

  desk_query_set_filter (query, "merchant_category_code", "0625");
  found = fixture_column (store, query, "account_id");
  g_assert_cmpstr (found, ==, "00012345");
}

static gboolean
has_value (DeskIdentity *identity,
           const char   *value)
{
  for (guint i = 0; i < identity->entries->len; i++)
    if (g_str_equal (((const DeskIdentityEntry *) g_ptr_array_index (identity->entries, i))->value, value))
      return TRUE;
  return FALSE;
}

static void
test_addresses (DeskJsonPage *page)
{
  static const char *const words[] = {
    "Darwin 0539", "Level 2, Banksia House, 27, Perth Western Australia 6000, GBR", "", "",
  };
  g_autoptr(DeskIdentity) identity = desk_identity_new (hazard_extra (page, "identity"));

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *line = desk_address_words (hazard_value (page, i, ""));

      g_assert_cmpstr (line, ==, words[i]);
    }
  g_assert_true (has_value (identity, "0400000001"));
  g_assert_true (has_value (identity, "0400000002"));
}

static void
test_addresses_of_web_pages (DeskJsonPage *page)
{
  static const char *const is_web_page[] = {
    "https://bank.example", NULL, NULL, "http://moreinfo", NULL, NULL, NULL, "https://bank.example", NULL, NULL,
  };

  for (guint i = 0; i < G_N_ELEMENTS (is_web_page); i++)
    {
      g_autofree char *sent = desk_json_slice_dup_string (hazard_value (page, i, "application_uri"));
      g_autofree char *origin = desk_http_dup_origin (sent);

      g_assert_cmpstr (origin, ==, is_web_page[i]);
      hazard_assert_words ("banking.product-detail", page, i, "application_uri", sent);
    }
}

void
hazards_add_text (void)
{
  hazard_add ("31-long-text", test_long_text);
  hazard_add ("33-blanks-in-card-text", test_blanks_in_card_text);
  hazard_add ("34-leading-zeros", test_leading_zeros);
  hazard_add ("35-addresses", test_addresses);
  hazard_add ("36-addresses-of-web-pages", test_addresses_of_web_pages);
}
