/* json-corpus.h: random JSON, the same at each run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/**
 * json_corpus_new_tokens:
 * @rand: the source of everything random
 *
 * Returns: (transfer full) (element-type utf8): the tokens of one valid document, with unique names in each object
 */
GPtrArray *json_corpus_new_tokens (GRand     *rand);

/**
 * json_corpus_damage:
 *
 * Drops, doubles, swaps or replaces one token: the document may stay valid.
 */
void       json_corpus_damage     (GRand     *rand,
                                   GPtrArray *tokens);

/**
 * json_corpus_join:
 *
 * Returns: (transfer full): the document, with random blanks between the tokens
 */
char      *json_corpus_join       (GRand     *rand,
                                   GPtrArray *tokens);
