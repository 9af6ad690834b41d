/* desk-application-private.h: what the files of the application share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-application.h"
#include "desk-environment-book.h"
#include "desk-keyring.h"
#include "desk-search-provider.h"
#include "desk-window.h"

G_BEGIN_DECLS

struct _DeskApplication
{
  AdwApplication   parent_instance;

  /* Owned */
  char            *state_folder;    /* (nullable) */
  char            *sandbox_program; /* (nullable) */
  DeskEnvironment *temporary;       /* (nullable): the only one, if it was given */
  DeskKeyring     *keyring;
  DeskEnvironmentBook *book;        /* (nullable): once it is started */
  DeskSearchProvider *search_provider; /* (nullable): while it is on the bus, as the only one of its name */
};

void        _desk_application_add_actions             (DeskApplication *self);
void        _desk_application_add_environment_actions (DeskApplication *self);

/* Returns: (transfer none): the window of the temporary environment if there is one, else of the sandbox; it is presented */
DeskWindow *_desk_application_open_first_environment  (DeskApplication *self);

/* Closes the windows of environments that are gone: later, so that whoever changed the name can bring the window along. */
void        _desk_application_close_removed           (DeskApplication *self);

G_END_DECLS
