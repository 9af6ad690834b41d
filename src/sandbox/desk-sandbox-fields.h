/* desk-sandbox-fields.h: the fields of one object of a persona file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-json.h"

G_BEGIN_DECLS

/**
 * DeskSandboxFields:
 * @object: the object
 * @owner: (not owned): the persona that it belongs to, for error texts
 * @strings: (not owned): where texts are kept
 * @error: (not owned): where the first thing that is wrong is told
 *
 * Reading goes on after an error, so that a reader need not look at each field: it looks
 * at @error once, at the end. Lives on the stack.
 */
typedef struct
{
  DeskJsonSlice   object;
  const char     *owner;
  GStringChunk   *strings;
  GError        **error;
} DeskSandboxFields;

/**
 * desk_sandbox_fields_fail:
 *
 * Says that the field @name is missing or cannot be read.
 */
void           desk_sandbox_fields_fail         (const DeskSandboxFields *self,
                                              const char           *name);

/**
 * desk_sandbox_fields_get_object:
 *
 * Returns: the object or the element @object as a row with the same owner
 */
DeskSandboxFields desk_sandbox_fields_get_object   (const DeskSandboxFields *self,
                                              DeskJsonSlice         object);

/**
 * desk_sandbox_fields_get_text:
 *
 * Returns: (nullable): the text of @name, or %NULL if it is null or absent
 */
const char    *desk_sandbox_fields_get_text     (const DeskSandboxFields *self,
                                              const char           *name);

/**
 * desk_sandbox_fields_need_text:
 *
 * Returns: the text of @name; "" and an error if there is none
 */
const char    *desk_sandbox_fields_need_text    (const DeskSandboxFields *self,
                                              const char           *name);

/**
 * desk_sandbox_fields_get_number:
 *
 * Returns: the whole number @name, @fallback if it is absent; an error if it is
 *   not between 0 and a million
 */
int            desk_sandbox_fields_get_number   (const DeskSandboxFields *self,
                                              const char           *name,
                                              int                   fallback);

/**
 * desk_sandbox_fields_get_cents:
 *
 * Returns: the amount @name, a text such as "-42.50", in cents; @fallback if it is
 *   absent; an error if it is no amount or above ten million
 */
int            desk_sandbox_fields_get_cents    (const DeskSandboxFields *self,
                                              const char           *name,
                                              int                   fallback);

/**
 * desk_sandbox_fields_get_choice:
 * @choices: (array length=n_choices): what may stand there
 *
 * Returns: the position of the text of @name in @choices, @fallback if it is absent; an
 *   error if it is none of them
 */
int            desk_sandbox_fields_get_choice   (const DeskSandboxFields *self,
                                              const char           *name,
                                              const char *const    *choices,
                                              guint                 n_choices,
                                              int                   fallback);

/**
 * desk_sandbox_fields_dup_texts:
 * @name: the name of an object of texts, or %NULL for the row itself
 *
 * Returns: (transfer full) (element-type utf8 utf8): its texts by name, escaped as they stand in JSON
 */
GHashTable    *desk_sandbox_fields_dup_texts    (const DeskSandboxFields *self,
                                              const char           *name);

G_END_DECLS
