/* desk-cli-options.c: what was typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-cli-options.h"

#include <glib/gi18n-lib.h>

#include "desk-environment-file.h"

/* What GOption writes into; strings are owned. */
typedef struct
{
  DeskCliOptions  *options;
  gboolean         as_json;
  gboolean         wants_help;
  gboolean         wants_version;
  char           **values[DESK_CLI_MAX_OPTIONS];
  gboolean         flags[DESK_CLI_MAX_OPTIONS]; /* of options without an argument */
} Parse;

void
desk_cli_options_free (DeskCliOptions *self)
{
  g_free (self->help);
  g_free (self->environment);
  g_free (self->api_uri);
  g_free (self->auth_uri);
  g_free (self->api_version);
  g_free (self);
}

static GOptionContext *
new_option_context (Parse      *parse,
                    const char *words)
{
  GOptionContext *context = g_option_context_new (words);
  const GOptionEntry entries[] = {
    { "environment", 'e', 0, G_OPTION_ARG_STRING, &parse->options->environment,
      N_("Where to work; the built-in Sandbox if absent"), N_("NAME") },
    { "api", 0, 0, G_OPTION_ARG_STRING, &parse->options->api_uri,
      N_("The address of another API, with --auth"), N_("URL") },
    { "auth", 0, 0, G_OPTION_ARG_STRING, &parse->options->auth_uri,
      N_("The address of its consent pages"), N_("URL") },
    { "api-version", 0, 0, G_OPTION_ARG_STRING, &parse->options->api_version,
      N_("v1, v2 or v3; v3 if absent"), N_("VERSION") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &parse->as_json,
      N_("Write JSON and only JSON to standard output"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &parse->wants_version,
      N_("Show the version"), NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &parse->wants_help,
      N_("Show help, also for a command: consentctl users create --help"), NULL },
    G_OPTION_ENTRY_NULL
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, FALSE);

  return context;
}

static void
describe_program (GOptionContext *context)
{
  g_autofree char *commands = desk_cli_command_list ();
  g_autofree char *text = NULL;

  text = g_strconcat (commands, "\n\n",
                      _("Credentials come from the variables CONSENT_DESK_CLIENT_ID and CONSENT_DESK_CLIENT_SECRET, or from the keyring.\n"
                        "Exit codes: 0 done, 1 the service said no, 2 wrong use, 3 not authorised, 4 network, 5 bad data, 6 not found."),
                      NULL);
  g_option_context_set_summary (context, _("Works with the Fiskil Data API from the command line."));
  g_option_context_set_description (context, text);
}

static void
describe_command (GOptionContext       *context,
                  const DeskCliCommand *command)
{
  g_autofree char *example = g_strdup_printf (_("Example:\n  consentctl %s"), command->example);

  g_option_context_set_summary (context, _(command->summary));
  g_option_context_set_description (context, example);
}

static void
add_command_entries (GOptionContext       *context,
                     const DeskCliCommand *command,
                     Parse                *parse)
{
  for (guint i = 0; i < DESK_CLI_MAX_OPTIONS && command->options[i].name != NULL; i++)
    {
      const DeskCliOption *option = &command->options[i];
      gboolean is_flag = option->argument == NULL;
      const GOptionEntry entries[] = {
        { option->name, 0, 0, is_flag ? G_OPTION_ARG_NONE : G_OPTION_ARG_STRING_ARRAY,
          is_flag ? (gpointer) &parse->flags[i] : (gpointer) &parse->values[i], option->description, option->argument },
        G_OPTION_ENTRY_NULL
      };

      g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
    }
}

static gboolean
take_argument (const DeskCliCommand  *command,
               char                 **words,
               DeskCliCall           *call,
               GError               **error)
{
  guint n_words = g_strv_length (words);
  guint n_wanted = command->argument != NULL ? 1 : 0;

  if (n_words > n_wanted)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("“%s” is too much. Try the command with --help."), words[n_wanted]);
      return FALSE;
    }

  if (n_words < n_wanted || (n_wanted > 0 && *words[0] == '\0'))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("%s is missing. Try the command with --help."), _(command->argument));
      return FALSE;
    }

  call->argument = g_strdup (words[0]);

  return TRUE;
}

/* A flag that is set has its own name for a value. */
static void
take_flags (const DeskCliCommand *command,
            Parse                *parse,
            DeskCliCall          *call)
{
  for (guint i = 0; i < DESK_CLI_MAX_OPTIONS && command->options[i].name != NULL; i++)
    {
      const char *name = command->options[i].name;
      const char *const values[] = { name, NULL };

      if (parse->flags[i])
        g_hash_table_insert (call->options, g_strdup (name), g_strdupv ((char **) values));
    }
}

static gboolean
take_values (const DeskCliCommand  *command,
             Parse                 *parse,
             DeskCliCall           *call,
             GError               **error)
{
  for (guint i = 0; i < DESK_CLI_MAX_OPTIONS && command->options[i].name != NULL; i++)
    {
      gboolean is_empty = parse->values[i] == NULL || *parse->values[i][g_strv_length (parse->values[i]) - 1] == '\0';

      if (parse->values[i] != NULL && !(is_empty && command->options[i].is_required))
        {
          g_hash_table_insert (call->options, g_strdup (command->options[i].name),
                               g_steal_pointer (&parse->values[i]));
          continue;
        }

      if (command->options[i].is_required)
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _("--%s is missing. Try the command with --help."), command->options[i].name);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
is_one_of (const char        *word,
           const char *const *words)
{
  return word == NULL || g_strv_contains (words, word);
}

static gboolean
check_environment (DeskCliOptions  *self,
                   GError         **error)
{
  static const char *const versions[] = { "v1", "v2", "v3", NULL };

  if ((self->api_uri == NULL) != (self->auth_uri == NULL))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("Give --api and --auth together."));
      return FALSE;
    }

  if (self->environment != NULL && self->api_uri != NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _("Give either --environment or --api and --auth."));
      return FALSE;
    }

  if (!is_one_of (self->api_version, versions))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("“%s” is no version of the API. Give v1, v2 or v3."), self->api_version);
      return FALSE;
    }

  return TRUE;
}

static gboolean
parse_command (Parse        *parse,
               char       ***words,
               DeskCliCall  *call,
               GError      **error)
{
  const char *const *all = (const char *const *) *words + 1;
  const DeskCliCommand *command;
  g_autoptr(GOptionContext) context = NULL;
  g_autoptr(GPtrArray) rest = NULL;
  g_auto(GStrv) arguments = NULL;
  g_autofree char *usage = NULL;
  guint n_words = 0;

  command = desk_cli_command_find (all, &n_words, error);
  if (command == NULL)
    return FALSE;

  /* GOption takes the first word for the name of the program. */
  rest = g_ptr_array_new_with_free_func (g_free);
  for (guint i = n_words - 1; all[i] != NULL; i++)
    g_ptr_array_add (rest, g_strdup (all[i]));

  g_ptr_array_add (rest, NULL);
  g_ptr_array_set_free_func (rest, NULL);
  arguments = (char **) g_ptr_array_free (g_steal_pointer (&rest), FALSE);

  usage = desk_cli_command_dup_words (command);
  context = new_option_context (parse, usage);
  describe_command (context, command);
  add_command_entries (context, command, parse);
  if (!g_option_context_parse_strv (context, &arguments, error))
    return FALSE;

  if (parse->wants_help)
    {
      parse->options->help = g_option_context_get_help (context, TRUE, NULL);
      return TRUE;
    }

  parse->options->command = command;
  take_flags (command, parse, call);

  return take_argument (command, arguments + 1, call, error) && take_values (command, parse, call, error);
}

static gboolean
parse_all (Parse        *parse,
           char       ***words,
           DeskCliCall  *call,
           GError      **error)
{
  g_autoptr(GOptionContext) context = new_option_context (parse, _("COMMAND …"));

  /* The rest belongs to the command. */
  g_option_context_set_strict_posix (context, TRUE);
  describe_program (context);
  if (!g_option_context_parse_strv (context, words, error))
    return FALSE;

  if (parse->wants_version)
    {
      parse->options->help = g_strdup ("consentctl " PACKAGE_VERSION "\n");
      return TRUE;
    }

  if (parse->wants_help && (*words)[1] == NULL)
    {
      parse->options->help = g_option_context_get_help (context, TRUE, NULL);
      return TRUE;
    }

  return parse_command (parse, words, call, error) && check_environment (parse->options, error);
}

DeskCliOptions *
desk_cli_options_parse (const char *const  *argv,
                        DeskCliCall        *call,
                        GError            **error)
{
  g_autoptr(DeskCliOptions) self = NULL;
  g_auto(GStrv) words = NULL;
  Parse parse = { 0 };
  gboolean is_good;

  g_return_val_if_fail (argv != NULL, NULL);
  g_return_val_if_fail (call != NULL, NULL);

  self = g_new0 (DeskCliOptions, 1);
  words = g_strdupv ((char **) argv);
  parse.options = self;
  is_good = parse_all (&parse, &words, call, error);
  for (guint i = 0; i < DESK_CLI_MAX_OPTIONS; i++)
    g_strfreev (parse.values[i]);

  call->as_json = parse.as_json;

  return is_good ? g_steal_pointer (&self) : NULL;
}

DeskEnvironment *
desk_cli_options_find_environment (DeskCliOptions  *self,
                                   GError         **error)
{
  g_autoptr(DeskEnvironment) environment = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  path = desk_environment_file_dup_path ();
  environment = self->api_uri != NULL
                ? desk_environment_new_temporary (self->api_uri, self->auth_uri, error)
                : desk_environment_file_find (path, self->environment, error);
  if (environment != NULL && self->api_version != NULL)
    desk_environment_set_api_version (environment, self->api_version);

  return g_steal_pointer (&environment);
}
