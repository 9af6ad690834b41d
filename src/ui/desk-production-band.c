/* desk-production-band.c: says on every window of an environment that real people's data are in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-production-band.h"

#include <glib/gi18n-lib.h>

#include "desk-environment-dialog.h"

struct _DeskProductionBand
{
  GtkWidget        parent_instance;

  GtkLabel        *label;
  DeskEnvironment *environment;
};

G_DEFINE_FINAL_TYPE (DeskProductionBand, desk_production_band, GTK_TYPE_WIDGET)

static void
update (DeskProductionBand *self)
{
  const char *name = desk_environment_get_name (self->environment);
  const gboolean is_sure = desk_environment_get_stage (self->environment) == DESK_ENVIRONMENT_STAGE_PRODUCTION;
  g_autofree char *text = NULL;

  text = is_sure ? g_strdup_printf (_("Production · real people’s data · %s"), name)
                 : g_strdup_printf (_("Counts as production · not checked yet · %s"), name);
  gtk_label_set_text (self->label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_widget_set_visible (GTK_WIDGET (self), desk_environment_is_production (self->environment));
}

static void
desk_production_band_dispose (GObject *object)
{
  DeskProductionBand *self = DESK_PRODUCTION_BAND (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->environment);

  G_OBJECT_CLASS (desk_production_band_parent_class)->dispose (object);
}

static void
desk_production_band_class_init (DeskProductionBandClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_production_band_dispose;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "productionband");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_production_band_init (DeskProductionBand *self)
{
  GtkWidget *handle = gtk_window_handle_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *label = gtk_label_new (NULL);

  self->label = GTK_LABEL (label);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_window_handle_set_child (GTK_WINDOW_HANDLE (handle), box);
  gtk_widget_set_parent (handle, GTK_WIDGET (self));
}

GtkWidget *
desk_production_band_new (DeskEnvironment *environment)
{
  DeskProductionBand *self;

  g_return_val_if_fail (DESK_IS_ENVIRONMENT (environment), NULL);

  self = g_object_new (DESK_TYPE_PRODUCTION_BAND, NULL);
  self->environment = g_object_ref (environment);
  g_signal_connect_object (environment, "notify::stage", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

/* content: (transfer full) */
static GtkWidget *
wrap (GtkWidget       *content,
      DeskEnvironment *environment)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_vexpand (content, TRUE);
  gtk_box_append (GTK_BOX (box), desk_production_band_new (environment));
  gtk_box_append (GTK_BOX (box), content);
  g_object_unref (content);

  return box;
}

static void
put_on (GtkWindow       *window,
        DeskEnvironment *environment)
{
  GtkWidget *content = NULL;

  if (ADW_IS_APPLICATION_WINDOW (window))
    {
      content = g_object_ref (adw_application_window_get_content (ADW_APPLICATION_WINDOW (window)));
      adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), NULL);
      adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), wrap (content, environment));
    }
  else if (ADW_IS_WINDOW (window) && adw_window_get_content (ADW_WINDOW (window)) != NULL)
    {
      content = g_object_ref (adw_window_get_content (ADW_WINDOW (window)));
      adw_window_set_content (ADW_WINDOW (window), NULL);
      adw_window_set_content (ADW_WINDOW (window), wrap (content, environment));
    }
}

static gboolean
goes_along (GtkWindow *window,
            GtkWindow *main_window)
{
  while (window != NULL && window != main_window)
    window = gtk_window_get_transient_for (window);

  return window != NULL;
}

static gboolean
has_band (GtkWindow *window)
{
  return g_object_get_data (G_OBJECT (window), "desk-production-band") != NULL;
}

static void
transient_for_cb (GtkWindow  *main_window,
                  GParamSpec *pspec,
                  GtkWindow  *window)
{
  DeskEnvironment *environment = g_object_get_data (G_OBJECT (main_window), "desk-production-band");

  /* Settings are of nobody, and may be another environment's. */
  if (DESK_IS_ENVIRONMENT_DIALOG (window) || has_band (window) || !goes_along (window, main_window))
    return;

  g_object_set_data_full (G_OBJECT (window), "desk-production-band", g_object_ref (environment), g_object_unref);
  put_on (window, environment);
}

static void
windows_changed_cb (GtkWindow  *main_window,
                    guint       position,
                    guint       n_removed,
                    guint       n_added,
                    GListModel *windows)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (window != main_window)
        g_signal_connect_object (window, "notify::transient-for", G_CALLBACK (transient_for_cb), main_window,
                                 G_CONNECT_SWAPPED);
    }
}

void
desk_production_band_attach (GtkWindow       *window,
                             DeskEnvironment *environment)
{
  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (DESK_IS_ENVIRONMENT (environment));

  if (desk_environment_get_kind (environment) == DESK_ENVIRONMENT_KIND_SANDBOX)
    return;

  g_object_set_data_full (G_OBJECT (window), "desk-production-band", g_object_ref (environment), g_object_unref);
  put_on (window, environment);
  g_signal_connect_object (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (windows_changed_cb), window,
                           G_CONNECT_SWAPPED);
}
