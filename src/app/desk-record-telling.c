/* desk-record-telling.c: what tells a record, or one of several alike, from the others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-record-telling.h"

#include "desk-address-words.h"
#include "desk-plain-text.h"
#include "desk-time-words.h"

/* Names come early. */
#define MAX_LINES 48
#define MAX_TITLE_CHARACTERS 120
#define MAX_KINDS 3

/**
 * Range:
 * @first: the first line that lies in it
 * @end: behind the last one that is looked at
 * @depth: of the lines that lie in it directly
 */
typedef struct
{
  DeskRecordOutline *outline;
  guint              first;
  guint              end;
  guint              depth;
} Range;

/* Card text comes in columns (hard-cases.md 33), and a title has none. */
static char *
join_blanks (const char *text)
{
  g_autofree char *line = desk_plain_text_line (text, MAX_TITLE_CHARACTERS);
  GString *joined = g_string_new (NULL);

  for (const char *byte = line; *byte != '\0'; byte++)
    if (*byte != ' ' || (joined->len > 0 && joined->str[joined->len - 1] != ' '))
      g_string_append_c (joined, *byte);
  return g_string_free (joined, FALSE);
}

static char *
dup_words (DeskRecordOutline *outline,
           guint              position)
{
  const DeskRecordLine *line = desk_record_outline_get_line (outline, position);
  g_autoptr(DeskValueDetails) details = NULL;

  if (line->kind != DESK_RECORD_LINE_VALUE)
    return NULL;
  details = desk_record_outline_dup_details (outline, position);
  return details->is_blank ? NULL : join_blanks (details->words);
}

/* The words of the first value of that name, or NULL. */
static char *
dup_named (const Range *range,
           const char  *name,
           gboolean     at_any_depth)
{
  for (guint i = range->first; i < range->end; i++)
    {
      const DeskRecordLine *line = desk_record_outline_get_line (range->outline, i);

      if (line->field == NULL || line->number > 0 || (!at_any_depth && line->depth != range->depth))
        continue;
      if (g_str_equal (line->field->name, name) && (line->flags & DESK_RECORD_LINE_SENT_AGAIN) == 0)
        return dup_words (range->outline, i);
    }
  return NULL;
}

/* Of a rate these say how it is charged, not which one it is. */
static gboolean
tells_kind (const DeskField *field)
{
  return field->type == DESK_FIELD_TYPE_ENUM && !g_str_equal (field->name, "purpose") &&
         !g_str_equal (field->name, "application_type") && !g_str_equal (field->name, "interest_payment_due");
}

static gboolean
is_listed (const DeskField *field)
{
  return (field->flags & DESK_FIELD_LISTED) != 0;
}

static gboolean
is_text (const DeskField *field)
{
  return field->type == DESK_FIELD_TYPE_TEXT || field->type == DESK_FIELD_TYPE_ID ||
         field->type == DESK_FIELD_TYPE_ENUM;
}

static char *
dup_first (const Range *range,
           gboolean   (*accepts) (const DeskField *field))
{
  for (guint i = range->first; i < range->end; i++)
    {
      const DeskRecordLine *line = desk_record_outline_get_line (range->outline, i);
      char *words = NULL;

      if (line->depth == range->depth && line->field != NULL && accepts (line->field))
        words = dup_words (range->outline, i);
      if (words != NULL)
        return words;
    }
  return NULL;
}

/* How long something holds, if the bank says so in the place for more details. */
static char *
dup_span (const Range *range)
{
  for (guint i = range->first; i < range->end; i++)
    {
      const DeskRecordLine *line = desk_record_outline_get_line (range->outline, i);
      g_autofree char *text = NULL;

      if (line->depth != range->depth || line->field == NULL || !g_str_equal (line->field->name, "additional_value"))
        continue;
      text = desk_json_slice_dup_string (line->value);
      return text != NULL ? desk_time_words_duration (text, DESK_TIME_WORDS_SPAN) : NULL;
    }
  return NULL;
}

static void
append_kind (GString    *kind,
             const char *words)
{
  if (words != NULL)
    g_string_append_printf (kind, "%s%s", kind->len > 0 ? " · " : "", words);
}

/* "Fixed · 3 years · Interest only · Investment" */
static char *
dup_kind (const Range *range)
{
  g_autoptr(GString) kind = g_string_new (NULL);
  guint n_words = 0;

  for (guint i = range->first; i < range->end && n_words < MAX_KINDS; i++)
    {
      const DeskRecordLine *line = desk_record_outline_get_line (range->outline, i);
      g_autofree char *words = NULL;
      g_autofree char *span = NULL;

      if (line->depth != range->depth || line->field == NULL || !tells_kind (line->field))
        continue;
      words = dup_words (range->outline, i);
      if (words == NULL)
        continue;
      append_kind (kind, words);
      if (n_words++ == 0)
        span = dup_span (range);
      append_kind (kind, span);
    }
  return kind->len > 0 ? g_string_free (g_steal_pointer (&kind), FALSE) : NULL;
}

static char *
find_title (const Range *range,
            gboolean     is_record)
{
  static const char *const names[] =
  {
    "nickname", "display_name", "name", "business_name", "full_number", "address", "merchant_name", "description", NULL,
  };

  for (guint i = 0; names[i] != NULL; i++)
    {
      char *words = dup_named (range, names[i], FALSE);

      if (words != NULL)
        return words;
    }
  if (is_record)
    return dup_first (range, is_listed);
  else
    {
      char *kind = dup_kind (range);

      return kind != NULL ? kind : dup_first (range, is_text);
    }
}

static char *
find_figure (const Range *range,
             gboolean     is_record)
{
  static const char *const names[] = { "rate", "amount", "unit_price", "current_balance", "aggregate_value", NULL };

  for (guint i = 0; names[i] != NULL; i++)
    {
      char *words = dup_named (range, names[i], !is_record);

      if (words != NULL)
        return words;
    }
  return NULL;
}

static Range
get_range (DeskRecordOutline *outline,
           guint              position)
{
  const DeskRecordLine *line = desk_record_outline_get_line (outline, position);
  guint end = desk_record_outline_get_ends (outline)[position];

  /* The title stands beside the fields of the record, not above them. */
  if (line->kind == DESK_RECORD_LINE_TITLE)
    return (Range) { outline, 1, MIN (desk_record_outline_get_n_lines (outline), MAX_LINES), 0 };
  return (Range) { outline, position + 1, MIN (end, position + 1 + MAX_LINES), line->depth + 1 };
}

void
desk_record_telling_init (DeskRecordTelling *self,
                          DeskRecordOutline *outline,
                          guint              position)
{
  const DeskRecordLine *line = desk_record_outline_get_line (outline, position);
  Range range = get_range (outline, position);
  gboolean is_record = line->kind == DESK_RECORD_LINE_TITLE;

  g_return_if_fail (self != NULL);

  *self = (DeskRecordTelling) { NULL, NULL };
  if ((line->flags & DESK_RECORD_LINE_ADDRESS) != 0)
    {
      g_autofree char *address = desk_address_words (line->value);

      self->title = *address != '\0' ? desk_plain_text_line (address, MAX_TITLE_CHARACTERS) : NULL;
      return;
    }
  if ((line->flags & DESK_RECORD_LINE_REMAINDER) != 0)
    return;
  self->title = find_title (&range, is_record);
  self->figure = find_figure (&range, is_record);
}

void
desk_record_telling_clear (DeskRecordTelling *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->figure, g_free);
}
