#!/usr/bin/env python3
# canaries.py CONSENTCTL [ROWS]: records of a production environment carry marks; they are fetched, checked, searched through
# and forgotten. No mark, and no secret, is written to any file at any time: seen by strace, and by searching every folder that
# the program may write to. A made service on loopback stands for Fiskil: its institutions are real ones, none is 88888.
# SPDX-License-Identifier: GPL-3.0-or-later
import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import urllib.parse

PAGE = 1000
MARK = 'canary-%09d'  # 16 bytes
SECRET = 'secret-of-the-key'
TOKEN = 'token-of-the-session'
MARKS = re.compile(rb'canary-[0-9]{9}|' + SECRET.encode() + b'|' + TOKEN.encode())
STRACE = ('-f', '-y', '-s', '1000000', '-e', 'trace=write,pwrite64,writev,pwritev,pwritev2')
END_USER = {'id': 'eu_1', 'name': MARK % 999999999, 'email': (MARK % 999999998) + '@example.com'}
CONSENT = {'arrangement_id': 'c1', 'end_user_id': 'eu_1', 'institution_id': '1', 'institution_name': 'A real bank',
           'active': True, 'permissions': ['accounts', 'balances', 'transactions']}


class Service(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    rows = 0

    def log_message(self, *arguments):
        pass

    def reply(self, answer, status=200):
        body = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header('Content-Type', 'application/json')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        self.rfile.read(int(self.headers['Content-Length']))
        self.reply({'token': TOKEN, 'token_type': 'Bearer', 'expires_in': 900})

    def transactions(self, query):
        first = int(query.get('page[after]', ['0'])[0])
        end = min(first + PAGE, self.rows)
        rows = [{'fiskil_id': f't{i}', 'account_id': 'a', 'arrangement_id': 'c1', 'institution_id': '1', 'status': 'POSTED',
                 'type': 'PAYMENT', 'description': MARK % i, 'amount': f'-{i % 900}.15', 'reference': MARK % i,
                 'posting_date_time': '2026-11-21T00:00:00Z'} for i in range(first, end)]
        after = f'/v1/banking/transactions?end_user_id=eu_1&page[after]={end}' if end < self.rows else None
        self.reply({'transactions': rows, 'links': {'next': after}})

    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        lists = {'/v1/end-users': {'end_users': [END_USER]}, '/v1/end-users/eu_1': END_USER, '/v1/consent': {'consents': [CONSENT]},
                 '/v1/institutions': {'institutions': [{'institution_id': '1', 'name': 'A real bank', 'is_accessible': True}]},
                 '/v1/banking/accounts': {'accounts': [{'fiskil_id': 'a1', 'account_id': 'a', 'arrangement_id': 'c1',
                                                        'display_name': MARK % 999999997}]}}
        if url.path == '/v1/banking/transactions':
            self.transactions(urllib.parse.parse_qs(url.query))
        elif url.path in lists:
            self.reply({**lists[url.path], 'links': {}})
        else:
            self.reply({'id': 'err_1', 'name': 'NotFound', 'message': 'not here'}, 404)


def start_service(rows):
    Service.rows = rows
    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Service)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


class Home:
    """Every folder that a program may write to."""

    def __init__(self, folder):
        self.folder = folder
        names = {'HOME': 'home', 'XDG_DATA_HOME': 'data', 'XDG_CONFIG_HOME': 'config', 'XDG_CACHE_HOME': 'cache',
                 'XDG_STATE_HOME': 'state', 'XDG_RUNTIME_DIR': 'run', 'TMPDIR': 'tmp'}
        self.variables = {variable: os.path.join(folder, name) for variable, name in names.items()}
        for path in self.variables.values():
            os.mkdir(path, 0o700)

    def find_marks(self):
        for folder, _folders, files in os.walk(self.folder):
            for name in files:
                with open(os.path.join(folder, name), 'rb') as file:
                    if MARKS.search(file.read()):
                        yield os.path.join(folder, name)


def count_written(trace):
    """Marks in what was written to files: not to sockets, pipes and /dev/null."""
    written = re.compile(rb'(?:p?writev?(?:64|2)?)\((\d+)<(/[^>]*)>')
    count = lines = 0
    with open(trace, 'rb') as file:
        for line in file:
            match = written.search(line)
            if match and not match.group(2).startswith((b'/dev/null', b'/dev/pts')):
                lines += 1
                count += len(MARKS.findall(line))
    return count, lines


def run(consentctl, server, home, trace, *command):
    api = f'http://127.0.0.1:{server.server_address[1]}'
    environment = dict(os.environ, CONSENT_DESK_CLIENT_ID='id', CONSENT_DESK_CLIENT_SECRET=SECRET, G_MESSAGES_DEBUG='all',
                       ASAN_OPTIONS='detect_leaks=0', **home.variables)  # leaks cannot be looked for under strace
    done = subprocess.run(['strace', *STRACE, '-o', trace, consentctl, '--api', api + '/v1', '--auth', api, '--json', *command],
                          env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 0, done.stderr.decode(errors='replace')[-2000:]
    leaked = MARKS.findall(done.stderr)
    assert not leaked, f'{leaked[0]} is in the log'


def check_eye(folder, trace):
    """That a mark in a file is seen."""
    path = os.path.join(folder, 'seen')
    subprocess.run(['strace', *STRACE, '-o', trace, 'sh', '-c', f'echo {MARK % 1} > {path}'], check=True)
    assert count_written(trace) == (1, 1), count_written(trace)
    os.remove(path)


def can_trace():
    return shutil.which('strace') and subprocess.run(['strace', '-o', '/dev/null', 'true'], stderr=subprocess.DEVNULL,
                                                     check=False).returncode == 0


def main(consentctl, rows='20000'):
    if not can_trace():
        print('strace cannot be used here: nothing was looked at')
        sys.exit(77)
    server = start_service(int(rows))
    with tempfile.TemporaryDirectory() as folder:
        home = Home(folder)
        with tempfile.TemporaryDirectory() as elsewhere:
            trace = os.path.join(elsewhere, 'trace')
            check_eye(elsewhere, trace)
            for command in (('sync', '--user', 'eu_1'), ('quality', '--user', 'eu_1'),
                            ('get', 'banking.transactions', '--user', 'eu_1')):
                run(consentctl, server, home, trace, *command)
                count, lines = count_written(trace)
                print(f'{command[0]}: {rows} marked rows; {lines} writes to files, {count} marks in them')
                assert count == 0
        found = list(home.find_marks())
        assert not found, found
    server.shutdown()


main(*sys.argv[1:])
