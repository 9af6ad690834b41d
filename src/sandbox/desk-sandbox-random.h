/* desk-sandbox-random.h: numbers and ids that follow from the seed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskSandboxRandom:
 *
 * An endless row of numbers that is given by a seed and a name. The place in
 * the row is one number, so that it can be kept and taken up again. Not for
 * real secrets: whoever knows the seed knows them all.
 */
typedef struct
{
  /*< private >*/
  guint64 start;
  guint64 position;
} DeskSandboxRandom;

/**
 * desk_sandbox_random_init:
 * @stream: what the row is for; another name is another row
 */
void     desk_sandbox_random_init         (DeskSandboxRandom *self,
                                           guint64            seed,
                                           const char        *stream);
guint64  desk_sandbox_random_next         (DeskSandboxRandom *self);
guint64  desk_sandbox_random_get_position (const DeskSandboxRandom *self);
void     desk_sandbox_random_set_position (DeskSandboxRandom *self,
                                           guint64            position);

/**
 * desk_sandbox_random_dup_ksuid:
 *
 * Returns: (transfer full): 27 letters and digits, the form of Fiskil's own ids (fiskil-api.md 1.9)
 */
char    *desk_sandbox_random_dup_ksuid    (DeskSandboxRandom *self);

/**
 * desk_sandbox_random_dup_uuid:
 *
 * Returns: (transfer full): a random UUID (RFC 9562, version 4)
 */
char    *desk_sandbox_random_dup_uuid     (DeskSandboxRandom *self);

/**
 * desk_sandbox_random_dup_base64:
 * @n_bytes: how many bytes the text stands for
 *
 * Returns: (transfer full): that many bytes in base64
 */
char    *desk_sandbox_random_dup_base64   (DeskSandboxRandom *self,
                                           gsize              n_bytes);

/**
 * desk_sandbox_random_dup_code:
 *
 * Returns: (transfer full): six digits
 */
char    *desk_sandbox_random_dup_code     (DeskSandboxRandom *self);

G_END_DECLS
