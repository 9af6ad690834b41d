/* test-identity-page.c: what the identity page shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "desk-app-fixture.h"
#include "desk-identity-group.h"
#include "desk-identity-page.h"
#include "desk-test-rows.h"

typedef struct
{
  DeskAppFixture  app;
  GtkWidget      *window;
  GtkWidget      *page;
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
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  desk_app_fixture_tear_down (&fixture->app, NULL);
}

static void
add_identities (Fixture    *fixture,
                const char *json)
{
  desk_test_rows_add (desk_context_get_store (fixture->app.context), "common.identity",
                      desk_end_user_get_id (fixture->app.end_user), 1, json);
}

static gpointer
find (Fixture    *fixture,
      const char *id)
{
  GObject *child = gtk_widget_get_template_child (fixture->page, DESK_TYPE_IDENTITY_PAGE, id);

  g_assert_nonnull (child);
  return child;
}

static void
open_page (Fixture *fixture)
{
  fixture->window = gtk_window_new ();
  fixture->page = desk_identity_page_new (fixture->app.context, fixture->app.end_user);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
wait_for_page (Fixture    *fixture,
               const char *name)
{
  while (!g_str_equal (gtk_stack_get_visible_child_name (find (fixture, "stack")), name))
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_status (Fixture    *fixture,
                 const char *title)
{
  AdwStatusPage *status = ADW_STATUS_PAGE (gtk_widget_get_first_child (find (fixture, "status")));

  wait_for_page (fixture, "status");
  while (!g_str_equal (adw_status_page_get_title (status), title))
    g_main_context_iteration (NULL, TRUE);
}

/* All below @widget that are of @type, in order. */
static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static char *
dup_rows (GtkWidget *widget)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();
  g_autoptr(GString) text = g_string_new (NULL);

  collect (widget, ADW_TYPE_ACTION_ROW, rows);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s: %s\n", adw_action_row_get_subtitle (rows->pdata[i]),
                            adw_preferences_row_get_title (rows->pdata[i]));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define HOSTILE "<b>Mia</b> &amp; %s"

static void
test_shows_a_group_per_identity (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr(GPtrArray) groups = g_ptr_array_new ();
  g_autofree char *rows = NULL;

  if (!desk_test_sandbox_is_there ())
    return;

  g_free (desk_test_sandbox_grant (fixture->app.sandbox, desk_end_user_get_id (fixture->app.end_user),
                                   DESK_TEST_BANK));
  desk_app_fixture_refresh (&fixture->app);
  add_identities (fixture,
                  "[{\"institution_id\":\"88888\",\"customer\":{\"person\":{\"last_name\":\"Chen\"}}},"
                  "{\"institution_id\":\"99999\",\"customer\":{\"person\":{\"last_name\":\"" HOSTILE "\"}}},"
                  "{\"institution_id\":\"99999\",\"customer\":{}}]");
  open_page (fixture);
  wait_for_page (fixture, "content");
  rows = dup_rows (fixture->page);
  g_assert_cmpstr (rows, ==, "Name: Chen\nName: " HOSTILE "\n");
  collect (fixture->page, ADW_TYPE_PREFERENCES_GROUP, groups);
  g_assert_cmpuint (groups->len, ==, 2);
  g_assert_cmpstr (adw_preferences_group_get_title (groups->pdata[0]), !=, "88888");
  g_assert_cmpstr (adw_preferences_group_get_title (groups->pdata[1]), ==, "99999");
}

static DeskIdentity *
make_identity (void)
{
  static const char json[] = "{\"customer\":{\"person\":{\"last_update_time\":\"2025-02-18T09:41:00Z\","
                             "\"last_name\":\"" HOSTILE "\"}}}";
  DeskJsonSlice slice;

  g_assert_true (desk_json_parse (json, strlen (json), &slice, NULL));
  return desk_identity_new (slice);
}

static void
read_text_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_assert_nonnull (*text);
}

static void
test_outside_text_is_no_markup (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr(DeskIdentity) identity = make_identity ();
  GtkWidget *group = GTK_WIDGET (g_object_ref_sink (desk_identity_group_new (identity, "<i>Bank & Co")));
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();

  collect (group, ADW_TYPE_ACTION_ROW, rows);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_false (adw_preferences_row_get_use_markup (rows->pdata[0]));
  g_assert_cmpstr (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)), ==, "<i>Bank & Co");
  g_assert_cmpstr (adw_preferences_group_get_description (ADW_PREFERENCES_GROUP (group)), ==,
                   "Updated on 18 Feb 2025");
  g_object_unref (group);
}

static void
test_copies_a_value (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(DeskIdentity) identity = make_identity ();
  g_autoptr(GPtrArray) buttons = g_ptr_array_new ();
  GtkWidget *group = GTK_WIDGET (desk_identity_group_new (identity, NULL));
  g_autofree char *text = NULL;

  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), group);
  collect (group, GTK_TYPE_BUTTON, buttons);
  g_assert_cmpuint (buttons->len, ==, 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (buttons->pdata[0]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Copy: Name");
  g_signal_emit_by_name (buttons->pdata[0], "clicked");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (group), NULL, read_text_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text, ==, HOSTILE);
}

static void
test_says_why_there_is_nothing_and_follows (Fixture       *fixture,
                                            gconstpointer  data)
{
  if (!desk_test_sandbox_is_there ())
    return;

  open_page (fixture);
  wait_for_status (fixture, "No identity yet");
  add_identities (fixture, "[{\"customer\":{\"person\":{\"last_name\":\"Chen\"}}}]");
  wait_for_page (fixture, "content");
  desk_test_rows_purge (desk_context_get_store (fixture->app.context), desk_end_user_get_id (fixture->app.end_user));
  wait_for_status (fixture, "No identity yet");
}

static void
test_failure_can_be_tried_again (Fixture       *fixture,
                                 gconstpointer  data)
{
  if (!desk_test_sandbox_is_there ())
    return;

  desk_store_close (desk_context_get_store (fixture->app.context));
  open_page (fixture);
  wait_for_status (fixture, "The identity could not be read");
  g_signal_emit_by_name (find (fixture, "status"), "retry");
  wait_for_status (fixture, "Reading identity …");
}

#define ADD(name, function) g_test_add ("/identity-page/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_setenv ("TZ", "UTC", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("shows-a-group-per-identity", test_shows_a_group_per_identity);
  ADD ("outside-text-is-no-markup", test_outside_text_is_no_markup);
  ADD ("copies-a-value", test_copies_a_value);
  ADD ("says-why-there-is-nothing-and-follows", test_says_why_there_is_nothing_and_follows);
  ADD ("failure-can-be-tried-again", test_failure_can_be_tried_again);

  return g_test_run ();
}
