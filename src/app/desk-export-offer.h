/* desk-export-offer.h: what can be exported from where the user is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-consent.h"
#include "desk-export-scope.h"
#include "desk-store.h"

G_BEGIN_DECLS

/**
 * DeskExportOfferKind:
 * @DESK_EXPORT_OFFER_SELECTED: the selected rows
 * @DESK_EXPORT_OFFER_SHOWN: the rows that a search or filter leaves
 * @DESK_EXPORT_OFFER_DATA_SET: all rows of the data set
 * @DESK_EXPORT_OFFER_END_USER: everything of the end user
 * @DESK_EXPORT_OFFER_CONSENT: everything of one consent
 */
typedef enum
{
  DESK_EXPORT_OFFER_SELECTED,
  DESK_EXPORT_OFFER_SHOWN,
  DESK_EXPORT_OFFER_DATA_SET,
  DESK_EXPORT_OFFER_END_USER,
  DESK_EXPORT_OFFER_CONSENT,
} DeskExportOfferKind;

/**
 * DeskExportOffer:
 * @consent: (nullable): of %DESK_EXPORT_OFFER_CONSENT
 */
typedef struct
{
  DeskExportOfferKind  kind;
  DeskExportScope     *scope;
  DeskConsent         *consent;
} DeskExportOffer;

void       desk_export_offer_free        (DeskExportOffer      *self);

/**
 * desk_export_offer_list_async:
 * @consents: (element-type DeskConsent): those of the end user that are active
 * @query: (nullable): the rows that are shown
 * @ids: (nullable) (element-type gint64): those of them that are selected
 *
 * Counts the rows. One consent alone is not offered: it is everything.
 *
 * desk_export_offer_list_finish() returns: (transfer full) (nullable) (element-type DeskExportOffer): by kind; %NULL with
 *   @error set in #DESK_STORE_ERROR or #G_IO_ERROR
 */
void       desk_export_offer_list_async  (DeskStore            *store,
                                          const char           *end_user_id,
                                          GPtrArray            *consents,
                                          const DeskQuery      *query,
                                          GArray               *ids,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
GPtrArray *desk_export_offer_list_finish (DeskStore            *store,
                                          GAsyncResult         *result,
                                          GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskExportOffer, desk_export_offer_free)

G_END_DECLS
