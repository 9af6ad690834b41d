/* desk-qr-code.h: a text as a QR code
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DeskQrCode:
 *
 * Dark on white with its quiet zone of four modules, whatever the colour scheme is, and in whole pixels of the screen:
 * so cameras read it. Wants about 240 pixels, and takes less where there is no room.
 *
 * Property: `text` (nullable), writable.
 */
#define DESK_TYPE_QR_CODE (desk_qr_code_get_type ())
G_DECLARE_FINAL_TYPE (DeskQrCode, desk_qr_code, DESK, QR_CODE, GtkWidget)

GtkWidget *desk_qr_code_new      (void);

/* @text: (nullable): is never logged */
void       desk_qr_code_set_text (DeskQrCode *self,
                                  const char *text);

/**
 * desk_qr_code_is_empty:
 *
 * Returns: whether there is nothing to scan: no text, or one that is too long for a code (2,953 bytes)
 */
gboolean   desk_qr_code_is_empty (DeskQrCode *self);

G_END_DECLS
