/* desk-sandbox-app.h: the app that the sandbox's one client is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* What a team sets in the Console, and a consent and its screens show. */
#define DESK_SANDBOX_APP_NAME "Consent Desk"

/* The path of its logo on the origin of the consent screens, and the drawing. */
#define DESK_SANDBOX_APP_LOGO "icons/app.svg"
#define DESK_SANDBOX_APP_DRAWING \
  "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\"><rect width=\"64\" height=\"64\" rx=\"14\" fill=\"#1c7c74\"/>" \
  "<path d=\"M18 33l10 10 19-22\" fill=\"none\" stroke=\"#fff\" stroke-width=\"6\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/></svg>"
