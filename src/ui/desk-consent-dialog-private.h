/* desk-consent-dialog-private.h: what the files of the consent dialog share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "desk-consent-chooser.h"
#include "desk-consent-dialog.h"
#include "desk-consent-elsewhere.h"
#include "desk-consent-origin-bar.h"
#include "desk-consent-result.h"
#include "desk-consent-timeline.h"
#include "desk-consent-view.h"
#include "desk-consent-warmer.h"
#include "desk-institution-picker.h"
#include "desk-link-attempt.h"

G_BEGIN_DECLS

struct _DeskConsentDialog
{
  AdwWindow parent_instance;

  GtkButton *cancel_button;
  GtkMenuButton *way_button;
  DeskConsentOriginBar *origin_bar;
  GtkRevealer *notice_revealer;
  GtkLabel *notice_label;
  GtkButton *notice_button;
  AdwFlap *flap;
  GtkStack *stack;
  AdwBin *view_bin;
  DeskInstitutionPicker *picker;
  DeskConsentElsewhere *elsewhere;
  DeskConsentChooser *chooser;
  DeskConsentResult *result;
  DeskConsentTimeline *timeline;

  DeskContext *context; /* (owned) */
  DeskEndUser *end_user; /* (owned) */
  char *institution_id; /* (owned) (nullable) */
  char *arrangement_id; /* (owned) (nullable): the consent that is to be renewed */
  DeskInstitutionList *institutions; /* (owned) (nullable): from the first choice on */
  gboolean asks_institution; /* before anything else */
  gboolean is_elsewhere; /* the page's address was given to another device */
  DeskLinkWay way;
  GSimpleActionGroup *actions; /* (owned) */
  DeskConsentWarmer *warmer; /* (owned) (nullable) */
  guint present_id; /* until the dialog is presented */
  gboolean has_page; /* before it is: the page has come */
  DeskLinkAttempt *attempt; /* (owned) (nullable): from the first map on */
  DeskConsentView *view; /* (nullable): a child, while a page is open in this window */
  char *page_uri; /* (owned) (nullable): the attempt's first page, which any browser can open */
  GtkWindow *question; /* (nullable): while the user is asked */
};

/* The attempt. A new one goes on where the last one ended, if that is of use. */
void     _desk_consent_dialog_start_attempt      (DeskConsentDialog *self);
void     _desk_consent_dialog_start_afresh       (DeskConsentDialog *self);
gboolean _desk_consent_dialog_is_page_in_use     (DeskConsentDialog *self);
void     _desk_consent_dialog_set_way            (DeskConsentDialog *self,
                                                  DeskLinkWay        way);
void     _desk_consent_dialog_close_for_good     (DeskConsentDialog *self);

/* The page is there: the dialog is presented soon if it is not yet. */
void     _desk_consent_dialog_end_head_start     (DeskConsentDialog *self);

/* The session is being made. Before the dialog is presented nobody needs to be told. */
void     _desk_consent_dialog_show_preparing     (DeskConsentDialog *self);

/* Nothing will be linked any more: all but the widgets is given back. */
void     _desk_consent_dialog_let_go             (DeskConsentDialog *self);

/* Shows the institutions; the choice of one starts a new attempt. */
void     _desk_consent_dialog_show_institutions  (DeskConsentDialog *self);

/* Shows one page of the stack, and hides the one before. */
void     _desk_consent_dialog_turn_to            (DeskConsentDialog *self,
                                                  const char        *page_name);

/* What the attempt shows. */
void     _desk_consent_dialog_connect_attempt    (DeskConsentDialog *self);
void     _desk_consent_dialog_close_view         (DeskConsentDialog *self);
void     _desk_consent_dialog_show_page          (DeskConsentDialog *self);
void     _desk_consent_dialog_show_elsewhere     (DeskConsentDialog *self);
void     _desk_consent_dialog_open_in_browser    (DeskConsentDialog *self);
void     _desk_consent_dialog_show_result        (DeskConsentDialog *self);
void     _desk_consent_dialog_hide_notice        (DeskConsentDialog *self);
void     _desk_consent_dialog_show_way           (DeskConsentDialog *self,
                                                  DeskLinkWay        way);

/* What the user can do. */
void     _desk_consent_dialog_add_actions        (DeskConsentDialog *self);
void     _desk_consent_dialog_set_action_enabled (DeskConsentDialog *self,
                                                  const char        *name,
                                                  gboolean           enabled);
void     _desk_consent_dialog_ask_to_stop        (DeskConsentDialog *self);

/* What it asked about has passed. */
void     _desk_consent_dialog_withdraw_question  (DeskConsentDialog *self);

G_END_DECLS
