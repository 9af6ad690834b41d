/* consent-stage.c: a consent view before two scripted web servers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "consent-stage.h"

#define BEACON "/beacon/"

typedef struct
{
  guint status;
  char *headers; /* (owned) (nullable) */
  char *body; /* (owned) */
} Page;

static void
page_free (gpointer data)
{
  Page *page = data;

  g_free (page->headers);
  g_free (page->body);
  g_free (page);
}

static void
add_headers (SoupServerMessage *message,
             const char        *headers)
{
  g_auto(GStrv) lines = g_strsplit (headers, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (lines[i], ": ", 2);

      soup_message_headers_replace (soup_server_message_get_response_headers (message), parts[0], parts[1]);
    }
}

static char *
expand (Stage      *self,
        const char *body)
{
  g_autoptr(GString) text = g_string_new (body);

  g_string_replace (text, "@AUTH@", self->auth_origin, 0);
  g_string_replace (text, "@OTHER@", self->other_origin, 0);
  g_string_replace (text, "@REDIRECT@", STAGE_REDIRECT "?state=" STAGE_STATE, 0);
  g_string_replace (text, "@MESSAGE@", "{isCompleted: true, consentID: 'consent-1'}", 0);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
answer (Stage             *self,
        SoupServerMessage *message,
        const Page        *page)
{
  char *body = expand (self, page->body);

  soup_server_message_set_status (message, page->status, NULL);
  soup_server_message_set_response (message, "text/html; charset=utf-8", SOUP_MEMORY_TAKE, body, strlen (body));
  if (page->headers != NULL)
    {
      g_autofree char *headers = expand (self, page->headers);

      add_headers (message, headers);
    }
}

static void
request_cb (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  Stage *self = user_data;
  const Page *page = g_hash_table_lookup (self->pages, path);

  if (g_str_has_prefix (path, BEACON))
    g_ptr_array_add (self->beacons, g_strdup (path + strlen (BEACON)));

  if (g_str_equal (path, "/cookie"))
    {
      g_free (self->cookie);
      self->cookie = g_strdup (soup_message_headers_get_list (soup_server_message_get_request_headers (message),
                                                              "Cookie"));
    }

  if (g_strcmp0 (path, self->held_path) == 0)
    soup_server_message_pause (message);
  else if (page != NULL)
    answer (self, message, page);
  else
    soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
}

static SoupServer *
start_server (Stage  *self,
              char  **origin)
{
  SoupServer *server = soup_server_new (NULL, NULL);
  g_autoptr(GError) error = NULL;
  GSList *uris;

  soup_server_add_handler (server, NULL, request_cb, self, NULL);
  soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);

  uris = soup_server_get_uris (server);
  *origin = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  return server;
}

static void
remember (Stage           *self,
          DeskLinkVerdict *verdict)
{
  if (verdict->kind == DESK_LINK_VERDICT_ALLOW)
    desk_link_verdict_free (verdict);
  else
    g_ptr_array_add (self->verdicts, verdict);
}

static gboolean
judge_navigation_cb (Stage           *self,
                     const char      *uri,
                     DeskConsentView *view)
{
  DeskLinkVerdict *verdict = desk_link_navigation_judge (self->session, uri);
  gboolean allowed = verdict->kind == DESK_LINK_VERDICT_ALLOW;

  remember (self, verdict);

  return allowed;
}

static void
message_cb (Stage           *self,
            const char      *origin,
            int              source,
            const char      *json,
            DeskConsentView *view)
{
  g_autoptr(GBytes) bytes = g_bytes_new (json, strlen (json));
  DeskJsonSlice slice = { g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) };

  remember (self, desk_link_message_judge (self->session->auth_origin, origin, source, slice));
}

static void
message_dropped_cb (Stage           *self,
                    const char      *origin,
                    DeskConsentView *view)
{
  g_ptr_array_add (self->dropped, g_strdup (origin));
}

static void
page_shown_cb (Stage           *self,
               const char      *uri,
               DeskConsentView *view)
{
  g_ptr_array_add (self->shown, g_strdup (uri));
}

static void
popup_shown_cb (Stage           *self,
                const char      *uri,
                DeskConsentView *view)
{
  g_ptr_array_add (self->popups, g_strdup (uri));
}

static void
report (GPtrArray  *reports,
        const char *name)
{
  g_ptr_array_add (reports, g_strdup (name));
}

static void
load_failed_cb (Stage           *self,
                const GError    *error,
                DeskConsentView *view)
{
  g_free (self->failure);
  self->failure = g_strdup (error->message);
  report (self->reports, "load-failed");
}

static void
error_answered_cb (Stage           *self,
                   const char      *uri,
                   guint            status,
                   DeskConsentView *view)
{
  g_autofree char *name = g_strdup_printf ("error-answered-%u", status);

  report (self->reports, name);
}

static void
answer_dropped_cb (Stage           *self,
                   const char      *uri,
                   DeskConsentView *view)
{
  report (self->reports, "answer-dropped");
}

static void
tls_failed_cb (Stage           *self,
               const char      *uri,
               DeskConsentView *view)
{
  g_assert_nonnull (uri);
  report (self->reports, "tls-failed");
}

static void
frame_refused_cb (Stage           *self,
                  const char      *uri,
                  DeskConsentView *view)
{
  g_free (self->refused_uri);
  self->refused_uri = g_strdup (uri);
  report (self->reports, "frame-refused");
}

static void
frame_broke_out_cb (Stage           *self,
                    DeskConsentView *view)
{
  report (self->reports, "frame-broke-out");
}

static void
web_process_ended_cb (Stage           *self,
                      DeskConsentView *view)
{
  report (self->reports, "web-process-ended");
}

static void
unresponsive_cb (Stage           *self,
                 DeskConsentView *view)
{
  report (self->reports, "unresponsive");
}

static void
listen_to_view (Stage *self)
{
  g_signal_connect_swapped (self->view, "judge-navigation", G_CALLBACK (judge_navigation_cb), self);
  g_signal_connect_swapped (self->view, "message", G_CALLBACK (message_cb), self);
  g_signal_connect_swapped (self->view, "message-dropped", G_CALLBACK (message_dropped_cb), self);
  g_signal_connect_swapped (self->view, "page-shown", G_CALLBACK (page_shown_cb), self);
  g_signal_connect_swapped (self->view, "popup-shown", G_CALLBACK (popup_shown_cb), self);
  g_signal_connect_swapped (self->view, "load-failed", G_CALLBACK (load_failed_cb), self);
  g_signal_connect_swapped (self->view, "error-answered", G_CALLBACK (error_answered_cb), self);
  g_signal_connect_swapped (self->view, "answer-dropped", G_CALLBACK (answer_dropped_cb), self);
  g_signal_connect_swapped (self->view, "tls-failed", G_CALLBACK (tls_failed_cb), self);
  g_signal_connect_swapped (self->view, "frame-refused", G_CALLBACK (frame_refused_cb), self);
  g_signal_connect_swapped (self->view, "frame-broke-out", G_CALLBACK (frame_broke_out_cb), self);
  g_signal_connect_swapped (self->view, "web-process-ended", G_CALLBACK (web_process_ended_cb), self);
  g_signal_connect_swapped (self->view, "unresponsive", G_CALLBACK (unresponsive_cb), self);
}

Stage *
stage_new (void)
{
  Stage *self = g_new0 (Stage, 1);
  g_autofree char *auth_url = NULL;

  self->pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, page_free);
  self->beacons = g_ptr_array_new_with_free_func (g_free);
  self->popups = g_ptr_array_new_with_free_func (g_free);
  self->dropped = g_ptr_array_new_with_free_func (g_free);
  self->shown = g_ptr_array_new_with_free_func (g_free);
  self->reports = g_ptr_array_new_with_free_func (g_free);
  self->verdicts = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_link_verdict_free);
  self->auth = start_server (self, &self->auth_origin);
  self->other = start_server (self, &self->other_origin);

  auth_url = g_strconcat (self->auth_origin, "/", NULL);
  self->session = desk_link_session_new ("session-1", STAGE_STATE, STAGE_REDIRECT "?state=" STAGE_STATE, NULL, auth_url);

  self->view = DESK_CONSENT_VIEW (desk_consent_view_new ());
  listen_to_view (self);
  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (self->window, 640, 480);
  gtk_window_set_child (self->window, GTK_WIDGET (self->view));
  gtk_window_present (self->window);

  return self;
}

void
stage_free (Stage *self)
{
  g_signal_handlers_disconnect_by_data (self->view, self);
  gtk_window_destroy (self->window);
  while (g_main_context_iteration (NULL, FALSE));

  soup_server_disconnect (self->auth);
  soup_server_disconnect (self->other);
  g_clear_object (&self->auth);
  g_clear_object (&self->other);
  g_free (self->auth_origin);
  g_free (self->other_origin);
  g_free (self->cookie);
  g_free (self->failure);
  g_free (self->refused_uri);
  g_free (self->held_path);
  g_hash_table_unref (self->pages);
  g_ptr_array_unref (self->beacons);
  g_ptr_array_unref (self->popups);
  g_ptr_array_unref (self->dropped);
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->reports);
  g_ptr_array_unref (self->verdicts);
  desk_link_session_free (self->session);
  g_free (self);
}

void
stage_serve_status (Stage      *self,
                    const char *path,
                    guint       status,
                    const char *headers,
                    const char *body)
{
  Page *page = g_new0 (Page, 1);

  page->status = status;
  page->headers = g_strdup (headers);
  page->body = g_strdup (body);
  g_hash_table_insert (self->pages, g_strdup (path), page);
}

void
stage_serve (Stage      *self,
             const char *path,
             const char *headers,
             const char *body)
{
  stage_serve_status (self, path, SOUP_STATUS_OK, headers, body);
}

void
stage_hold (Stage      *self,
            const char *path)
{
  g_free (self->held_path);
  self->held_path = g_strdup (path);
}

void
stage_open (Stage       *self,
            const char  *path,
            DeskLinkWay  way)
{
  g_autofree char *uri = g_strconcat (self->auth_origin, path, NULL);

  desk_consent_view_open (self->view, uri, way);
}

WebKitWebView *
stage_get_web_view (Stage *self)
{
  return WEBKIT_WEB_VIEW (adw_bin_get_child (ADW_BIN (self->view)));
}

void
stage_click (Stage      *self,
             const char *id)
{
  g_autofree char *script = g_strdup_printf ("document.getElementById ('%s').click ();", id);

  webkit_web_view_evaluate_javascript (stage_get_web_view (self), script, -1, "test", NULL, NULL, NULL, NULL);
}

gboolean
stage_has (GPtrArray  *texts,
           const char *text)
{
  return g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL);
}

static void
wait_for_text (GPtrArray  *texts,
               const char *text)
{
  while (!stage_has (texts, text))
    g_main_context_iteration (NULL, TRUE);
}

void
stage_wait_beacon (Stage      *self,
                   const char *name)
{
  wait_for_text (self->beacons, name);
}

void
stage_wait_report (Stage      *self,
                   const char *name)
{
  wait_for_text (self->reports, name);
}

void
stage_wait_verdict (Stage *self,
                    guint  n_verdicts)
{
  while (self->verdicts->len < n_verdicts)
    g_main_context_iteration (NULL, TRUE);
}

void
stage_wait_text (GPtrArray *texts)
{
  while (texts->len == 0)
    g_main_context_iteration (NULL, TRUE);
}

void
stage_wait_origin (Stage      *self,
                   const char *origin)
{
  while (g_strcmp0 (desk_consent_view_get_origin (self->view), origin) != 0)
    g_main_context_iteration (NULL, TRUE);
}

DeskLinkVerdictKind
stage_get_kind (Stage *self,
                guint  index)
{
  g_assert_cmpuint (index, <, self->verdicts->len);

  return ((DeskLinkVerdict *) g_ptr_array_index (self->verdicts, index))->kind;
}
