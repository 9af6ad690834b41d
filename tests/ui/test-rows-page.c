/* test-rows-page.c: a data set as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "desk-catalogue.h"
#include "desk-column-sorter.h"
#include "desk-record-window.h"
#include "desk-row-list.h"
#include "desk-rows-columns.h"
#include "desk-rows-copy.h"
#include "desk-rows-page.h"
#include "desk-status-pill.h"
#include "ui-probe.h"
#include "ui-rows.h"

#define RECORDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

typedef struct
{
  DeskAppFixture app;
  GtkWindow *window;
  GtkWidget *page;
  GtkColumnView *view;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  desk_app_fixture_set_up (&fixture->app, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (fixture->window);
  desk_app_fixture_tear_down (&fixture->app, NULL);
}

static void
open_page (Fixture    *fixture,
           const char *resource)
{
  fixture->page = desk_rows_page_new (fixture->app.context, fixture->app.end_user, desk_catalogue_find (resource));
  fixture->window = ui_show (fixture->page, 800, 600);
  fixture->view = ui_find (fixture->page, "view");
}

static gboolean
open_transactions (Fixture *fixture)
{
  if (fixture->app.sandbox == NULL)
    return FALSE;

  ui_rows_add (&fixture->app, "banking.transactions", RECORDS (
    "{\"fiskil_id\":\"1\",\"account_id\":\"a\",\"status\":\"POSTED\",\"description\":\"Salary\",\"amount\":\"4210.00\","
    "\"posting_date_time\":\"2026-11-21T00:00:00Z\",\"category\":{\"primary_category\":\"INCOME\","
    "\"secondary_category\":\"INCOME_WAGES\"}}",
    "{\"fiskil_id\":\"2\",\"account_id\":\"b\",\"status\":\"PENDING\",\"description\":\"Coffee\",\"amount\":\"-5.10\"}",
    "{\"fiskil_id\":\"3\",\"account_id\":\"a\",\"status\":\"POSTED\",\"description\":\"Rent <b>\",\"amount\":\"-1180.00\","
    "\"execution_date_time\":\"2026-11-03T00:00:00Z\"}"));
  open_page (fixture, "banking.transactions");
  UI_WAIT (ui_has_text (fixture->page, "+4,210.00"));

  return TRUE;
}

static GListModel *
get_rows (Fixture *fixture)
{
  return gtk_multi_selection_get_model (GTK_MULTI_SELECTION (gtk_column_view_get_model (fixture->view)));
}

static guint
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (get_rows (fixture));
}

static DeskRow *
get_row (Fixture *fixture,
         guint    position)
{
  g_autoptr(DeskRow) row = g_list_model_get_item (get_rows (fixture), position);

  UI_WAIT (desk_row_is_loaded (row));

  return g_steal_pointer (&row);
}

static char *
dup_description (Fixture *fixture,
                 guint    position)
{
  g_autoptr(DeskRow) row = get_row (fixture, position);

  return desk_row_dup_text (row, "description");
}

static GtkWidget *
find_cell (GtkWidget  *widget,
           const char *text)
{
  GtkWidget *cell;

  for (guint i = 0; (cell = ui_find_nth (widget, GTK_TYPE_INSCRIPTION, i)) != NULL; i++)
    {
      if (g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (cell)), text) == 0)
        return cell;
    }
  g_assert_not_reached ();
}

static void
test_pending_stands_in_place_of_the_date (Fixture       *fixture,
                                          gconstpointer  data)
{
  DeskStatusPill *pill;
  guint n_pending = 0;

  if (!open_transactions (fixture))
    return;

  for (guint i = 0; (pill = ui_find_nth (fixture->view, DESK_TYPE_STATUS_PILL, i)) != NULL; i++)
    {
      if (!ui_has_text (pill, "Pending"))
        continue;
      n_pending++;
      g_assert_false (gtk_widget_get_visible (gtk_widget_get_first_child (gtk_widget_get_parent (GTK_WIDGET (pill)))));
    }
  g_assert_cmpuint (n_pending, ==, 1);
}

static void
test_date_is_that_of_the_posting_or_else_the_execution (Fixture       *fixture,
                                                        gconstpointer  data)
{
  if (!open_transactions (fixture))
    return;

  g_assert_true (ui_has_text (fixture->view, "21 Nov 2026"));
  g_assert_true (ui_has_text (fixture->view, "3 Nov 2026"));
}

static void
test_only_money_that_comes_in_is_marked (Fixture       *fixture,
                                         gconstpointer  data)
{
  if (!open_transactions (fixture))
    return;

  g_assert_true (gtk_widget_has_css_class (find_cell (fixture->page, "+4,210.00"), "money-in"));
  g_assert_false (gtk_widget_has_css_class (find_cell (fixture->page, "−5.10"), "money-in"));
  g_assert_cmpfloat (gtk_inscription_get_xalign (GTK_INSCRIPTION (find_cell (fixture->page, "−5.10"))), ==, 1.0f);
}

static void
test_hostile_text_is_shown_as_it_is (Fixture       *fixture,
                                     gconstpointer  data)
{
  if (!open_transactions (fixture))
    return;

  g_assert_true (ui_has_text (fixture->view, "Rent <b>"));
}

static void
test_count_and_total (Fixture       *fixture,
                      gconstpointer  data)
{
  if (!open_transactions (fixture))
    return;

  UI_WAIT (ui_has_text (ui_find (fixture->page, "totals"), "AUD +3,024.90"));
  g_assert_cmpstr (ui_get_text (fixture->page, "count_label"), ==, "3 rows");
}

static void
test_search_narrows_rows_and_total (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autofree char *left = NULL;

  if (!open_transactions (fixture))
    return;

  gtk_editable_set_text (ui_find (fixture->page, "search_entry"), "COFF");
  UI_WAIT (count_rows (fixture) == 1);
  left = dup_description (fixture, 0);
  g_assert_cmpstr (left, ==, "Coffee");
  UI_WAIT (ui_has_text (ui_find (fixture->page, "totals"), "AUD −5.10"));
  g_assert_cmpstr (ui_get_text (fixture->page, "count_label"), ==, "1 row");
}

static void
test_nothing_found_says_so (Fixture       *fixture,
                            gconstpointer  data)
{
  if (!open_transactions (fixture))
    return;

  gtk_editable_set_text (ui_find (fixture->page, "search_entry"), "zebra");
  UI_WAIT (ui_has_text (ui_find (fixture->page, "status"), "Nothing found"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (ui_find (fixture->page, "stack")), ==, "status");
}

static void
test_end_of_the_search_shows_all (Fixture       *fixture,
                                  gconstpointer  data)
{
  if (!open_transactions (fixture))
    return;

  gtk_editable_set_text (ui_find (fixture->page, "search_entry"), "Coffee");
  UI_WAIT (count_rows (fixture) == 1);
  g_signal_emit_by_name (ui_find (fixture->page, "search_entry"), "stop-search");
  UI_WAIT (count_rows (fixture) == 3);
}

static void
test_no_rows_offers_to_fetch (Fixture       *fixture,
                              gconstpointer  data)
{
  GtkActionable *button;

  if (fixture->app.sandbox == NULL)
    return;

  open_page (fixture, "banking.transactions");
  UI_WAIT (ui_has_text (ui_find (fixture->page, "status"), "Not fetched yet"));
  button = ui_find (ui_find (fixture->page, "status"), "action_button");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (button)));
  g_assert_cmpstr (gtk_actionable_get_action_name (button), ==, "win.refresh");
}

static void
take_state (Fixture       *fixture,
            DeskSyncState  state,
            const GError  *error)
{
  g_autoptr(DeskSyncItem) item = desk_sync_item_new (desk_catalogue_find ("banking.transactions"));

  desk_sync_item_set_state (item, state, error);
  desk_sync_log_take (desk_context_get_sync_log (fixture->app.context), desk_end_user_get_id (fixture->app.end_user), item, 0);
}

static void
test_no_rows_say_why (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "The service is down.");
  GtkWidget *status;

  if (fixture->app.sandbox == NULL)
    return;

  open_page (fixture, "banking.transactions");
  status = ui_find (fixture->page, "status");
  take_state (fixture, DESK_SYNC_NOT_OFFERED, error);
  UI_WAIT (ui_has_text (status, "Not offered by this service"));
  take_state (fixture, DESK_SYNC_FAILED, error);
  UI_WAIT (ui_has_text (status, "The last fetch failed"));
  take_state (fixture, DESK_SYNC_DONE, NULL);
  UI_WAIT (ui_has_text (status, "Nothing here yet"));
}

static GtkColumnViewColumn *
find_column (Fixture    *fixture,
             const char *title)
{
  GListModel *columns = gtk_column_view_get_columns (fixture->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_str_equal (gtk_column_view_column_get_title (column), title))
        return column;
    }
  g_assert_not_reached ();
}

static gboolean
starts_with (Fixture    *fixture,
             const char *description)
{
  g_autofree char *first = count_rows (fixture) > 0 ? dup_description (fixture, 0) : NULL;

  return g_strcmp0 (first, description) == 0;
}

static void
test_order_of_a_column_is_made_by_the_store (Fixture       *fixture,
                                             gconstpointer  data)
{
  if (!open_transactions (fixture))
    return;

  gtk_column_view_sort_by_column (fixture->view, find_column (fixture, "Amount"), GTK_SORT_ASCENDING);
  UI_WAIT (starts_with (fixture, "Rent <b>"));
  gtk_column_view_sort_by_column (fixture->view, find_column (fixture, "Amount"), GTK_SORT_DESCENDING);
  UI_WAIT (starts_with (fixture, "Salary"));
  gtk_column_view_sort_by_column (fixture->view, find_column (fixture, "Description"), GTK_SORT_ASCENDING);
  UI_WAIT (starts_with (fixture, "Coffee"));
}

static void
test_search_takes_the_focus (Fixture       *fixture,
                             gconstpointer  data)
{
  GtkWidget *focus;

  if (!open_transactions (fixture))
    return;

  desk_rows_page_start_search (DESK_ROWS_PAGE (fixture->page));
  focus = gtk_window_get_focus (fixture->window);
  g_assert_true (gtk_widget_is_ancestor (focus, ui_find (fixture->page, "search_entry")));
}

static void
test_down_goes_from_the_search_to_the_rows (Fixture       *fixture,
                                            gconstpointer  data)
{
  if (!open_transactions (fixture))
    return;

  desk_rows_page_start_search (DESK_ROWS_PAGE (fixture->page));
  g_signal_emit_by_name (ui_find (fixture->page, "search_entry"), "next-match");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window),
                                         gtk_widget_get_last_child (GTK_WIDGET (fixture->view))));
}

static void
test_narrow_page_leaves_out_the_category (Fixture       *fixture,
                                          gconstpointer  data)
{
  if (!open_transactions (fixture))
    return;

  desk_rows_page_set_narrow (DESK_ROWS_PAGE (fixture->page), TRUE);
  g_assert_false (gtk_column_view_column_get_visible (find_column (fixture, "Category")));
  g_assert_true (gtk_column_view_column_get_visible (find_column (fixture, "Amount")));
  desk_rows_page_set_narrow (DESK_ROWS_PAGE (fixture->page), FALSE);
  g_assert_true (gtk_column_view_column_get_visible (find_column (fixture, "Category")));
}

static void
test_narrow_page_keeps_name_amount_and_date (Fixture       *fixture,
                                             gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  open_page (fixture, "banking.direct-debits");
  desk_rows_page_set_narrow (DESK_ROWS_PAGE (fixture->page), TRUE);
  g_assert_true (gtk_column_view_column_get_visible (find_column (fixture, "Who may debit")));
  g_assert_true (gtk_column_view_column_get_visible (find_column (fixture, "Last amount")));
  g_assert_true (gtk_column_view_column_get_visible (find_column (fixture, "Last debit")));
  g_assert_false (gtk_column_view_column_get_visible (find_column (fixture, "Account id")));
}

static void
test_billing_has_one_amount_for_all_kinds (Fixture       *fixture,
                                           gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  ui_rows_add (&fixture->app, "energy.billing", RECORDS (
    "{\"fiskil_id\":\"1\",\"transaction_u_type\":\"usage\",\"usage\":{\"amount\":\"46.5\"}}",
    "{\"fiskil_id\":\"2\",\"transaction_u_type\":\"payment\",\"payment\":{\"amount\":\"95.31\"}}",
    "{\"fiskil_id\":\"3\",\"transaction_u_type\":\"onceOff\",\"once_off\":{\"amount\":\"-8\"}}"));
  open_page (fixture, "energy.billing");
  UI_WAIT (ui_has_text (fixture->page, "46.50"));

  g_assert_nonnull (find_cell (fixture->page, "95.31"));
  g_assert_nonnull (find_cell (fixture->page, "−8.00"));
  g_assert_nonnull (find_column (fixture, "Amount"));
}

static void
test_account_has_its_name (Fixture       *fixture,
                           gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  ui_rows_add (&fixture->app, "banking.balances", RECORDS (
    "{\"account_id\":\"a\",\"current_balance\":\"1\"}", "{\"account_id\":\"stranger\",\"current_balance\":\"2\"}"));
  open_page (fixture, "banking.balances");
  UI_WAIT (ui_has_text (fixture->page, "stranger"));
  g_assert_nonnull (find_cell (fixture->page, "a"));

  ui_rows_add (&fixture->app, "banking.accounts", RECORDS ("{\"account_id\":\"a\",\"nickname\":\"Rainy days\"}"));
  UI_WAIT (ui_has_text (fixture->page, "Rainy days"));
  g_assert_nonnull (find_cell (fixture->page, "stranger"));
  g_assert_cmpstr (gtk_column_view_column_get_title (find_column (fixture, "Account")), ==, "Account");
}

static void
test_no_details_say_where_they_come_from (Fixture       *fixture,
                                          gconstpointer  data)
{
  if (fixture->app.sandbox == NULL)
    return;

  open_page (fixture, "banking.product-detail");
  UI_WAIT (ui_has_text (fixture->page, "Details are fetched one by one: open a row of “Products”."));
}

static void
test_row_is_copied_as_it_is_shown (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr(DeskRow) row = NULL;
  g_autofree char *line = NULL;

  if (!open_transactions (fixture))
    return;

  gtk_editable_set_text (ui_find (fixture->page, "search_entry"), "salary");
  UI_WAIT (starts_with (fixture, "Salary"));
  row = get_row (fixture, 0);
  line = desk_rows_columns_dup_line (row);
  g_assert_nonnull (strstr (line, "21 Nov 2026\tSalary\t"));
  g_assert_nonnull (strstr (line, "\t+4,210.00"));
  g_assert_nonnull (strstr (line, "Wages"));
  g_assert_null (strchr (line, '\n'));
}

static void
test_selected_rows_are_known_by_their_ids (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autoptr(GArray) none = NULL;
  g_autoptr(GArray) one = NULL;
  g_autoptr(GArray) all = NULL;
  g_autoptr(DeskRow) row = NULL;

  if (!open_transactions (fixture))
    return;

  none = desk_rows_page_dup_selected_ids (DESK_ROWS_PAGE (fixture->page));
  g_assert_null (none);
  gtk_selection_model_select_item (gtk_column_view_get_model (fixture->view), 1, TRUE);
  one = desk_rows_page_dup_selected_ids (DESK_ROWS_PAGE (fixture->page));
  row = get_row (fixture, 1);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpint (g_array_index (one, gint64, 0), ==, desk_row_get_id (row));
  gtk_selection_model_select_all (gtk_column_view_get_model (fixture->view));
  all = desk_rows_page_dup_selected_ids (DESK_ROWS_PAGE (fixture->page));
  g_assert_null (all);
}

static void
test_rows_are_copied_that_were_never_shown (Fixture       *fixture,
                                            gconstpointer  data)
{
  enum { N_ROWS = 400 };
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(DeskRowsCopy) copy = NULL;
  g_autoptr(GtkBitset) all = gtk_bitset_new_range (0, N_ROWS);
  g_autofree char *copied = NULL;
  g_auto(GStrv) lines = NULL;

  if (fixture->app.sandbox == NULL)
    return;

  for (guint i = 0; i < N_ROWS; i++)
    g_ptr_array_add (records, g_strdup_printf ("{\"fiskil_id\":\"%u\",\"description\":\"Row %u\"}", i, i));
  g_ptr_array_add (records, NULL);
  ui_rows_add (&fixture->app, "banking.transactions", (const char *const *) records->pdata);
  open_page (fixture, "banking.transactions");
  UI_WAIT (count_rows (fixture) == N_ROWS);

  copy = desk_rows_copy_new (fixture->page, get_rows (fixture), all);
  UI_WAIT ((copied = ui_dup_clipboard ()) != NULL);
  lines = g_strsplit (copied, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, N_ROWS + 1);
  g_assert_nonnull (strstr (copied, "\tRow 0\t"));
  g_assert_nonnull (strstr (copied, "\tRow 399\t"));
}

static void
test_row_opens_its_record (Fixture       *fixture,
                           gconstpointer  data)
{
  GtkWindow *window;

  if (!open_transactions (fixture))
    return;

  gtk_editable_set_text (ui_find (fixture->page, "search_entry"), "salary");
  UI_WAIT (starts_with (fixture, "Salary"));
  g_signal_emit_by_name (fixture->view, "activate", 0);
  window = ui_find_window (DESK_TYPE_RECORD_WINDOW);
  g_assert_nonnull (window);
  UI_WAIT (ui_has_text (window, "AUD +4,210.00"));
}

static void
test_account_filter_follows_the_accounts (Fixture       *fixture,
                                          gconstpointer  data)
{
  GtkDropDown *drop_down;

  if (!open_transactions (fixture))
    return;

  g_assert_false (ui_is_shown (fixture->page, "account_filter"));
  ui_rows_add (&fixture->app, "banking.accounts", RECORDS (
    "{\"fiskil_id\":\"a\",\"account_id\":\"a\",\"display_name\":\"Everyday\",\"masked_number\":\"xx 1\"}",
    "{\"fiskil_id\":\"b\",\"account_id\":\"b\",\"nickname\":\"Holiday\",\"display_name\":\"Saver\"}"));
  UI_WAIT (ui_is_shown (fixture->page, "account_filter"));

  drop_down = ui_find_nth (ui_find (fixture->page, "account_filter"), GTK_TYPE_DROP_DOWN, 0);
  for (guint i = 1; i <= 2; i++)
    {
      GtkStringObject *title = g_list_model_get_item (gtk_drop_down_get_model (drop_down), i);

      if (g_str_equal (gtk_string_object_get_string (title), "Holiday"))
        gtk_drop_down_set_selected (drop_down, i);
      g_object_unref (title);
    }
  UI_WAIT (count_rows (fixture) == 1);
  g_assert_true (starts_with (fixture, "Coffee"));
}

static GtkColumnViewColumn *
append_column (GtkColumnView *view,
               const char    *path)
{
  g_autoptr(GtkSorter) sorter = desk_column_sorter_new (path);
  g_autoptr(GtkColumnViewColumn) column = gtk_column_view_column_new (path, NULL);

  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_append_column (view, column);

  return column;
}

static void
test_sorter_tells_which_column_was_clicked (void)
{
  g_autoptr(GtkWidget) widget = g_object_ref_sink (gtk_column_view_new (NULL));
  GtkColumnView *view = GTK_COLUMN_VIEW (widget);
  GtkColumnViewColumn *date = append_column (view, "date");
  GtkColumnViewColumn *amount = append_column (view, "amount");
  GtkSorter *sorter = gtk_column_view_get_sorter (view);
  gboolean descending = TRUE;

  g_assert_null (desk_column_sorter_find (sorter, &descending));
  g_assert_false (descending);

  gtk_column_view_sort_by_column (view, date, GTK_SORT_ASCENDING);
  g_assert_cmpstr (desk_column_sorter_find (sorter, &descending), ==, "date");
  g_assert_false (descending);

  gtk_column_view_sort_by_column (view, amount, GTK_SORT_DESCENDING);
  g_assert_cmpstr (desk_column_sorter_find (sorter, &descending), ==, "amount");
  g_assert_true (descending);
}

static void
test_sorter_never_orders_rows (void)
{
  g_autoptr(GtkSorter) sorter = desk_column_sorter_new ("date");
  g_autoptr(GObject) one = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr(GObject) other = g_object_new (G_TYPE_OBJECT, NULL);

  g_assert_cmpint (gtk_sorter_compare (sorter, one, other), ==, GTK_ORDERING_EQUAL);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) g_test_add ("/rows-page/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("pending-stands-in-place-of-the-date", test_pending_stands_in_place_of_the_date);
  ADD ("date-is-that-of-the-posting-or-else-the-execution", test_date_is_that_of_the_posting_or_else_the_execution);
  ADD ("only-money-that-comes-in-is-marked", test_only_money_that_comes_in_is_marked);
  ADD ("hostile-text-is-shown-as-it-is", test_hostile_text_is_shown_as_it_is);
  ADD ("count-and-total", test_count_and_total);
  ADD ("search-narrows-rows-and-total", test_search_narrows_rows_and_total);
  ADD ("nothing-found-says-so", test_nothing_found_says_so);
  ADD ("end-of-the-search-shows-all", test_end_of_the_search_shows_all);
  ADD ("no-rows-offers-to-fetch", test_no_rows_offers_to_fetch);
  ADD ("order-of-a-column-is-made-by-the-store", test_order_of_a_column_is_made_by_the_store);
  ADD ("search-takes-the-focus", test_search_takes_the_focus);
  ADD ("down-goes-from-the-search-to-the-rows", test_down_goes_from_the_search_to_the_rows);
  ADD ("narrow-page-leaves-out-the-category", test_narrow_page_leaves_out_the_category);
  ADD ("narrow-page-keeps-name-amount-and-date", test_narrow_page_keeps_name_amount_and_date);
  ADD ("billing-has-one-amount-for-all-kinds", test_billing_has_one_amount_for_all_kinds);
  ADD ("account-has-its-name", test_account_has_its_name);
  ADD ("no-details-say-where-they-come-from", test_no_details_say_where_they_come_from);
  ADD ("no-rows-say-why", test_no_rows_say_why);
  ADD ("row-is-copied-as-it-is-shown", test_row_is_copied_as_it_is_shown);
  ADD ("selected-rows-are-known-by-their-ids", test_selected_rows_are_known_by_their_ids);
  ADD ("rows-are-copied-that-were-never-shown", test_rows_are_copied_that_were_never_shown);
  ADD ("row-opens-its-record", test_row_opens_its_record);
  ADD ("account-filter-follows-the-accounts", test_account_filter_follows_the_accounts);
#undef ADD
  g_test_add_func ("/column-sorter/tells-which-column-was-clicked", test_sorter_tells_which_column_was_clicked);
  g_test_add_func ("/column-sorter/never-orders-rows", test_sorter_never_orders_rows);

  return g_test_run ();
}
