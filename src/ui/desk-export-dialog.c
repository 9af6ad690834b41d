/* desk-export-dialog.c: asks what to export, how and where to, and does it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "desk-export-name.h"
#include "desk-export-offer.h"
#include "desk-export-report.h"
#include "desk-format.h"
#include "desk-ui-error.h"

struct _DeskExportDialog
{
  AdwWindow              parent_instance;

  /* Template widgets */
  GtkWidget             *cancel_button;
  GtkWidget             *export_button;
  GtkWidget             *done_button;
  GtkStack              *stack;
  GtkWidget             *problem;
  GtkLabel              *problem_label;
  GtkListBox            *scopes;
  GtkListBox            *formats;
  GtkLabel              *notice;
  GtkLabel              *progress_label;
  GtkProgressBar        *progress_bar;
  DeskExportReport      *report;

  /* Owned */
  DeskContext           *context;
  DeskEndUser           *end_user;
  GSettings             *settings;
  GPtrArray             *offers;      /* (nullable) (element-type DeskExportOffer) */
  GtkFileChooserNative  *chooser;     /* (nullable): the latest one */
  GCancellable          *listing;     /* of the offers; ends with the dialog */
  GCancellable          *writing;     /* (nullable): of the export under way */
  char                  *path;        /* (nullable): where the latest export goes */
  char                  *details;     /* (nullable): of the problem */

  const DeskExportOffer *offer;       /* (nullable): the chosen one */
  DeskExportFormat       format;      /* the chosen one */
  DeskExportFormat       favourite;   /* chosen wherever it suits */
  gboolean               wants_everything;
  gboolean               is_updating; /* whether a format follows from the rows, and is not the user's own choice */
};

G_DEFINE_FINAL_TYPE (DeskExportDialog, desk_export_dialog, ADW_TYPE_WINDOW)

static GtkCheckButton *
get_check (GtkListBoxRow *row)
{
  return GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)));
}

/* The list says which row is chosen, by mouse and keyboard and to screen readers; the button only shows it. */
static void
append_choice (GtkListBox *list,
               const char *title,
               const char *subtitle)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (list, 0);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_can_focus (check, FALSE);
  gtk_widget_set_can_target (check, FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  if (first != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), get_check (first));
  gtk_list_box_append (list, row);
}

static void
choose (GtkListBox *list,
        guint       index)
{
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, (int) index));
}

static gboolean
is_of_one_data_set (const DeskExportOffer *offer)
{
  return desk_export_scope_get_resource (offer->scope) != NULL;
}

/* A format that has no place for the rows is not offered. */
static void
update_formats (DeskExportDialog *self)
{
  const DeskExportScope *scope = self->offer->scope;
  gboolean suits = desk_export_scope_suits (scope, self->favourite);
  GtkListBoxRow *csv = gtk_list_box_get_row_at_index (self->formats, DESK_EXPORT_FORMAT_CSV);

  for (guint i = 0; i < DESK_EXPORT_N_FORMATS; i++)
    gtk_widget_set_visible (GTK_WIDGET (gtk_list_box_get_row_at_index (self->formats, (int) i)),
                            desk_export_scope_suits (scope, i));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (csv),
                               is_of_one_data_set (self->offer)
                               ? _(desk_export_format_get_description (DESK_EXPORT_FORMAT_CSV))
                               : _("For spreadsheets: a folder with a file for each data set"));
  self->is_updating = TRUE;
  choose (self->formats, suits ? self->favourite : DESK_EXPORT_FORMAT_CSV);
  self->is_updating = FALSE;
}

static void
scope_selected_cb (DeskExportDialog *self,
                   GtkListBoxRow    *row)
{
  if (row == NULL)
    return;
  gtk_check_button_set_active (get_check (row), TRUE);
  self->offer = g_ptr_array_index (self->offers, (guint) gtk_list_box_row_get_index (row));
  update_formats (self);
  gtk_widget_set_sensitive (self->export_button, desk_export_scope_get_n_rows (self->offer->scope) > 0);
}

static void
format_selected_cb (DeskExportDialog *self,
                    GtkListBoxRow    *row)
{
  if (row == NULL)
    return;
  gtk_check_button_set_active (get_check (row), TRUE);
  self->format = (DeskExportFormat) gtk_list_box_row_get_index (row);
  if (!self->is_updating)
    self->favourite = self->format;
}

static char *
dup_offer_title (DeskExportDialog      *self,
                 const DeskExportOffer *offer)
{
  const char *institution = NULL;

  switch (offer->kind)
    {
    case DESK_EXPORT_OFFER_SELECTED:
      return g_strdup (_("Selected rows"));
    case DESK_EXPORT_OFFER_SHOWN:
      return g_strdup (_("Rows shown by search and filter"));
    case DESK_EXPORT_OFFER_DATA_SET:
      return g_strdup (_("The whole data set"));
    case DESK_EXPORT_OFFER_CONSENT:
      institution = desk_consent_get_institution_name (offer->consent);
      return g_strdup_printf (_("Everything from %s"), institution != NULL ? institution : _("Unnamed institution"));
    case DESK_EXPORT_OFFER_END_USER:
    default:
      return g_strdup_printf (_("Everything of %s"), desk_end_user_get_title (self->end_user));
    }
}

static char *
dup_offer_subtitle (const DeskExportOffer *offer)
{
  const DeskResource *resource = desk_export_scope_get_resource (offer->scope);
  guint n_rows = desk_export_scope_get_n_rows (offer->scope);
  guint n_data_sets = desk_export_scope_get_n_data_sets (offer->scope);
  g_autofree char *count = desk_format_count (n_rows);
  g_autofree char *rows = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s row", "%s rows", n_rows), count);

  if (resource != NULL)
    /* Translators: a data set, then how many: "Transactions, 1,204 rows" */
    return g_strdup_printf (_("%s, %s"), _(resource->label), rows);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u data set, %s", "%u data sets, %s", n_data_sets),
                          n_data_sets, rows);
}

static void
show_problem (DeskExportDialog *self,
              const GError     *error)
{
  g_free (self->details);
  self->details = error != NULL ? desk_ui_error_dup_details (error) : NULL;
  gtk_label_set_text (self->problem_label, error != NULL ? error->message : "");
  gtk_widget_set_visible (self->problem, error != NULL);
}

static void
copy_problem_cb (DeskExportDialog *self)
{
  desk_ui_copy (GTK_WIDGET (self), self->details);
}

static void
show_offers (DeskExportDialog *self)
{
  guint chosen = 0;

  for (guint i = 0; i < self->offers->len; i++)
    {
      const DeskExportOffer *offer = g_ptr_array_index (self->offers, i);
      g_autofree char *title = dup_offer_title (self, offer);
      g_autofree char *subtitle = dup_offer_subtitle (offer);

      append_choice (self->scopes, title, subtitle);
      if (self->wants_everything && offer->kind == DESK_EXPORT_OFFER_END_USER)
        chosen = i;
    }
  choose (self->scopes, chosen);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->scopes)));
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(DeskExportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  GPtrArray *offers = desk_export_offer_list_finish (DESK_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->offers = offers;
  if (offers != NULL)
    show_offers (self);
  else
    show_problem (self, error);
}

static void
show_page (DeskExportDialog *self,
           const char       *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->export_button, g_str_equal (name, "choose"));
  gtk_widget_set_visible (self->cancel_button, !g_str_equal (name, "report"));
  gtk_widget_set_visible (self->done_button, g_str_equal (name, "report"));
}

static gboolean
makes_folder (DeskExportDialog *self)
{
  return desk_export_format_makes_folder (self->format, is_of_one_data_set (self->offer));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(DeskExportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean written = desk_export_run_finish (DESK_EXPORT (source), result, &error);

  g_clear_object (&self->writing);
  if (self->context == NULL)
    return;
  if (written)
    {
      desk_export_report_show (self->report, DESK_EXPORT (source), self->path, makes_folder (self));
      show_page (self, "report");
      gtk_widget_grab_focus (self->done_button);
      return;
    }
  show_page (self, "choose");
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_problem (self, error);
}

static void
progress_cb (DeskExportDialog *self,
             GParamSpec       *pspec,
             DeskExport       *export)
{
  gtk_progress_bar_set_fraction (self->progress_bar, desk_export_get_progress (export));
}

static void
remember (DeskExportDialog *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  g_settings_set_string (self->settings, "export-folder", folder);
  g_settings_set_string (self->settings, "export-format", desk_export_format_get_nick (self->favourite));
}

static char *
dup_name (DeskExportDialog *self)
{
  const DeskResource *resource = desk_export_scope_get_resource (self->offer->scope);
  const char *what = resource != NULL ? _(resource->label) : NULL;
  const char *who = desk_end_user_get_title (self->end_user);

  if (self->offer->kind == DESK_EXPORT_OFFER_CONSENT)
    what = desk_consent_get_institution_name (self->offer->consent);
  if (self->format == DESK_EXPORT_FORMAT_NEM12)
    what = _(desk_export_format_get_label (self->format));
  return desk_export_name_new (who, what, makes_folder (self) ? NULL : desk_export_format_get_extension (self->format));
}

static void
folder_chosen (DeskExportDialog *self,
               const char       *folder)
{
  g_autofree char *name = dup_name (self);
  g_autofree char *path = desk_export_name_find_free (folder, name);

  desk_export_dialog_write (self, path);
}

static void
chooser_response_cb (DeskExportDialog *self,
                     int               response)
{
  g_autoptr(GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path == NULL)
    {
      error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                                   _("This place is not on this computer. Choose a folder on this computer."));
      show_problem (self, error);
    }
  else if (makes_folder (self))
    folder_chosen (self, path);
  else
    desk_export_dialog_write (self, path);
}

static void
set_last_folder (DeskExportDialog *self)
{
  g_autofree char *last = g_settings_get_string (self->settings, "export-folder");
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  const char *folder = g_file_test (last, G_FILE_TEST_IS_DIR) ? last : documents;
  g_autoptr(GFile) file = g_file_new_for_path (folder != NULL ? folder : g_get_home_dir ());

  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), file, NULL);
}

static void
export_clicked_cb (DeskExportDialog *self)
{
  gboolean is_folder = makes_folder (self);
  g_autofree char *name = dup_name (self);

  show_problem (self, NULL);
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (is_folder ? _("Make a folder with the files in …") : _("Export to …"),
                                               GTK_WINDOW (self),
                                               is_folder ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER
                                                         : GTK_FILE_CHOOSER_ACTION_SAVE,
                                               _("_Export"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  if (!is_folder)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  set_last_folder (self);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static gboolean
desk_export_dialog_close_request (GtkWindow *window)
{
  DeskExportDialog *self = DESK_EXPORT_DIALOG (window);

  if (self->writing != NULL)
    {
      g_cancellable_cancel (self->writing);
      return GDK_EVENT_STOP;
    }
  return GTK_WINDOW_CLASS (desk_export_dialog_parent_class)->close_request (window);
}

static void
desk_export_dialog_dispose (GObject *object)
{
  DeskExportDialog *self = DESK_EXPORT_DIALOG (object);

  g_cancellable_cancel (self->listing);
  g_cancellable_cancel (self->writing);
  g_clear_object (&self->chooser);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (desk_export_dialog_parent_class)->dispose (object);
}

static void
desk_export_dialog_finalize (GObject *object)
{
  DeskExportDialog *self = DESK_EXPORT_DIALOG (object);

  g_clear_object (&self->listing);
  g_clear_object (&self->end_user);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_free (self->path);
  g_free (self->details);

  G_OBJECT_CLASS (desk_export_dialog_parent_class)->finalize (object);
}

static void
desk_export_dialog_class_init (DeskExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = desk_export_dialog_dispose;
  object_class->finalize = desk_export_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = desk_export_dialog_close_request;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskExportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, DeskExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, DeskExportDialog, done_button);
  gtk_widget_class_bind_template_child (widget_class, DeskExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskExportDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, DeskExportDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, DeskExportDialog, scopes);
  gtk_widget_class_bind_template_child (widget_class, DeskExportDialog, formats);
  gtk_widget_class_bind_template_child (widget_class, DeskExportDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, DeskExportDialog, progress_label);
  gtk_widget_class_bind_template_child (widget_class, DeskExportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, DeskExportDialog, report);
  gtk_widget_class_bind_template_callback (widget_class, scope_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_problem_cb);
}

static void
add_formats (DeskExportDialog *self)
{
  for (guint i = 0; i < DESK_EXPORT_N_FORMATS; i++)
    append_choice (self->formats, _(desk_export_format_get_label (i)), _(desk_export_format_get_description (i)));
}

static void
desk_export_dialog_init (DeskExportDialog *self)
{
  g_autofree char *format = NULL;

  g_type_ensure (DESK_TYPE_EXPORT_REPORT);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->listing = g_cancellable_new ();
  self->settings = g_settings_new (APPLICATION_ID);
  format = g_settings_get_string (self->settings, "export-format");
  desk_export_format_find (format, &self->favourite);
  add_formats (self);
}

static gboolean
is_in_sandbox (DeskExportDialog *self)
{
  return desk_environment_get_kind (desk_context_get_environment (self->context)) == DESK_ENVIRONMENT_KIND_SANDBOX;
}

GtkWidget *
desk_export_dialog_new (DeskContext *context,
                        DeskEndUser *end_user)
{
  DeskExportDialog *self = NULL;

  g_return_val_if_fail (DESK_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (DESK_IS_END_USER (end_user), NULL);

  self = g_object_new (DESK_TYPE_EXPORT_DIALOG, NULL);
  self->context = g_object_ref (context);
  self->end_user = g_object_ref (end_user);
  gtk_label_set_text (self->notice,
                      is_in_sandbox (self)
                      ? _("The file stays when consents end. What is in it is made up.")
                      : _("Somebody's bank and energy data will be in this file, the only copy on a disk. It stays there when consents end: delete it when you no longer need it."));
  return GTK_WIDGET (self);
}

static GPtrArray *
list_active_consents (DeskExportDialog *self)
{
  GListModel *consents = desk_directory_get_consents (desk_context_get_directory (self->context),
                                                      desk_end_user_get_id (self->end_user));
  gint64 now = desk_clock_get_now (desk_context_get_clock (self->context));
  GPtrArray *active = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (consents); i++)
    {
      g_autoptr(DeskConsent) consent = g_list_model_get_item (consents, i);

      if (desk_consent_get_status (consent, now) != DESK_CONSENT_STATUS_ENDED)
        g_ptr_array_add (active, g_steal_pointer (&consent));
    }
  return active;
}

void
desk_export_dialog_offer (DeskExportDialog *self,
                          const DeskQuery  *query,
                          GArray           *ids,
                          gboolean          wants_everything)
{
  g_autoptr(GPtrArray) consents = NULL;

  g_return_if_fail (DESK_IS_EXPORT_DIALOG (self));

  self->wants_everything = wants_everything;
  consents = list_active_consents (self);
  desk_export_offer_list_async (desk_context_get_store (self->context), desk_end_user_get_id (self->end_user), consents,
                                query, ids, self->listing, listed_cb, g_object_ref (self));
}

void
desk_export_dialog_write (DeskExportDialog *self,
                          const char       *path)
{
  g_autoptr(DeskExportRequest) request = NULL;
  g_autoptr(DeskExport) export = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (DESK_IS_EXPORT_DIALOG (self));
  g_return_if_fail (path != NULL);
  g_return_if_fail (self->offer != NULL && self->writing == NULL);

  g_free (self->path);
  self->path = g_strdup (path);
  remember (self);
  request = desk_export_request_new (self->format, path, desk_clock_get_now (desk_context_get_clock (self->context)));
  /* The file chooser has asked. */
  request->may_replace = !makes_folder (self);
  desk_export_scope_ask (self->offer->scope, request);

  name = g_filename_display_basename (path);
  /* Translators: %s is a file name */
  text = g_strdup_printf (_("Writing “%s”"), name);
  gtk_label_set_text (self->progress_label, text);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  show_problem (self, NULL);
  show_page (self, "progress");

  export = desk_export_new (desk_context_get_store (self->context), request);
  g_signal_connect_object (export, "notify::progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  self->writing = g_cancellable_new ();
  desk_export_run_async (export, self->writing, written_cb, g_object_ref (self));
}
