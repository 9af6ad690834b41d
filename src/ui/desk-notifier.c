/* desk-notifier.c: shows notices about consents on the desktop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-notice-words.h"
#include "desk-notifier.h"

struct _DeskNotifier
{
  GObject       parent_instance;

  /* Owned */
  GApplication *application;
  GSignalGroup *signals;
};

G_DEFINE_FINAL_TYPE (DeskNotifier, desk_notifier, G_TYPE_OBJECT)

static char *
dup_notification_id (const char *consent_id)
{
  return g_strconcat ("consent-", consent_id, NULL);
}

static void
notice_cb (DeskNotifier      *self,
           DeskConsentNotice *notice)
{
  const char *consent_id = desk_consent_notice_get_consent_id (notice);
  g_autofree char *id = dup_notification_id (consent_id);
  g_autofree char *title = desk_notice_dup_title (notice);
  g_autofree char *body = desk_notice_dup_body (notice);
  g_autoptr(GNotification) notification = g_notification_new (title);

  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (notification, "app.show-consent", "s", consent_id);
  g_application_send_notification (self->application, id, notification);
}

static void
moot_cb (DeskNotifier *self,
         const char   *consent_id)
{
  g_autofree char *id = dup_notification_id (consent_id);

  g_application_withdraw_notification (self->application, id);
}

static void
desk_notifier_dispose (GObject *object)
{
  DeskNotifier *self = DESK_NOTIFIER (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->application);

  G_OBJECT_CLASS (desk_notifier_parent_class)->dispose (object);
}

static void
desk_notifier_class_init (DeskNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_notifier_dispose;
}

static void
desk_notifier_init (DeskNotifier *self)
{
  self->signals = g_signal_group_new (DESK_TYPE_CONSENT_NOTICES);
  g_signal_group_connect_swapped (self->signals, "notice", G_CALLBACK (notice_cb), self);
  g_signal_group_connect_swapped (self->signals, "moot", G_CALLBACK (moot_cb), self);
}

DeskNotifier *
desk_notifier_new (GApplication *application)
{
  DeskNotifier *self = NULL;

  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);

  self = g_object_new (DESK_TYPE_NOTIFIER, NULL);
  self->application = g_object_ref (application);
  return self;
}

void
desk_notifier_set_notices (DeskNotifier       *self,
                           DeskConsentNotices *notices)
{
  g_return_if_fail (DESK_IS_NOTIFIER (self));

  g_signal_group_set_target (self->signals, notices);
}
