/* desk-consent-status-words.c: how far a consent is, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-consent-status-words.h"
#include "desk-format.h"

/* From here on the days left matter more than that it is active. */
#define SOON_DAYS 30

void
desk_status_pill_show_consent (DeskStatusPill *pill,
                               DeskConsent    *consent,
                               gint64          now)
{
  g_autofree char *days_left = desk_format_days_left (desk_consent_get_days_left (consent, now));

  switch (desk_consent_get_status (consent, now))
    {
    case DESK_CONSENT_STATUS_ACTIVE:
      desk_status_pill_set (pill, DESK_STATUS_PILL_GOOD, _("Active"));
      break;
    case DESK_CONSENT_STATUS_EXPIRING:
      desk_status_pill_set (pill, DESK_STATUS_PILL_SOON, days_left);
      break;
    case DESK_CONSENT_STATUS_ENDED:
      desk_status_pill_set (pill, DESK_STATUS_PILL_OVER, _("Ended"));
      break;
    default:
      g_assert_not_reached ();
    }
}

/* The share of its time that is left, 0.0 to 1.0. */
static double
get_share_left (DeskConsent *consent,
                gint64       now)
{
  gint64 start = desk_consent_get_created_at (consent);
  gint64 end = desk_consent_get_expires_at (consent);

  if (start == 0 || end <= start)
    return 0.0;
  return CLAMP ((double) (end - now) / (double) (end - start), 0.0, 1.0);
}

void
desk_consent_time_bar_show (GtkProgressBar *time_bar,
                            DeskConsent    *consent,
                            gint64          now)
{
  gtk_progress_bar_set_fraction (time_bar, get_share_left (consent, now));
  if (desk_consent_get_status (consent, now) == DESK_CONSENT_STATUS_EXPIRING)
    gtk_widget_add_css_class (GTK_WIDGET (time_bar), "soon");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (time_bar), "soon");
}

void
desk_status_pill_show_summary (DeskStatusPill             *pill,
                               const DeskDirectorySummary *summary)
{
  if (summary->n_active > 0 && summary->days_left >= 0 && summary->days_left <= SOON_DAYS)
    {
      g_autofree char *days_left = desk_format_days_left (summary->days_left);

      desk_status_pill_set (pill, DESK_STATUS_PILL_SOON, days_left);
    }
  else if (summary->n_active > 0)
    {
      g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u active", "%u active",
                                                            summary->n_active),
                                               summary->n_active);

      desk_status_pill_set (pill, DESK_STATUS_PILL_GOOD, text);
    }
  else if (summary->n_ended > 0)
    desk_status_pill_set (pill, DESK_STATUS_PILL_OVER, _("Ended"));
  else
    desk_status_pill_set (pill, DESK_STATUS_PILL_NONE, _("Not linked"));
}
