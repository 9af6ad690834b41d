/* desk-environment-place.h: where the small files of a saved environment lie
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-kept-place.h"

G_BEGIN_DECLS

/**
 * DeskEnvironmentPlaceKind:
 * @DESK_ENVIRONMENT_PLACE_RECEIPTS: what stays of consents that are over
 * @DESK_ENVIRONMENT_PLACE_NOTICES: what was told of consents
 *
 * Each is kept although nothing else of the environment is: it holds nothing personal.
 */
typedef enum
{
  DESK_ENVIRONMENT_PLACE_RECEIPTS,
  DESK_ENVIRONMENT_PLACE_NOTICES,
} DeskEnvironmentPlaceKind;

/**
 * desk_environment_place_new:
 * @state_folder: (type filename): as for desk_context_new(), and given
 * @environment: its name
 */
DeskKeptPlace *desk_environment_place_new  (DeskFileWriter           *writer,
                                            const char               *state_folder,
                                            const char               *environment,
                                            DeskEnvironmentPlaceKind  kind);

/**
 * desk_environment_place_move:
 * @name: (nullable): what the environment is called from now on; %NULL removes its files
 *
 * Moves the files of each kind. Blocks.
 */
void           desk_environment_place_move (const char               *state_folder,
                                            const char               *old_name,
                                            const char               *name);

G_END_DECLS
