/* desk-quality-text.h: whether a text is what its field must hold
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-field.h"
#include "desk-quality-rule.h"

G_BEGIN_DECLS

/**
 * desk_quality_text_check:
 * @field: of any type that is written as a text
 * @rule: (out): which rule it breaks
 *
 * Returns: whether @text breaks one
 */
gboolean desk_quality_text_check   (const DeskField *field,
                                    const char      *text,
                                    DeskQualityRule *rule);

/* As that, for the received text of a JSON number. */
gboolean desk_quality_number_check (const DeskField *field,
                                    const char      *text,
                                    DeskQualityRule *rule);

G_END_DECLS
