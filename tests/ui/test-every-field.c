/* test-every-field.c: a record with every documented field, from the service to the record view and to files
 *
 * Each value must be found in the CSV, in the JSON and in what is heard of the record view. The records are those of
 * tests/records, in which no two values are alike; each gets an unknown member besides.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>
#include <string.h>

#include "desk-api-fetch.h"
#include "desk-await.h"
#include "desk-catalogue.h"
#include "desk-export.h"
#include "desk-record-row.h"
#include "desk-record-view.h"
#include "desk-scripted-server.h"
#include "desk-test-folder.h"
#include "desk-test-rows.h"
#include "ui-probe.h"

#define OWNER "owner-1"
#define END_USER "eu_1"
#define UNKNOWN "\"a_member_of_tomorrow\": {\"text\": \"caf\\u00e9 \xe2\x98\x95\", \"number\": 1.500e0, \"list\":[ ]},"

typedef struct
{
  const DeskResource *resource;
  char               *record; /* (owned): with the unknown member */
  DeskJsonSlice       root;
  DeskStore          *store;
  char               *folder; /* (owned) */
} Fixture;

/* How many of the values were found where. */
typedef struct
{
  guint n_values;
  guint n_in_csv;
  guint n_in_json;
  guint n_in_view;
} Share;

static char *
read_record (const char *name)
{
  g_autofree char *file_name = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "records", file_name, NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return g_strconcat ("{", UNKNOWN, g_strchomp (text) + 1, NULL);
}

static char *
dup_call (const DeskResource *resource)
{
  g_auto(GStrv) parts = g_strsplit_set (resource->paths[0], "{}", 3);
  g_autofree char *path = g_strconcat (parts[0], parts[1] != NULL ? OWNER : "", parts[1] != NULL ? parts[2] : NULL, NULL);

  return g_strconcat ("GET /v1", path, NULL);
}

static char *
dup_body (Fixture *fixture)
{
  const char *key = fixture->resource->root_keys[0];

  if (key == NULL)
    return g_strdup (fixture->record);
  if (fixture->resource->shape == DESK_RESOURCE_SHAPE_OBJECT)
    return g_strdup_printf ("{\"%s\":%s}", key, fixture->record);

  return g_strdup_printf ("{\"%s\":[%s],\"links\":{\"next\":null}}", key, fixture->record);
}

static DeskJsonPage *
fetch (Fixture *fixture)
{
  DeskScriptedServer *server = desk_scripted_server_new ();
  g_autoptr(DeskRedactor) redactor = desk_redactor_new ();
  g_autoptr(DeskApiClient) client = NULL;
  g_autoptr(DeskApiFetch) fetch = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *call = dup_call (fixture->resource);
  g_autofree char *body = dup_body (fixture);
  GAsyncResult *slot = NULL;
  DeskJsonPage *page;

  desk_scripted_server_add (server, call, 200, body);
  client = desk_api_client_new (desk_scripted_server_get_api_uri (server), "v3", redactor, &error);
  g_assert_no_error (error);
  desk_api_client_set_credentials (client, "id", "secret");
  fetch = desk_api_fetch_new (client, fixture->resource, OWNER, NULL);
  desk_api_fetch_next_async (fetch, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  page = desk_api_fetch_next_finish (fetch, result, NULL, &error);
  g_assert_no_error (error);
  desk_scripted_server_free (server);

  return page;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const char *name = data;
  g_auto(GStrv) parts = g_strsplit (name, "-v1", 2);
  g_autoptr(DeskJsonPage) page = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *received = NULL;
  g_autofree char *list = NULL;

  fixture->resource = desk_catalogue_find (parts[0]);
  g_assert_nonnull (fixture->resource);
  fixture->record = read_record (name);
  desk_json_parse (fixture->record, strlen (fixture->record), &fixture->root, &error);
  g_assert_no_error (error);

  fixture->store = desk_store_new (NULL);
  fixture->folder = desk_test_folder_new ();
  page = fetch (fixture);
  g_assert_cmpuint (desk_json_page_get_n_records (page), ==, 1);
  received = desk_json_slice_dup_raw (desk_json_page_get_record (page, 0));
  list = g_strconcat ("[", received, "]", NULL);
  desk_test_rows_add (fixture->store, fixture->resource->name, END_USER, 1, list);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->store);
  g_clear_pointer (&fixture->folder, desk_test_folder_free);
  g_free (fixture->record);
}

/* Returns: (transfer full): the file that the whole data set was exported to */
static char *
export_to (Fixture          *fixture,
           DeskExportFormat  format)
{
  g_autofree char *path = g_build_filename (fixture->folder, "export", NULL);
  g_autoptr(DeskExportRequest) request = desk_export_request_new (format, path, 0);
  g_autoptr(DeskQuery) query = desk_query_new (fixture->resource, END_USER);
  g_autoptr(DeskExport) export = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;
  char *text = NULL;

  request->is_single = TRUE;
  request->may_replace = TRUE;
  desk_export_request_add (request, query);
  export = desk_export_new (fixture->store, request);
  desk_export_run_async (export, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  desk_export_run_finish (export, result, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* Returns: (transfer full): the letters and digits alone, in lower case */
static char *
dup_essence (const char *text)
{
  GString *essence = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      if (g_unichar_isalnum (g_utf8_get_char (text)))
        g_string_append_unichar (essence, g_unichar_tolower (g_utf8_get_char (text)));
    }

  return g_string_free (essence, FALSE);
}

/* Returns: (transfer full): the digits that count */
static char *
dup_figures (const char *text)
{
  GString *figures = g_string_new (NULL);
  char *end;

  for (; *text != '\0'; text++)
    {
      if (g_ascii_isdigit (*text) && (*text != '0' || figures->len > 0))
        g_string_append_c (figures, *text);
    }
  end = figures->str + figures->len;
  while (end > figures->str && end[-1] == '0')
    end--;
  g_string_truncate (figures, end - figures->str);

  return g_string_free (figures, FALSE);
}

/* A day is heard with its number and its year, a time with its year: which day it is depends on the time zone. */
static gboolean
tells_time (const char *heard,
            const char *text,
            gboolean    has_day)
{
  g_autofree char *year = g_strndup (text, 4);
  g_autofree char *day = g_strdup_printf ("%" G_GUINT64_FORMAT " ", g_ascii_strtoull (text + strlen ("2024-01-"), NULL, 10));

  return strstr (heard, year) != NULL && (!has_day || strstr (heard, day) != NULL);
}

/* Words are made for codes, durations and clock times; what matters is that there are some, and that the value as it came is
 * at hand. The tables of words have tests of their own. */
static gboolean
tells_code (const DeskValueDetails *details,
            const char             *text)
{
  return *details->words != '\0' && !details->is_blank && details->hover != NULL
         && strstr (details->hover, text) != NULL;
}

static gboolean
tells (const DeskRecordLine   *line,
       const DeskValueDetails *details,
       const char             *heard,
       const char             *text)
{
  g_autofree char *essence = dup_essence (text);
  g_autofree char *heard_essence = dup_essence (heard);
  g_autofree char *figures = dup_figures (text);
  g_autofree char *heard_figures = dup_figures (heard);

  if (strstr (heard, details->words) == NULL)
    return FALSE;

  switch (line->field != NULL ? line->field->type : DESK_FIELD_TYPE_TEXT)
    {
    case DESK_FIELD_TYPE_AMOUNT:
    case DESK_FIELD_TYPE_RATE:
    case DESK_FIELD_TYPE_INTEGER:
    case DESK_FIELD_TYPE_NUMBER:
    case DESK_FIELD_TYPE_ENERGY:
      return strstr (heard_figures, figures) != NULL;
    case DESK_FIELD_TYPE_DATE:
      return tells_time (heard, text, TRUE);
    case DESK_FIELD_TYPE_INSTANT:
      return tells_time (heard, text, FALSE);
    default:
      return strstr (heard_essence, essence) != NULL || tells_code (details, text);
    }
}

/* Returns: (transfer full): what is heard of a row */
static char *
dup_heard (GtkWidget *row)
{
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "");
}

static void
count (Share      *share,
       gboolean    in_csv,
       gboolean    in_json,
       gboolean    in_view,
       const char *what)
{
  share->n_values++;
  share->n_in_csv += in_csv;
  share->n_in_json += in_json;
  share->n_in_view += in_view;
  if (!in_csv || !in_json || !in_view)
    g_test_message ("%s: CSV %d, JSON %d, view %d", what, in_csv, in_json, in_view);
}

/* In the clear, or as it was received: an unknown member is kept as JSON in a CSV, too. */
static gboolean
is_written (const char    *file,
            DeskJsonSlice  value)
{
  g_autofree char *text = desk_json_slice_dup_text (value);
  g_autofree char *raw = desk_json_slice_dup_raw (value);
  g_autofree char *inner = *raw == '"' ? g_strndup (raw + 1, strlen (raw) - 2) : g_strdup (raw);

  return strstr (file, text) != NULL || strstr (file, inner) != NULL;
}

/* A list of plain values is one line; each of them is a value. */
static void
count_line (Share             *share,
            DeskRecordOutline *outline,
            DeskFoldList      *lines,
            guint              position,
            const char        *csv,
            const char        *json)
{
  const DeskRecordLine *line = desk_record_outline_get_line (outline, position);
  gboolean is_list = line->kind == DESK_RECORD_LINE_LIST;
  g_autoptr(DeskValueDetails) details = NULL;
  g_autoptr(GtkWidget) row = NULL;
  g_autofree char *heard = NULL;
  g_autofree char *path = NULL;
  DeskJsonSlice value = line->value;
  DeskJsonIter iter;

  if (line->kind != DESK_RECORD_LINE_VALUE && !is_list)
    return;

  details = desk_record_outline_dup_details (outline, position);
  row = g_object_ref_sink (desk_record_row_new ());
  desk_record_row_bind (DESK_RECORD_ROW (row), outline, lines, position);
  heard = dup_heard (row);
  path = desk_record_outline_dup_path (outline, position);
  desk_json_iter_init (&iter, is_list ? line->value : DESK_JSON_SLICE_NONE);
  while (!is_list || desk_json_iter_next (&iter, NULL, &value))
    {
      g_autofree char *text = desk_json_slice_dup_text (value);

      if (text != NULL)
        count (share, is_written (csv, value), is_written (json, value), tells (line, details, heard, text), path);
      if (!is_list)
        break;
    }
}

static gboolean
is_laid_out (GtkWidget *view)
{
  return desk_record_view_get_outline (DESK_RECORD_VIEW (view)) != NULL
         && desk_record_view_get_lines (DESK_RECORD_VIEW (view)) != NULL;
}

static guint
count_leaves (DeskJsonSlice value)
{
  DeskJsonIter iter;
  DeskJsonSlice member;
  guint n_leaves = 0;
  g_autofree char *text = desk_json_slice_dup_text (value);

  desk_json_iter_init (&iter, value);
  while (desk_json_iter_next (&iter, NULL, &member))
    n_leaves += count_leaves (member);

  return text != NULL ? 1 : n_leaves;
}

static void
test_every_value_is_found (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *csv = export_to (fixture, DESK_EXPORT_FORMAT_CSV);
  g_autofree char *json = export_to (fixture, DESK_EXPORT_FORMAT_JSON);
  g_autoptr(GBytes) bytes = g_bytes_new_static (fixture->record, strlen (fixture->record));
  GtkWidget *view = desk_record_view_new ();
  GtkWindow *window = ui_show (view, 680, 760);
  Share share = { 0 };

  desk_record_view_set_record (DESK_RECORD_VIEW (view), bytes, fixture->resource);
  UI_WAIT (is_laid_out (view));
  for (guint i = 0; i < desk_record_outline_get_n_lines (desk_record_view_get_outline (DESK_RECORD_VIEW (view))); i++)
    count_line (&share, desk_record_view_get_outline (DESK_RECORD_VIEW (view)),
                desk_record_view_get_lines (DESK_RECORD_VIEW (view)), i, csv, json);

  g_test_message ("%s: of %u values %u are in the CSV, %u in the JSON, %u in the record view: %.1f %%",
                  (const char *) data, share.n_values, share.n_in_csv, share.n_in_json, share.n_in_view,
                  100.0 * (share.n_in_csv + share.n_in_json + share.n_in_view) / (3 * share.n_values));
  g_assert_cmpuint (share.n_values, ==, count_leaves (fixture->root));
  g_assert_cmpuint (share.n_in_csv, ==, share.n_values);
  g_assert_cmpuint (share.n_in_json, ==, share.n_values);
  g_assert_cmpuint (share.n_in_view, ==, share.n_values);
  gtk_window_destroy (window);
}

static void
test_record_comes_back_byte_for_byte (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autofree char *json = export_to (fixture, DESK_EXPORT_FORMAT_JSON);

  g_assert_nonnull (strstr (json, fixture->record));
}

static void
add_tests (const char *name)
{
  g_autofree char *found = g_strconcat ("/every-field/", name, "/is-found", NULL);
  g_autofree char *same = g_strconcat ("/every-field/", name, "/comes-back-byte-for-byte", NULL);
  /* The tests are run when all are added. */
  const char *owned = g_intern_string (name);

  g_test_add (found, Fixture, owned, set_up, test_every_value_is_found, tear_down);
  g_test_add (same, Fixture, owned, set_up, test_record_comes_back_byte_for_byte, tear_down);
}

/* Adds a test for each record of the folder, in both versions where there are two. */
static void
add_records (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "records", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file_name;

  g_assert_nonnull (dir);
  while ((file_name = g_dir_read_name (dir)) != NULL)
    {
      g_auto(GStrv) parts = g_strsplit (file_name, ".json", 2);

      add_tests (parts[0]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  add_records ();

  return g_test_run ();
}
