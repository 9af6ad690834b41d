/* fuzz-input.h: how the bytes of a fuzzer are read as a result
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "link-case.h"

/**
 * FuzzInput:
 * @place: the attempt it is for
 * @source: which window sent the message
 * @address: (owned): the second line: where a page goes, and the origin of the message
 * @data: (array length=length): all behind it: what was posted
 *
 * The first line is the source (`f`rame, `s`elf, another letter for any other) and the
 * number of the place.
 */
typedef struct
{
  const LinkPlace       *place;
  DeskLinkMessageSource  source;
  char                  *address;
  const char            *data;
  gsize                  length;
} FuzzInput;

/**
 * fuzz_input_read:
 * @bytes: (array length=length): anything; must outlive the result
 *
 * Returns: (transfer full): what it says; whatever is missing is empty
 */
FuzzInput *fuzz_input_read  (const char     *bytes,
                             gsize           length);
void       fuzz_input_free  (FuzzInput      *self);

/**
 * fuzz_input_write:
 *
 * Returns: (transfer full): bytes that fuzz_input_read() reads as @made, up to the first line
 *   break of an address
 */
GString   *fuzz_input_write (const LinkCase *made);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FuzzInput, fuzz_input_free)
