/* desk-institution-list.c: the institutions that an account can be linked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-institution-list.h"

struct _DeskInstitutionList
{
  GObject                   parent_instance;

  DeskApiClient            *client;       /* (owned) */
  GPtrArray                *institutions; /* (owned) (element-type DeskInstitution) */
  GCancellable             *cancellable;  /* (owned) (nullable): of the question that is open */
  GError                   *error;        /* (owned) (nullable) */

  DeskInstitutionListState  state;
};

enum
{
  STATE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void desk_institution_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DeskInstitutionList, desk_institution_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, desk_institution_list_list_model_init))

static void
set_state (DeskInstitutionList      *self,
           DeskInstitutionListState  state,
           GError                   *error)
{
  g_clear_error (&self->error);
  self->error = error;
  self->state = state;
  g_signal_emit (self, signals[STATE_CHANGED], 0);
}

static void
take_back_question (DeskInstitutionList *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);

  g_clear_object (&self->cancellable);
}

static void
append_accessible (GPtrArray *to,
                   GPtrArray *from,
                   gboolean   accessible)
{
  for (guint i = 0; i < from->len; i++)
    {
      DeskInstitution *institution = g_ptr_array_index (from, i);

      if (desk_institution_is_accessible (institution) == accessible)
        g_ptr_array_add (to, g_object_ref (institution));
    }
}

static void
take_institutions (DeskInstitutionList *self,
                   GPtrArray           *received)
{
  guint n_before = self->institutions->len;

  g_ptr_array_unref (self->institutions);
  self->institutions = g_ptr_array_new_full (received->len, g_object_unref);
  append_accessible (self->institutions, received, TRUE);
  append_accessible (self->institutions, received, FALSE);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->institutions->len);
}

static void
institutions_listed_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  DeskInstitutionList *self = user_data;
  g_autoptr(GPtrArray) received = NULL;
  g_autoptr(GError) error = NULL;

  received = desk_api_client_list_institutions_finish (DESK_API_CLIENT (source), result, &error);

  /* Who took the question back may have freed the list since. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;

  g_clear_object (&self->cancellable);
  if (received == NULL)
    {
      set_state (self, DESK_INSTITUTION_LIST_FAILED, g_steal_pointer (&error));
      return;
    }

  take_institutions (self, received);
  set_state (self, DESK_INSTITUTION_LIST_READY, NULL);
}

static GType
desk_institution_list_get_item_type (GListModel *model)
{
  return DESK_TYPE_INSTITUTION;
}

static guint
desk_institution_list_get_n_items (GListModel *model)
{
  return DESK_INSTITUTION_LIST (model)->institutions->len;
}

static gpointer
desk_institution_list_get_item (GListModel *model,
                                guint       position)
{
  DeskInstitutionList *self = DESK_INSTITUTION_LIST (model);

  if (position >= self->institutions->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->institutions, position));
}

static void
desk_institution_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = desk_institution_list_get_item_type;
  iface->get_n_items = desk_institution_list_get_n_items;
  iface->get_item = desk_institution_list_get_item;
}

static void
desk_institution_list_finalize (GObject *object)
{
  DeskInstitutionList *self = DESK_INSTITUTION_LIST (object);

  take_back_question (self);
  g_clear_object (&self->client);
  g_ptr_array_unref (self->institutions);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (desk_institution_list_parent_class)->finalize (object);
}

static void
desk_institution_list_class_init (DeskInstitutionListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_institution_list_finalize;

  signals[STATE_CHANGED] = g_signal_new ("state-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_institution_list_init (DeskInstitutionList *self)
{
  self->institutions = g_ptr_array_new_with_free_func (g_object_unref);
}

DeskInstitutionList *
desk_institution_list_new (DeskApiClient *client)
{
  DeskInstitutionList *self;

  g_return_val_if_fail (DESK_IS_API_CLIENT (client), NULL);

  self = g_object_new (DESK_TYPE_INSTITUTION_LIST, NULL);
  self->client = g_object_ref (client);

  return self;
}

void
desk_institution_list_load (DeskInstitutionList *self)
{
  g_return_if_fail (DESK_IS_INSTITUTION_LIST (self));

  take_back_question (self);
  self->cancellable = g_cancellable_new ();
  desk_api_client_list_institutions_async (self->client, NULL, self->cancellable, institutions_listed_cb, self);
  set_state (self, DESK_INSTITUTION_LIST_LOADING, NULL);
}

void
desk_institution_list_cancel (DeskInstitutionList *self)
{
  g_return_if_fail (DESK_IS_INSTITUTION_LIST (self));

  if (self->cancellable == NULL)
    return;

  take_back_question (self);
  set_state (self, DESK_INSTITUTION_LIST_IDLE, NULL);
}

DeskInstitutionListState
desk_institution_list_get_state (DeskInstitutionList *self)
{
  g_return_val_if_fail (DESK_IS_INSTITUTION_LIST (self), DESK_INSTITUTION_LIST_IDLE);

  return self->state;
}

const GError *
desk_institution_list_get_error (DeskInstitutionList *self)
{
  g_return_val_if_fail (DESK_IS_INSTITUTION_LIST (self), NULL);

  return self->error;
}

DeskInstitution *
desk_institution_list_find (DeskInstitutionList *self,
                            const char          *institution_id)
{
  g_return_val_if_fail (DESK_IS_INSTITUTION_LIST (self), NULL);

  for (guint i = 0; i < self->institutions->len; i++)
    {
      DeskInstitution *institution = g_ptr_array_index (self->institutions, i);

      if (g_strcmp0 (desk_institution_get_id (institution), institution_id) == 0)
        return institution;
    }

  return NULL;
}
