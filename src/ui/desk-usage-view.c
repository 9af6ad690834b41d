/* desk-usage-view.c: figures and bars of the energy usage
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "desk-bar-chart.h"
#include "desk-figure-tile.h"
#include "desk-usage-view.h"
#include "desk-usage-window.h"
#include "desk-usage-words.h"

struct _DeskUsageView
{
  GtkWidget         parent_instance;

  /* Template widgets */
  GtkDropDown      *service_point_menu;
  GtkWidget        *before_button;
  GtkWidget        *after_button;
  GtkLabel         *range_label;
  GtkToggleButton  *days_button;
  GtkToggleButton  *months_button;
  GtkLabel         *subtitle;
  DeskFigureTile   *from_grid_tile;
  DeskFigureTile   *to_grid_tile;
  DeskFigureTile   *net_tile;
  DeskFigureTile   *highest_tile;
  DeskBarChart     *chart;
  GtkLabel         *selected_label;
  GtkLabel         *left_out_label;

  /* Owned */
  DeskUsageSummary *summary;        /* (nullable) */
  GHashTable       *metering_ids;   /* (nullable) */
  char            **service_points; /* (nullable): those with a day to show */
  GPtrArray        *periods;        /* (nullable) of DeskUsagePeriod: the bars */

  DeskUsageWindow   window;
  guint             service_point;  /* position in service_points */
  gboolean          is_updating;
};

enum
{
  DAY_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskUsageView, desk_usage_view, GTK_TYPE_WIDGET)

static const char *
get_service_point (DeskUsageView *self)
{
  return self->service_points[self->service_point];
}

static char *
get_service_point_words (DeskUsageView *self,
                         const char    *id)
{
  return desk_usage_words_service_point (id, g_hash_table_lookup (self->metering_ids, id));
}

static void
show_energy (DeskFigureTile    *tile,
             const char        *title,
             const DeskDecimal *energy)
{
  g_autofree char *figure = desk_usage_words_energy (energy);

  desk_figure_tile_set (tile, title, figure, _("kWh"));
}

static void
show_net (DeskUsageView         *self,
          const DeskUsagePeriod *total)
{
  g_autoptr(DeskDecimal) net = desk_usage_period_dup_net (total);
  gboolean is_export = desk_decimal_is_negative (net);

  if (is_export)
    desk_decimal_negate (net);
  show_energy (self->net_tile, is_export ? _("Net to the grid") : _("Net from the grid"), net);
}

static void
show_highest (DeskUsageView *self,
              const GDate   *first)
{
  g_autoptr(GPtrArray) days = desk_usage_summary_list (self->summary, get_service_point (self), first,
                                                        &self->window.last, DESK_USAGE_STEP_DAY);
  const DeskUsagePeriod *highest = desk_usage_period_find_highest (days);
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;

  if (highest == NULL)
    {
      desk_figure_tile_set (self->highest_tile, _("Highest day"), _("None"), NULL);
      return;
    }
  day = desk_usage_words_label (&highest->start, DESK_USAGE_STEP_DAY);
  /* Translators: the day on which most energy was drawn: "Highest day, 12 Nov" */
  title = g_strdup_printf (_("Highest day, %s"), day);
  show_energy (self->highest_tile, title, highest->from_grid);
}

static void
show_subtitle (DeskUsageView         *self,
               const DeskUsagePeriod *total)
{
  g_autofree char *service_point = get_service_point_words (self, get_service_point (self));
  g_autofree char *quality = desk_usage_words_quality (total);
  /* Translators: the service point, and how its reads came about; AEST is Australian Eastern Standard Time */
  g_autofree char *text = g_strdup_printf (_("%s · days in AEST · %s"), service_point, quality);

  gtk_label_set_text (self->subtitle, text);
}

static void
show_selected (DeskUsageView *self)
{
  int selected = desk_bar_chart_get_selected (self->chart);
  g_autofree char *words = NULL;

  if (selected < 0 || self->periods == NULL)
    words = g_strdup (self->window.step == DESK_USAGE_STEP_DAY ? _("Choose a bar to read its day; Enter or a double click opens its half hours.")
                                                              : _("Choose a bar to read its month."));
  else
    words = desk_usage_words_period (g_ptr_array_index (self->periods, selected), self->window.step);
  gtk_label_set_text (self->selected_label, words);
}

static void
show_chart (DeskUsageView *self)
{
  g_autofree DeskBarChartValue *values = g_new0 (DeskBarChartValue, self->periods->len);
  g_auto (GStrv) labels = g_new0 (char *, self->periods->len + 1);

  for (guint i = 0; i < self->periods->len; i++)
    {
      const DeskUsagePeriod *period = g_ptr_array_index (self->periods, i);

      labels[i] = desk_usage_words_label (&period->start, self->window.step);
      values[i].label = labels[i];
      values[i].up = desk_decimal_to_sort_key (period->from_grid);
      values[i].down = desk_decimal_to_sort_key (period->to_grid);
    }
  desk_bar_chart_set_values (self->chart, values, self->periods->len);
  show_selected (self);
}

static void
show_left_out (DeskUsageView *self)
{
  const char *id = get_service_point (self);
  g_autofree char *words = desk_usage_words_left_out (desk_usage_summary_get_n_other_units (self->summary, id),
                                                      desk_usage_summary_get_n_unreadable (self->summary, id));

  gtk_label_set_text (self->left_out_label, words);
  gtk_widget_set_visible (GTK_WIDGET (self->left_out_label), *words != '\0');
}

static void
show_range (DeskUsageView *self,
            const GDate   *first)
{
  g_autofree char *words = desk_usage_words_range (first, &self->window.last, self->window.step);

  gtk_label_set_text (self->range_label, words);
  gtk_widget_set_sensitive (self->before_button, desk_usage_window_has_before (&self->window));
  gtk_widget_set_sensitive (self->after_button, desk_usage_window_has_after (&self->window));
  self->is_updating = TRUE;
  gtk_toggle_button_set_active (self->window.step == DESK_USAGE_STEP_DAY ? self->days_button : self->months_button,
                                TRUE);
  self->is_updating = FALSE;
}

static void
show_usage (DeskUsageView *self)
{
  g_autoptr(DeskUsagePeriod) total = NULL;
  GDate first;

  desk_usage_window_get_first (&self->window, &first);
  g_clear_pointer (&self->periods, g_ptr_array_unref);
  self->periods = desk_usage_summary_list (self->summary, get_service_point (self), &first, &self->window.last,
                                           self->window.step);
  total = desk_usage_period_total (self->periods);
  show_range (self, &first);
  show_subtitle (self, total);
  show_energy (self->from_grid_tile, _("From the grid"), total->from_grid);
  show_energy (self->to_grid_tile, _("To the grid"), total->to_grid);
  show_net (self, total);
  show_highest (self, &first);
  show_chart (self);
  show_left_out (self);
}

/* Keeps the days that are looked at, unless they were the latest ones and later ones came. */
static void
update_window (DeskUsageView *self)
{
  gboolean was_latest = !g_date_valid (&self->window.last) || !desk_usage_window_has_after (&self->window);

  desk_usage_summary_get_span (self->summary, get_service_point (self), &self->window.span_first,
                               &self->window.span_last);
  if (was_latest || g_date_compare (&self->window.last, &self->window.span_last) > 0)
    self->window.last = self->window.span_last;
}

static void
choose_service_point (DeskUsageView *self,
                      guint          position)
{
  self->service_point = position;
  g_date_clear (&self->window.last, 1);
  update_window (self);
  show_usage (self);
}

static void
service_point_chosen_cb (DeskUsageView *self)
{
  guint position = gtk_drop_down_get_selected (self->service_point_menu);

  if (!self->is_updating && position != GTK_INVALID_LIST_POSITION && position != self->service_point)
    choose_service_point (self, position);
}

static void
step_toggled_cb (DeskUsageView   *self,
                 GtkToggleButton *button)
{
  if (self->is_updating || self->summary == NULL || !gtk_toggle_button_get_active (button))
    return;
  self->window.step = button == self->days_button ? DESK_USAGE_STEP_DAY : DESK_USAGE_STEP_MONTH;
  show_usage (self);
}

static void
before_clicked_cb (DeskUsageView *self)
{
  desk_usage_window_move (&self->window, -1);
  show_usage (self);
}

static void
after_clicked_cb (DeskUsageView *self)
{
  desk_usage_window_move (&self->window, 1);
  show_usage (self);
}

static void
open_day (DeskUsageView *self,
          const GDate   *day)
{
  const char *id = get_service_point (self);
  g_autofree char *words = get_service_point_words (self, id);

  g_signal_emit (self, signals[DAY_OPENED], 0, id, words, g_date_get_julian (day));
}

static void
bar_activated_cb (DeskUsageView *self,
                  guint          position)
{
  const DeskUsagePeriod *period = g_ptr_array_index (self->periods, position);

  if (self->window.step == DESK_USAGE_STEP_DAY)
    {
      open_day (self, &period->start);
      return;
    }
  desk_usage_window_enter_month (&self->window, &period->start);
  show_usage (self);
}

/* Service points that have a day; the others have nothing to look at. */
static char **
find_service_points (DeskUsageSummary *summary)
{
  g_auto (GStrv) ids = desk_usage_summary_dup_service_points (summary);
  g_autoptr(GStrvBuilder) found = g_strv_builder_new ();
  GDate first;
  GDate last;

  for (guint i = 0; ids[i] != NULL; i++)
    if (desk_usage_summary_get_span (summary, ids[i], &first, &last))
      g_strv_builder_add (found, ids[i]);
  return g_strv_builder_end (found);
}

static guint
find_position (char       **ids,
               const char  *id)
{
  for (guint i = 0; id != NULL && ids[i] != NULL; i++)
    if (g_str_equal (ids[i], id))
      return i;
  return 0;
}

static void
update_service_point_menu (DeskUsageView *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; self->service_points[i] != NULL; i++)
    {
      g_autofree char *words = get_service_point_words (self, self->service_points[i]);

      gtk_string_list_append (names, words);
    }
  self->is_updating = TRUE;
  gtk_drop_down_set_model (self->service_point_menu, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->service_point_menu, self->service_point);
  self->is_updating = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->service_point_menu), g_strv_length (self->service_points) > 1);
}

static char *
format_energy (double   value,
               gpointer user_data)
{
  return g_strdup_printf ("%g", ABS (value));
}

static char *
describe_bar (guint    position,
              gpointer user_data)
{
  DeskUsageView *self = user_data;

  return desk_usage_words_period (g_ptr_array_index (self->periods, position), self->window.step);
}

static void
desk_usage_view_dispose (GObject *object)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (desk_usage_view_parent_class)->dispose (object);
}

static void
desk_usage_view_finalize (GObject *object)
{
  DeskUsageView *self = DESK_USAGE_VIEW (object);

  g_clear_pointer (&self->summary, desk_usage_summary_free);
  g_clear_pointer (&self->metering_ids, g_hash_table_unref);
  g_clear_pointer (&self->service_points, g_strfreev);
  g_clear_pointer (&self->periods, g_ptr_array_unref);

  G_OBJECT_CLASS (desk_usage_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-usage-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskUsageView, service_point_menu);
  gtk_widget_class_bind_template_child (widget_class, DeskUsageView, before_button);
  gtk_widget_class_bind_template_child (widget_class, DeskUsageView, after_button);
  gtk_widget_class_bind_template_child (widget_class, DeskUsageView, range_label);
  gtk_widget_class_bind_template_child (widget_class, DeskUsageView, days_button);
  gtk_widget_class_bind_template_child (widget_class, DeskUsageView, months_button);
  gtk_widget_class_bind_template_child (widget_class, DeskUsageView, subtitle);
  gtk_widget_class_bind_template_child (widget_class, DeskUsageView, from_grid_tile);
  gtk_widget_class_bind_template_child (widget_class, DeskUsageView, to_grid_tile);
  gtk_widget_class_bind_template_child (widget_class, DeskUsageView, net_tile);
  gtk_widget_class_bind_template_child (widget_class, DeskUsageView, highest_tile);
  gtk_widget_class_bind_template_child (widget_class, DeskUsageView, chart);
  gtk_widget_class_bind_template_child (widget_class, DeskUsageView, selected_label);
  gtk_widget_class_bind_template_child (widget_class, DeskUsageView, left_out_label);
  gtk_widget_class_bind_template_callback (widget_class, service_point_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, before_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, after_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, bar_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_selected);
}

static void
desk_usage_view_class_init (DeskUsageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_usage_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_usage_view_finalize;

  signals[DAY_OPENED] = g_signal_new ("day-opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
desk_usage_view_init (DeskUsageView *self)
{
  g_type_ensure (DESK_TYPE_BAR_CHART);
  g_type_ensure (DESK_TYPE_FIGURE_TILE);
  gtk_widget_init_template (GTK_WIDGET (self));

  desk_bar_chart_set_format_func (self->chart, format_energy, NULL, NULL);
  desk_bar_chart_set_describe_func (self->chart, describe_bar, self, NULL);
}

gboolean
desk_usage_view_take_usage (DeskUsageView    *self,
                            DeskUsageSummary *summary,
                            GHashTable       *metering_ids)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (DESK_IS_USAGE_VIEW (self), FALSE);
  g_return_val_if_fail (summary != NULL && metering_ids != NULL, FALSE);

  if (self->service_points != NULL && *self->service_points != NULL)
    id = g_strdup (get_service_point (self));
  g_clear_pointer (&self->summary, desk_usage_summary_free);
  g_clear_pointer (&self->metering_ids, g_hash_table_unref);
  g_clear_pointer (&self->service_points, g_strfreev);
  self->summary = summary;
  self->metering_ids = metering_ids;
  self->service_points = find_service_points (summary);
  self->service_point = find_position (self->service_points, id);
  if (*self->service_points == NULL)
    return FALSE;
  update_service_point_menu (self);
  update_window (self);
  show_usage (self);
  return TRUE;
}
