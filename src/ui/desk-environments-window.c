/* desk-environments-window.c: all environments, to open, change and remove
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-environments-window.h"

#include <glib/gi18n-lib.h>

#include "desk-ui-error.h"

struct _DeskEnvironmentsWindow
{
  AdwWindow            parent_instance;

  /* Template widgets */
  AdwPreferencesGroup *group;
  GtkWidget           *problem_group;
  GtkLabel            *problem_label;

  /* Owned */
  DeskEnvironmentBook *book;
  GPtrArray           *rows; /* (element-type GtkWidget) (unowned) */
  GCancellable        *cancellable;
};

G_DEFINE_FINAL_TYPE (DeskEnvironmentsWindow, desk_environments_window, ADW_TYPE_WINDOW)

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(DeskEnvironmentsWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  desk_environment_book_remove_finish (DESK_ENVIRONMENT_BOOK (source), result, &error);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    desk_ui_show_error (GTK_WIDGET (self), error);
}

static void
remove_answered_cb (DeskEnvironmentsWindow *self,
                    const char             *response,
                    AdwMessageDialog       *dialog)
{
  if (g_strcmp0 (response, "remove") == 0)
    desk_environment_book_remove_async (self->book, g_object_get_data (G_OBJECT (dialog), "environment"),
                                        self->cancellable, removed_cb, g_object_ref (self));
}

static void
remove_clicked_cb (DeskEnvironmentsWindow *self,
                   GtkWidget              *button)
{
  DeskEnvironment *environment = g_object_get_data (G_OBJECT (button), "environment");
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Remove this environment?"), NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _("“%s” is removed here, with its client secret and its receipts. Its window closes. "
                                    "End users and consents stay at the service."),
                                  desk_environment_get_name (environment));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _("_Cancel"), "remove", _("_Remove"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_object_set_data_full (G_OBJECT (dialog), "environment", g_object_ref (environment), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (remove_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
create_button (const char *icon_name,
               const char *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return button;
}

static void
add_buttons (DeskEnvironmentsWindow *self,
             AdwActionRow           *row,
             DeskEnvironment        *environment)
{
  GtkWidget *edit = create_button ("document-edit-symbolic", _("Change"));
  GtkWidget *remove = create_button ("user-trash-symbolic", _("Remove"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (edit), "app.edit-environment");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (edit), "s", desk_environment_get_name (environment));
  g_object_set_data_full (G_OBJECT (remove), "environment", g_object_ref (environment), g_object_unref);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, edit);
  adw_action_row_add_suffix (row, remove);
}

static char *
dup_subtitle (DeskEnvironmentsWindow *self,
              DeskEnvironment        *environment)
{
  const char *uri = desk_environment_get_api_uri (environment);
  const char *stage = desk_environment_get_stage (environment) == DESK_ENVIRONMENT_STAGE_PRODUCTION ? _("Production") : NULL;
  g_autoptr(GPtrArray) parts = g_ptr_array_new ();

  if (desk_environment_get_kind (environment) == DESK_ENVIRONMENT_KIND_SANDBOX)
    return g_strdup (_("Built in; needs no account and no network"));

  if (stage != NULL)
    g_ptr_array_add (parts, (gpointer) stage);
  g_ptr_array_add (parts, (gpointer) uri);
  if (desk_keyring_is_for_session (desk_environment_book_get_keyring (self->book), desk_environment_get_name (environment)))
    g_ptr_array_add (parts, (gpointer) _("client secret kept for this session only"));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
add_row (DeskEnvironmentsWindow *self,
         DeskEnvironment        *environment)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *open = gtk_button_new_with_mnemonic (_("_Open"));
  g_autofree char *subtitle = dup_subtitle (self, environment);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), desk_environment_get_name (environment));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_widget_set_valign (open, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "app.open-environment");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (open), "s", desk_environment_get_name (environment));
  if (desk_environment_get_kind (environment) == DESK_ENVIRONMENT_KIND_FISKIL)
    add_buttons (self, ADW_ACTION_ROW (row), environment);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), open);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
fill (DeskEnvironmentsWindow *self)
{
  GListModel *environments = G_LIST_MODEL (self->book);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < g_list_model_get_n_items (environments); i++)
    {
      g_autoptr(DeskEnvironment) environment = g_list_model_get_item (environments, i);

      add_row (self, environment);
    }
}

static void
problem_cb (DeskEnvironmentsWindow *self)
{
  const char *problem = desk_environment_book_get_problem (self->book);

  gtk_label_set_text (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_group, problem != NULL);
}

static void
desk_environments_window_dispose (GObject *object)
{
  DeskEnvironmentsWindow *self = DESK_ENVIRONMENTS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->book);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (desk_environments_window_parent_class)->dispose (object);
}

static void
desk_environments_window_class_init (DeskEnvironmentsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_environments_window_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-environments-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskEnvironmentsWindow, group);
  gtk_widget_class_bind_template_child (widget_class, DeskEnvironmentsWindow, problem_group);
  gtk_widget_class_bind_template_child (widget_class, DeskEnvironmentsWindow, problem_label);
}

static void
desk_environments_window_init (DeskEnvironmentsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
desk_environments_window_new (DeskEnvironmentBook *book)
{
  DeskEnvironmentsWindow *self = NULL;

  g_return_val_if_fail (DESK_IS_ENVIRONMENT_BOOK (book), NULL);

  self = g_object_new (DESK_TYPE_ENVIRONMENTS_WINDOW, NULL);
  self->book = g_object_ref (book);
  g_signal_connect_object (book, "items-changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (book, "notify::problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
  fill (self);
  problem_cb (self);

  return GTK_WIDGET (self);
}
