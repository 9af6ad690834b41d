/* desk-notifier.c: shows notices about consents on the desktop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-notice-words.h"
#include "desk-notifier.h"

struct _DeskNotifier
{
  GObject       parent_instance;

  /* Owned */
  GApplication *application;
  GSignalGroup *signals;
  GHashTable   *shown; /* (element-type utf8): ids of notifications */
  gboolean      stays; /* whether they outlive the notifier */
};

G_DEFINE_FINAL_TYPE (DeskNotifier, desk_notifier, G_TYPE_OBJECT)

static char *
dup_notification_id (const char *consent_id)
{
  return g_strconcat ("consent-", consent_id, NULL);
}

/* What ended with its end user has no window any more. */
static gboolean
can_be_shown (DeskConsentNotice *notice)
{
  return desk_consent_notice_get_kind (notice) != DESK_CONSENT_NOTICE_ENDED ||
         desk_consent_notice_get_how (notice) != DESK_CONSENT_END_DELETED;
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
  if (can_be_shown (notice))
    g_notification_set_default_action_and_target (notification, "app.show-consent", "s", consent_id);
  if (desk_consent_notice_get_kind (notice) == DESK_CONSENT_NOTICE_EXPIRES)
    g_notification_add_button_with_target (notification, _("Agree again …"), "app.renew-consent", "s", consent_id);
  g_application_send_notification (self->application, id, notification);
  g_hash_table_add (self->shown, g_steal_pointer (&id));
}

static void
moot_cb (DeskNotifier *self,
         const char   *consent_id)
{
  g_autofree char *id = dup_notification_id (consent_id);

  /* One that stays may be of an earlier run. */
  if (g_hash_table_remove (self->shown, id) || self->stays)
    g_application_withdraw_notification (self->application, id);
}

static void
withdraw_all (DeskNotifier *self)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_application_withdraw_notification (self->application, id);
      g_hash_table_iter_remove (&iter);
    }
}

static void
desk_notifier_dispose (GObject *object)
{
  DeskNotifier *self = DESK_NOTIFIER (object);

  if (!self->stays)
    withdraw_all (self);
  g_clear_object (&self->signals);
  g_clear_object (&self->application);

  G_OBJECT_CLASS (desk_notifier_parent_class)->dispose (object);
}

static void
desk_notifier_finalize (GObject *object)
{
  g_clear_pointer (&DESK_NOTIFIER (object)->shown, g_hash_table_unref);

  G_OBJECT_CLASS (desk_notifier_parent_class)->finalize (object);
}

static void
desk_notifier_class_init (DeskNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_notifier_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_notifier_finalize;
}

static void
desk_notifier_init (DeskNotifier *self)
{
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->signals = g_signal_group_new (DESK_TYPE_CONSENT_NOTICES);
  g_signal_group_connect_swapped (self->signals, "notice", G_CALLBACK (notice_cb), self);
  g_signal_group_connect_swapped (self->signals, "moot", G_CALLBACK (moot_cb), self);
}

DeskNotifier *
desk_notifier_new (GApplication    *application,
                   DeskEnvironment *environment)
{
  DeskNotifier *self = NULL;

  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (DESK_IS_ENVIRONMENT (environment), NULL);

  self = g_object_new (DESK_TYPE_NOTIFIER, NULL);
  self->application = g_object_ref (application);
  self->stays = desk_environment_keeps_data_on_disk (environment);
  return self;
}

void
desk_notifier_set_notices (DeskNotifier       *self,
                           DeskConsentNotices *notices)
{
  g_return_if_fail (DESK_IS_NOTIFIER (self));

  g_signal_group_set_target (self->signals, notices);
}
