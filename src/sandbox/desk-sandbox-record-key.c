/* desk-sandbox-record-key.c: what tells a record from the others of its data set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-record-key.h"

#include <string.h>

#include "desk-json.h"

static const char *const members[] = {
  "account_id",
  "transaction_id",
  "payee_id",
  "scheduled_payment_id",
  "service_point_id",
  "register_id",
  "read_start_date",
  "invoice_number",
  "execution_date_time",
  "transaction_u_type",
};

char *
desk_sandbox_record_key_new (const char *json)
{
  DeskJsonSlice record = DESK_JSON_SLICE_NONE;
  GString *key;

  g_return_val_if_fail (json != NULL, NULL);

  key = g_string_new (NULL);
  desk_json_parse (json, strlen (json), &record, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *value = desk_json_slice_dup_string (desk_json_slice_get_member (record, members[i]));

      if (value != NULL)
        g_string_append_printf (key, "%s=%s\n", members[i], value);
    }

  return g_string_free (key, FALSE);
}
