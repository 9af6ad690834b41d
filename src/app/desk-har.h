/* desk-har.h: what the inspector holds, as an HTTP archive
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * desk_har_write_async:
 * @entries: a #GListModel of #DeskInspectorEntry
 * @path: (type filename): replaced if it is there
 *
 * Writes HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), in the order in which they began, on another thread. The file is whole
 * or not there, and only its owner may read it. It holds what the inspector holds: no secrets; of bodies that were dropped,
 * the size alone. Names that begin with an underscore are ours. The finish function sets #G_FILE_ERROR.
 */
void     desk_har_write_async  (GListModel           *entries,
                                const char           *path,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);
gboolean desk_har_write_finish (GAsyncResult         *result,
                                GError              **error);

G_END_DECLS
