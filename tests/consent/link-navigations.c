/* link-navigations.c: makes up addresses, genuine and forged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "link-generator.h"

#define COMPLETED DESK_LINK_VERDICT_COMPLETED
#define FAILED DESK_LINK_VERDICT_FAILED
#define IGNORED DESK_LINK_VERDICT_IGNORED
#define ALLOW DESK_LINK_VERDICT_ALLOW
#define DENY DESK_LINK_VERDICT_DENY

#define N_PARTS 5

/* Each bit is a piece that is forged. */
enum
{
  FORGE_SCHEME = 1 << 0,
  FORGE_HOST = 1 << 1,
  FORGE_PATH = 1 << 2,
  FORGE_STATE = 1 << 3,
  FORGE_SESSION = 1 << 4,
  FORGE_ERROR = 1 << 5,
  FORGE_EXTRA = 1 << 6,
  FORGE_CANCEL = 1 << 7,
};

#define N_FORGES 8

/* SCHEME, HOST and PATH stand for those of the place. */
static const LinkPiece schemes[] = {
  { "SCHEME", COMPLETED },
  { "SCHEME", COMPLETED },
  { "ftp", DENY },
  { "httpss", DENY },
  { "wss", DENY },
  { "blob:SCHEME", DENY },
  { "view-source:SCHEME", DENY },
  { "javascript", DENY },
  { " SCHEME", DENY },
  { "", DENY },
  { "ht\xd1\x82ps", DENY },
};

static const LinkPiece hosts[] = {
  { "HOST", COMPLETED },
  { "HOST", COMPLETED },
  { "user@HOST", COMPLETED },
  { "user:word@HOST", COMPLETED },
  { "@HOST", COMPLETED },
  { "HOST@evil.example", ALLOW },
  { "HOST:x@evil.example", ALLOW },
  { "HOST%40evil.example", ALLOW },
  { "evil.example%40HOST", ALLOW },
  { "user%40name@HOST", ALLOW },
  { "a@b@HOST", ALLOW },
  { "HOST.evil.example", ALLOW },
  { "www.HOST", ALLOW },
  { ".HOST", ALLOW },
  { "HOST.", ALLOW },
  { "xHOST", ALLOW },
  { "HOSTx", ALLOW },
  { "HOST:1", ALLOW },
  { "HOST:8444", ALLOW },
  { "HOST:+443", ALLOW },
  { "HOST:-1", ALLOW },
  { "HOST:65979", ALLOW },
  { "HOST:99999999999", ALLOW },
  { "HOST:443:443", ALLOW },
  { "HOST:443x", ALLOW },
  { "HOST%3A443", ALLOW },
  { "HOST%00.evil.example", ALLOW },
  { "HOST%2F.evil.example", ALLOW },
  { "HOST%2E", ALLOW },
  { "HOST%20", ALLOW },
  { "HOST%", ALLOW },
  { "%HOST", ALLOW },
  { "HOST\t", ALLOW },
  { "HO\nST", ALLOW },
  { " HOST", ALLOW },
  { "HOST\xff", ALLOW },
  { "HOST\xe2\x80\x8b", ALLOW },
  { "HOST,evil.example", ALLOW },
  { "evil.example;HOST", ALLOW },
  { "[HOST]", ALLOW },
  { "[::1]", ALLOW },
  { "[HOST", ALLOW },
  { "evil.example\\@HOST", ALLOW },
  { "HOST\\@evil.example", ALLOW },
  { "evil.example/HOST", ALLOW },
  { "evil.example/SCHEME://HOST", ALLOW },
  { "evil.example?@HOST", ALLOW },
  { "evil.example#@HOST", ALLOW },
  { "evil.example?u=SCHEME://HOST", ALLOW },
  { "/HOST", ALLOW },
  { "evil.example", ALLOW },
  { "auth.fiskil.com", ALLOW },
  { "xn--evil-desk.invalid", ALLOW },
  { "", ALLOW },
};

static const LinkPiece paths[] = {
  { "PATH", COMPLETED },
  { "", ALLOW },
  { "/", ALLOW },
  { "PATH/", ALLOW },
  { "PATHx", ALLOW },
  { "/PATH", ALLOW },
  { "/xPATH", ALLOW },
  { "/x/..PATH", ALLOW },
  { "/x/%2e%2ePATH", ALLOW },
  { "/.PATH", ALLOW },
  { "PATH/.", ALLOW },
  { "PATH/..PATH", ALLOW },
  { "/%2FPATH", ALLOW },
  { "/%6Cinked", ALLOW },
  { "/%63b", ALLOW },
  { "/LINKED", ALLOW },
  { "/linke", ALLOW },
  { "PATH%20", ALLOW },
  { "PATH+", ALLOW },
  { "PATH;a", ALLOW },
  { "PATH%3F", ALLOW },
  { "PATH%23", ALLOW },
  { "PATH%00", ALLOW },
  { "PATH\\", ALLOW },
  { "PATH\t", ALLOW },
  { "PATH\xff", ALLOW },
  { "PATH\xc2\xad", ALLOW },
};

static const LinkPiece states[] = {
  { "&state=" LINK_STATE, COMPLETED },
  { "&state=" LINK_STATE, COMPLETED },
  { "&state=%30%30ff12", COMPLETED },
  { "&stat%65=" LINK_STATE, COMPLETED },
  { "&state=" LINK_STATE "&state=" LINK_STATE, COMPLETED },
  { "", IGNORED },
  { "&state", IGNORED },
  { "&state=", IGNORED },
  { "&state=00FF12", IGNORED },
  { "&state=00ff1", IGNORED },
  { "&state=00ff122", IGNORED },
  { "&state=00ff12&state=x", IGNORED },
  { "&state=x&state=00ff12", IGNORED },
  { "&state=00ff12&state", IGNORED },
  { "&state=00ff12&stat%65=x", IGNORED },
  { "&state=00ff12&state=%zz", IGNORED },
  { "&State=00ff12", IGNORED },
  { "&state%20=00ff12", IGNORED },
  { "&+state=00ff12", IGNORED },
  { "&state=%300ff12%", IGNORED },
  { "&state=+00ff12", IGNORED },
  { "&state=00ff12%00", IGNORED },
  { "&state=00ff12%00x", IGNORED },
  { "&state=00ff12%0A", IGNORED },
  { "&state=%2500ff12", IGNORED },
  { "&state=00ff12\xff", IGNORED },
  { "&state=%FF00ff12", IGNORED },
  { "&state=\xef\xbc\x90" "0ff12", IGNORED },
  { "&state=00ff12;", IGNORED },
  { "&state==00ff12", IGNORED },
  { "&state[]=00ff12", IGNORED },
  { "&xstate=00ff12", IGNORED },
  { "&x=&amp;state=00ff12", IGNORED },
  { ";state=00ff12", IGNORED },
  { "%26state=00ff12", IGNORED },
};

static const LinkPiece sessions[] = {
  { "", COMPLETED },
  { "&session_id=" LINK_SESSION_ID, COMPLETED },
  { "&sess_id=" LINK_SESSION_ID, COMPLETED },
  { "&session_id=%336eDkpZD8997xnPrTX9Z2mBaS0k", COMPLETED },
  { "&session_id=" LINK_SESSION_ID "&sess_id=" LINK_SESSION_ID, COMPLETED },
  { "&Session_id=x", COMPLETED },
  { "&session_id", IGNORED },
  { "&session_id=", IGNORED },
  { "&session_id=x", IGNORED },
  { "&sess_id=x", IGNORED },
  { "&sess_i%64=x", IGNORED },
  { "&sess_id=%zz", IGNORED },
  { "&sess_id=\xff", IGNORED },
  { "&session_id=" LINK_SESSION_ID "&session_id=x", IGNORED },
  { "&session_id=x&session_id=" LINK_SESSION_ID, IGNORED },
  { "&session_id=" LINK_SESSION_ID "&sess_id=x", IGNORED },
  { "&session_id=36edkpzd8997xnprtx9z2mbas0k", IGNORED },
  { "&session_id=" LINK_SESSION_ID "+", IGNORED },
  { "&session_id=" LINK_SESSION_ID "%00", IGNORED },
};

static const LinkPiece errors[] = {
  { "", COMPLETED },
  { "", COMPLETED },
  { "&error=", COMPLETED },
  { "&error&error_type", COMPLETED },
  { "&errors=x", COMPLETED },
  { "&terror_type=x", COMPLETED },
  { "&ERROR=x", COMPLETED },
  { "&error[]=x", COMPLETED },
  { "&error=access_denied", FAILED },
  { "&error_type=CONSENT_TIMEOUT", FAILED },
  { "&error_id=err_1", FAILED },
  { "&error_description=no", FAILED },
  { "&error_uri=u", FAILED },
  { "&error=&error=x", FAILED },
  { "&error=%zz", FAILED },
  { "&error=\xff", FAILED },
  { "&error=%00", FAILED },
  { "&%65rror=x", FAILED },
  { "&error=+", FAILED },
};

static const LinkPiece extras[] = {
  { "", COMPLETED },
  { "&x=1", COMPLETED },
  { "&", COMPLETED },
  { "&=", COMPLETED },
  { "&=x&%zz=y", COMPLETED },
  { "&next=https%3A%2F%2Fa%3Fstate%3Dx%26error%3Dy", COMPLETED },
  { "&x=%zz", COMPLETED },
  { "&x=\xff\xfe", COMPLETED },
  { "&x=\xd0\xb0\\/", COMPLETED },
  { "&a=b?c=d", COMPLETED },
  { "&x=1\n", ALLOW },
  { "&x\t=1", ALLOW },
  { "&x=\x7f", ALLOW },
};

static const LinkPiece consents[] = {
  { "", COMPLETED },
  { "&consent_id=" LINK_CONSENT_ID, COMPLETED },
  { "&consent_id=%35d4f8a52-7d12-4a4a-9d6b-2f1f5b0f9a11", COMPLETED },
  { "&consent_id=" LINK_CONSENT_ID "&consent_id=" LINK_CONSENT_ID, COMPLETED },
};

/* They complete, but name no consent that can be believed. */
static const LinkPiece doubtful_consents[] = {
  { "&consent_id=" LINK_CONSENT_ID "&consent_id=x", COMPLETED },
  { "&consent_id=", COMPLETED },
  { "&consent_id=%zz", COMPLETED },
  { "&consent_id=\xff", COMPLETED },
  { "&Consent_id=" LINK_CONSENT_ID, COMPLETED },
};

static const LinkPiece fragments[] = {
  { "", COMPLETED },
  { "", COMPLETED },
  { "#", COMPLETED },
  { "#state=x&error=y", COMPLETED },
  { "#?consent_id=x&session_id=x", COMPLETED },
  { "#\xff", COMPLETED },
  { "##&state=x", COMPLETED },
};

static const char *
choose_host (LinkCase *self,
             GRand    *random,
             guint     forged)
{
  const char *const *others = self->place->others;

  if ((forged & FORGE_HOST) == 0 || g_rand_boolean (random))
    return self->place->hosts[g_rand_int_range (random, 0, LINK_MAX_HOSTS)];

  return others[g_rand_int_range (random, 0, g_strv_length ((char **) others))];
}

static void
append_address (LinkCase *self,
                GRand    *random,
                guint     forged)
{
  const char *host = choose_host (self, random, forged);
  gboolean is_other = (forged & FORGE_HOST) != 0 && g_strv_contains (self->place->others, host);

  if (is_other)
    link_case_expect (self, ALLOW);

  g_string_append (self->text, link_case_take_of (self, random, schemes, forged & FORGE_SCHEME));
  g_string_append (self->text, "://");
  g_string_append (self->text, link_case_take_of (self, random, hosts, is_other ? 0 : forged & FORGE_HOST));
  g_string_append (self->text, link_case_take_of (self, random, paths, forged & FORGE_PATH));
  g_string_replace (self->text, "SCHEME", self->place->scheme, 0);
  g_string_replace (self->text, "HOST", host, 0);
  g_string_replace (self->text, "PATH", self->place->path, 0);
  if (g_rand_boolean (random))
    self->text->str[0] = g_ascii_toupper (self->text->str[0]);
}

static void
append_cancel_address (LinkCase *self,
                       GRand    *random)
{
  const char *uri = self->place->cancel_uri;

  link_case_expect (self, FAILED);
  g_string_append (self->text, uri != NULL ? uri : LINK_AUTH_ORIGIN "/cancel");
}

static void
shuffle (const char **parts,
         GRand       *random)
{
  for (gsize i = N_PARTS - 1; i > 0; i--)
    {
      gsize other = g_rand_int_range (random, 0, i + 1);
      const char *part = parts[i];

      parts[i] = parts[other];
      parts[other] = part;
    }
}

static const char *
choose_consent (LinkCase *self,
                GRand    *random)
{
  const char *consent;

  if (g_rand_int_range (random, 0, 8) == 0)
    return link_case_take_of (self, random, doubtful_consents, FALSE);

  consent = link_case_take_of (self, random, consents, FALSE);
  self->consent_id = *consent != '\0' ? g_strdup (LINK_CONSENT_ID) : NULL;
  return consent;
}

static void
append_query (LinkCase *self,
              GRand    *random,
              guint     forged)
{
  static const char *const starts[] = { "?lang=en", "?", "?&", "??" };
  const char *parts[N_PARTS] = {
    link_case_take_of (self, random, states, forged & FORGE_STATE),
    link_case_take_of (self, random, sessions, forged & FORGE_SESSION),
    link_case_take_of (self, random, errors, forged & FORGE_ERROR),
    link_case_take_of (self, random, extras, forged & FORGE_EXTRA),
    choose_consent (self, random),
  };

  shuffle (parts, random);
  g_string_append (self->text, starts[g_rand_int_range (random, 0, G_N_ELEMENTS (starts))]);
  for (gsize i = 0; i < N_PARTS; i++)
    g_string_append (self->text, parts[i]);
}

/* Puts a megabyte somewhere behind all else that counts. */
static void
append_megabyte (LinkCase *self,
                 GRand    *random)
{
  static const LinkPiece names[] = {
    { "&long=", COMPLETED },
    { "&", COMPLETED },
    { "&error=", FAILED },
    { "&state=", IGNORED },
    { "&sess_id=", IGNORED },
  };
  g_autofree char *filling = g_strnfill (LINK_MEGABYTE, g_rand_boolean (random) ? 'a' : '%');

  g_string_append (self->text, link_case_take_of (self, random, names, g_rand_boolean (random)));
  g_string_append (self->text, filling);
}

LinkCase *
link_navigation_new (GRand *random)
{
  LinkCase *self = link_case_new ();
  guint forged = link_choose_forged (random, N_FORGES);

  self->place = link_place_get (g_rand_int_range (random, 0, LINK_N_PLACES));
  if ((forged & FORGE_CANCEL) != 0)
    {
      append_cancel_address (self, random);

      /* The auth pages' own cancel address was never given a state. */
      if (self->place->cancel_uri == NULL)
        forged &= ~FORGE_STATE;
    }
  else
    append_address (self, random, forged);

  append_query (self, random, forged);
  if (g_rand_int_range (random, 0, LINK_MEGABYTE_RARITY) == 0)
    append_megabyte (self, random);

  g_string_append (self->text, link_case_take_of (self, random, fragments, FALSE));
  return self;
}
