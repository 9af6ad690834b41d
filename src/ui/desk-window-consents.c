/* desk-window-consents.c: the windows of consents that go along with the main window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-consent-window.h"
#include "desk-window-private.h"

/* (nullable): the window that shows the consent already */
static GtkWindow *
find_consent_window (DeskWindow  *self,
                     DeskConsent *consent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (DESK_IS_CONSENT_WINDOW (window) && gtk_window_get_transient_for (window) == GTK_WINDOW (self) &&
          desk_consent_window_get_consent (DESK_CONSENT_WINDOW (window)) == consent)
        return window;
    }

  return NULL;
}

void
_desk_window_show_consent (DeskWindow  *self,
                           DeskConsent *consent)
{
  GtkWindow *window = find_consent_window (self, consent);

  if (window == NULL)
    {
      window = GTK_WINDOW (desk_consent_window_new (self->context, consent));
      gtk_window_set_transient_for (window, GTK_WINDOW (self));
    }
  gtk_window_present (window);
}

static gboolean
show_listed_consent (DeskWindow *self,
                     const char *consent_id)
{
  g_autoptr(GPtrArray) consents = desk_directory_dup_consents (desk_context_get_directory (self->context));

  for (guint i = 0; i < consents->len; i++)
    {
      DeskConsent *consent = g_ptr_array_index (consents, i);

      if (!g_str_equal (desk_consent_get_id (consent), consent_id))
        continue;
      _desk_window_select_end_user (self, desk_consent_get_end_user_id (consent));
      _desk_window_show_consent (self, consent);
      return TRUE;
    }

  return FALSE;
}

void
_desk_window_show_pending_consent (DeskWindow *self)
{
  g_autofree char *consent_id = g_steal_pointer (&self->pending_consent_id);

  if (consent_id != NULL && !show_listed_consent (self, consent_id))
    _desk_window_show_toast (self, _("This consent is not listed any more"));
}

void
desk_window_show_consent (DeskWindow *self,
                          const char *consent_id)
{
  gboolean open = FALSE;

  g_return_if_fail (DESK_IS_WINDOW (self));
  g_return_if_fail (consent_id != NULL);

  open = desk_context_get_directory (self->context) != NULL;
  if (open && show_listed_consent (self, consent_id))
    return;
  g_free (self->pending_consent_id);
  self->pending_consent_id = g_strdup (consent_id);
  if (open)
    _desk_window_refresh (self);
}
