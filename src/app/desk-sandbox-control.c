/* desk-sandbox-control.c: steers the built-in sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-control.h"

#include <glib/gi18n-lib.h>

#include "desk-api-error.h"
#include "desk-control-call.h"
#include "desk-fault-switch.h"
#include "desk-instant.h"
#include "desk-json-read.h"

struct _DeskSandboxControl
{
  GObject      parent_instance;

  DeskContext *context;
  GListStore  *faults;
  GListStore  *customers;
  guint        n_faults;
};

enum
{
  PROP_N_FAULTS = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (DeskSandboxControl, desk_sandbox_control, G_TYPE_OBJECT)

/* What a received array is made of; a record that makes nothing is left out. */
typedef gpointer (*ReadFunc) (DeskJsonSlice record);

static gpointer
read_fault (DeskJsonSlice record)
{
  return desk_fault_switch_new_from_json (record);
}

static gpointer
read_customer (DeskJsonSlice record)
{
  return desk_demo_customer_new_from_json (record);
}

/* Returns: (transfer full) (nullable): %NULL with @error set if there is no such array */
static GPtrArray *
read_array (GBytes      *bytes,
            const char  *member,
            ReadFunc     read,
            GError     **error)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  DeskJsonSlice root = DESK_JSON_SLICE_NONE;
  DeskJsonIter iter;
  DeskJsonSlice record;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (text == NULL || !desk_json_parse (text, length, &root, NULL) ||
      desk_json_slice_get_kind (desk_json_slice_get_member (root, member)) != DESK_JSON_KIND_ARRAY)
    {
      g_set_error_literal (error, DESK_API_ERROR, DESK_API_ERROR_BAD_DATA,
                           _("The sandbox answered with something unexpected. Check that the program and Consent Desk are of the same version."));
      return NULL;
    }

  desk_json_iter_init (&iter, desk_json_slice_get_member (root, member));
  while (desk_json_iter_next (&iter, NULL, &record))
    {
      gpointer item = read (record);

      if (item != NULL)
        g_ptr_array_add (items, item);
    }

  return g_steal_pointer (&items);
}

static void
count_faults (DeskSandboxControl *self)
{
  guint n_on = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->faults)); i++)
    {
      g_autoptr(DeskFaultSwitch) fault = g_list_model_get_item (G_LIST_MODEL (self->faults), i);

      if (desk_fault_switch_get_on (fault))
        n_on++;
    }

  if (n_on == self->n_faults)
    return;

  self->n_faults = n_on;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_FAULTS]);
}

/* The objects stay as long as the faults are the same ones, so that a list of them keeps focus and input. */
static gboolean
take_faults (DeskSandboxControl  *self,
             GBytes              *bytes,
             GError             **error)
{
  g_autoptr(GPtrArray) received = read_array (bytes, "faults", read_fault, error);
  guint n_known = g_list_model_get_n_items (G_LIST_MODEL (self->faults));

  if (received == NULL)
    return FALSE;

  if (n_known != received->len)
    g_list_store_splice (self->faults, 0, n_known, received->pdata, received->len);

  for (guint i = 0; i < received->len; i++)
    {
      g_autoptr(DeskFaultSwitch) fault = g_list_model_get_item (G_LIST_MODEL (self->faults), i);

      desk_fault_switch_update_from (fault, g_ptr_array_index (received, i));
    }

  count_faults (self);
  return TRUE;
}

static gboolean
take_customers (DeskSandboxControl  *self,
                GBytes              *bytes,
                GError             **error)
{
  g_autoptr(GPtrArray) received = read_array (bytes, "customers", read_customer, error);

  if (received == NULL)
    return FALSE;

  g_list_store_splice (self->customers, 0, g_list_model_get_n_items (G_LIST_MODEL (self->customers)),
                       received->pdata, received->len);
  return TRUE;
}

/* task: (transfer full) */
static void
get (GTask                 *task,
     const char            *path,
     DeskControlAnswerFunc  take)
{
  DeskSandboxControl *self = g_task_get_source_object (task);

  desk_control_call_get (task, self->context, path, take);
}

/* task: (transfer full); object: (transfer full) */
static void
post (GTask                 *task,
      const char            *path,
      JsonObject            *object,
      DeskControlAnswerFunc  take)
{
  DeskSandboxControl *self = g_task_get_source_object (task);

  desk_control_call_post (task, self->context, path, object, take);
}

static GTask *
create_task (DeskSandboxControl  *self,
             gpointer             source_tag,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);

  return task;
}

static void
return_done (GTask  *task,
             GBytes *answer)
{
  g_task_return_boolean (task, TRUE);
}

static void
return_after_faults (GTask  *task,
                     GBytes *answer)
{
  GError *error = NULL;

  if (take_faults (g_task_get_source_object (task), answer, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
go_on_after_customers (GTask  *task,
                       GBytes *answer)
{
  GError *error = NULL;

  if (take_customers (g_task_get_source_object (task), answer, &error))
    get (g_object_ref (task), "//sandbox/faults", return_after_faults);
  else
    g_task_return_error (task, error);
}

/* Lets the context follow what has become of the sandbox. */
static void
follow (GTask               *task,
        GAsyncReadyCallback  callback)
{
  DeskSandboxControl *self = g_task_get_source_object (task);

  if (desk_control_call_is_running (task, self->context))
    desk_context_follow_sandbox_async (self->context, NULL, callback, g_object_ref (task));
}

static void
followed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (desk_context_follow_sandbox_finish (DESK_CONTEXT (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
follow_clock (GTask  *task,
              GBytes *answer)
{
  follow (task, followed_cb);
}

static void
state_followed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (desk_context_follow_sandbox_finish (DESK_CONTEXT (source), result, &error))
    get (g_object_ref (task), "//sandbox/faults", return_after_faults);
  else
    g_task_return_error (task, error);
}

static void
follow_reset (GTask  *task,
              GBytes *answer)
{
  follow (task, state_followed_cb);
}

/* The task data is the member that holds the id. */
static void
return_id (GTask  *task,
           GBytes *answer)
{
  DeskJsonSlice root = DESK_JSON_SLICE_NONE;
  g_autofree char *id = NULL;
  const char *text;
  gsize length;

  text = g_bytes_get_data (answer, &length);
  if (text != NULL && desk_json_parse (text, length, &root, NULL))
    id = desk_json_read_text (root, g_task_get_task_data (task));

  if (id != NULL)
    g_task_return_pointer (task, g_steal_pointer (&id), g_free);
  else
    g_task_return_new_error (task, DESK_API_ERROR, DESK_API_ERROR_BAD_DATA,
                             _("The sandbox did it, but gave no id for it. Check that the program and Consent Desk are of the same version."));
}

static void
desk_sandbox_control_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (property_id == PROP_N_FAULTS)
    g_value_set_uint (value, DESK_SANDBOX_CONTROL (object)->n_faults);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
desk_sandbox_control_finalize (GObject *object)
{
  DeskSandboxControl *self = DESK_SANDBOX_CONTROL (object);

  g_clear_object (&self->context);
  g_clear_object (&self->faults);
  g_clear_object (&self->customers);

  G_OBJECT_CLASS (desk_sandbox_control_parent_class)->finalize (object);
}

static void
desk_sandbox_control_class_init (DeskSandboxControlClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = desk_sandbox_control_get_property;
  object_class->finalize = desk_sandbox_control_finalize;

  properties[PROP_N_FAULTS] = g_param_spec_uint ("n-faults", NULL, NULL, 0, G_MAXUINT, 0,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
desk_sandbox_control_init (DeskSandboxControl *self)
{
  self->faults = g_list_store_new (DESK_TYPE_FAULT_SWITCH);
  self->customers = g_list_store_new (DESK_TYPE_DEMO_CUSTOMER);
}

DeskSandboxControl *
desk_sandbox_control_new (DeskContext *context)
{
  DeskSandboxControl *self;

  g_return_val_if_fail (DESK_IS_CONTEXT (context), NULL);

  self = g_object_new (DESK_TYPE_SANDBOX_CONTROL, NULL);
  self->context = g_object_ref (context);

  return self;
}

GListModel *
desk_sandbox_control_get_faults (DeskSandboxControl *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_CONTROL (self), NULL);

  return G_LIST_MODEL (self->faults);
}

GListModel *
desk_sandbox_control_get_customers (DeskSandboxControl *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_CONTROL (self), NULL);

  return G_LIST_MODEL (self->customers);
}

guint
desk_sandbox_control_get_n_faults (DeskSandboxControl *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_CONTROL (self), 0);

  return self->n_faults;
}

const char *const *
desk_sandbox_control_get_events (void)
{
  static const char *const events[] = {
    "consent.received",
    "consent.updated",
    "consent.revoked",
    "banking.accounts.sync.completed",
    "banking.balances.sync.completed",
    "energy.accounts.sync.completed",
    "energy.balances.sync.completed",
    "common.identity.sync.completed",
    "banking.transactions.recent.sync.completed",
    "banking.transactions.basic.sync.completed",
    "banking.transactions.sync.completed",
    "banking.transactions.sync.failed",
    "banking.payees.sync.completed",
    "banking.directdebits.sync.completed",
    "banking.scheduledpayments.sync.completed",
    "banking.products.sync.completed",
    "energy.servicepoints.sync.completed",
    "energy.usage.sync.completed",
    "energy.der.sync.completed",
    "energy.billing.sync.completed",
    "energy.invoices.sync.completed",
    "energy.concessions.sync.completed",
    "energy.paymentschedules.sync.completed",
    "energy.plans.sync.completed",
    NULL
  };

  return events;
}

void
desk_sandbox_control_load_async (DeskSandboxControl  *self,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (DESK_IS_SANDBOX_CONTROL (self));

  get (create_task (self, desk_sandbox_control_load_async, cancellable, callback, user_data),
       "//sandbox/customers", go_on_after_customers);
}

static void
move_clock (GTask      *task,
            const char *member,
            const char *value)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, member, value);
  post (task, "//sandbox/clock", object, follow_clock);
}

void
desk_sandbox_control_advance_async (DeskSandboxControl  *self,
                                    const char          *duration,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (DESK_IS_SANDBOX_CONTROL (self));
  g_return_if_fail (duration != NULL);

  move_clock (create_task (self, desk_sandbox_control_advance_async, cancellable, callback, user_data),
              "advance", duration);
}

void
desk_sandbox_control_set_clock_async (DeskSandboxControl  *self,
                                      gint64               instant,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_autofree char *text = desk_instant_format (instant);

  g_return_if_fail (DESK_IS_SANDBOX_CONTROL (self));

  move_clock (create_task (self, desk_sandbox_control_set_clock_async, cancellable, callback, user_data), "set", text);
}

void
desk_sandbox_control_end_async (DeskSandboxControl  *self,
                                const char          *consent_id,
                                DeskSandboxEnd       how,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  static const char *const ways[] = { "institution", "expiry", "accounts_closed" };
  g_autofree char *escaped = NULL;
  g_autofree char *path = NULL;
  JsonObject *object;

  g_return_if_fail (DESK_IS_SANDBOX_CONTROL (self));
  g_return_if_fail (consent_id != NULL);
  g_return_if_fail (how < G_N_ELEMENTS (ways));

  escaped = g_uri_escape_string (consent_id, NULL, FALSE);
  path = g_strdup_printf ("//sandbox/consents/%s/end", escaped);
  object = json_object_new ();
  json_object_set_string_member (object, "how", ways[how]);
  post (create_task (self, desk_sandbox_control_end_async, cancellable, callback, user_data), path, object, return_done);
}

static JsonObject *
create_switch (const char *spec,
               gboolean    on)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "fault", spec);
  json_object_set_boolean_member (object, "on", on);

  return object;
}

void
desk_sandbox_control_switch_async (DeskSandboxControl  *self,
                                   const char          *spec,
                                   gboolean             on,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_return_if_fail (DESK_IS_SANDBOX_CONTROL (self));
  g_return_if_fail (spec != NULL);

  post (create_task (self, desk_sandbox_control_switch_async, cancellable, callback, user_data),
        "//sandbox/faults", create_switch (spec, on), return_after_faults);
}

static void clear_next_fault (GTask *task);

static void
go_on_clearing (GTask  *task,
                GBytes *answer)
{
  GError *error = NULL;

  if (take_faults (g_task_get_source_object (task), answer, &error))
    clear_next_fault (task);
  else
    g_task_return_error (task, error);
}

static void
clear_next_fault (GTask *task)
{
  DeskSandboxControl *self = g_task_get_source_object (task);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->faults)); i++)
    {
      g_autoptr(DeskFaultSwitch) fault = g_list_model_get_item (G_LIST_MODEL (self->faults), i);

      if (!desk_fault_switch_get_on (fault))
        continue;

      post (g_object_ref (task), "//sandbox/faults", create_switch (desk_fault_switch_get_name (fault), FALSE),
            go_on_clearing);
      return;
    }

  g_task_return_boolean (task, TRUE);
}

void
desk_sandbox_control_clear_faults_async (DeskSandboxControl  *self,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (DESK_IS_SANDBOX_CONTROL (self));

  task = create_task (self, desk_sandbox_control_clear_faults_async, cancellable, callback, user_data);
  clear_next_fault (task);
}

void
desk_sandbox_control_reset_async (DeskSandboxControl  *self,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (DESK_IS_SANDBOX_CONTROL (self));

  post (create_task (self, desk_sandbox_control_reset_async, cancellable, callback, user_data),
        "//sandbox/reset", json_object_new (), follow_reset);
}

gboolean
desk_sandbox_control_finish (DeskSandboxControl  *self,
                             GAsyncResult        *result,
                             GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
desk_sandbox_control_fire_async (DeskSandboxControl  *self,
                                 const char          *event,
                                 const char          *consent_id,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  JsonObject *object;
  GTask *task;

  g_return_if_fail (DESK_IS_SANDBOX_CONTROL (self));
  g_return_if_fail (event != NULL);
  g_return_if_fail (consent_id != NULL);

  task = create_task (self, desk_sandbox_control_fire_async, cancellable, callback, user_data);
  g_task_set_task_data (task, (gpointer) "message_id", NULL);
  object = json_object_new ();
  json_object_set_string_member (object, "event", event);
  json_object_set_string_member (object, "consent_id", consent_id);
  post (task, "//sandbox/webhooks", object, return_id);
}

void
desk_sandbox_control_grant_async (DeskSandboxControl  *self,
                                  const char          *end_user_id,
                                  DeskDemoCustomer    *customer,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  JsonObject *object;
  GTask *task;

  g_return_if_fail (DESK_IS_SANDBOX_CONTROL (self));
  g_return_if_fail (end_user_id != NULL);
  g_return_if_fail (DESK_IS_DEMO_CUSTOMER (customer));

  task = create_task (self, desk_sandbox_control_grant_async, cancellable, callback, user_data);
  g_task_set_task_data (task, (gpointer) "consent_id", NULL);
  object = json_object_new ();
  json_object_set_string_member (object, "end_user_id", end_user_id);
  json_object_set_string_member (object, "institution_id", desk_demo_customer_get_institution_id (customer));
  json_object_set_string_member (object, "customer_id", desk_demo_customer_get_id (customer));
  post (task, "//sandbox/consents", object, return_id);
}

char *
desk_sandbox_control_finish_id (DeskSandboxControl  *self,
                                GAsyncResult        *result,
                                GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
