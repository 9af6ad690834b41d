/* desk-link-record.c: what is kept of a link attempt that is over
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-link-record.h"

#include "desk-json-read.h"
#include "desk-json-text.h"

struct _DeskLinkRecord
{
  GObject        parent_instance;

  DeskLinkFacts  facts; /* its texts are in @texts */
  GPtrArray     *texts; /* (element-type utf8) */
};

static const char *const way_names[] = {
  [DESK_LINK_WAY_REDIRECT] = "redirect",
  [DESK_LINK_WAY_EMBEDDED] = "embedded",
  [DESK_LINK_WAY_BROWSER] = "browser",
};

G_STATIC_ASSERT (G_N_ELEMENTS (way_names) == DESK_LINK_N_WAYS);

G_DEFINE_FINAL_TYPE (DeskLinkRecord, desk_link_record, G_TYPE_OBJECT)

static void
desk_link_record_finalize (GObject *object)
{
  DeskLinkRecord *self = DESK_LINK_RECORD (object);

  g_clear_pointer (&self->texts, g_ptr_array_unref);

  G_OBJECT_CLASS (desk_link_record_parent_class)->finalize (object);
}

static void
desk_link_record_class_init (DeskLinkRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = desk_link_record_finalize;
}

static void
desk_link_record_init (DeskLinkRecord *self)
{
  self->texts = g_ptr_array_new_with_free_func (g_free);
}

/* text: (transfer full) (nullable) */
static const char *
keep (DeskLinkRecord *self,
      char           *text)
{
  if (text != NULL)
    g_ptr_array_add (self->texts, text);

  return text;
}

DeskLinkRecord *
desk_link_record_new (const DeskLinkFacts *facts)
{
  DeskLinkRecord *self;

  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (facts->end_user_id != NULL, NULL);
  g_return_val_if_fail (facts->outcome != NULL, NULL);
  g_return_val_if_fail (facts->timeline != NULL, NULL);

  self = g_object_new (DESK_TYPE_LINK_RECORD, NULL);
  self->facts = (DeskLinkFacts) {
    .end_user_id = keep (self, g_strdup (facts->end_user_id)),
    .institution_id = keep (self, g_strdup (facts->institution_id)),
    .consent_id = keep (self, g_strdup (facts->consent_id)),
    .session_id = keep (self, g_strdup (facts->session_id)),
    .way = facts->way,
    .outcome = keep (self, g_strdup (facts->outcome)),
    .received_code = keep (self, g_strdup (facts->received_code)),
    .error_id = keep (self, g_strdup (facts->error_id)),
    .began_at = facts->began_at,
    .timeline = keep (self, g_strdup (facts->timeline)),
  };

  return self;
}

static DeskLinkWay
read_way (DeskJsonSlice slice)
{
  for (guint way = 0; way < G_N_ELEMENTS (way_names); way++)
    {
      if (desk_json_slice_equals_string (desk_json_slice_get_member (slice, "way"), way_names[way]))
        return (DeskLinkWay) way;
    }

  return DESK_LINK_WAY_REDIRECT;
}

DeskLinkRecord *
desk_link_record_new_from_json (DeskJsonSlice slice)
{
  g_autoptr(DeskLinkRecord) self = g_object_new (DESK_TYPE_LINK_RECORD, NULL);

  self->facts = (DeskLinkFacts) {
    .end_user_id = keep (self, desk_json_read_text (slice, "end_user_id")),
    .institution_id = keep (self, desk_json_read_text (slice, "institution_id")),
    .consent_id = keep (self, desk_json_read_text (slice, "consent_id")),
    .session_id = keep (self, desk_json_read_text (slice, "session_id")),
    .way = read_way (slice),
    .outcome = keep (self, desk_json_read_text (slice, "outcome")),
    .received_code = keep (self, desk_json_read_text (slice, "received_code")),
    .error_id = keep (self, desk_json_read_text (slice, "error_id")),
    .began_at = desk_json_read_instant (slice, "began_at"),
    .timeline = keep (self, desk_json_read_text (slice, "timeline")),
  };

  if (self->facts.end_user_id == NULL || self->facts.outcome == NULL || self->facts.timeline == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

const DeskLinkFacts *
desk_link_record_get_facts (DeskLinkRecord *self)
{
  g_return_val_if_fail (DESK_IS_LINK_RECORD (self), NULL);

  return &self->facts;
}

void
desk_link_record_write (DeskLinkRecord *self,
                        JsonBuilder    *builder)
{
  g_return_if_fail (DESK_IS_LINK_RECORD (self));
  g_return_if_fail (JSON_IS_BUILDER (builder));

  json_builder_begin_object (builder);
  desk_json_text_add (builder, "end_user_id", self->facts.end_user_id);
  desk_json_text_add (builder, "institution_id", self->facts.institution_id);
  desk_json_text_add (builder, "consent_id", self->facts.consent_id);
  desk_json_text_add (builder, "session_id", self->facts.session_id);
  desk_json_text_add (builder, "way", way_names[self->facts.way]);
  desk_json_text_add (builder, "outcome", self->facts.outcome);
  desk_json_text_add (builder, "received_code", self->facts.received_code);
  desk_json_text_add (builder, "error_id", self->facts.error_id);
  desk_json_text_add_instant (builder, "began_at", self->facts.began_at);
  desk_json_text_add (builder, "timeline", self->facts.timeline);
  json_builder_end_object (builder);
}
