/* desk-identity-group.c: one identity as rows that can be copied
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-copy-button.h"
#include "desk-format.h"
#include "desk-identity-group.h"

static GtkWidget *
create_row (const DeskIdentityEntry *entry)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "title", entry->value,
                                 "subtitle", entry->label,
                                 "title-lines", 0,
                                 "subtitle-lines", 0,
                                 NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), desk_copy_button_new (entry->label, entry->value));
  return row;
}

/* Title and description of a group are markup: text from outside is escaped. */
AdwPreferencesGroup *
desk_identity_group_new (const DeskIdentity *identity,
                         const char         *institution_name)
{
  AdwPreferencesGroup *group = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (identity != NULL, NULL);

  group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  title = g_markup_escape_text (institution_name != NULL ? institution_name : _("Unknown institution"), -1);
  adw_preferences_group_set_title (group, title);
  if (identity->updated != 0)
    {
      g_autofree char *day = desk_format_instant_date (identity->updated);
      g_autofree char *words = g_strdup_printf (_("Updated on %s"), day);
      g_autofree char *description = g_markup_escape_text (words, -1);

      adw_preferences_group_set_description (group, description);
    }
  for (guint i = 0; i < identity->entries->len; i++)
    adw_preferences_group_add (group, create_row (g_ptr_array_index (identity->entries, i)));
  return group;
}
