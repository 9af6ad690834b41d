/* desk-window.h: the main window: whom, what they share, the data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "desk-context.h"
#include "desk-environment-book.h"

G_BEGIN_DECLS

#define DESK_TYPE_WINDOW (desk_window_get_type ())
G_DECLARE_FINAL_TYPE (DeskWindow, desk_window, DESK, WINDOW, AdwApplicationWindow)

/**
 * desk_window_new:
 * @context: opened by the window, which shows how that goes and offers to try again
 *
 * Actions: `win.select-end-user` (s: id), `win.show-resource` (s: name in the catalogue), `win.link-account`,
 * `win.link-institution` (s: institution id), `win.new-end-user`, `win.edit-end-user`, `win.delete-end-user`,
 * `win.copy-end-user-id`, `win.refresh`, `win.search`, `win.search-end-users`, `win.find-end-users` (s: text),
 * `win.renew-consent` (s: id), `win.edit-environment`, `win.go-back`.
 */
GtkWidget   *desk_window_new          (GtkApplication *application,
                                       DeskContext    *context);
DeskContext *desk_window_get_context  (DeskWindow     *self);

/* Lets other environments be chosen in the window. */
void         desk_window_set_book     (DeskWindow          *self,
                                       DeskEnvironmentBook *book);

/**
 * desk_window_show_consent:
 * @consent_id: of one that is listed, else the list is read again first; a toast says if it is not there either
 *
 * Chooses its end user and opens the window of the consent.
 */
void         desk_window_show_consent (DeskWindow     *self,
                                       const char     *consent_id);

/**
 * desk_window_request:
 * @action: `win.…`
 * @target: (nullable): floating or not
 *
 * Activates the action as soon as end users and consents are read: at once, unless the window has just come up. If a dialog asks
 * something then, that is presented instead: it is to be answered first.
 */
void         desk_window_request      (DeskWindow     *self,
                                       const char     *action,
                                       GVariant       *target);

/* Returns: (transfer none) (nullable) */
DeskEndUser *desk_window_get_end_user (DeskWindow     *self);

/* Whether data are being fetched; property `busy` notifies. */
gboolean     desk_window_get_busy     (DeskWindow     *self);

G_END_DECLS
