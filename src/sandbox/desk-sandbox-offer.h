/* desk-sandbox-offer.h: a product of a bank or a plan of an energy retailer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskSandboxOffer:
 * @id: (owned): the `product_id` or `plan_id`
 * @brand: (owned) (nullable): whose it is: the CDR brand id of a retailer
 * @detail: (owned): all of it, as JSON in the names of the Fiskil Data API
 * @summary: (owned): what a list shows of it
 * @from: from when on it is offered, in microseconds since the epoch; %G_MININT64 if it always was
 * @to: until when; %G_MAXINT64 if there is no end
 *
 * What anybody may read, without consent.
 */
typedef struct
{
  char   *id;
  char   *brand;
  char   *detail;
  char   *summary;
  gint64  from;
  gint64  to;
} DeskSandboxOffer;

/**
 * desk_sandbox_offer_new:
 * @json: a product or a plan with all details (fiskil-api.md 9.1 and 9.2)
 * @institution_id: the id that is added to it
 * @institution_name: (nullable): the name that is added to it: plans have it, products do not
 * @error: set in #DESK_JSON_ERROR if @json is not a JSON object with an id
 *
 * Not one byte of a value is changed.
 *
 * Returns: (transfer full) (nullable): the offer, or %NULL with @error set
 */
DeskSandboxOffer *desk_sandbox_offer_new        (const char              *json,
                                                 const char              *institution_id,
                                                 const char              *institution_name,
                                                 GError                 **error);
void              desk_sandbox_offer_free       (DeskSandboxOffer        *self);

/**
 * desk_sandbox_offer_is_current:
 *
 * Returns: whether it can be had at @now
 */
gboolean          desk_sandbox_offer_is_current (const DeskSandboxOffer  *self,
                                                 gint64                   now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSandboxOffer, desk_sandbox_offer_free)

G_END_DECLS
