/* desk-end-user-dialog.c: creates an end user, or changes how one is reached
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-api-error.h"
#include "desk-end-user-dialog.h"
#include "desk-ui-error.h"

struct _DeskEndUserDialog
{
  AdwWindow       parent_instance;

  /* Template widgets */
  GtkButton      *save_button;
  GtkWidget      *link_button;
  GtkSpinner     *spinner;
  GtkWidget      *form;
  AdwEntryRow    *name_row;
  AdwActionRow   *fixed_name_row;
  AdwEntryRow    *email_row;
  AdwEntryRow    *phone_row;
  GtkLabel       *hint;
  GtkWidget      *problem;
  GtkLabel       *problem_label;
  GtkWidget      *found_group;
  GtkListBox     *found_list;

  /* Owned */
  DeskDirectory  *directory;
  DeskEndUser    *end_user;    /* (nullable) */
  GCancellable   *cancellable;
  GError         *error;       /* (nullable) */

  gboolean        links;       /* an account is to be linked as soon as the end user is there */
};

G_DEFINE_FINAL_TYPE (DeskEndUserDialog, desk_end_user_dialog, ADW_TYPE_WINDOW)

enum
{
  SAVED,
  LINK_ACCOUNT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_input (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static gboolean
looks_like_email (const char *text)
{
  const char *at = strchr (text, '@');

  return at != NULL && at != text && at[1] != '\0' && strchr (at + 1, '@') == NULL && strchr (text, ' ') == NULL;
}

/* E.164: a plus and 8 to 15 digits (fiskil-api.md 1.9); the service asks for no more. */
static gboolean
looks_like_phone (const char *text)
{
  gsize n_digits = strspn (text + 1, "0123456789");

  return text[0] == '+' && text[n_digits + 1] == '\0' && n_digits >= 8 && n_digits <= 15;
}

static void
set_row_ok (AdwEntryRow *row,
            gboolean     ok)
{
  if (ok)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
}

static const char *
get_hint (gboolean email_ok,
          gboolean phone_ok)
{
  if (!email_ok)
    return _("Write the whole e-mail address: mia@example.com");
  if (!phone_ok)
    return _("Write the phone number with its country code and no blanks: +61491570006");
  return _("The service writes to this address when a consent begins or ends.");
}

static void
input_changed_cb (DeskEndUserDialog *self)
{
  g_autofree char *email = dup_input (self->email_row);
  g_autofree char *phone = dup_input (self->phone_row);
  gboolean email_ok = looks_like_email (email);
  gboolean phone_ok = *phone == '\0' || looks_like_phone (phone);

  set_row_ok (self->email_row, email_ok || *email == '\0');
  set_row_ok (self->phone_row, phone_ok);
  gtk_label_set_text (self->hint, get_hint (email_ok || *email == '\0', phone_ok));
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), email_ok && phone_ok);
  gtk_widget_set_sensitive (self->link_button, email_ok && phone_ok);
}

static void
set_busy (DeskEndUserDialog *self,
          gboolean           busy)
{
  /* An entry that is made insensitive is not told by GTK 4.8 that it loses the focus: its cursor would blink on. */
  if (busy)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (self->form, !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), !busy);
  gtk_widget_set_sensitive (self->link_button, !busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static void
finish (DeskEndUserDialog *self,
        DeskEndUser       *end_user)
{
  g_autoptr(DeskEndUserDialog) alive = g_object_ref (self);

  g_autoptr(DeskEndUser) saved = g_object_ref (end_user);

  gtk_window_destroy (GTK_WINDOW (self));
  g_signal_emit (self, signals[SAVED], 0, saved);
  if (self->links)
    g_signal_emit (self, signals[LINK_ACCOUNT], 0, saved);
}

static void
show_problem (DeskEndUserDialog *self,
              const GError      *error)
{
  g_clear_error (&self->error);
  self->error = g_error_copy (error);
  gtk_label_set_text (self->problem_label, error->message);
  gtk_widget_set_visible (self->problem, TRUE);
}

static void
found_row_activated_cb (DeskEndUserDialog *self,
                        GtkListBoxRow     *row)
{
  finish (self, g_object_get_data (G_OBJECT (row), "end-user"));
}

/* The service may have made the end user although no answer came: offer what has this e-mail now. */
static void
offer_found (DeskEndUserDialog *self,
             GPtrArray         *found)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->found_list))) != NULL)
    gtk_list_box_remove (self->found_list, child);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      DeskEndUser *end_user = g_ptr_array_index (found, i);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), desk_end_user_get_title (end_user));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), desk_end_user_get_id (end_user));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "end-user", g_object_ref (end_user), g_object_unref);
      gtk_list_box_append (self->found_list, row);
    }
  gtk_widget_set_visible (self->found_group, found != NULL && found->len > 0);
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(DeskEndUserDialog) self = user_data;
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(DeskEndUser) end_user = desk_directory_create_finish (DESK_DIRECTORY (source), result, &found, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_busy (self, FALSE);
  if (end_user != NULL)
    {
      finish (self, end_user);
      return;
    }
  show_problem (self, error);
  offer_found (self, found);
}

static void
updated_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(DeskEndUserDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean updated = desk_directory_update_finish (DESK_DIRECTORY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_busy (self, FALSE);
  if (updated)
    finish (self, self->end_user);
  else
    show_problem (self, error);
}

static void
save (DeskEndUserDialog *self)
{
  g_autofree char *name = dup_input (self->name_row);
  g_autofree char *email = dup_input (self->email_row);
  g_autofree char *phone = dup_input (self->phone_row);

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->save_button)))
    return;

  gtk_widget_set_visible (self->problem, FALSE);
  gtk_widget_set_visible (self->found_group, FALSE);
  set_busy (self, TRUE);
  if (self->end_user == NULL)
    desk_directory_create_async (self->directory, *name != '\0' ? name : NULL, email, *phone != '\0' ? phone : NULL,
                                 self->cancellable, created_cb, g_object_ref (self));
  else
    desk_directory_update_async (self->directory, self->end_user, email, *phone != '\0' ? phone : NULL,
                                 self->cancellable, updated_cb, g_object_ref (self));
}

static void
save_only (DeskEndUserDialog *self)
{
  self->links = FALSE;
  save (self);
}

static void
save_and_link (DeskEndUserDialog *self)
{
  self->links = TRUE;
  save (self);
}

static void
copy_problem_cb (DeskEndUserDialog *self)
{
  g_autofree char *details = desk_ui_error_dup_details (self->error);

  desk_ui_copy (GTK_WIDGET (self), details);
}

static void
desk_end_user_dialog_dispose (GObject *object)
{
  DeskEndUserDialog *self = DESK_END_USER_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->directory);
  g_clear_object (&self->end_user);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (desk_end_user_dialog_parent_class)->dispose (object);
}

static void
desk_end_user_dialog_finalize (GObject *object)
{
  g_clear_object (&DESK_END_USER_DIALOG (object)->cancellable);

  G_OBJECT_CLASS (desk_end_user_dialog_parent_class)->finalize (object);
}

static void
desk_end_user_dialog_class_init (DeskEndUserDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_end_user_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_end_user_dialog_finalize;

  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, DESK_TYPE_END_USER);

  signals[LINK_ACCOUNT] = g_signal_new ("link-account", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, DESK_TYPE_END_USER);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-end-user-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskEndUserDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, DeskEndUserDialog, link_button);
  gtk_widget_class_bind_template_child (widget_class, DeskEndUserDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, DeskEndUserDialog, form);
  gtk_widget_class_bind_template_child (widget_class, DeskEndUserDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, DeskEndUserDialog, fixed_name_row);
  gtk_widget_class_bind_template_child (widget_class, DeskEndUserDialog, email_row);
  gtk_widget_class_bind_template_child (widget_class, DeskEndUserDialog, phone_row);
  gtk_widget_class_bind_template_child (widget_class, DeskEndUserDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, DeskEndUserDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, DeskEndUserDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, DeskEndUserDialog, found_group);
  gtk_widget_class_bind_template_child (widget_class, DeskEndUserDialog, found_list);
  gtk_widget_class_bind_template_callback (widget_class, input_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_only);
  gtk_widget_class_bind_template_callback (widget_class, save_and_link);
  gtk_widget_class_bind_template_callback (widget_class, copy_problem_cb);
  gtk_widget_class_bind_template_callback (widget_class, found_row_activated_cb);
}

static void
desk_end_user_dialog_init (DeskEndUserDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

static void
fill_in (DeskEndUserDialog *self)
{
  const char *email = desk_end_user_get_email (self->end_user);
  const char *phone = desk_end_user_get_phone (self->end_user);

  gtk_window_set_title (GTK_WINDOW (self), _("Edit end user"));
  gtk_button_set_label (self->save_button, _("_Save"));
  gtk_widget_set_visible (self->link_button, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->name_row), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->fixed_name_row), TRUE);
  adw_action_row_set_subtitle (self->fixed_name_row, desk_end_user_get_title (self->end_user));
  gtk_editable_set_text (GTK_EDITABLE (self->email_row), email != NULL ? email : "");
  gtk_editable_set_text (GTK_EDITABLE (self->phone_row), phone != NULL ? phone : "");
}

GtkWidget *
desk_end_user_dialog_new (DeskDirectory *directory,
                          DeskEndUser   *end_user)
{
  DeskEndUserDialog *self = g_object_new (DESK_TYPE_END_USER_DIALOG, NULL);

  self->directory = g_object_ref (directory);
  if (g_set_object (&self->end_user, end_user))
    fill_in (self);
  input_changed_cb (self);
  /* Whoever opens this types at once: a blank must not press Cancel. */
  gtk_widget_grab_focus (GTK_WIDGET (end_user == NULL ? self->name_row : self->email_row));
  return GTK_WIDGET (self);
}
