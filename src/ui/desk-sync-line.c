/* desk-sync-line.c: what became of the fetch of one data set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sync-line.h"

#include <glib/gi18n-lib.h>

#include "desk-format.h"
#include "desk-sync-words.h"
#include "desk-ui-error.h"

/* Words such as "5 minutes ago" are as old as this at most. */
#define SECONDS_TO_NEXT_LOOK 30

struct _DeskSyncLine
{
  GtkWidget           parent_instance;

  /* Template widgets */
  GtkWidget          *box;
  GtkSpinner         *spinner;
  GtkWidget          *warning;
  GtkWidget          *words;
  GtkLabel           *label;
  GtkLabel           *note;
  GtkButton          *retry_button;
  GtkWidget          *copy_button;

  /* Owned */
  DeskContext        *context;  /* (nullable) */
  DeskEndUser        *end_user; /* (nullable) */
  GSignalGroup       *log_signals;
  char               *details;  /* (nullable): of the failure */

  const DeskResource *resource; /* (nullable) */
  guint               look_id;
};

G_DEFINE_FINAL_TYPE (DeskSyncLine, desk_sync_line, GTK_TYPE_WIDGET)

static const DeskSyncEntry *
find_entry (DeskSyncLine *self)
{
  return desk_sync_log_find (desk_context_get_sync_log (self->context), desk_end_user_get_id (self->end_user),
                             self->resource);
}

/* The whole of what may be cut off, and the exact time. */
static char *
dup_tooltip (const DeskSyncEntry *entry,
             const char          *line)
{
  g_autofree char *time = NULL;

  if (entry == NULL || entry->synced_at == 0)
    return g_strdup (line);

  time = desk_format_instant (entry->synced_at);

  /* Translators: a line about a data set, then a day and a time of day: "21 Nov 2026, 09:41" */
  return g_strdup_printf (_("%s\nLast complete fetch: %s"), line, time);
}

static void
show_retry (DeskSyncLine        *self,
            const DeskSyncEntry *entry)
{
  gboolean failed = entry != NULL && entry->state == DESK_SYNC_FAILED;
  gboolean stopped = entry != NULL && entry->state == DESK_SYNC_CANCELLED;
  gboolean busy = desk_sync_log_is_busy (desk_context_get_sync_log (self->context), desk_end_user_get_id (self->end_user));

  gtk_widget_set_visible (GTK_WIDGET (self->retry_button), failed || stopped);
  gtk_widget_set_visible (self->copy_button, failed);
  gtk_widget_set_visible (self->warning, failed);
  gtk_button_set_label (self->retry_button, stopped ? _("_Continue") : _("_Try again"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->retry_button), "s", self->resource->name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->retry_button), busy ? NULL : "win.fetch-resource");
  if (busy)
    gtk_widget_set_sensitive (GTK_WIDGET (self->retry_button), FALSE);

  g_clear_pointer (&self->details, g_free);
  if (failed)
    self->details = desk_ui_error_dup_details (entry->error);
}

static void
update (DeskSyncLine *self)
{
  const DeskSyncEntry *entry = NULL;
  g_autofree char *line = NULL;
  g_autofree char *note = NULL;
  g_autofree char *tooltip = NULL;
  gint64 now;

  gtk_widget_set_visible (self->box, self->resource != NULL);
  if (self->resource == NULL)
    return;

  entry = find_entry (self);
  now = desk_clock_get_now (desk_context_get_clock (self->context));
  line = desk_sync_words_line (entry, now);
  note = desk_sync_words_note (entry, now);
  tooltip = dup_tooltip (entry, line);
  gtk_label_set_text (self->label, line);
  gtk_label_set_text (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
  gtk_widget_set_tooltip_text (self->words, tooltip);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), entry != NULL && entry->state == DESK_SYNC_RUNNING);
  gtk_spinner_set_spinning (self->spinner, entry != NULL && entry->state == DESK_SYNC_RUNNING);
  show_retry (self, entry);
}

static gboolean
look_cb (gpointer user_data)
{
  update (user_data);

  return G_SOURCE_CONTINUE;
}

static void
log_changed_cb (DeskSyncLine *self,
                const char   *end_user_id)
{
  if (self->end_user != NULL && g_str_equal (end_user_id, desk_end_user_get_id (self->end_user)))
    update (self);
}

static void
copy_clicked_cb (DeskSyncLine *self)
{
  if (self->details != NULL)
    desk_ui_copy (GTK_WIDGET (self), self->details);
}

static void
desk_sync_line_map (GtkWidget *widget)
{
  DeskSyncLine *self = DESK_SYNC_LINE (widget);

  GTK_WIDGET_CLASS (desk_sync_line_parent_class)->map (widget);
  update (self);
  self->look_id = g_timeout_add_seconds (SECONDS_TO_NEXT_LOOK, look_cb, self);
}

static void
desk_sync_line_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&DESK_SYNC_LINE (widget)->look_id, g_source_remove);
  GTK_WIDGET_CLASS (desk_sync_line_parent_class)->unmap (widget);
}

static void
desk_sync_line_dispose (GObject *object)
{
  DeskSyncLine *self = DESK_SYNC_LINE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->log_signals);
  g_clear_object (&self->end_user);
  g_clear_object (&self->context);
  g_clear_pointer (&self->details, g_free);

  G_OBJECT_CLASS (desk_sync_line_parent_class)->dispose (object);
}

static void
desk_sync_line_class_init (DeskSyncLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_sync_line_dispose;
  widget_class->map = desk_sync_line_map;
  widget_class->unmap = desk_sync_line_unmap;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/consentdesk/ConsentDesk/ui/desk-sync-line.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskSyncLine, box);
  gtk_widget_class_bind_template_child (widget_class, DeskSyncLine, spinner);
  gtk_widget_class_bind_template_child (widget_class, DeskSyncLine, warning);
  gtk_widget_class_bind_template_child (widget_class, DeskSyncLine, words);
  gtk_widget_class_bind_template_child (widget_class, DeskSyncLine, label);
  gtk_widget_class_bind_template_child (widget_class, DeskSyncLine, note);
  gtk_widget_class_bind_template_child (widget_class, DeskSyncLine, retry_button);
  gtk_widget_class_bind_template_child (widget_class, DeskSyncLine, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
}

static void
desk_sync_line_init (DeskSyncLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->box, FALSE);
  self->log_signals = g_signal_group_new (DESK_TYPE_SYNC_LOG);
  g_signal_group_connect_swapped (self->log_signals, "changed", G_CALLBACK (log_changed_cb), self);
}

void
desk_sync_line_set (DeskSyncLine       *self,
                    DeskContext        *context,
                    DeskEndUser        *end_user,
                    const DeskResource *resource)
{
  g_return_if_fail (DESK_IS_SYNC_LINE (self));
  g_return_if_fail (resource == NULL || (context != NULL && end_user != NULL));

  g_set_object (&self->context, context);
  g_set_object (&self->end_user, end_user);
  self->resource = resource != NULL && resource->parent == NULL ? resource : NULL;
  g_signal_group_set_target (self->log_signals, context != NULL ? desk_context_get_sync_log (context) : NULL);
  update (self);
}
