/* desk-sandbox-fault-certificate.h: a certificate that nobody trusts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * desk_sandbox_fault_certificate_new:
 *
 * Its key is no secret: it lies in the program for all to see.
 *
 * Returns: (transfer full) (nullable): a self-signed certificate for 127.0.0.1, or %NULL with @error set
 *   in #GTlsError if this system has no TLS
 */
GTlsCertificate *desk_sandbox_fault_certificate_new (GError **error);

G_END_DECLS
