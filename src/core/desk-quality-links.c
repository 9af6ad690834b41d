/* desk-quality-links.c: what rows say of rows of other data sets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-quality-links.h"

#include "desk-catalogue.h"

/* Rows that say the same; the first of them is the example. */
typedef struct
{
  const DeskResource *resource;
  DeskQualityRule     rule;
  char               *target;  /* (owned): in which of the known values it must be */
  char               *scope;   /* (owned): without this among the known values nothing can be said */
  char               *wanted;  /* (owned) (nullable): what must be known there; %NULL: anything */
  char               *field;   /* (owned) */
  char               *example; /* (owned) */
  char               *path;    /* (owned) */
  guint               position;
  guint               count;
} Claim;

struct _DeskQualityLinks
{
  GHashTable *known;  /* (element-type utf8 utf8): "data set, field, institution, id" -> value; without the id: something is known */
  GHashTable *claims; /* (element-type utf8 Claim) */
};

static void
claim_free (gpointer data)
{
  Claim *claim = data;

  g_free (claim->target);
  g_free (claim->scope);
  g_free (claim->wanted);
  g_free (claim->field);
  g_free (claim->example);
  g_free (claim->path);
  g_free (claim);
}

DeskQualityLinks *
desk_quality_links_new (void)
{
  DeskQualityLinks *self = g_new0 (DeskQualityLinks, 1);

  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->claims = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, claim_free);

  return self;
}

void
desk_quality_links_free (DeskQualityLinks *self)
{
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->claims);
  g_free (self);
}

static char *
dup_member (DeskJsonSlice  record,
            const char    *path)
{
  g_autofree char *text = desk_json_slice_dup_text (desk_json_slice_get_path (record, path));

  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* Institutions number their accounts independently of each other. */
static char *
dup_scope (const char    *resource,
           const char    *field,
           DeskJsonSlice  record)
{
  g_autofree char *institution_id = dup_member (record, "institution_id");

  return g_strjoin ("\n", resource, field, institution_id != NULL ? institution_id : "", NULL);
}

static void
know (DeskQualityLinks       *self,
      const DeskQualityPlace *record,
      const char             *field,
      const char             *id,
      const char             *value)
{
  g_autofree char *scope = NULL;
  char *target;

  if (id == NULL)
    return;

  scope = dup_scope (record->resource->name, field, record->record);
  target = g_strjoin ("\n", scope, id, NULL);
  if (g_hash_table_contains (self->known, target))
    g_free (target);
  else
    g_hash_table_insert (self->known, target, g_strdup (value));
  g_hash_table_insert (self->known, g_steal_pointer (&scope), NULL);
}

static void
know_what_is_referred_to (DeskQualityLinks       *self,
                          const DeskQualityPlace *record,
                          const DeskResource     *other)
{
  for (const DeskReference *reference = other->references; reference != NULL && reference->path != NULL; reference++)
    {
      g_autofree char *id = NULL;

      if (!g_str_equal (reference->resource, record->resource->name))
        continue;

      id = dup_member (record->record, reference->field);
      know (self, record, reference->field, id, id);
    }
}

static void
know_what_is_agreed_on (DeskQualityLinks       *self,
                        const DeskQualityPlace *record,
                        const DeskResource     *other)
{
  for (const DeskAgreement *agreement = other->agreements; agreement != NULL && agreement->path != NULL; agreement++)
    {
      g_autofree char *id = NULL;
      g_autofree char *value = NULL;
      g_autofree char *name = NULL;

      if (!g_str_equal (agreement->resource, record->resource->name))
        continue;

      id = dup_member (record->record, agreement->by);
      value = dup_member (record->record, agreement->field);
      name = g_strjoin (" by ", agreement->field, agreement->by, NULL);
      know (self, record, name, id, value != NULL ? value : agreement->otherwise);
    }
}

static Claim *
claim_new (const DeskQualityPlace *place,
           DeskQualityRule         rule,
           const char             *scope,
           const char             *target,
           const char             *wanted,
           const char             *example)
{
  const DeskQualityPlace *record = desk_quality_place_get_record (place);
  Claim *claim = g_new0 (Claim, 1);

  claim->resource = record->resource;
  claim->rule = rule;
  claim->scope = g_strdup (scope);
  claim->target = g_strdup (target);
  claim->wanted = g_strdup (wanted);
  claim->field = desk_quality_place_dup_field (place);
  claim->example = g_strdup (example);
  claim->path = desk_quality_place_dup_path (place);
  claim->position = record->position;

  return claim;
}

static void
add_claim (DeskQualityLinks       *self,
           const DeskQualityPlace *place,
           const char             *path,
           DeskQualityRule         rule,
           const char             *scope,
           const char             *id,
           const char             *wanted,
           const char             *example)
{
  const DeskQualityPlace *record = desk_quality_place_get_record (place);
  g_autofree char *target = g_strjoin ("\n", scope, id, NULL);
  g_autofree char *key = g_strjoin ("\n", record->resource->name, path, target, wanted, NULL);
  Claim *claim = g_hash_table_lookup (self->claims, key);

  if (claim == NULL)
    {
      claim = claim_new (place, rule, scope, target, wanted, example);
      g_hash_table_insert (self->claims, g_steal_pointer (&key), claim);
    }
  claim->count++;
}

typedef struct
{
  DeskQualityLinks    *links;
  const DeskReference *reference;
} Take;

static void
take_reference (const DeskQualityPlace *place,
                DeskJsonSlice           value,
                gpointer                user_data)
{
  Take *take = user_data;
  const DeskQualityPlace *record = desk_quality_place_get_record (place);
  g_autofree char *id = desk_json_slice_dup_text (value);
  g_autofree char *scope = NULL;

  if (id == NULL || *id == '\0')
    return;

  scope = dup_scope (take->reference->resource, take->reference->field, record->record);
  add_claim (take->links, place, take->reference->path, DESK_QUALITY_BROKEN_REFERENCE, scope, id, NULL, id);
}

static void
take_agreement (DeskQualityLinks       *self,
                const DeskAgreement    *agreement,
                const DeskQualityPlace *record)
{
  g_autofree char *id = dup_member (record->record, agreement->by);
  g_autofree char *value = dup_member (record->record, agreement->path);
  g_autofree char *name = g_strjoin (" by ", agreement->field, agreement->by, NULL);
  g_autofree char *scope = dup_scope (agreement->resource, name, record->record);

  if (id != NULL)
    add_claim (self, &DESK_QUALITY_PLACE_MEMBER (record, agreement->path), agreement->path,
               DESK_QUALITY_CURRENCY_MISMATCH, scope, id, value != NULL ? value : agreement->otherwise, value);
}

void
desk_quality_links_take (DeskQualityLinks       *self,
                         const DeskQualityPlace *record)
{
  const DeskResource *resource;
  const DeskResource *const *others;
  guint n_others;

  g_return_if_fail (self != NULL);
  g_return_if_fail (record != NULL && record->resource != NULL);

  resource = record->resource;
  others = desk_catalogue_get_resources (&n_others);
  for (guint i = 0; i < n_others; i++)
    {
      know_what_is_referred_to (self, record, others[i]);
      know_what_is_agreed_on (self, record, others[i]);
    }

  for (const DeskReference *reference = resource->references; reference != NULL && reference->path != NULL; reference++)
    {
      Take take = { self, reference };

      desk_quality_place_foreach_value (record, record->record, reference->path, take_reference, &take);
    }

  for (const DeskAgreement *agreement = resource->agreements; agreement != NULL && agreement->path != NULL; agreement++)
    take_agreement (self, agreement, record);
}

static gboolean
holds (DeskQualityLinks *self,
       const Claim      *claim)
{
  const char *value = g_hash_table_lookup (self->known, claim->target);

  if (!g_hash_table_contains (self->known, claim->scope))
    return TRUE;

  /* What cannot be found is another finding: the broken reference. */
  if (claim->wanted != NULL)
    return value == NULL || g_str_equal (value, claim->wanted);

  return value != NULL;
}

static int
compare_claims (gconstpointer a,
                gconstpointer b)
{
  const Claim *left = a;
  const Claim *right = b;

  return (left->position > right->position) - (left->position < right->position);
}

void
desk_quality_links_finish (DeskQualityLinks  *self,
                           DeskQualityReport *report)
{
  g_autoptr(GList) claims = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (report != NULL);

  claims = g_list_sort (g_hash_table_get_values (self->claims), compare_claims);
  for (GList *link = claims; link != NULL; link = link->next)
    {
      const Claim *claim = link->data;

      if (!holds (self, claim))
        desk_quality_report_add_count (report, claim->resource, claim->rule, claim->field, claim->example, claim->path,
                                       claim->position, claim->count);
    }
}
