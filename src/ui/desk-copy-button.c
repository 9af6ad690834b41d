/* desk-copy-button.c: copies one value of a row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-copy-button.h"

#include <glib/gi18n-lib.h>

#include "desk-ui-error.h"

static void
copy_clicked_cb (GtkButton  *button,
                 const char *text)
{
  desk_ui_copy (GTK_WIDGET (button), text);
}

GtkWidget *
desk_copy_button_new (const char *label,
                      const char *text)
{
  GtkWidget *button = NULL;
  g_autofree char *words = NULL;

  g_return_val_if_fail (label != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  button = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  /* Translators: copies a value, named by its label: "Copy: Home e-mail" */
  words = g_strdup_printf (_("Copy: %s"), label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Copy"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (copy_clicked_cb), g_strdup (text),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  return button;
}
