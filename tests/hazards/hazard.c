/* hazard.c: one numbered hazard, its fixture and its test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hazard.h"

#include <string.h>

#include "desk-usage-record.h"
#include "desk-value-words.h"

#define MAX_NUMBER 39

/* The list of hazards goes from 1 to 39 and has no 32. */
#define MISSING_NUMBER 32

typedef struct
{
  const char *name;
  HazardFunc  func;
} Hazard;

static Hazard hazards[MAX_NUMBER];
static guint n_hazards;

static DeskJsonPage *
open_page (const char *name)
{
  g_autofree char *file_name = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "hazards", file_name, NULL);
  g_autoptr(GError) error = NULL;
  DeskJsonPage *page = NULL;
  char *text = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  {
    g_autoptr(GBytes) bytes = g_bytes_new_take (text, length);

    page = desk_json_page_new (bytes, (const char *const[]) { "records", NULL }, &error);
  }
  g_assert_no_error (error);
  return page;
}

static void
run_hazard (gconstpointer data)
{
  const Hazard *hazard = data;
  g_autoptr(DeskJsonPage) page = open_page (hazard->name);

  hazard->func (page);
}

void
hazard_add (const char *name,
            HazardFunc  func)
{
  g_autofree char *path = g_strconcat ("/hazards/", name, NULL);

  g_assert_cmpuint (n_hazards, <, MAX_NUMBER);
  hazards[n_hazards].name = name;
  hazards[n_hazards].func = func;
  g_test_add_data_func (path, &hazards[n_hazards], run_hazard);
  n_hazards++;
}

static gboolean
has_test (const char *name)
{
  for (guint i = 0; i < n_hazards; i++)
    if (g_str_equal (hazards[i].name, name))
      return TRUE;
  return FALSE;
}

static void
count_fixtures (guint *counts)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "hazards", NULL);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *file_name = NULL;

  g_assert_nonnull (dir);
  while ((file_name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *name = NULL;
      guint64 number;

      if (!g_str_has_suffix (file_name, ".json"))
        continue;
      name = g_strndup (file_name, strlen (file_name) - strlen (".json"));
      number = g_ascii_strtoull (name, NULL, 10);
      g_assert_cmpuint (number, >=, 1);
      g_assert_cmpuint (number, <=, MAX_NUMBER);
      if (!has_test (name))
        g_error ("the fixture %s has no test", file_name);
      counts[number]++;
    }
}

static void
test_every_number_has_a_fixture_and_a_test (void)
{
  guint counts[MAX_NUMBER + 1] = { 0 };

  count_fixtures (counts);
  for (guint number = 1; number <= MAX_NUMBER; number++)
    {
      if (counts[number] != (number == MISSING_NUMBER ? 0 : 1))
        g_error ("the hazard %u has %u fixtures", number, counts[number]);
    }
  g_assert_cmpuint (n_hazards, ==, MAX_NUMBER - 1);
}

void
hazard_add_completeness (void)
{
  g_test_add_func ("/hazards/every-number-has-a-fixture-and-a-test", test_every_number_has_a_fixture_and_a_test);
}

DeskJsonSlice
hazard_value (DeskJsonPage *page,
              guint         position,
              const char   *path)
{
  DeskJsonSlice record;

  g_assert_cmpuint (position, <, desk_json_page_get_n_records (page));
  record = desk_json_page_get_record (page, position);
  return *path == '\0' ? record : desk_json_slice_get_path (record, path);
}

DeskJsonSlice
hazard_extra (DeskJsonPage *page,
              const char   *path)
{
  return desk_json_slice_get_path (desk_json_page_get_root (page), path);
}

DeskJsonPage *
hazard_page_of (DeskJsonSlice array)
{
  g_autoptr(GBytes) bytes = g_bytes_new (array.text, array.length);
  g_autoptr(GError) error = NULL;
  DeskJsonPage *page = desk_json_page_new (bytes, (const char *const[]) { "records", NULL }, &error);

  g_assert_no_error (error);
  return page;
}

/* "features.0.is_activated" is the field "features.is_activated". */
static const DeskField *
find_field (const char *resource,
            const char *path)
{
  g_auto(GStrv) names = g_strsplit (path, ".", -1);
  g_autoptr(GString) field_path = g_string_new (NULL);
  const DeskField *field = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    if (!g_ascii_isdigit (*names[i]))
      g_string_append_printf (field_path, "%s%s", field_path->len > 0 ? "." : "", names[i]);
  field = desk_resource_find_field (fixture_resource (resource), field_path->str);
  if (field == NULL)
    g_error ("%s has no field %s", resource, field_path->str);
  return field;
}

char *
hazard_words (const char   *resource,
              DeskJsonPage *page,
              guint         position,
              const char   *path)
{
  return desk_value_words (find_field (resource, path), hazard_value (page, position, path),
                           hazard_value (page, position, ""), DESK_DECIMAL_SIGN_NEGATIVE);
}

void
hazard_assert_words (const char   *resource,
                     DeskJsonPage *page,
                     guint         position,
                     const char   *path,
                     const char   *expected)
{
  g_autofree char *words = hazard_words (resource, page, position, path);

  g_assert_cmpstr (words, ==, expected);
}

DeskStore *
hazard_store (const char   *resource,
              DeskJsonPage *page,
              guint         n_duplicates)
{
  DeskStore *store = desk_store_new (NULL);
  g_autoptr(DeskQuery) query = desk_query_new (fixture_resource (resource), FIXTURE_USER);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *dump = NULL;
  DeskStoreChange change = { 0 };
  guint n_records = desk_json_page_get_n_records (page);
  guint n_replaced = 0;

  desk_store_add_page_async (store, fixture_resource (resource), FIXTURE_USER, NULL, 1, page,
                             NULL, fixture_keep_result, &result);
  desk_store_add_page_finish (store, fixture_wait (&result), &change, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (change.n_duplicates, ==, n_duplicates);
  g_assert_cmpuint (fixture_count (store, FIXTURE_USER, NULL, resource) + change.n_duplicates, ==, n_records);
  dump = fixture_dump (store, query);
  for (guint i = 0; i < n_records; i++)
    {
      g_autofree char *record = desk_json_slice_dup_raw (desk_json_page_get_record (page, i));

      n_replaced += strstr (dump, record) == NULL ? 1 : 0;
    }
  g_assert_cmpuint (n_replaced, <=, n_duplicates);
  return store;
}

void
hazard_assert_totals (const char   *resource,
                      DeskJsonPage *page,
                      const char   *field,
                      const char   *expected)
{
  g_autoptr(DeskStore) store = hazard_store (resource, page, 0);
  g_autoptr(DeskQuery) query = desk_query_new (fixture_resource (resource), FIXTURE_USER);
  g_autofree char *totals = fixture_totals (store, query, field);

  g_assert_cmpstr (totals, ==, expected);
}

DeskUsagePeriod *
hazard_usage (DeskJsonPage *page,
              guint         position)
{
  DeskUsagePeriod *period = NULL;

  g_assert_cmpint (desk_usage_record_read (hazard_value (page, position, ""), &period), ==, DESK_USAGE_RECORD_ENERGY);
  return period;
}

void
hazard_assert_usage (DeskJsonPage *page,
                     guint         position,
                     const char   *from_grid,
                     const char   *to_grid,
                     guint         n_reads)
{
  g_autoptr(DeskUsagePeriod) period = hazard_usage (page, position);
  g_autofree char *drawn = desk_decimal_to_string (period->from_grid);
  g_autofree char *exported = desk_decimal_to_string (period->to_grid);

  g_assert_cmpstr (drawn, ==, from_grid);
  g_assert_cmpstr (exported, ==, to_grid);
  g_assert_cmpuint (period->n_reads, ==, n_reads);
}
