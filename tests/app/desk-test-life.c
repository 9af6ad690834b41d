/* desk-test-life.c: a directory of made-up consents, and a folder to keep things in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-test-life.h"

#include "desk-instant.h"
#include "desk-test-folder.h"

static void
start (DeskTestLife *life)
{
  g_autoptr(DeskApiClient) client = desk_api_client_new ("http://127.0.0.1:1/v1", "v3", NULL, NULL);

  life->writer = desk_file_writer_new ();
  life->place = desk_kept_place_new (life->writer, life->folder, "kept-");
  life->store = desk_store_new (NULL);
  life->directory = desk_directory_new (client, life->store, life->clock);
}

static void
stop (DeskTestLife *life)
{
  g_clear_object (&life->directory);
  desk_store_close (life->store);
  g_clear_object (&life->store);
  desk_file_writer_flush (life->writer);
  g_clear_object (&life->place);
  g_clear_object (&life->writer);
}

void
desk_test_life_set_up (DeskTestLife  *life,
                       gconstpointer  data)
{
  life->folder = desk_test_folder_new ();
  life->clock = desk_clock_new ();
  desk_clock_freeze (life->clock, DESK_TEST_NOW);
  start (life);
}

void
desk_test_life_tear_down (DeskTestLife  *life,
                          gconstpointer  data)
{
  stop (life);
  g_clear_object (&life->clock);
  desk_test_folder_free (life->folder);
}

void
desk_test_life_restart (DeskTestLife *life)
{
  stop (life);
  start (life);
}

void
desk_test_life_set_day (DeskTestLife *life,
                        int           day)
{
  desk_clock_freeze (life->clock, DESK_TEST_NOW + day * G_TIME_SPAN_DAY);
}

static DeskConsent *
parse (const char *json)
{
  DeskConsent *consent;
  DeskJsonSlice slice;

  g_assert_true (desk_json_parse (json, strlen (json), &slice, NULL));
  consent = desk_consent_new_from_json (slice, NULL);
  g_assert_nonnull (consent);

  return consent;
}

void
desk_test_life_list (DeskTestLife *life,
                     char         *first,
                     ...)
{
  g_autoptr(GPtrArray) consents = g_ptr_array_new_with_free_func (g_object_unref);
  va_list rest;

  va_start (rest, first);
  for (char *json = first; json != NULL; json = va_arg (rest, char *))
    {
      g_ptr_array_add (consents, parse (json));
      g_free (json);
    }
  va_end (rest);

  desk_directory_take_consents (life->directory, "eu_1", consents);
}

char *
desk_test_consent (const char *id,
                   int         from,
                   int         until,
                   const char *reason)
{
  g_autofree char *created = desk_instant_format (DESK_TEST_NOW + from * G_TIME_SPAN_DAY);
  g_autofree char *expires = desk_instant_format (DESK_TEST_NOW + until * G_TIME_SPAN_DAY);
  g_autofree char *quoted = reason != NULL ? g_strdup_printf ("\"%s\"", reason) : g_strdup ("null");

  return g_strdup_printf ("{\"arrangement_id\":\"%s\",\"end_user_id\":\"eu_1\",\"end_user_email\":\"mia@example.com\","
                          "\"institution_id\":\"88888\",\"institution_name\":\"Wattle Bank\",\"active\":%s,"
                          "\"account_ids\":[\"acc-1\",\"acc-2\"],\"created_at\":\"%s\",\"last_consent\":\"%s\","
                          "\"expires_at\":\"%s\",\"termination_reason\":%s,\"permissions\":[\"accounts\"]}",
                          id, reason == NULL ? "true" : "false", created, created, expires, quoted);
}

char *
desk_test_life_dup_files (DeskTestLife *life)
{
  g_autoptr(GString) all = g_string_new (NULL);
  g_autoptr(GDir) directory = NULL;
  const char *name;

  desk_file_writer_flush (life->writer);
  directory = g_dir_open (life->folder, 0, NULL);
  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (life->folder, name, NULL);
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_string_append (all, text);
    }

  return g_string_free (g_steal_pointer (&all), FALSE);
}
