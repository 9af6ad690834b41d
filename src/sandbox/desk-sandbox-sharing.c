/* desk-sandbox-sharing.c: what a session asks the end user to agree to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-sharing.h"

#include <glib/gi18n-lib.h>

#include "desk-sandbox-consent.h"
#include "desk-sandbox-permission.h"

#define DAY_SECONDS 86400

static GArray *
list_permissions (const DeskSandboxSession *session,
                  const char               *industry)
{
  GArray *permissions = g_array_new (FALSE, FALSE, sizeof (DeskSandboxPagePermission));
  g_autoptr(GPtrArray) known = desk_sandbox_permission_list (industry);

  for (guint i = 0; i < known->len; i++)
    {
      const DeskSandboxPermission *permission = g_ptr_array_index (known, i);
      DeskSandboxPagePermission shown = { permission->name, _(permission->description) };

      if (session->permissions == NULL ||
          g_strv_contains ((const char *const *) session->permissions, permission->name))
        g_array_append_val (permissions, shown);
    }

  return permissions;
}

void
desk_sandbox_sharing_init (DeskSandboxSharing       *self,
                           const DeskSandboxSession *session,
                           const char               *industry,
                           gint64                    now)
{
  g_autoptr(GDateTime) end =
    g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC + DESK_SANDBOX_CONSENT_SECONDS);

  self->permissions = list_permissions (session, industry);
  /* Translators: a day in words: 9 December 2026 */
  self->until = end != NULL ? g_date_time_format (end, _("%-e %B %Y")) : g_strdup ("");
  self->page = (DeskSandboxPageSharing) {
    (const DeskSandboxPagePermission *) self->permissions->data, self->permissions->len,
    DESK_SANDBOX_CONSENT_SECONDS / DAY_SECONDS, self->until,
  };
}

void
desk_sandbox_sharing_clear (DeskSandboxSharing *self)
{
  g_clear_pointer (&self->permissions, g_array_unref);
  g_clear_pointer (&self->until, g_free);
}
