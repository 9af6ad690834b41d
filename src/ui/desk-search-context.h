/* desk-search-context.h: where the desktop's shell may search: what a window shows, else the sandbox
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-directory.h"

G_BEGIN_DECLS

#define DESK_TYPE_SEARCH_CONTEXT (desk_search_context_get_type ())
G_DECLARE_FINAL_TYPE (DeskSearchContext, desk_search_context, DESK, SEARCH_CONTEXT, GObject)

/**
 * desk_search_context_new:
 * @application: whose windows count; not kept
 * @state_folder: (nullable) (type filename): as for desk_context_new()
 * @sandbox_program: (nullable) (type filename): as for desk_context_new()
 */
DeskSearchContext *desk_search_context_new           (GtkApplication       *application,
                                                      const char           *state_folder,
                                                      const char           *sandbox_program);

/**
 * desk_search_context_load_async:
 *
 * Of the windows, the one that was used last counts whose context may be searched: one that is not production, not
 * temporary, and not before an audience. Without a window the sandbox is read in a context of our own, if its folder can be had,
 * and left to others at once. What was read stays, and keeps the application running, until nobody has asked for a while or a
 * window opens.
 *
 * The finish function returns: (transfer full) (nullable): a directory that was read; %NULL with %G_IO_ERROR_PERMISSION_DENIED
 * if nothing may be searched, %G_IO_ERROR_NOT_INITIALIZED if the window is not that far, %G_IO_ERROR_CANCELLED if a window
 * opened meanwhile, or what desk_context_open_async() and desk_directory_refresh_async() say.
 */
void               desk_search_context_load_async    (DeskSearchContext    *self,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
DeskDirectory     *desk_search_context_load_finish   (DeskSearchContext    *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);

/* Forgets what was read. Whoever waits is told %G_IO_ERROR_CANCELLED; the sandbox is free for others. */
void               desk_search_context_close         (DeskSearchContext    *self);

G_END_DECLS
