/* desk-quality-rule.h: what can be wrong with data
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskQualitySeverity:
 * @DESK_QUALITY_INFO: worth knowing; nothing is wrong
 * @DESK_QUALITY_WARNING: it can be read, but not trusted blindly
 * @DESK_QUALITY_ERROR: it is not what the standard asks for
 */
typedef enum
{
  DESK_QUALITY_INFO,
  DESK_QUALITY_WARNING,
  DESK_QUALITY_ERROR,
} DeskQualitySeverity;

/**
 * DeskQualityRule:
 *
 * The kinds of rules. Which of them a field must keep follows from its entry in the catalogue alone: its type, its
 * flags, its words and limits, and what the data set says of references, agreements and series.
 */
typedef enum
{
  DESK_QUALITY_MANDATORY_MISSING,
  DESK_QUALITY_MANDATORY_NULL,
  DESK_QUALITY_EMPTY_TEXT,
  DESK_QUALITY_WRONG_TYPE,
  DESK_QUALITY_WRONG_SHAPE,
  DESK_QUALITY_UNREADABLE,
  DESK_QUALITY_UNKNOWN_BRANCH,
  DESK_QUALITY_BRANCH_MISSING,
  DESK_QUALITY_BRANCH_EXTRA,
  DESK_QUALITY_UNKNOWN_VALUE,
  DESK_QUALITY_DATE_TIME_IN_DATE,
  DESK_QUALITY_OUT_OF_RANGE,
  DESK_QUALITY_PLACEHOLDER,
  DESK_QUALITY_UNSAFE_URI,
  DESK_QUALITY_BROKEN_REFERENCE,
  DESK_QUALITY_DUPLICATE,
  DESK_QUALITY_INTERVAL_COUNT,
  DESK_QUALITY_INTERVAL_GAP,
  DESK_QUALITY_UNIT_MISMATCH,
  DESK_QUALITY_CURRENCY_MISMATCH,
  DESK_QUALITY_VANISHED,
  DESK_QUALITY_CHANGED,
  DESK_QUALITY_POSTED,
  DESK_QUALITY_POSTED_ANEW,
  DESK_QUALITY_UNKNOWN_MEMBER,
  DESK_QUALITY_N_RULES,
} DeskQualityRule;

/* The word for machines: "date-time-in-date". */
const char          *desk_quality_rule_get_name     (DeskQualityRule      rule);

/* Returns: the rule of that name; %DESK_QUALITY_N_RULES if there is none */
DeskQualityRule      desk_quality_rule_find         (const char          *name);
DeskQualitySeverity  desk_quality_rule_get_severity (DeskQualityRule      rule);

/* Returns: whether it tells what became of rows since the last sync, rather than what is wrong with them */
gboolean             desk_quality_rule_is_difference (DeskQualityRule     rule);

/* Returns: translated: "Date and time in a date field" */
const char          *desk_quality_rule_get_label    (DeskQualityRule      rule);

/* Returns: translated: what it means and what to do, in a sentence or two */
const char          *desk_quality_rule_get_advice   (DeskQualityRule      rule);

/* The word for machines: "error", "warning" or "note". */
const char          *desk_quality_severity_get_name (DeskQualitySeverity  severity);

/* Returns: translated: "Error", "Warning" or "Note" */
const char          *desk_quality_severity_get_label (DeskQualitySeverity severity);

G_END_DECLS
