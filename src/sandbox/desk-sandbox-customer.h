/* desk-sandbox-customer.h: somebody who can log in at one institution
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "desk-sandbox-bulk.h"
#include "desk-sandbox-record.h"

G_BEGIN_DECLS

/**
 * DeskSandboxSource:
 * @DESK_SANDBOX_SOURCE_PERSONA: made up by the sandbox itself
 * @DESK_SANDBOX_SOURCE_DATA: read from a file given with `--data`
 */
typedef enum
{
  DESK_SANDBOX_SOURCE_PERSONA,
  DESK_SANDBOX_SOURCE_DATA,
} DeskSandboxSource;

/**
 * DeskSandboxAccount:
 * @account_id: (owned): the bank's or the retailer's id of the account
 * @display_name: (owned): "Everyday Account"
 * @masked_number: (owned): "xxxx xxxx 4821"; of an energy account its number
 * @description: (owned): one line below the name: the product, or the address that is supplied
 * @service_point_ids: (owned) (element-type utf8): what the account's permission to read
 *   service points and usage covers; empty for a bank account
 *
 * What the account selection page shows, and what a consent is about.
 */
typedef struct
{
  char      *account_id;
  char      *display_name;
  char      *masked_number;
  char      *description;
  GPtrArray *service_point_ids;
} DeskSandboxAccount;

#define DESK_TYPE_SANDBOX_CUSTOMER (desk_sandbox_customer_get_type ())
G_DECLARE_FINAL_TYPE (DeskSandboxCustomer, desk_sandbox_customer, DESK, SANDBOX_CUSTOMER, GObject)

/**
 * desk_sandbox_customer_new:
 * @id: unique at the institution: one person at two institutions is two customers
 * @name: the person's or the organisation's name
 * @login: the e-mail that is typed on the log-in page; unique at the institution
 * @institution_id: the institution whose customer this is
 * @industry: `banking` or `energy`
 * @source: where the data comes from
 * @origin: what the ids of the records are derived from, beside the customer: `persona`,
 *   or the base name of the data file
 *
 * Returns: (transfer full): a customer without accounts and records
 */
DeskSandboxCustomer *desk_sandbox_customer_new  (const char        *id,
                                                 const char        *name,
                                                 const char        *login,
                                                 const char        *institution_id,
                                                 const char        *industry,
                                                 DeskSandboxSource  source,
                                                 const char        *origin);
const char *desk_sandbox_customer_get_id             (DeskSandboxCustomer *self);
const char *desk_sandbox_customer_get_name           (DeskSandboxCustomer *self);
const char *desk_sandbox_customer_get_login          (DeskSandboxCustomer *self);
const char *desk_sandbox_customer_get_institution_id (DeskSandboxCustomer *self);
const char *desk_sandbox_customer_get_industry       (DeskSandboxCustomer *self);
DeskSandboxSource desk_sandbox_customer_get_source   (DeskSandboxCustomer *self);

/**
 * desk_sandbox_customer_set_fault:
 * @fault: (nullable): what goes wrong for this customer, as desk_sandbox_fault_spec_parse() takes it
 */
void        desk_sandbox_customer_set_fault          (DeskSandboxCustomer *self,
                                                      const char          *fault);

/**
 * desk_sandbox_customer_get_fault:
 *
 * Returns: (nullable): what goes wrong for this customer, or %NULL
 */
const char *desk_sandbox_customer_get_fault          (DeskSandboxCustomer *self);

/**
 * DeskSandboxFill:
 *
 * Adds the accounts and the records of @customer as they are at @now.
 */
typedef void (*DeskSandboxFill) (DeskSandboxCustomer *customer,
                                 gint64               now,
                                 gpointer             user_data);

/**
 * desk_sandbox_customer_set_fill:
 * @now: microseconds since the epoch
 * @fill: called when the accounts or the records are needed, and again after desk_sandbox_customer_grow()
 * @destroy: (nullable): frees @user_data
 *
 * Puts off the making of the records, so that the sandbox starts at once
 * however many customers there are.
 */
void        desk_sandbox_customer_set_fill           (DeskSandboxCustomer *self,
                                                      gint64               now,
                                                      DeskSandboxFill      fill,
                                                      gpointer             user_data,
                                                      GDestroyNotify       destroy);

/**
 * desk_sandbox_customer_grows:
 *
 * Returns: whether the data goes on as time goes by: what was made up does, what a file says does not
 */
gboolean    desk_sandbox_customer_grows              (DeskSandboxCustomer *self);

/**
 * desk_sandbox_customer_grow:
 * @now: microseconds since the epoch
 *
 * Brings the data of a customer that grows up to @now. Accounts and records that were got before are no longer valid.
 */
void        desk_sandbox_customer_grow               (DeskSandboxCustomer *self,
                                                      gint64               now);

/**
 * desk_sandbox_customer_set_about:
 * @group: (nullable): under which heading the log-in page lists the customer
 * @about: (nullable): what is special about the customer, in a few words
 */
void        desk_sandbox_customer_set_about          (DeskSandboxCustomer *self,
                                                      const char          *group,
                                                      const char          *about);

/* Both %NULL unless they were set. */
const char *desk_sandbox_customer_get_group          (DeskSandboxCustomer *self);
const char *desk_sandbox_customer_get_about          (DeskSandboxCustomer *self);

/**
 * desk_sandbox_customer_add_account:
 * @description: (nullable): one line below the name
 *
 * Adds what the account selection page shows. The record of the account is
 * added besides, as a record of `banking.accounts` or `energy.accounts`.
 */
void        desk_sandbox_customer_add_account        (DeskSandboxCustomer *self,
                                                      const char          *account_id,
                                                      const char          *display_name,
                                                      const char          *masked_number,
                                                      const char          *description);

/**
 * desk_sandbox_customer_add_service_point:
 * @account_id: an account that was added
 *
 * Says that sharing the account shares the service point and its usage.
 * A service point that no account claims goes with any account of the customer
 * (data with broken references, hard-cases.md 28).
 */
void        desk_sandbox_customer_add_service_point  (DeskSandboxCustomer *self,
                                                      const char          *account_id,
                                                      const char          *service_point_id);

/**
 * desk_sandbox_customer_add_record:
 * @data_set: the name of a #DeskSandboxDataSet: `banking.accounts`
 * @json: the record as one JSON object in the names of the Fiskil Data API (fiskil-api.md 9),
 *   without `fiskil_id`, `institution_id` and `arrangement_id`. A record of
 *   `common.identity` is `{"customer":{"customer_u_type":…}}` (2.8)
 * @error: set in #DESK_JSON_ERROR if @json is not a JSON object
 *
 * Records may be added in any order: they are served as the standards promise
 * (transactions latest first and pending ones before them, usage by service
 * point and then latest first), otherwise as added.
 *
 * Returns: %FALSE with @error set if the record cannot be served
 */
gboolean    desk_sandbox_customer_add_record         (DeskSandboxCustomer *self,
                                                      const char          *data_set,
                                                      const char          *json,
                                                      GError             **error);

/**
 * desk_sandbox_customer_get_accounts:
 *
 * Returns: (transfer none) (element-type DeskSandboxAccount): in the order added
 */
GPtrArray  *desk_sandbox_customer_get_accounts       (DeskSandboxCustomer *self);

/**
 * desk_sandbox_customer_get_records:
 *
 * Returns: (transfer none) (nullable) (element-type DeskSandboxRecord): in the
 *   order in which they are served; %NULL if the customer has none of @data_set
 */
GPtrArray  *desk_sandbox_customer_get_records        (DeskSandboxCustomer *self,
                                                      const char          *data_set);

/**
 * desk_sandbox_customer_multiply_transactions:
 * @length: how many transactions there are to be
 * @seed: what their ids come from
 *
 * From now on the customer has so many transactions, which are made from those that were
 * added as they are read. No transaction may be added afterwards. Nothing changes for a
 * customer without posted transactions.
 */
void        desk_sandbox_customer_multiply_transactions (DeskSandboxCustomer *self,
                                                         guint                length,
                                                         guint64              seed);

/**
 * desk_sandbox_customer_count_records:
 *
 * Returns: how many records of @data_set are served
 */
guint       desk_sandbox_customer_count_records      (DeskSandboxCustomer *self,
                                                      const char          *data_set);

/**
 * desk_sandbox_customer_get_record:
 * @position: less than desk_sandbox_customer_count_records()
 *
 * Returns: (transfer none): a record; valid until the next one is asked for
 */
const DeskSandboxRecord *desk_sandbox_customer_get_record (DeskSandboxCustomer *self,
                                                           const char          *data_set,
                                                           guint                position);

/**
 * desk_sandbox_customer_get_bulk:
 *
 * Returns: (transfer none) (nullable): what is served instead of the records of @data_set
 */
DeskSandboxBulk *desk_sandbox_customer_get_bulk      (DeskSandboxCustomer *self,
                                                      const char          *data_set);

/**
 * desk_sandbox_customer_shares:
 * @account_ids: the accounts that a consent is about
 *
 * Returns: whether a consent for @account_ids covers @record: the record's account is one of
 *   them, or its service point belongs to one of them, or it has neither
 */
gboolean    desk_sandbox_customer_shares             (DeskSandboxCustomer     *self,
                                                      const DeskSandboxRecord *record,
                                                      const char *const       *account_ids);

G_END_DECLS
