/* desk-consent-origin-bar.c: says where the user types
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-consent-origin-bar.h"

#include <glib/gi18n-lib.h>

#define HTTPS "https://"

struct _DeskConsentOriginBar
{
  AdwBin parent_instance;

  GtkImage *icon;
  GtkLabel *host_label;
  GtkLabel *opened_by_label;
  GtkLabel *time_label;
  char *origin; /* (owned) (nullable) */
  char *opened_by; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (DeskConsentOriginBar, desk_consent_origin_bar, ADW_TYPE_BIN)

static const char *
get_display_name (const char *origin)
{
  return g_str_has_prefix (origin, HTTPS) ? origin + strlen (HTTPS) : origin;
}

static void
set_icon (DeskConsentOriginBar *self,
          const char           *name,
          const char           *meaning)
{
  gtk_image_set_from_icon_name (self->icon, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->icon), meaning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL, meaning, -1);
}

static void
show_origin (DeskConsentOriginBar *self)
{
  gboolean is_secure = self->origin != NULL && g_str_has_prefix (self->origin, HTTPS);

  if (self->origin == NULL)
    set_icon (self, "dialog-question-symbolic", _("Where the page comes from is not known"));
  else if (is_secure)
    set_icon (self, "channel-secure-symbolic", _("Encrypted, and the certificate is valid"));
  else
    set_icon (self, "channel-insecure-symbolic", _("Not encrypted"));

  gtk_label_set_text (self->host_label, self->origin != NULL ? get_display_name (self->origin) : _("Unknown page"));
  if (is_secure)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), "success");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), "success");
}

static void
show_opened_by (DeskConsentOriginBar *self)
{
  gboolean is_other = self->opened_by != NULL && g_strcmp0 (self->opened_by, self->origin) != 0;

  gtk_widget_set_visible (GTK_WIDGET (self->opened_by_label), is_other);
  if (is_other)
    {
      /* Translators: %s is a host, such as auth.fiskil.com */
      g_autofree char *text = g_strdup_printf (_("opened by %s"), get_display_name (self->opened_by));

      gtk_label_set_text (self->opened_by_label, text);
    }
}

static void
desk_consent_origin_bar_finalize (GObject *object)
{
  DeskConsentOriginBar *self = DESK_CONSENT_ORIGIN_BAR (object);

  g_clear_pointer (&self->origin, g_free);
  g_clear_pointer (&self->opened_by, g_free);

  G_OBJECT_CLASS (desk_consent_origin_bar_parent_class)->finalize (object);
}

static void
desk_consent_origin_bar_class_init (DeskConsentOriginBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_consent_origin_bar_finalize;

  gtk_widget_class_set_css_name (widget_class, "originbar");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-consent-origin-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskConsentOriginBar, icon);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentOriginBar, host_label);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentOriginBar, opened_by_label);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentOriginBar, time_label);
}

static void
desk_consent_origin_bar_init (DeskConsentOriginBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_origin (self);
}

GtkWidget *
desk_consent_origin_bar_new (void)
{
  return g_object_new (DESK_TYPE_CONSENT_ORIGIN_BAR, NULL);
}

void
desk_consent_origin_bar_set_origin (DeskConsentOriginBar *self,
                                    const char           *origin)
{
  g_return_if_fail (DESK_IS_CONSENT_ORIGIN_BAR (self));

  g_free (self->origin);
  self->origin = g_strdup (origin);
  show_origin (self);
  show_opened_by (self);
}

void
desk_consent_origin_bar_set_opened_by (DeskConsentOriginBar *self,
                                       const char           *origin)
{
  g_return_if_fail (DESK_IS_CONSENT_ORIGIN_BAR (self));

  g_free (self->opened_by);
  self->opened_by = g_strdup (origin);
  show_opened_by (self);
}

void
desk_consent_origin_bar_set_seconds_left (DeskConsentOriginBar *self,
                                          guint                 seconds)
{
  /* Translators: minutes and seconds: 9:46 left */
  g_autofree char *text = g_strdup_printf (_("%u:%02u left"), seconds / 60, seconds % 60);

  g_return_if_fail (DESK_IS_CONSENT_ORIGIN_BAR (self));

  gtk_label_set_text (self->time_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->time_label), seconds > 0);
}
