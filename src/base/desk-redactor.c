/* desk-redactor.c: takes secrets out of text that is shown, logged or copied
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-redactor.h"

#include <string.h>

#define MIN_SECRET_LENGTH 4
#define ELLIPSIS "\342\200\246"

struct _DeskRedactor
{
  GObject parent_instance;

  GPtrArray *forms;  /* (owned) (element-type utf8) how secrets may be written, the longest first */
};

G_DEFINE_FINAL_TYPE (DeskRedactor, desk_redactor, G_TYPE_OBJECT)

static void
desk_redactor_finalize (GObject *object)
{
  DeskRedactor *self = DESK_REDACTOR (object);

  g_clear_pointer (&self->forms, g_ptr_array_unref);

  G_OBJECT_CLASS (desk_redactor_parent_class)->finalize (object);
}

static void
desk_redactor_class_init (DeskRedactorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_redactor_finalize;
}

static void
desk_redactor_init (DeskRedactor *self)
{
  self->forms = g_ptr_array_new_with_free_func (g_free);
}

DeskRedactor *
desk_redactor_new (void)
{
  return g_object_new (DESK_TYPE_REDACTOR, NULL);
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  gsize length_a = strlen (*(const char *const *) a);
  gsize length_b = strlen (*(const char *const *) b);

  return length_a > length_b ? -1 : length_a < length_b;
}

/* Takes @form. */
static void
take_form (DeskRedactor *self,
           char         *form)
{
  if (g_ptr_array_find_with_equal_func (self->forms, form, g_str_equal, NULL))
    g_free (form);
  else
    g_ptr_array_add (self->forms, form);
}

/* Both cases of the hexadecimal digits are in use. */
static char *
lower_percent_escapes (const char *escaped)
{
  char *lowered = g_strdup (escaped);

  for (char *cursor = lowered; (cursor = strchr (cursor, '%')) != NULL; cursor += 3)
    {
      cursor[1] = g_ascii_tolower (cursor[1]);
      cursor[2] = g_ascii_tolower (cursor[2]);
    }
  return lowered;
}

static char *
escape_json (const char *secret,
             gboolean    escape_slash)
{
  static const char controls[] = "\b\f\n\r\t";
  static const char names[] = "bfnrt";
  GString *escaped = g_string_new (NULL);

  for (const char *cursor = secret; *cursor != '\0'; cursor++)
    {
      const char *control = strchr (controls, *cursor);

      if (control != NULL)
        g_string_append_printf (escaped, "\\%c", names[control - controls]);
      else if ((guchar) *cursor < 0x20)
        g_string_append_printf (escaped, "\\u%04x", (guint) *cursor);
      else if (*cursor == '"' || *cursor == '\\' || (*cursor == '/' && escape_slash))
        g_string_append_printf (escaped, "\\%c", *cursor);
      else
        g_string_append_c (escaped, *cursor);
    }
  return g_string_free (escaped, FALSE);
}

void
desk_redactor_add (DeskRedactor *self,
                   const char   *secret)
{
  g_autofree char *percent_escaped = NULL;

  g_return_if_fail (DESK_IS_REDACTOR (self));

  if (secret == NULL || strlen (secret) < MIN_SECRET_LENGTH)
    return;

  percent_escaped = g_uri_escape_string (secret, NULL, FALSE);
  take_form (self, g_strdup (secret));
  take_form (self, g_strdup (percent_escaped));
  take_form (self, lower_percent_escapes (percent_escaped));
  take_form (self, escape_json (secret, FALSE));
  take_form (self, escape_json (secret, TRUE));
  g_ptr_array_sort (self->forms, compare_lengths);
}

static gsize
match_length (DeskRedactor *self,
              const char   *text)
{
  for (guint i = 0; i < self->forms->len; i++)
    {
      const char *form = g_ptr_array_index (self->forms, i);
      gsize length = 0;

      /* Not g_str_has_prefix(), which measures the form at every byte of the text. */
      while (form[length] != '\0' && form[length] == text[length])
        length++;
      if (form[length] == '\0')
        return length;
    }
  return 0;
}

char *
desk_redactor_apply (DeskRedactor *self,
                     const char   *text)
{
  GString *redacted;
  const char *masked_end;

  g_return_val_if_fail (DESK_IS_REDACTOR (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  redacted = g_string_sized_new (strlen (text));
  masked_end = text;
  for (const char *cursor = text; *cursor != '\0'; cursor++)
    {
      gsize length = match_length (self, cursor);

      if (length > 0 && cursor >= masked_end)
        g_string_append (redacted, DESK_REDACTED);
      /* Secrets may overlap: the rest of the second is masked too. */
      if (length > 0)
        masked_end = MAX (masked_end, cursor + length);
      if (cursor >= masked_end)
        g_string_append_c (redacted, *cursor);
    }
  return g_string_free (redacted, FALSE);
}

static char *
redact_query (const char *query)
{
  g_auto(GStrv) parameters = g_strsplit (query, "&", -1);

  for (gsize i = 0; parameters[i] != NULL; i++)
    {
      char *equals = strchr (parameters[i], '=');
      g_autofree char *parameter = g_steal_pointer (&parameters[i]);

      /* Without a name, the parameter is all value. */
      if (equals != NULL)
        *equals = '\0';
      parameters[i] = equals != NULL ? g_strconcat (parameter, "=" ELLIPSIS, NULL) : g_strdup (ELLIPSIS);
    }
  return g_strjoinv ("&", parameters);
}

char *
desk_redact_uri (const char *uri)
{
  g_autoptr(GUri) parsed = NULL;
  g_autofree char *query = NULL;

  g_return_val_if_fail (uri != NULL, NULL);

  parsed = g_uri_parse (uri, G_URI_FLAGS_ENCODED, NULL);
  if (parsed == NULL)
    return g_strdup (DESK_REDACTED);
  /* The path of `mailto:` or `data:` is all content. */
  if (g_uri_get_host (parsed) == NULL)
    return g_strconcat (g_uri_get_scheme (parsed), ":" ELLIPSIS, NULL);

  if (g_uri_get_query (parsed) != NULL)
    query = redact_query (g_uri_get_query (parsed));
  return g_uri_join (G_URI_FLAGS_ENCODED,
                     g_uri_get_scheme (parsed),
                     NULL,
                     g_uri_get_host (parsed),
                     g_uri_get_port (parsed),
                     g_uri_get_path (parsed),
                     query,
                     NULL);
}
