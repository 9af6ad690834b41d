/* desk-balance-reading.h: the balance of one account, read from the bank in real time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-context.h"

G_BEGIN_DECLS

/**
 * DeskBalanceState:
 * @DESK_BALANCE_IDLE: not asked for, or not wanted any more
 * @DESK_BALANCE_RUNNING: the bank is being asked
 * @DESK_BALANCE_DONE: the store has what the bank said
 * @DESK_BALANCE_FAILED: see desk_balance_reading_get_error()
 */
typedef enum
{
  DESK_BALANCE_IDLE,
  DESK_BALANCE_RUNNING,
  DESK_BALANCE_DONE,
  DESK_BALANCE_FAILED,
} DeskBalanceState;

#define DESK_TYPE_BALANCE_READING (desk_balance_reading_get_type ())
G_DECLARE_FINAL_TYPE (DeskBalanceReading, desk_balance_reading, DESK, BALANCE_READING, GObject)

/**
 * desk_balance_reading_new:
 * @account_id: the bank's id of the account
 *
 * Asks nothing yet. #DeskBalanceReading::changed is emitted with each new state.
 */
DeskBalanceReading *desk_balance_reading_new         (DeskContext        *context,
                                                      const char         *end_user_id,
                                                      const char         *account_id);

/* Asks the bank (fiskil-api.md 2.6 Balances) and puts its answer in the place of the stored balance, unless that is
 * under way already. */
void                desk_balance_reading_start       (DeskBalanceReading *self);
void                desk_balance_reading_cancel      (DeskBalanceReading *self);
DeskBalanceState    desk_balance_reading_get_state   (DeskBalanceReading *self);

/* Returns: (nullable): in #DESK_API_ERROR or #DESK_STORE_ERROR; why it failed */
const GError       *desk_balance_reading_get_error   (DeskBalanceReading *self);

/* Returns: when the bank was read last, in microseconds since the epoch, by the context's clock; 0 if it was not */
gint64              desk_balance_reading_get_read_at (DeskBalanceReading *self);

/* Returns: how long ago that is, in microseconds */
gint64              desk_balance_reading_get_age     (DeskBalanceReading *self);

G_END_DECLS
