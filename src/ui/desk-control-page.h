/* desk-control-page.h: what all pages of the sandbox controls have: a problem in place, and being busy
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "desk-sandbox-control.h"

G_BEGIN_DECLS

#define DESK_TYPE_CONTROL_PAGE (desk_control_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (DeskControlPage, desk_control_page, DESK, CONTROL_PAGE, AdwPreferencesPage)

/**
 * DeskControlPageClass:
 * @update: (nullable): shows the clock and the consents as they are now; called whenever one of them has changed
 */
struct _DeskControlPageClass
{
  AdwPreferencesPageClass parent_class;

  void (*update) (DeskControlPage *self);
};

/* Called once, before anything else; updates the page. */
void                desk_control_page_set_control  (DeskControlPage *self,
                                                    DeskContext        *context,
                                                    DeskSandboxControl *control);
DeskContext        *desk_control_page_get_context  (DeskControlPage *self);
DeskSandboxControl *desk_control_page_get_control  (DeskControlPage *self);

/**
 * desk_control_page_begin:
 *
 * Makes the page wait for a call: nothing can be pressed, a problem of the last call goes.
 *
 * Returns: (transfer none): to be given to the call; cancelled with the window
 */
GCancellable       *desk_control_page_begin        (DeskControlPage *self);

/**
 * desk_control_page_end:
 * @error: (nullable): what went wrong; shown in the page, what was entered stays
 * @done: what has happened, for a toast
 *
 * Returns: whether it went well and the page is still to be seen
 */
gboolean            desk_control_page_end          (DeskControlPage *self,
                                                    const GError    *error,
                                                    const char      *done);

/* Shows a problem that needed no call. */
void                desk_control_page_show_problem (DeskControlPage *self,
                                                    const char      *text);

/* Lets the main window read again what the sandbox has changed. */
void                desk_control_page_refresh      (DeskControlPage *self);

/* Returns: (transfer full): "Mia Chen, Wattle Bank", of a consent in the directory */
char               *desk_control_page_dup_title    (DeskControlPage *self,
                                                    DeskConsent     *consent);

/* Returns: (transfer full) (element-type DeskConsent): all that have not ended by the clock of the context */
GPtrArray          *desk_control_page_dup_active   (DeskControlPage *self);

G_END_DECLS
