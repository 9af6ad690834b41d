/* link-generator.h: makes up results, genuine and forged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "link-case.h"

/**
 * link_navigation_new:
 * @random: the source of everything random
 *
 * What the case means is known from the pieces it is made of; nothing of the program is asked.
 *
 * Returns: (transfer full): an address, about half of them genuine
 */
LinkCase *link_navigation_new (GRand *random);

/**
 * link_message_new:
 * @random: the source of everything random
 *
 * As link_navigation_new().
 *
 * Returns: (transfer full): a message, about half of them genuine
 */
LinkCase *link_message_new    (GRand *random);
