/* desk-quality-page.c: what is wrong with the data of an end user
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-quality-page-private.h"

#include <glib/gi18n-lib.h>

#include "desk-catalogue.h"
#include "desk-format.h"
#include "desk-growing-list.h"
#include "desk-quality-row.h"
#include "desk-quality-words.h"
#include "desk-wrap-box.h"

/* A sync changes one data set after the other: checked is what it leaves. */
#define QUIET_MS 1500

G_DEFINE_FINAL_TYPE (DeskQualityPage, desk_quality_page, GTK_TYPE_WIDGET)

/* What is wrong comes first; what has changed is worth knowing. */
static void
take_findings (DeskQualityPage *self,
               GListModel      *findings)
{
  g_autoptr(GPtrArray) ordered = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
      {
        g_autoptr(DeskQualityFinding) finding = g_list_model_get_item (findings, i);

        if (desk_quality_rule_is_difference (desk_quality_finding_get_rule (finding)) == (pass == 1))
          g_ptr_array_add (ordered, g_object_ref (finding));
      }

  g_list_store_splice (self->findings, 0, g_list_model_get_n_items (G_LIST_MODEL (self->findings)), ordered->pdata,
                       ordered->len);
}

static char *
dup_summary (DeskQualityPage *self,
             guint            n_rows)
{
  guint n_findings = g_list_model_get_n_items (G_LIST_MODEL (self->findings));
  g_autofree char *rows_number = desk_format_count (n_rows);
  g_autofree char *rows = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s row", "%s rows", n_rows),
                                           rows_number);
  g_autofree char *found = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u finding", "%u findings", n_findings),
                                            n_findings);

  /* Translators: "12 findings in 2,913 rows" */
  return g_strdup_printf (_("%s in %s"), found, rows);
}

static void
show_report (DeskQualityPage *self,
             DeskQualityRun  *run,
             GListModel      *findings)
{
  guint n_rows = desk_quality_run_get_n_rows (run);
  g_autoptr(GPtrArray) resources = desk_quality_run_dup_flawless (run, findings);
  g_autofree char *flawless = desk_quality_words_flawless (resources);
  g_autofree char *summary = NULL;

  take_findings (self, findings);
  summary = dup_summary (self, n_rows);
  gtk_label_set_text (self->summary, n_rows > 0 ? summary : NULL);
  gtk_label_set_text (self->flawless, flawless);
  gtk_widget_set_visible (GTK_WIDGET (self->flawless), *flawless != '\0');
  if (n_rows == 0)
    desk_status_view_set_empty (self->status, "view-list-symbolic", _("Nothing to check yet"),
                                _("The data are checked here against the standard as soon as they are fetched."),
                                _("_Fetch again"), "win.refresh");
  else if (g_list_model_get_n_items (findings) == 0)
    desk_status_view_set_empty (self->status, "emblem-ok-symbolic", _("Everything fits the standard"), flawless,
                                NULL, NULL);
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (findings) > 0 ? "findings" : "status");
}

static void
show_failure (DeskQualityPage *self,
              const GError    *error)
{
  gtk_label_set_text (self->summary, NULL);
  g_list_store_remove_all (self->findings);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    desk_status_view_set_empty (self->status, "process-stop-symbolic", _("The check was stopped"),
                                _("Nothing was changed. Check again whenever you like."),
                                _("Check a_gain"), "quality.check-again");
  else
    desk_status_view_set_failed (self->status, _("The data could not be checked"), error);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(DeskQualityPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) findings = desk_quality_run_finish (DESK_QUALITY_RUN (source), result, &error);

  /* Another run took its place, or the page is gone. */
  if (self->run != DESK_QUALITY_RUN (source))
    return;

  if (findings != NULL)
    show_report (self, self->run, findings);
  else
    show_failure (self, error);
  g_clear_object (&self->run);
  g_clear_object (&self->cancellable);
  _desk_quality_page_update_actions (self);
}

static void
progress_cb (DeskQualityPage *self)
{
  gtk_progress_bar_set_fraction (self->progress_bar, desk_quality_run_get_progress (self->run));
}

static void
stop_run (DeskQualityPage *self)
{
  g_clear_handle_id (&self->quiet_id, g_source_remove);
  if (self->run == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->run, progress_cb, self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->run);
  g_clear_object (&self->cancellable);
}

void
_desk_quality_page_check_again (DeskQualityPage *self)
{
  stop_run (self);
  g_free (self->arrangement_id);
  self->arrangement_id = g_strdup (desk_quality_consents_get_arrangement_id (self->chooser));
  self->run = desk_quality_run_new (desk_context_get_store (self->context), desk_end_user_get_id (self->end_user),
                                    self->arrangement_id);
  self->cancellable = g_cancellable_new ();
  g_signal_connect_object (self->run, "notify::progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->findings)) == 0)
    {
      desk_status_view_set_loading (self->status, _("Checking …"));
      gtk_stack_set_visible_child_name (self->stack, "status");
    }
  _desk_quality_page_update_actions (self);
  desk_quality_run_async (self->run, self->cancellable, checked_cb, g_object_ref (self));
}

static gboolean
quiet_cb (gpointer user_data)
{
  DeskQualityPage *self = user_data;

  if (desk_sync_log_is_busy (desk_context_get_sync_log (self->context), desk_end_user_get_id (self->end_user)))
    return G_SOURCE_CONTINUE;

  self->quiet_id = 0;
  _desk_quality_page_check_again (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (DeskQualityPage *self)
{
  g_clear_handle_id (&self->quiet_id, g_source_remove);
  self->quiet_id = g_timeout_add (QUIET_MS, quiet_cb, self);
}

static void
consent_chosen_cb (DeskQualityPage *self)
{
  g_list_store_remove_all (self->findings);
  _desk_quality_page_check_again (self);
}

static void
setup_cb (DeskQualityPage *self,
          GtkListItem     *item)
{
  gtk_list_item_set_child (item, desk_quality_row_new (desk_context_get_presentation (self->context)));
}

static void
bind_cb (DeskQualityPage *self,
         GtkListItem     *item)
{
  guint position = gtk_list_item_get_position (item);
  g_autoptr(DeskQualityFinding) before = NULL;

  if (position > 0)
    before = g_list_model_get_item (G_LIST_MODEL (self->findings), position - 1);
  desk_quality_row_set_finding (DESK_QUALITY_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item), before);
}

static void
show_list (DeskQualityPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkSingleSelection) selection = gtk_single_selection_new (desk_growing_list_new (G_LIST_MODEL (self->findings)));

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  g_signal_connect_object (selection, "notify::selected-item", G_CALLBACK (_desk_quality_page_update_actions), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

static const char **
list_resource_names (void)
{
  guint n_resources;
  const DeskResource *const *resources = desk_catalogue_get_resources (&n_resources);
  const char **names = g_new0 (const char *, n_resources + 1);

  for (guint i = 0; i < n_resources; i++)
    names[i] = resources[i]->name;

  return names;
}

static void
desk_quality_page_dispose (GObject *object)
{
  DeskQualityPage *self = DESK_QUALITY_PAGE (object);
  GtkWidget *child = NULL;

  stop_run (self);
  g_clear_object (&self->watch);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->example, desk_quality_example_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->end_user);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (desk_quality_page_parent_class)->dispose (object);
}

static void
desk_quality_page_finalize (GObject *object)
{
  DeskQualityPage *self = DESK_QUALITY_PAGE (object);

  g_object_unref (self->findings);
  g_free (self->arrangement_id);

  G_OBJECT_CLASS (desk_quality_page_parent_class)->finalize (object);
}

static void
desk_quality_page_class_init (DeskQualityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_quality_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_quality_page_finalize;

  _desk_quality_page_install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-quality-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskQualityPage, consents);
  gtk_widget_class_bind_template_child (widget_class, DeskQualityPage, summary);
  gtk_widget_class_bind_template_child (widget_class, DeskQualityPage, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, DeskQualityPage, check_button);
  gtk_widget_class_bind_template_child (widget_class, DeskQualityPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, DeskQualityPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskQualityPage, status);
  gtk_widget_class_bind_template_child (widget_class, DeskQualityPage, list);
  gtk_widget_class_bind_template_child (widget_class, DeskQualityPage, flawless);
  gtk_widget_class_bind_template_child (widget_class, DeskQualityPage, menu);
  gtk_widget_class_bind_template_callback (widget_class, _desk_quality_page_activate_finding);
  gtk_widget_class_bind_template_callback (widget_class, _desk_quality_page_check_again);
  gtk_widget_class_bind_template_callback (widget_class, _desk_quality_page_open_menu);
}

static void
desk_quality_page_init (DeskQualityPage *self)
{
  g_type_ensure (DESK_TYPE_STATUS_VIEW);
  g_type_ensure (DESK_TYPE_WRAP_BOX);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->findings = g_list_store_new (DESK_TYPE_QUALITY_FINDING);
}

GtkWidget *
desk_quality_page_new (DeskContext *context,
                       DeskEndUser *end_user)
{
  g_autofree const char **resource_names = list_resource_names ();
  DeskQualityPage *self = NULL;

  g_return_val_if_fail (DESK_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (DESK_IS_END_USER (end_user), NULL);

  self = g_object_new (DESK_TYPE_QUALITY_PAGE, NULL);
  self->end_user = g_object_ref (end_user);
  self->watch = desk_store_watch_new (desk_context_get_store (context), desk_end_user_get_id (end_user), resource_names);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  self->context = g_object_ref (context);
  show_list (self);
  self->chooser = desk_quality_consents_new (self->consents, desk_context_get_directory (context),
                                             desk_end_user_get_id (end_user));
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (consent_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chooser, "listed", G_CALLBACK (_desk_quality_page_check_again), self,
                           G_CONNECT_SWAPPED);
  _desk_quality_page_check_again (self);

  return GTK_WIDGET (self);
}
