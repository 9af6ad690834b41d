/* desk-inspector.c: every call and every webhook of an environment, for the one who looks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-inspector.h"

#include "desk-conceal.h"

#define DEFAULT_LIMIT 500
#define DEFAULT_BODY_CAP (64 * 1024 * 1024)

/* More is masked for too long to be done at once. */
#define MAX_WEBHOOK_SIZE (1024 * 1024)

/* What is not to be known any more, of what began before. */
typedef struct
{
  char   *end_user_id;
  char   *institution_id; /* (nullable): %NULL for all that tells about the end user */
  gint64  time;           /* monotonic, microseconds */
} Purge;

struct _DeskInspector
{
  GObject          parent_instance;

  GListStore      *entries;       /* (owned) (element-type DeskInspectorEntry) */
  DeskApiRecorder *recorder;      /* (owned) (nullable) */
  DeskDirectory   *directory;     /* (owned) (nullable) */
  GArray          *purges;        /* (owned) (element-type Purge) */
  gsize            kept_size;     /* of all bodies */
  guint64          body_cap;
  guint            limit;
  gboolean         paused;
  gboolean         shows_numbers;
  char            *webhook_address; /* (owned) (nullable) */
  char            *webhook_problem; /* (owned) (nullable) */
};

enum
{
  PROP_0,
  PROP_LIMIT,
  PROP_BODY_CAP,
  PROP_PAUSED,
  PROP_SHOWS_NUMBERS,
  PROP_WEBHOOK_ADDRESS,
  PROP_WEBHOOK_PROBLEM,
  N_PROPS
};

enum
{
  REPLAY,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskInspector, desk_inspector, G_TYPE_OBJECT)

static void
purge_clear (gpointer data)
{
  Purge *purge = data;

  g_free (purge->end_user_id);
  g_free (purge->institution_id);
}

static void
drop_bodies (DeskInspector       *self,
             DeskInspectorEntry  *entry,
             DeskInspectorBodies  why)
{
  self->kept_size -= desk_inspector_entry_get_kept_size (entry);
  desk_inspector_entry_drop_bodies (entry, why);
}

/* What is not known of the entry may be so. */
static gboolean
may_be (const char *known,
        const char *wanted)
{
  return known == NULL || g_str_equal (known, wanted);
}

static gboolean
is_purged_by (DeskInspectorEntry *entry,
              const Purge        *purge)
{
  DeskInspectorScope scope = desk_inspector_entry_get_scope (entry);

  if (desk_inspector_entry_get_record (entry)->started > purge->time ||
      !may_be (desk_inspector_entry_get_end_user_id (entry), purge->end_user_id))
    return FALSE;
  if (purge->institution_id == NULL)
    return scope != DESK_INSPECTOR_SCOPE_PUBLIC;
  return scope == DESK_INSPECTOR_SCOPE_DATA
         && may_be (desk_inspector_entry_get_institution_id (entry), purge->institution_id);
}

static void
purge (DeskInspector *self,
       const char    *end_user_id,
       const char    *institution_id)
{
  GListModel *entries = G_LIST_MODEL (self->entries);
  const Purge added = { g_strdup (end_user_id), g_strdup (institution_id), g_get_monotonic_time () };

  g_array_append_val (self->purges, added);
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(DeskInspectorEntry) entry = g_list_model_get_item (entries, i);

      if (is_purged_by (entry, &added))
        drop_bodies (self, entry, DESK_INSPECTOR_BODIES_PURGED);
    }
}

/* A call that was under way brings its body after the purge. */
static void
purge_late (DeskInspector      *self,
            DeskInspectorEntry *entry)
{
  for (guint i = 0; i < self->purges->len; i++)
    {
      if (is_purged_by (entry, &g_array_index (self->purges, Purge, i)))
        desk_inspector_entry_drop_bodies (entry, DESK_INSPECTOR_BODIES_PURGED);
    }
}

static void
consent_purged_cb (DeskInspector *self,
                  DeskConsent   *consent)
{
  const char *institution_id = desk_consent_get_institution_id (consent);

  if (desk_consent_get_end_user_id (consent) != NULL)
    purge (self, desk_consent_get_end_user_id (consent), institution_id != NULL ? institution_id : "");
}

static void
end_user_gone_cb (DeskInspector *self,
                  const char    *end_user_id)
{
  purge (self, end_user_id, NULL);
}

static void
trim (DeskInspector *self)
{
  GListModel *entries = G_LIST_MODEL (self->entries);
  guint n_entries = g_list_model_get_n_items (entries);

  if (n_entries <= self->limit)
    return;
  for (guint i = self->limit; i < n_entries; i++)
    {
      g_autoptr(DeskInspectorEntry) entry = g_list_model_get_item (entries, i);

      self->kept_size -= desk_inspector_entry_get_kept_size (entry);
    }
  g_list_store_splice (self->entries, self->limit, n_entries - self->limit, NULL, 0);
}

static void
trim_bodies (DeskInspector *self)
{
  GListModel *entries = G_LIST_MODEL (self->entries);

  for (guint i = g_list_model_get_n_items (entries); i > 0 && self->kept_size > self->body_cap; i--)
    {
      g_autoptr(DeskInspectorEntry) entry = g_list_model_get_item (entries, i - 1);

      drop_bodies (self, entry, DESK_INSPECTOR_BODIES_TOO_MUCH);
    }
}

/* Returns: (transfer none): the new entry */
static DeskInspectorEntry *
add (DeskInspector              *self,
     DeskApiRecord              *record,
     const DeskInspectorWebhook *webhook)
{
  g_autoptr(DeskInspectorEntry) entry = desk_inspector_entry_new (record, webhook);

  purge_late (self, entry);
  self->kept_size += desk_inspector_entry_get_kept_size (entry);
  g_list_store_insert (self->entries, 0, entry);
  trim (self);
  trim_bodies (self);

  return entry;
}

static void
recorded_cb (DeskInspector *self,
             DeskApiRecord *record)
{
  if (!self->paused)
    add (self, desk_api_record_ref (record), NULL);
}

static void
set_shows_numbers (DeskInspector *self,
                   gboolean       shows_numbers)
{
  self->shows_numbers = shows_numbers;
  if (self->recorder != NULL)
    g_object_set (self->recorder, "shows-numbers", shows_numbers, NULL);
}

static void
desk_inspector_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  DeskInspector *self = DESK_INSPECTOR (object);

  switch (property_id)
    {
    case PROP_LIMIT:
      g_value_set_uint (value, self->limit);
      break;
    case PROP_BODY_CAP:
      g_value_set_uint64 (value, self->body_cap);
      break;
    case PROP_PAUSED:
      g_value_set_boolean (value, self->paused);
      break;
    case PROP_SHOWS_NUMBERS:
      g_value_set_boolean (value, self->shows_numbers);
      break;
    case PROP_WEBHOOK_ADDRESS:
      g_value_set_string (value, self->webhook_address);
      break;
    case PROP_WEBHOOK_PROBLEM:
      g_value_set_string (value, self->webhook_problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
desk_inspector_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  DeskInspector *self = DESK_INSPECTOR (object);

  switch (property_id)
    {
    case PROP_LIMIT:
      self->limit = g_value_get_uint (value);
      trim (self);
      break;
    case PROP_BODY_CAP:
      self->body_cap = g_value_get_uint64 (value);
      trim_bodies (self);
      break;
    case PROP_PAUSED:
      self->paused = g_value_get_boolean (value);
      break;
    case PROP_SHOWS_NUMBERS:
      set_shows_numbers (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
desk_inspector_dispose (GObject *object)
{
  DeskInspector *self = DESK_INSPECTOR (object);

  desk_inspector_set_client (self, NULL);
  desk_inspector_set_directory (self, NULL);
  g_clear_object (&self->entries);
  g_clear_pointer (&self->purges, g_array_unref);

  G_OBJECT_CLASS (desk_inspector_parent_class)->dispose (object);
}

static void
desk_inspector_finalize (GObject *object)
{
  DeskInspector *self = DESK_INSPECTOR (object);

  g_free (self->webhook_address);
  g_free (self->webhook_problem);

  G_OBJECT_CLASS (desk_inspector_parent_class)->finalize (object);
}

static void
desk_inspector_class_init (DeskInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = desk_inspector_get_property;
  object_class->set_property = desk_inspector_set_property;
  object_class->dispose = desk_inspector_dispose;
  object_class->finalize = desk_inspector_finalize;

  properties[PROP_LIMIT] = g_param_spec_uint ("limit", NULL, NULL, 1, 100000, DEFAULT_LIMIT,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BODY_CAP] = g_param_spec_uint64 ("body-cap", NULL, NULL, 0, G_MAXINT64, DEFAULT_BODY_CAP,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PAUSED] = g_param_spec_boolean ("paused", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOWS_NUMBERS] = g_param_spec_boolean ("shows-numbers", NULL, NULL, FALSE,
                                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WEBHOOK_ADDRESS] = g_param_spec_string ("webhook-address", NULL, NULL, NULL,
                                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WEBHOOK_PROBLEM] = g_param_spec_string ("webhook-problem", NULL, NULL, NULL,
                                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[REPLAY] = g_signal_new ("replay", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, DESK_TYPE_INSPECTOR_ENTRY);
}

static void
desk_inspector_init (DeskInspector *self)
{
  self->limit = DEFAULT_LIMIT;
  self->body_cap = DEFAULT_BODY_CAP;
  self->entries = g_list_store_new (DESK_TYPE_INSPECTOR_ENTRY);
  self->purges = g_array_new (FALSE, FALSE, sizeof (Purge));
  g_array_set_clear_func (self->purges, purge_clear);
}

DeskInspector *
desk_inspector_new (void)
{
  return g_object_new (DESK_TYPE_INSPECTOR, NULL);
}

GListModel *
desk_inspector_get_entries (DeskInspector *self)
{
  g_return_val_if_fail (DESK_IS_INSPECTOR (self), NULL);

  return G_LIST_MODEL (self->entries);
}

void
desk_inspector_set_client (DeskInspector *self,
                           DeskApiClient *client)
{
  g_return_if_fail (DESK_IS_INSPECTOR (self));

  if (self->recorder != NULL)
    g_signal_handlers_disconnect_by_data (self->recorder, self);
  g_clear_object (&self->recorder);
  if (client == NULL)
    return;

  self->recorder = g_object_ref (desk_api_client_get_recorder (client));
  set_shows_numbers (self, self->shows_numbers);
  g_signal_connect_swapped (self->recorder, "recorded", G_CALLBACK (recorded_cb), self);
}

void
desk_inspector_set_directory (DeskInspector *self,
                              DeskDirectory *directory)
{
  g_return_if_fail (DESK_IS_INSPECTOR (self));

  if (self->directory != NULL)
    g_signal_handlers_disconnect_by_data (self->directory, self);
  g_set_object (&self->directory, directory);
  if (directory == NULL)
    return;

  g_signal_connect_swapped (directory, "consent-ended", G_CALLBACK (consent_purged_cb), self);
  g_signal_connect_swapped (directory, "consent-shrunk", G_CALLBACK (consent_purged_cb), self);
  g_signal_connect_swapped (directory, "end-user-gone", G_CALLBACK (end_user_gone_cb), self);
}

void
desk_inspector_set_receiver (DeskInspector *self,
                             const char    *address,
                             const char    *problem)
{
  g_return_if_fail (DESK_IS_INSPECTOR (self));

  g_free (self->webhook_address);
  self->webhook_address = g_strdup (address);
  g_free (self->webhook_problem);
  self->webhook_problem = g_strdup (problem);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WEBHOOK_ADDRESS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WEBHOOK_PROBLEM]);
}

/* Returns: (transfer full): name, value … without secrets */
static char **
mask_headers (DeskInspector     *self,
              const char *const *headers)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; headers[i] != NULL; i += 2)
    {
      g_autofree char *masked = desk_conceal_header (headers[i], headers[i + 1], !self->shows_numbers);

      g_strv_builder_add (builder, headers[i]);
      g_strv_builder_add (builder, masked);
    }
  return g_strv_builder_end (builder);
}

DeskInspectorEntry *
desk_inspector_add_webhook (DeskInspector              *self,
                            const DeskInspectorWebhook *webhook,
                            const char                 *uri,
                            const char *const          *headers,
                            GBytes                     *body,
                            guint                       status)
{
  DeskApiRecord *record = NULL;

  g_return_val_if_fail (DESK_IS_INSPECTOR (self), NULL);
  g_return_val_if_fail (webhook != NULL, NULL);
  g_return_val_if_fail (uri != NULL, NULL);
  g_return_val_if_fail (headers != NULL, NULL);

  if (self->paused)
    return NULL;
  record = desk_api_record_new ();
  record->method = g_strdup ("POST");
  record->uri = desk_conceal_text (uri, !self->shows_numbers);
  record->http_version = g_strdup ("HTTP/1.1");
  record->request_headers = mask_headers (self, headers);
  record->request_size = body != NULL ? g_bytes_get_size (body) : 0;
  if (record->request_size > 0 && record->request_size <= MAX_WEBHOOK_SIZE)
    record->request_body = desk_conceal_bytes (body, !self->shows_numbers, NULL);
  record->status = status;
  record->response_headers = g_new0 (char *, 1);
  record->started_at = g_get_real_time ();
  record->started = g_get_monotonic_time ();
  record->attempt = 1;

  return add (self, record, webhook);
}

DeskInspectorEntry *
desk_inspector_add_replay (DeskInspector      *self,
                           DeskInspectorEntry *original,
                           const char         *effect)
{
  const DeskApiRecord *received = NULL;
  DeskInspectorWebhook webhook;
  DeskApiRecord *record = NULL;

  g_return_val_if_fail (DESK_IS_INSPECTOR (self), NULL);
  g_return_val_if_fail (DESK_IS_INSPECTOR_ENTRY (original), NULL);
  g_return_val_if_fail (desk_inspector_entry_get_webhook (original) != NULL, NULL);

  if (self->paused)
    return NULL;
  received = desk_inspector_entry_get_record (original);
  record = desk_api_record_new_without_bodies (received);
  record->request_body = received->request_body != NULL ? g_bytes_ref (received->request_body) : NULL;
  record->status = 0;
  record->started_at = g_get_real_time ();
  record->started = g_get_monotonic_time ();
  webhook = *desk_inspector_entry_get_webhook (original);
  webhook.effect = (char *) effect;
  webhook.is_replay = TRUE;

  return add (self, record, &webhook);
}

void
desk_inspector_replay (DeskInspector      *self,
                       DeskInspectorEntry *entry)
{
  g_return_if_fail (DESK_IS_INSPECTOR (self));
  g_return_if_fail (DESK_IS_INSPECTOR_ENTRY (entry));
  g_return_if_fail (desk_inspector_entry_can_be_replayed (entry));

  g_signal_emit (self, signals[REPLAY], 0, entry);
}

void
desk_inspector_clear (DeskInspector *self)
{
  g_return_if_fail (DESK_IS_INSPECTOR (self));

  g_list_store_remove_all (self->entries);
  self->kept_size = 0;
}
