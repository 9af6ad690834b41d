#!/usr/bin/env python3
# foreign_pages.py: what a page elsewhere can make a browser ask, and a name that was made to lead here, are refused
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys
import urllib.parse

sys.dont_write_bytecode = True
sys.path[:0] = [os.path.dirname(__file__), os.path.join(os.path.dirname(__file__), '..', 'support')]

from screens import create_session
from section1 import CALLS
from service import Service, program_path

CONTROL = ('GET /sandbox/customers', 'POST /sandbox/consents', 'POST /sandbox/consents/x/end', 'POST /sandbox/clock',
           'POST /sandbox/faults', 'GET /sandbox/faults', 'POST /sandbox/webhooks', 'POST /sandbox/webhooks/target',
           'POST /sandbox/reset', 'GET /sandbox/state', 'GET /sandbox/requests')
HOSTS = ('evil.example', 'evil.example:{port}', 'localhost:{port}', '127.0.0.1', '127.0.0.1:1', '127.0.0.1.evil.example:{port}',
         '127.0.0.1:{port}.evil.example', '')
# What a form or a script of another page can send without being asked first, and what it is asked first for.
REQUESTS = (
    {'Origin': 'https://evil.example', 'Content-Type': 'text/plain'},
    {'Origin': 'null', 'Content-Type': 'application/x-www-form-urlencoded'},
    {'Origin': 'https://evil.example', 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'cross-site'},
    {'Origin': 'https://evil.example', 'Cookie': 'token={token}', 'Content-Type': 'text/plain'},
)
SHARING = ('access-control-allow-origin', 'access-control-allow-credentials', 'access-control-allow-headers')


def address(service, call):
    method, path = call.split(' ')
    return method, service.ready['api'] + '/' + path if path[0] != '/' else service.ready['api'][:-len('/v1')] + path


def foreign_hosts(service):
    """Requests under another name, with a good token, to each of the three origins."""
    for origin in ('api', 'auth', 'bank'):
        port = urllib.parse.urlsplit(service.ready[origin]).port
        url = service.ready[origin] + ('/permissions' if origin == 'api' else '/')
        for host in HOSTS:
            answer = service.ask('GET', url, None, {'Host': host.format(port=port), 'Authorization': 'Bearer ' + service.token})
            if answer['status'] not in (400, 421):
                yield f'{origin} answers {answer["status"]} to the host “{host}”'
    _method, url = address(service, 'GET /sandbox/state')
    if service.ask('GET', url, None, {'Host': 'evil.example', 'Authorization': 'Bearer ' + service.token})['status'] != 421:
        yield 'control answers to another host'


def foreign_pages(service):
    """Every call as a page elsewhere can make it: without credentials."""
    for call in CALLS + CONTROL:
        method, url = address(service, call)
        for headers in REQUESTS:
            headers = {name: value.format(token=service.token) for name, value in headers.items()}
            answer = service.ask(method, url, '{"advance":"P1D","url":"http://127.0.0.1:9/"}' if method == 'POST' else None, headers)
            if answer['status'] != 401:
                yield f'{call} answers {answer["status"]} to {headers["Origin"]}, {headers["Content-Type"]}'
            yield from (f'{call} answers {name}' for name in SHARING if name in answer['headers'])


def asked_first(service):
    """The question that a browser asks before it sends a token for another page."""
    for call in CALLS + CONTROL + ('POST token',):
        method, url = address(service, call)
        answer = service.ask('OPTIONS', url, None, {
            'Origin': 'https://evil.example', 'Access-Control-Request-Method': method,
            'Access-Control-Request-Headers': 'authorization'})
        yield from (f'{call} answers {name} when asked' for name in SHARING if name in answer['headers'])


def forged_forms(service):
    """A consent screen's form that another page sends without the screen's own secret."""
    session = create_session(service)
    first = service.ask('GET', session['auth_url'])
    cookie = first['headers']['set-cookie'].split(';')[0]
    answer = service.ask('POST', f"{service.ready['auth']}/allow?sess_id={session['session_id']}", 'action=continue', {
        'Origin': 'https://evil.example', 'Cookie': cookie, 'Content-Type': 'application/x-www-form-urlencoded'})
    if answer['status'] < 400:
        yield f'a forged form is answered with {answer["status"]}'


def main():
    service = Service(program_path())
    try:
        service.renew()
        before = service.call('GET', '/sandbox/state')['body']
        faults = [fault for check in (foreign_hosts, foreign_pages, asked_first) for fault in check(service)]
        if service.call('GET', '/sandbox/state')['body'] != before:
            faults.append('something changed')
        faults += forged_forms(service)
    finally:
        service.close()
    print(f'{len(HOSTS) * 3 + 1} foreign hosts, {len(CALLS + CONTROL) * len(REQUESTS)} requests of foreign pages: {len(faults)} not refused')
    for fault in faults:
        print(f'#   {fault}')
    sys.exit(1 if faults else 0)


main()
