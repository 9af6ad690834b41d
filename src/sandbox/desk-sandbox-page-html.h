/* desk-sandbox-page-html.h: HTML from text that is not trusted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-institution.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_html_append:
 * @format: markup of our own with `%s` for text; it has no other conversions
 * @...: the texts, each escaped for an element's content and a quoted attribute;
 *   what is not UTF-8 becomes U+FFFD, %NULL is empty
 *
 * The only way by which text from outside gets into a page.
 */
void desk_sandbox_html_append      (GString    *html,
                                    const char *format,
                                    ...) G_GNUC_PRINTF (2, 3);

/**
 * desk_sandbox_html_append_tile:
 * @name: whose tile it is; its first letter is shown
 * @colour: (nullable): `#rrggbb`; anything else is shown in the product's colour
 *
 * Appends the square with an initial that stands for a brand.
 */
void desk_sandbox_html_append_tile (GString    *html,
                                    const char *name,
                                    const char *colour);

/**
 * desk_sandbox_html_get_colour:
 * @colour: (nullable): text that should be a colour
 *
 * Returns: @colour if it is `#rrggbb`, which is safe in a style sheet, else the product's colour
 */
const char *desk_sandbox_html_get_colour (const char *colour);

/**
 * desk_sandbox_html_append_icon:
 *
 * Appends the drawn icon of @institution, or a tile with its first letter.
 */
void        desk_sandbox_html_append_icon  (GString                      *html,
                                            const DeskSandboxInstitution *institution);

G_END_DECLS
