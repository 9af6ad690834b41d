/* desk-category-toast.c: says that a transaction is in another category, and offers the way back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-category-toast.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "desk-ui-error.h"

/* What is undone for a window that may be gone by then. */
typedef struct
{
  GWeakRef      window;
  GCancellable *cancellable; /* (owned) */
} Undoing;

static Undoing *
undoing_new (GtkWidget *window)
{
  Undoing *self = g_new0 (Undoing, 1);

  g_weak_ref_init (&self->window, window);
  self->cancellable = g_cancellable_new ();
  g_signal_connect_object (window, "destroy", G_CALLBACK (g_cancellable_cancel), self->cancellable, G_CONNECT_SWAPPED);

  return self;
}

static void
undoing_free (Undoing *self)
{
  g_weak_ref_clear (&self->window);
  g_object_unref (self->cancellable);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Undoing, undoing_free)

static gboolean
is_shown (DeskCategoryChange *change)
{
  return g_strcmp0 (desk_category_change_get_found_category (change),
                    desk_category_change_get_category (change)) == 0;
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Undoing) undoing = user_data;
  g_autoptr(GtkWidget) window = g_weak_ref_get (&undoing->window);
  g_autoptr(GError) error = NULL;
  gboolean done = desk_category_change_run_finish (DESK_CATEGORY_CHANGE (source), result, &error);

  if (window == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (done)
    desk_ui_show_toast (window, adw_toast_new (_("The category is as it was")));
  else
    desk_ui_show_error (window, error);
}

static void
undo_cb (AdwToast           *toast,
         DeskCategoryChange *undo)
{
  GtkWidget *window = g_object_get_data (G_OBJECT (toast), "window");
  Undoing *undoing = undoing_new (window);

  desk_category_change_run_async (undo, undoing->cancellable, undone_cb, undoing);
}

static void
offer_undo (AdwToast           *toast,
            GtkWidget          *window,
            DeskCategoryChange *change)
{
  DeskCategoryChange *undo = desk_category_change_new_undo (change);

  if (undo == NULL)
    return;

  adw_toast_set_button_label (toast, _("_Undo"));
  /* The window has the toast, so it is there as long as the button. */
  g_object_set_data (G_OBJECT (toast), "window", window);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), undo,
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
}

void
desk_category_toast_show (GtkWidget          *widget,
                          DeskCategoryChange *change,
                          const char         *name)
{
  GtkWidget *window = NULL;
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;
  AdwToast *toast = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (DESK_IS_CATEGORY_CHANGE (change));
  g_return_if_fail (name != NULL);

  window = GTK_WIDGET (gtk_widget_get_root (widget));
  if (is_shown (change))
    text = g_strdup_printf (_("Category changed to %s"), name);
  else
    text = g_strdup_printf (_("Category changed to %s: fetch again to see it"), name);
  markup = g_markup_escape_text (text, -1);
  toast = adw_toast_new (markup);
  offer_undo (toast, window, change);
  desk_ui_show_toast (window, toast);
}
