/* matrix-sent.c: what a page told of an error, as it came in, and where its explanation was opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "matrix-sent.h"

#include <gtk/gtk.h>

#include "desk-link-message.h"
#include "desk-link-navigation.h"

DeskLinkVerdict *__real_desk_link_navigation_judge (const DeskLinkSession *session,
                                                    const char            *uri);
DeskLinkVerdict *__wrap_desk_link_navigation_judge (const DeskLinkSession *session,
                                                    const char            *uri);
DeskLinkVerdict *__real_desk_link_message_judge    (const char            *expected_origin,
                                                    const char            *origin,
                                                    DeskLinkMessageSource  source,
                                                    DeskJsonSlice          data);
DeskLinkVerdict *__wrap_desk_link_message_judge    (const char            *expected_origin,
                                                    const char            *origin,
                                                    DeskLinkMessageSource  source,
                                                    DeskJsonSlice          data);
void             __wrap_gtk_show_uri               (GtkWindow             *parent,
                                                    const char            *uri,
                                                    guint32                timestamp);

static MatrixSent sent;
static char *opened; /* (owned) (nullable) */

static void
forget_error (void)
{
  g_clear_pointer (&sent.error_id, g_free);
  g_clear_pointer (&sent.error_uri, g_free);
  g_clear_pointer (&sent.description, g_free);
}

static void
read_address (const char *uri)
{
  g_autoptr(GUri) parsed = g_uri_parse (uri, G_URI_FLAGS_ENCODED, NULL);
  g_autoptr(GHashTable) parameters = NULL;

  parameters = g_uri_parse_params (g_uri_get_query (parsed), -1, "&", G_URI_PARAMS_WWW_FORM, NULL);
  g_assert_nonnull (parameters);
  forget_error ();
  sent.error_id = g_strdup (g_hash_table_lookup (parameters, "error_id"));
  sent.error_uri = g_strdup (g_hash_table_lookup (parameters, "error_uri"));
  sent.description = g_strdup (g_hash_table_lookup (parameters, "error_description"));
}

static void
read_message (DeskJsonSlice data)
{
  forget_error ();
  sent.error_id = desk_json_slice_dup_string (desk_json_slice_get_member (data, "errorID"));
  sent.error_uri = desk_json_slice_dup_string (desk_json_slice_get_member (data, "errorURI"));
  sent.description = desk_json_slice_dup_string (desk_json_slice_get_member (data, "errorDescription"));
}

DeskLinkVerdict *
__wrap_desk_link_navigation_judge (const DeskLinkSession *session,
                                   const char            *uri)
{
  DeskLinkVerdict *verdict = __real_desk_link_navigation_judge (session, uri);

  if (verdict->kind == DESK_LINK_VERDICT_FAILED)
    read_address (uri);
  sent.is_completed |= verdict->kind == DESK_LINK_VERDICT_COMPLETED;

  return verdict;
}

DeskLinkVerdict *
__wrap_desk_link_message_judge (const char            *expected_origin,
                                const char            *origin,
                                DeskLinkMessageSource  source,
                                DeskJsonSlice          data)
{
  DeskLinkVerdict *verdict = __real_desk_link_message_judge (expected_origin, origin, source, data);

  if (verdict->kind == DESK_LINK_VERDICT_FAILED)
    read_message (data);
  sent.is_completed |= verdict->kind == DESK_LINK_VERDICT_COMPLETED;

  return verdict;
}

void
__wrap_gtk_show_uri (GtkWindow  *parent,
                     const char *uri,
                     guint32     timestamp)
{
  g_free (opened);
  opened = g_strdup (uri);
}

const MatrixSent *
matrix_sent_get (void)
{
  return &sent;
}

const char *
matrix_sent_get_opened (void)
{
  return opened;
}

void
matrix_sent_forget (void)
{
  forget_error ();
  sent.is_completed = FALSE;
  g_clear_pointer (&opened, g_free);
}
