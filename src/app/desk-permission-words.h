/* desk-permission-words.h: what a permission means, for people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * desk_permission_get_words:
 * @permission: as consents list it (fiskil-api.md 6): "transactions"
 *
 * Returns: (transfer none): a short phrase in the user's language; an unknown permission is returned as it is
 */
const char *desk_permission_get_words (const char *permission);

G_END_DECLS
