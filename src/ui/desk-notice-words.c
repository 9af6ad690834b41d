/* desk-notice-words.c: a notice about a consent, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-format.h"
#include "desk-notice-words.h"

char *
desk_notice_dup_title (DeskConsentNotice *notice)
{
  const char *institution = NULL;
  const char *name = NULL;
  int days = 0;

  g_return_val_if_fail (DESK_IS_CONSENT_NOTICE (notice), NULL);

  institution = desk_consent_notice_get_institution_name (notice);
  name = institution != NULL ? institution : _("An institution");
  if (desk_consent_notice_get_kind (notice) == DESK_CONSENT_NOTICE_ENDED)
    return g_strdup_printf (_("%s has stopped sharing"), name);
  days = desk_consent_notice_get_days_left (notice);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s stops sharing in %d day", "%s stops sharing in %d days",
                                       days),
                          name, days);
}

/* Who ended it comes first. */
static const char *
get_end (DeskConsentNotice *notice)
{
  const DeskConsentEnd how = desk_consent_notice_get_how (notice);

  if (how == DESK_CONSENT_END_REVOKED)
    return _("You ended it with End sharing. What was fetched under it has been removed here.");
  if (how == DESK_CONSENT_END_DELETED && desk_consent_notice_is_ours (notice))
    return _("You deleted its end user. What was fetched under it has been removed here.");
  if (how == DESK_CONSENT_END_DELETED)
    return _("Its end user was deleted outside this program. What was fetched under it has been removed here.");
  return desk_consent_end_get_explanation (how);
}

char *
desk_notice_dup_body (DeskConsentNotice *notice)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (DESK_IS_CONSENT_NOTICE (notice), NULL);

  if (desk_consent_notice_get_kind (notice) == DESK_CONSENT_NOTICE_ENDED)
    return g_strdup (get_end (notice));
  day = desk_format_instant_long_date (desk_consent_notice_get_expires_at (notice));
  return g_strdup_printf (_("Agree again before %s to keep the data of this consent."), day);
}
