/* desk-consent-frame-load.c: what becomes of the page that is loaded in the frame
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-consent-frame-load.h"

#include "desk-consent-web.h"

struct _DeskConsentFrameLoad
{
  GObject parent_instance;

  char *allowed_uri; /* (owned) (nullable): of the last navigation */
  WebKitWebResource *page; /* (owned) (nullable) */
  gboolean is_expected; /* the frame's own page is the next at that address */
  gboolean is_get;
};

G_DEFINE_FINAL_TYPE (DeskConsentFrameLoad, desk_consent_frame_load, G_TYPE_OBJECT)

enum
{
  FAILED,
  TLS_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
set_page (DeskConsentFrameLoad *self,
          WebKitWebResource    *page)
{
  if (self->page != NULL)
    g_signal_handlers_disconnect_by_data (self->page, self);

  g_set_object (&self->page, page);
}

static void
desk_consent_frame_load_dispose (GObject *object)
{
  desk_consent_frame_load_forget (DESK_CONSENT_FRAME_LOAD (object));

  G_OBJECT_CLASS (desk_consent_frame_load_parent_class)->dispose (object);
}

static void
desk_consent_frame_load_class_init (DeskConsentFrameLoadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_consent_frame_load_dispose;

  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[TLS_FAILED] = g_signal_new ("tls-failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
desk_consent_frame_load_init (DeskConsentFrameLoad *self)
{
}

DeskConsentFrameLoad *
desk_consent_frame_load_new (void)
{
  return g_object_new (DESK_TYPE_CONSENT_FRAME_LOAD, NULL);
}

void
desk_consent_frame_load_note_navigation (DeskConsentFrameLoad *self,
                                         const char           *uri)
{
  g_return_if_fail (DESK_IS_CONSENT_FRAME_LOAD (self));
  g_return_if_fail (uri != NULL);

  g_free (self->allowed_uri);
  self->allowed_uri = g_strdup (uri);
}

void
desk_consent_frame_load_expect (DeskConsentFrameLoad *self)
{
  g_return_if_fail (DESK_IS_CONSENT_FRAME_LOAD (self));

  self->is_expected = TRUE;
}

static void
failed_cb (DeskConsentFrameLoad *self,
           const GError         *error,
           WebKitWebResource    *page)
{
  if (desk_consent_web_is_failure (error))
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
tls_failed_cb (DeskConsentFrameLoad *self,
               GTlsCertificate      *certificate,
               GTlsCertificateFlags  flags,
               WebKitWebResource    *page)
{
  g_signal_emit (self, signals[TLS_FAILED], 0, webkit_web_resource_get_uri (page));
}

/* Also where the server sends it on to. */
static void
sent_request_cb (DeskConsentFrameLoad *self,
                 WebKitURIRequest     *request,
                 WebKitURIResponse    *redirect,
                 WebKitWebResource    *page)
{
  self->is_get = g_strcmp0 (webkit_uri_request_get_http_method (request), "GET") == 0;
}

static gboolean
is_same_page (const char *uri,
              const char *other_uri)
{
  const size_t length = strcspn (uri, "#");

  return length == strcspn (other_uri, "#") && strncmp (uri, other_uri, length) == 0;
}

void
desk_consent_frame_load_note_resource (DeskConsentFrameLoad *self,
                                       WebKitWebResource    *resource,
                                       WebKitURIRequest     *request)
{
  g_return_if_fail (DESK_IS_CONSENT_FRAME_LOAD (self));

  if (!self->is_expected || self->allowed_uri == NULL ||
      !is_same_page (webkit_uri_request_get_uri (request), self->allowed_uri))
    return;

  self->is_expected = FALSE;
  self->is_get = FALSE;
  set_page (self, resource);
  g_signal_connect_object (resource, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (resource, "failed-with-tls-errors", G_CALLBACK (tls_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (resource, "sent-request", G_CALLBACK (sent_request_cb), self, G_CONNECT_SWAPPED);
}

gboolean
desk_consent_frame_load_is_at (DeskConsentFrameLoad *self,
                               const char           *uri)
{
  g_return_val_if_fail (DESK_IS_CONSENT_FRAME_LOAD (self), FALSE);

  return self->page != NULL && uri != NULL && is_same_page (webkit_web_resource_get_uri (self->page), uri);
}

const char *
desk_consent_frame_load_get_uri_to_open (DeskConsentFrameLoad *self)
{
  g_return_val_if_fail (DESK_IS_CONSENT_FRAME_LOAD (self), NULL);

  return self->page != NULL && !self->is_expected && self->is_get ? webkit_web_resource_get_uri (self->page) : NULL;
}

void
desk_consent_frame_load_forget (DeskConsentFrameLoad *self)
{
  g_return_if_fail (DESK_IS_CONSENT_FRAME_LOAD (self));

  set_page (self, NULL);
  self->is_expected = FALSE;
  g_clear_pointer (&self->allowed_uri, g_free);
}
