/* desk-income-sheet.c: the income of an end user as a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-json-read.h"
#include "desk-sheet-words.h"
#include "desk-sheets.h"
#include "desk-enum-words.h"
#include "desk-value-words.h"

static char *
dup_period (DeskJsonSlice object)
{
  g_autofree char *from = desk_sheet_words (object, "period_from", DESK_FIELD_TYPE_DATE);
  g_autofree char *to = desk_sheet_words (object, "period_to", DESK_FIELD_TYPE_DATE);

  if (from == NULL || to == NULL)
    return from != NULL ? g_steal_pointer (&from) : g_steal_pointer (&to);
  /* Translators: the first and the last day of a period */
  return g_strdup_printf (_("%s to %s"), from, to);
}

/* One line for each currency: they are never added up. */
static void
add_amounts (DeskSheet     *sheet,
             const char    *title,
             DeskJsonSlice  summary,
             const char    *list_member,
             const char    *member)
{
  DeskJsonIter iter;
  DeskJsonSlice amount;

  desk_json_iter_init (&iter, desk_json_slice_get_member (summary, list_member));
  while (desk_json_iter_next (&iter, NULL, &amount))
    desk_sheet_add_money (sheet, 0, title, amount, member);
}

static void
add_summary (DeskSheet     *sheet,
             DeskJsonSlice  summary)
{
  desk_sheet_begin (sheet, _("In all"));
  add_amounts (sheet, _("Average of a month"), summary, "monthly_avg", "income_monthly");
  add_amounts (sheet, _("Median of a month"), summary, "monthly_median", "income_monthly");
  add_amounts (sheet, _("Total"), summary, "total", "income_total");
  desk_sheet_take (sheet, 0, _("Period"), dup_period (summary));
  desk_sheet_add_member (sheet, 0, _("Transactions counted"), summary, "total_transactions", DESK_FIELD_TYPE_INTEGER);
  desk_sheet_end (sheet, _("The service has sent no summary."));
}

static char *
dup_frequency (DeskJsonSlice source)
{
  static const struct
  {
    const char *code;
    const char *words;
  } frequencies[] = {
    { "WEEKLY", N_("Every week") },
    { "FORTNIGHTLY", N_("Every two weeks") },
    { "BIWEEKLY", N_("Every two weeks") },
    { "MONTHLY", N_("Every month") },
  };
  DeskJsonSlice value = desk_json_slice_get_member (source, "income_frequency");

  for (guint i = 0; i < G_N_ELEMENTS (frequencies); i++)
    if (desk_json_slice_equals_string (value, frequencies[i].code))
      return g_strdup (_(frequencies[i].words));
  return desk_sheet_words (source, "income_frequency", DESK_FIELD_TYPE_ENUM);
}

/* Codes of categories are in capitals; a text of another kind stays. */
static char *
dup_category (DeskJsonSlice source)
{
  g_autofree char *code = desk_json_read_text (source, "category");

  return code != NULL ? desk_enum_words (code) : g_strdup (_("Source without a category"));
}

static void
add_source (DeskSheet     *sheet,
            DeskJsonSlice  source)
{
  g_autofree char *category = dup_category (source);

  desk_sheet_begin (sheet, category);
  desk_sheet_add_money (sheet, 0, _("Total"), source, "income_total");
  desk_sheet_take (sheet, 0, _("Paid"), dup_frequency (source));
  desk_sheet_take (sheet, 0, _("Period"), dup_period (source));
  desk_sheet_add_member (sheet, 0, _("Transactions counted"), source, "total_transactions", DESK_FIELD_TYPE_INTEGER);
  desk_sheet_add_member (sheet, 0, _("Account id"), source, "account_id", DESK_FIELD_TYPE_ID);
  desk_sheet_end (sheet, _("Nothing else is said of this source."));
}

void
desk_sheets_add_income (DeskSheet     *sheet,
                        DeskJsonSlice  income)
{
  DeskJsonSlice sources = desk_json_slice_get_member (income, "income_sources");
  DeskJsonIter iter;
  DeskJsonSlice source;

  add_summary (sheet, desk_json_slice_get_member (income, "income_summary"));
  if (desk_json_slice_count (sources) == 0)
    {
      desk_sheet_begin (sheet, _("Sources"));
      desk_sheet_end (sheet, _("No sources of income were found."));
    }
  desk_json_iter_init (&iter, sources);
  while (desk_json_iter_next (&iter, NULL, &source))
    add_source (sheet, source);
}
