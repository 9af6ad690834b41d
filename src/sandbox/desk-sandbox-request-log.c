/* desk-sandbox-request-log.c: the latest requests that the sandbox answered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-request-log.h"

#include "desk-sandbox-json.h"

/* One request. */
typedef struct
{
  gint64      at;
  const char *server; /* interned */
  char       *method; /* (owned) */
  char       *path;   /* (owned) */
  guint       status;
} Entry;

struct _DeskSandboxRequestLog
{
  GQueue entries; /* (element-type Entry) (owned) */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->method);
  g_free (entry->path);
  g_free (entry);
}

DeskSandboxRequestLog *
desk_sandbox_request_log_new (void)
{
  DeskSandboxRequestLog *self = g_new0 (DeskSandboxRequestLog, 1);

  g_queue_init (&self->entries);
  return self;
}

void
desk_sandbox_request_log_free (DeskSandboxRequestLog *self)
{
  g_queue_clear_full (&self->entries, entry_free);
  g_free (self);
}

void
desk_sandbox_request_log_add (DeskSandboxRequestLog *self,
                              gint64                 at,
                              const char            *server,
                              const char            *method,
                              const char            *path,
                              guint                  status)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->at = at;
  entry->server = g_intern_string (server);
  entry->method = g_strdup (method);
  entry->path = g_utf8_make_valid (path, -1);
  entry->status = status;
  g_queue_push_tail (&self->entries, entry);

  if (self->entries.length > DESK_SANDBOX_REQUEST_LOG_LENGTH)
    entry_free (g_queue_pop_head (&self->entries));
}

void
desk_sandbox_request_log_write (DeskSandboxRequestLog *self,
                                JsonBuilder           *builder)
{
  json_builder_begin_array (builder);
  for (GList *link = self->entries.head; link != NULL; link = link->next)
    {
      const Entry *entry = link->data;

      json_builder_begin_object (builder);
      desk_sandbox_json_add_instant (builder, "at", entry->at);
      desk_sandbox_json_add_string (builder, "server", entry->server);
      desk_sandbox_json_add_string (builder, "method", entry->method);
      desk_sandbox_json_add_string (builder, "path", entry->path);
      desk_sandbox_json_add_int (builder, "status", entry->status);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}
