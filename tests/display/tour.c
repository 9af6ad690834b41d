/* tour.c: the main job, end to end: links a bank and an energy retailer and looks at their data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <adwaita.h>
#include <locale.h>

#include "desk-application.h"
#include "desk-catalogue.h"
#include "desk-consent-dialog.h"
#include "desk-consent-window.h"
#include "desk-end-user-dialog.h"
#include "desk-quality-page.h"
#include "desk-record-window.h"
#include "desk-row.h"
#include "desk-sheet-window.h"
#include "desk-usage-day-window.h"
#include "desk-window.h"
#include "tour-album.h"
#include "tour-driver.h"
#include "tour-home.h"
#include "tour-wait.h"
#include "tour-windows.h"

#define BANK_ID "88888"
#define RETAILER_ID "88801"
#define EMAIL "mia.chen@example.com"
#define WIDTH 1280
#define HEIGHT 800
#define NARROW_WIDTH 800
#define NARROW_HEIGHT 600
#define PHONE_WIDTH 360
#define PHONE_HEIGHT 640

/* What a page shows of a table without scrolling. */
#define N_FIRST_ROWS 30

typedef struct
{
  TourAlbum album;
  const char *stop; /* (nullable): names the pictures of this stop, while a page is open */
  DeskWindow *window;
  GtkWindow *dialog; /* (nullable): while an account is linked */
  TourDriver *driver;
  GHashTable *counts; /* (owned) (nullable): resource name -> rows */
  gboolean failed;
} Tour;

static void
fail (Tour       *self,
      const char *what)
{
  g_printerr ("%s\n", what);
  self->failed = TRUE;
}

static void
screen_cb (const char *screen,
           gpointer    user_data)
{
  Tour *self = user_data;
  g_autofree char *name = g_strdup_printf ("%s-%s", self->stop, screen);

  /* The page begins before its dialog is on the screen. */
  if (self->dialog == NULL)
    self->dialog = tour_wait_window (DESK_TYPE_CONSENT_DIALOG);

  if (g_str_equal (screen, "allow") || g_str_equal (screen, "code") || g_str_equal (screen, "confirm"))
    tour_album_take (&self->album, self->dialog, name);
}

static void
activate (gpointer    widget,
          const char *action,
          GVariant   *parameter)
{
  if (!gtk_widget_activate_action_variant (widget, action, parameter))
    g_error ("The action %s is not there", action);
}

static gboolean
is_open (gpointer user_data)
{
  Tour *self = user_data;

  return desk_context_get_directory (desk_window_get_context (self->window)) != NULL;
}

static gboolean
is_end_user_there (gpointer user_data)
{
  Tour *self = user_data;
  DeskEndUser *end_user = desk_window_get_end_user (self->window);

  return end_user != NULL && g_strcmp0 (desk_end_user_get_email (end_user), EMAIL) == 0;
}

static void
create_end_user (Tour *self)
{
  GtkWindow *dialog;

  tour_wait_until ("the sandbox runs", is_open, self);
  tour_wait_a_bit ();
  activate (self->window, "win.new-end-user", NULL);
  dialog = tour_wait_window (DESK_TYPE_END_USER_DIALOG);
  gtk_editable_set_text (tour_find (dialog, "name_row"), "Mia Chen");
  gtk_editable_set_text (tour_find (dialog, "email_row"), EMAIL);
  tour_wait_a_bit ();
  tour_album_take (&self->album, dialog, "new-end-user");
  g_signal_emit_by_name (tour_find (dialog, "save_button"), "clicked");
  tour_wait_until ("the end user is there", is_end_user_there, self);
}

static gboolean
is_result_there (gpointer user_data)
{
  Tour *self = user_data;

  return g_str_equal (gtk_stack_get_visible_child_name (tour_find (self->dialog, "stack")), "result");
}

static gboolean
is_idle (gpointer user_data)
{
  Tour *self = user_data;

  return !desk_window_get_busy (self->window);
}

/* Cancel is pressed at the bank; the result page says so and offers to try again. */
static void
change_my_mind (Tour       *self,
                const char *institution_id)
{
  self->stop = "cancelled";
  tour_driver_begin (self->driver, institution_id, "code");
  activate (self->window, "win.link-account", NULL);
  self->dialog = tour_wait_window (DESK_TYPE_CONSENT_DIALOG);
  tour_wait_until ("the page is cancelled", is_result_there, self);
  tour_wait_a_bit ();
  tour_album_take (&self->album, self->dialog, "cancelled-result");
  tour_album_set_dark (TRUE);
  tour_wait_a_bit ();
  tour_album_take (&self->album, self->dialog, "cancelled-result-dark");
  tour_album_set_dark (FALSE);
  gtk_window_set_default_size (self->dialog, PHONE_WIDTH, PHONE_HEIGHT);
  tour_wait_a_bit ();
  tour_album_take (&self->album, self->dialog, "cancelled-result-phone");
  activate (self->dialog, "link.close", NULL);
  self->dialog = NULL;
}

static gboolean
is_page_there (gpointer user_data)
{
  Tour *self = user_data;

  return g_str_equal (gtk_stack_get_visible_child_name (tour_find (self->dialog, "stack")), "page");
}

/* What can be chosen before linking, and beside the page. */
static void
look_at_choices (Tour *self)
{
  activate (self->window, "win.choose-institution", NULL);
  self->dialog = tour_wait_window (DESK_TYPE_CONSENT_DIALOG);
  tour_wait_a_bit ();
  tour_album_take (&self->album, self->dialog, "institutions");
  gtk_window_destroy (self->dialog);

  self->stop = "elsewhere";
  tour_driver_begin (self->driver, BANK_ID, NULL);
  tour_driver_stop_at (self->driver, "allow");
  activate (self->window, "win.link-account", NULL);
  self->dialog = tour_wait_window (DESK_TYPE_CONSENT_DIALOG);
  tour_wait_until ("the page is there", is_page_there, self);
  activate (self->dialog, "link.show-elsewhere", NULL);
  tour_wait_a_bit ();
  tour_album_take (&self->album, self->dialog, "another-device");
  gtk_window_destroy (self->dialog);
  self->dialog = NULL;
}

static gboolean
link_account (Tour       *self,
              const char *stop,
              const char *way,
              const char *institution_id)
{
  GtkWidget *view_data_button;

  self->stop = stop;
  tour_driver_begin (self->driver, institution_id, NULL);
  activate (self->window, "win.link-account", NULL);
  self->dialog = tour_wait_window (DESK_TYPE_CONSENT_DIALOG);
  activate (self->dialog, "link.way", g_variant_new_string (way));
  tour_wait_until ("the result of linking is there", is_result_there, self);
  tour_wait_a_bit ();
  tour_album_take (&self->album, self->dialog, stop);

  view_data_button = tour_find (tour_find (self->dialog, "result"), "view_data_button");
  if (!gtk_widget_get_visible (view_data_button))
    return FALSE;

  if (!tour_driver_saw_all (self->driver))
    fail (self, "A consent screen was skipped");
  activate (self->dialog, "link.view-data", NULL);
  self->dialog = NULL;
  tour_wait_a_bit ();
  tour_wait_until ("the data are fetched", is_idle, self);

  return TRUE;
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Tour *self = user_data;
  g_autoptr(GError) error = NULL;

  self->counts = desk_store_count_finish (DESK_STORE (source), result, &error);
  if (self->counts == NULL)
    g_error ("The rows could not be counted: %s", error->message);
}

static gboolean
is_counted (gpointer user_data)
{
  return ((Tour *) user_data)->counts != NULL;
}

static void
print_consents (Tour *self)
{
  DeskDirectory *directory = desk_context_get_directory (desk_window_get_context (self->window));
  const char *end_user_id = desk_end_user_get_id (desk_window_get_end_user (self->window));
  GListModel *consents = desk_directory_get_consents (directory, end_user_id);

  g_print ("\n%-24s %s\n", "Institution", "Consent id");
  for (guint i = 0; i < g_list_model_get_n_items (consents); i++)
    {
      g_autoptr(DeskConsent) consent = g_list_model_get_item (consents, i);

      g_print ("%-24s %s\n", desk_consent_get_institution_name (consent), desk_consent_get_id (consent));
    }
  if (g_list_model_get_n_items (consents) != 2)
    fail (self, "There are not two consents");
}

static void
print_counts (Tour *self)
{
  DeskStore *store = desk_context_get_store (desk_window_get_context (self->window));
  const DeskResource *const *resources;
  guint n_resources;

  desk_store_count_async (store, desk_end_user_get_id (desk_window_get_end_user (self->window)), NULL, NULL,
                          counted_cb, self);
  tour_wait_until ("the rows are counted", is_counted, self);

  g_print ("\n%-28s %s\n", "Data set", "Rows");
  resources = desk_catalogue_get_resources (&n_resources);
  for (guint i = 0; i < n_resources; i++)
    {
      guint n_rows = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, resources[i]->name));

      /* Details are fetched one by one. */
      if (resources[i]->parent != NULL)
        continue;

      g_print ("%-28s %u\n", resources[i]->name, n_rows);
      if (n_rows == 0)
        fail (self, "A data set is empty");
    }
}

/* A row is empty until the store has read it. */
static gboolean
are_first_rows_loaded (GtkWidget *view)
{
  GtkSelectionModel *model = GTK_IS_COLUMN_VIEW (view) ? gtk_column_view_get_model (GTK_COLUMN_VIEW (view)) : NULL;

  for (guint i = 0; model != NULL && i < MIN (N_FIRST_ROWS, g_list_model_get_n_items (G_LIST_MODEL (model))); i++)
    {
      g_autoptr(GObject) row = g_list_model_get_item (G_LIST_MODEL (model), i);

      if (DESK_IS_ROW (row) && !desk_row_is_loaded (DESK_ROW (row)))
        return FALSE;
    }

  return !GTK_IS_SPINNER (view) || !gtk_spinner_get_spinning (GTK_SPINNER (view));
}

static gboolean
are_rows_loaded (gpointer user_data)
{
  GtkWidget *widget = user_data;
  gboolean loaded = !gtk_widget_get_mapped (widget) || are_first_rows_loaded (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); loaded && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    loaded = are_rows_loaded (child);

  return loaded;
}

static void
go_to_resource (Tour       *self,
                const char *resource)
{
  activate (self->window, "win.show-resource", g_variant_new_string (resource));
  tour_wait_a_bit ();
  tour_wait_until ("the rows are loaded", are_rows_loaded, self->window);
  tour_wait_frames (GTK_WIDGET (self->window));
}

static void
show_resource (Tour       *self,
               const char *resource,
               const char *picture)
{
  go_to_resource (self, resource);
  tour_album_take (&self->album, GTK_WINDOW (self->window), picture);
}

static GtkWidget *
get_page (Tour *self)
{
  return adw_bin_get_child (tour_find (tour_find (self->window, "data_pane"), "page"));
}

/* What a click on the first row of the table opens. */
static void
look_into (Tour       *self,
           const char *resource,
           GType       window_type,
           const char *picture)
{
  GtkWindow *window;

  go_to_resource (self, resource);
  g_signal_emit_by_name (tour_find (get_page (self), "view"), "activate", 0u);
  window = tour_wait_window (window_type);
  tour_wait_a_bit ();
  tour_wait_until ("what the window shows is there", are_rows_loaded, window);
  tour_album_take_light_and_dark (&self->album, window, picture);
  gtk_window_destroy (window);
}

static void
look_into_a_day (Tour *self)
{
  GtkWindow *window;

  go_to_resource (self, "energy.usage");
  g_signal_emit_by_name (tour_find (tour_find (get_page (self), "view"), "chart"), "activated", 2u);
  window = tour_wait_window (DESK_TYPE_USAGE_DAY_WINDOW);
  tour_wait_a_bit ();
  tour_wait_until ("what the window shows is there", are_rows_loaded, window);
  tour_album_take_light_and_dark (&self->album, window, "usage-day");
  gtk_window_destroy (window);
}

static void
look_into_rows (Tour *self)
{
  look_into (self, "banking.accounts", DESK_TYPE_RECORD_WINDOW, "record");
  look_into (self, "banking.products", DESK_TYPE_SHEET_WINDOW, "product-sheet");
  look_into (self, "energy.plans", DESK_TYPE_SHEET_WINDOW, "plan-sheet");
  look_into (self, "energy.invoices", DESK_TYPE_SHEET_WINDOW, "invoice-sheet");
  look_into_a_day (self);
}

static void
look_at_consent (Tour *self)
{
  DeskDirectory *directory = desk_context_get_directory (desk_window_get_context (self->window));
  GListModel *consents = desk_directory_get_consents (directory,
                                                      desk_end_user_get_id (desk_window_get_end_user (self->window)));
  g_autoptr(DeskConsent) consent = g_list_model_get_item (consents, 0);
  GtkWindow *window;

  desk_window_show_consent (self->window, desk_consent_get_id (consent));
  window = tour_wait_window (DESK_TYPE_CONSENT_WINDOW);
  tour_wait_a_bit ();
  tour_album_take (&self->album, window, "consent");
  tour_album_set_dark (TRUE);
  tour_wait_a_bit ();
  tour_album_take (&self->album, window, "consent-dark");
  tour_album_set_dark (FALSE);
  gtk_window_destroy (window);
}

/* The page of each data set, of a bank and of an energy retailer. */
static void
look_at_pages (Tour *self)
{
  guint n_resources;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);

  for (guint i = 0; i < n_resources; i++)
    show_resource (self, resources[i]->name, resources[i]->name);
}

/* The page says how many rows it has checked as soon as it has. */
static gboolean
is_checked (gpointer user_data)
{
  GtkWidget *page = get_page (user_data);

  return DESK_IS_QUALITY_PAGE (page) && *gtk_label_get_text (tour_find (page, "summary")) != '\0';
}

static void
show_quality (Tour       *self,
              const char *picture)
{
  activate (self->window, "win.show-quality", NULL);
  tour_wait_until ("the data are checked", is_checked, self);
  tour_wait_a_bit ();
  tour_album_take (&self->album, GTK_WINDOW (self->window), picture);
}

static void
look_as_audience (Tour *self)
{
  activate (self->window, "win.presentation-mode", NULL);
  tour_wait_a_bit ();
  show_resource (self, "banking.accounts", "presentation-accounts");
  show_resource (self, "common.identity", "presentation-identity");
  tour_album_set_dark (TRUE);
  show_resource (self, "banking.transactions", "presentation-transactions-dark");
  tour_album_set_dark (FALSE);
  activate (self->window, "win.presentation-mode", NULL);
}

static void
look_around (Tour *self)
{
  look_at_consent (self);
  tour_windows_look (&self->album, self->window);
  look_at_pages (self);
  look_into_rows (self);
  show_quality (self, "quality");
  tour_album_set_dark (TRUE);
  show_quality (self, "quality-dark");
  show_resource (self, "banking.transactions", "transactions-dark");
  show_resource (self, "energy.usage", "usage-dark");
  tour_album_set_dark (FALSE);
  look_as_audience (self);
  gtk_window_set_default_size (GTK_WINDOW (self->window), NARROW_WIDTH, NARROW_HEIGHT);
  tour_wait_a_bit ();
  show_resource (self, "banking.transactions", "transactions-narrow");
  show_resource (self, "energy.usage", "usage-narrow");
}

static void
go (Tour *self)
{
  self->window = DESK_WINDOW (tour_wait_window (DESK_TYPE_WINDOW));
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  create_end_user (self);
  look_at_choices (self);
  change_my_mind (self, BANK_ID);

  if (!link_account (self, "bank", "redirect", BANK_ID) ||
      !link_account (self, "retailer", "embedded", RETAILER_ID))
    {
      fail (self, "The account was not linked");
      return;
    }

  look_around (self);
  print_consents (self);
  print_counts (self);
  g_print ("\n%u pictures in %s\n", self->album.n_pictures, self->album.folder);
}

static void
run (Tour       *self,
     const char *state_folder)
{
  g_autoptr(DeskApplication) application = desk_application_new (state_folder, TOUR_SANDBOX);
  g_autoptr(TourDriver) driver = tour_driver_new (screen_cb, self);
  g_autoptr(GError) error = NULL;

  /* Others of these programs may run on the same bus. */
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("The application could not be started: %s", error->message);

  tour_album_set_dark (FALSE);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-font-name", "Cantarell 11", NULL);
  g_application_activate (G_APPLICATION (application));
  self->driver = driver;
  go (self);

  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  while (g_main_context_iteration (NULL, FALSE));
}

int
main (int   argc,
      char *argv[])
{
  Tour tour = { 0 };
  char *state_folder;

  /* As on most screens. Cairo (1.16) puts each letter on a whole pixel. */
  g_setenv ("GSK_RENDERER", "gl", TRUE);
  setlocale (LC_ALL, "");
  if (argc != 2)
    {
      g_printerr ("Usage: tour FOLDER\n");
      return 2;
    }

  state_folder = tour_home_new ();
  tour.album.folder = argv[1];
  g_mkdir_with_parents (tour.album.folder, 0755);
  run (&tour, state_folder);
  g_clear_pointer (&tour.counts, g_hash_table_unref);
  tour_home_free (state_folder);

  return tour.failed || tour.album.failed ? 1 : 0;
}
