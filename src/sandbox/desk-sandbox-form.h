/* desk-sandbox-form.h: names and values, as in a query or a posted form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskSandboxForm:
 *
 * Decoded names and values in the order received; a name may occur more than once.
 */
typedef struct _DeskSandboxForm DeskSandboxForm;

/**
 * desk_sandbox_form_new:
 * @text: (nullable) (array length=length): an `application/x-www-form-urlencoded` text
 *
 * What cannot be decoded is left out.
 *
 * Returns: (transfer full): the names and values of @text
 */
DeskSandboxForm   *desk_sandbox_form_new     (const char            *text,
                                              gsize                  length);
void               desk_sandbox_form_free    (DeskSandboxForm       *self);

/**
 * desk_sandbox_form_get:
 *
 * Returns: (nullable): the first value of @name, or %NULL if it is not there
 */
const char        *desk_sandbox_form_get     (const DeskSandboxForm *self,
                                              const char            *name);

/**
 * desk_sandbox_form_get_given:
 *
 * Returns: (nullable): the first value of @name, or %NULL if it is not there or empty
 */
const char        *desk_sandbox_form_get_given (const DeskSandboxForm *self,
                                                const char            *name);

/**
 * desk_sandbox_form_get_all:
 *
 * Returns: (transfer container): every value of @name, %NULL-terminated; free the array only
 */
const char       **desk_sandbox_form_get_all (const DeskSandboxForm *self,
                                              const char            *name);

/**
 * desk_sandbox_form_dup_without:
 * @prefix: names that start with it are left out
 *
 * Returns: (transfer full): the rest, encoded again
 */
char              *desk_sandbox_form_dup_without (const DeskSandboxForm *self,
                                                  const char            *prefix);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSandboxForm, desk_sandbox_form_free)

G_END_DECLS
