/* desk-usage-profile.c: metered energy by the half hours of a local day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-usage-profile.h"
#include "desk-usage-record.h"

#define MINUTES_A_DAY 1440
#define MINUTES_A_SLOT 30
#define SECONDS_A_MINUTE 60
#define SECONDS_A_SLOT (MINUTES_A_SLOT * SECONDS_A_MINUTE)

struct _DeskUsageProfile
{
  GHashTable *slots; /* (owned): half hours since the epoch -> DeskUsagePeriod */
};

static void
slot_free (DeskUsageSlot *slot)
{
  g_free (slot->label);
  desk_decimal_free (slot->from_grid);
  desk_decimal_free (slot->to_grid);
  g_free (slot);
}

/* Before everything for the day after the last one that GDateTime knows, 9999-12-31. */
static gint64
find_midnight (const GDate *day,
               GTimeZone   *zone)
{
  g_autoptr(GDateTime) midnight =
    g_date_time_new (zone, g_date_get_year (day), g_date_get_month (day), g_date_get_day (day), 0, 0, 0);

  return midnight != NULL ? g_date_time_to_unix (midnight) : G_MININT64;
}

static DeskUsagePeriod *
ensure_slot (DeskUsageProfile *self,
             gint64            seconds,
             const GDate      *day)
{
  gint64 key = seconds / SECONDS_A_SLOT;
  DeskUsagePeriod *slot = g_hash_table_lookup (self->slots, &key);

  if (slot == NULL)
    {
      slot = desk_usage_period_new (day);
      g_hash_table_insert (self->slots, g_memdup2 (&key, sizeof key), slot);
    }
  return slot;
}

static char *
dup_label (gint64      seconds,
           GTimeZone  *zone,
           const char *format)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (seconds);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, zone);

  return g_date_time_format (local, format);
}

static DeskUsageSlot *
make_slot (DeskUsageProfile *self,
           gint64            seconds,
           GTimeZone        *zone)
{
  gint64 key = seconds / SECONDS_A_SLOT;
  const DeskUsagePeriod *energy = g_hash_table_lookup (self->slots, &key);
  DeskUsageSlot *slot = g_new0 (DeskUsageSlot, 1);

  slot->start = seconds * G_USEC_PER_SEC;
  slot->label = dup_label (seconds, zone, "%H:%M");
  slot->from_grid = energy != NULL ? desk_decimal_copy (energy->from_grid) : desk_decimal_new_zero ();
  slot->to_grid = energy != NULL ? desk_decimal_copy (energy->to_grid) : desk_decimal_new_zero ();
  slot->n_reads = energy != NULL ? energy->n_reads : 0;
  return slot;
}

/* The clock goes back once a day at most, so a label that is not unique occurs twice. */
static void
tell_repeated_labels_apart (GPtrArray *slots,
                            GTimeZone *zone)
{
  g_autoptr(GHashTable) first_slots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < slots->len; i++)
    {
      DeskUsageSlot *slot = g_ptr_array_index (slots, i);
      DeskUsageSlot *first = g_hash_table_lookup (first_slots, slot->label);

      if (first == NULL)
        {
          g_hash_table_insert (first_slots, g_strdup (slot->label), slot);
          continue;
        }
      g_free (first->label);
      first->label = dup_label (first->start / G_USEC_PER_SEC, zone, "%H:%M %:z");
      g_free (slot->label);
      slot->label = dup_label (slot->start / G_USEC_PER_SEC, zone, "%H:%M %:z");
    }
}

DeskUsageProfile *
desk_usage_profile_new (void)
{
  DeskUsageProfile *self = g_new0 (DeskUsageProfile, 1);

  self->slots = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) desk_usage_period_free);
  return self;
}

void
desk_usage_profile_free (DeskUsageProfile *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->slots);
  g_free (self);
}

gboolean
desk_usage_profile_add (DeskUsageProfile *self,
                        DeskJsonSlice     record)
{
  g_autoptr(GPtrArray) intervals = NULL;
  g_autoptr(GTimeZone) aest = g_time_zone_new_offset (10 * 60 * SECONDS_A_MINUTE);
  guint length;
  gint64 midnight;
  GDate day;

  g_return_val_if_fail (self != NULL, FALSE);

  intervals = desk_usage_record_list_intervals (record, &day);
  if (intervals == NULL || MINUTES_A_DAY % intervals->len != 0)
    return FALSE;
  length = MINUTES_A_DAY / intervals->len;
  if (MINUTES_A_SLOT % length != 0)
    return FALSE;
  midnight = find_midnight (&day, aest);
  for (guint i = 0; i < intervals->len; i++)
    desk_usage_period_add (ensure_slot (self, midnight + i * length * SECONDS_A_MINUTE, &day),
                           g_ptr_array_index (intervals, i));
  return TRUE;
}

GPtrArray *
desk_usage_profile_list_day (DeskUsageProfile *self,
                             const GDate      *day,
                             GTimeZone        *zone)
{
  g_autoptr(GPtrArray) slots = g_ptr_array_new_with_free_func ((GDestroyNotify) slot_free);
  GDate next;
  gint64 end;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (g_date_valid (day), NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  next = *day;
  g_date_add_days (&next, 1);
  end = find_midnight (&next, zone);
  for (gint64 seconds = find_midnight (day, zone); seconds < end; seconds += SECONDS_A_SLOT)
    g_ptr_array_add (slots, make_slot (self, seconds, zone));
  tell_repeated_labels_apart (slots, zone);
  return g_steal_pointer (&slots);
}
