/* desk-line-search.h: finds a text in the lines of a view, on another thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DeskLineSearchFunc:
 * @lines: what is searched; it does not change
 *
 * Runs on another thread. Returns: (transfer full): what was found, in any form; %NULL if it was cancelled
 */
typedef gpointer (*DeskLineSearchFunc) (GObject      *lines,
                                        const char   *text,
                                        GCancellable *cancellable);

/* @free_found: for what @search returns */
void     desk_line_search_async  (GObject             *lines,
                                  const char          *text,
                                  DeskLineSearchFunc   search,
                                  GDestroyNotify       free_found,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);

/* Returns: (transfer full) (nullable): what was found; %NULL if it was cancelled */
gpointer desk_line_search_finish (GAsyncResult        *result);

G_END_DECLS
