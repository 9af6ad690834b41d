/* desk-sandbox-child.c: the built-in sandbox as a process of ours
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-child.h"

#include <glib/gi18n-lib.h>

#include "desk-environment.h"
#include "desk-http.h"
#include "desk-json.h"

#define PROGRAM_NAME "consent-desk-sandbox"

struct _DeskSandboxChild
{
  GObject           parent_instance;

  GSubprocess      *process;
  GDataInputStream *output;
  char             *api_uri;
  char             *auth_uri;
  char             *client_id;
  char             *client_secret;
};

enum
{
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskSandboxChild, desk_sandbox_child, G_TYPE_OBJECT)

static void
desk_sandbox_child_dispose (GObject *object)
{
  desk_sandbox_child_stop (DESK_SANDBOX_CHILD (object));

  G_OBJECT_CLASS (desk_sandbox_child_parent_class)->dispose (object);
}

static void
desk_sandbox_child_finalize (GObject *object)
{
  DeskSandboxChild *self = DESK_SANDBOX_CHILD (object);

  g_clear_object (&self->output);
  g_free (self->api_uri);
  g_free (self->auth_uri);
  g_free (self->client_id);
  g_free (self->client_secret);

  G_OBJECT_CLASS (desk_sandbox_child_parent_class)->finalize (object);
}

static void
desk_sandbox_child_class_init (DeskSandboxChildClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_sandbox_child_dispose;
  object_class->finalize = desk_sandbox_child_finalize;

  signals[ENDED] =
    g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_sandbox_child_init (DeskSandboxChild *self)
{
}

static char *
dup_own_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL ? g_path_get_dirname (program) : NULL;
}

char *
desk_sandbox_child_dup_program (void)
{
  g_autofree char *folder = dup_own_folder ();

  if (folder != NULL)
    {
      g_autofree char *beside = g_build_filename (folder, PROGRAM_NAME, NULL);

      if (g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
        return g_steal_pointer (&beside);
    }

  return g_build_filename (BINDIR, PROGRAM_NAME, NULL);
}

static char *
dup_loopback_address (DeskJsonSlice  root,
                      const char    *member)
{
  g_autofree char *uri = desk_json_slice_dup_string (desk_json_slice_get_member (root, member));

  if (uri == NULL || !desk_http_is_loopback (uri) || !desk_http_is_allowed_address (uri))
    return NULL;

  return g_steal_pointer (&uri);
}

/* The line holds the client secret: it is never repeated in an error. */
static gboolean
read_ready_line (DeskSandboxChild  *self,
                 const char        *line,
                 gsize              length,
                 GError           **error)
{
  DeskJsonSlice root;

  if (!desk_json_parse (line, length, &root, NULL))
    root = DESK_JSON_SLICE_NONE;

  self->api_uri = dup_loopback_address (root, "api");
  self->auth_uri = dup_loopback_address (root, "auth");
  self->client_id = desk_json_slice_dup_string (desk_json_slice_get_member (root, "client_id"));
  self->client_secret = desk_json_slice_dup_string (desk_json_slice_get_member (root, "client_secret"));

  if (self->api_uri != NULL && self->auth_uri != NULL && self->client_id != NULL && self->client_secret != NULL)
    return TRUE;

  g_set_error_literal (error, DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_SANDBOX,
                       _("The sandbox started, but did not say where it can be reached. Check that the program and Consent Desk are of the same version."));

  return FALSE;
}

static void
process_ended_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  GWeakRef *weak = user_data;
  g_autoptr(DeskSandboxChild) self = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  g_free (weak);

  g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL);

  if (self == NULL || self->process != G_SUBPROCESS (source))
    return;

  g_clear_object (&self->process);
  g_signal_emit (self, signals[ENDED], 0);
}

static void
watch_process (DeskSandboxChild *self)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  g_subprocess_wait_async (self->process, NULL, process_ended_cb, weak);
}

static void
ready_line_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = g_steal_pointer (&user_data);
  DeskSandboxChild *self = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autofree char *line = NULL;
  gsize length = 0;

  line = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (source), result, &length, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (line == NULL)
    {
      g_task_return_new_error (task, DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_SANDBOX,
                               _("The sandbox ended before it was ready. Try again; if it happens again, start %s in a terminal to see why."),
                               PROGRAM_NAME);
      return;
    }

  if (!read_ready_line (self, line, length, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  watch_process (self);
  g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

static gboolean
spawn (DeskSandboxChild  *self,
       const char        *program,
       const char        *state_folder,
       GError           **error)
{
  g_autoptr(GError) local_error = NULL;

  if (g_mkdir_with_parents (state_folder, 0700) != 0)
    {
      g_autofree char *shown = g_filename_display_name (state_folder);

      g_set_error (error, DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_SANDBOX,
                   _("The folder “%s” for the sandbox cannot be made. Check that you may write there."), shown);
      return FALSE;
    }

  self->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &local_error,
                                    program, "--quiet", "--exit-with-stdin", "--state", state_folder, NULL);
  if (self->process == NULL)
    {
      g_set_error (error, DESK_ENVIRONMENT_ERROR, DESK_ENVIRONMENT_ERROR_SANDBOX,
                   _("The sandbox cannot be started: %s. Install Consent Desk again."), local_error->message);
      return FALSE;
    }

  self->output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));

  return TRUE;
}

void
desk_sandbox_child_start_async (const char          *program,
                                const char          *state_folder,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(DeskSandboxChild) self = NULL;
  g_autoptr(GTask) task = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (program != NULL);
  g_return_if_fail (state_folder != NULL);

  self = g_object_new (DESK_TYPE_SANDBOX_CHILD, NULL);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, desk_sandbox_child_start_async);
  g_task_set_task_data (task, g_object_ref (self), g_object_unref);

  if (!spawn (self, program, state_folder, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_data_input_stream_read_line_async (self->output, G_PRIORITY_DEFAULT, cancellable,
                                       ready_line_cb, g_steal_pointer (&task));
}

DeskSandboxChild *
desk_sandbox_child_start_finish (GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, desk_sandbox_child_start_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
desk_sandbox_child_stop (DeskSandboxChild *self)
{
  g_autoptr(GSubprocess) process = NULL;

  g_return_if_fail (DESK_IS_SANDBOX_CHILD (self));

  process = g_steal_pointer (&self->process);
  if (process != NULL)
    g_output_stream_close (g_subprocess_get_stdin_pipe (process), NULL, NULL);
}

gboolean
desk_sandbox_child_is_running (DeskSandboxChild *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_CHILD (self), FALSE);

  return self->process != NULL;
}

const char *
desk_sandbox_child_get_api_uri (DeskSandboxChild *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_CHILD (self), NULL);

  return self->api_uri;
}

const char *
desk_sandbox_child_get_auth_uri (DeskSandboxChild *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_CHILD (self), NULL);

  return self->auth_uri;
}

const char *
desk_sandbox_child_get_client_id (DeskSandboxChild *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_CHILD (self), NULL);

  return self->client_id;
}

const char *
desk_sandbox_child_get_client_secret (DeskSandboxChild *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_CHILD (self), NULL);

  return self->client_secret;
}
