/* desk-column-sorter.c: lets a column be clicked without comparing a row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-column-sorter.h"

/* Stands for a row in a comparison, and takes down which column was asked first. */
#define DESK_TYPE_SORT_PROBE (desk_sort_probe_get_type ())
G_DECLARE_FINAL_TYPE (DeskSortProbe, desk_sort_probe, DESK, SORT_PROBE, GObject)

struct _DeskSortProbe
{
  GObject     parent_instance;

  const char *path; /* (nullable): of the column */
};

G_DEFINE_FINAL_TYPE (DeskSortProbe, desk_sort_probe, G_TYPE_OBJECT)

static void
desk_sort_probe_class_init (DeskSortProbeClass *klass)
{
}

static void
desk_sort_probe_init (DeskSortProbe *self)
{
}

struct _DeskColumnSorter
{
  GtkSorter  parent_instance;

  /* Interned */
  const char *path;
};

G_DEFINE_FINAL_TYPE (DeskColumnSorter, desk_column_sorter, GTK_TYPE_SORTER)

static GtkOrdering
desk_column_sorter_compare (GtkSorter *sorter,
                            gpointer   item1,
                            gpointer   item2)
{
  DeskSortProbe *probe = DESK_IS_SORT_PROBE (item1) ? item1 : NULL;

  if (probe == NULL)
    return GTK_ORDERING_EQUAL;
  probe->path = DESK_COLUMN_SORTER (sorter)->path;
  return GTK_ORDERING_SMALLER;
}

static GtkSorterOrder
desk_column_sorter_get_order (GtkSorter *sorter)
{
  return GTK_SORTER_ORDER_PARTIAL;
}

static void
desk_column_sorter_class_init (DeskColumnSorterClass *klass)
{
  GTK_SORTER_CLASS (klass)->compare = desk_column_sorter_compare;
  GTK_SORTER_CLASS (klass)->get_order = desk_column_sorter_get_order;
}

static void
desk_column_sorter_init (DeskColumnSorter *self)
{
}

GtkSorter *
desk_column_sorter_new (const char *path)
{
  DeskColumnSorter *self = g_object_new (DESK_TYPE_COLUMN_SORTER, NULL);

  self->path = g_intern_string (path);
  return GTK_SORTER (self);
}

/* GTK 4.8 does not tell which column is sorted: it is asked by letting it compare two probes. The first column
 * decides, and a descending one turns the answer round. */
const char *
desk_column_sorter_find (GtkSorter *view_sorter,
                         gboolean  *descending)
{
  g_autoptr(DeskSortProbe) probe = g_object_new (DESK_TYPE_SORT_PROBE, NULL);
  g_autoptr(DeskSortProbe) other = g_object_new (DESK_TYPE_SORT_PROBE, NULL);
  GtkOrdering ordering;

  g_return_val_if_fail (GTK_IS_SORTER (view_sorter), NULL);
  g_return_val_if_fail (descending != NULL, NULL);

  ordering = gtk_sorter_compare (view_sorter, probe, other);
  *descending = ordering == GTK_ORDERING_LARGER;
  return probe->path;
}
