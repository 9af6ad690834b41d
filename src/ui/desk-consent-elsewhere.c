/* desk-consent-elsewhere.c: the page from which a consent is finished on another device
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-consent-elsewhere.h"

#include <glib/gi18n-lib.h>

#include "desk-http.h"
#include "desk-qr-code.h"

#define HTTPS "https://"

struct _DeskConsentElsewhere
{
  AdwBin      parent_instance;

  /* Template widgets */
  DeskQrCode *qr_code;
  GtkWidget  *no_code_label;
  GtkLabel   *host_label;
  GtkWidget  *loopback_label;
};

G_DEFINE_FINAL_TYPE (DeskConsentElsewhere, desk_consent_elsewhere, ADW_TYPE_BIN)

static void
show_host (DeskConsentElsewhere *self,
           const char           *uri)
{
  g_autofree char *web_origin = uri != NULL ? desk_http_dup_origin (uri) : NULL;
  const char *host = web_origin;
  g_autofree char *words = NULL;

  if (host != NULL && g_str_has_prefix (host, HTTPS))
    host += strlen (HTTPS);
  /* Translators: %s is a host, such as auth.fiskil.com */
  words = host != NULL ? g_strdup_printf (_("The address leads to %s"), host) : NULL;
  gtk_label_set_text (self->host_label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->host_label), words != NULL);
}

static void
desk_consent_elsewhere_class_init (DeskConsentElsewhereClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DESK_TYPE_QR_CODE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-consent-elsewhere.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskConsentElsewhere, qr_code);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentElsewhere, no_code_label);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentElsewhere, host_label);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentElsewhere, loopback_label);
}

static void
desk_consent_elsewhere_init (DeskConsentElsewhere *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  desk_consent_elsewhere_set_uri (self, NULL);
}

GtkWidget *
desk_consent_elsewhere_new (void)
{
  return g_object_new (DESK_TYPE_CONSENT_ELSEWHERE, NULL);
}

void
desk_consent_elsewhere_set_uri (DeskConsentElsewhere *self,
                                const char           *uri)
{
  gboolean is_empty;

  g_return_if_fail (DESK_IS_CONSENT_ELSEWHERE (self));

  desk_qr_code_set_text (self->qr_code, uri);
  is_empty = desk_qr_code_is_empty (self->qr_code);
  gtk_widget_set_visible (GTK_WIDGET (self->qr_code), !is_empty);
  gtk_widget_set_visible (self->no_code_label, is_empty);
  gtk_widget_set_visible (self->loopback_label, uri != NULL && desk_http_is_loopback (uri));
  show_host (self, uri);
}
