/* desk-product-rates.c: the rates of a bank product as lines of a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-json-read.h"
#include "desk-product-parts.h"
#include "desk-sheet-words.h"
#include "desk-time-words.h"
#include "desk-tier-words.h"

/* Joins words with dots; takes @part. */
static void
take_part (GString *words,
           char    *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", part);
  g_free (part);
}

/* What needs not be said. */
static char *
read_choice (DeskJsonSlice  rate,
             const char    *member)
{
  if (desk_json_slice_equals_string (desk_json_slice_get_member (rate, member), "UNCONSTRAINED"))
    return NULL;
  return desk_sheet_words (rate, member, DESK_FIELD_TYPE_ENUM);
}

/* "Fixed · 3 years": the term stands in additional_value, where it is a duration (CDS rate types). */
static char *
dup_kind (DeskJsonSlice  rate,
          const char    *type_member,
          char         **additional)
{
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *value = desk_json_read_text (rate, "additional_value");
  g_autofree char *term = value != NULL ? desk_time_words_duration (value, DESK_TIME_WORDS_SPAN) : NULL;
  gboolean is_term = term != NULL;

  take_part (words, desk_sheet_words (rate, type_member, DESK_FIELD_TYPE_ENUM));
  if (is_term)
    take_part (words, g_steal_pointer (&term));
  take_part (words, read_choice (rate, "repayment_type"));
  take_part (words, read_choice (rate, "loan_purpose"));
  *additional = is_term ? NULL : g_steal_pointer (&value);
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : g_strdup (_("Rate"));
}

/* Returns: (nullable): "every month" */
static char *
dup_frequency (DeskJsonSlice  rate,
               const char    *member)
{
  g_autofree char *text = desk_json_read_text (rate, member);

  return text != NULL ? desk_sheet_words_every (text) : NULL;
}

static char *
dup_terms (DeskJsonSlice rate)
{
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *calculated = dup_frequency (rate, "calculation_frequency");
  g_autofree char *applied = dup_frequency (rate, "application_frequency");

  if (calculated != NULL)
    /* Translators: interest; how often: "every day" */
    take_part (words, g_strdup_printf (_("Calculated %s"), calculated));
  if (applied != NULL)
    /* Translators: interest; how often: "every month" */
    take_part (words, g_strdup_printf (_("Applied %s"), applied));
  take_part (words, desk_sheet_words (rate, "application_type", DESK_FIELD_TYPE_ENUM));
  take_part (words, desk_sheet_words (rate, "interest_payment_due", DESK_FIELD_TYPE_ENUM));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
add_condition (DeskSheet     *sheet,
               guint          depth,
               DeskJsonSlice  condition)
{
  desk_sheet_add_typed (sheet, depth, condition, "rate_applicability_type");
}

/* @value: the rate of them all */
static void
add_tiers (DeskSheet     *sheet,
           guint          depth,
           DeskJsonSlice  rate,
           const char    *value)
{
  DeskJsonSlice tiers = desk_json_slice_get_member (rate, "tiers");
  gboolean is_one = desk_json_slice_get_kind (tiers) == DESK_JSON_KIND_OBJECT;
  guint n_tiers = is_one ? 1 : desk_json_slice_count (tiers);

  for (guint i = 0; i < n_tiers; i++)
    {
      g_autofree char *position = g_strdup_printf ("%u", i);
      DeskJsonSlice tier = is_one ? tiers : desk_json_slice_get_path (tiers, position);
      g_autofree char *range = desk_tier_words (tier);
      g_autofree char *name = desk_json_read_text (tier, "name");
      DeskSheetLine *line = desk_sheet_add (sheet, depth, *range != '\0' ? range : _("Tier"), value);

      if (g_strcmp0 (name, range) != 0)
        desk_sheet_line_take_note (line, g_steal_pointer (&name));
      desk_sheet_line_take_note (line, desk_sheet_words (tier, "rate_application_method", DESK_FIELD_TYPE_ENUM));
      desk_sheet_line_take_note (line, desk_json_read_text (tier, "additional_info"));
      line->uri = desk_json_read_text (tier, "additional_info_uri");
      desk_sheet_add_each (sheet, depth + 1, desk_json_slice_get_member (tier, "applicability_conditions"),
                           add_condition);
    }
}

static void
add_comparison_rate (DeskSheetLine *line,
                     DeskJsonSlice  rate)
{
  const char *doubt = NULL;
  g_autofree char *comparison = desk_sheet_words_of_rate (rate, "comparison_rate", &doubt);

  if (comparison == NULL)
    return;
  /* Translators: a percentage that makes loans comparable */
  desk_sheet_line_take_note (line, g_strdup_printf (_("Comparison rate %s"), comparison));
  if (line->doubt == NULL)
    line->doubt = g_strdup (doubt);
}

static void
add_rate (DeskSheet     *sheet,
          guint          depth,
          DeskJsonSlice  rate,
          const char    *type_member)
{
  const char *doubt = NULL;
  g_autofree char *additional = NULL;
  g_autofree char *kind = dup_kind (rate, type_member, &additional);
  g_autofree char *value = desk_sheet_words_of_rate (rate, "rate", &doubt);
  DeskSheetLine *line = desk_sheet_add (sheet, depth, kind, value != NULL ? value : _("Not stated"));

  line->doubt = g_strdup (doubt);
  add_comparison_rate (line, rate);
  desk_sheet_line_take_note (line, dup_terms (rate));
  desk_sheet_line_take_note (line, g_steal_pointer (&additional));
  desk_sheet_line_take_note (line, desk_json_read_text (rate, "additional_info"));
  line->uri = desk_json_read_text (rate, "additional_info_uri");
  add_tiers (sheet, depth + 1, rate, value);
  desk_sheet_add_each (sheet, depth + 1, desk_json_slice_get_member (rate, "applicability_conditions"), add_condition);
}

void
desk_product_parts_add_deposit_rate (DeskSheet     *sheet,
                                     guint          depth,
                                     DeskJsonSlice  rate)
{
  add_rate (sheet, depth, rate, "deposit_rate_type");
}

void
desk_product_parts_add_lending_rate (DeskSheet     *sheet,
                                     guint          depth,
                                     DeskJsonSlice  rate)
{
  add_rate (sheet, depth, rate, "lending_rate_type");
}
