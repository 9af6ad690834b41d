/* desk-sandbox-clock-page.c: the clock of the sandbox, and its beginning
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-clock-page.h"

#include <glib/gi18n-lib.h>

#include "desk-format.h"

#define SECONDS_TO_NEXT_LOOK 10

/* How far one press goes. */
static const int steps[] = { 1, 7, 30, 90 };

struct _DeskSandboxClockPage
{
  DeskControlPage  parent_instance;

  GtkWidget       *now_row;
  GtkWidget       *step_rows[G_N_ELEMENTS (steps)];
  GtkWidget       *set_row;
  guint            look_source;
};

G_DEFINE_FINAL_TYPE (DeskSandboxClockPage, desk_sandbox_clock_page, DESK_TYPE_CONTROL_PAGE)

static gint64
get_now (DeskSandboxClockPage *self)
{
  return desk_clock_get_now (desk_context_get_clock (desk_control_page_get_context (DESK_CONTROL_PAGE (self))));
}

/* Returns: (transfer full): what ends between now and then */
static char *
dup_consequence (DeskSandboxClockPage *self,
                 GPtrArray            *active,
                 gint64                then)
{
  g_autofree char *first = NULL;
  guint n_over = 0;

  for (guint i = 0; i < active->len; i++)
    {
      gint64 end = desk_consent_get_expires_at (g_ptr_array_index (active, i));

      if (end == 0 || end > then)
        continue;

      if (n_over++ == 0)
        first = desk_control_page_dup_title (DESK_CONTROL_PAGE (self), g_ptr_array_index (active, i));
    }

  if (n_over == 0)
    return g_strdup (_("No consent expires."));
  if (n_over == 1)
    /* Translators: "Mia Chen, Wattle Bank: the consent expires." */
    return g_strdup_printf (_("%s: the consent expires."), first);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u consent expires.", "%u consents expire.", n_over), n_over);
}

static void
desk_sandbox_clock_page_update (DeskControlPage *page)
{
  DeskSandboxClockPage *self = DESK_SANDBOX_CLOCK_PAGE (page);
  g_autoptr(GPtrArray) active = desk_control_page_dup_active (page);
  const gint64 now = get_now (self);
  g_autofree char *shown = desk_format_instant (now);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->now_row), shown);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      const gint64 then = now + steps[i] * G_TIME_SPAN_DAY;
      g_autofree char *day = desk_format_instant_long_date (then);
      g_autofree char *consequence = dup_consequence (self, active, then);
      /* Translators: a day, then what happens until then: "26 December 2026. No consent expires." */
      g_autofree char *subtitle = g_strdup_printf (_("%s. %s"), day, consequence);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->step_rows[i]), subtitle);
    }
}

static gboolean
look_cb (gpointer user_data)
{
  desk_sandbox_clock_page_update (user_data);
  return G_SOURCE_CONTINUE;
}

static void
moved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(DeskSandboxClockPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *now = NULL;
  g_autofree char *done = NULL;

  desk_sandbox_control_finish (DESK_SANDBOX_CONTROL (source), result, &error);
  now = desk_format_instant (get_now (self));
  /* Translators: a day and time */
  done = g_strdup_printf (_("It is %s now"), now);
  if (!desk_control_page_end (DESK_CONTROL_PAGE (self), error, done))
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->set_row), "");
  desk_control_page_refresh (DESK_CONTROL_PAGE (self));
}

static void
step_activated_cb (GtkWidget            *row,
                   DeskSandboxClockPage *self)
{
  DeskControlPage *page = DESK_CONTROL_PAGE (self);
  int days = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "days"));
  g_autofree char *duration = g_strdup_printf ("P%dD", days);

  desk_sandbox_control_advance_async (desk_control_page_get_control (page), duration, desk_control_page_begin (page),
                                      moved_cb, g_object_ref (self));
}

/* Returns: whether the text is a day, or a day and a time, in the user's zone */
static gboolean
read_instant (const char *text,
              gint64     *instant)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  const gboolean has_time = strlen (stripped) > strlen ("2026-12-24");
  g_autofree char *whole = has_time ? g_strconcat (stripped, ":00", NULL) : g_strconcat (stripped, " 00:00:00", NULL);
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (g_strdelimit (whole, " ", 'T'), zone);

  if (time == NULL)
    return FALSE;

  *instant = g_date_time_to_unix (time) * G_USEC_PER_SEC;
  return TRUE;
}

static void
set_applied_cb (DeskSandboxClockPage *self)
{
  DeskControlPage *page = DESK_CONTROL_PAGE (self);
  gint64 instant = 0;

  if (!read_instant (gtk_editable_get_text (GTK_EDITABLE (self->set_row)), &instant))
    desk_control_page_show_problem (page, _("Write the day and, if you like, the time: 2026-12-24 09:00"));
  else if (instant <= get_now (self))
    desk_control_page_show_problem (page, _("The clock goes forward only. To begin again, reset the sandbox below."));
  else
    desk_sandbox_control_set_clock_async (desk_control_page_get_control (page), instant, desk_control_page_begin (page),
                                          moved_cb, g_object_ref (self));
}

static void
reset_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(DeskSandboxClockPage) self = user_data;
  g_autoptr(GError) error = NULL;

  desk_sandbox_control_finish (DESK_SANDBOX_CONTROL (source), result, &error);
  desk_control_page_end (DESK_CONTROL_PAGE (self), error, _("The sandbox has begun again"));
}

static void
reset_answered_cb (DeskSandboxClockPage *self,
                   const char           *response)
{
  DeskControlPage *page = DESK_CONTROL_PAGE (self);

  if (g_strcmp0 (response, "reset") == 0)
    desk_sandbox_control_reset_async (desk_control_page_get_control (page), desk_control_page_begin (page), reset_cb,
                                      g_object_ref (self));
}

static void
reset_clicked_cb (DeskSandboxClockPage *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                              _("Reset the sandbox?"),
                                              _("All end users and consents, and the data fetched under them, are removed. "
                                                "The clock goes back to today and no fault stays on. This cannot be undone."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _("_Cancel"), "reset", _("_Reset"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "reset", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect_object (dialog, "response", G_CALLBACK (reset_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
desk_sandbox_clock_page_dispose (GObject *object)
{
  g_clear_handle_id (&DESK_SANDBOX_CLOCK_PAGE (object)->look_source, g_source_remove);

  G_OBJECT_CLASS (desk_sandbox_clock_page_parent_class)->dispose (object);
}

static void
desk_sandbox_clock_page_class_init (DeskSandboxClockPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_sandbox_clock_page_dispose;
  DESK_CONTROL_PAGE_CLASS (klass)->update = desk_sandbox_clock_page_update;
}

static void
add_step (DeskSandboxClockPage *self,
          AdwPreferencesGroup  *group,
          guint                 index)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day later", "%d days later", steps[index]),
                                            steps[index]);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "days", GINT_TO_POINTER (steps[index]));
  g_signal_connect_object (row, "activated", G_CALLBACK (step_activated_cb), self, 0);
  adw_preferences_group_add (group, row);
  self->step_rows[index] = row;
}

static void
add_clock (DeskSandboxClockPage *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->now_row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->now_row), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->now_row), _("What time it is in the sandbox"));
  adw_action_row_set_icon_name (ADW_ACTION_ROW (self->now_row), "preferences-system-time-symbolic");
  gtk_widget_add_css_class (self->now_row, "sandbox-now");
  adw_preferences_group_add (group, self->now_row);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), group);
}

static void
add_steps (DeskSandboxClockPage *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _("Move the clock"));
  adw_preferences_group_set_description (group, _("Consents expire, pending purchases are posted, and people have gone on "
                                                  "living until then. The clock goes forward only."));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    add_step (self, group, i);

  self->set_row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->set_row), _("Set to: 2026-12-24 09:00"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->set_row), TRUE);
  g_signal_connect_object (self->set_row, "apply", G_CALLBACK (set_applied_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, self->set_row);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), group);
}

static void
add_reset (DeskSandboxClockPage *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Reset the sandbox …"));

  adw_preferences_group_set_title (group, _("Begin again"));
  adw_preferences_group_set_description (group, _("Everything is as it was at the very start: nobody is there, nothing is shared."));
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (reset_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, button);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), group);
}

static void
desk_sandbox_clock_page_init (DeskSandboxClockPage *self)
{
  adw_preferences_page_set_name (ADW_PREFERENCES_PAGE (self), "clock");
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _("Clock"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (self), "preferences-system-time-symbolic");
  add_clock (self);
  add_steps (self);
  add_reset (self);
  self->look_source = g_timeout_add_seconds (SECONDS_TO_NEXT_LOOK, look_cb, self);
}

GtkWidget *
desk_sandbox_clock_page_new (DeskContext        *context,
                             DeskSandboxControl *control)
{
  DeskSandboxClockPage *self = g_object_new (DESK_TYPE_SANDBOX_CLOCK_PAGE, NULL);

  desk_control_page_set_control (DESK_CONTROL_PAGE (self), context, control);

  return GTK_WIDGET (self);
}
