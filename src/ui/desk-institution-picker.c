/* desk-institution-picker.c: the page on which the institution is chosen before linking
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-institution-picker.h"

#include <glib/gi18n-lib.h>

#include "desk-institution-choices.h"
#include "desk-institution-factory.h"
#include "desk-status-view.h"

struct _DeskInstitutionPicker
{
  AdwBin                  parent_instance;

  /* Template widgets */
  GtkSearchEntry         *search_entry;
  GtkToggleButton        *all_button;
  GtkToggleButton        *banks_button;
  GtkToggleButton        *energy_button;
  GtkWidget              *scroller;
  GtkListView            *list_view;
  DeskStatusView         *status;

  /* Owned */
  DeskInstitutionList    *list; /* (nullable) */
  DeskInstitutionChoices *choices;
  GtkSingleSelection     *selection;
  char                   *institution_id; /* (nullable) */
};

enum
{
  PROP_INSTITUTION_ID = 1,
  N_PROPERTIES
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskInstitutionPicker, desk_institution_picker, ADW_TYPE_BIN)

static const char *
get_search (DeskInstitutionPicker *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

static gboolean
has_search (DeskInstitutionPicker *self)
{
  return *get_search (self) != '\0';
}

static void
mark (DeskInstitutionPicker *self)
{
  gtk_single_selection_set_selected (self->selection,
                                     desk_institution_choices_find (self->choices, self->institution_id));
}

static void
set_institution_id (DeskInstitutionPicker *self,
                    const char            *institution_id)
{
  if (g_strcmp0 (self->institution_id, institution_id) == 0)
    return;

  g_free (self->institution_id);
  self->institution_id = g_strdup (institution_id);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INSTITUTION_ID]);
}

/* What was asked for before the list was there may turn out not to be offered. */
static void
review_choice (DeskInstitutionPicker *self)
{
  DeskInstitution *institution = desk_institution_list_find (self->list, self->institution_id);

  if (institution == NULL || !desk_institution_is_accessible (institution))
    set_institution_id (self, NULL);
}

static void
show_nothing_found (DeskInstitutionPicker *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    desk_status_view_set_empty (self->status, "edit-find-symbolic", _("No institution is offered"),
                                _("The service names none. The consent page may still know some."), NULL, NULL);
  else if (has_search (self))
    desk_status_view_set_empty (self->status, "edit-find-symbolic", _("Nothing found"),
                                _("No name among those that are shown contains this text."),
                                _("_Show all"), "picker.show-all");
  else
    desk_status_view_set_empty (self->status, "edit-find-symbolic", _("None of this kind"),
                                _("The service names institutions of the other industry only."),
                                _("_Show all"), "picker.show-all");
}

static void
update (DeskInstitutionPicker *self)
{
  DeskInstitutionListState state = self->list != NULL ? desk_institution_list_get_state (self->list)
                                                      : DESK_INSTITUTION_LIST_LOADING;
  gboolean has_any = self->list != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0;
  gboolean coming = !has_any && (state == DESK_INSTITUTION_LIST_LOADING || state == DESK_INSTITUTION_LIST_IDLE);
  gboolean shows_rows = coming || desk_institution_choices_count (self->choices) > 0;

  desk_institution_choices_set_coming (self->choices, coming);
  if (!shows_rows && !has_any && state == DESK_INSTITUTION_LIST_FAILED)
    desk_status_view_set_failed (self->status, _("The institutions could not be read"),
                                 desk_institution_list_get_error (self->list));
  else if (!shows_rows)
    show_nothing_found (self);

  gtk_widget_set_visible (GTK_WIDGET (self->status), !shows_rows);
  gtk_widget_set_vexpand (self->scroller, shows_rows);
  mark (self);
}

static void
list_state_changed_cb (DeskInstitutionPicker *self)
{
  if (desk_institution_list_get_state (self->list) == DESK_INSTITUTION_LIST_READY)
    review_choice (self);
  update (self);
}

static void
selection_changed_cb (DeskInstitutionPicker *self)
{
  gpointer item = gtk_single_selection_get_selected_item (self->selection);

  /* A choice that the search hides stays chosen. */
  if (item == NULL)
    return;

  switch (desk_institution_choices_get_kind (self->choices, item))
    {
    case DESK_INSTITUTION_CHOICE_ON_PAGE:
      set_institution_id (self, NULL);
      break;
    case DESK_INSTITUTION_CHOICE_INSTITUTION:
      set_institution_id (self, desk_institution_get_id (item));
      break;
    case DESK_INSTITUTION_CHOICE_COMING:
    default:
      break;
    }
}

static void
row_activated_cb (DeskInstitutionPicker *self,
                  guint                  position)
{
  g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item == NULL || !desk_institution_choices_can_choose (self->choices, item))
    return;

  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[CHOSEN], 0, self->institution_id);
}

static gboolean
focus_position (DeskInstitutionPicker *self,
                guint                  position)
{
  g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  GtkWidget *list_item;

  if (item == NULL)
    return FALSE;

  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
  list_item = desk_institution_factory_find_widget (self->list_view, item);

  return list_item != NULL && gtk_widget_grab_focus (list_item);
}

/* Where the keyboard leads to from the search: never to something that was not searched for. */
static guint
get_first_choice (DeskInstitutionPicker *self)
{
  if (has_search (self))
    return desk_institution_choices_count (self->choices) > 0 ? 1 : GTK_INVALID_LIST_POSITION;

  return desk_institution_choices_find (self->choices, self->institution_id);
}

static void
search_started_cb (DeskInstitutionPicker *self)
{
  gtk_text_grab_focus_without_selecting (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->search_entry))));
}

static void
search_changed_cb (DeskInstitutionPicker *self)
{
  desk_institution_choices_set_search (self->choices, get_search (self));
  update (self);
}

/* From the search to the list, by the keyboard. */
static void
search_left_cb (DeskInstitutionPicker *self)
{
  guint position = get_first_choice (self);
  g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL && desk_institution_choices_can_choose (self->choices, item))
    gtk_single_selection_set_selected (self->selection, position);
  focus_position (self, position);
}

static void
search_stopped_cb (DeskInstitutionPicker *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  desk_institution_picker_focus (self);
}

static void
search_activated_cb (DeskInstitutionPicker *self)
{
  row_activated_cb (self, get_first_choice (self));
}

static void
industry_toggled_cb (DeskInstitutionPicker *self)
{
  const char *industry = NULL;

  if (gtk_toggle_button_get_active (self->banks_button))
    industry = "banking";
  else if (gtk_toggle_button_get_active (self->energy_button))
    industry = "energy";

  desk_institution_choices_set_industry (self->choices, industry);
  update (self);
}

static void
show_all (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  DeskInstitutionPicker *self = DESK_INSTITUTION_PICKER (widget);

  gtk_toggle_button_set_active (self->all_button, TRUE);
  search_stopped_cb (self);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  DeskInstitutionPicker *self = DESK_INSTITUTION_PICKER (widget);

  if (!has_search (self))
    return GDK_EVENT_PROPAGATE;

  search_stopped_cb (self);

  return GDK_EVENT_STOP;
}

static void
status_retry_cb (DeskInstitutionPicker *self)
{
  desk_institution_list_load (self->list);
}

static void
desk_institution_picker_get_property (GObject    *object,
                                      guint       property_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  if (property_id == PROP_INSTITUTION_ID)
    g_value_set_string (value, DESK_INSTITUTION_PICKER (object)->institution_id);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
desk_institution_picker_set_property (GObject      *object,
                                      guint         property_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  if (property_id == PROP_INSTITUTION_ID)
    desk_institution_picker_set_institution_id (DESK_INSTITUTION_PICKER (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
desk_institution_picker_dispose (GObject *object)
{
  DeskInstitutionPicker *self = DESK_INSTITUTION_PICKER (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->choices);
  g_clear_object (&self->list);
  g_clear_pointer (&self->institution_id, g_free);

  G_OBJECT_CLASS (desk_institution_picker_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-institution-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskInstitutionPicker, search_entry);
  gtk_widget_class_bind_template_child (widget_class, DeskInstitutionPicker, all_button);
  gtk_widget_class_bind_template_child (widget_class, DeskInstitutionPicker, banks_button);
  gtk_widget_class_bind_template_child (widget_class, DeskInstitutionPicker, energy_button);
  gtk_widget_class_bind_template_child (widget_class, DeskInstitutionPicker, scroller);
  gtk_widget_class_bind_template_child (widget_class, DeskInstitutionPicker, list_view);
  gtk_widget_class_bind_template_child (widget_class, DeskInstitutionPicker, status);
  gtk_widget_class_bind_template_callback (widget_class, search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, industry_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, status_retry_cb);
}

static void
desk_institution_picker_class_init (DeskInstitutionPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = desk_institution_picker_get_property;
  object_class->set_property = desk_institution_picker_set_property;
  object_class->dispose = desk_institution_picker_dispose;

  properties[PROP_INSTITUTION_ID] = g_param_spec_string ("institution-id", NULL, NULL, NULL,
                                                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                         G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "institutionpicker");
  gtk_widget_class_install_action (widget_class, "picker.show-all", NULL, show_all);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  bind_template (widget_class);
}

static void
desk_institution_picker_init (DeskInstitutionPicker *self)
{
  g_autoptr(GtkListItemFactory) factory = NULL;

  g_type_ensure (DESK_TYPE_STATUS_VIEW);
  self->choices = desk_institution_choices_new ();
  factory = desk_institution_factory_new (self->choices);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, desk_institution_choices_get_model (self->choices));
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self));
  update (self);
}

GtkWidget *
desk_institution_picker_new (void)
{
  return g_object_new (DESK_TYPE_INSTITUTION_PICKER, NULL);
}

void
desk_institution_picker_set_list (DeskInstitutionPicker *self,
                                  DeskInstitutionList   *list)
{
  g_return_if_fail (DESK_IS_INSTITUTION_PICKER (self));
  g_return_if_fail (list == NULL || DESK_IS_INSTITUTION_LIST (list));

  if (self->list == list)
    return;

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_set_object (&self->list, list);
  desk_institution_choices_set_list (self->choices, G_LIST_MODEL (list));
  if (list != NULL)
    {
      g_signal_connect_object (list, "state-changed", G_CALLBACK (list_state_changed_cb), self, G_CONNECT_SWAPPED);
      if (desk_institution_list_get_state (list) == DESK_INSTITUTION_LIST_IDLE)
        desk_institution_list_load (list);
      else
        list_state_changed_cb (self);
    }
  update (self);
}

const char *
desk_institution_picker_get_institution_id (DeskInstitutionPicker *self)
{
  g_return_val_if_fail (DESK_IS_INSTITUTION_PICKER (self), NULL);

  return self->institution_id;
}

void
desk_institution_picker_set_institution_id (DeskInstitutionPicker *self,
                                            const char            *institution_id)
{
  g_return_if_fail (DESK_IS_INSTITUTION_PICKER (self));

  set_institution_id (self, institution_id);
  if (self->list != NULL && desk_institution_list_get_state (self->list) == DESK_INSTITUTION_LIST_READY)
    review_choice (self);
  mark (self);
}

void
desk_institution_picker_focus (DeskInstitutionPicker *self)
{
  guint position;

  g_return_if_fail (DESK_IS_INSTITUTION_PICKER (self));

  position = desk_institution_choices_find (self->choices, self->institution_id);
  focus_position (self, position != GTK_INVALID_LIST_POSITION ? position : 0);
}
