/* matrix-browser.h: the user's own browser: a headless Chromium that is the default for web addresses
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MatrixBrowser:
 *
 * While it is the default, an address that a program opens goes through a desktop file to a small script, which writes it
 * to a pipe, and from there to a program of ours that drives Chromium.
 */
typedef struct _MatrixBrowser MatrixBrowser;

/**
 * MatrixBrowserFunc:
 * @screen: as for TourScreenFunc
 *
 * Returns: (transfer full) (nullable): the selector of what is pressed there; %NULL leaves the page as it is
 */
typedef char *(*MatrixBrowserFunc) (const char *screen,
                                    gpointer    user_data);

/**
 * matrix_browser_prepare_folders:
 * @folder: (type filename): an empty folder
 *
 * Hides the programs of the system: none of them opens a web address. Call it before anything asks for folders.
 */
void           matrix_browser_prepare_folders (const char        *folder);

/**
 * matrix_browser_new:
 * @folder: (type filename): the folder that was prepared
 *
 * Returns: (transfer full) (nullable): %NULL where Chromium or its driver is missing
 */
MatrixBrowser *matrix_browser_new             (const char        *folder,
                                               MatrixBrowserFunc  function,
                                               gpointer           user_data);
void           matrix_browser_free            (MatrixBrowser     *self);

/* Makes it the default or takes that away, and waits until that is known. At first it is none. */
void           matrix_browser_set_default     (MatrixBrowser     *self,
                                               gboolean           is_default);

/* Whether a page is open that has neither come to its end nor been left. */
gboolean       matrix_browser_is_busy         (MatrixBrowser     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MatrixBrowser, matrix_browser_free)

G_END_DECLS
