/* desk-har.c: what the inspector holds, as an HTTP archive
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-har.h"

#include "desk-export-target.h"
#include "desk-har-text.h"
#include "desk-inspector-entry.h"

/* What the other thread gets of an entry. */
typedef struct
{
  DeskApiRecord *record;  /* (owned) */
  char          *comment; /* (owned) (nullable) */
} HarEntry;

typedef struct
{
  GPtrArray *entries; /* (owned) (element-type HarEntry): the oldest first */
  char      *path;    /* (owned) */
} Har;

static void
har_entry_free (gpointer data)
{
  HarEntry *entry = data;

  desk_api_record_unref (entry->record);
  g_free (entry->comment);
  g_free (entry);
}

static void
har_free (gpointer data)
{
  Har *har = data;

  g_ptr_array_unref (har->entries);
  g_free (har->path);
  g_free (har);
}

static gboolean
write_headers (DeskExportFile  *file,
               char           **headers,
               GError         **error)
{
  if (!desk_export_file_append (file, "\"cookies\":[],\"headers\":[", error))
    return FALSE;
  for (guint i = 0; headers != NULL && headers[i] != NULL; i += 2)
    {
      if (!desk_har_text_write_member (file, i > 0 ? ",{\"name" : "{\"name", headers[i], error) ||
          !desk_har_text_write_member (file, ",\"value", headers[i + 1], error) ||
          !desk_export_file_append (file, "}", error))
        return FALSE;
    }
  return desk_export_file_append (file, "],\"headersSize\":-1,", error);
}

/* Returns: (transfer full): decoded; as it is where it cannot be */
static char *
dup_decoded (const char *text)
{
  g_autofree char *blanks = g_strdelimit (g_strdup (text), "+", ' ');
  char *decoded = g_uri_unescape_string (blanks, NULL);

  return decoded != NULL ? decoded : g_strdup (text);
}

static gboolean
write_parameter (DeskExportFile  *file,
                 const char      *parameter,
                 gboolean         is_first,
                 GError         **error)
{
  g_auto(GStrv) parts = g_strsplit (parameter, "=", 2);
  g_autofree char *name = dup_decoded (parts[0]);
  g_autofree char *value = dup_decoded (parts[1] != NULL ? parts[1] : "");

  return desk_har_text_write_member (file, is_first ? "{\"name" : ",{\"name", name, error)
         && desk_har_text_write_member (file, ",\"value", value, error)
         && desk_export_file_append (file, "}", error);
}

/* One that has no value is one too, which GLib's reader would take for the end. */
static gboolean
write_query (DeskExportFile  *file,
             const char      *uri_text,
             GError         **error)
{
  g_autoptr(GUri) uri = g_uri_parse (uri_text, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL);
  const char *query = uri != NULL && g_uri_get_query (uri) != NULL ? g_uri_get_query (uri) : "";
  g_auto(GStrv) parameters = g_strsplit (query, "&", -1);
  gboolean is_first = TRUE;

  if (!desk_export_file_append (file, "\"queryString\":[", error))
    return FALSE;
  for (guint i = 0; parameters[i] != NULL; i++)
    {
      if (*parameters[i] == '\0')
        continue;
      if (!write_parameter (file, parameters[i], is_first, error))
        return FALSE;
      is_first = FALSE;
    }
  return desk_export_file_append (file, "],", error);
}

static gboolean
write_post_data (DeskExportFile       *file,
                 const DeskApiRecord  *record,
                 GError              **error)
{
  const char *type = desk_api_record_get_header (record->request_headers, "Content-Type");

  if (record->request_body == NULL)
    return TRUE;
  return desk_har_text_write_member (file, "\"postData\":{\"mimeType", type, error)
         && desk_export_file_append (file, ",\"params\":[],", error)
         && desk_har_text_write_body (file, record->request_body, error)
         && desk_export_file_append (file, "},", error);
}

static gboolean
write_request (DeskExportFile       *file,
               const DeskApiRecord  *record,
               GError              **error)
{
  g_autofree char *size = g_strdup_printf ("\"bodySize\":%" G_GSIZE_FORMAT "}", record->request_size);

  return desk_har_text_write_member (file, "\"request\":{\"method", record->method, error)
         && desk_har_text_write_member (file, ",\"url", record->uri, error)
         && desk_har_text_write_member (file, ",\"httpVersion", record->http_version, error)
         && desk_export_file_append (file, ",", error)
         && write_headers (file, record->request_headers, error)
         && write_query (file, record->uri, error)
         && write_post_data (file, record, error)
         && desk_export_file_append (file, size, error);
}

static gboolean
write_content (DeskExportFile       *file,
               const DeskApiRecord  *record,
               GError              **error)
{
  const char *type = desk_api_record_get_header (record->response_headers, "Content-Type");
  g_autofree char *size = g_strdup_printf ("\"content\":{\"size\":%" G_GSIZE_FORMAT ",", record->response_size);

  if (!desk_export_file_append (file, size, error))
    return FALSE;
  if (record->response_body != NULL &&
      (!desk_har_text_write_body (file, record->response_body, error) || !desk_export_file_append (file, ",", error)))
    return FALSE;
  return desk_har_text_write_member (file, "\"mimeType", type != NULL ? type : "x-unknown", error)
         && desk_export_file_append (file, "},", error);
}

static gboolean
write_response (DeskExportFile       *file,
                const DeskApiRecord  *record,
                GError              **error)
{
  g_autofree char *status = g_strdup_printf (",\"response\":{\"status\":%u,", record->status);
  g_autofree char *size = g_strdup_printf (",\"bodySize\":%" G_GINT64_FORMAT "}", record->transferred);
  const char *location = desk_api_record_get_header (record->response_headers, "Location");

  return desk_export_file_append (file, status, error)
         && desk_har_text_write_member (file, "\"statusText", record->reason, error)
         && desk_har_text_write_member (file, ",\"httpVersion", record->http_version, error)
         && desk_export_file_append (file, ",", error)
         && write_headers (file, record->response_headers, error)
         && write_content (file, record, error)
         && desk_har_text_write_member (file, "\"redirectURL", location, error)
         && desk_export_file_append (file, size, error);
}

static void
append_time (GString    *json,
             const char *name,
             gint64      microseconds)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.3f", microseconds / 1000.0);
  g_string_append_printf (json, "\"%s\":%s", name, microseconds >= 0 ? number : "-1");
}

/* The whole is the sum of the parts that are known, as the format demands; TLS is a part of connecting. */
static char *
dup_timings (const DeskApiRecord *record)
{
  const DeskApiTimings *timings = &record->timings;
  gint64 sum = MAX (timings->blocked, 0) + MAX (timings->dns, 0) + MAX (timings->connect, 0);
  gint64 receive = MAX (timings->receive, 0);
  gint64 wait = timings->wait >= 0 ? timings->wait : MAX (record->duration - sum - receive, 0);
  GString *json = g_string_new (",");

  append_time (json, "time", sum + wait + receive);
  g_string_append (json, ",\"cache\":{},\"timings\":{");
  append_time (json, "blocked", timings->blocked);
  g_string_append_c (json, ',');
  append_time (json, "dns", timings->dns);
  g_string_append_c (json, ',');
  append_time (json, "connect", timings->connect);
  g_string_append_c (json, ',');
  append_time (json, "ssl", timings->tls);
  g_string_append_c (json, ',');
  append_time (json, "send", 0);
  g_string_append_c (json, ',');
  append_time (json, "wait", wait);
  g_string_append_c (json, ',');
  append_time (json, "receive", receive);
  g_string_append_c (json, '}');

  return g_string_free (json, FALSE);
}

static gboolean
write_extras (DeskExportFile  *file,
              const HarEntry  *entry,
              GError         **error)
{
  const DeskApiRecord *record = entry->record;
  g_autofree char *attempt = g_strdup_printf (",\"_attempt\":%u", record->attempt);

  return desk_export_file_append (file, attempt, error)
         && (record->error_id == NULL || desk_har_text_write_member (file, ",\"_errorId", record->error_id, error))
         && (record->error == NULL || desk_har_text_write_member (file, ",\"_error", record->error, error))
         && (entry->comment == NULL || desk_har_text_write_member (file, ",\"comment", entry->comment, error));
}

static gboolean
write_entry (DeskExportFile  *file,
             const HarEntry  *entry,
             GError         **error)
{
  const DeskApiRecord *record = entry->record;
  g_autoptr(GDateTime) epoch = g_date_time_new_from_unix_utc (0);
  g_autoptr(GDateTime) started = g_date_time_add (epoch, record->started_at);
  g_autofree char *when = g_date_time_format (started, "%Y-%m-%dT%H:%M:%S");
  g_autofree char *exact = g_strdup_printf ("%s.%03dZ", when, g_date_time_get_microsecond (started) / 1000);
  g_autofree char *timings = dup_timings (record);

  return desk_har_text_write_member (file, "{\"startedDateTime", exact, error)
         && desk_export_file_append (file, ",", error)
         && write_request (file, record, error)
         && write_response (file, record, error)
         && desk_export_file_append (file, timings, error)
         && write_extras (file, entry, error)
         && desk_export_file_append (file, "}", error);
}

static gboolean
write_log (DeskExportFile  *file,
           GPtrArray       *entries,
           GCancellable    *cancellable,
           GError         **error)
{
  if (!desk_export_file_append (file, "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"Consent Desk\",\"version\":\""
                                PACKAGE_VERSION "\"},\"entries\":[", error))
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !desk_export_file_append (file, i > 0 ? ",\n" : "\n", error) ||
          !write_entry (file, g_ptr_array_index (entries, i), error))
        return FALSE;
    }
  return desk_export_file_append (file, "\n]}}\n", error);
}

static gboolean
write_file (const Har     *har,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(DeskExportTarget) target = desk_export_target_new (har->path, FALSE, TRUE, error);
  g_autoptr(DeskExportFile) file = NULL;

  if (target == NULL)
    return FALSE;
  file = desk_export_file_open (desk_export_target_get_path (target), error);

  return file != NULL && write_log (file, har->entries, cancellable, error) && desk_export_file_close (file, error)
         && desk_export_target_commit (target, error);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_file (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static HarEntry *
har_entry_new (DeskInspectorEntry *entry)
{
  const DeskInspectorWebhook *webhook = desk_inspector_entry_get_webhook (entry);
  HarEntry *har_entry = g_new0 (HarEntry, 1);

  g_object_get (entry, "record", &har_entry->record, NULL);
  if (webhook != NULL)
    har_entry->comment = g_strdup_printf ("Webhook %s: %s; %s",
                                          webhook->event != NULL ? webhook->event : "",
                                          webhook->verdict != NULL ? webhook->verdict : "",
                                          webhook->effect != NULL ? webhook->effect : "");
  return har_entry;
}

/* Calls end in another order than they begin. */
static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const HarEntry *first = *(const HarEntry *const *) a;
  const HarEntry *second = *(const HarEntry *const *) b;

  return first->record->started_at < second->record->started_at
         ? -1 : first->record->started_at > second->record->started_at;
}

void
desk_har_write_async (GListModel          *entries,
                      const char          *path,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Har *har = NULL;

  g_return_if_fail (G_IS_LIST_MODEL (entries));
  g_return_if_fail (path != NULL);

  har = g_new0 (Har, 1);
  har->path = g_strdup (path);
  har->entries = g_ptr_array_new_with_free_func (har_entry_free);
  for (guint i = g_list_model_get_n_items (entries); i > 0; i--)
    {
      g_autoptr(DeskInspectorEntry) entry = g_list_model_get_item (entries, i - 1);
      const DeskInspectorWebhook *webhook = desk_inspector_entry_get_webhook (entry);

      /* Nothing was sent for it. */
      if (webhook != NULL && webhook->is_replay)
        continue;

      g_ptr_array_add (har->entries, har_entry_new (entry));
    }
  g_ptr_array_sort (har->entries, compare_starts);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_har_write_async);
  g_task_set_task_data (task, har, har_free);
  g_task_run_in_thread (task, write_in_thread);
}

gboolean
desk_har_write_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
