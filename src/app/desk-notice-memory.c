/* desk-notice-memory.c: which consents were active, and what was told about each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-notice-memory.h"

#include "desk-json-read.h"
#include "desk-json-text.h"

/* There is one memory in a place. */
#define FILE_ID "memory"

/* What is known of an active consent. */
typedef struct
{
  gint64 expires_at; /* microseconds since the epoch; 0 if no end is known */
  guint  told;       /* days before the end; 0 for nothing */
} DeskNoticeEntry;

struct _DeskNoticeMemory
{
  GObject        parent_instance;

  DeskKeptPlace *place;
  GHashTable    *entries; /* (element-type utf8 DeskNoticeEntry): by digest of the consent id */
  gboolean       is_changed;
};

G_DEFINE_FINAL_TYPE (DeskNoticeMemory, desk_notice_memory, G_TYPE_OBJECT)

static void
desk_notice_memory_finalize (GObject *object)
{
  DeskNoticeMemory *self = DESK_NOTICE_MEMORY (object);

  g_clear_object (&self->place);
  g_clear_pointer (&self->entries, g_hash_table_unref);

  G_OBJECT_CLASS (desk_notice_memory_parent_class)->finalize (object);
}

static void
desk_notice_memory_class_init (DeskNoticeMemoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_notice_memory_finalize;
}

static void
desk_notice_memory_init (DeskNoticeMemory *self)
{
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* The file says to nobody which consents these are. */
static char *
dup_digest (const char *consent_id)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, consent_id, -1);
}

static DeskNoticeEntry *
add_entry (DeskNoticeMemory *self,
           const char       *digest,
           gint64            expires_at)
{
  DeskNoticeEntry *entry = g_new0 (DeskNoticeEntry, 1);

  entry->expires_at = expires_at;
  g_hash_table_insert (self->entries, g_strdup (digest), entry);

  return entry;
}

static void
load (DeskNoticeMemory *self)
{
  g_autofree char *name = desk_kept_place_dup_name (self->place, FILE_ID);
  g_autoptr(GBytes) bytes = desk_kept_place_read (self->place, name);
  DeskJsonSlice root = DESK_JSON_SLICE_NONE;
  DeskJsonSlice item;
  DeskJsonIter iter;
  gsize length = 0;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  if (text == NULL || !desk_json_parse (text, length, &root, NULL))
    return;

  desk_json_iter_init (&iter, root);
  while (desk_json_iter_next (&iter, NULL, &item))
    {
      g_autofree char *digest = desk_json_read_text (item, "digest");
      gint64 told = 0;

      if (digest == NULL)
        continue;

      desk_json_slice_get_int64 (desk_json_slice_get_member (item, "told"), &told);
      add_entry (self, digest, desk_json_read_instant (item, "expires_at"))->told = (guint) CLAMP (told, 0, G_MAXINT);
    }
}

DeskNoticeMemory *
desk_notice_memory_new (DeskKeptPlace *place)
{
  DeskNoticeMemory *self;

  g_return_val_if_fail (DESK_IS_KEPT_PLACE (place), NULL);

  self = g_object_new (DESK_TYPE_NOTICE_MEMORY, NULL);
  self->place = g_object_ref (place);
  load (self);

  return self;
}

/* Files hold milliseconds. */
static gboolean
is_same_instant (gint64 first,
                 gint64 second)
{
  return first / 1000 == second / 1000;
}

gboolean
desk_notice_memory_see (DeskNoticeMemory *self,
                        const char       *consent_id,
                        gint64            expires_at,
                        guint            *told)
{
  g_autofree char *digest = NULL;
  DeskNoticeEntry *entry;
  gboolean is_moot = FALSE;

  g_return_val_if_fail (DESK_IS_NOTICE_MEMORY (self), FALSE);
  g_return_val_if_fail (consent_id != NULL, FALSE);
  g_return_val_if_fail (told != NULL, FALSE);

  digest = dup_digest (consent_id);
  entry = g_hash_table_lookup (self->entries, digest);
  if (entry == NULL)
    {
      entry = add_entry (self, digest, expires_at);
      self->is_changed = TRUE;
    }
  else if (!is_same_instant (entry->expires_at, expires_at))
    {
      is_moot = entry->told != 0;
      entry->expires_at = expires_at;
      entry->told = 0;
      self->is_changed = TRUE;
    }

  *told = entry->told;

  return is_moot;
}

void
desk_notice_memory_tell (DeskNoticeMemory *self,
                         const char       *consent_id,
                         guint             days)
{
  g_autofree char *digest = NULL;
  DeskNoticeEntry *entry;

  g_return_if_fail (DESK_IS_NOTICE_MEMORY (self));
  g_return_if_fail (consent_id != NULL);

  digest = dup_digest (consent_id);
  entry = g_hash_table_lookup (self->entries, digest);
  g_return_if_fail (entry != NULL);

  entry->told = days;
  self->is_changed = TRUE;
}

gboolean
desk_notice_memory_forget (DeskNoticeMemory *self,
                           const char       *consent_id)
{
  g_autofree char *digest = NULL;

  g_return_val_if_fail (DESK_IS_NOTICE_MEMORY (self), FALSE);
  g_return_val_if_fail (consent_id != NULL, FALSE);

  digest = dup_digest (consent_id);
  if (!g_hash_table_remove (self->entries, digest))
    return FALSE;

  self->is_changed = TRUE;

  return TRUE;
}

static gboolean
is_not_wanted (gpointer digest,
               gpointer entry,
               gpointer digests)
{
  return !g_hash_table_contains (digests, digest);
}

void
desk_notice_memory_retain (DeskNoticeMemory *self,
                           GHashTable       *ids)
{
  g_autoptr(GHashTable) digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id;

  g_return_if_fail (DESK_IS_NOTICE_MEMORY (self));
  g_return_if_fail (ids != NULL);

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (digests, dup_digest (id));

  if (g_hash_table_foreach_remove (self->entries, is_not_wanted, digests) > 0)
    self->is_changed = TRUE;
}

void
desk_notice_memory_save (DeskNoticeMemory *self)
{
  g_autofree char *name = NULL;
  g_autoptr(JsonBuilder) builder = NULL;
  g_autoptr(GBytes) bytes = NULL;
  GHashTableIter iter;
  gpointer digest;
  gpointer value;

  g_return_if_fail (DESK_IS_NOTICE_MEMORY (self));

  if (!self->is_changed)
    return;

  self->is_changed = FALSE;
  name = desk_kept_place_dup_name (self->place, FILE_ID);
  builder = json_builder_new ();
  json_builder_begin_array (builder);
  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &digest, &value))
    {
      DeskNoticeEntry *entry = value;

      json_builder_begin_object (builder);
      desk_json_text_add (builder, "digest", digest);
      desk_json_text_add_instant (builder, "expires_at", entry->expires_at);
      json_builder_set_member_name (builder, "told");
      json_builder_add_int_value (builder, entry->told);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  bytes = desk_json_text_finish (builder);
  desk_kept_place_write (self->place, name, bytes);
}
