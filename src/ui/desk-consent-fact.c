/* desk-consent-fact.c: a named value that can be copied
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-consent-fact.h"

struct _DeskConsentFact
{
  AdwPreferencesRow parent_instance;

  GtkLabel *value_label;
  GtkButton *copy_button;
};

G_DEFINE_FINAL_TYPE (DeskConsentFact, desk_consent_fact, ADW_TYPE_PREFERENCES_ROW)

enum
{
  PROP_0,
  PROP_COPYABLE,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
copy (DeskConsentFact *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), gtk_label_get_text (self->value_label));
}

static void
desk_consent_fact_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  DeskConsentFact *self = DESK_CONSENT_FACT (object);

  switch (property_id)
    {
    case PROP_COPYABLE:
      g_value_set_boolean (value, gtk_widget_get_visible (GTK_WIDGET (self->copy_button)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
desk_consent_fact_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  DeskConsentFact *self = DESK_CONSENT_FACT (object);

  switch (property_id)
    {
    case PROP_COPYABLE:
      gtk_widget_set_visible (GTK_WIDGET (self->copy_button), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
desk_consent_fact_class_init (DeskConsentFactClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = desk_consent_fact_get_property;
  object_class->set_property = desk_consent_fact_set_property;

  properties[PROP_COPYABLE] = g_param_spec_boolean ("copyable", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/consentdesk/ConsentDesk/ui/desk-consent-fact.ui");
  gtk_widget_class_bind_template_child (widget_class, DeskConsentFact, value_label);
  gtk_widget_class_bind_template_child (widget_class, DeskConsentFact, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, copy);
}

static void
desk_consent_fact_init (DeskConsentFact *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
desk_consent_fact_set_value (DeskConsentFact *self,
                             const char      *value)
{
  g_return_if_fail (DESK_IS_CONSENT_FACT (self));

  gtk_label_set_text (self->value_label, value != NULL ? value : "");
  gtk_widget_set_visible (GTK_WIDGET (self), value != NULL);
}
