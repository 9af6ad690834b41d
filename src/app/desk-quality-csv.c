/* desk-quality-csv.c: findings as comma-separated values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-quality-csv.h"

#include "desk-csv.h"
#include "desk-quality-finding.h"

static void
append_finding (GString            *csv,
                DeskQualityFinding *finding)
{
  DeskQualityRule rule = desk_quality_finding_get_rule (finding);
  g_autofree char *count = g_strdup_printf ("%u", desk_quality_finding_get_count (finding));
  g_autofree char *label = desk_quality_finding_dup_field_label (finding);
  const char *cells[] = {
    desk_quality_finding_get_resource (finding)->name,
    desk_quality_severity_get_name (desk_quality_rule_get_severity (rule)),
    desk_quality_rule_get_name (rule),
    desk_quality_rule_get_label (rule),
    desk_quality_finding_get_field (finding),
    label,
    count,
    desk_quality_finding_get_example (finding),
    desk_quality_finding_get_path (finding),
  };

  desk_csv_append_row (csv, cells, G_N_ELEMENTS (cells));
}

GBytes *
desk_quality_csv_new (GListModel *findings)
{
  static const char *const header[] = {
    "resource", "severity", "rule", "rule_label", "field", "field_label", "count", "example", "path",
  };
  GString *csv = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (findings), NULL);

  csv = g_string_new (NULL);
  desk_csv_append_row (csv, header, G_N_ELEMENTS (header));
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr(DeskQualityFinding) finding = g_list_model_get_item (findings, i);

      append_finding (csv, finding);
    }

  return g_string_free_to_bytes (csv);
}
