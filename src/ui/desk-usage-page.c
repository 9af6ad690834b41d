/* desk-usage-page.c: the energy usage of an end user, by day or month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "desk-bar-chart.h"
#include "desk-figure-tile.h"
#include "desk-status-view.h"
#include "desk-store-watch.h"
#include "desk-usage-load.h"
#include "desk-usage-page.h"
#include "desk-usage-window.h"
#include "desk-usage-words.h"

struct _DeskUsagePage
{
  GtkWidget         parent_instance;

  /* Template widgets */
  GtkStack         *stack;
  DeskStatusView   *status;
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
  DeskContext      *context;
  DeskEndUser      *end_user;
  DeskStoreWatch   *watch;
  GCancellable     *cancellable;
  DeskUsageSummary *summary;        /* (nullable) */
  GHashTable       *metering_ids;   /* (nullable) */
  char            **service_points; /* (nullable): those with a day to show */
  GPtrArray        *periods;        /* (nullable) of DeskUsagePeriod: the bars */

  DeskUsageWindow   window;
  guint             service_point;  /* position in service_points */
  gboolean          is_loading;
  gboolean          is_stale;
  gboolean          is_updating;
};

G_DEFINE_FINAL_TYPE (DeskUsagePage, desk_usage_page, GTK_TYPE_WIDGET)

static void load (DeskUsagePage *self);

static const char *
get_service_point (DeskUsagePage *self)
{
  return self->service_points[self->service_point];
}

static char *
get_service_point_words (DeskUsagePage *self,
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
show_net (DeskUsagePage         *self,
          const DeskUsagePeriod *total)
{
  g_autoptr (DeskDecimal) net = desk_usage_period_dup_net (total);
  gboolean is_export = desk_decimal_is_negative (net);

  if (is_export)
    desk_decimal_negate (net);
  show_energy (self->net_tile, is_export ? _("Net to the grid") : _("Net from the grid"), net);
}

static void
show_highest (DeskUsagePage *self,
              const GDate   *first)
{
  g_autoptr (GPtrArray) days = desk_usage_summary_list (self->summary, get_service_point (self), first,
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
show_subtitle (DeskUsagePage         *self,
               const DeskUsagePeriod *total)
{
  g_autofree char *service_point = get_service_point_words (self, get_service_point (self));
  g_autofree char *quality = desk_usage_words_quality (total);
  /* Translators: the service point, and how its reads came about; AEST is Australian Eastern Standard Time */
  g_autofree char *text = g_strdup_printf (_("%s · days in AEST · %s"), service_point, quality);

  gtk_label_set_text (self->subtitle, text);
}

static void
show_selected (DeskUsagePage *self)
{
  int selected = desk_bar_chart_get_selected (self->chart);
  g_autofree char *words = NULL;

  if (selected < 0 || self->periods == NULL)
    words = g_strdup (self->window.step == DESK_USAGE_STEP_DAY ? _("Choose a bar to read its day.")
                                                              : _("Choose a bar to read its month."));
  else
    words = desk_usage_words_period (g_ptr_array_index (self->periods, selected), self->window.step);
  gtk_label_set_text (self->selected_label, words);
}

static void
show_chart (DeskUsagePage *self)
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
show_left_out (DeskUsagePage *self)
{
  const char *id = get_service_point (self);
  g_autofree char *words = desk_usage_words_left_out (desk_usage_summary_get_n_other_units (self->summary, id),
                                                      desk_usage_summary_get_n_unreadable (self->summary, id));

  gtk_label_set_text (self->left_out_label, words);
  gtk_widget_set_visible (GTK_WIDGET (self->left_out_label), *words != '\0');
}

static void
show_range (DeskUsagePage *self,
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
show_usage (DeskUsagePage *self)
{
  g_autoptr (DeskUsagePeriod) total = NULL;
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
update_window (DeskUsagePage *self)
{
  gboolean was_latest = !g_date_valid (&self->window.last) || !desk_usage_window_has_after (&self->window);

  desk_usage_summary_get_span (self->summary, get_service_point (self), &self->window.span_first,
                               &self->window.span_last);
  if (was_latest || g_date_compare (&self->window.last, &self->window.span_last) > 0)
    self->window.last = self->window.span_last;
}

static void
choose_service_point (DeskUsagePage *self,
                      guint          position)
{
  self->service_point = position;
  g_date_clear (&self->window.last, 1);
  update_window (self);
  show_usage (self);
}

static void
service_point_chosen_cb (DeskUsagePage *self)
{
  guint position = gtk_drop_down_get_selected (self->service_point_menu);

  if (!self->is_updating && position != GTK_INVALID_LIST_POSITION && position != self->service_point)
    choose_service_point (self, position);
}

static void
step_toggled_cb (DeskUsagePage   *self,
                 GtkToggleButton *button)
{
  if (self->is_updating || self->summary == NULL || !gtk_toggle_button_get_active (button))
    return;
  self->window.step = button == self->days_button ? DESK_USAGE_STEP_DAY : DESK_USAGE_STEP_MONTH;
  show_usage (self);
}

static void
before_clicked_cb (DeskUsagePage *self)
{
  desk_usage_window_move (&self->window, -1);
  show_usage (self);
}

static void
after_clicked_cb (DeskUsagePage *self)
{
  desk_usage_window_move (&self->window, 1);
  show_usage (self);
}

static void
bar_activated_cb (DeskUsagePage *self,
                  guint          position)
{
  const DeskUsagePeriod *period = g_ptr_array_index (self->periods, position);

  if (self->window.step != DESK_USAGE_STEP_MONTH)
    return;
  desk_usage_window_enter_month (&self->window, &period->start);
  show_usage (self);
}

/* Service points that have a day; the others have nothing to look at. */
static char **
find_service_points (DeskUsageSummary *summary)
{
  g_auto (GStrv) ids = desk_usage_summary_dup_service_points (summary);
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
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
update_service_point_menu (DeskUsagePage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

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

static void
show_nothing (DeskUsagePage *self)
{
  g_auto (GStrv) ids = desk_usage_summary_dup_service_points (self->summary);

  if (*ids != NULL)
    desk_status_view_set_empty (self->status, "dialog-information-symbolic", _("No energy to show"),
                                _("The reads that came have no day or do not measure energy. See them in the table."),
                                NULL, NULL);
  else
    desk_status_view_set_empty (self->status, "weather-clear-symbolic", _("No usage yet"),
                                _("The service has sent no meter reads. It may still be collecting them from the retailer."),
                                _("_Fetch again"), "win.refresh");
  gtk_stack_set_visible_child_name (self->stack, "status");
}

/* Takes @summary and @metering_ids. */
static void
take_usage (DeskUsagePage    *self,
            DeskUsageSummary *summary,
            GHashTable       *metering_ids)
{
  g_autofree char *id = self->service_points != NULL && *self->service_points != NULL
                          ? g_strdup (get_service_point (self)) : NULL;

  g_clear_pointer (&self->summary, desk_usage_summary_free);
  g_clear_pointer (&self->metering_ids, g_hash_table_unref);
  g_clear_pointer (&self->service_points, g_strfreev);
  self->summary = summary;
  self->metering_ids = metering_ids;
  self->service_points = find_service_points (summary);
  self->service_point = find_position (self->service_points, id);
  if (*self->service_points == NULL)
    {
      show_nothing (self);
      return;
    }
  update_service_point_menu (self);
  update_window (self);
  show_usage (self);
  gtk_stack_set_visible_child_name (self->stack, "content");
}

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (DeskUsagePage) self = user_data;
  g_autoptr (GHashTable) metering_ids = NULL;
  g_autoptr (GError) error = NULL;
  DeskUsageSummary *summary = desk_usage_load_finish (DESK_STORE (source), result, &metering_ids, &error);

  self->is_loading = FALSE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (summary != NULL)
    take_usage (self, summary, g_steal_pointer (&metering_ids));
  else
    {
      desk_status_view_set_failed (self->status, _("The usage could not be read"), error);
      gtk_stack_set_visible_child_name (self->stack, "status");
    }
  if (self->is_stale)
    load (self);
}

static void
load (DeskUsagePage *self)
{
  self->is_stale = self->is_loading;
  if (self->is_loading)
    return;
  self->is_loading = TRUE;
  if (self->summary == NULL)
    desk_status_view_set_loading (self->status, _("Reading usage …"));
  desk_usage_load_async (desk_context_get_store (self->context), desk_end_user_get_id (self->end_user),
                         self->cancellable, load_cb, g_object_ref (self));
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
  DeskUsagePage *self = user_data;

  return desk_usage_words_period (g_ptr_array_index (self->periods, position), self->window.step);
}

static void
desk_usage_page_dispose (GObject *object)
{
  DeskUsagePage *self = DESK_USAGE_PAGE (object);
  GtkWidget *child = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->watch);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->end_user);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (desk_usage_page_parent_class)->dispose (object);
}

static void
desk_usage_page_finalize (GObject *object)
{
  DeskUsagePage *self = DESK_USAGE_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->summary, desk_usage_summary_free);
  g_clear_pointer (&self->metering_ids, g_hash_table_unref);
  g_clear_pointer (&self->service_points, g_strfreev);
  g_clear_pointer (&self->periods, g_ptr_array_unref);

  G_OBJECT_CLASS (desk_usage_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-usage-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskUsagePage, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskUsagePage, status);
  gtk_widget_class_bind_template_child (widget_class, DeskUsagePage, service_point_menu);
  gtk_widget_class_bind_template_child (widget_class, DeskUsagePage, before_button);
  gtk_widget_class_bind_template_child (widget_class, DeskUsagePage, after_button);
  gtk_widget_class_bind_template_child (widget_class, DeskUsagePage, range_label);
  gtk_widget_class_bind_template_child (widget_class, DeskUsagePage, days_button);
  gtk_widget_class_bind_template_child (widget_class, DeskUsagePage, months_button);
  gtk_widget_class_bind_template_child (widget_class, DeskUsagePage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, DeskUsagePage, from_grid_tile);
  gtk_widget_class_bind_template_child (widget_class, DeskUsagePage, to_grid_tile);
  gtk_widget_class_bind_template_child (widget_class, DeskUsagePage, net_tile);
  gtk_widget_class_bind_template_child (widget_class, DeskUsagePage, highest_tile);
  gtk_widget_class_bind_template_child (widget_class, DeskUsagePage, chart);
  gtk_widget_class_bind_template_child (widget_class, DeskUsagePage, selected_label);
  gtk_widget_class_bind_template_child (widget_class, DeskUsagePage, left_out_label);
  gtk_widget_class_bind_template_callback (widget_class, service_point_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, before_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, after_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, bar_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_selected);
  gtk_widget_class_bind_template_callback (widget_class, load);
}

static void
desk_usage_page_class_init (DeskUsagePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_usage_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_usage_page_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
desk_usage_page_init (DeskUsagePage *self)
{
  g_type_ensure (DESK_TYPE_BAR_CHART);
  g_type_ensure (DESK_TYPE_FIGURE_TILE);
  g_type_ensure (DESK_TYPE_STATUS_VIEW);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->cancellable = g_cancellable_new ();
  desk_bar_chart_set_format_func (self->chart, format_energy, NULL, NULL);
  desk_bar_chart_set_describe_func (self->chart, describe_bar, self, NULL);
}

GtkWidget *
desk_usage_page_new (DeskContext *context,
                     DeskEndUser *end_user)
{
  static const char *const resource_names[] = { "energy.usage", "energy.service-points", NULL };
  DeskUsagePage *self = NULL;

  g_return_val_if_fail (DESK_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (DESK_IS_END_USER (end_user), NULL);

  self = g_object_new (DESK_TYPE_USAGE_PAGE, NULL);
  self->context = g_object_ref (context);
  self->end_user = g_object_ref (end_user);
  self->watch = desk_store_watch_new (desk_context_get_store (context), desk_end_user_get_id (end_user),
                                      resource_names);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return GTK_WIDGET (self);
}
