/* fuzz-link-verdict.h: what libFuzzer calls, and our own driver where it is not there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

/**
 * LLVMFuzzerInitialize:
 *
 * Makes a broken promise of a caller fatal.
 *
 * Returns: 0
 */
int LLVMFuzzerInitialize   (int           *argc,
                            char        ***argv);

/**
 * LLVMFuzzerTestOneInput:
 * @data: (array length=size): anything; see #FuzzInput
 *
 * Judges it as a message and as a navigation. Prints the input and aborts on a verdict that
 * another reading does not allow.
 *
 * Returns: 0
 */
int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);
