/* desk-quality-series.c: whether rows that follow each other in time fit together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-quality-series.h"

#include "desk-date.h"

#define MINUTES_A_DAY 1440

/* Days as g_date_get_julian() counts them. */
typedef struct
{
  guint32 first;
  guint32 last;
  guint32 position;
} Span;

typedef struct
{
  const DeskResource *resource;
  char               *path;  /* (owned): of all rows of the owner */
  char               *unit;  /* (owned) (nullable): the first one */
  GArray             *spans; /* (owned) (element-type Span) */
} Owner;

struct _DeskQualitySeries
{
  GHashTable *owners; /* (element-type utf8 Owner) */
  GPtrArray  *order;  /* (element-type Owner) (unowned): as they came */
};

static void
owner_free (gpointer data)
{
  Owner *owner = data;

  g_free (owner->path);
  g_free (owner->unit);
  g_array_unref (owner->spans);
  g_free (owner);
}

DeskQualitySeries *
desk_quality_series_new (void)
{
  DeskQualitySeries *self = g_new0 (DeskQualitySeries, 1);

  self->owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, owner_free);
  self->order = g_ptr_array_new ();

  return self;
}

void
desk_quality_series_free (DeskQualitySeries *self)
{
  g_ptr_array_unref (self->order);
  g_hash_table_unref (self->owners);
  g_free (self);
}

static char *
dup_owner_path (const DeskQualityPlace *record)
{
  const DeskSeries *series = record->resource->series;
  GString *path = g_string_new ("$");
  const char *joint = "[?";

  desk_quality_path_append_member (path, record->resource->root_keys[0]);
  for (gsize i = 0; series->owner[i] != NULL; i++)
    {
      g_autofree char *text = desk_json_slice_dup_string (desk_json_slice_get_member (record->record, series->owner[i]));

      if (text == NULL)
        continue;
      g_string_append_printf (path, "%s@.%s==", joint, series->owner[i]);
      desk_quality_path_append_text (path, text);
      joint = " && ";
    }
  if (*joint == ' ')
    g_string_append_c (path, ']');

  return g_string_free (path, FALSE);
}

static char *
dup_owner_key (const DeskQualityPlace *record)
{
  const DeskSeries *series = record->resource->series;
  GString *key = g_string_new (record->resource->name);

  for (gsize i = 0; series->owner[i] != NULL; i++)
    {
      g_autofree char *text = desk_json_slice_dup_text (desk_json_slice_get_member (record->record, series->owner[i]));

      g_string_append_printf (key, "\n%s", text != NULL ? text : "");
    }

  return g_string_free (key, FALSE);
}

static Owner *
ensure_owner (DeskQualitySeries      *self,
              const DeskQualityPlace *record)
{
  g_autofree char *key = dup_owner_key (record);
  Owner *owner = g_hash_table_lookup (self->owners, key);

  if (owner != NULL)
    return owner;

  owner = g_new0 (Owner, 1);
  owner->resource = record->resource;
  owner->path = dup_owner_path (record);
  owner->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  g_hash_table_insert (self->owners, g_steal_pointer (&key), owner);
  g_ptr_array_add (self->order, owner);

  return owner;
}

static gboolean
read_day (DeskJsonSlice  record,
          const char    *path,
          guint32       *day)
{
  g_autofree char *text = desk_json_slice_dup_string (desk_json_slice_get_path (record, path));
  GDate date;

  if (text == NULL || !desk_date_parse_lenient (text, &date, NULL))
    return FALSE;

  *day = g_date_get_julian (&date);
  return TRUE;
}

static void
take_span (Owner                  *owner,
           const DeskQualityPlace *record)
{
  const DeskSeries *series = record->resource->series;
  Span span = { .position = record->position };

  if (!read_day (record->record, series->first_day, &span.first))
    return;

  if (!read_day (record->record, series->last_day, &span.last) || span.last < span.first)
    span.last = span.first;
  g_array_append_val (owner->spans, span);
}

static void
take_unit (Owner                  *owner,
           const DeskQualityPlace *record,
           DeskQualityReport      *report)
{
  const DeskSeries *series = record->resource->series;
  g_autofree char *unit = desk_json_slice_dup_string (desk_json_slice_get_path (record->record, series->unit));

  if (unit == NULL || *unit == '\0')
    return;

  if (owner->unit == NULL)
    owner->unit = g_steal_pointer (&unit);
  else if (g_ascii_strcasecmp (owner->unit, unit) != 0)
    {
      g_autofree char *example = g_strdup_printf ("%s, %s", owner->unit, unit);

      desk_quality_report_add (report, DESK_QUALITY_UNIT_MISMATCH, &DESK_QUALITY_PLACE_MEMBER (record, series->unit),
                               example);
    }
}

/* What the length and the number of values at the same time say of a day. */
typedef struct
{
  const DeskSeries  *series;
  DeskQualityReport *report;
  gint64             n_values;
  gint64             length;
} Day;

static void
count_value (const DeskQualityPlace *place,
             DeskJsonSlice           value,
             gpointer                user_data)
{
  Day *day = user_data;

  day->n_values++;
}

static void
check_length (const DeskQualityPlace *place,
              DeskJsonSlice           value,
              gpointer                user_data)
{
  Day *day = user_data;
  g_autofree char *example = NULL;

  /* Sums without intervals have no values (hard-cases.md 24). */
  if (day->n_values == 0 || !desk_json_slice_get_int64 (value, &day->length) ||
      (day->length > 0 && day->length <= MINUTES_A_DAY && day->length * day->n_values == MINUTES_A_DAY))
    return;

  example = g_strdup_printf ("%" G_GINT64_FORMAT " × %" G_GINT64_FORMAT, day->length, day->n_values);
  desk_quality_report_add (day->report, DESK_QUALITY_INTERVAL_COUNT, place, example);
}

static void
check_bound (const DeskQualityPlace *note,
             DeskJsonSlice           value,
             const char             *name,
             gint64                  minimum,
             Day                    *day)
{
  DeskJsonSlice bound = desk_json_slice_get_member (value, name);
  gint64 number;

  if (desk_json_slice_get_int64 (bound, &number) && (number < minimum || number > day->n_values))
    desk_quality_report_add_value (day->report, DESK_QUALITY_OUT_OF_RANGE, &DESK_QUALITY_PLACE_MEMBER (note, name),
                                   bound);
}

static void
check_note (const DeskQualityPlace *place,
            DeskJsonSlice           value,
            gpointer                user_data)
{
  Day *day = user_data;
  gint64 first = 1;

  desk_json_slice_get_int64 (desk_json_slice_get_member (value, day->series->note_first), &first);
  check_bound (place, value, day->series->note_first, 1, day);
  check_bound (place, value, day->series->note_last, first, day);
}

static void
check_day (const DeskQualityPlace *record,
           DeskQualityReport      *report)
{
  const DeskSeries *series = record->resource->series;
  Day day = { .series = series, .report = report };

  desk_quality_place_foreach_value (record, record->record, series->values, count_value, &day);
  desk_quality_place_foreach_value (record, record->record, series->length, check_length, &day);
  for (gsize i = 0; series->notes[i] != NULL; i++)
    desk_quality_place_foreach_value (record, record->record, series->notes[i], check_note, &day);
}

void
desk_quality_series_take (DeskQualitySeries      *self,
                          const DeskQualityPlace *record,
                          DeskQualityReport      *report)
{
  Owner *owner;

  g_return_if_fail (self != NULL);
  g_return_if_fail (record != NULL && record->resource != NULL);

  if (record->resource->series == NULL)
    return;

  owner = ensure_owner (self, record);
  take_span (owner, record);
  take_unit (owner, record, report);
  check_day (record, report);
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const Span *left = a;
  const Span *right = b;

  return (left->first > right->first) - (left->first < right->first);
}

static char *
dup_day (guint32 julian)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);

  return desk_date_format (&date);
}

static void
add_gap (const Owner       *owner,
         guint32            first,
         guint32            last,
         guint              position,
         DeskQualityReport *report)
{
  g_autofree char *from = dup_day (first);
  g_autofree char *to = dup_day (last);
  g_autofree char *example = first == last ? g_strdup (from) : g_strdup_printf ("%s – %s", from, to);

  desk_quality_report_add_count (report, owner->resource, DESK_QUALITY_INTERVAL_GAP,
                                 owner->resource->series->first_day, example, owner->path, position, 1);
}

void
desk_quality_series_finish (DeskQualitySeries *self,
                            DeskQualityReport *report)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (report != NULL);

  for (guint i = 0; i < self->order->len; i++)
    {
      const Owner *owner = g_ptr_array_index (self->order, i);
      guint32 covered = 0;

      g_array_sort (owner->spans, compare_spans);
      for (guint k = 0; k < owner->spans->len; k++)
        {
          const Span *span = &g_array_index (owner->spans, Span, k);

          if (k > 0 && span->first > covered + 1)
            add_gap (owner, covered + 1, span->first - 1, span->position, report);
          covered = MAX (covered, span->last);
        }
    }
}
