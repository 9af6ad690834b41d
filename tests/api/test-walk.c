/* test-walk.c: fetching a data set of several owners
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-fixture.h"
#include "desk-api-walk.h"

#define LIST_CALL "GET /v1/products"
#define PAGE(id) "{\"products\":[{\"product_id\":\"" id "\"}],\"links\":{}}"
#define DETAIL(id) "{\"product\":{\"product_id\":\"" id "\"}}"
#define NOT_THERE "{\"message\":\"none\"}"

static const DeskResource products = {
  .name = "test.products",
  .paths = (const char *const[]) { "/products", NULL },
  .root_keys = (const char *const[]) { "products", NULL },
  .scope = DESK_RESOURCE_SCOPE_INSTITUTION,
  .scope_parameters = (const char *const[]) { "instituition_id", "institution_id", NULL },
  .shape = DESK_RESOURCE_SHAPE_ROWS,
};

static const DeskResource details = {
  .name = "test.product-detail",
  .paths = (const char *const[]) { "/products/{product_id}", NULL },
  .root_keys = (const char *const[]) { "product", NULL },
  .scope = DESK_RESOURCE_SCOPE_PARENT_ROW,
  .scope_parameters = (const char *const[]) { "product_id", NULL },
  .parent = &products,
  .shape = DESK_RESOURCE_SHAPE_OBJECT,
};

static DeskJsonPage *
next_page (DeskApiFixture *self,
           DeskApiWalk    *walk)
{
  g_clear_error (&self->error);
  desk_api_walk_next_async (walk, self->cancellable, desk_await_keep, &self->result);

  return desk_api_walk_next_finish (walk, desk_api_fixture_await (self), NULL, &self->error);
}

static void
assert_page (DeskApiFixture *self,
             DeskApiWalk    *walk,
             const char     *product_id,
             const char     *institution_id)
{
  g_autoptr(DeskJsonPage) page = next_page (self, walk);
  DeskJsonSlice id;

  g_assert_no_error (self->error);
  g_assert_nonnull (page);
  id = desk_json_slice_get_member (desk_json_page_get_record (page, 0), "product_id");
  g_assert_true (desk_json_slice_equals_string (id, product_id));
  g_assert_cmpstr (desk_api_walk_get_institution_id (walk), ==, institution_id);
}

static void
assert_end (DeskApiFixture *self,
            DeskApiWalk    *walk)
{
  g_assert_null (next_page (self, walk));
  g_assert_no_error (self->error);
}

static void
assert_failure (DeskApiFixture *self,
                DeskApiWalk    *walk,
                DeskApiError    code)
{
  g_assert_null (next_page (self, walk));
  g_assert_error (self->error, DESK_API_ERROR, (int) code);
}

static void
test_visits_each_institution (DeskApiFixture *self,
                              gconstpointer   data)
{
  g_autoptr(DeskApiWalk) walk = desk_api_walk_new (self->client, &products, NULL);

  desk_api_walk_add_institution (walk, "1");
  desk_api_walk_add_institution (walk, "2");
  desk_scripted_server_add (self->server, LIST_CALL, 200, PAGE ("a"));
  desk_scripted_server_add (self->server, LIST_CALL, 200, PAGE ("b"));

  assert_page (self, walk, "a", "1");
  assert_page (self, walk, "b", "2");
  assert_end (self, walk);
}

static void
test_nobody_is_an_empty_list (DeskApiFixture *self,
                              gconstpointer   data)
{
  g_autoptr(DeskApiWalk) walk = desk_api_walk_new (self->client, &products, NULL);

  assert_end (self, walk);
}

static void
test_details_follow_the_parent_rows (DeskApiFixture *self,
                                     gconstpointer   data)
{
  g_autoptr(DeskApiWalk) walk = desk_api_walk_new (self->client, &details, NULL);

  desk_api_walk_add_institution (walk, "1");
  desk_scripted_server_add (self->server, LIST_CALL, 200,
                            "{\"products\":[{\"product_id\":\"a\"},{\"name\":\"without an id\"},"
                            "{\"product_id\":\"b\"}],\"links\":{\"next\":\"?page[after]=c\"}}");
  desk_scripted_server_add (self->server, LIST_CALL, 200, PAGE ("c"));
  desk_scripted_server_add (self->server, "GET /v1/products/a", 200, DETAIL ("a"));
  desk_scripted_server_add (self->server, "GET /v1/products/b", 200, DETAIL ("b"));
  desk_scripted_server_add (self->server, "GET /v1/products/c", 200, DETAIL ("c"));

  assert_page (self, walk, "a", "1");
  assert_page (self, walk, "b", "1");
  assert_page (self, walk, "c", "1");
  assert_end (self, walk);
}

static void
test_passes_over_what_is_not_offered (DeskApiFixture *self,
                                      gconstpointer   data)
{
  g_autoptr(DeskApiWalk) walk = desk_api_walk_new (self->client, &products, NULL);

  desk_api_walk_add_institution (walk, "1");
  desk_api_walk_add_institution (walk, "2");
  desk_api_walk_add_institution (walk, "3");
  desk_scripted_server_add (self->server, LIST_CALL, 404, NOT_THERE);
  desk_scripted_server_add (self->server, LIST_CALL, 403, NOT_THERE);
  desk_scripted_server_add (self->server, LIST_CALL, 200, PAGE ("c"));

  assert_page (self, walk, "c", "3");
  assert_end (self, walk);
}

static void
test_says_so_if_nobody_offers_it (DeskApiFixture *self,
                                  gconstpointer   data)
{
  g_autoptr(DeskApiWalk) walk = desk_api_walk_new (self->client, &products, NULL);

  desk_api_walk_add_institution (walk, "1");
  desk_api_walk_add_institution (walk, "2");
  desk_scripted_server_add (self->server, LIST_CALL, 403, NOT_THERE);
  desk_scripted_server_add (self->server, LIST_CALL, 404, NOT_THERE);

  assert_failure (self, walk, DESK_API_ERROR_FORBIDDEN);
  g_assert_true (desk_api_walk_is_not_offered (self->error));
}

static void
test_page_that_is_lost_is_a_failure (DeskApiFixture *self,
                                     gconstpointer   data)
{
  g_autoptr(DeskApiWalk) walk = desk_api_walk_new (self->client, &products, NULL);

  desk_api_walk_add_institution (walk, "1");
  desk_scripted_server_add (self->server, LIST_CALL, 200,
                            "{\"products\":[{\"product_id\":\"a\"}],\"links\":{\"next\":\"?page[after]=c\"}}");
  desk_scripted_server_add (self->server, LIST_CALL, 404, NOT_THERE);

  assert_page (self, walk, "a", "1");
  assert_failure (self, walk, DESK_API_ERROR_NOT_FOUND);
}

static void
test_other_failures_are_told (DeskApiFixture *self,
                              gconstpointer   data)
{
  g_autoptr(DeskApiWalk) walk = desk_api_walk_new (self->client, &details, NULL);

  desk_api_walk_add_owner (walk, "a", NULL);
  desk_api_walk_add_owner (walk, "b", NULL);
  desk_scripted_server_add (self->server, "GET /v1/products/a", 400, NOT_THERE);

  assert_failure (self, walk, DESK_API_ERROR_REJECTED);
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

  add ("/walk/visits-each-institution", test_visits_each_institution);
  add ("/walk/nobody-is-an-empty-list", test_nobody_is_an_empty_list);
  add ("/walk/details-follow-the-parent-rows", test_details_follow_the_parent_rows);
  add ("/walk/passes-over-what-is-not-offered", test_passes_over_what_is_not_offered);
  add ("/walk/says-so-if-nobody-offers-it", test_says_so_if_nobody_offers_it);
  add ("/walk/page-that-is-lost-is-a-failure", test_page_that_is_lost_is_a_failure);
  add ("/walk/other-failures-are-told", test_other_failures_are_told);

  return g_test_run ();
}
