/* desk-link-report.h: a link attempt as text, for a support request
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-link-attempt.h"

G_BEGIN_DECLS

/**
 * desk_link_report_new:
 * @timeline: one line a step
 *
 * Returns: (transfer full): the ids that support asks for and @timeline; not yet redacted
 */
char *desk_link_report_new (DeskLinkAttempt *attempt,
                            const char      *timeline);

G_END_DECLS
