/* desk-sandbox-record.c: one record that the sandbox serves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-record.h"

#include <string.h>

#include "desk-date.h"
#include "desk-json.h"

#define FISKIL_ID "\"fiskil_id\":\""

static gint64
read_instant (DeskJsonSlice record)
{
  static const char *const names[] = { "posting_date_time", "execution_date_time" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = desk_json_slice_dup_string (desk_json_slice_get_member (record, names[i]));
      gint64 instant;

      if (text != NULL && desk_instant_parse (text, &instant, NULL))
        return instant;
    }

  return DESK_SANDBOX_NO_INSTANT;
}

static char *
read_date (DeskJsonSlice record)
{
  static const char *const names[] = { "read_start_date", "issue_date" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = desk_json_slice_dup_string (desk_json_slice_get_member (record, names[i]));
      GDate date;

      if (text != NULL && desk_date_parse_lenient (text, &date, NULL))
        return desk_date_format (&date);
    }

  return NULL;
}

static char *
dup_member (DeskJsonSlice  record,
            const char    *path)
{
  return desk_json_slice_dup_string (desk_json_slice_get_path (record, path));
}

/* The ids are the sandbox's own: letters, digits and underscores, which need no escaping. */
static char *
add_keys (DeskJsonSlice  record,
          const char    *fiskil_id,
          const char    *institution_id,
          gsize         *length)
{
  GString *json = g_string_new_len (record.text, (gssize) record.length - 1);

  g_string_append_printf (json, "%s\"fiskil_id\":\"%s\",\"institution_id\":\"%s\"}",
                          desk_json_slice_count (record) > 0 ? "," : "",
                          fiskil_id, institution_id);
  *length = json->len;
  return g_string_free (json, FALSE);
}

DeskSandboxRecord *
desk_sandbox_record_new (const char  *json,
                         const char  *fiskil_id,
                         const char  *institution_id,
                         GError     **error)
{
  DeskJsonSlice slice;
  DeskSandboxRecord *self;

  g_return_val_if_fail (json != NULL && fiskil_id != NULL && institution_id != NULL, NULL);

  if (!desk_json_parse (json, strlen (json), &slice, error))
    return NULL;

  if (desk_json_slice_get_kind (slice) != DESK_JSON_KIND_OBJECT)
    {
      g_set_error_literal (error, DESK_JSON_ERROR, DESK_JSON_ERROR_SHAPE, "A record is not a JSON object");
      return NULL;
    }

  self = g_new0 (DeskSandboxRecord, 1);
  self->json = add_keys (slice, fiskil_id, institution_id, &self->length);
  self->account_id = dup_member (slice, "account_id");
  if (self->account_id == NULL)
    self->account_id = dup_member (slice, "from.account_id");
  self->service_point_id = dup_member (slice, "service_point_id");
  self->status = dup_member (slice, "status");
  self->secondary_category = dup_member (slice, "category.secondary_category");
  self->date = read_date (slice);
  self->instant = read_instant (slice);
  return self;
}

/* The sandbox wrote it, behind everything that the record had before. */
static const char *
find_fiskil_id (const DeskSandboxRecord *self)
{
  return g_strrstr (self->json, FISKIL_ID) + strlen (FISKIL_ID);
}

char *
desk_sandbox_record_dup_fiskil_id (const DeskSandboxRecord *self)
{
  const char *id;

  g_return_val_if_fail (self != NULL, NULL);

  id = find_fiskil_id (self);
  return g_strndup (id, strcspn (id, "\""));
}

gboolean
desk_sandbox_record_has_fiskil_id (const DeskSandboxRecord *self,
                                   const char              *id)
{
  const char *own;
  gsize length;

  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  own = find_fiskil_id (self);
  length = strlen (id);
  return strncmp (own, id, length) == 0 && own[length] == '"';
}

void
desk_sandbox_record_free (DeskSandboxRecord *self)
{
  g_free (self->json);
  g_free (self->account_id);
  g_free (self->service_point_id);
  g_free (self->status);
  g_free (self->secondary_category);
  g_free (self->date);
  g_free (self);
}
