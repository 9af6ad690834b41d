/* desk-consent-receipt.c: that sharing has ended, when and how
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-consent-receipt.h"
#include "desk-format.h"
#include "desk-ui-error.h"

struct _DeskConsentReceipt
{
  AdwPreferencesGroup  parent_instance;

  /* The group's */
  GtkWidget           *row;

  /* Owned */
  char                *text;
};

G_DEFINE_FINAL_TYPE (DeskConsentReceipt, desk_consent_receipt, ADW_TYPE_PREFERENCES_GROUP)

static void
copy_clicked_cb (DeskConsentReceipt *self)
{
  desk_ui_copy_saying (GTK_WIDGET (self), self->text, _("The receipt is copied"));
}

static void
desk_consent_receipt_finalize (GObject *object)
{
  g_free (DESK_CONSENT_RECEIPT (object)->text);

  G_OBJECT_CLASS (desk_consent_receipt_parent_class)->finalize (object);
}

static void
desk_consent_receipt_class_init (DeskConsentReceiptClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_consent_receipt_finalize;
}

static void
desk_consent_receipt_init (DeskConsentReceipt *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Copy receipt"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (copy_clicked_cb), self);

  self->row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title-lines", 0, "subtitle-lines", 0, NULL);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->row);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
desk_consent_receipt_show (DeskConsentReceipt *self,
                           DeskReceipt        *receipt)
{
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;
  DeskConsentEnd how;

  g_return_if_fail (DESK_IS_CONSENT_RECEIPT (self));

  gtk_widget_set_visible (GTK_WIDGET (self), receipt != NULL);
  if (receipt == NULL)
    return;

  how = desk_receipt_get_how (receipt);
  day = desk_format_instant (desk_receipt_get_ended_at (receipt));
  /* Translators: a time, and by whom or what: "Sharing ended on 27 Nov 2026, 12:40, by expiry" */
  title = g_strdup_printf (_("Sharing ended on %s, %s"), day, desk_consent_end_get_words (how));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row), desk_consent_end_get_explanation (how));
  g_free (self->text);
  self->text = desk_receipt_to_string (receipt);
}
