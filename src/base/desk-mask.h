/* desk-mask.h: stands in for what an audience must not read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _DeskMask DeskMask;

/**
 * desk_mask_new:
 *
 * A mask with a random key of its own, which never leaves it: what stands for a word today says nothing about tomorrow.
 *
 * Returns: (transfer full)
 */
DeskMask *desk_mask_new        (void);
DeskMask *desk_mask_ref        (DeskMask       *self);
void      desk_mask_unref      (DeskMask       *self);

/**
 * desk_mask_text:
 * @text: UTF-8
 *
 * Made-up words of the same length: letters for letters, digits for digits, everything else as it stands. A word is
 * always replaced by the same one, whatever its case and wherever it stands, so that a name can be followed from page to page.
 *
 * Returns: (transfer full): as many characters as @text, in ASCII but for what was no letter and no digit
 */
char     *desk_mask_text       (const DeskMask *self,
                                const char     *text);

/**
 * desk_mask_number:
 * @text: an amount or an account number; may hold signs, points, blanks, and x or * for digits that were never sent
 *
 * Other digits for the digits; a number does not begin with 0 that did not before. The same text gives the same number.
 *
 * Returns: (transfer full): as many characters as @text
 */
char     *desk_mask_number     (const DeskMask *self,
                                const char     *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskMask, desk_mask_unref)

G_END_DECLS
