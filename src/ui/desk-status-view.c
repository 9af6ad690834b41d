/* desk-status-view.c: what a pane shows instead of its content: coming, nothing, or failed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "desk-status-view.h"
#include "desk-ui-error.h"

struct _DeskStatusView
{
  GtkWidget      parent_instance;

  /* Template widgets */
  AdwStatusPage *page;
  GtkSpinner    *spinner;
  GtkButton     *action_button;
  GtkWidget     *retry_button;
  GtkWidget     *copy_button;

  /* Owned */
  char          *details; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (DeskStatusView, desk_status_view, GTK_TYPE_WIDGET)

enum
{
  RETRY,
  ACTION_INTENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* AdwStatusPage takes markup for its description, not for its title: text from outside is escaped. */
static void
show (DeskStatusView *self,
      const char     *icon_name,
      const char     *title,
      const char     *description)
{
  g_autofree char *description_markup = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  adw_status_page_set_icon_name (self->page, icon_name);
  adw_status_page_set_title (self->page, title);
  adw_status_page_set_description (self->page, description_markup);
  g_clear_pointer (&self->details, g_free);
  gtk_spinner_set_spinning (self->spinner, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->action_button), FALSE);
  gtk_widget_set_visible (self->retry_button, FALSE);
  gtk_widget_set_visible (self->copy_button, FALSE);
}

static void
retry_clicked_cb (DeskStatusView *self)
{
  g_signal_emit (self, signals[RETRY], 0);
}

static void
action_intended_cb (DeskStatusView *self)
{
  g_signal_emit (self, signals[ACTION_INTENDED], 0);
}

static void
copy_clicked_cb (DeskStatusView *self)
{
  if (self->details != NULL)
    desk_ui_copy (GTK_WIDGET (self), self->details);
}

static void
desk_status_view_dispose (GObject *object)
{
  DeskStatusView *self = DESK_STATUS_VIEW (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_pointer (&self->details, g_free);

  G_OBJECT_CLASS (desk_status_view_parent_class)->dispose (object);
}

static void
desk_status_view_class_init (DeskStatusViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_status_view_dispose;

  signals[RETRY] = g_signal_new ("retry", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[ACTION_INTENDED] = g_signal_new ("action-intended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-status-view.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskStatusView, page);
  gtk_widget_class_bind_template_child (widget_class, DeskStatusView, spinner);
  gtk_widget_class_bind_template_child (widget_class, DeskStatusView, action_button);
  gtk_widget_class_bind_template_child (widget_class, DeskStatusView, retry_button);
  gtk_widget_class_bind_template_child (widget_class, DeskStatusView, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, action_intended_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
}

static void
desk_status_view_init (DeskStatusView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_status_view_new (void)
{
  return g_object_new (DESK_TYPE_STATUS_VIEW, NULL);
}

void
desk_status_view_set_loading (DeskStatusView *self,
                              const char     *title)
{
  g_return_if_fail (DESK_IS_STATUS_VIEW (self));

  show (self, NULL, title, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  gtk_spinner_set_spinning (self->spinner, TRUE);
}

/* Name and target are never apart: GTK would find that the action takes another target. */
static void
set_action (GtkActionable *actionable,
            const char    *detailed_name)
{
  g_autofree char *name = NULL;
  g_autoptr(GVariant) target = NULL;
  gboolean is_parsed = g_action_parse_detailed_name (detailed_name, &name, &target, NULL);

  g_assert (is_parsed);
  gtk_actionable_set_action_name (actionable, NULL);
  gtk_actionable_set_action_target_value (actionable, target);
  gtk_actionable_set_action_name (actionable, name);
}

void
desk_status_view_set_empty (DeskStatusView *self,
                            const char     *icon_name,
                            const char     *title,
                            const char     *description,
                            const char     *action_label,
                            const char     *action_name)
{
  g_return_if_fail (DESK_IS_STATUS_VIEW (self));

  show (self, icon_name, title, description);
  if (action_label == NULL)
    return;
  gtk_button_set_label (self->action_button, action_label);
  set_action (GTK_ACTIONABLE (self->action_button), action_name);
  gtk_widget_set_visible (GTK_WIDGET (self->action_button), TRUE);
}

void
desk_status_view_set_failed (DeskStatusView *self,
                             const char     *title,
                             const GError   *error)
{
  g_return_if_fail (DESK_IS_STATUS_VIEW (self));
  g_return_if_fail (error != NULL);

  show (self, "dialog-warning-symbolic", title, error->message);
  self->details = desk_ui_error_dup_details (error);
  gtk_widget_set_visible (self->retry_button, TRUE);
  gtk_widget_set_visible (self->copy_button, TRUE);
}
