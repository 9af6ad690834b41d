/* desk-quality-consents.c: which of an end user's consents is looked at, in a drop-down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-quality-consents.h"

#include <glib/gi18n-lib.h>

struct _DeskQualityConsents
{
  GObject        parent_instance;

  GtkDropDown   *drop_down;       /* (owned) */
  DeskDirectory *directory;       /* (owned) */
  char          *end_user_id;
  GPtrArray     *arrangement_ids; /* (element-type utf8): in the order of the drop-down; the first is %NULL: all */
  char          *arrangement_id;  /* (nullable): the chosen one */
};

enum
{
  CHOSEN,
  LISTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskQualityConsents, desk_quality_consents, G_TYPE_OBJECT)

/* The first of them is of no consent in particular. */
static gboolean
equals_id (gconstpointer arrangement_id,
           gconstpointer wanted)
{
  return g_strcmp0 (arrangement_id, wanted) == 0;
}

static void
take_selected (DeskQualityConsents *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  g_free (self->arrangement_id);
  self->arrangement_id = g_strdup (g_ptr_array_index (self->arrangement_ids, selected));
}

static void
selected_cb (DeskQualityConsents *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  if (selected == GTK_INVALID_LIST_POSITION || selected >= self->arrangement_ids->len)
    return;

  take_selected (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* The one that the user looks at stays chosen while it is there. */
static void
choose_again (DeskQualityConsents *self)
{
  guint position = 0;

  if (self->arrangement_id != NULL)
    g_ptr_array_find_with_equal_func (self->arrangement_ids, self->arrangement_id, equals_id, &position);
  gtk_drop_down_set_selected (self->drop_down, position);
  take_selected (self);
}

/* Those that are over have no data. */
static void
list_consents (DeskQualityConsents *self,
               GPtrArray           *consents)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->arrangement_ids, 0);
  gtk_string_list_append (names, _("All consents"));
  g_ptr_array_add (self->arrangement_ids, NULL);
  for (guint i = 0; i < consents->len; i++)
    {
      DeskConsent *consent = g_ptr_array_index (consents, i);
      const char *name = desk_consent_get_institution_name (consent);

      gtk_string_list_append (names, name != NULL ? name : _("Unnamed institution"));
      g_ptr_array_add (self->arrangement_ids, g_strdup (desk_consent_get_id (consent)));
    }
  g_signal_handlers_block_by_func (self->drop_down, selected_cb, self);
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (names));
  choose_again (self);
  g_signal_handlers_unblock_by_func (self->drop_down, selected_cb, self);
  gtk_widget_set_visible (GTK_WIDGET (self->drop_down), consents->len > 1);
}

static gboolean
has_consents (DeskQualityConsents *self,
              GPtrArray           *consents)
{
  if (consents->len + 1 != self->arrangement_ids->len)
    return FALSE;
  for (guint i = 0; i < consents->len; i++)
    if (!g_str_equal (desk_consent_get_id (g_ptr_array_index (consents, i)),
                      g_ptr_array_index (self->arrangement_ids, i + 1)))
      return FALSE;

  return TRUE;
}

static void
consents_changed_cb (DeskQualityConsents *self)
{
  g_autoptr(GPtrArray) consents = desk_directory_dup_active_consents (self->directory, self->end_user_id);

  if (has_consents (self, consents))
    return;
  list_consents (self, consents);
  g_signal_emit (self, signals[LISTED], 0);
}

static void
desk_quality_consents_finalize (GObject *object)
{
  DeskQualityConsents *self = DESK_QUALITY_CONSENTS (object);

  g_object_unref (self->drop_down);
  g_object_unref (self->directory);
  g_free (self->end_user_id);
  g_ptr_array_unref (self->arrangement_ids);
  g_free (self->arrangement_id);

  G_OBJECT_CLASS (desk_quality_consents_parent_class)->finalize (object);
}

static void
desk_quality_consents_class_init (DeskQualityConsentsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_quality_consents_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LISTED] = g_signal_new ("listed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
desk_quality_consents_init (DeskQualityConsents *self)
{
  self->arrangement_ids = g_ptr_array_new_with_free_func (g_free);
}

DeskQualityConsents *
desk_quality_consents_new (GtkDropDown   *drop_down,
                           DeskDirectory *directory,
                           const char    *end_user_id)
{
  g_autoptr(GPtrArray) consents = NULL;
  DeskQualityConsents *self = NULL;

  g_return_val_if_fail (GTK_IS_DROP_DOWN (drop_down), NULL);
  g_return_val_if_fail (DESK_IS_DIRECTORY (directory), NULL);
  g_return_val_if_fail (end_user_id != NULL, NULL);

  self = g_object_new (DESK_TYPE_QUALITY_CONSENTS, NULL);
  self->drop_down = g_object_ref (drop_down);
  self->directory = g_object_ref (directory);
  self->end_user_id = g_strdup (end_user_id);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (directory, "consents-changed", G_CALLBACK (consents_changed_cb), self, G_CONNECT_SWAPPED);
  consents = desk_directory_dup_active_consents (directory, end_user_id);
  list_consents (self, consents);

  return self;
}

const char *
desk_quality_consents_get_arrangement_id (DeskQualityConsents *self)
{
  g_return_val_if_fail (DESK_IS_QUALITY_CONSENTS (self), NULL);

  return self->arrangement_id;
}
