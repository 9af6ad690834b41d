/* desk-quality-report.c: all that was found, counted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-quality-report.h"

#include <string.h>

#include "desk-catalogue.h"

#define MAX_EXAMPLE_CHARS 80

/* Names of members come from outside: a record of a million unknown ones must not make a million findings. */
#define MAX_UNKNOWN_MEMBERS 500

struct _DeskQualityReport
{
  GHashTable *findings; /* (element-type utf8 DeskQualityFinding) */
  guint       n_unknown_members;
};

DeskQualityReport *
desk_quality_report_new (void)
{
  DeskQualityReport *self = g_new0 (DeskQualityReport, 1);

  self->findings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  return self;
}

void
desk_quality_report_free (DeskQualityReport *self)
{
  g_hash_table_unref (self->findings);
  g_free (self);
}

static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (text == NULL)
    return NULL;

  /* Bytes first: counting the characters of a megabyte for each finding would take its time. */
  if (strlen (text) <= MAX_EXAMPLE_CHARS || g_utf8_strlen (text, MAX_EXAMPLE_CHARS * 4 + 4) <= MAX_EXAMPLE_CHARS)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, MAX_EXAMPLE_CHARS);

  return g_strconcat (start, "…", NULL);
}

static char *
dup_key (const DeskResource *resource,
         DeskQualityRule     rule,
         const char         *field)
{
  return g_strdup_printf ("%s\n%d\n%s", resource->name, (int) rule, field);
}

void
desk_quality_report_add_count (DeskQualityReport  *self,
                               const DeskResource *resource,
                               DeskQualityRule     rule,
                               const char         *field,
                               const char         *example,
                               const char         *path,
                               guint               position,
                               guint               count)
{
  g_autofree char *key = dup_key (resource, rule, field);
  DeskQualityFinding *finding = g_hash_table_lookup (self->findings, key);

  if (finding == NULL)
    {
      g_autofree char *short_example = shorten (example);

      finding = desk_quality_finding_new (resource, rule, field, short_example, path, position);
      g_hash_table_insert (self->findings, g_steal_pointer (&key), finding);
    }

  desk_quality_finding_grow (finding, count);
}

static DeskQualityFinding *
find_finding (DeskQualityReport      *self,
              DeskQualityRule         rule,
              const DeskQualityPlace *place)
{
  const DeskQualityPlace *record = desk_quality_place_get_record (place);
  g_autofree char *field = desk_quality_place_dup_field (place);
  g_autofree char *key = dup_key (record->resource, rule, field);

  return g_hash_table_lookup (self->findings, key);
}

void
desk_quality_report_add (DeskQualityReport      *self,
                         DeskQualityRule         rule,
                         const DeskQualityPlace *place,
                         const char             *example)
{
  const DeskQualityPlace *record = desk_quality_place_get_record (place);
  DeskQualityFinding *finding = find_finding (self, rule, place);
  DeskQualityPlace others = DESK_QUALITY_PLACE_MEMBER (place->parent, "*");
  g_autofree char *field = NULL;
  g_autofree char *path = NULL;

  if (finding != NULL)
    {
      desk_quality_finding_grow (finding, 1);
      return;
    }

  if (rule == DESK_QUALITY_UNKNOWN_MEMBER && self->n_unknown_members++ >= MAX_UNKNOWN_MEMBERS)
    place = &others;

  field = desk_quality_place_dup_field (place);
  path = desk_quality_place_dup_path (place);
  desk_quality_report_add_count (self, record->resource, rule, field, example, path, record->position, 1);
}

void
desk_quality_report_add_value (DeskQualityReport      *self,
                               DeskQualityRule         rule,
                               const DeskQualityPlace *place,
                               DeskJsonSlice           value)
{
  DeskQualityFinding *finding = find_finding (self, rule, place);
  g_autofree char *example = NULL;

  if (finding != NULL)
    {
      desk_quality_finding_grow (finding, 1);
      return;
    }

  example = desk_json_slice_dup_text (value);
  if (example == NULL)
    example = desk_json_slice_dup_raw (value);
  desk_quality_report_add (self, rule, place, example);
}

static guint
get_rank (const DeskResource *resource)
{
  guint n_resources;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);

  for (guint i = 0; i < n_resources; i++)
    if (resources[i] == resource)
      return i;

  return n_resources;
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  DeskQualityFinding *left = (DeskQualityFinding *) a;
  DeskQualityFinding *right = (DeskQualityFinding *) b;
  DeskQualityRule rule_left = desk_quality_finding_get_rule (left);
  DeskQualityRule rule_right = desk_quality_finding_get_rule (right);
  int order = (int) get_rank (desk_quality_finding_get_resource (left)) -
              (int) get_rank (desk_quality_finding_get_resource (right));

  if (order == 0)
    order = (int) desk_quality_rule_get_severity (rule_right) - (int) desk_quality_rule_get_severity (rule_left);
  if (order == 0)
    order = (desk_quality_finding_get_count (right) > desk_quality_finding_get_count (left)) -
            (desk_quality_finding_get_count (right) < desk_quality_finding_get_count (left));
  if (order == 0)
    order = (int) rule_left - (int) rule_right;

  return order != 0 ? order
                    : g_strcmp0 (desk_quality_finding_get_field (left), desk_quality_finding_get_field (right));
}

GListModel *
desk_quality_report_dup_findings (DeskQualityReport *self)
{
  GListStore *findings = g_list_store_new (DESK_TYPE_QUALITY_FINDING);
  GHashTableIter iter;
  gpointer finding;

  g_hash_table_iter_init (&iter, self->findings);
  while (g_hash_table_iter_next (&iter, NULL, &finding))
    g_list_store_append (findings, finding);
  g_list_store_sort (findings, compare_findings, NULL);

  return G_LIST_MODEL (findings);
}
