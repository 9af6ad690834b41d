/* desk-time-words.h: durations and clock times in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskTimeWordsForm:
 * @DESK_TIME_WORDS_SPAN: "3 months"
 * @DESK_TIME_WORDS_EVERY: how often, within a sentence: "every 3 months"
 * @DESK_TIME_WORDS_EVERY_AT_START: how often: "Every 3 months"
 */
typedef enum
{
  DESK_TIME_WORDS_SPAN,
  DESK_TIME_WORDS_EVERY,
  DESK_TIME_WORDS_EVERY_AT_START,
} DeskTimeWordsForm;

/**
 * desk_time_words_duration:
 * @text: an ISO 8601 duration
 *
 * Returns: (transfer full) (nullable): it in words; %NULL if @text is no duration (hard-cases.md 18)
 */
char *desk_time_words_duration     (const char        *text,
                                    DeskTimeWordsForm  form);

/**
 * desk_time_words_time_of_day:
 * @text: as for desk_time_of_day_parse()
 *
 * Returns: (transfer full) (nullable): "07:00", "15:00 UTC", "23:59:59 +10:00"; %NULL if @text is no clock time
 */
char *desk_time_words_time_of_day  (const char *text);

G_END_DECLS
