/* desk-sandbox-record.c: one record that the sandbox serves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-record.h"

#include <string.h>

#include "desk-date.h"
#include "desk-json.h"

#define FISKIL_ID "\"fiskil_id\":\""

/* What the filters look at. */
typedef enum
{
  ACCOUNT_ID,
  FROM,
  SERVICE_POINT_ID,
  STATUS,
  CATEGORY,
  READ_START_DATE,
  ISSUE_DATE,
  POSTING_DATE_TIME,
  EXECUTION_DATE_TIME,
  N_MEMBERS,
} Member;

static const char *const member_names[N_MEMBERS] = {
  "account_id",
  "from",
  "service_point_id",
  "status",
  "category",
  "read_start_date",
  "issue_date",
  "posting_date_time",
  "execution_date_time",
};

/* In one go: a day of meter reads is long. */
static void
find_members (DeskJsonSlice record,
              DeskJsonSlice members[N_MEMBERS])
{
  DeskJsonIter iter;
  DeskJsonSlice key;
  DeskJsonSlice value;

  for (Member i = 0; i < N_MEMBERS; i++)
    members[i] = DESK_JSON_SLICE_NONE;

  desk_json_iter_init (&iter, record);
  while (desk_json_iter_next (&iter, &key, &value))
    for (Member i = 0; i < N_MEMBERS; i++)
      if (desk_json_slice_equals_string (key, member_names[i]))
        {
          if (desk_json_slice_get_kind (members[i]) == DESK_JSON_KIND_NONE)
            members[i] = value;
          break;
        }
}

static gint64
read_instant (const DeskJsonSlice members[N_MEMBERS])
{
  for (Member i = POSTING_DATE_TIME; i <= EXECUTION_DATE_TIME; i++)
    {
      g_autofree char *text = desk_json_slice_dup_string (members[i]);
      gint64 instant;

      if (text != NULL && desk_instant_parse (text, &instant, NULL))
        return instant;
    }

  return DESK_SANDBOX_NO_INSTANT;
}

static char *
read_date (const DeskJsonSlice members[N_MEMBERS])
{
  for (Member i = READ_START_DATE; i <= ISSUE_DATE; i++)
    {
      g_autofree char *text = desk_json_slice_dup_string (members[i]);
      GDate date;

      if (text != NULL && desk_date_parse_lenient (text, &date, NULL))
        return desk_date_format (&date);
    }

  return NULL;
}

static char *
dup_member (DeskJsonSlice  object,
            const char    *name)
{
  return desk_json_slice_dup_string (desk_json_slice_get_member (object, name));
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
  DeskJsonSlice members[N_MEMBERS];
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
  find_members (slice, members);
  self->account_id = desk_json_slice_dup_string (members[ACCOUNT_ID]);
  if (self->account_id == NULL)
    self->account_id = dup_member (members[FROM], "account_id");
  self->service_point_id = desk_json_slice_dup_string (members[SERVICE_POINT_ID]);
  self->status = desk_json_slice_dup_string (members[STATUS]);
  self->secondary_category = dup_member (members[CATEGORY], "secondary_category");
  self->date = read_date (members);
  self->instant = read_instant (members);
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
