/* desk-sandbox-offer.c: a product of a bank or a plan of an energy retailer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-offer.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "desk-instant.h"
#include "desk-sandbox-rewrite.h"

/* What a list shows of a product or of a plan (fiskil-api.md 9). */
static const char *const listed[] = {
  "product_id", "plan_id", "effective_from", "effective_to", "last_updated", "product_category", "name",
  "display_name", "description", "type", "fuel_type", "brand", "brand_name", "brand_group", "application_uri",
  "is_tailored", "additional_information", "card_art", "customer_type", "geography",
  NULL
};

static void
write_listed (GString       *text,
              const char    *name,
              DeskJsonSlice  value)
{
  if (g_strv_contains (listed, name))
    desk_sandbox_rewrite_add (text, name, value);
}

/* A name of an institution is text from outside. */
static void
add_string (GString    *text,
            const char *name,
            const char *value)
{
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_VALUE);
  g_autofree char *json = NULL;

  json_node_set_string (node, value);
  json = json_to_string (node, FALSE);
  desk_sandbox_rewrite_add_name (text, name);
  g_string_append (text, json);
}

static char *
finish (GString    *text,
        const char *institution_id,
        const char *institution_name)
{
  g_string_truncate (text, text->len - 1);
  add_string (text, "institution_id", institution_id);
  if (institution_name != NULL)
    add_string (text, "institution_name", institution_name);
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

static gint64
read_instant (DeskJsonSlice  record,
              const char    *name,
              gint64         otherwise)
{
  g_autofree char *text = desk_json_slice_dup_string (desk_json_slice_get_member (record, name));
  gint64 instant;

  return text != NULL && desk_instant_parse (text, &instant, NULL) ? instant : otherwise;
}

static char *
dup_id (DeskJsonSlice record)
{
  char *id = desk_json_slice_dup_string (desk_json_slice_get_member (record, "product_id"));

  return id != NULL ? id : desk_json_slice_dup_string (desk_json_slice_get_member (record, "plan_id"));
}

DeskSandboxOffer *
desk_sandbox_offer_new (const char  *json,
                        const char  *institution_id,
                        const char  *institution_name,
                        GError     **error)
{
  GString *detail;
  GString *summary;
  DeskSandboxOffer *self;
  DeskJsonSlice record;
  char *id;

  g_return_val_if_fail (json != NULL && institution_id != NULL, NULL);

  if (!desk_json_parse (json, strlen (json), &record, error))
    return NULL;

  id = dup_id (record);
  if (id == NULL)
    {
      g_set_error_literal (error, DESK_JSON_ERROR, DESK_JSON_ERROR_SHAPE, "A product or plan has no id");
      return NULL;
    }

  summary = g_string_new (NULL);
  desk_sandbox_rewrite_object (summary, record, write_listed);
  detail = g_string_new_len (record.text, (gssize) record.length);

  self = g_new0 (DeskSandboxOffer, 1);
  self->id = id;
  self->brand = desk_json_slice_dup_string (desk_json_slice_get_member (record, "brand"));
  self->from = read_instant (record, "effective_from", G_MININT64);
  self->to = read_instant (record, "effective_to", G_MAXINT64);
  self->detail = finish (detail, institution_id, institution_name);
  self->summary = finish (summary, institution_id, institution_name);
  return self;
}

void
desk_sandbox_offer_free (DeskSandboxOffer *self)
{
  g_free (self->id);
  g_free (self->brand);
  g_free (self->detail);
  g_free (self->summary);
  g_free (self);
}

gboolean
desk_sandbox_offer_is_current (const DeskSandboxOffer *self,
                               gint64                  now)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->from <= now && now < self->to;
}
