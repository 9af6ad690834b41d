/* desk-api-error.c: what can go wrong between us and the service
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-api-error-private.h"

typedef struct
{
  guint  status;   /* 0 where no answer came */
  char  *name;     /* (owned) (nullable) */
  char  *message;  /* (owned) (nullable) */
  char  *error_id; /* (owned) (nullable) */
} DeskApiErrorPrivate;

static void
desk_api_error_private_init (DeskApiErrorPrivate *priv)
{
}

static void
desk_api_error_private_copy (const DeskApiErrorPrivate *source,
                             DeskApiErrorPrivate       *target)
{
  target->status = source->status;
  target->name = g_strdup (source->name);
  target->message = g_strdup (source->message);
  target->error_id = g_strdup (source->error_id);
}

static void
desk_api_error_private_clear (DeskApiErrorPrivate *priv)
{
  g_clear_pointer (&priv->name, g_free);
  g_clear_pointer (&priv->message, g_free);
  g_clear_pointer (&priv->error_id, g_free);
}

G_DEFINE_EXTENDED_ERROR (DeskApiError, desk_api_error)

static const DeskApiErrorPrivate *
peek_private (const GError *error)
{
  if (error == NULL || error->domain != DESK_API_ERROR)
    return NULL;

  return desk_api_error_get_private (error);
}

GError *
desk_api_error_new_with_details (DeskApiError  code,
                                 const char   *text,
                                 guint         status,
                                 const char   *name,
                                 const char   *message,
                                 const char   *error_id)
{
  GError *error = g_error_new_literal (DESK_API_ERROR, code, text);
  DeskApiErrorPrivate *priv = desk_api_error_get_private (error);

  priv->status = status;
  priv->name = g_strdup (name);
  priv->message = g_strdup (message);
  priv->error_id = g_strdup (error_id);

  return error;
}

guint
desk_api_error_get_status (const GError *error)
{
  const DeskApiErrorPrivate *priv = peek_private (error);

  return priv != NULL ? priv->status : 0;
}

const char *
desk_api_error_get_name (const GError *error)
{
  const DeskApiErrorPrivate *priv = peek_private (error);

  return priv != NULL ? priv->name : NULL;
}

const char *
desk_api_error_get_message (const GError *error)
{
  const DeskApiErrorPrivate *priv = peek_private (error);

  return priv != NULL ? priv->message : NULL;
}

const char *
desk_api_error_get_error_id (const GError *error)
{
  const DeskApiErrorPrivate *priv = peek_private (error);

  return priv != NULL ? priv->error_id : NULL;
}
