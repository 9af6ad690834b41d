/* desk-sandbox-data-set.h: the data sets that the sandbox serves
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskSandboxDataSetFilter:
 *
 * The query filters of a data set (fiskil-api.md 2.6 and 2.7). SERVICE_POINT is the service point that
 * a record is about, SUPPLIED one of those that an invoice lists.
 */
typedef enum
{
  DESK_SANDBOX_FILTER_ACCOUNT = 1 << 0,
  DESK_SANDBOX_FILTER_TIME = 1 << 1,
  DESK_SANDBOX_FILTER_STATUS = 1 << 2,
  DESK_SANDBOX_FILTER_CATEGORY = 1 << 3,
  DESK_SANDBOX_FILTER_SERVICE_POINT = 1 << 4,
  DESK_SANDBOX_FILTER_READ_DATE = 1 << 5,
  DESK_SANDBOX_FILTER_INSTITUTION = 1 << 6,
  DESK_SANDBOX_FILTER_INVOICE = 1 << 7,
  DESK_SANDBOX_FILTER_SUPPLIED = 1 << 8,
} DeskSandboxDataSetFilter;

/**
 * DeskSandboxDataSetOrder:
 * @DESK_SANDBOX_ORDER_AS_ADDED: as the data source gives them
 * @DESK_SANDBOX_ORDER_LATEST_FIRST: rows without a time, then the latest first
 * @DESK_SANDBOX_ORDER_READS: by service point, within it the latest day first
 * @DESK_SANDBOX_ORDER_LATEST_DAY_FIRST: by the day alone
 *
 * The orders that the standards promise (CDS, "Pagination").
 */
typedef enum
{
  DESK_SANDBOX_ORDER_AS_ADDED,
  DESK_SANDBOX_ORDER_LATEST_FIRST,
  DESK_SANDBOX_ORDER_READS,
  DESK_SANDBOX_ORDER_LATEST_DAY_FIRST,
} DeskSandboxDataSetOrder;

/**
 * DeskSandboxDataSet:
 * @name: `banking.transactions`
 * @path: below the root of the API: `banking/transactions`
 * @root: the member that holds the records: `transactions`
 * @permission: what a consent must hold to share it: `transactions` (fiskil-api.md 6)
 * @prefix: how its `fiskil_id`s begin (fiskil-api.md 1.9)
 * @filters: a combination of #DeskSandboxDataSetFilter
 * @order: how its records are sorted
 * @paginated: whether `page[…]` and `links` apply
 * @other_path: (nullable): the path that the documentation means where it prints a misspelt one, or
 *   the other of two that it prints (fiskil-api.md 8.1)
 */
typedef struct
{
  const char              *name;
  const char              *path;
  const char              *root;
  const char              *permission;
  const char              *prefix;
  guint                    filters;
  DeskSandboxDataSetOrder  order;
  gboolean                 paginated;
  const char              *other_path;
} DeskSandboxDataSet;

/**
 * desk_sandbox_data_set_find:
 *
 * Returns: (nullable): the data set called @name, or %NULL
 */
const DeskSandboxDataSet *desk_sandbox_data_set_find         (const char *name);

/**
 * desk_sandbox_data_set_find_by_path:
 * @path: below the root of the API, without a slash at its start
 *
 * Returns: (nullable): the data set served at @path, or %NULL
 */
const DeskSandboxDataSet *desk_sandbox_data_set_find_by_path (const char *path);

/**
 * desk_sandbox_data_set_count:
 *
 * Returns: how many data sets there are
 */
guint                     desk_sandbox_data_set_count        (void);

/**
 * desk_sandbox_data_set_get:
 * @position: less than desk_sandbox_data_set_count()
 *
 * Returns: a data set
 */
const DeskSandboxDataSet *desk_sandbox_data_set_get          (guint       position);

G_END_DECLS
