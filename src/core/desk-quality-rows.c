/* desk-quality-rows.c: whether the rows of an end user are what the catalogue says, each and together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-quality-rows.h"

#include "desk-quality-links.h"
#include "desk-quality-record.h"
#include "desk-quality-series.h"

struct _DeskQualityRows
{
  DeskQualityReport *report;
  DeskQualityLinks  *links;
  DeskQualitySeries *series;

  const DeskResource *resource; /* (nullable): of the last row */
  GHashTable         *keys;     /* hashes of the CDS keys of its rows: some bytes each, however long the data set */
};

DeskQualityRows *
desk_quality_rows_new (void)
{
  DeskQualityRows *self = g_new0 (DeskQualityRows, 1);

  self->report = desk_quality_report_new ();
  self->links = desk_quality_links_new ();
  self->series = desk_quality_series_new ();
  self->keys = g_hash_table_new (NULL, NULL);

  return self;
}

void
desk_quality_rows_free (DeskQualityRows *self)
{
  desk_quality_report_free (self->report);
  desk_quality_links_free (self->links);
  desk_quality_series_free (self->series);
  g_hash_table_unref (self->keys);
  g_free (self);
}

static gboolean
append_part (GString       *key,
             DeskJsonSlice  record,
             const char    *member)
{
  g_autofree char *text = desk_json_slice_dup_text (desk_json_slice_get_path (record, member));

  g_string_append_printf (key, "\n%s", text != NULL ? text : "");

  return text != NULL && *text != '\0';
}

/* (nullable): two consents may share the same account, so the same row may come twice. */
static char *
dup_cds_key (const DeskResource *resource,
             DeskJsonSlice       record)
{
  g_autoptr(GString) key = g_string_new (resource->name);

  if (resource->key[0] == NULL)
    return NULL;

  append_part (key, record, "institution_id");
  append_part (key, record, "arrangement_id");
  for (gsize i = 0; resource->key[i] != NULL; i++)
    if (!append_part (key, record, resource->key[i]))
      return NULL;

  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* FNV-1a with 64 bits. */
static gpointer
hash_key (const char *key)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (; *key != '\0'; key++)
    hash = (hash ^ (guchar) *key) * G_GUINT64_CONSTANT (0x100000001b3);

  return (gpointer) (guintptr) hash;
}

/* The store keeps one row for one `fiskil_id`; the same row under two of them only shows in its CDS key. */
static void
check_key (DeskQualityRows        *self,
           const DeskQualityPlace *record)
{
  const char *const *members = record->resource->key;
  g_autofree char *key = dup_cds_key (record->resource, record->record);
  DeskJsonSlice last;

  if (self->resource != record->resource)
    g_hash_table_remove_all (self->keys);
  self->resource = record->resource;
  if (key == NULL || g_hash_table_add (self->keys, hash_key (key)))
    return;

  last = desk_json_slice_get_path (record->record, members[g_strv_length ((char **) members) - 1]);
  desk_quality_report_add_value (self->report, DESK_QUALITY_DUPLICATE, record, last);
}

void
desk_quality_rows_take (DeskQualityRows    *self,
                        const DeskResource *resource,
                        DeskJsonSlice       record,
                        guint               position)
{
  const DeskQualityPlace place = DESK_QUALITY_PLACE_RECORD (resource, record, position);

  g_return_if_fail (self != NULL);
  g_return_if_fail (resource != NULL);

  desk_quality_record_check (&place, self->report);
  desk_quality_links_take (self->links, &place);
  desk_quality_series_take (self->series, &place, self->report);
  check_key (self, &place);
}

DeskQualityReport *
desk_quality_rows_finish (DeskQualityRows *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  desk_quality_links_finish (self->links, self->report);
  desk_quality_series_finish (self->series, self->report);

  return self->report;
}
