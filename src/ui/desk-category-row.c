/* desk-category-row.c: a category to choose
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-category-row.h"

#include <glib/gi18n-lib.h>

#include "desk-category-words.h"

struct _DeskCategoryRow
{
  GtkListBoxRow  parent_instance;

  char          *code;
  char          *name;
  char          *main_name;
  char          *folded; /* all that is searched */
};

G_DEFINE_FINAL_TYPE (DeskCategoryRow, desk_category_row, GTK_TYPE_LIST_BOX_ROW)

static void
desk_category_row_finalize (GObject *object)
{
  DeskCategoryRow *self = DESK_CATEGORY_ROW (object);

  g_free (self->code);
  g_free (self->name);
  g_free (self->main_name);
  g_free (self->folded);

  G_OBJECT_CLASS (desk_category_row_parent_class)->finalize (object);
}

static void
desk_category_row_class_init (DeskCategoryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_category_row_finalize;
}

static void
desk_category_row_init (DeskCategoryRow *self)
{
}

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
fill (DeskCategoryRow *self,
      const char      *title,
      const char      *subtitle,
      const char      *icon_name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *second = create_label (subtitle, "dim-label");

  gtk_widget_add_css_class (second, "caption");
  gtk_box_append (GTK_BOX (texts), create_label (title, NULL));
  gtk_box_append (GTK_BOX (texts), second);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), texts);
  if (icon_name != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

GtkWidget *
desk_category_row_new (const char *code,
                       const char *main_code,
                       gboolean    is_current)
{
  DeskCategoryRow *self = g_object_new (DESK_TYPE_CATEGORY_ROW, NULL);
  g_autofree char *searched = NULL;

  g_return_val_if_fail (code != NULL, NULL);

  self->code = g_strdup (code);
  self->name = desk_category_words_dup_name (code, main_code);
  self->main_name = desk_category_words_dup_main (main_code);
  searched = g_strdup_printf ("%s %s %s", self->name, self->main_name, code);
  self->folded = g_utf8_casefold (searched, -1);
  fill (self, self->name, code, is_current ? "object-select-symbolic" : NULL);
  if (is_current)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    _("The category that it is in"), -1);

  return GTK_WIDGET (self);
}

GtkWidget *
desk_category_row_new_entered (const char *code)
{
  DeskCategoryRow *self = g_object_new (DESK_TYPE_CATEGORY_ROW, NULL);
  g_autofree char *title = g_strdup_printf (_("Use “%s”"), code);

  g_return_val_if_fail (code != NULL, NULL);

  self->code = g_strdup (code);
  self->name = desk_category_words_dup_name (code, NULL);
  self->main_name = g_strdup (_("Another code"));
  self->folded = g_strdup ("");
  fill (self, title, _("The service checks whether it knows this code"), NULL);

  return GTK_WIDGET (self);
}

const char *
desk_category_row_get_code (DeskCategoryRow *self)
{
  g_return_val_if_fail (DESK_IS_CATEGORY_ROW (self), NULL);

  return self->code;
}

const char *
desk_category_row_get_name (DeskCategoryRow *self)
{
  g_return_val_if_fail (DESK_IS_CATEGORY_ROW (self), NULL);

  return self->name;
}

const char *
desk_category_row_get_main_name (DeskCategoryRow *self)
{
  g_return_val_if_fail (DESK_IS_CATEGORY_ROW (self), NULL);

  return self->main_name;
}

gboolean
desk_category_row_matches (DeskCategoryRow *self,
                           const char      *text)
{
  g_autofree char *folded = NULL;
  g_auto(GStrv) words = NULL;

  g_return_val_if_fail (DESK_IS_CATEGORY_ROW (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  folded = g_utf8_casefold (text, -1);
  words = g_strsplit (folded, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (self->folded, words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}
