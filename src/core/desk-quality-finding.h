/* desk-quality-finding.h: something that is wrong in one field of a data set, however often
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "desk-quality-rule.h"
#include "desk-resource.h"

G_BEGIN_DECLS

/* Of a finding that no row of the store shows. */
#define DESK_QUALITY_NO_POSITION G_MAXUINT

#define DESK_TYPE_QUALITY_FINDING (desk_quality_finding_get_type ())
G_DECLARE_FINAL_TYPE (DeskQualityFinding, desk_quality_finding, DESK, QUALITY_FINDING, GObject)

/**
 * desk_quality_finding_new:
 * @field: member names joined by dots; "" for the whole record
 * @example: (nullable): the first value, shortened; %NULL if there is none to show
 * @path: the JSONPath of the first place
 * @position: where the first record comes in the data set's own order, or %DESK_QUALITY_NO_POSITION
 */
DeskQualityFinding *desk_quality_finding_new         (const DeskResource *resource,
                                                      DeskQualityRule     rule,
                                                      const char         *field,
                                                      const char         *example,
                                                      const char         *path,
                                                      guint               position);
const DeskResource *desk_quality_finding_get_resource (DeskQualityFinding *self);
DeskQualityRule     desk_quality_finding_get_rule     (DeskQualityFinding *self);
const char         *desk_quality_finding_get_field    (DeskQualityFinding *self);
const char         *desk_quality_finding_get_example  (DeskQualityFinding *self);
const char         *desk_quality_finding_get_path     (DeskQualityFinding *self);
guint               desk_quality_finding_get_position (DeskQualityFinding *self);
guint               desk_quality_finding_get_count    (DeskQualityFinding *self);

/* For the report alone, before anybody sees the finding. */
void                desk_quality_finding_grow         (DeskQualityFinding *self,
                                                      guint               count);

/**
 * desk_quality_finding_dup_field_label:
 *
 * Returns: (transfer full): the field in words, translated: "Category › Confidence"; a member that the catalogue does
 *   not know by its name; "Whole record" where no field is meant
 */
char               *desk_quality_finding_dup_field_label (DeskQualityFinding *self);

G_END_DECLS
