/* desk-consent-notice.c: something about a consent that the user should hear of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-consent-notice.h"

struct _DeskConsentNotice
{
  GObject                parent_instance;

  DeskConsentNoticeKind  kind;
  char                  *consent_id;
  char                  *end_user_id;      /* (nullable) */
  char                  *institution_name; /* (nullable) */
  int                    days_left;
  gint64                 expires_at;
  DeskConsentEnd         how;
  gboolean               is_ours;
};

G_DEFINE_FINAL_TYPE (DeskConsentNotice, desk_consent_notice, G_TYPE_OBJECT)

static void
desk_consent_notice_finalize (GObject *object)
{
  DeskConsentNotice *self = DESK_CONSENT_NOTICE (object);

  g_free (self->consent_id);
  g_free (self->end_user_id);
  g_free (self->institution_name);

  G_OBJECT_CLASS (desk_consent_notice_parent_class)->finalize (object);
}

static void
desk_consent_notice_class_init (DeskConsentNoticeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_consent_notice_finalize;
}

static void
desk_consent_notice_init (DeskConsentNotice *self)
{
}

static DeskConsentNotice *
notice_new (DeskConsentNoticeKind  kind,
            DeskConsent           *consent)
{
  DeskConsentNotice *self = g_object_new (DESK_TYPE_CONSENT_NOTICE, NULL);

  self->kind = kind;
  self->consent_id = g_strdup (desk_consent_get_id (consent));
  self->end_user_id = g_strdup (desk_consent_get_end_user_id (consent));
  self->institution_name = g_strdup (desk_consent_get_institution_name (consent));
  self->expires_at = desk_consent_get_expires_at (consent);

  return self;
}

DeskConsentNotice *
desk_consent_notice_new_expires (DeskConsent *consent,
                                 int          days_left)
{
  DeskConsentNotice *self;

  g_return_val_if_fail (DESK_IS_CONSENT (consent), NULL);
  g_return_val_if_fail (days_left > 0, NULL);

  self = notice_new (DESK_CONSENT_NOTICE_EXPIRES, consent);
  self->days_left = days_left;

  return self;
}

DeskConsentNotice *
desk_consent_notice_new_ended (DeskConsent    *consent,
                               DeskConsentEnd  how,
                               gboolean        is_ours)
{
  DeskConsentNotice *self;

  g_return_val_if_fail (DESK_IS_CONSENT (consent), NULL);

  self = notice_new (DESK_CONSENT_NOTICE_ENDED, consent);
  self->how = how;
  self->is_ours = is_ours;

  return self;
}

DeskConsentNoticeKind
desk_consent_notice_get_kind (DeskConsentNotice *self)
{
  g_return_val_if_fail (DESK_IS_CONSENT_NOTICE (self), DESK_CONSENT_NOTICE_ENDED);

  return self->kind;
}

const char *
desk_consent_notice_get_consent_id (DeskConsentNotice *self)
{
  g_return_val_if_fail (DESK_IS_CONSENT_NOTICE (self), NULL);

  return self->consent_id;
}

const char *
desk_consent_notice_get_end_user_id (DeskConsentNotice *self)
{
  g_return_val_if_fail (DESK_IS_CONSENT_NOTICE (self), NULL);

  return self->end_user_id;
}

const char *
desk_consent_notice_get_institution_name (DeskConsentNotice *self)
{
  g_return_val_if_fail (DESK_IS_CONSENT_NOTICE (self), NULL);

  return self->institution_name;
}

int
desk_consent_notice_get_days_left (DeskConsentNotice *self)
{
  g_return_val_if_fail (DESK_IS_CONSENT_NOTICE (self), 0);

  return self->days_left;
}

gint64
desk_consent_notice_get_expires_at (DeskConsentNotice *self)
{
  g_return_val_if_fail (DESK_IS_CONSENT_NOTICE (self), 0);

  return self->expires_at;
}

DeskConsentEnd
desk_consent_notice_get_how (DeskConsentNotice *self)
{
  g_return_val_if_fail (DESK_IS_CONSENT_NOTICE (self), DESK_CONSENT_END_ELSEWHERE);

  return self->how;
}

gboolean
desk_consent_notice_is_ours (DeskConsentNotice *self)
{
  g_return_val_if_fail (DESK_IS_CONSENT_NOTICE (self), FALSE);

  return self->is_ours;
}
