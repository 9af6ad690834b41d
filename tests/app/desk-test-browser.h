/* desk-test-browser.h: goes through the consent pages as a person with a browser would
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskTestBrowser:
 * @message: (owned) (nullable): what the last page posts to the window that opened it, as JSON
 * @target: (owned) (nullable): where the last page leads
 */
typedef struct
{
  char *message;
  char *target;
} DeskTestBrowser;

/**
 * desk_test_browser_walk:
 * @uri: the consent page
 * @institution_id: which institution to pick
 * @email: what to log in with
 * @cancel_at: (nullable): the name of the field on whose page Cancel is pressed: `email`; "" for the first page
 * @is_framed: whether the page lies in a frame
 *
 * Fills in and sends the forms until there is none. The main context runs meanwhile.
 */
DeskTestBrowser *desk_test_browser_walk (const char      *uri,
                                         const char      *institution_id,
                                         const char      *email,
                                         const char      *cancel_at,
                                         gboolean         is_framed);
void             desk_test_browser_free (DeskTestBrowser *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskTestBrowser, desk_test_browser_free)

G_END_DECLS
