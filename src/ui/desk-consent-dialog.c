/* desk-consent-dialog.c: the window in which an account is linked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-consent-dialog.h"

#include <glib/gi18n-lib.h>

#include "desk-consent-origin-bar.h"
#include "desk-consent-result.h"
#include "desk-consent-timeline.h"
#include "desk-consent-view.h"
#include "desk-consent-way.h"
#include "desk-http.h"
#include "desk-link-attempt.h"

#define LAST_SECONDS 60

/* Nobody sees so short a time. Showing the window keeps us too busy to pass on what the service answers. */
#define HEAD_START_MILLISECONDS 20

struct _DeskConsentDialog
{
  AdwWindow parent_instance;

  GtkButton *cancel_button;
  GtkMenuButton *way_button;
  DeskConsentOriginBar *origin_bar;
  GtkRevealer *notice_revealer;
  GtkLabel *notice_label;
  GtkButton *notice_button;
  AdwFlap *flap;
  GtkStack *stack;
  AdwBin *view_bin;
  DeskConsentResult *result;
  DeskConsentTimeline *timeline;

  DeskContext *context; /* (owned) */
  DeskEndUser *end_user; /* (owned) */
  char *institution_id; /* (owned) (nullable) */
  DeskLinkWay way;
  GSimpleActionGroup *actions; /* (owned) */
  DeskConsentWarmer *warmer; /* (owned) (nullable) */
  guint present_id;
  DeskLinkAttempt *attempt; /* (owned) (nullable): from the first map on */
  DeskConsentView *view; /* (nullable): a child, while a page is open in this window */
  char *page_uri; /* (owned) (nullable): what the browser is to open */
  GtkWindow *question; /* (nullable): while the user is asked */
};

G_DEFINE_FINAL_TYPE (DeskConsentDialog, desk_consent_dialog, ADW_TYPE_WINDOW)

enum
{
  PROP_0,
  PROP_WAY,
  N_PROPERTIES,
};

enum
{
  LINKED,
  VIEW_DATA,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
set_action_enabled (DeskConsentDialog *self,
                    const char        *name,
                    gboolean           enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
show_way (DeskConsentDialog *self,
          DeskLinkWay        way)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "way");

  gtk_menu_button_set_label (self->way_button, desk_consent_way_get_label (way));
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (desk_consent_way_get_name (way)));
}

static void
close_view (DeskConsentDialog *self)
{
  if (self->view == NULL)
    return;

  desk_consent_view_close (self->view);
  g_signal_handlers_disconnect_by_data (self->view, self->attempt);
  self->view = NULL;
  adw_bin_set_child (self->view_bin, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->origin_bar), FALSE);
}

static void
hide_notice (DeskConsentDialog *self)
{
  gtk_revealer_set_reveal_child (self->notice_revealer, FALSE);
}

static void
show_notice (DeskConsentDialog *self,
             const char        *text,
             const char        *button_label,
             const char        *action_name)
{
  gtk_label_set_text (self->notice_label, text);
  gtk_button_set_label (self->notice_button, button_label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->notice_button), action_name);
  gtk_revealer_set_reveal_child (self->notice_revealer, TRUE);
}

static void
show_result (DeskConsentDialog *self)
{
  close_view (self);
  hide_notice (self);
  gtk_stack_set_visible_child_name (self->stack, "result");
  desk_consent_result_show (self->result, self->attempt);
}

static void
done_cb (DeskConsentDialog *self)
{
  const DeskOutcome *outcome = desk_link_attempt_get_outcome (self->attempt);
  DeskConsent *consent = desk_link_attempt_get_consent (self->attempt);
  const char *error_uri = desk_link_attempt_get_error_uri (self->attempt);
  g_autofree char *web_origin = error_uri != NULL ? desk_http_dup_origin (error_uri) : NULL;

  gtk_button_set_label (self->cancel_button, _("_Close"));
  desk_consent_timeline_set_open (self->timeline, FALSE);
  set_action_enabled (self, "view-data", consent != NULL);
  set_action_enabled (self, "open-error-uri", web_origin != NULL);
  set_action_enabled (self, "retry", TRUE);
  g_clear_pointer (&self->question, gtk_window_destroy);

  if (self->view != NULL && outcome->keeps_page)
    show_notice (self, g_dgettext (GETTEXT_PACKAGE, outcome->title), _("_Show details"), "link.show-result");
  else
    show_result (self);

  if (consent != NULL)
    g_signal_emit (self, signals[LINKED], 0, consent);
}

static void
state_changed_cb (DeskConsentDialog *self)
{
  switch (desk_link_attempt_get_state (self->attempt))
    {
    case DESK_LINK_ATTEMPT_PREPARING:
      gtk_stack_set_visible_child_name (self->stack, "preparing");
      break;
    case DESK_LINK_ATTEMPT_OPEN:
      break;
    case DESK_LINK_ATTEMPT_CHECKING:
      hide_notice (self);
      desk_consent_timeline_set_open (self->timeline, FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->origin_bar), FALSE);
      gtk_stack_set_visible_child_name (self->stack, "checking");
      break;
    case DESK_LINK_ATTEMPT_DONE:
      done_cb (self);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
seconds_left_changed_cb (DeskConsentDialog *self)
{
  guint seconds_left = desk_link_attempt_get_seconds_left (self->attempt);
  gboolean is_open = desk_link_attempt_get_state (self->attempt) == DESK_LINK_ATTEMPT_OPEN;

  desk_consent_origin_bar_set_seconds_left (self->origin_bar, seconds_left);
  if (is_open && seconds_left <= LAST_SECONDS)
    show_notice (self, _("The time for this page is nearly over."), _("_Keep waiting"), "link.keep-waiting");
  else if (is_open)
    hide_notice (self);
}

static void
way_changed_cb (DeskConsentDialog *self)
{
  show_way (self, desk_link_attempt_get_way (self->attempt));
}

static void
origin_changed_cb (DeskConsentDialog *self)
{
  desk_consent_origin_bar_set_origin (self->origin_bar, desk_consent_view_get_origin (self->view));
}

/* Every signal of the view has the arguments of the function that takes it in. */
static void
connect_view (DeskConsentDialog *self)
{
  const struct
  {
    const char *signal;
    GCallback function;
  } links[] = {
    { "judge-navigation", G_CALLBACK (desk_link_attempt_judge_navigation) },
    { "message", G_CALLBACK (desk_link_attempt_take_message) },
    { "page-shown", G_CALLBACK (desk_link_attempt_page_shown) },
    { "load-failed", G_CALLBACK (desk_link_attempt_load_failed) },
    { "tls-failed", G_CALLBACK (desk_link_attempt_tls_failed) },
    { "frame-refused", G_CALLBACK (desk_link_attempt_frame_refused) },
    { "web-process-ended", G_CALLBACK (desk_link_attempt_web_process_ended) },
    { "unresponsive", G_CALLBACK (desk_link_attempt_unresponsive) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    g_signal_connect_object (self->view, links[i].signal, links[i].function, self->attempt, G_CONNECT_SWAPPED);

  g_signal_connect_object (self->view, "notify::origin", G_CALLBACK (origin_changed_cb), self, G_CONNECT_SWAPPED);
}

/* A page that goes on at top level does so in the same view, with its cookies. */
static void
open_in_view (DeskConsentDialog *self,
              const char        *uri,
              DeskLinkWay        way)
{
  if (self->view == NULL)
    {
      g_autoptr(DeskConsentView) view = self->warmer != NULL ? desk_consent_warmer_take (self->warmer) : NULL;

      self->view = view != NULL ? view : DESK_CONSENT_VIEW (desk_consent_view_new ());
      connect_view (self);
      adw_bin_set_child (self->view_bin, GTK_WIDGET (self->view));
    }

  desk_consent_origin_bar_set_origin (self->origin_bar, NULL);
  desk_consent_origin_bar_set_opened_by (self->origin_bar, desk_link_attempt_get_auth_origin (self->attempt));
  gtk_widget_set_visible (GTK_WIDGET (self->origin_bar), TRUE);
  gtk_stack_set_visible_child_name (self->stack, "page");
  desk_consent_view_open (self->view, uri, way);
}

static void
browser_opened_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(DeskLinkAttempt) attempt = user_data;
  g_autoptr(GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    desk_link_attempt_load_failed (attempt, error);
}

static void
open_in_browser (DeskConsentDialog *self)
{
  gtk_show_uri_full (GTK_WINDOW (self), self->page_uri, GDK_CURRENT_TIME, NULL,
                     browser_opened_cb, g_object_ref (self->attempt));
}

static void
open_page_cb (DeskConsentDialog *self,
              const char        *uri,
              int                way)
{
  g_free (self->page_uri);
  self->page_uri = g_strdup (uri);

  if (way == DESK_LINK_WAY_BROWSER)
    {
      close_view (self);
      gtk_stack_set_visible_child_name (self->stack, "browser");
      open_in_browser (self);
    }
  else
    {
      open_in_view (self, uri, way);
    }
}

static void
drop_attempt (DeskConsentDialog *self)
{
  if (self->attempt == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->attempt, self);
  close_view (self);
  g_clear_pointer (&self->page_uri, g_free);
  if (desk_link_attempt_get_state (self->attempt) != DESK_LINK_ATTEMPT_DONE)
    desk_link_attempt_cancel (self->attempt);
  g_clear_object (&self->attempt);
}

static void
connect_attempt (DeskConsentDialog *self)
{
  g_signal_connect_object (self->attempt, "open-page", G_CALLBACK (open_page_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->attempt, "close-page", G_CALLBACK (close_view), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->attempt, "notify::state", G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->attempt, "notify::way", G_CALLBACK (way_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->attempt, "notify::seconds-left", G_CALLBACK (seconds_left_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
start_attempt (DeskConsentDialog *self)
{
  drop_attempt (self);

  self->attempt = desk_link_attempt_new (self->context, self->end_user, self->institution_id, self->way);
  connect_attempt (self);
  desk_consent_timeline_set_model (self->timeline, desk_link_attempt_get_timeline (self->attempt));
  desk_consent_timeline_set_open (self->timeline, TRUE);
  show_way (self, self->way);
  hide_notice (self);
  desk_consent_origin_bar_set_seconds_left (self->origin_bar, 0);
  gtk_button_set_label (self->cancel_button, _("_Cancel"));
  set_action_enabled (self, "view-data", FALSE);
  set_action_enabled (self, "open-error-uri", FALSE);
  set_action_enabled (self, "retry", FALSE);
  gtk_stack_set_visible_child_name (self->stack, "preparing");
  desk_link_attempt_start (self->attempt);

  /* The web process starts while the service makes the session. */
  if (self->warmer != NULL && self->way != DESK_LINK_WAY_BROWSER)
    desk_consent_warmer_warm_up (self->warmer);
}

static gboolean
is_page_in_use (DeskConsentDialog *self)
{
  DeskLinkAttemptState state;

  if (self->attempt == NULL)
    return FALSE;

  state = desk_link_attempt_get_state (self->attempt);
  return state == DESK_LINK_ATTEMPT_OPEN || state == DESK_LINK_ATTEMPT_CHECKING;
}

static void
ask (DeskConsentDialog *self,
     const char        *heading,
     const char        *body,
     const char        *yes_label,
     GCallback          on_response)
{
  AdwMessageDialog *question = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), heading, body));

  adw_message_dialog_add_responses (question, "no", _("_Go on here"), "yes", yes_label, NULL);
  adw_message_dialog_set_response_appearance (question, "yes", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (question, "no");
  adw_message_dialog_set_close_response (question, "no");
  g_signal_connect_object (question, "response", on_response, self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->question, GTK_WINDOW (question));
  gtk_window_present (GTK_WINDOW (question));
}

static void
close_for_good (DeskConsentDialog *self)
{
  drop_attempt (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
stop_answered_cb (DeskConsentDialog *self,
                  const char        *response)
{
  if (g_str_equal (response, "yes"))
    close_for_good (self);
}

static void
ask_to_stop (DeskConsentDialog *self)
{
  gboolean is_checking = desk_link_attempt_get_state (self->attempt) == DESK_LINK_ATTEMPT_CHECKING;

  if (self->question != NULL)
    return;

  ask (self, _("Stop linking?"),
       is_checking ? _("The consent may exist already. It is listed after the next refresh.")
                   : _("The consent page is open. What was entered there is lost, and nothing is shared."),
       _("_Stop linking"), G_CALLBACK (stop_answered_cb));
}

static gboolean
desk_consent_dialog_close_request (GtkWindow *window)
{
  DeskConsentDialog *self = DESK_CONSENT_DIALOG (window);

  if (is_page_in_use (self))
    ask_to_stop (self);
  else
    close_for_good (self);

  return GDK_EVENT_STOP;
}

static void
close_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));
}

static void
retry_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  start_attempt (user_data);
}

static void
keep_waiting_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  DeskConsentDialog *self = user_data;

  hide_notice (self);
  if (self->attempt != NULL)
    desk_link_attempt_keep_waiting (self->attempt);
}

static void
show_result_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  DeskConsentDialog *self = user_data;

  if (self->attempt != NULL && desk_link_attempt_get_state (self->attempt) == DESK_LINK_ATTEMPT_DONE)
    show_result (self);
}

static void
copy_report_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  DeskConsentDialog *self = user_data;
  g_autofree char *report = self->attempt != NULL ? desk_link_attempt_dup_report (self->attempt) : NULL;

  if (report != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), report);
}

static void
open_browser_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  DeskConsentDialog *self = user_data;

  if (self->page_uri != NULL)
    open_in_browser (self);
}

static void
copy_address_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  DeskConsentDialog *self = user_data;

  if (self->page_uri != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->page_uri);
}

static void
open_error_uri_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  DeskConsentDialog *self = user_data;

  gtk_show_uri (GTK_WINDOW (self), desk_link_attempt_get_error_uri (self->attempt), GDK_CURRENT_TIME);
}

static void
view_data_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  DeskConsentDialog *self = user_data;
  g_autoptr(DeskConsent) consent = g_object_ref (desk_link_attempt_get_consent (self->attempt));

  g_object_ref (self);
  close_for_good (self);
  g_signal_emit (self, signals[VIEW_DATA], 0, consent);
  g_object_unref (self);
}

static void
set_way (DeskConsentDialog *self,
         DeskLinkWay        way)
{
  self->way = way;
  show_way (self, way);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAY]);
}

static void
start_again_answered_cb (DeskConsentDialog *self,
                         const char        *response,
                         AdwMessageDialog  *question)
{
  const char *name = g_object_get_data (G_OBJECT (question), "way");

  if (!g_str_equal (response, "yes"))
    return;

  set_way (self, desk_consent_way_from_name (name));
  start_attempt (self);
}

static void
ask_to_start_again (DeskConsentDialog *self,
                    const char        *way_name)
{
  if (self->question != NULL)
    return;

  ask (self, _("Start again in another way?"),
       _("The consent page is open. What was entered there is lost."),
       _("_Start again"), G_CALLBACK (start_again_answered_cb));
  g_object_set_data_full (G_OBJECT (self->question), "way", g_strdup (way_name), g_free);
}

static void
change_way_cb (GSimpleAction *action,
               GVariant      *state,
               gpointer       user_data)
{
  DeskConsentDialog *self = user_data;
  const char *name = g_variant_get_string (state, NULL);

  if (g_strcmp0 (name, desk_consent_way_get_name (self->way)) == 0)
    return;

  if (is_page_in_use (self))
    {
      ask_to_start_again (self, name);
      return;
    }

  set_way (self, desk_consent_way_from_name (name));
  if (self->attempt != NULL)
    start_attempt (self);
}

static const GActionEntry action_entries[] = {
  { .name = "close", .activate = close_cb },
  { .name = "retry", .activate = retry_cb },
  { .name = "keep-waiting", .activate = keep_waiting_cb },
  { .name = "show-result", .activate = show_result_cb },
  { .name = "copy-report", .activate = copy_report_cb },
  { .name = "open-browser", .activate = open_browser_cb },
  { .name = "copy-address", .activate = copy_address_cb },
  { .name = "open-error-uri", .activate = open_error_uri_cb },
  { .name = "view-data", .activate = view_data_cb },
  { .name = "way", .parameter_type = "s", .state = "'redirect'", .change_state = change_way_cb },
};

/* Never wider than the window that it lies over. */
static void
fit_over_parent (DeskConsentDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  int width, height;

  if (parent == NULL || !gtk_widget_get_realized (GTK_WIDGET (parent)))
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               MIN (width, gtk_widget_get_width (GTK_WIDGET (parent))),
                               MIN (height, gtk_widget_get_height (GTK_WIDGET (parent))));
}

static void
desk_consent_dialog_realize (GtkWidget *widget)
{
  fit_over_parent (DESK_CONSENT_DIALOG (widget));

  GTK_WIDGET_CLASS (desk_consent_dialog_parent_class)->realize (widget);
}

static void
desk_consent_dialog_map (GtkWidget *widget)
{
  DeskConsentDialog *self = DESK_CONSENT_DIALOG (widget);

  GTK_WIDGET_CLASS (desk_consent_dialog_parent_class)->map (widget);

  if (self->attempt == NULL)
    start_attempt (self);
}

static void
desk_consent_dialog_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_WAY:
      g_value_set_int (value, DESK_CONSENT_DIALOG (object)->way);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
desk_consent_dialog_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_WAY:
      set_way (DESK_CONSENT_DIALOG (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
desk_consent_dialog_dispose (GObject *object)
{
  DeskConsentDialog *self = DESK_CONSENT_DIALOG (object);

  g_clear_handle_id (&self->present_id, g_source_remove);
  drop_attempt (self);
  g_clear_weak_pointer (&self->question);
  g_clear_object (&self->actions);
  g_clear_object (&self->warmer);
  g_clear_object (&self->context);
  g_clear_object (&self->end_user);
  g_clear_pointer (&self->institution_id, g_free);

  G_OBJECT_CLASS (desk_consent_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (DESK_TYPE_CONSENT_ORIGIN_BAR);
  g_type_ensure (DESK_TYPE_CONSENT_RESULT);
  g_type_ensure (DESK_TYPE_CONSENT_TIMELINE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-consent-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskConsentDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentDialog, way_button);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentDialog, origin_bar);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentDialog, notice_revealer);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentDialog, notice_label);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentDialog, notice_button);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentDialog, flap);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentDialog, view_bin);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentDialog, result);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentDialog, timeline);
}

static void
desk_consent_dialog_class_init (DeskConsentDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = desk_consent_dialog_get_property;
  object_class->set_property = desk_consent_dialog_set_property;
  object_class->dispose = desk_consent_dialog_dispose;
  widget_class->realize = desk_consent_dialog_realize;
  widget_class->map = desk_consent_dialog_map;
  GTK_WINDOW_CLASS (klass)->close_request = desk_consent_dialog_close_request;

  properties[PROP_WAY] = g_param_spec_int ("way", NULL, NULL,
                                           DESK_LINK_WAY_REDIRECT, DESK_LINK_WAY_BROWSER, DESK_LINK_WAY_REDIRECT,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[LINKED] = g_signal_new ("linked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, DESK_TYPE_CONSENT);
  signals[VIEW_DATA] = g_signal_new ("view-data", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, DESK_TYPE_CONSENT);

  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "link.close", NULL);
}

static void
desk_consent_dialog_init (DeskConsentDialog *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), action_entries, G_N_ELEMENTS (action_entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "link", G_ACTION_GROUP (self->actions));

  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_consent_dialog_new (DeskContext *context,
                         DeskEndUser *end_user)
{
  DeskConsentDialog *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (DESK_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (DESK_IS_END_USER (end_user), NULL);

  self = g_object_new (DESK_TYPE_CONSENT_DIALOG, NULL);
  self->context = g_object_ref (context);
  self->end_user = g_object_ref (end_user);

  /* Translators: %s is a person's name */
  title = g_strdup_printf (_("Link account for %s"), desk_end_user_get_title (end_user));
  gtk_window_set_title (GTK_WINDOW (self), title);
  set_way (self, desk_environment_get_link_way (desk_context_get_environment (context)));

  return GTK_WIDGET (self);
}

void
desk_consent_dialog_set_institution_id (DeskConsentDialog *self,
                                        const char        *institution_id)
{
  g_return_if_fail (DESK_IS_CONSENT_DIALOG (self));

  g_free (self->institution_id);
  self->institution_id = g_strdup (institution_id);
}

void
desk_consent_dialog_set_warmer (DeskConsentDialog *self,
                                DeskConsentWarmer *warmer)
{
  g_return_if_fail (DESK_IS_CONSENT_DIALOG (self));

  g_set_object (&self->warmer, warmer);
}

static void
present_cb (gpointer user_data)
{
  DeskConsentDialog *self = user_data;

  self->present_id = 0;
  gtk_window_present (GTK_WINDOW (self));
}

void
desk_consent_dialog_start (DeskConsentDialog *self)
{
  g_return_if_fail (DESK_IS_CONSENT_DIALOG (self));
  g_return_if_fail (self->attempt == NULL);

  start_attempt (self);
  self->present_id = g_timeout_add_once (HEAD_START_MILLISECONDS, present_cb, self);
}
