/* desk-name-search.h: finds end users and consents by their names alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-directory.h"

G_BEGIN_DECLS

/* How many end users are found at most, and how many consents. */
#define DESK_NAME_SEARCH_LIMIT 10

/**
 * DeskNameHit:
 * @is_consent: whether it is a consent, else an end user
 * @id: (owned): of the end user or the consent; it stays in the program
 * @handle: (owned): stands for it outside: the same one each time, and the id cannot be read from it
 * @name: (owned): plain text: of the end user, or of the institution that the consent is with
 * @description: (owned) (nullable): plain text: the name of the end user whose consent it is
 */
typedef struct
{
  gboolean  is_consent;
  char     *id;
  char     *handle;
  char     *name;
  char     *description;
} DeskNameHit;

/**
 * desk_name_search_find:
 * @terms: what was typed, a word or several each
 *
 * Each word has to begin a word of the name, whatever its case and its accents (see g_str_match_string()). Nobody is
 * found by an e-mail address, a phone number or an id, and a consent that has ended is not found.
 *
 * Returns: (transfer full) (element-type DeskNameHit): end users first, each in the order of the directory; nothing if
 *   there is no word in @terms
 */
GPtrArray *desk_name_search_find    (DeskDirectory     *directory,
                                     const char *const *terms);

/**
 * desk_name_search_look_up:
 * @handles: of hits; those that stand for nothing that is listed now are left out
 *
 * Returns: (transfer full) (element-type DeskNameHit): in the order of @handles
 */
GPtrArray *desk_name_search_look_up (DeskDirectory     *directory,
                                     const char *const *handles);

G_END_DECLS
