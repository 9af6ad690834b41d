/* desk-environment-draft.h: the settings of an environment while they are written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-environment.h"

G_BEGIN_DECLS

/* What can be set; each is a text, as somebody types it and as the file has it. */
typedef enum
{
  DESK_ENVIRONMENT_FIELD_NAME,
  DESK_ENVIRONMENT_FIELD_CLIENT_ID,
  DESK_ENVIRONMENT_FIELD_API,
  DESK_ENVIRONMENT_FIELD_AUTH,
  DESK_ENVIRONMENT_FIELD_API_VERSION,
  DESK_ENVIRONMENT_FIELD_REQUEST_RATE,
  DESK_ENVIRONMENT_FIELD_LINK_WAY,
  DESK_ENVIRONMENT_FIELD_REDIRECT_URI,
  DESK_ENVIRONMENT_FIELD_CANCEL_URI,
  DESK_ENVIRONMENT_FIELD_TIMEOUT,
  DESK_ENVIRONMENT_FIELD_BROWSER_PORT,
  DESK_ENVIRONMENT_FIELD_WEBHOOK_PORT,
  DESK_ENVIRONMENT_N_FIELDS
} DeskEnvironmentField;

#define DESK_TYPE_ENVIRONMENT_DRAFT (desk_environment_draft_get_type ())
G_DECLARE_FINAL_TYPE (DeskEnvironmentDraft, desk_environment_draft, DESK, ENVIRONMENT_DRAFT, GObject)

/**
 * desk_environment_draft_new:
 * @environment: (nullable): a saved environment to start from; %NULL for the defaults of a new one
 */
DeskEnvironmentDraft *desk_environment_draft_new   (DeskEnvironment      *environment);

/* Never %NULL; without blanks at either end. */
const char           *desk_environment_draft_get   (DeskEnvironmentDraft *self,
                                                    DeskEnvironmentField  field);
void                  desk_environment_draft_set   (DeskEnvironmentDraft *self,
                                                    DeskEnvironmentField  field,
                                                    const char           *text);
gboolean              desk_environment_draft_equal (DeskEnvironmentDraft *self,
                                                    DeskEnvironmentDraft *other);

/**
 * desk_environment_draft_check:
 *
 * Returns: (transfer full) (nullable): a sentence that says what is wrong and what is expected; %NULL if it is right
 */
char                 *desk_environment_draft_check (DeskEnvironmentDraft *self,
                                                    DeskEnvironmentField  field);

/**
 * desk_environment_draft_write:
 *
 * Puts the settings into the group of that name. Other keys of the group stay as they are; a setting that is absent
 * there and has its default is left out.
 */
void                  desk_environment_draft_write (DeskEnvironmentDraft *self,
                                                    GKeyFile             *key_file);

/**
 * desk_environment_draft_make:
 *
 * Returns: (transfer full) (nullable): the environment with these settings, which is not saved;
 *   %NULL with %DESK_ENVIRONMENT_ERROR_FIELD for the first setting that is wrong
 */
DeskEnvironment      *desk_environment_draft_make  (DeskEnvironmentDraft *self,
                                                    GError              **error);

G_END_DECLS
