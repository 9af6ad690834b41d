/* desk-sandbox-fault.c: everything that can be made to go wrong
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-fault.h"

#include <glib/gi18n-lib.h>

static const DeskSandboxFault faults[] = {
  { "consent-upstream-processing-error", N_("The institution fails once the end user has confirmed."),
    DESK_SANDBOX_FAULT_LOGIN, DESK_SANDBOX_PARAMETER_NONE, NULL },
  { "consent-enduser-denied", N_("The institution says that the end user denied the consent."),
    DESK_SANDBOX_FAULT_LOGIN, DESK_SANDBOX_PARAMETER_NONE, NULL },
  { "consent-otp-failure", N_("The institution takes no one-time code."),
    DESK_SANDBOX_FAULT_LOGIN, DESK_SANDBOX_PARAMETER_NONE, NULL },
  { "consent-enduser-ineligible", N_("The institution says that the end user may not share any account."),
    DESK_SANDBOX_FAULT_LOGIN, DESK_SANDBOX_PARAMETER_NONE, NULL },
  { "consent-timeout", N_("The institution says that the end user took too long."),
    DESK_SANDBOX_FAULT_LOGIN, DESK_SANDBOX_PARAMETER_NONE, NULL },
  { "auth-session-cancelled", N_("The session is cancelled after the institution’s pages."),
    DESK_SANDBOX_FAULT_LOGIN, DESK_SANDBOX_PARAMETER_NONE, NULL },
  { "auth-session-invalid", N_("The session is not valid."),
    DESK_SANDBOX_FAULT_LOGIN, DESK_SANDBOX_PARAMETER_NONE, NULL },
  { "auth-session-not-found", N_("The session is not valid, in the name of older releases: not found."),
    DESK_SANDBOX_FAULT_LOGIN, DESK_SANDBOX_PARAMETER_NONE, NULL },
  { "auth-session-terminal", N_("The session is not valid, in the name of older releases: terminal."),
    DESK_SANDBOX_FAULT_LOGIN, DESK_SANDBOX_PARAMETER_NONE, NULL },
  { "link-invalid-session", N_("The session is not valid, in the name that the Link SDK knows."),
    DESK_SANDBOX_FAULT_LOGIN, DESK_SANDBOX_PARAMETER_NONE, NULL },
  { "link-internal-error", N_("The flow fails with an error that has no type."),
    DESK_SANDBOX_FAULT_LOGIN, DESK_SANDBOX_PARAMETER_NONE, NULL },
  { "consumerdata-processing-error", N_("The institution fails, in the name of older releases."),
    DESK_SANDBOX_FAULT_LOGIN, DESK_SANDBOX_PARAMETER_NONE, NULL },
  { "redirect-without-consent-id", N_("The success redirect names no consent."),
    DESK_SANDBOX_FAULT_LOGIN, DESK_SANDBOX_PARAMETER_NONE, NULL },
  { "message-without-consent-id", N_("The success message names no consent."),
    DESK_SANDBOX_FAULT_LOGIN, DESK_SANDBOX_PARAMETER_NONE, NULL },

  { "link-origin-mismatch", N_("The institution’s page itself posts a made-up success."),
    DESK_SANDBOX_FAULT_PAGE, DESK_SANDBOX_PARAMETER_NONE, NULL },
  { "hostile-message", N_("A frame of a foreign origin posts a made-up success."),
    DESK_SANDBOX_FAULT_PAGE, DESK_SANDBOX_PARAMETER_NONE, NULL },
  { "hidden-frame", N_("A hidden frame goes to the redirect URI, without its state."),
    DESK_SANDBOX_FAULT_PAGE, DESK_SANDBOX_PARAMETER_NONE, NULL },
  { "lookalike-redirect", N_("A success goes to an address that only begins as the redirect URI does."),
    DESK_SANDBOX_FAULT_PAGE, DESK_SANDBOX_PARAMETER_LOOKALIKE, "host" },
  { "popup", N_("The pages open a pop-up, at once and at the first press."),
    DESK_SANDBOX_FAULT_PAGE, DESK_SANDBOX_PARAMETER_NONE, NULL },
  { "endless-page", N_("The pages never finish to load."),
    DESK_SANDBOX_FAULT_PAGE, DESK_SANDBOX_PARAMETER_NONE, NULL },
  { "frame-ancestors", N_("Only pages with an http or https address may frame the pages."),
    DESK_SANDBOX_FAULT_PAGE, DESK_SANDBOX_PARAMETER_NONE, NULL },
  { "refuses-framing", N_("No page may frame the pages."),
    DESK_SANDBOX_FAULT_PAGE, DESK_SANDBOX_PARAMETER_NONE, NULL },
  { "tls-untrusted", N_("The consent pages are served over https with a certificate that nobody trusts."),
    DESK_SANDBOX_FAULT_ORIGIN, DESK_SANDBOX_PARAMETER_NONE, NULL },

  { "data-error", N_("Calls that read data fail with a status."),
    DESK_SANDBOX_FAULT_DATA, DESK_SANDBOX_PARAMETER_STATUS, "503" },
  { "duplicate-page", N_("The first page of a list comes twice."),
    DESK_SANDBOX_FAULT_DATA, DESK_SANDBOX_PARAMETER_NONE, NULL },
  { "cursor-loop", N_("The pages of a list lead back to the first one, without an end."),
    DESK_SANDBOX_FAULT_DATA, DESK_SANDBOX_PARAMETER_NONE, NULL },

  { "latency", N_("Answers come late."),
    DESK_SANDBOX_FAULT_NETWORK, DESK_SANDBOX_PARAMETER_DURATION, "300ms" },
  { "jitter", N_("Answers come late, each by another time."),
    DESK_SANDBOX_FAULT_NETWORK, DESK_SANDBOX_PARAMETER_DURATION, "1s" },
  { "cut", N_("The connection is cut in the middle of an answer."),
    DESK_SANDBOX_FAULT_NETWORK, DESK_SANDBOX_PARAMETER_NONE, NULL },
  { "drip", N_("Answers come as a trickle of bytes each second."),
    DESK_SANDBOX_FAULT_NETWORK, DESK_SANDBOX_PARAMETER_BYTES, "100" },
  { "rate-limit", N_("Calls are refused with 429 and Retry-After."),
    DESK_SANDBOX_FAULT_NETWORK, DESK_SANDBOX_PARAMETER_NTH, "1" },
  { "http-500", N_("Calls fail with 500."),
    DESK_SANDBOX_FAULT_NETWORK, DESK_SANDBOX_PARAMETER_NTH, "1" },
  { "http-502", N_("Calls fail with 502 and the page of a gateway."),
    DESK_SANDBOX_FAULT_NETWORK, DESK_SANDBOX_PARAMETER_NTH, "1" },
  { "http-503", N_("Calls fail with 503."),
    DESK_SANDBOX_FAULT_NETWORK, DESK_SANDBOX_PARAMETER_NTH, "1" },
  { "expired-token", N_("Calls are refused as if the token had expired."),
    DESK_SANDBOX_FAULT_NETWORK, DESK_SANDBOX_PARAMETER_NTH, "2" },
  { "truncated", N_("Answers end in their middle, with a Content-Length that agrees."),
    DESK_SANDBOX_FAULT_NETWORK, DESK_SANDBOX_PARAMETER_NONE, NULL },
  { "content-type", N_("Answers claim another content type."),
    DESK_SANDBOX_FAULT_NETWORK, DESK_SANDBOX_PARAMETER_MEDIA_TYPE, "text/html" },
  { "oversized", N_("Answers are blown up to a size."),
    DESK_SANDBOX_FAULT_NETWORK, DESK_SANDBOX_PARAMETER_BYTES, "100M" },
};

const DeskSandboxFault *
desk_sandbox_fault_list (guint *n_faults)
{
  *n_faults = G_N_ELEMENTS (faults);
  return faults;
}

const DeskSandboxFault *
desk_sandbox_fault_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    if (g_str_equal (faults[i].name, name))
      return &faults[i];

  return NULL;
}
