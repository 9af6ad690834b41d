/* desk-link-history.c: the link attempts that are over, for each end user
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-link-history.h"

#include "desk-json-text.h"

struct _DeskLinkHistory
{
  GObject        parent_instance;

  DeskDirectory *directory;
  DeskKeptPlace *place;
  GHashTable    *lists; /* (element-type utf8 GListStore): by end user id, as far as they were asked for */
  GHashTable    *names; /* (element-type utf8): the files that are there */
};

G_DEFINE_FINAL_TYPE (DeskLinkHistory, desk_link_history, G_TYPE_OBJECT)

static void
desk_link_history_finalize (GObject *object)
{
  DeskLinkHistory *self = DESK_LINK_HISTORY (object);

  g_clear_object (&self->directory);
  g_clear_object (&self->place);
  g_clear_pointer (&self->lists, g_hash_table_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);

  G_OBJECT_CLASS (desk_link_history_parent_class)->finalize (object);
}

static void
desk_link_history_class_init (DeskLinkHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_link_history_finalize;
}

static void
desk_link_history_init (DeskLinkHistory *self)
{
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
load (DeskLinkHistory *self,
      const char      *end_user_id,
      GListStore      *list)
{
  g_autofree char *name = desk_kept_place_dup_name (self->place, end_user_id);
  g_autoptr(GBytes) bytes = NULL;
  DeskJsonSlice root;
  DeskJsonSlice item;
  DeskJsonIter iter;
  const char *text;
  gsize length;

  if (g_hash_table_contains (self->names, name))
    bytes = desk_kept_place_read (self->place, name);
  if (bytes == NULL)
    return;

  text = g_bytes_get_data (bytes, &length);
  if (!desk_json_parse (text, length, &root, NULL))
    return;

  desk_json_iter_init (&iter, root);
  while (desk_json_iter_next (&iter, NULL, &item))
    {
      g_autoptr(DeskLinkRecord) record = desk_link_record_new_from_json (item);

      if (record != NULL && g_str_equal (desk_link_record_get_facts (record)->end_user_id, end_user_id))
        g_list_store_append (list, record);
    }
}

static GListStore *
get_list (DeskLinkHistory *self,
          const char      *end_user_id)
{
  GListStore *list = g_hash_table_lookup (self->lists, end_user_id);

  if (list != NULL)
    return list;

  list = g_list_store_new (DESK_TYPE_LINK_RECORD);
  load (self, end_user_id, list);
  g_hash_table_insert (self->lists, g_strdup (end_user_id), list);

  return list;
}

static void
drop_file (DeskLinkHistory *self,
           const char      *name)
{
  if (g_hash_table_remove (self->names, name))
    desk_kept_place_write (self->place, name, NULL);
}

static void
save (DeskLinkHistory *self,
      const char      *end_user_id)
{
  GListModel *list = G_LIST_MODEL (get_list (self, end_user_id));
  g_autofree char *name = desk_kept_place_dup_name (self->place, end_user_id);
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(GBytes) bytes = NULL;

  if (g_list_model_get_n_items (list) == 0)
    {
      drop_file (self, name);
      return;
    }

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(DeskLinkRecord) record = g_list_model_get_item (list, i);

      desk_link_record_write (record, builder);
    }
  json_builder_end_array (builder);

  bytes = desk_json_text_finish (builder);
  desk_kept_place_write (self->place, name, bytes);
  g_hash_table_add (self->names, g_steal_pointer (&name));
}

static void
forget_consent (DeskLinkHistory *self,
                DeskConsent     *consent)
{
  const char *end_user_id = desk_consent_get_end_user_id (consent);
  gboolean is_changed = FALSE;
  GListStore *list;

  if (end_user_id == NULL)
    return;

  list = get_list (self, end_user_id);
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (list)); i > 0; i--)
    {
      g_autoptr(DeskLinkRecord) record = g_list_model_get_item (G_LIST_MODEL (list), i - 1);

      if (g_strcmp0 (desk_link_record_get_facts (record)->consent_id, desk_consent_get_id (consent)) != 0)
        continue;

      g_list_store_remove (list, i - 1);
      is_changed = TRUE;
    }

  if (is_changed)
    save (self, end_user_id);
}

static void
forget_end_user (DeskLinkHistory *self,
                 const char      *end_user_id)
{
  g_autofree char *name = desk_kept_place_dup_name (self->place, end_user_id);
  GListStore *list = g_hash_table_lookup (self->lists, end_user_id);

  if (list != NULL)
    g_list_store_remove_all (list);

  g_hash_table_remove (self->lists, end_user_id);
  drop_file (self, name);
}

/* Drops the files of end users who went while nobody looked. */
static void
forget_others (DeskLinkHistory *self)
{
  GListModel *end_users = desk_directory_get_end_users (self->directory);
  g_autoptr(GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer name;

  for (guint i = 0; i < g_list_model_get_n_items (end_users); i++)
    {
      g_autoptr(DeskEndUser) end_user = g_list_model_get_item (end_users, i);

      g_hash_table_add (wanted, desk_kept_place_dup_name (self->place, desk_end_user_get_id (end_user)));
    }

  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      if (g_hash_table_contains (wanted, name))
        continue;

      desk_kept_place_write (self->place, name, NULL);
      g_hash_table_iter_remove (&iter);
    }
}

DeskLinkHistory *
desk_link_history_new (DeskDirectory *directory,
                       DeskKeptPlace *place)
{
  DeskLinkHistory *self;
  g_autoptr(GPtrArray) names = NULL;

  g_return_val_if_fail (DESK_IS_DIRECTORY (directory), NULL);
  g_return_val_if_fail (DESK_IS_KEPT_PLACE (place), NULL);

  self = g_object_new (DESK_TYPE_LINK_HISTORY, NULL);
  self->directory = g_object_ref (directory);
  self->place = g_object_ref (place);

  names = desk_kept_place_list (place);
  for (guint i = 0; i < names->len; i++)
    g_hash_table_add (self->names, g_strdup (g_ptr_array_index (names, i)));

  g_signal_connect_object (directory, "consent-ended", G_CALLBACK (forget_consent), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (directory, "end-user-gone", G_CALLBACK (forget_end_user), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (directory, "refreshed", G_CALLBACK (forget_others), self, G_CONNECT_SWAPPED);

  return self;
}

GListModel *
desk_link_history_get_records (DeskLinkHistory *self,
                               const char      *end_user_id)
{
  g_return_val_if_fail (DESK_IS_LINK_HISTORY (self), NULL);
  g_return_val_if_fail (end_user_id != NULL, NULL);

  return G_LIST_MODEL (get_list (self, end_user_id));
}

DeskLinkRecord *
desk_link_history_find (DeskLinkHistory *self,
                        const char      *end_user_id,
                        const char      *consent_id)
{
  GListModel *list;

  g_return_val_if_fail (DESK_IS_LINK_HISTORY (self), NULL);
  g_return_val_if_fail (end_user_id != NULL, NULL);
  g_return_val_if_fail (consent_id != NULL, NULL);

  list = G_LIST_MODEL (get_list (self, end_user_id));
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(DeskLinkRecord) record = g_list_model_get_item (list, i);

      if (g_strcmp0 (desk_link_record_get_facts (record)->consent_id, consent_id) == 0)
        return g_steal_pointer (&record);
    }

  return NULL;
}

void
desk_link_history_add (DeskLinkHistory *self,
                       DeskLinkRecord  *record)
{
  const char *end_user_id;
  GListStore *list;

  g_return_if_fail (DESK_IS_LINK_HISTORY (self));
  g_return_if_fail (DESK_IS_LINK_RECORD (record));

  end_user_id = desk_link_record_get_facts (record)->end_user_id;
  list = get_list (self, end_user_id);
  g_list_store_insert (list, 0, record);
  while (g_list_model_get_n_items (G_LIST_MODEL (list)) > DESK_LINK_HISTORY_MAX)
    g_list_store_remove (list, DESK_LINK_HISTORY_MAX);

  save (self, end_user_id);
}
