/* desk-inspector-detail.c: one attempt at a call, or one webhook
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-inspector-body.h"
#include "desk-inspector-detail.h"
#include "desk-inspector-facts.h"
#include "desk-inspector-words.h"
#include "desk-plain-text.h"
#include "desk-wrap-box.h"

/* A longer address is read under Details. */
#define MAX_CHARACTERS 400

struct _DeskInspectorDetail
{
  GtkWidget          parent_instance;

  /* Template widgets */
  GtkStack          *place;
  GtkWidget         *back_button;
  GtkLabel          *method;
  GtkLabel          *title;
  DeskStatusPill    *pill;
  GtkLabel          *summary;
  GtkWidget         *error_id_button;
  GtkWidget         *replay_button;
  GtkStack          *stack;
  DeskInspectorBody *response;
  DeskInspectorBody *request;
  GtkScrolledWindow *facts;

  DeskInspectorEntry *entry; /* (owned) (nullable) */
};

enum
{
  BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskInspectorDetail, desk_inspector_detail, GTK_TYPE_WIDGET)

static gboolean
shows (DeskInspectorDetail *self,
       const char          *page)
{
  return self->entry != NULL && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), page) == 0;
}

static void
fill_body (DeskInspectorBody  *body,
           DeskInspectorEntry *entry,
           GBytes             *bytes,
           gsize               size)
{
  desk_inspector_body_set (body, bytes, desk_inspector_words_no_body (entry, bytes, size));
}

static void
fill_response (DeskInspectorDetail *self)
{
  const DeskApiRecord *record = desk_inspector_entry_get_record (self->entry);

  if (record->error != NULL)
    desk_inspector_body_set (self->response, NULL, record->error);
  else
    fill_body (self->response, self->entry, record->response_body, record->response_size);
}

/* Only what is looked at is laid out. */
static void
fill_page (DeskInspectorDetail *self)
{
  const DeskApiRecord *record = self->entry != NULL ? desk_inspector_entry_get_record (self->entry) : NULL;

  desk_inspector_body_set (self->response, NULL, NULL);
  desk_inspector_body_set (self->request, NULL, NULL);
  gtk_scrolled_window_set_child (self->facts, NULL);
  if (shows (self, "response"))
    fill_response (self);
  else if (shows (self, "request"))
    fill_body (self->request, self->entry, record->request_body, record->request_size);
  else if (shows (self, "facts"))
    gtk_scrolled_window_set_child (self->facts, desk_inspector_facts_new (self->entry));
}

static char *
dup_summary (DeskInspectorEntry *entry)
{
  const DeskApiRecord *record = desk_inspector_entry_get_record (entry);
  const DeskInspectorWebhook *webhook = desk_inspector_entry_get_webhook (entry);
  g_autofree char *time = desk_inspector_words_time (entry);
  g_autofree char *duration = desk_inspector_words_duration (record->duration);
  g_autofree char *size = desk_inspector_words_size (entry);
  GString *summary = g_string_new (time);

  if (webhook == NULL)
    g_string_append_printf (summary, " · %s", duration);
  if (*size != '\0')
    g_string_append_printf (summary, " · %s", size);
  if (record->attempt > 1)
    {
      g_string_append (summary, " · ");
      /* Translators: how often it was tried so far */
      g_string_append_printf (summary, _("attempt %u"), record->attempt);
    }
  if (record->error_id != NULL)
    g_string_append_printf (summary, " · %s", record->error_id);
  if (webhook != NULL && webhook->verdict != NULL)
    g_string_append_printf (summary, " · %s", webhook->verdict);
  if (webhook != NULL && webhook->effect != NULL)
    g_string_append_printf (summary, " · %s", webhook->effect);

  return g_string_free (summary, FALSE);
}

static void
fill_head (DeskInspectorDetail *self)
{
  const DeskApiRecord *record = desk_inspector_entry_get_record (self->entry);
  g_autofree char *title = desk_plain_text_line (desk_inspector_entry_get_title (self->entry), MAX_CHARACTERS);
  g_autofree char *summary = dup_summary (self->entry);
  g_autofree char *plain = desk_plain_text_line (summary, MAX_CHARACTERS);

  gtk_label_set_text (self->method, record->method);
  gtk_label_set_text (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  gtk_label_set_text (self->summary, plain);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->summary), plain);
  desk_inspector_words_set_pill (self->pill, self->entry);
  gtk_widget_set_visible (self->error_id_button, record->error_id != NULL);
  gtk_widget_set_visible (self->replay_button, desk_inspector_entry_can_be_replayed (self->entry));
}

static void
fill (DeskInspectorDetail *self)
{
  gtk_stack_set_visible_child_name (self->place, self->entry != NULL ? "entry" : "nothing");
  if (self->entry != NULL)
    fill_head (self);
  fill_page (self);
}

static void
effect_cb (DeskInspectorDetail *self)
{
  fill_head (self);
  if (shows (self, "facts"))
    fill_page (self);
}

static void
back_clicked_cb (DeskInspectorDetail *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
desk_inspector_detail_dispose (GObject *object)
{
  DeskInspectorDetail *self = DESK_INSPECTOR_DETAIL (object);
  GtkWidget *child = NULL;

  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_data (self->entry, self);
  g_clear_object (&self->entry);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (desk_inspector_detail_parent_class)->dispose (object);
}

static void
desk_inspector_detail_class_init (DeskInspectorDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = desk_inspector_detail_dispose;

  signals[BACK] = g_signal_new ("back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-inspector-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskInspectorDetail, place);
  gtk_widget_class_bind_template_child (widget_class, DeskInspectorDetail, back_button);
  gtk_widget_class_bind_template_child (widget_class, DeskInspectorDetail, method);
  gtk_widget_class_bind_template_child (widget_class, DeskInspectorDetail, title);
  gtk_widget_class_bind_template_child (widget_class, DeskInspectorDetail, pill);
  gtk_widget_class_bind_template_child (widget_class, DeskInspectorDetail, summary);
  gtk_widget_class_bind_template_child (widget_class, DeskInspectorDetail, error_id_button);
  gtk_widget_class_bind_template_child (widget_class, DeskInspectorDetail, replay_button);
  gtk_widget_class_bind_template_child (widget_class, DeskInspectorDetail, stack);
  gtk_widget_class_bind_template_child (widget_class, DeskInspectorDetail, response);
  gtk_widget_class_bind_template_child (widget_class, DeskInspectorDetail, request);
  gtk_widget_class_bind_template_child (widget_class, DeskInspectorDetail, facts);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
}

static void
desk_inspector_detail_init (DeskInspectorDetail *self)
{
  g_type_ensure (DESK_TYPE_INSPECTOR_BODY);
  g_type_ensure (DESK_TYPE_STATUS_PILL);
  g_type_ensure (DESK_TYPE_WRAP_BOX);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->stack, "notify::visible-child", G_CALLBACK (fill_page), self);
  fill (self);
}

GtkWidget *
desk_inspector_detail_new (void)
{
  return g_object_new (DESK_TYPE_INSPECTOR_DETAIL, NULL);
}

void
desk_inspector_detail_set_entry (DeskInspectorDetail *self,
                                 DeskInspectorEntry  *entry)
{
  g_return_if_fail (DESK_IS_INSPECTOR_DETAIL (self));

  if (self->entry == entry)
    return;
  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_data (self->entry, self);
  g_set_object (&self->entry, entry);
  if (entry != NULL)
    {
      g_signal_connect_swapped (entry, "notify::record", G_CALLBACK (fill), self);
      g_signal_connect_swapped (entry, "notify::effect", G_CALLBACK (effect_cb), self);
      /* What came in is the whole of a webhook. */
      gtk_stack_set_visible_child_name (self->stack,
                                        desk_inspector_entry_get_webhook (entry) != NULL ? "request" : "response");
    }
  fill (self);
}

void
desk_inspector_detail_set_folded (DeskInspectorDetail *self,
                                  gboolean             folded)
{
  g_return_if_fail (DESK_IS_INSPECTOR_DETAIL (self));

  gtk_widget_set_visible (self->back_button, folded);
}

/* Returns: (nullable): that of the page which is shown */
static DeskInspectorBody *
get_body (DeskInspectorDetail *self)
{
  if (shows (self, "response"))
    return self->response;
  return shows (self, "request") ? self->request : NULL;
}

void
desk_inspector_detail_copy_body (DeskInspectorDetail *self)
{
  g_return_if_fail (DESK_IS_INSPECTOR_DETAIL (self));

  if (get_body (self) != NULL)
    desk_inspector_body_copy (get_body (self));
}

void
desk_inspector_detail_start_search (DeskInspectorDetail *self)
{
  g_return_if_fail (DESK_IS_INSPECTOR_DETAIL (self));

  if (get_body (self) != NULL)
    desk_inspector_body_start_search (get_body (self));
}
