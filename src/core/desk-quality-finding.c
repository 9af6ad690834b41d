/* desk-quality-finding.c: something that is wrong in one field of a data set, however often
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-quality-finding.h"

#include <glib/gi18n-lib.h>

struct _DeskQualityFinding
{
  GObject             parent_instance;

  const DeskResource *resource;
  DeskQualityRule     rule;
  char               *field;
  char               *example; /* (nullable) */
  char               *path;
  guint               position;
  guint               count;
};

G_DEFINE_FINAL_TYPE (DeskQualityFinding, desk_quality_finding, G_TYPE_OBJECT)

static void
desk_quality_finding_finalize (GObject *object)
{
  DeskQualityFinding *self = DESK_QUALITY_FINDING (object);

  g_free (self->field);
  g_free (self->example);
  g_free (self->path);

  G_OBJECT_CLASS (desk_quality_finding_parent_class)->finalize (object);
}

static void
desk_quality_finding_class_init (DeskQualityFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_quality_finding_finalize;
}

static void
desk_quality_finding_init (DeskQualityFinding *self)
{
}

DeskQualityFinding *
desk_quality_finding_new (const DeskResource *resource,
                          DeskQualityRule     rule,
                          const char         *field,
                          const char         *example,
                          const char         *path,
                          guint               position)
{
  DeskQualityFinding *self = g_object_new (DESK_TYPE_QUALITY_FINDING, NULL);

  self->resource = resource;
  self->rule = rule;
  self->field = g_strdup (field);
  self->example = g_strdup (example);
  self->path = g_strdup (path);
  self->position = position;

  return self;
}

const DeskResource *
desk_quality_finding_get_resource (DeskQualityFinding *self)
{
  g_return_val_if_fail (DESK_IS_QUALITY_FINDING (self), NULL);

  return self->resource;
}

DeskQualityRule
desk_quality_finding_get_rule (DeskQualityFinding *self)
{
  g_return_val_if_fail (DESK_IS_QUALITY_FINDING (self), DESK_QUALITY_UNKNOWN_MEMBER);

  return self->rule;
}

const char *
desk_quality_finding_get_field (DeskQualityFinding *self)
{
  g_return_val_if_fail (DESK_IS_QUALITY_FINDING (self), NULL);

  return self->field;
}

const char *
desk_quality_finding_get_example (DeskQualityFinding *self)
{
  g_return_val_if_fail (DESK_IS_QUALITY_FINDING (self), NULL);

  return self->example;
}

const char *
desk_quality_finding_get_path (DeskQualityFinding *self)
{
  g_return_val_if_fail (DESK_IS_QUALITY_FINDING (self), NULL);

  return self->path;
}

guint
desk_quality_finding_get_position (DeskQualityFinding *self)
{
  g_return_val_if_fail (DESK_IS_QUALITY_FINDING (self), DESK_QUALITY_NO_POSITION);

  return self->position;
}

guint
desk_quality_finding_get_count (DeskQualityFinding *self)
{
  g_return_val_if_fail (DESK_IS_QUALITY_FINDING (self), 0);

  return self->count;
}

void
desk_quality_finding_grow (DeskQualityFinding *self,
                           guint               count)
{
  g_return_if_fail (DESK_IS_QUALITY_FINDING (self));

  self->count += count;
}

char *
desk_quality_finding_dup_field_label (DeskQualityFinding *self)
{
  g_auto(GStrv) names = NULL;
  g_autoptr(GString) path = g_string_new (NULL);
  g_autoptr(GString) label = g_string_new (NULL);

  g_return_val_if_fail (DESK_IS_QUALITY_FINDING (self), NULL);

  if (*self->field == '\0')
    return g_strdup (_("Whole record"));

  names = g_strsplit (self->field, ".", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      const DeskField *field;

      g_string_append_printf (path, i > 0 ? ".%s" : "%s", names[i]);
      field = desk_resource_find_field (self->resource, path->str);
      if (label->len > 0)
        g_string_append (label, " › ");
      g_string_append (label, field != NULL ? _(field->label) : names[i]);
    }

  return g_string_free (g_steal_pointer (&label), FALSE);
}
