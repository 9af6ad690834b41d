/* desk-end-user-row.c: an end user in the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <adwaita.h>

#include "desk-consent-status-words.h"
#include "desk-end-user-row.h"

struct _DeskEndUserRow
{
  GtkWidget       parent_instance;

  /* Template widgets */
  AdwAvatar      *avatar;
  GtkLabel       *title;
  GtkLabel       *subtitle;
  DeskStatusPill *pill;

  /* Owned */
  DeskDirectory  *directory;
  DeskEndUser    *end_user; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (DeskEndUserRow, desk_end_user_row, GTK_TYPE_WIDGET)

static void
update_pill (DeskEndUserRow *self)
{
  DeskDirectorySummary summary;

  desk_directory_summarise (self->directory, desk_end_user_get_id (self->end_user), &summary);
  desk_status_pill_show_summary (self->pill, &summary);
}

static void
update_texts (DeskEndUserRow *self)
{
  const char *title = desk_end_user_get_title (self->end_user);
  const char *subtitle = desk_end_user_get_subtitle (self->end_user);
  g_autofree char *tooltip = NULL;

  adw_avatar_set_text (self->avatar, title);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL);
  tooltip = subtitle != NULL ? g_strdup_printf ("%s\n%s", title, subtitle) : g_strdup (title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
}

static void
consents_changed_cb (DeskEndUserRow *self)
{
  if (self->end_user != NULL)
    update_pill (self);
}

static void
end_user_notify_cb (DeskEndUserRow *self)
{
  update_texts (self);
}

static void
desk_end_user_row_dispose (GObject *object)
{
  DeskEndUserRow *self = DESK_END_USER_ROW (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  desk_end_user_row_set_end_user (self, NULL);
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->directory);

  G_OBJECT_CLASS (desk_end_user_row_parent_class)->dispose (object);
}

static void
desk_end_user_row_class_init (DeskEndUserRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_end_user_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-end-user-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskEndUserRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, DeskEndUserRow, title);
  gtk_widget_class_bind_template_child (widget_class, DeskEndUserRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, DeskEndUserRow, pill);
}

static void
desk_end_user_row_init (DeskEndUserRow *self)
{
  g_type_ensure (DESK_TYPE_STATUS_PILL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_end_user_row_new (DeskDirectory *directory)
{
  DeskEndUserRow *self = g_object_new (DESK_TYPE_END_USER_ROW, NULL);

  self->directory = g_object_ref (directory);
  g_signal_connect_object (directory, "consents-changed", G_CALLBACK (consents_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
desk_end_user_row_set_end_user (DeskEndUserRow *self,
                                DeskEndUser    *end_user)
{
  g_return_if_fail (DESK_IS_END_USER_ROW (self));

  if (self->end_user == end_user)
    return;
  if (self->end_user != NULL)
    g_signal_handlers_disconnect_by_func (self->end_user, end_user_notify_cb, self);
  g_set_object (&self->end_user, end_user);
  if (end_user == NULL)
    return;
  g_signal_connect_object (end_user, "notify", G_CALLBACK (end_user_notify_cb), self, G_CONNECT_SWAPPED);
  update_texts (self);
  update_pill (self);
}
