/* desk-sandbox-pager.c: cuts one page out of a long list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-pager.h"

#include "desk-sandbox-cursor.h"

/* One row of the list. */
typedef struct
{
  guint segment;
  guint position;
} Place;

/* What a page is made from. */
typedef struct
{
  DeskSandboxCall         *call;
  const char              *root;
  GArray                  *segments;
  DeskSandboxSegmentMatch  match;
  DeskSandboxSegmentWrite  write;
  gpointer                 user_data;
} Pager;

static const DeskSandboxSegment *
get_segment (const Pager *pager,
             guint        index)
{
  return &g_array_index (pager->segments, DeskSandboxSegment, index);
}

static gboolean
matches (const Pager *pager,
         const Place *place)
{
  return pager->match == NULL ||
         pager->match (get_segment (pager, place->segment), place->position, pager->user_data);
}

/* @place is where the search begins, that row included; it is moved to the row that was found. */
static gboolean
find_forward (const Pager *pager,
              Place       *place)
{
  for (; place->segment < pager->segments->len; place->segment++, place->position = 0)
    for (; place->position < get_segment (pager, place->segment)->length; place->position++)
      if (matches (pager, place))
        return TRUE;

  return FALSE;
}

/* @place is where the search begins, that row not included. */
static gboolean
find_backward (const Pager *pager,
               Place       *place)
{
  for (;;)
    {
      while (place->position > 0)
        {
          place->position--;
          if (matches (pager, place))
            return TRUE;
        }

      if (place->segment == 0)
        return FALSE;

      place->segment--;
      place->position = get_segment (pager, place->segment)->length;
    }
}

/* The row that @cursor names, or the one after it if it is gone. */
static Place
seek (const Pager             *pager,
      const DeskSandboxCursor *cursor)
{
  Place place = { 0, 0 };

  while (place.segment < pager->segments->len &&
         get_segment (pager, place.segment)->sequence < cursor->sequence)
    place.segment++;

  if (place.segment < pager->segments->len &&
      get_segment (pager, place.segment)->sequence == cursor->sequence)
    place.position = (guint) MIN (cursor->position, get_segment (pager, place.segment)->length);

  return place;
}

static guint
read_size (DeskSandboxCall *call)
{
  const char *text = desk_sandbox_form_get (call->query, "page[size]");
  guint64 size;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT64, &size, NULL))
    return DESK_SANDBOX_PAGE_SIZE;

  return (guint) MIN (size, DESK_SANDBOX_PAGE_SIZE_MAX);
}

/* Finds the first row of the page. */
static gboolean
find_start (const Pager *pager,
            guint        size,
            Place       *start)
{
  const char *after = desk_sandbox_form_get (pager->call->query, "page[after]");
  const char *before = desk_sandbox_form_get (pager->call->query, "page[before]");
  DeskSandboxCursor cursor = { 0, 0 };
  Place earlier;

  *start = (Place) { 0, 0 };
  if (after == NULL && before == NULL)
    return TRUE;

  if (!desk_sandbox_cursor_parse (after != NULL ? after : before, pager->call->path, &cursor))
    return FALSE;

  if (after != NULL)
    cursor.position++;

  *start = seek (pager, &cursor);
  if (after != NULL)
    return TRUE;

  earlier = *start;
  for (guint i = 0; i < size && find_backward (pager, &earlier); i++)
    *start = earlier;
  return TRUE;
}

static void
append_link (const Pager *pager,
             GString     *text,
             const char  *relation,
             const char  *parameter,
             Place        place)
{
  DeskSandboxCall *call = pager->call;
  const char *size = desk_sandbox_form_get (call->query, "page[size]");
  g_autofree char *query = desk_sandbox_form_dup_without (call->query, "page[");
  DeskSandboxCursor cursor = { get_segment (pager, place.segment)->sequence, place.position };
  g_autofree char *opaque = desk_sandbox_cursor_format (&cursor, call->path);

  g_string_append_printf (text, "%s\"%s\":\"%s/%s?%s%s", text->str[text->len - 1] == '{' ? "" : ",", relation,
                          call->world->api_origin, call->path, query, query[0] != '\0' ? "&" : "");
  if (size != NULL)
    g_string_append_printf (text, "page%%5Bsize%%5D=%u&", read_size (call));
  g_string_append_printf (text, "page%%5B%s%%5D=%s\"", parameter, opaque);
}

static void
append_links (const Pager *pager,
              GString     *text,
              Place        first,
              Place        last)
{
  Place place = first;

  g_string_append (text, "],\"links\":{");
  if (find_backward (pager, &place))
    append_link (pager, text, "prev", "before", first);

  place = last;
  place.position++;
  if (find_forward (pager, &place))
    append_link (pager, text, "next", "after", last);
  g_string_append (text, "}}");
}

static void
reply (const Pager *pager,
       Place        start,
       guint        size)
{
  GString *text = g_string_new (NULL);
  Place place = start;
  Place first = start;
  Place last = start;
  gsize length;
  guint n = 0;

  g_string_append_printf (text, "{\"%s\":[", pager->root);
  for (; n < size && find_forward (pager, &place); n++)
    {
      if (n == 0)
        first = place;
      else
        g_string_append_c (text, ',');

      pager->write (get_segment (pager, place.segment), place.position, text, pager->user_data);
      last = place;
      place.position++;
    }

  if (n > 0)
    append_links (pager, text, first, last);
  else
    g_string_append (text, "],\"links\":{}}");

  length = text->len;
  desk_sandbox_call_reply (pager->call, g_string_free (text, FALSE), length);
}

void
desk_sandbox_pager_reply (DeskSandboxCall         *call,
                          const char              *root,
                          GArray                  *segments,
                          DeskSandboxSegmentMatch  match,
                          DeskSandboxSegmentWrite  write,
                          gpointer                 user_data)
{
  Pager pager = { call, root, segments, match, write, user_data };
  guint size = read_size (call);
  Place start;

  if (!find_start (&pager, size, &start))
    {
      desk_sandbox_call_fail_temporarily (call);
      return;
    }

  reply (&pager, start, size);
}

void
desk_sandbox_pager_reply_list (DeskSandboxCall         *call,
                               const char              *root,
                               GArray                  *segments,
                               DeskSandboxSegmentWrite  write,
                               gpointer                 user_data)
{
  GString *text;
  gsize length;

  if (call->version >= 3)
    {
      desk_sandbox_pager_reply (call, root, segments, NULL, write, user_data);
      return;
    }

  text = g_string_new ("[");
  for (guint i = 0; i < segments->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      write (&g_array_index (segments, DeskSandboxSegment, i), 0, text, user_data);
    }

  g_string_append_c (text, ']');
  length = text->len;
  desk_sandbox_call_reply (call, g_string_free (text, FALSE), length);
}
