/* test-consent-notices.c: tests of what the user hears of consents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-consent-notices.h"

#include "desk-test-life.h"

#define REASON "Expired or Revoked"

typedef struct
{
  DeskConsentNotices *notices;
  GString            *told; /* a word for each notice */
} Ears;

static void
notice_cb (DeskConsentNotices *notices,
           DeskConsentNotice  *notice,
           GString            *told)
{
  if (desk_consent_notice_get_kind (notice) == DESK_CONSENT_NOTICE_EXPIRES)
    g_string_append_printf (told, "%s:%d ", desk_consent_notice_get_consent_id (notice),
                            desk_consent_notice_get_days_left (notice));
  else
    g_string_append_printf (told, "%s:%s ", desk_consent_notice_get_consent_id (notice),
                            desk_consent_end_get_name (desk_consent_notice_get_how (notice)));
}

static void
moot_cb (DeskConsentNotices *notices,
         const char         *consent_id,
         GString            *told)
{
  g_string_append_printf (told, "%s:moot ", consent_id);
}

static Ears *
listen (DeskTestLife *life)
{
  Ears *ears = g_new0 (Ears, 1);

  ears->told = g_string_new (NULL);
  ears->notices = desk_consent_notices_new (life->directory, life->clock, life->place);
  g_signal_connect (ears->notices, "notice", G_CALLBACK (notice_cb), ears->told);
  g_signal_connect (ears->notices, "moot", G_CALLBACK (moot_cb), ears->told);

  return ears;
}

static void
ears_free (Ears *ears)
{
  g_clear_object (&ears->notices);
  g_string_free (ears->told, TRUE);
  g_free (ears);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ears, ears_free)

/* What was told since the last time. */
static void
assert_told (Ears       *ears,
             const char *expected)
{
  g_assert_cmpstr (ears->told->str, ==, expected);
  g_string_truncate (ears->told, 0);
}

static void
test_each_term_is_told_once (DeskTestLife  *life,
                             gconstpointer  data)
{
  g_autoptr(Ears) ears = listen (life);

  desk_test_life_list (life, desk_test_consent ("c1", 0, 90, NULL), NULL);
  assert_told (ears, "");
  desk_test_life_set_day (life, 59);
  assert_told (ears, "");
  desk_test_life_set_day (life, 60);
  assert_told (ears, "c1:30 ");
  desk_test_life_set_day (life, 70);
  assert_told (ears, "");
  desk_test_life_set_day (life, 83);
  assert_told (ears, "c1:7 ");
  desk_test_life_set_day (life, 84);
  desk_test_life_set_day (life, 88);
  assert_told (ears, "");
  desk_test_life_set_day (life, 89);
  assert_told (ears, "c1:1 ");
}

static void
test_only_the_nearest_term_is_told (DeskTestLife  *life,
                                    gconstpointer  data)
{
  g_autoptr(Ears) ears = listen (life);

  desk_test_life_list (life, desk_test_consent ("c1", -85, 5, NULL), NULL);
  assert_told (ears, "c1:5 ");
  desk_test_life_list (life, desk_test_consent ("c1", -85, 5, NULL), NULL);
  assert_told (ears, "");
}

static void
test_clock_that_is_moved_back_repeats_nothing (DeskTestLife  *life,
                                               gconstpointer  data)
{
  g_autoptr(Ears) ears = listen (life);

  desk_test_life_list (life, desk_test_consent ("c1", 0, 90, NULL), NULL);
  desk_test_life_set_day (life, 85);
  assert_told (ears, "c1:5 ");
  desk_test_life_set_day (life, 65);
  assert_told (ears, "");
}

static void
test_term_as_long_as_the_consent_is_left_out (DeskTestLife  *life,
                                              gconstpointer  data)
{
  g_autoptr(Ears) ears = listen (life);

  desk_test_life_list (life, desk_test_consent ("c1", 0, 30, NULL), desk_test_consent ("c2", 0, 1, NULL), NULL);
  assert_told (ears, "");
  desk_test_life_set_day (life, 23);
  assert_told (ears, "c2:expired c1:7 ");
}

static void
test_new_end_begins_anew (DeskTestLife  *life,
                          gconstpointer  data)
{
  g_autoptr(Ears) ears = listen (life);

  desk_test_life_list (life, desk_test_consent ("c1", -85, 5, NULL), NULL);
  assert_told (ears, "c1:5 ");
  desk_test_life_list (life, desk_test_consent ("c1", 0, 90, NULL), NULL);
  assert_told (ears, "c1:moot ");
  desk_test_life_set_day (life, 60);
  assert_told (ears, "c1:30 ");
}

static void
test_new_start_does_not_repeat (DeskTestLife  *life,
                                gconstpointer  data)
{
  g_autoptr(Ears) first = listen (life);
  g_autoptr(Ears) second = NULL;

  desk_test_life_list (life, desk_test_consent ("c1", -85, 5, NULL), NULL);
  assert_told (first, "c1:5 ");
  g_clear_pointer (&first, ears_free);

  desk_test_life_restart (life);
  second = listen (life);
  desk_test_life_list (life, desk_test_consent ("c1", -85, 5, NULL), NULL);
  assert_told (second, "");
  desk_test_life_set_day (life, 4);
  assert_told (second, "c1:1 ");
}

static void
test_end_while_nobody_looked_is_told (DeskTestLife  *life,
                                      gconstpointer  data)
{
  g_autoptr(Ears) first = listen (life);
  g_autoptr(Ears) second = NULL;

  desk_test_life_list (life, desk_test_consent ("c1", 0, 90, NULL), NULL);
  g_clear_pointer (&first, ears_free);
  desk_test_life_restart (life);
  second = listen (life);
  desk_test_life_list (life, desk_test_consent ("c1", 0, 90, REASON), NULL);
  assert_told (second, "c1:elsewhere ");
}

static void
test_end_is_told_once_over_starts (DeskTestLife  *life,
                                   gconstpointer  data)
{
  g_autoptr(Ears) first = listen (life);
  g_autoptr(Ears) second = NULL;

  desk_test_life_list (life, desk_test_consent ("c1", 0, 90, NULL), NULL);
  desk_test_life_list (life, desk_test_consent ("c1", 0, 90, REASON), NULL);
  desk_test_life_list (life, desk_test_consent ("c1", 0, 90, REASON), NULL);
  assert_told (first, "c1:elsewhere ");
  g_clear_pointer (&first, ears_free);

  desk_test_life_restart (life);
  second = listen (life);
  desk_test_life_list (life, desk_test_consent ("c1", 0, 90, REASON), NULL);
  assert_told (second, "");
}

static void
test_what_was_over_before_is_no_news (DeskTestLife  *life,
                                      gconstpointer  data)
{
  g_autoptr(Ears) ears = listen (life);

  desk_test_life_list (life, desk_test_consent ("c1", -90, 30, REASON), NULL);
  assert_told (ears, "");
}

static void
test_end_that_the_clock_takes_back_is_moot (DeskTestLife  *life,
                                            gconstpointer  data)
{
  g_autoptr(Ears) ears = listen (life);

  desk_test_life_list (life, desk_test_consent ("c1", 0, 90, NULL), NULL);
  desk_test_life_set_day (life, 91);
  assert_told (ears, "c1:expired ");
  desk_test_life_set_day (life, 0);
  assert_told (ears, "c1:moot ");
}

static void
test_closed_accounts_are_told_where_the_service_says_so (DeskTestLife  *life,
                                                         gconstpointer  data)
{
  g_autoptr(Ears) ears = listen (life);

  desk_test_life_list (life, desk_test_consent ("c1", 0, 90, NULL), NULL);
  desk_test_life_list (life, desk_test_consent ("c1", 0, 90, "All accounts closed"), NULL);
  assert_told (ears, "c1:accounts-closed ");
}

static void
test_shared_less_is_no_end (DeskTestLife  *life,
                            gconstpointer  data)
{
  g_autoptr(Ears) ears = listen (life);
  char *less = desk_test_consent ("c1", 0, 90, NULL);
  char *rest = strstr (less, ",\"acc-2\"");

  memset (rest, ' ', strlen (",\"acc-2\""));
  desk_test_life_list (life, desk_test_consent ("c1", 0, 90, NULL), NULL);
  desk_test_life_list (life, less, NULL);
  assert_told (ears, "");
}

static void
test_memory_names_no_consent (DeskTestLife  *life,
                              gconstpointer  data)
{
  g_autoptr(Ears) ears = listen (life);
  g_autofree char *files = NULL;

  desk_test_life_list (life, desk_test_consent ("arrangement-1", -85, 5, NULL), NULL);
  files = desk_test_life_dup_files (life);
  g_assert_nonnull (strstr (files, "\"told\" : 7"));
  g_assert_null (strstr (files, "arrangement-1"));
  g_assert_null (strstr (files, "eu_1"));
  g_assert_null (strstr (files, "88888"));
  g_assert_null (strstr (files, "Wattle"));
  g_assert_null (strstr (files, "example.com"));
  g_assert_null (strstr (files, "acc-1"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/consent-notices/" path, DeskTestLife, NULL, desk_test_life_set_up, function, desk_test_life_tear_down)
  ADD ("each-term-is-told-once", test_each_term_is_told_once);
  ADD ("only-the-nearest-term-is-told", test_only_the_nearest_term_is_told);
  ADD ("clock-that-is-moved-back-repeats-nothing", test_clock_that_is_moved_back_repeats_nothing);
  ADD ("term-as-long-as-the-consent-is-left-out", test_term_as_long_as_the_consent_is_left_out);
  ADD ("new-end-begins-anew", test_new_end_begins_anew);
  ADD ("new-start-does-not-repeat", test_new_start_does_not_repeat);
  ADD ("end-while-nobody-looked-is-told", test_end_while_nobody_looked_is_told);
  ADD ("end-is-told-once-over-starts", test_end_is_told_once_over_starts);
  ADD ("what-was-over-before-is-no-news", test_what_was_over_before_is_no_news);
  ADD ("end-that-the-clock-takes-back-is-moot", test_end_that_the_clock_takes_back_is_moot);
  ADD ("closed-accounts-are-told-where-the-service-says-so", test_closed_accounts_are_told_where_the_service_says_so);
  ADD ("shared-less-is-no-end", test_shared_less_is_no_end);
  ADD ("memory-names-no-consent", test_memory_names_no_consent);
#undef ADD

  return g_test_run ();
}
