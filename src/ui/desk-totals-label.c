/* desk-totals-label.c: the exact total of the listed amounts, per currency
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-totals-label.h"

struct _DeskTotalsLabel
{
  GtkWidget     parent_instance;

  /* Owned as a child */
  GtkLabel     *label;

  /* Owned */
  DeskStore    *store;         /* (nullable) */
  DeskQuery    *query;         /* (nullable) */
  GSignalGroup *store_signals;
  GCancellable *cancellable;   /* (nullable) */
};

G_DEFINE_FINAL_TYPE (DeskTotalsLabel, desk_totals_label, GTK_TYPE_WIDGET)

/* Transactions add up; balances of an account, limits and the like do not. */
static const char *
get_field (const DeskResource *resource)
{
  return g_str_equal (resource->name, "banking.transactions") ? "amount" : NULL;
}

static void
append_total (GString         *text,
              const DeskTotal *total)
{
  g_autofree char *sum = desk_decimal_format (total->sum, 2, DESK_DECIMAL_SIGN_ALWAYS);

  g_string_append_printf (text, "%s%s %s", text->len > 0 ? "\n" : "", total->currency, sum);
}

static void
show_totals (DeskTotalsLabel *self,
             GPtrArray       *totals)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint64 n_unreadable = 0;

  for (guint i = 0; i < totals->len; i++)
    {
      const DeskTotal *total = g_ptr_array_index (totals, i);

      append_total (text, total);
      n_unreadable += total->n_unreadable;
    }
  gtk_label_set_text (self->label, text->str);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), n_unreadable > 0 ? _("Some rows have no readable amount; they are not in the total.")
                                                                   : _("The total of the listed rows"));
}

static void
totalled_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(DeskTotalsLabel) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) totals = desk_store_total_finish (DESK_STORE (source), result, &error);

  if (totals != NULL)
    show_totals (self, totals);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_label_set_text (self->label, NULL);
}

static void
total_again (DeskTotalsLabel *self)
{
  const char *field = get_field (desk_query_get_resource (self->query));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (field == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  desk_store_total_async (self->store, self->query, field, self->cancellable, totalled_cb, g_object_ref (self));
}

static void
store_changed_cb (DeskTotalsLabel *self,
                  gpointer         resource,
                  const char      *end_user_id)
{
  if (resource == desk_query_get_resource (self->query) &&
      g_strcmp0 (end_user_id, desk_query_get_end_user_id (self->query)) == 0)
    total_again (self);
}

static void
desk_totals_label_dispose (GObject *object)
{
  DeskTotalsLabel *self = DESK_TOTALS_LABEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store_signals);
  g_clear_object (&self->store);
  g_clear_pointer (&self->query, desk_query_free);
  if (self->label != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->label));
  self->label = NULL;

  G_OBJECT_CLASS (desk_totals_label_parent_class)->dispose (object);
}

static void
desk_totals_label_class_init (DeskTotalsLabelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_totals_label_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_totals_label_init (DeskTotalsLabel *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));

  self->store_signals = g_signal_group_new (DESK_TYPE_STORE);
  g_signal_group_connect_swapped (self->store_signals, "changed", G_CALLBACK (store_changed_cb), self);
  g_signal_group_connect_swapped (self->store_signals, "purged", G_CALLBACK (total_again), self);
  g_signal_group_connect_swapped (self->store_signals, "mask-changed", G_CALLBACK (total_again), self);
}

void
desk_totals_label_set_query (DeskTotalsLabel *self,
                             DeskStore       *store,
                             const DeskQuery *query)
{
  g_return_if_fail (DESK_IS_TOTALS_LABEL (self));
  g_return_if_fail (DESK_IS_STORE (store));
  g_return_if_fail (query != NULL);

  g_set_object (&self->store, store);
  g_clear_pointer (&self->query, desk_query_free);
  self->query = desk_query_copy (query);
  g_signal_group_set_target (self->store_signals, store);
  gtk_widget_set_visible (GTK_WIDGET (self), get_field (desk_query_get_resource (query)) != NULL);
  total_again (self);
}
