/* desk-har-text.h: values as JSON, written piece by piece
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-export-file.h"

G_BEGIN_DECLS

/* Each returns %FALSE with @error set in #G_FILE_ERROR. For worker threads. */

/**
 * desk_har_text_write:
 * @text: (nullable): any bytes that are UTF-8; "" for %NULL
 *
 * Writes @text in quotes, escaped.
 */
gboolean desk_har_text_write        (DeskExportFile  *file,
                                     const char      *text,
                                     gsize            length,
                                     GError         **error);

/**
 * desk_har_text_write_body:
 * @body: (nullable): any bytes
 *
 * Writes the members `text` and, where @body is no text, `encoding` (HAR 1.2, content).
 */
gboolean desk_har_text_write_body   (DeskExportFile  *file,
                                     GBytes          *body,
                                     GError         **error);

/**
 * desk_har_text_write_member:
 * @name: of the member, behind what is to stand before its quotes: `,"name` goes for a second one
 * @text: (nullable): "" for %NULL; bytes that are not UTF-8 are replaced
 */
gboolean desk_har_text_write_member (DeskExportFile  *file,
                                     const char      *before,
                                     const char      *text,
                                     GError         **error);

G_END_DECLS
