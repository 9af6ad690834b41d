/* desk-sandbox-demo-writer.h: compact JSON with exact numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskSandboxDemoWriter:
 *
 * Writes one JSON value. Amounts and energy go out digit for digit from whole
 * numbers, which a writer of doubles cannot promise. The fields are private.
 */
typedef struct
{
  /*< private >*/
  GString  *text;
  gboolean  needs_comma;
} DeskSandboxDemoWriter;

void  desk_sandbox_demo_writer_init        (DeskSandboxDemoWriter *self);

/**
 * desk_sandbox_demo_writer_finish:
 *
 * Returns: (transfer full): the JSON text; the writer is empty afterwards
 */
char *desk_sandbox_demo_writer_finish      (DeskSandboxDemoWriter *self);

/* @name is the member's name, or %NULL in an array and at the root. */
void  desk_sandbox_demo_writer_open        (DeskSandboxDemoWriter *self,
                                            const char            *name,
                                            char                   bracket);
void  desk_sandbox_demo_writer_close       (DeskSandboxDemoWriter *self,
                                            char                   bracket);

/**
 * desk_sandbox_demo_writer_add_string:
 * @value: (nullable): text; nothing is written for %NULL
 */
void  desk_sandbox_demo_writer_add_string  (DeskSandboxDemoWriter *self,
                                            const char            *name,
                                            const char            *value);
void  desk_sandbox_demo_writer_add_boolean (DeskSandboxDemoWriter *self,
                                            const char            *name,
                                            gboolean               value);
void  desk_sandbox_demo_writer_add_integer (DeskSandboxDemoWriter *self,
                                            const char            *name,
                                            gint64                 value);

/**
 * desk_sandbox_demo_writer_add_amount:
 * @cents: written as a string with two decimals: `"-155.00"`
 */
void  desk_sandbox_demo_writer_add_amount  (DeskSandboxDemoWriter *self,
                                            const char            *name,
                                            gint64                 cents);

/**
 * desk_sandbox_demo_writer_add_kwh:
 * @watt_hours: written as a number of kilowatt hours with three decimals: `1.500`, `-0.042`
 */
void  desk_sandbox_demo_writer_add_kwh     (DeskSandboxDemoWriter *self,
                                            const char            *name,
                                            gint64                 watt_hours);

/**
 * desk_sandbox_demo_format_amount:
 *
 * Returns: (transfer full): @cents with two decimals: `-155.00`
 */
char *desk_sandbox_demo_format_amount      (gint64                 cents);

G_END_DECLS
