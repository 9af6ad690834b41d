/* test-generator.c: many made-up results, genuine and forged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-link-message.h"
#include "desk-link-navigation.h"

#include <string.h>

#define N_CASES 50000
#define SEED 20260101

#define AUTH "https://auth.fiskil.com"
#define SESSION_ID "36eDkpZD8997xnPrTX9Z2mBaS0k"
#define STATE "00ff12"
#define CONSENT_ID "5d4f8a52-7d12-4a4a-9d6b-2f1f5b0f9a11"

/* A return address in pieces, so that each can be forged by itself. */
typedef struct
{
  const char *scheme;
  const char *authority;
  const char *path;
  const char *state;
  const char *session;
  const char *error;
} Pieces;

typedef void (*Forge) (Pieces *pieces,
                       GRand  *random);

#define pick(random, array) ((array)[g_rand_int_range ((random), 0, G_N_ELEMENTS (array))])

static void
forge_scheme (Pieces *pieces,
              GRand  *random)
{
  static const char *const schemes[] = { "http", "httpss", "ftp", "blob:https", "view-source:https", "" };

  pieces->scheme = pick (random, schemes);
}

static void
forge_authority (Pieces *pieces,
                 GRand  *random)
{
  static const char *const authorities[] = {
    "consent-desk.invalid.evil.example", "evil.example", "consent-desk.invalid@evil.example", "consent-desk.invalid.",
    "consent-desk.invalid:8443", "consent-desk.invalid:80", "consent-desk.invali", "xconsent-desk.invalid",
    "c\xd0\xbensent-desk.invalid", "evil.example\\@consent-desk.invalid", "evil.example/consent-desk.invalid",
    "evil.example?@consent-desk.invalid", "evil.example#@consent-desk.invalid", "[::1]", "", "consent-desk\t.invalid",
    "consent-desk.invalid%00.evil.example", "consent-desk.invalid%2F.evil.example", "consent_desk.invalid",
  };

  pieces->authority = pick (random, authorities);
}

static void
forge_path (Pieces *pieces,
            GRand  *random)
{
  static const char *const paths[] = {
    "", "/", "/linked/", "/Linked", "/linke", "/linkedx", "//linked", "/x/linked", "/linked/..", "/./linked",
    "/%6Cinked", "/linked%20", "/linked;a", "/cancelled", "/linked%3F", "/linked\\",
  };

  pieces->path = pick (random, paths);
}

static void
forge_state (Pieces *pieces,
             GRand  *random)
{
  static const char *const states[] = {
    "", "&state=", "&state=00FF12", "&state=00ff1", "&state=00ff122", "&state=00ff12&state=x", "&state=x&state=00ff12",
    "&State=00ff12", "&state%20=00ff12", "&state=%300ff12%", "&state=+00ff12", "&state=00ff12%00", "&state[]=00ff12",
    "&xstate=00ff12", "&state", "&state==00ff12", ";state=00ff12", "&state=%2500ff12", "&state=00ff12%0A",
  };

  pieces->state = pick (random, states);
}

static void
forge_session (Pieces *pieces,
               GRand  *random)
{
  static const char *const sessions[] = {
    "&session_id=", "&session_id=x", "&sess_id=x", "&session_id=" SESSION_ID "&session_id=x",
    "&session_id=" SESSION_ID "&sess_id=x", "&session_id=36edkpzd8997xnprtx9z2mbas0k", "&sess_id=%zz",
  };

  pieces->session = pick (random, sessions);
}

static void
forge_error (Pieces *pieces,
             GRand  *random)
{
  static const char *const errors[] = {
    "&error=access_denied", "&error_type=CONSENT_TIMEOUT", "&error_id=err_1", "&error_description=no", "&error_uri=u",
    "&error=&error=x", "&error=%zz", "&%65rror=x", "&error=+",
  };

  pieces->error = pick (random, errors);
}

static const Forge forges[] = {
  forge_scheme, forge_authority, forge_path, forge_state, forge_session, forge_error,
};

static void
init_genuine (Pieces *pieces,
              GRand  *random)
{
  static const char *const schemes[] = { "https", "HTTPS", "hTtPs" };
  static const char *const authorities[] = {
    "consent-desk.invalid", "Consent-Desk.INVALID", "consent-desk.invalid:443",
  };
  static const char *const states[] = {
    "&state=" STATE, "&state=%30%30ff12", "&stat%65=" STATE, "&state=00ff12&state=00ff12",
  };
  static const char *const sessions[] = {
    "", "&session_id=" SESSION_ID, "&sess_id=" SESSION_ID, "&session_id=%336eDkpZD8997xnPrTX9Z2mBaS0k",
  };
  static const char *const errors[] = { "", "", "&error=", "&errors=x", "&terror_type=x" };

  pieces->scheme = pick (random, schemes);
  pieces->authority = pick (random, authorities);
  pieces->path = "/linked";
  pieces->state = pick (random, states);
  pieces->session = pick (random, sessions);
  pieces->error = pick (random, errors);
}

static char *
assemble (const Pieces *pieces,
          const char   *consent,
          GRand        *random)
{
  static const char *const extras[] = { "", "&x=1", "&", "&next=https%3A%2F%2Fa%3Fb", "&x=%zz", "&a=b?c=d" };
  static const char *const fragments[] = { "", "", "#", "#state=x&error=y", "#?consent_id=x" };
  const char *parts[] = { pieces->state, pieces->session, pieces->error, consent, pick (random, extras) };
  GString *uri = g_string_new (NULL);

  for (gsize i = G_N_ELEMENTS (parts) - 1; i > 0; i--)
    {
      gsize other = g_rand_int_range (random, 0, i + 1);
      const char *part = parts[i];

      parts[i] = parts[other];
      parts[other] = part;
    }

  g_string_append_printf (uri, "%s://%s%s?lang=en", pieces->scheme, pieces->authority, pieces->path);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_append (uri, parts[i]);
  g_string_append (uri, pick (random, fragments));
  return g_string_free (uri, FALSE);
}

static guint
forge_some (Pieces *pieces,
            GRand  *random)
{
  guint n_forged = g_rand_boolean (random) ? 0 : g_rand_int_range (random, 1, 4);

  for (guint i = 0; i < n_forged; i++)
    pick (random, forges) (pieces, random);

  return n_forged;
}

static void
test_navigations (void)
{
  g_autoptr(DeskLinkSession) session = NULL;
  g_autoptr(GRand) random = g_rand_new_with_seed (SEED);

  session = desk_link_session_new (SESSION_ID, STATE, "https://consent-desk.invalid/linked",
                                   "https://consent-desk.invalid/cancelled", AUTH);
  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr(DeskLinkVerdict) verdict = NULL;
      g_autofree char *uri = NULL;
      gboolean has_consent = g_rand_boolean (random);
      gboolean is_genuine;
      Pieces pieces;

      init_genuine (&pieces, random);
      is_genuine = forge_some (&pieces, random) == 0;
      uri = assemble (&pieces, has_consent ? "&consent_id=" CONSENT_ID : "", random);
      verdict = desk_link_navigation_judge (session, uri);

      if (is_genuine != (verdict->kind == DESK_LINK_VERDICT_COMPLETED))
        g_error ("%s is %s", uri, is_genuine ? "genuine" : "forged");
      if (is_genuine)
        g_assert_cmpstr (verdict->consent_id, ==, has_consent ? CONSENT_ID : NULL);
    }
}

/* A message in pieces; what is genuine stands first. */
static const char *const completed_members[] = {
  "\"isCompleted\":true", "\"isCompleted\":false,\"isCompleted\":true", "\"isCompleted\": true ",
  "\"isCompleted\":\"true\"", "\"isCompleted\":1", "\"isCompleted\":null", "\"iscompleted\":true", "\"x\":true",
  "\"isCompleted\":false", "\"isCompleted\":true,\"isCompleted\":false", "\"isCompleted\":[true]",
};
static const char *const consent_members[] = {
  "\"consentID\":\"" CONSENT_ID "\"", "\"consentID\":\"\",\"consentID\":\"" CONSENT_ID "\"",
  "\"consentID\":\"\\u0035d4f8a52-7d12-4a4a-9d6b-2f1f5b0f9a11\"",
  "\"consentID\":\"\"", "\"consentID\":null", "\"consentID\":7", "\"consentId\":\"" CONSENT_ID "\"",
  "\"consentID\":[\"" CONSENT_ID "\"]", "\"y\":0", "\"consentID\":\"" CONSENT_ID "\",\"consentID\":\"\"",
};
static const char *const url_members[] = {
  "\"z\":0", "\"redirectURL\":\"https://app/cb?session_id=1\"", "\"redirectURL\":null",
  "\"redirectURL\":\"https://app/cb?error=x\"", "\"redirectURL\":\"https://app/cb?error_type=CONSENT_TIMEOUT\"",
  "\"redirectURL\":\"https%3A%2F%2Fapp%3Ferror%3Dx\"", "\"redirectURL\":\"https://app/CONSENT_OTP_FAILURE\"",
  "\"redirectURL\":\"https:\\/\\/app?\\u0065rror=x\"", "\"redirectURL\":\"?a=AUTH%5FSESSION_INVALID\"",
};
static const char *const origins[] = {
  AUTH, AUTH, AUTH,
  AUTH ".evil.example", AUTH ":8443", "http://auth.fiskil.com", "null", "https://evil.example", AUTH "/", "",
};

#define N_GENUINE 3

/* Returns: one of the first three, or of the rest */
#define pick_from(random, array, genuine) \
  ((array)[(genuine) ? g_rand_int_range ((random), 0, N_GENUINE) \
                     : g_rand_int_range ((random), N_GENUINE, G_N_ELEMENTS (array))])

static void
test_messages (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < N_CASES; i++)
    {
      /* Each bit is a piece that is forged. */
      guint forged = g_rand_boolean (random) ? 0 : g_rand_int_range (random, 1, 32);
      g_autoptr(DeskLinkVerdict) verdict = NULL;
      g_autofree char *data = NULL;
      DeskJsonSlice slice;

      data = g_strdup_printf ("{%s,%s,%s}",
                              pick_from (random, completed_members, (forged & 1) == 0),
                              pick_from (random, consent_members, (forged & 2) == 0),
                              pick_from (random, url_members, (forged & 4) == 0));
      g_assert_true (desk_json_parse (data, strlen (data), &slice, NULL));
      verdict = desk_link_message_judge (AUTH,
                                         pick_from (random, origins, (forged & 8) == 0),
                                         (forged & 16) == 0 ? (DeskLinkMessageSource) g_rand_int_range (random, 0, 2)
                                                            : DESK_LINK_MESSAGE_SOURCE_OTHER,
                                         slice);

      if ((forged == 0) != (verdict->kind == DESK_LINK_VERDICT_COMPLETED))
        g_error ("%s with forged pieces %u", data, forged);
      if (forged == 0)
        g_assert_cmpstr (verdict->consent_id, ==, CONSENT_ID);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link-generator/navigations-complete-only-if-genuine", test_navigations);
  g_test_add_func ("/link-generator/messages-complete-only-if-genuine", test_messages);
  return g_test_run ();
}
