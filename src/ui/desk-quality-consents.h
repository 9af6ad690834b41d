/* desk-quality-consents.h: which of an end user's consents is looked at, in a drop-down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "desk-directory.h"

G_BEGIN_DECLS

#define DESK_TYPE_QUALITY_CONSENTS (desk_quality_consents_get_type ())
G_DECLARE_FINAL_TYPE (DeskQualityConsents, desk_quality_consents, DESK, QUALITY_CONSENTS, GObject)

/**
 * desk_quality_consents_new:
 * @drop_down: gets the active consents, and is shown where there are several
 *
 * All are chosen at first. The one that the user has chosen stays so while it is there.
 */
DeskQualityConsents *desk_quality_consents_new                (GtkDropDown         *drop_down,
                                                               DeskDirectory       *directory,
                                                               const char          *end_user_id);

/* Returns: (transfer none) (nullable): of the chosen consent; %NULL for all */
const char          *desk_quality_consents_get_arrangement_id (DeskQualityConsents *self);

/**
 * DeskQualityConsents::chosen:
 *
 * The user has chosen another one.
 */

/**
 * DeskQualityConsents::listed:
 *
 * There are other consents than before; the chosen one may be gone.
 */

G_END_DECLS
