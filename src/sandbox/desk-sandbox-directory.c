/* desk-sandbox-directory.c: the institutions of the sandbox and their customers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-directory.h"

struct _DeskSandboxDirectory
{
  GObject     parent_instance;

  GPtrArray  *institutions; /* (element-type DeskSandboxInstitution) (owned) */
  GPtrArray  *customers;    /* (element-type DeskSandboxCustomer) (owned) */
  GHashTable *by_id;        /* institution and id to a customer (owned): a data file can have thousands */
  GHashTable *by_login;     /* institution and folded login to a customer (owned) */
};

G_DEFINE_FINAL_TYPE (DeskSandboxDirectory, desk_sandbox_directory, G_TYPE_OBJECT)

static void
desk_sandbox_directory_finalize (GObject *object)
{
  DeskSandboxDirectory *self = DESK_SANDBOX_DIRECTORY (object);

  g_ptr_array_unref (self->institutions);
  g_ptr_array_unref (self->customers);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_login);

  G_OBJECT_CLASS (desk_sandbox_directory_parent_class)->finalize (object);
}

static void
desk_sandbox_directory_class_init (DeskSandboxDirectoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_sandbox_directory_finalize;
}

static void
desk_sandbox_directory_init (DeskSandboxDirectory *self)
{
  self->institutions = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_sandbox_institution_free);
  self->customers = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_login = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

DeskSandboxDirectory *
desk_sandbox_directory_new (void)
{
  return g_object_new (DESK_TYPE_SANDBOX_DIRECTORY, NULL);
}

void
desk_sandbox_directory_add_institution (DeskSandboxDirectory   *self,
                                        DeskSandboxInstitution *institution)
{
  g_return_if_fail (DESK_IS_SANDBOX_DIRECTORY (self));
  g_return_if_fail (institution != NULL);
  g_return_if_fail (desk_sandbox_directory_find_institution (self, institution->id) == NULL);

  g_ptr_array_add (self->institutions, institution);
}

static char *
build_id_key (const char *institution_id,
              const char *id)
{
  return g_strconcat (institution_id, "\n", id, NULL);
}

static char *
build_login_key (const char *institution_id,
                 const char *login)
{
  g_autofree char *folded = g_utf8_casefold (login, -1);

  return g_strconcat (institution_id, "\n", g_strstrip (folded), NULL);
}

/* Takes @key; who was first stays. */
static void
add_key (GHashTable          *table,
         char                *key,
         DeskSandboxCustomer *customer)
{
  if (g_hash_table_contains (table, key))
    g_free (key);
  else
    g_hash_table_insert (table, key, customer);
}

void
desk_sandbox_directory_add_customer (DeskSandboxDirectory *self,
                                     DeskSandboxCustomer  *customer)
{
  g_return_if_fail (DESK_IS_SANDBOX_DIRECTORY (self));
  g_return_if_fail (DESK_IS_SANDBOX_CUSTOMER (customer));

  g_ptr_array_add (self->customers, g_object_ref (customer));
  add_key (self->by_id, build_id_key (desk_sandbox_customer_get_institution_id (customer),
                                      desk_sandbox_customer_get_id (customer)), customer);
  add_key (self->by_login, build_login_key (desk_sandbox_customer_get_institution_id (customer),
                                            desk_sandbox_customer_get_login (customer)), customer);
}

GPtrArray *
desk_sandbox_directory_get_institutions (DeskSandboxDirectory *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_DIRECTORY (self), NULL);

  return self->institutions;
}

GPtrArray *
desk_sandbox_directory_get_customers (DeskSandboxDirectory *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_DIRECTORY (self), NULL);

  return self->customers;
}

DeskSandboxInstitution *
desk_sandbox_directory_find_institution (DeskSandboxDirectory *self,
                                         const char           *id)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_DIRECTORY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->institutions->len; i++)
    {
      DeskSandboxInstitution *institution = g_ptr_array_index (self->institutions, i);

      if (g_str_equal (institution->id, id))
        return institution;
    }

  return NULL;
}

DeskSandboxCustomer *
desk_sandbox_directory_find_customer (DeskSandboxDirectory *self,
                                      const char           *institution_id,
                                      const char           *id)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (DESK_IS_SANDBOX_DIRECTORY (self), NULL);
  g_return_val_if_fail (institution_id != NULL && id != NULL, NULL);

  key = build_id_key (institution_id, id);
  return g_hash_table_lookup (self->by_id, key);
}

DeskSandboxCustomer *
desk_sandbox_directory_find_login (DeskSandboxDirectory *self,
                                   const char           *institution_id,
                                   const char           *email)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (DESK_IS_SANDBOX_DIRECTORY (self), NULL);
  g_return_val_if_fail (institution_id != NULL && email != NULL, NULL);

  key = build_login_key (institution_id, email);
  return g_hash_table_lookup (self->by_login, key);
}
