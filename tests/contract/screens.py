# screens.py: an end user who walks through the consent screens
# SPDX-License-Identifier: GPL-3.0-or-later
import html
import json
import re
import urllib.parse

from consent_screen import Screen
from service import Answer

REDIRECT = 'https://app.example/linked?state=s1'
CANCEL = 'https://app.example/cancelled?state=s1'


class Walk:
    """A browser without scripts: cookies, forms and redirects, up to the address of the app."""

    def __init__(self, service, framed=False):
        self.service, self.framed = service, framed
        self.cookies, self.screen, self.answer, self.url = {}, None, None, None
        self.titles, self.origins = [], []

    def open(self, url, fields=None):
        for _hop in range(10):
            headers = {'Cookie': '; '.join(f'{name}={value}' for name, value in self.cookies.items())}
            if self.framed:
                headers['Sec-Fetch-Dest'] = 'iframe'
            body = None
            if fields is not None:
                headers['Content-Type'] = 'application/x-www-form-urlencoded'
                body = urllib.parse.urlencode(fields, doseq=True)
            self.url = url
            self.answer = self.service.ask('GET' if fields is None else 'POST', url, body, headers)
            self.keep_cookie()
            location = self.answer['headers'].get('location')
            if location is None:
                break
            url, fields = location, None
            self.url = url
            if not self.is_inside():
                return
        self.screen = Screen(self.answer['body'])
        self.titles.append(self.screen.title)
        self.origins.append('auth' if self.url.startswith(self.service.ready['auth']) else 'bank')

    def keep_cookie(self):
        text = self.answer['headers'].get('set-cookie')
        if text:
            name, value = text.split(';')[0].split('=', 1)
            self.cookies[name] = value

    def submit(self, **fields):
        fields = {**self.screen.hidden, 'framed': '1' if self.framed else '0', 'action': 'continue', **fields}
        self.open(urllib.parse.urljoin(self.url, self.screen.action), fields)

    def place(self):
        """The last part of the path: `code`, `accounts`; nothing on the first screen."""
        return urllib.parse.urlsplit(self.url).path.strip('/')

    def finish(self, login):
        """Answers every screen up to the end; gives the places in order."""
        places = []
        while self.screen is not None and self.screen.action is not None and len(places) < 8 and self.is_inside():
            places.append(self.place())
            self.submit(**{'institutions': {'institution': '88888'}, 'login': {'email': login},
                           'code': {'code': self.screen.code},
                           'accounts': {'account': list(self.screen.accounts)}}.get(self.place(), {}))
        return places

    def is_inside(self):
        return self.url.startswith((self.service.ready['auth'], self.service.ready['bank']))

    def message(self):
        found = re.search(r'data-message="([^"]*)"', str(self.answer['body']))
        return json.loads(html.unescape(found.group(1))) if found else None

    def result(self):
        parts = urllib.parse.urlsplit(self.url)
        return Answer(status=self.answer['status'], headers=self.answer['headers'], body={
            'target': urllib.parse.urlunsplit(parts[:3] + ('', '')),
            'query': parts.query,
            'parameters': dict(urllib.parse.parse_qsl(parts.query, keep_blank_values=True)),
            'message': self.message(), 'titles': self.titles, 'origins': self.origins,
            'screen': vars(self.screen) if self.screen else None,
            'text': ' '.join(' '.join(self.screen.text).split()) if self.screen else ''})


def create_session(service, **body):
    """A session of an end user of its own."""
    if 'end_user_id' not in body:
        body['end_user_id'] = service.add_end_user()
    service.names['session_user'] = body['end_user_id']
    body = {'redirect_uri': REDIRECT, 'cancel_uri': CANCEL, **body}
    body = {name: value for name, value in body.items() if value is not None}
    answer = service.call('POST', 'auth/session', body)['body']
    service.names['session'] = answer['session_id']
    return answer


def visible_steps(walk, login, accounts):
    """The steps in order: where the end user is, and what is typed there."""
    yield 'allow', lambda: walk.submit()
    yield 'institutions', lambda: walk.submit(institution='88888')
    yield 'login', lambda: walk.submit(email=login)
    yield 'code', lambda: walk.submit(code=walk.screen.code)
    yield 'accounts', lambda: walk.submit(account=list(walk.screen.accounts)[:accounts])
    yield 'confirm', lambda: walk.submit()


def go(service, session=None, until=None, then='continue', framed=False, login='mia.chen@example.com', accounts=None):
    """Walks from the first screen to the one named by `until`, where `then` is done: `cancel`, `stop` or a wrong entry."""
    session = session if session is not None else {}
    created = create_session(service, **session)
    walk = Walk(service, framed)
    walk.open(created['auth_url'])
    for name, answer in visible_steps(walk, login, accounts):
        if name == 'institutions' and 'institution_id' in session:
            continue
        if name == until and then == 'stop':
            break
        if name == until:
            walk.submit(**({'action': 'cancel'} if then == 'cancel' else then))
            break
        answer()
    return walk


def walk(service, options):
    return go(service, **options).result()


def open_session(service, session_id, framed=False):
    """What the screens show for a session id."""
    page = Walk(service, framed)
    page.open(service.ready['auth'] + '?sess_id=' + session_id)
    return page.result()
