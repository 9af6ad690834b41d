/* desk-end-user-pane.c: one end user: what is shared, and which data there is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "desk-consent-card.h"
#include "desk-data-menu.h"
#include "desk-end-user-pane.h"
#include "desk-status-view.h"

/* As much of a name as fits beside the buttons; a longer one would widen the pane. */
#define TITLE_CHARS 14

struct _DeskEndUserPane
{
  GtkWidget        parent_instance;

  /* Template widgets */
  GtkWidget       *back_button;
  GtkLabel        *title;
  GtkStack        *stack;
  GtkListBox      *consents;
  DeskDataMenu    *data_menu;
  DeskStatusView  *status;

  /* Owned */
  DeskContext     *context;          /* (nullable) */
  DeskEndUser     *end_user;         /* (nullable) */
  GSignalGroup    *end_user_signals;
  GSignalGroup    *consents_signals;
};

G_DEFINE_FINAL_TYPE (DeskEndUserPane, desk_end_user_pane, GTK_TYPE_WIDGET)

enum
{
  RESOURCE_ACTIVATED,
  CONSENT_ACTIVATED,
  LINK_INTENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
create_card (gpointer item,
             gpointer user_data)
{
  DeskEndUserPane *self = user_data;
  GtkWidget *row = gtk_list_box_row_new ();
  DeskConsent *consent = item;
  const char *name = desk_consent_get_institution_name (consent);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row),
                              desk_consent_card_new (consent, desk_context_get_clock (self->context)));
  gtk_widget_set_tooltip_text (row, _("See what is shared, until when, and the ids"));
  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static GListModel *
get_consents (DeskEndUserPane *self)
{
  return desk_directory_get_consents (desk_context_get_directory (self->context),
                                      desk_end_user_get_id (self->end_user));
}

static void
update_stack (DeskEndUserPane *self)
{
  if (self->end_user == NULL)
    {
      desk_status_view_set_empty (self->status, "avatar-default-symbolic", _("Nobody is chosen"),
                                  _("Choose an end user to see what is shared."), NULL, NULL);
      gtk_stack_set_visible_child_name (self->stack, "status");
    }
  else if (g_list_model_get_n_items (get_consents (self)) == 0)
    {
      desk_status_view_set_empty (self->status, "io.github.consentdesk.ConsentDesk-symbolic", _("No accounts linked yet"),
                                  _("Link an account: the end user signs in at the bank or energy retailer and chooses what to share."),
                                  _("_Link account"), "win.link-account");
      gtk_stack_set_visible_child_name (self->stack, "status");
    }
  else
    gtk_stack_set_visible_child_name (self->stack, "content");
}

static void
update_title (DeskEndUserPane *self)
{
  gtk_label_set_text (self->title, self->end_user != NULL ? desk_end_user_get_title (self->end_user) : NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), gtk_label_get_text (self->title));
}

static void
consent_row_activated_cb (DeskEndUserPane *self,
                          GtkListBoxRow   *row)
{
  DeskConsentCard *card = DESK_CONSENT_CARD (gtk_list_box_row_get_child (row));

  g_signal_emit (self, signals[CONSENT_ACTIVATED], 0, desk_consent_card_get_consent (card));
}

static void
resource_activated_cb (DeskEndUserPane *self,
                       gpointer         resource)
{
  g_signal_emit (self, signals[RESOURCE_ACTIVATED], 0, resource);
}

static void
link_intended_cb (DeskEndUserPane *self)
{
  g_signal_emit (self, signals[LINK_INTENDED], 0);
}

static void
desk_end_user_pane_dispose (GObject *object)
{
  DeskEndUserPane *self = DESK_END_USER_PANE (object);
  GtkWidget *child = NULL;

  g_clear_object (&self->end_user_signals);
  g_clear_object (&self->consents_signals);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->end_user);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (desk_end_user_pane_parent_class)->dispose (object);
}

static void
desk_end_user_pane_class_init (DeskEndUserPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_end_user_pane_dispose;

  signals[RESOURCE_ACTIVATED] = g_signal_new ("resource-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                              NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CONSENT_ACTIVATED] = g_signal_new ("consent-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                             NULL, NULL, NULL, G_TYPE_NONE, 1, DESK_TYPE_CONSENT);
  signals[LINK_INTENDED] = g_signal_new ("link-intended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-end-user-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskEndUserPane, back_button);
  gtk_widget_class_bind_template_child (widget_class, DeskEndUserPane, title);
  gtk_widget_class_bind_template_child (widget_class, DeskEndUserPane, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskEndUserPane, consents);
  gtk_widget_class_bind_template_child (widget_class, DeskEndUserPane, data_menu);
  gtk_widget_class_bind_template_child (widget_class, DeskEndUserPane, status);
  gtk_widget_class_bind_template_callback (widget_class, consent_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, resource_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_intended_cb);
}

static void
desk_end_user_pane_init (DeskEndUserPane *self)
{
  g_type_ensure (DESK_TYPE_DATA_MENU);
  g_type_ensure (DESK_TYPE_STATUS_VIEW);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->end_user_signals = g_signal_group_new (DESK_TYPE_END_USER);
  g_signal_group_connect_swapped (self->end_user_signals, "notify", G_CALLBACK (update_title), self);
  self->consents_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->consents_signals, "items-changed", G_CALLBACK (update_stack), self);
  update_stack (self);
}

void
desk_end_user_pane_set_end_user (DeskEndUserPane *self,
                                 DeskContext     *context,
                                 DeskEndUser     *end_user)
{
  g_return_if_fail (DESK_IS_END_USER_PANE (self));
  g_return_if_fail (end_user == NULL || DESK_IS_CONTEXT (context));

  gtk_list_box_bind_model (self->consents, NULL, NULL, NULL, NULL);
  g_set_object (&self->context, context);
  g_set_object (&self->end_user, end_user);
  g_signal_group_set_target (self->end_user_signals, end_user);
  g_signal_group_set_target (self->consents_signals, end_user != NULL ? get_consents (self) : NULL);
  if (end_user != NULL)
    gtk_list_box_bind_model (self->consents, get_consents (self), create_card, self, NULL);
  desk_data_menu_set_end_user (self->data_menu, context, end_user);
  update_title (self);
  update_stack (self);
}

const DeskResource *
desk_end_user_pane_select_resource (DeskEndUserPane    *self,
                                    const DeskResource *resource)
{
  const DeskResource *shown = NULL;

  g_return_val_if_fail (DESK_IS_END_USER_PANE (self), NULL);

  shown = desk_data_menu_resolve (self->data_menu, resource);
  desk_data_menu_select (self->data_menu, shown);
  return shown;
}

gboolean
desk_end_user_pane_select_quality (DeskEndUserPane *self)
{
  g_return_val_if_fail (DESK_IS_END_USER_PANE (self), FALSE);

  return desk_data_menu_select_quality (self->data_menu);
}

void
desk_end_user_pane_set_folded (DeskEndUserPane *self,
                               gboolean         folded)
{
  g_return_if_fail (DESK_IS_END_USER_PANE (self));

  gtk_widget_set_visible (self->back_button, folded);
}

void
desk_end_user_pane_set_alone (DeskEndUserPane *self,
                              gboolean         alone)
{
  g_return_if_fail (DESK_IS_END_USER_PANE (self));

  gtk_label_set_max_width_chars (self->title, alone ? -1 : TITLE_CHARS);
}
