/* desk-rows-columns.c: the columns of a list, made from the catalogue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-account-names.h"
#include "desk-column-sorter.h"
#include "desk-rows-columns.h"
#include "desk-status-pill.h"
#include "desk-value-words.h"

/**
 * Column:
 * @path: (owned): where the value lies in the record
 * @is_minor: left out where it is narrow
 * @is_narrow: there is little room
 * @expands: takes room that no column needs
 * @account_names: (owned) (nullable): of a column of account ids: names by id
 * @bound: (owned) (element-type GtkListItem) (unowned): its cells that are shown
 */
typedef struct
{
  const DeskResource *resource;
  const DeskField    *field;
  char               *path;
  gboolean            is_minor;
  gboolean            is_narrow;
  gboolean            expands;
  GHashTable         *account_names;
  GPtrArray          *bound;
} Column;

/* What a billing transaction comes to stands in the branch that its kind names. */
static const DeskField billing_amount = { .name = "amount", .type = DESK_FIELD_TYPE_AMOUNT, .label = N_("Amount") };

/* As many columns as a phone has room for. */
#define MAX_NARROW_COLUMNS 3

/* Any column has room for as many bytes. */
#define LEAST_TOOLTIP 9

static void
column_free (gpointer data)
{
  Column *column = data;

  g_free (column->path);
  g_clear_pointer (&column->account_names, g_hash_table_unref);
  g_ptr_array_unref (column->bound);
  g_free (column);
}

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
is_billing_amount (const Column *column)
{
  return column->field == &billing_amount;
}

static gboolean
is_date_of_transaction (const Column *column)
{
  return g_str_equal (column->resource->name, "banking.transactions") &&
         g_str_equal (column->path, "posting_date_time");
}

static DeskDecimalSign
get_sign (const Column *column)
{
  return g_str_equal (column->resource->name, "banking.transactions") ? DESK_DECIMAL_SIGN_ALWAYS
                                                                       : DESK_DECIMAL_SIGN_NEGATIVE;
}

typedef struct
{
  const DeskResource *resource;
  GPtrArray          *columns;
} ColumnList;

static void
add_listed (const char      *path,
            const DeskField *field,
            gpointer         user_data)
{
  ColumnList *list = user_data;
  Column *column;

  if ((field->flags & DESK_FIELD_LISTED) == 0 || is_told_elsewhere (list->resource, path))
    return;
  column = g_new0 (Column, 1);
  column->resource = list->resource;
  column->field = g_str_equal (list->resource->name, "energy.billing") && g_str_equal (path, "usage.amount")
                    ? &billing_amount : field;
  column->path = g_strdup (path);
  column->bound = g_ptr_array_new ();
  g_ptr_array_add (list->columns, column);
}

static GPtrArray *
create_columns (const DeskResource *resource)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (column_free);
  ColumnList list = { resource, columns };

  desk_resource_foreach_column (resource, add_listed, &list);
  return columns;
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
get_value (const Column *column,
           DeskRow      *row)
{
  DeskJsonSlice value = is_billing_amount (column) ? get_billing_amount (row)
                                                   : desk_row_get_value (row, column->path);

  /* A row that was not posted was at least executed (fiskil-api.md 2.6). */
  if (is_date_of_transaction (column) && desk_json_slice_get_kind (value) != DESK_JSON_KIND_STRING)
    return desk_row_get_value (row, "execution_date_time");
  return value;
}

/* A list has no room for the time of day. */
static const DeskField *
get_cell_field (const Column *column)
{
  static const DeskField day = { .name = "day", .type = DESK_FIELD_TYPE_DATE };

  return column->field->type == DESK_FIELD_TYPE_INSTANT ? &day : column->field;
}

static char *
dup_cell_text (const Column *column,
               DeskRow      *row)
{
  return desk_value_words (get_cell_field (column), get_value (column, row), desk_row_get_value (row, ""),
                           get_sign (column));
}

static gboolean
is_account (const Column *column)
{
  return g_str_equal (column->path, "account_id");
}

/* The name of the account that the row is about; %NULL if nobody knows it. */
static const char *
find_account_name (const Column *column,
                   const char   *account_id)
{
  const DeskAccountName *name = NULL;

  if (column->account_names != NULL && account_id != NULL)
    name = g_hash_table_lookup (column->account_names, account_id);
  return name != NULL ? name->name : NULL;
}

static gboolean
is_pending (DeskRow *row)
{
  return desk_json_slice_equals_string (desk_row_get_value (row, "status"), "PENDING");
}

/* To set the text of a tooltip costs a question to the X server for each cell of each row that comes into view. */
static gboolean
query_tooltip_cb (GtkWidget   *cell,
                  int          x,
                  int          y,
                  gboolean     by_keyboard,
                  GtkTooltip  *tooltip,
                  GtkListItem *item)
{
  DeskRow *row = gtk_list_item_get_item (item);
  g_autofree char *text = NULL;

  if (row != NULL && desk_row_is_loaded (row))
    text = dup_cell_text (g_object_get_data (G_OBJECT (item), "column"), row);
  gtk_tooltip_set_text (tooltip, text);

  return text != NULL && strlen (text) > LEAST_TOOLTIP;
}

static void
show_amount_direction (GtkWidget  *cell,
                       const char *text)
{
  if (g_str_has_prefix (text, "+"))
    gtk_widget_add_css_class (cell, "money-in");
  else
    gtk_widget_remove_css_class (cell, "money-in");
}

static void
update_cell (GtkListItem *item)
{
  const Column *column = g_object_get_data (G_OBJECT (item), "column");
  DeskRow *row = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *cell = gtk_widget_get_first_child (box);
  g_autofree char *text = row != NULL && desk_row_is_loaded (row) ? dup_cell_text (column, row) : NULL;
  const char *account_name = find_account_name (column, text);
  gboolean pending = row != NULL && is_date_of_transaction (column) && is_pending (row);

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), account_name != NULL ? account_name : text);
  if (column->field->type == DESK_FIELD_TYPE_AMOUNT && text != NULL)
    show_amount_direction (cell, text);
  if (!is_date_of_transaction (column))
    return;
  gtk_widget_set_visible (cell, !pending);
  desk_status_pill_set (DESK_STATUS_PILL (gtk_widget_get_last_child (box)), DESK_STATUS_PILL_SOON,
                        pending ? _("Pending") : NULL);
}

static gboolean
is_secondary (const Column *column)
{
  return g_str_has_prefix (column->path, "category.");
}

/* The columns that tell rows from each other. */
static gboolean
takes_the_rest (const Column *column)
{
  static const char *const names[] = { "description", "display_name", "name", "nickname", "data_set", NULL };

  return g_strv_contains (names, column->field->name) || column->field->type == DESK_FIELD_TYPE_ID;
}

static gboolean
is_time (const Column *column)
{
  return column->field->type == DESK_FIELD_TYPE_INSTANT || column->field->type == DESK_FIELD_TYPE_DATE;
}

/* What is wider than the least is shared out by what each column would like to have. */
static void
set_width (GtkInscription *cell,
           const Column   *column)
{
  gboolean is_number = desk_field_type_is_number (column->field->type);
  guint min_chars = 9;
  guint nat_chars = is_number ? 11 : 12;

  if (is_time (column))
    min_chars = nat_chars = 11; /* "21 Nov 2026" */
  else if (takes_the_rest (column))
    {
      min_chars = column->is_narrow ? min_chars : column->field->type == DESK_FIELD_TYPE_ID ? 11 : 15;
      nat_chars = 34;
    }
  else if (column->field->type == DESK_FIELD_TYPE_BOOLEAN)
    min_chars = nat_chars = 4; /* "Yes" */
  else if (is_secondary (column))
    nat_chars = 16;
  gtk_inscription_set_min_chars (cell, min_chars);
  gtk_inscription_set_nat_chars (cell, nat_chars);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          Column                   *column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *cell = gtk_inscription_new (NULL);
  gboolean is_number = desk_field_type_is_number (column->field->type);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), is_number ? 1.0f : 0.0f);
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
  gtk_widget_set_has_tooltip (cell, TRUE);
  g_signal_connect_object (cell, "query-tooltip", G_CALLBACK (query_tooltip_cb), item, 0);
  if (is_number || is_time (column))
    gtk_widget_add_css_class (cell, "numeric");
  if (is_secondary (column))
    gtk_widget_add_css_class (cell, "dim-label");
  gtk_box_append (GTK_BOX (box), cell);
  if (is_date_of_transaction (column))
    gtk_box_append (GTK_BOX (box), desk_status_pill_new ());
  g_object_set_data (G_OBJECT (item), "column", column);
  g_object_set_data (G_OBJECT (box), "item", item);
  gtk_list_item_set_child (item, box);
}

static void
update_width_cb (gpointer item,
                 gpointer column)
{
  set_width (GTK_INSCRIPTION (gtk_widget_get_first_child (gtk_list_item_get_child (item))), column);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  Column *column = g_object_get_data (G_OBJECT (item), "column");

  g_signal_connect_object (gtk_list_item_get_item (item), "notify::loaded", G_CALLBACK (update_cell), item,
                           G_CONNECT_SWAPPED);
  update_cell (item);
  update_width_cb (item, column);
  g_ptr_array_add (column->bound, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  user_data)
{
  Column *column = g_object_get_data (G_OBJECT (item), "column");

  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), update_cell, item);
  g_ptr_array_remove_fast (column->bound, item);
}

static GtkListItemFactory *
create_factory (Column *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), column, (GClosureNotify) (void (*) (void)) column_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}

static GtkWidget *
find_label (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LABEL (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child);
  return found;
}

static gboolean
is_amount (const Column *column)
{
  return column->field->type == DESK_FIELD_TYPE_AMOUNT;
}

static gboolean
is_primary (const Column *column)
{
  return !is_secondary (column);
}

/* Keeps the first column that passes and is not yet kept. */
static gboolean
keep_one (GPtrArray *columns,
          gboolean (*passes) (const Column *column))
{
  for (guint i = 0; i < columns->len; i++)
    {
      Column *column = g_ptr_array_index (columns, i);

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
    ((Column *) g_ptr_array_index (columns, i))->is_minor = TRUE;
  n_kept += keep_one (columns, is_amount) ? 1 : 0;
  n_kept += keep_one (columns, is_time) ? 1 : 0;
  while (n_kept < MAX_NARROW_COLUMNS && keep_one (columns, is_primary))
    n_kept++;
}

static gboolean
is_word (const Column *column)
{
  return !desk_field_type_is_number (column->field->type) && !is_time (column);
}

static guint
let_expand (GPtrArray *columns,
            gboolean (*passes) (const Column *column),
            guint      limit)
{
  guint n_columns = 0;

  for (guint i = 0; i < columns->len && n_columns < limit; i++)
    {
      Column *column = g_ptr_array_index (columns, i);

      column->expands = passes (column);
      n_columns += column->expands ? 1 : 0;
    }
  return n_columns;
}

/* A list that names nothing gives its room to its first words. */
static void
choose_expanding (GPtrArray *columns)
{
  if (let_expand (columns, takes_the_rest, G_MAXUINT) == 0)
    let_expand (columns, is_word, 1);
}

void
desk_rows_columns_add (GtkColumnView      *view,
                       const DeskResource *resource)
{
  g_autoptr(GPtrArray) columns = create_columns (resource);

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  /* Each factory takes its column over. */
  g_ptr_array_set_free_func (columns, NULL);
  choose_minor (columns);
  choose_expanding (columns);
  for (guint i = 0; i < columns->len; i++)
    {
      Column *column = g_ptr_array_index (columns, i);
      g_autoptr(GtkSorter) sorter = desk_column_sorter_new (column->path);
      g_autoptr(GtkColumnViewColumn) view_column = gtk_column_view_column_new (_(column->field->label),
                                                                                create_factory (column));

      /* The store cannot order by a value that lies in another place in each row. */
      if (!is_billing_amount (column))
        gtk_column_view_column_set_sorter (view_column, sorter);
      gtk_column_view_column_set_resizable (view_column, TRUE);
      gtk_column_view_column_set_expand (view_column, column->expands);
      g_object_set_data (G_OBJECT (view_column), "column", column);
      if (is_account (column))
        g_object_set_data (G_OBJECT (view), "account-column", view_column);
      gtk_column_view_append_column (view, view_column);
      if (desk_field_type_is_number (column->field->type))
        desk_rows_columns_align_last_title (view);
    }
}

void
desk_rows_columns_set_narrow (GtkColumnView *view,
                              gboolean       narrow)
{
  GListModel *columns = NULL;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  columns = gtk_column_view_get_columns (view);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) view_column = g_list_model_get_item (columns, i);
      Column *column = g_object_get_data (G_OBJECT (view_column), "column");

      gtk_column_view_column_set_visible (view_column, !narrow || !column->is_minor);
      column->is_narrow = narrow;
      g_ptr_array_foreach (column->bound, update_width_cb, column);
    }
}

/* A cell, or a row by its first cell. */
static GtkListItem *
find_item (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_first_child (widget))
    {
      GtkListItem *item = g_object_get_data (G_OBJECT (widget), "item");

      if (item != NULL)
        return item;
    }
  return NULL;
}

guint
desk_rows_columns_find_position (GtkWidget *widget)
{
  /* What holds the rows would find the first of them. */
  for (; widget != NULL && !GTK_IS_LIST_VIEW (widget) && !GTK_IS_COLUMN_VIEW (widget);
       widget = gtk_widget_get_parent (widget))
    {
      GtkListItem *item = find_item (widget);

      if (item != NULL)
        return gtk_list_item_get_position (item);
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
update_cell_cb (gpointer item,
                gpointer user_data)
{
  update_cell (item);
}

gboolean
desk_rows_columns_has_account (GtkColumnView *view)
{
  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), FALSE);

  return g_object_get_data (G_OBJECT (view), "account-column") != NULL;
}

void
desk_rows_columns_set_account_names (GtkColumnView *view,
                                     GHashTable    *names)
{
  GtkColumnViewColumn *view_column = NULL;
  Column *column = NULL;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (names != NULL);

  view_column = g_object_get_data (G_OBJECT (view), "account-column");
  g_return_if_fail (view_column != NULL);

  column = g_object_get_data (G_OBJECT (view_column), "column");
  g_clear_pointer (&column->account_names, g_hash_table_unref);
  column->account_names = g_hash_table_ref (names);
  gtk_column_view_column_set_title (view_column, _("Account"));
  g_ptr_array_foreach (column->bound, update_cell_cb, NULL);
}

char *
desk_rows_columns_dup_line (DeskRow *row)
{
  g_autoptr(GPtrArray) columns = NULL;
  GString *line = NULL;

  g_return_val_if_fail (DESK_IS_ROW (row), NULL);

  columns = create_columns (desk_row_get_resource (row));
  line = g_string_new (NULL);
  for (guint i = 0; i < columns->len; i++)
    {
      g_autofree char *text = dup_cell_text (g_ptr_array_index (columns, i), row);

      if (i > 0)
        g_string_append_c (line, '\t');
      g_string_append (line, text);
    }
  return g_string_free (line, FALSE);
}

void
desk_rows_columns_align_last_title (GtkColumnView *view)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = header != NULL ? gtk_widget_get_last_child (header) : NULL;
  GtkWidget *label = title != NULL ? find_label (title) : NULL;

  if (label == NULL)
    return;
  /* GTK 4.8 has no way to say so. */
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  /* The sign of the order goes to the left, so that the title ends where the numbers end. */
  gtk_widget_insert_after (label, gtk_widget_get_parent (label), gtk_widget_get_last_child (gtk_widget_get_parent (label)));
}
