/* desk-record-line.h: one line of a record that is laid out to be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-field.h"
#include "desk-json.h"

G_BEGIN_DECLS

/**
 * DeskRecordLineKind:
 * @DESK_RECORD_LINE_TITLE: the record itself, by what tells it from others; the first line
 * @DESK_RECORD_LINE_SECTION: an object or an array at the top of the record
 * @DESK_RECORD_LINE_GROUP: an object or an array within a section
 * @DESK_RECORD_LINE_VALUE: one value, or an object or an array with nothing in it
 * @DESK_RECORD_LINE_LIST: a short array of plain values, in one line
 */
typedef enum
{
  DESK_RECORD_LINE_TITLE,
  DESK_RECORD_LINE_SECTION,
  DESK_RECORD_LINE_GROUP,
  DESK_RECORD_LINE_VALUE,
  DESK_RECORD_LINE_LIST,
} DeskRecordLineKind;

/**
 * DeskRecordLineFlags:
 * @DESK_RECORD_LINE_REMAINDER: a heading of ours over what is not in the standard; it has no value
 * @DESK_RECORD_LINE_ADDRESS: a postal address
 * @DESK_RECORD_LINE_REPEATS_PARENT: the same value as the line that it lies in
 * @DESK_RECORD_LINE_OTHER_KIND: a filled branch of a union whose tag names another one (hard-cases.md 9)
 * @DESK_RECORD_LINE_SENT_AGAIN: the same member follows later, and counts
 * @DESK_RECORD_LINE_WRONG_SHAPE: an object or an array where the standard has none, or the other of the two
 */
typedef enum
{
  DESK_RECORD_LINE_REMAINDER      = 1 << 0,
  DESK_RECORD_LINE_ADDRESS        = 1 << 1,
  DESK_RECORD_LINE_REPEATS_PARENT = 1 << 2,
  DESK_RECORD_LINE_OTHER_KIND     = 1 << 3,
  DESK_RECORD_LINE_SENT_AGAIN     = 1 << 4,
  DESK_RECORD_LINE_WRONG_SHAPE    = 1 << 5,
} DeskRecordLineFlags;

/**
 * DeskRecordLine:
 * @depth: 0 at the top of the record
 * @parent: the line that it lies in; %DESK_RECORD_LINE_NO_PARENT at the top
 * @number: its position in an array, from 1; 0 if it lies in an object
 * @count: the number of elements of an array
 * @field: (nullable): what the catalogue knows of it
 * @key: its name; no value in an array
 * @value: as received
 * @context: what the value leans on: its currency, its unit, or no value
 */
typedef struct
{
  DeskRecordLineKind   kind;
  DeskRecordLineFlags  flags;
  guint                depth;
  guint                parent;
  guint                number;
  guint                count;
  const DeskField     *field;
  DeskJsonSlice        key;
  DeskJsonSlice        value;
  DeskJsonSlice        context;
} DeskRecordLine;

#define DESK_RECORD_LINE_NO_PARENT G_MAXUINT

G_END_DECLS
