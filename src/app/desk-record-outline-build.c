/* desk-record-outline-build.c: how an outline is built
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-record-outline-private.h"

#include <string.h>

/* Longer arrays of plain values get a line for each. */
#define MAX_LIST 24

/**
 * Context:
 * @currency: of the nearest object around that names one
 * @unit: likewise
 *
 * What amounts and energies lean on.
 */
typedef struct
{
  DeskJsonSlice currency;
  DeskJsonSlice unit;
} Context;

typedef struct
{
  GArray       *lines;
  GArray       *ends;
  GCancellable *cancellable;
  gboolean      with_absent;
} Builder;

/**
 * Member:
 * @field: (nullable): what is known of it
 * @sent_again: whether the same member follows
 */
typedef struct
{
  DeskJsonSlice    key;
  DeskJsonSlice    value;
  const DeskField *field;
  gboolean         sent_again;
} Member;

/**
 * Object:
 * @members: (owned): as they were sent
 * @at_field: (owned): for each field the member that counts, or -1
 */
typedef struct
{
  const DeskField *fields;
  guint            n_fields;
  GArray          *members;
  int             *at_field;
  Context          context;
} Object;

static void add_object (Builder         *builder,
                        const DeskField *fields,
                        guint            n_fields,
                        DeskJsonSlice    value,
                        Context          context,
                        guint            depth,
                        guint            parent);

static gboolean
is_container (DeskJsonSlice value)
{
  DeskJsonKind kind = desk_json_slice_get_kind (value);

  return kind == DESK_JSON_KIND_OBJECT || kind == DESK_JSON_KIND_ARRAY;
}

static gboolean
has_content (DeskJsonSlice value)
{
  DeskJsonSlice first;
  DeskJsonIter iter;

  desk_json_iter_init (&iter, value);
  return desk_json_iter_next (&iter, NULL, &first);
}

/* Whether the value is an array of a few plain values; @count is set to their number. */
static gboolean
is_short_list (DeskJsonSlice  value,
               guint         *count)
{
  DeskJsonSlice element;
  DeskJsonIter iter;

  *count = 0;
  if (desk_json_slice_get_kind (value) != DESK_JSON_KIND_ARRAY)
    return FALSE;
  desk_json_iter_init (&iter, value);
  while (desk_json_iter_next (&iter, NULL, &element))
    if (is_container (element) || ++*count > MAX_LIST)
      return FALSE;
  return *count > 0;
}

static guint
open_line (Builder              *builder,
           const DeskRecordLine *line)
{
  guint32 end = builder->lines->len + 1;

  g_array_append_vals (builder->lines, line, 1);
  g_array_append_val (builder->ends, end);
  return end - 1;
}

static void
close_line (Builder *builder,
            guint    position)
{
  g_array_index (builder->ends, guint32, position) = builder->lines->len;
}

static DeskRecordLineKind
get_container_kind (guint depth)
{
  return depth == 0 ? DESK_RECORD_LINE_SECTION : DESK_RECORD_LINE_GROUP;
}

/* "creditCard" names the member `credit_card`: letters count, their case and what joins them do not. */
static gboolean
names_branch (const char *tag,
              const char *name)
{
  for (;; tag++, name++)
    {
      while (*tag == '_')
        tag++;
      while (*name == '_')
        name++;
      if (g_ascii_tolower (*tag) != g_ascii_tolower (*name))
        return FALSE;
      if (*tag == '\0')
        return TRUE;
    }
}

static gboolean
is_branch_of (const DeskField *tag,
              const DeskField *field)
{
  if (field->type != DESK_FIELD_TYPE_OBJECT || tag->values == NULL)
    return FALSE;
  for (guint i = 0; tag->values[i] != NULL; i++)
    if (names_branch (tag->values[i], field->name))
      return TRUE;
  return FALSE;
}

static DeskJsonSlice
get_sent (const Object *object,
          guint         field)
{
  int member = object->at_field[field];

  return member >= 0 ? g_array_index (object->members, Member, member).value : DESK_JSON_SLICE_NONE;
}

/* Whether a tag of the object names another branch than @field. */
static gboolean
is_other_kind (const Object    *object,
               const DeskField *field)
{
  for (guint i = 0; i < object->n_fields; i++)
    {
      g_autofree char *tag = NULL;

      if (object->fields[i].type != DESK_FIELD_TYPE_UNION_TAG || !is_branch_of (&object->fields[i], field))
        continue;
      tag = desk_json_slice_dup_string (get_sent (object, i));
      return tag != NULL && *tag != '\0' && !names_branch (tag, field->name);
    }
  return FALSE;
}

static gboolean
is_address (const DeskField *fields,
            guint            n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].name, "address_u_type"))
      return TRUE;
  return FALSE;
}

/* "original_loan_currency" is that of "original_loan_amount", "payment_currency" that of "min_payment_amount". */
static DeskJsonSlice
find_own_currency (const Object    *object,
                   const DeskField *amount)
{
  for (guint i = 0; i < object->n_fields; i++)
    {
      const DeskField *field = &object->fields[i];
      g_autofree char *stem = NULL;

      if (field->type != DESK_FIELD_TYPE_CURRENCY || !g_str_has_suffix (field->name, "_currency"))
        continue;
      stem = g_strndup (field->name, strlen (field->name) - strlen ("_currency"));
      if (strstr (amount->name, stem) != NULL)
        return get_sent (object, i);
    }
  return object->context.currency;
}

static DeskJsonSlice
find_context (const Object    *object,
              const DeskField *field)
{
  if (field->type == DESK_FIELD_TYPE_AMOUNT)
    return find_own_currency (object, field);
  if (field->type == DESK_FIELD_TYPE_ENERGY)
    return object->context.unit;
  if (g_str_equal (field->name, "secondary_category"))
    for (guint i = 0; i < object->n_fields; i++)
      if (g_str_equal (object->fields[i].name, "primary_category"))
        return get_sent (object, i);
  return DESK_JSON_SLICE_NONE;
}

static void
add_element (Builder         *builder,
             const DeskField *field,
             DeskJsonSlice    value,
             Context          context,
             DeskJsonSlice    leaning,
             guint            depth,
             guint            parent,
             guint            number);

/* Adds what lies in an object or an array, whose own line is @parent. */
static void
add_content (Builder         *builder,
             const DeskField *field,
             DeskJsonSlice    value,
             Context          context,
             DeskJsonSlice    leaning,
             guint            depth,
             guint            parent)
{
  DeskJsonSlice element;
  DeskJsonIter iter;
  guint number = 0;

  if (desk_json_slice_get_kind (value) == DESK_JSON_KIND_OBJECT)
    {
      add_object (builder, field != NULL ? field->children : NULL, field != NULL ? field->n_children : 0, value,
                  context, depth, parent);
      return;
    }
  desk_json_iter_init (&iter, value);
  while (desk_json_iter_next (&iter, NULL, &element) && !g_cancellable_is_cancelled (builder->cancellable))
    add_element (builder, field, element, context, leaning, depth, parent, ++number);
  g_array_index (builder->lines, DeskRecordLine, parent).count = number;
}

static DeskRecordLineFlags
get_shape_flags (const DeskField *field,
                 DeskJsonSlice    value,
                 gboolean         is_element)
{
  DeskRecordLineFlags flags = 0;
  gboolean wants_array;

  if (field == NULL)
    return 0;
  wants_array = (field->flags & DESK_FIELD_REPEATED) != 0 && !is_element;
  if (desk_json_slice_get_kind (value) == DESK_JSON_KIND_ARRAY)
    flags |= wants_array ? 0 : DESK_RECORD_LINE_WRONG_SHAPE;
  else
    {
      if (wants_array || field->type != DESK_FIELD_TYPE_OBJECT)
        flags |= DESK_RECORD_LINE_WRONG_SHAPE;
      if (is_address (field->children, field->n_children))
        flags |= DESK_RECORD_LINE_ADDRESS;
    }
  return flags;
}

/* Adds a line for an object or an array, and what lies in it. */
static void
add_container (Builder        *builder,
               DeskRecordLine  line,
               Context         context)
{
  guint position;

  line.flags |= get_shape_flags (line.field, line.value, line.number > 0);
  line.kind = get_container_kind (line.depth);
  position = open_line (builder, &line);
  /* A section has no room for the address in one line. */
  if (line.kind == DESK_RECORD_LINE_SECTION && (line.flags & DESK_RECORD_LINE_ADDRESS) != 0)
    {
      line.flags |= DESK_RECORD_LINE_REPEATS_PARENT;
      line.parent = position;
      line.depth++;
      add_container (builder, line, context);
    }
  else
    add_content (builder, line.field, line.value, context, line.context, line.depth + 1, position);
  close_line (builder, position);
}

static void
add_element (Builder         *builder,
             const DeskField *field,
             DeskJsonSlice    value,
             Context          context,
             DeskJsonSlice    leaning,
             guint            depth,
             guint            parent,
             guint            number)
{
  DeskRecordLine line = {
    .kind = DESK_RECORD_LINE_VALUE, .depth = depth, .parent = parent, .number = number, .field = field,
    .value = value, .context = leaning,
  };

  if (is_container (value) && has_content (value))
    add_container (builder, line, context);
  else
    open_line (builder, &line);
}

static gboolean
takes_one_line (DeskJsonSlice value)
{
  guint count;

  return !is_container (value) || !has_content (value) || is_short_list (value, &count);
}

static void
add_member (Builder      *builder,
            const Object *object,
            const Member *member,
            guint         depth,
            guint         parent)
{
  DeskRecordLine line = {
    .kind = DESK_RECORD_LINE_VALUE, .depth = depth, .parent = parent, .field = member->field, .key = member->key,
    .value = member->value,
  };

  if (member->field != NULL)
    {
      line.context = find_context (object, member->field);
      if (is_container (line.value) && is_other_kind (object, line.field))
        line.flags |= DESK_RECORD_LINE_OTHER_KIND;
    }
  if (member->sent_again)
    line.flags |= DESK_RECORD_LINE_SENT_AGAIN;
  if (!takes_one_line (line.value))
    {
      add_container (builder, line, object->context);
      return;
    }
  if (is_short_list (line.value, &line.count))
    line.kind = DESK_RECORD_LINE_LIST;
  open_line (builder, &line);
}

static void
add_absent (Builder      *builder,
            const Object *object,
            guint         field,
            guint         depth,
            guint         parent)
{
  const DeskRecordLine line = {
    .kind = DESK_RECORD_LINE_VALUE, .depth = depth, .parent = parent, .field = &object->fields[field],
  };

  if (builder->with_absent && !is_other_kind (object, line.field))
    open_line (builder, &line);
}

static void
add_plain_members (Builder      *builder,
                   const Object *object,
                   guint         depth,
                   guint         parent)
{
  for (guint i = 0; i < object->n_fields; i++)
    {
      int member = object->at_field[i];

      if (member < 0)
        add_absent (builder, object, i, depth, parent);
      else if (takes_one_line (get_sent (object, i)))
        add_member (builder, object, &g_array_index (object->members, Member, member), depth, parent);
    }
}

static void
add_containers (Builder      *builder,
                const Object *object,
                gboolean      of_other_kind,
                guint         depth,
                guint         parent)
{
  for (guint i = 0; i < object->n_fields; i++)
    {
      int member = object->at_field[i];

      if (member < 0 || takes_one_line (get_sent (object, i)) ||
          is_other_kind (object, &object->fields[i]) != of_other_kind)
        continue;
      add_member (builder, object, &g_array_index (object->members, Member, member), depth, parent);
    }
}

/* What the standard does not know, in the order in which it was sent. */
static void
add_remainder (Builder      *builder,
               const Object *object,
               guint         depth,
               guint         parent)
{
  DeskRecordLine heading = {
    .kind = get_container_kind (depth), .flags = DESK_RECORD_LINE_REMAINDER, .depth = depth, .parent = parent,
  };
  gboolean has_heading = FALSE;

  for (guint i = 0; i < object->members->len; i++)
    {
      const Member *member = &g_array_index (object->members, Member, i);

      if (member->field != NULL && !member->sent_again)
        continue;
      if (!has_heading && object->n_fields > 0)
        {
          parent = open_line (builder, &heading);
          depth++;
          has_heading = TRUE;
        }
      add_member (builder, object, member, depth, parent);
    }
  if (has_heading)
    close_line (builder, parent);
}

static const DeskField *
find_field (const DeskField *fields,
            guint            n_fields,
            DeskJsonSlice    key,
            guint           *position)
{
  for (*position = 0; *position < n_fields; (*position)++)
    if (desk_json_slice_equals_string (key, fields[*position].name))
      return &fields[*position];
  return NULL;
}

static void
note_context (Context      *context,
              const Member *member)
{
  if (desk_json_slice_get_kind (member->value) != DESK_JSON_KIND_STRING || member->value.length <= 2)
    return;
  if (desk_json_slice_equals_string (member->key, "currency"))
    context->currency = member->value;
  else if (desk_json_slice_equals_string (member->key, "unit_of_measure") ||
           desk_json_slice_equals_string (member->key, "measure_unit"))
    context->unit = member->value;
}

static void
read_members (Object        *object,
              DeskJsonSlice  value)
{
  DeskJsonIter iter;
  Member member = { 0 };

  desk_json_iter_init (&iter, value);
  while (desk_json_iter_next (&iter, &member.key, &member.value))
    {
      guint position;

      member.field = find_field (object->fields, object->n_fields, member.key, &position);
      note_context (&object->context, &member);
      if (member.field != NULL)
        {
          if (object->at_field[position] >= 0)
            g_array_index (object->members, Member, object->at_field[position]).sent_again = TRUE;
          object->at_field[position] = object->members->len;
        }
      g_array_append_val (object->members, member);
    }
}

static void
add_object (Builder         *builder,
            const DeskField *fields,
            guint            n_fields,
            DeskJsonSlice    value,
            Context          context,
            guint            depth,
            guint            parent)
{
  g_autoptr(GArray) members = g_array_new (FALSE, FALSE, sizeof (Member));
  g_autofree int *at_field = g_new (int, n_fields + 1);
  Object object = { fields, n_fields, members, at_field, context };

  for (guint i = 0; i < n_fields; i++)
    at_field[i] = -1;
  read_members (&object, value);
  add_plain_members (builder, &object, depth, parent);
  add_containers (builder, &object, FALSE, depth, parent);
  add_containers (builder, &object, TRUE, depth, parent);
  add_remainder (builder, &object, depth, parent);
}

gboolean
_desk_record_outline_build (DeskJsonSlice       record,
                            const DeskResource *resource,
                            gboolean            with_absent,
                            GCancellable       *cancellable,
                            GArray             *lines,
                            GArray             *ends)
{
  Builder builder = { lines, ends, cancellable, with_absent };
  const DeskRecordLine title = { .kind = DESK_RECORD_LINE_TITLE, .parent = DESK_RECORD_LINE_NO_PARENT,
                                 .value = record };
  Context context = { DESK_JSON_SLICE_NONE, DESK_JSON_SLICE_NONE };

  open_line (&builder, &title);
  if (desk_json_slice_get_kind (record) == DESK_JSON_KIND_OBJECT)
    add_object (&builder, resource->fields, resource->n_fields, record, context, 0, DESK_RECORD_LINE_NO_PARENT);
  else
    add_element (&builder, NULL, record, context, DESK_JSON_SLICE_NONE, 0, DESK_RECORD_LINE_NO_PARENT, 0);
  return !g_cancellable_is_cancelled (cancellable);
}
