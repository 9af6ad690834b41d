/* consent-stage.h: a consent view before two scripted web servers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>
#include <webkit/webkit.h>

#include "desk-consent-view.h"
#include "desk-link-message.h"
#include "desk-link-navigation.h"

G_BEGIN_DECLS

#define STAGE_STATE "5f0c5f0c5f0c5f0c5f0c5f0c5f0c5f0c"
#define STAGE_REDIRECT "https://consent-desk.invalid/linked"

/**
 * Stage:
 *
 * The auth origin and another one, on free ports. In headers and bodies, @AUTH@, @OTHER@, @REDIRECT@ (with the right
 * state) and @MESSAGE@ (a success message) are replaced. A GET of /beacon/NAME is remembered.
 */
typedef struct
{
  SoupServer *auth;
  SoupServer *other;
  char *auth_origin; /* (owned) */
  char *other_origin; /* (owned) */
  GHashTable *pages; /* (owned): path -> headers and body as text */
  GPtrArray *beacons; /* (owned) (element-type utf8) */
  GPtrArray *verdicts; /* (owned) (element-type DeskLinkVerdict): all but allow */
  GPtrArray *shown; /* (owned) (element-type utf8): of page-shown */
  GPtrArray *dropped; /* (owned) (element-type utf8): of message-dropped */
  GPtrArray *popups; /* (owned) (element-type utf8): of popup-shown */
  GPtrArray *reports; /* (owned) (element-type utf8): names of the other signals */
  char *cookie; /* (owned) (nullable): of the last request to /cookie */
  char *failure; /* (owned) (nullable): the words of the last load-failed */
  char *refused_uri; /* (owned) (nullable): of the last frame-refused */
  char *held_path; /* (owned) (nullable) */
  DeskLinkSession *session; /* (owned) */
  GtkWindow *window;
  DeskConsentView *view;
} Stage;

Stage         *stage_new          (void);
void           stage_free         (Stage       *self);

/* @headers: (nullable): "Name: value" lines; they replace those that would be sent */
void           stage_serve        (Stage       *self,
                                   const char  *path,
                                   const char  *headers,
                                   const char  *body);
void           stage_serve_status (Stage       *self,
                                   const char  *path,
                                   guint        status,
                                   const char  *headers,
                                   const char  *body);

/* Requests for @path get no answer. */
void           stage_hold         (Stage       *self,
                                   const char  *path);
void           stage_open         (Stage       *self,
                                   const char  *path,
                                   DeskLinkWay  way);
WebKitWebView *stage_get_web_view (Stage       *self);

/* Clicks the element of the top-level page with that id, as a user does. */
void           stage_click        (Stage       *self,
                                   const char  *id);

/* Each waits until it is so; the test's time-out ends a wait that is in vain. */
void           stage_wait_beacon  (Stage       *self,
                                   const char  *name);
void           stage_wait_verdict (Stage       *self,
                                   guint        n_verdicts);
void           stage_wait_report  (Stage       *self,
                                   const char  *name);
void           stage_wait_text    (GPtrArray   *texts);
void           stage_wait_origin  (Stage       *self,
                                   const char  *origin);

DeskLinkVerdictKind stage_get_kind (Stage      *self,
                                    guint       index);
gboolean       stage_has          (GPtrArray   *texts,
                                   const char  *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stage, stage_free)

G_END_DECLS
