/* test-fetch.c: fetching a data set page by page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-fetch.h"
#include "desk-api-fixture.h"

#define ROWS_CALL "GET /v1/rows"
#define OTHER_CALL "GET /v1/rowz"
#define CURSOR_PAGE "{\"rows\":[{\"n\":1}],\"links\":{\"next\":\"?page[after]=c\"}}"
#define LAST_PAGE "{\"rows\":[{\"n\":2},{\"n\":3}],\"links\":{}}"
#define UNAVAILABLE "{\"message\":\"temporarily unavailable\"}"

static const char *const row_paths[] = { "/rows", "/rowz", NULL };
static const char *const row_keys[] = { "rows", NULL };

static const DeskResource rows = {
  .name = "test.rows", .paths = row_paths, .root_keys = row_keys,
  .scope = DESK_RESOURCE_SCOPE_END_USER, .shape = DESK_RESOURCE_SHAPE_ROWS,
};

static const char *const no_keys[] = { NULL };

static const DeskResource object = {
  .name = "test.object", .paths = row_paths, .root_keys = no_keys,
  .scope = DESK_RESOURCE_SCOPE_END_USER, .shape = DESK_RESOURCE_SHAPE_OBJECT,
};

static const DeskResource of_institution = {
  .name = "test.products", .paths = row_paths, .root_keys = row_keys,
  .scope = DESK_RESOURCE_SCOPE_INSTITUTION, .shape = DESK_RESOURCE_SHAPE_ROWS,
  .scope_parameters = (const char *const[]) { "instituition_id", "institution_id", NULL },
};

static const DeskResource of_parent = {
  .name = "test.product-detail", .paths = (const char *const[]) { "/rows/{row_id}", "/rowz/{row_id}", NULL },
  .root_keys = no_keys,
  .scope = DESK_RESOURCE_SCOPE_PARENT_ROW, .shape = DESK_RESOURCE_SHAPE_OBJECT,
  .scope_parameters = (const char *const[]) { "row_id", NULL },
};

static DeskJsonPage *
next_page (DeskApiFixture *self,
           DeskApiFetch   *fetch,
           gboolean       *restarted)
{
  g_clear_error (&self->error);
  desk_api_fetch_next_async (fetch, self->cancellable, desk_await_keep, &self->result);

  return desk_api_fetch_next_finish (fetch, desk_api_fixture_await (self), restarted, &self->error);
}

static void
assert_page (DeskApiFixture *self,
             DeskApiFetch   *fetch,
             guint           n_records)
{
  gboolean restarted = TRUE;
  g_autoptr(DeskJsonPage) page = next_page (self, fetch, &restarted);

  g_assert_no_error (self->error);
  g_assert_nonnull (page);
  g_assert_cmpuint (desk_json_page_get_n_records (page), ==, n_records);
  g_assert_false (restarted);
}

static void
assert_end (DeskApiFixture *self,
            DeskApiFetch   *fetch)
{
  g_assert_null (next_page (self, fetch, NULL));
  g_assert_no_error (self->error);
}

static void
assert_failure (DeskApiFixture *self,
                DeskApiFetch   *fetch,
                DeskApiError    code)
{
  g_assert_null (next_page (self, fetch, NULL));
  g_assert_error (self->error, DESK_API_ERROR, (int) code);
}

static const char *
get_query (DeskApiFixture *self,
           guint           position)
{
  return desk_scripted_server_get_request (self->server, ROWS_CALL, position)->query;
}

static void
test_reads_all_pages (DeskApiFixture *self,
                      gconstpointer   data)
{
  g_autoptr(DeskApiFetch) fetch = desk_api_fetch_new (self->client, &rows, "eu 1", NULL);

  desk_scripted_server_add (self->server, ROWS_CALL, 200, CURSOR_PAGE);
  desk_scripted_server_add (self->server, ROWS_CALL, 200, LAST_PAGE);

  assert_page (self, fetch, 1);
  assert_page (self, fetch, 2);
  assert_end (self, fetch);
  g_assert_cmpstr (get_query (self, 0), ==, "end_user_id=eu%201&page%5Bsize%5D=1000");
  g_assert_cmpstr (get_query (self, 1), ==, "page[after]=c");
  g_assert_cmpuint (desk_scripted_server_count (self->server, ROWS_CALL), ==, 2);
}

static void
test_ends_at_empty_page (DeskApiFixture *self,
                         gconstpointer   data)
{
  g_autoptr(DeskApiFetch) fetch = desk_api_fetch_new (self->client, &rows, "eu_1", NULL);

  desk_scripted_server_add (self->server, ROWS_CALL, 200, "{\"rows\":[],\"links\":{\"next\":\"?page[after]=c\"}}");

  assert_page (self, fetch, 0);
  assert_end (self, fetch);
}

static void
test_sends_filters (DeskApiFixture *self,
                    gconstpointer   data)
{
  static const char *const filters[] = {
    "from=2024-01-01T00:00:00+10:00", "secondary_category=A", "secondary_category=B", "page[size]=5", NULL,
  };
  g_autoptr(DeskApiFetch) fetch = desk_api_fetch_new (self->client, &rows, "eu_1", filters);

  desk_scripted_server_add (self->server, ROWS_CALL, 200, LAST_PAGE);

  assert_page (self, fetch, 2);
  g_assert_cmpstr (get_query (self, 0), ==,
                   "end_user_id=eu_1&from=2024-01-01T00%3A00%3A00%2B10%3A00"
                   "&secondary_category=A&secondary_category=B&page%5Bsize%5D=5");
}

static void
test_reads_one_object (DeskApiFixture *self,
                       gconstpointer   data)
{
  g_autoptr(DeskApiFetch) fetch = desk_api_fetch_new (self->client, &object, "eu_1", NULL);

  desk_scripted_server_add (self->server, ROWS_CALL, 200, "{\"a\":1,\"b\":2}");

  assert_page (self, fetch, 1);
  assert_end (self, fetch);
  g_assert_cmpstr (get_query (self, 0), ==, "end_user_id=eu_1");
}

static void
test_asks_for_institution_by_filter (DeskApiFixture *self,
                                     gconstpointer   data)
{
  static const char *const filters[] = { "institution_id=22", NULL };
  g_autoptr(DeskApiFetch) fetch = desk_api_fetch_new (self->client, &of_institution, NULL, filters);

  desk_scripted_server_add (self->server, ROWS_CALL, 200, LAST_PAGE);

  assert_page (self, fetch, 2);
  g_assert_cmpstr (get_query (self, 0), ==, "institution_id=22&page%5Bsize%5D=1000");
}

static void
test_asks_for_institution (DeskApiFixture *self,
                           gconstpointer   data)
{
  g_autoptr(DeskApiFetch) fetch = desk_api_fetch_new (self->client, &of_institution, "2 2", NULL);

  desk_scripted_server_add (self->server, ROWS_CALL, 200, LAST_PAGE);

  assert_page (self, fetch, 2);
  g_assert_cmpstr (get_query (self, 0), ==, "instituition_id=2%202&page%5Bsize%5D=1000");
}

static void
test_tries_next_parameter_after_400 (DeskApiFixture *self,
                                     gconstpointer   data)
{
  g_autoptr(DeskApiFetch) fetch = desk_api_fetch_new (self->client, &of_institution, "22", NULL);

  desk_scripted_server_add (self->server, ROWS_CALL, 400, "{\"message\":\"institution_id is required\"}");
  desk_scripted_server_add (self->server, ROWS_CALL, 200, LAST_PAGE);

  assert_page (self, fetch, 2);
  assert_end (self, fetch);
  g_assert_cmpstr (get_query (self, 1), ==, "institution_id=22&page%5Bsize%5D=1000");
}

static void
test_fails_after_last_parameter (DeskApiFixture *self,
                                 gconstpointer   data)
{
  g_autoptr(DeskApiFetch) fetch = desk_api_fetch_new (self->client, &of_institution, "22", NULL);

  desk_scripted_server_add (self->server, ROWS_CALL, 400, NULL);
  desk_scripted_server_add (self->server, ROWS_CALL, 400, NULL);

  assert_failure (self, fetch, DESK_API_ERROR_REJECTED);
}

static void
test_parent_is_part_of_the_path (DeskApiFixture *self,
                                 gconstpointer   data)
{
  g_autoptr(DeskApiFetch) fetch = desk_api_fetch_new (self->client, &of_parent, "p1", NULL);

  desk_scripted_server_add (self->server, "GET /v1/rows/p1", 404, NULL);
  desk_scripted_server_add (self->server, "GET /v1/rowz/p1", 200, "{\"a\":1}");

  assert_page (self, fetch, 1);
  assert_end (self, fetch);
}

static void
test_parent_cannot_address_something_else (DeskApiFixture *self,
                                           gconstpointer   data)
{
  static const char *const ids[] = { "..", ".", "", NULL };

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      g_autoptr(DeskApiFetch) fetch = desk_api_fetch_new (self->client, &of_parent, ids[i], NULL);

      assert_failure (self, fetch, DESK_API_ERROR_REJECTED);
    }
}

static void
test_tries_next_spelling_after_404 (DeskApiFixture *self,
                                    gconstpointer   data)
{
  g_autoptr(DeskApiFetch) fetch = desk_api_fetch_new (self->client, &rows, "eu_1", NULL);

  desk_scripted_server_add (self->server, ROWS_CALL, 404, NULL);
  desk_scripted_server_add (self->server, OTHER_CALL, 200, CURSOR_PAGE);
  desk_scripted_server_add (self->server, OTHER_CALL, 200, LAST_PAGE);

  assert_page (self, fetch, 1);
  assert_page (self, fetch, 2);
  assert_end (self, fetch);
}

static void
test_fails_after_last_spelling (DeskApiFixture *self,
                                gconstpointer   data)
{
  g_autoptr(DeskApiFetch) fetch = desk_api_fetch_new (self->client, &rows, "eu_1", NULL);

  desk_scripted_server_add (self->server, ROWS_CALL, 404, NULL);
  desk_scripted_server_add (self->server, OTHER_CALL, 404, NULL);

  assert_failure (self, fetch, DESK_API_ERROR_NOT_FOUND);
}

static void
test_keeps_spelling_on_cursor (DeskApiFixture *self,
                               gconstpointer   data)
{
  g_autoptr(DeskApiFetch) fetch = desk_api_fetch_new (self->client, &rows, "eu_1", NULL);

  desk_scripted_server_add (self->server, ROWS_CALL, 200, CURSOR_PAGE);
  desk_scripted_server_add (self->server, ROWS_CALL, 404, NULL);

  assert_page (self, fetch, 1);
  assert_failure (self, fetch, DESK_API_ERROR_NOT_FOUND);
  g_assert_cmpuint (desk_scripted_server_count (self->server, OTHER_CALL), ==, 0);
}

static void
add_lasting_503 (DeskApiFixture *self)
{
  for (guint i = 0; i < 4; i++)
    desk_scripted_server_add (self->server, ROWS_CALL, 503, UNAVAILABLE);
}

static void
test_restarts_once_when_cursor_stays_503 (DeskApiFixture *self,
                                          gconstpointer   data)
{
  g_autoptr(DeskApiFetch) fetch = desk_api_fetch_new (self->client, &rows, "eu_1", NULL);
  g_autoptr(DeskJsonPage) page = NULL;
  gboolean restarted = FALSE;

  desk_scripted_server_add (self->server, ROWS_CALL, 200, CURSOR_PAGE);
  add_lasting_503 (self);
  desk_scripted_server_add (self->server, ROWS_CALL, 200, CURSOR_PAGE);
  add_lasting_503 (self);

  assert_page (self, fetch, 1);
  page = next_page (self, fetch, &restarted);
  g_assert_no_error (self->error);
  g_assert_true (restarted);
  g_assert_cmpuint (desk_json_page_get_n_records (page), ==, 1);
  assert_failure (self, fetch, DESK_API_ERROR_UNAVAILABLE);
  g_assert_cmpuint (desk_scripted_server_count (self->server, ROWS_CALL), ==, 10);
}

static void
test_tells_restart_after_failure (DeskApiFixture *self,
                                  gconstpointer   data)
{
  g_autoptr(DeskApiFetch) fetch = desk_api_fetch_new (self->client, &rows, "eu_1", NULL);
  g_autoptr(DeskJsonPage) page = NULL;
  gboolean restarted = FALSE;

  desk_scripted_server_add (self->server, ROWS_CALL, 200, CURSOR_PAGE);
  add_lasting_503 (self);
  desk_scripted_server_add (self->server, ROWS_CALL, 400, NULL);
  desk_scripted_server_add (self->server, ROWS_CALL, 200, LAST_PAGE);

  assert_page (self, fetch, 1);
  assert_failure (self, fetch, DESK_API_ERROR_REJECTED);
  page = next_page (self, fetch, &restarted);
  g_assert_nonnull (page);
  g_assert_true (restarted);
}

static void
test_does_not_restart_first_page (DeskApiFixture *self,
                                  gconstpointer   data)
{
  g_autoptr(DeskApiFetch) fetch = desk_api_fetch_new (self->client, &rows, "eu_1", NULL);

  add_lasting_503 (self);

  assert_failure (self, fetch, DESK_API_ERROR_UNAVAILABLE);
  g_assert_cmpuint (desk_scripted_server_count (self->server, ROWS_CALL), ==, 4);
}

static void
test_goes_on_after_failure (DeskApiFixture *self,
                            gconstpointer   data)
{
  g_autoptr(DeskApiFetch) fetch = desk_api_fetch_new (self->client, &rows, "eu_1", NULL);

  desk_scripted_server_add (self->server, ROWS_CALL, 200, CURSOR_PAGE);
  desk_scripted_server_add (self->server, ROWS_CALL, 400, NULL);
  desk_scripted_server_add (self->server, ROWS_CALL, 200, LAST_PAGE);

  assert_page (self, fetch, 1);
  assert_failure (self, fetch, DESK_API_ERROR_REJECTED);
  assert_page (self, fetch, 2);
  g_assert_cmpstr (get_query (self, 2), ==, "page[after]=c");
}

static void
test_refuses_circle_of_cursors (DeskApiFixture *self,
                                gconstpointer   data)
{
  g_autoptr(DeskApiFetch) fetch = desk_api_fetch_new (self->client, &rows, "eu_1", NULL);

  desk_scripted_server_add (self->server, ROWS_CALL, 200, CURSOR_PAGE);
  desk_scripted_server_add (self->server, ROWS_CALL, 200, CURSOR_PAGE);

  assert_page (self, fetch, 1);
  assert_page (self, fetch, 1);
  assert_failure (self, fetch, DESK_API_ERROR_BAD_DATA);
  g_assert_cmpuint (desk_scripted_server_count (self->server, ROWS_CALL), ==, 2);
}

static void
test_does_not_follow_foreign_link (DeskApiFixture *self,
                                   gconstpointer   data)
{
  g_autoptr(DeskScriptedServer) foreign = desk_scripted_server_new ();
  g_autoptr(DeskApiFetch) fetch = desk_api_fetch_new (self->client, &rows, "eu_1", NULL);
  g_autofree char *body = NULL;

  body = g_strdup_printf ("{\"rows\":[{}],\"links\":{\"next\":\"%s/rows?page[after]=c\"}}",
                          desk_scripted_server_get_api_uri (foreign));
  desk_scripted_server_add (self->server, ROWS_CALL, 200, body);

  assert_page (self, fetch, 1);
  assert_failure (self, fetch, DESK_API_ERROR_UNSAFE_LINK);
  g_assert_cmpuint (desk_scripted_server_count (foreign, NULL), ==, 0);
}

static void
test_refuses_page_of_another_shape (DeskApiFixture *self,
                                    gconstpointer   data)
{
  g_autoptr(DeskApiFetch) fetch = desk_api_fetch_new (self->client, &rows, "eu_1", NULL);

  desk_scripted_server_add (self->server, ROWS_CALL, 200, "{\"other\":[]}");

  assert_failure (self, fetch, DESK_API_ERROR_BAD_DATA);
}

static void
test_can_be_cancelled (DeskApiFixture *self,
                       gconstpointer   data)
{
  g_autoptr(DeskApiFetch) fetch = desk_api_fetch_new (self->client, &rows, "eu_1", NULL);

  desk_scripted_server_add_silence (self->server, ROWS_CALL);
  desk_api_fetch_next_async (fetch, self->cancellable, desk_await_keep, &self->result);
  desk_scripted_server_wait (self->server, ROWS_CALL, 1);
  g_cancellable_cancel (self->cancellable);

  g_assert_null (desk_api_fetch_next_finish (fetch, desk_api_fixture_await (self), NULL, &self->error));
  g_assert_error (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
add (const char *path,
     void      (*func) (DeskApiFixture *, gconstpointer))
{
  g_test_add (path, DeskApiFixture, NULL, desk_api_fixture_set_up, func, desk_api_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/fetch/reads-all-pages", test_reads_all_pages);
  add ("/fetch/ends-at-empty-page", test_ends_at_empty_page);
  add ("/fetch/sends-filters", test_sends_filters);
  add ("/fetch/reads-one-object", test_reads_one_object);
  add ("/fetch/asks-for-institution-by-filter", test_asks_for_institution_by_filter);
  add ("/fetch/asks-for-institution", test_asks_for_institution);
  add ("/fetch/tries-next-parameter-after-400", test_tries_next_parameter_after_400);
  add ("/fetch/fails-after-last-parameter", test_fails_after_last_parameter);
  add ("/fetch/parent-is-part-of-the-path", test_parent_is_part_of_the_path);
  add ("/fetch/parent-cannot-address-something-else", test_parent_cannot_address_something_else);
  add ("/fetch/tries-next-spelling-after-404", test_tries_next_spelling_after_404);
  add ("/fetch/fails-after-last-spelling", test_fails_after_last_spelling);
  add ("/fetch/keeps-spelling-on-cursor", test_keeps_spelling_on_cursor);
  add ("/fetch/restarts-once-when-cursor-stays-503", test_restarts_once_when_cursor_stays_503);
  add ("/fetch/tells-restart-after-failure", test_tells_restart_after_failure);
  add ("/fetch/does-not-restart-first-page", test_does_not_restart_first_page);
  add ("/fetch/goes-on-after-failure", test_goes_on_after_failure);
  add ("/fetch/refuses-circle-of-cursors", test_refuses_circle_of_cursors);
  add ("/fetch/does-not-follow-foreign-link", test_does_not_follow_foreign_link);
  add ("/fetch/refuses-page-of-another-shape", test_refuses_page_of_another_shape);
  add ("/fetch/can-be-cancelled", test_can_be_cancelled);

  return g_test_run ();
}
