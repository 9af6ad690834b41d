/* desk-presentation.h: whether an audience looks on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-directory.h"
#include "desk-store.h"

G_BEGIN_DECLS

#define DESK_TYPE_PRESENTATION (desk_presentation_get_type ())
G_DECLARE_FINAL_TYPE (DeskPresentation, desk_presentation, DESK, PRESENTATION, GObject)

/**
 * desk_presentation_new:
 *
 * While `active` is %TRUE, made-up words and digits of the same length stand for the names, account numbers, e-mail
 * addresses and amounts of end users. They stay the same as long as this object lives. What is stored, searched, judged
 * and exported is what was received.
 */
DeskPresentation *desk_presentation_new        (void);

/**
 * desk_presentation_set_source:
 * @store: (nullable): whose records are masked
 * @directory: (nullable): whose end users are masked, those that come later too
 */
void              desk_presentation_set_source (DeskPresentation *self,
                                                DeskStore        *store,
                                                DeskDirectory    *directory);
gboolean          desk_presentation_get_active (DeskPresentation *self);
void              desk_presentation_set_active (DeskPresentation *self,
                                                gboolean          active);

/**
 * desk_presentation_dup_text:
 *
 * Returns: (transfer full): @text, or what stands for it
 */
char             *desk_presentation_dup_text   (DeskPresentation *self,
                                                const char       *text);

G_END_DECLS
