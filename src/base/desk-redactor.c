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

  GMutex lock;

  /* (owned) (element-type utf8): how secrets may be written, the longest first. Never changed: a reference may be read
   * without the lock, for as long as it takes. */
  GPtrArray *forms;
};

G_DEFINE_FINAL_TYPE (DeskRedactor, desk_redactor, G_TYPE_OBJECT)

static void
desk_redactor_finalize (GObject *object)
{
  DeskRedactor *self = DESK_REDACTOR (object);

  g_clear_pointer (&self->forms, g_ptr_array_unref);
  g_mutex_clear (&self->lock);

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
  g_mutex_init (&self->lock);
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
take_form (GPtrArray *forms,
           char      *form)
{
  if (g_ptr_array_find_with_equal_func (forms, form, g_str_equal, NULL))
    g_free (form);
  else
    g_ptr_array_add (forms, form);
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

static GPtrArray *
dup_forms (DeskRedactor *self)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->forms->len; i++)
    g_ptr_array_add (copy, g_strdup (g_ptr_array_index (self->forms, i)));

  return copy;
}

void
desk_redactor_add (DeskRedactor *self,
                   const char   *secret)
{
  g_autofree char *percent_escaped = NULL;
  g_autoptr(GPtrArray) forms = NULL;

  g_return_if_fail (DESK_IS_REDACTOR (self));

  if (secret == NULL || strlen (secret) < MIN_SECRET_LENGTH)
    return;

  percent_escaped = g_uri_escape_string (secret, NULL, FALSE);
  g_mutex_lock (&self->lock);
  forms = dup_forms (self);
  take_form (forms, g_strdup (secret));
  take_form (forms, g_strdup (percent_escaped));
  take_form (forms, lower_percent_escapes (percent_escaped));
  take_form (forms, escape_json (secret, FALSE));
  take_form (forms, escape_json (secret, TRUE));
  g_ptr_array_sort (forms, compare_lengths);
  g_clear_pointer (&self->forms, g_ptr_array_unref);
  self->forms = g_steal_pointer (&forms);
  g_mutex_unlock (&self->lock);
}

static GPtrArray *
ref_forms (DeskRedactor *self)
{
  GPtrArray *forms = NULL;

  g_mutex_lock (&self->lock);
  forms = g_ptr_array_ref (self->forms);
  g_mutex_unlock (&self->lock);

  return forms;
}

static gsize
match_length (GPtrArray  *forms,
              const char *text,
              const char *end)
{
  for (guint i = 0; i < forms->len; i++)
    {
      const char *form = g_ptr_array_index (forms, i);
      gsize length = 0;

      /* Not g_str_has_prefix(), which measures the form at every byte of the text. */
      while (form[length] != '\0' && text + length < end && form[length] == text[length])
        length++;
      if (form[length] == '\0')
        return length;
    }
  return 0;
}

/* Returns: (transfer full) (nullable): %NULL if there is nothing to take out */
static GString *
redact (GPtrArray  *forms,
        const char *text,
        gsize       size)
{
  const char *end = text + size;
  const char *copied = text;
  const char *masked_end = text;
  gboolean begins[256] = { FALSE };
  GString *redacted = NULL;

  for (guint i = 0; i < forms->len; i++)
    begins[*(const guchar *) g_ptr_array_index (forms, i)] = TRUE;

  for (const char *cursor = text; cursor < end; cursor++)
    {
      gsize length = begins[(guchar) *cursor] ? match_length (forms, cursor, end) : 0;

      if (length == 0)
        continue;
      if (redacted == NULL)
        redacted = g_string_sized_new (size);
      /* Secrets may overlap: the rest of the second is masked too. */
      if (cursor >= masked_end)
        {
          g_string_append_len (redacted, copied, cursor - copied);
          g_string_append (redacted, DESK_REDACTED);
        }
      masked_end = MAX (masked_end, cursor + length);
      copied = masked_end;
    }
  if (redacted != NULL)
    g_string_append_len (redacted, copied, end - copied);

  return redacted;
}

char *
desk_redactor_apply (DeskRedactor *self,
                     const char   *text)
{
  g_autoptr(GPtrArray) forms = NULL;
  GString *redacted = NULL;

  g_return_val_if_fail (DESK_IS_REDACTOR (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  forms = ref_forms (self);
  redacted = redact (forms, text, strlen (text));

  return redacted != NULL ? g_string_free (redacted, FALSE) : g_strdup (text);
}

GBytes *
desk_redactor_apply_to_bytes (DeskRedactor *self,
                              GBytes       *bytes)
{
  g_autoptr(GPtrArray) forms = NULL;
  GString *redacted = NULL;
  gsize size;
  const char *text = NULL;

  g_return_val_if_fail (DESK_IS_REDACTOR (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  forms = ref_forms (self);
  text = g_bytes_get_data (bytes, &size);
  redacted = redact (forms, text, size);

  return redacted != NULL ? g_string_free_to_bytes (redacted) : g_bytes_ref (bytes);
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
