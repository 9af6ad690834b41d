/* desk-sandbox-state-category.c: the transactions that were put into another category
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-state-private.h"

void
desk_sandbox_state_set_category (DeskSandboxState *self,
                                 const char       *transaction_id,
                                 const char       *secondary_category)
{
  g_return_if_fail (DESK_IS_SANDBOX_STATE (self));
  g_return_if_fail (transaction_id != NULL && secondary_category != NULL);

  g_hash_table_replace (self->categories, g_strdup (transaction_id), g_strdup (secondary_category));
}

const char *
desk_sandbox_state_get_category (DeskSandboxState *self,
                                 const char       *transaction_id)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_STATE (self), NULL);
  g_return_val_if_fail (transaction_id != NULL, NULL);

  return g_hash_table_lookup (self->categories, transaction_id);
}

guint
desk_sandbox_state_get_n_categories (DeskSandboxState *self)
{
  g_return_val_if_fail (DESK_IS_SANDBOX_STATE (self), 0);

  return g_hash_table_size (self->categories);
}
