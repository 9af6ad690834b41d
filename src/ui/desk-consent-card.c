/* desk-consent-card.c: a consent at a glance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-consent-card.h"
#include "desk-consent-status-words.h"
#include "desk-format.h"
#include "desk-institution-tile.h"

struct _DeskConsentCard
{
  GtkWidget            parent_instance;

  /* Template widgets */
  DeskInstitutionTile *tile;
  GtkLabel            *name;
  GtkLabel            *scope;
  DeskStatusPill      *pill;
  GtkProgressBar      *time_bar;
  GtkLabel            *note;
  GtkLabel            *left;

  /* Owned */
  DeskConsent         *consent;
  DeskClock           *clock;
};

G_DEFINE_FINAL_TYPE (DeskConsentCard, desk_consent_card, GTK_TYPE_WIDGET)

static char *
dup_scope (DeskConsent *consent)
{
  guint n_accounts = g_strv_length ((GStrv) desk_consent_get_account_ids (consent));
  guint n_permissions = g_strv_length ((GStrv) desk_consent_get_permissions (consent));
  g_autofree char *accounts = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u account", "%u accounts", n_accounts),
                                               n_accounts);
  g_autofree char *permissions = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u permission", "%u permissions",
                                                               n_permissions),
                                                  n_permissions);

  return g_strdup_printf ("%s · %s", accounts, permissions);
}

/* What stands below the bar: since when, or what to do before it is too late. */
static char *
dup_note (DeskConsent       *consent,
          DeskConsentStatus  status)
{
  const gboolean is_soon = status == DESK_CONSENT_STATUS_EXPIRING;
  g_autofree char *day = desk_format_instant_date (is_soon ? desk_consent_get_expires_at (consent)
                                                           : desk_consent_get_created_at (consent));

  return g_strdup_printf (is_soon ? _("Agree again before %s") : _("Shared since %s"), day);
}

static void
update (DeskConsentCard *self)
{
  gint64 now = desk_clock_get_now (self->clock);
  DeskConsentStatus status = desk_consent_get_status (self->consent, now);
  gboolean ended = status == DESK_CONSENT_STATUS_ENDED;
  const char *institution = desk_consent_get_institution_name (self->consent);
  const char *name = institution != NULL ? institution : _("Unnamed institution");
  g_autofree char *scope = dup_scope (self->consent);
  g_autofree char *note = dup_note (self->consent, status);
  g_autofree char *left = desk_format_days_left (desk_consent_get_days_left (self->consent, now));

  desk_institution_tile_set_name (self->tile, name);
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->scope, scope);
  desk_status_pill_show_consent (self->pill, self->consent, now);
  desk_consent_time_bar_show (self->time_bar, self->consent, now);
  gtk_widget_set_visible (GTK_WIDGET (self->time_bar), !ended && desk_consent_get_expires_at (self->consent) != 0);
  gtk_label_set_text (self->note, note);
  gtk_label_set_text (self->left, left);
  /* The pill says it when it is little. */
  gtk_widget_set_visible (GTK_WIDGET (self->left), status == DESK_CONSENT_STATUS_ACTIVE);
}

static void
desk_consent_card_dispose (GObject *object)
{
  DeskConsentCard *self = DESK_CONSENT_CARD (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->consent);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (desk_consent_card_parent_class)->dispose (object);
}

static void
desk_consent_card_class_init (DeskConsentCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_consent_card_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-consent-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskConsentCard, tile);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentCard, name);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentCard, scope);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentCard, pill);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentCard, time_bar);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentCard, note);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentCard, left);
}

static void
desk_consent_card_init (DeskConsentCard *self)
{
  g_type_ensure (DESK_TYPE_INSTITUTION_TILE);
  g_type_ensure (DESK_TYPE_STATUS_PILL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_consent_card_new (DeskConsent *consent,
                       DeskClock   *clock)
{
  DeskConsentCard *self = g_object_new (DESK_TYPE_CONSENT_CARD, NULL);

  self->consent = g_object_ref (consent);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (consent, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clock, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

DeskConsent *
desk_consent_card_get_consent (DeskConsentCard *self)
{
  g_return_val_if_fail (DESK_IS_CONSENT_CARD (self), NULL);

  return self->consent;
}
