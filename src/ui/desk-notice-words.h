/* desk-notice-words.h: a notice about a consent, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-consent-notice.h"

G_BEGIN_DECLS

/* Each returns: (transfer full): plain text that names the institution at most, and never the end user: a notification
 * is seen by whoever looks at the screen. The body holds no text from outside: some desktops take it for markup. */
char *desk_notice_dup_title (DeskConsentNotice *notice);
char *desk_notice_dup_body  (DeskConsentNotice *notice);

G_END_DECLS
