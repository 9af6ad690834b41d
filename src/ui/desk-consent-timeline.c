/* desk-consent-timeline.c: what has happened in a link attempt
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-consent-timeline.h"

#include "desk-consent-timeline-row.h"

/* The first frame shows the window, the second what the page has painted meanwhile. Both would come later with the rows, and
 * nobody reads so soon. */
#define FRAMES_WITHOUT_ROWS 2

struct _DeskConsentTimeline
{
  AdwBin parent_instance;

  GtkScrolledWindow *scrolled_window;
  GtkListBox *list_box;
  GtkWidget *hint_label;
  GListModel *model; /* (owned) (nullable) */
  guint n_frames; /* since it is on the screen */
  guint tick_id; /* 0 unless frames are counted */
  gboolean shows_rows;
  gboolean is_at_end;
  guint scroll_id; /* 0 unless a scroll to the end is due */
};

G_DEFINE_FINAL_TYPE (DeskConsentTimeline, desk_consent_timeline, ADW_TYPE_BIN)

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  return desk_consent_timeline_row_new (item);
}

static void
bind (DeskConsentTimeline *self)
{
  gtk_list_box_bind_model (self->list_box, self->model, make_row, NULL, NULL);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *frame_clock,
         gpointer       user_data)
{
  DeskConsentTimeline *self = DESK_CONSENT_TIMELINE (widget);

  self->n_frames++;
  if (self->n_frames <= FRAMES_WITHOUT_ROWS)
    return G_SOURCE_CONTINUE;

  self->tick_id = 0;
  self->shows_rows = TRUE;
  bind (self);

  return G_SOURCE_REMOVE;
}

static void
desk_consent_timeline_map (GtkWidget *widget)
{
  DeskConsentTimeline *self = DESK_CONSENT_TIMELINE (widget);

  GTK_WIDGET_CLASS (desk_consent_timeline_parent_class)->map (widget);

  if (!self->shows_rows)
    self->tick_id = gtk_widget_add_tick_callback (widget, tick_cb, NULL, NULL);
}

static void
desk_consent_timeline_unmap (GtkWidget *widget)
{
  DeskConsentTimeline *self = DESK_CONSENT_TIMELINE (widget);

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (widget, self->tick_id);
  self->tick_id = 0;

  GTK_WIDGET_CLASS (desk_consent_timeline_parent_class)->unmap (widget);
}

static void
desk_consent_timeline_dispose (GObject *object)
{
  DeskConsentTimeline *self = DESK_CONSENT_TIMELINE (object);

  g_clear_handle_id (&self->scroll_id, g_source_remove);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (desk_consent_timeline_parent_class)->dispose (object);
}

static void
scroll_to_end (gpointer user_data)
{
  DeskConsentTimeline *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);

  self->scroll_id = 0;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

/* The viewport is being laid out then: where it stands is changed after that (GTK 4.8). */
static void
grown_cb (DeskConsentTimeline *self)
{
  if (self->is_at_end && self->scroll_id == 0)
    self->scroll_id = g_idle_add_once (scroll_to_end, self);
}

/* Who reads what was before is left there. */
static void
scrolled_cb (DeskConsentTimeline *self,
             GtkAdjustment       *adjustment)
{
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  self->is_at_end = gtk_adjustment_get_value (adjustment) >= end - 1;
}

static void
desk_consent_timeline_class_init (DeskConsentTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_consent_timeline_dispose;
  widget_class->map = desk_consent_timeline_map;
  widget_class->unmap = desk_consent_timeline_unmap;

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-consent-timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskConsentTimeline, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentTimeline, list_box);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentTimeline, hint_label);
}

static void
desk_consent_timeline_init (DeskConsentTimeline *self)
{
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_at_end = TRUE;
  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (grown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

void
desk_consent_timeline_set_model (DeskConsentTimeline *self,
                                 GListModel          *model)
{
  g_return_if_fail (DESK_IS_CONSENT_TIMELINE (self));

  g_set_object (&self->model, model);
  if (self->shows_rows)
    bind (self);
}

void
desk_consent_timeline_set_open (DeskConsentTimeline *self,
                                gboolean             is_open)
{
  g_return_if_fail (DESK_IS_CONSENT_TIMELINE (self));

  gtk_widget_set_visible (self->hint_label, is_open);
}
