/* desk-consent-popup.c: a window that a consent page opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-consent-popup.h"

#include <glib/gi18n-lib.h>

#include "desk-consent-origin-bar.h"
#include "desk-consent-web.h"
#include "desk-http.h"

#define DEFAULT_WIDTH 520
#define DEFAULT_HEIGHT 640

struct _DeskConsentPopup
{
  AdwWindow parent_instance;

  DeskConsentOriginBar *origin_bar; /* a child */
  WebKitWebView *web_view; /* (owned) */
};

G_DEFINE_FINAL_TYPE (DeskConsentPopup, desk_consent_popup, ADW_TYPE_WINDOW)

static void
load_changed_cb (DeskConsentPopup *self,
                 WebKitLoadEvent   event,
                 WebKitWebView    *web_view)
{
  const char *uri = webkit_web_view_get_uri (web_view);
  g_autofree char *origin = NULL;

  if (event != WEBKIT_LOAD_COMMITTED)
    return;

  origin = uri != NULL ? desk_http_dup_origin (uri) : NULL;
  desk_consent_origin_bar_set_origin (self->origin_bar, origin);
}

static void
ready_to_show_cb (DeskConsentPopup *self,
                  WebKitWebView    *web_view)
{
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (web_view));
}

static void
desk_consent_popup_dispose (GObject *object)
{
  DeskConsentPopup *self = DESK_CONSENT_POPUP (object);

  if (self->web_view != NULL)
    {
      /* `close` may be what brought us here: the web view goes when that signal is over. */
      g_signal_handlers_disconnect_by_data (self->web_view, self);
      g_idle_add_once (g_object_unref, g_steal_pointer (&self->web_view));
    }

  G_OBJECT_CLASS (desk_consent_popup_parent_class)->dispose (object);
}

static void
desk_consent_popup_class_init (DeskConsentPopupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_consent_popup_dispose;

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
desk_consent_popup_init (DeskConsentPopup *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _("Window of the consent page"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), DEFAULT_WIDTH, DEFAULT_HEIGHT);
}

static void
fill (DeskConsentPopup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->origin_bar = DESK_CONSENT_ORIGIN_BAR (desk_consent_origin_bar_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->web_view), TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->origin_bar));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->web_view));
  adw_window_set_content (ADW_WINDOW (self), box);
}

DeskConsentPopup *
desk_consent_popup_new (GtkWindow     *parent,
                        WebKitWebView *opener)
{
  DeskConsentPopup *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (WEBKIT_IS_WEB_VIEW (opener), NULL);

  self = g_object_new (DESK_TYPE_CONSENT_POPUP, "transient-for", parent, NULL);
  self->web_view = WEBKIT_WEB_VIEW (g_object_ref_sink (desk_consent_web_new_related (opener)));
  fill (self);

  g_signal_connect_object (self->web_view, "load-changed", G_CALLBACK (load_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->web_view, "ready-to-show", G_CALLBACK (ready_to_show_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->web_view, "close", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);

  return self;
}

WebKitWebView *
desk_consent_popup_get_web_view (DeskConsentPopup *self)
{
  g_return_val_if_fail (DESK_IS_CONSENT_POPUP (self), NULL);

  return self->web_view;
}
