/* desk-search-provider.h: answers what is typed into the search of the desktop's shell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-search-context.h"

G_BEGIN_DECLS

#define DESK_TYPE_SEARCH_PROVIDER (desk_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (DeskSearchProvider, desk_search_provider, DESK, SEARCH_PROVIDER, GObject)

/**
 * desk_search_provider_new:
 * @application: asked by its actions to show what was chosen; not kept
 * @context: where it is searched
 *
 * org.gnome.Shell.SearchProvider2: end users and consents by their names, as desk_name_search_find() does. Nothing but
 * these names leaves the program, and nothing at all where @context has nothing to give. A search opens no window.
 */
DeskSearchProvider *desk_search_provider_new    (GtkApplication      *application,
                                                 DeskSearchContext   *context);

/**
 * desk_search_provider_export:
 * @object_path: of the application; the provider is `SearchProvider` below it
 */
gboolean            desk_search_provider_export (DeskSearchProvider  *self,
                                                 GDBusConnection     *connection,
                                                 const char          *object_path,
                                                 GError             **error);

/* Answers what is under way with nothing, and frees the sandbox. */
void                desk_search_provider_unexport (DeskSearchProvider *self);

G_END_DECLS
