/* desk-sandbox-fault-login.c: faults that decide how an auth session ends
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-fault-login.h"

/* After which page of the institution the session fails, earlier pages first. */
static const struct
{
  const char         *fault;
  const char         *page;
  DeskSandboxFailure  failure;
} interruptions[] = {
  { "consent-otp-failure", "code", DESK_SANDBOX_FAILURE_CODE },
  { "consent-enduser-ineligible", "code", DESK_SANDBOX_FAILURE_INELIGIBLE },
  { "consent-timeout", "accounts", DESK_SANDBOX_FAILURE_TIMEOUT },
  { "consent-enduser-denied", "confirm", DESK_SANDBOX_FAILURE_DENIED },
  { "consent-upstream-processing-error", "confirm", DESK_SANDBOX_FAILURE_UPSTREAM },
  { "consumerdata-processing-error", "confirm", DESK_SANDBOX_FAILURE_CONSUMER_DATA },
  { "link-internal-error", "confirm", DESK_SANDBOX_FAILURE_INTERNAL },
  { "auth-session-cancelled", "confirm", DESK_SANDBOX_FAILURE_CANCELLED },
};

static const struct
{
  const char         *fault;
  DeskSandboxFailure  failure;
} invalidations[] = {
  { "link-invalid-session", DESK_SANDBOX_FAILURE_LINK_INVALID },
  { "auth-session-not-found", DESK_SANDBOX_FAILURE_NOT_FOUND },
  { "auth-session-terminal", DESK_SANDBOX_FAILURE_TERMINAL },
  { "auth-session-invalid", DESK_SANDBOX_FAILURE_INVALID },
};

static DeskSandboxCustomer *
find_customer (DeskSandboxScreen        *screen,
               const DeskSandboxSession *session)
{
  if (session == NULL || session->institution_id == NULL || session->customer_id == NULL)
    return NULL;

  return desk_sandbox_directory_find_customer (screen->call->world->directory, session->institution_id,
                                               session->customer_id);
}

const DeskSandboxFaultSpec *
desk_sandbox_fault_login_find (DeskSandboxScreen        *screen,
                               const DeskSandboxSession *session,
                               const char               *name)
{
  return desk_sandbox_faults_find (screen->call->world->faults, name, find_customer (screen, session));
}

gboolean
desk_sandbox_fault_login_is_on (DeskSandboxScreen        *screen,
                                const DeskSandboxSession *session,
                                const char               *name)
{
  return desk_sandbox_fault_login_find (screen, session, name) != NULL;
}

gboolean
desk_sandbox_fault_login_interrupts (DeskSandboxScreen *screen)
{
  if (screen->posted == NULL || screen->session->customer_id == NULL || desk_sandbox_screen_is_cancelled (screen))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (interruptions); i++)
    if (g_str_equal (interruptions[i].page, screen->call->path) &&
        desk_sandbox_fault_login_is_on (screen, screen->session, interruptions[i].fault))
      return TRUE;

  return FALSE;
}

gboolean
desk_sandbox_fault_login_get_failure (DeskSandboxScreen  *screen,
                                      DeskSandboxFailure *failure)
{
  for (guint i = 0; i < G_N_ELEMENTS (interruptions); i++)
    if (desk_sandbox_fault_login_is_on (screen, screen->session, interruptions[i].fault))
      {
        *failure = interruptions[i].failure;
        return TRUE;
      }

  return FALSE;
}

gboolean
desk_sandbox_fault_login_invalidates (DeskSandboxScreen *screen)
{
  for (guint i = 0; i < G_N_ELEMENTS (invalidations); i++)
    if (desk_sandbox_fault_login_is_on (screen, screen->session, invalidations[i].fault))
      return TRUE;

  return FALSE;
}

DeskSandboxFailure
desk_sandbox_fault_login_get_invalid (DeskSandboxScreen *screen)
{
  for (guint i = 0; i < G_N_ELEMENTS (invalidations); i++)
    if (desk_sandbox_fault_login_is_on (screen, screen->session, invalidations[i].fault))
      return invalidations[i].failure;

  return DESK_SANDBOX_FAILURE_INVALID;
}
