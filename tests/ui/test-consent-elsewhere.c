/* test-consent-elsewhere.c: a consent is finished on another device
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "desk-consent-elsewhere.h"
#include "ui-probe.h"

#define SECRET "36eDkpZD8997xnPrTX9Z2mBaS0k"
#define ADDRESS "https://auth.invalid/?sess_id=" SECRET
#define LOOPBACK_ADDRESS "http://127.0.0.1:4711/?sess_id=" SECRET

typedef struct
{
  DeskConsentElsewhere *page;
  GtkWindow            *window;
  GString              *activated;
} Fixture;

static void
activated_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  Fixture *fixture = user_data;

  g_string_append_printf (fixture->activated, "%s;", g_action_get_name (G_ACTION (action)));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const GActionEntry entries[] = {
    { .name = "copy-address", .activate = activated_cb },
    { .name = "show-page", .activate = activated_cb },
  };
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();

  fixture->activated = g_string_new (NULL);
  fixture->page = DESK_CONSENT_ELSEWHERE (desk_consent_elsewhere_new ());
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->page), "link", G_ACTION_GROUP (actions));
  fixture->window = ui_show (GTK_WIDGET (fixture->page), 360, 320);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  g_string_free (fixture->activated, TRUE);
}

static gboolean
says (GtkWidget  *widget,
      const char *part)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (says (child, part))
        return TRUE;
    }

  return FALSE;
}

static void
test_names_the_host_and_no_more (Fixture       *fixture,
                                 gconstpointer  data)
{
  desk_consent_elsewhere_set_uri (fixture->page, ADDRESS);
  g_assert_cmpstr (ui_get_text (fixture->page, "host_label"), ==, "The address leads to auth.invalid");
  g_assert_false (says (GTK_WIDGET (fixture->page), SECRET));
}

static void
test_shows_the_code_of_the_address (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autofree char *text = NULL;

  g_assert_false (ui_is_shown (fixture->page, "qr_code"));
  desk_consent_elsewhere_set_uri (fixture->page, ADDRESS);
  g_assert_true (ui_is_shown (fixture->page, "qr_code"));
  g_object_get (ui_find (fixture->page, "qr_code"), "text", &text, NULL);
  g_assert_cmpstr (text, ==, ADDRESS);
  g_assert_true (says (GTK_WIDGET (fixture->page), "Scan it with a phone."));
}

static void
test_buttons_are_actions_of_the_window (Fixture       *fixture,
                                        gconstpointer  data)
{
  desk_consent_elsewhere_set_uri (fixture->page, ADDRESS);
  g_signal_emit_by_name (ui_find_nth (fixture->page, GTK_TYPE_BUTTON, 0), "clicked");
  g_signal_emit_by_name (ui_find_nth (fixture->page, GTK_TYPE_BUTTON, 1), "clicked");
  g_assert_cmpstr (fixture->activated->str, ==, "copy-address;show-page;");
}

static void
test_says_that_a_phone_cannot_reach_this_computer (Fixture       *fixture,
                                                   gconstpointer  data)
{
  desk_consent_elsewhere_set_uri (fixture->page, LOOPBACK_ADDRESS);
  g_assert_true (ui_is_shown (fixture->page, "loopback_label"));
  desk_consent_elsewhere_set_uri (fixture->page, ADDRESS);
  g_assert_false (ui_is_shown (fixture->page, "loopback_label"));
}

static void
test_says_that_the_address_is_too_long (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autofree char *tail = g_strnfill (3000, 'a');
  g_autofree char *uri = g_strconcat (ADDRESS, tail, NULL);

  desk_consent_elsewhere_set_uri (fixture->page, uri);
  g_assert_false (ui_is_shown (fixture->page, "qr_code"));
  g_assert_true (ui_is_shown (fixture->page, "no_code_label"));
  g_assert_false (says (GTK_WIDGET (fixture->page), "Scan it"));
}

static void
test_code_shrinks_where_there_is_no_room (Fixture       *fixture,
                                          gconstpointer  data)
{
  int low;

  desk_consent_elsewhere_set_uri (fixture->page, ADDRESS);
  UI_WAIT (gtk_widget_get_height (ui_find (fixture->page, "qr_code")) > 0);
  low = gtk_widget_get_height (ui_find (fixture->page, "qr_code"));
  gtk_window_destroy (fixture->window);

  fixture->page = DESK_CONSENT_ELSEWHERE (desk_consent_elsewhere_new ());
  desk_consent_elsewhere_set_uri (fixture->page, ADDRESS);
  fixture->window = ui_show (GTK_WIDGET (fixture->page), 360, 700);
  g_assert_cmpint (gtk_widget_get_height (ui_find (fixture->page, "qr_code")), >, low);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function) g_test_add ("/consent-elsewhere/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("names-the-host-and-no-more", test_names_the_host_and_no_more);
  ADD ("shows-the-code-of-the-address", test_shows_the_code_of_the_address);
  ADD ("buttons-are-actions-of-the-window", test_buttons_are_actions_of_the_window);
  ADD ("says-that-a-phone-cannot-reach-this-computer", test_says_that_a_phone_cannot_reach_this_computer);
  ADD ("says-that-the-address-is-too-long", test_says_that_the_address_is_too_long);
  ADD ("code-shrinks-where-there-is-no-room", test_code_shrinks_where_there_is_no_room);
#undef ADD

  return g_test_run ();
}
