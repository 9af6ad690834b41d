/* desk-inspector-facts.c: everything about an attempt but its bodies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-format.h"
#include "desk-inspector-facts.h"
#include "desk-inspector-words.h"
#include "desk-plain-text.h"

/* More of a value is nothing to be read here. */
#define MAX_CHARACTERS 2000

typedef struct
{
  GtkGrid *grid;
  int      n_rows;
} Facts;

static void
add_heading (Facts      *facts,
             const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "fact-heading");
  gtk_grid_attach (facts->grid, label, 0, facts->n_rows++, 2, 1);
}

static GtkWidget *
new_name (const char *name)
{
  g_autofree char *plain = desk_plain_text_line (name, MAX_CHARACTERS);
  GtkWidget *label = gtk_label_new (plain);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

static GtkWidget *
new_value (const char *value)
{
  g_autofree char *plain = desk_plain_text_line (value, MAX_CHARACTERS);
  GtkWidget *label = gtk_label_new (plain);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "numeric");

  return label;
}

/* value: (nullable): nothing is added without */
static void
add (Facts      *facts,
     const char *name,
     const char *value)
{
  GtkWidget *name_label = NULL;
  GtkWidget *value_label = NULL;

  if (value == NULL || *value == '\0')
    return;
  name_label = new_name (name);
  value_label = new_value (value);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (value_label), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name_label, NULL,
                                  -1);
  gtk_grid_attach (facts->grid, name_label, 0, facts->n_rows, 1, 1);
  gtk_grid_attach (facts->grid, value_label, 1, facts->n_rows++, 1, 1);
}

static void
add_size (Facts      *facts,
          const char *name,
          gint64      size)
{
  g_autofree char *words = size >= 0 ? g_format_size_full (size, G_FORMAT_SIZE_LONG_FORMAT) : NULL;

  add (facts, name, words);
}

static void
add_attempt (Facts              *facts,
             DeskInspectorEntry *entry)
{
  const DeskApiRecord *record = desk_inspector_entry_get_record (entry);
  const DeskInspectorWebhook *webhook = desk_inspector_entry_get_webhook (entry);
  g_autofree char *attempt = g_strdup_printf ("%u", record->attempt);
  g_autofree char *status = record->status != 0 ? g_strdup_printf ("%u %s", record->status,
                                                                   record->reason != NULL ? record->reason : "") : NULL;
  g_autofree char *when = desk_format_instant (record->started_at);

  add (facts, _("Address"), record->uri);
  add (facts, _("Status"), status);
  add (facts, _("Error"), record->error);
  add (facts, _("Error id"), record->error_id);
  if (webhook == NULL)
    add (facts, _("Attempt"), attempt);
  add (facts, webhook == NULL ? _("Sent") : webhook->is_replay ? _("Replayed") : _("Received"), when);
  add (facts, _("Protocol"), record->http_version);
  add_size (facts, _("Size of the request"), record->request_size > 0 ? (gint64) record->request_size : -1);
  add_size (facts, _("Size of the answer"), record->response_size > 0 ? (gint64) record->response_size : -1);
  add_size (facts, _("Transferred"), record->transferred);
}

static void
add_webhook (Facts                      *facts,
             const DeskInspectorWebhook *webhook)
{
  add_heading (facts, _("Webhook"));
  add (facts, _("Event"), webhook->event);
  add (facts, _("Verdict"), webhook->verdict);
  add (facts, _("Effect"), webhook->effect);
}

static void
add_phase (Facts      *facts,
           const char *name,
           gint64      duration)
{
  g_autofree char *words = duration >= 0 ? desk_inspector_words_duration (duration) : NULL;

  add (facts, name, words);
}

static void
add_phases (Facts               *facts,
            const DeskApiRecord *record)
{
  const DeskApiTimings *timings = &record->timings;

  add_heading (facts, _("Time"));
  add_phase (facts, _("Queued"), timings->blocked);
  add_phase (facts, _("Host lookup"), timings->dns);
  add_phase (facts, _("Connection"), timings->connect);
  add_phase (facts, _("of it TLS"), timings->tls);
  add_phase (facts, _("Waiting"), timings->wait);
  add_phase (facts, _("Receiving"), timings->receive);
  add_phase (facts, _("In all"), record->duration);
}

static void
add_headers (Facts       *facts,
             const char  *heading,
             char       **headers)
{
  if (headers == NULL || headers[0] == NULL)
    return;
  add_heading (facts, heading);
  for (guint i = 0; headers[i] != NULL; i += 2)
    add (facts, headers[i], headers[i + 1]);
}

GtkWidget *
desk_inspector_facts_new (DeskInspectorEntry *entry)
{
  const DeskApiRecord *record = NULL;
  const DeskInspectorWebhook *webhook = NULL;
  Facts facts = { NULL, 0 };

  g_return_val_if_fail (DESK_IS_INSPECTOR_ENTRY (entry), NULL);

  record = desk_inspector_entry_get_record (entry);
  webhook = desk_inspector_entry_get_webhook (entry);
  facts.grid = GTK_GRID (gtk_grid_new ());
  gtk_widget_add_css_class (GTK_WIDGET (facts.grid), "facts-grid");
  gtk_grid_set_column_spacing (facts.grid, 12);
  gtk_grid_set_row_spacing (facts.grid, 4);
  /* What it caused is what one looks for. */
  if (webhook != NULL)
    {
      add_webhook (&facts, webhook);
      add_heading (&facts, _("Delivery"));
    }
  add_attempt (&facts, entry);
  if (webhook == NULL)
    add_phases (&facts, record);
  add_headers (&facts, _("Request headers"), record->request_headers);
  add_headers (&facts, _("Response headers"), record->response_headers);

  return GTK_WIDGET (facts.grid);
}
