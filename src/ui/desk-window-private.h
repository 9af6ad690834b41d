/* desk-window-private.h: what the files of the main window share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-consent-warmer.h"
#include "desk-data-pane.h"
#include "desk-end-user-pane.h"
#include "desk-end-users-pane.h"
#include "desk-inspector-pane.h"
#include "desk-environment-button.h"
#include "desk-notifier.h"
#include "desk-presentation-band.h"
#include "desk-sandbox-control.h"
#include "desk-status-view.h"
#include "desk-sync-bar.h"
#include "desk-window.h"

G_BEGIN_DECLS

struct _DeskWindow
{
  AdwApplicationWindow  parent_instance;

  /* Template widgets */
  AdwToastOverlay      *toasts;
  GtkPaned             *drawer;    /* the stack above, the inspector below */
  GtkStack             *stack;
  DeskEnvironmentButton *environment_button;
  DeskStatusView       *status;
  AdwLeaflet           *outer_leaflet;
  AdwLeaflet           *inner_leaflet;
  DeskEndUsersPane     *end_users_pane;
  DeskEndUserPane      *end_user_pane;
  DeskDataPane         *data_pane;
  DeskSyncBar          *sync_bar;
  DeskPresentationBand *presentation_band;
  DeskInspectorPane    *inspector_pane;
  GtkWidget            *fault_pill;
  GtkLabel             *fault_label;

  /* Owned */
  DeskContext          *context;
  DeskConsentWarmer    *warmer;
  DeskSandboxControl   *sandbox_control; /* (nullable): of the built-in sandbox only */
  GSettings            *settings;
  GCancellable         *cancellable;
  DeskEndUser          *end_user;  /* (nullable) */
  GHashTable           *synced;    /* ids of the end users whose data were fetched since the start */
  char                 *pending_end_user_id; /* (nullable): chosen as soon as it is in the list */
  char                 *pending_consent_id;  /* (nullable): shown after the refresh that is under way */
  GPtrArray            *requests;  /* (element-type utf8): detailed names of actions, for when the lists are read */
  gboolean              is_read;   /* whether end users and consents were read since the context was opened */
  DeskNotifier         *notifier;  /* (nullable): without an application there is nobody to show it */

  GtkWidget            *link_dialog; /* (nullable): made for the end user, not shown yet */
  gboolean              inspector_shown;
  const DeskResource   *resource;  /* (nullable): what was asked for last; shown where it is shared */
  gboolean              shows_quality; /* instead of the data set */
};

void _desk_window_install_actions  (GtkWidgetClass     *widget_class);
void _desk_window_update_actions   (DeskWindow         *self);

/* Follows whether an audience looks on. */
void _desk_window_follow_presentation (DeskWindow      *self);
/* Makes the control of the built-in sandbox, and follows it. */
void _desk_window_watch_sandbox    (DeskWindow         *self);
void _desk_window_install_sandbox_actions (GtkWidgetClass *widget_class);
void _desk_window_update_sandbox_actions (DeskWindow   *self,
                                    gboolean            open);

/* Shows the new state of a sandbox that has begun again. */
void _desk_window_begin_anew       (DeskWindow         *self);

/* Has ready what linking an account takes, as far as it does not need the service to be told. */
void _desk_window_prepare_link     (DeskWindow         *self);
void _desk_window_drop_link        (DeskWindow         *self);
gboolean _desk_window_is_sandbox   (DeskWindow         *self);
void _desk_window_open_context     (DeskWindow         *self);
void _desk_window_show_sandbox_ended (DeskWindow       *self);

/* Notices when the consents of the directory change, once it is there. */
void _desk_window_follow_directory (DeskWindow         *self);
void _desk_window_refresh          (DeskWindow         *self);
void _desk_window_fetch            (DeskWindow         *self);

/* Data are fetched once per start without being asked for. */
void _desk_window_fetch_if_new     (DeskWindow         *self);

/* @end_user: (nullable) */
void _desk_window_set_end_user     (DeskWindow         *self,
                                    DeskEndUser        *end_user);

/* In a window of its own. */
void _desk_window_show_consent     (DeskWindow         *self,
                                    DeskConsent        *consent);

/* The one that desk_window_show_consent() was asked for before it was listed. */
void _desk_window_show_pending_consent (DeskWindow     *self);

/* Returns: whether the end user is in the list; one who is not is chosen after the next refresh */
gboolean _desk_window_select_end_user (DeskWindow      *self,
                                    const char         *end_user_id);
void _desk_window_show_resource    (DeskWindow         *self,
                                    const DeskResource *resource);
void _desk_window_show_quality     (DeskWindow         *self);
void _desk_window_show_toast       (DeskWindow         *self,
                                    const char         *text);

/* End users and consents are read: does what was asked for before. */
void _desk_window_meet_requests    (DeskWindow         *self);

/* Stays until it is closed, and can be copied. */
void _desk_window_show_error       (DeskWindow         *self,
                                    const GError       *error);

/* Gives the inspector its place: none, below the rest, or all of a small window. */
void _desk_window_update_drawer       (DeskWindow      *self);
void _desk_window_keep_drawer_height  (DeskWindow      *self);
void _desk_window_set_inspector_shown (DeskWindow      *self,
                                       gboolean         shown);

G_END_DECLS
