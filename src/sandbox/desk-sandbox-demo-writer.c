/* desk-sandbox-demo-writer.c: compact JSON with exact numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-demo-writer.h"

void
desk_sandbox_demo_writer_init (DeskSandboxDemoWriter *self)
{
  self->text = g_string_new (NULL);
  self->needs_comma = FALSE;
}

char *
desk_sandbox_demo_writer_finish (DeskSandboxDemoWriter *self)
{
  self->needs_comma = FALSE;
  return g_string_free (g_steal_pointer (&self->text), FALSE);
}

static void
append_string (GString    *text,
               const char *value)
{
  g_string_append_c (text, '"');
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (text, '\\');
      if ((guchar) *p < ' ')
        g_string_append_printf (text, "\\u%04x", (guint) *p);
      else
        g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

static void
begin_value (DeskSandboxDemoWriter *self,
             const char            *name)
{
  if (self->needs_comma)
    g_string_append_c (self->text, ',');
  self->needs_comma = TRUE;

  if (name != NULL)
    {
      append_string (self->text, name);
      g_string_append_c (self->text, ':');
    }
}

void
desk_sandbox_demo_writer_open (DeskSandboxDemoWriter *self,
                               const char            *name,
                               char                   bracket)
{
  begin_value (self, name);
  g_string_append_c (self->text, bracket);
  self->needs_comma = FALSE;
}

void
desk_sandbox_demo_writer_close (DeskSandboxDemoWriter *self,
                                char                   bracket)
{
  g_string_append_c (self->text, bracket);
  self->needs_comma = TRUE;
}

void
desk_sandbox_demo_writer_add_string (DeskSandboxDemoWriter *self,
                                     const char            *name,
                                     const char            *value)
{
  if (value == NULL)
    return;

  begin_value (self, name);
  append_string (self->text, value);
}

void
desk_sandbox_demo_writer_add_boolean (DeskSandboxDemoWriter *self,
                                      const char            *name,
                                      gboolean               value)
{
  begin_value (self, name);
  g_string_append (self->text, value ? "true" : "false");
}

void
desk_sandbox_demo_writer_add_integer (DeskSandboxDemoWriter *self,
                                      const char            *name,
                                      gint64                 value)
{
  begin_value (self, name);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

char *
desk_sandbox_demo_format_amount (gint64 cents)
{
  gint64 absolute = ABS (cents);

  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%02d",
                          cents < 0 ? "-" : "", absolute / 100, (int) (absolute % 100));
}

void
desk_sandbox_demo_writer_add_amount (DeskSandboxDemoWriter *self,
                                     const char            *name,
                                     gint64                 cents)
{
  g_autofree char *amount = desk_sandbox_demo_format_amount (cents);

  desk_sandbox_demo_writer_add_string (self, name, amount);
}

void
desk_sandbox_demo_writer_add_kwh (DeskSandboxDemoWriter *self,
                                  const char            *name,
                                  gint64                 watt_hours)
{
  gint64 absolute = ABS (watt_hours);

  begin_value (self, name);
  g_string_append_printf (self->text, "%s%" G_GINT64_FORMAT ".%03d",
                          watt_hours < 0 ? "-" : "", absolute / 1000, (int) (absolute % 1000));
}
