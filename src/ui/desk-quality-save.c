/* desk-quality-save.c: asks where to, and writes findings as CSV
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-quality-save.h"

#include <glib/gi18n-lib.h>

#include "desk-export-name.h"
#include "desk-quality-csv.h"
#include "desk-ui-error.h"

typedef struct
{
  GtkWidget            *widget;   /* (owned) */
  GListModel           *findings; /* (owned) */
  GtkFileChooserNative *chooser;  /* (owned) (nullable) */
} Save;

static void
save_free (Save *save)
{
  g_clear_object (&save->chooser);
  g_object_unref (save->findings);
  g_object_unref (save->widget);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Save) save = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      g_prefix_error (&error, _("The findings could not be saved: "));
      desk_ui_show_error (save->widget, error);
      return;
    }

  /* Translators: the name of a file */
  text = g_strdup_printf (_("Saved as %s"), name);
  markup = g_markup_escape_text (text, -1);
  desk_ui_show_toast (save->widget, adw_toast_new (markup));
}

static void
write_to (Save  *save,
          GFile *file)
{
  g_autoptr(GBytes) csv = desk_quality_csv_new (save->findings);

  g_file_replace_contents_bytes_async (file, csv, NULL, FALSE,
                                       G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, written_cb, save);
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  g_autoptr(Save) save = user_data;
  g_autoptr(GFile) file = NULL;

  gtk_native_dialog_hide (dialog);
  if (response != GTK_RESPONSE_ACCEPT)
    return;

  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    write_to (g_steal_pointer (&save), file);
}

void
desk_quality_save (GtkWidget  *widget,
                   GListModel *findings,
                   const char *who)
{
  Save *save = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (G_IS_LIST_MODEL (findings));

  save = g_new0 (Save, 1);
  save->widget = g_object_ref (widget);
  save->findings = g_object_ref (findings);
  save->chooser = gtk_file_chooser_native_new (_("Save findings"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  name = desk_export_name_new (who, _("Data quality"), "csv");
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (save->chooser), name);
  g_signal_connect (save->chooser, "response", G_CALLBACK (response_cb), save);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (save->chooser));
}
