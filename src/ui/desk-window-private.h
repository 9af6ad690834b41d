/* desk-window-private.h: what the files of the main window share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-consent-warmer.h"
#include "desk-data-pane.h"
#include "desk-end-user-pane.h"
#include "desk-end-users-pane.h"
#include "desk-environment-button.h"
#include "desk-notifier.h"
#include "desk-status-view.h"
#include "desk-sync-bar.h"
#include "desk-window.h"

G_BEGIN_DECLS

struct _DeskWindow
{
  AdwApplicationWindow  parent_instance;

  /* Template widgets */
  AdwToastOverlay      *toasts;
  GtkStack             *stack;
  DeskEnvironmentButton *environment_button;
  DeskStatusView       *status;
  AdwLeaflet           *outer_leaflet;
  AdwLeaflet           *inner_leaflet;
  DeskEndUsersPane     *end_users_pane;
  DeskEndUserPane      *end_user_pane;
  DeskDataPane         *data_pane;
  DeskSyncBar          *sync_bar;

  /* Owned */
  DeskContext          *context;
  DeskConsentWarmer    *warmer;
  GSettings            *settings;
  GCancellable         *cancellable;
  DeskEndUser          *end_user;  /* (nullable) */
  GHashTable           *synced;    /* ids of the end users whose data were fetched since the start */
  char                 *pending_end_user_id; /* (nullable): chosen as soon as it is in the list */
  char                 *pending_consent_id;  /* (nullable): shown after the refresh that is under way */
  DeskNotifier         *notifier;  /* (nullable): without an application there is nobody to show it */

  GtkWidget            *link_dialog; /* (nullable): made for the end user, not shown yet */
  const DeskResource   *resource;  /* (nullable): what was asked for last; shown where it is shared */
};

void _desk_window_install_actions  (GtkWidgetClass     *widget_class);
void _desk_window_update_actions   (DeskWindow         *self);

/* Has ready what linking an account takes, as far as it does not need the service to be told. */
void _desk_window_prepare_link     (DeskWindow         *self);
void _desk_window_drop_link        (DeskWindow         *self);
void _desk_window_open_context     (DeskWindow         *self);
void _desk_window_refresh          (DeskWindow         *self);
void _desk_window_fetch            (DeskWindow         *self);

/* Returns: whether the end user is in the list; one who is not is chosen after the next refresh */
gboolean _desk_window_select_end_user (DeskWindow      *self,
                                    const char         *end_user_id);
void _desk_window_show_resource    (DeskWindow         *self,
                                    const DeskResource *resource);
void _desk_window_show_toast       (DeskWindow         *self,
                                    const char         *text);

/* Stays until it is closed, and can be copied. */
void _desk_window_show_error       (DeskWindow         *self,
                                    const GError       *error);

G_END_DECLS
