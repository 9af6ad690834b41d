/* desk-consent-view-private.h: what the files of the consent view share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <webkit/webkit.h>

#include "desk-consent-bridge.h"
#include "desk-consent-frame-load.h"
#include "desk-consent-view.h"

G_BEGIN_DECLS

struct _DeskConsentView
{
  AdwBin parent_instance;

  DeskConsentBridge *bridge; /* (owned) (nullable): until closed */
  WebKitWebView *web_view; /* (nullable): the child; until closed */
  GPtrArray *popups; /* (owned) (element-type DeskConsentPopup): open ones, not owned each */
  char *origin; /* (owned) (nullable) */
  DeskLinkWay way;
  const char *host_uri; /* (nullable): Embedded only */
  DeskConsentFrameLoad *frame_load; /* (owned): of Embedded */
  gboolean is_link; /* the last navigation: the user followed a link */
  guint error_status; /* of the last answer; 0 if it speaks of no error */
  char *error_uri; /* (owned) (nullable): of a page of an error of which it is not known whether it shows anything */
  gboolean page_shows; /* a page of the web was at top level */
  gboolean frame_shows; /* the frame holds a page of the web */
  gboolean frame_refused; /* said once */
  guint frame_patience; /* seconds */
  guint frame_timeout_id;
  guint hang_patience; /* seconds */
  guint hang_timeout_id;
};

/* Returns: whether the view, or the pop-up that @web_view is of, may do what it asks for; what this means for the page is said */
gboolean _desk_consent_view_may (DeskConsentView          *self,
                                 WebKitPolicyDecision     *decision,
                                 WebKitPolicyDecisionType  type,
                                 WebKitWebView            *web_view);

G_END_DECLS
