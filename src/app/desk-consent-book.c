/* desk-consent-book.c: the consents of all end users, one list for each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-consent-book.h"

#include "desk-list-merge.h"

struct _DeskConsentBook
{
  GObject     parent_instance;

  GHashTable *lists; /* (element-type utf8 GListStore): by end user id */
  GHashTable *over;  /* (element-type utf8): ids of the consents that were announced as over */
};

enum
{
  CHANGED,
  OVER,
  ENDED,
  SHRUNK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskConsentBook, desk_consent_book, G_TYPE_OBJECT)

static void
desk_consent_book_finalize (GObject *object)
{
  DeskConsentBook *self = DESK_CONSENT_BOOK (object);

  g_clear_pointer (&self->lists, g_hash_table_unref);
  g_clear_pointer (&self->over, g_hash_table_unref);

  G_OBJECT_CLASS (desk_consent_book_parent_class)->finalize (object);
}

static void
desk_consent_book_class_init (DeskConsentBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_consent_book_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OVER] =
    g_signal_new ("over", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, DESK_TYPE_CONSENT);
  signals[ENDED] =
    g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, DESK_TYPE_CONSENT);
  signals[SHRUNK] =
    g_signal_new ("shrunk", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, DESK_TYPE_CONSENT);
}

static void
desk_consent_book_init (DeskConsentBook *self)
{
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->over = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

DeskConsentBook *
desk_consent_book_new (void)
{
  return g_object_new (DESK_TYPE_CONSENT_BOOK, NULL);
}

GListModel *
desk_consent_book_get_list (DeskConsentBook *self,
                            const char      *end_user_id)
{
  GListStore *list;

  g_return_val_if_fail (DESK_IS_CONSENT_BOOK (self), NULL);
  g_return_val_if_fail (end_user_id != NULL, NULL);

  list = g_hash_table_lookup (self->lists, end_user_id);
  if (list == NULL)
    {
      list = g_list_store_new (DESK_TYPE_CONSENT);
      g_hash_table_insert (self->lists, g_strdup (end_user_id), list);
    }

  return G_LIST_MODEL (list);
}

static GPtrArray *
dup_items (GListModel *list)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_items = g_list_model_get_n_items (list);

  for (guint i = 0; i < n_items; i++)
    g_ptr_array_add (items, g_list_model_get_item (list, i));

  return items;
}

static DeskConsent *
find_consent (GPtrArray  *consents,
              const char *id)
{
  for (guint i = 0; i < consents->len; i++)
    {
      DeskConsent *consent = g_ptr_array_index (consents, i);

      if (g_str_equal (desk_consent_get_id (consent), id))
        return consent;
    }

  return NULL;
}

static gboolean
has_all (const char *const *new_texts,
         const char *const *old_texts)
{
  for (guint i = 0; old_texts != NULL && old_texts[i] != NULL; i++)
    {
      if (new_texts == NULL || !g_strv_contains (new_texts, old_texts[i]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_shrunk (DeskConsent *before,
            DeskConsent *after)
{
  return !has_all (desk_consent_get_permissions (after), desk_consent_get_permissions (before)) ||
         !has_all (desk_consent_get_account_ids (after), desk_consent_get_account_ids (before));
}

static void
announce_over (DeskConsentBook *self,
               DeskConsent     *consent)
{
  if (!g_hash_table_add (self->over, g_strdup (desk_consent_get_id (consent))))
    return;

  g_signal_emit (self, signals[OVER], 0, consent);
  g_signal_emit (self, signals[ENDED], 0, consent);
}

static gboolean
is_ended (DeskConsent *consent,
          gint64       now)
{
  return desk_consent_get_status (consent, now) == DESK_CONSENT_STATUS_ENDED;
}

static int
compare_consents (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  DeskConsent *first = *(DeskConsent *const *) a;
  DeskConsent *second = *(DeskConsent *const *) b;
  gint64 now = *(const gint64 *) user_data;
  gint64 first_created = desk_consent_get_created_at (first);
  gint64 second_created = desk_consent_get_created_at (second);

  if (is_ended (first, now) != is_ended (second, now))
    return is_ended (first, now) ? 1 : -1;

  if (first_created != second_created)
    return first_created < second_created ? 1 : -1;

  return g_strcmp0 (desk_consent_get_id (first), desk_consent_get_id (second));
}

/* end user ids: (element-type utf8 GPtrArray); neither ids nor consents are owned */
static GHashTable *
group_by_end_user (GPtrArray *consents)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < consents->len; i++)
    {
      DeskConsent *consent = g_ptr_array_index (consents, i);
      const char *end_user_id = desk_consent_get_end_user_id (consent);
      GPtrArray *group;

      if (end_user_id == NULL)
        continue;

      group = g_hash_table_lookup (groups, end_user_id);
      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, (gpointer) end_user_id, group);
        }
      g_ptr_array_add (group, consent);
    }

  return groups;
}

static void
update_known (DeskConsentBook *self,
              DeskConsent     *known,
              DeskConsent     *received,
              gint64           now)
{
  const gboolean is_shrunk = has_shrunk (known, received);

  if (is_shrunk)
    g_signal_emit (self, signals[OVER], 0, known);

  desk_consent_update_from (known, received);
  if (is_shrunk && !is_ended (known, now))
    g_signal_emit (self, signals[SHRUNK], 0, known);
}

/* Objects that are known stay; their new state is copied into them.
 * consents: (nullable): those of the end user */
static void
update_list (DeskConsentBook *self,
             const char      *end_user_id,
             GPtrArray       *consents,
             gint64           now)
{
  GListStore *list = G_LIST_STORE (desk_consent_book_get_list (self, end_user_id));
  g_autoptr(GPtrArray) old = dup_items (G_LIST_MODEL (list));
  g_autoptr(GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; consents != NULL && i < consents->len; i++)
    {
      DeskConsent *received = g_ptr_array_index (consents, i);
      DeskConsent *known = find_consent (old, desk_consent_get_id (received));

      if (find_consent (wanted, desk_consent_get_id (received)) != NULL)
        continue;

      if (known != NULL)
        update_known (self, known, received, now);

      g_ptr_array_add (wanted, g_object_ref (known != NULL ? known : received));
    }

  for (guint i = 0; i < old->len; i++)
    {
      DeskConsent *known = g_ptr_array_index (old, i);

      if (find_consent (wanted, desk_consent_get_id (known)) == NULL)
        announce_over (self, known);
    }

  g_ptr_array_sort_with_data (wanted, compare_consents, &now);
  desk_list_merge (list, wanted);
}

static GPtrArray *
dup_end_user_ids (DeskConsentBook *self)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->lists);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (ids, g_strdup (id));

  return ids;
}

GPtrArray *
desk_consent_book_dup_consents (DeskConsentBook *self)
{
  g_autoptr(GPtrArray) consents = NULL;
  GHashTableIter iter;
  gpointer list;

  g_return_val_if_fail (DESK_IS_CONSENT_BOOK (self), NULL);

  consents = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_iter_init (&iter, self->lists);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    g_ptr_array_extend_and_steal (consents, dup_items (list));

  return g_steal_pointer (&consents);
}

void
desk_consent_book_update (DeskConsentBook *self,
                          GPtrArray       *consents,
                          const char      *end_user_id,
                          gint64           now)
{
  g_autoptr(GHashTable) groups = NULL;
  g_autoptr(GPtrArray) ids = NULL;
  GHashTableIter iter;
  gpointer group_id;

  g_return_if_fail (DESK_IS_CONSENT_BOOK (self));
  g_return_if_fail (consents != NULL);

  groups = group_by_end_user (consents);
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, &group_id, NULL))
    {
      if (end_user_id == NULL || g_str_equal (group_id, end_user_id))
        desk_consent_book_get_list (self, group_id);
    }

  ids = dup_end_user_ids (self);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      if (end_user_id == NULL || g_str_equal (id, end_user_id))
        update_list (self, id, g_hash_table_lookup (groups, id), now);
    }

  desk_consent_book_review (self, now);
}

static void
review_list (DeskConsentBook *self,
             GListStore      *list,
             gint64           now)
{
  g_autoptr(GPtrArray) items = dup_items (G_LIST_MODEL (list));

  for (guint i = 0; i < items->len; i++)
    {
      DeskConsent *consent = g_ptr_array_index (items, i);

      if (is_ended (consent, now))
        announce_over (self, consent);
      else
        g_hash_table_remove (self->over, desk_consent_get_id (consent));
    }

  g_ptr_array_sort_with_data (items, compare_consents, &now);
  desk_list_merge (list, items);
}

void
desk_consent_book_review (DeskConsentBook *self,
                          gint64           now)
{
  g_autoptr(GPtrArray) ids = NULL;

  g_return_if_fail (DESK_IS_CONSENT_BOOK (self));

  ids = dup_end_user_ids (self);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);

      review_list (self, G_LIST_STORE (desk_consent_book_get_list (self, id)), now);
    }

  g_signal_emit (self, signals[CHANGED], 0);
}

void
desk_consent_book_remove_end_user (DeskConsentBook *self,
                                   const char      *end_user_id)
{
  GListStore *list;

  g_return_if_fail (DESK_IS_CONSENT_BOOK (self));
  g_return_if_fail (end_user_id != NULL);

  list = g_hash_table_lookup (self->lists, end_user_id);
  if (list == NULL)
    return;

  /* The service may list them on as ended, which is no news then. */
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr(DeskConsent) consent = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_hash_table_add (self->over, g_strdup (desk_consent_get_id (consent)));
    }

  g_list_store_remove_all (list);
  g_hash_table_remove (self->lists, end_user_id);
}

void
desk_consent_book_summarise (DeskConsentBook      *self,
                             const char           *end_user_id,
                             gint64                now,
                             DeskDirectorySummary *summary)
{
  GListModel *list;

  g_return_if_fail (DESK_IS_CONSENT_BOOK (self));
  g_return_if_fail (summary != NULL);

  *summary = (DeskDirectorySummary) { .days_left = -1 };
  list = desk_consent_book_get_list (self, end_user_id);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(DeskConsent) consent = g_list_model_get_item (list, i);
      int days_left = desk_consent_get_days_left (consent, now);

      if (is_ended (consent, now))
        {
          summary->n_ended++;
          continue;
        }

      summary->n_active++;
      if (days_left >= 0 && (summary->days_left < 0 || days_left < summary->days_left))
        summary->days_left = days_left;
    }
}

gint64
desk_consent_book_get_next_expiry (DeskConsentBook *self,
                                   gint64           now)
{
  GHashTableIter iter;
  gpointer list;
  gint64 next = 0;

  g_return_val_if_fail (DESK_IS_CONSENT_BOOK (self), 0);

  g_hash_table_iter_init (&iter, self->lists);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    {
      for (guint i = 0; i < g_list_model_get_n_items (list); i++)
        {
          g_autoptr(DeskConsent) consent = g_list_model_get_item (list, i);
          gint64 expires_at = desk_consent_get_expires_at (consent);

          if (!is_ended (consent, now) && expires_at > now && (next == 0 || expires_at < next))
            next = expires_at;
        }
    }

  return next;
}
