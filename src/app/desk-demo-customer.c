/* desk-demo-customer.c: somebody who can log in at an institution of the sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-demo-customer.h"

#include "desk-json-read.h"

struct _DeskDemoCustomer
{
  GObject   parent_instance;

  char     *id;
  char     *institution_id;
  char     *name;
  char     *institution_name;
  char     *login;
  char     *industry;
  gboolean  is_from_data;
};

G_DEFINE_FINAL_TYPE (DeskDemoCustomer, desk_demo_customer, G_TYPE_OBJECT)

static void
desk_demo_customer_finalize (GObject *object)
{
  DeskDemoCustomer *self = DESK_DEMO_CUSTOMER (object);

  g_free (self->id);
  g_free (self->institution_id);
  g_free (self->name);
  g_free (self->institution_name);
  g_free (self->login);
  g_free (self->industry);

  G_OBJECT_CLASS (desk_demo_customer_parent_class)->finalize (object);
}

static void
desk_demo_customer_class_init (DeskDemoCustomerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_demo_customer_finalize;
}

static void
desk_demo_customer_init (DeskDemoCustomer *self)
{
}

DeskDemoCustomer *
desk_demo_customer_new_from_json (DeskJsonSlice record)
{
  g_autofree char *id = desk_json_read_text (record, "customer_id");
  g_autofree char *institution_id = desk_json_read_text (record, "institution_id");
  DeskDemoCustomer *self;

  if (id == NULL || institution_id == NULL)
    return NULL;

  self = g_object_new (DESK_TYPE_DEMO_CUSTOMER, NULL);
  self->id = g_steal_pointer (&id);
  self->institution_id = g_steal_pointer (&institution_id);
  self->name = desk_json_read_text (record, "name");
  self->institution_name = desk_json_read_text (record, "institution_name");
  self->login = desk_json_read_text (record, "login");
  self->industry = desk_json_read_text (record, "industry");
  self->is_from_data = desk_json_slice_equals_string (desk_json_slice_get_member (record, "source"), "data");

  return self;
}

const char *
desk_demo_customer_get_id (DeskDemoCustomer *self)
{
  g_return_val_if_fail (DESK_IS_DEMO_CUSTOMER (self), NULL);

  return self->id;
}

const char *
desk_demo_customer_get_institution_id (DeskDemoCustomer *self)
{
  g_return_val_if_fail (DESK_IS_DEMO_CUSTOMER (self), NULL);

  return self->institution_id;
}

const char *
desk_demo_customer_get_title (DeskDemoCustomer *self)
{
  g_return_val_if_fail (DESK_IS_DEMO_CUSTOMER (self), NULL);

  return self->name != NULL ? self->name : self->id;
}

const char *
desk_demo_customer_get_institution_name (DeskDemoCustomer *self)
{
  g_return_val_if_fail (DESK_IS_DEMO_CUSTOMER (self), NULL);

  return self->institution_name != NULL ? self->institution_name : self->institution_id;
}

const char *
desk_demo_customer_get_login (DeskDemoCustomer *self)
{
  g_return_val_if_fail (DESK_IS_DEMO_CUSTOMER (self), NULL);

  return self->login;
}

const char *
desk_demo_customer_get_industry (DeskDemoCustomer *self)
{
  g_return_val_if_fail (DESK_IS_DEMO_CUSTOMER (self), NULL);

  return self->industry;
}

gboolean
desk_demo_customer_is_from_data (DeskDemoCustomer *self)
{
  g_return_val_if_fail (DESK_IS_DEMO_CUSTOMER (self), FALSE);

  return self->is_from_data;
}
