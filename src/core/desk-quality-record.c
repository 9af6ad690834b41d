/* desk-quality-record.c: whether one record is what the catalogue says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-quality-record.h"

#include "desk-quality-text.h"
#include "desk-quality-union.h"

static void check_object (const DeskField        *fields,
                          guint                   n_fields,
                          DeskJsonSlice           object,
                          const DeskQualityPlace *place,
                          DeskQualityReport      *report);

static DeskJsonKind
get_due_kind (DeskFieldType type)
{
  switch ((int) type)
    {
    case DESK_FIELD_TYPE_OBJECT:
      return DESK_JSON_KIND_OBJECT;
    case DESK_FIELD_TYPE_BOOLEAN:
      return DESK_JSON_KIND_BOOLEAN;
    case DESK_FIELD_TYPE_INTEGER:
    case DESK_FIELD_TYPE_NUMBER:
    case DESK_FIELD_TYPE_ENERGY:
      return DESK_JSON_KIND_NUMBER;
    default:
      return DESK_JSON_KIND_STRING;
    }
}

static gboolean
is_container (DeskJsonKind kind)
{
  return kind == DESK_JSON_KIND_ARRAY || kind == DESK_JSON_KIND_OBJECT;
}

static void
check_scalar (const DeskField        *field,
              DeskJsonSlice           value,
              const DeskQualityPlace *place,
              DeskQualityReport      *report)
{
  g_autofree char *text = desk_json_slice_dup_text (value);
  gboolean is_number = desk_json_slice_get_kind (value) == DESK_JSON_KIND_NUMBER;
  DeskQualityRule rule;

  if (is_number ? desk_quality_number_check (field, text, &rule) : desk_quality_text_check (field, text, &rule))
    desk_quality_report_add (report, rule, place, text);
}

static void
check_value (const DeskField        *field,
             DeskJsonSlice           value,
             const DeskQualityPlace *place,
             DeskQualityReport      *report)
{
  DeskJsonKind kind = desk_json_slice_get_kind (value);
  DeskJsonKind due = get_due_kind (field->type);

  if (kind != due)
    desk_quality_report_add_value (report, is_container (kind) ? DESK_QUALITY_WRONG_SHAPE : DESK_QUALITY_WRONG_TYPE,
                                   place, value);
  else if (kind == DESK_JSON_KIND_OBJECT)
    check_object (field->children, field->n_children, value, place, report);
  else if (kind != DESK_JSON_KIND_BOOLEAN)
    check_scalar (field, value, place, report);
}

static void
check_list (const DeskField        *field,
            DeskJsonSlice           list,
            const DeskQualityPlace *place,
            DeskQualityReport      *report)
{
  DeskJsonIter iter;
  DeskJsonSlice element;

  desk_json_iter_init (&iter, list);
  for (guint i = 0; desk_json_iter_next (&iter, NULL, &element); i++)
    check_value (field, element, &DESK_QUALITY_PLACE_ELEMENT (place, i), report);
}

static void
check_present (const DeskField        *field,
               DeskJsonSlice           value,
               const DeskQualityPlace *place,
               DeskQualityReport      *report)
{
  gboolean is_list = desk_json_slice_get_kind (value) == DESK_JSON_KIND_ARRAY;

  if ((field->flags & DESK_FIELD_REPEATED) == 0)
    {
      check_value (field, value, place, report);
      return;
    }

  if (is_list)
    {
      check_list (field, value, place, report);
      return;
    }

  desk_quality_report_add_value (report, DESK_QUALITY_WRONG_SHAPE, place, value);
  if (desk_json_slice_get_kind (value) == get_due_kind (field->type))
    check_value (field, value, place, report);
}

static gboolean
is_filled (DeskJsonSlice value)
{
  DeskJsonKind kind = desk_json_slice_get_kind (value);

  if (kind <= DESK_JSON_KIND_NULL)
    return FALSE;

  return is_container (kind) ? desk_json_slice_count (value) > 0 : !desk_json_slice_equals_string (value, "");
}

/* The members of one object, side by side with what the catalogue knows of them. */
typedef struct
{
  const DeskField *fields;
  guint            n_fields;
  DeskJsonSlice    values[DESK_QUALITY_MAX_FIELDS];
} Members;

static gboolean
is_excused (const Members   *members,
            const DeskField *field)
{
  gboolean excuse = FALSE;

  for (guint i = 0; field->unless != NULL && i < members->n_fields; i++)
    {
      if (g_str_equal (members->fields[i].name, field->unless))
        desk_json_slice_get_boolean (members->values[i], &excuse);
    }

  return excuse;
}

static void
check_absent (const Members          *members,
              guint                   i,
              DeskQualityBranch       branch,
              const DeskQualityPlace *place,
              DeskQualityReport      *report)
{
  const DeskField *field = &members->fields[i];
  gboolean is_null = desk_json_slice_get_kind (members->values[i]) == DESK_JSON_KIND_NULL;

  if (desk_quality_union_has_twin (members->fields, members->n_fields, members->values, i))
    return;

  if (branch == DESK_QUALITY_BRANCH_NAMED && desk_quality_union_is_first (members->fields, i))
    desk_quality_report_add (report, DESK_QUALITY_BRANCH_MISSING, place, NULL);
  else if (branch == DESK_QUALITY_BRANCH_NONE && (field->flags & DESK_FIELD_MANDATORY) != 0 &&
           !is_excused (members, field))
    desk_quality_report_add (report, is_null ? DESK_QUALITY_MANDATORY_NULL : DESK_QUALITY_MANDATORY_MISSING,
                             place, is_null ? "null" : NULL);
}

static void
check_member (const Members          *members,
              guint                   i,
              const DeskQualityPlace *parent,
              DeskQualityReport      *report)
{
  const DeskField *field = &members->fields[i];
  DeskJsonSlice value = members->values[i];
  DeskQualityPlace place = DESK_QUALITY_PLACE_MEMBER (parent, field->name);
  DeskQualityBranch branch = desk_quality_union_find_branch (members->fields, members->n_fields, members->values, i);

  if (desk_json_slice_get_kind (value) <= DESK_JSON_KIND_NULL)
    check_absent (members, i, branch, &place, report);
  else if (branch != DESK_QUALITY_BRANCH_OTHER)
    check_present (field, value, &place, report);
  else if (is_filled (value))
    desk_quality_report_add_value (report, DESK_QUALITY_BRANCH_EXTRA, &place, value);
}

static void
add_unknown (DeskJsonSlice           key,
             DeskJsonSlice           value,
             const DeskQualityPlace *parent,
             DeskQualityReport      *report)
{
  g_autofree char *name = desk_json_slice_dup_string (key);

  desk_quality_report_add_value (report, DESK_QUALITY_UNKNOWN_MEMBER, &DESK_QUALITY_PLACE_MEMBER (parent, name), value);
}

/* Members come mostly in the order of the table, so the search begins where the last one ended. */
static guint
find_field (const Members *members,
            guint          start,
            DeskJsonSlice  key)
{
  for (guint i = 0; i < members->n_fields; i++)
    {
      guint position = (start + i) % members->n_fields;

      if (desk_json_slice_equals_string (key, members->fields[position].name))
        return position;
    }

  return members->n_fields;
}

static void
check_object (const DeskField        *fields,
              guint                   n_fields,
              DeskJsonSlice           object,
              const DeskQualityPlace *place,
              DeskQualityReport      *report)
{
  Members members = { .fields = fields, .n_fields = n_fields };
  DeskJsonIter iter;
  DeskJsonSlice key;
  DeskJsonSlice value;
  guint start = 0;

  g_assert (n_fields <= DESK_QUALITY_MAX_FIELDS);

  desk_json_iter_init (&iter, object);
  while (desk_json_iter_next (&iter, &key, &value))
    {
      guint position = find_field (&members, start, key);

      if (position == n_fields)
        {
          add_unknown (key, value, place, report);
          continue;
        }

      members.values[position] = value;
      start = position + 1;
    }

  for (guint i = 0; i < n_fields; i++)
    check_member (&members, i, place, report);
}

void
desk_quality_record_check (const DeskQualityPlace *record,
                           DeskQualityReport      *report)
{
  const DeskResource *resource;

  g_return_if_fail (record != NULL && record->resource != NULL);
  g_return_if_fail (report != NULL);

  resource = record->resource;
  if (desk_json_slice_get_kind (record->record) == DESK_JSON_KIND_OBJECT)
    check_object (resource->fields, resource->n_fields, record->record, record, report);
  else
    desk_quality_report_add_value (report, DESK_QUALITY_WRONG_SHAPE, record, record->record);
}
