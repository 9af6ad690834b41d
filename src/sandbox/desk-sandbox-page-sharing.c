/* desk-sandbox-page-sharing.c: what a consent shares, in plain words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-page-frame.h"

#include <glib/gi18n-lib.h>

#include "desk-sandbox-page-html.h"

/* The data language standard of the Consumer Data Right groups permissions into clusters. */
typedef struct
{
  const char *title;
  const char *permissions[6];
} Cluster;

static const Cluster clusters[] = {
  { N_("Who you are"), { "identity" } },
  { N_("Accounts and balances"), { "accounts", "balances" } },
  { N_("Transactions"), { "transactions" } },
  { N_("Payees and regular payments"), { "payees", "direct_debits", "scheduled_payments" } },
  { N_("Energy account and plan"), { "energy_accounts", "energy_balances", "concessions", "payment_schedule" } },
  { N_("Electricity meter and usage"), { "service_points", "usage", "der" } },
  { N_("Energy bills"), { "billing", "invoices" } },
};

static int
find_cluster (const char *permission)
{
  for (guint i = 0; i < G_N_ELEMENTS (clusters); i++)
    {
      if (g_strv_contains (clusters[i].permissions, permission))
        return (int) i;
    }

  return -1;
}

/* @cluster: a place in the table, or -1 for what no cluster claims */
static void
append_cluster (GString                      *html,
                const DeskSandboxPageSharing *sharing,
                int                           cluster)
{
  g_autoptr(GString) details = g_string_new (NULL);

  for (guint i = 0; i < sharing->n_permissions; i++)
    {
      if (find_cluster (sharing->permissions[i].name) == cluster)
        g_string_append_printf (details, "%s%s", details->len > 0 ? " · " : "", sharing->permissions[i].description);
    }

  if (details->len > 0)
    desk_sandbox_html_append (html, "<li><strong>%s</strong><span>%s</span></li>\n",
                              cluster >= 0 ? _(clusters[cluster].title) : _("Other data"), details->str);
}

void
desk_sandbox_page_append_sharing (GString                      *html,
                                  const DeskSandboxPageSharing *sharing)
{
  g_string_append (html, "<ul class=\"plain clusters\">\n");
  for (int i = 0; i < (int) G_N_ELEMENTS (clusters); i++)
    append_cluster (html, sharing, i);
  append_cluster (html, sharing, -1);
  g_string_append (html, "</ul>\n");
}

char *
desk_sandbox_page_dup_period (const DeskSandboxPageSharing *sharing)
{
  guint days = sharing->duration_days;
  g_autofree char *length = NULL;

  if (days == 365 || days == 366)
    length = g_strdup (_("12 months"));
  else
    length = g_strdup_printf (ngettext ("%u day", "%u days", days), days);

  /* Translators: "12 months, until 9 December 2026" */
  return g_strdup_printf (_("%s, until %s"), length, sharing->until);
}
