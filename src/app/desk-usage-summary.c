/* desk-usage-summary.c: metered energy per service point and day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-json-read.h"
#include "desk-usage-record.h"
#include "desk-usage-summary.h"

typedef struct
{
  GHashTable *days;          /* (owned): Julian day -> DeskUsagePeriod */
  guint       n_other_units;
  guint       n_unreadable;
} ServicePoint;

struct _DeskUsageSummary
{
  GHashTable *service_points; /* (owned): id -> ServicePoint */
};

static ServicePoint *
service_point_new (void)
{
  ServicePoint *point = g_new0 (ServicePoint, 1);

  point->days = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) desk_usage_period_free);
  return point;
}

static void
service_point_free (ServicePoint *point)
{
  g_hash_table_unref (point->days);
  g_free (point);
}

/* Takes @period. */
static void
service_point_add (ServicePoint    *point,
                   DeskUsagePeriod *period)
{
  gpointer key = GUINT_TO_POINTER (g_date_get_julian (&period->start));
  DeskUsagePeriod *day = g_hash_table_lookup (point->days, key);

  if (day == NULL)
    {
      g_hash_table_insert (point->days, key, period);
      return;
    }
  desk_usage_period_add (day, period);
  desk_usage_period_free (period);
}

DeskUsageSummary *
desk_usage_summary_new (void)
{
  DeskUsageSummary *self = g_new0 (DeskUsageSummary, 1);

  self->service_points = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) service_point_free);
  return self;
}

void
desk_usage_summary_free (DeskUsageSummary *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->service_points);
  g_free (self);
}

static ServicePoint *
ensure_service_point (DeskUsageSummary *self,
                      DeskJsonSlice     record)
{
  g_autofree char *id = desk_json_read_text (record, "service_point_id");
  ServicePoint *point = NULL;

  if (id == NULL)
    id = g_strdup ("");
  point = g_hash_table_lookup (self->service_points, id);
  if (point == NULL)
    {
      point = service_point_new ();
      g_hash_table_insert (self->service_points, g_steal_pointer (&id), point);
    }
  return point;
}

void
desk_usage_summary_add (DeskUsageSummary *self,
                        DeskJsonSlice     record)
{
  ServicePoint *point = NULL;
  DeskUsagePeriod *period = NULL;

  g_return_if_fail (self != NULL);

  point = ensure_service_point (self, record);
  switch (desk_usage_record_read (record, &period))
    {
    case DESK_USAGE_RECORD_ENERGY:
      service_point_add (point, period);
      break;
    case DESK_USAGE_RECORD_OTHER_UNIT:
      point->n_other_units++;
      break;
    case DESK_USAGE_RECORD_UNREADABLE:
      point->n_unreadable++;
      break;
    default:
      g_assert_not_reached ();
    }
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
desk_usage_summary_dup_service_points (DeskUsageSummary *self)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;

  g_return_val_if_fail (self != NULL, NULL);

  g_hash_table_iter_init (&iter, self->service_points);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (ids, g_strdup (id));
  g_ptr_array_sort (ids, compare_ids);
  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_steal (ids, NULL);
}

gboolean
desk_usage_summary_get_span (DeskUsageSummary *self,
                             const char       *service_point_id,
                             GDate            *first,
                             GDate            *last)
{
  ServicePoint *point = NULL;
  GHashTableIter iter;
  gpointer key;
  guint32 lowest = G_MAXUINT32;
  guint32 highest = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (service_point_id != NULL, FALSE);
  g_return_val_if_fail (first != NULL && last != NULL, FALSE);

  point = g_hash_table_lookup (self->service_points, service_point_id);
  if (point == NULL || g_hash_table_size (point->days) == 0)
    return FALSE;
  g_hash_table_iter_init (&iter, point->days);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      lowest = MIN (lowest, GPOINTER_TO_UINT (key));
      highest = MAX (highest, GPOINTER_TO_UINT (key));
    }
  g_date_clear (first, 1);
  g_date_clear (last, 1);
  g_date_set_julian (first, lowest);
  g_date_set_julian (last, highest);
  return TRUE;
}

static gboolean
starts_period (const GDate   *date,
               DeskUsageStep  step)
{
  return step == DESK_USAGE_STEP_DAY || g_date_is_first_of_month (date);
}

GPtrArray *
desk_usage_summary_list (DeskUsageSummary *self,
                         const char       *service_point_id,
                         const GDate      *first,
                         const GDate      *last,
                         DeskUsageStep     step)
{
  g_autoptr(GPtrArray) periods = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_usage_period_free);
  ServicePoint *point = NULL;
  DeskUsagePeriod *period = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (service_point_id != NULL, NULL);
  g_return_val_if_fail (g_date_valid (first) && g_date_valid (last), NULL);

  point = g_hash_table_lookup (self->service_points, service_point_id);
  for (GDate date = *first; g_date_compare (&date, last) <= 0; g_date_add_days (&date, 1))
    {
      gpointer key = GUINT_TO_POINTER (g_date_get_julian (&date));
      DeskUsagePeriod *day = point != NULL ? g_hash_table_lookup (point->days, key) : NULL;

      if (period == NULL || starts_period (&date, step))
        {
          period = desk_usage_period_new (&date);
          g_ptr_array_add (periods, period);
        }
      if (day != NULL)
        desk_usage_period_add (period, day);
    }
  return g_steal_pointer (&periods);
}

guint
desk_usage_summary_get_n_other_units (DeskUsageSummary *self,
                                      const char       *service_point_id)
{
  ServicePoint *point = NULL;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (service_point_id != NULL, 0);

  point = g_hash_table_lookup (self->service_points, service_point_id);
  return point != NULL ? point->n_other_units : 0;
}

guint
desk_usage_summary_get_n_unreadable (DeskUsageSummary *self,
                                     const char       *service_point_id)
{
  ServicePoint *point = NULL;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (service_point_id != NULL, 0);

  point = g_hash_table_lookup (self->service_points, service_point_id);
  return point != NULL ? point->n_unreadable : 0;
}
