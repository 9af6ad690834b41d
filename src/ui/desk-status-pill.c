/* desk-status-pill.c: a short status: words with a sign, never a colour alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-status-pill.h"

struct _DeskStatusPill
{
  GtkWidget           parent_instance;

  /* Owned as children */
  GtkWidget          *sign;
  GtkWidget          *label;

  DeskStatusPillKind  kind;
};

G_DEFINE_FINAL_TYPE (DeskStatusPill, desk_status_pill, GTK_TYPE_WIDGET)

static const struct
{
  const char *style_class;
  const char *sign;
} looks[] = {
  [DESK_STATUS_PILL_NONE] = { "none", NULL },
  [DESK_STATUS_PILL_GOOD] = { "good", "✓" },
  [DESK_STATUS_PILL_SOON] = { "soon", NULL },
  [DESK_STATUS_PILL_OVER] = { "over", NULL },
  [DESK_STATUS_PILL_BAD] = { "bad", "!" },
};

static void
desk_status_pill_dispose (GObject *object)
{
  DeskStatusPill *self = DESK_STATUS_PILL (object);

  g_clear_pointer (&self->sign, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (desk_status_pill_parent_class)->dispose (object);
}

static void
desk_status_pill_class_init (DeskStatusPillClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_status_pill_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "statuspill");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
desk_status_pill_init (DeskStatusPill *self)
{
  self->sign = gtk_label_new (NULL);
  gtk_widget_set_parent (self->sign, GTK_WIDGET (self));
  self->label = gtk_label_new (NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  desk_status_pill_set (self, DESK_STATUS_PILL_NONE, NULL);
}

GtkWidget *
desk_status_pill_new (void)
{
  return g_object_new (DESK_TYPE_STATUS_PILL, NULL);
}

void
desk_status_pill_set (DeskStatusPill     *self,
                      DeskStatusPillKind  kind,
                      const char         *text)
{
  g_return_if_fail (DESK_IS_STATUS_PILL (self));
  g_return_if_fail ((guint) kind < G_N_ELEMENTS (looks));

  gtk_widget_remove_css_class (GTK_WIDGET (self), looks[self->kind].style_class);
  gtk_widget_add_css_class (GTK_WIDGET (self), looks[kind].style_class);
  self->kind = kind;

  gtk_label_set_text (GTK_LABEL (self->sign), looks[kind].sign);
  gtk_widget_set_visible (self->sign, looks[kind].sign != NULL);
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL && *text != '\0');
}
