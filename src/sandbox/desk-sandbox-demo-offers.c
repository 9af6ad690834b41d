/* desk-sandbox-demo-offers.c: the products and plans of the demo institutions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-demo-offers.h"

#include <string.h>

#include "desk-json.h"
#include "desk-sandbox-demo-template.h"

void
desk_sandbox_demo_add_offers (DeskSandboxInstitution *institution,
                              const char             *name)
{
  g_autofree char *json = NULL;
  g_autoptr(GError) error = NULL;
  DeskJsonSlice list;
  DeskJsonIter iter;
  DeskJsonSlice offer;

  g_return_if_fail (institution != NULL && name != NULL);

  json = desk_sandbox_demo_load_template (name);
  if (!desk_json_parse (json, strlen (json), &list, &error))
    g_error ("The list %s of the sandbox is not JSON: %s", name, error->message);

  desk_json_iter_init (&iter, list);
  while (desk_json_iter_next (&iter, NULL, &offer))
    {
      g_autofree char *text = desk_json_slice_dup_raw (offer);

      if (!desk_sandbox_institution_add_offer (institution, text, &error))
        g_error ("The list %s of the sandbox cannot be served: %s", name, error->message);
    }
}
