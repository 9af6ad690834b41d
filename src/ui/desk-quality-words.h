/* desk-quality-words.h: findings in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-presentation.h"
#include "desk-quality-finding.h"

G_BEGIN_DECLS

/* Returns: (transfer full): the heading under which the finding stands: its data set, or that it tells of changes */
char *desk_quality_words_heading (DeskQualityFinding *finding);

/* Returns: (transfer full): "12 times" */
char *desk_quality_words_count   (guint               count);

/* Returns: (transfer full) (nullable): the example as it may be shown */
char *desk_quality_words_example (DeskQualityFinding *finding,
                                  DeskPresentation   *presentation);

/* Returns: (transfer full): all of a finding as lines of text */
char *desk_quality_words_finding (DeskQualityFinding *finding,
                                  DeskPresentation   *presentation);

/**
 * desk_quality_words_flawless:
 * @resources: (element-type DeskResource)
 *
 * Returns: (transfer full): which data sets fit the standard, in a sentence; "" if there are none
 */
char *desk_quality_words_flawless (GPtrArray         *resources);

G_END_DECLS
