/* desk-export-report.c: what was exported, and what was left out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-export-report.h"

#include <glib/gi18n-lib.h>

#include "desk-format.h"
#include "desk-ui-error.h"

struct _DeskExportReport
{
  AdwBin      parent_instance;

  /* Template widgets */
  GtkLabel   *title;
  GtkLabel   *path_label;
  GtkListBox *data_sets;

  /* Owned */
  char       *path;   /* (nullable) */
  char       *folder; /* (nullable): what opens */
};

G_DEFINE_FINAL_TYPE (DeskExportReport, desk_export_report, ADW_TYPE_BIN)

static void
open_clicked_cb (DeskExportReport *self)
{
  g_autofree char *uri = g_filename_to_uri (self->folder, NULL, NULL);

  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME);
}

static void
copy_clicked_cb (DeskExportReport *self)
{
  g_autofree char *name = g_filename_display_name (self->path);

  desk_ui_copy (GTK_WIDGET (self), name);
}

static void
desk_export_report_finalize (GObject *object)
{
  DeskExportReport *self = DESK_EXPORT_REPORT (object);

  g_free (self->path);
  g_free (self->folder);

  G_OBJECT_CLASS (desk_export_report_parent_class)->finalize (object);
}

static void
desk_export_report_class_init (DeskExportReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = desk_export_report_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-export-report.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskExportReport, title);
  gtk_widget_class_bind_template_child (widget_class, DeskExportReport, path_label);
  gtk_widget_class_bind_template_child (widget_class, DeskExportReport, data_sets);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
}

static void
desk_export_report_init (DeskExportReport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
dup_title (GPtrArray *tallies)
{
  guint n_written = 0;
  guint n_left_out = 0;
  g_autofree char *written = NULL;
  g_autofree char *left_out = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < tallies->len; i++)
    {
      n_written += desk_export_tally_get_n_written (g_ptr_array_index (tallies, i));
      n_left_out += desk_export_tally_get_n_left_out (g_ptr_array_index (tallies, i));
    }
  written = desk_format_count (n_written);
  left_out = desk_format_count (n_left_out);
  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s row written", "%s rows written", n_written), written);
  /* Translators: "1,204 rows written", then how many rows were left out */
  return n_left_out > 0 ? g_strdup_printf (_("%s, %s left out"), words, left_out) : g_steal_pointer (&words);
}

static GtkWidget *
create_row (const DeskExportTally *tally)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *written = desk_format_count (desk_export_tally_get_n_written (tally));
  g_autofree char *left_out = desk_format_count (desk_export_tally_get_n_left_out (tally));
  g_autofree char *reasons = desk_export_tally_dup_reasons (tally);
  GtkWidget *count = gtk_label_new (written);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(tally->resource->label));
  if (*reasons != '\0')
    {
      /* Translators: how many rows of a data set were left out, and why: "12 left out: pending (9), no amount (3)" */
      g_autofree char *subtitle = g_strdup_printf (_("%s left out: %s"), left_out, reasons);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
    }
  gtk_widget_add_css_class (count, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), count);
  return row;
}

void
desk_export_report_show (DeskExportReport *self,
                         DeskExport       *export,
                         const char       *path,
                         gboolean          is_folder)
{
  g_autoptr(GPtrArray) tallies = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  GtkWidget *row = NULL;

  g_return_if_fail (DESK_IS_EXPORT_REPORT (self));
  g_return_if_fail (DESK_IS_EXPORT (export));
  g_return_if_fail (path != NULL);

  g_free (self->path);
  self->path = g_strdup (path);
  g_free (self->folder);
  self->folder = is_folder ? g_strdup (path) : g_path_get_dirname (path);

  tallies = desk_export_dup_tallies (export);
  title = dup_title (tallies);
  name = g_filename_display_name (path);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->path_label, name);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->data_sets))) != NULL)
    gtk_list_box_remove (self->data_sets, row);
  for (guint i = 0; i < tallies->len; i++)
    gtk_list_box_append (self->data_sets, create_row (g_ptr_array_index (tallies, i)));
}
