/* desk-consent-term.c: how long a consent still lasts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-consent-status-words.h"
#include "desk-consent-term.h"
#include "desk-format.h"

struct _DeskConsentTerm
{
  GtkWidget       parent_instance;

  /* Template widgets */
  GtkLabel       *left;
  GtkWidget      *renew_button;
  GtkLabel       *advice;
  GtkProgressBar *time_bar;
  GtkLabel       *since;
  GtkLabel       *until;
};

G_DEFINE_FINAL_TYPE (DeskConsentTerm, desk_consent_term, GTK_TYPE_WIDGET)

enum
{
  RENEW,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
renew_clicked_cb (DeskConsentTerm *self)
{
  g_signal_emit (self, signals[RENEW], 0);
}

static void
desk_consent_term_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (desk_consent_term_parent_class)->dispose (object);
}

static void
desk_consent_term_class_init (DeskConsentTermClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_consent_term_dispose;

  signals[RENEW] = g_signal_new ("renew", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-consent-term.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskConsentTerm, left);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentTerm, renew_button);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentTerm, advice);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentTerm, time_bar);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentTerm, since);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentTerm, until);
  gtk_widget_class_bind_template_callback (widget_class, renew_clicked_cb);
}

static void
desk_consent_term_init (DeskConsentTerm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_left (DeskConsent *consent,
          gint64       now)
{
  int days = desk_consent_get_days_left (consent, now);

  if (days < 0)
    return g_strdup (_("Shared without an end date"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Expires in %d day", "Expires in %d days", days), days);
}

void
desk_consent_term_show (DeskConsentTerm *self,
                        DeskConsent     *consent,
                        gint64           now)
{
  const gboolean is_soon = desk_consent_get_status (consent, now) == DESK_CONSENT_STATUS_EXPIRING;
  const gboolean has_end = desk_consent_get_expires_at (consent) != 0;
  g_autofree char *left = dup_left (consent, now);
  g_autofree char *created = desk_format_instant_date (desk_consent_get_created_at (consent));
  g_autofree char *end = desk_format_instant_date (desk_consent_get_expires_at (consent));
  g_autofree char *since = g_strdup_printf (_("Shared since %s"), created);
  g_autofree char *until = g_strdup_printf (_("until %s"), end);
  g_autofree char *advice = g_strdup_printf (_("Agree again before %s to keep the data of this consent."), end);

  g_return_if_fail (DESK_IS_CONSENT_TERM (self));

  gtk_label_set_text (self->left, left);
  gtk_label_set_text (self->since, since);
  gtk_label_set_text (self->until, until);
  gtk_label_set_text (self->advice, advice);
  gtk_widget_set_visible (self->renew_button, desk_consent_get_institution_id (consent) != NULL);
  if (is_soon)
    gtk_widget_add_css_class (self->renew_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->renew_button, "suggested-action");
  gtk_widget_set_visible (GTK_WIDGET (self->advice), is_soon);
  gtk_widget_set_visible (GTK_WIDGET (self->until), has_end);
  gtk_widget_set_visible (GTK_WIDGET (self->time_bar), has_end);
  desk_consent_time_bar_show (self->time_bar, consent, now);
}
