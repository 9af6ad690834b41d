/* desk-quality-page.c: what is wrong with the data of an end user
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-quality-page.h"

#include <glib/gi18n-lib.h>

#include "desk-catalogue.h"
#include "desk-context-menu.h"
#include "desk-format.h"
#include "desk-growing-list.h"
#include "desk-quality-example.h"
#include "desk-quality-row.h"
#include "desk-quality-run.h"
#include "desk-quality-save.h"
#include "desk-quality-words.h"
#include "desk-status-view.h"
#include "desk-store-watch.h"
#include "desk-ui-error.h"
#include "desk-wrap-box.h"

/* A sync changes one data set after the other: checked is what it leaves. */
#define QUIET_MS 1500

struct _DeskQualityPage
{
  GtkWidget           parent_instance;

  /* Template widgets */
  GtkDropDown        *consents;
  GtkLabel           *summary;
  GtkWidget          *cancel_button;
  GtkWidget          *check_button;
  GtkProgressBar     *progress_bar;
  GtkStack           *stack;
  DeskStatusView     *status;
  GtkListView        *list;
  GtkLabel           *flawless;
  GMenuModel         *menu;

  /* Owned */
  DeskContext        *context;
  DeskEndUser        *end_user;
  DeskStoreWatch     *watch;
  GPtrArray          *arrangement_ids; /* (element-type utf8): of the drop-down; the first is %NULL: all */
  DeskQualityRun     *run;             /* (nullable): under way */
  GCancellable       *cancellable;     /* (nullable): of the run */
  GListStore         *findings;        /* (element-type DeskQualityFinding): as they are shown */
  char               *arrangement_id;  /* (nullable): of the run that they are from */
  DeskQualityExample *example;         /* (nullable) */

  guint               quiet_id;
};

G_DEFINE_FINAL_TYPE (DeskQualityPage, desk_quality_page, GTK_TYPE_WIDGET)

static void check_again (DeskQualityPage *self);

static DeskQualityFinding *
get_selected (DeskQualityPage *self)
{
  return gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->list)));
}

static void
update_actions (DeskQualityPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  DeskQualityFinding *selected = get_selected (self);
  gboolean has_findings = g_list_model_get_n_items (G_LIST_MODEL (self->findings)) > 0;

  gtk_widget_action_set_enabled (widget, "quality.open", selected != NULL &&
                                 desk_quality_finding_get_position (selected) != DESK_QUALITY_NO_POSITION);
  gtk_widget_action_set_enabled (widget, "quality.copy", selected != NULL);
  gtk_widget_action_set_enabled (widget, "quality.copy-path", selected != NULL);
  gtk_widget_action_set_enabled (widget, "quality.copy-all", has_findings);
  gtk_widget_action_set_enabled (widget, "quality.save", has_findings);
  gtk_widget_action_set_enabled (widget, "quality.check-again", self->run == NULL);
  gtk_widget_action_set_enabled (widget, "quality.cancel", self->run != NULL);
  gtk_widget_set_visible (self->cancel_button, self->run != NULL);
  gtk_widget_set_visible (self->check_button, self->run == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), self->run != NULL);
}

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
  update_actions (self);
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

static void
check_again (DeskQualityPage *self)
{
  stop_run (self);
  g_free (self->arrangement_id);
  self->arrangement_id = g_strdup (g_ptr_array_index (self->arrangement_ids,
                                                      gtk_drop_down_get_selected (self->consents)));
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
  update_actions (self);
  desk_quality_run_async (self->run, self->cancellable, checked_cb, g_object_ref (self));
}

static gboolean
quiet_cb (gpointer user_data)
{
  DeskQualityPage *self = user_data;

  if (desk_sync_log_is_busy (desk_context_get_sync_log (self->context), desk_end_user_get_id (self->end_user)))
    return G_SOURCE_CONTINUE;

  self->quiet_id = 0;
  check_again (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (DeskQualityPage *self)
{
  g_clear_handle_id (&self->quiet_id, g_source_remove);
  self->quiet_id = g_timeout_add (QUIET_MS, quiet_cb, self);
}

/* The first of them is of no consent in particular. */
static gboolean
equals_id (gconstpointer arrangement_id,
           gconstpointer wanted)
{
  return g_strcmp0 (arrangement_id, wanted) == 0;
}

static void
consent_chosen_cb (DeskQualityPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->consents);

  if (selected == GTK_INVALID_LIST_POSITION || selected >= self->arrangement_ids->len)
    return;
  g_list_store_remove_all (self->findings);
  check_again (self);
}

/* The one that the user looks at stays chosen while it is there. */
static void
choose_consent (DeskQualityPage *self,
                const char      *arrangement_id)
{
  guint position = 0;

  if (arrangement_id != NULL)
    g_ptr_array_find_with_equal_func (self->arrangement_ids, arrangement_id, equals_id, &position);
  gtk_drop_down_set_selected (self->consents, position);
}

/* Those that are over have no data. */
static void
list_consents (DeskQualityPage *self)
{
  g_autoptr(GPtrArray) consents = desk_directory_dup_active_consents (desk_context_get_directory (self->context),
                                                                      desk_end_user_get_id (self->end_user));
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->arrangement_ids, 0);
  gtk_string_list_append (names, _("All consents"));
  g_ptr_array_add (self->arrangement_ids, NULL);
  for (guint i = 0; i < consents->len; i++)
    {
      DeskConsent *consent = g_ptr_array_index (consents, i);
      const char *name = desk_consent_get_institution_name (consent);

      gtk_string_list_append (names, name != NULL ? name : _("Unnamed institution"));
      g_ptr_array_add (self->arrangement_ids, g_strdup (desk_consent_get_id (consent)));
    }
  g_signal_handlers_block_by_func (self->consents, consent_chosen_cb, self);
  gtk_drop_down_set_model (self->consents, G_LIST_MODEL (names));
  choose_consent (self, self->arrangement_id);
  g_signal_handlers_unblock_by_func (self->consents, consent_chosen_cb, self);
  gtk_widget_set_visible (GTK_WIDGET (self->consents), consents->len > 1);
}

static gboolean
has_consents (DeskQualityPage *self,
              GPtrArray       *consents)
{
  if (consents->len + 1 != self->arrangement_ids->len)
    return FALSE;
  for (guint i = 0; i < consents->len; i++)
    if (!g_str_equal (desk_consent_get_id (g_ptr_array_index (consents, i)),
                      g_ptr_array_index (self->arrangement_ids, i + 1)))
      return FALSE;

  return TRUE;
}

static void
consents_changed_cb (DeskQualityPage *self)
{
  g_autoptr(GPtrArray) consents = desk_directory_dup_active_consents (desk_context_get_directory (self->context),
                                                                      desk_end_user_get_id (self->end_user));

  if (has_consents (self, consents))
    return;
  list_consents (self);
  check_again (self);
}

/* What came in since the check will be looked at in a moment anyway. */
static void
moved_cb (gpointer user_data)
{
  check_again (user_data);
}

static void
open_finding (DeskQualityPage    *self,
              DeskQualityFinding *finding)
{
  g_clear_pointer (&self->example, desk_quality_example_free);
  if (desk_quality_finding_get_position (finding) != DESK_QUALITY_NO_POSITION)
    self->example = desk_quality_example_new (GTK_WIDGET (self), desk_context_get_store (self->context),
                                              desk_end_user_get_id (self->end_user), self->arrangement_id, finding,
                                              moved_cb, self);
}

static void
activated_cb (DeskQualityPage *self,
              guint            position)
{
  g_autoptr(DeskQualityFinding) finding = g_list_model_get_item (G_LIST_MODEL (self->findings), position);

  if (finding != NULL)
    open_finding (self, finding);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DeskQualityPage *self = DESK_QUALITY_PAGE (widget);

  open_finding (self, get_selected (self));
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DeskQualityPage *self = DESK_QUALITY_PAGE (widget);
  g_autofree char *text = desk_quality_words_finding (get_selected (self),
                                                      desk_context_get_presentation (self->context));

  desk_ui_copy (widget, text);
}

static void
copy_path_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  desk_ui_copy (widget, desk_quality_finding_get_path (get_selected (DESK_QUALITY_PAGE (widget))));
}

static void
copy_all_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  DeskQualityPage *self = DESK_QUALITY_PAGE (widget);
  g_autoptr(GString) text = g_string_new (gtk_label_get_text (self->summary));

  g_string_append_c (text, '\n');
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->findings)); i++)
    {
      g_autoptr(DeskQualityFinding) finding = g_list_model_get_item (G_LIST_MODEL (self->findings), i);
      g_autofree char *words = desk_quality_words_finding (finding, desk_context_get_presentation (self->context));

      g_string_append_printf (text, "\n%s", words);
    }
  desk_ui_copy (widget, text->str);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DeskQualityPage *self = DESK_QUALITY_PAGE (widget);

  desk_quality_save (widget, G_LIST_MODEL (self->findings), desk_end_user_get_title (self->end_user));
}

static void
check_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  check_again (DESK_QUALITY_PAGE (widget));
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_cancellable_cancel (DESK_QUALITY_PAGE (widget)->cancellable);
}

static DeskQualityRow *
find_row (GtkWidget *widget)
{
  GtkWidget *row = widget != NULL ? gtk_widget_get_ancestor (widget, DESK_TYPE_QUALITY_ROW) : NULL;

  if (row == NULL && widget != NULL && DESK_IS_QUALITY_ROW (gtk_widget_get_first_child (widget)))
    row = gtk_widget_get_first_child (widget);

  return row != NULL ? DESK_QUALITY_ROW (row) : NULL;
}

static gboolean
select_row (DeskQualityPage *self,
            DeskQualityRow  *row)
{
  guint position;

  if (row == NULL || !g_list_store_find (self->findings, desk_quality_row_get_finding (row), &position))
    return FALSE;
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->list)), position);

  return TRUE;
}

static void
pressed_cb (DeskQualityPage *self,
            int              n_press,
            double           x,
            double           y)
{
  if (select_row (self, find_row (gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT))))
    desk_context_menu_popup (GTK_WIDGET (self), g_object_ref (self->menu), x, y);
}

static gboolean
popup_menu (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   user_data)
{
  DeskQualityPage *self = DESK_QUALITY_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (!select_row (self, find_row (focus)))
    return FALSE;
  desk_context_menu_popup_at_focus (widget, g_object_ref (self->menu), focus);

  return TRUE;
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
  g_signal_connect_object (selection, "notify::selected-item", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
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
  g_ptr_array_unref (self->arrangement_ids);
  g_free (self->arrangement_id);

  G_OBJECT_CLASS (desk_quality_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "quality.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "quality.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "quality.copy-path", NULL, copy_path_action);
  gtk_widget_class_install_action (widget_class, "quality.copy-all", NULL, copy_all_action);
  gtk_widget_class_install_action (widget_class, "quality.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "quality.check-again", NULL, check_action);
  gtk_widget_class_install_action (widget_class, "quality.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "quality.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "quality.copy-path",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "quality.cancel", NULL);
  desk_context_menu_bind (widget_class, popup_menu);
}

static void
desk_quality_page_class_init (DeskQualityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_quality_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = desk_quality_page_finalize;

  install_actions (widget_class);
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
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_again);
  gtk_widget_class_bind_template_callback (widget_class, consent_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
desk_quality_page_init (DeskQualityPage *self)
{
  g_type_ensure (DESK_TYPE_STATUS_VIEW);
  g_type_ensure (DESK_TYPE_WRAP_BOX);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->findings = g_list_store_new (DESK_TYPE_QUALITY_FINDING);
  self->arrangement_ids = g_ptr_array_new_with_free_func (g_free);
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
  g_signal_connect_object (desk_context_get_directory (context), "consents-changed", G_CALLBACK (consents_changed_cb),
                           self, G_CONNECT_SWAPPED);
  show_list (self);
  list_consents (self);
  check_again (self);

  return GTK_WIDGET (self);
}
