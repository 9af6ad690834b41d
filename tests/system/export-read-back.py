#!/usr/bin/env python3
# export-read-back.py SANDBOX CONSENTCTL: every format, read back by other programs, has as many rows and the same totals
# as consentctl gets from the service, to the cent; what is missing is what the export says it left out.
# SPDX-License-Identifier: GPL-3.0-or-later
import collections
import decimal
import json
import os
import shutil
import stat
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'support'))

import readers
from two_programs import TwoPrograms

decimal.getcontext().prec = 100
NEEDED = ('sqlite3', 'jq', 'ofxdump')
NASTY = ['=HYPERLINK("http://x","y")', 'say "hi", then\r\nleave', '^', '!Account\n^', '<b>&amp;</b>', 'Café ☕ 🎉', '\t=1+1',
         'a' * 40 + 'é' * 40, "O'Neil; DROP TABLE x", '\u2028\u202e', ' ']


def hundred_accounts(path):
    """Writes an all-data file of one customer with 100 accounts; rows of three currencies, of odd text, and pending ones."""
    categories = ['TRANS_AND_SAVINGS_ACCOUNTS', 'CRED_AND_CHRG_CARDS', 'RESIDENTIAL_MORTGAGES', 'TERM_DEPOSITS', 'LEASES']
    accounts = []
    for number in range(100):
        account_id = f'account-{number:03}-' + 'long' * (number % 4 * 3)
        rows = []
        for row in range(number % 7 * 3):
            currency = [None, 'AUD', 'USD', 'JPY'][row % 4]
            rows.append({'accountId': account_id, 'transactionId': f't{number}-{row}', 'isDetailAvailable': False,
                         'type': 'OTHER', 'status': 'PENDING' if row % 5 == 4 else 'POSTED',
                         'description': NASTY[(number + row) % len(NASTY)], 'reference': NASTY[row % len(NASTY)],
                         'postingDateTime': f'2026-0{1 + row % 9}-1{row % 10}T13:0{row % 10}:00Z',
                         'amount': f'{(-1) ** row * (number * 1000 + row)}.{row % 100:02}',
                         **({'currency': currency} if currency else {})})
        accounts.append({
            'account': {'accountId': account_id, 'displayName': ['Saver', 'Everyday', 'Card'][number % 3],
                        'maskedNumber': f'xxxx{number // 9:04}', 'productCategory': categories[number % len(categories)],
                        'productName': 'Product', 'accountOwnership': 'ONE_PARTY'},
            'balance': {'accountId': account_id, 'currentBalance': f'{number}.10', 'availableBalance': f'{number}.00',
                        'purses': [{'amount': '7.00', 'currency': 'USD'}]},
            'transactions': rows})
    customer = {'customerId': 'many', 'customer': {'customerUType': 'person', 'person': {
        'lastName': 'Many', 'middleNames': [], 'phoneNumbers': [], 'emailAddresses': [], 'physicalAddresses': []}},
        'banking': {'accounts': accounts, 'directDebits': [], 'payees': [], 'payments': []}}
    holders = [{'holderId': 'made-up', 'holder': {'unauthenticated': {}, 'authenticated': {'customers': [customer]}}}]
    with open(path, 'w', encoding='utf-8') as file:
        json.dump({'holders': holders}, file)


def currency_of(row):
    return (row.get('currency') or 'AUD').upper()


def totals(pairs):
    """Count and exact sum by currency."""
    found = collections.defaultdict(lambda: [0, decimal.Decimal()])
    for currency, amount in pairs:
        found[currency][0] += 1
        found[currency][1] += decimal.Decimal(amount)
    return {currency: tuple(pair) for currency, pair in found.items()}


def whole(data_set):
    """What makes the service send also what it leaves out of itself."""
    return ['--filter', 'status=all'] if data_set == 'energy.plans' else []


class Check:
    def __init__(self, service, name, *customers):
        self.service, self.name, self.faults = service, name, []
        self.folder = tempfile.mkdtemp()
        self.end_user_id = service.add_end_user(*customers)
        self.data = {}

    def close(self):
        shutil.rmtree(self.folder)

    def same(self, what, found, wanted):
        equal = found == wanted
        print(f'{self.name} {what}: {found if len(str(found)) < 200 else "…"}' + ('' if equal else f', but not {wanted}'))
        if not equal:
            self.faults.append(f'{self.name} {what}')

    def rows(self, data_set):
        if data_set not in self.data:
            self.data[data_set] = self.service.call('get', data_set, '--user', self.end_user_id, *whole(data_set))
        return self.data[data_set]

    def export(self, kind, name, *more):
        """Returns the path, and what was written and left out by data set."""
        path = os.path.join(self.folder, name)
        said = self.service.call('export', '--user', self.end_user_id, '--format', kind, '--output', path, *more)
        mode = stat.S_IMODE(os.stat(path).st_mode)
        self.same(f'{kind} is for its owner only', mode & 0o077, 0)
        tallies = {tally['name']: tally for tally in said['data_sets']}
        for data_set, tally in tallies.items():
            self.same(f'{kind} {data_set} rows written and left out', tally['written'] + sum(tally['left_out'].values()),
                      len(self.rows(data_set)))
        return path, tallies

    def posted(self):
        return [row for row in self.rows('banking.transactions') if row['status'] != 'PENDING']

    def tables(self, banking, energy):
        """Every row and every value, by three programs."""
        folder, tallies = self.export('csv', 'all')
        database, _tallies = self.export('sqlite', 'all.sqlite')
        document, _tallies = self.export('json', 'all.json')
        for data_set in tallies:
            table = data_set.replace('.', '_').replace('-', '_')
            count = len(self.rows(data_set))
            self.same(f'csv {data_set}', len(readers.csv_by_sqlite(f'{folder}/{data_set}.csv', 'fiskil_id')), count)
            self.same(f'sqlite {data_set}', readers.sqlite_rows(database, table, 'fiskil_id') != [] and
                      int(readers.run('sqlite3', database, f'SELECT count(*) FROM {table}')), count)
            self.same(f'json {data_set}', readers.json_by_jq(document, f'.["{data_set}"] | length'), [str(count)])
        if banking:
            wanted = totals((currency_of(row), row['amount']) for row in self.rows('banking.transactions'))
            by_csv = readers.csv_by_sqlite(f'{folder}/banking.transactions.csv', 'currency', 'amount')
            by_sqlite = readers.sqlite_rows(database, 'banking_transactions', 'currency', 'amount')
            by_jq = readers.json_by_jq(document, '.["banking.transactions"][] | [.currency // "", .amount] | @tsv')
            self.same('csv totals', totals((currency or 'AUD', amount) for currency, amount in by_csv), wanted)
            self.same('sqlite totals', totals((currency or 'AUD', amount) for currency, amount in by_sqlite), wanted)
            self.same('json totals', totals((line.split('\t')[0] or 'AUD', line.split('\t')[1]) for line in by_jq), wanted)
        if energy:
            wanted = sum(decimal.Decimal(row['interval_read']['aggregate_value']) for row in self.rows('energy.usage'))
            by_sqlite = readers.sqlite_rows(database, 'energy_usage', 'interval_read.aggregate_value')
            self.same('sqlite energy', sum(decimal.Decimal(value) for value, in by_sqlite), wanted)

    def bytes(self, data_set):
        """The JSON of one data set is what the service sent, byte for byte."""
        path, _tallies = self.export('json', 'one.json', '--resource', data_set)
        received = self.service.run('get', data_set, '--user', self.end_user_id, *whole(data_set)).stdout
        with open(path, encoding='utf-8') as file:
            written = file.read()
        self.same(f'json {data_set} bytes', sorted(written.strip('[]\n').split(',\n')),
                  sorted(received.strip('[]\n').split(',\n')))

    def statements(self):
        """OFX and QIF: posted rows only, an account for each currency."""
        wanted = totals((currency_of(row), row['amount']) for row in self.posted())
        path, tallies = self.export('ofx', 'all.ofx')
        accounts, balances, entries = readers.ofx_by_libofx(path)
        self.same('ofx totals', totals((entry.currency, entry.amount) for entry in entries), wanted)
        self.same('ofx pending', tallies['banking.transactions']['left_out'].get('pending', 0),
                  len(self.rows('banking.transactions')) - len(self.posted()))
        self.same('ofx accounts are told apart', len(set(accounts)), len(accounts))
        self.same('ofx balances are those of the service', {str(row['current_balance']) for row in self.rows('banking.balances')}
                  <= {str(balance) for balance in balances.values()}, True)
        path, _tallies = self.export('qif', 'all.qif')
        accounts, entries = readers.qif(path)
        self.same('qif accounts are at least those of the service', len(accounts) >= len(self.rows('banking.accounts')), True)
        own = {row['account_id']: currency_of(row) for row in self.rows('banking.balances')}
        self.same('qif totals', totals((entry.currency, entry.amount) for entry in entries),
                  totals((None if currency_of(row) == own[row['account_id']] else currency_of(row), row['amount'])
                         for row in self.posted()))

    def meters(self):
        path, tallies = self.export('nem12', 'all.csv', '--resource', 'energy.usage')
        days = readers.nem12(path)
        nmis = {row['service_point_id']: row['national_metering_id'][:10] for row in self.rows('energy.service-points')}
        whole = [row for row in self.rows('energy.usage') if row['read_u_type'] == 'intervalRead' and
                 row['interval_read']['read_interval_length'] * len(row['interval_read']['interval_reads']) == 1440]
        self.same('nem12 days', len(days), len(whole))
        self.same('nem12 says so', tallies['energy.usage']['written'], len(whole))

        def by_register(rows):
            found = collections.defaultdict(decimal.Decimal)
            for key, energy in rows:
                found[key] += energy
            return dict(found)
        wanted = by_register(((nmis[row['service_point_id']], row['register_suffix']),
                              sum(abs(decimal.Decimal(value)) for value in row['interval_read']['interval_reads']))
                             for row in whole)
        self.same('nem12 energy', by_register(((day.nmi, day.suffix), sum(day.values)) for day in days), wanted)
        flagged = sum(entry['end_interval'] - entry['start_interval'] + 1 for row in whole
                      for name in ('read_qualities', 'readQualities')
                      for entry in row['interval_read'].get(name) or [] if entry['quality'] != 'ACTUAL')
        self.same('nem12 substituted', sum(flag != 'A' for day in days for flag in day.flags), flagged)


def find(customers, name, industry):
    return next(row for row in customers if row['name'] == name and row['industry'] == industry)


def check_personas(sandbox, consentctl):
    service = TwoPrograms(sandbox, consentctl)
    faults = []
    try:
        customers = service.customers()
        both = Check(service, 'bank and energy', find(customers, 'Mia Chen', 'banking'), find(customers, 'Mia Chen', 'energy'))
        both.tables(banking=True, energy=True)
        both.bytes('banking.transactions')
        both.statements()
        both.meters()
        both.close()
        traveller = Check(service, 'foreign currency', find(customers, 'Sofia Marino', 'banking'))
        traveller.same('has euros', 'EUR' in {currency_of(row) for row in traveller.rows('banking.transactions')}, True)
        traveller.tables(banking=True, energy=False)
        traveller.statements()
        traveller.close()
        faults = both.faults + traveller.faults
    finally:
        service.close()
    return faults


def check_hundred(sandbox, consentctl):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'hundred.json')
        hundred_accounts(path)
        service = TwoPrograms(sandbox, consentctl, '--data', path)
        try:
            customer = next(row for row in service.customers() if row['source'] == 'data')
            check = Check(service, '100 accounts', customer)
            check.same('accounts', len(check.rows('banking.accounts')), 100)
            check.tables(banking=True, energy=False)
            check.bytes('banking.balances')
            check.statements()
            check.close()
        finally:
            service.close()
    return check.faults


def main():
    sandbox, consentctl = sys.argv[1:]
    missing = [program for program in NEEDED if shutil.which(program) is None]
    if missing:
        print('skipped: these programs are not here:', *missing)
        sys.exit(77)
    faults = check_personas(sandbox, consentctl) + check_hundred(sandbox, consentctl)
    for fault in faults:
        print('FAULT', fault)
    sys.exit(1 if faults else 0)


main()
