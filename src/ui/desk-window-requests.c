/* desk-window-requests.c: what is asked of the main window from outside
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-consent-window.h"
#include "desk-window-private.h"

/* (nullable) */
static GtkWindow *
find_modal_window (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == parent && gtk_window_get_modal (window) &&
          gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

/* (nullable): what asks something. The window of a consent only shows it, and makes room, unless it asks something itself. */
static GtkWindow *
find_question (DeskWindow *self)
{
  GtkWindow *modal = find_modal_window (GTK_WINDOW (self));

  if (!DESK_IS_CONSENT_WINDOW (modal) || find_modal_window (modal) != NULL)
    return modal;

  gtk_window_close (modal);
  return NULL;
}

/* target: (nullable) */
static void
activate_request (DeskWindow *self,
                  const char *action,
                  GVariant   *target)
{
  GtkWindow *question = find_question (self);

  if (question != NULL)
    gtk_window_present (question);
  else
    gtk_widget_activate_action_variant (GTK_WIDGET (self), action, target);
}

void
_desk_window_meet_requests (DeskWindow *self)
{
  g_autoptr(GPtrArray) requests = g_steal_pointer (&self->requests);

  self->is_read = TRUE;
  self->requests = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < requests->len; i++)
    {
      g_autofree char *action = NULL;
      g_autoptr(GVariant) target = NULL;

      if (g_action_parse_detailed_name (g_ptr_array_index (requests, i), &action, &target, NULL))
        activate_request (self, action, target);
    }
}

void
desk_window_request (DeskWindow *self,
                     const char *action,
                     GVariant   *target)
{
  g_autoptr(GVariant) owned = target != NULL ? g_variant_ref_sink (target) : NULL;

  g_return_if_fail (DESK_IS_WINDOW (self));
  g_return_if_fail (action != NULL);

  if (self->is_read)
    activate_request (self, action, owned);
  else
    g_ptr_array_add (self->requests, g_action_print_detailed_name (action, owned));
}
