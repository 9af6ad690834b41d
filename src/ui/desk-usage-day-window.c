/* desk-usage-day-window.c: the half hours of one day of energy
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-bar-chart.h"
#include "desk-catalogue.h"
#include "desk-format.h"
#include "desk-json-read.h"
#include "desk-row-scan.h"
#include "desk-status-view.h"
#include "desk-ui-error.h"
#include "desk-usage-day-window.h"
#include "desk-usage-profile.h"
#include "desk-usage-words.h"

#define N_USUAL_SLOTS 48

struct _DeskUsageDayWindow
{
  AdwWindow       parent_instance;

  /* Template widgets */
  AdwWindowTitle *title;
  GtkStack       *stack;
  DeskStatusView *status;
  DeskBarChart   *chart;
  GtkLabel       *selected_label;
  GtkLabel       *note_label;

  /* Owned */
  GDate           day;
  GTimeZone      *zone;
  GPtrArray      *slots; /* (element-type DeskUsageSlot) (nullable): until they are read */
  GCancellable   *cancellable;
};

G_DEFINE_FINAL_TYPE (DeskUsageDayWindow, desk_usage_day_window, ADW_TYPE_WINDOW)

/* What one scan of the reads brings. */
typedef struct
{
  char             *service_point_id; /* (owned) */
  DeskUsageProfile *profile;          /* (owned) */
} Reads;

static void
reads_free (gpointer data)
{
  Reads *reads = data;

  g_free (reads->service_point_id);
  desk_usage_profile_free (reads->profile);
  g_free (reads);
}

static void
take_record (DeskJsonSlice record,
             gpointer      data)
{
  Reads *reads = data;

  if (desk_json_slice_equals_string (desk_json_slice_get_member (record, "service_point_id"), reads->service_point_id))
    desk_usage_profile_add (reads->profile, record);
}

static char *
slot_words (const DeskUsageSlot *slot)
{
  g_autofree char *from_grid = NULL;
  g_autofree char *to_grid = NULL;

  /* Translators: the half hour that begins at this time; "02:00: no reads" */
  if (slot->n_reads == 0)
    return g_strdup_printf (_("%s: no reads"), slot->label);

  from_grid = desk_usage_words_energy (slot->from_grid);
  to_grid = desk_usage_words_energy (slot->to_grid);
  return g_strdup_printf (_("%s: %s kWh from the grid, %s kWh to the grid"), slot->label, from_grid, to_grid);
}

static char *
describe_bar (guint    position,
              gpointer user_data)
{
  return slot_words (g_ptr_array_index (DESK_USAGE_DAY_WINDOW (user_data)->slots, position));
}

static char *
format_energy (double   value,
               gpointer user_data)
{
  return g_strdup_printf ("%.2f", value);
}

static void
show_selected (DeskUsageDayWindow *self)
{
  int selected = desk_bar_chart_get_selected (self->chart);
  g_autofree char *words = NULL;

  if (selected < 0 || self->slots == NULL)
    words = g_strdup (_("Choose a bar to read its half hour."));
  else
    words = slot_words (g_ptr_array_index (self->slots, selected));
  gtk_label_set_text (self->selected_label, words);
}

static void
show_note (DeskUsageDayWindow *self)
{
  const char *note = _("Times are those of your time zone. The standard counts days in AEST.");

  if (self->slots->len < N_USUAL_SLOTS)
    note = _("Summer time begins on this day: it is shorter by the half hours that the clock skips.");
  else if (self->slots->len > N_USUAL_SLOTS)
    note = _("Summer time ends on this day: what the clock shows twice is told apart by its distance from UTC.");
  gtk_label_set_text (self->note_label, note);
}

static gboolean
has_reads (GPtrArray *slots)
{
  for (guint i = 0; i < slots->len; i++)
    {
      const DeskUsageSlot *slot = g_ptr_array_index (slots, i);

      if (slot->n_reads > 0)
        return TRUE;
    }

  return FALSE;
}

static void
show_slots (DeskUsageDayWindow *self)
{
  g_autofree DeskBarChartValue *values = g_new0 (DeskBarChartValue, self->slots->len);

  if (!has_reads (self->slots))
    {
      desk_status_view_set_empty (self->status, "weather-clear-symbolic", _("No half hours"),
                                  _("The reads of this day are a total, or are not there."), NULL, NULL);
      return;
    }

  for (guint i = 0; i < self->slots->len; i++)
    {
      const DeskUsageSlot *slot = g_ptr_array_index (self->slots, i);

      values[i].label = slot->label;
      values[i].up = desk_decimal_to_sort_key (slot->from_grid);
      values[i].down = desk_decimal_to_sort_key (slot->to_grid);
    }
  desk_bar_chart_set_values (self->chart, values, self->slots->len);
  show_note (self);
  show_selected (self);
  gtk_stack_set_visible_child_name (self->stack, "content");
}

static void
scanned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(DeskUsageDayWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  Reads *reads = desk_row_scan_finish (DESK_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (reads == NULL)
    {
      desk_status_view_set_failed (self->status, _("The usage could not be read"), error);
      return;
    }

  self->slots = desk_usage_profile_list_day (reads->profile, &self->day, self->zone);
  reads_free (reads);
  show_slots (self);
}

static void
desk_usage_day_window_dispose (GObject *object)
{
  DeskUsageDayWindow *self = DESK_USAGE_DAY_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  if (self->chart != NULL)
    desk_bar_chart_set_describe_func (self->chart, NULL, NULL, NULL);

  G_OBJECT_CLASS (desk_usage_day_window_parent_class)->dispose (object);
}

static void
desk_usage_day_window_finalize (GObject *object)
{
  DeskUsageDayWindow *self = DESK_USAGE_DAY_WINDOW (object);

  g_clear_pointer (&self->slots, g_ptr_array_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (desk_usage_day_window_parent_class)->finalize (object);
}

static void
desk_usage_day_window_class_init (DeskUsageDayWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_usage_day_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_usage_day_window_finalize;

  g_type_ensure (DESK_TYPE_BAR_CHART);
  g_type_ensure (DESK_TYPE_STATUS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-usage-day-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskUsageDayWindow, title);
  gtk_widget_class_bind_template_child (widget_class, DeskUsageDayWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskUsageDayWindow, status);
  gtk_widget_class_bind_template_child (widget_class, DeskUsageDayWindow, chart);
  gtk_widget_class_bind_template_child (widget_class, DeskUsageDayWindow, selected_label);
  gtk_widget_class_bind_template_child (widget_class, DeskUsageDayWindow, note_label);
  gtk_widget_class_bind_template_callback (widget_class, show_selected);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
desk_usage_day_window_init (DeskUsageDayWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->cancellable = g_cancellable_new ();
  desk_bar_chart_set_format_func (self->chart, format_energy, NULL, NULL);
  desk_bar_chart_set_describe_func (self->chart, describe_bar, self, NULL);
}

static void
load (DeskUsageDayWindow *self,
      DeskStore          *store,
      const char         *end_user_id,
      const char         *service_point_id)
{
  g_autoptr(DeskQuery) query = desk_query_new (desk_catalogue_find ("energy.usage"), end_user_id);
  Reads *reads = g_new0 (Reads, 1);

  reads->service_point_id = g_strdup (service_point_id);
  reads->profile = desk_usage_profile_new ();
  desk_status_view_set_loading (self->status, _("Reading usage …"));
  desk_row_scan_async (store, query, DESK_STORE_READING_SHOWN, take_record, reads, reads_free, self->cancellable, scanned_cb, g_object_ref (self));
}

GtkWidget *
desk_usage_day_window_new (DeskContext *context,
                           DeskEndUser *end_user,
                           const char  *service_point_id,
                           const char  *title,
                           const GDate *day,
                           GTimeZone   *zone)
{
  DeskUsageDayWindow *self;
  DeskStore *store;
  g_autofree char *words = NULL;

  g_return_val_if_fail (DESK_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (DESK_IS_END_USER (end_user), NULL);
  g_return_val_if_fail (service_point_id != NULL && g_date_valid (day), NULL);

  self = g_object_new (DESK_TYPE_USAGE_DAY_WINDOW, NULL);
  self->day = *day;
  self->zone = g_time_zone_ref (zone);
  words = desk_format_date (day);
  adw_window_title_set_title (self->title, words);
  adw_window_title_set_subtitle (self->title, title);
  gtk_window_set_title (GTK_WINDOW (self), words);

  store = desk_context_get_store (context);
  g_signal_connect_object (store, "purged", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  load (self, store, desk_end_user_get_id (end_user), service_point_id);

  return GTK_WIDGET (self);
}
