# reading.py: the consent screens by keyboard, for a screen reader, in every size and colour scheme
# SPDX-License-Identifier: GPL-3.0-or-later
import os

from cells import Cells, equal
from walking import PLACES, Walk

TAB, ENTER, SPACE = '\ue004', '\ue007', ' '
SIZES = ((380, 760), (1280, 800))
SCHEMES = ('light', 'dark')
CONTROLS = {'button', 'checkbox', 'combobox', 'link', 'radio', 'searchbox', 'textbox'}
NOBODY = {'login': 'zoe.papadakis@example.com'}

# What has the focus: its id or value, and whether a ring is around it or its row.
READ_FOCUS = '''
const focused = document.activeElement;
const ringed = [focused, focused.closest('.choice')].some(
  element => element && getComputedStyle(element).outlineStyle !== 'none' && parseFloat(getComputedStyle(element).outlineWidth) >= 2);
return {name: focused === document.body ? null : focused.id || focused.value || focused.textContent, ringed};
'''
# The lowest contrast between a text and what is behind it, by the formula of WCAG 2.
READ_CONTRAST = '''
const parse = text => (text.match(/[0-9.]+/g) || []).map(Number);
const light = rgb => {
  const [r, g, b] = rgb.slice(0, 3).map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const behind = element => {
  for (let at = element; at; at = at.parentElement) {
    const colour = parse(getComputedStyle(at).backgroundColor);
    if (colour.length === 3 || colour[3] === 1) return colour;
  }
  return matchMedia('(prefers-color-scheme: dark)').matches ? [18, 18, 18] : [255, 255, 255];
};
let worst = {ratio: 21, text: ''};
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const element = texts.currentNode.parentElement;
  const text = texts.currentNode.textContent.trim();
  if (!text || element.closest('script, style, svg, button:disabled') || !element.getClientRects().length) continue;
  const [a, b] = [light(parse(getComputedStyle(element).color)), light(behind(element))].sort((x, y) => y - x);
  const ratio = (a + 0.05) / (b + 0.05);
  if (ratio < worst.ratio) worst = {ratio, text: text.slice(0, 40)};
}
return worst;
'''


class Reading(Cells):
    """Each screen, looked at by rules; `directory` gets a picture of each."""

    def __init__(self, browser, service, host, directory=None):
        super().__init__(browser, service, host)
        self.directory = directory
        if directory:
            os.makedirs(directory, exist_ok=True)

    def unnamed(self):
        """The controls that a screen reader has no name for."""
        tree = self.browser.command('Accessibility.getFullAXTree')['nodes']
        controls = [node for node in tree if not node.get('ignored') and node.get('role', {}).get('value') in CONTROLS]
        return [node['role']['value'] for node in controls if not node.get('name', {}).get('value', '').strip()], len(controls)

    def look(self, name, picture=True):
        """In each size and scheme: nothing to scroll sideways, and text that stands out."""
        for width, height in SIZES:
            self.browser.resize(width, height)
            for scheme in SCHEMES:
                self.browser.prefer(scheme)
                if self.directory and picture:
                    self.browser.screenshot(os.path.join(self.directory, f'{name}-{width}-{scheme}.png'))
                equal(self.browser.run('return document.documentElement.scrollWidth > innerWidth'), False)
                worst = self.browser.run(READ_CONTRAST)
                if worst['ratio'] < 4.5:
                    raise AssertionError(f"{width} {scheme}: contrast {worst['ratio']:.2f} of “{worst['text']}”")
        self.browser.command('Emulation.clearDeviceMetricsOverride')

    def screen(self, name, place, then=None, **answers):
        walk = self.walk().redirect().finish(until=place, **answers)
        if then:
            then(walk)
        equal(walk.place(), place)
        unnamed, count = self.unnamed()
        equal(unnamed, [])
        equal(count > 0, True)
        self.look(name)

    def ending(self, name, **answers):
        """The last screen; only a frame stays there."""
        walk = self.walk().embed().finish(**answers)
        equal(walk.place(), 'end')
        equal(self.browser.run("return document.querySelector('[role=status] h1').textContent.trim() !== ''"), True)
        self.look(name)

    def invalid(self):
        walk = self.walk()
        walk.session = 'unknown'
        equal(walk.redirect().place(), 'end')
        self.look('invalid')

    @staticmethod
    def scroll_down(walk):
        walk.browser.run('scrollTo(0, document.body.scrollHeight)')

    @staticmethod
    def nothing_chosen(walk):
        for box in walk.browser.find_all('input[name=account]:checked'):
            walk.browser.click(box)
        walk.press('#continue')

    @staticmethod
    def wrong_code(walk):
        shown = walk.browser.run("return document.querySelector('#sandbox-code').textContent")
        walk.fill('code', code='000000' if shown != '000000' else '111111')

    @staticmethod
    def unknown_login(walk):
        walk.fill('login', login='nobody@example.com')

    def tab_to(self, name):
        """Tab by Tab to a control; each stop on the way shows where it is."""
        stops = []
        for _stop in range(80):
            focus = self.browser.run(READ_FOCUS)
            if focus['name'] is not None:
                stops.append(focus['name'])
                self.browser.wait(lambda: self.browser.run(READ_FOCUS)['ringed'], f"a ring around {focus['name']}")
            if focus['name'] == name:
                return stops
            self.browser.press(TAB)
        raise AssertionError(f'Tab never comes to {name}: {stops}')

    def enter(self, walk):
        self.browser.run('window.isLeft = true;')
        self.browser.press(ENTER)
        return walk.place()

    def keyboard(self):
        """The whole consent without a pointer."""
        walk = self.walk().redirect()
        equal(walk.place(), 'allow')
        self.tab_to('continue')
        equal(self.enter(walk), 'institutions')
        self.tab_to('search')
        self.browser.press(*'lorikeet')
        self.tab_to('88803')
        equal(self.enter(walk), 'login')
        self.tab_to('email')
        self.browser.press(*'nina.kowalski@example.com')
        equal(self.enter(walk), 'code')
        self.tab_to('code')
        self.browser.press(*self.shown_code())
        equal(self.enter(walk), 'accounts')
        box = self.browser.run("return document.querySelector('input[name=account]').value")
        self.tab_to(box)
        if not self.browser.run('return document.activeElement.checked'):
            self.browser.press(SPACE)
        equal(self.enter(walk), 'confirm')
        self.tab_to('continue')
        equal(self.enter(walk), 'app')
        equal(self.lands(walk, 'linked'), {'session_id': walk.session, 'consent_id': walk.consents()[0]})

    def keyboard_cancels(self):
        walk = self.walk().redirect()
        walk.place()
        equal(self.tab_to('cancel')[-2:], ['continue', 'cancel'])
        equal(self.enter(walk), 'app')
        self.lands(walk, 'cancelled')

    def list(self):
        yield 'screen: the whole consent by keyboard', self.keyboard
        yield 'screen: cancelled by keyboard', self.keyboard_cancels
        for place in PLACES:
            yield f'screen: {place}', lambda p=place: self.screen(p, p)
        yield 'screen: the last institutions', lambda: self.screen('last-institutions', 'institutions', self.scroll_down)
        yield 'screen: unknown log-in', lambda: self.screen('unknown-login', 'login', self.unknown_login)
        yield 'screen: wrong code', lambda: self.screen('wrong-code', 'code', self.wrong_code)
        yield 'screen: no account chosen', lambda: self.screen('none-chosen', 'accounts', self.nothing_chosen)
        yield 'screen: no account at all', lambda: self.ending('no-account', **NOBODY)
        yield 'screen: log-in in a window', lambda: self.screen('opener', 'opener', institution='88812')
        yield 'screen: done', lambda: self.ending('done')
        yield 'screen: cancelled', lambda: self.ending('cancelled', until='allow', then=Walk.cancel)
        yield 'screen: denied', lambda: self.ending('denied', until='login', then=Walk.cancel)
        yield 'screen: invalid session', self.invalid
