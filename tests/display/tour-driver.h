/* tour-driver.h: goes through the consent pages as a person does
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "tour-hand.h"

G_BEGIN_DECLS

/**
 * TourDriver:
 *
 * A script in a world of its own, in all frames of every web view, reads which consent screen is there, asks here, and then
 * types and clicks. It knows the pages by the ids of their elements and chooses the first sandbox customer.
 */
typedef struct _TourDriver TourDriver;

/* Called once for each screen, before it is filled in. Beside the six there are `opener`, which opens the log-in in a
 * window of its own, and `way`, which leads out of a frame. */
typedef void (*TourScreenFunc) (const char *screen,
                                gpointer    user_data);

TourDriver *tour_driver_new              (TourScreenFunc  function,
                                          gpointer        user_data);
void        tour_driver_free             (TourDriver     *self);

/* @hand: (nullable): must outlive the driver; gets the user data of the screen function */
void        tour_driver_set_hand         (TourDriver     *self,
                                          const TourHand *hand);

/* How long each screen is left as it is, so that a picture can be taken of it. */
void        tour_driver_set_paint_time   (TourDriver     *self,
                                          guint           milliseconds);

/**
 * tour_driver_begin:
 * @institution_id: which institution is chosen from now on
 * @cancel_at: (nullable): the screen on which Cancel is pressed
 *
 * Forgets the screens that were seen and where to stop.
 */
void        tour_driver_begin            (TourDriver     *self,
                                          const char     *institution_id,
                                          const char     *cancel_at);

/* On this screen nothing is pressed any more. */
void        tour_driver_stop_at          (TourDriver     *self,
                                          const char     *screen);

/* Whether each of the six screens was seen, once, in order. */
gboolean    tour_driver_saw_all          (TourDriver     *self);

/* Whether an account was ticked before anybody ticked it. */
gboolean    tour_driver_saw_preselection (TourDriver     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TourDriver, tour_driver_free)

G_END_DECLS
