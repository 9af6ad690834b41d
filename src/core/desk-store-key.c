/* desk-store-key.c: what identifies a record and where it comes in the order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-store-key.h"

/* Larger than any time, so that all pending rows come together. */
#define PENDING_OFFSET (G_MAXINT64 / 2)

static char *
dup_text (DeskJsonSlice  record,
          const char    *path)
{
  g_autofree char *text = desk_json_slice_dup_text (desk_json_slice_get_path (record, path));

  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

char *
desk_store_key_dup_institution_id (DeskJsonSlice  record,
                                   const char    *otherwise)
{
  char *institution_id = dup_text (record, "institution_id");

  return institution_id != NULL ? institution_id : g_strdup (otherwise);
}

static char *
dup_cds_key (const DeskResource *resource,
             DeskJsonSlice       record,
             const char         *otherwise)
{
  g_autoptr(GString) key = g_string_new ("cds");
  g_autofree char *institution_id = desk_store_key_dup_institution_id (record, otherwise);

  if (resource->key[0] == NULL)
    return NULL;

  /* Holders number their accounts independently of each other. */
  g_string_append_printf (key, "\n%s", institution_id != NULL ? institution_id : "");

  for (gsize i = 0; resource->key[i] != NULL; i++)
    {
      g_autofree char *member = dup_text (record, resource->key[i]);

      if (member == NULL)
        return NULL;
      g_string_append_printf (key, "\n%s", member);
    }

  return g_string_free (g_steal_pointer (&key), FALSE);
}

char *
desk_store_key_dup (const DeskResource *resource,
                    DeskJsonSlice       record,
                    const char         *institution_id)
{
  g_autofree char *fiskil_id = dup_text (record, "fiskil_id");
  g_autofree char *hash = NULL;
  char *key;

  if (fiskil_id != NULL)
    return g_strconcat ("fiskil\n", fiskil_id, NULL);

  if (resource->shape == DESK_RESOURCE_SHAPE_OBJECT && resource->scope == DESK_RESOURCE_SCOPE_END_USER)
    return g_strdup ("object");

  key = dup_cds_key (resource, record, institution_id);
  if (key != NULL)
    return key;

  hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) record.text, record.length);
  return g_strconcat ("hash\n", hash, NULL);
}

static gboolean
read_time (DeskJsonSlice  record,
           const char    *path,
           gint64        *time)
{
  g_autofree char *text = dup_text (record, path);

  return desk_store_column_parse_time (text, time);
}

/* CDS, transactions: posting, else execution time; pending rows come before all others. */
static void
bind_transaction_order (DeskJsonSlice  record,
                        sqlite3_stmt  *statement,
                        int            position)
{
  gboolean pending = desk_json_slice_equals_string (desk_json_slice_get_member (record, "status"), "PENDING");
  gint64 time = 0;
  gboolean dated = read_time (record, "posting_date_time", &time)
                   || read_time (record, "execution_date_time", &time);

  if (pending)
    sqlite3_bind_int64 (statement, position, dated ? PENDING_OFFSET + time : G_MAXINT64);
  else if (dated)
    sqlite3_bind_int64 (statement, position, time);
  else
    sqlite3_bind_null (statement, position);
}

void
desk_store_key_bind_order (const DeskResource *resource,
                           DeskJsonSlice       record,
                           sqlite3_stmt       *statement,
                           int                 position)
{
  const DeskField *field;
  g_autofree char *text = NULL;
  gint64 time;

  if (g_str_equal (resource->name, "banking.transactions"))
    {
      bind_transaction_order (record, statement, position);
      return;
    }

  if (resource->sort_field == NULL)
    return;

  field = desk_resource_find_field (resource, resource->sort_field);
  text = dup_text (record, resource->sort_field);

  if (field->type != DESK_FIELD_TYPE_DATE && field->type != DESK_FIELD_TYPE_INSTANT)
    sqlite3_bind_text (statement, position, text, -1, SQLITE_TRANSIENT);
  else if (desk_store_column_parse_time (text, &time))
    sqlite3_bind_int64 (statement, position, time);
}

void
desk_store_key_hash (DeskJsonSlice  record,
                     guint8        *hash)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size = DESK_STORE_KEY_HASH_SIZE;

  g_checksum_update (checksum, (const guchar *) record.text, record.length);
  g_checksum_get_digest (checksum, hash, &size);
}
