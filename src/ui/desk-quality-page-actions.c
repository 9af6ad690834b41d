/* desk-quality-page-actions.c: what can be done with findings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-quality-page-private.h"

#include "desk-context-menu.h"
#include "desk-quality-row.h"
#include "desk-quality-save.h"
#include "desk-quality-words.h"
#include "desk-ui-error.h"

static DeskQualityFinding *
get_selected (DeskQualityPage *self)
{
  return gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->list)));
}

void
_desk_quality_page_update_actions (DeskQualityPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  DeskQualityFinding *selected = get_selected (self);
  gboolean has_findings = g_list_model_get_n_items (G_LIST_MODEL (self->findings)) > 0;

  gtk_widget_action_set_enabled (widget, "quality.open", selected != NULL &&
                                 desk_quality_finding_get_position (selected) != DESK_QUALITY_NO_POSITION);
  gtk_widget_action_set_enabled (widget, "quality.copy", selected != NULL);
  gtk_widget_action_set_enabled (widget, "quality.copy-path", selected != NULL);
  gtk_widget_action_set_enabled (widget, "quality.copy-all", has_findings);
  gtk_widget_action_set_enabled (widget, "quality.save", has_findings);
  gtk_widget_action_set_enabled (widget, "quality.check-again", self->run == NULL);
  gtk_widget_action_set_enabled (widget, "quality.cancel", self->run != NULL);
  gtk_widget_set_visible (self->cancel_button, self->run != NULL);
  gtk_widget_set_visible (self->check_button, self->run == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), self->run != NULL);
}

/* What came in since the check will be looked at in a moment anyway. */
static void
moved_cb (gpointer user_data)
{
  _desk_quality_page_check_again (user_data);
}

static void
open_finding (DeskQualityPage    *self,
              DeskQualityFinding *finding)
{
  g_clear_pointer (&self->example, desk_quality_example_free);
  if (desk_quality_finding_get_position (finding) != DESK_QUALITY_NO_POSITION)
    self->example = desk_quality_example_new (GTK_WIDGET (self), desk_context_get_store (self->context),
                                              desk_end_user_get_id (self->end_user), self->arrangement_id, finding,
                                              moved_cb, self);
}

void
_desk_quality_page_activate_finding (DeskQualityPage *self,
                                     guint            position)
{
  g_autoptr(DeskQualityFinding) finding = g_list_model_get_item (G_LIST_MODEL (self->findings), position);

  if (finding != NULL)
    open_finding (self, finding);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DeskQualityPage *self = DESK_QUALITY_PAGE (widget);

  open_finding (self, get_selected (self));
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DeskQualityPage *self = DESK_QUALITY_PAGE (widget);
  g_autofree char *text = desk_quality_words_finding (get_selected (self),
                                                      desk_context_get_presentation (self->context));

  desk_ui_copy (widget, text);
}

static void
copy_path_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  desk_ui_copy (widget, desk_quality_finding_get_path (get_selected (DESK_QUALITY_PAGE (widget))));
}

static void
copy_all_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  DeskQualityPage *self = DESK_QUALITY_PAGE (widget);
  g_autoptr(GString) text = g_string_new (gtk_label_get_text (self->summary));

  g_string_append_c (text, '\n');
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->findings)); i++)
    {
      g_autoptr(DeskQualityFinding) finding = g_list_model_get_item (G_LIST_MODEL (self->findings), i);
      g_autofree char *words = desk_quality_words_finding (finding, desk_context_get_presentation (self->context));

      g_string_append_printf (text, "\n%s", words);
    }
  desk_ui_copy (widget, text->str);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DeskQualityPage *self = DESK_QUALITY_PAGE (widget);

  desk_quality_save (widget, G_LIST_MODEL (self->findings), desk_end_user_get_title (self->end_user));
}

static void
check_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  _desk_quality_page_check_again (DESK_QUALITY_PAGE (widget));
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_cancellable_cancel (DESK_QUALITY_PAGE (widget)->cancellable);
}

static DeskQualityRow *
find_row (GtkWidget *widget)
{
  GtkWidget *row = widget != NULL ? gtk_widget_get_ancestor (widget, DESK_TYPE_QUALITY_ROW) : NULL;

  if (row == NULL && widget != NULL && DESK_IS_QUALITY_ROW (gtk_widget_get_first_child (widget)))
    row = gtk_widget_get_first_child (widget);

  return row != NULL ? DESK_QUALITY_ROW (row) : NULL;
}

static gboolean
select_row (DeskQualityPage *self,
            DeskQualityRow  *row)
{
  guint position;

  if (row == NULL || !g_list_store_find (self->findings, desk_quality_row_get_finding (row), &position))
    return FALSE;
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->list)), position);

  return TRUE;
}

void
_desk_quality_page_open_menu (DeskQualityPage *self,
                              int              n_press,
                              double           x,
                              double           y)
{
  if (select_row (self, find_row (gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT))))
    desk_context_menu_popup (GTK_WIDGET (self), g_object_ref (self->menu), x, y);
}

static gboolean
popup_menu (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   user_data)
{
  DeskQualityPage *self = DESK_QUALITY_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (!select_row (self, find_row (focus)))
    return FALSE;
  desk_context_menu_popup_at_focus (widget, g_object_ref (self->menu), focus);

  return TRUE;
}

void
_desk_quality_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "quality.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "quality.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "quality.copy-path", NULL, copy_path_action);
  gtk_widget_class_install_action (widget_class, "quality.copy-all", NULL, copy_all_action);
  gtk_widget_class_install_action (widget_class, "quality.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "quality.check-again", NULL, check_action);
  gtk_widget_class_install_action (widget_class, "quality.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "quality.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "quality.copy-path",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "quality.cancel", NULL);
  desk_context_menu_bind (widget_class, popup_menu);
}
