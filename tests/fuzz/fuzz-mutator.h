/* fuzz-mutator.h: changes inputs at random, the same at each run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/**
 * FuzzMutator:
 * @random: the source of everything random
 * @corpus: (element-type GBytes): what to start from; at least one
 * @tokens: (element-type utf8): what to put in; at least one
 */
typedef struct
{
  GRand     *random;
  GPtrArray *corpus;
  GPtrArray *tokens;
} FuzzMutator;

/**
 * fuzz_mutator_make:
 * @target: its content is replaced by one input of the corpus, changed in a few places
 */
void fuzz_mutator_make (const FuzzMutator *self,
                        GString           *target);
