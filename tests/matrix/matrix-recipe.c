/* matrix-recipe.c: how each outcome is provoked, and what is expected of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "matrix-recipe.h"

#include <signal.h>
#include <webkit/webkit.h>

#include "desk-outcome.h"
#include "matrix-leave.h"
#include "matrix-seams.h"
#include "matrix-stage.h"
#include "matrix-web-process.h"
#include "tour-wait.h"

#define LIST_CALL "GET /v1/consent"

static char *
give_error (guint      *status,
            const char *body,
            gpointer    user_data)
{
  *status = 422;

  return g_strdup ("{\"name\":\"bad_request\",\"id\":\"err_00000000\",\"message\":\"Not today.\"}");
}

static char *
hide_consents (guint      *status,
               const char *body,
               gpointer    user_data)
{
  return g_strdup ("{\"consents\":[]}");
}

static char *
replace (const char *body,
         const char *pattern,
         const char *replacement)
{
  g_autoptr(GRegex) regex = g_regex_new (pattern, 0, 0, NULL);

  return g_regex_replace (regex, body, -1, 0, replacement, 0, NULL);
}

static char *
end_consents (guint      *status,
              const char *body,
              gpointer    user_data)
{
  return replace (body, "\"active\": *true", "\"active\":false");
}

static char *
give_away_consents (guint      *status,
                    const char *body,
                    gpointer    user_data)
{
  return replace (body, "\"end_user_id\": *\"[^\"]*\"", "\"end_user_id\":\"somebody-else\"");
}

static char *
make_unsafe (guint      *status,
             const char *body,
             gpointer    user_data)
{
  return replace (body, "\"auth_url\": *\"http://127.0.0.1:[0-9]*", "\"auth_url\":\"http://auth.invalid");
}

/* A port on which nobody listens any more. */
static guint
take_dead_port (void)
{
  g_autoptr(GSocketListener) listener = g_socket_listener_new ();
  g_autoptr(GError) error = NULL;
  guint port = g_socket_listener_add_any_inet_port (listener, NULL, &error);

  g_assert_no_error (error);
  g_socket_listener_close (listener);

  return port;
}

static char *
make_unreachable (guint      *status,
                  const char *body,
                  gpointer    user_data)
{
  g_autofree char *replacement = g_strdup_printf ("\"auth_url\":\"http://127.0.0.1:%u", take_dead_port ());

  return replace (body, "\"auth_url\": *\"http://127.0.0.1:[0-9]*", replacement);
}

static void
refuse_list (MatrixStage *stage)
{
  matrix_proxy_set_rule (stage->proxy, LIST_CALL, give_error, NULL);
}

static void
refuse_session (MatrixStage *stage)
{
  matrix_proxy_set_rule (stage->proxy, MATRIX_SESSION_CALL, give_error, NULL);
}

static void
hide_list (MatrixStage *stage)
{
  matrix_proxy_set_rule (stage->proxy, LIST_CALL, hide_consents, NULL);
}

static void
show_list (MatrixStage *stage)
{
  matrix_proxy_set_rule (stage->proxy, LIST_CALL, NULL, NULL);
}

static void
end_list (MatrixStage *stage)
{
  matrix_proxy_set_rule (stage->proxy, LIST_CALL, end_consents, NULL);
}

static void
give_list_away (MatrixStage *stage)
{
  matrix_proxy_set_rule (stage->proxy, LIST_CALL, give_away_consents, NULL);
}

static void
give_unsafe_address (MatrixStage *stage)
{
  matrix_proxy_set_rule (stage->proxy, MATRIX_SESSION_CALL, make_unsafe, NULL);
}

static void
give_dead_address (MatrixStage *stage)
{
  matrix_proxy_set_rule (stage->proxy, MATRIX_SESSION_CALL, make_unreachable, NULL);
}

/* Another consent of the same end user appears meanwhile, and neither is named. */
static void
grant_another (MatrixStage *stage)
{
  g_autofree char *consent_id = desk_test_sandbox_grant (stage->sandbox, stage->end_user_id, DESK_TEST_RETAILER);

  g_assert_nonnull (consent_id);
}

/* Neither in an address nor in a message. */
static void
name_no_consent (MatrixStage *stage)
{
  hide_list (stage);
  matrix_stage_switch_fault (stage, "redirect-without-consent-id", TRUE);
  matrix_stage_switch_fault (stage, "message-without-consent-id", TRUE);
}

static void
kill_web_process (MatrixStage *stage)
{
  if (matrix_web_process_signal (SIGKILL) == 0)
    matrix_stage_fail (stage, "no web process was found");
}

/* Somebody else listens there for as long as the dialog is open. */
static void
occupy_port (MatrixStage *stage)
{
  GSocketListener *listener = g_socket_listener_new ();
  g_autoptr(GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr(GSocketAddress) wanted = g_inet_socket_address_new (loopback, 0);
  g_autoptr(GSocketAddress) found = NULL;
  g_autoptr(GError) error = NULL;

  g_socket_listener_add_address (listener, wanted, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL, &found, &error);
  g_assert_no_error (error);
  matrix_stage_keep (stage, G_OBJECT (listener));
  matrix_seams_set_browser_port (g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (found)));
}

static WebKitWebView *
find_web_view (GtkWidget *widget)
{
  if (WEBKIT_IS_WEB_VIEW (widget))
    return WEBKIT_WEB_VIEW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      WebKitWebView *found = find_web_view (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* It is asked something then, as by somebody who presses a key: a page that is left alone may take its time. */
static void
stop_web_process (MatrixStage *stage)
{
  WebKitWebView *web_view = find_web_view (GTK_WIDGET (stage->dialog));

  if (matrix_web_process_signal (SIGSTOP) == 0)
    matrix_stage_fail (stage, "no web process was found");
  webkit_web_view_stop_loading (web_view);
}

static void
close_page (MatrixStage *stage)
{
  matrix_leave (stage, stage->way == DESK_LINK_WAY_BROWSER
                         ? "The page can still be finished where it is open. What is agreed to there is listed after the"
                           " next refresh."
                         : "The consent page is open. What was entered there is lost, and nothing is shared.");
}

static void
decide_later (MatrixStage *stage)
{
  matrix_check_chooser (stage);
  gtk_widget_activate_action (GTK_WIDGET (stage->dialog), "link.decide-later", NULL);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(SoupSession) session = SOUP_SESSION (source);
  g_autoptr(GBytes) page = soup_session_send_and_read_finish (session, result, NULL);
}

/* The page does not say in a browser that its session is not valid; whoever knows the way back can. */
static void
come_back_with_code (MatrixStage *stage)
{
  g_autofree char *way_back = matrix_seams_dup_return_uri ("cancelled");
  g_autofree char *uri = g_strconcat (way_back, "&error_type=", matrix_stage_get_name (stage), NULL);
  g_autoptr(SoupMessage) message = soup_message_new (SOUP_METHOD_GET, uri);

  soup_session_send_and_read_async (soup_session_new (), message, G_PRIORITY_DEFAULT, NULL, answered_cb, NULL);
}

/* Where the browser needs another recipe than a view. */
static const MatrixRecipe browser_recipes[] = {
  { "AUTH_SESSION_INVALID", .stop_at = "allow", .act = come_back_with_code, .act_at = "allow" },
  { "LINK_INVALID_SESSION", .stop_at = "allow", .act = come_back_with_code, .act_at = "allow" },
  { "AUTH_SESSION_NOT_FOUND", .stop_at = "allow", .act = come_back_with_code, .act_at = "allow" },
  { "AUTH_SESSION_TERMINAL", .stop_at = "allow", .act = come_back_with_code, .act_at = "allow" },
};

static const MatrixRecipe recipes[] = {
  { DESK_OUTCOME_LINKED, .n_granted = 1 },
  { DESK_OUTCOME_UNCONFIRMED, .check = refuse_list, .n_granted = 1 },
  { DESK_OUTCOME_NOT_LISTED, .prepare = hide_list, .n_granted = 1 },
  { DESK_OUTCOME_NOT_ACTIVE, .prepare = end_list, .n_granted = 1 },
  { DESK_OUTCOME_FOREIGN_CONSENT, .prepare = give_list_away, .n_granted = 1 },
  { DESK_OUTCOME_UNNAMED, .prepare = name_no_consent, .n_granted = 1, .says_why = TRUE },
  { DESK_OUTCOME_SEVERAL_CONSENTS, .prepare = name_no_consent,
    .act = grant_another, .act_at = "confirm", .check = show_list, .n_granted = 2,
    .at_page = decide_later, .page = "choosing" },
  { DESK_OUTCOME_SESSION_FAILED, .prepare = refuse_session, .has_error_id = TRUE, .has_no_error_uri = TRUE },
  { DESK_OUTCOME_SESSION_REFUSED, .prepare = give_unsafe_address },
  { DESK_OUTCOME_SNAPSHOT_FAILED, .prepare = refuse_list, .may_lack_session = TRUE },
  { DESK_OUTCOME_NETWORK_FAILED, .leaves_frame = TRUE, .prepare = give_dead_address },
  { DESK_OUTCOME_TLS_FAILED, .fault = "tls-untrusted", .leaves_frame = TRUE },
  { DESK_OUTCOME_PAGE_CRASHED, .stop_at = "code", .act = kill_web_process, .act_at = "code" },
  { DESK_OUTCOME_PAGE_UNRESPONSIVE, .stop_at = "code", .act = stop_web_process, .act_at = "code" },
  { DESK_OUTCOME_BROWSER_FAILED, .has_no_browser = TRUE },
  { DESK_OUTCOME_LISTENER_FAILED, .prepare = occupy_port, .says_why = TRUE },
  { DESK_OUTCOME_TIMEOUT, .stop_at = "allow", .hurries = TRUE },
  { DESK_OUTCOME_USER_CANCELLED, .stop_at = "code", .act = close_page, .act_at = "code", .closes = TRUE },
  { DESK_OUTCOME_INTERNAL_ERROR, .fault = "link-internal-error", .has_error_id = TRUE, .has_no_error_uri = TRUE },
  { "AUTH_SESSION_INVALID", .fault = "auth-session-invalid", .has_error_id = TRUE },
  { "LINK_INVALID_SESSION", .fault = "link-invalid-session", .has_error_id = TRUE },
  { "AUTH_SESSION_NOT_FOUND", .fault = "auth-session-not-found", .has_error_id = TRUE },
  { "AUTH_SESSION_TERMINAL", .fault = "auth-session-terminal", .has_error_id = TRUE },
  { DESK_OUTCOME_SESSION_CANCELLED, .cancel_at = "allow", .has_error_id = TRUE },
  { "CONSENT_UPSTREAM_PROCESSING_ERROR", .fault = "consent-upstream-processing-error", .has_error_id = TRUE },
  { "CONSUMERDATA_PROCESSING_ERROR", .fault = "consumerdata-processing-error", .has_error_id = TRUE },
  { "CONSENT_ENDUSER_DENIED", .fault = "consent-enduser-denied", .has_error_id = TRUE },
  { "CONSENT_OTP_FAILURE", .fault = "consent-otp-failure", .has_error_id = TRUE },
  { "CONSENT_ENDUSER_INELIGIBLE", .fault = "consent-enduser-ineligible", .has_error_id = TRUE },
  { "CONSENT_TIMEOUT", .fault = "consent-timeout", .has_error_id = TRUE },
};

static const MatrixRecipe *
find (const MatrixRecipe *rows,
      gsize               n_rows,
      const char         *name)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      if (g_str_equal (rows[i].name, name))
        return &rows[i];
    }

  return NULL;
}

const MatrixRecipe *
matrix_recipe_find (const char  *name,
                    DeskLinkWay  way)
{
  const MatrixRecipe *recipe = NULL;

  if (way == DESK_LINK_WAY_BROWSER)
    recipe = find (browser_recipes, G_N_ELEMENTS (browser_recipes), name);

  return recipe != NULL ? recipe : find (recipes, G_N_ELEMENTS (recipes), name);
}
