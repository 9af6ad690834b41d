/* desk-cli-command.c: the commands of the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-cli-command.h"

#include <glib/gi18n-lib.h>

static const DeskCliCommand *const groups[] = {
  desk_cli_users_commands,
  desk_cli_institutions_commands,
  desk_cli_permissions_commands,
  desk_cli_sessions_commands,
  desk_cli_consents_commands,
  desk_cli_get_commands,
  desk_cli_sync_commands,
  desk_cli_export_commands,
  desk_cli_quality_commands,
  desk_cli_webhooks_commands,
  desk_cli_resources_commands,
};

static const DeskCliCommand *
find_group (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      if (g_str_equal (groups[i]->group, word))
        return groups[i];
    }

  return NULL;
}

static char *
list_names (const DeskCliCommand *group)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (const DeskCliCommand *command = group; command->group != NULL; command++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", command->name);

  return g_string_free (g_steal_pointer (&names), FALSE);
}

const DeskCliCommand *
desk_cli_command_find (const char *const  *words,
                       guint              *n_words,
                       GError            **error)
{
  const DeskCliCommand *group;
  g_autofree char *names = NULL;

  g_return_val_if_fail (words != NULL, NULL);
  g_return_val_if_fail (n_words != NULL, NULL);

  if (words[0] == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                           _("Say which command. Try consentctl --help."));
      return NULL;
    }

  group = find_group (words[0]);
  if (group == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                   _("There is no command “%s”. Try consentctl --help."), words[0]);
      return NULL;
    }

  *n_words = group->name != NULL ? 2 : 1;
  if (group->name == NULL)
    return group;

  for (const DeskCliCommand *command = group; command->group != NULL; command++)
    {
      if (g_strcmp0 (command->name, words[1]) == 0)
        return command;
    }

  names = list_names (group);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
               _("After “%s” comes one of: %s."), words[0], names);

  return NULL;
}

char *
desk_cli_command_dup_words (const DeskCliCommand *self)
{
  const char *argument;

  g_return_val_if_fail (self != NULL, NULL);

  argument = self->argument != NULL ? _(self->argument) : NULL;

  return g_strjoin (" ", self->group,
                    self->name != NULL ? self->name : argument,
                    self->name != NULL ? argument : NULL, NULL);
}

char *
desk_cli_command_list (void)
{
  g_autoptr(GString) text = g_string_new (_("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      for (const DeskCliCommand *command = groups[i]; command->group != NULL; command++)
        {
          g_autofree char *words = desk_cli_command_dup_words (command);

          g_string_append_printf (text, "\n  %-24s %s\n  %-24s consentctl %s",
                                  words, _(command->summary), "", command->example);
        }
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
