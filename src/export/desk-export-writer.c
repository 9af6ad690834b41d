/* desk-export-writer.c: writes the rows of data sets in one format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-export-writer.h"

G_DEFINE_ABSTRACT_TYPE (DeskExportWriter, desk_export_writer, G_TYPE_OBJECT)

static void
desk_export_writer_class_init (DeskExportWriterClass *klass)
{
}

static void
desk_export_writer_init (DeskExportWriter *self)
{
}

gboolean
desk_export_writer_begin (DeskExportWriter    *self,
                          const DeskResource  *resource,
                          gboolean             is_asked_for,
                          GError             **error)
{
  g_return_val_if_fail (DESK_IS_EXPORT_WRITER (self), FALSE);
  g_return_val_if_fail (resource != NULL, FALSE);

  return DESK_EXPORT_WRITER_GET_CLASS (self)->begin (self, resource, is_asked_for, error);
}

gboolean
desk_export_writer_add (DeskExportWriter  *self,
                        DeskJsonSlice      record,
                        DeskExportReason  *reason,
                        GError           **error)
{
  g_return_val_if_fail (DESK_IS_EXPORT_WRITER (self), FALSE);
  g_return_val_if_fail (reason != NULL, FALSE);

  *reason = DESK_EXPORT_REASON_NONE;
  return DESK_EXPORT_WRITER_GET_CLASS (self)->add (self, record, reason, error);
}

gboolean
desk_export_writer_end (DeskExportWriter  *self,
                        GError           **error)
{
  DeskExportWriterClass *klass = NULL;

  g_return_val_if_fail (DESK_IS_EXPORT_WRITER (self), FALSE);

  klass = DESK_EXPORT_WRITER_GET_CLASS (self);
  return klass->end == NULL || klass->end (self, error);
}

gboolean
desk_export_writer_finish (DeskExportWriter  *self,
                           GError           **error)
{
  g_return_val_if_fail (DESK_IS_EXPORT_WRITER (self), FALSE);

  return DESK_EXPORT_WRITER_GET_CLASS (self)->finish (self, error);
}
