/* desk-sandbox-demo-institutions.c: the banks and energy retailers that the sandbox makes up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-demo-institutions.h"

#include "desk-sandbox-demo-offers.h"

/* A round corner for each icon, in the institution's colour. */
#define SQUARE(colour) "<rect width=\"64\" height=\"64\" rx=\"14\" fill=\"" colour "\"/>"

#define WATTLE SQUARE ("#d99a1a") \
  "<path d=\"M32 54C31 41 33 33 38 26\" fill=\"none\" stroke=\"#3f5b2a\" stroke-width=\"4\" stroke-linecap=\"round\"/>" \
  "<path d=\"M33 42c-8 0-13-3-16-9 8-1 13 2 16 9z\" fill=\"#3f5b2a\"/>" \
  "<g fill=\"#fff3c4\"><circle cx=\"39\" cy=\"20\" r=\"8\"/><circle cx=\"26\" cy=\"17\" r=\"6\"/>" \
  "<circle cx=\"47\" cy=\"33\" r=\"5\"/><circle cx=\"50\" cy=\"14\" r=\"4\"/></g>"

#define BANKSIA SQUARE ("#a8402c") \
  "<path d=\"M32 9c9 4 12 13 12 21s-4 15-12 17c-8-2-12-9-12-17s3-17 12-21z\" fill=\"#f3c9a5\"/>" \
  "<path d=\"M23 23h18M21 30h22M22 37h20M27 16h10\" stroke=\"#a8402c\" stroke-width=\"3\" stroke-linecap=\"round\"/>" \
  "<path d=\"M32 47v9M32 53c-6 0-10-2-13-6M32 53c6 0 10-2 13-6\" fill=\"none\" stroke=\"#f3c9a5\" stroke-width=\"4\" stroke-linecap=\"round\"/>"

#define BOOBOOK SQUARE ("#3b3a63") \
  "<path d=\"M14 14c6 1 9 4 18 4s12-3 18-4v22c0 10-8 17-18 17s-18-7-18-17z\" fill=\"#cfc8ea\"/>" \
  "<g fill=\"#3b3a63\"><circle cx=\"24\" cy=\"31\" r=\"7\"/><circle cx=\"40\" cy=\"31\" r=\"7\"/></g>" \
  "<g fill=\"#ffd767\"><circle cx=\"24\" cy=\"31\" r=\"3\"/><circle cx=\"40\" cy=\"31\" r=\"3\"/></g>" \
  "<path d=\"M29 38h6l-3 6z\" fill=\"#3b3a63\"/>"

#define PELICAN SQUARE ("#1f6f8b") \
  "<path d=\"M40 12a7 7 0 0 0-7 7c0 7 5 8 5 15 0 8-7 13-18 13 4 5 10 7 16 7 12 0 18-8 18-18 0-7-4-10-6-15\" fill=\"#fff\"/>" \
  "<path d=\"M34 20L10 29c7 6 17 5 26 0z\" fill=\"#f5b25a\"/><circle cx=\"41\" cy=\"19\" r=\"2\" fill=\"#16323d\"/>"

#define SALTBUSH SQUARE ("#6b7f6a") \
  "<path d=\"M32 54V20\" stroke=\"#eef3e6\" stroke-width=\"4\" stroke-linecap=\"round\"/>" \
  "<g fill=\"#eef3e6\"><ellipse cx=\"32\" cy=\"14\" rx=\"5\" ry=\"7\"/><ellipse cx=\"21\" cy=\"25\" rx=\"8\" ry=\"5\"/>" \
  "<ellipse cx=\"43\" cy=\"25\" rx=\"8\" ry=\"5\"/><ellipse cx=\"20\" cy=\"38\" rx=\"9\" ry=\"5\"/><ellipse cx=\"44\" cy=\"38\" rx=\"9\" ry=\"5\"/></g>"

#define GUMTREE SQUARE ("#3f7d58") \
  "<path d=\"M20 50C15 32 25 15 48 12c1 22-9 35-28 38z\" fill=\"#d7efcf\"/>" \
  "<path d=\"M17 55c5-14 13-24 24-34\" fill=\"none\" stroke=\"#3f7d58\" stroke-width=\"3\" stroke-linecap=\"round\"/>" \
  "<path d=\"M35 26l-7 11h6l-3 10 10-13h-6l4-8z\" fill=\"#f2b632\"/>"

#define CURRAWONG SQUARE ("#23262b") \
  "<path d=\"M12 40c8 1 12-4 15-11 3-8 9-13 17-12l10 5-9 3c1 12-7 24-22 24-6 0-10-4-11-9z\" fill=\"#e9ecef\"/>" \
  "<circle cx=\"43\" cy=\"23\" r=\"2.5\" fill=\"#f0b323\"/>" \
  "<path d=\"M30 33l-5 8h5l-2 8 8-11h-5l2-5z\" fill=\"#f0b323\"/>"

#define LORIKEET SQUARE ("#2b57c5") \
  "<circle cx=\"34\" cy=\"26\" r=\"14\" fill=\"#35b36b\"/>" \
  "<path d=\"M20 30c-2 14 6 24 20 24 4-8 4-16-1-24z\" fill=\"#f58634\"/>" \
  "<path d=\"M46 22c6 1 8 6 6 12-4-1-7-4-8-8z\" fill=\"#e23b3b\"/><circle cx=\"38\" cy=\"23\" r=\"3\" fill=\"#fff\"/>"

static const struct
{
  const char        *id;
  const char        *name;
  const char        *industry;
  const char        *colour;
  int                priority;
  DeskSandboxHealth  health;
  DeskSandboxOpens   opens;
  const char        *drawing;
} institutions[] = {
  { "88888", "Wattle Bank", "banking", "#d99a1a", 1,
    DESK_SANDBOX_HEALTH_HEALTHY, DESK_SANDBOX_OPENS_FRAME, WATTLE },
  { "88801", "Gumtree Energy", "energy", "#3f7d58", 2,
    DESK_SANDBOX_HEALTH_HEALTHY, DESK_SANDBOX_OPENS_FRAME, GUMTREE },
  { "88811", "Banksia Mutual", "banking", "#a8402c", 3,
    DESK_SANDBOX_HEALTH_HEALTHY, DESK_SANDBOX_OPENS_TOP, BANKSIA },
  { "88812", "Boobook Bank", "banking", "#3b3a63", 4,
    DESK_SANDBOX_HEALTH_HEALTHY, DESK_SANDBOX_OPENS_POPUP, BOOBOOK },
  { "88813", "Pelican Pacific", "banking", "#1f6f8b", 5,
    DESK_SANDBOX_HEALTH_HEALTHY, DESK_SANDBOX_OPENS_REFUSES_FRAMING, PELICAN },
  { "88814", "Saltbush Savings", "banking", "#6b7f6a", 6,
    DESK_SANDBOX_HEALTH_OUTAGE, DESK_SANDBOX_OPENS_FRAME, SALTBUSH },
  { "88802", "Currawong Power", "energy", "#23262b", 7,
    DESK_SANDBOX_HEALTH_DEGRADED, DESK_SANDBOX_OPENS_FRAME, CURRAWONG },
  { "88803", "Lorikeet Energy", "energy", "#2b57c5", 8,
    DESK_SANDBOX_HEALTH_HEALTHY, DESK_SANDBOX_OPENS_FRAME, LORIKEET },
};

void
desk_sandbox_demo_add_institutions (DeskSandboxDirectory *directory)
{
  g_return_if_fail (DESK_IS_SANDBOX_DIRECTORY (directory));

  for (guint i = 0; i < G_N_ELEMENTS (institutions); i++)
    {
      DeskSandboxInstitution *institution =
        desk_sandbox_institution_new (institutions[i].id, institutions[i].name, institutions[i].industry,
                                      institutions[i].colour, institutions[i].priority);

      institution->health = institutions[i].health;
      institution->opens = institutions[i].opens;
      institution->drawing = institutions[i].drawing;
      desk_sandbox_directory_add_institution (directory, institution);
    }

  desk_sandbox_demo_add_offers (desk_sandbox_directory_find_institution (directory, DESK_SANDBOX_DEMO_BANK),
                                "wattle-bank-products");
  desk_sandbox_demo_add_offers (desk_sandbox_directory_find_institution (directory, DESK_SANDBOX_DEMO_RETAILER),
                                "gumtree-energy-plans");
}

const char *
desk_sandbox_demo_get_institution_name (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (institutions); i++)
    if (g_strcmp0 (id, institutions[i].id) == 0)
      return institutions[i].name;

  return "";
}

gboolean
desk_sandbox_demo_is_energy_bill (const DeskSandboxPersona *persona,
                                  const DeskSandboxBill    *bill)
{
  g_return_val_if_fail (persona != NULL && bill != NULL, FALSE);

  return g_strcmp0 (bill->merchant, desk_sandbox_demo_get_institution_name (persona->retailer)) == 0;
}
