/* desk-quality-page-private.h: what the files of the page of findings share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-quality-consents.h"
#include "desk-quality-example.h"
#include "desk-quality-page.h"
#include "desk-quality-run.h"
#include "desk-status-view.h"
#include "desk-store-watch.h"

G_BEGIN_DECLS

struct _DeskQualityPage
{
  GtkWidget           parent_instance;

  /* Template widgets */
  GtkDropDown        *consents;
  GtkLabel           *summary;
  GtkWidget          *cancel_button;
  GtkWidget          *check_button;
  GtkProgressBar     *progress_bar;
  GtkStack           *stack;
  DeskStatusView     *status;
  GtkListView        *list;
  GtkLabel           *flawless;
  GMenuModel         *menu;

  /* Owned */
  DeskContext        *context;
  DeskEndUser        *end_user;
  DeskStoreWatch     *watch;
  DeskQualityConsents *chooser;        /* of the drop-down */
  DeskQualityRun     *run;             /* (nullable): under way */
  GCancellable       *cancellable;     /* (nullable): of the run */
  GListStore         *findings;        /* (element-type DeskQualityFinding): as they are shown */
  char               *arrangement_id;  /* (nullable): of the run that they are from */
  DeskQualityExample *example;         /* (nullable) */

  guint               quiet_id;
};

void _desk_quality_page_install_actions  (GtkWidgetClass  *widget_class);
void _desk_quality_page_update_actions   (DeskQualityPage *self);

/* In place of a run that is under way. */
void _desk_quality_page_check_again      (DeskQualityPage *self);

/* Opens the record that the finding in the row at @position is about. */
void _desk_quality_page_activate_finding (DeskQualityPage *self,
                                          guint            position);

/* For the finding at that place, if there is one. */
void _desk_quality_page_open_menu        (DeskQualityPage *self,
                                          int              n_press,
                                          double           x,
                                          double           y);

G_END_DECLS
