/* desk-rows-column.c: what a column of a list says of each row, and how much it counts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-rows-column.h"

#include <glib/gi18n-lib.h>

#include "desk-account-names.h"
#include "desk-catalogue.h"
#include "desk-value-words.h"

/* What a billing transaction comes to stands in the branch that its kind names. */
static const DeskField billing_amount = { .name = "amount", .type = DESK_FIELD_TYPE_AMOUNT, .label = N_("Amount") };

/* As many columns as a phone has room for. */
#define MAX_NARROW_COLUMNS 3

/**
 * ColumnList:
 * @columns: (element-type DeskRowsColumn): so far
 */
typedef struct
{
  const DeskResource *resource;
  GPtrArray          *columns;
} ColumnList;

/* What another column of the same list already says. */
static gboolean
is_told_elsewhere (const DeskResource *resource,
                   const char         *path)
{
  if (g_str_equal (path, "currency"))
    return TRUE; /* stands beside each amount that is not in AUD */
  /* One column holds the amounts of all kinds of billing transactions. */
  if (g_str_equal (resource->name, "energy.billing") && g_str_has_suffix (path, ".amount"))
    return !g_str_equal (path, "usage.amount");
  return g_str_equal (resource->name, "banking.transactions") && g_str_equal (path, "status");
}

static gboolean
is_billing_amount (const DeskRowsColumn *column)
{
  return column->field == &billing_amount;
}

static DeskDecimalSign
get_sign (const DeskRowsColumn *column)
{
  return g_str_equal (column->resource->name, "banking.transactions") ? DESK_DECIMAL_SIGN_ALWAYS
                                                                       : DESK_DECIMAL_SIGN_NEGATIVE;
}

static void
add_listed (const char      *path,
            const DeskField *field,
            gpointer         user_data)
{
  ColumnList *list = user_data;
  DeskRowsColumn *column;

  if ((field->flags & DESK_FIELD_LISTED) == 0 || is_told_elsewhere (list->resource, path))
    return;
  column = g_new0 (DeskRowsColumn, 1);
  column->resource = list->resource;
  column->field = g_str_equal (list->resource->name, "energy.billing") && g_str_equal (path, "usage.amount")
                    ? &billing_amount : field;
  column->path = g_strdup (path);
  column->bound = g_ptr_array_new ();
  g_ptr_array_add (list->columns, column);
}

static DeskJsonSlice
get_billing_amount (DeskRow *row)
{
  static const char *const paths[] = {
    "usage.amount", "demand.amount", "once_off.amount", "other_charges.amount", "payment.amount",
  };
  DeskJsonSlice value = DESK_JSON_SLICE_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (paths) && desk_json_slice_get_kind (value) == DESK_JSON_KIND_NONE; i++)
    value = desk_row_get_value (row, paths[i]);
  return value;
}

static DeskJsonSlice
get_value (const DeskRowsColumn *column,
           DeskRow              *row)
{
  DeskJsonSlice value = is_billing_amount (column) ? get_billing_amount (row)
                                                   : desk_row_get_value (row, column->path);

  /* A row that was not posted was at least executed (fiskil-api.md 2.6). */
  if (desk_rows_column_shows_pending (column) && desk_json_slice_get_kind (value) != DESK_JSON_KIND_STRING)
    return desk_row_get_value (row, "execution_date_time");
  return value;
}

/* A list has no room for the time of day. */
static const DeskField *
get_cell_field (const DeskRowsColumn *column)
{
  static const DeskField day = { .name = "day", .type = DESK_FIELD_TYPE_DATE };

  return column->field->type == DESK_FIELD_TYPE_INSTANT && !desk_rows_column_tells_the_minute (column) ? &day
                                                                                                        : column->field;
}

/* (nullable): what we call the data set that the row is about */
static char *
dup_data_set_label (const DeskRowsColumn *column,
                    DeskRow              *row)
{
  g_autofree char *name = g_str_equal (column->path, "data_set") ? desk_row_dup_text (row, column->path) : NULL;
  const DeskResource *resource = name != NULL ? desk_catalogue_find (name) : NULL;

  return resource != NULL ? g_strdup (_(resource->label)) : NULL;
}

static gboolean
is_amount (const DeskRowsColumn *column)
{
  return column->field->type == DESK_FIELD_TYPE_AMOUNT;
}

static gboolean
is_word (const DeskRowsColumn *column)
{
  return !desk_rows_column_is_number (column) && !desk_rows_column_is_time (column);
}

static gboolean
is_primary (const DeskRowsColumn *column)
{
  return !desk_rows_column_is_secondary (column);
}

/* Keeps the first column that passes and is not yet kept. */
static gboolean
keep_one (GPtrArray *columns,
          gboolean (*passes) (const DeskRowsColumn *column))
{
  for (guint i = 0; i < columns->len; i++)
    {
      DeskRowsColumn *column = g_ptr_array_index (columns, i);

      if (!column->is_minor || !passes (column))
        continue;
      column->is_minor = FALSE;
      return TRUE;
    }
  return FALSE;
}

/* What a phone shows: what rows come to, and when; then as the catalogue has it, which begins with names. */
static void
choose_minor (GPtrArray *columns)
{
  guint n_kept = 0;

  for (guint i = 0; i < columns->len; i++)
    ((DeskRowsColumn *) g_ptr_array_index (columns, i))->is_minor = TRUE;
  n_kept += keep_one (columns, is_amount) ? 1 : 0;
  n_kept += keep_one (columns, desk_rows_column_is_time) ? 1 : 0;
  while (n_kept < MAX_NARROW_COLUMNS && keep_one (columns, is_primary))
    n_kept++;
}

static guint
let_expand (GPtrArray *columns,
            gboolean (*passes) (const DeskRowsColumn *column),
            guint      limit)
{
  guint n_columns = 0;

  for (guint i = 0; i < columns->len && n_columns < limit; i++)
    {
      DeskRowsColumn *column = g_ptr_array_index (columns, i);

      column->expands = passes (column);
      n_columns += column->expands ? 1 : 0;
    }
  return n_columns;
}

/* A list that names nothing gives its room to its first words. */
static void
choose_expanding (GPtrArray *columns)
{
  if (let_expand (columns, desk_rows_column_takes_the_rest, G_MAXUINT) == 0)
    let_expand (columns, is_word, 1);
}

GPtrArray *
desk_rows_column_list_new (const DeskResource *resource)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_rows_column_free);
  ColumnList list = { resource, columns };

  desk_resource_foreach_column (resource, add_listed, &list);
  choose_minor (columns);
  choose_expanding (columns);
  return columns;
}

void
desk_rows_column_free (DeskRowsColumn *column)
{
  g_free (column->path);
  g_clear_pointer (&column->account_names, g_hash_table_unref);
  g_ptr_array_unref (column->bound);
  g_free (column);
}

gboolean
desk_rows_column_is_number (const DeskRowsColumn *column)
{
  return desk_field_type_is_number (column->field->type);
}

gboolean
desk_rows_column_is_time (const DeskRowsColumn *column)
{
  return column->field->type == DESK_FIELD_TYPE_INSTANT || column->field->type == DESK_FIELD_TYPE_DATE;
}

gboolean
desk_rows_column_tells_the_minute (const DeskRowsColumn *column)
{
  return g_str_equal (column->path, "last_synced_at");
}

gboolean
desk_rows_column_is_secondary (const DeskRowsColumn *column)
{
  return g_str_has_prefix (column->path, "category.");
}

gboolean
desk_rows_column_takes_the_rest (const DeskRowsColumn *column)
{
  static const char *const names[] = { "description", "display_name", "name", "nickname", "data_set", NULL };

  return g_strv_contains (names, column->field->name) || column->field->type == DESK_FIELD_TYPE_ID;
}

gboolean
desk_rows_column_is_account (const DeskRowsColumn *column)
{
  return g_str_equal (column->path, "account_id");
}

gboolean
desk_rows_column_is_sortable (const DeskRowsColumn *column)
{
  return !is_billing_amount (column);
}

gboolean
desk_rows_column_shows_pending (const DeskRowsColumn *column)
{
  return g_str_equal (column->resource->name, "banking.transactions") &&
         g_str_equal (column->path, "posting_date_time");
}

char *
desk_rows_column_dup_text (const DeskRowsColumn *column,
                           DeskRow              *row)
{
  char *label = dup_data_set_label (column, row);

  if (label != NULL)
    return label;
  return desk_value_words (get_cell_field (column), get_value (column, row), desk_row_get_value (row, ""),
                           get_sign (column));
}

const char *
desk_rows_column_find_account_name (const DeskRowsColumn *column,
                                    const char           *account_id)
{
  const DeskAccountName *name = NULL;

  if (column->account_names != NULL && account_id != NULL)
    name = g_hash_table_lookup (column->account_names, account_id);
  return name != NULL ? name->name : NULL;
}
