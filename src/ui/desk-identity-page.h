/* desk-identity-page.h: who an end user is, by each institution
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-context.h"

G_BEGIN_DECLS

#define DESK_TYPE_IDENTITY_PAGE (desk_identity_page_get_type ())
G_DECLARE_FINAL_TYPE (DeskIdentityPage, desk_identity_page, DESK, IDENTITY_PAGE, GtkWidget)

/**
 * desk_identity_page_new:
 * @context: an open one
 *
 * Names, contact details and addresses, kept up to date with the store.
 */
GtkWidget *desk_identity_page_new (DeskContext *context,
                                   DeskEndUser *end_user);

G_END_DECLS
