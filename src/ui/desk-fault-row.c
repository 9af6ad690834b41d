/* desk-fault-row.c: one fault of the sandbox: words, a switch, and what it takes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-fault-row.h"

#include <glib/gi18n-lib.h>

struct _DeskFaultRow
{
  AdwExpanderRow   parent_instance;

  DeskFaultSwitch *fault;
  GtkSwitch       *toggle;
  GtkEditable     *parameter; /* (nullable) (unowned) */
  GtkEditable     *scope;     /* (nullable) (unowned) */
};

enum
{
  SWITCHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskFaultRow, desk_fault_row, ADW_TYPE_EXPANDER_ROW)

static const struct
{
  const char *parameter;
  const char *title;
} parameters[] = {
  { "duration", N_("How late: 300ms or 2s") },
  { "nth", N_("At every call of this number") },
  { "bytes", N_("Bytes: 4096, 64K or 100M") },
  { "status", N_("HTTP status from 400 to 599") },
  { "media_type", N_("Content type") },
  { "lookalike", N_("“host” or “path”") },
};

static char *
dup_spec (DeskFaultRow *self,
          gboolean      on)
{
  if (!on)
    return desk_fault_switch_dup_spec (self->fault, NULL, NULL);

  return desk_fault_switch_dup_spec (self->fault,
                                     self->parameter != NULL ? gtk_editable_get_text (self->parameter) : NULL,
                                     self->scope != NULL ? gtk_editable_get_text (self->scope) : NULL);
}

static gboolean
state_set_cb (DeskFaultRow *self,
              gboolean      on)
{
  g_autofree char *spec = NULL;

  if (on == desk_fault_switch_get_on (self->fault))
    return GDK_EVENT_PROPAGATE;

  spec = dup_spec (self, on);
  g_signal_emit (self, signals[SWITCHED], 0, spec, on);
  return GDK_EVENT_STOP;
}

static GtkEditable *
add_entry (DeskFaultRow *self,
           const char   *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);

  return GTK_EDITABLE (row);
}

/* What counts where nothing is entered stands beside the title. */
static void
add_parameter (DeskFaultRow *self)
{
  const char *fallback = desk_fault_switch_get_fallback (self->fault);

  for (guint i = 0; i < G_N_ELEMENTS (parameters); i++)
    {
      g_autofree char *title = NULL;

      if (g_strcmp0 (parameters[i].parameter, desk_fault_switch_get_parameter (self->fault)) != 0)
        continue;

      /* Translators: what may be entered, then what counts otherwise: "Content type; otherwise text/html" */
      title = fallback != NULL ? g_strdup_printf (_("%s; otherwise %s"), _(parameters[i].title), fallback)
                               : g_strdup (_(parameters[i].title));
      self->parameter = add_entry (self, title);
    }
}

static void
desk_fault_row_dispose (GObject *object)
{
  g_clear_object (&DESK_FAULT_ROW (object)->fault);

  G_OBJECT_CLASS (desk_fault_row_parent_class)->dispose (object);
}

static void
desk_fault_row_class_init (DeskFaultRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_fault_row_dispose;

  signals[SWITCHED] = g_signal_new ("switched", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
desk_fault_row_init (DeskFaultRow *self)
{
  self->toggle = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->toggle), GTK_ALIGN_CENTER);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->toggle));
  g_signal_connect_object (self->toggle, "state-set", G_CALLBACK (state_set_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
desk_fault_row_new (DeskFaultSwitch *fault)
{
  DeskFaultRow *self;
  const char *name;
  const char *description;

  g_return_val_if_fail (DESK_IS_FAULT_SWITCH (fault), NULL);

  self = g_object_new (DESK_TYPE_FAULT_ROW, "use-markup", FALSE, NULL);
  self->fault = g_object_ref (fault);
  name = desk_fault_switch_get_name (fault);
  description = desk_fault_switch_get_description (fault);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), description != NULL ? description : name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  description != NULL ? description : name, -1);

  add_parameter (self);
  if (desk_fault_switch_get_takes_scope (fault))
    self->scope = add_entry (self, _("Only at: banking, energy/usage, api, auth or bank"));
  if (self->parameter == NULL && self->scope == NULL)
    {
      adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), FALSE);
      gtk_widget_add_css_class (GTK_WIDGET (self), "takes-nothing");
    }
  g_signal_connect_object (fault, "notify::on", G_CALLBACK (desk_fault_row_show), self, G_CONNECT_SWAPPED);
  desk_fault_row_show (self);

  return GTK_WIDGET (self);
}

DeskFaultSwitch *
desk_fault_row_get_fault (DeskFaultRow *self)
{
  g_return_val_if_fail (DESK_IS_FAULT_ROW (self), NULL);

  return self->fault;
}

void
desk_fault_row_show (DeskFaultRow *self)
{
  gboolean on;

  g_return_if_fail (DESK_IS_FAULT_ROW (self));

  on = desk_fault_switch_get_on (self->fault);
  gtk_switch_set_active (self->toggle, on);
  gtk_switch_set_state (self->toggle, on);
}
