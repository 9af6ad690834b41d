/* desk-sandbox-customer.c: somebody who can log in at one institution
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-customer.h"

#include "desk-sandbox-data-set.h"
#include "desk-sandbox-record-key.h"

#define TRANSACTIONS "banking.transactions"

/* The records of one data set. */
typedef struct
{
  GPtrArray *records; /* (element-type DeskSandboxRecord) (owned) */
  GHashTable *keys;   /* how many records there are with each key (owned) */
  gboolean   sorted;  /* records may be added after they were read */
} RecordList;

struct _DeskSandboxCustomer
{
  GObject            parent_instance;

  char              *id;             /* (owned) */
  char              *name;           /* (owned) */
  char              *login;          /* (owned) */
  char              *institution_id; /* (owned) */
  const char        *industry;       /* interned */
  DeskSandboxSource  source;
  char              *origin;         /* (owned) */
  char              *fault;          /* (owned) (nullable) */
  GPtrArray         *accounts;       /* (element-type DeskSandboxAccount) (owned) */
  GHashTable        *lists;          /* data set name to RecordList (owned) */
  GHashTable        *claimed;        /* the service points that an account claims (owned) */
  guint              bulk_length;    /* how many transactions there are to be, 0 for those that were added */
  guint64            bulk_seed;
  DeskSandboxBulk   *bulk;           /* the transactions, if they are made as they are read (owned) (nullable) */
  char              *group;          /* (owned) (nullable) */
  char              *about;          /* (owned) (nullable) */
  DeskSandboxFill    fill;           /* (nullable) */
  gboolean           is_filled;      /* whether it was called for this now */
  gint64             now;            /* what it is called for */
  gpointer           fill_data;
  GDestroyNotify     fill_destroy;   /* (nullable) */
};

G_DEFINE_FINAL_TYPE (DeskSandboxCustomer, desk_sandbox_customer, G_TYPE_OBJECT)

static void
account_free (gpointer data)
{
  DeskSandboxAccount *account = data;

  g_free (account->account_id);
  g_free (account->display_name);
  g_free (account->masked_number);
  g_free (account->description);
  g_ptr_array_unref (account->service_point_ids);
  g_free (account);
}

static void
record_list_free (gpointer data)
{
  RecordList *list = data;

  g_ptr_array_unref (list->records);
  g_hash_table_unref (list->keys);
  g_free (list);
}

static void
desk_sandbox_customer_finalize (GObject *object)
{
  DeskSandboxCustomer *self = DESK_SANDBOX_CUSTOMER (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->login);
  g_free (self->institution_id);
  g_free (self->origin);
  g_free (self->fault);
  g_ptr_array_unref (self->accounts);
  g_clear_pointer (&self->bulk, desk_sandbox_bulk_free);
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->claimed);
  g_free (self->group);
  g_free (self->about);
  if (self->fill_destroy != NULL)
    self->fill_destroy (self->fill_data);

  G_OBJECT_CLASS (desk_sandbox_customer_parent_class)->finalize (object);
}

static void
desk_sandbox_customer_class_init (DeskSandboxCustomerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_sandbox_customer_finalize;
}

static void
desk_sandbox_customer_init (DeskSandboxCustomer *self)
{
  self->accounts = g_ptr_array_new_with_free_func (account_free);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, record_list_free);
  self->claimed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

DeskSandboxCustomer *
desk_sandbox_customer_new (const char        *id,
                           const char        *name,
                           const char        *login,
                           const char        *institution_id,
                           const char        *industry,
                           DeskSandboxSource  source,
                           const char        *origin)
{
  DeskSandboxCustomer *self;

  g_return_val_if_fail (id != NULL && name != NULL && login != NULL, NULL);
  g_return_val_if_fail (institution_id != NULL && industry != NULL && origin != NULL, NULL);

  self = g_object_new (DESK_TYPE_SANDBOX_CUSTOMER, NULL);
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->login = g_strdup (login);
  self->institution_id = g_strdup (institution_id);
  self->industry = g_intern_string (industry);
  self->source = source;
  self->origin = g_strdup (origin);
  return self;
}

const char *
desk_sandbox_customer_get_id (DeskSandboxCustomer *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_CUSTOMER (self), NULL);

  return self->id;
}

const char *
desk_sandbox_customer_get_name (DeskSandboxCustomer *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_CUSTOMER (self), NULL);

  return self->name;
}

const char *
desk_sandbox_customer_get_login (DeskSandboxCustomer *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_CUSTOMER (self), NULL);

  return self->login;
}

const char *
desk_sandbox_customer_get_institution_id (DeskSandboxCustomer *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_CUSTOMER (self), NULL);

  return self->institution_id;
}

const char *
desk_sandbox_customer_get_industry (DeskSandboxCustomer *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_CUSTOMER (self), NULL);

  return self->industry;
}

DeskSandboxSource
desk_sandbox_customer_get_source (DeskSandboxCustomer *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_CUSTOMER (self), DESK_SANDBOX_SOURCE_PERSONA);

  return self->source;
}

void
desk_sandbox_customer_set_fill (DeskSandboxCustomer *self,
                                gint64               now,
                                DeskSandboxFill      fill,
                                gpointer             user_data,
                                GDestroyNotify       destroy)
{
  g_return_if_fail (DESK_IS_SANDBOX_CUSTOMER (self));
  g_return_if_fail (fill != NULL && self->fill == NULL);

  self->now = now;
  self->fill = fill;
  self->fill_data = user_data;
  self->fill_destroy = destroy;
}

static void
multiply (DeskSandboxCustomer *self)
{
  GPtrArray *records = desk_sandbox_customer_get_records (self, TRANSACTIONS);

  g_clear_pointer (&self->bulk, desk_sandbox_bulk_free);
  if (records != NULL)
    self->bulk = desk_sandbox_bulk_new (records, self->bulk_length, self->bulk_seed);
}

static void
ensure_filled (DeskSandboxCustomer *self)
{
  if (self->fill == NULL || self->is_filled)
    return;

  self->is_filled = TRUE;
  self->fill (self, self->now, self->fill_data);
  if (self->bulk_length > 0)
    multiply (self);
}

gboolean
desk_sandbox_customer_grows (DeskSandboxCustomer *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_CUSTOMER (self), FALSE);

  return self->fill != NULL;
}

void
desk_sandbox_customer_grow (DeskSandboxCustomer *self,
                            gint64               now)
{
  g_return_if_fail (DESK_IS_SANDBOX_CUSTOMER (self));

  if (self->fill == NULL || self->now == now)
    return;

  self->now = now;
  self->is_filled = FALSE;
  g_clear_pointer (&self->bulk, desk_sandbox_bulk_free);
  g_ptr_array_set_size (self->accounts, 0);
  g_hash_table_remove_all (self->lists);
  g_hash_table_remove_all (self->claimed);
}

void
desk_sandbox_customer_set_about (DeskSandboxCustomer *self,
                                 const char          *group,
                                 const char          *about)
{
  g_return_if_fail (DESK_IS_SANDBOX_CUSTOMER (self));

  g_free (self->group);
  g_free (self->about);
  self->group = g_strdup (group);
  self->about = g_strdup (about);
}

const char *
desk_sandbox_customer_get_group (DeskSandboxCustomer *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_CUSTOMER (self), NULL);

  return self->group;
}

const char *
desk_sandbox_customer_get_about (DeskSandboxCustomer *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_CUSTOMER (self), NULL);

  return self->about;
}

static DeskSandboxAccount *
find_account (DeskSandboxCustomer *self,
              const char          *account_id)
{
  for (guint i = 0; i < self->accounts->len; i++)
    {
      DeskSandboxAccount *account = g_ptr_array_index (self->accounts, i);

      if (g_str_equal (account->account_id, account_id))
        return account;
    }

  return NULL;
}

void
desk_sandbox_customer_set_fault (DeskSandboxCustomer *self,
                                 const char          *fault)
{
  g_return_if_fail (DESK_IS_SANDBOX_CUSTOMER (self));

  g_free (self->fault);
  self->fault = g_strdup (fault);
}

const char *
desk_sandbox_customer_get_fault (DeskSandboxCustomer *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_CUSTOMER (self), NULL);

  return self->fault;
}

void
desk_sandbox_customer_add_account (DeskSandboxCustomer *self,
                                   const char          *account_id,
                                   const char          *display_name,
                                   const char          *masked_number,
                                   const char          *description)
{
  DeskSandboxAccount *account;

  g_return_if_fail (DESK_IS_SANDBOX_CUSTOMER (self));
  g_return_if_fail (account_id != NULL && display_name != NULL && masked_number != NULL);

  account = g_new0 (DeskSandboxAccount, 1);
  account->account_id = g_strdup (account_id);
  account->display_name = g_strdup (display_name);
  account->masked_number = g_strdup (masked_number);
  account->description = g_strdup (description != NULL ? description : "");
  account->service_point_ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->accounts, account);
}

void
desk_sandbox_customer_add_service_point (DeskSandboxCustomer *self,
                                         const char          *account_id,
                                         const char          *service_point_id)
{
  DeskSandboxAccount *account;

  g_return_if_fail (DESK_IS_SANDBOX_CUSTOMER (self));
  g_return_if_fail (account_id != NULL && service_point_id != NULL);

  account = find_account (self, account_id);
  g_return_if_fail (account != NULL);

  g_ptr_array_add (account->service_point_ids, g_strdup (service_point_id));
  g_hash_table_add (self->claimed, g_strdup (service_point_id));
}

/* A file stays as it is, so that the place in it will do. What is made up changes with the clock: there the place
 * does not last, but what the record is about does. */
static char *
build_key (DeskSandboxCustomer *self,
           RecordList          *list,
           const char          *json)
{
  g_autofree char *key = NULL;
  guint n_before;

  if (self->source == DESK_SANDBOX_SOURCE_DATA)
    return g_strdup_printf ("%u", list->records->len);

  key = desk_sandbox_record_key_new (json);
  n_before = GPOINTER_TO_UINT (g_hash_table_lookup (list->keys, key));
  g_hash_table_insert (list->keys, g_strdup (key), GUINT_TO_POINTER (n_before + 1));
  return g_strdup_printf ("%s%u", key, n_before);
}

/* prefix + SHA-256 of where the record comes from: the same data, the same ids. */
static char *
build_fiskil_id (DeskSandboxCustomer      *self,
                 const DeskSandboxDataSet *data_set,
                 const char               *key)
{
  g_autofree char *source = g_strdup_printf ("%s\n%s/%s\n%s\n%s", self->origin, self->institution_id, self->id,
                                             data_set->name, key);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, source, -1);

  return g_strconcat (data_set->prefix, digest, NULL);
}

static RecordList *
ensure_list (DeskSandboxCustomer      *self,
             const DeskSandboxDataSet *data_set)
{
  RecordList *list = g_hash_table_lookup (self->lists, data_set->name);

  if (list == NULL)
    {
      list = g_new0 (RecordList, 1);
      list->records = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_sandbox_record_free);
      list->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (self->lists, (char *) data_set->name, list);
    }

  return list;
}

gboolean
desk_sandbox_customer_add_record (DeskSandboxCustomer  *self,
                                  const char           *data_set,
                                  const char           *json,
                                  GError              **error)
{
  const DeskSandboxDataSet *entry;
  g_autofree char *key = NULL;
  g_autofree char *fiskil_id = NULL;
  DeskSandboxRecord *record;
  RecordList *list;

  g_return_val_if_fail (DESK_IS_SANDBOX_CUSTOMER (self), FALSE);
  g_return_val_if_fail (data_set != NULL && json != NULL, FALSE);

  entry = desk_sandbox_data_set_find (data_set);
  g_return_val_if_fail (entry != NULL, FALSE);

  list = ensure_list (self, entry);
  key = build_key (self, list, json);
  fiskil_id = build_fiskil_id (self, entry, key);
  record = desk_sandbox_record_new (json, fiskil_id, self->institution_id, error);
  if (record == NULL)
    return FALSE;

  g_ptr_array_add (list->records, record);
  list->sorted = FALSE;
  return TRUE;
}

GPtrArray *
desk_sandbox_customer_get_accounts (DeskSandboxCustomer *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_CUSTOMER (self), NULL);

  ensure_filled (self);
  return self->accounts;
}

static int
compare_latest_first (gconstpointer a,
                      gconstpointer b)
{
  const DeskSandboxRecord *first = *(DeskSandboxRecord *const *) a;
  const DeskSandboxRecord *second = *(DeskSandboxRecord *const *) b;
  gboolean first_pending = g_strcmp0 (first->status, "PENDING") == 0;
  gboolean second_pending = g_strcmp0 (second->status, "PENDING") == 0;

  if (first_pending != second_pending)
    return first_pending ? -1 : 1;

  if ((first->instant == DESK_SANDBOX_NO_INSTANT) != (second->instant == DESK_SANDBOX_NO_INSTANT))
    return first->instant == DESK_SANDBOX_NO_INSTANT ? -1 : 1;

  return (first->instant < second->instant) - (first->instant > second->instant);
}

static int
compare_reads (gconstpointer a,
               gconstpointer b)
{
  const DeskSandboxRecord *first = *(DeskSandboxRecord *const *) a;
  const DeskSandboxRecord *second = *(DeskSandboxRecord *const *) b;
  int order = g_strcmp0 (first->service_point_id, second->service_point_id);

  return order != 0 ? order : g_strcmp0 (second->date, first->date);
}

static int
compare_latest_day_first (gconstpointer a,
                          gconstpointer b)
{
  const DeskSandboxRecord *first = *(DeskSandboxRecord *const *) a;
  const DeskSandboxRecord *second = *(DeskSandboxRecord *const *) b;

  return g_strcmp0 (second->date, first->date);
}

/* g_ptr_array_sort() is stable, so that equal times keep the order of the data source. */
static void
sort_records (RecordList              *list,
              DeskSandboxDataSetOrder  order)
{
  switch (order)
    {
    case DESK_SANDBOX_ORDER_LATEST_FIRST:
      g_ptr_array_sort (list->records, compare_latest_first);
      break;

    case DESK_SANDBOX_ORDER_READS:
      g_ptr_array_sort (list->records, compare_reads);
      break;

    case DESK_SANDBOX_ORDER_LATEST_DAY_FIRST:
      g_ptr_array_sort (list->records, compare_latest_day_first);
      break;

    case DESK_SANDBOX_ORDER_AS_ADDED:
    default:
      break;
    }

  list->sorted = TRUE;
}

GPtrArray *
desk_sandbox_customer_get_records (DeskSandboxCustomer *self,
                                   const char          *data_set)
{
  RecordList *list;

  g_return_val_if_fail (DESK_IS_SANDBOX_CUSTOMER (self), NULL);
  g_return_val_if_fail (data_set != NULL, NULL);

  ensure_filled (self);
  list = g_hash_table_lookup (self->lists, data_set);
  if (list == NULL)
    return NULL;

  if (!list->sorted)
    sort_records (list, desk_sandbox_data_set_find (data_set)->order);

  return list->records;
}

void
desk_sandbox_customer_multiply_transactions (DeskSandboxCustomer *self,
                                             guint                length,
                                             guint64              seed)
{
  g_return_if_fail (DESK_IS_SANDBOX_CUSTOMER (self));

  self->bulk_length = length;
  self->bulk_seed = seed;
  multiply (self);
}

DeskSandboxBulk *
desk_sandbox_customer_get_bulk (DeskSandboxCustomer *self,
                                const char          *data_set)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_CUSTOMER (self), NULL);
  g_return_val_if_fail (data_set != NULL, NULL);

  ensure_filled (self);
  return g_str_equal (data_set, TRANSACTIONS) ? self->bulk : NULL;
}

guint
desk_sandbox_customer_count_records (DeskSandboxCustomer *self,
                                     const char          *data_set)
{
  GPtrArray *records = desk_sandbox_customer_get_records (self, data_set);
  DeskSandboxBulk *bulk = desk_sandbox_customer_get_bulk (self, data_set);

  if (bulk != NULL)
    return desk_sandbox_bulk_get_length (bulk);

  return records != NULL ? records->len : 0;
}

const DeskSandboxRecord *
desk_sandbox_customer_get_record (DeskSandboxCustomer *self,
                                  const char          *data_set,
                                  guint                position)
{
  DeskSandboxBulk *bulk = desk_sandbox_customer_get_bulk (self, data_set);

  if (bulk != NULL)
    return desk_sandbox_bulk_get (bulk, position);

  return g_ptr_array_index (desk_sandbox_customer_get_records (self, data_set), position);
}

static gboolean
shares_service_point (DeskSandboxCustomer *self,
                      const char          *service_point_id,
                      const char *const   *account_ids)
{
  if (!g_hash_table_contains (self->claimed, service_point_id))
    return account_ids[0] != NULL;

  for (guint i = 0; account_ids[i] != NULL; i++)
    {
      DeskSandboxAccount *account = find_account (self, account_ids[i]);

      if (account != NULL &&
          g_ptr_array_find_with_equal_func (account->service_point_ids, service_point_id, g_str_equal, NULL))
        return TRUE;
    }

  return FALSE;
}

gboolean
desk_sandbox_customer_shares (DeskSandboxCustomer     *self,
                              const DeskSandboxRecord *record,
                              const char *const       *account_ids)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_CUSTOMER (self), FALSE);
  g_return_val_if_fail (record != NULL && account_ids != NULL, FALSE);

  if (record->account_id != NULL)
    return g_strv_contains (account_ids, record->account_id);

  if (record->service_point_id != NULL)
    return shares_service_point (self, record->service_point_id, account_ids);

  return TRUE;
}
