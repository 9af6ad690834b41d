/* desk-sandbox-row.c: a record as a call under a consent shows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-row.h"

#include "desk-sandbox-category.h"
#include "desk-sandbox-rewrite.h"
#include "desk-sandbox-version-one.h"

/* Products have older shapes too, but are not read under consents. */
static const char *const older_shapes[] = { "banking.accounts", "banking.transactions", NULL };

static void
write_without_category (GString       *text,
                        const char    *name,
                        DeskJsonSlice  value)
{
  if (!g_str_equal (name, "category"))
    desk_sandbox_rewrite_add (text, name, value);
}

/* What was last put somewhere by hand is sure. */
static void
replace_category (GString    *text,
                  const char *secondary_category)
{
  g_autofree char *primary_category = desk_sandbox_category_dup_primary (secondary_category);
  g_autofree char *before = g_strndup (text->str, text->len);
  DeskJsonSlice record = { before, text->len };

  g_string_truncate (text, 0);
  desk_sandbox_rewrite_object (text, record, write_without_category);
  g_string_truncate (text, text->len - 1);
  desk_sandbox_rewrite_add_name (text, "category");
  g_string_append_printf (text, "{\"primary_category\":\"%s\",\"secondary_category\":\"%s\","
                          "\"confidence_level\":\"VERY_HIGH\"}}",
                          primary_category != NULL ? primary_category : "", secondary_category);
}

static char *
dup_override (DeskSandboxState        *state,
              const DeskSandboxRecord *record)
{
  g_autofree char *fiskil_id = NULL;

  if (desk_sandbox_state_get_n_categories (state) == 0)
    return NULL;

  fiskil_id = desk_sandbox_record_dup_fiskil_id (record);
  return g_strdup (desk_sandbox_state_get_category (state, fiskil_id));
}

char *
desk_sandbox_row_dup_category (DeskSandboxState        *state,
                               const DeskSandboxRecord *record)
{
  char *category;

  g_return_val_if_fail (DESK_IS_SANDBOX_STATE (state), NULL);
  g_return_val_if_fail (record != NULL, NULL);

  category = dup_override (state, record);
  return category != NULL ? category : g_strdup (record->secondary_category);
}

void
desk_sandbox_row_append (GString                  *text,
                         const DeskSandboxCall    *call,
                         const DeskSandboxDataSet *data_set,
                         const DeskSandboxConsent *consent,
                         const DeskSandboxRecord  *record)
{
  g_autofree char *category = dup_override (call->world->state, record);
  gboolean is_older = call->version == 1 && g_strv_contains (older_shapes, data_set->name);

  if (category != NULL || is_older)
    {
      g_autoptr(GString) row = g_string_new (NULL);
      DeskJsonSlice slice = { record->json, record->length };

      if (is_older)
        desk_sandbox_version_one_append (row, slice);
      else
        g_string_append_len (row, record->json, (gssize) record->length);
      if (category != NULL)
        replace_category (row, category);
      g_string_append_len (text, row->str, (gssize) row->len - 1);
    }
  else
    {
      g_string_append_len (text, record->json, (gssize) record->length - 1);
    }

  g_string_append (text, ",\"arrangement_id\":\"");
  g_string_append (text, consent->arrangement_id);
  g_string_append (text, "\"}");
}
