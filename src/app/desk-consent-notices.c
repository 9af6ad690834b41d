/* desk-consent-notices.c: decides what the user hears of consents that end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-consent-notices.h"

#include "desk-notice-memory.h"

/* Days before the end, the nearest first. */
static const int terms[] = { 1, 7, 30 };

struct _DeskConsentNotices
{
  GObject           parent_instance;

  DeskDirectory    *directory;
  DeskClock        *clock;
  DeskNoticeMemory *memory;
  GHashTable       *ended; /* (element-type utf8): ids of the consents that were told to have ended since the start */
};

enum
{
  NOTICE,
  MOOT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskConsentNotices, desk_consent_notices, G_TYPE_OBJECT)

static void
desk_consent_notices_finalize (GObject *object)
{
  DeskConsentNotices *self = DESK_CONSENT_NOTICES (object);

  g_clear_object (&self->directory);
  g_clear_object (&self->clock);
  g_clear_object (&self->memory);
  g_clear_pointer (&self->ended, g_hash_table_unref);

  G_OBJECT_CLASS (desk_consent_notices_parent_class)->finalize (object);
}

static void
desk_consent_notices_class_init (DeskConsentNoticesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_consent_notices_finalize;

  signals[NOTICE] =
    g_signal_new ("notice", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, DESK_TYPE_CONSENT_NOTICE);
  signals[MOOT] =
    g_signal_new ("moot", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_consent_notices_init (DeskConsentNotices *self)
{
  self->ended = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static gboolean
is_longer_than (DeskConsent *consent,
                int          days)
{
  const gint64 agreed_at = MAX (desk_consent_get_created_at (consent), desk_consent_get_last_consent (consent));

  return agreed_at == 0 || desk_consent_get_expires_at (consent) - agreed_at > days * G_TIME_SPAN_DAY;
}

/* Returns the term that is due, in days; 0 if none is. */
static guint
get_due_term (DeskConsent *consent,
              int          days_left)
{
  for (guint i = 0; days_left > 0 && i < G_N_ELEMENTS (terms); i++)
    {
      if (days_left <= terms[i])
        return is_longer_than (consent, terms[i]) ? (guint) terms[i] : 0;
    }

  return 0;
}

static void
review_consent (DeskConsentNotices *self,
                DeskConsent        *consent,
                gint64              now)
{
  const char *id = desk_consent_get_id (consent);
  const int days_left = desk_consent_get_days_left (consent, now);
  const guint due = get_due_term (consent, days_left);
  const gboolean is_active_again = g_hash_table_remove (self->ended, id);
  guint told;

  if (desk_notice_memory_see (self->memory, id, desk_consent_get_expires_at (consent), &told) || is_active_again)
    g_signal_emit (self, signals[MOOT], 0, id);

  if (due != 0 && (told == 0 || due < told))
    {
      g_autoptr(DeskConsentNotice) notice = desk_consent_notice_new_expires (consent, days_left);

      desk_notice_memory_tell (self->memory, id, due);
      g_signal_emit (self, signals[NOTICE], 0, notice);
    }
}

static void
review (DeskConsentNotices *self)
{
  g_autoptr(GPtrArray) consents = desk_directory_dup_consents (self->directory);
  const gint64 now = desk_clock_get_now (self->clock);

  for (guint i = 0; i < consents->len; i++)
    {
      DeskConsent *consent = g_ptr_array_index (consents, i);

      if (desk_consent_get_status (consent, now) != DESK_CONSENT_STATUS_ENDED)
        review_consent (self, consent, now);
    }

  desk_notice_memory_save (self->memory);
}

static void
consent_ended_cb (DeskConsentNotices *self,
                  DeskConsent        *consent,
                  DeskConsentEnd      how,
                  gboolean            is_ours)
{
  const char *id = desk_consent_get_id (consent);
  g_autoptr(DeskConsentNotice) notice = NULL;

  if (!desk_notice_memory_forget (self->memory, id))
    return;

  desk_notice_memory_save (self->memory);
  notice = desk_consent_notice_new_ended (consent, how, is_ours);
  g_hash_table_add (self->ended, g_strdup (id));
  g_signal_emit (self, signals[NOTICE], 0, notice);
}

/* What is not even listed any more, as its end user was deleted meanwhile, leaves nothing to open. */
static void
refreshed_cb (DeskConsentNotices *self)
{
  g_autoptr(GPtrArray) consents = desk_directory_dup_consents (self->directory);
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < consents->len; i++)
    g_hash_table_add (ids, (gpointer) desk_consent_get_id (g_ptr_array_index (consents, i)));

  desk_notice_memory_retain (self->memory, ids);
  desk_notice_memory_save (self->memory);
}

DeskConsentNotices *
desk_consent_notices_new (DeskDirectory *directory,
                          DeskClock     *clock,
                          DeskKeptPlace *place)
{
  DeskConsentNotices *self;

  g_return_val_if_fail (DESK_IS_DIRECTORY (directory), NULL);
  g_return_val_if_fail (DESK_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (DESK_IS_KEPT_PLACE (place), NULL);

  self = g_object_new (DESK_TYPE_CONSENT_NOTICES, NULL);
  self->directory = g_object_ref (directory);
  self->clock = g_object_ref (clock);
  self->memory = desk_notice_memory_new (place);

  g_signal_connect_object (directory, "consents-changed", G_CALLBACK (review), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (directory, "consent-ended", G_CALLBACK (consent_ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (directory, "refreshed", G_CALLBACK (refreshed_cb), self, G_CONNECT_SWAPPED);

  return self;
}
