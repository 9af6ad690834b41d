/* tour-driver.c: goes through the consent pages as a person does
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "tour-driver.h"

#include <webkit/webkit.h>

#define WORLD "tour"
#define PAINT_MILLISECONDS 500

static const char *const screens[] = {
  "allow", "institution", "log-in", "code", "accounts", "confirm", NULL,
};

static const char script_source[] =
  "(async () => {\n"
  "  const one = (selector) => document.querySelector (selector);\n"
  "  const type = (id, text) => {\n"
  "    const input = document.getElementById (id);\n"
  "    input.focus ();\n"
  "    input.value = text;\n"
  "    input.dispatchEvent (new Event ('input', { bubbles: true }));\n"
  "  };\n"
  "  if (!one ('form#consent'))\n"
  "    return;\n"
  "  const screen = one ('#institutions') ? 'institution' : one ('#email') ? 'log-in' : one ('#code') ? 'code'\n"
  "               : one ('input[name=account]') ? 'accounts' : 'agree';\n"
  "  if (screen === 'log-in')\n"
  "    type ('email', one ('[data-login]').dataset.login);\n"
  "  if (screen === 'code')\n"
  "    type ('code', one ('#sandbox-code').textContent.replace (/\\D/g, ''));\n"
  "  if (screen === 'accounts')\n"
  "    document.querySelectorAll ('input[name=account]:not(:checked)').forEach ((box) => box.click ());\n"
  "  one (await window.webkit.messageHandlers.tour.postMessage (screen)).click ();\n"
  "}) ();\n";

struct _TourDriver
{
  TourScreenFunc function;
  gpointer user_data;
  char *institution_id; /* (owned) (nullable) */
  char *cancel_at; /* (owned) (nullable) */
  GPtrArray *seen; /* (owned) (element-type utf8) */
  gulong hook_id;
};

typedef struct
{
  TourDriver *driver;
  WebKitScriptMessageReply *reply; /* (owned) */
  JSCContext *context; /* (owned) */
} Turn;

static const char *
get_screen (TourDriver *self,
            const char *name)
{
  /* The first and the last screen ask the same: do you agree? */
  if (!g_str_equal (name, "agree"))
    return name;
  return self->seen->len == 0 ? "allow" : "confirm";
}

/* What is clicked on the screen, as a selector. */
static char *
choose (TourDriver *self,
        const char *screen)
{
  if (g_strcmp0 (screen, self->cancel_at) == 0)
    return g_strdup ("#cancel");
  if (g_str_equal (screen, "institution"))
    return g_strdup_printf ("button[name=institution][value=\"%s\"]", self->institution_id);
  return g_strdup ("#continue");
}

static gboolean
painted_cb (gpointer user_data)
{
  Turn *turn = user_data;
  TourDriver *self = turn->driver;
  const char *screen = g_ptr_array_index (self->seen, self->seen->len - 1);
  g_autofree char *choice = choose (self, screen);
  g_autoptr(JSCValue) value = jsc_value_new_string (turn->context, choice);

  self->function (screen, self->user_data);
  webkit_script_message_reply_return_value (turn->reply, value);

  webkit_script_message_reply_unref (turn->reply);
  g_object_unref (turn->context);
  g_free (turn);

  return G_SOURCE_REMOVE;
}

static gboolean
screen_cb (WebKitUserContentManager *manager,
           JSCValue                 *value,
           WebKitScriptMessageReply *reply,
           TourDriver               *self)
{
  g_autofree char *name = jsc_value_to_string (value);
  Turn *turn = g_new0 (Turn, 1);

  g_ptr_array_add (self->seen, g_strdup (get_screen (self, name)));
  turn->driver = self;
  turn->reply = webkit_script_message_reply_ref (reply);
  turn->context = g_object_ref (jsc_value_get_context (value));
  g_timeout_add (PAINT_MILLISECONDS, painted_cb, turn);

  return TRUE;
}

static void
drive (TourDriver    *self,
       WebKitWebView *web_view)
{
  WebKitUserContentManager *manager = webkit_web_view_get_user_content_manager (web_view);
  g_autoptr(WebKitUserScript) script = NULL;

  if (!webkit_user_content_manager_register_script_message_handler_with_reply (manager, WORLD, WORLD))
    return;

  g_signal_connect (manager, "script-message-with-reply-received::" WORLD, G_CALLBACK (screen_cb), self);
  script = webkit_user_script_new_for_world (script_source, WEBKIT_USER_CONTENT_INJECT_ALL_FRAMES,
                                             WEBKIT_USER_SCRIPT_INJECT_AT_DOCUMENT_END, WORLD, NULL, NULL);
  webkit_user_content_manager_add_script (manager, script);
}

/* The page waits for the decision: the script is there before the page is. */
static gboolean
decide_policy_cb (GSignalInvocationHint *hint,
                  guint                  n_values,
                  const GValue          *values,
                  gpointer               user_data)
{
  drive (user_data, g_value_get_object (&values[0]));

  return TRUE;
}

TourDriver *
tour_driver_new (TourScreenFunc function,
                 gpointer       user_data)
{
  TourDriver *self = g_new0 (TourDriver, 1);

  self->function = function;
  self->user_data = user_data;
  self->seen = g_ptr_array_new_with_free_func (g_free);

  g_type_ensure (WEBKIT_TYPE_WEB_VIEW);
  g_type_class_unref (g_type_class_ref (WEBKIT_TYPE_WEB_VIEW));
  self->hook_id = g_signal_add_emission_hook (g_signal_lookup ("decide-policy", WEBKIT_TYPE_WEB_VIEW), 0,
                                              decide_policy_cb, self, NULL);

  return self;
}

void
tour_driver_free (TourDriver *self)
{
  g_signal_remove_emission_hook (g_signal_lookup ("decide-policy", WEBKIT_TYPE_WEB_VIEW), self->hook_id);
  g_ptr_array_unref (self->seen);
  g_free (self->institution_id);
  g_free (self->cancel_at);
  g_free (self);
}

void
tour_driver_begin (TourDriver *self,
                   const char *institution_id,
                   const char *cancel_at)
{
  g_free (self->cancel_at);
  self->cancel_at = g_strdup (cancel_at);
  g_free (self->institution_id);
  self->institution_id = g_strdup (institution_id);
  g_ptr_array_set_size (self->seen, 0);
}

gboolean
tour_driver_saw_all (TourDriver *self)
{
  g_autoptr(GPtrArray) seen = g_ptr_array_copy (self->seen, (GCopyFunc) g_strdup, NULL);

  g_ptr_array_add (seen, NULL);

  return g_strv_equal ((const char *const *) seen->pdata, screens);
}
