/* desk-sandbox-demo-entry.c: one booking on one account of a demo customer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-demo-entry.h"

#include "desk-sandbox-demo-calendar.h"
#include "desk-sandbox-demo-dice.h"
#include "desk-sandbox-demo-writer.h"

#define MICROSECONDS_PER_DAY (24 * G_TIME_SPAN_HOUR)

/* Banks settle a day's card purchases together, in the evening of the next day. */
static gint64
settlement_of (gint64 execution)
{
  GDate day;

  desk_sandbox_demo_local_day (execution + MICROSECONDS_PER_DAY, &day);
  return desk_sandbox_demo_instant (&day, 18 * 3600 + (int) (execution / G_USEC_PER_SEC % 3600));
}

DeskSandboxEntry *
desk_sandbox_entry_new (DeskSandboxRole        account,
                        DeskSandboxMeans       means,
                        const DeskSandboxKind *kind,
                        char                  *description,
                        const char            *merchant,
                        gint64                 cents,
                        gint64                 execution)
{
  DeskSandboxEntry *self = g_new0 (DeskSandboxEntry, 1);

  self->account = account;
  self->means = means;
  self->kind = kind;
  self->description = description;
  self->merchant = merchant;
  self->cents = cents;
  self->currency = "AUD";
  self->execution = execution;
  self->posting = means == DESK_SANDBOX_MEANS_CARD ? settlement_of (execution) : execution;

  return self;
}

void
desk_sandbox_entry_free (DeskSandboxEntry *self)
{
  g_free (self->description);
  g_free (self);
}

static const char *
get_type_name (const DeskSandboxEntry *self)
{
  gboolean incoming = self->cents >= 0;

  switch (self->means)
    {
    case DESK_SANDBOX_MEANS_DIRECT_DEBIT:
      return "DIRECT_DEBIT";

    case DESK_SANDBOX_MEANS_OSKO:
    case DESK_SANDBOX_MEANS_PAYROLL:
    case DESK_SANDBOX_MEANS_INTERNAL:
      return incoming ? "TRANSFER_INCOMING" : "TRANSFER_OUTGOING";

    case DESK_SANDBOX_MEANS_INTEREST:
      return incoming ? "INTEREST_PAID" : "INTEREST_CHARGED";

    case DESK_SANDBOX_MEANS_CASH:
      return "OTHER";

    case DESK_SANDBOX_MEANS_CARD:
    case DESK_SANDBOX_MEANS_BPAY:
    default:
      return "PAYMENT";
    }
}

static gboolean
has_extended_data (const DeskSandboxEntry *self)
{
  return self->means == DESK_SANDBOX_MEANS_OSKO || self->means == DESK_SANDBOX_MEANS_PAYROLL;
}

static void
write_category (DeskSandboxDemoWriter *writer,
                const DeskSandboxKind *kind)
{
  desk_sandbox_demo_writer_open (writer, "category", '{');
  desk_sandbox_demo_writer_add_string (writer, "primary_category", kind->primary);
  desk_sandbox_demo_writer_add_string (writer, "secondary_category", kind->secondary);
  desk_sandbox_demo_writer_add_string (writer, "confidence_level", kind->confidence);
  desk_sandbox_demo_writer_close (writer, '}');
}

static void
write_times (DeskSandboxDemoWriter  *writer,
             const DeskSandboxEntry *self)
{
  g_autofree char *execution = desk_sandbox_demo_format_local (self->execution);

  if (self->posting != 0)
    {
      g_autofree char *posting = desk_sandbox_demo_format_local (self->posting);

      desk_sandbox_demo_writer_add_string (writer, "posting_date_time", posting);
      desk_sandbox_demo_writer_add_string (writer, "value_date_time", posting);
    }
  desk_sandbox_demo_writer_add_string (writer, "execution_date_time", execution);
}

void
desk_sandbox_entry_make_biller (guint64      seed,
                                const char  *merchant,
                                char       **biller_code,
                                char       **crn)
{
  DeskSandboxDemoDice dice;

  desk_sandbox_demo_dice_init (&dice, seed, merchant, 0);
  *biller_code = desk_sandbox_demo_dice_digits (&dice, 6);
  *crn = desk_sandbox_demo_dice_digits (&dice, 11);
}

static void
write_biller (DeskSandboxDemoWriter  *writer,
              const DeskSandboxEntry *self,
              guint64                 seed)
{
  g_autofree char *biller_code = NULL;
  g_autofree char *crn = NULL;

  desk_sandbox_entry_make_biller (seed, self->merchant, &biller_code, &crn);
  if (self->means == DESK_SANDBOX_MEANS_BPAY)
    {
      desk_sandbox_demo_writer_add_string (writer, "biller_code", biller_code);
      desk_sandbox_demo_writer_add_string (writer, "biller_name", self->merchant);
      desk_sandbox_demo_writer_add_string (writer, "crn", crn);
    }
  else if (self->means == DESK_SANDBOX_MEANS_DIRECT_DEBIT)
    {
      desk_sandbox_demo_writer_add_string (writer, "apca_number", biller_code);
    }
}

static void
write_extended_data (DeskSandboxDemoWriter  *writer,
                     const DeskSandboxEntry *self,
                     const char             *holder,
                     const char             *end_to_end_id)
{
  gboolean payroll = self->means == DESK_SANDBOX_MEANS_PAYROLL;

  desk_sandbox_demo_writer_open (writer, "extended_data", '{');
  if (!has_extended_data (self))
    {
      /* What the sandbox of Fiskil sends where there is no detail (fiskil-api.md 2.6). */
      desk_sandbox_demo_writer_add_string (writer, "service", "");
      desk_sandbox_demo_writer_close (writer, '}');
      return;
    }

  desk_sandbox_demo_writer_add_string (writer, "payer", self->cents < 0 ? holder : self->merchant);
  desk_sandbox_demo_writer_add_string (writer, "payee", self->cents < 0 ? self->merchant : holder);
  desk_sandbox_demo_writer_add_string (writer, "extension_u_type", "nppPayload");
  desk_sandbox_demo_writer_open (writer, "npp_payload", '{');
  desk_sandbox_demo_writer_add_string (writer, "extended_description", self->description);
  desk_sandbox_demo_writer_add_string (writer, "end_to_end_id", end_to_end_id);
  desk_sandbox_demo_writer_add_string (writer, "purpose_code", payroll ? "SALA" : "OTHR");
  desk_sandbox_demo_writer_add_string (writer, "service", payroll ? "CATSCT" : "X2P1");
  desk_sandbox_demo_writer_add_string (writer, "service_version", "01");
  desk_sandbox_demo_writer_close (writer, '}');
  desk_sandbox_demo_writer_close (writer, '}');
}

static char *
make_transaction_id (const DeskSandboxEntry *self,
                     guint64                 seed,
                     const char             *account_id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT "/%s/%s/%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                                           seed, account_id, self->description, self->execution, self->cents);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  digest[24] = '\0';
  return g_strconcat ("wb-", digest, NULL);
}

static char *
make_reference (const DeskSandboxEntry *self,
                guint64                 seed)
{
  DeskSandboxDemoDice dice;
  g_autofree char *digits = NULL;

  desk_sandbox_demo_dice_init (&dice, seed, "reference", (guint) (self->execution / G_USEC_PER_SEC));
  digits = desk_sandbox_demo_dice_digits (&dice, 9);

  if (self->means == DESK_SANDBOX_MEANS_INTEREST)
    return g_strdup ("");
  return g_strconcat (self->means == DESK_SANDBOX_MEANS_INTERNAL ? "T" : "R", digits, NULL);
}

char *
desk_sandbox_entry_to_json (const DeskSandboxEntry *self,
                            guint64                 seed,
                            const char             *account_id,
                            const char             *holder)
{
  DeskSandboxDemoWriter writer;
  g_autofree char *transaction_id = make_transaction_id (self, seed, account_id);
  g_autofree char *reference = make_reference (self, seed);

  desk_sandbox_demo_writer_init (&writer);
  desk_sandbox_demo_writer_open (&writer, NULL, '{');
  desk_sandbox_demo_writer_add_string (&writer, "account_id", account_id);
  desk_sandbox_demo_writer_add_string (&writer, "transaction_id", transaction_id);
  desk_sandbox_demo_writer_add_boolean (&writer, "is_detail_available", has_extended_data (self));
  desk_sandbox_demo_writer_add_string (&writer, "type", get_type_name (self));
  desk_sandbox_demo_writer_add_string (&writer, "status", self->posting == 0 ? "PENDING" : "POSTED");
  desk_sandbox_demo_writer_add_string (&writer, "description", self->description);
  write_times (&writer, self);
  desk_sandbox_demo_writer_add_amount (&writer, "amount", self->cents);
  desk_sandbox_demo_writer_add_string (&writer, "currency", self->currency);
  desk_sandbox_demo_writer_add_string (&writer, "reference", reference);
  desk_sandbox_demo_writer_add_string (&writer, "merchant_name", self->merchant);
  desk_sandbox_demo_writer_add_string (&writer, "merchant_category_code", self->kind->merchant_category_code);
  if (self->merchant != NULL)
    write_biller (&writer, self, seed);
  write_category (&writer, self->kind);
  write_extended_data (&writer, self, holder, transaction_id);
  desk_sandbox_demo_writer_close (&writer, '}');

  return desk_sandbox_demo_writer_finish (&writer);
}
