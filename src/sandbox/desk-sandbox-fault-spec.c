/* desk-sandbox-fault-spec.c: one fault, with its parameter and its scope
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-fault-spec.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "desk-sandbox-data-set.h"

#define API_ROOT "v1/"
#define LONGEST_DELAY (10 * 60 * 1000)
#define LARGEST_BODY (G_GUINT64_CONSTANT (4) << 30)

/* Scopes beside the data sets of consents: whether their calls read data, and whether there are paths below
 * them that are not listed. */
static const struct
{
  const char *name;
  gboolean    is_data;
  gboolean    is_open;
} areas[] = {
  { "banking", TRUE, FALSE },
  { "banking/income", TRUE, FALSE },
  { "banking/products", TRUE, TRUE },
  { "energy", TRUE, FALSE },
  { "energy/plans", TRUE, TRUE },
  { "common", TRUE, FALSE },
  { "data-freshness", TRUE, FALSE },
  { "token", FALSE, FALSE },
  { "end-users", FALSE, TRUE },
  { "institutions", FALSE, TRUE },
  { "permissions", FALSE, FALSE },
  { "auth/session", FALSE, FALSE },
  { "consent", FALSE, TRUE },
};

/* What a number may be followed by, and what it is then multiplied with. */
typedef struct
{
  const char *name;
  guint       factor;
} Unit;

static const Unit durations[] = { { "ms", 1 }, { "s", 1000 }, { "", 1 } };
static const Unit sizes[] = { { "K", 1024 }, { "M", 1024 * 1024 }, { "", 1 } };
static const Unit counts[] = { { "", 1 } };

static gboolean
is_within (const char *path,
           const char *scope)
{
  gsize length = strlen (scope);

  return g_str_has_prefix (path, scope) && (path[length] == '\0' || path[length] == '/');
}

static gboolean
reads_data (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    if (areas[i].is_data && is_within (path, areas[i].name))
      return TRUE;

  return FALSE;
}

static gboolean
is_page_origin (const char *scope)
{
  return g_str_equal (scope, "auth") || g_str_equal (scope, "bank");
}

static gboolean
is_known_scope (const DeskSandboxFault *fault,
                const char             *scope)
{
  if (fault->place == DESK_SANDBOX_FAULT_DATA && !reads_data (scope))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    if (g_str_equal (scope, areas[i].name) || (areas[i].is_open && is_within (scope, areas[i].name)))
      return TRUE;

  return desk_sandbox_data_set_find_by_path (scope) != NULL || g_str_equal (scope, "api") || is_page_origin (scope);
}

/* A data set is served at two paths if the documentation prints two. */
static gboolean
is_in_scope (const char *path,
             const char *scope)
{
  const DeskSandboxDataSet *asked = desk_sandbox_data_set_find_by_path (path);
  const DeskSandboxDataSet *meant = desk_sandbox_data_set_find_by_path (scope);

  if (asked != NULL && meant != NULL)
    return asked == meant;

  return is_within (path, scope);
}

static gboolean
read_scaled (const char  *text,
             const Unit  *units,
             guint64      minimum,
             guint64      maximum,
             guint64     *number)
{
  while (!g_str_has_suffix (text, units->name))
    units++;

  {
    g_autofree char *digits = g_strndup (text, strlen (text) - strlen (units->name));

    if (!g_ascii_string_to_unsigned (digits, 10, 0, maximum, number, NULL))
      return FALSE;
  }

  *number *= units->factor;
  return *number >= minimum && *number <= maximum;
}

static gboolean
is_media_type (const char *text)
{
  const char *slash = strchr (text, '/');

  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && strchr ("/+.-", *at) == NULL)
      return FALSE;

  return slash != NULL && slash != text && slash[1] != '\0';
}

static gboolean
read_parameter (DeskSandboxFaultSpec *self,
                const char           *text)
{
  switch (self->fault->parameter)
    {
    case DESK_SANDBOX_PARAMETER_DURATION:
      return read_scaled (text, durations, 1, LONGEST_DELAY, &self->number);

    case DESK_SANDBOX_PARAMETER_NTH:
      return read_scaled (text, counts, 1, G_MAXUINT32, &self->number);

    case DESK_SANDBOX_PARAMETER_BYTES:
      return read_scaled (text, sizes, 1, LARGEST_BODY, &self->number);

    case DESK_SANDBOX_PARAMETER_STATUS:
      return read_scaled (text, counts, 400, 599, &self->number);

    case DESK_SANDBOX_PARAMETER_MEDIA_TYPE:
      self->text = g_strdup (text);
      return is_media_type (text);

    case DESK_SANDBOX_PARAMETER_LOOKALIKE:
      self->text = g_strdup (text);
      return g_str_equal (text, "host") || g_str_equal (text, "path");

    case DESK_SANDBOX_PARAMETER_NONE:
    default:
      return FALSE;
    }
}

static const char *
get_parameter_words (DeskSandboxFaultParameter parameter)
{
  switch (parameter)
    {
    case DESK_SANDBOX_PARAMETER_DURATION:
      return _("a time up to ten minutes, such as 300ms or 2s");

    case DESK_SANDBOX_PARAMETER_NTH:
      return _("a whole number from 1: it acts at every call that this divides");

    case DESK_SANDBOX_PARAMETER_BYTES:
      return _("a number of bytes up to 4096M, such as 4096, 64K or 100M");

    case DESK_SANDBOX_PARAMETER_STATUS:
      return _("an HTTP status from 400 to 599");

    case DESK_SANDBOX_PARAMETER_MEDIA_TYPE:
      return _("a content type such as text/html");

    case DESK_SANDBOX_PARAMETER_LOOKALIKE:
      return _("host or path");

    case DESK_SANDBOX_PARAMETER_NONE:
    default:
      return _("no parameter");
    }
}

static gboolean
take_parameter (DeskSandboxFaultSpec  *self,
                const char            *text,
                GError               **error)
{
  if (text == NULL && self->fault->fallback == NULL)
    return TRUE;

  if (read_parameter (self, text != NULL ? text : self->fault->fallback))
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               /* Translators: the name of a fault, what it takes ("an HTTP status from 400 to 599"), and what was given */
               _("The fault “%s” takes %s, not “%s”."), self->fault->name,
               get_parameter_words (self->fault->parameter), text);
  return FALSE;
}

static gboolean
take_scope (DeskSandboxFaultSpec  *self,
            const char            *text,
            GError               **error)
{
  DeskSandboxFaultPlace place = self->fault->place;

  if (text == NULL)
    return TRUE;

  if (place != DESK_SANDBOX_FAULT_NETWORK && place != DESK_SANDBOX_FAULT_DATA)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("The fault “%s” has no place to choose after “@”."), self->fault->name);
      return FALSE;
    }

  if (!is_known_scope (self->fault, text))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("The fault “%s” cannot act at “%s”. Name a path of the API, such as banking/transactions."),
                   self->fault->name, text);
      return FALSE;
    }

  self->scope = g_strdup (text);
  return TRUE;
}

DeskSandboxFaultSpec *
desk_sandbox_fault_spec_parse (const char  *text,
                               GError     **error)
{
  g_autoptr(DeskSandboxFaultSpec) self = g_new0 (DeskSandboxFaultSpec, 1);
  g_auto (GStrv) halves = NULL;
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  halves = g_strsplit (text, "@", 2);
  parts = g_strsplit (halves[0] != NULL ? halves[0] : "", ":", 2);
  self->fault = desk_sandbox_fault_find (parts[0] != NULL ? parts[0] : "");
  if (self->fault == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("There is no fault “%s”. GET /sandbox/faults lists them."), parts[0] != NULL ? parts[0] : "");
      return NULL;
    }

  if (!take_parameter (self, parts[1], error) || !take_scope (self, halves[1], error))
    return NULL;

  return g_steal_pointer (&self);
}

void
desk_sandbox_fault_spec_free (DeskSandboxFaultSpec *self)
{
  g_free (self->text);
  g_free (self->scope);
  g_free (self);
}

gboolean
desk_sandbox_fault_spec_reaches (const DeskSandboxFaultSpec *self,
                                 const char                 *origin,
                                 const char                 *path)
{
  if (!g_str_equal (origin, "api"))
    return g_strcmp0 (self->scope, origin) == 0;

  if (!g_str_has_prefix (path, API_ROOT))
    return FALSE;

  path += strlen (API_ROOT);
  if (self->fault->place == DESK_SANDBOX_FAULT_DATA && !reads_data (path))
    return FALSE;

  if (self->scope == NULL)
    return !g_str_equal (path, "token");

  return !is_page_origin (self->scope) && (g_str_equal (self->scope, "api") || is_in_scope (path, self->scope));
}

gboolean
desk_sandbox_fault_spec_strikes (DeskSandboxFaultSpec *self)
{
  self->n_calls++;
  return self->number == 0 || self->n_calls % self->number == 0;
}
