/* test-qr-code.c: a QR code is drawn so that it can be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "desk-qr-code.h"
#include "ui-probe.h"

/* The most that fits in a code, in bytes (ISO/IEC 18004, version 40, level L). */
#define LONGEST 2953

#define ADDRESS "https://auth.invalid/?sess_id=36eDkpZD8997xnPrTX9Z2mBaS0k&x=%20%C3%A9"

typedef struct
{
  GtkWidget *code;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->code = desk_qr_code_new ();
  gtk_widget_set_halign (fixture->code, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (fixture->code, GTK_ALIGN_CENTER);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
}

static void
show (Fixture    *fixture,
      const char *text,
      int         size)
{
  desk_qr_code_set_text (DESK_QR_CODE (fixture->code), text);
  gtk_widget_set_size_request (fixture->code, size, size);
  fixture->window = ui_show (fixture->code, MAX (size, 400), MAX (size, 400));
}

static GdkTexture *
draw (Fixture *fixture)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (fixture->code);
  int width = gtk_widget_get_width (fixture->code);
  int height = gtk_widget_get_height (fixture->code);
  g_autoptr(GskRenderNode) node = NULL;

  while (node == NULL)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();

      g_main_context_iteration (NULL, FALSE);
      gdk_paintable_snapshot (paintable, snapshot, width, height);
      node = gtk_snapshot_free_to_node (snapshot);
    }

  return gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (fixture->window)), node,
                                      &GRAPHENE_RECT_INIT (0, 0, width, height));
}

/* Returns: (transfer full): what the picture says, or NULL after saying that the test is skipped */
static char *
read_code (GdkTexture *texture)
{
  g_autofree char *program = g_find_program_in_path ("zbarimg");
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  if (program == NULL)
    {
      g_test_skip ("zbarimg is not there (Debian package zbar-tools)");
      return NULL;
    }

  folder = g_dir_make_tmp ("desk-qr-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, "code.png", NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error,
                              program, "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", "--oneshot", path, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);

  return g_strchomp (text);
}

static void
assert_reads (Fixture    *fixture,
              const char *text)
{
  g_autoptr(GdkTexture) texture = draw (fixture);
  g_autofree char *read = read_code (texture);

  if (read != NULL)
    g_assert_cmpstr (read, ==, text);
}

static void
test_address_is_read_back (Fixture       *fixture,
                           gconstpointer  data)
{
  show (fixture, ADDRESS, -1);
  assert_reads (fixture, ADDRESS);
}

static void
test_small_one_is_read_back (Fixture       *fixture,
                             gconstpointer  data)
{
  show (fixture, ADDRESS, 101);
  assert_reads (fixture, ADDRESS);
}

static void
test_large_one_is_read_back (Fixture       *fixture,
                             gconstpointer  data)
{
  show (fixture, ADDRESS, 347);
  assert_reads (fixture, ADDRESS);
}

static void
test_longest_text_is_read_back (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *text = g_strnfill (LONGEST, 'a');

  show (fixture, text, -1);
  assert_reads (fixture, text);
}

static void
test_dark_scheme_is_read_back (Fixture       *fixture,
                               gconstpointer  data)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  show (fixture, ADDRESS, -1);
  assert_reads (fixture, ADDRESS);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

/* The picture in pixels of four bytes: without a grey one, each module is in whole pixels. */
static guint32 *
dup_pixels (GdkTexture *texture)
{
  gsize width = gdk_texture_get_width (texture);
  gsize height = gdk_texture_get_height (texture);
  guint32 *pixels = g_new0 (guint32, width * height);

  gdk_texture_download (texture, (guchar *) pixels, width * sizeof (guint32));

  return pixels;
}

static void
test_each_pixel_is_black_or_white (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr(GdkTexture) texture = NULL;
  g_autofree guint32 *pixels = NULL;
  gsize n_black = 0;
  gsize n_white = 0;
  gsize n_pixels;

  show (fixture, ADDRESS, 211);
  texture = draw (fixture);
  pixels = dup_pixels (texture);
  n_pixels = (gsize) gdk_texture_get_width (texture) * gdk_texture_get_height (texture);
  for (gsize i = 0; i < n_pixels; i++)
    {
      n_black += pixels[i] == 0xff000000;
      n_white += pixels[i] == 0xffffffff;
    }
  g_assert_cmpuint (n_black, >, 0);
  g_assert_cmpuint (n_black + n_white, ==, n_pixels);
}

static void
test_quiet_zone_is_four_modules (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr(GdkTexture) texture = NULL;
  g_autofree guint32 *pixels = NULL;
  int width;
  int zone = 0;
  int finder = 0;

  show (fixture, "a", 29 * 4);
  texture = draw (fixture);
  pixels = dup_pixels (texture);
  width = gdk_texture_get_width (texture);

  /* Along the upper edge of the finder pattern, which is seven modules wide and dark. */
  while (pixels[zone * width + zone] == 0xffffffff)
    zone++;
  while (pixels[zone * width + zone + finder] == 0xff000000)
    finder++;
  g_assert_cmpint (finder % 7, ==, 0);
  g_assert_cmpint (zone, ==, 4 * finder / 7);
}

static void
test_is_empty_without_a_text (Fixture       *fixture,
                              gconstpointer  data)
{
  show (fixture, ADDRESS, -1);
  g_assert_false (desk_qr_code_is_empty (DESK_QR_CODE (fixture->code)));
  g_object_set (fixture->code, "text", NULL, NULL);
  g_assert_true (desk_qr_code_is_empty (DESK_QR_CODE (fixture->code)));
  desk_qr_code_set_text (DESK_QR_CODE (fixture->code), "");
  g_assert_true (desk_qr_code_is_empty (DESK_QR_CODE (fixture->code)));
}

static void
test_is_empty_for_a_text_that_is_too_long (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autofree char *text = g_strnfill (LONGEST + 1, 'a');

  show (fixture, ADDRESS, -1);
  desk_qr_code_set_text (DESK_QR_CODE (fixture->code), text);
  g_assert_true (desk_qr_code_is_empty (DESK_QR_CODE (fixture->code)));
}

static void
test_gives_way_in_small_windows (Fixture       *fixture,
                                 gconstpointer  data)
{
  int minimum;
  int natural;

  show (fixture, ADDRESS, -1);
  gtk_widget_measure (fixture->code, GTK_ORIENTATION_VERTICAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, <=, 120);
  g_assert_cmpint (ABS (natural - 240), <=, 30);
}

static void
test_is_a_picture_with_a_name (Fixture       *fixture,
                               gconstpointer  data)
{
  show (fixture, ADDRESS, -1);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (fixture->code)), ==, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (fixture->code, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "QR code of the consent page's address");
}

int
main (int   argc,
      char *argv[])
{
  /* What assistive technologies are told can only be asked for with GTK's own backend for tests. */
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function) g_test_add ("/qr-code/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("address-is-read-back", test_address_is_read_back);
  ADD ("small-one-is-read-back", test_small_one_is_read_back);
  ADD ("large-one-is-read-back", test_large_one_is_read_back);
  ADD ("longest-text-is-read-back", test_longest_text_is_read_back);
  ADD ("dark-scheme-is-read-back", test_dark_scheme_is_read_back);
  ADD ("each-pixel-is-black-or-white", test_each_pixel_is_black_or_white);
  ADD ("quiet-zone-is-four-modules", test_quiet_zone_is_four_modules);
  ADD ("is-empty-without-a-text", test_is_empty_without_a_text);
  ADD ("is-empty-for-a-text-that-is-too-long", test_is_empty_for_a_text_that_is_too_long);
  ADD ("gives-way-in-small-windows", test_gives_way_in_small_windows);
  ADD ("is-a-picture-with-a-name", test_is_a_picture_with_a_name);
#undef ADD

  return g_test_run ();
}
