/* desk-notifier.h: shows notices about consents on the desktop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-consent-notices.h"
#include "desk-environment.h"

G_BEGIN_DECLS

#define DESK_TYPE_NOTIFIER (desk_notifier_get_type ())
G_DECLARE_FINAL_TYPE (DeskNotifier, desk_notifier, DESK, NOTIFIER, GObject)

/**
 * desk_notifier_new:
 * @application: shows the notifications; a click on one activates its action `app.show-consent` (s: consent id),
 *   unless its end user is gone, the button of one about a consent that expires `app.renew-consent` (s: consent id)
 * @environment: whose consents they are about
 *
 * Of each consent there is one notification at most: a later one takes the place of the one before, and one that is
 * moot is withdrawn. Those of the built-in sandbox stay when the notifier goes, as a click starts the application again.
 * Those of another environment go with it: the desktop may keep them on the disk, and a start does not open it.
 */
DeskNotifier *desk_notifier_new         (GApplication       *application,
                                         DeskEnvironment    *environment);

/* @notices: (nullable): what to follow from now on */
void          desk_notifier_set_notices (DeskNotifier       *self,
                                         DeskConsentNotices *notices);

G_END_DECLS
