/* desk-export-day.c: the interval reads of one register and day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-export-day.h"

#include "desk-date.h"
#include "desk-decimal.h"
#include "desk-export-account.h"

#define MINUTES_OF_DAY (24 * 60)

void
desk_export_day_free (DeskExportDay *self)
{
  g_free (self->date);
  g_free (self->suffix);
  g_free (self->register_id);
  g_free (self->meter_id);
  g_free (self->unit);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_free (self->flags);
  g_free (self);
}

char *
desk_export_day_dup_field (DeskJsonSlice  record,
                           const char    *member)
{
  char *text = desk_export_account_dup_line (record, member);

  return text != NULL ? g_strdelimit (text, ",\"", ' ') : g_strdup ("");
}

static gboolean
read_date (DeskExportDay *self,
           DeskJsonSlice  record)
{
  g_autofree char *text = desk_export_account_dup_line (record, "read_start_date");
  GDate date;

  if (text == NULL || !desk_date_parse_lenient (text, &date, NULL))
    return FALSE;
  self->date = g_strdup_printf ("%04u%02u%02u", g_date_get_year (&date), g_date_get_month (&date),
                                g_date_get_day (&date));
  return TRUE;
}

static void
read_register (DeskExportDay *self,
               DeskJsonSlice  record)
{
  g_autofree char *unit = desk_export_day_dup_field (record, "unit_of_measure");

  self->suffix = desk_export_day_dup_field (record, "register_suffix");
  self->register_id = desk_export_day_dup_field (record, "register_id");
  self->meter_id = desk_export_day_dup_field (record, "meter_id");
  /* Absent means kWh (CDS). */
  self->unit = *unit != '\0' ? g_ascii_strup (unit, -1) : g_strdup ("KWH");
}

/* CDS counts what is exported below zero, NEM12 above. */
static DeskExportReason
add_value (DeskExportDay *self,
           DeskJsonSlice  value)
{
  g_autofree char *text = desk_json_slice_dup_text (value);
  g_autoptr(DeskDecimal) number = text != NULL ? desk_decimal_new_from_string (text, NULL) : NULL;

  if (number == NULL)
    return DESK_EXPORT_REASON_NO_READ;
  if (desk_decimal_is_negative (number))
    {
      if (g_ascii_toupper (*self->suffix) != 'B')
        return DESK_EXPORT_REASON_NEGATIVE_READ;
      desk_decimal_negate (number);
    }
  g_ptr_array_add (self->values, desk_decimal_to_string (number));
  return DESK_EXPORT_REASON_NONE;
}

static DeskExportReason
read_values (DeskExportDay *self,
             DeskJsonSlice  reads)
{
  DeskExportReason reason = DESK_EXPORT_REASON_NONE;
  DeskJsonIter iter;
  DeskJsonSlice value;

  self->values = g_ptr_array_new_with_free_func (g_free);
  desk_json_iter_init (&iter, reads);
  while (reason == DESK_EXPORT_REASON_NONE && desk_json_iter_next (&iter, NULL, &value))
    reason = add_value (self, value);
  return reason;
}

static DeskExportReason
read_intervals (DeskExportDay *self,
                DeskJsonSlice  interval_read)
{
  DeskJsonSlice reads = desk_json_slice_get_member (interval_read, "interval_reads");
  guint n_reads = desk_json_slice_count (reads);
  gint64 length = 0;

  if (n_reads == 0)
    return DESK_EXPORT_REASON_BASIC_READ;
  desk_json_slice_get_int64 (desk_json_slice_get_member (interval_read, "read_interval_length"), &length);
  if (length <= 0 || length > MINUTES_OF_DAY || n_reads > MINUTES_OF_DAY || length * n_reads != MINUTES_OF_DAY)
    return DESK_EXPORT_REASON_INCOMPLETE_DAY;
  if (length != 5 && length != 15 && length != 30)
    return DESK_EXPORT_REASON_INTERVAL_LENGTH;
  self->length = (guint) length;
  return read_values (self, reads);
}

static char
find_flag (DeskJsonSlice quality)
{
  if (desk_json_slice_equals_string (quality, "SUBSTITUTE"))
    return 'S';
  if (desk_json_slice_equals_string (quality, "FINAL_SUBSTITUTE"))
    return 'F';
  return desk_json_slice_equals_string (quality, "ACTUAL") ? 'A' : 'E';
}

/* Ranges are 1-based and inclusive; they may be out of range (hard-cases.md 25). */
static void
read_qualities (DeskExportDay *self,
                DeskJsonSlice  ranges)
{
  DeskJsonIter iter;
  DeskJsonSlice range;

  desk_json_iter_init (&iter, ranges);
  while (desk_json_iter_next (&iter, NULL, &range))
    {
      char flag = find_flag (desk_json_slice_get_member (range, "quality"));
      gint64 start;
      gint64 end;

      if (!desk_json_slice_get_int64 (desk_json_slice_get_member (range, "start_interval"), &start) ||
          !desk_json_slice_get_int64 (desk_json_slice_get_member (range, "end_interval"), &end))
        continue;
      for (gint64 i = MAX (start, 1); i <= MIN (end, self->values->len); i++)
        self->flags[i - 1] = flag;
    }
}

static DeskExportReason
read_record (DeskExportDay *self,
             DeskJsonSlice  record)
{
  DeskJsonSlice interval_read = desk_json_slice_get_member (record, "interval_read");
  DeskExportReason reason;

  /* Some fill every branch of a union: the tag counts (cds.md 9). */
  if (desk_json_slice_equals_string (desk_json_slice_get_member (record, "read_u_type"), "basicRead"))
    return DESK_EXPORT_REASON_BASIC_READ;
  if (!read_date (self, record))
    return DESK_EXPORT_REASON_NO_DATE;
  read_register (self, record);
  reason = read_intervals (self, interval_read);
  if (reason != DESK_EXPORT_REASON_NONE)
    return reason;
  self->flags = g_strnfill (self->values->len, 'A');
  read_qualities (self, desk_json_slice_get_member (interval_read, "read_qualities"));
  read_qualities (self, desk_json_slice_get_member (interval_read, "readQualities"));
  return DESK_EXPORT_REASON_NONE;
}

DeskExportDay *
desk_export_day_new (DeskJsonSlice     record,
                     DeskExportReason *reason)
{
  g_autoptr(DeskExportDay) self = g_new0 (DeskExportDay, 1);

  g_return_val_if_fail (reason != NULL, NULL);

  *reason = read_record (self, record);
  return *reason == DESK_EXPORT_REASON_NONE ? g_steal_pointer (&self) : NULL;
}
