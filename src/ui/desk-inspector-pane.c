/* desk-inspector-pane.c: the drawer that shows every call and every webhook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "desk-context-menu.h"
#include "desk-curl.h"
#include "desk-har.h"
#include "desk-inspector-columns.h"
#include "desk-inspector-detail.h"
#include "desk-inspector-pane.h"
#include "desk-rows-columns.h"
#include "desk-size-watch.h"
#include "desk-status-view.h"
#include "desk-ui-error.h"
#include "desk-wrap-box.h"

/* What is to be seen; the order is that of the drop-down. */
typedef enum
{
  SHOWN_ALL,
  SHOWN_CALLS,
  SHOWN_WEBHOOKS,
  SHOWN_FAILED,
} Shown;

struct _DeskInspectorPane
{
  GtkWidget             parent_instance;

  /* Template widgets */
  GtkWidget            *header;
  GtkSearchEntry       *search_entry;
  GtkDropDown          *filter_drop_down;
  AdwLeaflet           *leaflet;
  GtkStack             *list_stack;
  GtkScrolledWindow    *scroller;
  GtkColumnView        *view;
  DeskStatusView       *status;
  DeskInspectorDetail  *detail;
  GMenuModel           *row_menu;
  GtkWidget            *receiver;
  GtkWidget            *receiver_problem;
  GtkLabel             *receiver_label;
  GtkWidget            *receiver_button;

  /* Owned */
  GSettings            *settings;
  DeskInspector        *inspector;   /* (nullable) */
  GtkCustomFilter      *filter;
  GtkSingleSelection   *selection;
  GSignalGroup         *entry_signals;
  GtkFileChooserNative *chooser;     /* (nullable): the latest one */
  GCancellable         *cancellable;
};

G_DEFINE_FINAL_TYPE (DeskInspectorPane, desk_inspector_pane, GTK_TYPE_WIDGET)

static DeskInspectorEntry *
get_entry (DeskInspectorPane *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static gboolean
is_shown (DeskInspectorEntry *entry,
          Shown               shown)
{
  switch (shown)
    {
    case SHOWN_CALLS:
      return desk_inspector_entry_get_webhook (entry) == NULL;
    case SHOWN_WEBHOOKS:
      return desk_inspector_entry_get_webhook (entry) != NULL;
    case SHOWN_FAILED:
      return desk_inspector_entry_is_failed (entry);
    case SHOWN_ALL:
    default:
      return TRUE;
    }
}

static gboolean
match_cb (gpointer item,
          gpointer user_data)
{
  DeskInspectorPane *self = user_data;
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  return is_shown (item, gtk_drop_down_get_selected (self->filter_drop_down)) &&
         desk_inspector_entry_matches (item, words);
}

static void
say_nothing_is_there (DeskInspectorPane *self)
{
  if (self->inspector != NULL && g_list_model_get_n_items (desk_inspector_get_entries (self->inspector)) > 0)
    desk_status_view_set_empty (self->status, "edit-find-symbolic", _("Nothing matches"),
                                _("Search for other words, or show all."), NULL, NULL);
  else
    desk_status_view_set_empty (self->status, "network-server-symbolic", _("No calls yet"),
                                _("Every call to the service and every webhook will be listed here, without secrets. "
                                  "Account numbers are hidden."),
                                NULL, NULL);
}

/* A list keeps what is to be seen where it is; whoever looks at the newest wants to see the next one too. */
static void
stay_at_the_top (DeskInspectorPane *self)
{
  if (gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller)) > 1)
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_LIST_VIEW (child))
        gtk_widget_activate_action (child, "list.scroll-to-item", "u", 0);
    }
}

static void
items_changed_cb (DeskInspectorPane *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0;

  if (!empty)
    stay_at_the_top (self);
  if (empty)
    say_nothing_is_there (self);
  gtk_stack_set_visible_child_name (self->list_stack, empty ? "status" : "list");
}

static void
update_actions (DeskInspectorPane *self)
{
  DeskInspectorEntry *entry = get_entry (self);
  const DeskApiRecord *record = entry != NULL ? desk_inspector_entry_get_record (entry) : NULL;
  g_autofree char *command = record != NULL ? desk_curl_new_command (record) : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "inspector.copy-curl", command != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "inspector.copy-address", entry != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "inspector.copy-body", entry != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "inspector.copy-error-id",
                                 record != NULL && record->error_id != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "inspector.replay",
                                 entry != NULL && desk_inspector_entry_can_be_replayed (entry));
}

static void
selected_cb (DeskInspectorPane *self)
{
  g_signal_group_set_target (self->entry_signals, get_entry (self));
  desk_inspector_detail_set_entry (self->detail, get_entry (self));
  update_actions (self);
}

static void
filter_changed_cb (DeskInspectorPane *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  items_changed_cb (self);
}

static void
search_stopped_cb (DeskInspectorPane *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
search_left_cb (DeskInspectorPane *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
row_activated_cb (DeskInspectorPane *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  gtk_widget_child_focus (GTK_WIDGET (self->detail), GTK_DIR_TAB_FORWARD);
}

static void
back_cb (DeskInspectorPane *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
pressed_cb (DeskInspectorPane *self,
            int                n_press,
            double             x,
            double             y)
{
  guint position = desk_rows_columns_find_position (gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT));

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  gtk_single_selection_set_selected (self->selection, position);
  desk_context_menu_popup (GTK_WIDGET (self), g_object_ref (self->row_menu), x, y);
}

static gboolean
popup_menu (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   user_data)
{
  DeskInspectorPane *self = DESK_INSPECTOR_PANE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  guint position = desk_rows_columns_find_position (focus);

  if (position == GTK_INVALID_LIST_POSITION || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    return FALSE;
  gtk_single_selection_set_selected (self->selection, position);
  desk_context_menu_popup_at_focus (widget, g_object_ref (self->row_menu), focus);
  return TRUE;
}

/* Escape leads back to the list where that is not to be seen. */
static gboolean
go_back (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  DeskInspectorPane *self = DESK_INSPECTOR_PANE (widget);

  if (!adw_leaflet_get_folded (self->leaflet) || !adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK))
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return TRUE;
}

static void
folded_cb (DeskInspectorPane *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);

  desk_inspector_detail_set_folded (self->detail, folded);
  gtk_column_view_set_single_click_activate (self->view, folded);
}

static void
list_resized_cb (DeskInspectorPane *self,
                 int                width)
{
  desk_inspector_columns_set_width (self->view, width);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DeskInspectorPane *self = DESK_INSPECTOR_PANE (widget);
  const DeskApiRecord *record = NULL;
  g_autofree char *command = NULL;

  if (get_entry (self) == NULL)
    return;
  record = desk_inspector_entry_get_record (get_entry (self));
  command = desk_curl_new_command (record);
  if (g_str_equal (name, "inspector.copy-address"))
    desk_ui_copy (widget, record->uri);
  else if (g_str_equal (name, "inspector.copy-body"))
    desk_inspector_detail_copy_body (self->detail);
  else if (g_str_equal (name, "inspector.copy-error-id") && record->error_id != NULL)
    desk_ui_copy (widget, record->error_id);
  else if (g_str_equal (name, "inspector.copy-curl") && command != NULL)
    desk_ui_copy_saying (widget, command, _("Copied; set CONSENT_DESK_TOKEN before you run it"));
}

static void
copy_webhook_address_action (GtkWidget  *widget,
                             const char *name,
                             GVariant   *parameter)
{
  DeskInspectorPane *self = DESK_INSPECTOR_PANE (widget);
  g_autofree char *address = NULL;

  if (self->inspector != NULL)
    g_object_get (self->inspector, "webhook-address", &address, NULL);
  if (address != NULL)
    desk_ui_copy (widget, address);
}

/* What comes of it is read in its own line. */
static void
choose_replay (DeskInspectorPane *self)
{
  g_autoptr(DeskInspectorEntry) newest = g_list_model_get_item (G_LIST_MODEL (self->selection), 0);

  if (newest != NULL && desk_inspector_entry_get_webhook (newest) != NULL
      && desk_inspector_entry_get_webhook (newest)->is_replay)
    gtk_single_selection_set_selected (self->selection, 0);
}

static void
replay_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DeskInspectorPane *self = DESK_INSPECTOR_PANE (widget);
  gboolean paused = FALSE;

  if (get_entry (self) == NULL || !desk_inspector_entry_can_be_replayed (get_entry (self)))
    return;

  g_object_get (self->inspector, "paused", &paused, NULL);
  desk_inspector_replay (self->inspector, get_entry (self));
  if (paused)
    desk_ui_show_toast (widget, adw_toast_new (_("Replayed; it is not listed, as the list is paused")));
  else
    choose_replay (self);
}

static void
clear_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  DeskInspectorPane *self = DESK_INSPECTOR_PANE (widget);

  if (self->inspector != NULL)
    desk_inspector_clear (self->inspector);
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DeskInspectorPane *self = DESK_INSPECTOR_PANE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->detail)))
    desk_inspector_detail_start_search (self->detail);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(DeskInspectorPane) self = user_data;
  g_autoptr(GError) error = NULL;

  if (desk_har_write_finish (result, &error))
    desk_ui_show_toast (GTK_WIDGET (self), adw_toast_new (_("The HTTP archive is written")));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    desk_ui_show_error (GTK_WIDGET (self), error);
}

static void
chooser_response_cb (DeskInspectorPane *self,
                     int                response)
{
  g_autoptr(GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  path = g_file_get_path (file);
  if (path == NULL)
    {
      g_autoptr(GError) error = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_INVAL,
                                                     _("This place is not a folder of this computer. Choose another."));

      desk_ui_show_error (GTK_WIDGET (self), error);
      return;
    }
  desk_har_write_async (G_LIST_MODEL (self->selection), path, self->cancellable, written_cb, g_object_ref (self));
}

/* What is to be seen goes into the file. */
static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DeskInspectorPane *self = DESK_INSPECTOR_PANE (widget);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *file_name = g_date_time_format (now, "consent-desk-%Y-%m-%d-%H%M.har");

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Export what is listed as an HTTP archive (HAR)"),
                                               GTK_WINDOW (gtk_widget_get_root (widget)), GTK_FILE_CHOOSER_ACTION_SAVE,
                                               _("_Export"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), file_name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
desk_inspector_pane_dispose (GObject *object)
{
  DeskInspectorPane *self = DESK_INSPECTOR_PANE (object);
  GtkWidget *child = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->entry_signals);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->inspector);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (desk_inspector_pane_parent_class)->dispose (object);
}

/* A table makes its cells whether or not it is on the screen, and a service is asked for much while the drawer is closed. */
static void
desk_inspector_pane_map (GtkWidget *widget)
{
  DeskInspectorPane *self = DESK_INSPECTOR_PANE (widget);

  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  GTK_WIDGET_CLASS (desk_inspector_pane_parent_class)->map (widget);
}

static void
desk_inspector_pane_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (desk_inspector_pane_parent_class)->unmap (widget);
  gtk_column_view_set_model (DESK_INSPECTOR_PANE (widget)->view, NULL);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-inspector-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskInspectorPane, header);
  gtk_widget_class_bind_template_child (widget_class, DeskInspectorPane, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskInspectorPane, filter_drop_down);
  gtk_widget_class_bind_template_child (widget_class, DeskInspectorPane, leaflet);
  gtk_widget_class_bind_template_child (widget_class, DeskInspectorPane, list_stack);
  gtk_widget_class_bind_template_child (widget_class, DeskInspectorPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, DeskInspectorPane, view);
  gtk_widget_class_bind_template_child (widget_class, DeskInspectorPane, status);
  gtk_widget_class_bind_template_child (widget_class, DeskInspectorPane, detail);
  gtk_widget_class_bind_template_child (widget_class, DeskInspectorPane, row_menu);
  gtk_widget_class_bind_template_child (widget_class, DeskInspectorPane, receiver);
  gtk_widget_class_bind_template_child (widget_class, DeskInspectorPane, receiver_problem);
  gtk_widget_class_bind_template_child (widget_class, DeskInspectorPane, receiver_label);
  gtk_widget_class_bind_template_child (widget_class, DeskInspectorPane, receiver_button);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_resized_cb);
}

static void
desk_inspector_pane_class_init (DeskInspectorPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_inspector_pane_dispose;
  widget_class->map = desk_inspector_pane_map;
  widget_class->unmap = desk_inspector_pane_unmap;

  gtk_widget_class_install_action (widget_class, "inspector.copy-curl", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "inspector.copy-error-id", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "inspector.copy-address", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "inspector.copy-body", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "inspector.copy-webhook-address", NULL, copy_webhook_address_action);
  gtk_widget_class_install_action (widget_class, "inspector.replay", NULL, replay_action);
  gtk_widget_class_install_action (widget_class, "inspector.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "inspector.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "inspector.export", NULL, export_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, go_back, NULL);
  desk_context_menu_bind (widget_class, popup_menu);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
make_list (DeskInspectorPane *self)
{
  desk_inspector_columns_add (self->view);
  self->filter = gtk_custom_filter_new (match_cb, self, NULL);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  /* Once the table knows of the items too. */
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->search_entry, "search-changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter_drop_down, "notify::selected", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
desk_inspector_pane_init (DeskInspectorPane *self)
{
  g_type_ensure (DESK_TYPE_INSPECTOR_DETAIL);
  g_type_ensure (DESK_TYPE_SIZE_WATCH);
  g_type_ensure (DESK_TYPE_STATUS_VIEW);
  g_type_ensure (DESK_TYPE_WRAP_BOX);

  self->settings = g_settings_new (APPLICATION_ID);
  self->cancellable = g_cancellable_new ();
  self->entry_signals = g_signal_group_new (DESK_TYPE_INSPECTOR_ENTRY);
  g_signal_group_connect_swapped (self->entry_signals, "notify::record", G_CALLBACK (update_actions), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  make_list (self);
  items_changed_cb (self);
  folded_cb (self);
  update_actions (self);
}

GtkWidget *
desk_inspector_pane_new (void)
{
  return g_object_new (DESK_TYPE_INSPECTOR_PANE, NULL);
}

static void
receiver_cb (DeskInspectorPane *self)
{
  g_autofree char *address = NULL;
  g_autofree char *problem = NULL;
  g_autofree char *words = NULL;

  g_object_get (self->inspector, "webhook-address", &address, "webhook-problem", &problem, NULL);
  if (address != NULL)
    words = g_strdup_printf (_("Webhooks are received at %s"), address);
  gtk_widget_set_visible (self->receiver, address != NULL || problem != NULL);
  gtk_widget_set_visible (self->receiver_problem, address == NULL);
  gtk_widget_set_visible (self->receiver_button, address != NULL);
  gtk_label_set_text (self->receiver_label, words != NULL ? words : problem != NULL ? problem : "");
}

static void
insert_states (DeskInspectorPane *self)
{
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr(GPropertyAction) paused = g_property_action_new ("paused", self->inspector, "paused");
  g_autoptr(GPropertyAction) shows_numbers = g_property_action_new ("shows-numbers", self->inspector, "shows-numbers");
  g_autoptr(GAction) limit = g_settings_create_action (self->settings, "inspector-limit");

  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (paused));
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (shows_numbers));
  g_action_map_add_action (G_ACTION_MAP (group), limit);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "inspecting", G_ACTION_GROUP (group));
}

void
desk_inspector_pane_set_inspector (DeskInspectorPane *self,
                                   DeskInspector     *inspector)
{
  g_autoptr(GtkFilterListModel) filtered = NULL;

  g_return_if_fail (DESK_IS_INSPECTOR_PANE (self));
  g_return_if_fail (DESK_IS_INSPECTOR (inspector));

  if (!g_set_object (&self->inspector, inspector))
    return;
  g_settings_bind (self->settings, "inspector-limit", inspector, "limit", G_SETTINGS_BIND_GET);
  insert_states (self);
  g_signal_connect_object (inspector, "notify::webhook-problem", G_CALLBACK (receiver_cb), self, G_CONNECT_SWAPPED);
  receiver_cb (self);
  filtered = gtk_filter_list_model_new (g_object_ref (desk_inspector_get_entries (inspector)),
                                        GTK_FILTER (g_object_ref (self->filter)));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (filtered));
  items_changed_cb (self);
}

void
desk_inspector_pane_set_alone (DeskInspectorPane *self,
                               gboolean           alone)
{
  g_return_if_fail (DESK_IS_INSPECTOR_PANE (self));

  gtk_widget_set_visible (self->header, alone);
}
