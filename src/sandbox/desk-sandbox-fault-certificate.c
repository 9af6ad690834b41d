/* desk-sandbox-fault-certificate.c: a certificate that nobody trusts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-fault-certificate.h"

#include "desk-sandbox-resources.h"

#define CERTIFICATE_PATH "/io/github/consentdesk/ConsentDesk/sandbox/untrusted.pem"

GTlsCertificate *
desk_sandbox_fault_certificate_new (GError **error)
{
  g_autoptr(GBytes) bytes = g_resource_lookup_data (desk_sandbox_get_resource (), CERTIFICATE_PATH,
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes != NULL);
  return g_tls_certificate_new_from_pem (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error);
}
