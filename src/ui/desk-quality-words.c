/* desk-quality-words.c: findings in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-quality-words.h"

#include <glib/gi18n-lib.h>

#include "desk-format.h"

char *
desk_quality_words_heading (DeskQualityFinding *finding)
{
  const char *label = NULL;

  g_return_val_if_fail (DESK_IS_QUALITY_FINDING (finding), NULL);

  label = _(desk_quality_finding_get_resource (finding)->label);
  if (!desk_quality_rule_is_difference (desk_quality_finding_get_rule (finding)))
    return g_strdup (label);

  /* Translators: the name of a data set: "Transactions" */
  return g_strdup_printf (_("Since the last sync · %s"), label);
}

char *
desk_quality_words_count (guint count)
{
  g_autofree char *number = desk_format_count (count);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s time", "%s times", count), number);
}

char *
desk_quality_words_example (DeskQualityFinding *finding,
                            DeskPresentation   *presentation)
{
  const char *example = NULL;

  g_return_val_if_fail (DESK_IS_QUALITY_FINDING (finding), NULL);
  g_return_val_if_fail (DESK_IS_PRESENTATION (presentation), NULL);

  example = desk_quality_finding_get_example (finding);

  return example != NULL ? desk_presentation_dup_text (presentation, example) : NULL;
}

char *
desk_quality_words_finding (DeskQualityFinding *finding,
                            DeskPresentation   *presentation)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *heading = desk_quality_words_heading (finding);
  g_autofree char *field = desk_quality_finding_dup_field_label (finding);
  g_autofree char *count = desk_quality_words_count (desk_quality_finding_get_count (finding));
  g_autofree char *example = desk_quality_words_example (finding, presentation);
  DeskQualityRule rule = desk_quality_finding_get_rule (finding);

  g_string_append_printf (text, "%s: %s\n", desk_quality_severity_get_label (desk_quality_rule_get_severity (rule)),
                          desk_quality_rule_get_label (rule));
  g_string_append_printf (text, "%s › %s, %s\n", heading, field, count);
  if (example != NULL)
    g_string_append_printf (text, _("First example: %s\n"), example);
  g_string_append_printf (text, "%s\n", desk_quality_finding_get_path (finding));
  g_string_append_printf (text, "%s\n", desk_quality_rule_get_advice (rule));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
desk_quality_words_flawless (GPtrArray *resources)
{
  g_autoptr(GString) names = g_string_new (NULL);

  g_return_val_if_fail (resources != NULL, NULL);

  if (resources->len == 0)
    return g_strdup ("");

  for (guint i = 0; i < resources->len; i++)
    {
      const DeskResource *resource = g_ptr_array_index (resources, i);

      /* Translators: goes between the names of data sets */
      g_string_append_printf (names, "%s%s", i > 0 ? _(", ") : "", _(resource->label));
    }

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u data set fits the standard: %s.",
                                       "%u data sets fit the standard: %s.", resources->len),
                          resources->len, names->str);
}
