/* hazard.h: one numbered hazard, its fixture and its test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-json-page.h"
#include "desk-store-fixture.h"
#include "desk-usage-period.h"

G_BEGIN_DECLS

/* The zone of the user: Sydney. The rule itself, so that no zone needs to be installed. */
#define HAZARD_ZONE "AEST-10AEDT,M10.1.0,M4.1.0/3"

/* @page: the `records` of the fixture */
typedef void (*HazardFunc) (DeskJsonPage *page);

/* Adds the test `/hazards/NAME`, which gets `NAME.json`. The name begins with the two digits of the hazard. */
void             hazard_add            (const char   *name,
                                        HazardFunc    func);

/* Adds the test that every number has a fixture, and every fixture a test. After all others. */
void             hazard_add_completeness (void);

/* The hazards of each letter of the list. */
void             hazards_add_absence   (void);
void             hazards_add_shapes    (void);
void             hazards_add_money     (void);
void             hazards_add_times     (void);
void             hazards_add_metering  (void);
void             hazards_add_text      (void);
void             hazards_add_errors    (void);

/* A record, or a value in it: @path may be "". */
DeskJsonSlice    hazard_value          (DeskJsonPage *page,
                                        guint         position,
                                        const char   *path);

/* A member of the fixture beside its records. */
DeskJsonSlice    hazard_extra          (DeskJsonPage *page,
                                        const char   *path);

/* An array as a page of its own. */
DeskJsonPage    *hazard_page_of        (DeskJsonSlice array);

/* What people read of a field of the record. */
char            *hazard_words          (const char   *resource,
                                        DeskJsonPage *page,
                                        guint         position,
                                        const char   *path);
void             hazard_assert_words   (const char   *resource,
                                        DeskJsonPage *page,
                                        guint         position,
                                        const char   *path,
                                        const char   *expected);

/* Stores the page as rows of the data set. Every record must come out as it went in, or count as a duplicate. */
DeskStore       *hazard_store          (const char   *resource,
                                        DeskJsonPage *page,
                                        guint         n_duplicates);
void             hazard_assert_totals  (const char   *resource,
                                        DeskJsonPage *page,
                                        const char   *field,
                                        const char   *expected);

/* The day of a usage record that can be read. */
DeskUsagePeriod *hazard_usage          (DeskJsonPage *page,
                                        guint         position);
void             hazard_assert_usage   (DeskJsonPage *page,
                                        guint         position,
                                        const char   *from_grid,
                                        const char   *to_grid,
                                        guint         n_reads);

G_END_DECLS
