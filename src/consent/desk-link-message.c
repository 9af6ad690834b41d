/* desk-link-message.c: judges what a page posted with window.postMessage()
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-link-message.h"

#include "desk-http.h"
#include "desk-outcome.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const error_members[] = {
  "error", "errorID", "errorType", "errorDescription", "errorURI",
};

/* Any of them makes a message worth a look at the consents, whoever sent it. */
static const char *const result_members[] = {
  "isCompleted", "consentID", "errorType",
};

/* Returns: (transfer full) (nullable): the text of a string that is not empty */
static char *
dup_member (DeskJsonSlice  data,
            const char    *name)
{
  g_autofree char *text = desk_json_slice_dup_string (desk_json_slice_get_member (data, name));

  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static gboolean
has_error_member (DeskJsonSlice data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (error_members); i++)
    {
      DeskJsonKind kind = desk_json_slice_get_kind (desk_json_slice_get_member (data, error_members[i]));

      if (kind != DESK_JSON_KIND_NONE && kind != DESK_JSON_KIND_NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
names_result (DeskJsonSlice data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (result_members); i++)
    {
      if (desk_json_slice_get_kind (desk_json_slice_get_member (data, result_members[i])) != DESK_JSON_KIND_NONE)
        return TRUE;
    }

  return FALSE;
}

static DeskLinkVerdict *
ignore (DeskJsonSlice  data,
        const char    *reason)
{
  DeskLinkVerdict *verdict = desk_link_verdict_new (DESK_LINK_VERDICT_IGNORED, reason);

  verdict->names_result = names_result (data);
  return verdict;
}

static DeskLinkVerdict *
ignore_from (const char    *origin,
             DeskJsonSlice  data,
             const char    *reason)
{
  DeskLinkVerdict *verdict = ignore (data, reason);

  verdict->origin = origin != NULL ? desk_http_dup_origin (origin) : NULL;
  return verdict;
}

static void
complete_failure (DeskLinkVerdict *verdict)
{
  if (verdict->code == NULL)
    verdict->code = g_strdup (DESK_OUTCOME_INTERNAL_ERROR);
  if (verdict->message == NULL)
    verdict->message = g_strdup ("internal error");
}

static DeskLinkVerdict *
fail_by_members (DeskJsonSlice data)
{
  DeskLinkVerdict *verdict = desk_link_verdict_new (DESK_LINK_VERDICT_FAILED, NULL);

  verdict->code = dup_member (data, "errorType");
  verdict->message = dup_member (data, "error");
  verdict->description = dup_member (data, "errorDescription");
  verdict->error_id = dup_member (data, "errorID");
  verdict->error_uri = dup_member (data, "errorURI");
  complete_failure (verdict);
  return verdict;
}

/* One broken percent sequence must not hide an error that stands beside it, so it stays as it is.
 * Returns: (transfer full): @text with all others decoded; not always UTF-8 */
static char *
decode (const char *text)
{
  GString *decoded = g_string_sized_new (strlen (text));

  while (*text != '\0')
    {
      if (*text == '%' && g_ascii_isxdigit (text[1]) && g_ascii_isxdigit (text[2]) && memcmp (text, "%00", 3) != 0)
        {
          g_string_append_c (decoded, g_ascii_xdigit_value (text[1]) << 4 | g_ascii_xdigit_value (text[2]));
          text += 3;
        }
      else
        g_string_append_c (decoded, *text++);
    }

  return g_string_free (decoded, FALSE);
}

/* Returns: (transfer full): the address in the clear if it came percent-encoded as a whole */
static char *
dup_readable_url (const char *redirect_url)
{
  /* g_uri_peek_scheme() would keep each scheme that a page makes up for ever. */
  g_autofree char *scheme = g_uri_parse_scheme (redirect_url);

  return scheme != NULL ? g_strdup (redirect_url) : decode (redirect_url);
}

/* Decoding may eat the first letter of a name, so it is looked for in both forms.
 * Returns: (nullable): the error name that would come to light if @url were decoded once more */
static const char *
find_hidden_name (const char *url)
{
  const char *name = desk_outcome_find_encoded_name_in (url);
  g_autofree char *decoded = name == NULL ? decode (url) : NULL;

  return decoded != NULL ? desk_outcome_find_name_in (decoded) : name;
}

/* Returns: (nullable): the error name that the address holds as received, or in the clear; a
 *   success is not believed either if it comes to light when either is decoded once more */
static const char *
find_error_name (const char *redirect_url,
                 const char *url,
                 gboolean    is_completed)
{
  const char *name = desk_outcome_find_name_in (redirect_url);

  if (name == NULL)
    name = desk_outcome_find_name_in (url);
  if (name == NULL && is_completed)
    name = find_hidden_name (redirect_url);
  if (name == NULL && is_completed)
    name = find_hidden_name (url);

  return name;
}

/* The query that names an error may be that of the address as it was received, before it is made readable. */
static gboolean
has_error_query (const char          *redirect_url,
                 const DeskLinkQuery *query)
{
  g_autoptr(DeskLinkQuery) received = desk_link_query_new_from_uri (redirect_url);

  return desk_link_verdict_is_error_query (query) || desk_link_verdict_is_error_query (received);
}

/* A success is not believed if its address hints at any error; without one, the SDK looks for known names alone.
 * Returns: (transfer full) (nullable): a failure if the address names an error */
static DeskLinkVerdict *
fail_by_url (const char *redirect_url,
             gboolean    is_completed)
{
  g_autofree char *url = dup_readable_url (redirect_url);
  g_autoptr(DeskLinkQuery) query = desk_link_query_new_from_uri (url);
  const char *name = find_error_name (redirect_url, url, is_completed);
  DeskLinkVerdict *verdict;

  if (name == NULL && !(is_completed && has_error_query (redirect_url, query)))
    return NULL;

  verdict = desk_link_verdict_new_failed (query, name);
  complete_failure (verdict);
  return verdict;
}

/* The type is not the page's to name here, but what else it says of the error helps whoever looks for it. */
static DeskLinkVerdict *
fail_without_consent (DeskJsonSlice data)
{
  DeskLinkVerdict *verdict = fail_by_members (data);

  verdict->is_unnamed_success = TRUE;
  g_free (verdict->code);
  verdict->code = g_strdup (DESK_OUTCOME_INTERNAL_ERROR);
  if (verdict->description == NULL)
    verdict->description = dup_member (data, "error");
  return verdict;
}

static DeskLinkVerdict *
judge_true (DeskJsonSlice  data,
            const char    *redirect_url)
{
  g_autofree char *consent_id = dup_member (data, "consentID");
  DeskLinkVerdict *verdict;

  if (consent_id == NULL)
    return fail_without_consent (data);

  verdict = desk_link_verdict_new_completed (consent_id);
  verdict->redirect_url = g_strdup (redirect_url);
  return verdict;
}

static DeskLinkVerdict *
judge_object (DeskJsonSlice data)
{
  DeskJsonSlice completed = desk_json_slice_get_member (data, "isCompleted");
  DeskJsonSlice error = desk_json_slice_get_member (data, "error");
  g_autofree char *redirect_url = dup_member (data, "redirectURL");
  gboolean is_completed = FALSE;
  gboolean is_boolean = desk_json_slice_get_boolean (completed, &is_completed);
  gboolean has_error_text = desk_json_slice_get_kind (error) == DESK_JSON_KIND_STRING;

  if (!is_boolean && !has_error_text)
    return ignore (data, _("A message that is no result was ignored"));

  if (is_boolean && !is_completed && has_error_member (data))
    return fail_by_members (data);

  if (redirect_url != NULL && desk_json_slice_get_kind (completed) != DESK_JSON_KIND_NONE)
    {
      DeskLinkVerdict *verdict = fail_by_url (redirect_url, is_completed);

      if (verdict != NULL)
        return verdict;
    }

  if (is_completed)
    return judge_true (data, redirect_url);
  if (has_error_text)
    return fail_by_members (data);

  return ignore (data, _("A message that names no result was ignored"));
}

DeskLinkVerdict *
desk_link_message_judge (const char            *expected_origin,
                         const char            *origin,
                         DeskLinkMessageSource  source,
                         DeskJsonSlice          data)
{
  g_autofree char *expected = NULL;

  /* Also keeps the opaque origin "null" from ever equalling itself. */
  expected = expected_origin != NULL ? desk_http_dup_origin (expected_origin) : NULL;
  if (expected == NULL || g_strcmp0 (expected, origin) != 0)
    return ignore_from (origin, data, _("A message from another origin was ignored"));

  if (source != DESK_LINK_MESSAGE_SOURCE_FRAME && source != DESK_LINK_MESSAGE_SOURCE_SELF)
    return ignore_from (origin, data, _("A message from another window was ignored"));

  if (desk_json_slice_get_kind (data) != DESK_JSON_KIND_OBJECT)
    return ignore (data, _("A message that is no object was ignored"));

  return judge_object (data);
}
