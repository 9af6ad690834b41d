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
  DeskJsonSlice texts[G_N_ELEMENTS (members)];
  DeskJsonIter iter;
  DeskJsonSlice name;
  DeskJsonSlice value;
  GString *key;

  g_return_val_if_fail (json != NULL, NULL);

  key = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    texts[i] = DESK_JSON_SLICE_NONE;

  desk_json_parse (json, strlen (json), &record, NULL);
  desk_json_iter_init (&iter, record);
  while (desk_json_iter_next (&iter, &name, &value))
    for (guint i = 0; i < G_N_ELEMENTS (members); i++)
      if (desk_json_slice_equals_string (name, members[i]))
        texts[i] = value;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *text = desk_json_slice_dup_string (texts[i]);

      if (text != NULL)
        g_string_append_printf (key, "%s=%s\n", members[i], text);
    }

  return g_string_free (key, FALSE);
}
