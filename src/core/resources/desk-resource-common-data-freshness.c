/* desk-resource-common-data-freshness.c: when each data set was last brought from its institution
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include <glib/gi18n-lib.h>

#include "desk-resources.h"

static const DeskField common_data_freshness_fields[] =
{
  { "data_set", DESK_FIELD_TYPE_TEXT, DESK_FIELD_LISTED | DESK_FIELD_SEARCHED, N_("Data set") },
  { "institution_id", DESK_FIELD_TYPE_ID, DESK_FIELD_LISTED, N_("Institution id") },
  { "last_synced_at", DESK_FIELD_TYPE_INSTANT, DESK_FIELD_LISTED, N_("Last synchronised") },
  { "arrangement_id", DESK_FIELD_TYPE_ID, DESK_FIELD_STORED, N_("Consent id") },
};

const DeskResource desk_resource_common_data_freshness =
{
  .name = "common.data-freshness",
  .label = N_("Data freshness"),
  .paths = (const char *const[]) { "/data-freshness", "/common/data-freshness", NULL },
  .root_keys = (const char *const[]) { "data_freshness", "dataFreshness", NULL },
  .scope = DESK_RESOURCE_SCOPE_END_USER,
  .shape = DESK_RESOURCE_SHAPE_ROWS,
  .filters = (const char *const[]) { NULL },
  .permission = NULL,
  .event = NULL,
  .key = (const char *const[]) { "institution_id", "arrangement_id", "data_set", NULL },
  .sort_field = "last_synced_at",
  .sort_descending = TRUE,
  .fields = common_data_freshness_fields,
  .n_fields = G_N_ELEMENTS (common_data_freshness_fields),
};
