/* desk-institution-choices.c: what can be chosen before linking, with a search and a filter
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-institution-choices.h"

/* As many as fill the list of a small window. */
#define N_COMING 6

struct _DeskInstitutionChoices
{
  GObject              parent_instance;

  /* Owned */
  GObject             *on_page;
  GListStore          *first;
  GListStore          *coming;
  GtkFilter           *filter;
  GtkFilterListModel  *found;
  GtkFlattenListModel *all;
  char                *search;   /* (nullable): case-folded */
  char                *industry; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (DeskInstitutionChoices, desk_institution_choices, G_TYPE_OBJECT)

static gboolean
has_name_with (DeskInstitution *institution,
               const char      *folded_needle)
{
  g_autofree char *folded = g_utf8_casefold (desk_institution_get_name (institution), -1);

  return strstr (folded, folded_needle) != NULL;
}

static gboolean
is_found (gpointer item,
          gpointer user_data)
{
  DeskInstitutionChoices *self = user_data;

  if (self->industry != NULL && g_strcmp0 (desk_institution_get_industry (item), self->industry) != 0)
    return FALSE;

  return self->search == NULL || has_name_with (item, self->search);
}

static void
desk_institution_choices_finalize (GObject *object)
{
  DeskInstitutionChoices *self = DESK_INSTITUTION_CHOICES (object);

  /* Who still shows the model must not ask the filter any more. */
  gtk_filter_list_model_set_model (self->found, NULL);
  g_clear_object (&self->all);
  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  g_clear_object (&self->coming);
  g_clear_object (&self->first);
  g_clear_object (&self->on_page);
  g_free (self->search);
  g_free (self->industry);

  G_OBJECT_CLASS (desk_institution_choices_parent_class)->finalize (object);
}

static void
desk_institution_choices_class_init (DeskInstitutionChoicesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_institution_choices_finalize;
}

static void
desk_institution_choices_init (DeskInstitutionChoices *self)
{
  g_autoptr(GListStore) models = g_list_store_new (G_TYPE_LIST_MODEL);

  self->on_page = g_object_new (G_TYPE_OBJECT, NULL);
  self->first = g_list_store_new (G_TYPE_OBJECT);
  g_list_store_append (self->first, self->on_page);
  self->coming = g_list_store_new (G_TYPE_OBJECT);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_found, self, NULL));
  self->found = gtk_filter_list_model_new (NULL, g_object_ref (self->filter));

  g_list_store_append (models, self->first);
  g_list_store_append (models, self->found);
  g_list_store_append (models, self->coming);
  self->all = gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&models)));
}

DeskInstitutionChoices *
desk_institution_choices_new (void)
{
  return g_object_new (DESK_TYPE_INSTITUTION_CHOICES, NULL);
}

GListModel *
desk_institution_choices_get_model (DeskInstitutionChoices *self)
{
  g_return_val_if_fail (DESK_IS_INSTITUTION_CHOICES (self), NULL);

  return G_LIST_MODEL (self->all);
}

void
desk_institution_choices_set_list (DeskInstitutionChoices *self,
                                   GListModel             *institutions)
{
  g_return_if_fail (DESK_IS_INSTITUTION_CHOICES (self));
  g_return_if_fail (institutions == NULL || G_IS_LIST_MODEL (institutions));

  gtk_filter_list_model_set_model (self->found, institutions);
}

void
desk_institution_choices_set_search (DeskInstitutionChoices *self,
                                     const char             *text)
{
  g_return_if_fail (DESK_IS_INSTITUTION_CHOICES (self));

  g_free (self->search);
  self->search = text != NULL && *text != '\0' ? g_utf8_casefold (text, -1) : NULL;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

void
desk_institution_choices_set_industry (DeskInstitutionChoices *self,
                                       const char             *industry)
{
  g_return_if_fail (DESK_IS_INSTITUTION_CHOICES (self));

  if (g_strcmp0 (self->industry, industry) == 0)
    return;

  g_free (self->industry);
  self->industry = g_strdup (industry);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

void
desk_institution_choices_set_coming (DeskInstitutionChoices *self,
                                     gboolean                coming)
{
  g_return_if_fail (DESK_IS_INSTITUTION_CHOICES (self));

  if (!coming)
    {
      g_list_store_remove_all (self->coming);
      return;
    }

  while (g_list_model_get_n_items (G_LIST_MODEL (self->coming)) < N_COMING)
    {
      g_autoptr(GObject) item = g_object_new (G_TYPE_OBJECT, NULL);

      g_list_store_append (self->coming, item);
    }
}

guint
desk_institution_choices_count (DeskInstitutionChoices *self)
{
  g_return_val_if_fail (DESK_IS_INSTITUTION_CHOICES (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->found));
}

DeskInstitutionChoiceKind
desk_institution_choices_get_kind (DeskInstitutionChoices *self,
                                   gpointer                item)
{
  g_return_val_if_fail (DESK_IS_INSTITUTION_CHOICES (self), DESK_INSTITUTION_CHOICE_COMING);

  if (item == self->on_page)
    return DESK_INSTITUTION_CHOICE_ON_PAGE;

  return DESK_IS_INSTITUTION (item) ? DESK_INSTITUTION_CHOICE_INSTITUTION : DESK_INSTITUTION_CHOICE_COMING;
}

gboolean
desk_institution_choices_can_choose (DeskInstitutionChoices *self,
                                     gpointer                item)
{
  DeskInstitutionChoiceKind kind;

  g_return_val_if_fail (DESK_IS_INSTITUTION_CHOICES (self), FALSE);

  kind = desk_institution_choices_get_kind (self, item);

  return kind == DESK_INSTITUTION_CHOICE_ON_PAGE ||
         (kind == DESK_INSTITUTION_CHOICE_INSTITUTION && desk_institution_is_accessible (item));
}

guint
desk_institution_choices_find (DeskInstitutionChoices *self,
                               const char             *institution_id)
{
  guint n_found;

  g_return_val_if_fail (DESK_IS_INSTITUTION_CHOICES (self), GTK_INVALID_LIST_POSITION);

  if (institution_id == NULL)
    return 0;

  n_found = desk_institution_choices_count (self);
  for (guint i = 0; i < n_found; i++)
    {
      g_autoptr(DeskInstitution) institution = g_list_model_get_item (G_LIST_MODEL (self->found), i);

      if (g_str_equal (desk_institution_get_id (institution), institution_id))
        return i + 1;
    }

  return GTK_INVALID_LIST_POSITION;
}
