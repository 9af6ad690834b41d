/* desk-institution-words.c: what is said of an institution, for people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-institution-words.h"

#include <glib/gi18n-lib.h>

/* Indexed by DeskInstitutionHealth. */
static const struct
{
  const char *words;
  const char *icon;
} health_table[] = {
  [DESK_INSTITUTION_HEALTH_UNKNOWN] = { NULL, NULL },
  [DESK_INSTITUTION_HEALTH_HEALTHY] = { N_("Works normally"), "emblem-ok-symbolic" },
  [DESK_INSTITUTION_HEALTH_DEGRADED] = { N_("Has problems now: linking may be slow or fail"), "dialog-warning-symbolic" },
  [DESK_INSTITUTION_HEALTH_OUTAGE] = { N_("Out of order now: linking will probably fail"), "dialog-error-symbolic" },
};

const char *
desk_institution_get_industry_words (DeskInstitution *institution)
{
  const char *industry;

  g_return_val_if_fail (DESK_IS_INSTITUTION (institution), NULL);

  industry = desk_institution_get_industry (institution);
  if (g_strcmp0 (industry, "banking") == 0)
    return _("Bank");
  if (g_strcmp0 (industry, "energy") == 0)
    return _("Energy retailer");

  return industry;
}

const char *
desk_institution_get_state_words (DeskInstitution *institution)
{
  const char *words;

  g_return_val_if_fail (DESK_IS_INSTITUTION (institution), NULL);

  if (!desk_institution_is_accessible (institution))
    return _("Not enabled for your team");

  words = health_table[desk_institution_get_health (institution)].words;

  return words != NULL ? _(words) : NULL;
}

const char *
desk_institution_get_state_icon (DeskInstitution *institution)
{
  g_return_val_if_fail (DESK_IS_INSTITUTION (institution), NULL);

  if (!desk_institution_is_accessible (institution))
    return "changes-prevent-symbolic";

  return health_table[desk_institution_get_health (institution)].icon;
}
