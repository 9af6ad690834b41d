/* desk-consent-web.c: what a web view of ours may and may not do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-consent-web.h"

static gboolean
permission_request_cb (WebKitWebView           *web_view,
                       WebKitPermissionRequest *request)
{
  webkit_permission_request_deny (request);

  return GDK_EVENT_STOP;
}

static gboolean
query_permission_state_cb (WebKitWebView              *web_view,
                           WebKitPermissionStateQuery *query)
{
  webkit_permission_state_query_finish (query, WEBKIT_PERMISSION_STATE_DENIED);

  return GDK_EVENT_STOP;
}

static gboolean
run_file_chooser_cb (WebKitWebView            *web_view,
                     WebKitFileChooserRequest *request)
{
  webkit_file_chooser_request_cancel (request);

  return GDK_EVENT_STOP;
}

static gboolean
authenticate_cb (WebKitWebView               *web_view,
                 WebKitAuthenticationRequest *request)
{
  webkit_authentication_request_cancel (request);

  return GDK_EVENT_STOP;
}

static gboolean
is_for_text (WebKitContextMenuItem *item)
{
  switch (webkit_context_menu_item_get_stock_action (item))
    {
    case WEBKIT_CONTEXT_MENU_ACTION_COPY:
    case WEBKIT_CONTEXT_MENU_ACTION_CUT:
    case WEBKIT_CONTEXT_MENU_ACTION_PASTE:
    case WEBKIT_CONTEXT_MENU_ACTION_SELECT_ALL:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
context_menu_cb (WebKitWebView     *web_view,
                 WebKitContextMenu *menu)
{
  g_autoptr(GList) items = g_list_copy (webkit_context_menu_get_items (menu));

  for (GList *item = items; item != NULL; item = item->next)
    {
      if (!is_for_text (item->data))
        webkit_context_menu_remove (menu, item->data);
    }

  return webkit_context_menu_get_n_items (menu) == 0 ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static gboolean
refused_cb (void)
{
  return GDK_EVENT_STOP;
}

static void
restrict_web_view (WebKitWebView *web_view)
{
  g_signal_connect (web_view, "permission-request", G_CALLBACK (permission_request_cb), NULL);
  g_signal_connect (web_view, "query-permission-state", G_CALLBACK (query_permission_state_cb), NULL);
  g_signal_connect (web_view, "run-file-chooser", G_CALLBACK (run_file_chooser_cb), NULL);
  g_signal_connect (web_view, "authenticate", G_CALLBACK (authenticate_cb), NULL);
  g_signal_connect (web_view, "context-menu", G_CALLBACK (context_menu_cb), NULL);
  g_signal_connect (web_view, "print", G_CALLBACK (refused_cb), NULL);
  g_signal_connect (web_view, "enter-fullscreen", G_CALLBACK (refused_cb), NULL);
  g_signal_connect (web_view, "show-notification", G_CALLBACK (refused_cb), NULL);
}

static void
download_started_cb (WebKitNetworkSession *session,
                     WebKitDownload       *download)
{
  webkit_download_cancel (download);
}

static WebKitNetworkSession *
new_session (void)
{
  WebKitNetworkSession *session = webkit_network_session_new_ephemeral ();
  WebKitCookieManager *cookies = webkit_network_session_get_cookie_manager (session);

  webkit_cookie_manager_set_accept_policy (cookies, WEBKIT_COOKIE_POLICY_ACCEPT_ALWAYS);
  webkit_network_session_set_itp_enabled (session, FALSE);
  webkit_network_session_set_tls_errors_policy (session, WEBKIT_TLS_ERRORS_POLICY_FAIL);
  g_signal_connect (session, "download-started", G_CALLBACK (download_started_cb), NULL);

  return session;
}

static WebKitSettings *
new_settings (void)
{
  return webkit_settings_new_with_settings (
    "enable-developer-extras", FALSE,
    "enable-fullscreen", FALSE,
    "enable-media-stream", FALSE,
    "enable-webrtc", FALSE,
    "enable-page-cache", FALSE,
    "enable-dns-prefetching", FALSE,
    "hardware-acceleration-policy", WEBKIT_HARDWARE_ACCELERATION_POLICY_NEVER,
    "javascript-can-open-windows-automatically", FALSE,
    NULL);
}

GtkWidget *
desk_consent_web_new (WebKitUserContentManager *user_content_manager)
{
  g_autoptr(WebKitWebContext) context = webkit_web_context_new ();
  g_autoptr(WebKitNetworkSession) session = new_session ();
  g_autoptr(WebKitSettings) settings = new_settings ();
  GtkWidget *web_view;

  web_view = g_object_new (WEBKIT_TYPE_WEB_VIEW,
                           "web-context", context,
                           "network-session", session,
                           "settings", settings,
                           "user-content-manager", user_content_manager,
                           NULL);
  restrict_web_view (WEBKIT_WEB_VIEW (web_view));

  return web_view;
}

GtkWidget *
desk_consent_web_new_related (WebKitWebView *opener)
{
  GtkWidget *web_view;

  g_return_val_if_fail (WEBKIT_IS_WEB_VIEW (opener), NULL);

  web_view = g_object_new (WEBKIT_TYPE_WEB_VIEW,
                           "related-view", opener,
                           "settings", webkit_web_view_get_settings (opener),
                           NULL);
  restrict_web_view (WEBKIT_WEB_VIEW (web_view));

  return web_view;
}

gboolean
desk_consent_web_is_failure (const GError *error)
{
  g_return_val_if_fail (error != NULL, FALSE);

  return !g_error_matches (error, WEBKIT_NETWORK_ERROR, WEBKIT_NETWORK_ERROR_CANCELLED) &&
         !g_error_matches (error, WEBKIT_POLICY_ERROR, WEBKIT_POLICY_ERROR_FRAME_LOAD_INTERRUPTED_BY_POLICY_CHANGE) &&
         !g_error_matches (error, WEBKIT_MEDIA_ERROR, WEBKIT_MEDIA_ERROR_WILL_HANDLE_LOAD);
}
