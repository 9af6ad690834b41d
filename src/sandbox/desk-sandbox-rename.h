/* desk-sandbox-rename.h: from the names of the standards to those of the Fiskil Data API
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-json.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_rename_key:
 * @key: a member's name in camelCase
 *
 * Returns: (transfer full): the name in snake_case, with the exceptions that Fiskil makes (CDS,
 *   "Fiskil Data API against CDS"); a holder's own name, with a hyphen, stays as it is
 */
char *desk_sandbox_rename_key   (const char    *key);

/**
 * desk_sandbox_rename_append:
 * @value: any JSON value
 *
 * Appends @value to @text with every member renamed and every number and string as it was,
 * byte for byte. In a controlled load `singleRate` and `timeOfUseRates` keep their names.
 */
void  desk_sandbox_rename_append (GString       *text,
                                  DeskJsonSlice  value);

G_END_DECLS
