/* ui-probe.c: looks into widgets and waits for them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-probe.h"

gpointer
ui_find (gpointer    widget,
         const char *id)
{
  GObject *child = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), id);

  g_assert_nonnull (child);

  return child;
}

const char *
ui_get_text (gpointer    widget,
             const char *id)
{
  return gtk_label_get_text (ui_find (widget, id));
}

gboolean
ui_is_shown (gpointer    widget,
             const char *id)
{
  for (GtkWidget *child = ui_find (widget, id); child != widget; child = gtk_widget_get_parent (child))
    {
      if (!gtk_widget_get_visible (child))
        return FALSE;
    }

  return TRUE;
}

static gpointer
find_counting (GtkWidget *widget,
               GType      type,
               guint     *n)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found;

      if (G_TYPE_CHECK_INSTANCE_TYPE (child, type) && (*n)-- == 0)
        return child;
      found = find_counting (child, type, n);
      if (found != NULL)
        return found;
    }

  return NULL;
}

gpointer
ui_find_nth (gpointer widget,
             GType    type,
             guint    n)
{
  return find_counting (widget, type, &n);
}

static const char *
get_own_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget));

  return NULL;
}

gpointer
ui_find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

gboolean
ui_has_text (gpointer    widget,
             const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (g_strcmp0 (get_own_text (widget), text) == 0)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (ui_has_text (child, text))
        return TRUE;
    }

  return FALSE;
}

static void
append_texts (GtkWidget *widget,
              GString   *texts)
{
  const char *text = get_own_text (widget);
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  if (!gtk_widget_get_visible (widget))
    return;
  if (text != NULL)
    g_string_append_printf (texts, "%s\n", text);
  if (tooltip != NULL)
    g_string_append_printf (texts, "%s\n", tooltip);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_texts (child, texts);
}

char *
ui_dup_texts (gpointer widget)
{
  GString *texts = g_string_new (NULL);

  append_texts (widget, texts);

  return g_string_free (texts, FALSE);
}

void
ui_click (gpointer    widget,
          const char *id)
{
  g_assert_true (ui_is_shown (widget, id));
  g_assert_true (gtk_widget_is_sensitive (ui_find (widget, id)));
  g_signal_emit_by_name (ui_find (widget, id), "clicked");
}

char *
ui_dup_clipboard (void)
{
  GdkClipboard *clipboard = gdk_display_get_clipboard (gdk_display_get_default ());
  GdkContentProvider *content = gdk_clipboard_get_content (clipboard);
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  if (content == NULL || !gdk_content_provider_get_value (content, &value, NULL))
    return NULL;

  return g_value_dup_string (&value);
}

GtkWindow *
ui_show (GtkWidget *content,
         int        width,
         int        height)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_child (window, content);
  gtk_window_set_default_size (window, width, height);
  gtk_window_present (window);
  UI_WAIT (gtk_widget_get_width (content) > 0);

  return window;
}

DeskJsonSlice
ui_parse (const char *json)
{
  const char *kept = g_intern_string (json);
  DeskJsonSlice root;
  g_autoptr(GError) error = NULL;

  desk_json_parse (kept, strlen (kept), &root, &error);
  g_assert_no_error (error);

  return root;
}
