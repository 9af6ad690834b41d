/* matrix-sent.h: what a page told of an error, as it came in, and where its explanation was opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MatrixSent:
 * @error_id: (nullable)
 * @error_uri: (nullable): where it is explained
 * @description: (nullable): in the page's words
 * @is_completed: whether a page told of a success, with or without a consent id
 */
typedef struct
{
  char *error_id;
  char *error_uri;
  char *description;
  gboolean is_completed;
} MatrixSent;

/**
 * matrix_sent_get:
 *
 * The program is linked with --wrap=desk_link_navigation_judge and --wrap=desk_link_message_judge, so that it reads the
 * address or the message that ended the attempt beside the application, and not what the application made of it.
 *
 * Returns: (transfer none): what no page told of is %NULL
 */
const MatrixSent *matrix_sent_get        (void);

/**
 * matrix_sent_get_opened:
 *
 * The program is linked with --wrap=gtk_show_uri: nothing is opened.
 *
 * Returns: (transfer none) (nullable): the address that was to be opened last
 */
const char       *matrix_sent_get_opened (void);
void              matrix_sent_forget     (void);

G_END_DECLS
