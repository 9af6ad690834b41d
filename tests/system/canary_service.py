# canary_service.py: a made service on loopback that stands for Fiskil in production: its institutions are real ones, none is
# 88888, and its records carry marks
# SPDX-License-Identifier: GPL-3.0-or-later
import http.server
import json
import threading
import urllib.parse

from canary_marks import MARK, PERSON, TOKEN

PAGE = 1000
END_USER = {'id': 'eu_1', 'end_user_id': 'eu_1', 'name': PERSON % 1, 'email': PERSON % 2 + '@example.com'}
CONSENT = {'arrangement_id': 'c1', 'end_user_id': 'eu_1', 'institution_id': '1', 'institution_name': 'A real bank',
           'permissions': ['accounts', 'balances', 'transactions'], 'created_at': '2026-01-01T00:00:00Z',
           'expires_at': '2099-01-01T00:00:00Z'}
INSTITUTION = {'id': '1', 'institution_id': '1', 'name': 'A real bank', 'is_accessible': True}
ACCOUNT = {'fiskil_id': 'a1', 'account_id': 'a', 'arrangement_id': 'c1', 'institution_id': '1', 'display_name': MARK % 999999997}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def log_message(self, *arguments):
        pass

    def reply(self, answer, status=200):
        body = json.dumps(answer).encode() if answer is not None else b''
        self.send_response(status)
        self.send_header('Content-Type', 'application/json')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        self.rfile.read(int(self.headers['Content-Length']))
        self.reply({'token': TOKEN, 'token_type': 'Bearer', 'expires_in': 900})

    def do_DELETE(self):
        if self.path == '/v1/consent/c1':
            self.server.active = False
        elif self.path == '/v1/end-users/eu_1':
            self.server.there = False
        self.reply(None, 204)

    def transactions(self, query):
        first = int(query.get('page[after]', ['0'])[0])
        end = min(first + PAGE, self.server.rows)
        rows = [{'fiskil_id': f't{i}', 'account_id': 'a', 'arrangement_id': 'c1', 'institution_id': '1', 'status': 'POSTED',
                 'type': 'PAYMENT', 'description': MARK % i, 'amount': f'-{i % 900}.15', 'currency': 'AUD', 'reference': MARK % i,
                 'posting_date_time': '2026-11-21T00:00:00Z'} for i in range(first, end)]
        after = f'/v1/banking/transactions?end_user_id=eu_1&page[after]={end}' if end < self.server.rows else None
        self.reply({'transactions': rows, 'links': {'next': after}})

    def find(self, path):
        """The answer to a call that has a single page; None if there is no such call."""
        end_users = [END_USER] if self.server.there else []
        consents = [dict(CONSENT, active=self.server.active)] if self.server.there else []
        return {'/v1/end-users': {'end_users': end_users, 'links': {}}, '/v1/end-users/eu_1': END_USER,
                '/v1/consent': {'consents': consents, 'links': {}},
                '/v1/institutions': [INSTITUTION],
                '/v1/banking/accounts': {'accounts': [ACCOUNT], 'links': {}}}.get(path)

    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        answer = self.find(url.path)
        if url.path == '/v1/banking/transactions':
            self.transactions(urllib.parse.parse_qs(url.query))
        elif answer is not None:
            self.reply(answer)
        else:
            self.reply({'id': 'err_1', 'name': 'NotFound', 'message': 'not here'}, 404)


class Service(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, rows):
        super().__init__(('127.0.0.1', 0), Handler)
        self.rows = rows
        self.active = self.there = True
        self.origin = f'http://127.0.0.1:{self.server_port}'
        threading.Thread(target=self.serve_forever, daemon=True).start()
