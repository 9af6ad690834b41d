/* desk-cli-get.c: the command that fetches a data set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "desk-api-fetch.h"
#include "desk-cli-command.h"
#include "desk-cli-records.h"

static gboolean
is_known_filter (const DeskResource *resource,
                 const char         *name)
{
  return g_strv_contains (resource->filters, name) || g_str_equal (name, "page[size]");
}

static gboolean
check_filters (const DeskResource  *resource,
               const char *const   *filters,
               GError             **error)
{
  for (guint i = 0; filters != NULL && filters[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (filters[i], "=", 2);
      g_autofree char *choice = NULL;

      if (g_strv_length (parts) == 2 && is_known_filter (resource, parts[0]))
        continue;

      choice = g_strjoinv (", ", (char **) resource->filters);
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("“%s” is no filter of %s. Give NAME=VALUE, where NAME is one of: page[size], %s."),
                   filters[i], resource->name, choice);
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_number (const DeskField *field)
{
  switch (field->type)
    {
    case DESK_FIELD_TYPE_AMOUNT:
    case DESK_FIELD_TYPE_RATE:
    case DESK_FIELD_TYPE_INTEGER:
    case DESK_FIELD_TYPE_NUMBER:
    case DESK_FIELD_TYPE_ENERGY:
      return TRUE;
    case DESK_FIELD_TYPE_TEXT:
    case DESK_FIELD_TYPE_ID:
    case DESK_FIELD_TYPE_MASKED_NUMBER:
    case DESK_FIELD_TYPE_URI:
    case DESK_FIELD_TYPE_CURRENCY:
    case DESK_FIELD_TYPE_DATE:
    case DESK_FIELD_TYPE_INSTANT:
    case DESK_FIELD_TYPE_TIME_OF_DAY:
    case DESK_FIELD_TYPE_DURATION:
    case DESK_FIELD_TYPE_ENUM:
    case DESK_FIELD_TYPE_UNION_TAG:
    case DESK_FIELD_TYPE_BOOLEAN:
    case DESK_FIELD_TYPE_OBJECT:
    default:
      return FALSE;
    }
}

typedef struct
{
  GArray    *columns; /* (element-type DeskCliColumn) */
  GPtrArray *paths;   /* (element-type utf8): what the columns point to */
} Columns;

static void
add_column (const char      *path,
            const DeskField *field,
            gpointer         user_data)
{
  Columns *self = user_data;
  DeskCliColumn column = { .title = _(field->label), .is_number = is_number (field) };

  if ((field->flags & DESK_FIELD_LISTED) == 0)
    return;

  column.path = g_strdup (path);
  g_ptr_array_add (self->paths, (gpointer) column.path);
  g_array_append_val (self->columns, column);
}

static gboolean
print_pages (DeskApiFetch    *fetch,
             DeskCliRecords  *records,
             GError         **error)
{
  while (TRUE)
    {
      GAsyncResult *slot = NULL;
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(DeskJsonPage) page = NULL;
      g_autoptr(GError) local_error = NULL;
      gboolean is_restarted = FALSE;

      desk_api_fetch_next_async (fetch, NULL, desk_cli_call_keep, &slot);
      result = desk_cli_call_wait (&slot);
      page = desk_api_fetch_next_finish (fetch, result, &is_restarted, &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }

      if (page == NULL)
        break;

      if (is_restarted)
        desk_cli_records_restart (records);

      desk_cli_records_add_page (records, page);
      if (ferror (stdout))
        break;
    }

  desk_cli_records_end (records);

  return TRUE;
}

static gboolean
get (DeskCliCall  *call,
     GError      **error)
{
  const DeskResource *resource = desk_cli_call_find_resource (call->argument, error);
  const char *const *filters = desk_cli_call_get_options (call, "filter");
  g_autoptr(GArray) columns = g_array_new (FALSE, FALSE, sizeof (DeskCliColumn));
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(DeskEndUser) end_user = NULL;
  g_autoptr(DeskCliRecords) records = NULL;
  g_autoptr(DeskApiFetch) fetch = NULL;
  Columns listed = { columns, paths };

  if (resource == NULL || !check_filters (resource, filters, error))
    return FALSE;

  end_user = desk_cli_call_find_end_user (call, error);
  if (end_user == NULL)
    return FALSE;

  desk_resource_foreach_field (resource, add_column, &listed);
  records = desk_cli_records_new (call->as_json, (const DeskCliColumn *) columns->data, columns->len);
  fetch = desk_api_fetch_new (desk_context_get_client (call->context), resource,
                              desk_cli_call_get_option (call, "user"), filters);

  return print_pages (fetch, records, error);
}

const DeskCliCommand desk_cli_get_commands[] = {
  { "get", NULL, N_("DATA-SET"), N_("Fetch a data set of an end user, record by record as received"),
    "get banking.transactions --user eu_2yRHN2ag2y4p8kCtm5DOeccZEXB --filter status=PENDING",
    { { "user", N_("ID"), N_("The end user"), TRUE },
      { "filter", N_("NAME=VALUE"), N_("Only these records; may be repeated"), FALSE } }, FALSE, get },
  { NULL },
};
