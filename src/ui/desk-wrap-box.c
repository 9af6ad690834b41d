/* desk-wrap-box.c: children in one line while they fit, else one below the other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-wrap-box.h"

/* Between two children, in either direction. */
#define SPACING 10

struct _DeskWrapBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (DeskWrapBox, desk_wrap_box, GTK_TYPE_WIDGET)

/* The sizes of the visible children; @data of each is the child. */
static GArray *
measure_children (DeskWrapBox    *self,
                  GtkOrientation  orientation,
                  int             for_size)
{
  GArray *sizes = g_array_new (FALSE, TRUE, sizeof (GtkRequestedSize));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequestedSize size = { .data = child };

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, for_size, &size.minimum_size, &size.natural_size, NULL, NULL);
      g_array_append_val (sizes, size);
    }
  return sizes;
}

static void
add_up (GArray *sizes,
        int    *minimum,
        int    *natural)
{
  *minimum = *natural = sizes->len > 0 ? SPACING * ((int) sizes->len - 1) : 0;
  for (guint i = 0; i < sizes->len; i++)
    {
      const GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);

      *minimum += size->minimum_size;
      *natural += size->natural_size;
    }
}

static void
find_largest (GArray *sizes,
              int    *minimum,
              int    *natural)
{
  *minimum = *natural = 0;
  for (guint i = 0; i < sizes->len; i++)
    {
      const GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);

      *minimum = MAX (*minimum, size->minimum_size);
      *natural = MAX (*natural, size->natural_size);
    }
}

static gboolean
fits (GArray *widths,
      int     width)
{
  int minimum;
  int natural;

  add_up (widths, &minimum, &natural);
  return width < 0 || minimum <= width;
}

static GtkSizeRequestMode
desk_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
desk_wrap_box_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  DeskWrapBox *self = DESK_WRAP_BOX (widget);
  g_autoptr(GArray) widths = measure_children (self, GTK_ORIENTATION_HORIZONTAL, -1);
  g_autoptr(GArray) heights = NULL;
  int unused;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      find_largest (widths, minimum, &unused);
      add_up (widths, &unused, natural);
      return;
    }
  if (fits (widths, for_size))
    {
      heights = measure_children (self, GTK_ORIENTATION_VERTICAL, -1);
      find_largest (heights, minimum, natural);
      return;
    }
  heights = measure_children (self, GTK_ORIENTATION_VERTICAL, for_size);
  add_up (heights, minimum, natural);
}

static void
allocate_line (DeskWrapBox *self,
               GArray      *widths,
               int          width,
               int          height)
{
  GtkRequestedSize *sizes = (GtkRequestedSize *) (void *) widths->data;
  gboolean right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int minimum;
  int natural;
  int x = 0;

  add_up (widths, &minimum, &natural);
  sizes[0].minimum_size += gtk_distribute_natural_allocation (MAX (width - minimum, 0), widths->len, sizes);
  for (guint i = 0; i < widths->len; i++)
    {
      GtkAllocation place = { x, 0, sizes[i].minimum_size, height };

      if (right_to_left)
        place.x = width - x - place.width;
      gtk_widget_size_allocate (sizes[i].data, &place, -1);
      x += sizes[i].minimum_size + SPACING;
    }
}

static void
allocate_column (DeskWrapBox *self,
                 int          width)
{
  g_autoptr(GArray) heights = measure_children (self, GTK_ORIENTATION_VERTICAL, width);
  int y = 0;

  for (guint i = 0; i < heights->len; i++)
    {
      const GtkRequestedSize *size = &g_array_index (heights, GtkRequestedSize, i);

      gtk_widget_size_allocate (size->data, &(GtkAllocation) { 0, y, width, size->minimum_size }, -1);
      y += size->minimum_size + SPACING;
    }
}

static void
desk_wrap_box_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  DeskWrapBox *self = DESK_WRAP_BOX (widget);
  g_autoptr(GArray) widths = measure_children (self, GTK_ORIENTATION_HORIZONTAL, -1);

  if (widths->len == 0)
    return;
  if (fits (widths, width))
    allocate_line (self, widths, width, height);
  else
    allocate_column (self, width);
}

static void
desk_wrap_box_dispose (GObject *object)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (desk_wrap_box_parent_class)->dispose (object);
}

static void
desk_wrap_box_class_init (DeskWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_wrap_box_dispose;
  widget_class->get_request_mode = desk_wrap_box_get_request_mode;
  widget_class->measure = desk_wrap_box_measure;
  widget_class->size_allocate = desk_wrap_box_size_allocate;
}

static void
desk_wrap_box_init (DeskWrapBox *self)
{
}

GtkWidget *
desk_wrap_box_new (void)
{
  return g_object_new (DESK_TYPE_WRAP_BOX, NULL);
}
