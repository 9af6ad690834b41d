/* desk-receipt-book.c: the receipts of consents that are over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-receipt-book.h"

struct _DeskReceiptBook
{
  GObject        parent_instance;

  DeskDirectory *directory;
  DeskClock     *clock;
  char          *environment;
  DeskKeptPlace *place;
  GHashTable    *receipts; /* (element-type utf8 DeskReceipt): by file name; %NULL until the file is read */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskReceiptBook, desk_receipt_book, G_TYPE_OBJECT)

static void
desk_receipt_book_finalize (GObject *object)
{
  DeskReceiptBook *self = DESK_RECEIPT_BOOK (object);

  g_clear_object (&self->directory);
  g_clear_object (&self->clock);
  g_clear_object (&self->place);
  g_clear_pointer (&self->receipts, g_hash_table_unref);
  g_free (self->environment);

  G_OBJECT_CLASS (desk_receipt_book_parent_class)->finalize (object);
}

static void
desk_receipt_book_class_init (DeskReceiptBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_receipt_book_finalize;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
free_receipt (gpointer receipt)
{
  g_clear_object (&receipt);
}

static void
desk_receipt_book_init (DeskReceiptBook *self)
{
  self->receipts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_receipt);
}

static void
consent_ended_cb (DeskReceiptBook *self,
                  DeskConsent     *consent,
                  DeskConsentEnd   how)
{
  g_autofree char *name = desk_kept_place_dup_name (self->place, desk_consent_get_id (consent));
  g_autoptr(GBytes) bytes = NULL;
  DeskReceipt *receipt;

  /* At every start the service lists what was over long before. */
  if (g_hash_table_contains (self->receipts, name))
    return;

  receipt = desk_receipt_new (self->environment, consent, how, desk_clock_get_now (self->clock));
  bytes = desk_receipt_to_bytes (receipt);
  desk_kept_place_write (self->place, name, bytes);
  g_hash_table_insert (self->receipts, g_steal_pointer (&name), receipt);
  g_signal_emit (self, signals[CHANGED], 0, desk_consent_get_id (consent));
}

static void
consents_changed_cb (DeskReceiptBook *self)
{
  g_autoptr(GPtrArray) consents = NULL;
  const gint64 now = desk_clock_get_now (self->clock);

  if (g_hash_table_size (self->receipts) == 0)
    return;

  consents = desk_directory_dup_consents (self->directory);
  for (guint i = 0; i < consents->len; i++)
    {
      DeskConsent *consent = g_ptr_array_index (consents, i);
      g_autofree char *name = NULL;

      if (desk_consent_get_status (consent, now) == DESK_CONSENT_STATUS_ENDED)
        continue;

      name = desk_kept_place_dup_name (self->place, desk_consent_get_id (consent));
      if (g_hash_table_remove (self->receipts, name))
        desk_kept_place_write (self->place, name, NULL);
    }
}

DeskReceiptBook *
desk_receipt_book_new (DeskDirectory *directory,
                       DeskClock     *clock,
                       const char    *environment,
                       DeskKeptPlace *place)
{
  DeskReceiptBook *self;
  g_autoptr(GPtrArray) names = NULL;

  g_return_val_if_fail (DESK_IS_DIRECTORY (directory), NULL);
  g_return_val_if_fail (DESK_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (environment != NULL, NULL);
  g_return_val_if_fail (DESK_IS_KEPT_PLACE (place), NULL);

  self = g_object_new (DESK_TYPE_RECEIPT_BOOK, NULL);
  self->directory = g_object_ref (directory);
  self->clock = g_object_ref (clock);
  self->environment = g_strdup (environment);
  self->place = g_object_ref (place);

  names = desk_kept_place_list (place);
  for (guint i = 0; i < names->len; i++)
    g_hash_table_insert (self->receipts, g_strdup (g_ptr_array_index (names, i)), NULL);

  g_signal_connect_object (directory, "consent-ended", G_CALLBACK (consent_ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (directory, "consents-changed", G_CALLBACK (consents_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

DeskReceipt *
desk_receipt_book_find (DeskReceiptBook *self,
                        const char      *consent_id)
{
  g_autofree char *name = NULL;
  g_autoptr(GBytes) bytes = NULL;
  gpointer receipt = NULL;

  g_return_val_if_fail (DESK_IS_RECEIPT_BOOK (self), NULL);
  g_return_val_if_fail (consent_id != NULL, NULL);

  name = desk_kept_place_dup_name (self->place, consent_id);
  if (!g_hash_table_lookup_extended (self->receipts, name, NULL, &receipt) || receipt != NULL)
    return receipt;

  bytes = desk_kept_place_read (self->place, name);
  receipt = bytes != NULL ? desk_receipt_new_from_bytes (bytes) : NULL;
  if (receipt != NULL)
    g_hash_table_insert (self->receipts, g_steal_pointer (&name), receipt);

  return receipt;
}
