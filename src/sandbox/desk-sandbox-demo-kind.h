/* desk-sandbox-demo-kind.h: what a booking is for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskSandboxKind:
 * @primary: `category.primary_category`
 * @secondary: `category.secondary_category`
 * @confidence: `category.confidence_level`
 * @merchant_category_code: (nullable): ISO 18245; %NULL where there is no merchant
 */
typedef struct
{
  const char *primary;
  const char *secondary;
  const char *confidence;
  const char *merchant_category_code;
} DeskSandboxKind;

/**
 * desk_sandbox_kind_find:
 * @name: as persona files name it: `groceries`
 *
 * Returns: (transfer none) (nullable): the kind, or %NULL if there is none with @name
 */
const DeskSandboxKind *desk_sandbox_kind_find (const char *name);

G_END_DECLS
