/* notification-daemon.c: a desktop that shows notifications, played by the test
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "notification-daemon.h"

#define NAME "org.freedesktop.Notifications"
#define PATH "/org/freedesktop/Notifications"

/* Every notification of the tests takes the place of the one before. */
#define NOTIFICATION_ID 7

static const char description[] =
  "<node><interface name='" NAME "'>"
  "<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/>"
  "<arg type='a{sv}' direction='in'/><arg type='i' direction='in'/><arg type='u' direction='out'/></method>"
  "<method name='CloseNotification'><arg type='u' direction='in'/></method>"
  "<method name='GetCapabilities'><arg type='as' direction='out'/></method>"
  "<method name='GetServerInformation'><arg type='s' direction='out'/><arg type='s' direction='out'/>"
  "<arg type='s' direction='out'/><arg type='s' direction='out'/></method>"
  "</interface></node>";

static void
method_called_cb (GDBusConnection       *connection,
                  const char            *sender,
                  const char            *path,
                  const char            *interface,
                  const char            *method,
                  GVariant              *parameters,
                  GDBusMethodInvocation *invocation,
                  gpointer               user_data)
{
  NotificationDaemon *self = user_data;
  GVariant *answer = NULL;

  if (g_str_equal (method, "Notify"))
    {
      g_free (self->title);
      g_free (self->body);
      g_variant_get_child (parameters, 3, "s", &self->title);
      g_variant_get_child (parameters, 4, "s", &self->body);
      g_strfreev (self->actions);
      g_variant_get_child (parameters, 5, "^as", &self->actions);
      self->n_shown++;
      answer = g_variant_new ("(u)", NOTIFICATION_ID);
    }
  else if (g_str_equal (method, "CloseNotification"))
    {
      self->n_closed++;
    }
  else if (g_str_equal (method, "GetCapabilities"))
    {
      answer = g_variant_new_parsed ("(['actions', 'body'],)");
    }
  else
    {
      answer = g_variant_new ("(ssss)", "Test", "Test", "1", "1.2");
    }

  g_dbus_method_invocation_return_value (invocation, answer);
}

static const GDBusInterfaceVTable methods = { .method_call = method_called_cb };

static void
call_bus (NotificationDaemon *self,
          const char         *method,
          GVariant           *parameters)
{
  g_autoptr(GVariant) answer = NULL;
  g_autoptr(GError) error = NULL;

  answer = g_dbus_connection_call_sync (self->connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                        "org.freedesktop.DBus", method, parameters, NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                                        NULL, &error);
  g_assert_no_error (error);
}

NotificationDaemon *
notification_daemon_new (void)
{
  NotificationDaemon *self = g_new0 (NotificationDaemon, 1);
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr(GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (description, NULL);
  g_autoptr(GError) error = NULL;

  self->connection = g_dbus_connection_new_for_address_sync (address,
                                                             G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                             G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                             NULL, NULL, &error);
  g_assert_no_error (error);
  self->registration = g_dbus_connection_register_object (self->connection, PATH, info->interfaces[0], &methods, self,
                                                          NULL, &error);
  g_assert_no_error (error);
  call_bus (self, "RequestName", g_variant_new ("(su)", NAME, 0));

  return self;
}

void
notification_daemon_free (NotificationDaemon *self)
{
  g_dbus_connection_unregister_object (self->connection, self->registration);
  /* Whoever waits for an answer gets it, and whoever listens to the bus is told of the end before this returns. */
  g_dbus_connection_flush_sync (self->connection, NULL, NULL);
  call_bus (self, "ReleaseName", g_variant_new ("(s)", NAME));
  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_clear_object (&self->connection);
  g_free (self->title);
  g_free (self->body);
  g_strfreev (self->actions);
  g_free (self);
}

static const char *
find_action (NotificationDaemon *self,
             const char         *label)
{
  for (guint i = 0; self->actions[i] != NULL; i += 2)
    if (g_str_equal (self->actions[i + 1], label))
      return self->actions[i];

  g_assert_not_reached ();
}

void
notification_daemon_click (NotificationDaemon *self,
                           const char         *label)
{
  const char *action = label != NULL ? find_action (self, label) : "default";
  g_autoptr(GError) error = NULL;

  g_dbus_connection_emit_signal (self->connection, NULL, PATH, NAME, "ActionInvoked",
                                 g_variant_new ("(us)", NOTIFICATION_ID, action), &error);
  g_assert_no_error (error);
}
