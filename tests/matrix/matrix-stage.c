/* matrix-stage.c: the real window on the real sandbox, and one attempt after the other in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "matrix-stage.h"

#include <signal.h>

#include "desk-await.h"
#include "desk-consent-way.h"
#include "desk-json.h"
#include "desk-window.h"
#include "matrix-browser.h"
#include "matrix-seams.h"
#include "matrix-sent.h"
#include "matrix-web-process.h"
#include "tour-camera.h"
#include "tour-driver.h"
#include "tour-wait.h"

/* The time of a page is hurried in such pieces; the patience with a frame, which is shorter, is not. */
#define PAGE_SECONDS 60

#define ENVIRONMENT "Matrix"
#define TIMEOUT_SECONDS "120"
#define WIDTH 1180
#define HEIGHT 780
#define PATIENCE_SECONDS 60

typedef struct
{
  MatrixStage public;

  AdwApplication *application; /* (owned) */
  DeskWindow *window;
  MatrixBrowser *browser; /* (owned) (nullable): of its way alone */
  TourDriver *driver; /* (owned) */
  const MatrixRecipe *recipe; /* (nullable): of the cell */
  GObject *kept; /* (owned) (nullable): until the cell ends */
  char *screen; /* (owned) (nullable): the last one */
  gboolean saw_page; /* the one of the recipe */
  gboolean is_patient;
} Stage;

static Stage *
get_own (MatrixStage *public)
{
  return (Stage *) public;
}

void
matrix_stage_keep (MatrixStage *self,
                   GObject     *object)
{
  g_assert_null (get_own (self)->kept);

  get_own (self)->kept = object;
}

const char *
matrix_stage_get_name (MatrixStage *self)
{
  return get_own (self)->recipe->name;
}

void
matrix_stage_check_screens (MatrixStage *self)
{
  Stage *own = get_own (self);

  if (own->browser == NULL && !tour_driver_saw_all (own->driver))
    matrix_stage_fail (self, "not every screen was seen once");
}

void
matrix_stage_fail (MatrixStage *self,
                   const char  *format,
                   ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (self->failures, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static void
screen_cb (const char *screen,
           gpointer    user_data)
{
  Stage *self = user_data;

  g_free (self->screen);
  self->screen = g_strdup (screen);
  if (self->recipe != NULL && self->recipe->act != NULL && g_str_equal (screen, self->recipe->act_at))
    self->recipe->act (&self->public);
}

/* As the tour's driver answers its pages. */
static char *
browser_screen_cb (const char *screen,
                   gpointer    user_data)
{
  Stage *self = user_data;

  screen_cb (screen, user_data);
  if (self->recipe == NULL || g_strcmp0 (screen, self->recipe->stop_at) == 0)
    return NULL;
  if (g_strcmp0 (screen, self->recipe->cancel_at) == 0)
    return g_strdup ("#cancel");
  if (g_str_equal (screen, "institution"))
    return g_strdup_printf ("button[name=institution][value=\"%s\"]", self->public.institution_id);

  return g_strdup ("#continue");
}

/* No window opens, and no frame is left, without somebody who presses: a script does not count. */
static gboolean
press_cb (GtkWidget  *web_view,
          double      x,
          double      y,
          const char *name,
          gpointer    user_data)
{
  Stage *self = user_data;

  if (g_strcmp0 (self->screen, "opener") != 0 && g_strcmp0 (self->screen, "way") != 0)
    return FALSE;

  tour_hand_press (web_view, x, y);

  return TRUE;
}

static gboolean
type_cb (const char *text,
         gpointer    user_data)
{
  return FALSE;
}

static const TourHand hand = { press_cb, type_cb };

static DeskContext *
make_context (Stage *self)
{
  g_autoptr(GKeyFile) key_file = g_key_file_new ();
  g_autoptr(DeskEnvironment) environment = NULL;
  g_autoptr(GError) error = NULL;

  g_key_file_set_string (key_file, ENVIRONMENT, "api", matrix_proxy_get_api_uri (self->public.proxy));
  g_key_file_set_string (key_file, ENVIRONMENT, "auth", desk_test_sandbox_get_auth_uri (self->public.sandbox));
  g_key_file_set_string (key_file, ENVIRONMENT, "timeout", TIMEOUT_SECONDS);
  g_key_file_set_string (key_file, ENVIRONMENT, "link-way", desk_consent_way_get_name (self->public.way));
  environment = desk_environment_new_from_key_file (key_file, ENVIRONMENT, &error);
  g_assert_no_error (error);

  return desk_context_new (environment, NULL, NULL);
}

static gboolean
is_open (gpointer user_data)
{
  Stage *self = user_data;

  return desk_context_get_directory (desk_window_get_context (self->window)) != NULL;
}

static void
open_window (Stage *self)
{
  g_autoptr(DeskContext) context = make_context (self);
  g_autoptr(GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr(GError) error = NULL;

  self->application = g_object_new (ADW_TYPE_APPLICATION,
                                    "application-id", APPLICATION_ID,
                                    "flags", G_APPLICATION_NON_UNIQUE,
                                    "resource-base-path", "/io/github/consentdesk/ConsentDesk",
                                    NULL);
  g_application_register (G_APPLICATION (self->application), NULL, &error);
  g_assert_no_error (error);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-font-name", "Cantarell 11", NULL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_LIGHT);

  g_settings_set_string (settings, "link-way", desk_consent_way_get_name (self->public.way));
  self->window = DESK_WINDOW (desk_window_new (GTK_APPLICATION (self->application), context));
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (self->window));
  tour_wait_until ("the context is open", is_open, self);
}

MatrixStage *
matrix_stage_new (const char  *folder,
                  DeskLinkWay  way)
{
  Stage *self = g_new0 (Stage, 1);

  self->public.way = way;
  self->public.failures = g_ptr_array_new_with_free_func (g_free);
  self->driver = tour_driver_new (screen_cb, self);
  tour_driver_set_paint_time (self->driver, 0);
  tour_driver_set_hand (self->driver, &hand);
  if (way == DESK_LINK_WAY_BROWSER)
    {
      self->browser = matrix_browser_new (folder, browser_screen_cb, self);
      if (self->browser == NULL)
        {
          matrix_stage_free (&self->public);
          return NULL;
        }
    }

  self->public.sandbox = desk_test_sandbox_new ();
  self->public.proxy = matrix_proxy_new (desk_test_sandbox_get_api_uri (self->public.sandbox));
  open_window (self);

  return &self->public;
}

void
matrix_stage_free (MatrixStage *public)
{
  Stage *self = get_own (public);

  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE));

  g_clear_object (&self->application);
  g_clear_pointer (&self->browser, matrix_browser_free);
  g_clear_pointer (&self->driver, tour_driver_free);
  g_clear_pointer (&public->proxy, matrix_proxy_free);
  g_clear_pointer (&public->sandbox, desk_test_sandbox_free);
  g_ptr_array_unref (public->failures);
  g_free (public->end_user_id);
  g_free (public->picture);
  g_free (self->screen);
  g_free (self);
}

static gboolean
is_selected (gpointer user_data)
{
  Stage *self = user_data;
  DeskEndUser *end_user = desk_window_get_end_user (self->window);

  return end_user != NULL && g_str_equal (desk_end_user_get_id (end_user), self->public.end_user_id);
}

static void
create_end_user (Stage *self)
{
  DeskDirectory *directory = desk_context_get_directory (desk_window_get_context (self->window));
  g_autofree char *email = g_strdup_printf ("%s@example.com", self->recipe->name);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(DeskEndUser) end_user = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *slot = NULL;

  desk_directory_create_async (directory, "Mia Chen", email, NULL, NULL, desk_await_keep, &slot);
  result = desk_await_result (&slot);
  end_user = desk_directory_create_finish (directory, result, NULL, &error);
  g_assert_no_error (error);

  g_free (self->public.end_user_id);
  self->public.end_user_id = g_strdup (desk_end_user_get_id (end_user));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.select-end-user", "s", self->public.end_user_id);
  tour_wait_until ("the end user is there", is_selected, self);
}

void
matrix_stage_switch_fault (MatrixStage *self,
                           const char  *fault,
                           gboolean     on)
{
  g_autofree char *body = g_strdup_printf ("{\"fault\":\"%s\",\"on\":%s}", fault, on ? "true" : "false");
  g_autofree char *answer = desk_test_sandbox_call (self->sandbox, "POST", "/sandbox/faults", body);

  g_assert_nonnull (answer);
}

static void
state_changed_cb (DeskLinkAttempt *attempt,
                  GParamSpec      *pspec,
                  Stage           *self)
{
  if (desk_link_attempt_get_state (attempt) != DESK_LINK_ATTEMPT_CHECKING)
    return;

  matrix_seams_set_hurry (1);
  if (self->recipe->check != NULL)
    self->recipe->check (&self->public);
}

static void
open_dialog (Stage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.link-account", NULL);
  g_set_weak_pointer (&self->public.dialog, DESK_CONSENT_DIALOG (tour_wait_window (DESK_TYPE_CONSENT_DIALOG)));
  g_assert_nonnull (matrix_seams_get_attempt ());
  g_signal_connect (matrix_seams_get_attempt (), "notify::state", G_CALLBACK (state_changed_cb), self);
  if (matrix_seams_get_way () != self->public.way)
    matrix_stage_fail (&self->public, "it begins in another way");
}

static gboolean
patience_over_cb (gpointer user_data)
{
  ((Stage *) user_data)->is_patient = FALSE;

  return G_SOURCE_CONTINUE;
}

static gboolean
is_done (Stage *self)
{
  return desk_link_attempt_get_state (matrix_seams_get_attempt ()) == DESK_LINK_ATTEMPT_DONE;
}

static void
look_at_page (Stage *self)
{
  GtkStack *stack;

  if (self->recipe->at_page == NULL || self->saw_page || self->public.dialog == NULL)
    return;

  stack = tour_find (self->public.dialog, "stack");
  self->saw_page = g_strcmp0 (gtk_stack_get_visible_child_name (stack), self->recipe->page) == 0;
  if (self->saw_page)
    self->recipe->at_page (&self->public);
}

static void
wait_until_done (Stage *self)
{
  guint source_id = g_timeout_add (PATIENCE_SECONDS * 1000, patience_over_cb, self);

  self->is_patient = TRUE;
  self->saw_page = FALSE;
  while (!is_done (self) && self->is_patient)
    {
      g_main_context_iteration (NULL, TRUE);
      look_at_page (self);
    }

  g_source_remove (source_id);
  if (!self->is_patient)
    matrix_stage_fail (&self->public, "the attempt has not ended; the last screen is %s",
                       self->screen != NULL ? self->screen : "none");
}

void
matrix_stage_run (MatrixStage        *public,
                  const MatrixRecipe *recipe,
                  const char         *institution_id)
{
  Stage *self = get_own (public);

  self->recipe = recipe;
  self->public.institution_id = institution_id;
  create_end_user (self);
  if (self->browser != NULL)
    matrix_browser_set_default (self->browser, !recipe->has_no_browser);
  if (recipe->fault != NULL)
    matrix_stage_switch_fault (public, recipe->fault, TRUE);
  if (recipe->prepare != NULL)
    recipe->prepare (public);
  tour_driver_begin (self->driver, institution_id, recipe->cancel_at);
  tour_driver_stop_at (self->driver, recipe->stop_at);
  matrix_seams_set_hurry (recipe->hurries ? PAGE_SECONDS : 0);

  open_dialog (self);
  wait_until_done (self);
  desk_await_idle ();
}

static gboolean
is_browser_idle (gpointer user_data)
{
  Stage *self = user_data;

  return !matrix_browser_is_busy (self->browser);
}

static void
close_dialog (Stage *self)
{
  if (self->public.dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (self->public.dialog));
  g_clear_weak_pointer (&self->public.dialog);
}

static void
end_faults (Stage *self)
{
  matrix_stage_switch_fault (&self->public, "redirect-without-consent-id", FALSE);
  matrix_stage_switch_fault (&self->public, "message-without-consent-id", FALSE);
  if (self->recipe->fault != NULL)
    matrix_stage_switch_fault (&self->public, self->recipe->fault, FALSE);
  matrix_proxy_clear (self->public.proxy);
}

void
matrix_stage_clear (MatrixStage *public)
{
  Stage *self = get_own (public);

  g_signal_handlers_disconnect_by_data (matrix_seams_get_attempt (), self);
  matrix_seams_forget ();
  matrix_sent_forget ();
  matrix_seams_set_hurry (0);
  close_dialog (self);
  /* One that was stopped cannot end. */
  matrix_web_process_signal (SIGCONT);
  end_faults (self);
  g_clear_object (&self->kept);
  self->recipe = NULL;
  if (self->browser != NULL)
    tour_wait_until ("the browser is done", is_browser_idle, self);
  g_clear_pointer (&self->screen, g_free);
  g_ptr_array_set_size (public->failures, 0);
}

guint
matrix_stage_count_known (MatrixStage *public)
{
  DeskDirectory *directory = desk_context_get_directory (desk_window_get_context (get_own (public)->window));

  return g_list_model_get_n_items (desk_directory_get_consents (directory, public->end_user_id));
}

GListModel *
matrix_stage_get_records (MatrixStage *public)
{
  DeskContext *context = desk_window_get_context (get_own (public)->window);

  return desk_link_history_get_records (desk_context_get_link_history (context), public->end_user_id);
}

GPtrArray *
matrix_stage_list_granted (MatrixStage *public)
{
  g_autofree char *path = g_strconcat ("/v1/consent?end_user_id=", public->end_user_id, NULL);
  g_autofree char *answer = desk_test_sandbox_call (public->sandbox, "GET", path, NULL);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  DeskJsonSlice root, consent;
  DeskJsonIter iter;

  g_assert_true (desk_json_parse (answer, strlen (answer), &root, NULL));
  desk_json_iter_init (&iter, desk_json_slice_get_member (root, "consents"));
  while (desk_json_iter_next (&iter, NULL, &consent))
    {
      gboolean active = FALSE;

      desk_json_slice_get_boolean (desk_json_slice_get_member (consent, "active"), &active);
      if (active)
        g_ptr_array_add (ids, desk_json_slice_dup_string (desk_json_slice_get_member (consent, "arrangement_id")));
    }

  return ids;
}

void
matrix_stage_take_picture (MatrixStage *public,
                           GtkWindow   *window,
                           const char  *name)
{
  g_autofree char *file_name = g_strjoin (".", public->picture, name, NULL);

  tour_wait_frames (GTK_WIDGET (window));
  if (!tour_camera_take (window, public->pictures, file_name))
    matrix_stage_fail (public, "there is no picture");
}
