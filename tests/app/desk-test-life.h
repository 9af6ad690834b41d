/* desk-test-life.h: a directory of made-up consents, and a folder to keep things in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-directory.h"
#include "desk-kept-place.h"

G_BEGIN_DECLS

/* When it is, in these tests: 2026-11-27T12:00:00Z. */
#define DESK_TEST_NOW (G_GINT64_CONSTANT (1795780800) * G_USEC_PER_SEC)

/**
 * DeskTestLife:
 * @directory: talks to nobody
 * @clock: stands still
 * @folder: kept over desk_test_life_restart()
 */
typedef struct
{
  char           *folder;
  DeskFileWriter *writer;
  DeskKeptPlace  *place;
  DeskClock      *clock;
  DeskStore      *store;
  DeskDirectory  *directory;
} DeskTestLife;

/* For g_test_add(). */
void         desk_test_life_set_up    (DeskTestLife  *life,
                                       gconstpointer  data);
void         desk_test_life_tear_down (DeskTestLife  *life,
                                       gconstpointer  data);

/* A new directory, which knows nothing yet; what was kept is there. Whatever used the old one is to be dropped before. */
void         desk_test_life_restart   (DeskTestLife  *life);

/* Moves the clock to so many days after DESK_TEST_NOW. */
void         desk_test_life_set_day   (DeskTestLife  *life,
                                       int            day);

/**
 * desk_test_life_list:
 * @first: (nullable): a JSON object as desk_test_consent() makes it, followed by others and %NULL; each is freed
 *
 * Lets the service list these consents of the end user `eu_1`.
 */
void         desk_test_life_list      (DeskTestLife  *life,
                                       char          *first,
                                       ...) G_GNUC_NULL_TERMINATED;

/**
 * desk_test_consent:
 * @from: the day on which it was agreed to, counted from DESK_TEST_NOW
 * @until: the day on which it expires
 * @reason: (nullable): why it is not active any more; %NULL if it is
 *
 * Returns: (transfer full): a consent of Wattle Bank as JSON
 */
char        *desk_test_consent        (const char    *id,
                                       int            from,
                                       int            until,
                                       const char    *reason);

/* Returns: (transfer full): all files of the folder, one after the other */
char        *desk_test_life_dup_files (DeskTestLife  *life);

G_END_DECLS
