/* desk-record-outline-private.h: how an outline is built
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-record-line.h"
#include "desk-resource.h"

G_BEGIN_DECLS

/**
 * _desk_record_outline_build:
 * @lines: (element-type DeskRecordLine): filled
 * @ends: (element-type guint32): filled
 *
 * Returns: %FALSE if cancelled
 */
gboolean  _desk_record_outline_build  (DeskJsonSlice       record,
                                       const DeskResource *resource,
                                       gboolean            with_absent,
                                       GCancellable       *cancellable,
                                       GArray             *lines,
                                       GArray             *ends);

G_END_DECLS
