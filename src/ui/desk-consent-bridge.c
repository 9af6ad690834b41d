/* desk-consent-bridge.c: what the pages of a consent view report, through a script in a world of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-consent-bridge.h"

#define SCRIPT_PATH "/io/github/consentdesk/ConsentDesk/consent-bridge.js"
#define CHANNEL "consent"
#define LONGEST_MESSAGE (1024 * 1024)

struct _DeskConsentBridge
{
  GObject parent_instance;

  WebKitUserContentManager *user_content_manager; /* (owned) */
  char *world; /* (owned) */
};

G_DEFINE_FINAL_TYPE (DeskConsentBridge, desk_consent_bridge, G_TYPE_OBJECT)

enum
{
  MESSAGE,
  MESSAGE_DROPPED,
  FRAME_SHOWN,
  FRAME_LEAVING,
  FRAME_LEFT,
  FRAME_LOADED,
  PAGE_READ,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static char *
dup_string (JSCValue   *report,
            const char *name)
{
  g_autoptr(JSCValue) value = jsc_value_object_get_property (report, name);

  return jsc_value_is_string (value) ? jsc_value_to_string (value) : NULL;
}

static DeskLinkMessageSource
source_from_name (const char *name)
{
  if (g_strcmp0 (name, "frame") == 0)
    return DESK_LINK_MESSAGE_SOURCE_FRAME;
  if (g_strcmp0 (name, "self") == 0)
    return DESK_LINK_MESSAGE_SOURCE_SELF;
  return DESK_LINK_MESSAGE_SOURCE_OTHER;
}

static void
pass_message_on (DeskConsentBridge *self,
                 JSCValue          *report)
{
  g_autofree char *origin = dup_string (report, "origin");
  g_autofree char *source = dup_string (report, "source");
  g_autofree char *json = dup_string (report, "json");

  if (origin == NULL || json == NULL)
    return;

  if (strlen (json) <= LONGEST_MESSAGE)
    g_signal_emit (self, signals[MESSAGE], 0, origin, source_from_name (source), json);
  else
    g_signal_emit (self, signals[MESSAGE_DROPPED], 0, origin);
}

static void
pass_origin_on (DeskConsentBridge *self,
                JSCValue          *report,
                guint              signal_id)
{
  g_autofree char *origin = dup_string (report, "origin");

  if (origin != NULL)
    g_signal_emit (self, signal_id, 0, origin);
}

static gboolean
is_set (JSCValue   *report,
        const char *name)
{
  g_autoptr(JSCValue) value = jsc_value_object_get_property (report, name);

  return jsc_value_to_boolean (value);
}

static void
report_cb (DeskConsentBridge *self,
           JSCValue          *report)
{
  g_autofree char *kind = NULL;

  if (!jsc_value_is_object (report))
    return;

  kind = dup_string (report, "kind");
  if (g_strcmp0 (kind, "message") == 0)
    pass_message_on (self, report);
  else if (g_strcmp0 (kind, "frame-shown") == 0)
    pass_origin_on (self, report, signals[FRAME_SHOWN]);
  else if (g_strcmp0 (kind, "message-dropped") == 0)
    pass_origin_on (self, report, signals[MESSAGE_DROPPED]);
  else if (g_strcmp0 (kind, "frame-leaving") == 0)
    g_signal_emit (self, signals[FRAME_LEAVING], 0);
  else if (g_strcmp0 (kind, "frame-left") == 0)
    g_signal_emit (self, signals[FRAME_LEFT], 0);
  else if (g_strcmp0 (kind, "frame-loaded") == 0)
    g_signal_emit (self, signals[FRAME_LOADED], 0);
  else if (g_strcmp0 (kind, "page-read") == 0)
    g_signal_emit (self, signals[PAGE_READ], 0, is_set (report, "framed"), is_set (report, "blank"));
}

static WebKitUserScript *
make_script (const char *world)
{
  g_autoptr(GBytes) source = g_resources_lookup_data (SCRIPT_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (source != NULL);

  return webkit_user_script_new_for_world (g_bytes_get_data (source, NULL),
                                           WEBKIT_USER_CONTENT_INJECT_ALL_FRAMES,
                                           WEBKIT_USER_SCRIPT_INJECT_AT_DOCUMENT_START,
                                           world, NULL, NULL);
}

static void
desk_consent_bridge_init (DeskConsentBridge *self)
{
  g_autoptr(WebKitUserScript) script = NULL;

  self->world = g_uuid_string_random ();
  self->user_content_manager = webkit_user_content_manager_new ();

  g_signal_connect_object (self->user_content_manager, "script-message-received::" CHANNEL,
                           G_CALLBACK (report_cb), self, G_CONNECT_SWAPPED);
  webkit_user_content_manager_register_script_message_handler (self->user_content_manager, CHANNEL, self->world);

  script = make_script (self->world);
  webkit_user_content_manager_add_script (self->user_content_manager, script);
}

static void
desk_consent_bridge_finalize (GObject *object)
{
  DeskConsentBridge *self = DESK_CONSENT_BRIDGE (object);

  webkit_user_content_manager_unregister_script_message_handler (self->user_content_manager, CHANNEL, self->world);
  g_clear_object (&self->user_content_manager);
  g_clear_pointer (&self->world, g_free);

  G_OBJECT_CLASS (desk_consent_bridge_parent_class)->finalize (object);
}

static void
desk_consent_bridge_class_init (DeskConsentBridgeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_consent_bridge_finalize;

  signals[MESSAGE] = g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT, G_TYPE_STRING);
  signals[MESSAGE_DROPPED] = g_signal_new ("message-dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FRAME_SHOWN] = g_signal_new ("frame-shown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FRAME_LEAVING] = g_signal_new ("frame-leaving", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FRAME_LEFT] = g_signal_new ("frame-left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FRAME_LOADED] = g_signal_new ("frame-loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PAGE_READ] = g_signal_new ("page-read", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_BOOLEAN, G_TYPE_BOOLEAN);
}

DeskConsentBridge *
desk_consent_bridge_new (void)
{
  return g_object_new (DESK_TYPE_CONSENT_BRIDGE, NULL);
}

WebKitUserContentManager *
desk_consent_bridge_get_user_content_manager (DeskConsentBridge *self)
{
  g_return_val_if_fail (DESK_IS_CONSENT_BRIDGE (self), NULL);

  return self->user_content_manager;
}
