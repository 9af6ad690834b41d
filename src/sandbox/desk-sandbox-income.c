/* desk-sandbox-income.c: what came in, by source and by month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-sandbox-income.h"

#include <string.h>

#include "desk-date.h"
#include "desk-decimal.h"
#include "desk-sandbox-money.h"
#include "desk-sandbox-rewrite.h"

#define DEFAULT_CURRENCY "\"AUD\""
#define DECIMALS 2
#define WEEKLY_DAYS 10
#define FORTNIGHT_DAYS 21

/* What one payer pays to one account. */
typedef struct
{
  char        *key;            /* (owned) */
  char        *account_id;     /* (owned): JSON, as the other texts */
  char        *institution_id; /* (owned) */
  char        *currency;       /* (owned) */
  char        *category;       /* (owned): no JSON */
  DeskDecimal *total;          /* (owned) */
  GArray      *days;           /* (element-type guint32) (owned): Julian days */
  GString     *transactions;   /* (owned): rows with commas between them */
} Source;

/* What came in in one currency. */
typedef struct
{
  char        *currency;   /* (owned): JSON */
  DeskDecimal *total;      /* (owned) */
  GHashTable  *months;     /* year and month to DeskDecimal (owned) */
} Sum;

struct _DeskSandboxIncome
{
  GDate      from;
  GDate      to;
  GPtrArray *sources; /* (element-type Source) (owned): in the order of their first row */
  GPtrArray *sums;    /* (element-type Sum) (owned) */
  guint      n_transactions;
};

static void
source_free (gpointer data)
{
  Source *source = data;

  g_free (source->key);
  g_free (source->account_id);
  g_free (source->institution_id);
  g_free (source->currency);
  g_free (source->category);
  desk_decimal_free (source->total);
  g_array_unref (source->days);
  g_string_free (source->transactions, TRUE);
  g_free (source);
}

static void
sum_free (gpointer data)
{
  Sum *sum = data;

  g_free (sum->currency);
  desk_decimal_free (sum->total);
  g_hash_table_unref (sum->months);
  g_free (sum);
}

DeskSandboxIncome *
desk_sandbox_income_new (const GDate *from,
                         const GDate *to)
{
  DeskSandboxIncome *self;

  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  self = g_new0 (DeskSandboxIncome, 1);
  self->from = *from;
  self->to = *to;
  self->sources = g_ptr_array_new_with_free_func (source_free);
  self->sums = g_ptr_array_new_with_free_func (sum_free);
  return self;
}

void
desk_sandbox_income_free (DeskSandboxIncome *self)
{
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->sums);
  g_free (self);
}

/* The day as the bank writes it: the posting day, else that of the execution. */
static gboolean
read_day (DeskJsonSlice  transaction,
          GDate         *day)
{
  static const char *const names[] = { "posting_date_time", "execution_date_time" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = desk_json_slice_dup_string (desk_json_slice_get_member (transaction, names[i]));

      if (text != NULL && desk_date_parse_lenient (text, day, NULL))
        return TRUE;
    }

  return FALSE;
}

static DeskDecimal *
read_amount (DeskJsonSlice transaction)
{
  g_autofree char *text = desk_json_slice_dup_text (desk_json_slice_get_member (transaction, "amount"));
  g_autoptr(DeskDecimal) amount = text != NULL ? desk_decimal_new_from_string (text, NULL) : NULL;

  if (amount == NULL || desk_decimal_is_negative (amount) || desk_decimal_is_zero (amount))
    return NULL;

  return g_steal_pointer (&amount);
}

static char *
dup_json (DeskJsonSlice  transaction,
          const char    *name,
          const char    *otherwise)
{
  DeskJsonSlice value = desk_json_slice_get_member (transaction, name);

  if (desk_json_slice_get_kind (value) != DESK_JSON_KIND_STRING || value.length == strlen ("\"\""))
    return g_strdup (otherwise);

  return desk_json_slice_dup_raw (value);
}

/* Who paid; the description is the last resort. */
static char *
dup_payer (DeskJsonSlice transaction)
{
  static const char *const paths[] = { "extended_data.payer", "merchant_name", "description" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      char *payer = desk_json_slice_dup_string (desk_json_slice_get_path (transaction, paths[i]));

      if (payer != NULL && payer[0] != '\0')
        return payer;
      g_free (payer);
    }

  return g_strdup ("");
}

static Source *
ensure_source (DeskSandboxIncome *self,
               DeskJsonSlice      transaction,
               const char        *category)
{
  g_autofree char *account_id = dup_json (transaction, "account_id", "null");
  g_autofree char *institution_id = dup_json (transaction, "institution_id", "null");
  g_autofree char *currency = dup_json (transaction, "currency", DEFAULT_CURRENCY);
  g_autofree char *payer = dup_payer (transaction);
  g_autofree char *key = g_strjoin ("\n", institution_id, account_id, currency, category, payer, NULL);
  Source *source;

  for (guint i = 0; i < self->sources->len; i++)
    {
      source = g_ptr_array_index (self->sources, i);
      if (g_str_equal (source->key, key))
        return source;
    }

  source = g_new0 (Source, 1);
  source->key = g_steal_pointer (&key);
  source->account_id = g_steal_pointer (&account_id);
  source->institution_id = g_steal_pointer (&institution_id);
  source->currency = g_steal_pointer (&currency);
  source->category = g_strdup (category);
  source->total = desk_decimal_new_zero ();
  source->days = g_array_new (FALSE, FALSE, sizeof (guint32));
  source->transactions = g_string_new (NULL);
  g_ptr_array_add (self->sources, source);
  return source;
}

static Sum *
ensure_sum (DeskSandboxIncome *self,
            const char        *currency)
{
  Sum *sum;

  for (guint i = 0; i < self->sums->len; i++)
    {
      sum = g_ptr_array_index (self->sums, i);
      if (g_str_equal (sum->currency, currency))
        return sum;
    }

  sum = g_new0 (Sum, 1);
  sum->currency = g_strdup (currency);
  sum->total = desk_decimal_new_zero ();
  sum->months = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) desk_decimal_free);
  g_ptr_array_add (self->sums, sum);
  return sum;
}

static void
add_to_month (Sum               *sum,
              const GDate       *day,
              const DeskDecimal *amount)
{
  gpointer month = GUINT_TO_POINTER (g_date_get_year (day) * 12u + g_date_get_month (day));
  DeskDecimal *total = g_hash_table_lookup (sum->months, month);

  if (total == NULL)
    g_hash_table_insert (sum->months, month, desk_decimal_copy (amount));
  else
    desk_decimal_add (total, amount);
}

void
desk_sandbox_income_add (DeskSandboxIncome *self,
                         DeskJsonSlice      transaction,
                         const char        *category)
{
  g_autoptr(DeskDecimal) amount = NULL;
  GDate day;
  guint32 julian;
  Source *source;
  Sum *sum;

  g_return_if_fail (self != NULL && category != NULL);

  amount = read_amount (transaction);
  if (amount == NULL || !read_day (transaction, &day) ||
      g_date_compare (&day, &self->from) < 0 || g_date_compare (&day, &self->to) > 0 ||
      desk_json_slice_equals_string (desk_json_slice_get_member (transaction, "status"), "PENDING"))
    return;

  source = ensure_source (self, transaction, category);
  desk_decimal_add (source->total, amount);
  julian = g_date_get_julian (&day);
  g_array_append_val (source->days, julian);
  if (source->transactions->len > 0)
    g_string_append_c (source->transactions, ',');
  g_string_append_len (source->transactions, transaction.text, (gssize) transaction.length);

  sum = ensure_sum (self, source->currency);
  desk_decimal_add (sum->total, amount);
  add_to_month (sum, &day, amount);
  self->n_transactions++;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  return (first > second) - (first < second);
}

/* By the days that usually lie between two payments. */
static const char *
find_frequency (const Source *source)
{
  g_autoptr(GArray) gaps = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 usual;

  g_array_sort (source->days, compare_numbers);
  for (guint i = 1; i < source->days->len; i++)
    {
      guint32 gap = g_array_index (source->days, guint32, i) - g_array_index (source->days, guint32, i - 1);

      g_array_append_val (gaps, gap);
    }

  if (gaps->len == 0)
    return "MONTHLY";

  g_array_sort (gaps, compare_numbers);
  usual = g_array_index (gaps, guint32, gaps->len / 2);
  if (usual <= WEEKLY_DAYS)
    return "WEEKLY";

  return usual <= FORTNIGHT_DAYS ? "BIWEEKLY" : "MONTHLY";
}

static void
add_period (GString                 *text,
            const DeskSandboxIncome *self)
{
  g_autofree char *from = desk_date_format (&self->from);
  g_autofree char *to = desk_date_format (&self->to);

  g_string_append_printf (text, ",\"period_from\":\"%s\",\"period_to\":\"%s\"", from, to);
}

static void
add_source (GString                 *text,
            const DeskSandboxIncome *self,
            const Source            *source)
{
  g_autofree char *total = desk_sandbox_money_to_string (source->total, DECIMALS);

  g_string_append_printf (text, "{\"account_id\":%s,\"category\":\"%s\",\"currency\":%s,\"income_frequency\":\"%s\"",
                          source->account_id, source->category, source->currency, find_frequency (source));
  g_string_append_printf (text, ",\"income_total\":\"%s\",\"institution_id\":%s", total, source->institution_id);
  add_period (text, self);
  g_string_append_printf (text, ",\"total_transactions\":%u,\"transactions\":[%s]}",
                          source->days->len, source->transactions->str);
}

static int
compare_decimals (gconstpointer a,
                  gconstpointer b)
{
  return desk_decimal_compare (a, b);
}

static char *
find_median (const Sum *sum)
{
  g_autoptr(GList) totals = g_list_sort (g_hash_table_get_values (sum->months), compare_decimals);
  guint n_months = g_hash_table_size (sum->months);
  g_autoptr(DeskDecimal) middle = desk_decimal_copy (g_list_nth_data (totals, n_months / 2));

  if (n_months % 2 == 1)
    return desk_sandbox_money_divide (middle, 1);

  desk_decimal_add (middle, g_list_nth_data (totals, n_months / 2 - 1));
  return desk_sandbox_money_divide (middle, 2);
}

static char *
find_average (const Sum *sum)
{
  return desk_sandbox_money_divide (sum->total, g_hash_table_size (sum->months));
}

static char *
find_total (const Sum *sum)
{
  return desk_sandbox_money_to_string (sum->total, DECIMALS);
}

static void
add_sums (GString                 *text,
          const DeskSandboxIncome *self,
          const char              *list,
          const char              *name,
          char                    *(*find) (const Sum *sum))
{
  desk_sandbox_rewrite_add_name (text, list);
  g_string_append_c (text, '[');
  for (guint i = 0; i < self->sums->len; i++)
    {
      const Sum *sum = g_ptr_array_index (self->sums, i);
      g_autofree char *amount = find (sum);

      g_string_append_printf (text, "%s{\"currency\":%s,\"%s\":\"%s\"}", i > 0 ? "," : "",
                              sum->currency, name, amount);
    }
  g_string_append_c (text, ']');
}

char *
desk_sandbox_income_to_json (DeskSandboxIncome *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new ("{\"income_sources\":[");
  for (guint i = 0; i < self->sources->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      add_source (text, self, g_ptr_array_index (self->sources, i));
    }

  g_string_append (text, "],\"income_summary\":{");
  add_sums (text, self, "monthly_avg", "income_monthly", find_average);
  add_sums (text, self, "monthly_median", "income_monthly", find_median);
  add_period (text, self);
  add_sums (text, self, "total", "income_total", find_total);
  g_string_append_printf (text, ",\"total_transactions\":%u}}", self->n_transactions);
  return g_string_free (text, FALSE);
}
