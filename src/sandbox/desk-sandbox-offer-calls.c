/* desk-sandbox-offer-calls.c: the calls that read products and plans
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-offer-calls.h"

#include <string.h>

#include "desk-sandbox-offer.h"
#include "desk-sandbox-pager.h"
#include "desk-sandbox-version-one.h"

/* What one list is about. */
typedef struct
{
  const char *institution_id; /* (nullable) */
  const char *retailer_id;    /* (nullable): the brand of the plans */
  gboolean    only_current;
  gint64      now;
} Listing;

static const DeskSandboxOffer *
get_offer (const DeskSandboxSegment *segment,
           guint                     position)
{
  const DeskSandboxInstitution *institution = segment->source;

  return g_ptr_array_index (institution->offers, position);
}

static gboolean
match_offer (const DeskSandboxSegment *segment,
             guint                     position,
             gpointer                  user_data)
{
  const DeskSandboxOffer *offer = get_offer (segment, position);
  const Listing *listing = user_data;

  return (listing->retailer_id == NULL || g_strcmp0 (offer->brand, listing->retailer_id) == 0) &&
         (!listing->only_current || desk_sandbox_offer_is_current (offer, listing->now));
}

static void
write_offer (const DeskSandboxSegment *segment,
             guint                     position,
             GString                  *text,
             gpointer                  user_data)
{
  g_string_append (text, get_offer (segment, position)->summary);
}

static void
reply_list (DeskSandboxCall *call,
            const char      *industry,
            const char      *root,
            Listing         *listing)
{
  g_autoptr(GArray) segments = g_array_new (FALSE, FALSE, sizeof (DeskSandboxSegment));
  GPtrArray *institutions = desk_sandbox_directory_get_institutions (call->world->directory);

  for (guint i = 0; i < institutions->len; i++)
    {
      DeskSandboxInstitution *institution = g_ptr_array_index (institutions, i);
      DeskSandboxSegment segment = { i + 1, institution->offers->len, institution };

      if (g_str_equal (institution->industry, industry) &&
          (listing->institution_id == NULL || g_str_equal (institution->id, listing->institution_id)))
        g_array_append_val (segments, segment);
    }

  desk_sandbox_pager_reply (call, root, segments, match_offer, write_offer, listing);
}

void
desk_sandbox_offer_list_products (DeskSandboxCall *call)
{
  /* The documented name is misspelt (fiskil-api.md 2.6). */
  const char *institution_id = desk_sandbox_form_get_given (call->query, "instituition_id");
  Listing listing = { 0 };

  if (institution_id == NULL)
    institution_id = desk_sandbox_form_get_given (call->query, "institution_id");

  if (institution_id == NULL)
    {
      desk_sandbox_call_fail (call, SOUP_STATUS_BAD_REQUEST, "InvalidRequest",
                              "The instituition_id parameter is required");
      return;
    }

  listing.institution_id = institution_id;
  reply_list (call, "banking", "products", &listing);
}

static const char *
check_plan_query (const DeskSandboxForm *query)
{
  const char *status = desk_sandbox_form_get (query, "status");

  if ((desk_sandbox_form_get_given (query, "retailer_id") != NULL) ==
      (desk_sandbox_form_get_given (query, "institution_id") != NULL))
    return "Exactly one of the retailer_id and institution_id parameters is required";

  if (status != NULL && !g_str_equal (status, "active") && !g_str_equal (status, "all"))
    return "invalid status: must be active or all";

  return NULL;
}

void
desk_sandbox_offer_list_plans (DeskSandboxCall *call)
{
  const char *problem = check_plan_query (call->query);
  Listing listing = { 0 };

  if (problem != NULL)
    {
      desk_sandbox_call_fail (call, SOUP_STATUS_BAD_REQUEST, "InvalidRequest", problem);
      return;
    }

  listing.institution_id = desk_sandbox_form_get_given (call->query, "institution_id");
  listing.retailer_id = desk_sandbox_form_get_given (call->query, "retailer_id");
  listing.only_current = g_strcmp0 (desk_sandbox_form_get (call->query, "status"), "all") != 0;
  listing.now = desk_sandbox_state_get_now (call->world->state);
  reply_list (call, "energy", "plans", &listing);
}

static const DeskSandboxOffer *
find_offer (DeskSandboxCall *call,
            const char      *industry)
{
  GPtrArray *institutions = desk_sandbox_directory_get_institutions (call->world->directory);

  for (guint i = 0; i < institutions->len; i++)
    {
      DeskSandboxInstitution *institution = g_ptr_array_index (institutions, i);

      for (guint j = 0; g_str_equal (institution->industry, industry) && j < institution->offers->len; j++)
        {
          const DeskSandboxOffer *offer = g_ptr_array_index (institution->offers, j);

          if (g_str_equal (offer->id, call->argument))
            return offer;
        }
    }

  return NULL;
}

static void
reply_detail (DeskSandboxCall        *call,
              const DeskSandboxOffer *offer,
              const char             *root,
              gboolean                is_older)
{
  GString *text;
  gsize length;

  if (offer == NULL)
    {
      desk_sandbox_call_fail (call, SOUP_STATUS_NOT_FOUND, "NotFound", "There is none with this id");
      return;
    }

  text = g_string_new (NULL);
  g_string_append_printf (text, "{\"%s\":", root);
  if (is_older)
    desk_sandbox_version_one_append (text, (DeskJsonSlice) { offer->detail, strlen (offer->detail) });
  else
    g_string_append (text, offer->detail);
  g_string_append_c (text, '}');
  length = text->len;
  desk_sandbox_call_reply (call, g_string_free (text, FALSE), length);
}

void
desk_sandbox_offer_get_product (DeskSandboxCall *call)
{
  reply_detail (call, find_offer (call, "banking"), "product", call->version == 1);
}

void
desk_sandbox_offer_get_plan (DeskSandboxCall *call)
{
  reply_detail (call, find_offer (call, "energy"), "data", FALSE);
}
