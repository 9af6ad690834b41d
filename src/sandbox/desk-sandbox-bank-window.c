/* desk-sandbox-bank-window.c: in which window an institution's pages open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-bank-window.h"

static const char *const places[] = { "top", "popup", "here", NULL };

static DeskSandboxOpens
get_opens (DeskSandboxScreen *screen)
{
  const DeskSandboxInstitution *institution = NULL;

  if (screen->session != NULL && screen->session->institution_id != NULL)
    institution = desk_sandbox_directory_find_institution (screen->call->world->directory,
                                                           screen->session->institution_id);

  return institution != NULL ? institution->opens : DESK_SANDBOX_OPENS_FRAME;
}

const char *
desk_sandbox_bank_window_get_place (DeskSandboxScreen *screen)
{
  const char *place = desk_sandbox_form_get (screen->call->query, "at");

  for (guint i = 0; places[i] != NULL; i++)
    if (g_strcmp0 (places[i], place) == 0)
      return places[i];

  return NULL;
}

gboolean
desk_sandbox_bank_window_is_popup (DeskSandboxScreen *screen)
{
  return g_strcmp0 (desk_sandbox_bank_window_get_place (screen), "popup") == 0;
}

gboolean
desk_sandbox_bank_window_refuses_frames (DeskSandboxScreen *screen)
{
  return get_opens (screen) == DESK_SANDBOX_OPENS_REFUSES_FRAMING;
}

/* A browser that says so need not be asked by a script. */
static gboolean
is_at_top (DeskSandboxScreen *screen)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (screen->call->message);

  return g_strcmp0 (soup_message_headers_get_one (headers, "Sec-Fetch-Dest"), "document") == 0;
}

gboolean
desk_sandbox_bank_window_show_way (DeskSandboxScreen *screen,
                                   const char        *request)
{
  const char *origin = screen->call->world->bank_origin;
  DeskSandboxOpens opens = get_opens (screen);
  g_autofree char *login = g_strconcat (origin, "/login?request=", request, NULL);
  g_autofree char *resume = g_strconcat (origin, "/resume?request=", request, NULL);
  DeskSandboxPage page;

  if (desk_sandbox_bank_window_get_place (screen) != NULL)
    return FALSE;
  if (opens != DESK_SANDBOX_OPENS_POPUP && (opens != DESK_SANDBOX_OPENS_TOP || is_at_top (screen)))
    return FALSE;

  page = desk_sandbox_screen_prepare (screen, resume, NULL);
  desk_sandbox_screen_reply (screen, SOUP_STATUS_OK,
                             opens == DESK_SANDBOX_OPENS_TOP ? desk_sandbox_page_new_break_out (&page, login)
                                                             : desk_sandbox_page_new_opener (&page, login));
  return TRUE;
}

void
desk_sandbox_bank_window_show_done (DeskSandboxScreen *screen)
{
  DeskSandboxPage page = desk_sandbox_screen_prepare (screen, "", NULL);

  desk_sandbox_screen_reply (screen, SOUP_STATUS_OK, desk_sandbox_page_new_popup_done (&page));
}
