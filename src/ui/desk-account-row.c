/* desk-account-row.c: a bank account with its balance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-account-row.h"
#include "desk-status-pill.h"
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

  /* Owned */
  GSignalGroup   *account_signals;
  GSignalGroup   *balance_signals;
};

G_DEFINE_FINAL_TYPE (DeskAccountRow, desk_account_row, GTK_TYPE_WIDGET)

static const DeskField amount_field = { .name = "amount", .type = DESK_FIELD_TYPE_AMOUNT };

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

static void
account_loaded_cb (DeskAccountRow *self)
{
  g_autoptr(DeskRow) account = g_signal_group_dup_target (self->account_signals);

  if (account != NULL)
    show_account (self, account);
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
