/* desk-sandbox-state-json.c: the state as a text that can be kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-sandbox-state-private.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "desk-sandbox-category.h"
#include "desk-sandbox-json.h"

#define STATE_VERSION 1

/* More error ids and tokens than one run makes: those of a run that was killed are not given again. */
#define PASSING_PER_RUN (G_GUINT64_CONSTANT (1) << 32)

static void
read_clock (DeskSandboxState *self,
            JsonObject       *object)
{
  gint64 offset = desk_sandbox_json_get_int (object, "clock_offset", 0);

  self->has_frozen_at = json_object_has_member (object, "frozen_at");
  self->frozen_at = desk_sandbox_json_get_int (object, "frozen_at", 0);
  self->started_at = CLAMP (desk_sandbox_json_get_int (object, "started_at", desk_clock_get_now (self->clock)),
                            0, DESK_SANDBOX_LAST_INSTANT);

  if (json_object_has_member (object, "clock_frozen"))
    desk_clock_freeze (self->clock, desk_sandbox_json_get_int (object, "clock_frozen", 0));
  else if (offset != 0)
    desk_clock_set (self->clock, g_get_real_time () + offset);
}

/* A member with the wrong kind of value is skipped, as if it had not been kept. */
static JsonObject *
get_element_object (JsonArray *array,
                    guint      position)
{
  JsonNode *node = json_array_get_element (array, position);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonArray *
get_array (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static void
read_end_users (DeskSandboxState *self,
                JsonArray        *array)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = get_element_object (array, i);
      g_autoptr(DeskSandboxEndUser) end_user = NULL;

      if (object == NULL)
        continue;

      end_user = desk_sandbox_end_user_new_from_json (object);
      if (end_user->id == NULL)
        continue;

      end_user->sequence = self->next_sequence++;
      g_ptr_array_add (self->end_users, g_steal_pointer (&end_user));
    }
}

static void
read_sessions (DeskSandboxState *self,
               JsonArray        *array)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = get_element_object (array, i);
      g_autoptr(DeskSandboxSession) session = NULL;

      if (object == NULL)
        continue;

      session = desk_sandbox_session_new_from_json (object);
      if (session->id != NULL && session->end_user_id != NULL)
        g_ptr_array_add (self->sessions, g_steal_pointer (&session));
    }
}

static void
read_consents (DeskSandboxState *self,
               JsonArray        *array)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = get_element_object (array, i);
      g_autoptr(DeskSandboxConsent) consent = NULL;

      if (object == NULL)
        continue;

      consent = desk_sandbox_consent_new_from_json (object);
      if (consent->arrangement_id == NULL || consent->end_user_id == NULL ||
          consent->institution_id == NULL || consent->customer_id == NULL)
        continue;

      consent->sequence = self->consents->len + 1;
      g_ptr_array_add (self->consents, g_steal_pointer (&consent));
    }
}

static void
read_categories (DeskSandboxState *self,
                 JsonArray        *array)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = get_element_object (array, i);
      const char *transaction_id = object != NULL ? desk_sandbox_json_get_string (object, "transaction_id") : NULL;
      const char *category = object != NULL ? desk_sandbox_json_get_string (object, "secondary_category") : NULL;

      g_autofree char *primary = category != NULL ? desk_sandbox_category_dup_primary (category) : NULL;

      if (transaction_id != NULL && primary != NULL)
        desk_sandbox_state_set_category (self, transaction_id, category);
    }
}

gboolean
_desk_sandbox_state_read (DeskSandboxState  *self,
                          JsonObject        *object,
                          GError           **error)
{
  const char *seed = desk_sandbox_json_get_string (object, "seed");

  if (desk_sandbox_json_get_int (object, "version", 0) != STATE_VERSION || seed == NULL ||
      !g_ascii_string_to_unsigned (seed, 10, 0, G_MAXUINT64, &self->seed, NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("it is not from a sandbox of this version. Remove it, or name another folder."));
      return FALSE;
    }

  self->generation = desk_sandbox_json_get_int (object, "generation", 0);
  _desk_sandbox_state_start_from_seed (self);
  read_clock (self, object);
  read_end_users (self, get_array (object, "end_users"));
  read_sessions (self, get_array (object, "sessions"));
  read_consents (self, get_array (object, "consents"));
  read_categories (self, get_array (object, "categories"));
  desk_sandbox_random_set_position (&self->ids, (guint64) desk_sandbox_json_get_int (object, "ids", 0));
  desk_sandbox_random_set_position (&self->passing, (guint64) desk_sandbox_json_get_int (object, "passing", 0) +
                                                    PASSING_PER_RUN);
  return TRUE;
}

static void
write_clock (DeskSandboxState *self,
             JsonBuilder      *builder)
{
  gint64 now = desk_clock_get_now (self->clock);

  desk_sandbox_json_add_int (builder, "started_at", self->started_at);
  if (self->has_frozen_at)
    desk_sandbox_json_add_int (builder, "frozen_at", self->frozen_at);

  if (desk_clock_is_frozen (self->clock))
    {
      desk_sandbox_json_add_int (builder, "clock_frozen", now);
    }
  else
    {
      gint64 offset = now - g_get_real_time ();

      /* A clock that runs with the system's differs by the time that reading it took. */
      if (ABS (offset) > G_USEC_PER_SEC)
        desk_sandbox_json_add_int (builder, "clock_offset", offset);
    }
}

static void
write_end_user (gpointer item,
                gpointer builder)
{
  desk_sandbox_end_user_write (item, builder);
}

static void
write_session (gpointer item,
               gpointer builder)
{
  desk_sandbox_session_write (item, builder);
}

static void
write_consent (gpointer item,
               gpointer builder)
{
  desk_sandbox_consent_write (item, builder);
}

static void
write_array (JsonBuilder *builder,
             const char  *name,
             GPtrArray   *items,
             GFunc        write_item)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  g_ptr_array_foreach (items, write_item, builder);
  json_builder_end_array (builder);
}

/* Sorted, so that the same state is the same text. */
static void
write_categories (DeskSandboxState *self,
                  JsonBuilder      *builder)
{
  g_autoptr(GList) ids = g_list_sort (g_hash_table_get_keys (self->categories), (GCompareFunc) strcmp);

  json_builder_set_member_name (builder, "categories");
  json_builder_begin_array (builder);
  for (GList *link = ids; link != NULL; link = link->next)
    {
      json_builder_begin_object (builder);
      desk_sandbox_json_add_string (builder, "transaction_id", link->data);
      desk_sandbox_json_add_string (builder, "secondary_category", g_hash_table_lookup (self->categories, link->data));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

char *
_desk_sandbox_state_dup_text (DeskSandboxState *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, self->seed);

  json_builder_begin_object (builder);
  desk_sandbox_json_add_int (builder, "version", STATE_VERSION);
  desk_sandbox_json_add_string (builder, "seed", seed);
  desk_sandbox_json_add_int (builder, "generation", self->generation);
  write_clock (self, builder);
  desk_sandbox_json_add_int (builder, "ids", (gint64) desk_sandbox_random_get_position (&self->ids));
  desk_sandbox_json_add_int (builder, "passing", (gint64) desk_sandbox_random_get_position (&self->passing));
  write_array (builder, "end_users", self->end_users, write_end_user);
  write_array (builder, "sessions", self->sessions, write_session);
  write_array (builder, "consents", self->consents, write_consent);
  write_categories (self, builder);
  json_builder_end_object (builder);
  return desk_sandbox_json_dup_text (builder);
}
