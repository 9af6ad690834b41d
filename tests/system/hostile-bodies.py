#!/usr/bin/env python3
# hostile-bodies.py CONSENTCTL MEMORY: bodies that break parsers, from a service that is otherwise well. Each must end in a
# sentence and exit code 5, or come out byte for byte; and the program must never need more than MEMORY, in MiB.
# SPDX-License-Identifier: GPL-3.0-or-later
import http.server
import json
import os
import subprocess
import sys
import tempfile
import threading

BAD_DATA = 5
MEBIBYTE = 1024 * 1024
DIGITS = b'1234567890' * 1000


def accounts(record):
    return b'{"accounts":[' + record + b'],"links":{"next":null}}'


def text_of(size):
    """A body of about that size, made as it is sent."""
    yield b'{"accounts":[{"display_name":"'
    for _ in range(size // MEBIBYTE):
        yield b'x' * MEBIBYTE
    yield b'"}]}'


# name: body, what it must come to: a word of the error, or the records as they must be printed
CASES = {
    'arrays 500,000 deep': (b'[' * 500_000, 'nested'),
    'objects 500,000 deep in a record': (accounts(b'{"a":' * 500_000 + b'1' + b'}' * 500_000), 'nested'),
    'bytes that are not UTF-8': (accounts(b'{"display_name":"\xff\xfe"}'), 'UTF-8'),
    'an overlong encoding': (accounts(b'{"display_name":"\xc0\xaf"}'), 'UTF-8'),
    'a body that is cut': (b'{"accounts":[{"display_name":"Every', 'JSON'),
    'nothing at all': (b'', 'JSON'),
    'a page of a web site': (b'<!doctype html><title>Sorry</title>', 'JSON'),
    'a list under another name': (b'{"balances":[]}', 'accounts'),
    'lone surrogates': (accounts(rb'{"display_name":"\ud800 \udc00\ud83d"}'), [rb'{"display_name":"\ud800 \udc00\ud83d"}']),
    'a number of 10,000 digits': (accounts(b'{"balance":' + DIGITS + b'.' + DIGITS + b'}'),
                                  [b'{"balance":' + DIGITS + b'.' + DIGITS + b'}']),
    'a number with a huge exponent': (accounts(b'{"balance":-1e999999999}'), [b'{"balance":-1e999999999}']),
    'the same key three times': (accounts(b'{"account_id":"1","account_id":"2","account_id":null}'),
                                 [b'{"account_id":"1","account_id":"2","account_id":null}']),
    'an end of text in a text': (accounts(rb'{"display_name":"a\u0000b"}'), [rb'{"display_name":"a\u0000b"}']),
    'records that are no objects': (accounts(b'1,null,"a",[[]],{}'), [b'1', b'null', b'"a"', b'[[]]', b'{}']),
    'a body of 200 MB': (lambda: text_of(200 * MEBIBYTE), 'large'),
}


class Service(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def answer(self, body):
        pieces = body() if callable(body) else [body]
        self.send_response(200)
        self.send_header('Content-Type', 'application/json')
        self.send_header('Transfer-Encoding', 'chunked')
        self.end_headers()
        try:
            for piece in pieces:
                if piece:
                    self.wfile.write(b'%x\r\n%s\r\n' % (len(piece), piece))
            self.wfile.write(b'0\r\n\r\n')
        except ConnectionError:
            self.close_connection = True

    def do_POST(self):
        self.rfile.read(int(self.headers.get('Content-Length', 0)))
        self.answer(b'{"token":"t","expires_in":600}')

    def do_GET(self):
        if '/end-users/' in self.path:
            self.answer(b'{"end_user_id":"eu_1","name":"Mia Chen","email":"mia@example.com"}')
        else:
            self.answer(self.server.body)

    def log_message(self, *_arguments):
        pass


def call(consentctl, port):
    """Returns the exit code, both outputs and the most memory that was in use, in bytes."""
    environment = dict(os.environ, CONSENT_DESK_CLIENT_ID='id', CONSENT_DESK_CLIENT_SECRET='secret', LC_ALL='C.UTF-8')
    origin = f'http://127.0.0.1:{port}'
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen([consentctl, '--api', origin + '/v1', '--auth', origin, '--json',
                                    'get', 'banking.accounts', '--user', 'eu_1'],
                                   env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=errors)
        _pid, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        return process.returncode, output.read(), errors.read().decode(), usage.ru_maxrss * 1024


def judge(expected, code, output, errors):
    """Returns what is wrong, or nothing."""
    if isinstance(expected, list):
        missing = [record for record in expected if record not in output]
        if code != 0 or missing:
            return f'ended with {code}, {len(missing)} records differ: {errors.strip()}'
        return None
    if code != BAD_DATA or expected not in errors or len(errors.strip().splitlines()) > 3:
        return f'ended with {code}: {errors.strip()[:300]}'
    if json.loads(output or b'[]') != []:
        return 'printed records of a body that it refused'
    return None


def main():
    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Service)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    faults = 0
    for name, (body, expected) in CASES.items():
        server.body = body
        code, output, errors, memory = call(sys.argv[1], server.server_port)
        fault = judge(expected, code, output, errors)
        if memory > int(sys.argv[2]) * MEBIBYTE:
            fault = 'it needed too much memory'
        faults += fault is not None
        said = errors.strip().splitlines()[0] if errors.strip() else 'as received'
        print(f'{"FAILED" if fault else "ok"}: {name}: {fault or said} ({memory // MEBIBYTE} MiB)')
    server.shutdown()
    print(f'{len(CASES)} bodies, {faults} faults')
    sys.exit(1 if faults else 0)


main()
