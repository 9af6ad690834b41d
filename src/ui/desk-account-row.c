/* desk-account-row.c: a bank account with its balance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-account-row.h"
#include "desk-format.h"
#include "desk-status-pill.h"
#include "desk-ui-error.h"
#include "desk-value-words.h"

struct _DeskAccountRow
{
  GtkWidget       parent_instance;

  /* Template widgets */
  GtkLabel       *name;
  GtkLabel       *description;
  DeskStatusPill *pill;
  GtkLabel       *current;
  GtkLabel       *available;
  GtkWidget      *note_box;
  GtkSpinner     *spinner;
  GtkLabel       *note;
  GtkButton      *read_button;
  GtkWidget      *problem;
  GtkLabel       *problem_label;
  GtkActionable  *copy_button;
  GtkActionable  *retry_button;

  /* Owned */
  GSignalGroup   *account_signals;
  GSignalGroup   *balance_signals;
  GSignalGroup   *reading_signals;
  guint           age_id;
};

G_DEFINE_FINAL_TYPE (DeskAccountRow, desk_account_row, GTK_TYPE_WIDGET)

/* For as long a balance was read just now, in seconds. */
#define JUST_NOW 60

static const DeskField amount_field = { .name = "amount", .type = DESK_FIELD_TYPE_AMOUNT };

static void show_reading (DeskAccountRow *self);

static char *
dup_text (DeskRow    *row,
          const char *path)
{
  g_autofree char *text = desk_row_dup_text (row, path);

  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
append_part (GString    *line,
             const char *part)
{
  if (part == NULL)
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

static void
show_account (DeskAccountRow *self,
              DeskRow        *account)
{
  g_autofree char *nickname = dup_text (account, "nickname");
  g_autofree char *display_name = dup_text (account, "display_name");
  g_autofree char *product = dup_text (account, "product_name");
  g_autofree char *number = dup_text (account, "masked_number");
  g_autoptr(GString) line = g_string_new (NULL);
  gboolean closed = desk_json_slice_equals_string (desk_row_get_value (account, "open_status"), "CLOSED");

  gtk_label_set_text (self->name, nickname != NULL ? nickname
                                                   : display_name != NULL ? display_name : _("Unnamed account"));
  if (nickname != NULL && g_strcmp0 (display_name, nickname) != 0)
    append_part (line, display_name);
  if (g_strcmp0 (product, display_name) != 0)
    append_part (line, product);
  append_part (line, number);
  gtk_label_set_text (self->description, line->str);
  desk_status_pill_set (self->pill, DESK_STATUS_PILL_OVER, closed ? _("Closed") : NULL);
}

static char *
dup_balance (DeskRow    *balance,
             const char *path)
{
  return desk_value_words (&amount_field, desk_row_get_value (balance, path), desk_row_get_value (balance, ""),
                           DESK_DECIMAL_SIGN_NEGATIVE);
}

static void
show_balance (DeskAccountRow *self,
              DeskRow        *balance)
{
  g_autofree char *current = dup_balance (balance, "current_balance");
  g_autofree char *available = dup_balance (balance, "available_balance");
  g_autofree char *text = g_strdup_printf (_("%s available"), available);

  gtk_label_set_text (self->current, current);
  gtk_label_set_text (self->available, *available != '\0' ? text : NULL);
}

static gboolean
aged_cb (gpointer user_data)
{
  DeskAccountRow *self = user_data;

  self->age_id = 0;
  show_reading (self);

  return G_SOURCE_REMOVE;
}

static char *
dup_note (DeskAccountRow     *self,
          DeskBalanceReading *reading)
{
  g_autofree char *time = NULL;

  if (desk_balance_reading_get_state (reading) == DESK_BALANCE_RUNNING)
    return g_strdup (_("Asking the bank …"));
  if (desk_balance_reading_get_read_at (reading) == 0)
    return NULL;

  if (desk_balance_reading_get_age (reading) < JUST_NOW * G_TIME_SPAN_SECOND)
    {
      self->age_id = g_timeout_add_seconds (JUST_NOW, aged_cb, self);
      return g_strdup (_("Read from the bank just now"));
    }
  time = desk_format_instant (desk_balance_reading_get_read_at (reading));
  /* Translators: a day and a time of day: "21 Nov 2026, 09:41" */
  return g_strdup_printf (_("Read from the bank %s"), time);
}

static void
show_button (DeskAccountRow *self,
             gboolean        running)
{
  g_autofree char *account_id = desk_account_row_dup_account_id (self);
  const char *words = running ? _("Stop asking the bank") : _("Get balance from the bank");

  gtk_widget_set_visible (GTK_WIDGET (self->read_button), account_id != NULL);
  if (account_id == NULL)
    return;
  gtk_button_set_icon_name (self->read_button, running ? "process-stop-symbolic" : "view-refresh-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->read_button), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->read_button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->read_button), "s", account_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->read_button),
                                  running ? "accounts.stop-balance" : "accounts.read-balance");
  gtk_actionable_set_action_target (self->retry_button, "s", account_id);
  gtk_actionable_set_action_name (self->retry_button, "accounts.read-balance");
}

static void
show_problem (DeskAccountRow *self,
              const GError   *error)
{
  g_autofree char *details = error != NULL ? desk_ui_error_dup_details (error) : NULL;

  gtk_widget_set_visible (self->problem, error != NULL);
  gtk_label_set_text (self->problem_label, error != NULL ? error->message : NULL);
  if (details == NULL)
    return;
  gtk_actionable_set_action_target (self->copy_button, "s", details);
  gtk_actionable_set_action_name (self->copy_button, "win.copy-text");
}

static void
show_reading (DeskAccountRow *self)
{
  g_autoptr(DeskBalanceReading) reading = g_signal_group_dup_target (self->reading_signals);
  gboolean running = reading != NULL && desk_balance_reading_get_state (reading) == DESK_BALANCE_RUNNING;
  g_autofree char *note = NULL;

  g_clear_handle_id (&self->age_id, g_source_remove);
  if (reading != NULL)
    note = dup_note (self, reading);
  gtk_label_set_text (self->note, note);
  gtk_widget_set_visible (self->note_box, note != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), running);
  gtk_spinner_set_spinning (self->spinner, running);
  show_button (self, running);
  show_problem (self, reading != NULL ? desk_balance_reading_get_error (reading) : NULL);
}

static void
account_loaded_cb (DeskAccountRow *self)
{
  g_autoptr(DeskRow) account = g_signal_group_dup_target (self->account_signals);

  if (account != NULL)
    show_account (self, account);
  show_reading (self);
}

static void
balance_loaded_cb (DeskAccountRow *self)
{
  g_autoptr(DeskRow) balance = g_signal_group_dup_target (self->balance_signals);

  if (balance != NULL)
    show_balance (self, balance);
}

static void
desk_account_row_dispose (GObject *object)
{
  DeskAccountRow *self = DESK_ACCOUNT_ROW (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_object (&self->account_signals);
  g_clear_object (&self->balance_signals);
  g_clear_object (&self->reading_signals);
  g_clear_handle_id (&self->age_id, g_source_remove);
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (desk_account_row_parent_class)->dispose (object);
}

static void
desk_account_row_class_init (DeskAccountRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_account_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-account-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskAccountRow, name);
  gtk_widget_class_bind_template_child (widget_class, DeskAccountRow, description);
  gtk_widget_class_bind_template_child (widget_class, DeskAccountRow, pill);
  gtk_widget_class_bind_template_child (widget_class, DeskAccountRow, current);
  gtk_widget_class_bind_template_child (widget_class, DeskAccountRow, available);
  gtk_widget_class_bind_template_child (widget_class, DeskAccountRow, note_box);
  gtk_widget_class_bind_template_child (widget_class, DeskAccountRow, spinner);
  gtk_widget_class_bind_template_child (widget_class, DeskAccountRow, note);
  gtk_widget_class_bind_template_child (widget_class, DeskAccountRow, read_button);
  gtk_widget_class_bind_template_child (widget_class, DeskAccountRow, problem);
  gtk_widget_class_bind_template_child (widget_class, DeskAccountRow, problem_label);
  gtk_widget_class_bind_template_child (widget_class, DeskAccountRow, copy_button);
  gtk_widget_class_bind_template_child (widget_class, DeskAccountRow, retry_button);
}

static void
desk_account_row_init (DeskAccountRow *self)
{
  g_type_ensure (DESK_TYPE_STATUS_PILL);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->account_signals = g_signal_group_new (DESK_TYPE_ROW);
  g_signal_group_connect_swapped (self->account_signals, "notify::loaded", G_CALLBACK (account_loaded_cb), self);
  self->balance_signals = g_signal_group_new (DESK_TYPE_ROW);
  g_signal_group_connect_swapped (self->balance_signals, "notify::loaded", G_CALLBACK (balance_loaded_cb), self);
  self->reading_signals = g_signal_group_new (DESK_TYPE_BALANCE_READING);
  g_signal_group_connect_swapped (self->reading_signals, "changed", G_CALLBACK (show_reading), self);
}

GtkWidget *
desk_account_row_new (void)
{
  return g_object_new (DESK_TYPE_ACCOUNT_ROW, NULL);
}

void
desk_account_row_set_account (DeskAccountRow *self,
                              DeskRow        *account)
{
  g_return_if_fail (DESK_IS_ACCOUNT_ROW (self));

  g_signal_group_set_target (self->account_signals, account);
  account_loaded_cb (self);
}

void
desk_account_row_set_balance (DeskAccountRow *self,
                              DeskRow        *balance)
{
  g_return_if_fail (DESK_IS_ACCOUNT_ROW (self));

  g_signal_group_set_target (self->balance_signals, balance);
  if (balance != NULL)
    {
      balance_loaded_cb (self);
      return;
    }
  gtk_label_set_text (self->current, NULL);
  gtk_label_set_text (self->available, NULL);
}

void
desk_account_row_set_reading (DeskAccountRow     *self,
                              DeskBalanceReading *reading)
{
  g_return_if_fail (DESK_IS_ACCOUNT_ROW (self));

  g_signal_group_set_target (self->reading_signals, reading);
  show_reading (self);
}

char *
desk_account_row_dup_account_id (DeskAccountRow *self)
{
  g_autoptr(DeskRow) account = NULL;

  g_return_val_if_fail (DESK_IS_ACCOUNT_ROW (self), NULL);

  account = g_signal_group_dup_target (self->account_signals);
  return account != NULL ? dup_text (account, "account_id") : NULL;
}
