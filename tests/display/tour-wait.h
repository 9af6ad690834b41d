/* tour-wait.h: waits until something is so, and finds widgets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef gboolean (*TourCondition) (gpointer user_data);

/* Ends the program with exit code 1, naming @what, if it does not become so in two minutes. */
void       tour_wait_until  (const char    *what,
                             TourCondition  is_so,
                             gpointer       user_data);

/* Lets animations and lists settle before a picture is taken. */
void       tour_wait_a_bit  (void);

/* Lets a window be laid out and drawn; enough where animations are off. */
void       tour_wait_frames (GtkWidget     *widget);

/* Returns: (transfer none): the visible window of that type, waiting for it */
GtkWindow *tour_wait_window (GType          type);

/* Returns: (transfer none): a child of the template of @widget */
gpointer   tour_find        (gpointer       widget,
                             const char    *id);

G_END_DECLS
