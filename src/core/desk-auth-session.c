/* desk-auth-session.c: one use of the consent page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-auth-session.h"

#include "desk-json-read.h"

struct _DeskAuthSession
{
  GObject  parent_instance;

  char    *session_id; /* (owned) */
  char    *auth_url;   /* (owned) */
  gint64   expires_at; /* microseconds since the epoch, 0 if unknown */
};

G_DEFINE_FINAL_TYPE (DeskAuthSession, desk_auth_session, G_TYPE_OBJECT)

static void
desk_auth_session_finalize (GObject *object)
{
  DeskAuthSession *self = DESK_AUTH_SESSION (object);

  g_free (self->session_id);
  g_free (self->auth_url);

  G_OBJECT_CLASS (desk_auth_session_parent_class)->finalize (object);
}

static void
desk_auth_session_class_init (DeskAuthSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = desk_auth_session_finalize;
}

static void
desk_auth_session_init (DeskAuthSession *self)
{
}

DeskAuthSession *
desk_auth_session_new_from_json (DeskJsonSlice   slice,
                                 GError        **error)
{
  g_autofree char *session_id = NULL;
  g_autofree char *auth_url = NULL;
  DeskAuthSession *self;

  session_id = desk_json_read_id (slice, (const char *const[]) { "session_id", NULL }, error);
  if (session_id == NULL)
    return NULL;

  auth_url = desk_json_read_id (slice, (const char *const[]) { "auth_url", NULL }, error);
  if (auth_url == NULL)
    return NULL;

  self = g_object_new (DESK_TYPE_AUTH_SESSION, NULL);
  self->session_id = g_steal_pointer (&session_id);
  self->auth_url = g_steal_pointer (&auth_url);
  self->expires_at = desk_json_read_instant (slice, "expires_at");

  return self;
}

const char *
desk_auth_session_get_session_id (DeskAuthSession *self)
{
  g_return_val_if_fail (DESK_IS_AUTH_SESSION (self), NULL);

  return self->session_id;
}

const char *
desk_auth_session_get_auth_url (DeskAuthSession *self)
{
  g_return_val_if_fail (DESK_IS_AUTH_SESSION (self), NULL);

  return self->auth_url;
}

gint64
desk_auth_session_get_expires_at (DeskAuthSession *self)
{
  g_return_val_if_fail (DESK_IS_AUTH_SESSION (self), 0);

  return self->expires_at;
}
