/* desk-export-nem12.c: interval reads in the Meter Data File Format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-export-nem12.h"

#include <string.h>

#include "desk-export-account.h"
#include "desk-export-day.h"
#include "desk-export-file.h"

/* An eleventh character is a check digit, which the file does not have. */
#define NMI_LENGTH 10

/* The days of one register. */
typedef struct
{
  char      *header; /* (owned): the 200 record after the NMI's configuration */
  char      *suffix; /* (owned) */
  GPtrArray *days;   /* (owned) (element-type DeskExportDay) */
  GHashTable *dates; /* (owned): of the days (unowned) */
} Register;

struct _DeskExportNem12
{
  DeskExportWriter  parent_instance;

  DeskExportFile   *file;             /* (owned) */
  char             *updated_at;       /* (owned): YYYYMMDDhhmmss, in eastern Australia without daylight saving */
  GHashTable       *nmis;             /* (owned) (element-type utf8 utf8): by service point */
  GPtrArray        *registers;        /* (owned) (element-type Register): of the service point in hand */
  char             *service_point_id; /* (owned) (nullable): the one in hand */
  gboolean          takes_usage;
};

G_DEFINE_FINAL_TYPE (DeskExportNem12, desk_export_nem12, DESK_TYPE_EXPORT_WRITER)

static void
register_free (Register *self)
{
  g_free (self->header);
  g_free (self->suffix);
  g_ptr_array_unref (self->days);
  g_hash_table_unref (self->dates);
  g_free (self);
}

static Register *
find_register (DeskExportNem12     *self,
               const DeskExportDay *day)
{
  g_autofree char *header = g_strdup_printf ("%s,%s,,%s,%s,%u,", day->register_id, day->suffix, day->meter_id,
                                             day->unit, day->length);
  Register *created = NULL;

  for (guint i = 0; i < self->registers->len; i++)
    {
      Register *found = g_ptr_array_index (self->registers, i);

      if (g_str_equal (found->header, header))
        return found;
    }
  created = g_new0 (Register, 1);
  created->header = g_steal_pointer (&header);
  created->suffix = g_strdup (day->suffix);
  created->days = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_export_day_free);
  created->dates = g_hash_table_new (g_str_hash, g_str_equal);
  g_ptr_array_add (self->registers, created);
  return created;
}

static int
compare_registers (gconstpointer a,
                   gconstpointer b)
{
  const Register *one = *(Register *const *) a;
  const Register *other = *(Register *const *) b;
  int order = strcmp (one->suffix, other->suffix);

  return order != 0 ? order : strcmp (one->header, other->header);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const DeskExportDay *one = *(DeskExportDay *const *) a;
  const DeskExportDay *other = *(DeskExportDay *const *) b;

  return strcmp (one->date, other->date);
}

/* V: the flags differ, and follow in records of their own, which cover the day. */
static void
append_day (DeskExportNem12     *self,
            GString             *text,
            const DeskExportDay *day)
{
  gsize n_values = day->values->len;
  gboolean is_even = strspn (day->flags, (char[]) { day->flags[0], '\0' }) == n_values;

  g_string_append_printf (text, "300,%s,", day->date);
  for (gsize i = 0; i < n_values; i++)
    g_string_append_printf (text, "%s,", (const char *) g_ptr_array_index (day->values, i));
  g_string_append_printf (text, "%c,,,%s,\r\n", is_even ? day->flags[0] : 'V', self->updated_at);

  for (gsize start = 0, end; !is_even && start < n_values; start = end)
    {
      end = start + strspn (day->flags + start, (char[]) { day->flags[start], '\0' });
      g_string_append_printf (text, "400,%" G_GSIZE_FORMAT ",%" G_GSIZE_FORMAT ",%c,,\r\n", start + 1, end, day->flags[start]);
    }
}

static char *
dup_configuration (GPtrArray *registers)
{
  g_autoptr(GString) suffixes = g_string_new (NULL);

  for (guint i = 0; i < registers->len; i++)
    {
      const char *suffix = ((const Register *) g_ptr_array_index (registers, i))->suffix;

      if (!g_str_has_suffix (suffixes->str, suffix))
        g_string_append (suffixes, suffix);
    }
  return g_string_free (g_steal_pointer (&suffixes), FALSE);
}

static gboolean
write_register (DeskExportNem12  *self,
                const char       *nmi,
                const char       *configuration,
                Register         *meter_register,
                GError          **error)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_ptr_array_sort (meter_register->days, compare_days);
  g_string_append_printf (text, "200,%s,%s,%s\r\n", nmi, configuration, meter_register->header);
  for (guint i = 0; i < meter_register->days->len; i++)
    append_day (self, text, g_ptr_array_index (meter_register->days, i));
  return desk_export_file_write (self->file, text->str, text->len, error);
}

static gboolean
close_service_point (DeskExportNem12  *self,
                     GError          **error)
{
  g_autofree char *configuration = NULL;
  gboolean written = TRUE;

  g_ptr_array_sort (self->registers, compare_registers);
  configuration = dup_configuration (self->registers);
  for (guint i = 0; written && i < self->registers->len; i++)
    written = write_register (self, g_hash_table_lookup (self->nmis, self->service_point_id), configuration,
                              g_ptr_array_index (self->registers, i), error);
  g_ptr_array_set_size (self->registers, 0);
  g_clear_pointer (&self->service_point_id, g_free);
  return written;
}

static gboolean
desk_export_nem12_begin (DeskExportWriter    *writer,
                         const DeskResource  *resource,
                         gboolean             is_asked_for,
                         GError             **error)
{
  DESK_EXPORT_NEM12 (writer)->takes_usage = g_str_equal (resource->name, "energy.usage");
  return TRUE;
}

static gboolean
is_nmi (const char *text)
{
  gsize length = strlen (text);

  if (length < NMI_LENGTH || length > NMI_LENGTH + 1)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]))
      return FALSE;
  return TRUE;
}

static void
keep_nmi (DeskExportNem12 *self,
          const char      *service_point_id,
          const char      *nmi)
{
  g_hash_table_insert (self->nmis, g_strdup (service_point_id), g_strndup (nmi, NMI_LENGTH));
}

static DeskExportReason
add_service_point (DeskExportNem12 *self,
                   DeskJsonSlice    record)
{
  g_autofree char *id = desk_export_day_dup_field (record, "service_point_id");
  g_autofree char *nmi = desk_export_day_dup_field (record, "national_metering_id");

  if (!is_nmi (nmi))
    return DESK_EXPORT_REASON_NO_METERING_ID;
  keep_nmi (self, id, nmi);
  return DESK_EXPORT_REASON_NONE;
}

/* Some retailers send the NMI where the id of the service point is due (hard-cases.md 28). */
static gboolean
find_nmi (DeskExportNem12 *self,
          const char      *service_point_id)
{
  if (!g_hash_table_contains (self->nmis, service_point_id) && is_nmi (service_point_id))
    keep_nmi (self, service_point_id, service_point_id);
  return g_hash_table_contains (self->nmis, service_point_id);
}

static DeskExportReason
keep_day (DeskExportNem12 *self,
          DeskExportDay   *day)
{
  Register *meter_register = find_register (self, day);

  if (g_hash_table_contains (meter_register->dates, day->date))
    {
      desk_export_day_free (day);
      return DESK_EXPORT_REASON_SAME_DAY;
    }
  g_hash_table_add (meter_register->dates, day->date);
  g_ptr_array_add (meter_register->days, day);
  return DESK_EXPORT_REASON_NONE;
}

static gboolean
add_usage (DeskExportNem12   *self,
           DeskJsonSlice      record,
           DeskExportReason  *reason,
           GError           **error)
{
  g_autofree char *id = desk_export_day_dup_field (record, "service_point_id");
  g_autoptr(DeskExportDay) day = NULL;

  if (!find_nmi (self, id))
    {
      *reason = DESK_EXPORT_REASON_NO_METERING_ID;
      return TRUE;
    }
  day = desk_export_day_new (record, reason);
  if (day == NULL)
    return TRUE;
  if (g_strcmp0 (id, self->service_point_id) != 0)
    {
      if (!close_service_point (self, error))
        return FALSE;
      self->service_point_id = g_steal_pointer (&id);
    }
  *reason = keep_day (self, g_steal_pointer (&day));
  return TRUE;
}

static gboolean
desk_export_nem12_add (DeskExportWriter  *writer,
                       DeskJsonSlice      record,
                       DeskExportReason  *reason,
                       GError           **error)
{
  DeskExportNem12 *self = DESK_EXPORT_NEM12 (writer);

  if (self->takes_usage)
    return add_usage (self, record, reason, error);
  *reason = add_service_point (self, record);
  return TRUE;
}

static gboolean
desk_export_nem12_finish (DeskExportWriter  *writer,
                          GError           **error)
{
  DeskExportNem12 *self = DESK_EXPORT_NEM12 (writer);

  return close_service_point (self, error) &&
         desk_export_file_append (self->file, "900\r\n", error) &&
         desk_export_file_close (self->file, error);
}

static void
desk_export_nem12_finalize (GObject *object)
{
  DeskExportNem12 *self = DESK_EXPORT_NEM12 (object);

  g_clear_pointer (&self->file, desk_export_file_free);
  g_ptr_array_unref (self->registers);
  g_hash_table_unref (self->nmis);
  g_free (self->service_point_id);
  g_free (self->updated_at);

  G_OBJECT_CLASS (desk_export_nem12_parent_class)->finalize (object);
}

static void
desk_export_nem12_class_init (DeskExportNem12Class *klass)
{
  DeskExportWriterClass *writer_class = DESK_EXPORT_WRITER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_export_nem12_finalize;
  writer_class->begin = desk_export_nem12_begin;
  writer_class->add = desk_export_nem12_add;
  writer_class->finish = desk_export_nem12_finish;
}

static void
desk_export_nem12_init (DeskExportNem12 *self)
{
  self->nmis = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->registers = g_ptr_array_new_with_free_func ((GDestroyNotify) register_free);
}

static gboolean
write_head (DeskExportNem12  *self,
            GError          **error)
{
  g_autofree char *text = g_strdup_printf ("100,NEM12,%.12s,CDR,CDR\r\n", self->updated_at);

  return desk_export_file_append (self->file, text, error);
}

DeskExportWriter *
desk_export_nem12_new (const char  *path,
                       gint64       now,
                       GError     **error)
{
  g_autoptr(DeskExportNem12) self = NULL;
  g_autoptr(GTimeZone) zone = g_time_zone_new_offset (10 * 60 * 60);
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
  g_autoptr(GDateTime) time = g_date_time_to_timezone (utc, zone);

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (DESK_TYPE_EXPORT_NEM12, NULL);
  self->updated_at = g_date_time_format (time, "%Y%m%d%H%M%S");
  self->file = desk_export_file_open (path, error);
  return self->file != NULL && write_head (self, error) ? DESK_EXPORT_WRITER (g_steal_pointer (&self)) : NULL;
}
