/* desk-consent-dialog.c: the window in which an account is linked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-consent-dialog-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (DeskConsentDialog, desk_consent_dialog, ADW_TYPE_WINDOW)

enum
{
  PROP_0,
  PROP_WAY,
  N_PROPERTIES,
};

enum
{
  LINKED,
  VIEW_DATA,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

/* Returns: (transfer full) (nullable): the attempt, which is over now */
static DeskLinkAttempt *
end_attempt (DeskConsentDialog *self)
{
  if (self->attempt == NULL)
    return NULL;

  g_signal_handlers_disconnect_by_data (self->attempt, self);
  _desk_consent_dialog_close_view (self);
  g_clear_pointer (&self->page_uri, g_free);
  if (desk_link_attempt_get_state (self->attempt) != DESK_LINK_ATTEMPT_DONE)
    desk_link_attempt_cancel (self->attempt);

  return g_steal_pointer (&self->attempt);
}

static void
drop_attempt (DeskConsentDialog *self)
{
  g_autoptr(DeskLinkAttempt) attempt = end_attempt (self);
}

static void
show_beginning (DeskConsentDialog *self)
{
  desk_consent_timeline_set_model (self->timeline, desk_link_attempt_get_timeline (self->attempt));
  desk_consent_timeline_set_open (self->timeline, TRUE);
  _desk_consent_dialog_show_way (self, self->way);
  _desk_consent_dialog_hide_notice (self);
  desk_consent_origin_bar_set_seconds_left (self->origin_bar, 0);
  gtk_button_set_label (self->cancel_button, _("_Cancel"));
  _desk_consent_dialog_set_action_enabled (self, "view-data", FALSE);
  _desk_consent_dialog_set_action_enabled (self, "open-error-uri", FALSE);
  _desk_consent_dialog_set_action_enabled (self, "retry", FALSE);
  _desk_consent_dialog_set_action_enabled (self, "copy-address", FALSE);
  _desk_consent_dialog_set_action_enabled (self, "show-elsewhere", FALSE);
  _desk_consent_dialog_set_action_enabled (self, "show-page", TRUE);
  self->is_elsewhere = desk_link_attempt_is_elsewhere (self->attempt);
  _desk_consent_dialog_show_preparing (self);
}

/* earlier: (nullable): the attempt to go on from */
static void
start (DeskConsentDialog *self,
       DeskLinkAttempt   *earlier)
{
  self->attempt = desk_link_attempt_new (self->context, self->end_user, self->institution_id, self->way);
  desk_link_attempt_set_arrangement_id (self->attempt, self->arrangement_id);
  if (earlier != NULL)
    desk_link_attempt_follow (self->attempt, earlier);

  _desk_consent_dialog_connect_attempt (self);
  show_beginning (self);
  desk_link_attempt_start (self->attempt);

  /* The web process starts while the service makes the session. */
  if (self->warmer != NULL && self->way != DESK_LINK_WAY_BROWSER)
    desk_consent_warmer_warm_up (self->warmer);
}

void
_desk_consent_dialog_start_attempt (DeskConsentDialog *self)
{
  g_autoptr(DeskLinkAttempt) earlier = end_attempt (self);

  start (self, earlier);
}

void
_desk_consent_dialog_start_afresh (DeskConsentDialog *self)
{
  drop_attempt (self);
  start (self, NULL);
}

gboolean
_desk_consent_dialog_is_page_in_use (DeskConsentDialog *self)
{
  DeskLinkAttemptState state;

  if (self->attempt == NULL)
    return FALSE;

  state = desk_link_attempt_get_state (self->attempt);
  return state != DESK_LINK_ATTEMPT_PREPARING && state != DESK_LINK_ATTEMPT_DONE;
}

void
_desk_consent_dialog_close_for_good (DeskConsentDialog *self)
{
  drop_attempt (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

void
_desk_consent_dialog_set_way (DeskConsentDialog *self,
                              DeskLinkWay        way)
{
  self->way = way;
  _desk_consent_dialog_show_way (self, way);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAY]);
}

void
_desk_consent_dialog_show_institutions (DeskConsentDialog *self)
{
  if (self->institutions == NULL)
    self->institutions = desk_institution_list_new (desk_context_get_client (self->context));

  desk_institution_picker_set_list (self->picker, self->institutions);
  desk_institution_picker_set_institution_id (self->picker, self->institution_id);
  _desk_consent_dialog_hide_notice (self);
  gtk_widget_set_visible (GTK_WIDGET (self->origin_bar), FALSE);
  _desk_consent_dialog_turn_to (self, "institution");
  desk_institution_picker_focus (self->picker);
}

static gboolean
desk_consent_dialog_close_request (GtkWindow *window)
{
  DeskConsentDialog *self = DESK_CONSENT_DIALOG (window);

  if (_desk_consent_dialog_is_page_in_use (self))
    _desk_consent_dialog_ask_to_stop (self);
  else
    _desk_consent_dialog_close_for_good (self);

  return GDK_EVENT_STOP;
}

/* Never wider than the window that it lies over. */
static void
fit_over_parent (DeskConsentDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  int width, height;

  if (parent == NULL || !gtk_widget_get_realized (GTK_WIDGET (parent)))
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               MIN (width, gtk_widget_get_width (GTK_WIDGET (parent))),
                               MIN (height, gtk_widget_get_height (GTK_WIDGET (parent))));
}

static void
desk_consent_dialog_show (GtkWidget *widget)
{
  fit_over_parent (DESK_CONSENT_DIALOG (widget));

  GTK_WIDGET_CLASS (desk_consent_dialog_parent_class)->show (widget);
}

static void
desk_consent_dialog_map (GtkWidget *widget)
{
  DeskConsentDialog *self = DESK_CONSENT_DIALOG (widget);

  GTK_WIDGET_CLASS (desk_consent_dialog_parent_class)->map (widget);

  if (self->asks_institution)
    _desk_consent_dialog_show_institutions (self);
  else if (self->attempt == NULL)
    _desk_consent_dialog_start_attempt (self);
}

static void
desk_consent_dialog_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_WAY:
      g_value_set_int (value, DESK_CONSENT_DIALOG (object)->way);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
desk_consent_dialog_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_WAY:
      _desk_consent_dialog_set_way (DESK_CONSENT_DIALOG (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

void
_desk_consent_dialog_let_go (DeskConsentDialog *self)
{
  g_clear_handle_id (&self->present_id, g_source_remove);
  drop_attempt (self);
  g_clear_object (&self->warmer);
  g_clear_object (&self->institutions);
  g_clear_object (&self->context);
  g_clear_object (&self->end_user);
}

static void
desk_consent_dialog_dispose (GObject *object)
{
  DeskConsentDialog *self = DESK_CONSENT_DIALOG (object);

  _desk_consent_dialog_let_go (self);
  g_clear_weak_pointer (&self->question);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->institution_id, g_free);
  g_clear_pointer (&self->arrangement_id, g_free);

  G_OBJECT_CLASS (desk_consent_dialog_parent_class)->dispose (object);
}

static void
show_title (DeskConsentDialog *self)
{
  g_autofree char *title = NULL;

  /* Translators: %s is a person's name */
  title = g_strdup_printf (_("Link account for %s"), desk_end_user_get_title (self->end_user));
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
institution_chosen_cb (DeskConsentDialog *self,
                       const char        *institution_id)
{
  self->asks_institution = FALSE;
  desk_consent_dialog_set_institution_id (self, institution_id);

  /* What is renewed stays at its own institution. */
  g_clear_pointer (&self->arrangement_id, g_free);
  show_title (self);
  _desk_consent_dialog_start_afresh (self);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (DESK_TYPE_CONSENT_CHOOSER);
  g_type_ensure (DESK_TYPE_CONSENT_ELSEWHERE);
  g_type_ensure (DESK_TYPE_CONSENT_ORIGIN_BAR);
  g_type_ensure (DESK_TYPE_CONSENT_RESULT);
  g_type_ensure (DESK_TYPE_CONSENT_TIMELINE);
  g_type_ensure (DESK_TYPE_INSTITUTION_PICKER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-consent-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskConsentDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentDialog, way_button);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentDialog, origin_bar);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentDialog, notice_revealer);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentDialog, notice_label);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentDialog, notice_button);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentDialog, flap);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentDialog, view_bin);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentDialog, picker);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentDialog, elsewhere);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentDialog, chooser);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentDialog, result);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentDialog, timeline);
  gtk_widget_class_bind_template_callback (widget_class, institution_chosen_cb);
}

static void
desk_consent_dialog_class_init (DeskConsentDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = desk_consent_dialog_get_property;
  object_class->set_property = desk_consent_dialog_set_property;
  object_class->dispose = desk_consent_dialog_dispose;
  widget_class->show = desk_consent_dialog_show;
  widget_class->map = desk_consent_dialog_map;
  GTK_WINDOW_CLASS (klass)->close_request = desk_consent_dialog_close_request;

  properties[PROP_WAY] = g_param_spec_int ("way", NULL, NULL,
                                           DESK_LINK_WAY_REDIRECT, DESK_LINK_WAY_BROWSER, DESK_LINK_WAY_REDIRECT,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[LINKED] = g_signal_new ("linked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, DESK_TYPE_CONSENT);
  signals[VIEW_DATA] = g_signal_new ("view-data", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, DESK_TYPE_CONSENT);

  bind_template (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "link.close", NULL);
}

static void
desk_consent_dialog_init (DeskConsentDialog *self)
{
  _desk_consent_dialog_add_actions (self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
desk_consent_dialog_new (DeskContext *context,
                         DeskEndUser *end_user)
{
  DeskConsentDialog *self;

  g_return_val_if_fail (DESK_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (DESK_IS_END_USER (end_user), NULL);

  self = g_object_new (DESK_TYPE_CONSENT_DIALOG, NULL);
  self->context = g_object_ref (context);
  self->end_user = g_object_ref (end_user);

  show_title (self);
  _desk_consent_dialog_set_way (self, desk_environment_get_link_way (desk_context_get_environment (context)));

  return GTK_WIDGET (self);
}

void
desk_consent_dialog_set_institution_id (DeskConsentDialog *self,
                                        const char        *institution_id)
{
  char *copy;

  g_return_if_fail (DESK_IS_CONSENT_DIALOG (self));

  copy = g_strdup (institution_id);
  g_free (self->institution_id);
  self->institution_id = copy;
}

void
desk_consent_dialog_set_renewed (DeskConsentDialog *self,
                                 DeskConsent       *consent)
{
  const char *name;
  g_autofree char *title = NULL;

  g_return_if_fail (DESK_IS_CONSENT_DIALOG (self));
  g_return_if_fail (DESK_IS_CONSENT (consent));

  g_free (self->arrangement_id);
  self->arrangement_id = g_strdup (desk_consent_get_id (consent));
  name = desk_consent_get_institution_name (consent);

  /* Translators: %s is an institution, such as Wattle Bank */
  title = g_strdup_printf (_("Agree again: %s"), name != NULL ? name : _("Unnamed institution"));
  gtk_window_set_title (GTK_WINDOW (self), title);
}

void
desk_consent_dialog_ask_institution (DeskConsentDialog *self)
{
  g_return_if_fail (DESK_IS_CONSENT_DIALOG (self));

  self->asks_institution = TRUE;
}

void
desk_consent_dialog_set_warmer (DeskConsentDialog *self,
                                DeskConsentWarmer *warmer)
{
  g_return_if_fail (DESK_IS_CONSENT_DIALOG (self));

  g_set_object (&self->warmer, warmer);
}
