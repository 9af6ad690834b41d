/* desk-environment.h: where we work: a sandbox or a Fiskil account
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "desk-link-way.h"

G_BEGIN_DECLS

/**
 * DeskEnvironmentKind:
 * @DESK_ENVIRONMENT_KIND_SANDBOX: the built-in sandbox, started by us
 * @DESK_ENVIRONMENT_KIND_FISKIL: a Fiskil account; production until shown otherwise
 * @DESK_ENVIRONMENT_KIND_TEMPORARY: given on the command line; never saved
 */
typedef enum
{
  DESK_ENVIRONMENT_KIND_SANDBOX,
  DESK_ENVIRONMENT_KIND_FISKIL,
  DESK_ENVIRONMENT_KIND_TEMPORARY,
} DeskEnvironmentKind;

/**
 * DeskEnvironmentStage:
 * @DESK_ENVIRONMENT_STAGE_UNKNOWN: nobody has looked yet, so that it counts as production
 * @DESK_ENVIRONMENT_STAGE_TEST: no real person's data can be in it
 * @DESK_ENVIRONMENT_STAGE_PRODUCTION: it reaches real institutions; it stays so for good
 */
typedef enum
{
  DESK_ENVIRONMENT_STAGE_UNKNOWN,
  DESK_ENVIRONMENT_STAGE_TEST,
  DESK_ENVIRONMENT_STAGE_PRODUCTION,
} DeskEnvironmentStage;

#define DESK_ENVIRONMENT_ERROR (desk_environment_error_quark ())

/**
 * DeskEnvironmentError:
 * @DESK_ENVIRONMENT_ERROR_ADDRESS: an address is neither https nor http to a loopback literal
 * @DESK_ENVIRONMENT_ERROR_UNKNOWN: no environment has that name
 * @DESK_ENVIRONMENT_ERROR_CREDENTIALS: there is no client id or no client secret for it
 * @DESK_ENVIRONMENT_ERROR_SANDBOX: the sandbox did not start, or ended
 * @DESK_ENVIRONMENT_ERROR_FIELD: a setting cannot be saved as it is
 */
typedef enum
{
  DESK_ENVIRONMENT_ERROR_ADDRESS,
  DESK_ENVIRONMENT_ERROR_UNKNOWN,
  DESK_ENVIRONMENT_ERROR_CREDENTIALS,
  DESK_ENVIRONMENT_ERROR_SANDBOX,
  DESK_ENVIRONMENT_ERROR_FIELD,
} DeskEnvironmentError;

GQuark               desk_environment_error_quark     (void);

#define DESK_TYPE_ENVIRONMENT (desk_environment_get_type ())
G_DECLARE_FINAL_TYPE (DeskEnvironment, desk_environment, DESK, ENVIRONMENT, GObject)

/**
 * desk_environment_new_sandbox:
 *
 * Returns: (transfer full): the built-in sandbox; its addresses are set once it runs
 */
DeskEnvironment     *desk_environment_new_sandbox     (void);

/**
 * desk_environment_new_temporary:
 *
 * Returns: (transfer full) (nullable): %NULL with %DESK_ENVIRONMENT_ERROR_ADDRESS
 */
DeskEnvironment     *desk_environment_new_temporary   (const char       *api_uri,
                                                       const char       *auth_uri,
                                                       GError          **error);

/**
 * desk_environment_new_from_key_file:
 * @group: the environment's name
 *
 * Keys: `api` and `auth` (required), `api-version`, `client-id`, `redirect-uri`, `cancel-uri`,
 * `browser-port`, `webhook-port`, `requests-per-second`, `timeout` (seconds), `link-way` (`redirect`, `embedded`, `browser`) and
 * `production` (`true` once it was seen to be).
 *
 * Returns: (transfer full) (nullable): %NULL with #DESK_ENVIRONMENT_ERROR or #G_KEY_FILE_ERROR
 */
DeskEnvironment     *desk_environment_new_from_key_file (GKeyFile       *key_file,
                                                         const char     *group,
                                                         GError        **error);
const char          *desk_environment_get_name        (DeskEnvironment  *self);
DeskEnvironmentKind  desk_environment_get_kind        (DeskEnvironment  *self);
const char          *desk_environment_get_api_uri     (DeskEnvironment  *self);
const char          *desk_environment_get_auth_uri    (DeskEnvironment  *self);

/* Where the sandbox answers this time; for the built-in sandbox alone. */
void                 desk_environment_set_addresses   (DeskEnvironment  *self,
                                                       const char       *api_uri,
                                                       const char       *auth_uri);

/* (nullable): as the key file has it; it is no secret. */
const char          *desk_environment_get_client_id   (DeskEnvironment  *self);
const char          *desk_environment_get_api_version (DeskEnvironment  *self);
void                 desk_environment_set_api_version (DeskEnvironment  *self,
                                                       const char       *api_version);
const char          *desk_environment_get_redirect_uri (DeskEnvironment *self);
const char          *desk_environment_get_cancel_uri  (DeskEnvironment  *self);

/* The port of the browser way's return listener; 0 for any free one. */
guint                desk_environment_get_browser_port (DeskEnvironment *self);

/* The port of 127.0.0.1 on which webhooks are received; 0 for none. */
guint                desk_environment_get_webhook_port (DeskEnvironment *self);

/* How many requests may begin in a second; 0 for any number, as for the built-in sandbox, and for a temporary one on this computer. */
guint                desk_environment_get_request_rate (DeskEnvironment *self);

/* How long a consent page may take, in seconds. */
guint                desk_environment_get_timeout     (DeskEnvironment  *self);
DeskLinkWay          desk_environment_get_link_way    (DeskEnvironment  *self);
void                 desk_environment_set_link_way    (DeskEnvironment  *self,
                                                       DeskLinkWay       way);

/* The word for @way in the key file. */
const char          *desk_environment_way_to_word     (DeskLinkWay       way);

/* Property `stage` notifies. The built-in sandbox is for tests by construction. */
DeskEnvironmentStage desk_environment_get_stage       (DeskEnvironment  *self);

/* Whether it may hold real people's data: anything that was not shown to be for tests. */
gboolean             desk_environment_is_production   (DeskEnvironment  *self);

/**
 * desk_environment_judge:
 * @institutions: (element-type DeskInstitution): all that `GET /institutions` offers at this time
 *
 * For tests is what offers nothing accessible but the test bank 88888. What was seen to be production once
 * never goes back.
 */
void                 desk_environment_judge           (DeskEnvironment  *self,
                                                       GPtrArray        *institutions);

/**
 * desk_environment_keeps_data_on_disk:
 *
 * Returns: whether records may lie on a disk: only those of the built-in sandbox
 */
gboolean             desk_environment_keeps_data_on_disk (DeskEnvironment *self);

G_END_DECLS
