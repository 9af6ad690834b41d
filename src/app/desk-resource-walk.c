/* desk-resource-walk.c: whom to ask for a data set of an end user
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-resource-walk.h"

#include <string.h>

#define RETAILER_FILTER "retailer_id"

static const char *
get_filter_value (const char *filter,
                  const char *name)
{
  gsize length = strlen (name);

  return g_str_has_prefix (filter, name) && filter[length] == '=' ? filter + length + 1 : NULL;
}

/* What the filters say under any of these names; those that say it are taken out. */
static char *
take_value (GPtrArray         *filters,
            const char *const *names)
{
  char *value = NULL;

  for (guint i = filters->len; i > 0; i--)
    for (gsize k = 0; names[k] != NULL; k++)
      {
        const char *found = get_filter_value (g_ptr_array_index (filters, i - 1), names[k]);

        if (found == NULL)
          continue;

        if (value == NULL)
          value = g_strdup (found);
        g_ptr_array_remove_index (filters, i - 1);
        break;
      }

  return value;
}

static gboolean
names_retailer (const DeskResource *resource,
                GPtrArray          *filters)
{
  if (resource->scope != DESK_RESOURCE_SCOPE_RETAILER)
    return FALSE;

  for (guint i = 0; i < filters->len; i++)
    if (get_filter_value (g_ptr_array_index (filters, i), RETAILER_FILTER) != NULL)
      return TRUE;

  return FALSE;
}

static void
add_institutions (DeskApiWalk        *walk,
                  const DeskResource *resource,
                  GPtrArray          *consents)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < consents->len; i++)
    {
      DeskConsent *consent = g_ptr_array_index (consents, i);
      const char *institution_id = desk_consent_get_institution_id (consent);

      if (institution_id != NULL && desk_consent_covers (consent, resource) &&
          g_hash_table_add (seen, (gpointer) institution_id))
        desk_api_walk_add_institution (walk, institution_id);
    }
}

static GPtrArray *
copy_filters (const char *const *filters)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; filters != NULL && filters[i] != NULL; i++)
    g_ptr_array_add (copy, g_strdup (filters[i]));

  return copy;
}

static const char *const *
get_institution_names (const DeskResource *resource)
{
  return resource->parent != NULL ? resource->parent->scope_parameters : resource->scope_parameters;
}

DeskApiWalk *
desk_resource_walk_new (DeskApiClient      *client,
                        const DeskResource *resource,
                        const char         *end_user_id,
                        GPtrArray          *consents,
                        const char *const  *filters)
{
  g_autoptr(GPtrArray) others = copy_filters (filters);
  g_autofree char *parent_id = NULL;
  g_autofree char *institution_id = NULL;
  gboolean is_of_end_user = resource->scope == DESK_RESOURCE_SCOPE_END_USER;
  DeskApiWalk *walk;

  if (resource->parent != NULL)
    parent_id = take_value (others, resource->scope_parameters);
  if (!is_of_end_user)
    institution_id = take_value (others, get_institution_names (resource));
  g_ptr_array_add (others, NULL);

  walk = desk_api_walk_new (client, resource, (const char *const *) others->pdata);
  g_ptr_array_set_size (others, (int) others->len - 1);

  if (is_of_end_user)
    desk_api_walk_add_owner (walk, end_user_id, NULL);
  else if (parent_id != NULL)
    desk_api_walk_add_owner (walk, parent_id, institution_id);
  else if (institution_id != NULL)
    desk_api_walk_add_institution (walk, institution_id);
  else if (names_retailer (resource, others))
    desk_api_walk_add_owner (walk, NULL, NULL);
  else
    add_institutions (walk, resource, consents);

  return walk;
}

static void
add_names (GStrvBuilder      *builder,
           const char *const *names)
{
  if (names != NULL)
    g_strv_builder_addv (builder, (const char **) names);
}

char **
desk_resource_walk_dup_filters (const DeskResource *resource)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (resource != NULL, NULL);

  add_names (builder, resource->filters);
  add_names (builder, resource->scope_parameters);
  if (resource->parent != NULL)
    add_names (builder, resource->parent->scope_parameters);

  return g_strv_builder_end (builder);
}
