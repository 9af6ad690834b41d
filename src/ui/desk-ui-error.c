/* desk-ui-error.c: an error as a sentence, and as text to copy; toasts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-ui-error.h"

#include <glib/gi18n-lib.h>

#include "desk-api-error.h"

char *
desk_ui_error_dup_details (const GError *error)
{
  GString *text = NULL;

  g_return_val_if_fail (error != NULL, NULL);

  text = g_string_new (error->message);
  if (desk_api_error_get_status (error) != 0)
    g_string_append_printf (text, "\nstatus: %u", desk_api_error_get_status (error));
  if (desk_api_error_get_name (error) != NULL)
    g_string_append_printf (text, "\nname: %s", desk_api_error_get_name (error));
  if (desk_api_error_get_message (error) != NULL)
    g_string_append_printf (text, "\nmessage: %s", desk_api_error_get_message (error));
  if (desk_api_error_get_error_id (error) != NULL)
    g_string_append_printf (text, "\nerror_id: %s", desk_api_error_get_error_id (error));
  return g_string_free (text, FALSE);
}

static AdwToastOverlay *
find_toast_overlay (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *content = NULL;

  if (ADW_IS_APPLICATION_WINDOW (root))
    content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (root));
  else if (ADW_IS_WINDOW (root))
    content = adw_window_get_content (ADW_WINDOW (root));

  /* Under the band of production. */
  if (GTK_IS_BOX (content))
    content = gtk_widget_get_last_child (content);

  return ADW_IS_TOAST_OVERLAY (content) ? ADW_TOAST_OVERLAY (content) : NULL;
}

void
desk_ui_show_toast (GtkWidget *widget,
                    AdwToast  *toast)
{
  AdwToastOverlay *overlay = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (ADW_IS_TOAST (toast));

  overlay = find_toast_overlay (widget);
  if (overlay != NULL)
    adw_toast_overlay_add_toast (overlay, toast);
  else
    g_object_unref (toast);
}

void
desk_ui_show_error (GtkWidget    *widget,
                    const GError *error)
{
  g_autofree char *markup = NULL;
  g_autofree char *details = NULL;
  AdwToast *toast = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (error != NULL);

  markup = g_markup_escape_text (error->message, -1);
  details = desk_ui_error_dup_details (error);
  toast = adw_toast_new (markup);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_button_label (toast, _("_Copy details"));
  adw_toast_set_action_name (toast, "win.copy-text");
  adw_toast_set_action_target_value (toast, g_variant_new_string (details));
  desk_ui_show_toast (widget, toast);
}

void
desk_ui_copy_saying (GtkWidget  *widget,
                     const char *text,
                     const char *words)
{
  AdwToast *toast = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);
  g_return_if_fail (words != NULL);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  toast = adw_toast_new (words);
  adw_toast_set_timeout (toast, 2);
  desk_ui_show_toast (widget, toast);
}

void
desk_ui_copy (GtkWidget  *widget,
              const char *text)
{
  desk_ui_copy_saying (widget, text, _("Copied"));
}
