/* desk-sync-bar.c: how far the fetch of somebody's data is, and how it ended
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-format.h"
#include "desk-sync-bar.h"
#include "desk-ui-error.h"

struct _DeskSyncBar
{
  GtkWidget       parent_instance;

  /* Template widgets */
  GtkRevealer    *revealer;
  GtkProgressBar *progress_bar;
  GtkWidget      *warning;
  GtkLabel       *label;
  GtkWidget      *cancel_button;
  GtkWidget      *retry_button;
  GtkWidget      *copy_button;
  GtkWidget      *close_button;

  /* Owned */
  DeskContext    *context;     /* (nullable) */
  DeskEndUser    *end_user;    /* (nullable) */
  DeskSync       *sync;        /* (nullable) */
  GCancellable   *cancellable; /* (nullable) */
  char           *details;     /* (nullable) */
  const DeskResource *only;    /* (nullable): all data sets if %NULL */
  gboolean        running;
};

G_DEFINE_FINAL_TYPE (DeskSyncBar, desk_sync_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_RUNNING = 1,
  N_PROPERTIES
};

enum
{
  FINISHED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static DeskSyncItem *
dup_running_item (DeskSyncBar *self)
{
  GListModel *items = desk_sync_get_items (self->sync);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(DeskSyncItem) item = g_list_model_get_item (items, i);

      if (desk_sync_item_get_state (item) == DESK_SYNC_RUNNING)
        return g_steal_pointer (&item);
    }
  return NULL;
}

static void
show_progress (DeskSyncBar *self)
{
  g_autoptr(DeskSyncItem) item = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *text = NULL;

  /* One that was cancelled may still speak after the one that replaced it. */
  if (self->sync == NULL)
    return;
  item = dup_running_item (self);
  gtk_progress_bar_set_fraction (self->progress_bar, desk_sync_get_progress (self->sync));
  if (item == NULL)
    return;
  rows = desk_format_count (desk_sync_item_get_n_rows (item));
  /* Translators: the end user, the data set that is being fetched, and its rows so far */
  text = g_strdup_printf (_("%s: fetching %s, %s rows"), desk_end_user_get_title (self->end_user),
                          _(desk_sync_item_get_resource (item)->label), rows);
  gtk_label_set_text (self->label, text);
}

static void
watch_items (DeskSyncBar *self)
{
  GListModel *items = self->sync != NULL ? desk_sync_get_items (self->sync) : NULL;

  for (guint i = 0; items != NULL && i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(DeskSyncItem) item = g_list_model_get_item (items, i);

      g_signal_handlers_disconnect_by_func (item, show_progress, self);
      g_signal_connect_object (item, "notify", G_CALLBACK (show_progress), self, G_CONNECT_SWAPPED);
    }
}

static void
set_running (DeskSyncBar *self,
             gboolean     running)
{
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), running);
  gtk_widget_set_visible (self->cancel_button, running);
  gtk_widget_set_visible (self->warning, FALSE);
  gtk_widget_set_visible (self->retry_button, FALSE);
  gtk_widget_set_visible (self->copy_button, FALSE);
  gtk_widget_set_visible (self->close_button, FALSE);
  gtk_revealer_set_reveal_child (self->revealer, running);
  if (self->running == running)
    return;
  self->running = running;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

/* Which data sets failed, and why, one per line. */
static char *
dup_failures (DeskSyncBar *self,
              guint       *n_failed)
{
  GListModel *items = desk_sync_get_items (self->sync);
  GString *text = g_string_new (NULL);

  *n_failed = 0;
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(DeskSyncItem) item = g_list_model_get_item (items, i);
      g_autofree char *details = NULL;

      if (desk_sync_item_get_state (item) != DESK_SYNC_FAILED)
        continue;
      details = desk_ui_error_dup_details (desk_sync_item_get_error (item));
      g_string_append_printf (text, "%s: %s\n", desk_sync_item_get_resource (item)->name, details);
      (*n_failed)++;
    }
  return g_string_free (text, FALSE);
}

static void
show_failure (DeskSyncBar  *self,
              const GError *error)
{
  guint n_failed;
  g_autofree char *failures = dup_failures (self, &n_failed);
  g_autofree char *text = NULL;

  if (n_failed > 1)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u data set could not be fetched. %s",
                                         "%u data sets could not be fetched. %s", n_failed),
                            n_failed, error->message);
  else
    text = g_strdup (error->message);
  g_free (self->details);
  self->details = *failures != '\0' ? g_steal_pointer (&failures) : desk_ui_error_dup_details (error);

  gtk_label_set_text (self->label, text);
  gtk_widget_set_visible (self->warning, TRUE);
  gtk_widget_set_visible (self->retry_button, TRUE);
  gtk_widget_set_visible (self->copy_button, TRUE);
  gtk_widget_set_visible (self->close_button, TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

/* Whoever is deleted next is not held, nor named, by what is over. */
static void
forget (DeskSyncBar *self)
{
  gtk_label_set_text (self->label, "");
  g_clear_pointer (&self->details, g_free);
  g_clear_object (&self->sync);
  g_clear_object (&self->end_user);
}

static void
synced_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(DeskSyncBar) self = user_data;
  g_autoptr(DeskEndUser) end_user = NULL;
  g_autoptr(GError) error = NULL;
  gboolean complete = desk_sync_run_finish (DESK_SYNC (source), result, &error);

  /* A run that was replaced has nothing to say any more. */
  if (DESK_SYNC (source) != self->sync)
    return;
  end_user = g_object_ref (self->end_user);
  set_running (self, FALSE);
  if (!complete && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_failure (self, error);
  else
    forget (self);
  g_signal_emit (self, signals[FINISHED], 0, end_user, complete && self->only == NULL);
}

static void
start (DeskSyncBar *self)
{
  g_clear_object (&self->cancellable);
  g_clear_object (&self->sync);
  self->cancellable = g_cancellable_new ();
  self->sync = desk_sync_new (self->context, self->end_user);
  if (self->only != NULL)
    desk_sync_set_only (self->sync, (const DeskResource *const[]) { self->only, NULL });
  g_signal_connect_object (self->sync, "notify::progress", G_CALLBACK (show_progress), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk_sync_get_items (self->sync), "items-changed", G_CALLBACK (watch_items), self,
                           G_CONNECT_SWAPPED);
  set_running (self, TRUE);
  gtk_label_set_text (self->label, _("Asking for the data …"));
  desk_sync_run_async (self->sync, self->cancellable, synced_cb, g_object_ref (self));
  watch_items (self);
}

static void
retry_clicked_cb (DeskSyncBar *self)
{
  start (self);
}

static void
copy_clicked_cb (DeskSyncBar *self)
{
  desk_ui_copy (GTK_WIDGET (self), self->details);
}

static void
close_clicked_cb (DeskSyncBar *self)
{
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  forget (self);
}

static void
desk_sync_bar_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  if (property_id == PROP_RUNNING)
    g_value_set_boolean (value, DESK_SYNC_BAR (object)->running);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
desk_sync_bar_dispose (GObject *object)
{
  DeskSyncBar *self = DESK_SYNC_BAR (object);
  GtkWidget *child = NULL;

  g_cancellable_cancel (self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->sync);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->end_user);
  g_clear_object (&self->context);
  g_clear_pointer (&self->details, g_free);

  G_OBJECT_CLASS (desk_sync_bar_parent_class)->dispose (object);
}

static void
desk_sync_bar_class_init (DeskSyncBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = desk_sync_bar_get_property;
  object_class->dispose = desk_sync_bar_dispose;

  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, DESK_TYPE_END_USER, G_TYPE_BOOLEAN);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-sync-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskSyncBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, DeskSyncBar, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, DeskSyncBar, warning);
  gtk_widget_class_bind_template_child (widget_class, DeskSyncBar, label);
  gtk_widget_class_bind_template_child (widget_class, DeskSyncBar, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, DeskSyncBar, retry_button);
  gtk_widget_class_bind_template_child (widget_class, DeskSyncBar, copy_button);
  gtk_widget_class_bind_template_child (widget_class, DeskSyncBar, close_button);
  gtk_widget_class_bind_template_callback (widget_class, desk_sync_bar_cancel);
  gtk_widget_class_bind_template_callback (widget_class, retry_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
}

static void
desk_sync_bar_init (DeskSyncBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
run (DeskSyncBar        *self,
     DeskContext        *context,
     DeskEndUser        *end_user,
     const DeskResource *only)
{
  gboolean is_within = self->only == NULL || self->only == only;

  if (self->running && self->end_user == end_user && is_within && !g_cancellable_is_cancelled (self->cancellable))
    return;

  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->context, context);
  g_set_object (&self->end_user, end_user);
  self->only = only;
  start (self);
}

void
desk_sync_bar_run (DeskSyncBar *self,
                   DeskContext *context,
                   DeskEndUser *end_user)
{
  g_return_if_fail (DESK_IS_SYNC_BAR (self));
  g_return_if_fail (DESK_IS_CONTEXT (context));
  g_return_if_fail (DESK_IS_END_USER (end_user));

  run (self, context, end_user, NULL);
}

void
desk_sync_bar_run_only (DeskSyncBar        *self,
                        DeskContext        *context,
                        DeskEndUser        *end_user,
                        const DeskResource *resource)
{
  g_return_if_fail (DESK_IS_SYNC_BAR (self));
  g_return_if_fail (DESK_IS_CONTEXT (context));
  g_return_if_fail (DESK_IS_END_USER (end_user));
  g_return_if_fail (resource != NULL);

  run (self, context, end_user, resource);
}

gboolean
desk_sync_bar_get_running (DeskSyncBar *self)
{
  g_return_val_if_fail (DESK_IS_SYNC_BAR (self), FALSE);

  return self->running;
}

void
desk_sync_bar_cancel (DeskSyncBar *self)
{
  g_return_if_fail (DESK_IS_SYNC_BAR (self));

  g_cancellable_cancel (self->cancellable);
}
