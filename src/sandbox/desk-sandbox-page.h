/* desk-sandbox-page.h: the HTML of the consent screens
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-directory.h"

G_BEGIN_DECLS

/**
 * DeskSandboxPage:
 * @nonce: for the `nonce` attribute of the page's inline `<style>` and `<script>`; the
 *   Content-Security-Policy that the server sends allows nothing else: no external
 *   resource, no `style` attribute, no inline handler; images as `data:` only
 * @action: where the page's form posts to, ready for the `action` attribute once escaped
 * @csrf: the value of the form's hidden field `csrf`
 * @app_name: who asks for the data
 * @institution: (nullable): the institution, where it is known
 * @error: (nullable): what was wrong with the last answer, one sentence to show beside the form
 *
 * What all pages have in common. Every page's form is `method="post"` to @action, UTF-8,
 * and sends these fields:
 *
 * - `csrf`: hidden, as given
 * - `framed`: hidden, `0`, and set to `1` by the page's script if `window.parent !== window`
 * - `action`: of the button that was pressed: `continue` or `cancel`
 *   (the cancel button carries `formnovalidate`)
 * - `institution`: on the picker: the pressed institution's id (such a button needs no `action`)
 * - `email`: on the log-in page
 * - `code`: on the one-time code page
 * - `account`: on the account selection page, once for each account that is ticked
 *
 * Everything in these structs is text from outside: the pages escape it.
 */
typedef struct
{
  const char                   *nonce;
  const char                   *action;
  const char                   *csrf;
  const char                   *app_name;
  const DeskSandboxInstitution *institution;
  const char                   *error;
} DeskSandboxPage;

/**
 * DeskSandboxPagePermission:
 * @name: `transactions`
 * @description: "Transaction details: dates, descriptions and amounts"
 */
typedef struct
{
  const char *name;
  const char *description;
} DeskSandboxPagePermission;

/**
 * DeskSandboxPageSharing:
 * @permissions: (array length=n_permissions): what is asked for
 * @n_permissions: the length of @permissions
 * @duration_days: for how long, in days
 * @until: the last day of the consent in words: "9 December 2026"
 *
 * What the end user is asked to agree to.
 */
typedef struct
{
  const DeskSandboxPagePermission *permissions;
  guint                            n_permissions;
  guint                            duration_days;
  const char                      *until;
} DeskSandboxPageSharing;

/**
 * DeskSandboxPageOutcome:
 * @nonce: as in #DeskSandboxPage
 * @completed: whether a consent was given
 * @title: "You are all set", "This session has ended"
 * @text: one or two sentences: what happened and what to do next
 * @message: the message for the opener: a JSON object (fiskil-api.md 3.6)
 * @redirect_url: (nullable): where a page that is not framed goes on to
 */
typedef struct
{
  const char *nonce;
  gboolean    completed;
  const char *title;
  const char *text;
  const char *message;
  const char *redirect_url;
} DeskSandboxPageOutcome;

/**
 * desk_sandbox_page_new_allow:
 * @page: fields `action`=`continue`|`cancel`
 *
 * The first screen: who asks for what and for how long; buttons Allow and Cancel.
 *
 * Returns: (transfer full): the whole HTML document in UTF-8, as with each page here
 */
GBytes *desk_sandbox_page_new_allow        (const DeskSandboxPage         *page,
                                            const DeskSandboxPageSharing  *sharing);

/**
 * desk_sandbox_page_new_institutions:
 * @page: fields `institution`, or `action`=`cancel`
 * @institutions: (element-type DeskSandboxInstitution): in the order to show
 *
 * The institution picker.
 */
GBytes *desk_sandbox_page_new_institutions (const DeskSandboxPage         *page,
                                            GPtrArray                     *institutions);

/**
 * desk_sandbox_page_new_login:
 * @page: fields `email`, `action`=`continue`|`cancel`
 * @email: (nullable): what was typed last
 * @customers: (element-type DeskSandboxCustomer): who can log in here, for the marked sandbox note
 *
 * The institution's log-in page.
 */
GBytes *desk_sandbox_page_new_login        (const DeskSandboxPage         *page,
                                            const char                    *email,
                                            GPtrArray                     *customers);

/**
 * desk_sandbox_page_new_code:
 * @page: fields `code`, `action`=`continue`|`cancel`
 * @email: where the code was "sent" to
 * @code: the code, shown in a marked sandbox note in an element with the id `sandbox-code`
 *
 * The institution's one-time code page.
 */
GBytes *desk_sandbox_page_new_code         (const DeskSandboxPage         *page,
                                            const char                    *email,
                                            const char                    *code);

/**
 * desk_sandbox_page_new_accounts:
 * @page: fields `account` (repeated), `action`=`continue`|`cancel`
 * @customer: who logged in, and whose accounts there are
 * @selected: (array zero-terminated=1): the ids of the accounts that are ticked
 *
 * The institution's account selection page.
 */
GBytes *desk_sandbox_page_new_accounts     (const DeskSandboxPage         *page,
                                            DeskSandboxCustomer           *customer,
                                            const char *const             *selected);

/**
 * desk_sandbox_page_new_confirm:
 * @page: fields `action`=`continue`|`cancel`
 * @selected: (array zero-terminated=1): the ids of the accounts that will be shared
 *
 * The institution's last page, with the button Confirm and share.
 */
GBytes *desk_sandbox_page_new_confirm      (const DeskSandboxPage         *page,
                                            const DeskSandboxPageSharing  *sharing,
                                            DeskSandboxCustomer           *customer,
                                            const char *const             *selected);

/**
 * desk_sandbox_page_new_break_out:
 * @page: fields `action`=`cancel`
 * @login: the address of the log-in page
 *
 * The way to an institution that opens at top level only: the script goes there, and where
 * the browser forbids that there is a link to press.
 */
GBytes *desk_sandbox_page_new_break_out    (const DeskSandboxPage         *page,
                                            const char                    *login);

/**
 * desk_sandbox_page_new_opener:
 * @page: its form is posted when the window has reported; fields `action`=`cancel`
 * @login: the address of the log-in page
 *
 * The way to an institution whose log-in opens in a window of its own.
 */
GBytes *desk_sandbox_page_new_opener       (const DeskSandboxPage         *page,
                                            const char                    *login);

/**
 * desk_sandbox_page_new_popup_done:
 *
 * The last page of that window: its script reports to the page that opened it and closes.
 */
GBytes *desk_sandbox_page_new_popup_done   (const DeskSandboxPage         *page);

/**
 * desk_sandbox_page_new_outcome:
 *
 * The end of a flow, also for a session that is not valid. The page's script sends the
 * message: framed, to `window.parent` with the target `*`; not framed with a
 * `redirect_url`, it goes there with `location.replace`; otherwise it posts to its own
 * window and to the opener, and the page says that it can be closed.
 */
GBytes *desk_sandbox_page_new_outcome      (const DeskSandboxPageOutcome  *outcome);

G_END_DECLS
