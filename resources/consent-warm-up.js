/* consent-warm-up.js: lets the web process do what a first page makes it do, before there is a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs in the empty document that the consent page will replace. All that stays is code and fonts that are loaded. Each
 * step is short and on its own, so that the page, when it comes, need not wait for the rest.
 */
(() => {
  'use strict';

  const text = 'AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz 0123456789 .,:;!?@()–’';
  const families = ['Cantarell, system-ui, sans-serif', 'sans-serif'];
  const weights = [400, 700, 600];
  const sizes = [16, 14, 15, 17, 13, 18, 19, 20, 22, 23, 24, 26, 28, 32];
  const controls = `
    <style>
      :root { --accent: teal; }
      @media (prefers-color-scheme: dark) { :root { --accent: aqua; } }
      main { display: flex; gap: 1rem; border: 1px solid var(--accent); border-radius: 1rem; box-shadow: 0 0 0 1px gray; }
      li { display: grid; grid-template-columns: auto 1fr; }
      button:hover { background: var(--accent); }
    </style>
    <main>
      <form>
        <ul><li><span>a</span><small>b</small></li></ul>
        <label><input type="checkbox"><input type="radio"><input type="email" value="c"></label>
        <select><option>d</option></select>
        <button>e</button>
        <svg viewBox="0 0 20 20"><circle cx="10" cy="10" r="9"/><path d="M10 5v6"/><text>f</text></svg>
      </form>
    </main>`;
  const steps = families.flatMap((family) => sizes.flatMap((size) => weights.map((weight) =>
    `<p style="font: ${weight} ${size}px ${family}">${text}</p>`)));

  const layOut = (html) => {
    document.body.innerHTML = html;
    document.body.getBoundingClientRect();
    document.body.textContent = '';
  };

  const goOn = () => {
    layOut(steps.shift());
    if (steps.length > 0)
      setTimeout(goOn);
  };

  document.documentElement.lang = 'en';
  layOut(controls);
  goOn();
})();
