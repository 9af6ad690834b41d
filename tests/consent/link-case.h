/* link-case.h: one made-up result, and what it means
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-link-message.h"
#include "link-place.h"

#define LINK_MEGABYTE (1024 * 1024)

/* One case in so many holds a megabyte of something: enough to see it, few enough to be fast. */
#define LINK_MEGABYTE_RARITY 20000

/**
 * LinkCase:
 * @place: the attempt it is for
 * @is_message: whether it was posted; else it is a navigation
 * @origin: (nullable): of a message, where it came from
 * @source: of a message, which window sent it
 * @text: the JSON of a message, any bytes; the address of a navigation, no NUL
 * @expected: what it must mean
 * @consent_id: (nullable): if it completes, the id it must name
 */
typedef struct
{
  const LinkPlace       *place;
  gboolean               is_message;
  const char            *origin;
  DeskLinkMessageSource  source;
  GString               *text;
  DeskLinkVerdictKind    expected;
  char                  *consent_id;
} LinkCase;

/**
 * LinkPiece:
 * @text: a part of an address or a message
 * @kind: what the whole means if all else says that consent was given
 */
typedef struct
{
  const char          *text;
  DeskLinkVerdictKind  kind;
} LinkPiece;

/**
 * link_choose_forged:
 * @n_pieces: of how many pieces an address or a message is made
 *
 * Returns: one bit for each piece that is to be forged: none in half of all cases, else up to three
 */
guint            link_choose_forged    (GRand           *random,
                                        guint            n_pieces);

LinkCase        *link_case_new         (void);
void             link_case_free        (LinkCase        *self);

/**
 * link_case_take:
 * @pieces: (array length=n_pieces): those that are genuine first
 * @is_forged: whether to take one of the others
 *
 * Of several pieces the one that is stronger by the order of #DeskLinkVerdictKind decides what is
 * expected: a wrong address makes the state irrelevant, and so on.
 *
 * Returns: one of the texts; @self expects what it means
 */
const char      *link_case_take        (LinkCase        *self,
                                        GRand           *random,
                                        const LinkPiece *pieces,
                                        gsize            n_pieces,
                                        gboolean         is_forged);

#define link_case_take_of(self, random, pieces, is_forged) \
  link_case_take ((self), (random), (pieces), G_N_ELEMENTS (pieces), (is_forged) != 0)

/**
 * link_case_expect:
 *
 * Adds what a part means, as link_case_take() does.
 */
void             link_case_expect      (LinkCase            *self,
                                        DeskLinkVerdictKind  kind);

/**
 * link_case_judge:
 *
 * Returns: (transfer full): what the program makes of it; a message that is not JSON is ignored
 */
DeskLinkVerdict *link_case_judge       (const LinkCase  *self);

/**
 * link_case_is_met:
 *
 * Returns: whether @verdict is what is expected, consent id included
 */
gboolean         link_case_is_met      (const LinkCase        *self,
                                        const DeskLinkVerdict *verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LinkCase, link_case_free)
