/* desk-sandbox-page.h: what all pages of the sandbox controls have: a problem in place, and being busy
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "desk-sandbox-control.h"

G_BEGIN_DECLS

#define DESK_TYPE_SANDBOX_PAGE (desk_sandbox_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (DeskSandboxPage, desk_sandbox_page, DESK, SANDBOX_PAGE, AdwPreferencesPage)

/**
 * DeskSandboxPageClass:
 * @update: (nullable): shows the clock and the consents as they are now; called whenever one of them has changed
 */
struct _DeskSandboxPageClass
{
  AdwPreferencesPageClass parent_class;

  void (*update) (DeskSandboxPage *self);
};

/* Called once, before anything else; updates the page. */
void                desk_sandbox_page_set_control  (DeskSandboxPage *self,
                                                    DeskContext        *context,
                                                    DeskSandboxControl *control);
DeskContext        *desk_sandbox_page_get_context  (DeskSandboxPage *self);
DeskSandboxControl *desk_sandbox_page_get_control  (DeskSandboxPage *self);

/**
 * desk_sandbox_page_begin:
 *
 * Makes the page wait for a call: nothing can be pressed, a problem of the last call goes.
 *
 * Returns: (transfer none): to be given to the call; cancelled with the window
 */
GCancellable       *desk_sandbox_page_begin        (DeskSandboxPage *self);

/**
 * desk_sandbox_page_end:
 * @error: (nullable): what went wrong; shown in the page, what was entered stays
 * @done: what has happened, for a toast
 *
 * Returns: whether it went well and the page is still to be seen
 */
gboolean            desk_sandbox_page_end          (DeskSandboxPage *self,
                                                    const GError    *error,
                                                    const char      *done);

/* Shows a problem that needed no call. */
void                desk_sandbox_page_show_problem (DeskSandboxPage *self,
                                                    const char      *text);

/* Lets the main window read again what the sandbox has changed. */
void                desk_sandbox_page_refresh      (DeskSandboxPage *self);

/* Returns: (transfer full): "Mia Chen, Wattle Bank", of a consent in the directory */
char               *desk_sandbox_page_dup_title    (DeskSandboxPage *self,
                                                    DeskConsent     *consent);

/* Returns: (transfer full) (element-type DeskConsent): all that have not ended by the clock of the context */
GPtrArray          *desk_sandbox_page_dup_active   (DeskSandboxPage *self);

G_END_DECLS
