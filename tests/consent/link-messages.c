/* link-messages.c: makes up messages, genuine and forged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "link-generator.h"

#include <string.h>

#define COMPLETED DESK_LINK_VERDICT_COMPLETED
#define FAILED DESK_LINK_VERDICT_FAILED
#define IGNORED DESK_LINK_VERDICT_IGNORED

#define N_MEMBERS 5

/* Each bit is a piece that is forged. */
enum
{
  FORGE_ORIGIN = 1 << 0,
  FORGE_SOURCE = 1 << 1,
  FORGE_WRAP = 1 << 2,
  FORGE_COMPLETED = 1 << 3,
  FORGE_CONSENT = 1 << 4,
  FORGE_URL = 1 << 5,
  FORGE_ERROR = 1 << 6,
};

#define N_FORGES 7

static const LinkPiece origins[] = {
  { LINK_AUTH_ORIGIN, COMPLETED },
  { NULL, IGNORED },
  { "", IGNORED },
  { "null", IGNORED },
  { "*", IGNORED },
  { "https://", IGNORED },
  { "https://fiskil.com", IGNORED },
  { "https://evil.example", IGNORED },
  { LINK_AUTH_ORIGIN ".evil.example", IGNORED },
  { LINK_AUTH_ORIGIN "@evil.example", IGNORED },
  { LINK_AUTH_ORIGIN ":8443", IGNORED },
  { LINK_AUTH_ORIGIN ":443", IGNORED },
  { LINK_AUTH_ORIGIN ".", IGNORED },
  { LINK_AUTH_ORIGIN "/", IGNORED },
  { LINK_AUTH_ORIGIN "/?sess_id=1", IGNORED },
  { LINK_AUTH_ORIGIN "\n", IGNORED },
  { LINK_AUTH_ORIGIN "\xff", IGNORED },
  { LINK_AUTH_ORIGIN "%00", IGNORED },
  { " " LINK_AUTH_ORIGIN, IGNORED },
  { "http://auth.fiskil.com", IGNORED },
  { "HTTPS://auth.fiskil.com", IGNORED },
  { "https://AUTH.fiskil.com", IGNORED },
  { "https://auth.fiskil.co", IGNORED },
  { "https://xauth.fiskil.com", IGNORED },
  { "https://user@auth.fiskil.com", IGNORED },
  { "https://auth%2Efiskil.com", IGNORED },
  { "https://auth.f\xd1\x96skil.com", IGNORED },
  { "https://auth.xn--fskil-n3c.com", IGNORED },
  { "https://auth\xe3\x80\x82" "fiskil.com", IGNORED },
  { "https://consent-desk.invalid", IGNORED },
  { "blob:" LINK_AUTH_ORIGIN, IGNORED },
};

/* BODY stands for the object of members. */
static const LinkPiece wraps[] = {
  { "BODY", COMPLETED },
  { "BODY", COMPLETED },
  { " \t\r\nBODY\r\n\t ", COMPLETED },
  { "", IGNORED },
  { "null", IGNORED },
  { "true", IGNORED },
  { "12", IGNORED },
  { "\"isCompleted\"", IGNORED },
  { "[BODY]", IGNORED },
  { "[\"isCompleted\",true,BODY]", IGNORED },
  { "{\"data\":BODY}", IGNORED },
  { "{\"isCompleted\":BODY,\"consentID\":\"" LINK_CONSENT_ID "\"}", IGNORED },
  { "\"BODY\"", IGNORED },
  { "BODYBODY", IGNORED },
  { "BODY,", IGNORED },
  { "BODY\n0", IGNORED },
  { "BODY}", IGNORED },
  { "{BODY", IGNORED },
  { "(BODY)", IGNORED },
  { "BODY;", IGNORED },
  { "x=BODY", IGNORED },
  { "//\nBODY", IGNORED },
  { "/**/BODY", IGNORED },
  { "\xef\xbb\xbf" "BODY", IGNORED },
  { "\xa0" "BODY", IGNORED },
  { "BODY\xff", IGNORED },
  { "\v" "BODY", IGNORED },
};

/* What the whole means is decided by judge_true() and so on; COMPLETED stands for true. */
static const LinkPiece completed_members[] = {
  { "\"isCompleted\":true", COMPLETED },
  { "\"isCompleted\" :\n true ", COMPLETED },
  { "\"isCompleted\":false,\"isCompleted\":true", COMPLETED },
  { "\"is\\u0043ompleted\":true", COMPLETED },
  { "\"\\u0069\\u0073Completed\":true,\"iscompleted\":false", COMPLETED },
  { "\"isCompleted\":false", FAILED },
  { "\"isCompleted\":true,\"isCompleted\":false", FAILED },
  { "\"isCompleted\":true,\"isComplete\\u0064\":false", FAILED },
  { "\"isCompleted\":\"true\"", IGNORED },
  { "\"isCompleted\":\"\"", IGNORED },
  { "\"isCompleted\":1", IGNORED },
  { "\"isCompleted\":1e999", IGNORED },
  { "\"isCompleted\":null", IGNORED },
  { "\"isCompleted\":[true]", IGNORED },
  { "\"isCompleted\":{\"isCompleted\":true}", IGNORED },
  { "\"isCompleted\":true,\"isCompleted\":0", IGNORED },
  { "\"iscompleted\":true", IGNORED },
  { "\"isCompleted \":true", IGNORED },
  { "\"isCompleted\\u0000\":true", IGNORED },
  { "\"is_completed\":true", IGNORED },
  { "\"data\":{\"isCompleted\":true}", IGNORED },
  { "\"x\":\"\\\"isCompleted\\\":true\"", IGNORED },
};

static const LinkPiece consent_members[] = {
  { "\"consentID\":\"" LINK_CONSENT_ID "\"", COMPLETED },
  { "\"consentID\" : \"" LINK_CONSENT_ID "\"", COMPLETED },
  { "\"consentID\":\"\",\"consentID\":\"" LINK_CONSENT_ID "\"", COMPLETED },
  { "\"consentID\":\"\\u0035d4f8a52-7d12-4a4a-9d6b-2f1f5b0f9a11\"", COMPLETED },
  { "\"consen\\u0074ID\":\"" LINK_CONSENT_ID "\",\"consentId\":\"x\"", COMPLETED },
  { "\"consentID\":\"\"", FAILED },
  { "\"consentID\":null", FAILED },
  { "\"consentID\":true", FAILED },
  { "\"consentID\":7", FAILED },
  { "\"consentId\":\"" LINK_CONSENT_ID "\"", FAILED },
  { "\"consent_id\":\"" LINK_CONSENT_ID "\"", FAILED },
  { "\"consentID\":[\"" LINK_CONSENT_ID "\"]", FAILED },
  { "\"consentID\":{\"id\":\"" LINK_CONSENT_ID "\"}", FAILED },
  { "\"consentID\":\"" LINK_CONSENT_ID "\",\"consentID\":\"\"", FAILED },
  { "\"data\":{\"consentID\":\"" LINK_CONSENT_ID "\"}", FAILED },
  { "\"y\":0", FAILED },
};

/* FAILED is an error to a success alone, IGNORED is a known name, which the SDK looks for in any case. */
static const LinkPiece url_members[] = {
  { "\"z\":0", COMPLETED },
  { "\"redirectURL\":null", COMPLETED },
  { "\"redirectURL\":\"\"", COMPLETED },
  { "\"redirectURL\":7,\"redirectUrl\":\"?error=x\"", COMPLETED },
  { "\"redirectURL\":[\"?error=x\"]", COMPLETED },
  { "\"redirectURL\":\"https://app/cb?session_id=1\"", COMPLETED },
  { "\"redirectURL\":\"https://app/cb?error=&x=%zz\"", COMPLETED },
  { "\"redirectURL\":\"https://app/cb#?error=x\"", COMPLETED },
  { "\"redirectURL\":\"?error=x\",\"redirectURL\":\"https://app/cb\"", COMPLETED },
  { "\"redirectURL\":\"https://app/cb?error=x\"", FAILED },
  { "\"redirectURL\":\"https://app/cb?error_type=NEW_KIND\"", FAILED },
  { "\"redirectURL\":\"https://app/cb?error_id=%zz\"", FAILED },
  { "\"redirectURL\":\"https:\\/\\/app?\\u0065rror=x\"", FAILED },
  { "\"redirectURL\":\"https%3A%2F%2Fapp%3Ferror%3Dx\"", FAILED },
  { "\"redirectURL\":\"https://app/cb?a=CONSENT%5FTIMEOUT\"", FAILED },
  { "\"redirectURL\":\"https://app/cb?a=CONSENT%5FTIMEOUT&b=%zz\"", FAILED },
  { "\"redirectURL\":\"https%3A%2F%2Fapp%3Ferror%3Dx%26b%3D%\"", FAILED },
  { "\"redirectURL\":\"https://app/cb?error_type=CONSENT_TIMEOUT\"", IGNORED },
  { "\"redirectURL\":\"https://app/CONSENT_OTP_FAILURE\"", IGNORED },
  { "\"redirectURL\":\"https://app/e#LINK_INVALID_SESSION\"", IGNORED },
  { "\"redirectURL\":\"?a=AUTH%5FSESSION_INVALID\"", IGNORED },
  { "\"redirectURL\":\"https%3A%2F%2CONSENT_TIMEOUT\"", IGNORED },
  { "\"redirectURL\":\"https%3A%2F%2Fapp%3Ferror_type%3DCONSENT_TIMEOUT\"", IGNORED },
};

/* FAILED is a text in `error`, IGNORED is any other trace of an error. */
static const LinkPiece error_members[] = {
  { "\"e\":0", COMPLETED },
  { "\"e\":0", COMPLETED },
  { "\"error\":null", COMPLETED },
  { "\"Error\":\"x\"", COMPLETED },
  { "\"error\":\"x\",\"error\":null", COMPLETED },
  { "\"error\":\"x\"", FAILED },
  { "\"\\u0065rror\":\"x\"", FAILED },
  { "\"error\":\"auth_session_invalid\",\"errorType\":\"AUTH_SESSION_INVALID\",\"errorID\":\"err_1\"", FAILED },
  { "\"error\":{\"message\":\"x\"}", IGNORED },
  { "\"error\":5", IGNORED },
  { "\"errorID\":\"err_1\"", IGNORED },
  { "\"errorType\":\"CONSENT_TIMEOUT\"", IGNORED },
  { "\"errorDescription\":\"\"", IGNORED },
  { "\"errorURI\":\"u\"", IGNORED },
};

static const char *const extras[] = {
  "\"w\":0", "\"\":{}", "\"data\":{\"isCompleted\":false,\"error\":\"x\",\"consentID\":\"other\"}",
  "\"w\":[\"isCompleted\",false,{\"consentID\":\"\"}]", "\"w\":\"\\\",\\\"isCompleted\\\":false\"",
  "\"w\":\"\\ud83d\\ude00\\ud800\\u0000\\/\\b\"", "\"caf\xc3\xa9\":\"\xf0\x9f\x98\x80\"", "\"w\":-0.5E+10",
};

/* Returns: a text of @pieces; what it stands for goes to @kind and does not touch what is expected */
#define take_aside(random, pieces, is_forged, kind) \
  take_piece_aside ((random), (pieces), G_N_ELEMENTS (pieces), (is_forged) != 0, (kind))

static const char *
take_piece_aside (GRand               *random,
                  const LinkPiece     *pieces,
                  gsize                n_pieces,
                  gboolean             is_forged,
                  DeskLinkVerdictKind *kind)
{
  g_autoptr(LinkCase) aside = link_case_new ();
  const char *text = link_case_take (aside, random, pieces, n_pieces, is_forged);

  *kind = aside->expected;
  return text;
}

/* The rules of the SDK (fiskil-api.md 3.6) and where we are stricter, said of the pieces. */
static DeskLinkVerdictKind
decide (DeskLinkVerdictKind completed,
        DeskLinkVerdictKind consent,
        DeskLinkVerdictKind url,
        DeskLinkVerdictKind error)
{
  if (completed == COMPLETED)
    return consent == COMPLETED && url == COMPLETED ? COMPLETED : FAILED;
  if (completed == FAILED)
    return error != COMPLETED || url == IGNORED ? FAILED : IGNORED;

  return error == FAILED ? FAILED : IGNORED;
}

static void
append_nesting (GString *text,
                guint    depth)
{
  g_string_append (text, "\"deep\":");
  for (guint i = 0; i < depth; i++)
    g_string_append (text, "[");
  for (guint i = 0; i < depth; i++)
    g_string_append (text, "]");
}

static void
append_extra (LinkCase *self,
              GString  *body,
              GRand    *random)
{
  switch (g_rand_int_range (random, 0, 64))
    {
    case 0:
      append_nesting (body, DESK_JSON_MAX_DEPTH - 3);
      break;
    case 1:
      append_nesting (body, g_rand_int_range (random, DESK_JSON_MAX_DEPTH, 500));
      link_case_expect (self, IGNORED);
      break;
    case 2:
      g_string_append (body, "\"w\":\"\xc3\x28\"");
      link_case_expect (self, IGNORED);
      break;
    case 3:
      g_string_append_len (body, "\"w\":\"\0\"", 7);
      link_case_expect (self, IGNORED);
      break;
    case 4:
      g_string_append (body, "\"w\":\"\n\"");
      link_case_expect (self, IGNORED);
      break;
    default:
      g_string_append (body, extras[g_rand_int_range (random, 0, G_N_ELEMENTS (extras))]);
      break;
    }
}

static void
append_megabyte (GString *body,
                 GRand   *random)
{
  static const char *const fillings[] = { "a", "%", "\\u0041", "\xc3\xa9" };
  const char *filling = fillings[g_rand_int_range (random, 0, G_N_ELEMENTS (fillings))];

  g_string_append (body, "\"long\":\"");
  while (body->len < LINK_MEGABYTE)
    g_string_append (body, filling);
  g_string_append (body, "\",");
}

static GString *
make_body (LinkCase *self,
           GRand    *random,
           guint     forged)
{
  GString *body = g_string_new ("{");
  DeskLinkVerdictKind completed, consent, url, error;
  const char *members[N_MEMBERS - 1] = {
    take_aside (random, completed_members, forged & FORGE_COMPLETED, &completed),
    take_aside (random, consent_members, forged & FORGE_CONSENT, &consent),
    take_aside (random, url_members, forged & FORGE_URL, &url),
    take_aside (random, error_members, forged & FORGE_ERROR, &error),
  };
  guint first = g_rand_int_range (random, 0, G_N_ELEMENTS (members));

  link_case_expect (self, decide (completed, consent, url, error));
  if (g_rand_int_range (random, 0, LINK_MEGABYTE_RARITY) == 0)
    append_megabyte (body, random);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_string_append (body, members[(first + i) % G_N_ELEMENTS (members)]);
      g_string_append_c (body, ',');
    }
  append_extra (self, body, random);
  return g_string_append_c (body, '}');
}

/* A body may hold a NUL, so that no function for text will do. */
static void
wrap (GString       *text,
      const char    *form,
      const GString *body)
{
  const char *place;

  while ((place = strstr (form, "BODY")) != NULL)
    {
      g_string_append_len (text, form, place - form);
      g_string_append_len (text, body->str, body->len);
      form = place + strlen ("BODY");
    }
  g_string_append (text, form);
}

static void
choose_source (LinkCase *self,
               GRand    *random,
               guint     forged)
{
  if ((forged & FORGE_SOURCE) == 0)
    {
      self->source = g_rand_boolean (random) ? DESK_LINK_MESSAGE_SOURCE_FRAME : DESK_LINK_MESSAGE_SOURCE_SELF;
      return;
    }

  self->source = DESK_LINK_MESSAGE_SOURCE_OTHER;
  link_case_expect (self, IGNORED);
}

LinkCase *
link_message_new (GRand *random)
{
  LinkCase *self = link_case_new ();
  guint forged = link_choose_forged (random, N_FORGES);
  GString *body;

  self->is_message = TRUE;
  self->place = link_place_get (0);
  self->consent_id = g_strdup (LINK_CONSENT_ID);
  self->origin = link_case_take_of (self, random, origins, forged & FORGE_ORIGIN);
  choose_source (self, random, forged);

  body = make_body (self, random, forged);
  wrap (self->text, link_case_take_of (self, random, wraps, forged & FORGE_WRAP), body);
  g_string_free (body, TRUE);
  return self;
}
