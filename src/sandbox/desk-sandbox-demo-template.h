/* desk-sandbox-demo-template.h: the records of the demo customers that are fixed but for a few values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-customer.h"
#include "desk-sandbox-demo-persona.h"

G_BEGIN_DECLS

/**
 * desk_sandbox_demo_make_id:
 * @what: what the id is for: `everyday`
 *
 * Returns: (transfer full): an id that follows from @seed and belongs to @persona
 */
char *desk_sandbox_demo_make_id        (const DeskSandboxPersona *persona,
                                        guint64                   seed,
                                        const char               *what);

/**
 * desk_sandbox_demo_load_template:
 * @name: the file `demo/NAME.json`, which is there
 *
 * Returns: (transfer full): what it holds, as compact JSON
 */
char *desk_sandbox_demo_load_template  (const char               *name);

/**
 * desk_sandbox_demo_fill_template:
 * @name: the template `demo/KEY-NAME.json` of @persona, or else `demo/NAME.json`
 * @...: pairs of a placeholder's name and its text, then %NULL. `{{name}}` in the
 *   template becomes the text, and after them the persona's own details
 *
 * Returns: (transfer full): the record as compact JSON
 */
char *desk_sandbox_demo_fill_template  (const DeskSandboxPersona *persona,
                                        const char               *name,
                                        ...) G_GNUC_NULL_TERMINATED;

/**
 * desk_sandbox_demo_has_own_template:
 *
 * Returns: whether there is a template `demo/KEY-NAME.json`
 */
gboolean desk_sandbox_demo_has_own_template (const DeskSandboxPersona *persona,
                                             const char               *name);

/**
 * desk_sandbox_demo_has_template:
 *
 * Returns: whether there is a template `demo/KEY-NAME.json`, or a common one that is about @persona
 */
gboolean desk_sandbox_demo_has_template (const DeskSandboxPersona *persona,
                                         const char               *name);

/**
 * desk_sandbox_demo_fill_texts:
 * @texts: (nullable) (element-type utf8 utf8): texts by the name of their placeholder
 *
 * Returns: (transfer full): @json with the places that are left filled from @texts
 */
char *desk_sandbox_demo_fill_texts     (const char               *json,
                                        GHashTable               *texts);

/**
 * desk_sandbox_demo_add_record:
 *
 * Adds a record that the sandbox made itself: that it cannot be served is a
 * mistake of the program.
 */
void  desk_sandbox_demo_add_record     (DeskSandboxCustomer      *customer,
                                        const char               *data_set,
                                        const char               *json);

/**
 * desk_sandbox_demo_new_customer:
 *
 * Returns: (transfer full): @persona as a customer of an institution, without any records
 */
DeskSandboxCustomer *desk_sandbox_demo_new_customer (const DeskSandboxPersona *persona,
                                                     const char               *institution_id,
                                                     const char               *industry);

/**
 * desk_sandbox_demo_add_identity:
 *
 * Adds who @persona is: a person, or an organisation if the row names a business.
 */
void                 desk_sandbox_demo_add_identity (DeskSandboxCustomer      *customer,
                                                     const DeskSandboxPersona *persona);

G_END_DECLS
