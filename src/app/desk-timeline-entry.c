/* desk-timeline-entry.c: one step of a link attempt, as the user sees it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-config.h"

#include "desk-timeline-entry.h"

#include <glib/gi18n-lib.h>

struct _DeskTimelineEntry
{
  GObject           parent_instance;

  DeskTimelineKind  kind;
  guint             milliseconds;
  char             *title;
  char             *detail;
};

enum
{
  PROP_0,
  PROP_KIND,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DeskTimelineEntry, desk_timeline_entry, G_TYPE_OBJECT)

static void
desk_timeline_entry_finalize (GObject *object)
{
  DeskTimelineEntry *self = DESK_TIMELINE_ENTRY (object);

  g_free (self->title);
  g_free (self->detail);

  G_OBJECT_CLASS (desk_timeline_entry_parent_class)->finalize (object);
}

static void
desk_timeline_entry_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  DeskTimelineEntry *self = DESK_TIMELINE_ENTRY (object);

  switch (property_id)
    {
    case PROP_KIND:
      g_value_set_int (value, self->kind);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
desk_timeline_entry_class_init (DeskTimelineEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = desk_timeline_entry_finalize;
  object_class->get_property = desk_timeline_entry_get_property;

  properties[PROP_KIND] =
    g_param_spec_int ("kind", NULL, NULL,
                      DESK_TIMELINE_DONE, DESK_TIMELINE_NOTE, DESK_TIMELINE_DONE,
                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
desk_timeline_entry_init (DeskTimelineEntry *self)
{
}

DeskTimelineEntry *
desk_timeline_entry_new (DeskTimelineKind  kind,
                         guint             milliseconds,
                         const char       *title,
                         const char       *detail)
{
  DeskTimelineEntry *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (DESK_TYPE_TIMELINE_ENTRY, NULL);
  self->kind = kind;
  self->milliseconds = milliseconds;
  self->title = g_strdup (title);
  self->detail = g_strdup (detail);

  return self;
}

DeskTimelineKind
desk_timeline_entry_get_kind (DeskTimelineEntry *self)
{
  g_return_val_if_fail (DESK_IS_TIMELINE_ENTRY (self), DESK_TIMELINE_NOTE);

  return self->kind;
}

void
desk_timeline_entry_set_kind (DeskTimelineEntry *self,
                              DeskTimelineKind   kind)
{
  g_return_if_fail (DESK_IS_TIMELINE_ENTRY (self));

  if (self->kind == kind)
    return;

  self->kind = kind;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
}

guint
desk_timeline_entry_get_milliseconds (DeskTimelineEntry *self)
{
  g_return_val_if_fail (DESK_IS_TIMELINE_ENTRY (self), 0);

  return self->milliseconds;
}

const char *
desk_timeline_entry_get_title (DeskTimelineEntry *self)
{
  g_return_val_if_fail (DESK_IS_TIMELINE_ENTRY (self), NULL);

  return self->title;
}

const char *
desk_timeline_entry_get_detail (DeskTimelineEntry *self)
{
  g_return_val_if_fail (DESK_IS_TIMELINE_ENTRY (self), NULL);

  return self->detail;
}

char *
desk_timeline_entry_dup_time (DeskTimelineEntry *self)
{
  g_return_val_if_fail (DESK_IS_TIMELINE_ENTRY (self), NULL);

  /* Translators: seconds since the attempt began, to the millisecond, as in "0.240 s". */
  return g_strdup_printf (_("%u.%03u s"), self->milliseconds / 1000, self->milliseconds % 1000);
}

char *
desk_timeline_entry_to_string (DeskTimelineEntry *self)
{
  g_autofree char *time = NULL;

  g_return_val_if_fail (DESK_IS_TIMELINE_ENTRY (self), NULL);

  time = desk_timeline_entry_dup_time (self);

  return g_strjoin ("  ", time, self->title, self->detail, NULL);
}
