/* desk-sandbox-demo.c: the institutions and customers that the sandbox makes up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-demo.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "desk-sandbox-demo-banking.h"
#include "desk-sandbox-demo-energy.h"
#include "desk-sandbox-demo-template.h"
#include "desk-sandbox-fault-personas.h"
#include "desk-sandbox-persona-file.h"

/* The persona whose life those lead who carry the faults. */
#define FAULT_MODEL "priya-nair"

/* What the records of a customer will be made from. */
typedef struct
{
  GPtrArray                *personas; /* (owned) */
  const DeskSandboxPersona *persona;  /* (not owned): of @personas */
  guint64                   seed;
  gint64                    now;
} Recipe;

static void
recipe_free (gpointer data)
{
  Recipe *recipe = data;

  g_ptr_array_unref (recipe->personas);
  g_free (recipe);
}

static void
fill (DeskSandboxCustomer *customer,
      gint64               now,
      gpointer             user_data)
{
  const Recipe *recipe = user_data;

  if (g_str_equal (desk_sandbox_customer_get_industry (customer), "banking"))
    desk_sandbox_demo_fill_bank_customer (customer, recipe->persona, recipe->seed, now);
  else
    desk_sandbox_demo_fill_energy_customer (customer, recipe->persona, recipe->seed, now);
}

static gboolean
add_customer (DeskSandboxDirectory  *directory,
              const Recipe          *recipe,
              const char            *institution_id,
              const char            *industry,
              GError               **error)
{
  DeskSandboxInstitution *institution = desk_sandbox_directory_find_institution (directory, institution_id);
  g_autoptr(DeskSandboxCustomer) customer = NULL;
  Recipe *own;

  if (institution == NULL || !g_str_equal (institution->industry, industry))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   /* Translators: the first is a persona of a data file, the second the id of an institution */
                   _("the persona “%s” is a customer of “%s”, which does not exist in that industry"),
                   recipe->persona->key, institution_id);
      return FALSE;
    }

  own = g_memdup2 (recipe, sizeof (Recipe));
  g_ptr_array_ref (own->personas);
  customer = desk_sandbox_demo_new_customer (recipe->persona, institution_id, industry);
  desk_sandbox_customer_set_fault (customer, recipe->persona->fault);
  desk_sandbox_customer_set_fill (customer, recipe->now, fill, own, recipe_free);
  desk_sandbox_directory_add_customer (directory, customer);
  return TRUE;
}

gboolean
desk_sandbox_demo_add_personas (DeskSandboxDirectory  *directory,
                                GPtrArray             *personas,
                                guint64                seed,
                                gint64                 now,
                                GError               **error)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_DIRECTORY (directory), FALSE);
  g_return_val_if_fail (personas != NULL, FALSE);

  for (guint i = 0; i < personas->len; i++)
    {
      const DeskSandboxPersona *persona = g_ptr_array_index (personas, i);
      const Recipe recipe = { personas, persona, seed, now };

      if (persona->bank != NULL && !add_customer (directory, &recipe, persona->bank, "banking", error))
        return FALSE;
      if (persona->retailer != NULL && !add_customer (directory, &recipe, persona->retailer, "energy", error))
        return FALSE;
    }

  return TRUE;
}

void
desk_sandbox_demo_add_customers (DeskSandboxDirectory *directory,
                                 guint64               seed,
                                 gint64                now)
{
  g_autoptr(GPtrArray) personas = desk_sandbox_persona_file_load (NULL, NULL);
  g_autoptr(GPtrArray) carriers = desk_sandbox_fault_personas_new (personas, FAULT_MODEL);
  g_autoptr(GError) error = NULL;

  g_return_if_fail (DESK_IS_SANDBOX_DIRECTORY (directory));

  desk_sandbox_demo_add_institutions (directory);
  if (!desk_sandbox_demo_add_personas (directory, personas, seed, now, &error) ||
      !desk_sandbox_demo_add_personas (directory, carriers, seed, now, &error))
    g_error ("The built-in personas cannot be used: %s", error->message);
}

void
desk_sandbox_demo_multiply_transactions (DeskSandboxDirectory *directory,
                                         guint                 length,
                                         guint64               seed)
{
  GPtrArray *customers;

  g_return_if_fail (DESK_IS_SANDBOX_DIRECTORY (directory));

  customers = desk_sandbox_directory_get_customers (directory);
  for (guint i = 0; i < customers->len; i++)
    {
      DeskSandboxCustomer *customer = g_ptr_array_index (customers, i);

      if (desk_sandbox_customer_get_records (customer, "banking.transactions") != NULL)
        {
          desk_sandbox_customer_multiply_transactions (customer, length, seed);
          return;
        }
    }
}
