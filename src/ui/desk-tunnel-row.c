/* desk-tunnel-row.c: how webhooks get to this computer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-tunnel-row.h"

#include <glib/gi18n-lib.h>

#include "desk-ui-error.h"
#include "desk-webhook-receiver.h"
#include "desk-webhook-words.h"

struct _DeskTunnelRow
{
  AdwPreferencesRow  parent_instance;

  GtkLabel          *label;
  char              *uri; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (DeskTunnelRow, desk_tunnel_row, ADW_TYPE_PREFERENCES_ROW)

static void
copy_address_cb (DeskTunnelRow *self)
{
  desk_ui_copy (GTK_WIDGET (self), self->uri);
}

static void
copy_explanation_cb (DeskTunnelRow *self)
{
  desk_ui_copy (GTK_WIDGET (self), gtk_label_get_text (self->label));
}

static void
desk_tunnel_row_finalize (GObject *object)
{
  g_free (DESK_TUNNEL_ROW (object)->uri);

  G_OBJECT_CLASS (desk_tunnel_row_parent_class)->finalize (object);
}

static void
desk_tunnel_row_class_init (DeskTunnelRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_tunnel_row_finalize;
}

static void
add_button (DeskTunnelRow *self,
            GtkWidget     *box,
            const char    *title,
            GCallback      callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (title);

  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

static void
desk_tunnel_row_init (DeskTunnelRow *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0,
                              "selectable", TRUE, NULL);
  add_button (self, buttons, _("Copy _address"), G_CALLBACK (copy_address_cb));
  add_button (self, buttons, _("Copy _explanation"), G_CALLBACK (copy_explanation_cb));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (content), buttons);
  gtk_widget_add_css_class (content, "tunnel");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), content);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
desk_tunnel_row_new (void)
{
  return g_object_new (DESK_TYPE_TUNNEL_ROW, NULL);
}

void
desk_tunnel_row_set_port (DeskTunnelRow *self,
                          guint16        port)
{
  g_autofree char *explanation = NULL;

  g_return_if_fail (DESK_IS_TUNNEL_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self), port != 0);
  g_clear_pointer (&self->uri, g_free);
  if (port == 0)
    return;

  self->uri = desk_webhook_receiver_format_uri (port);
  explanation = desk_webhook_words_dup_tunnel (self->uri);
  gtk_label_set_text (self->label, explanation);
}
