# service.py: a sandbox of one's own, and how it is asked
# SPDX-License-Identifier: GPL-3.0-or-later
import base64
import contextlib
import http.client
import json
import os
import subprocess
import urllib.parse

NOW = '2026-10-20T09:00:00Z'


class Answer(dict):
    """status, headers (lower case) and body (parsed if it is JSON)."""


def read_body(text, kind):
    if 'json' in kind:
        return json.loads(text)
    return text.decode('utf-8', 'replace')


class Service:
    """A fresh sandbox with fixed ids and a stopped clock; `names` is what rows put in braces."""

    def __init__(self, program, *options, seed=1):
        self.process = subprocess.Popen(
            [program, '--seed', str(seed), '--now', NOW, '--exit-with-stdin', '--quiet', *options],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.ready = json.loads(self.process.stdout.readline())
        self.names = dict(self.ready)
        self.token = None

    def close(self):
        self.process.stdin.close()
        self.process.wait()

    def kill(self):
        self.process.kill()
        self.process.wait()

    def ask(self, method, url, body=None, headers=None):
        """One request over HTTP; never follows a redirect."""
        parts = urllib.parse.urlsplit(url)
        path = (parts.path or '/') + ('?' + parts.query if parts.query else '')
        connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=120)
        try:
            connection.request(method, path, body, headers or {})
            response = connection.getresponse()
            text = response.read()
        finally:
            connection.close()
        found = {name.lower(): value for name, value in response.getheaders()}
        return Answer(status=response.status, headers=found, text=text,
                      body=read_body(text, found.get('content-type', '')) if text else None)

    def renew(self):
        body = json.dumps({'client_id': self.ready['client_id'], 'client_secret': self.ready['client_secret']})
        self.token = self.ask('POST', self.ready['api'] + '/token', body,
                              {'Content-Type': 'application/json'})['body']['token']
        self.names['token'] = self.token

    def call(self, method, path, body=None, headers=None, bearer=True):
        """An API call ("banking/accounts") or a control call ("/sandbox/clock"), with a token that is valid."""
        url = self.ready['api'] + '/' + path if path[0] != '/' else self.ready['api'][:-len('/v1')] + path
        headers = dict(headers or {})
        if body is not None:
            headers.setdefault('Content-Type', 'application/json')
            body = body if isinstance(body, (str, bytes)) else json.dumps(body)
        for _attempt in range(2):
            if bearer:
                if self.token is None:
                    self.renew()
                headers['Authorization'] = 'Bearer ' + self.token
            answer = self.ask(method, url, body, headers)
            if not bearer or answer['status'] != 401:
                break
            self.token = None
        return answer

    def every(self, path, root):
        """The records of all pages."""
        rows, answer = [], self.call('GET', path)
        while True:
            rows += answer['body'][root]
            url = answer['body']['links'].get('next')
            if url is None:
                return rows
            answer = self.call('GET', url[len(self.ready['api']) + 1:])

    @contextlib.contextmanager
    def later(self, duration):
        """The clock moved on, and back again afterwards."""
        self.call('POST', '/sandbox/clock', {'advance': duration})
        try:
            yield
        finally:
            self.call('POST', '/sandbox/clock', {'set': NOW})
            self.token = None

    def without_addresses(self, text):
        """The bytes of an answer with names for the three origins, whose ports are any free ones."""
        for name in ('auth', 'bank'):
            text = text.replace(self.ready[name].encode(), name.encode())
        return text.replace(self.ready['api'].encode(), b'api')

    def settle(self):
        """Lets the sandbox finish what it was about: it answers calls in turn with everything else."""
        for _turn in range(20):
            self.call('GET', '/sandbox/state')

    def customers(self):
        return self.call('GET', '/sandbox/customers')['body']['customers']

    def add_end_user(self, email='mia.chen@example.com'):
        return self.call('POST', 'end-users', {'email': email})['body']['end_user_id']

    def grant(self, end_user_id, customer, **more):
        answer = self.call('POST', '/sandbox/consents', {
            'end_user_id': end_user_id, 'institution_id': customer['institution_id'],
            'customer_id': customer['customer_id'], **more})
        return answer['body']['consent_id']

    def claims(self):
        self.renew()
        payload = self.token.split('.')[1]
        return json.loads(base64.urlsafe_b64decode(payload + '=' * (-len(payload) % 4)))


def program_path():
    return os.environ['DESK_TEST_SANDBOX']
