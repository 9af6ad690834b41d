/* desk-consent-warmer.c: has a consent view ready before it is needed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-consent-warmer.h"

#define WARM_SECONDS 60

struct _DeskConsentWarmer
{
  GObject parent_instance;

  DeskContext *context; /* (owned) */
  DeskConsentView *view; /* (owned) (nullable): not taken yet */
  gint64 wanted_at; /* by the context's clock */
  guint release_id; /* in real time: the context's clock may stand still */
};

G_DEFINE_FINAL_TYPE (DeskConsentWarmer, desk_consent_warmer, G_TYPE_OBJECT)

static void
release (DeskConsentWarmer *self)
{
  g_autoptr(DeskConsentView) view = desk_consent_warmer_take (self);

  if (view != NULL)
    desk_consent_view_close (view);
}

static gboolean
release_cb (gpointer user_data)
{
  DeskConsentWarmer *self = user_data;

  self->release_id = 0;
  release (self);

  return G_SOURCE_REMOVE;
}

static void
clock_changed_cb (DeskConsentWarmer *self,
                  DeskClock         *clock)
{
  if (desk_clock_get_now (clock) - self->wanted_at >= WARM_SECONDS * G_USEC_PER_SEC)
    release (self);
}

static void
desk_consent_warmer_dispose (GObject *object)
{
  DeskConsentWarmer *self = DESK_CONSENT_WARMER (object);

  release (self);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (desk_consent_warmer_parent_class)->dispose (object);
}

static void
desk_consent_warmer_class_init (DeskConsentWarmerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_consent_warmer_dispose;
}

static void
desk_consent_warmer_init (DeskConsentWarmer *self)
{
}

DeskConsentWarmer *
desk_consent_warmer_new (DeskContext *context)
{
  DeskConsentWarmer *self;

  g_return_val_if_fail (DESK_IS_CONTEXT (context), NULL);

  self = g_object_new (DESK_TYPE_CONSENT_WARMER, NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (desk_context_get_clock (context), "changed", G_CALLBACK (clock_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

static void
make_view (DeskConsentWarmer *self)
{
  self->view = DESK_CONSENT_VIEW (g_object_ref_sink (desk_consent_view_new ()));
  g_signal_connect_object (self->view, "web-process-ended", G_CALLBACK (release), self, G_CONNECT_SWAPPED);
  desk_consent_view_warm_up (self->view);
}

void
desk_consent_warmer_warm_up (DeskConsentWarmer *self)
{
  DeskApiClient *client;

  g_return_if_fail (DESK_IS_CONSENT_WARMER (self));

  if (self->view == NULL)
    make_view (self);

  client = desk_context_get_client (self->context);
  if (client != NULL)
    desk_api_client_prepare (client);

  self->wanted_at = desk_clock_get_now (desk_context_get_clock (self->context));
  g_clear_handle_id (&self->release_id, g_source_remove);
  self->release_id = g_timeout_add_seconds (WARM_SECONDS, release_cb, self);
}

DeskConsentView *
desk_consent_warmer_peek (DeskConsentWarmer *self)
{
  g_return_val_if_fail (DESK_IS_CONSENT_WARMER (self), NULL);

  return self->view;
}

DeskConsentView *
desk_consent_warmer_take (DeskConsentWarmer *self)
{
  g_return_val_if_fail (DESK_IS_CONSENT_WARMER (self), NULL);

  g_clear_handle_id (&self->release_id, g_source_remove);
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);

  return g_steal_pointer (&self->view);
}
