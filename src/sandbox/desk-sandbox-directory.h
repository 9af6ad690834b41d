/* desk-sandbox-directory.h: the institutions of the sandbox and their customers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-sandbox-customer.h"
#include "desk-sandbox-institution.h"

G_BEGIN_DECLS

#define DESK_TYPE_SANDBOX_DIRECTORY (desk_sandbox_directory_get_type ())
G_DECLARE_FINAL_TYPE (DeskSandboxDirectory, desk_sandbox_directory, DESK, SANDBOX_DIRECTORY, GObject)

DeskSandboxDirectory   *desk_sandbox_directory_new              (void);

/**
 * desk_sandbox_directory_add_institution:
 * @institution: (transfer full): an institution with an id that is not there yet
 */
void                    desk_sandbox_directory_add_institution  (DeskSandboxDirectory   *self,
                                                                 DeskSandboxInstitution *institution);

/**
 * desk_sandbox_directory_add_customer:
 * @customer: (transfer none): a customer of an institution that was added
 */
void                    desk_sandbox_directory_add_customer     (DeskSandboxDirectory   *self,
                                                                 DeskSandboxCustomer    *customer);

/**
 * desk_sandbox_directory_get_institutions:
 *
 * Returns: (transfer none) (element-type DeskSandboxInstitution): in the order added
 */
GPtrArray              *desk_sandbox_directory_get_institutions (DeskSandboxDirectory   *self);

/**
 * desk_sandbox_directory_get_customers:
 *
 * Returns: (transfer none) (element-type DeskSandboxCustomer): in the order added
 */
GPtrArray              *desk_sandbox_directory_get_customers    (DeskSandboxDirectory   *self);

/**
 * desk_sandbox_directory_find_institution:
 *
 * Returns: (transfer none) (nullable): the institution, or %NULL if there is none with @id
 */
DeskSandboxInstitution *desk_sandbox_directory_find_institution (DeskSandboxDirectory   *self,
                                                                 const char             *id);

/**
 * desk_sandbox_directory_find_customer:
 *
 * Returns: (transfer none) (nullable): the customer of @institution_id, or %NULL if there is
 *   none with @id
 */
DeskSandboxCustomer    *desk_sandbox_directory_find_customer    (DeskSandboxDirectory   *self,
                                                                 const char             *institution_id,
                                                                 const char             *id);

/**
 * desk_sandbox_directory_find_login:
 * @email: as typed: blanks around it and the case of letters do not count
 *
 * Returns: (transfer none) (nullable): the customer who logs in at @institution_id with @email
 */
DeskSandboxCustomer    *desk_sandbox_directory_find_login       (DeskSandboxDirectory   *self,
                                                                 const char             *institution_id,
                                                                 const char             *email);

G_END_DECLS
