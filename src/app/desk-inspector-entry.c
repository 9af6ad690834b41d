/* desk-inspector-entry.c: one line of the inspector: an attempt at a call, or a webhook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-inspector-entry.h"

#include <glib/gi18n-lib.h>

#include "desk-json.h"

/* Our own requests and webhooks are small; in more than this nobody looks for ids. */
#define MAX_READ_SIZE (64 * 1024)

struct _DeskInspectorEntry
{
  GObject              parent_instance;

  DeskApiRecord       *record;         /* (owned) */
  DeskInspectorWebhook webhook;        /* members owned */
  gboolean             is_webhook;
  DeskInspectorBodies  bodies;
  DeskInspectorScope   scope;
  char                *title;          /* (owned) */
  char                *end_user_id;    /* (owned) (nullable) */
  char                *institution_id; /* (owned) (nullable) */
  char                *search_text;    /* (owned): of one case */
};

enum
{
  PROP_0,
  PROP_RECORD,
  PROP_EFFECT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const struct
{
  guint       status;
  const char *words;
} status_words[] = {
  { 0, N_("No answer") },
  { 200, N_("OK") },
  { 201, N_("Created") },
  { 202, N_("Accepted") },
  { 204, N_("Done") },
  { 304, N_("Not changed") },
  { 400, N_("Bad request") },
  { 401, N_("Not authorised") },
  { 403, N_("Not allowed") },
  { 404, N_("Not found") },
  { 405, N_("Wrong method") },
  { 409, N_("Conflict") },
  { 429, N_("Too many") },
  { 500, N_("Server error") },
  { 502, N_("Bad gateway") },
  { 503, N_("Unavailable") },
  { 504, N_("Gateway timeout") },
};

G_DEFINE_FINAL_TYPE (DeskInspectorEntry, desk_inspector_entry, G_TYPE_OBJECT)

static void
read_query (DeskInspectorEntry *self,
            GUri               *uri)
{
  g_autoptr(GHashTable) query = NULL;

  if (g_uri_get_query (uri) == NULL)
    return;
  query = g_uri_parse_params (g_uri_get_query (uri), -1, "&", G_URI_PARAMS_NONE, NULL);
  if (query == NULL)
    return;
  self->end_user_id = g_strdup (g_hash_table_lookup (query, "end_user_id"));
  self->institution_id = g_strdup (g_hash_table_lookup (query, "institution_id"));
}

static guint
find_part (char       **parts,
           const char  *name)
{
  guint position = 0;

  while (parts[position] != NULL && !g_str_equal (parts[position], name))
    position++;
  return position;
}

/* What products and plans there are is told to everybody. */
static gboolean
is_public (const char *name)
{
  return name != NULL && (g_str_equal (name, "products") || g_str_equal (name, "plans"));
}

static DeskInspectorScope
judge_path (char **parts)
{
  static const char *const data[] = { "banking", "energy", "common" };
  static const char *const personal[] = { "end-users", "consent", "auth" };

  for (guint i = 0; i < G_N_ELEMENTS (personal); i++)
    {
      if (parts[find_part (parts, personal[i])] != NULL)
        return DESK_INSPECTOR_SCOPE_PERSON;
    }
  for (guint i = 0; i < G_N_ELEMENTS (data); i++)
    {
      guint position = find_part (parts, data[i]);

      if (parts[position] != NULL)
        return is_public (parts[position + 1]) ? DESK_INSPECTOR_SCOPE_PUBLIC : DESK_INSPECTOR_SCOPE_DATA;
    }
  return DESK_INSPECTOR_SCOPE_PUBLIC;
}

static void
read_path (DeskInspectorEntry *self,
           GUri               *uri)
{
  g_auto(GStrv) parts = g_strsplit (g_uri_get_path (uri), "/", -1);
  guint end_users = find_part (parts, "end-users");

  self->scope = judge_path (parts);
  if (self->end_user_id == NULL && parts[end_users] != NULL && parts[end_users + 1] != NULL)
    self->end_user_id = g_strdup (parts[end_users + 1]);
}

static void
read_member (DeskJsonSlice   root,
             const char     *path,
             char          **value)
{
  if (*value == NULL)
    *value = desk_json_slice_dup_string (desk_json_slice_get_path (root, path));
}

static void
read_body (DeskInspectorEntry *self)
{
  gsize size = 0;
  const char *text = self->record->request_body != NULL ? g_bytes_get_data (self->record->request_body, &size) : NULL;
  DeskJsonSlice root;

  if (size == 0 || size > MAX_READ_SIZE || !desk_json_parse (text, size, &root, NULL))
    return;
  read_member (root, "end_user_id", &self->end_user_id);
  read_member (root, "data.end_user_id", &self->end_user_id);
  read_member (root, "institution_id", &self->institution_id);
  read_member (root, "data.institution_id", &self->institution_id);
}

static void
read_subject (DeskInspectorEntry *self)
{
  g_autoptr(GUri) uri = g_uri_parse (self->record->uri, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL);

  if (uri != NULL)
    {
      read_query (self, uri);
      read_path (self, uri);
      self->title = g_uri_get_query (uri) != NULL
                    ? g_strdup_printf ("%s?%s", g_uri_get_path (uri), g_uri_get_query (uri))
                    : g_strdup (g_uri_get_path (uri));
    }
  else
    {
      self->title = g_strdup (self->record->uri);
    }
  read_body (self);
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static void
make_search_text (DeskInspectorEntry *self)
{
  const DeskApiRecord *record = self->record;
  g_autofree char *text = g_strdup_printf ("%s\n%s\n%u\n%s\n%s\n%s\n%s\n%s\n%s", record->method, record->uri, record->status,
                                           desk_inspector_entry_get_status_words (self),
                                           or_empty (record->error), or_empty (record->error_id),
                                           or_empty (self->webhook.event), or_empty (self->webhook.verdict),
                                           or_empty (self->webhook.effect));
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  self->search_text = g_utf8_casefold (valid, -1);
}

static void
desk_inspector_entry_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (property_id == PROP_RECORD)
    g_value_set_boxed (value, DESK_INSPECTOR_ENTRY (object)->record);
  else if (property_id == PROP_EFFECT)
    g_value_set_string (value, DESK_INSPECTOR_ENTRY (object)->webhook.effect);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
desk_inspector_entry_finalize (GObject *object)
{
  DeskInspectorEntry *self = DESK_INSPECTOR_ENTRY (object);

  g_clear_pointer (&self->record, desk_api_record_unref);
  g_free (self->webhook.event);
  g_free (self->webhook.verdict);
  g_free (self->webhook.effect);
  g_clear_object (&self->webhook.message);
  g_free (self->title);
  g_free (self->end_user_id);
  g_free (self->institution_id);
  g_free (self->search_text);

  G_OBJECT_CLASS (desk_inspector_entry_parent_class)->finalize (object);
}

static void
desk_inspector_entry_class_init (DeskInspectorEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = desk_inspector_entry_get_property;
  object_class->finalize = desk_inspector_entry_finalize;

  properties[PROP_RECORD] = g_param_spec_boxed ("record", NULL, NULL, DESK_TYPE_API_RECORD,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EFFECT] = g_param_spec_string ("effect", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
desk_inspector_entry_init (DeskInspectorEntry *self)
{
}

DeskInspectorEntry *
desk_inspector_entry_new (DeskApiRecord              *record,
                          const DeskInspectorWebhook *webhook)
{
  DeskInspectorEntry *self = NULL;

  g_return_val_if_fail (record != NULL, NULL);

  self = g_object_new (DESK_TYPE_INSPECTOR_ENTRY, NULL);
  self->record = record;
  read_subject (self);
  if (webhook != NULL)
    {
      self->is_webhook = TRUE;
      self->scope = DESK_INSPECTOR_SCOPE_PERSON;
      self->webhook.event = g_strdup (webhook->event);
      self->webhook.verdict = g_strdup (webhook->verdict);
      self->webhook.effect = g_strdup (webhook->effect);
      self->webhook.is_replay = webhook->is_replay;
      g_set_object (&self->webhook.message, webhook->message);
    }
  make_search_text (self);
  return self;
}

const DeskApiRecord *
desk_inspector_entry_get_record (DeskInspectorEntry *self)
{
  g_return_val_if_fail (DESK_IS_INSPECTOR_ENTRY (self), NULL);

  return self->record;
}

const DeskInspectorWebhook *
desk_inspector_entry_get_webhook (DeskInspectorEntry *self)
{
  g_return_val_if_fail (DESK_IS_INSPECTOR_ENTRY (self), NULL);

  return self->is_webhook ? &self->webhook : NULL;
}

void
desk_inspector_entry_set_effect (DeskInspectorEntry *self,
                                 const char         *effect)
{
  g_return_if_fail (DESK_IS_INSPECTOR_ENTRY (self));
  g_return_if_fail (self->is_webhook);

  g_free (self->webhook.effect);
  self->webhook.effect = g_strdup (effect);
  g_free (self->search_text);
  make_search_text (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EFFECT]);
}

gboolean
desk_inspector_entry_can_be_replayed (DeskInspectorEntry *self)
{
  g_return_val_if_fail (DESK_IS_INSPECTOR_ENTRY (self), FALSE);

  return self->webhook.message != NULL
         && desk_webhook_message_get_verdict (self->webhook.message) == DESK_WEBHOOK_VALID;
}

const char *
desk_inspector_entry_get_title (DeskInspectorEntry *self)
{
  g_return_val_if_fail (DESK_IS_INSPECTOR_ENTRY (self), NULL);

  return self->webhook.event != NULL ? self->webhook.event : self->title;
}

gboolean
desk_inspector_entry_is_failed (DeskInspectorEntry *self)
{
  g_return_val_if_fail (DESK_IS_INSPECTOR_ENTRY (self), FALSE);

  if (self->webhook.is_replay)
    return FALSE;

  return self->record->error != NULL || self->record->status < 200 || self->record->status > 299;
}

const char *
desk_inspector_entry_get_status_words (DeskInspectorEntry *self)
{
  guint status;

  g_return_val_if_fail (DESK_IS_INSPECTOR_ENTRY (self), NULL);

  if (self->webhook.is_replay)
    return _("Replayed");
  status = self->record->status;
  if (self->record->error != NULL)
    return status == 0 ? _("No answer") : _("Cut off");
  for (guint i = 0; i < G_N_ELEMENTS (status_words); i++)
    {
      if (status_words[i].status == status)
        return _(status_words[i].words);
    }
  if (status >= 500)
    return _("Server error");
  return status >= 400 ? _("Refused") : status >= 300 ? _("Elsewhere") : _("OK");
}

gboolean
desk_inspector_entry_matches (DeskInspectorEntry *self,
                              const char         *words)
{
  g_autofree char *folded = NULL;
  g_auto(GStrv) parts = NULL;

  g_return_val_if_fail (DESK_IS_INSPECTOR_ENTRY (self), FALSE);
  g_return_val_if_fail (words != NULL, FALSE);

  folded = g_utf8_casefold (words, -1);
  parts = g_strsplit (folded, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (strstr (self->search_text, parts[i]) == NULL)
        return FALSE;
    }
  return TRUE;
}

DeskInspectorBodies
desk_inspector_entry_get_bodies (DeskInspectorEntry *self)
{
  g_return_val_if_fail (DESK_IS_INSPECTOR_ENTRY (self), DESK_INSPECTOR_BODIES_KEPT);

  return self->bodies;
}

gsize
desk_inspector_entry_get_kept_size (DeskInspectorEntry *self)
{
  g_return_val_if_fail (DESK_IS_INSPECTOR_ENTRY (self), 0);

  return (self->record->request_body != NULL ? g_bytes_get_size (self->record->request_body) : 0)
         + (self->record->response_body != NULL ? g_bytes_get_size (self->record->response_body) : 0);
}

void
desk_inspector_entry_drop_bodies (DeskInspectorEntry  *self,
                                  DeskInspectorBodies  why)
{
  DeskApiRecord *old = NULL;

  g_return_if_fail (DESK_IS_INSPECTOR_ENTRY (self));
  g_return_if_fail (why != DESK_INSPECTOR_BODIES_KEPT);

  if (desk_inspector_entry_get_kept_size (self) == 0)
    return;
  g_clear_object (&self->webhook.message);
  old = self->record;
  self->record = desk_api_record_new_without_bodies (old);
  self->bodies = why;
  desk_api_record_unref (old);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

DeskInspectorScope
desk_inspector_entry_get_scope (DeskInspectorEntry *self)
{
  g_return_val_if_fail (DESK_IS_INSPECTOR_ENTRY (self), DESK_INSPECTOR_SCOPE_DATA);

  return self->scope;
}

const char *
desk_inspector_entry_get_end_user_id (DeskInspectorEntry *self)
{
  g_return_val_if_fail (DESK_IS_INSPECTOR_ENTRY (self), NULL);

  return self->end_user_id;
}

const char *
desk_inspector_entry_get_institution_id (DeskInspectorEntry *self)
{
  g_return_val_if_fail (DESK_IS_INSPECTOR_ENTRY (self), NULL);

  return self->institution_id;
}
