/* desk-consent-result.c: how a link attempt ended, and what to do now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-consent-result.h"

#include <glib/gi18n-lib.h>

#include "desk-consent-fact.h"
#include "desk-format.h"
#include "desk-http.h"

struct _DeskConsentResult
{
  AdwBin parent_instance;

  GtkImage *icon;
  GtkLabel *title_label;
  GtkWidget *id_box;
  GtkLabel *id_label;
  GtkLabel *cause_label;
  GtkLabel *next_step_label;
  GtkLabel *message_label;
  GtkWidget *facts;
  DeskConsentFact *institution_fact;
  DeskConsentFact *expiry_fact;
  DeskConsentFact *code_fact;
  DeskConsentFact *error_id_fact;
  DeskConsentFact *session_id_fact;
  DeskConsentFact *session_expiry_fact;
  GtkWidget *error_uri_button;
  GtkWidget *view_data_button;
  GtkButton *retry_button;
  GtkWidget *other_institution_button;
};

G_DEFINE_FINAL_TYPE (DeskConsentResult, desk_consent_result, ADW_TYPE_BIN)

static void
set_optional_text (GtkLabel   *label,
                   const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
copy_id (DeskConsentResult *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), gtk_label_get_text (self->id_label));
}

static char *
format_expiry (gint64 microseconds)
{
  g_autoptr(GDateTime) utc = NULL;
  g_autoptr(GDateTime) local = NULL;

  if (microseconds == 0)
    return NULL;

  utc = g_date_time_new_from_unix_utc (microseconds / G_USEC_PER_SEC);
  local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  /* Translators: a day: 9 December 2026. See the manual of g_date_time_format(). */
  return local != NULL ? g_date_time_format (local, _("%-d %B %Y")) : NULL;
}

static const char *
get_retry_label (DeskOutcomeRetry retry)
{
  switch (retry)
    {
    case DESK_OUTCOME_RETRY_SAME_SESSION:
      return _("_Try again");
    case DESK_OUTCOME_RETRY_NEW_SESSION:
      return _("_New session");
    case DESK_OUTCOME_RETRY_KEEP_WAITING:
      return _("_Keep waiting");
    case DESK_OUTCOME_RETRY_NONE:
    default:
      return NULL;
    }
}

static void
show_consent (DeskConsentResult *self,
              DeskConsent       *consent)
{
  g_autofree char *expiry = consent != NULL ? format_expiry (desk_consent_get_expires_at (consent)) : NULL;
  const char *institution = consent != NULL ? desk_consent_get_institution_name (consent) : NULL;

  gtk_widget_set_visible (self->id_box, consent != NULL);
  gtk_widget_set_visible (self->view_data_button, consent != NULL);
  gtk_label_set_text (self->id_label, consent != NULL ? desk_consent_get_id (consent) : "");
  desk_consent_fact_set_value (self->institution_fact, institution);
  desk_consent_fact_set_value (self->expiry_fact, expiry);
}

static void
show_outcome (DeskConsentResult *self,
              const DeskOutcome *outcome,
              const char        *cause)
{
  const char *retry_label = get_retry_label (outcome->retry);

  gtk_label_set_text (self->title_label, g_dgettext (GETTEXT_PACKAGE, outcome->title));
  set_optional_text (self->cause_label, cause);
  set_optional_text (self->next_step_label, g_dgettext (GETTEXT_PACKAGE, outcome->next_step));
  gtk_widget_set_visible (self->other_institution_button, outcome->offers_other_institution);
  gtk_widget_set_visible (GTK_WIDGET (self->retry_button), retry_label != NULL);
  if (retry_label != NULL)
    gtk_button_set_label (self->retry_button, retry_label);
}

static void
show_error (DeskConsentResult *self,
            DeskLinkAttempt   *attempt,
            gboolean           failed)
{
  const char *error_uri = desk_link_attempt_get_error_uri (attempt);
  g_autofree char *web_origin = error_uri != NULL ? desk_http_dup_origin (error_uri) : NULL;

  set_optional_text (self->message_label, failed ? desk_link_attempt_get_message (attempt) : NULL);
  desk_consent_fact_set_value (self->code_fact, failed ? desk_link_attempt_get_code (attempt) : NULL);
  desk_consent_fact_set_value (self->error_id_fact, failed ? desk_link_attempt_get_error_id (attempt) : NULL);
  desk_consent_fact_set_value (self->session_id_fact, desk_link_attempt_get_session_id (attempt));
  gtk_widget_set_visible (self->error_uri_button, failed && web_origin != NULL);
}

/* Only where the session can be opened again is it of use to know how long. */
static void
show_session_expiry (DeskConsentResult *self,
                     DeskLinkAttempt   *attempt)
{
  gboolean is_of_use = desk_link_attempt_get_outcome (attempt)->retry == DESK_OUTCOME_RETRY_SAME_SESSION;
  gint64 expires_at = desk_link_attempt_get_session_expires_at (attempt);
  g_autofree char *expiry = is_of_use && expires_at != 0 ? desk_format_instant (expires_at) : NULL;

  desk_consent_fact_set_value (self->session_expiry_fact, expiry);
}

static void
show_icon (DeskConsentResult *self,
           gboolean           failed)
{
  gtk_image_set_from_icon_name (self->icon, failed ? "dialog-warning-symbolic" : "emblem-ok-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self->icon), failed ? "accent" : "warning");
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), failed ? "warning" : "accent");
}

static gboolean
is_any_child_visible (GtkWidget *parent)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_get_visible (child))
        return TRUE;
    }
  return FALSE;
}

static void
desk_consent_result_class_init (DeskConsentResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DESK_TYPE_CONSENT_FACT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-consent-result.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskConsentResult, icon);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentResult, title_label);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentResult, id_box);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentResult, id_label);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentResult, cause_label);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentResult, next_step_label);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentResult, message_label);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentResult, facts);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentResult, institution_fact);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentResult, expiry_fact);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentResult, code_fact);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentResult, error_id_fact);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentResult, session_id_fact);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentResult, session_expiry_fact);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentResult, error_uri_button);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentResult, view_data_button);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentResult, retry_button);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentResult, other_institution_button);
  gtk_widget_class_bind_template_callback (widget_class, copy_id);
}

static void
desk_consent_result_init (DeskConsentResult *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
desk_consent_result_show (DeskConsentResult *self,
                          DeskLinkAttempt   *attempt)
{
  const DeskOutcome *outcome;
  DeskConsent *consent;

  g_return_if_fail (DESK_IS_CONSENT_RESULT (self));
  g_return_if_fail (DESK_IS_LINK_ATTEMPT (attempt));

  outcome = desk_link_attempt_get_outcome (attempt);
  g_return_if_fail (outcome != NULL);

  consent = desk_link_attempt_get_consent (attempt);
  show_icon (self, consent == NULL);
  show_outcome (self, outcome, desk_link_attempt_get_cause (attempt));
  show_consent (self, consent);
  show_error (self, attempt, consent == NULL);
  show_session_expiry (self, attempt);
  gtk_widget_set_visible (self->facts, is_any_child_visible (self->facts));
  gtk_widget_grab_focus (consent != NULL ? self->view_data_button : GTK_WIDGET (self->retry_button));
}
