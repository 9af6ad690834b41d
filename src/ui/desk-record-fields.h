/* desk-record-fields.h: a record as rows of label and value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "desk-json.h"
#include "desk-resource.h"

G_BEGIN_DECLS

/**
 * desk_record_fields_add:
 * @box: where the groups go
 * @record: an object
 *
 * Known fields that were sent come first, in the catalogue's order and grouped by object; what the catalogue does not
 * know follows under a heading of its own. Values are plain text and can be selected.
 */
void desk_record_fields_add (GtkBox             *box,
                             const DeskResource *resource,
                             DeskJsonSlice       record);

G_END_DECLS
