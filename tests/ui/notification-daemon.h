/* notification-daemon.h: a desktop that shows notifications, played by the test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * NotificationDaemon:
 * @title: (owned) (nullable): of the notification that was shown last
 * @body: (owned) (nullable): likewise
 * @actions: (owned) (nullable): likewise: key and label of each by turns
 * @n_shown: how many were shown, also in place of others
 * @n_closed: how many were withdrawn
 *
 * Owns org.freedesktop.Notifications on a connection of its own to the session bus.
 */
typedef struct
{
  GDBusConnection *connection;
  guint registration;
  char *title;
  char *body;
  char **actions;
  guint n_shown;
  guint n_closed;
} NotificationDaemon;

NotificationDaemon *notification_daemon_new   (void);
void                notification_daemon_free  (NotificationDaemon *self);

/* What a click on the notification that was shown last does, or on its button. @label: (nullable): for the button */
void                notification_daemon_click (NotificationDaemon *self,
                                               const char         *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NotificationDaemon, notification_daemon_free)

G_END_DECLS
