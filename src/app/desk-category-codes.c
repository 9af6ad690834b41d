/* desk-category-codes.c: the categories that a transaction can be put into, as far as they are known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-category-codes.h"

#include "desk-catalogue.h"

static const char *const fields[] = { "category.secondary_category", "category.primary_category", NULL };

/* fiskil-api.md 2.6 */
static const struct
{
  const char *code;
  const char *main_code;
} documented[] = {
  { "FOOD_AND_DRINK_GROCERIES", "FOOD_AND_DRINK" },
  { "GENERAL_MERCHANDISE_SUPERMARKETS", "GENERAL_MERCHANDISE" },
  { "INCOME_SALARY", "INCOME" },
  { "RENT_AND_UTILITIES_GAS_AND_ELECTRICITY", "RENT_AND_UTILITIES" },
  { "SERVICES_INSURANCE", "SERVICES" },
  { "TRANSPORTATION_PUBLIC_TRANSIT", "TRANSPORTATION" },
};

static void
category_code_free (gpointer data)
{
  DeskCategoryCode *self = data;

  g_free (self->code);
  g_free (self->main_code);
  g_free (self);
}

static DeskCategoryCode *
find_code (GPtrArray  *codes,
           const char *code)
{
  for (guint i = 0; i < codes->len; i++)
    {
      DeskCategoryCode *known = g_ptr_array_index (codes, i);

      if (g_str_equal (known->code, code))
        return known;
    }

  return NULL;
}

static void
add_code (GPtrArray  *codes,
          const char *code,
          const char *main_code)
{
  DeskCategoryCode *known;

  if (*code == '\0')
    return;

  known = find_code (codes, code);
  if (known == NULL)
    {
      known = g_new0 (DeskCategoryCode, 1);
      known->code = g_strdup (code);
      g_ptr_array_add (codes, known);
    }
  if (known->main_code == NULL && *main_code != '\0')
    known->main_code = g_strdup (main_code);
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  const DeskCategoryCode *first = *(DeskCategoryCode *const *) a;
  const DeskCategoryCode *second = *(DeskCategoryCode *const *) b;
  int order = 0;

  /* What nobody sorts under anything comes last. */
  if ((first->main_code == NULL) != (second->main_code == NULL))
    return first->main_code == NULL ? 1 : -1;
  if (first->main_code != NULL)
    order = strcmp (first->main_code, second->main_code);

  return order != 0 ? order : strcmp (first->code, second->code);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  g_autoptr(GPtrArray) values = NULL;
  g_autoptr(GPtrArray) codes = NULL;
  g_autoptr(GError) error = NULL;

  values = desk_store_list_values_finish (DESK_STORE (source), result, &error);
  if (values == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  codes = g_ptr_array_new_with_free_func (category_code_free);
  for (guint i = 0; i < G_N_ELEMENTS (documented); i++)
    add_code (codes, documented[i].code, documented[i].main_code);
  for (guint i = 0; i < values->len; i++)
    {
      const char *const *row = g_ptr_array_index (values, i);

      add_code (codes, row[0], row[1]);
    }
  g_ptr_array_sort (codes, compare_codes);
  g_task_return_pointer (task, g_steal_pointer (&codes), (GDestroyNotify) g_ptr_array_unref);
}

void
desk_category_codes_load_async (DeskStore           *store,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (DESK_IS_STORE (store));

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_category_codes_load_async);
  desk_store_list_values_async (store, desk_catalogue_find ("banking.transactions"), fields, cancellable,
                                listed_cb, task);
}

GPtrArray *
desk_category_codes_load_finish (DeskStore     *store,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_category_codes_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
desk_category_codes_dup_entered (const char *text)
{
  g_autofree char *code = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  code = g_strstrip (g_ascii_strup (text, -1));
  if (*code == '\0')
    return NULL;
  for (char *p = code; *p != '\0'; p++)
    {
      if (*p == ' ' || *p == '-')
        *p = '_';
      else if (!g_ascii_isalnum (*p) && *p != '_')
        return NULL;
    }

  return g_steal_pointer (&code);
}
