/* desk-sandbox-fault-page.h: faults that make the consent pages hostile
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-screen.h"

G_BEGIN_DECLS

/* The consent that hostile pages make up. */
#define DESK_SANDBOX_FORGED_CONSENT "00000000-0000-4000-8000-000000000000"

/**
 * desk_sandbox_fault_page_dup_target:
 * @session: the auth session of the page
 *
 * Returns: (transfer full) (nullable): where a success goes: the session's `redirect_uri`, or one that
 *   looks like it; %NULL if it has none
 */
char     *desk_sandbox_fault_page_dup_target    (DeskSandboxScreen        *screen,
                                                 const DeskSandboxSession *session);

/**
 * desk_sandbox_fault_page_get_consent:
 * @consent_id: the consent that was given
 *
 * Returns: (nullable): the consent that the redirect names: @consent_id, a made-up one on the way to a
 *   look-alike, or %NULL for none
 */
const char *desk_sandbox_fault_page_get_consent (DeskSandboxScreen        *screen,
                                                 const DeskSandboxSession *session,
                                                 const char               *consent_id);

/**
 * desk_sandbox_fault_page_extend_policy:
 * @policy: the page's Content-Security-Policy
 *
 * Appends what the faults that are on need, and what they want.
 */
void      desk_sandbox_fault_page_extend_policy (DeskSandboxScreen        *screen,
                                                 GString                  *policy);

/**
 * desk_sandbox_fault_page_decorate:
 * @html: (transfer full): a whole page
 *
 * Returns: (transfer full): the page with what the faults that are on add to it
 */
GBytes   *desk_sandbox_fault_page_decorate      (DeskSandboxScreen        *screen,
                                                 GBytes                   *html);

/**
 * desk_sandbox_fault_page_finish:
 * @screen: whose page is the answer
 *
 * Does to the answer what the faults that are on want.
 */
void      desk_sandbox_fault_page_finish        (DeskSandboxScreen        *screen);

/**
 * desk_sandbox_fault_page_answer:
 * @call: to the institution's origin
 *
 * Answers with the content of a foreign frame or of a pop-up, if @call asks for it and the fault is on.
 *
 * Returns: whether the call is answered
 */
gboolean  desk_sandbox_fault_page_answer        (DeskSandboxCall          *call);

G_END_DECLS
