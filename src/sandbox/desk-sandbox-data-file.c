/* desk-sandbox-data-file.c: data sets in the all-data format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-data-file.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "desk-json.h"
#include "desk-sandbox-data-customer.h"
#include "desk-sandbox-rename.h"

/* Demo institutions come first in the picker. */
#define FIRST_PRIORITY 100

static const char *const industries[] = { "banking", "energy" };

/* What a file is read into. */
typedef struct
{
  DeskSandboxDirectory *directory;  /* (not owned) */
  char                 *origin;     /* (owned): the file's name */
  guint                 n_customers;
} Loader;

static void
loader_clear (Loader *self)
{
  g_free (self->origin);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loader, loader_clear)

/* Six digits that follow from the holder and the industry, so that an id is the same
 * whichever other files are served. */
static char *
build_institution_id (const char *holder_id,
                      const char *industry)
{
  g_autofree char *source = g_strconcat (holder_id, "/", industry, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, source, -1);
  guint64 number = 0;

  for (guint i = 0; i < 8; i++)
    number = (number << 4) | (guint64) g_ascii_xdigit_value (digest[i]);

  return g_strdup_printf ("%u", (guint) (100000 + number % 900000));
}

static const char *
ensure_institution (Loader     *loader,
                    const char *holder_id,
                    const char *industry)
{
  g_autofree char *id = build_institution_id (holder_id, industry);
  DeskSandboxInstitution *institution = desk_sandbox_directory_find_institution (loader->directory, id);

  if (institution == NULL)
    {
      gboolean is_bank = g_str_equal (industry, "banking");
      GPtrArray *institutions = desk_sandbox_directory_get_institutions (loader->directory);
      g_autofree char *name = NULL;

      /* Translators: the name of a test institution; the number is its id in a data file */
      name = g_strdup_printf (is_bank ? _("Test bank %s") : _("Test energy retailer %s"), holder_id);
      institution = desk_sandbox_institution_new (id, name, industry, is_bank ? "#3d5a98" : "#8a6d1d",
                                                  FIRST_PRIORITY + (int) institutions->len);
      desk_sandbox_directory_add_institution (loader->directory, institution);
    }

  return institution->id;
}

/* The customer's own e-mail if nobody at the institution has it yet, else one made up. */
static char *
choose_login (Loader        *loader,
              const char    *institution_id,
              DeskJsonSlice  customer)
{
  g_autofree char *email = desk_sandbox_data_customer_dup_email (customer);
  g_autofree char *slug = NULL;

  if (email != NULL && desk_sandbox_directory_find_login (loader->directory, institution_id, email) == NULL)
    return g_steal_pointer (&email);

  slug = g_ascii_strdown (loader->origin, -1);
  g_strcanon (slug, "abcdefghijklmnopqrstuvwxyz0123456789", '-');
  return g_strdup_printf ("customer-%u@%s.example", loader->n_customers, slug);
}

static char *
choose_id (Loader        *loader,
           const char    *institution_id,
           DeskJsonSlice  customer)
{
  g_autofree char *id = desk_json_slice_dup_text (desk_json_slice_get_member (customer, "customerId"));

  if (id != NULL && id[0] != '\0' &&
      desk_sandbox_directory_find_customer (loader->directory, institution_id, id) == NULL)
    return g_steal_pointer (&id);

  return g_strdup_printf ("%s-%u", loader->origin, loader->n_customers);
}

static gboolean
read_customer (Loader         *loader,
               DeskJsonSlice   customer,
               const char     *holder_id,
               const char     *industry,
               GError        **error)
{
  const char *institution_id = ensure_institution (loader, holder_id, industry);
  g_autofree char *id = choose_id (loader, institution_id, customer);
  g_autofree char *login = choose_login (loader, institution_id, customer);
  g_autofree char *name = desk_sandbox_data_customer_dup_name (customer);
  g_autoptr(DeskSandboxCustomer) target =
    desk_sandbox_customer_new (id, name != NULL ? name : id, login, institution_id, industry,
                               DESK_SANDBOX_SOURCE_DATA, loader->origin);

  if (!desk_sandbox_data_customer_read (customer, target, error))
    return FALSE;

  desk_sandbox_directory_add_customer (loader->directory, target);
  return TRUE;
}

static gboolean
read_offer (Loader         *loader,
            DeskJsonSlice   offer,
            const char     *holder_id,
            const char     *industry,
            GError        **error)
{
  const char *institution_id = ensure_institution (loader, holder_id, industry);
  g_autoptr(GString) text = g_string_new (NULL);

  desk_sandbox_rename_append (text, offer);
  return desk_sandbox_institution_add_offer (
    desk_sandbox_directory_find_institution (loader->directory, institution_id), text->str, error);
}

/* The products of a bank and the plans of a retailer, which anybody may read. */
static gboolean
read_offers (Loader         *loader,
             DeskJsonSlice   holder,
             const char     *holder_id,
             GError        **error)
{
  static const char *const paths[] = { "holder.unauthenticated.banking.products", "holder.unauthenticated.energy.plans" };

  G_STATIC_ASSERT (G_N_ELEMENTS (paths) == G_N_ELEMENTS (industries));

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      DeskJsonIter iter;
      DeskJsonSlice offer;

      desk_json_iter_init (&iter, desk_json_slice_get_path (holder, paths[i]));
      while (desk_json_iter_next (&iter, NULL, &offer))
        if (!read_offer (loader, offer, holder_id, industries[i], error))
          return FALSE;
    }

  return TRUE;
}

static gboolean
read_holder (Loader         *loader,
             DeskJsonSlice   holder,
             GError        **error)
{
  g_autofree char *holder_id = desk_json_slice_dup_text (desk_json_slice_get_member (holder, "holderId"));
  DeskJsonIter iter;
  DeskJsonSlice customer;

  if (holder_id == NULL)
    holder_id = g_strdup ("0");

  if (desk_json_slice_get_kind (desk_json_slice_get_member (holder, "holder")) != DESK_JSON_KIND_OBJECT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("it is not an all-data file: one of its holders is none"));
      return FALSE;
    }

  desk_json_iter_init (&iter, desk_json_slice_get_path (holder, "holder.authenticated.customers"));
  while (desk_json_iter_next (&iter, NULL, &customer))
    {
      loader->n_customers++;
      for (guint i = 0; i < G_N_ELEMENTS (industries); i++)
        if (desk_json_slice_get_kind (desk_json_slice_get_member (customer, industries[i])) == DESK_JSON_KIND_OBJECT &&
            !read_customer (loader, customer, holder_id, industries[i], error))
          return FALSE;
    }

  return read_offers (loader, holder, holder_id, error);
}

static gboolean
read_holders (Loader         *loader,
              const char     *text,
              gsize           length,
              GError        **error)
{
  DeskJsonSlice root;
  DeskJsonSlice holders;
  DeskJsonSlice holder;
  DeskJsonIter iter;

  if (!desk_json_parse (text, length, &root, error))
    return FALSE;

  holders = desk_json_slice_get_member (root, "holders");
  if (desk_json_slice_get_kind (holders) != DESK_JSON_KIND_ARRAY)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("it is not an all-data file: it has no list of holders"));
      return FALSE;
    }

  desk_json_iter_init (&iter, holders);
  while (desk_json_iter_next (&iter, NULL, &holder))
    if (!read_holder (loader, holder, error))
      return FALSE;

  return TRUE;
}

gboolean
desk_sandbox_data_file_load (const char            *path,
                             DeskSandboxDirectory  *directory,
                             GError               **error)
{
  g_auto (Loader) loader = { directory, g_path_get_basename (path), 0 };
  g_autofree char *text = NULL;
  gsize length;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (DESK_IS_SANDBOX_DIRECTORY (directory), FALSE);

  if (!g_file_get_contents (path, &text, &length, error) ||
      !read_holders (&loader, text, length, error))
    {
      /* Translators: the first is a file's name, the second what is wrong with it */
      g_prefix_error (error, _("The data file “%s” cannot be used: "), path);
      return FALSE;
    }

  return TRUE;
}
