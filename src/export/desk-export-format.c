/* desk-export-format.c: the formats of exports
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-export-format.h"

#include <glib/gi18n-lib.h>

#include "desk-export-csv.h"
#include "desk-export-json.h"
#include "desk-export-nem12.h"
#include "desk-export-ofx.h"
#include "desk-export-qif.h"
#include "desk-export-sqlite.h"

static const char *const bank_resources[] = {
  "banking.accounts", "banking.balances", "banking.transactions", NULL,
};

static const char *const meter_resources[] = {
  "energy.service-points", "energy.usage", NULL,
};

static const struct
{
  const char        *nick;
  const char        *extension;
  const char        *label;
  const char        *description;
  const char *const *resources;
  const char        *order;
} formats[DESK_EXPORT_N_FORMATS] = {
  [DESK_EXPORT_FORMAT_CSV] = { "csv", "csv", N_("CSV"), N_("For spreadsheets: a row for each record") },
  [DESK_EXPORT_FORMAT_JSON] = { "json", "json", N_("JSON"), N_("For programs: every record as it was received") },
  [DESK_EXPORT_FORMAT_OFX] = { "ofx", "ofx", N_("OFX"), N_("For accounting programs: bank statements with balances"),
                               bank_resources, "account_id" },
  [DESK_EXPORT_FORMAT_QIF] = { "qif", "qif", N_("QIF"), N_("For older accounting programs: bank statements"),
                               bank_resources, "account_id" },
  [DESK_EXPORT_FORMAT_NEM12] = { "nem12", "csv", N_("NEM12"), N_("For energy tools: interval reads of meters"),
                                 meter_resources, "service_point_id" },
  [DESK_EXPORT_FORMAT_SQLITE] = { "sqlite", "sqlite", N_("SQLite"), N_("For queries: a table for each data set") },
};

const char *
desk_export_format_get_nick (DeskExportFormat format)
{
  g_return_val_if_fail (format < DESK_EXPORT_N_FORMATS, NULL);

  return formats[format].nick;
}

const char *
desk_export_format_get_extension (DeskExportFormat format)
{
  g_return_val_if_fail (format < DESK_EXPORT_N_FORMATS, NULL);

  return formats[format].extension;
}

const char *
desk_export_format_get_label (DeskExportFormat format)
{
  g_return_val_if_fail (format < DESK_EXPORT_N_FORMATS, NULL);

  return formats[format].label;
}

const char *
desk_export_format_get_description (DeskExportFormat format)
{
  g_return_val_if_fail (format < DESK_EXPORT_N_FORMATS, NULL);

  return formats[format].description;
}

gboolean
desk_export_format_find (const char       *nick,
                         DeskExportFormat *format)
{
  g_return_val_if_fail (nick != NULL && format != NULL, FALSE);

  for (guint i = 0; i < DESK_EXPORT_N_FORMATS; i++)
    if (g_str_equal (nick, formats[i].nick))
      {
        *format = i;
        return TRUE;
      }
  return FALSE;
}

const char *const *
desk_export_format_get_resources (DeskExportFormat format)
{
  g_return_val_if_fail (format < DESK_EXPORT_N_FORMATS, NULL);

  return formats[format].resources;
}

gboolean
desk_export_format_holds (DeskExportFormat    format,
                          const DeskResource *resource)
{
  g_return_val_if_fail (format < DESK_EXPORT_N_FORMATS, FALSE);
  g_return_val_if_fail (resource != NULL, FALSE);

  return formats[format].resources == NULL || g_strv_contains (formats[format].resources, resource->name);
}

const char *
desk_export_format_get_order (DeskExportFormat format)
{
  g_return_val_if_fail (format < DESK_EXPORT_N_FORMATS, NULL);

  return formats[format].order;
}

DeskExportWriter *
desk_export_format_create_writer (DeskExportFormat   format,
                                  const char        *path,
                                  gboolean           is_single,
                                  gint64             now,
                                  GError           **error)
{
  switch (format)
    {
    case DESK_EXPORT_FORMAT_CSV:
      return desk_export_csv_new (path, !is_single);
    case DESK_EXPORT_FORMAT_JSON:
      return desk_export_json_new (path, is_single, error);
    case DESK_EXPORT_FORMAT_OFX:
      return desk_export_ofx_new (path, now, error);
    case DESK_EXPORT_FORMAT_QIF:
      return desk_export_qif_new (path, error);
    case DESK_EXPORT_FORMAT_NEM12:
      return desk_export_nem12_new (path, now, error);
    case DESK_EXPORT_FORMAT_SQLITE:
    default:
      return desk_export_sqlite_new (path, error);
    }
}

gboolean
desk_export_format_makes_folder (DeskExportFormat format,
                                 gboolean         is_single)
{
  return format == DESK_EXPORT_FORMAT_CSV && !is_single;
}
