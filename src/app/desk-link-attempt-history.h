/* desk-link-attempt-history.h: what a link attempt leaves behind
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-link-attempt.h"

G_BEGIN_DECLS

/* Keeps what is to be known of the attempt, which is over now, in the context's history. */
void _desk_link_attempt_remember (DeskLinkAttempt *self);

G_END_DECLS
