/* desk-consent-way.c: the ways to open a consent page, in names and words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-consent-way.h"

#include <glib/gi18n-lib.h>

/* Indexed by DeskLinkWay. */
static const struct
{
  const char *name;
  const char *label;
} ways[] = {
  [DESK_LINK_WAY_REDIRECT] = { "redirect", N_("In this window") },
  [DESK_LINK_WAY_EMBEDDED] = { "embedded", N_("Embedded") },
  [DESK_LINK_WAY_BROWSER] = { "browser", N_("My browser") },
};

const char *
desk_consent_way_get_name (DeskLinkWay way)
{
  g_return_val_if_fail (way < G_N_ELEMENTS (ways), NULL);

  return ways[way].name;
}

DeskLinkWay
desk_consent_way_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      if (g_strcmp0 (ways[i].name, name) == 0)
        return i;
    }

  return DESK_LINK_WAY_REDIRECT;
}

const char *
desk_consent_way_get_label (DeskLinkWay way)
{
  g_return_val_if_fail (way < G_N_ELEMENTS (ways), NULL);

  return g_dgettext (GETTEXT_PACKAGE, ways[way].label);
}
