/* desk-catalogue.h: every data set, in the order in which they are fetched
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-resource.h"

G_BEGIN_DECLS

/**
 * desk_catalogue_get_resources:
 * @n_resources: (out) (optional): their number
 *
 * Returns: (transfer none) (array length=n_resources): the entries, in sync order
 */
const DeskResource *const *desk_catalogue_get_resources (guint      *n_resources);

/**
 * desk_catalogue_find:
 * @name: "banking.accounts"
 *
 * Returns: (transfer none) (nullable): the entry
 */
const DeskResource        *desk_catalogue_find          (const char *name);

/**
 * desk_catalogue_find_detail:
 *
 * Returns: (transfer none) (nullable): the data set with one record for each row of @resource
 */
const DeskResource        *desk_catalogue_find_detail   (const DeskResource *resource);

/**
 * desk_catalogue_get_version:
 *
 * Returns: a hash over names, types and flags of all entries: a store that was
 *   written with another one is dropped
 */
guint32                    desk_catalogue_get_version   (void);

G_END_DECLS
