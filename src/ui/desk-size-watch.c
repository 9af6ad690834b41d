/* desk-size-watch.c: tells what it holds how much room there is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-size-watch.h"

struct _DeskSizeWatch
{
  GtkWidget  parent_instance;

  GtkWidget *child;        /* (nullable) */
  guint      source;       /* of the signal that is due; 0 if none is */
  int        wanted_width;
  int        width;
  int        height;
};

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_WANTED_WIDTH,
  N_PROPS
};

enum
{
  RESIZED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskSizeWatch, desk_size_watch, GTK_TYPE_WIDGET)

static void
set_child (DeskSizeWatch *self,
           GtkWidget     *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static gboolean
resized_cb (gpointer user_data)
{
  DeskSizeWatch *self = user_data;

  self->source = 0;
  g_signal_emit (self, signals[RESIZED], 0, self->width, self->height);
  return G_SOURCE_REMOVE;
}

static void
desk_size_watch_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  DeskSizeWatch *self = DESK_SIZE_WATCH (widget);

  if (self->child != NULL)
    gtk_widget_allocate (self->child, width, height, baseline, NULL);
  if (self->width == width && self->height == height)
    return;
  self->width = width;
  self->height = height;
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, resized_cb, self, NULL);
}

static void
desk_size_watch_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  DeskSizeWatch *self = DESK_SIZE_WATCH (widget);

  if (self->child != NULL)
    gtk_widget_measure (self->child, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, self->wanted_width);
}

static void
desk_size_watch_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (property_id == PROP_CHILD)
    set_child (DESK_SIZE_WATCH (object), g_value_get_object (value));
  else if (property_id == PROP_WANTED_WIDTH)
    DESK_SIZE_WATCH (object)->wanted_width = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
desk_size_watch_dispose (GObject *object)
{
  DeskSizeWatch *self = DESK_SIZE_WATCH (object);

  g_clear_handle_id (&self->source, g_source_remove);
  set_child (self, NULL);

  G_OBJECT_CLASS (desk_size_watch_parent_class)->dispose (object);
}

static void
desk_size_watch_class_init (DeskSizeWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = desk_size_watch_set_property;
  object_class->dispose = desk_size_watch_dispose;
  widget_class->measure = desk_size_watch_measure;
  widget_class->size_allocate = desk_size_watch_size_allocate;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WANTED_WIDTH] = g_param_spec_int ("wanted-width", NULL, NULL, 0, G_MAXINT, 0,
                                                    G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[RESIZED] = g_signal_new ("resized", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
}

static void
desk_size_watch_init (DeskSizeWatch *self)
{
}

GtkWidget *
desk_size_watch_new (void)
{
  return g_object_new (DESK_TYPE_SIZE_WATCH, NULL);
}
