#!/usr/bin/env python3
# all-data.py SANDBOX CONSENTCTL FILE …: every customer of an all-data file links through the consent screens; what
# consentctl then gets is counted and added up against the file itself.
# SPDX-License-Identifier: GPL-3.0-or-later
import collections
import decimal
import http.cookiejar
import json
import os
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'support'))

from consent_screen import Screen

decimal.getcontext().prec = 100


class StopAtRedirectUri(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, request, body, code, message, headers, url):
        if url.startswith('https://consent-desk.invalid/'):
            raise StopIteration(url)
        return super().redirect_request(request, body, code, message, headers, url)


class Browser:
    def __init__(self):
        self.opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), StopAtRedirectUri(),
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def open(self, url, fields=None):
        body = urllib.parse.urlencode(fields, doseq=True).encode() if fields is not None else None
        with self.opener.open(url, body) as response:
            self.url = response.geturl()
            return Screen(response.read().decode())

    def submit(self, screen, **fields):
        return self.open(urllib.parse.urljoin(self.url, screen.action), {**screen.hidden, **fields})


class Service:
    def __init__(self, sandbox, consentctl, path):
        self.process = subprocess.Popen([sandbox, '--data', path, '--seed', '1', '--exit-with-stdin', '--quiet'],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.ready = json.loads(self.process.stdout.readline())
        self.consentctl = consentctl

    def close(self):
        self.process.stdin.close()
        self.process.wait()

    def call(self, *arguments):
        environment = dict(os.environ, CONSENT_DESK_CLIENT_ID=self.ready['client_id'],
                           CONSENT_DESK_CLIENT_SECRET=self.ready['client_secret'])
        done = subprocess.run([self.consentctl, '--api', self.ready['api'], '--auth', self.ready['auth'], '--json',
                               *arguments], env=environment, stdout=subprocess.PIPE, check=True, text=True)
        return json.loads(done.stdout, parse_float=decimal.Decimal)

    def customers(self):
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        body = json.dumps({'client_id': self.ready['client_id'], 'client_secret': self.ready['client_secret']})
        request = urllib.request.Request(self.ready['api'] + '/token', body.encode(),
                                         {'Content-Type': 'application/json'})
        token = json.load(opener.open(request))['token']
        request = urllib.request.Request(self.ready['control'] + '/customers',
                                         headers={'Authorization': 'Bearer ' + token})
        rows = json.load(opener.open(request))['customers']
        return [row for row in rows if row['source'] == 'data']


def link(service, end_user_id, customer):
    """Walks the screens with the customer's log-in and ticks every account. Returns what the screens offered."""
    session = service.call('sessions', 'create', '--user', end_user_id, '--institution', customer['institution_id'],
                           '--redirect-uri', 'https://consent-desk.invalid/linked?state=s',
                           '--cancel-uri', 'https://consent-desk.invalid/cancelled?state=s')
    browser = Browser()
    screen = browser.submit(browser.open(session['auth_url']), action='continue')
    screen = browser.submit(screen, email=customer['login'], action='continue')
    screen = browser.submit(screen, code=screen.code, action='continue')
    offered = screen.accounts
    screen = browser.submit(screen, account=list(offered), action='continue')
    try:
        browser.submit(screen, action='continue')
    except (StopIteration, RuntimeError) as stop:
        url = str(stop.args[0] if isinstance(stop, StopIteration) else stop.__cause__.args[0])
        assert 'consent_id=' in url, url
        return offered
    raise AssertionError('the last screen did not return')


def sums(rows, amount, currency):
    total = collections.defaultdict(decimal.Decimal)
    for row in rows:
        total[row.get(currency) or 'AUD'] += decimal.Decimal(row[amount])
    return dict(total)


def expected_banking(customer):
    accounts = customer.get('banking', {}).get('accounts', [])
    transactions = [row for account in accounts for row in account.get('transactions') or []]
    return {'banking.accounts': len(accounts), 'banking.transactions': len(transactions)}, transactions, accounts


def expected_energy(customer):
    energy = customer.get('energy', {})
    points = energy.get('servicePoints', [])
    return {'energy.accounts': len(energy.get('accounts', [])), 'energy.service-points': len(points),
            'energy.usage': sum(len(point.get('usage') or []) for point in points)}, energy.get('accounts', [])


def check(faults, what, got, wanted):
    print(f'{what}: {got}' + ('' if got == wanted else f', but the file has {wanted}'))
    if got != wanted:
        faults.append(what)


def check_customer(service, row, customer, faults):
    end_user = service.call('users', 'create', '--name', 'Made up', '--email', row['login'])['end_user_id']
    banking = row['industry'] == 'banking'
    name = f"{row['customer_id'][:8]} {row['industry']}"
    counts, *rest = expected_banking(customer) if banking else expected_energy(customer)
    accounts = rest[-1]
    if not accounts:
        return
    offered = link(service, end_user, row)
    ids = {account['account']['accountId'] for account in accounts}
    check(faults, f'{name} accounts on the screen', len(ids & set(offered)), len(ids))
    for data_set, wanted in counts.items():
        rows = service.call('get', data_set, '--user', end_user)
        check(faults, f'{name} {data_set}', len(rows), wanted)
        if data_set == 'banking.transactions':
            check(faults, f'{name} sums', sums(rows, 'amount', 'currency'), sums(rest[0], 'amount', 'currency'))


def check_file(sandbox, consentctl, path, faults):
    print(f'# {os.path.basename(path)}')
    with open(path, encoding='utf-8') as file:
        holders = json.load(file, parse_float=decimal.Decimal)['holders']
    customers = {customer['customerId']: customer
                 for holder in holders for customer in holder['holder']['authenticated']['customers']}
    service = Service(sandbox, consentctl, path)
    try:
        rows = service.customers()
        check(faults, 'customers', len({row['customer_id'] for row in rows}), len(customers))
        for row in rows:
            check_customer(service, row, customers[row['customer_id']], faults)
    finally:
        service.close()


def main():
    sandbox, consentctl, *paths = sys.argv[1:]
    missing = [path for path in paths if not os.path.exists(path)]
    if missing:
        print('skipped: the shared data are not here:', *missing)
        sys.exit(77)
    faults = []
    for path in paths:
        check_file(sandbox, consentctl, path, faults)
    sys.exit(1 if faults else 0)


main()
