/* test-presentation.c: what an audience can read in presentation mode
 *
 * Each data set of an end user is shown with a record with every documented field, in its page, in its record and in its
 * sheet. What is personal in the record must not be found in any text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>
#include <string.h>

#include "desk-app-fixture.h"
#include "desk-catalogue.h"
#include "desk-data-pane.h"
#include "desk-record-mask.h"
#include "desk-record-window.h"
#include "desk-row-list.h"
#include "desk-sheet-window.h"
#include "desk-sheets.h"
#include "desk-window.h"
#include "ui-probe.h"
#include "ui-rows.h"

/* Shorter texts may occur by chance. */
#define MIN_LENGTH 6

typedef struct
{
  DeskAppFixture app;
  GtkWidget     *pane;
  GtkWindow     *window; /* (nullable) */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  desk_app_fixture_set_up (&fixture->app, NULL);
  if (fixture->app.sandbox == NULL)
    return;

  desk_presentation_set_active (desk_context_get_presentation (fixture->app.context), TRUE);
  fixture->pane = g_object_new (DESK_TYPE_DATA_PANE, NULL);
  fixture->window = ui_show (fixture->pane, 1000, 800);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (fixture->window);
  desk_app_fixture_tear_down (&fixture->app, NULL);
}

/* Returns: (transfer full): a record whose personal values are like nothing else on the screen: those of the file are often the
 *   words of labels */
static char *
read_record (const DeskResource *resource)
{
  g_autoptr(DeskMask) mask = desk_mask_new ();
  g_autoptr(GBytes) record = NULL;
  g_autoptr(GBytes) masked = NULL;
  g_autofree char *name = g_strconcat (resource->name, ".json", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "records", name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_strchomp (text);
  record = g_bytes_new_take (text, strlen (text));
  masked = desk_record_mask (mask, resource, record);

  return g_strndup (g_bytes_get_data (masked, NULL), g_bytes_get_size (masked));
}

static DeskRow *
dup_row (Fixture            *fixture,
         const DeskResource *resource,
         DeskRowList       **rows)
{
  g_autoptr(DeskQuery) query = desk_query_new (resource, desk_end_user_get_id (fixture->app.end_user));
  DeskRow *row;

  *rows = desk_row_list_new (desk_context_get_store (fixture->app.context), query);
  UI_WAIT (g_list_model_get_n_items (G_LIST_MODEL (*rows)) > 0);
  row = g_list_model_get_item (G_LIST_MODEL (*rows), 0);
  UI_WAIT (desk_row_is_loaded (row));

  return row;
}

/* Letters and digits alone, so that "4,210.00" is found for "4210.00". */
static char *
dup_essence (const char *text)
{
  GString *essence = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (g_ascii_isalnum (*text))
        g_string_append_c (essence, g_ascii_tolower (*text));
    }

  return g_string_free (essence, FALSE);
}

static void
check_value (const char *shown,
             const char *path,
             const char *text)
{
  g_autofree char *essence = dup_essence (text);

  if (strlen (essence) >= MIN_LENGTH && strstr (shown, essence) != NULL)
    g_error ("%s can be read", path);
}

static gboolean
is_personal (const DeskField *field)
{
  return field->type == DESK_FIELD_TYPE_AMOUNT || field->type == DESK_FIELD_TYPE_MASKED_NUMBER
         || (field->flags & DESK_FIELD_PERSONAL) != 0;
}

static void
check_fields (const char      *shown,
              const DeskField *fields,
              guint            n_fields,
              DeskJsonSlice    object)
{
  for (guint i = 0; i < n_fields; i++)
    {
      DeskJsonSlice value = desk_json_slice_get_member (object, fields[i].name);
      gboolean is_list = desk_json_slice_get_kind (value) == DESK_JSON_KIND_ARRAY;
      DeskJsonSlice element;
      DeskJsonIter iter;

      desk_json_iter_init (&iter, value);
      while (is_list && desk_json_iter_next (&iter, NULL, &element))
        check_fields (shown, fields[i].children, fields[i].n_children, element);
      if (desk_json_slice_get_kind (value) == DESK_JSON_KIND_OBJECT)
        check_fields (shown, fields[i].children, fields[i].n_children, value);
      else if (desk_json_slice_get_kind (value) == DESK_JSON_KIND_STRING && is_personal (&fields[i]))
        {
          g_autofree char *text = desk_json_slice_dup_string (value);

          check_value (shown, fields[i].name, text);
        }
    }
}

static void
check_widget (gpointer            widget,
              const DeskResource *resource,
              DeskJsonSlice       record)
{
  g_autofree char *texts = NULL;
  g_autofree char *shown = NULL;

  for (guint i = 0; i < 20; i++)
    while (g_main_context_iteration (NULL, FALSE));
  texts = ui_dup_texts (widget);
  shown = dup_essence (texts);
  g_assert_cmpuint (strlen (shown), >, 0);
  check_fields (shown, resource->fields, resource->n_fields, record);
}

static void
check_record_window (DeskRow            *row,
                     const DeskResource *resource,
                     DeskJsonSlice       record)
{
  GtkWidget *window = desk_record_window_new (row);

  gtk_window_present (GTK_WINDOW (window));
  UI_WAIT (gtk_widget_get_mapped (window));
  check_widget (window, resource, record);
  gtk_stack_set_visible_child_name (ui_find (window, "stack"), "json");
  check_widget (window, resource, record);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
check_sheet (Fixture            *fixture,
             DeskRow            *row,
             const DeskResource *resource,
             DeskJsonSlice       record)
{
  GtkWidget *window;

  if (!desk_sheets_has (resource))
    return;

  window = desk_sheet_window_new (fixture->app.context, desk_end_user_get_id (fixture->app.end_user), row);
  gtk_window_present (GTK_WINDOW (window));
  UI_WAIT (gtk_widget_get_mapped (window));
  check_widget (window, resource, record);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_every_data_set (Fixture       *fixture,
                     gconstpointer  data)
{
  const DeskResource *resource = data;
  g_autofree char *json = NULL;
  g_autoptr(DeskRowList) rows = NULL;
  g_autoptr(DeskRow) row = NULL;
  DeskJsonSlice record;

  if (fixture->app.sandbox == NULL)
    return;

  json = read_record (resource);
  g_assert_true (desk_json_parse (json, strlen (json), &record, NULL));
  ui_rows_add (&fixture->app, resource->name, (const char *const[]) { json, NULL });
  row = dup_row (fixture, resource, &rows);

  desk_data_pane_show (DESK_DATA_PANE (fixture->pane), fixture->app.context, fixture->app.end_user, resource);
  check_widget (fixture->pane, resource, record);
  check_record_window (row, resource, record);
  check_sheet (fixture, row, resource, record);
}

static void
activate_and_wait (DeskWindow       *window,
                   DeskPresentation *presentation)
{
  gboolean active = desk_presentation_get_active (presentation);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.presentation-mode", NULL);
  UI_WAIT (desk_presentation_get_active (presentation) != active);
}

/* One switch, on and off, in the open window. */
static void
test_switch (Fixture       *fixture,
             gconstpointer  data)
{
  DeskPresentation *presentation;
  DeskWindow *window;
  const char *title;

  if (fixture->app.sandbox == NULL)
    return;

  presentation = desk_context_get_presentation (fixture->app.context);
  window = DESK_WINDOW (desk_window_new (NULL, fixture->app.context));
  title = desk_end_user_get_title (fixture->app.end_user);
  gtk_window_present (GTK_WINDOW (window));
  UI_WAIT (ui_has_text (window, title));

  activate_and_wait (window, presentation);
  g_assert_cmpstr (desk_end_user_get_title (fixture->app.end_user), !=, desk_end_user_get_email (fixture->app.end_user));
  UI_WAIT (ui_has_text (window, desk_end_user_get_title (fixture->app.end_user)));
  g_assert_false (ui_has_text (window, desk_end_user_get_email (fixture->app.end_user)));
  g_assert_true (gtk_revealer_get_reveal_child (ui_find (ui_find (window, "presentation_band"), "revealer")));

  activate_and_wait (window, presentation);
  g_assert_false (gtk_revealer_get_reveal_child (ui_find (ui_find (window, "presentation_band"), "revealer")));
  g_assert_true (ui_has_text (window, desk_end_user_get_title (fixture->app.end_user)));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  guint n_resources = 0;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < n_resources; i++)
    {
      g_autofree char *path = g_strdup_printf ("/presentation/every-data-set/%s", resources[i]->name);

      if (!desk_resource_is_public (resources[i]))
        g_test_add (path, Fixture, resources[i], set_up, test_every_data_set, tear_down);
    }
  g_test_add ("/presentation/switch", Fixture, NULL, set_up, test_switch, tear_down);

  return g_test_run ();
}
