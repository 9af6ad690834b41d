/* desk-bar-chart.c: bars that grow up and down from one line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-bar-chart.h"

#include <math.h>

#include "desk-bar-chart-bar.h"
#include "desk-bar-chart-painter.h"

#define MIN_SIZE 160
#define NATURAL_WIDTH 480
#define NATURAL_HEIGHT 300
#define STEP_HEIGHT 30.0f
#define GRID_LABEL_GAP 8.0f
#define LABEL_GAP 14.0

struct _DeskBarChart
{
  GtkWidget                 parent_instance;

  GArray                   *values;        /* (owned) of DeskBarChartValue; labels owned */
  GPtrArray                *bars;          /* (owned) of DeskBarChartBar, children */
  GtkWidget                *up;            /* a child that has the colour of bars up */
  GtkWidget                *down;          /* a child that has the colour of bars down */
  int                       selected;

  DeskBarChartLayout        layout;
  guint                     label_interval;
  GPtrArray                *grid_labels;   /* (owned) of PangoLayout */

  DeskBarChartFormatFunc    format;        /* (nullable) */
  gpointer                  format_data;
  GDestroyNotify            format_destroy;
  DeskBarChartDescribeFunc  describe;      /* (nullable) */
  gpointer                  describe_data;
  GDestroyNotify            describe_destroy;
};

G_DEFINE_FINAL_TYPE (DeskBarChart, desk_bar_chart, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SELECTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const DeskBarChartValue *
get_value (DeskBarChart *self,
           guint         position)
{
  return &g_array_index (self->values, DeskBarChartValue, position);
}

static gboolean
is_painted_only (DeskBarChart *self)
{
  return self->values->len > DESK_BAR_CHART_MAX_CHILDREN;
}

/* The child for a value, NULL if there is none. */
static DeskBarChartBar *
get_bar (DeskBarChart *self,
         int           position)
{
  if (position < 0)
    return NULL;
  return g_ptr_array_index (self->bars, is_painted_only (self) ? 0 : position);
}

static char *
describe (DeskBarChart *self,
          guint         position)
{
  if (self->describe != NULL)
    return self->describe (position, self->describe_data);
  return g_strdup (get_value (self, position)->label);
}

static void
describe_bar (DeskBarChart    *self,
              DeskBarChartBar *bar,
              guint            position)
{
  g_autofree char *words = describe (self, position);

  desk_bar_chart_bar_describe (bar, position, self->values->len, words);
}

static void
rebuild_bars (DeskBarChart *self)
{
  guint n_bars = is_painted_only (self) ? 1 : self->values->len;

  g_ptr_array_set_size (self->bars, 0);
  for (guint i = 0; i < n_bars; i++)
    {
      GtkWidget *bar = desk_bar_chart_bar_new ();

      gtk_widget_set_parent (bar, GTK_WIDGET (self));
      gtk_widget_set_visible (bar, !is_painted_only (self));
      g_ptr_array_add (self->bars, bar);
      if (!is_painted_only (self))
        describe_bar (self, DESK_BAR_CHART_BAR (bar), i);
    }
}

static void
update_grid_labels (DeskBarChart *self)
{
  const DeskChartScale *scale = &self->layout.scale;

  g_ptr_array_set_size (self->grid_labels, 0);
  for (guint i = 0; i <= scale->n_up + scale->n_down; i++)
    {
      double value = ((double) scale->n_up - i) * scale->step;
      g_autofree char *text = self->format != NULL ? self->format (value, self->format_data)
                                                   : g_strdup_printf ("%g", value);

      g_ptr_array_add (self->grid_labels, gtk_widget_create_pango_layout (GTK_WIDGET (self), text));
    }
}

static void
update_scale (DeskBarChart *self,
              float         height)
{
  double up = 0.0;
  double down = 0.0;

  for (guint i = 0; i < self->values->len; i++)
    {
      up = fmax (up, get_value (self, i)->up);
      down = fmax (down, get_value (self, i)->down);
    }
  desk_chart_scale_init (&self->layout.scale, up, down, (guint) MAX (height / STEP_HEIGHT, 2.0f));
  update_grid_labels (self);
}

static int
get_text_width (GtkWidget  *widget,
                const char *text)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static int
get_grid_label_width (DeskBarChart *self)
{
  int widest = 0;

  for (guint i = 0; i < self->grid_labels->len; i++)
    {
      int width;

      pango_layout_get_pixel_size (g_ptr_array_index (self->grid_labels, i), &width, NULL);
      widest = MAX (widest, width);
    }
  return widest;
}

/* The longest text is the widest one, near enough to thin the labels. */
static const char *
get_longest_label (DeskBarChart *self)
{
  const char *longest = "";
  glong n_longest = 0;

  for (guint i = 0; i < self->values->len; i++)
    {
      const char *label = get_value (self, i)->label;
      glong n_characters = g_utf8_strlen (label, -1);

      if (n_characters <= n_longest)
        continue;
      longest = label;
      n_longest = n_characters;
    }
  return longest;
}

static void
update_layout (DeskBarChart *self,
               int           width,
               int           height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr(PangoLayout) line = gtk_widget_create_pango_layout (widget, "0");
  float plot_height;
  float side;
  int line_height;

  pango_layout_get_pixel_size (line, NULL, &line_height);
  plot_height = MAX ((float) (height - 2 * line_height) - GRID_LABEL_GAP, 1.0f);
  update_scale (self, plot_height);
  side = (float) get_grid_label_width (self) + GRID_LABEL_GAP;
  self->layout.is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  self->layout.n_values = self->values->len;
  graphene_rect_init (&self->layout.plot, self->layout.is_rtl ? 0.0f : side, (float) line_height / 2.0f,
                      MAX ((float) width - side, 1.0f), plot_height);
  self->label_interval =
    desk_bar_chart_layout_get_label_interval (&self->layout,
                                              get_text_width (widget, get_longest_label (self)) + LABEL_GAP);
}

static void
allocate_bar (DeskBarChart *self,
              GtkWidget    *bar,
              guint         position)
{
  graphene_rect_t column;

  desk_bar_chart_layout_get_column (&self->layout, position, &column);
  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (bar,
                            &(GtkAllocation) {
                              (int) column.origin.x, (int) column.origin.y,
                              MAX ((int) column.size.width, 1), MAX ((int) column.size.height, 1),
                            },
                            -1);
}

static void
desk_bar_chart_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  DeskBarChart *self = DESK_BAR_CHART (widget);
  GtkAllocation nowhere = { 0, 0, 0, 0 };

  gtk_widget_measure (self->up, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (self->down, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->up, &nowhere, -1);
  gtk_widget_size_allocate (self->down, &nowhere, -1);
  update_layout (self, width, height);
  if (!is_painted_only (self))
    for (guint i = 0; i < self->bars->len; i++)
      allocate_bar (self, g_ptr_array_index (self->bars, i), i);
  else if (self->selected >= 0)
    allocate_bar (self, GTK_WIDGET (get_bar (self, self->selected)), (guint) self->selected);
}

static void
desk_bar_chart_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = MIN_SIZE;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

static void
desk_bar_chart_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  DeskBarChart *self = DESK_BAR_CHART (widget);
  GdkRGBA up;
  GdkRGBA down;

  gtk_style_context_get_color (gtk_widget_get_style_context (self->up), &up);
  gtk_style_context_get_color (gtk_widget_get_style_context (self->down), &down);
  for (guint i = 0; i < self->bars->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->bars, i), snapshot);
  desk_bar_chart_painter_grid (widget, snapshot, &self->layout, self->grid_labels);
  for (guint i = 0; i < self->values->len; i++)
    {
      const DeskBarChartValue *value = get_value (self, i);

      desk_bar_chart_painter_bar (snapshot, &self->layout, i, value->up, &up);
      desk_bar_chart_painter_bar (snapshot, &self->layout, i, -value->down, &down);
      if (i % self->label_interval == 0)
        desk_bar_chart_painter_label (widget, snapshot, &self->layout, i, value->label);
    }
}

static void
desk_bar_chart_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (desk_bar_chart_parent_class)->css_changed (widget, change);
  gtk_widget_queue_allocate (widget);
}

static gboolean
move_selection (GtkWidget *widget,
                GVariant  *arguments,
                gpointer   user_data)
{
  DeskBarChart *self = DESK_BAR_CHART (widget);
  int n_values = (int) self->values->len;
  int step = g_variant_get_int32 (arguments);

  if (n_values == 0)
    return FALSE;
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    step = -step;
  if (self->selected < 0)
    desk_bar_chart_set_selected (self, step > 0 ? 0 : n_values - 1);
  else
    desk_bar_chart_set_selected (self, CLAMP (self->selected + step, 0, n_values - 1));
  return TRUE;
}

static gboolean
select_end (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   user_data)
{
  DeskBarChart *self = DESK_BAR_CHART (widget);

  if (self->values->len == 0)
    return FALSE;
  desk_bar_chart_set_selected (self, g_variant_get_boolean (arguments) ? (int) self->values->len - 1 : 0);
  return TRUE;
}

static gboolean
activate_selected (GtkWidget *widget,
                   GVariant  *arguments,
                   gpointer   user_data)
{
  DeskBarChart *self = DESK_BAR_CHART (widget);

  if (self->selected < 0)
    return FALSE;
  g_signal_emit (self, signals[ACTIVATED], 0, (guint) self->selected);
  return TRUE;
}

static void
pressed_cb (DeskBarChart *self,
            int           n_press,
            double        x,
            double        y)
{
  int position = desk_bar_chart_layout_find (&self->layout, x);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (position < 0)
    return;
  desk_bar_chart_set_selected (self, position);
  if (n_press == 2)
    g_signal_emit (self, signals[ACTIVATED], 0, (guint) position);
}

static void
set_format_func (DeskBarChart           *self,
                 DeskBarChartFormatFunc  func,
                 gpointer                user_data,
                 GDestroyNotify          destroy)
{
  if (self->format_destroy != NULL)
    self->format_destroy (self->format_data);
  self->format = func;
  self->format_data = user_data;
  self->format_destroy = destroy;
}

static void
set_describe_func (DeskBarChart             *self,
                   DeskBarChartDescribeFunc  func,
                   gpointer                  user_data,
                   GDestroyNotify            destroy)
{
  if (self->describe_destroy != NULL)
    self->describe_destroy (self->describe_data);
  self->describe = func;
  self->describe_data = user_data;
  self->describe_destroy = destroy;
}

static void
desk_bar_chart_dispose (GObject *object)
{
  DeskBarChart *self = DESK_BAR_CHART (object);

  g_ptr_array_set_size (self->bars, 0);
  g_clear_pointer (&self->up, gtk_widget_unparent);
  g_clear_pointer (&self->down, gtk_widget_unparent);
  set_format_func (self, NULL, NULL, NULL);
  set_describe_func (self, NULL, NULL, NULL);

  G_OBJECT_CLASS (desk_bar_chart_parent_class)->dispose (object);
}

static void
desk_bar_chart_finalize (GObject *object)
{
  DeskBarChart *self = DESK_BAR_CHART (object);

  g_array_unref (self->values);
  g_ptr_array_unref (self->bars);
  g_ptr_array_unref (self->grid_labels);

  G_OBJECT_CLASS (desk_bar_chart_parent_class)->finalize (object);
}

static void
desk_bar_chart_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (property_id == PROP_SELECTED)
    g_value_set_int (value, DESK_BAR_CHART (object)->selected);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
desk_bar_chart_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  if (property_id == PROP_SELECTED)
    desk_bar_chart_set_selected (DESK_BAR_CHART (object), g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
add_key_bindings (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, move_selection, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, move_selection, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Left, 0, move_selection, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Right, 0, move_selection, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, select_end, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, select_end, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_selected, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_selected, NULL);
}

static void
desk_bar_chart_class_init (DeskBarChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = desk_bar_chart_dispose;
  object_class->finalize = desk_bar_chart_finalize;
  object_class->get_property = desk_bar_chart_get_property;
  object_class->set_property = desk_bar_chart_set_property;
  widget_class->measure = desk_bar_chart_measure;
  widget_class->size_allocate = desk_bar_chart_size_allocate;
  widget_class->snapshot = desk_bar_chart_snapshot;
  widget_class->css_changed = desk_bar_chart_css_changed;

  properties[PROP_SELECTED] =
    g_param_spec_int ("selected", NULL, NULL, -1, G_MAXINT, -1,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_UINT);

  add_key_bindings (widget_class);
  gtk_widget_class_set_css_name (widget_class, "barchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
clear_value (DeskBarChartValue *value)
{
  g_free ((char *) value->label);
}

/* GTK has no plain widget; a box that nothing is put in is one. */
static GtkWidget *
add_color_child (DeskBarChart *self,
                 const char   *css_name)
{
  GtkWidget *child = g_object_new (GTK_TYPE_BOX, "css-name", css_name,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return child;
}

static void
desk_bar_chart_init (DeskBarChart *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->values = g_array_new (FALSE, FALSE, sizeof (DeskBarChartValue));
  g_array_set_clear_func (self->values, (GDestroyNotify) clear_value);
  self->bars = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->grid_labels = g_ptr_array_new_with_free_func (g_object_unref);
  self->up = add_color_child (self, "up");
  self->down = add_color_child (self, "down");
  self->selected = -1;
  self->label_interval = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
desk_bar_chart_new (void)
{
  return g_object_new (DESK_TYPE_BAR_CHART, NULL);
}

void
desk_bar_chart_set_format_func (DeskBarChart           *self,
                                DeskBarChartFormatFunc  func,
                                gpointer                user_data,
                                GDestroyNotify          destroy)
{
  g_return_if_fail (DESK_IS_BAR_CHART (self));

  set_format_func (self, func, user_data, destroy);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
desk_bar_chart_set_describe_func (DeskBarChart             *self,
                                  DeskBarChartDescribeFunc  func,
                                  gpointer                  user_data,
                                  GDestroyNotify            destroy)
{
  g_return_if_fail (DESK_IS_BAR_CHART (self));

  set_describe_func (self, func, user_data, destroy);
}

static double
tidy (double value)
{
  return isfinite (value) ? MAX (value, 0.0) : 0.0;
}

void
desk_bar_chart_set_values (DeskBarChart            *self,
                           const DeskBarChartValue *values,
                           guint                    n_values)
{
  g_return_if_fail (DESK_IS_BAR_CHART (self));
  g_return_if_fail (values != NULL || n_values == 0);

  desk_bar_chart_set_selected (self, -1);
  g_array_set_size (self->values, 0);
  for (guint i = 0; i < n_values; i++)
    {
      DeskBarChartValue value = {
        g_strdup (values[i].label != NULL ? values[i].label : ""), tidy (values[i].up), tidy (values[i].down),
      };

      g_array_append_val (self->values, value);
    }
  rebuild_bars (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

guint
desk_bar_chart_get_n_values (DeskBarChart *self)
{
  g_return_val_if_fail (DESK_IS_BAR_CHART (self), 0);

  return self->values->len;
}

static void
show_selection (DeskBarChart *self)
{
  DeskBarChartBar *bar = get_bar (self, self->selected);

  if (bar == NULL)
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
      return;
    }
  if (is_painted_only (self))
    {
      describe_bar (self, bar, (guint) self->selected);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
  desk_bar_chart_bar_set_selected (bar, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (bar), TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, bar, -1);
}

void
desk_bar_chart_set_selected (DeskBarChart *self,
                             int           position)
{
  DeskBarChartBar *before = NULL;

  g_return_if_fail (DESK_IS_BAR_CHART (self));
  g_return_if_fail (position >= -1 && position < (int) self->values->len);

  if (self->selected == position)
    return;
  before = get_bar (self, self->selected);
  if (before != NULL)
    {
      desk_bar_chart_bar_set_selected (before, FALSE);
      gtk_widget_set_visible (GTK_WIDGET (before), !is_painted_only (self));
    }
  self->selected = position;
  show_selection (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

int
desk_bar_chart_get_selected (DeskBarChart *self)
{
  g_return_val_if_fail (DESK_IS_BAR_CHART (self), -1);

  return self->selected;
}
