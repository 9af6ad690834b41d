/* desk-sandbox-bulk.c: any number of transactions, made as they are read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-bulk.h"

#include <string.h>

#include "desk-instant.h"
#include "desk-json.h"
#include "desk-sandbox-random.h"

#define TWO_YEARS (730 * 24 * G_TIME_SPAN_HOUR)
#define DAY (24 * G_TIME_SPAN_HOUR)

/* "2026-10-20T18:45:45", without what comes after it. */
#define TIME_LENGTH 19
#define DATE_LENGTH 10

/* The hexadecimal digits at the end of an id that make it unique. */
#define TRANSACTION_DIGITS 16
#define FISKIL_DIGITS 64

/* The members of a transaction that are times. */
enum
{
  TIME_POSTING,
  TIME_VALUE,
  TIME_EXECUTION,
  N_TIMES,
};

static const char *const time_names[N_TIMES] = { "posting_date_time", "value_date_time", "execution_date_time" };

/* A time in the text of a model. */
typedef struct
{
  gsize  offset; /* where it begins; 0 if the model has none */
  gint64 shift;  /* from the transaction's instant to the time as it is written, in microseconds */
} TimePlace;

/* A posted transaction and where its text changes. */
typedef struct
{
  const DeskSandboxRecord *record;         /* (not owned) */
  TimePlace                times[N_TIMES];
  gsize                    transaction_id; /* where the digits begin; 0 if they are too few */
  gsize                    fiskil_id;
} Model;

struct _DeskSandboxBulk
{
  GPtrArray         *pending;        /* (element-type DeskSandboxRecord) (owned), the records are not */
  GArray            *models;         /* (element-type Model) (owned) */
  DeskSandboxRandom  random;
  guint              length;
  gint64             latest;
  gint64             step;
  gint64             least_shift;
  gint64             most_shift;
  gint64             first_day;      /* the earliest day of any time */
  char              *dates;          /* each day's text from then on, one after the other (owned) */
  guint              last_position;
  DeskSandboxRecord  last;           /* its text is owned, the rest belongs to a model */
  gsize              capacity;
};

/* Where the value of a member begins, or 0. */
static gsize
find_text (const DeskSandboxRecord *record,
           DeskJsonSlice            slice,
           const char              *name,
           gsize                   *length)
{
  DeskJsonSlice value = desk_json_slice_get_member (slice, name);

  if (desk_json_slice_get_kind (value) != DESK_JSON_KIND_STRING)
    return 0;

  *length = value.length - 2;
  return (gsize) (value.text - record->json) + 1;
}

static gsize
find_digits (const DeskSandboxRecord *record,
             DeskJsonSlice            slice,
             const char              *name,
             gsize                    n_digits)
{
  gsize length = 0;
  gsize offset = find_text (record, slice, name, &length);

  return offset != 0 && length >= n_digits ? offset + length - n_digits : 0;
}

static void
find_time (DeskSandboxBulk         *self,
           const DeskSandboxRecord *record,
           DeskJsonSlice            slice,
           const char              *name,
           TimePlace               *place)
{
  gsize length = 0;
  gsize offset = find_text (record, slice, name, &length);
  g_autofree char *written = NULL;
  gint64 instant;

  if (offset == 0 || length < TIME_LENGTH)
    return;

  written = g_strdup_printf ("%.*sZ", TIME_LENGTH, record->json + offset);
  if (!desk_instant_parse (written, &instant, NULL))
    return;

  place->offset = offset;
  place->shift = instant - record->instant;
  self->least_shift = MIN (self->least_shift, place->shift);
  self->most_shift = MAX (self->most_shift, place->shift);
}

static void
add_model (DeskSandboxBulk         *self,
           const DeskSandboxRecord *record)
{
  Model model = { .record = record };
  DeskJsonSlice slice;

  if (record->instant == DESK_SANDBOX_NO_INSTANT || !desk_json_parse (record->json, record->length, &slice, NULL))
    return;

  for (guint i = 0; i < N_TIMES; i++)
    find_time (self, record, slice, time_names[i], &model.times[i]);
  model.transaction_id = find_digits (record, slice, "transaction_id", TRANSACTION_DIGITS);
  model.fiskil_id = find_digits (record, slice, "fiskil_id", FISKIL_DIGITS);

  self->capacity = MAX (self->capacity, record->length + 1);
  self->latest = MAX (self->latest, record->instant);
  g_array_append_val (self->models, model);
}

/* Every day that a transaction can be of is made once: to format it for each would take longer than all the rest. */
static void
write_dates (DeskSandboxBulk *self)
{
  gint64 earliest = self->latest - self->step * self->length + self->least_shift;
  gint64 last_day = (self->latest + self->most_shift) / DAY;

  self->first_day = earliest / DAY - 1;
  self->dates = g_malloc ((gsize) (last_day - self->first_day + 1) * DATE_LENGTH);
  for (gint64 day = self->first_day; day <= last_day; day++)
    {
      g_autofree char *text = desk_instant_format (day * DAY);

      memcpy (self->dates + (day - self->first_day) * DATE_LENGTH, text, DATE_LENGTH);
    }
}

DeskSandboxBulk *
desk_sandbox_bulk_new (GPtrArray *models,
                       guint      length,
                       guint64    seed)
{
  g_autoptr(DeskSandboxBulk) self = NULL;

  g_return_val_if_fail (models != NULL, NULL);

  self = g_new0 (DeskSandboxBulk, 1);
  self->pending = g_ptr_array_new ();
  self->models = g_array_new (FALSE, FALSE, sizeof (Model));
  self->length = length;
  self->latest = G_MININT64;
  self->last_position = G_MAXUINT;
  desk_sandbox_random_init (&self->random, seed, "bulk");

  for (guint i = 0; i < models->len; i++)
    {
      DeskSandboxRecord *record = g_ptr_array_index (models, i);

      if (g_strcmp0 (record->status, "PENDING") == 0)
        g_ptr_array_add (self->pending, record);
      else
        add_model (self, record);
    }

  if (self->models->len == 0)
    return NULL;

  self->step = MIN (TWO_YEARS / MAX (length, 1), G_TIME_SPAN_HOUR);
  self->last.json = g_malloc (self->capacity);
  write_dates (self);
  return g_steal_pointer (&self);
}

void
desk_sandbox_bulk_free (DeskSandboxBulk *self)
{
  g_ptr_array_unref (self->pending);
  g_array_unref (self->models);
  g_free (self->dates);
  g_free (self->last.json);
  g_free (self);
}

guint
desk_sandbox_bulk_get_length (const DeskSandboxBulk *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length;
}

static void
write_two (char  *text,
           gint64 number)
{
  text[0] = (char) ('0' + number / 10);
  text[1] = (char) ('0' + number % 10);
}

/* Leaves what comes after the seconds as it is in the model. */
static void
write_time (DeskSandboxBulk *self,
            char            *text,
            gint64           written)
{
  gint64 day = written / DAY;
  gint64 second = written % DAY / G_USEC_PER_SEC;

  memcpy (text, self->dates + (day - self->first_day) * DATE_LENGTH, DATE_LENGTH);
  write_two (text + 11, second / 3600);
  write_two (text + 14, second / 60 % 60);
  write_two (text + 17, second % 60);
}

static void
write_digits (char    *text,
              guint64  number)
{
  static const char digits[] = "0123456789abcdef";

  for (guint i = 0; i < 16; i++)
    text[i] = digits[number >> (60 - 4 * i) & 0xf];
}

static void
write_ids (DeskSandboxBulk *self,
           const Model     *model,
           guint            position)
{
  char *text = self->last.json;

  desk_sandbox_random_set_position (&self->random, (guint64) position * 4);
  for (guint i = 0; i < FISKIL_DIGITS / 16; i++)
    {
      guint64 number = desk_sandbox_random_next (&self->random);

      if (i == 0 && model->transaction_id != 0)
        write_digits (text + model->transaction_id, number);
      if (model->fiskil_id != 0)
        write_digits (text + model->fiskil_id + 16 * i, number);
    }
}

static void
make (DeskSandboxBulk *self,
      guint            position)
{
  guint index = position - MIN (position, self->pending->len);
  const Model *model = &g_array_index (self->models, Model, index % self->models->len);
  char *text = self->last.json;

  self->last = *model->record;
  self->last.json = text;
  self->last.instant = (self->latest - self->step * index) / G_USEC_PER_SEC * G_USEC_PER_SEC;

  memcpy (text, model->record->json, model->record->length + 1);
  write_ids (self, model, position);
  for (guint i = 0; i < N_TIMES; i++)
    if (model->times[i].offset != 0)
      write_time (self, text + model->times[i].offset, self->last.instant + model->times[i].shift);
}

const DeskSandboxRecord *
desk_sandbox_bulk_get (DeskSandboxBulk *self,
                       guint            position)
{
  g_return_val_if_fail (self != NULL && position < self->length, NULL);

  if (position < self->pending->len)
    return g_ptr_array_index (self->pending, position);

  if (position != self->last_position)
    make (self, position);

  self->last_position = position;
  return &self->last;
}
