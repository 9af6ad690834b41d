/* desk-sandbox-demo-template.c: the records of the demo customers that are fixed but for a few values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-demo-template.h"

#include "desk-sandbox-resources.h"

#define RESOURCE_PREFIX "/io/github/consentdesk/ConsentDesk/sandbox/demo/"

char *
desk_sandbox_demo_make_id (const DeskSandboxPersona *persona,
                           guint64                   seed,
                           const char               *what)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT "/%s/%s", seed, persona->key, what);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strndup (digest, 24);
}

/* The templates are written to be read; what is served has no blanks between values. */
static char *
strip_blanks (const char *json,
              gsize       length)
{
  GString *compact = g_string_sized_new (length);
  gboolean in_string = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (json[i] == '"')
        in_string = !in_string;
      if (in_string || !g_ascii_isspace (json[i]))
        g_string_append_c (compact, json[i]);
    }

  return g_string_free (compact, FALSE);
}

char *
desk_sandbox_demo_load_template (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_PREFIX, name, ".json", NULL);
  g_autoptr(GBytes) bytes = g_resource_lookup_data (desk_sandbox_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes != NULL);
  return strip_blanks (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* A persona may have a template of its own. */
static char *
find_template (const DeskSandboxPersona *persona,
               const char               *name)
{
  if (desk_sandbox_demo_has_own_template (persona, name))
    return g_strconcat (persona->key, "-", name, NULL);

  return g_strdup (name);
}

static void
replace_texts (GString    *json,
               GHashTable *texts)
{
  GHashTableIter iter;
  gpointer name;
  gpointer text;

  if (texts == NULL)
    return;

  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, &name, &text))
    {
      g_autofree char *mark = g_strconcat ("{{", name, "}}", NULL);

      g_string_replace (json, mark, text, 0);
    }
}

char *
desk_sandbox_demo_fill_template (const DeskSandboxPersona *persona,
                                 const char               *name,
                                 ...)
{
  g_autofree char *file = find_template (persona, name);
  g_autofree char *template = desk_sandbox_demo_load_template (file);
  GString *json = g_string_new (template);
  const char *placeholder;
  va_list values;

  va_start (values, name);
  while ((placeholder = va_arg (values, const char *)) != NULL)
    {
      g_autofree char *mark = g_strconcat ("{{", placeholder, "}}", NULL);

      g_string_replace (json, mark, va_arg (values, const char *), 0);
    }
  va_end (values);
  replace_texts (json, persona->details);

  return g_string_free (json, FALSE);
}

/* Which of the common templates are about @persona; the others are about everybody. */
static gboolean
applies (const DeskSandboxPersona *persona,
         const char               *name)
{
  if (g_str_equal (name, "concession"))
    return persona->concession != NULL;
  if (g_str_equal (name, "payment-schedule"))
    return persona->instalment > 0;
  if (g_str_equal (name, "der"))
    return persona->home.solar_watts > 0;
  return TRUE;
}

gboolean
desk_sandbox_demo_has_own_template (const DeskSandboxPersona *persona,
                                    const char               *name)
{
  g_autofree char *own = g_strconcat (RESOURCE_PREFIX, persona->key, "-", name, ".json", NULL);

  return g_resource_get_info (desk_sandbox_get_resource (), own, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL);
}

gboolean
desk_sandbox_demo_has_template (const DeskSandboxPersona *persona,
                                const char               *name)
{
  g_autofree char *common = g_strconcat (RESOURCE_PREFIX, name, ".json", NULL);
  GResource *resource = desk_sandbox_get_resource ();

  return desk_sandbox_demo_has_own_template (persona, name) ||
         (applies (persona, name) &&
          g_resource_get_info (resource, common, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL));
}

char *
desk_sandbox_demo_fill_texts (const char *json,
                              GHashTable *texts)
{
  GString *filled = g_string_new (json);

  replace_texts (filled, texts);
  return g_string_free (filled, FALSE);
}

void
desk_sandbox_demo_add_record (DeskSandboxCustomer *customer,
                              const char          *data_set,
                              const char          *json)
{
  g_autoptr(GError) error = NULL;

  if (!desk_sandbox_customer_add_record (customer, data_set, json, &error))
    g_error ("A record of %s that the sandbox made is not JSON: %s", data_set, error->message);
}

DeskSandboxCustomer *
desk_sandbox_demo_new_customer (const DeskSandboxPersona *persona,
                                const char               *institution_id,
                                const char               *industry)
{
  g_autofree char *id = g_strconcat (persona->key, "-", industry, NULL);
  DeskSandboxCustomer *customer;

  customer = desk_sandbox_customer_new (id, persona->name, persona->login, institution_id, industry,
                                        DESK_SANDBOX_SOURCE_PERSONA, "persona");
  desk_sandbox_customer_set_about (customer, persona->group, persona->about);
  return customer;
}

void
desk_sandbox_demo_add_identity (DeskSandboxCustomer      *customer,
                                const DeskSandboxPersona *persona)
{
  gboolean is_business = g_hash_table_contains (persona->details, "business_name");
  g_autofree char *identity = desk_sandbox_demo_fill_template (persona, is_business ? "organisation" : "identity", NULL);

  desk_sandbox_demo_add_record (customer, "common.identity", identity);
}
