/* desk-sandbox-bank-screens.c: the screens that an institution shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-bank-screens.h"

#include <glib/gi18n-lib.h>

#include "desk-sandbox-bank-window.h"
#include "desk-sandbox-fault-login.h"
#include "desk-sandbox-fault-page.h"
#include "desk-sandbox-sharing.h"

/* The session and the proof that Fiskil sent the end user here. */
static char *
dup_request (DeskSandboxState         *state,
             const DeskSandboxSession *session)
{
  g_autofree char *proof = desk_sandbox_state_dup_derived (state, "request", session->id);

  return g_strconcat (session->id, "-", proof, NULL);
}

static DeskSandboxSession *
find_session (DeskSandboxCall *call)
{
  const char *request = desk_sandbox_form_get (call->query, "request");
  g_auto (GStrv) parts = g_strsplit (request != NULL ? request : "", "-", 2);
  DeskSandboxSession *session = NULL;
  g_autofree char *wanted = NULL;

  if (parts[0] != NULL)
    session = desk_sandbox_state_find_session (call->world->state, parts[0]);
  if (session == NULL)
    return NULL;

  wanted = dup_request (call->world->state, session);
  return g_str_equal (wanted, request) ? session : NULL;
}

/* The value of the query's first parameter, and what says in which window the page is. */
static char *
dup_query (DeskSandboxScreen *screen)
{
  const char *place = desk_sandbox_bank_window_get_place (screen);
  g_autofree char *request = dup_request (screen->call->world->state, screen->session);

  return g_strconcat (request, place != NULL ? "&at=" : NULL, place, NULL);
}

static void
redirect_to_page (DeskSandboxScreen *screen,
                  const char        *path)
{
  g_autofree char *request = dup_query (screen);

  desk_sandbox_screen_redirect_to (screen, screen->call->world->bank_origin, path, "request", request);
}

void
desk_sandbox_bank_screens_redirect (DeskSandboxScreen *screen)
{
  redirect_to_page (screen, "/login");
}

/* What was done in a window of its own goes on in the page that opened it. */
static void
return_to_fiskil (DeskSandboxScreen *screen)
{
  if (desk_sandbox_bank_window_is_popup (screen))
    {
      redirect_to_page (screen, "/done");
      return;
    }

  desk_sandbox_screen_redirect_to (screen, screen->call->world->auth_origin, "/complete", "sess_id",
                                   screen->session->id);
}

static DeskSandboxCustomer *
get_customer (DeskSandboxScreen *screen)
{
  if (screen->session->customer_id == NULL)
    return NULL;

  return desk_sandbox_directory_find_customer (screen->call->world->directory, screen->session->institution_id,
                                               screen->session->customer_id);
}

static DeskSandboxPage
prepare (DeskSandboxScreen *screen,
         const char        *path,
         const char        *error)
{
  g_autofree char *request = dup_query (screen);
  g_autofree char *action = g_strconcat (screen->call->world->bank_origin, path, "?request=", request, NULL);

  return desk_sandbox_screen_prepare (screen, action, error);
}

static guint
get_status (const char *error)
{
  return error != NULL ? SOUP_STATUS_UNPROCESSABLE_ENTITY : SOUP_STATUS_OK;
}

static void
show_login (DeskSandboxScreen *screen,
            const char        *email,
            const char        *error)
{
  GPtrArray *known = desk_sandbox_directory_get_customers (screen->call->world->directory);
  g_autoptr(GPtrArray) customers = g_ptr_array_new ();
  DeskSandboxPage page = prepare (screen, "/login", error);

  for (guint i = 0; i < known->len; i++)
    {
      DeskSandboxCustomer *customer = g_ptr_array_index (known, i);

      if (g_str_equal (desk_sandbox_customer_get_institution_id (customer), screen->session->institution_id))
        g_ptr_array_add (customers, customer);
    }

  desk_sandbox_screen_reply (screen, get_status (error), desk_sandbox_page_new_login (&page, email, customers));
}

static void
show_code (DeskSandboxScreen *screen,
           const char        *error)
{
  g_autofree char *code = desk_sandbox_state_dup_code (screen->call->world->state, screen->session->id);
  DeskSandboxPage page = prepare (screen, "/code", error);

  desk_sandbox_screen_reply (screen, get_status (error),
                             desk_sandbox_page_new_code (&page, desk_sandbox_customer_get_login (get_customer (screen)),
                                                         code));
}

static void
show_accounts (DeskSandboxScreen *screen,
               const char        *error)
{
  static const char *const none[] = { NULL };
  const char *const *selected = (const char *const *) screen->session->account_ids;
  DeskSandboxPage page = prepare (screen, "/accounts", error);

  desk_sandbox_screen_reply (screen, get_status (error),
                             desk_sandbox_page_new_accounts (&page, get_customer (screen),
                                                             selected != NULL ? selected : none));
}

static void
show_confirm (DeskSandboxScreen *screen)
{
  g_auto (DeskSandboxSharing) sharing = { 0 };
  DeskSandboxCustomer *customer = get_customer (screen);
  DeskSandboxPage page = prepare (screen, "/confirm", NULL);

  desk_sandbox_sharing_init (&sharing, screen->session, desk_sandbox_customer_get_industry (customer),
                             desk_sandbox_state_get_now (screen->call->world->state));
  desk_sandbox_screen_reply (screen, SOUP_STATUS_OK,
                             desk_sandbox_page_new_confirm (&page, &sharing.page, customer,
                                                            (const char *const *) screen->session->account_ids));
}

/* The consent that is to be renewed, or %NULL. */
static DeskSandboxConsent *
get_arrangement (DeskSandboxScreen *screen)
{
  const char *id = screen->session->arrangement_id;

  return id != NULL ? desk_sandbox_state_find_consent (screen->call->world->state, id) : NULL;
}

static void
answer_login (DeskSandboxScreen *screen)
{
  const char *email = desk_sandbox_form_get (screen->posted, "email");
  DeskSandboxConsent *arrangement = get_arrangement (screen);
  DeskSandboxCustomer *customer = NULL;

  if (email != NULL)
    customer = desk_sandbox_directory_find_login (screen->call->world->directory, screen->session->institution_id, email);

  if (customer == NULL)
    {
      show_login (screen, email, _("We do not know this e-mail address. Check it and try again."));
      return;
    }

  if (arrangement != NULL && !g_str_equal (arrangement->customer_id, desk_sandbox_customer_get_id (customer)))
    {
      show_login (screen, email, _("Somebody else shares this data. Log in with the e-mail address that was used before."));
      return;
    }

  g_free (screen->session->customer_id);
  screen->session->customer_id = g_strdup (desk_sandbox_customer_get_id (customer));
  screen->session->verified = FALSE;
  screen->session->confirmed = FALSE;
  g_clear_pointer (&screen->session->account_ids, g_strfreev);
  redirect_to_page (screen, "/code");
}

/* The code is shown in groups, and may be typed so. */
static char *
dup_typed_code (DeskSandboxScreen *screen)
{
  const char *text = desk_sandbox_form_get (screen->posted, "code");
  GString *typed = g_string_new (NULL);

  for (; text != NULL && *text != '\0'; text++)
    if (!g_ascii_isspace (*text))
      g_string_append_c (typed, *text);

  return g_string_free (typed, FALSE);
}

/* Who renews an arrangement shares the same accounts again. */
static const char *
start_choice (DeskSandboxScreen *screen)
{
  if (get_arrangement (screen) == NULL)
    return "/accounts";

  g_strfreev (screen->session->account_ids);
  screen->session->account_ids = g_strdupv (get_arrangement (screen)->account_ids);
  return "/confirm";
}

static void
answer_code (DeskSandboxScreen *screen)
{
  g_autofree char *typed = dup_typed_code (screen);
  g_autofree char *code = desk_sandbox_state_dup_code (screen->call->world->state, screen->session->id);

  if (!g_str_equal (typed, code))
    {
      show_code (screen, _("This is not the code that we sent. Check it and try again."));
      return;
    }

  screen->session->verified = TRUE;
  redirect_to_page (screen, desk_sandbox_bank_window_is_popup (screen) ? "/done" : start_choice (screen));
}

/* Only the customer's own accounts, in the customer's order. */
static char **
read_accounts (DeskSandboxScreen *screen)
{
  GPtrArray *accounts = desk_sandbox_customer_get_accounts (get_customer (screen));
  g_autofree const char **ticked = desk_sandbox_form_get_all (screen->posted, "account");
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < accounts->len; i++)
    {
      const DeskSandboxAccount *account = g_ptr_array_index (accounts, i);

      if (g_strv_contains (ticked, account->account_id))
        g_strv_builder_add (builder, account->account_id);
    }

  return g_strv_builder_end (builder);
}

static void
answer_accounts (DeskSandboxScreen *screen)
{
  g_strfreev (screen->session->account_ids);
  screen->session->account_ids = read_accounts (screen);

  if (screen->session->account_ids[0] == NULL)
    show_accounts (screen, _("Choose at least one account to share."));
  else
    redirect_to_page (screen, "/confirm");
}

static gboolean
has_accounts (const DeskSandboxSession *session)
{
  return session->account_ids != NULL && session->account_ids[0] != NULL;
}

/* The way to the right window, or the log-in itself. */
static void
start_login (DeskSandboxScreen *screen)
{
  g_autofree char *request = dup_request (screen->call->world->state, screen->session);

  if (!desk_sandbox_bank_window_show_way (screen, request))
    show_login (screen, NULL, NULL);
}

/* The window with the log-in has reported. */
static void
resume (DeskSandboxScreen *screen)
{
  DeskSandboxFailure failure;

  if (screen->session->denied || desk_sandbox_fault_login_get_failure (screen, &failure))
    return_to_fiskil (screen);
  else
    redirect_to_page (screen, screen->session->verified ? start_choice (screen) : "/login");
}

static void
show_page (DeskSandboxScreen *screen)
{
  const char *path = screen->call->path;
  const DeskSandboxSession *session = screen->session;

  if (g_str_equal (path, "code") && get_customer (screen) != NULL)
    show_code (screen, NULL);
  else if (g_str_equal (path, "accounts") && session->verified && session->arrangement_id == NULL)
    show_accounts (screen, NULL);
  else if (g_str_equal (path, "confirm") && session->verified && has_accounts (session))
    show_confirm (screen);
  else if (g_str_equal (path, "login"))
    start_login (screen);
  else if (g_str_equal (path, "done") && desk_sandbox_bank_window_is_popup (screen))
    desk_sandbox_bank_window_show_done (screen);
  else
    redirect_to_page (screen, "/login");
}

static void
answer_form (DeskSandboxScreen *screen)
{
  const char *path = screen->call->path;
  DeskSandboxSession *session = screen->session;

  if (desk_sandbox_screen_is_cancelled (screen))
    {
      session->denied = TRUE;
      return_to_fiskil (screen);
    }
  else if (g_str_equal (path, "login"))
    {
      answer_login (screen);
    }
  else if (g_str_equal (path, "resume"))
    {
      resume (screen);
    }
  else if (g_str_equal (path, "code") && get_customer (screen) != NULL)
    {
      answer_code (screen);
    }
  else if (g_str_equal (path, "accounts") && session->verified && session->arrangement_id == NULL)
    {
      answer_accounts (screen);
    }
  else if (g_str_equal (path, "confirm") && session->verified && has_accounts (session))
    {
      session->confirmed = TRUE;
      return_to_fiskil (screen);
    }
  else
    {
      redirect_to_page (screen, "/login");
    }
}

void
desk_sandbox_bank_screens_answer (DeskSandboxCall *call)
{
  DeskSandboxSession *session = find_session (call);
  DeskSandboxScreen screen;

  if (desk_sandbox_fault_page_answer (call))
    return;

  desk_sandbox_screen_init (&screen, call, session, "bank");
  screen.refuses_frames = desk_sandbox_bank_window_refuses_frames (&screen);

  /* Fiskil's screen says what is wrong: a message from this origin would not be believed. */
  if (screen.session == NULL || !session->allowed || session->institution_id == NULL ||
      (screen.posted != NULL && !desk_sandbox_screen_is_posted (&screen)))
    desk_sandbox_screen_redirect_to (&screen, call->world->auth_origin, "/", "sess_id",
                                     session != NULL ? session->id : "");
  else if (desk_sandbox_fault_login_interrupts (&screen))
    return_to_fiskil (&screen);
  else if (screen.posted != NULL)
    answer_form (&screen);
  else
    show_page (&screen);

  desk_sandbox_screen_clear (&screen);
}
