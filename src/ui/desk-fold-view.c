/* desk-fold-view.c: a list of lines that fold
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-fold-view.h"

#include "desk-growing-list.h"
#include "desk-line-menu.h"

struct _DeskFoldView
{
  GObject             parent_instance;

  GtkWidget          *view;  /* (unowned) */
  GtkListView        *list;  /* (unowned) */
  const DeskFoldRows *rows;  /* (unowned) */
  DeskFoldList       *lines; /* (owned) (nullable) */
  DeskLineMenu       *menu;  /* (owned) */
};

G_DEFINE_FINAL_TYPE (DeskFoldView, desk_fold_view, G_TYPE_OBJECT)

static void
bind_row (DeskFoldView *self,
          GtkListItem  *list_item)
{
  self->rows->bind (self->view, gtk_list_item_get_child (list_item),
                    desk_fold_item_get_line (gtk_list_item_get_item (list_item)));
}

/* When a line folds, its row changes: the arrow, and what is around it. */
static void
expanded_cb (DeskFoldItem *item,
             GParamSpec   *pspec,
             GtkListItem  *list_item)
{
  bind_row (g_object_get_data (G_OBJECT (list_item), "fold-view"), list_item);
}

static void
setup_cb (DeskFoldView *self,
          GtkListItem  *list_item)
{
  g_object_set_data (G_OBJECT (list_item), "fold-view", self);
  gtk_list_item_set_child (list_item, self->rows->create ());
}

static void
bind_cb (DeskFoldView *self,
         GtkListItem  *list_item)
{
  bind_row (self, list_item);
  g_signal_connect (gtk_list_item_get_item (list_item), "notify::expanded", G_CALLBACK (expanded_cb), list_item);
}

static void
unbind_cb (DeskFoldView *self,
           GtkListItem  *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), expanded_cb, list_item);
}

static void
activate_cb (DeskFoldView *self,
             guint         position)
{
  desk_fold_view_toggle (self, desk_fold_list_get_line (self->lines, position));
}

static gboolean
key_pressed_cb (DeskFoldView    *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GtkWidget *row = desk_line_menu_get_row (self->menu);
  gboolean opens = keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (self->view));

  if (row == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      (!opens && keyval != GDK_KEY_Left && keyval != GDK_KEY_KP_Left) || gtk_widget_is_ancestor (focus, row))
    return FALSE;
  desk_fold_list_set_expanded (self->lines, self->rows->get_line (row), opens);
  return TRUE;
}

/* growing: (transfer full) */
static GtkSelectionModel *
create_selection (DeskFoldView *self,
                  GListModel   *growing)
{
  GtkSingleSelection *selection = NULL;

  if (!self->rows->selects)
    return GTK_SELECTION_MODEL (gtk_no_selection_new (growing));

  selection = gtk_single_selection_new (growing);
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_selected (selection, GTK_INVALID_LIST_POSITION);
  return GTK_SELECTION_MODEL (selection);
}

static void
show_lines (DeskFoldView *self)
{
  g_autoptr(GtkSelectionModel) selection = create_selection (self, desk_growing_list_new (G_LIST_MODEL (self->lines)));

  gtk_list_view_set_model (self->list, selection);
}

static void
add_rows (DeskFoldView *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
}

static void
add_keys (DeskFoldView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

static void
desk_fold_view_dispose (GObject *object)
{
  DeskFoldView *self = DESK_FOLD_VIEW (object);

  desk_fold_view_set_lines (self, NULL);
  g_clear_pointer (&self->menu, desk_line_menu_free);

  G_OBJECT_CLASS (desk_fold_view_parent_class)->dispose (object);
}

static void
desk_fold_view_class_init (DeskFoldViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = desk_fold_view_dispose;
}

static void
desk_fold_view_init (DeskFoldView *self)
{
}

DeskFoldView *
desk_fold_view_new (GtkWidget          *view,
                    GtkListView        *list,
                    const DeskFoldRows *rows)
{
  DeskFoldView *self = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (view), NULL);
  g_return_val_if_fail (GTK_IS_LIST_VIEW (list), NULL);
  g_return_val_if_fail (rows != NULL, NULL);

  self = g_object_new (DESK_TYPE_FOLD_VIEW, NULL);
  self->view = view;
  self->list = list;
  self->rows = rows;
  add_rows (self);
  add_keys (self);
  self->menu = desk_line_menu_new (view, GTK_WIDGET (list), rows->get_type ());
  return self;
}

void
desk_fold_view_set_lines (DeskFoldView *self,
                          DeskFoldList *lines)
{
  g_return_if_fail (DESK_IS_FOLD_VIEW (self));

  gtk_list_view_set_model (self->list, NULL);
  g_set_object (&self->lines, lines);
  if (lines != NULL)
    show_lines (self);
}

DeskFoldList *
desk_fold_view_get_lines (DeskFoldView *self)
{
  g_return_val_if_fail (DESK_IS_FOLD_VIEW (self), NULL);

  return self->lines;
}

void
desk_fold_view_set_all (DeskFoldView *self,
                        const guint8 *expanded)
{
  g_return_if_fail (DESK_IS_FOLD_VIEW (self));
  g_return_if_fail (self->lines != NULL);

  gtk_list_view_set_model (self->list, NULL);
  desk_fold_list_set_all (self->lines, expanded);
  show_lines (self);
}

void
desk_fold_view_take_shown (DeskFoldView *self,
                           guint8       *shown)
{
  g_return_if_fail (DESK_IS_FOLD_VIEW (self));
  g_return_if_fail (self->lines != NULL);

  gtk_list_view_set_model (self->list, NULL);
  desk_fold_list_take_shown (self->lines, shown);
  show_lines (self);
}

void
desk_fold_view_toggle (DeskFoldView *self,
                       guint         line)
{
  g_return_if_fail (DESK_IS_FOLD_VIEW (self));
  g_return_if_fail (self->lines != NULL);

  desk_fold_list_set_expanded (self->lines, line, !desk_fold_list_get_expanded (self->lines, line));
}

void
desk_fold_view_select (DeskFoldView *self,
                       guint         line)
{
  GtkSelectionModel *selection = NULL;
  guint position;

  g_return_if_fail (DESK_IS_FOLD_VIEW (self));
  g_return_if_fail (self->lines != NULL && self->rows->selects);

  selection = gtk_list_view_get_model (self->list);
  desk_fold_list_reveal (self->lines, line);
  position = desk_fold_list_find (self->lines, line);
  /* The list may not have grown so far yet. */
  if (position >= g_list_model_get_n_items (G_LIST_MODEL (selection)))
    desk_growing_list_finish (DESK_GROWING_LIST (gtk_single_selection_get_model (GTK_SINGLE_SELECTION (selection))));
  gtk_selection_model_select_item (selection, position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

GtkWidget *
desk_fold_view_get_row (DeskFoldView *self)
{
  g_return_val_if_fail (DESK_IS_FOLD_VIEW (self), NULL);

  return desk_line_menu_get_row (self->menu);
}
