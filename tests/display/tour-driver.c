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

/* Whatever is pressed or typed is asked for first: a hand may do it instead of the script. */
static const char script_source[] =
  "(async () => {\n"
  "  const one = (selector) => document.querySelector (selector);\n"
  "  const ask = (kind, more) => window.webkit.messageHandlers.tour.postMessage ({ kind, ...more });\n"
  "  const until = async (isSo) => {\n"
  "    while (!isSo ())\n"
  "      await new Promise ((resolve) => setTimeout (resolve, 20));\n"
  "  };\n"
  "  const press = async (element) => {\n"
  "    element.scrollIntoView ({ block: 'center', behavior: 'instant' });\n"
  "    await new Promise ((resolve) => setTimeout (resolve, 0));\n"
  "    const box = element.getBoundingClientRect ();\n"
  "    const name = (element.innerText || element.closest ('label')?.innerText || element.id).trim ();\n"
  "    if (await ask ('press', { x: box.x + box.width / 2, y: box.y + box.height / 2, name }))\n"
  "      return;\n"
  "    element.focus ();\n"
  "    element.click ();\n"
  "  };\n"
  "  const type = async (id, text) => {\n"
  "    const input = document.getElementById (id);\n"
  "    if (document.activeElement !== input)\n"
  "      await press (input);\n"
  "    if (await ask ('type', { text })) {\n"
  "      await until (() => input.value === text);\n"
  "    } else {\n"
  "      input.value = text;\n"
  "      input.dispatchEvent (new Event ('input', { bubbles: true }));\n"
  "    }\n"
  "  };\n"
  "  const tick = async () => {\n"
  "    const boxes = [...document.querySelectorAll ('input[name=account]')];\n"
  "    const ticked = boxes.some ((box) => box.checked);\n"
  "    for (const box of await ask ('accounts', { ticked }) ? boxes.slice (0, 1) : boxes) {\n"
  "      await press (box);\n"
  "      await until (() => box.checked);\n"
  "    }\n"
  "  };\n"
  "  if (!one ('form#consent'))\n"
  "    return;\n"
  "  const screen = one ('#institutions') ? 'institution' : one ('#email') ? 'log-in' : one ('#code') ? 'code'\n"
  "               : one ('input[name=account]') ? 'accounts' : one ('#open') ? 'opener' : one ('#way') ? 'way' : 'agree';\n"
  "  const choice = await ask ('screen', { screen });\n"
  "  if (choice !== '#cancel' && screen === 'log-in')\n"
  "    await type ('email', one ('[data-login]').dataset.login);\n"
  "  if (choice !== '#cancel' && screen === 'code')\n"
  "    await type ('code', one ('#sandbox-code').textContent.replace (/\\D/g, ''));\n"
  "  if (choice !== '#cancel' && screen === 'accounts')\n"
  "    await tick ();\n"
  "  await press (one (choice));\n"
  "}) ();\n";

struct _TourDriver
{
  TourScreenFunc function;
  gpointer user_data;
  const TourHand *hand; /* (nullable) */
  guint paint_milliseconds;
  char *institution_id; /* (owned) (nullable) */
  char *cancel_at; /* (owned) (nullable) */
  char *stop_at; /* (owned) (nullable) */
  WebKitWebView *web_view; /* (nullable): not owned, never looked into: where the last page opened */
  GPtrArray *seen; /* (owned) (element-type utf8): of the six */
  gboolean saw_preselection;
  gulong hook_id;
};

typedef struct
{
  TourDriver *driver;
  char *screen; /* (owned) */
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
  if (g_str_equal (screen, "opener"))
    return g_strdup ("#open");
  if (g_str_equal (screen, "way"))
    return g_strdup ("#way");
  return g_strdup ("#continue");
}

static void
turn_free (Turn *turn)
{
  webkit_script_message_reply_unref (turn->reply);
  g_object_unref (turn->context);
  g_free (turn->screen);
  g_free (turn);
}

static gboolean
painted_cb (gpointer user_data)
{
  Turn *turn = user_data;
  TourDriver *self = turn->driver;
  g_autofree char *choice = choose (self, turn->screen);
  g_autoptr(JSCValue) value = jsc_value_new_string (turn->context, choice);
  /* What the function does may let the next attempt begin. */
  gboolean stops = g_strcmp0 (turn->screen, self->stop_at) == 0;

  self->function (turn->screen, self->user_data);
  if (!stops)
    webkit_script_message_reply_return_value (turn->reply, value);
  turn_free (turn);

  return G_SOURCE_REMOVE;
}

static void
take_screen (TourDriver               *self,
             JSCValue                 *question,
             WebKitScriptMessageReply *reply)
{
  g_autoptr(JSCValue) value = jsc_value_object_get_property (question, "screen");
  g_autofree char *name = jsc_value_to_string (value);
  Turn *turn = g_new0 (Turn, 1);

  turn->driver = self;
  turn->screen = g_strdup (get_screen (self, name));
  turn->reply = webkit_script_message_reply_ref (reply);
  turn->context = g_object_ref (jsc_value_get_context (question));
  if (g_strv_contains (screens, turn->screen))
    g_ptr_array_add (self->seen, g_strdup (turn->screen));
  g_timeout_add (self->paint_milliseconds, painted_cb, turn);
}

static double
read_number (JSCValue   *question,
             const char *name)
{
  g_autoptr(JSCValue) value = jsc_value_object_get_property (question, name);

  return jsc_value_to_double (value);
}

static char *
read_text (JSCValue   *question,
           const char *name)
{
  g_autoptr(JSCValue) value = jsc_value_object_get_property (question, name);

  return jsc_value_to_string (value);
}

/* Returns: whether the hand does it */
static gboolean
let_hand (TourDriver *self,
          const char *kind,
          JSCValue   *question)
{
  if (g_str_equal (kind, "press") && self->hand != NULL)
    {
      g_autofree char *name = read_text (question, "name");

      return self->hand->press (GTK_WIDGET (self->web_view), read_number (question, "x"), read_number (question, "y"),
                                name, self->user_data);
    }
  if (g_str_equal (kind, "type") && self->hand != NULL)
    {
      g_autofree char *text = read_text (question, "text");

      return self->hand->type (text, self->user_data);
    }

  /* A hand is spared what is not needed: one account does. */
  return g_str_equal (kind, "accounts") && self->hand != NULL;
}

static gboolean
question_cb (WebKitUserContentManager *manager,
             JSCValue                 *question,
             WebKitScriptMessageReply *reply,
             TourDriver               *self)
{
  g_autofree char *kind = read_text (question, "kind");
  g_autoptr(JSCValue) ticked = jsc_value_object_get_property (question, "ticked");
  g_autoptr(JSCValue) answer = NULL;

  if (g_str_equal (kind, "screen"))
    {
      take_screen (self, question, reply);
      return TRUE;
    }

  self->saw_preselection = self->saw_preselection || jsc_value_to_boolean (ticked);
  answer = jsc_value_new_boolean (jsc_value_get_context (question), let_hand (self, kind, question));
  webkit_script_message_reply_return_value (reply, answer);

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

  g_signal_connect (manager, "script-message-with-reply-received::" WORLD, G_CALLBACK (question_cb), self);
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
  TourDriver *self = user_data;

  self->web_view = g_value_get_object (&values[0]);
  drive (self, self->web_view);

  return TRUE;
}

TourDriver *
tour_driver_new (TourScreenFunc function,
                 gpointer       user_data)
{
  TourDriver *self = g_new0 (TourDriver, 1);

  self->function = function;
  self->user_data = user_data;
  self->paint_milliseconds = PAINT_MILLISECONDS;
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
  g_free (self->stop_at);
  g_free (self);
}

void
tour_driver_set_hand (TourDriver     *self,
                      const TourHand *hand)
{
  self->hand = hand;
}

void
tour_driver_set_paint_time (TourDriver *self,
                            guint       milliseconds)
{
  self->paint_milliseconds = milliseconds;
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
  g_clear_pointer (&self->stop_at, g_free);
  g_ptr_array_set_size (self->seen, 0);
  self->saw_preselection = FALSE;
}

void
tour_driver_stop_at (TourDriver *self,
                     const char *screen)
{
  g_free (self->stop_at);
  self->stop_at = g_strdup (screen);
}

gboolean
tour_driver_saw_all (TourDriver *self)
{
  g_autoptr(GPtrArray) seen = g_ptr_array_copy (self->seen, (GCopyFunc) g_strdup, NULL);

  g_ptr_array_add (seen, NULL);

  return g_strv_equal ((const char *const *) seen->pdata, screens);
}

gboolean
tour_driver_saw_preselection (TourDriver *self)
{
  return self->saw_preselection;
}
