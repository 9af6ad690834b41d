/* desk-control-page.c: what all pages of the sandbox controls have: a problem in place, and being busy
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-control-page.h"

#include <glib/gi18n-lib.h>

#include "desk-api-error.h"
#include "desk-ui-error.h"

typedef struct
{
  DeskContext        *context;
  DeskSandboxControl *control;
  GCancellable       *cancellable;

  GtkWidget          *problem;       /* (unowned) */
  GtkLabel           *problem_label; /* (unowned) */
  GtkWidget          *focus;         /* (nullable): had the focus when the page became busy; a weak pointer */
} DeskControlPagePrivate;

G_DEFINE_TYPE_WITH_PRIVATE (DeskControlPage, desk_control_page, ADW_TYPE_PREFERENCES_PAGE)

static DeskControlPagePrivate *
get_private (DeskControlPage *self)
{
  return desk_control_page_get_instance_private (self);
}

static void
desk_control_page_unroot (GtkWidget *widget)
{
  g_cancellable_cancel (get_private (DESK_CONTROL_PAGE (widget))->cancellable);

  GTK_WIDGET_CLASS (desk_control_page_parent_class)->unroot (widget);
}

static void
desk_control_page_dispose (GObject *object)
{
  DeskControlPagePrivate *priv = get_private (DESK_CONTROL_PAGE (object));

  g_clear_weak_pointer (&priv->focus);
  g_clear_object (&priv->cancellable);
  g_clear_object (&priv->control);
  g_clear_object (&priv->context);

  G_OBJECT_CLASS (desk_control_page_parent_class)->dispose (object);
}

static void
desk_control_page_class_init (DeskControlPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_control_page_dispose;
  GTK_WIDGET_CLASS (klass)->unroot = desk_control_page_unroot;
}

static GtkWidget *
create_problem (DeskControlPagePrivate *priv)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  priv->problem_label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "wrap", TRUE,
                                      "wrap-mode", PANGO_WRAP_WORD_CHAR, "selectable", TRUE,
                                      "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (box, "problem");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (priv->problem_label));

  return box;
}

static void
desk_control_page_init (DeskControlPage *self)
{
  DeskControlPagePrivate *priv = get_private (self);

  priv->cancellable = g_cancellable_new ();
  priv->problem = adw_preferences_group_new ();
  gtk_widget_set_visible (priv->problem, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (priv->problem), create_problem (priv));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (priv->problem));
}

static void
update (DeskControlPage *self)
{
  DeskControlPageClass *klass = DESK_CONTROL_PAGE_GET_CLASS (self);

  if (klass->update != NULL)
    klass->update (self);
}

static void
watch_directory (DeskControlPage *self)
{
  DeskDirectory *directory = desk_context_get_directory (get_private (self)->context);

  if (directory != NULL)
    g_signal_connect_object (directory, "consents-changed", G_CALLBACK (update), self,
                             G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  update (self);
}

void
desk_control_page_set_control (DeskControlPage    *self,
                               DeskContext        *context,
                               DeskSandboxControl *control)
{
  DeskControlPagePrivate *priv;

  g_return_if_fail (DESK_IS_CONTROL_PAGE (self));

  priv = get_private (self);
  priv->context = g_object_ref (context);
  priv->control = g_object_ref (control);
  g_signal_connect_object (desk_context_get_clock (context), "changed", G_CALLBACK (update), self,
                           G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "sandbox-reset", G_CALLBACK (watch_directory), self,
                           G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  watch_directory (self);
}

DeskContext *
desk_control_page_get_context (DeskControlPage *self)
{
  g_return_val_if_fail (DESK_IS_CONTROL_PAGE (self), NULL);

  return get_private (self)->context;
}

DeskSandboxControl *
desk_control_page_get_control (DeskControlPage *self)
{
  g_return_val_if_fail (DESK_IS_CONTROL_PAGE (self), NULL);

  return get_private (self)->control;
}

GCancellable *
desk_control_page_begin (DeskControlPage *self)
{
  DeskControlPagePrivate *priv;
  GtkRoot *root;

  g_return_val_if_fail (DESK_IS_CONTROL_PAGE (self), NULL);

  priv = get_private (self);
  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (root != NULL)
    g_set_weak_pointer (&priv->focus, gtk_root_get_focus (root));

  gtk_widget_set_visible (priv->problem, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);

  return priv->cancellable;
}

static void
toast_dismissed_cb (GObject *window)
{
  g_object_set_data (window, "sandbox-toast", NULL);
}

/* On a stage the last thing counts: its words take the place of those before, instead of waiting for their turn. */
static void
show_toast (DeskControlPage *self,
            const char      *text)
{
  GObject *window = G_OBJECT (gtk_widget_get_root (GTK_WIDGET (self)));
  AdwToast *toast = g_object_get_data (window, "sandbox-toast");
  g_autofree char *markup = g_markup_escape_text (text, -1);

  if (toast != NULL)
    {
      adw_toast_set_title (toast, markup);
      return;
    }

  toast = adw_toast_new (markup);
  g_object_set_data (window, "sandbox-toast", toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), window, G_CONNECT_SWAPPED);
  desk_ui_show_toast (GTK_WIDGET (self), toast);
}

gboolean
desk_control_page_end (DeskControlPage *self,
                       const GError    *error,
                       const char      *done)
{
  DeskControlPagePrivate *priv;
  const char *message = NULL;

  g_return_val_if_fail (DESK_IS_CONTROL_PAGE (self), FALSE);

  priv = get_private (self);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (priv->focus != NULL && gtk_widget_get_root (priv->focus) != NULL)
    gtk_widget_grab_focus (priv->focus);

  if (error == NULL)
    {
      show_toast (self, done);
      return TRUE;
    }

  /* What the sandbox itself says is more exact than what is said of every refusal. */
  message = desk_api_error_get_message (error);
  desk_control_page_show_problem (self, message != NULL ? message : error->message);
  return FALSE;
}

void
desk_control_page_show_problem (DeskControlPage *self,
                                const char      *text)
{
  DeskControlPagePrivate *priv;

  g_return_if_fail (DESK_IS_CONTROL_PAGE (self));

  priv = get_private (self);
  gtk_label_set_text (priv->problem_label, text);
  gtk_widget_set_visible (priv->problem, TRUE);
}

void
desk_control_page_refresh (DeskControlPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow *parent = GTK_IS_WINDOW (root) ? gtk_window_get_transient_for (GTK_WINDOW (root)) : NULL;

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.follow-sandbox", NULL);
}

static const char *
find_name (DeskDirectory *directory,
           const char    *end_user_id)
{
  GListModel *end_users = desk_directory_get_end_users (directory);

  for (guint i = 0; i < g_list_model_get_n_items (end_users); i++)
    {
      g_autoptr(DeskEndUser) end_user = g_list_model_get_item (end_users, i);

      /* The list holds it. */
      if (g_strcmp0 (desk_end_user_get_id (end_user), end_user_id) == 0)
        return desk_end_user_get_title (end_user);
    }

  return _("Unknown end user");
}

char *
desk_control_page_dup_title (DeskControlPage *self,
                             DeskConsent     *consent)
{
  DeskDirectory *directory;
  const char *institution;

  g_return_val_if_fail (DESK_IS_CONTROL_PAGE (self), NULL);
  g_return_val_if_fail (DESK_IS_CONSENT (consent), NULL);

  directory = desk_context_get_directory (get_private (self)->context);
  institution = desk_consent_get_institution_name (consent);

  /* Translators: who shares, then where: "Mia Chen, Wattle Bank" */
  return g_strdup_printf (_("%s, %s"), find_name (directory, desk_consent_get_end_user_id (consent)),
                          institution != NULL ? institution : _("Unnamed institution"));
}

GPtrArray *
desk_control_page_dup_active (DeskControlPage *self)
{
  DeskContext *context;
  DeskDirectory *directory;
  GPtrArray *consents;

  g_return_val_if_fail (DESK_IS_CONTROL_PAGE (self), NULL);

  context = get_private (self)->context;
  directory = desk_context_get_directory (context);
  if (directory == NULL)
    return g_ptr_array_new_with_free_func (g_object_unref);

  consents = desk_directory_dup_consents (directory);
  for (guint i = consents->len; i-- > 0;)
    if (desk_consent_get_status (g_ptr_array_index (consents, i), desk_clock_get_now (desk_context_get_clock (context))) ==
        DESK_CONSENT_STATUS_ENDED)
      g_ptr_array_remove_index (consents, i);

  return consents;
}
