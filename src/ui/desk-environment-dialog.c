/* desk-environment-dialog.c: adds an environment, or changes one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-environment-dialog.h"

#include <glib/gi18n-lib.h>

#include "desk-connection-group.h"
#include "desk-tunnel-row.h"

struct _DeskEnvironmentDialog
{
  AdwWindow             parent_instance;

  /* Template widgets */
  GtkWidget            *save_button;
  GtkWidget            *test_button;
  GtkWidget            *problem;
  GtkLabel             *problem_label;
  GtkWidget            *page;
  AdwPreferencesGroup  *account_group;
  DeskConnectionGroup  *connection_group;
  AdwPreferencesGroup  *service_group;
  AdwPreferencesGroup  *link_group;
  AdwPreferencesGroup  *webhook_group;

  /* Rows of the groups, by field; each with a row below that says what is wrong */
  GtkWidget            *rows[DESK_ENVIRONMENT_N_FIELDS];
  GtkLabel             *problems[DESK_ENVIRONMENT_N_FIELDS];
  GtkWidget            *secret_row;
  GtkLabel             *secret_problem;
  GtkWidget            *webhook_secret_row;
  DeskTunnelRow        *tunnel_row;

  /* Owned */
  DeskEnvironmentBook  *book;
  DeskEnvironment      *environment; /* (nullable) */
  DeskEnvironmentDraft *draft;
  GCancellable         *cancellable;

  gboolean              was_refused; /* from then on what is wrong is said while it is typed */
};

G_DEFINE_FINAL_TYPE (DeskEnvironmentDialog, desk_environment_dialog, ADW_TYPE_WINDOW)

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of the choices that are shown. */
static const char *const versions[] = { "v3", "v2", "v1", NULL };
static const char *const ways[] = { "redirect", "embedded", "browser", NULL };
static const char *const way_titles[] = { N_("Redirect"), N_("Embedded"), N_("System browser"), NULL };

static const struct
{
  const char *title;
  GtkInputPurpose purpose;
} looks[DESK_ENVIRONMENT_N_FIELDS] = {
  [DESK_ENVIRONMENT_FIELD_NAME] = { N_("Name"), GTK_INPUT_PURPOSE_FREE_FORM },
  [DESK_ENVIRONMENT_FIELD_CLIENT_ID] = { N_("Client id"), GTK_INPUT_PURPOSE_FREE_FORM },
  [DESK_ENVIRONMENT_FIELD_API] = { N_("API address"), GTK_INPUT_PURPOSE_URL },
  [DESK_ENVIRONMENT_FIELD_AUTH] = { N_("Consent page address"), GTK_INPUT_PURPOSE_URL },
  [DESK_ENVIRONMENT_FIELD_API_VERSION] = { N_("API version"), GTK_INPUT_PURPOSE_FREE_FORM },
  [DESK_ENVIRONMENT_FIELD_REQUEST_RATE] = { N_("Requests per second, 0 for any number"), GTK_INPUT_PURPOSE_DIGITS },
  [DESK_ENVIRONMENT_FIELD_LINK_WAY] = { N_("Way in"), GTK_INPUT_PURPOSE_FREE_FORM },
  [DESK_ENVIRONMENT_FIELD_REDIRECT_URI] = { N_("Redirect URI"), GTK_INPUT_PURPOSE_URL },
  [DESK_ENVIRONMENT_FIELD_CANCEL_URI] = { N_("Cancel URI"), GTK_INPUT_PURPOSE_URL },
  [DESK_ENVIRONMENT_FIELD_TIMEOUT] = { N_("Time-out in seconds"), GTK_INPUT_PURPOSE_DIGITS },
  [DESK_ENVIRONMENT_FIELD_BROWSER_PORT] = { N_("Port for the system browser, 0 for any"), GTK_INPUT_PURPOSE_DIGITS },
  [DESK_ENVIRONMENT_FIELD_WEBHOOK_PORT] = { N_("Webhook port"), GTK_INPUT_PURPOSE_DIGITS },
};

static guint
find_word (const char *const *words,
           const char        *word)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_str_equal (words[i], word))
        return i;
    }

  return 0;
}

static void
take_input (DeskEnvironmentDialog *self)
{
  for (DeskEnvironmentField i = 0; i < DESK_ENVIRONMENT_N_FIELDS; i++)
    {
      if (ADW_IS_COMBO_ROW (self->rows[i]))
        {
          const char *const *words = i == DESK_ENVIRONMENT_FIELD_API_VERSION ? versions : ways;

          desk_environment_draft_set (self->draft, i, words[adw_combo_row_get_selected (ADW_COMBO_ROW (self->rows[i]))]);
        }
      else
        desk_environment_draft_set (self->draft, i, gtk_editable_get_text (GTK_EDITABLE (self->rows[i])));
    }
}

/* problem: (nullable) */
static void
show_field_problem (GtkWidget  *row,
                    GtkLabel   *label,
                    const char *problem)
{
  if (problem != NULL)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");

  gtk_label_set_text (label, problem != NULL ? problem : "");
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (label)), problem != NULL);
}

/* (nullable): a new environment without its secret could do nothing */
static const char *
check_secret (DeskEnvironmentDialog *self)
{
  const char *secret = gtk_editable_get_text (GTK_EDITABLE (self->secret_row));

  return self->environment == NULL && *secret == '\0' ? _("Enter the client secret that belongs to the client id.") : NULL;
}

/* Returns: (nullable): the first row with something wrong */
static GtkWidget *
check_input (DeskEnvironmentDialog *self)
{
  GtkWidget *first = NULL;

  take_input (self);
  for (DeskEnvironmentField i = 0; i < DESK_ENVIRONMENT_N_FIELDS; i++)
    {
      g_autofree char *problem = desk_environment_draft_check (self->draft, i);

      show_field_problem (self->rows[i], self->problems[i], problem);
      if (problem != NULL && first == NULL)
        first = self->rows[i];
    }
  show_field_problem (self->secret_row, self->secret_problem, check_secret (self));
  if (first == NULL && check_secret (self) != NULL)
    first = self->secret_row;

  return first;
}

/* No port or a wrong one is explained in other words. */
static void
show_tunnel (DeskEnvironmentDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->rows[DESK_ENVIRONMENT_FIELD_WEBHOOK_PORT]));
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  guint64 port = 0;

  if (!g_ascii_string_to_unsigned (trimmed, 10, 0, G_MAXUINT16, &port, NULL))
    port = 0;
  desk_tunnel_row_set_port (self->tunnel_row, (guint16) port);
}

static void
input_changed_cb (DeskEnvironmentDialog *self)
{
  desk_connection_group_reset (self->connection_group);
  gtk_widget_set_sensitive (self->test_button, TRUE);
  if (self->was_refused)
    check_input (self);
}

/* Whether everything can be used as it is; what cannot is said beside it. */
static gboolean
accept_input (DeskEnvironmentDialog *self)
{
  GtkWidget *first = check_input (self);

  self->was_refused = self->was_refused || first != NULL;
  if (first != NULL)
    gtk_widget_grab_focus (first);

  return first == NULL;
}

/* error: (nullable) */
static void
show_problem (DeskEnvironmentDialog *self,
              const GError          *error)
{
  gtk_label_set_text (self->problem_label, error != NULL ? error->message : "");
  gtk_widget_set_visible (self->problem, error != NULL);
}

static void
set_busy (DeskEnvironmentDialog *self,
          gboolean               busy)
{
  /* An entry that is made insensitive is not told by GTK 4.8 that it loses the focus: its cursor would blink on. */
  if (busy)
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_set_sensitive (self->page, !busy);
  gtk_widget_set_sensitive (self->save_button, !busy);
}

/* A window that were held beyond its end would outlive the one it is transient for. */
static GWeakRef *
new_weak_ref (DeskEnvironmentDialog *self)
{
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (ref, self);

  return ref;
}

/* ref: (transfer full). Returns: (transfer full) (nullable) */
static DeskEnvironmentDialog *
take_weak_ref (GWeakRef *ref)
{
  DeskEnvironmentDialog *self = g_weak_ref_get (ref);

  g_weak_ref_clear (ref);
  g_free (ref);

  return self;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(DeskEnvironmentDialog) self = take_weak_ref (user_data);
  g_autoptr(GError) error = NULL;
  DeskEnvironment *environment = desk_environment_book_save_finish (DESK_ENVIRONMENT_BOOK (source), result, &error);
  g_autoptr(DeskEnvironment) saved = NULL;

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_busy (self, FALSE);
  show_problem (self, error);
  if (environment == NULL)
    return;
  saved = g_object_ref (environment);
  gtk_window_set_transient_for (GTK_WINDOW (self), NULL);
  gtk_window_destroy (GTK_WINDOW (self));
  g_signal_emit (self, signals[SAVED], 0, saved);
}

/* (nullable): %NULL leaves the secret that there is */
static const char *
get_secret (GtkWidget *row)
{
  const char *secret = gtk_editable_get_text (GTK_EDITABLE (row));

  return *secret != '\0' ? secret : NULL;
}

static void
save_clicked_cb (DeskEnvironmentDialog *self)
{
  if (!accept_input (self))
    return;

  show_problem (self, NULL);
  set_busy (self, TRUE);
  desk_environment_book_save_async (self->book, self->environment, self->draft, get_secret (self->secret_row),
                                    get_secret (self->webhook_secret_row), self->cancellable, saved_cb,
                                    new_weak_ref (self));
}

static void
run_test (DeskEnvironmentDialog *self,
          const char            *secret)
{
  g_autoptr(DeskEnvironment) environment = desk_environment_draft_make (self->draft, NULL);

  gtk_widget_set_sensitive (self->test_button, FALSE);
  desk_connection_group_run (self->connection_group, environment,
                             desk_environment_draft_get (self->draft, DESK_ENVIRONMENT_FIELD_CLIENT_ID), secret);
}

static void
secret_found_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(DeskEnvironmentDialog) self = take_weak_ref (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *secret = desk_keyring_find_finish (DESK_KEYRING (source), result, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (secret != NULL && accept_input (self))
    {
      run_test (self, secret);
      return;
    }
  show_field_problem (self->secret_row, self->secret_problem, _("No client secret is kept for this. Enter it."));
  gtk_widget_grab_focus (self->secret_row);
}

static void
test_clicked_cb (DeskEnvironmentDialog *self)
{
  if (!accept_input (self))
    return;

  if (get_secret (self->secret_row) != NULL)
    run_test (self, get_secret (self->secret_row));
  else
    desk_keyring_find_async (desk_environment_book_get_keyring (self->book), DESK_SECRET_KIND_CLIENT,
                             desk_environment_get_name (self->environment),
                             desk_environment_draft_get (self->draft, DESK_ENVIRONMENT_FIELD_CLIENT_ID),
                             self->cancellable, secret_found_cb, new_weak_ref (self));
}

static void
test_finished_cb (DeskEnvironmentDialog *self)
{
  gtk_widget_set_sensitive (self->test_button, TRUE);
}

/* Returns: (transfer none): the label of a row that is added below the last one */
static GtkLabel *
add_problem_row (AdwPreferencesGroup *group)
{
  GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "focusable", FALSE, "visible", FALSE,
                                 NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);

  gtk_widget_add_css_class (label, "row-problem");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  adw_preferences_group_add (group, row);

  return GTK_LABEL (label);
}

static GtkWidget *
create_entry_row (DeskEnvironmentDialog *self,
                  GType                  type,
                  const char            *title)
{
  GtkWidget *row = g_object_new (type, "title", title, "use-markup", FALSE, NULL);

  g_signal_connect_object (row, "changed", G_CALLBACK (input_changed_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
add_entry (DeskEnvironmentDialog *self,
           AdwPreferencesGroup   *group,
           DeskEnvironmentField   field)
{
  GtkWidget *row = create_entry_row (self, ADW_TYPE_ENTRY_ROW, _(looks[field].title));

  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), looks[field].purpose);
  adw_preferences_group_add (group, row);
  self->rows[field] = row;
  self->problems[field] = add_problem_row (group);
}

static GtkWidget *
add_secret (DeskEnvironmentDialog *self,
            AdwPreferencesGroup   *group,
            const char            *title)
{
  GtkWidget *row = create_entry_row (self, ADW_TYPE_PASSWORD_ENTRY_ROW, title);

  adw_preferences_group_add (group, row);

  return row;
}

static void
add_choice (DeskEnvironmentDialog *self,
            AdwPreferencesGroup   *group,
            DeskEnvironmentField   field,
            const char *const     *titles)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  for (guint i = 0; titles[i] != NULL; i++)
    gtk_string_list_append (list, _(titles[i]));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(looks[field].title));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (input_changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  self->rows[field] = row;
  self->problems[field] = add_problem_row (group);
}

static void
desk_environment_dialog_dispose (GObject *object)
{
  DeskEnvironmentDialog *self = DESK_ENVIRONMENT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->book);
  g_clear_object (&self->environment);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (desk_environment_dialog_parent_class)->dispose (object);
}

static void
desk_environment_dialog_class_init (DeskEnvironmentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_environment_dialog_dispose;

  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, DESK_TYPE_ENVIRONMENT);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-environment-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskEnvironmentDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, DeskEnvironmentDialog, test_button);
  gtk_widget_class_bind_template_child (widget_class, DeskEnvironmentDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, DeskEnvironmentDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, DeskEnvironmentDialog, page);
  gtk_widget_class_bind_template_child (widget_class, DeskEnvironmentDialog, account_group);
  gtk_widget_class_bind_template_child (widget_class, DeskEnvironmentDialog, connection_group);
  gtk_widget_class_bind_template_child (widget_class, DeskEnvironmentDialog, service_group);
  gtk_widget_class_bind_template_child (widget_class, DeskEnvironmentDialog, link_group);
  gtk_widget_class_bind_template_child (widget_class, DeskEnvironmentDialog, webhook_group);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, test_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, test_finished_cb);
}

static void
add_rows (DeskEnvironmentDialog *self)
{
  add_entry (self, self->account_group, DESK_ENVIRONMENT_FIELD_NAME);
  add_entry (self, self->account_group, DESK_ENVIRONMENT_FIELD_CLIENT_ID);
  self->secret_row = add_secret (self, self->account_group, _("Client secret"));
  self->secret_problem = add_problem_row (self->account_group);
  add_entry (self, self->service_group, DESK_ENVIRONMENT_FIELD_API);
  add_entry (self, self->service_group, DESK_ENVIRONMENT_FIELD_AUTH);
  add_choice (self, self->service_group, DESK_ENVIRONMENT_FIELD_API_VERSION, versions);
  add_entry (self, self->service_group, DESK_ENVIRONMENT_FIELD_REQUEST_RATE);
  add_choice (self, self->link_group, DESK_ENVIRONMENT_FIELD_LINK_WAY, way_titles);
  add_entry (self, self->link_group, DESK_ENVIRONMENT_FIELD_REDIRECT_URI);
  add_entry (self, self->link_group, DESK_ENVIRONMENT_FIELD_CANCEL_URI);
  add_entry (self, self->link_group, DESK_ENVIRONMENT_FIELD_TIMEOUT);
  add_entry (self, self->link_group, DESK_ENVIRONMENT_FIELD_BROWSER_PORT);
  add_entry (self, self->webhook_group, DESK_ENVIRONMENT_FIELD_WEBHOOK_PORT);
  self->webhook_secret_row = add_secret (self, self->webhook_group, _("Webhook secret"));
  self->tunnel_row = DESK_TUNNEL_ROW (desk_tunnel_row_new ());
  adw_preferences_group_add (self->webhook_group, GTK_WIDGET (self->tunnel_row));
  g_signal_connect_object (self->rows[DESK_ENVIRONMENT_FIELD_WEBHOOK_PORT], "changed", G_CALLBACK (show_tunnel), self,
                           G_CONNECT_SWAPPED);
}

static void
desk_environment_dialog_init (DeskEnvironmentDialog *self)
{
  g_type_ensure (DESK_TYPE_CONNECTION_GROUP);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  add_rows (self);
}

static void
fill (DeskEnvironmentDialog *self)
{
  g_autoptr(DeskEnvironmentDraft) draft = desk_environment_draft_new (self->environment);

  for (DeskEnvironmentField i = 0; i < DESK_ENVIRONMENT_N_FIELDS; i++)
    {
      const char *text = desk_environment_draft_get (draft, i);

      if (i == DESK_ENVIRONMENT_FIELD_API_VERSION)
        adw_combo_row_set_selected (ADW_COMBO_ROW (self->rows[i]), find_word (versions, text));
      else if (i == DESK_ENVIRONMENT_FIELD_LINK_WAY)
        adw_combo_row_set_selected (ADW_COMBO_ROW (self->rows[i]), find_word (ways, text));
      else
        gtk_editable_set_text (GTK_EDITABLE (self->rows[i]), text);
    }
  self->draft = g_steal_pointer (&draft);
  if (self->environment == NULL)
    return;
  gtk_window_set_title (GTK_WINDOW (self), _("Change environment"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->secret_row), _("Client secret (empty keeps the one there is)"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->webhook_secret_row),
                                 _("Webhook secret (empty keeps the one there is)"));
}

GtkWidget *
desk_environment_dialog_new (DeskEnvironmentBook *book,
                             DeskEnvironment     *environment)
{
  DeskEnvironmentDialog *self = NULL;

  g_return_val_if_fail (DESK_IS_ENVIRONMENT_BOOK (book), NULL);

  self = g_object_new (DESK_TYPE_ENVIRONMENT_DIALOG, NULL);
  self->book = g_object_ref (book);
  g_set_object (&self->environment, environment);
  fill (self);
  if (environment == NULL)
    gtk_widget_grab_focus (self->rows[DESK_ENVIRONMENT_FIELD_NAME]);

  return GTK_WIDGET (self);
}

void
desk_environment_dialog_ask_secret (DeskEnvironmentDialog *self)
{
  g_return_if_fail (DESK_IS_ENVIRONMENT_DIALOG (self));

  gtk_widget_grab_focus (self->secret_row);
}
