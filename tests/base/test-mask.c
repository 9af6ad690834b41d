/* test-mask.c: what stands in for what an audience must not read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-mask.h"

static gboolean
has_same_kind (gunichar before,
               gunichar after)
{
  if (g_unichar_isdigit (before))
    return g_unichar_isdigit (after);
  if (g_unichar_isupper (before))
    return g_unichar_isupper (after);
  if (g_unichar_isalnum (before))
    return g_unichar_islower (after);

  return before == after;
}

static void
check_shape (const char *text)
{
  g_autoptr(DeskMask) mask = desk_mask_new ();
  g_autofree char *masked = desk_mask_text (mask, text);
  const char *after = masked;

  g_assert_cmpint (g_utf8_strlen (masked, -1), ==, g_utf8_strlen (text, -1));
  for (const char *before = text; *before != '\0'; before = g_utf8_next_char (before), after = g_utf8_next_char (after))
    g_assert_true (has_same_kind (g_utf8_get_char (before), g_utf8_get_char (after)));
}

static void
test_shape (void)
{
  check_shape ("Mia Chen");
  check_shape ("mia.chen+bank@example.com");
  check_shape ("BSB 062-000, account 1234 5678");
  check_shape ("Zoë Müller-Ångström");
  check_shape ("");
}

static void
test_word_is_always_the_same (void)
{
  g_autoptr(DeskMask) mask = desk_mask_new ();
  g_autofree char *name = desk_mask_text (mask, "Mia Chen");
  g_autofree char *email = desk_mask_text (mask, "chen");
  g_autofree char *lower = g_ascii_strdown (name, -1);

  g_assert_true (g_str_has_suffix (lower, email));
}

static void
test_key_is_its_own (void)
{
  g_autoptr(DeskMask) one = desk_mask_new ();
  g_autoptr(DeskMask) other = desk_mask_new ();
  g_autofree char *first = desk_mask_text (one, "Theodora Papadopoulos");
  g_autofree char *second = desk_mask_text (other, "Theodora Papadopoulos");

  g_assert_cmpstr (first, !=, second);
}

static void
test_long_word (void)
{
  g_autoptr(DeskMask) mask = desk_mask_new ();
  g_autofree char *text = g_strnfill (500, 'a');
  g_autofree char *masked = desk_mask_text (mask, text);

  g_assert_cmpuint (strlen (masked), ==, 500);
  g_assert_cmpuint (strspn (masked, "aeiou"), ==, 500);
}

static void
test_number (void)
{
  g_autoptr(DeskMask) mask = desk_mask_new ();
  g_autofree char *masked = desk_mask_number (mask, "-1204.50");
  g_autofree char *again = desk_mask_number (mask, "-1204.50");

  g_assert_cmpstr (masked, ==, again);
  g_assert_cmpuint (strlen (masked), ==, 8);
  g_assert_cmpint (masked[0], ==, '-');
  g_assert_cmpint (masked[1], !=, '0');
  g_assert_cmpint (masked[5], ==, '.');
}

static void
test_hidden_digits_stay_hidden (void)
{
  g_autoptr(DeskMask) mask = desk_mask_new ();
  g_autofree char *masked = desk_mask_number (mask, "xxxx xxxx xxxx 4321");

  g_assert_true (g_str_has_prefix (masked, "xxxx xxxx xxxx "));
  g_assert_cmpuint (strlen (masked), ==, 19);
}

/* One digit may stand for itself; of a hundred numbers that would be an accident. */
static void
test_digits_change (void)
{
  g_autoptr(DeskMask) mask = desk_mask_new ();
  guint n_same = 0;

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", 10000000 + i);
      g_autofree char *masked = desk_mask_number (mask, text);

      n_same += g_str_equal (text, masked);
    }

  g_assert_cmpuint (n_same, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mask/shape", test_shape);
  g_test_add_func ("/mask/word-is-always-the-same", test_word_is_always_the_same);
  g_test_add_func ("/mask/key-is-its-own", test_key_is_its_own);
  g_test_add_func ("/mask/long-word", test_long_word);
  g_test_add_func ("/mask/number", test_number);
  g_test_add_func ("/mask/hidden-digits-stay-hidden", test_hidden_digits_stay_hidden);
  g_test_add_func ("/mask/digits-change", test_digits_change);

  return g_test_run ();
}
