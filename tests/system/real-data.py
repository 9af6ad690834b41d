#!/usr/bin/env python3
# real-data.py CONSENTCTL FOLDER: every file of FOLDER that others made, served as Fiskil would serve it. consentctl must
# print as many records as the file has, each byte for byte, and amounts that add up to the same sum in each currency;
# an error body must come to a sentence. All-data files go through the sandbox too: all-data.py.
# SPDX-License-Identifier: GPL-3.0-or-later
import collections
import decimal
import http.server
import json
import os
import subprocess
import sys
import threading
import urllib.parse

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(__file__))

import real_files

decimal.getcontext().prec = 100

PAGE_SIZE = 100
FOLDERS = ('dsb', 'dsb-java', 'accc', 'products-real', 'plans-real', 'lists-real', 'meter-cds')

# data set: path, root key, amounts
DATA_SETS = {
    'common.identity': ('/common/identity', 'identities', []),
    'banking.accounts': ('/banking/accounts', 'accounts', []),
    'banking.balances': ('/banking/balances', 'balances', ['current_balance', 'available_balance']),
    'banking.transactions': ('/banking/transactions', 'transactions', ['amount']),
    'banking.direct-debits': ('/banking/acccounts/direct-debits', 'direct_debits', ['last_debit_amount']),
    'banking.payees': ('/banking/payees', 'payees', []),
    'banking.scheduled-payments': ('/banking/payments/scheduled', 'scheduled_payments', []),
    'banking.products': ('/banking/products', 'products', []),
    'banking.product-detail': ('/banking/products', 'products', []),
    'energy.accounts': ('/energy/accounts', 'accounts', []),
    'energy.balances': ('/energy/balances', 'balances', ['balance']),
    'energy.billing': ('/energy/billing', 'billing', ['gst']),
    'energy.concessions': ('/energy/concessions', 'concessions', ['amount']),
    'energy.der': ('/energy/der', 'der_records', []),
    'energy.invoices': ('/energy/invoice', 'invoices', ['invoice_amount', 'balance_at_issue']),
    'energy.payment-schedules': ('/energy/payment-schedules', 'payment_schedules', ['amount']),
    'energy.plans': ('/energy/plans', 'plans', []),
    'energy.plan-detail': ('/energy/plans', 'plans', []),
    'energy.service-points': ('/energy/service-points', 'service_points', []),
    'energy.usage': ('/energy/usage', 'usage', []),
}
ID_OF_DETAIL = {'banking.product-detail': 'product_id', 'energy.plan-detail': 'plan_id'}

# A word of the error, the status that goes with it (the files have the body alone), and how consentctl must end.
STATUSES = (('NotFound', 404, 6), ('GeneralError', 500, 1), ('UnsupportedVersion', 406, 1), ('', 400, 1))


class Service(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def answer(self, status, body):
        body = body.encode()
        self.send_response(status)
        self.send_header('Content-Type', 'application/json')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        self.rfile.read(int(self.headers.get('Content-Length', 0)))
        self.answer(200, '{"token":"t","expires_in":600}')

    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        path = urllib.parse.unquote(url.path.removeprefix('/v1'))
        if path.startswith('/end-users/'):
            self.answer(200, '{"end_user_id":"eu_1","name":"Mia Chen","email":"mia@example.com"}')
        elif path == '/consent':
            self.answer(200, '{"consents":[],"links":{}}')
        elif path in self.server.answers:
            self.answer(*self.server.answers[path])
        else:
            after = int(urllib.parse.parse_qs(url.query).get('page[after]', ['0'])[0])
            self.answer(200, self.page(path, after))

    def page(self, path, after):
        root_key, records = self.server.lists[path]
        shown = ','.join(records[after:after + PAGE_SIZE])
        following = after + PAGE_SIZE
        link = f'http://{self.headers["Host"]}/v1{path}?page[after]={following}' if following < len(records) else None
        return f'{{"{root_key}":[{shown}],"links":{{"next":{json.dumps(link)}}}}}'

    def log_message(self, *_arguments):
        pass


class Caller:
    def __init__(self, consentctl):
        self.consentctl = consentctl
        self.server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Service)
        self.server.lists = {}
        self.server.answers = {}
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def serve(self, data_set, records):
        path, root_key, _amounts = DATA_SETS[data_set]
        texts = [real_files.write(record) for record in records]
        self.server.answers = {}
        if data_set in ID_OF_DETAIL:
            ids = [record[ID_OF_DETAIL[data_set]] for record in records]
            self.server.answers = {f'{path}/{row}': (200, f'{{"data":{text}}}') for row, text in zip(ids, texts)}
            texts = [json.dumps({ID_OF_DETAIL[data_set]: row}) for row in ids]
        self.server.lists = {path: (root_key, texts)}

    def get(self, data_set):
        origin = f'http://127.0.0.1:{self.server.server_port}'
        environment = dict(os.environ, CONSENT_DESK_CLIENT_ID='id', CONSENT_DESK_CLIENT_SECRET='secret',
                           G_DEBUG='fatal-warnings', LC_ALL='C.UTF-8')
        call = [self.consentctl, '--api', origin + '/v1', '--auth', origin, '--json', 'get', data_set, '--user', 'eu_1']
        if data_set.split('.')[1] in ('products', 'plans', 'product-detail', 'plan-detail'):
            call += ['--filter', 'institution_id=1']
        done = subprocess.run(call, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True, check=False)
        return done.returncode, done.stdout, done.stderr


def sums(records, amount):
    """Exact, by currency; what is not an amount is counted apart."""
    totals = collections.defaultdict(decimal.Decimal)
    for record in records:
        try:
            totals[record.get('currency') or 'AUD'] += decimal.Decimal(record.get(amount))
        except (decimal.InvalidOperation, TypeError, ValueError):
            totals['unreadable'] += 1
    return dict(totals)


def judge(data_set, records, code, output, errors):
    """Returns what is wrong, or nothing."""
    if code != 0:
        return f'ended with {code}: {errors.strip()[:300]}'
    if errors:
        return f'said: {errors.strip()[:300]}'
    printed = real_files.read(output)
    if len(printed) != len(records):
        return f'{len(printed)} records, but the file has {len(records)}'
    changed = [record for record in records if real_files.write(record) not in output]
    if changed or printed != records:
        return f'{len(changed)} records are not as they were sent'
    for amount in DATA_SETS[data_set][2]:
        if sums(printed, amount) != sums(records, amount):
            return f'the sums of {amount} differ'
    return None


def check_file(caller, folder, path):
    """Returns records and faults of one file."""
    n_records = 0
    faults = 0
    for data_set, records in sorted(real_files.load(folder, path).items()):
        caller.serve(data_set, records)
        fault = judge(data_set, records, *caller.get(data_set))
        n_records += len(records)
        faults += fault is not None
        print(f'{"FAILED" if fault else "ok"}: {folder}/{os.path.basename(path)} {data_set}: '
              f'{fault or str(len(records)) + " records"}')
    return n_records, faults


def judge_error(body, expected, code, output, errors):
    error = body['errors'][0]
    if code != expected:
        return f'ended with {code}, not {expected}: {errors.strip()}'
    if error['detail'] not in errors and error['code'] not in errors:
        return f'names neither code nor detail: {errors.strip()}'
    if '{' in errors or len(errors.strip().splitlines()) > 3 or 'CRITICAL' in errors or 'WARNING' in errors:
        return f'is no sentence: {errors.strip()[:300]}'
    if json.loads(output or '[]') != []:
        return 'printed records'
    return None


def check_error(caller, path):
    """Returns whether the error body came to something else than a sentence."""
    with open(path, encoding='utf-8') as file:
        text = file.read()
    body = json.loads(text)
    words = json.dumps(body['errors'][0])
    status, expected = next(row[1:] for row in STATUSES if row[0] in words)
    caller.server.answers = {'/energy/service-points': (status, text)}
    code, output, errors = caller.get('energy.service-points')
    fault = judge_error(body, expected, code, output, errors)
    print(f'{"FAILED" if fault else "ok"}: errors-real/{os.path.basename(path)} {status}: {fault or errors.strip()}')
    return fault is not None


def check_no_data_set(caller, path):
    """Returns whether a body without any data set came to something else than a sentence."""
    with open(path, encoding='utf-8') as file:
        caller.server.answers = {'/energy/service-points': (200, file.read())}
    code, _output, errors = caller.get('energy.service-points')
    is_wrong = code != 5 or 'service_points' not in errors or '{' in errors
    print(f'{"FAILED" if is_wrong else "ok"}: {os.path.basename(path)} has no data set: {errors.strip()}')
    return is_wrong


def files_of(root, folder):
    return sorted(os.path.join(root, folder, name) for name in os.listdir(os.path.join(root, folder)))


def main():
    consentctl, root = sys.argv[1:]
    if not all(os.path.isdir(os.path.join(root, folder)) for folder in (*FOLDERS, 'errors-real')):
        print('skipped: the shared data are not here:', root)
        sys.exit(77)
    caller = Caller(consentctl)
    n_files = n_records = faults = 0
    for folder in FOLDERS:
        for path in files_of(root, folder):
            records, wrong = check_file(caller, folder, path)
            n_files += 1
            n_records += records
            faults += wrong + (records == 0 and check_no_data_set(caller, path))
    error_paths = files_of(root, 'errors-real')
    faults += sum(check_error(caller, path) for path in error_paths)
    print(f'{n_files} files with {n_records} records and {len(error_paths)} error bodies, {faults} faults')
    sys.exit(1 if faults else 0)


main()
