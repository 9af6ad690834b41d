/* desk-end-users-pane.c: the list of end users, with search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "desk-end-user-row.h"
#include "desk-end-users-pane.h"
#include "desk-environment-button.h"
#include "desk-status-view.h"

struct _DeskEndUsersPane
{
  GtkWidget           parent_instance;

  /* Template widgets */
  DeskEnvironmentButton *environment_button;
  GtkSearchEntry     *search_entry;
  GtkStack           *stack;
  GtkListView        *list_view;
  DeskStatusView     *status;

  /* Owned */
  DeskContext        *context;   /* (nullable) */
  GtkFilter          *filter;
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;
  DeskEndUser        *end_user;  /* (nullable) */
  char               *search;    /* case-folded */
  GError             *error;     /* (nullable) */
  gboolean            loading;
};

G_DEFINE_FINAL_TYPE (DeskEndUsersPane, desk_end_users_pane, GTK_TYPE_WIDGET)

enum
{
  PROP_END_USER = 1,
  N_PROPERTIES
};

enum
{
  END_USER_ACTIVATED,
  RETRY,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static gboolean
contains_folded (const char *text,
                 const char *folded_needle)
{
  g_autofree char *folded = NULL;

  if (text == NULL)
    return FALSE;
  folded = g_utf8_casefold (text, -1);
  return strstr (folded, folded_needle) != NULL;
}

static gboolean
matches_search (gpointer item,
                gpointer user_data)
{
  DeskEndUsersPane *self = user_data;
  DeskEndUser *end_user = item;

  return self->search == NULL || *self->search == '\0' ||
         contains_folded (desk_end_user_get_name (end_user), self->search) ||
         contains_folded (desk_end_user_get_email (end_user), self->search) ||
         contains_folded (desk_end_user_get_phone (end_user), self->search) ||
         contains_folded (desk_end_user_get_id (end_user), self->search);
}

static guint
count_end_users (DeskEndUsersPane *self)
{
  GListModel *all = gtk_filter_list_model_get_model (self->filtered);

  return all != NULL ? g_list_model_get_n_items (all) : 0;
}

static void
update_stack (DeskEndUsersPane *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "list");
      return;
    }

  if (self->error != NULL)
    desk_status_view_set_failed (self->status, _("The end users could not be read"), self->error);
  else if (self->loading || self->context == NULL)
    desk_status_view_set_loading (self->status, _("Reading end users …"));
  else if (count_end_users (self) > 0)
    desk_status_view_set_empty (self->status, "edit-find-symbolic", _("Nobody found"),
                                _("No name, e-mail, phone number or id contains this text."), NULL, NULL);
  else
    desk_status_view_set_empty (self->status, "system-users-symbolic", _("No end users yet"),
                                _("An end user is the person or business whose accounts you link."),
                                _("_New end user"), "win.new-end-user");
  gtk_stack_set_visible_child_name (self->stack, "status");
}

static void
set_end_user (DeskEndUsersPane *self,
              DeskEndUser      *end_user)
{
  if (g_set_object (&self->end_user, end_user))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_END_USER]);
}

static gboolean
find_end_user (GListModel *end_users,
               const char *end_user_id,
               guint      *position)
{
  for (guint i = 0; end_users != NULL && i < g_list_model_get_n_items (end_users); i++)
    {
      g_autoptr(DeskEndUser) end_user = g_list_model_get_item (end_users, i);

      if (g_strcmp0 (desk_end_user_get_id (end_user), end_user_id) != 0)
        continue;
      *position = i;
      return TRUE;
    }
  return FALSE;
}

/* An end user that a search hides stays chosen; one that is gone does not. */
static gboolean
is_still_there (DeskEndUsersPane *self,
                DeskEndUser      *end_user)
{
  guint position;

  return find_end_user (gtk_filter_list_model_get_model (self->filtered), desk_end_user_get_id (end_user), &position);
}

static void
selection_changed_cb (DeskEndUsersPane *self)
{
  DeskEndUser *selected = gtk_single_selection_get_selected_item (self->selection);

  if (selected != NULL || (self->end_user != NULL && !is_still_there (self, self->end_user)))
    set_end_user (self, selected);
}

static void
row_activated_cb (DeskEndUsersPane *self,
                  guint             position)
{
  g_autoptr(DeskEndUser) end_user = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[END_USER_ACTIVATED], 0, end_user);
}

static gboolean
select_in_list (DeskEndUsersPane *self,
                const char       *end_user_id)
{
  guint position;

  if (!find_end_user (G_LIST_MODEL (self->selection), end_user_id, &position))
    return FALSE;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
  return TRUE;
}

static void
search_changed_cb (DeskEndUsersPane *self)
{
  g_free (self->search);
  self->search = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), -1);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  if (self->end_user != NULL)
    select_in_list (self, desk_end_user_get_id (self->end_user));
  update_stack (self);
}

/* From the search to the list, by the keyboard. */
static void
search_left_cb (DeskEndUsersPane *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->list_view), GTK_DIR_TAB_FORWARD);
}

static void
search_stopped_cb (DeskEndUsersPane *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  search_left_cb (self);
}

static void
search_activated_cb (DeskEndUsersPane *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    row_activated_cb (self, 0);
}

static void
status_retry_cb (DeskEndUsersPane *self)
{
  g_signal_emit (self, signals[RETRY], 0);
}

static void
row_setup_cb (DeskEndUsersPane *self,
              GtkListItem      *item)
{
  gtk_list_item_set_child (item, desk_end_user_row_new (desk_context_get_directory (self->context)));
}

static void
row_bind_cb (DeskEndUsersPane *self,
             GtkListItem      *item)
{
  desk_end_user_row_set_end_user (DESK_END_USER_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
row_unbind_cb (DeskEndUsersPane *self,
               GtkListItem      *item)
{
  desk_end_user_row_set_end_user (DESK_END_USER_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
desk_end_users_pane_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (property_id == PROP_END_USER)
    g_value_set_object (value, DESK_END_USERS_PANE (object)->end_user);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
desk_end_users_pane_dispose (GObject *object)
{
  DeskEndUsersPane *self = DESK_END_USERS_PANE (object);
  GtkWidget *child = NULL;

  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->end_user);
  g_clear_object (&self->context);
  g_clear_pointer (&self->search, g_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (desk_end_users_pane_parent_class)->dispose (object);
}

static void
desk_end_users_pane_class_init (DeskEndUsersPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = desk_end_users_pane_get_property;
  object_class->dispose = desk_end_users_pane_dispose;

  properties[PROP_END_USER] = g_param_spec_object ("end-user", NULL, NULL, DESK_TYPE_END_USER,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[END_USER_ACTIVATED] = g_signal_new ("end-user-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                              NULL, NULL, NULL, G_TYPE_NONE, 1, DESK_TYPE_END_USER);
  signals[RETRY] = g_signal_new ("retry", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-end-users-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskEndUsersPane, environment_button);
  gtk_widget_class_bind_template_child (widget_class, DeskEndUsersPane, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskEndUsersPane, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskEndUsersPane, list_view);
  gtk_widget_class_bind_template_child (widget_class, DeskEndUsersPane, status);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, status_retry_cb);
}

static void
desk_end_users_pane_init (DeskEndUsersPane *self)
{
  g_type_ensure (DESK_TYPE_STATUS_VIEW);
  g_type_ensure (DESK_TYPE_ENVIRONMENT_BUTTON);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->filter = GTK_FILTER (gtk_custom_filter_new (matches_search, self, NULL));
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (self->filter));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->filtered)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
  update_stack (self);
}

void
desk_end_users_pane_set_context (DeskEndUsersPane *self,
                                 DeskContext      *context)
{
  g_return_if_fail (DESK_IS_END_USERS_PANE (self));
  g_return_if_fail (DESK_IS_CONTEXT (context));

  gtk_list_view_set_model (self->list_view, NULL);
  g_set_object (&self->context, context);
  desk_environment_button_set_environment (self->environment_button, desk_context_get_environment (context));
  gtk_filter_list_model_set_model (self->filtered,
                                   desk_directory_get_end_users (desk_context_get_directory (context)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  update_stack (self);
}

void
desk_end_users_pane_set_book (DeskEndUsersPane    *self,
                              DeskEnvironmentBook *book)
{
  g_return_if_fail (DESK_IS_END_USERS_PANE (self));

  desk_environment_button_set_book (self->environment_button, book);
}

void
desk_end_users_pane_set_loading (DeskEndUsersPane *self,
                                 gboolean          loading,
                                 const GError     *error)
{
  g_return_if_fail (DESK_IS_END_USERS_PANE (self));

  self->loading = loading;
  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  update_stack (self);
}

DeskEndUser *
desk_end_users_pane_get_end_user (DeskEndUsersPane *self)
{
  g_return_val_if_fail (DESK_IS_END_USERS_PANE (self), NULL);

  return self->end_user;
}

gboolean
desk_end_users_pane_select (DeskEndUsersPane *self,
                            const char       *end_user_id)
{
  guint position;

  g_return_val_if_fail (DESK_IS_END_USERS_PANE (self), FALSE);

  if (select_in_list (self, end_user_id))
    return TRUE;
  if (!find_end_user (gtk_filter_list_model_get_model (self->filtered), end_user_id, &position))
    return FALSE;

  /* The search hides who is wanted. */
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  return select_in_list (self, end_user_id);
}

void
desk_end_users_pane_focus_search (DeskEndUsersPane *self)
{
  g_return_if_fail (DESK_IS_END_USERS_PANE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

void
desk_end_users_pane_search (DeskEndUsersPane *self,
                            const char       *text)
{
  g_return_if_fail (DESK_IS_END_USERS_PANE (self));
  g_return_if_fail (text != NULL);

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->search_entry), -1);
}
