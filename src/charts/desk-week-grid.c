/* desk-week-grid.c: a week as a grid: a row for each day, 24 hours across
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-week-grid.h"

#include "desk-week-grid-block.h"

#define GAP 8
#define ROW_PADDING 4
#define BLOCK_MARGIN 1
#define MIN_PLOT_WIDTH 160
#define NAT_PLOT_WIDTH 480
#define HOURS_PER_LABEL 6
#define N_HOUR_LABELS 5
#define GRID_ALPHA 0.14f
#define LABEL_ALPHA 0.3f

struct _DeskWeekGrid
{
  GtkWidget  parent_instance;

  /* Owned */
  DeskWeek  *week;        /* (nullable) */
  GPtrArray *row_labels;  /* of GtkWidget, children */
  GPtrArray *blocks;      /* of GtkWidget, children, as the blocks of the week */
  GtkWidget *hour_labels[N_HOUR_LABELS];
};

G_DEFINE_FINAL_TYPE (DeskWeekGrid, desk_week_grid, GTK_TYPE_WIDGET)

static int
measure_child (GtkWidget      *child,
               GtkOrientation  orientation)
{
  int natural;

  gtk_widget_measure (child, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
measure_labels (DeskWeekGrid   *self,
                GtkOrientation  orientation)
{
  int largest = measure_child (self->hour_labels[0], orientation);

  for (guint i = 0; i < self->row_labels->len; i++)
    largest = MAX (largest, measure_child (g_ptr_array_index (self->row_labels, i), orientation));
  return largest;
}

static void
desk_week_grid_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  DeskWeekGrid *self = DESK_WEEK_GRID (widget);
  int label = measure_labels (self, orientation);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = label + GAP + MIN_PLOT_WIDTH;
      *natural = label + GAP + NAT_PLOT_WIDTH;
    }
  else
    *minimum = *natural = (label + 2 * ROW_PADDING) * (int) self->row_labels->len + label;
}

/* Where the hours lie, and how high a row is. */
static void
get_plot (DeskWeekGrid    *self,
          graphene_rect_t *plot,
          float           *row_height)
{
  float label_width = (float) measure_labels (self, GTK_ORIENTATION_HORIZONTAL) + GAP;
  float axis_height = (float) measure_labels (self, GTK_ORIENTATION_VERTICAL);
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self)) - label_width;
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  *row_height = axis_height + 2 * ROW_PADDING;
  /* Hours run from left to right in every language; the names of the days go to where the text begins. */
  *plot = GRAPHENE_RECT_INIT (is_rtl ? 0 : label_width, 0, MAX (width, 1.0f), *row_height * (float) self->row_labels->len);
}

static void
place (GtkWidget *child,
       float      x,
       float      y,
       float      width,
       float      height)
{
  int min_height;
  int min_width;
  GtkAllocation area = { (int) x, (int) y, (int) (x + width) - (int) x, (int) height };

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &min_height, NULL, NULL, NULL);
  area.width = MAX (area.width, min_width);
  area.height = MAX (area.height, min_height);
  gtk_widget_size_allocate (child, &area, -1);
}

static void
place_blocks (DeskWeekGrid          *self,
              const graphene_rect_t *plot,
              float                  row_height)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const DeskWeekBlock *block = desk_week_get_block (self->week, i);
      float scale = plot->size.width / DESK_WEEK_ROW_LENGTH;
      float x = plot->origin.x + (float) block->start * scale;

      place (g_ptr_array_index (self->blocks, i), x + BLOCK_MARGIN,
             (float) block->row * row_height + BLOCK_MARGIN,
             (float) (block->end - block->start) * scale - 2 * BLOCK_MARGIN, row_height - 2 * BLOCK_MARGIN);
    }
}

static void
place_hours (DeskWeekGrid          *self,
             const graphene_rect_t *plot)
{
  for (guint i = 0; i < N_HOUR_LABELS; i++)
    {
      float width = (float) measure_child (self->hour_labels[i], GTK_ORIENTATION_HORIZONTAL);
      float middle = plot->origin.x + plot->size.width * (float) i / (N_HOUR_LABELS - 1);
      float x = CLAMP (middle - width / 2, plot->origin.x, plot->origin.x + plot->size.width - width);

      place (self->hour_labels[i], x, plot->size.height, width,
             (float) measure_child (self->hour_labels[i], GTK_ORIENTATION_VERTICAL));
    }
}

static void
desk_week_grid_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  DeskWeekGrid *self = DESK_WEEK_GRID (widget);
  graphene_rect_t plot;
  float row_height;

  get_plot (self, &plot, &row_height);
  for (guint i = 0; i < self->row_labels->len; i++)
    place (g_ptr_array_index (self->row_labels, i), plot.origin.x > 0 ? 0 : plot.size.width + GAP,
           (float) i * row_height, (float) width - plot.size.width - GAP, row_height);
  place_blocks (self, &plot, row_height);
  place_hours (self, &plot);
}

static void
desk_week_grid_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  DeskWeekGrid *self = DESK_WEEK_GRID (widget);
  graphene_rect_t plot;
  float row_height;
  GdkRGBA color;

  get_plot (self, &plot, &row_height);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  for (guint hour = 0; hour <= 24; hour++)
    {
      GdkRGBA line = color;
      float x = plot.origin.x + plot.size.width * (float) hour / 24;

      line.alpha *= hour % HOURS_PER_LABEL == 0 ? LABEL_ALPHA : GRID_ALPHA;
      gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (x, 0, 1, plot.size.height));
    }
  GTK_WIDGET_CLASS (desk_week_grid_parent_class)->snapshot (widget, snapshot);
}

/* The grid is one stop of the Tab key, however many blocks it has. */
static gboolean
desk_week_grid_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (is_tab && gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return GTK_WIDGET_CLASS (desk_week_grid_parent_class)->focus (widget, direction);
}

static void
clear_week (DeskWeekGrid *self)
{
  g_ptr_array_set_size (self->row_labels, 0);
  g_ptr_array_set_size (self->blocks, 0);
  g_clear_pointer (&self->week, desk_week_unref);
}

static void
desk_week_grid_dispose (GObject *object)
{
  DeskWeekGrid *self = DESK_WEEK_GRID (object);

  clear_week (self);
  for (guint i = 0; i < N_HOUR_LABELS; i++)
    g_clear_pointer (&self->hour_labels[i], gtk_widget_unparent);

  G_OBJECT_CLASS (desk_week_grid_parent_class)->dispose (object);
}

static void
desk_week_grid_finalize (GObject *object)
{
  DeskWeekGrid *self = DESK_WEEK_GRID (object);

  g_ptr_array_unref (self->row_labels);
  g_ptr_array_unref (self->blocks);

  G_OBJECT_CLASS (desk_week_grid_parent_class)->finalize (object);
}

static void
desk_week_grid_class_init (DeskWeekGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_week_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_week_grid_finalize;
  widget_class->measure = desk_week_grid_measure;
  widget_class->size_allocate = desk_week_grid_size_allocate;
  widget_class->snapshot = desk_week_grid_snapshot;
  widget_class->focus = desk_week_grid_focus;

  gtk_widget_class_set_css_name (widget_class, "weekgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static GtkWidget *
add_label (DeskWeekGrid *self,
           const char   *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "axis");
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
desk_week_grid_init (DeskWeekGrid *self)
{
  self->row_labels = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  for (guint i = 0; i < N_HOUR_LABELS; i++)
    {
      g_autofree char *hour = g_strdup_printf ("%u", i * HOURS_PER_LABEL);

      self->hour_labels[i] = add_label (self, hour);
    }
}

GtkWidget *
desk_week_grid_new (void)
{
  return g_object_new (DESK_TYPE_WEEK_GRID, NULL);
}

void
desk_week_grid_set_week (DeskWeekGrid *self,
                         DeskWeek     *week)
{
  g_return_if_fail (DESK_IS_WEEK_GRID (self));

  clear_week (self);
  if (week == NULL)
    return;
  self->week = desk_week_ref (week);
  for (guint i = 0; i < desk_week_get_n_rows (week); i++)
    g_ptr_array_add (self->row_labels, add_label (self, desk_week_get_label (week, i)));
  for (guint i = 0; i < desk_week_get_n_blocks (week); i++)
    {
      GtkWidget *block = desk_week_grid_block_new (desk_week_get_block (week, i));

      gtk_widget_set_parent (block, GTK_WIDGET (self));
      g_ptr_array_add (self->blocks, block);
    }
}
