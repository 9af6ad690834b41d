/* desk-production-gate.c: what cannot be undone for a real person has to be meant
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-production-gate.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  AdwMessageDialog *dialog;
  char             *response;
  char             *expected;
} Gate;

static void
gate_free (gpointer  data,
           GClosure *closure)
{
  Gate *gate = data;

  g_free (gate->response);
  g_free (gate->expected);
  g_free (gate);
}

static void
typed_cb (GtkEditable *entry,
          Gate        *gate)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (gate->dialog, gate->response, g_str_equal (typed, gate->expected));
}

/* Returns: (transfer full): what is to be typed */
static char *
dup_expected (DeskContext *context,
              const char  *end_user_id)
{
  GListModel *end_users = desk_directory_get_end_users (desk_context_get_directory (context));

  for (guint i = 0; i < g_list_model_get_n_items (end_users); i++)
    {
      g_autoptr(DeskEndUser) end_user = g_list_model_get_item (end_users, i);
      const char *email = desk_end_user_get_email (end_user);

      if (g_str_equal (desk_end_user_get_id (end_user), end_user_id) && email != NULL && *email != '\0')
        return g_strdup (email);
    }

  return g_strdup (end_user_id);
}

static GtkWidget *
create_form (const char *expected,
             GtkWidget  *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *text = NULL;

  /* Translators: an e-mail address. */
  text = g_strdup_printf (_("This is a real person in production. To go on, type: %s"), expected);
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);

  return box;
}

void
desk_production_gate_add (AdwMessageDialog *dialog,
                          const char       *response,
                          DeskContext      *context,
                          const char       *end_user_id)
{
  GtkWidget *entry = NULL;
  Gate *gate = NULL;

  g_return_if_fail (ADW_IS_MESSAGE_DIALOG (dialog));
  g_return_if_fail (response != NULL);
  g_return_if_fail (DESK_IS_CONTEXT (context));

  if (!desk_environment_is_production (desk_context_get_environment (context)))
    return;

  gate = g_new0 (Gate, 1);
  gate->dialog = dialog;
  gate->response = g_strdup (response);
  gate->expected = dup_expected (context, end_user_id != NULL ? end_user_id : "");
  entry = gtk_entry_new ();
  adw_message_dialog_set_extra_child (dialog, create_form (gate->expected, entry));
  g_signal_connect_data (entry, "changed", G_CALLBACK (typed_cb), gate, gate_free, 0);
  typed_cb (GTK_EDITABLE (entry), gate);
}
