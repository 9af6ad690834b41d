/* desk-quality-rule.c: what can be wrong with data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-quality-rule.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char          *name;
  DeskQualitySeverity  severity;
  const char          *label;
  const char          *advice;
} RuleWords;

static const RuleWords rules[DESK_QUALITY_N_RULES] =
{
  [DESK_QUALITY_MANDATORY_MISSING] =
    { "mandatory-missing", DESK_QUALITY_ERROR, N_("Mandatory field missing"),
      N_("The standard requires this field. Do not rely on it, and report it to the institution.") },
  [DESK_QUALITY_MANDATORY_NULL] =
    { "mandatory-null", DESK_QUALITY_ERROR, N_("Mandatory field is null"),
      N_("The field is there but says nothing. Treat it as missing.") },
  [DESK_QUALITY_EMPTY_TEXT] =
    { "empty-text", DESK_QUALITY_WARNING, N_("Empty text"),
      N_("An empty text stands where a value must be, or none at all. Treat it as missing.") },
  [DESK_QUALITY_WRONG_TYPE] =
    { "wrong-type", DESK_QUALITY_ERROR, N_("Wrong type"),
      N_("The JSON type is not the one of the standard, a number for a text for example. Read both.") },
  [DESK_QUALITY_WRONG_SHAPE] =
    { "wrong-shape", DESK_QUALITY_ERROR, N_("Wrong shape"),
      N_("One value stands where a list must be, or a list where one value must be. Read both.") },
  [DESK_QUALITY_UNREADABLE] =
    { "unreadable", DESK_QUALITY_ERROR, N_("Unreadable value"),
      N_("The text is not an amount, rate, currency, date, time or duration as the standard writes them. It is shown as received.") },
  [DESK_QUALITY_UNKNOWN_BRANCH] =
    { "unknown-branch", DESK_QUALITY_ERROR, N_("Unknown kind"),
      N_("The field that says which details follow has a word that the standard does not know.") },
  [DESK_QUALITY_BRANCH_MISSING] =
    { "branch-missing", DESK_QUALITY_ERROR, N_("Named details missing"),
      N_("The record says which details follow, but these are not there.") },
  [DESK_QUALITY_BRANCH_EXTRA] =
    { "branch-extra", DESK_QUALITY_WARNING, N_("Details of another kind"),
      N_("Details are filled that the record does not name. Go by the named kind, never by what is there.") },
  [DESK_QUALITY_UNKNOWN_VALUE] =
    { "unknown-value", DESK_QUALITY_WARNING, N_("Unknown word"),
      N_("The word is not in the standard's list. It may be newer, or of the institution's own making.") },
  [DESK_QUALITY_DATE_TIME_IN_DATE] =
    { "date-time-in-date", DESK_QUALITY_WARNING, N_("Date and time in a date field"),
      N_("A day is due, without a time. It is shown as the day in eastern Australia (AEST).") },
  [DESK_QUALITY_OUT_OF_RANGE] =
    { "out-of-range", DESK_QUALITY_WARNING, N_("Value out of range"),
      N_("The value is hardly meant so: a rate over 1 may be a percentage, a price may be in cents, a year is far away. Check it before you calculate.") },
  [DESK_QUALITY_PLACEHOLDER] =
    { "placeholder", DESK_QUALITY_WARNING, N_("Placeholder"),
      N_("A word such as N/A stands for a value that is not there. Treat it as missing.") },
  [DESK_QUALITY_UNSAFE_URI] =
    { "unsafe-uri", DESK_QUALITY_WARNING, N_("Address without http"),
      N_("The web address does not begin with http or https. It is not opened.") },
  [DESK_QUALITY_BROKEN_REFERENCE] =
    { "broken-reference", DESK_QUALITY_WARNING, N_("Broken reference"),
      N_("The id names a row that is not in the data. It may not be shared, or the ids differ.") },
  [DESK_QUALITY_DUPLICATE] =
    { "duplicate", DESK_QUALITY_WARNING, N_("Duplicate"),
      N_("The same row came more than once. Count it once.") },
  [DESK_QUALITY_INTERVAL_COUNT] =
    { "interval-count", DESK_QUALITY_WARNING, N_("Intervals do not fill the day"),
      N_("Interval length times number of reads is not 1,440 minutes. The list of reads counts, not the stated length.") },
  [DESK_QUALITY_INTERVAL_GAP] =
    { "interval-gap", DESK_QUALITY_WARNING, N_("Gap in intervals"),
      N_("Days without a read lie between two reads of one register. Totals over them are too low.") },
  [DESK_QUALITY_UNIT_MISMATCH] =
    { "unit-mismatch", DESK_QUALITY_WARNING, N_("Unit mismatch"),
      N_("Reads of one register come in different units. Convert before you add.") },
  [DESK_QUALITY_CURRENCY_MISMATCH] =
    { "currency-mismatch", DESK_QUALITY_WARNING, N_("Currency mismatch"),
      N_("The currency is not the one of the account; without one, it is AUD. Never add different currencies.") },
  [DESK_QUALITY_VANISHED] =
    { "vanished", DESK_QUALITY_WARNING, N_("Vanished since the last sync"),
      N_("Rows that were there at the sync before are no longer sent, and were removed here.") },
  [DESK_QUALITY_CHANGED] =
    { "changed", DESK_QUALITY_INFO, N_("Changed since the last sync"),
      N_("This field of rows that were there before has another value now.") },
  [DESK_QUALITY_POSTED] =
    { "posted", DESK_QUALITY_INFO, N_("Pending became posted"),
      N_("Rows that were pending at the sync before are posted now.") },
  [DESK_QUALITY_POSTED_ANEW] =
    { "posted-anew", DESK_QUALITY_INFO, N_("Pending became posted under another id"),
      N_("A pending row is gone, and a new posted row has the same account, amount and description. They are taken for one; this is likely, not certain.") },
  [DESK_QUALITY_UNKNOWN_MEMBER] =
    { "unknown-member", DESK_QUALITY_INFO, N_("Unknown field"),
      N_("The field is not in the catalogue: the standard may have grown. It is kept, shown and exported.") },
};

const char *
desk_quality_rule_get_name (DeskQualityRule rule)
{
  g_return_val_if_fail (rule < DESK_QUALITY_N_RULES, NULL);

  return rules[rule].name;
}

DeskQualityRule
desk_quality_rule_find (const char *name)
{
  DeskQualityRule rule = 0;

  while (rule < DESK_QUALITY_N_RULES && g_strcmp0 (rules[rule].name, name) != 0)
    rule++;

  return rule;
}

DeskQualitySeverity
desk_quality_rule_get_severity (DeskQualityRule rule)
{
  g_return_val_if_fail (rule < DESK_QUALITY_N_RULES, DESK_QUALITY_INFO);

  return rules[rule].severity;
}

gboolean
desk_quality_rule_is_difference (DeskQualityRule rule)
{
  return rule == DESK_QUALITY_VANISHED || rule == DESK_QUALITY_CHANGED || rule == DESK_QUALITY_POSTED
         || rule == DESK_QUALITY_POSTED_ANEW;
}

const char *
desk_quality_rule_get_label (DeskQualityRule rule)
{
  g_return_val_if_fail (rule < DESK_QUALITY_N_RULES, NULL);

  return _(rules[rule].label);
}

const char *
desk_quality_rule_get_advice (DeskQualityRule rule)
{
  g_return_val_if_fail (rule < DESK_QUALITY_N_RULES, NULL);

  return _(rules[rule].advice);
}

static const char *const severity_names[] = { "note", "warning", "error" };
static const char *const severity_labels[] = { N_("Note"), N_("Warning"), N_("Error") };

const char *
desk_quality_severity_get_name (DeskQualitySeverity severity)
{
  g_return_val_if_fail (severity < G_N_ELEMENTS (severity_names), NULL);

  return severity_names[severity];
}

const char *
desk_quality_severity_get_label (DeskQualitySeverity severity)
{
  g_return_val_if_fail (severity < G_N_ELEMENTS (severity_labels), NULL);

  return _(severity_labels[severity]);
}
