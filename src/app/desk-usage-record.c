/* desk-usage-record.c: one record of metered energy, read with tolerance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-date.h"
#include "desk-json-read.h"
#include "desk-usage-record.h"

static const struct
{
  const char *unit;
  const char *to_kwh;
} units[] = {
  { "kwh", "" },
  { "wh", "e-3" },
  { "mwh", "e3" },
};

/* The exponent that turns a number of this unit into kWh, NULL if it is not energy. */
static const char *
find_exponent (DeskJsonSlice record)
{
  g_autofree char *unit = desk_json_read_text (record, "unit_of_measure");

  if (unit == NULL)
    return "";
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_ascii_strcasecmp (g_strstrip (unit), units[i].unit) == 0)
      return units[i].to_kwh;
  return NULL;
}

static gboolean
is_export_register (DeskJsonSlice record)
{
  g_autofree char *suffix = desk_json_read_text (record, "register_suffix");

  return suffix != NULL && g_ascii_toupper (*g_strchug (suffix)) == 'B';
}

static DeskDecimal *
read_number (DeskJsonSlice  value,
             const char    *exponent)
{
  g_autofree char *digits = desk_json_slice_dup_text (value);
  g_autofree char *text = NULL;
  DeskJsonKind kind = desk_json_slice_get_kind (value);

  if (kind != DESK_JSON_KIND_NUMBER && kind != DESK_JSON_KIND_STRING)
    return NULL;
  /* A number that has its own exponent stays as it is for kWh; for the others its text cannot carry a second one. */
  if (*exponent != '\0' && strpbrk (digits, "eE") != NULL)
    {
      g_autoptr(DeskDecimal) plain = desk_decimal_new_from_string (digits, NULL);

      g_free (digits);
      digits = plain != NULL ? desk_decimal_to_string (plain) : NULL;
    }
  text = digits != NULL ? g_strconcat (digits, exponent, NULL) : NULL;
  return text != NULL ? desk_decimal_new_from_string (text, NULL) : NULL;
}

static gboolean
add_read (DeskUsagePeriod *period,
          DeskJsonSlice    value,
          const char      *exponent,
          gboolean         is_export)
{
  g_autoptr(DeskDecimal) energy = read_number (value, exponent);
  gboolean is_negative;

  if (energy == NULL)
    return FALSE;
  is_negative = desk_decimal_is_negative (energy);
  if (is_negative)
    desk_decimal_negate (energy);
  desk_decimal_add (is_negative || is_export ? period->to_grid : period->from_grid, energy);
  period->n_reads++;
  return TRUE;
}

/* Ranges are 1-based and inclusive; they may be out of range or overlap (hard-cases.md 25). */
static void
mark_range (gboolean      *marks,
            guint          n_marks,
            DeskJsonSlice  range)
{
  DeskJsonSlice quality = desk_json_slice_get_member (range, "quality");
  gint64 start;
  gint64 end;

  if (desk_json_slice_equals_string (quality, "ACTUAL") ||
      !desk_json_slice_get_int64 (desk_json_slice_get_member (range, "start_interval"), &start) ||
      !desk_json_slice_get_int64 (desk_json_slice_get_member (range, "end_interval"), &end))
    return;
  for (gint64 i = MAX (start, 1); i <= MIN (end, n_marks); i++)
    marks[i - 1] = TRUE;
}

static guint
count_substituted (DeskJsonSlice interval_read,
                   guint         n_reads)
{
  static const char *const names[] = { "read_qualities", "readQualities" };
  g_autofree gboolean *marks = g_new0 (gboolean, n_reads);
  guint n_substituted = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      DeskJsonIter iter;
      DeskJsonSlice range;

      desk_json_iter_init (&iter, desk_json_slice_get_member (interval_read, names[i]));
      while (desk_json_iter_next (&iter, NULL, &range))
        mark_range (marks, n_reads, range);
    }
  for (guint i = 0; i < n_reads; i++)
    n_substituted += marks[i] ? 1 : 0;
  return n_substituted;
}

static gboolean
add_interval_read (DeskUsagePeriod *period,
                   DeskJsonSlice    interval_read,
                   const char      *exponent,
                   gboolean         is_export)
{
  DeskJsonIter iter;
  DeskJsonSlice value;
  guint n_intervals = 0;

  desk_json_iter_init (&iter, desk_json_slice_get_member (interval_read, "interval_reads"));
  while (desk_json_iter_next (&iter, NULL, &value))
    {
      n_intervals++;
      add_read (period, value, exponent, is_export);
    }
  if (period->n_reads == 0 &&
      !add_read (period, desk_json_slice_get_member (interval_read, "aggregate_value"), exponent, is_export))
    return FALSE;
  period->n_substituted = MIN (count_substituted (interval_read, n_intervals), period->n_reads);
  return TRUE;
}

static gboolean
add_basic_read (DeskUsagePeriod *period,
                DeskJsonSlice    basic_read,
                const char      *exponent,
                gboolean         is_export)
{
  g_autofree char *quality = desk_json_read_text (basic_read, "quality");

  if (!add_read (period, desk_json_slice_get_member (basic_read, "value"), exponent, is_export))
    return FALSE;
  if (quality != NULL && g_ascii_strcasecmp (quality, "ACTUAL") != 0)
    period->n_substituted = 1;
  return TRUE;
}

/* The tag names the member that counts; one that does not fit falls back to the other (hard-cases.md 9). */
static gboolean
add_reads (DeskUsagePeriod *period,
           DeskJsonSlice    record,
           const char      *exponent)
{
  DeskJsonSlice interval_read = desk_json_slice_get_member (record, "interval_read");
  DeskJsonSlice basic_read = desk_json_slice_get_member (record, "basic_read");
  gboolean is_export = is_export_register (record);

  if (desk_json_slice_equals_string (desk_json_slice_get_member (record, "read_u_type"), "basicRead"))
    return add_basic_read (period, basic_read, exponent, is_export) ||
           add_interval_read (period, interval_read, exponent, is_export);
  return add_interval_read (period, interval_read, exponent, is_export) ||
         add_basic_read (period, basic_read, exponent, is_export);
}

static gboolean
read_day (DeskJsonSlice  record,
          GDate         *day)
{
  g_autofree char *text = desk_json_read_text (record, "read_start_date");

  return text != NULL && desk_date_parse_lenient (text, day, NULL);
}

DeskUsageRecordVerdict
desk_usage_record_read (DeskJsonSlice     record,
                        DeskUsagePeriod **period)
{
  g_autoptr(DeskUsagePeriod) found = NULL;
  const char *exponent = NULL;
  GDate date;

  g_return_val_if_fail (period != NULL, DESK_USAGE_RECORD_UNREADABLE);

  *period = NULL;
  exponent = find_exponent (record);
  if (exponent == NULL)
    return DESK_USAGE_RECORD_OTHER_UNIT;
  if (!read_day (record, &date))
    return DESK_USAGE_RECORD_UNREADABLE;
  found = desk_usage_period_new (&date);
  if (!add_reads (found, record, exponent))
    return DESK_USAGE_RECORD_UNREADABLE;
  *period = g_steal_pointer (&found);
  return DESK_USAGE_RECORD_ENERGY;
}

GPtrArray *
desk_usage_record_list_intervals (DeskJsonSlice  record,
                                  GDate         *day)
{
  g_autoptr(GPtrArray) intervals = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_usage_period_free);
  const char *exponent = find_exponent (record);
  gboolean is_export = is_export_register (record);
  DeskJsonIter iter;
  DeskJsonSlice value;

  g_return_val_if_fail (day != NULL, NULL);

  if (exponent == NULL || !read_day (record, day))
    return NULL;
  desk_json_iter_init (&iter, desk_json_slice_get_path (record, "interval_read.interval_reads"));
  while (desk_json_iter_next (&iter, NULL, &value))
    {
      DeskUsagePeriod *interval = desk_usage_period_new (day);

      add_read (interval, value, exponent, is_export);
      g_ptr_array_add (intervals, interval);
    }
  return intervals->len > 0 ? g_steal_pointer (&intervals) : NULL;
}
