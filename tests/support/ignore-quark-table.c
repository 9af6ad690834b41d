/* ignore-quark-table.c: tells the leak check of GLib's first table of quarks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GLib makes a table for 2,048 quarks before main(). When a program has more of them, GLib makes a larger one and drops
 * the first on purpose, since threads may still read it. The stack of that leak ends in g_malloc(), which
 * tests/lsan.supp cannot name without hiding every other leak.
 */
#include <sanitizer/lsan_interface.h>
#include <stddef.h>

#define TABLE_SIZE (2048 * sizeof (char *))

static const volatile void *table;
static int has_started;

/* The sanitizer calls it after each allocation. GCC ships no header that declares it. */
void __sanitizer_malloc_hook (const volatile void *memory,
                              size_t               size);

void
__sanitizer_malloc_hook (const volatile void *memory,
                         size_t               size)
{
  if (!has_started && table == NULL && size == TABLE_SIZE)
    table = memory;
}

/* The constructors of the libraries have run; those of the program, and main(), come now. */
__attribute__ ((constructor)) static void
start (void)
{
  has_started = 1;
  if (table != NULL)
    __lsan_ignore_object ((const void *) table);
}
