/* json-fixture.h: JSON for the tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <string.h>

#include "desk-json.h"

/* @text must be valid and live as long as the slice. */
static inline DeskJsonSlice
json_fixture (const char *text)
{
  g_autoptr(GError) error = NULL;
  DeskJsonSlice root;

  desk_json_parse (text, strlen (text), &root, &error);
  g_assert_no_error (error);
  return root;
}

#define assert_raw(slice, expected) \
  G_STMT_START { \
    g_autofree char *assert_raw_text = desk_json_slice_dup_raw (slice); \
    g_assert_cmpstr (assert_raw_text, ==, expected); \
  } G_STMT_END
