/* desk-consent-view.c: shows one consent page and reports what it does
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-consent-view-private.h"

#include <glib/gi18n-lib.h>

#include "desk-consent-answer.h"
#include "desk-consent-host.h"
#include "desk-consent-popup.h"
#include "desk-consent-web.h"
#include "desk-http.h"

/* A frame whose load neither ends nor shows anything is given up; a refused one is known at once. */
#define FRAME_PATIENCE_SECONDS 30
/* WebKit says after 3 s that a page does not answer; a slow computer or a busy page may do so and go on. */
#define HANG_PATIENCE_SECONDS 12

#define WARM_UP_SCRIPT_PATH "/io/github/consentdesk/ConsentDesk/consent-warm-up.js"
#define WARM_UP_WORLD "warm-up"

G_DEFINE_FINAL_TYPE (DeskConsentView, desk_consent_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_ORIGIN,
  N_PROPERTIES,
};

enum
{
  JUDGE_NAVIGATION,
  MESSAGE,
  MESSAGE_DROPPED,
  PAGE_SHOWN,
  POPUP_SHOWN,
  LOAD_FAILED,
  ERROR_ANSWERED,
  ANSWER_DROPPED,
  TLS_FAILED,
  FRAME_REFUSED,
  FRAME_BROKE_OUT,
  WEB_PROCESS_ENDED,
  UNRESPONSIVE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void watch_pages (DeskConsentView *self,
                         WebKitWebView   *web_view);

static void
take_origin (DeskConsentView *self,
             char            *origin)
{
  g_autofree char *taken = origin;

  if (g_strcmp0 (self->origin, taken) == 0)
    return;

  g_free (self->origin);
  self->origin = g_steal_pointer (&taken);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORIGIN]);
}

static void
refuse_frame (DeskConsentView *self)
{
  g_autofree char *uri = g_strdup (desk_consent_frame_load_get_uri_to_open (self->frame_load));

  g_clear_handle_id (&self->frame_timeout_id, g_source_remove);
  take_origin (self, NULL);

  if (!self->frame_refused)
    {
      self->frame_refused = TRUE;
      g_signal_emit (self, signals[FRAME_REFUSED], 0, uri);
    }
}

static gboolean
frame_timeout_cb (gpointer user_data)
{
  DeskConsentView *self = user_data;

  self->frame_timeout_id = 0;
  refuse_frame (self);

  return G_SOURCE_REMOVE;
}

/* An error may have no page: that is known when it is read. */
static void
report_shown (DeskConsentView *self,
              const char      *uri)
{
  g_clear_pointer (&self->error_uri, g_free);
  if (self->error_status == 0)
    g_signal_emit (self, signals[PAGE_SHOWN], 0, uri);
  else
    self->error_uri = g_strdup (uri);
}

static void
page_read_cb (DeskConsentView *self,
              gboolean         is_framed,
              gboolean         is_blank)
{
  g_autofree char *uri = NULL;
  g_autoptr(GError) error = NULL;

  if (is_framed != (self->way == DESK_LINK_WAY_EMBEDDED) || self->error_uri == NULL)
    return;

  uri = g_steal_pointer (&self->error_uri);
  error = desk_consent_answer_new_no_page (self->error_status);
  if (is_blank)
    g_signal_emit (self, signals[LOAD_FAILED], 0, error);
  else
    g_signal_emit (self, signals[PAGE_SHOWN], 0, uri);
}

static void
frame_shown_cb (DeskConsentView *self,
                const char      *origin)
{
  char *web_origin = desk_http_dup_origin (origin);

  if (self->way != DESK_LINK_WAY_EMBEDDED || web_origin == NULL)
    {
      g_free (web_origin);
      return;
    }

  g_clear_handle_id (&self->frame_timeout_id, g_source_remove);
  self->frame_shows = TRUE;
  take_origin (self, web_origin);
  report_shown (self, origin);
}

static void
frame_leaving_cb (DeskConsentView *self)
{
  if (self->way == DESK_LINK_WAY_EMBEDDED)
    desk_consent_frame_load_expect (self->frame_load);
}

static void
frame_left_cb (DeskConsentView *self)
{
  if (self->way != DESK_LINK_WAY_EMBEDDED)
    return;

  self->frame_shows = FALSE;
  take_origin (self, NULL);
}

static void
frame_loaded_cb (DeskConsentView *self)
{
  if (self->way == DESK_LINK_WAY_EMBEDDED && !self->frame_shows)
    refuse_frame (self);
}

static void
message_cb (DeskConsentView *self,
            const char      *origin,
            int              source,
            const char      *json)
{
  /* Only our host page has an auth frame. */
  if (source == DESK_LINK_MESSAGE_SOURCE_FRAME && self->way != DESK_LINK_WAY_EMBEDDED)
    source = DESK_LINK_MESSAGE_SOURCE_OTHER;

  g_signal_emit (self, signals[MESSAGE], 0, origin, source, json);
}

static void
message_dropped_cb (DeskConsentView *self,
                    const char      *origin)
{
  g_signal_emit (self, signals[MESSAGE_DROPPED], 0, origin);
}

static void
report_blocked (DeskConsentView *self)
{
  g_autoptr(GError) error = NULL;

  error = g_error_new_literal (WEBKIT_POLICY_ERROR, WEBKIT_POLICY_ERROR_CANNOT_USE_RESTRICTED_PORT,
                               _("The address has a port at which no page is opened."));
  g_signal_emit (self, signals[LOAD_FAILED], 0, error);
}

/* WebKit puts an empty page in the place of one at a port that it blocks, and says nothing. */
static void
show_page (DeskConsentView *self,
           const char      *uri)
{
  char *origin = desk_http_dup_origin (uri);

  if (origin == NULL && !self->page_shows)
    {
      report_blocked (self);
      return;
    }

  self->page_shows = TRUE;
  take_origin (self, origin);
  report_shown (self, uri);
}

/* The page took the place of the host page: there is no frame any more, and nothing to load. */
static void
break_out (DeskConsentView *self,
           const char      *uri)
{
  g_clear_handle_id (&self->frame_timeout_id, g_source_remove);
  desk_consent_frame_load_forget (self->frame_load);
  self->way = DESK_LINK_WAY_REDIRECT;
  self->frame_shows = FALSE;
  g_signal_emit (self, signals[FRAME_BROKE_OUT], 0);
  show_page (self, uri);
}

static void
committed_cb (DeskConsentView *self,
              const char      *uri)
{
  if (self->way == DESK_LINK_WAY_REDIRECT)
    show_page (self, uri);
  else if (g_strcmp0 (uri, self->host_uri) == 0)
    desk_consent_frame_load_expect (self->frame_load);
  else
    break_out (self, uri);
}

static void
load_changed_cb (DeskConsentView *self,
                 WebKitLoadEvent  event,
                 WebKitWebView   *web_view)
{
  const char *uri = webkit_web_view_get_uri (web_view);

  if (event == WEBKIT_LOAD_COMMITTED && uri != NULL)
    committed_cb (self, uri);
  else if (event == WEBKIT_LOAD_FINISHED && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (web_view));
}

static gboolean
load_failed_cb (DeskConsentView *self,
                WebKitLoadEvent  event,
                const char      *uri,
                const GError    *error,
                WebKitWebView   *web_view)
{
  if (desk_consent_web_is_failure (error))
    g_signal_emit (self, signals[LOAD_FAILED], 0, error);

  return GDK_EVENT_STOP;
}

static gboolean
tls_failed_cb (DeskConsentView      *self,
               const char           *uri,
               GTlsCertificate      *certificate,
               GTlsCertificateFlags  flags,
               WebKitWebView        *web_view)
{
  g_signal_emit (self, signals[TLS_FAILED], 0, uri);

  return GDK_EVENT_STOP;
}

/* A frame that is still empty is opened at top level, which then says why. */
static void
frame_failed_cb (DeskConsentView *self,
                 const GError    *error)
{
  if (self->frame_shows)
    g_signal_emit (self, signals[LOAD_FAILED], 0, error);
  else
    refuse_frame (self);
}

static void
frame_tls_failed_cb (DeskConsentView *self,
                     const char      *uri)
{
  if (self->frame_shows)
    g_signal_emit (self, signals[TLS_FAILED], 0, uri);
  else
    refuse_frame (self);
}

static void
resource_load_started_cb (DeskConsentView   *self,
                          WebKitWebResource *resource,
                          WebKitURIRequest  *request,
                          WebKitWebView     *web_view)
{
  if (self->way == DESK_LINK_WAY_EMBEDDED)
    desk_consent_frame_load_note_resource (self->frame_load, resource, request);
}

static void
web_process_terminated_cb (DeskConsentView                   *self,
                           WebKitWebProcessTerminationReason  reason,
                           WebKitWebView                     *web_view)
{
  g_clear_handle_id (&self->hang_timeout_id, g_source_remove);
  take_origin (self, NULL);
  g_signal_emit (self, signals[WEB_PROCESS_ENDED], 0);
}

static gboolean
hang_timeout_cb (gpointer user_data)
{
  DeskConsentView *self = user_data;

  self->hang_timeout_id = 0;
  g_signal_emit (self, signals[UNRESPONSIVE], 0);

  return G_SOURCE_REMOVE;
}

static void
responsive_changed_cb (DeskConsentView *self,
                       GParamSpec      *pspec,
                       WebKitWebView   *web_view)
{
  g_clear_handle_id (&self->hang_timeout_id, g_source_remove);
  if (!webkit_web_view_get_is_web_process_responsive (web_view))
    self->hang_timeout_id = g_timeout_add_seconds (self->hang_patience, hang_timeout_cb, self);
}

static gboolean
decide_policy_cb (DeskConsentView          *self,
                  WebKitPolicyDecision     *decision,
                  WebKitPolicyDecisionType  type,
                  WebKitWebView            *web_view)
{
  if (_desk_consent_view_may (self, decision, type, web_view))
    webkit_policy_decision_use (decision);
  else
    webkit_policy_decision_ignore (decision);

  return GDK_EVENT_STOP;
}

static void
popup_load_changed_cb (DeskConsentView *self,
                       WebKitLoadEvent  event,
                       WebKitWebView   *web_view)
{
  const char *uri = webkit_web_view_get_uri (web_view);

  if (event == WEBKIT_LOAD_COMMITTED && uri != NULL)
    g_signal_emit (self, signals[POPUP_SHOWN], 0, uri);
}

static void
popup_destroy_cb (DeskConsentView  *self,
                  DeskConsentPopup *popup)
{
  if (self->popups != NULL)
    g_ptr_array_remove_fast (self->popups, popup);
}

static GtkWidget *
create_cb (DeskConsentView        *self,
           WebKitNavigationAction *action,
           WebKitWebView          *opener)
{
  DeskConsentPopup *popup;
  WebKitWebView *web_view;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!webkit_navigation_action_is_user_gesture (action) || !GTK_IS_WINDOW (root))
    return NULL;

  popup = desk_consent_popup_new (GTK_WINDOW (root), opener);
  g_signal_connect_object (popup, "destroy", G_CALLBACK (popup_destroy_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->popups, popup);

  web_view = desk_consent_popup_get_web_view (popup);
  watch_pages (self, web_view);
  g_signal_connect_object (web_view, "load-changed", G_CALLBACK (popup_load_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (web_view);
}

/* What holds for the page and its pop-ups alike. */
static void
watch_pages (DeskConsentView *self,
             WebKitWebView   *web_view)
{
  g_signal_connect_object (web_view, "decide-policy", G_CALLBACK (decide_policy_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (web_view, "create", G_CALLBACK (create_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (web_view, "load-failed-with-tls-errors", G_CALLBACK (tls_failed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
watch_page (DeskConsentView *self,
            WebKitWebView   *web_view)
{
  watch_pages (self, web_view);
  g_signal_connect_object (web_view, "load-changed", G_CALLBACK (load_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (web_view, "load-failed", G_CALLBACK (load_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (web_view, "resource-load-started", G_CALLBACK (resource_load_started_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (web_view, "web-process-terminated", G_CALLBACK (web_process_terminated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (web_view, "notify::is-web-process-responsive", G_CALLBACK (responsive_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
watch_bridge (DeskConsentView *self)
{
  g_signal_connect_object (self->bridge, "message", G_CALLBACK (message_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bridge, "message-dropped", G_CALLBACK (message_dropped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bridge, "frame-shown", G_CALLBACK (frame_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bridge, "frame-leaving", G_CALLBACK (frame_leaving_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bridge, "frame-left", G_CALLBACK (frame_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bridge, "page-read", G_CALLBACK (page_read_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->bridge, "frame-loaded", G_CALLBACK (frame_loaded_cb), self, G_CONNECT_SWAPPED);
}

static void
desk_consent_view_init (DeskConsentView *self)
{
  self->popups = g_ptr_array_new ();
  self->frame_load = desk_consent_frame_load_new ();
  g_signal_connect_object (self->frame_load, "failed", G_CALLBACK (frame_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->frame_load, "tls-failed", G_CALLBACK (frame_tls_failed_cb), self, G_CONNECT_SWAPPED);
  self->frame_patience = FRAME_PATIENCE_SECONDS;
  self->hang_patience = HANG_PATIENCE_SECONDS;
}

static void
desk_consent_view_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  DeskConsentView *self = DESK_CONSENT_VIEW (object);

  switch (property_id)
    {
    case PROP_ORIGIN:
      g_value_set_string (value, self->origin);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
desk_consent_view_dispose (GObject *object)
{
  DeskConsentView *self = DESK_CONSENT_VIEW (object);

  desk_consent_view_close (self);
  g_clear_pointer (&self->popups, g_ptr_array_unref);
  g_clear_pointer (&self->origin, g_free);
  g_clear_object (&self->frame_load);

  G_OBJECT_CLASS (desk_consent_view_parent_class)->dispose (object);
}

static guint
add_signal (DeskConsentViewClass *klass,
            const char           *name,
            GType                 argument)
{
  if (argument == G_TYPE_NONE)
    return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 1, argument);
}

static void
desk_consent_view_class_init (DeskConsentViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = desk_consent_view_get_property;
  object_class->dispose = desk_consent_view_dispose;

  properties[PROP_ORIGIN] = g_param_spec_string ("origin", NULL, NULL, NULL,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[JUDGE_NAVIGATION] = g_signal_new ("judge-navigation", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                            g_signal_accumulator_first_wins, NULL, NULL,
                                            G_TYPE_BOOLEAN, 1, G_TYPE_STRING);
  signals[MESSAGE] = g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT, G_TYPE_STRING);
  signals[MESSAGE_DROPPED] = add_signal (klass, "message-dropped", G_TYPE_STRING);
  signals[PAGE_SHOWN] = add_signal (klass, "page-shown", G_TYPE_STRING);
  signals[POPUP_SHOWN] = add_signal (klass, "popup-shown", G_TYPE_STRING);
  signals[LOAD_FAILED] = add_signal (klass, "load-failed", G_TYPE_ERROR);
  signals[ERROR_ANSWERED] = g_signal_new ("error-answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  signals[ANSWER_DROPPED] = add_signal (klass, "answer-dropped", G_TYPE_STRING);
  signals[TLS_FAILED] = add_signal (klass, "tls-failed", G_TYPE_STRING);
  signals[FRAME_REFUSED] = add_signal (klass, "frame-refused", G_TYPE_STRING);
  signals[FRAME_BROKE_OUT] = add_signal (klass, "frame-broke-out", G_TYPE_NONE);
  signals[WEB_PROCESS_ENDED] = add_signal (klass, "web-process-ended", G_TYPE_NONE);
  signals[UNRESPONSIVE] = add_signal (klass, "unresponsive", G_TYPE_NONE);
}

GtkWidget *
desk_consent_view_new (void)
{
  return g_object_new (DESK_TYPE_CONSENT_VIEW, "hexpand", TRUE, "vexpand", TRUE, NULL);
}

void
desk_consent_view_set_patience (DeskConsentView *self,
                                guint            frame_seconds,
                                guint            hang_seconds)
{
  g_return_if_fail (DESK_IS_CONSENT_VIEW (self));

  self->frame_patience = frame_seconds;
  self->hang_patience = hang_seconds;
}

static void
make_web_view (DeskConsentView *self)
{
  self->bridge = desk_consent_bridge_new ();
  watch_bridge (self);

  self->web_view = WEBKIT_WEB_VIEW (desk_consent_web_new (
    desk_consent_bridge_get_user_content_manager (self->bridge)));
  watch_page (self, self->web_view);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->web_view));
}

static void
open_framed (DeskConsentView *self,
             const char      *uri)
{
  g_autofree char *page = desk_consent_host_new_page (uri, _("Consent page"));

  self->host_uri = desk_consent_host_get_base_uri (uri);
  self->frame_timeout_id = g_timeout_add_seconds (self->frame_patience, frame_timeout_cb, self);
  webkit_web_view_load_html (self->web_view, page, self->host_uri);
}

void
desk_consent_view_warm_up (DeskConsentView *self)
{
  g_autoptr(GBytes) script = NULL;

  g_return_if_fail (DESK_IS_CONSENT_VIEW (self));

  if (self->web_view != NULL)
    return;

  /* No load: that would be judged, reported and a step back from the consent page. */
  script = g_resources_lookup_data (WARM_UP_SCRIPT_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (script != NULL);
  make_web_view (self);
  webkit_web_view_evaluate_javascript (self->web_view, g_bytes_get_data (script, NULL), (gssize) g_bytes_get_size (script),
                                       WARM_UP_WORLD, NULL, NULL, NULL, NULL);
}

void
desk_consent_view_open (DeskConsentView *self,
                        const char      *uri,
                        DeskLinkWay      way)
{
  g_return_if_fail (DESK_IS_CONSENT_VIEW (self));
  g_return_if_fail (uri != NULL);
  g_return_if_fail (way == DESK_LINK_WAY_REDIRECT || way == DESK_LINK_WAY_EMBEDDED);

  if (self->web_view == NULL)
    make_web_view (self);

  g_clear_handle_id (&self->frame_timeout_id, g_source_remove);
  self->way = way;
  self->page_shows = FALSE;
  self->frame_shows = FALSE;
  self->frame_refused = FALSE;
  self->error_status = 0;
  g_clear_pointer (&self->error_uri, g_free);
  desk_consent_frame_load_forget (self->frame_load);
  take_origin (self, NULL);

  if (way == DESK_LINK_WAY_EMBEDDED)
    open_framed (self, uri);
  else
    webkit_web_view_load_uri (self->web_view, uri);
}

static void
stop_watching (gpointer object,
               gpointer self)
{
  g_signal_handlers_disconnect_by_data (object, self);
}

static void
close_popups (DeskConsentView *self)
{
  g_autoptr(GPtrArray) popups = g_steal_pointer (&self->popups);

  self->popups = g_ptr_array_new ();
  for (guint i = 0; i < popups->len; i++)
    {
      DeskConsentPopup *popup = g_ptr_array_index (popups, i);

      stop_watching (popup, self);
      stop_watching (desk_consent_popup_get_web_view (popup), self);
      gtk_window_destroy (GTK_WINDOW (popup));
    }
}

void
desk_consent_view_close (DeskConsentView *self)
{
  g_return_if_fail (DESK_IS_CONSENT_VIEW (self));

  if (self->web_view == NULL)
    return;

  g_clear_handle_id (&self->frame_timeout_id, g_source_remove);
  g_clear_handle_id (&self->hang_timeout_id, g_source_remove);
  close_popups (self);
  stop_watching (self->bridge, self);
  stop_watching (self->web_view, self);
  g_clear_pointer (&self->error_uri, g_free);
  desk_consent_frame_load_forget (self->frame_load);
  webkit_web_view_stop_loading (self->web_view);

  /* We may be in the middle of a signal of the web view: it goes when that is over. */
  g_idle_add_once (g_object_unref, g_object_ref (self->web_view));
  self->web_view = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->bridge);
}

const char *
desk_consent_view_get_origin (DeskConsentView *self)
{
  g_return_val_if_fail (DESK_IS_CONSENT_VIEW (self), NULL);

  return self->origin;
}
