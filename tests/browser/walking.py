# walking.py: an end user who goes through the consent screens in a browser
# SPDX-License-Identifier: GPL-3.0-or-later
import contextlib
import urllib.parse

from chromium import WebDriverError

LOGIN = 'mia.chen@example.com'
# Each screen, in order.
PLACES = ('allow', 'institutions', 'login', 'code', 'accounts', 'confirm')

# Which page this is once it is whole, unless it is the one that was just left.
READ_PLACE = '''
if (window.isLeft) return null;
if (location.protocol === 'chrome-error:') return 'refused';
if (document.querySelector('#returned')) return 'app';
if (document.querySelector('#fiskil-link-overlay')) return 'embedding';
if (document.querySelector('#way')) return 'way';
if (document.querySelector('#open')) return 'opener';
const form = document.querySelector('#consent');
if (form && document.querySelector('footer'))
  return new URL(form.getAttribute('action')).pathname.slice(1);
const end = document.querySelector('main.ending');
return end ? 'end' : null;
'''
LEAVE = 'window.isLeft = true;'


class Walk:
    """One auth session in a browser; in a frame of the host's page if `framed`."""

    def __init__(self, browser, service, host):
        self.browser, self.service, self.host = browser, service, host
        self.session, self.user = None, None
        self.window = browser.windows()[0]
        self.places, self.is_embedded = [], False

    def create(self, end_user_id=None, **session):
        self.user = end_user_id or self.service.add_end_user()
        wanted = {'end_user_id': self.user, 'redirect_uri': self.host.origin() + '/linked?state=s1',
                  'cancel_uri': self.host.origin() + '/cancelled?state=s1', **session}
        wanted = {name: value for name, value in wanted.items() if value is not None}
        answer = self.service.call('POST', 'auth/session', wanted)
        if answer['status'] != 200:
            raise AssertionError(f"no session: {answer['status']} {answer['body']}")
        self.session = answer['body']['session_id']
        return self

    def redirect(self):
        """At top level."""
        self.go(self.service.ready['auth'] + '?sess_id=' + self.session)
        return self

    def embed(self, host_name='127.0.0.1'):
        """In a frame of the app's page."""
        query = urllib.parse.urlencode({'auth': self.service.ready['auth'], 'session': self.session})
        self.go(f'{self.host.origin(host_name)}/embed?{query}')
        self.enter_frame()
        return self

    def go(self, url):
        self.browser.switch(self.window)
        self.browser.go('about:blank')
        self.browser.wait(lambda: self.browser.url() == 'about:blank', 'an empty page')
        self.browser.go(url)

    def enter_frame(self):
        self.browser.leave_frames()
        self.browser.enter_frame(self.browser.find('iframe[data-fiskil-link-iframe="true"]'))
        self.is_embedded = True

    def read_place(self):
        """A window that closed itself is left for the one that opened it."""
        try:
            place = self.browser.run(READ_PLACE)
            if place == 'embedding' and self.is_embedded:
                self.enter_frame()
            return None if place == 'embedding' else place
        except WebDriverError as error:
            if error.kind != 'no such window' or len(self.browser.windows()) > 1:
                raise
            self.browser.switch(self.window)
            if self.is_embedded:
                self.enter_frame()
            return None

    def place(self):
        place = self.browser.wait(self.read_place, 'a consent screen')
        if not self.places or self.places[-1] != place:
            self.places.append(place)
        return place

    def leave(self, element):
        self.browser.run(LEAVE)
        try:
            self.browser.click(element)
        except WebDriverError as error:
            # A press that closes the window may take the driver's answer with it.
            if error.kind not in ('timeout', 'no such window'):
                raise

    def press(self, selector):
        """Presses what leads to another page."""
        self.leave(self.browser.find(selector))

    def fill(self, place, login=LOGIN, institution='88888', code=None):
        """What a screen asks for."""
        browser = self.browser
        if place == 'login':
            browser.run("document.querySelector('#email').value = ''")
            browser.type(browser.find('#email'), login)
        elif place == 'code':
            shown = browser.run("return document.querySelector('#sandbox-code').textContent")
            browser.type(browser.find('#code'), code or shown)
        elif place == 'accounts':
            for box in browser.find_all('input[name=account]:not(:checked)'):
                browser.click(box)
        if place == 'institutions':
            self.press(f'button[name=institution][value="{institution}"]')
        else:
            self.press('#continue')

    def finish(self, until=None, then=None, **answers):
        """Answers each screen; at the place named by `until` does `then` instead of going on."""
        for _screen in range(2 * len(PLACES)):
            place = self.place()
            if place == until:
                return then(self) if then else self
            if place in ('opener', 'way'):
                self.follow(place)
            elif place in PLACES:
                self.fill(place, **answers)
            else:
                return self
        raise AssertionError('the screens go round: ' + ' '.join(self.places))

    def follow(self, place):
        """Institutions that open in the whole window, or their log-in in a window of its own."""
        if place == 'opener':
            self.browser.click(self.browser.find('#open'))
            self.browser.run(LEAVE)
            self.browser.switch(self.browser.wait(lambda: self.browser.windows()[1:], 'the window')[0])
            return
        with contextlib.suppress(WebDriverError, IndexError):  # the page may have gone on by itself
            self.browser.click(self.browser.find_all('#way')[0])
        self.browser.leave_frames()
        self.is_embedded = False

    def cancel(self):
        self.press('#cancel')
        self.place()
        return self

    def messages(self, count=1, kind='counted'):
        """What the app's page was told by its frame's window, or by others."""
        self.browser.switch(self.window)
        self.browser.leave_frames()
        return self.browser.wait(lambda: self.read_messages(kind, count), f'{count} messages')

    def read_messages(self, kind, count):
        found = self.browser.run(f'return window.{kind}')
        return found if len(found) >= count else None

    def address(self):
        """Where a redirect came to: the address without its query, and the query's parts."""
        self.browser.switch(self.window)
        self.browser.leave_frames()
        self.browser.wait(lambda: self.browser.run(READ_PLACE) == 'app', 'the way back to the app')
        parts = urllib.parse.urlsplit(self.browser.url())
        return f'{parts.scheme}://{parts.netloc}{parts.path}', urllib.parse.parse_qsl(parts.query, keep_blank_values=True)

    def consents(self):
        rows = self.service.call('GET', f'consent?end_user_id={self.user}')['body']['consents']
        return [row['arrangement_id'] for row in rows]
