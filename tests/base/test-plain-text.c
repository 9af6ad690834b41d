/* test-plain-text.c: text from outside that stays where it is put
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-plain-text.h"

typedef struct
{
  const char *text;
  const char *plain;
} Case;

static void
test_nothing_looks_like_what_it_is_not (void)
{
  static const Case cases[] = {
    { "Corner shop", "Corner shop" },
    { "<b>%s</b> & co", "<b>%s</b> & co" },
    { "a\nb\tc\rd", "a b c d" },
    { "\x1b[2J", " [2J" },
    { "a\xc2\x85" "b", "a b" },                                 /* U+0085, a control character */
    { "a\xe2\x80\xa8" "b\xe2\x80\xa9" "c", "a b c" },           /* line and paragraph separator */
    { "\xe2\x80\xaegnp.exe", "\xef\xbf\xbdgnp.exe" },           /* right-to-left override */
    { "\xe2\x81\xa6x\xe2\x81\xa9", "\xef\xbf\xbdx\xef\xbf\xbd" }, /* isolates */
    { "\xd8\x9cx", "\xef\xbf\xbdx" },                           /* Arabic letter mark */
    { "a\xe2\x80\x8b" "b", "a\xef\xbf\xbd" "b" },               /* zero width space */
    { "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x80", "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x80" }, /* joined emoji */
    { "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d", "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d" },                         /* Hebrew */
    { "\xe2\x80\xaax\xef\xbb\xbf", "\xef\xbf\xbdx\xef\xbf\xbd" }, /* left-to-right embedding, byte order mark */
    { "\xe2\x80\x8e\xe2\x80\x8f", "\xef\xbf\xbd\xef\xbf\xbd" },   /* left-to-right and right-to-left mark */
    { "\xe2\x80\x90\xe2\x80\xaf", "\xe2\x80\x90\xe2\x80\xaf" },   /* hyphen, narrow blank */
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = desk_plain_text_line (cases[i].text, 0);

      g_assert_cmpstr (plain, ==, cases[i].plain);
    }
}

static void
test_lines_stay_where_they_may (void)
{
  g_autofree char *plain = desk_plain_text_lines ("a\nb\tc\rd\xe2\x80\xae", 0);

  g_assert_cmpstr (plain, ==, "a\nb\tc d\xef\xbf\xbd");
}

static void
test_long_text_is_cut_between_characters (void)
{
  g_autofree char *cut = desk_plain_text_line ("\xc3\xa9\xc3\xa9\xc3\xa9", 2);
  g_autofree char *whole = desk_plain_text_line ("\xc3\xa9\xc3\xa9", 2);

  g_assert_cmpstr (cut, ==, "\xc3\xa9\xc3\xa9\xe2\x80\xa6");
  g_assert_cmpstr (whole, ==, "\xc3\xa9\xc3\xa9");
}

static void
test_start_takes_any_bytes (void)
{
  g_autofree char *invalid = desk_plain_text_start ("a\xff" "b", 3, 10);
  g_autofree char *cut = desk_plain_text_start ("\xf0\x9f\x98\x80\xf0\x9f\x98\x80\xf0\x9f\x98\x80", 12, 1);
  g_autofree char *nothing = desk_plain_text_start (NULL, 0, 10);

  g_assert_cmpstr (invalid, ==, "a\xef\xbf\xbd" "b");
  g_assert_cmpstr (cut, ==, "\xf0\x9f\x98\x80\xe2\x80\xa6");
  g_assert_cmpstr (nothing, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plain-text/nothing-looks-like-what-it-is-not", test_nothing_looks_like_what_it_is_not);
  g_test_add_func ("/plain-text/lines-stay-where-they-may", test_lines_stay_where_they_may);
  g_test_add_func ("/plain-text/long-text-is-cut-between-characters", test_long_text_is_cut_between_characters);
  g_test_add_func ("/plain-text/start-takes-any-bytes", test_start_takes_any_bytes);

  return g_test_run ();
}
