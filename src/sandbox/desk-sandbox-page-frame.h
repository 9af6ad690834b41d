/* desk-sandbox-page-frame.h: what is around the content of each consent screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-page.h"

G_BEGIN_DECLS

/**
 * DeskSandboxPlace:
 * @DESK_SANDBOX_PLACE_CONSENT: a screen of the service that asks for the consent
 * @DESK_SANDBOX_PLACE_INSTITUTION: a screen of the bank or the energy retailer
 *
 * Whose screen it is: end users must be able to tell them apart.
 */
typedef enum
{
  DESK_SANDBOX_PLACE_CONSENT,
  DESK_SANDBOX_PLACE_INSTITUTION,
} DeskSandboxPlace;

/**
 * desk_sandbox_page_open:
 * @title: the page's title and main heading
 * @lead: (nullable): one sentence below it
 *
 * Starts a document with the style, the brand, the form and its hidden fields, the
 * heading and what was wrong with the last answer.
 *
 * Returns: (transfer full): the document so far
 */
GString *desk_sandbox_page_open            (const DeskSandboxPage  *page,
                                            DeskSandboxPlace        place,
                                            const char             *title,
                                            const char             *lead);

/**
 * desk_sandbox_page_close:
 * @html: (transfer full): a document from desk_sandbox_page_open()
 * @button: (nullable): the words on the button that goes on; %NULL for none
 * @script: (nullable): the page's own script, a constant of the program
 *
 * Returns: (transfer full): the whole document, with the button Cancel
 */
GBytes  *desk_sandbox_page_close           (GString                *html,
                                            const DeskSandboxPage  *page,
                                            const char             *button,
                                            const char             *script);

/**
 * desk_sandbox_page_end_input:
 *
 * Ends the tag of an input that the answer of the page is typed into, and ties it to what was
 * wrong with the last answer.
 */
void     desk_sandbox_page_end_input       (GString                *html,
                                            const DeskSandboxPage  *page);

/**
 * desk_sandbox_page_append_head:
 * @colour: (nullable): the brand's colour
 *
 * Appends everything up to the body: the language, the title and the style.
 */
void     desk_sandbox_page_append_head     (GString                *html,
                                            const char             *nonce,
                                            const char             *title,
                                            const char             *colour);

/**
 * desk_sandbox_page_append_sharing:
 *
 * Appends what is shared, in clusters with plain names.
 */
void     desk_sandbox_page_append_sharing  (GString                      *html,
                                            const DeskSandboxPageSharing *sharing);

/**
 * desk_sandbox_page_dup_period:
 *
 * Returns: (transfer full): for how long, in words: "12 months, until 9 December 2026"
 */
char    *desk_sandbox_page_dup_period      (const DeskSandboxPageSharing *sharing);

G_END_DECLS
