# two_programs.py: a sandbox of one's own, and consentctl on it
# SPDX-License-Identifier: GPL-3.0-or-later
import decimal
import json
import os
import subprocess
import urllib.request


class TwoPrograms:
    def __init__(self, sandbox, consentctl, *options):
        # A warning of GLib ends either program.
        self.process = subprocess.Popen([sandbox, '--seed', '1', '--exit-with-stdin', '--quiet', *options],
                                        env=dict(os.environ, G_DEBUG='fatal-warnings'), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.ready = json.loads(self.process.stdout.readline())
        self.consentctl = consentctl
        self.token = None

    def close(self):
        self.process.stdin.close()
        self.process.wait()

    def run(self, *arguments, check=True):
        """consentctl, with JSON on standard output."""
        environment = dict(os.environ, CONSENT_DESK_CLIENT_ID=self.ready['client_id'],
                           CONSENT_DESK_CLIENT_SECRET=self.ready['client_secret'], G_DEBUG='fatal-warnings')
        return subprocess.run([self.consentctl, '--api', self.ready['api'], '--auth', self.ready['auth'], '--json',
                               *arguments], env=environment, stdout=subprocess.PIPE, check=check, text=True)

    def call(self, *arguments):
        """What consentctl prints; numbers are exact."""
        return json.loads(self.run(*arguments).stdout, parse_float=decimal.Decimal)

    def ask(self, url, body=None):
        """The sandbox itself, without consentctl."""
        headers = {'Content-Type': 'application/json'}
        if self.token:
            headers['Authorization'] = 'Bearer ' + self.token
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        request = urllib.request.Request(url, json.dumps(body).encode() if body is not None else None, headers)
        with opener.open(request) as response:
            return json.loads(response.read() or 'null')

    def control(self, path, body=None):
        if self.token is None:
            self.token = self.ask(self.ready['api'] + '/token', {name: self.ready[name]
                                                                 for name in ('client_id', 'client_secret')})['token']
        return self.ask(self.ready['control'] + path, body)

    def customers(self):
        return self.control('/customers')['customers']

    def add_end_user(self, *customers):
        """A new end user who shares all that these customers have."""
        end_user_id = self.call('users', 'create', '--name', customers[0]['name'],
                                '--email', customers[0]['login'])['end_user_id']
        for customer in customers:
            self.control('/consents', {'end_user_id': end_user_id, 'institution_id': customer['institution_id'],
                                       'customer_id': customer['customer_id']})
        return end_user_id
