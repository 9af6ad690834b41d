/* tour-hand.h: presses and types with real input, by xdotool
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TourHand:
 * @press: presses what is at this place of the web view, called @name on the page
 * @type: types into what has the focus
 *
 * Works a page from outside. Each returns %FALSE to leave it to the script. A hand ticks one account; the script ticks
 * all of them.
 */
typedef struct
{
  gboolean (*press) (GtkWidget  *web_view,
                     double      x,
                     double      y,
                     const char *name,
                     gpointer    user_data);
  gboolean (*type)  (const char *text,
                     gpointer    user_data);
} TourHand;

/* Whether there is an X server and xdotool; no other program may show windows there. */
gboolean tour_hand_is_there     (void);

/* Presses the first mouse button at this place of the widget. */
void     tour_hand_press        (GtkWidget  *widget,
                                 double      x,
                                 double      y);

/* Waits until nothing is over the middle of the widget and it can be used, then presses it there. */
void     tour_hand_press_widget (GtkWidget  *widget);

/* Types where the focus is; `\t` goes on to the next field. */
void     tour_hand_type         (const char *text);

G_END_DECLS
