/* desk-consent-dialog-head-start.c: what the consent dialog does before it is on the screen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-consent-dialog-private.h"

/* Nobody sees so short a time. Showing the window keeps us too busy to pass on what the service and the page ask. */
#define LONGEST_HEAD_START_MILLISECONDS 30

/* How long the page still has when it has come. The second frame follows the first one by that of the screen, and what the
 * page paints after it waits for the third. */
#define PAINTING_MILLISECONDS 8

static void
lay_out (GtkWidget *widget)
{
  int width, height;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_window_get_default_size (GTK_WINDOW (widget), &width, &height);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (widget, width, height, -1, NULL);
}

/* Returns: (transfer none) (nullable): the warm view, which shows now */
static GtkWidget *
take_in_view (DeskConsentDialog *self)
{
  DeskConsentView *view = self->warmer != NULL ? desk_consent_warmer_peek (self->warmer) : NULL;

  /* A dialog that has just been started may have it. */
  if (view == NULL || gtk_widget_get_parent (GTK_WIDGET (view)) != NULL || self->way == DESK_LINK_WAY_BROWSER)
    return NULL;

  adw_bin_set_child (self->view_bin, GTK_WIDGET (view));
  gtk_widget_set_visible (GTK_WIDGET (self->origin_bar), TRUE);
  _desk_consent_dialog_turn_to (self, "page");

  return GTK_WIDGET (view);
}

void
_desk_consent_dialog_show_preparing (DeskConsentDialog *self)
{
  /* Another page in the stack would stop the view. */
  if (self->present_id != 0)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->origin_bar), FALSE);
  _desk_consent_dialog_turn_to (self, "preparing");
}

static void
present_cb (gpointer user_data)
{
  DeskConsentDialog *self = user_data;

  self->present_id = 0;
  if (desk_link_attempt_get_state (self->attempt) == DESK_LINK_ATTEMPT_PREPARING)
    _desk_consent_dialog_show_preparing (self);

  gtk_window_present (GTK_WINDOW (self));
}

void
_desk_consent_dialog_end_head_start (DeskConsentDialog *self)
{
  if (self->present_id == 0 || self->has_page)
    return;

  self->has_page = TRUE;
  g_source_remove (self->present_id);
  self->present_id = g_timeout_add_once (PAINTING_MILLISECONDS, present_cb, self);
}

static gboolean
destroy_cb (gpointer user_data)
{
  gtk_window_destroy (GTK_WINDOW (user_data));

  return G_SOURCE_REMOVE;
}

void
desk_consent_dialog_prepare (DeskConsentDialog *self)
{
  GtkWidget *view;

  g_return_if_fail (DESK_IS_CONSENT_DIALOG (self));
  g_return_if_fail (self->attempt == NULL && !gtk_widget_get_mapped (GTK_WIDGET (self)));

  view = take_in_view (self);
  gtk_widget_realize (GTK_WIDGET (self));
  lay_out (GTK_WIDGET (self));

  /* A page paints only in a view that is mapped. This one is by itself, in a window that is not: so the web process has
   * painted once before the click, and then paints the consent page while we show the window. */
  if (view != NULL)
    gtk_widget_map (view);
}

void
desk_consent_dialog_discard (DeskConsentDialog *self)
{
  g_return_if_fail (DESK_IS_CONSENT_DIALOG (self));

  _desk_consent_dialog_let_go (self);
  adw_bin_set_child (self->view_bin, NULL);

  /* GDK asks a window for its size in an idle callback, whether or not the window is still there (GTK 4.8 on X11). */
  g_idle_add_full (G_PRIORITY_LOW, destroy_cb, g_object_ref (self), g_object_unref);
}

void
desk_consent_dialog_start (DeskConsentDialog *self)
{
  g_return_if_fail (DESK_IS_CONSENT_DIALOG (self));
  g_return_if_fail (self->attempt == NULL);

  self->has_page = FALSE;
  self->present_id = g_timeout_add_once (LONGEST_HEAD_START_MILLISECONDS, present_cb, self);
  _desk_consent_dialog_start_afresh (self);
}
