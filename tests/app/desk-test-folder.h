/* desk-test-folder.h: a folder of one test, removed with all that is in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: (transfer full) (type filename): a new, empty folder */
char *desk_test_folder_new  (void);
void  desk_test_folder_free (char *path);

G_END_DECLS
