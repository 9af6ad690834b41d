/* desk-link-timeline.c: the steps of one link attempt, in order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-link-timeline.h"

#include <glib/gi18n-lib.h>

/* Beside one step: no institution needs so many pages. */
#define MAX_NOTES 30

struct _DeskLinkTimeline
{
  GObject            parent_instance;

  DeskRedactor      *redactor;
  GListStore        *entries;
  DeskTimelineEntry *current; /* (nullable): the step under way */
  guint              n_notes; /* beside the step under way */
  gint64             began;   /* of the monotonic clock */
};

G_DEFINE_FINAL_TYPE (DeskLinkTimeline, desk_link_timeline, G_TYPE_OBJECT)

static void
desk_link_timeline_finalize (GObject *object)
{
  DeskLinkTimeline *self = DESK_LINK_TIMELINE (object);

  g_clear_object (&self->redactor);
  g_clear_object (&self->entries);
  g_clear_object (&self->current);

  G_OBJECT_CLASS (desk_link_timeline_parent_class)->finalize (object);
}

static void
desk_link_timeline_class_init (DeskLinkTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_link_timeline_finalize;
}

static void
desk_link_timeline_init (DeskLinkTimeline *self)
{
  self->entries = g_list_store_new (DESK_TYPE_TIMELINE_ENTRY);
  self->began = g_get_monotonic_time ();
}

DeskLinkTimeline *
desk_link_timeline_new (DeskRedactor *redactor)
{
  DeskLinkTimeline *self;

  g_return_val_if_fail (DESK_IS_REDACTOR (redactor), NULL);

  self = g_object_new (DESK_TYPE_LINK_TIMELINE, NULL);
  self->redactor = g_object_ref (redactor);

  return self;
}

GListModel *
desk_link_timeline_get_list (DeskLinkTimeline *self)
{
  g_return_val_if_fail (DESK_IS_LINK_TIMELINE (self), NULL);

  return G_LIST_MODEL (self->entries);
}

static DeskTimelineEntry *
add (DeskLinkTimeline *self,
     DeskTimelineKind  kind,
     const char       *title,
     const char       *detail)
{
  guint milliseconds = (guint) ((g_get_monotonic_time () - self->began) / 1000);
  g_autofree char *safe_title = desk_redactor_apply (self->redactor, title);
  g_autofree char *safe_detail = detail != NULL ? desk_redactor_apply (self->redactor, detail) : NULL;
  DeskTimelineEntry *entry = desk_timeline_entry_new (kind, milliseconds, safe_title, safe_detail);

  g_list_store_append (self->entries, entry);

  return entry;
}

static void
settle_current (DeskLinkTimeline *self,
                DeskTimelineKind  kind)
{
  if (self->current != NULL)
    desk_timeline_entry_set_kind (self->current, kind);

  g_clear_object (&self->current);
}

void
desk_link_timeline_step (DeskLinkTimeline *self,
                         const char       *title,
                         const char       *detail)
{
  g_return_if_fail (DESK_IS_LINK_TIMELINE (self));
  g_return_if_fail (title != NULL);

  settle_current (self, DESK_TIMELINE_DONE);
  self->n_notes = 0;
  self->current = add (self, DESK_TIMELINE_CURRENT, title, detail);
}

void
desk_link_timeline_note (DeskLinkTimeline *self,
                         const char       *title,
                         const char       *detail)
{
  g_return_if_fail (DESK_IS_LINK_TIMELINE (self));
  g_return_if_fail (title != NULL);

  self->n_notes++;
  if (self->n_notes <= MAX_NOTES)
    g_object_unref (add (self, DESK_TIMELINE_NOTE, title, detail));
  else if (self->n_notes == MAX_NOTES + 1)
    g_object_unref (add (self, DESK_TIMELINE_NOTE, _("What else happened here is not noted: it was too much"), NULL));
}

void
desk_link_timeline_end (DeskLinkTimeline *self,
                        DeskTimelineKind  kind,
                        const char       *title)
{
  g_return_if_fail (DESK_IS_LINK_TIMELINE (self));
  g_return_if_fail (title != NULL);

  settle_current (self, kind == DESK_TIMELINE_FAILED ? DESK_TIMELINE_FAILED : DESK_TIMELINE_DONE);
  g_object_unref (add (self, kind, title, NULL));
}

char *
desk_link_timeline_to_string (DeskLinkTimeline *self)
{
  g_autoptr(GString) text = NULL;
  guint n_items;

  g_return_val_if_fail (DESK_IS_LINK_TIMELINE (self), NULL);

  text = g_string_new (NULL);
  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->entries));
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(DeskTimelineEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), i);
      g_autofree char *line = desk_timeline_entry_to_string (entry);

      g_string_append (text, line);
      g_string_append_c (text, '\n');
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
