/* desk-mask.c: stands in for what an audience must not read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-mask.h"

#include <sys/random.h>

#define KEY_LENGTH 32

struct _DeskMask
{
  guint8 key[KEY_LENGTH];
};

static const char vowels[] = "aeiou";
static const char consonants[] = "bcdfghjklmnprstvwz";

/* An endless row of bytes that follows from the key and a word. */
typedef struct
{
  const DeskMask *mask;
  const char     *word;
  guint32         block;
  guint8          bytes[32];
  gsize           used;
} Stream;

static void
fill (Stream *stream)
{
  g_autoptr(GHmac) hmac = g_hmac_new (G_CHECKSUM_SHA256, stream->mask->key, KEY_LENGTH);
  gsize length = sizeof stream->bytes;

  g_hmac_update (hmac, (const guchar *) &stream->block, sizeof stream->block);
  g_hmac_update (hmac, (const guchar *) stream->word, -1);
  g_hmac_get_digest (hmac, stream->bytes, &length);
  stream->block++;
  stream->used = 0;
}

static char
pick (Stream     *stream,
      const char *choices)
{
  if (stream->used == sizeof stream->bytes)
    fill (stream);

  return choices[stream->bytes[stream->used++] % strlen (choices)];
}

#define STREAM(self, text) { .mask = (self), .word = (text), .used = sizeof ((Stream *) NULL)->bytes }

DeskMask *
desk_mask_new (void)
{
  DeskMask *self = g_atomic_rc_box_new0 (DeskMask);

  /* Blocks only before the machine has ever gathered entropy, so that fewer bytes come only if the kernel cannot. */
  if (getrandom (self->key, KEY_LENGTH, 0) != KEY_LENGTH)
    g_error ("The system gives no random bytes");

  return self;
}

DeskMask *
desk_mask_ref (DeskMask *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
desk_mask_unref (DeskMask *self)
{
  g_atomic_rc_box_release (self);
}

static gunichar
mask_letter (Stream   *stream,
             gunichar  letter)
{
  gunichar lower = g_unichar_tolower (letter);
  gboolean is_vowel = lower < 0x80 && strchr (vowels, (int) lower) != NULL;
  char other = pick (stream, is_vowel ? vowels : consonants);

  return (gunichar) (g_unichar_isupper (letter) ? g_ascii_toupper (other) : other);
}

/* word: letters and digits alone; may be empty */
static void
append_word (const DeskMask *self,
             GString        *masked,
             const char     *word,
             gsize           length)
{
  g_autofree char *folded = g_utf8_strdown (word, (gssize) length);
  Stream stream = STREAM (self, folded);

  for (const char *cursor = word; cursor < word + length; cursor = g_utf8_next_char (cursor))
    {
      gunichar character = g_utf8_get_char (cursor);

      g_string_append_unichar (masked, g_unichar_isdigit (character) ? (gunichar) pick (&stream, "0123456789")
                                                                     : mask_letter (&stream, character));
    }
}

static gboolean
is_word_character (gunichar character)
{
  return g_unichar_isalnum (character) || g_unichar_ismark (character);
}

char *
desk_mask_text (const DeskMask *self,
                const char     *text)
{
  g_autoptr(GString) masked = g_string_new (NULL);
  const char *cursor = text;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  while (*cursor != '\0')
    {
      const char *end = cursor;

      while (*end != '\0' && is_word_character (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);

      append_word (self, masked, cursor, (gsize) (end - cursor));
      for (cursor = end; *cursor != '\0' && !is_word_character (g_utf8_get_char (cursor)); cursor = g_utf8_next_char (cursor))
        g_string_append_unichar (masked, g_utf8_get_char (cursor));
    }

  return g_string_free (g_steal_pointer (&masked), FALSE);
}

char *
desk_mask_number (const DeskMask *self,
                  const char     *text)
{
  Stream stream = STREAM (self, text);
  gboolean is_first = TRUE;
  char *masked;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  masked = g_strdup (text);
  for (char *digit = masked; *digit != '\0'; digit++)
    {
      if (!g_ascii_isdigit (*digit))
        continue;

      *digit = pick (&stream, is_first && *digit != '0' ? "123456789" : "0123456789");
      is_first = FALSE;
    }

  return masked;
}
