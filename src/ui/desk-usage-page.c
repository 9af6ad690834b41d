/* desk-usage-page.c: the energy usage of an end user, by day or month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-status-view.h"
#include "desk-store-watch.h"
#include "desk-usage-load.h"
#include "desk-usage-day-window.h"
#include "desk-usage-page.h"
#include "desk-usage-view.h"

struct _DeskUsagePage
{
  GtkWidget       parent_instance;

  /* Template widgets */
  GtkStack       *stack;
  DeskStatusView *status;
  DeskUsageView  *view;

  /* Owned */
  DeskContext    *context;
  DeskEndUser    *end_user;
  DeskStoreWatch *watch;
  GCancellable   *cancellable;

  gboolean        is_loading;
  gboolean        is_stale;
};

G_DEFINE_FINAL_TYPE (DeskUsagePage, desk_usage_page, GTK_TYPE_WIDGET)

static void load (DeskUsagePage *self);

static void
show_nothing (DeskUsagePage *self,
              gboolean       has_records)
{
  if (has_records)
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
  g_auto (GStrv) service_points = desk_usage_summary_dup_service_points (summary);

  if (desk_usage_view_take_usage (self->view, summary, metering_ids))
    gtk_stack_set_visible_child_name (self->stack, "content");
  else
    show_nothing (self, *service_points != NULL);
}

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(DeskUsagePage) self = user_data;
  g_autoptr(GHashTable) metering_ids = NULL;
  g_autoptr(GError) error = NULL;
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
  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "status"))
    desk_status_view_set_loading (self->status, _("Reading usage …"));
  desk_usage_load_async (desk_context_get_store (self->context), desk_end_user_get_id (self->end_user),
                         self->cancellable, load_cb, g_object_ref (self));
}

static void
day_opened_cb (DeskUsagePage *self,
               const char    *service_point_id,
               const char    *words,
               guint          julian)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  GtkWidget *window;
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, julian);
  window = desk_usage_day_window_new (self->context, self->end_user, service_point_id, words, &day, zone);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (window));
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

  G_OBJECT_CLASS (desk_usage_page_parent_class)->finalize (object);
}

static void
desk_usage_page_class_init (DeskUsagePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_usage_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_usage_page_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-usage-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskUsagePage, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskUsagePage, status);
  gtk_widget_class_bind_template_child (widget_class, DeskUsagePage, view);
  gtk_widget_class_bind_template_callback (widget_class, load);
}

static void
desk_usage_page_init (DeskUsagePage *self)
{
  g_type_ensure (DESK_TYPE_STATUS_VIEW);
  g_type_ensure (DESK_TYPE_USAGE_VIEW);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->cancellable = g_cancellable_new ();
  g_signal_connect_object (self->view, "day-opened", G_CALLBACK (day_opened_cb), self, G_CONNECT_SWAPPED);
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
