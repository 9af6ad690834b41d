/* link-place.c: the attempts that made-up results are judged by
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "link-place.h"

static const char *const like_ours[] = {
  "consent-desk.invali", "consent-desk.invalidd", "consent_desk.invalid", "consentdesk.invalid",
  "consent-desk.invalid:80", "c\xd0\xbensent-desk.invalid", "xn--cnsent-desk-0nh.invalid",
  "consent\xe2\x80\x90" "desk.invalid", "\xef\xbd\x83onsent-desk.invalid", "consent-desk\xe3\x80\x82invalid",
  "consent\xc2\xad-desk.invalid", "consent%2Ddesk.invalid", "%63onsent-desk.invalid", "consent-desk%2einvalid",
  "consent-desk.\xc4\xb1nvalid", "consent--desk.invalid", "consent-desk.invalid:444",
  NULL,
};

static const char *const like_letters[] = {
  "bank.example", "b\xc3\xa1nk.example", "ba\xcc\x88nk.example", "B\xc3\x84NK.example", "b%C3%A4nk.example",
  "xn--bnk-rla.example", "xn--bank-qla.example", "xn--bnk-qla.example.evil.example", "b\xe4nk.example",
  "b%E4nk.example", "baenk.example", "b\xc3\xa4nk.exampl\xd0\xb5", "xn--xn--bnk-qla.example",
  NULL,
};

static const char *const like_loopback[] = {
  "localhost:8017", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:8018", "127.1:8017", "0x7f.1:8017", "2130706433:8017",
  "0177.0.0.1:8017", "[::1]:8017", "[::ffff:127.0.0.1]:8017", "127.0.0.2:8017", "127.000.000.001:8017",
  "\xef\xbc\x91" "27.0.0.1:8017", "127.0.0.1.:8017", "127.0.0.1:80170", "0.0.0.0:8017", "127.0.0.1:73553",
  NULL,
};

static const char *const like_port[] = {
  "app.example", "app.example:443", "app.example:80", "app.example:844", "app.example:84430", "app.example:73979",
  "auth.fiskil.com", "app.example.:8443", "app%2Eexample:8443", "app.example:8443@evil.example",
  NULL,
};

static const LinkPlace places[LINK_N_PLACES] = {
  {
    .redirect_uri = "https://consent-desk.invalid/linked",
    .cancel_uri = "https://consent-desk.invalid/cancelled",
    .scheme = "https",
    .path = "/linked",
    .hosts = { "consent-desk.invalid", "Consent-Desk.INVALID", "consent-desk.invalid:443", "consent-desk.invalid:" },
    .others = like_ours,
  },
  {
    .redirect_uri = "https://b\xc3\xa4nk.example/linked",
    .cancel_uri = "https://b\xc3\xa4nk.example/cancelled",
    .scheme = "https",
    .path = "/linked",
    .hosts = { "xn--bnk-qla.example", "XN--bnk-qla.EXAMPLE", "xn--bnk-qla.example:443", "xn--bnk-qla.example" },
    .others = like_letters,
  },
  {
    .redirect_uri = "http://127.0.0.1:8017/linked",
    .cancel_uri = "http://127.0.0.1:8017/cancelled",
    .scheme = "http",
    .path = "/linked",
    .hosts = { "127.0.0.1:8017", "127.0.0.1:8017", "127.0.0.1:08017", "127.0.0.1:8017" },
    .others = like_loopback,
  },
  {
    .redirect_uri = "https://app.example:8443/cb?app=1",
    .scheme = "https",
    .path = "/cb",
    .hosts = { "app.example:8443", "APP.example:8443", "app.example:08443", "app.EXAMPLE:8443" },
    .others = like_port,
  },
};

const LinkPlace *
link_place_get (guint position)
{
  g_assert (position < LINK_N_PLACES);

  return &places[position];
}

DeskLinkSession *
link_place_new_session (const LinkPlace *self)
{
  return desk_link_session_new (LINK_SESSION_ID, LINK_STATE, self->redirect_uri, self->cancel_uri, LINK_AUTH_ORIGIN);
}
