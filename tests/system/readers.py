# readers.py: what other programs, and readers of our own, find in an export
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Nothing here knows how the exports are written. QIF and NEM12 are read as their descriptions say: Quicken Interchange
# Format; AEMO, Meter Data File Format Specification NEM12 & NEM13.
import collections
import csv
import datetime
import decimal
import re
import subprocess


def run(*command, text=None):
    done = subprocess.run(command, input=text, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        raise AssertionError(f'{command[0]} failed: {done.stderr[:500]}')
    return done.stdout


def column(text):
    """The lines of an output with one value each."""
    return text.splitlines()


def csv_by_sqlite(path, *columns):
    """Rows of a CSV file, as the SQLite shell imports them."""
    names = ', '.join(f'"{name}"' for name in columns)
    script = f'.import --csv "{path}" t\n.mode list\n.separator "\\t" "\\n"\nSELECT {names} FROM t;\n'
    return [line.split('\t') for line in column(run('sqlite3', '-batch', ':memory:', text=script))]


def sqlite_rows(path, table, *columns):
    names = ', '.join(f'"{name}"' for name in columns)
    script = f'.mode list\n.separator "\\t" "\\n"\nSELECT {names} FROM {table};\n'
    return [line.split('\t') for line in column(run('sqlite3', '-batch', '-readonly', path, text=script))]


def json_by_jq(path, expression):
    return column(run('jq', '-r', expression, path))


Entry = collections.namedtuple('Entry', 'account currency amount day')


def ofx_by_libofx(path):
    """Accounts, ledger balances by account, and transactions, as ofxdump finds them."""
    text = run('ofxdump', '--msg_info', '--msg_status', '--msg_warning', path)
    accounts, balances, currencies, entries = [], {}, {}, []
    for block in re.split(r'\n(?=ofx_proc_)', text):
        fields = {name.strip(): value.strip() for name, _colon, value in
                  (line.partition(': ') for line in block.splitlines()[1:])}
        account = fields.get('Account ID', fields.get('Account ID '))
        if block.startswith('ofx_proc_account'):
            accounts.append(account)
        elif block.startswith('ofx_proc_statement'):
            currencies[account] = fields['Default Currency']
            if 'Ledger balance' in fields:
                balances[account] = decimal.Decimal(fields['Ledger balance'])
        elif block.startswith('ofx_proc_transaction'):
            entries.append((account, decimal.Decimal(fields['Total money amount'])))
    return accounts, balances, [Entry(account, currencies[account], amount, None) for account, amount in entries]


def qif(path):
    """Accounts and transactions: a block ends with ^, the first letter of a line says what it is."""
    accounts, entries, block, section = [], [], {}, None
    with open(path, encoding='utf-8', newline='') as file:
        lines = file.read().split('\n')
    assert lines.pop() == '', 'the last line does not end'
    for line in lines:
        if line.startswith('!'):
            section = line[1:]
        elif line != '^':
            assert line[0] in 'DTNPML', line
            assert line[0] not in block, line
            block[line[0]] = line[1:]
        elif section == 'Account':
            assert block['N'] not in accounts, block
            accounts.append(block['N'])
            kind, block = block['T'], {}
        else:
            assert section == 'Type:' + kind, section
            named = re.search(r' \(([A-Z]{3})\)$', accounts[-1])
            entries.append(Entry(accounts[-1], named[1] if named else None, decimal.Decimal(block['T']),
                                 datetime.date.fromisoformat(block['D'])))
            block = {}
    assert not block, 'the last block does not end'
    return accounts, entries


Day = collections.namedtuple('Day', 'nmi suffix meter unit length date values flags')
UNITS = {name.upper() for name in (
    'MWh kWh Wh MVArh kVArh VArh MVAr kVAr VAr MW kW W MVAh kVAh VAh MVA kVA VA kV V kA A pf').split()}
QUALITY = re.compile(r'[AEFNSV](\d\d)?$')


def nem12(path):
    """Every day of a file; refuses what the description does not allow."""
    with open(path, encoding='ascii', newline='') as file:
        text = file.read()
    assert '\n' not in text.replace('\r\n', ''), 'lines end with CR LF'
    records = list(csv.reader(text.splitlines()))
    head, *body, end = records
    assert head[:2] == ['100', 'NEM12'] and len(head) == 5, head
    datetime.datetime.strptime(head[2], '%Y%m%d%H%M')
    assert end == ['900'], end
    days, meter = [], None
    for record in body:
        kind = record[0]
        if kind == '200':
            assert len(record) == 10, record
            _kind, nmi, configuration, _register, suffix, _stream, serial, unit, length, _next = record
            assert re.fullmatch(r'[A-Z0-9]{10}', nmi), nmi
            assert suffix in configuration, record
            assert unit in UNITS, unit
            assert length in ('5', '15', '30'), length
            meter, last = (nmi, suffix, serial, unit, int(length)), ''
        elif kind == '300':
            count = 1440 // meter[4]
            assert len(record) == 2 + count + 5, (record[1], len(record))
            assert last < record[1], 'days are in order'
            last = record[1]
            values = [decimal.Decimal(value) for value in record[2:2 + count]]
            assert all(value >= 0 for value in values), record[1]
            quality, _reason, _words, updated, _loaded = record[2 + count:]
            assert QUALITY.match(quality), quality
            datetime.datetime.strptime(updated, '%Y%m%d%H%M%S')
            date = datetime.datetime.strptime(record[1], '%Y%m%d').date()
            days.append(Day(*meter, date, values, [quality[0]] * count if quality != 'V' else []))
        else:
            assert kind == '400' and len(record) == 6, record
            start, stop, quality = int(record[1]), int(record[2]), record[3]
            assert QUALITY.match(quality) and quality[0] != 'V', quality
            assert start == len(days[-1].flags) + 1 and start <= stop, 'events cover the day in order'
            days[-1].flags.extend([quality[0]] * (stop - start + 1))
    for day in days:
        assert len(day.flags) == len(day.values), (day.date, 'events cover the whole day')
    return days
