/* desk-api-record.c: one attempt at a call, as it may be shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-record.h"

G_DEFINE_BOXED_TYPE (DeskApiRecord, desk_api_record, desk_api_record_ref, desk_api_record_unref)

DeskApiRecord *
desk_api_record_new (void)
{
  DeskApiRecord *self = g_atomic_rc_box_new0 (DeskApiRecord);

  self->transferred = -1;
  self->timings = (DeskApiTimings) { -1, -1, -1, -1, -1, -1, -1 };

  return self;
}

DeskApiRecord *
desk_api_record_new_without_bodies (const DeskApiRecord *self)
{
  DeskApiRecord *copy = desk_api_record_new ();

  *copy = *self;
  copy->method = g_strdup (self->method);
  copy->uri = g_strdup (self->uri);
  copy->http_version = g_strdup (self->http_version);
  copy->request_headers = g_strdupv (self->request_headers);
  copy->request_body = NULL;
  copy->reason = g_strdup (self->reason);
  copy->response_headers = g_strdupv (self->response_headers);
  copy->response_body = NULL;
  copy->content_type = g_strdup (self->content_type);
  copy->error = g_strdup (self->error);
  copy->error_id = g_strdup (self->error_id);

  return copy;
}

DeskApiRecord *
desk_api_record_ref (DeskApiRecord *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  DeskApiRecord *self = data;

  g_clear_pointer (&self->method, g_free);
  g_clear_pointer (&self->uri, g_free);
  g_clear_pointer (&self->http_version, g_free);
  g_clear_pointer (&self->request_headers, g_strfreev);
  g_clear_pointer (&self->request_body, g_bytes_unref);
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->response_headers, g_strfreev);
  g_clear_pointer (&self->response_body, g_bytes_unref);
  g_clear_pointer (&self->content_type, g_free);
  g_clear_pointer (&self->error, g_free);
  g_clear_pointer (&self->error_id, g_free);
}

void
desk_api_record_unref (DeskApiRecord *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

const char *
desk_api_record_get_header (char       **headers,
                            const char  *name)
{
  for (guint i = 0; headers != NULL && headers[i] != NULL; i += 2)
    {
      if (g_ascii_strcasecmp (headers[i], name) == 0)
        return headers[i + 1];
    }
  return NULL;
}
