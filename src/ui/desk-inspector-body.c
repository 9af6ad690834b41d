/* desk-inspector-body.c: the body of a request or of an answer, or why there is none
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-inspector-body.h"
#include "desk-json-view.h"

struct _DeskInspectorBody
{
  GtkWidget     parent_instance;

  /* Owned as child */
  GtkWidget    *stack;
  DeskJsonView *json;
  GtkLabel     *label;

  GBytes       *bytes; /* (owned) (nullable) */
};

enum
{
  PROP_0,
  PROP_RAW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DeskInspectorBody, desk_inspector_body, GTK_TYPE_WIDGET)

static void
raw_cb (DeskInspectorBody *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RAW]);
}

static void
desk_inspector_body_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  DeskInspectorBody *self = DESK_INSPECTOR_BODY (object);

  if (property_id == PROP_RAW)
    g_object_get_property (G_OBJECT (self->json), "as-received", value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
desk_inspector_body_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  DeskInspectorBody *self = DESK_INSPECTOR_BODY (object);

  if (property_id == PROP_RAW)
    g_object_set_property (G_OBJECT (self->json), "as-received", value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
desk_inspector_body_dispose (GObject *object)
{
  DeskInspectorBody *self = DESK_INSPECTOR_BODY (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->bytes, g_bytes_unref);

  G_OBJECT_CLASS (desk_inspector_body_parent_class)->dispose (object);
}

static void
desk_inspector_body_class_init (DeskInspectorBodyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = desk_inspector_body_get_property;
  object_class->set_property = desk_inspector_body_set_property;
  object_class->dispose = desk_inspector_body_dispose;

  properties[PROP_RAW] = g_param_spec_boolean ("raw", NULL, NULL, FALSE,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
desk_inspector_body_init (DeskInspectorBody *self)
{
  self->stack = gtk_stack_new ();
  self->json = DESK_JSON_VIEW (desk_json_view_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_max_width_chars (self->label, 30);
  gtk_label_set_justify (self->label, GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "no-body");
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->label), "label");
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->json), "json");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  g_signal_connect_object (self->json, "notify::as-received", G_CALLBACK (raw_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
desk_inspector_body_new (void)
{
  return g_object_new (DESK_TYPE_INSPECTOR_BODY, NULL);
}

void
desk_inspector_body_set (DeskInspectorBody *self,
                         GBytes            *bytes,
                         const char        *why_not)
{
  GBytes *shown = why_not == NULL ? bytes : NULL;

  g_return_if_fail (DESK_IS_INSPECTOR_BODY (self));

  gtk_label_set_text (self->label, why_not != NULL ? why_not : "");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), shown != NULL ? "json" : "label");
  if (self->bytes == shown)
    return;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = shown != NULL ? g_bytes_ref (shown) : NULL;
  desk_json_view_set_bytes (self->json, shown);
}

GBytes *
desk_inspector_body_get (DeskInspectorBody *self)
{
  g_return_val_if_fail (DESK_IS_INSPECTOR_BODY (self), NULL);

  return self->bytes;
}

void
desk_inspector_body_copy (DeskInspectorBody *self)
{
  g_return_if_fail (DESK_IS_INSPECTOR_BODY (self));

  if (self->bytes != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->json), "json.copy-all", NULL);
}

void
desk_inspector_body_start_search (DeskInspectorBody *self)
{
  g_return_if_fail (DESK_IS_INSPECTOR_BODY (self));

  if (self->bytes != NULL)
    desk_json_view_start_search (self->json);
}
