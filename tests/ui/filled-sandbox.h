/* filled-sandbox.h: a folder in which the built-in sandbox has an end user with a consent
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FilledSandbox:
 * @folder: (owned): for desk_context_new(); in use by nobody
 * @end_user_id: (owned): of Mia Chen, whose e-mail is mia@example.com
 * @consent_id: (owned): hers
 * @institution: (owned): the name of whom it is with
 */
typedef struct
{
  char *folder;
  char *end_user_id;
  char *consent_id;
  char *institution;
} FilledSandbox;

void filled_sandbox_set_up    (FilledSandbox *self);
void filled_sandbox_tear_down (FilledSandbox *self);

G_END_DECLS
