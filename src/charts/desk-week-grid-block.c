/* desk-week-grid-block.c: one block of a week grid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-week-grid-block.h"

struct _DeskWeekGridBlock
{
  GtkWidget  parent_instance;

  GtkWidget *sign;
};

G_DEFINE_FINAL_TYPE (DeskWeekGridBlock, desk_week_grid_block, GTK_TYPE_WIDGET)

/* The block is as large as its time; the sign has to fit or go. */
static void
desk_week_grid_block_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  DeskWeekGridBlock *self = DESK_WEEK_GRID_BLOCK (widget);
  int natural_width;

  gtk_widget_measure (self->sign, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural_width, NULL, NULL);
  gtk_widget_set_child_visible (self->sign, natural_width <= width);
  if (natural_width <= width)
    gtk_widget_size_allocate (self->sign, &(GtkAllocation) { (width - natural_width) / 2, 0, natural_width, height }, -1);
}

static void
desk_week_grid_block_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL)
    gtk_widget_measure (DESK_WEEK_GRID_BLOCK (widget)->sign, orientation, -1, minimum, natural, NULL, NULL);
  else
    *minimum = *natural = 0;
}

static void
desk_week_grid_block_dispose (GObject *object)
{
  g_clear_pointer (&DESK_WEEK_GRID_BLOCK (object)->sign, gtk_widget_unparent);

  G_OBJECT_CLASS (desk_week_grid_block_parent_class)->dispose (object);
}

static void
desk_week_grid_block_class_init (DeskWeekGridBlockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_week_grid_block_dispose;
  widget_class->measure = desk_week_grid_block_measure;
  widget_class->size_allocate = desk_week_grid_block_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "block");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
desk_week_grid_block_init (DeskWeekGridBlock *self)
{
  self->sign = gtk_label_new (NULL);
  gtk_widget_set_parent (self->sign, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
desk_week_grid_block_new (const DeskWeekBlock *block)
{
  DeskWeekGridBlock *self = g_object_new (DESK_TYPE_WEEK_GRID_BLOCK, NULL);
  g_autofree char *look = g_strdup_printf ("look-%u", block->look);

  gtk_label_set_text (GTK_LABEL (self->sign), block->sign);
  gtk_widget_add_css_class (GTK_WIDGET (self), look);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), block->words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, block->words, -1);
  return GTK_WIDGET (self);
}
