/* desk-status-pill.h: a short status: words with a sign, never a colour alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DeskStatusPillKind:
 * @DESK_STATUS_PILL_NONE: plain words, nothing to signal
 * @DESK_STATUS_PILL_GOOD: with a tick
 * @DESK_STATUS_PILL_SOON: something runs out or waits
 * @DESK_STATUS_PILL_OVER: ended
 * @DESK_STATUS_PILL_BAD: failed
 */
typedef enum
{
  DESK_STATUS_PILL_NONE,
  DESK_STATUS_PILL_GOOD,
  DESK_STATUS_PILL_SOON,
  DESK_STATUS_PILL_OVER,
  DESK_STATUS_PILL_BAD,
} DeskStatusPillKind;

#define DESK_TYPE_STATUS_PILL (desk_status_pill_get_type ())
G_DECLARE_FINAL_TYPE (DeskStatusPill, desk_status_pill, DESK, STATUS_PILL, GtkWidget)

GtkWidget *desk_status_pill_new (void);

/**
 * desk_status_pill_set:
 * @text: (nullable): plain text; %NULL or "" hides the pill
 */
void       desk_status_pill_set (DeskStatusPill     *self,
                                 DeskStatusPillKind  kind,
                                 const char         *text);

G_END_DECLS
