/* desk-api-answer.h: one answer of the service
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-json-page.h"

G_BEGIN_DECLS

/**
 * DeskApiAnswer:
 * @status: the HTTP status
 * @retry_after: seconds that the service asks to wait; -1 if it does not
 * @content_type: (owned) (nullable): without parameters
 * @body: (owned): the decoded body
 * @page: (owned) (nullable): the records in @body, once it was checked to be JSON
 */
typedef struct
{
  guint         status;
  gint64        retry_after;
  char         *content_type;
  GBytes       *body;
  DeskJsonPage *page;
} DeskApiAnswer;

/**
 * desk_api_answer_new:
 * @body: (transfer full)
 */
DeskApiAnswer *desk_api_answer_new     (guint           status,
                                        GBytes         *body);
void           desk_api_answer_free    (DeskApiAnswer  *self);

/**
 * desk_api_answer_is_success:
 *
 * Returns: whether the status is 2xx
 */
gboolean       desk_api_answer_is_success (const DeskApiAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskApiAnswer, desk_api_answer_free)

G_END_DECLS
