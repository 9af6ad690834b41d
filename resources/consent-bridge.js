/* consent-bridge.js: reports window messages and the frame's page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs in a world of its own in every frame, before the page's scripts: the page can neither see nor change it.
 */
(() => {
  'use strict';

  const LONGEST_MESSAGE = 1024 * 1024;
  const channel = window.webkit.messageHandlers.consent;
  const frame = () => document.querySelector('iframe');

  const sourceOf = (event) => {
    if (event.source === window)
      return 'self';
    const auth = frame();
    return auth && event.source === auth.contentWindow ? 'frame' : 'other';
  };

  // Not everything that a page can send has a text; what is not there is no object, as null.
  const toJson = (data) => {
    try {
      return JSON.stringify(data) ?? 'null';
    } catch (error) {
      return null;
    }
  };

  // A page that repeats itself is told of once.
  const dropped = new Set();
  const reportDropped = (origin) => {
    if (!dropped.has(origin))
      channel.postMessage({ kind: 'message-dropped', origin });
    dropped.add(origin);
  };

  const passOn = (event) => {
    const json = toJson(event.data);
    if (json === null || json.length > LONGEST_MESSAGE)
      reportDropped(event.origin);
    else
      channel.postMessage({ kind: 'message', origin: event.origin, source: sourceOf(event), json });
  };

  const isBlank = () => {
    const root = document.documentElement;
    return !root || (root.textContent.trim() === '' && !root.querySelector('[src], [href], [data], svg'));
  };

  // A page that leads on before it has a body never gets one, and has no beforeunload.
  const watchLeaving = () => {
    const report = () => channel.postMessage({ kind: 'frame-leaving' });
    window.addEventListener('beforeunload', report, true);
    document.addEventListener('DOMContentLoaded', () => document.body || report(), true);
  };

  const reportWhenRead = (framed) => {
    document.addEventListener('DOMContentLoaded',
                              () => channel.postMessage({ kind: 'page-read', framed, blank: isBlank() }), true);
  };

  const watchFrame = () => {
    const auth = frame();
    if (auth)
      auth.addEventListener('load', () => channel.postMessage({ kind: 'frame-loaded' }));
  };

  if (window === window.top) {
    window.addEventListener('message', passOn, true);
    document.addEventListener('DOMContentLoaded', watchFrame);
    reportWhenRead(false);
  } else if (window.parent === window.top) {
    channel.postMessage({ kind: 'frame-shown', origin: window.origin });
    reportWhenRead(true);
    watchLeaving();
    window.addEventListener('pagehide', () => channel.postMessage({ kind: 'frame-left' }), true);
  }
})();
