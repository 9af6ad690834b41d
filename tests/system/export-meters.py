#!/usr/bin/env python3
# export-meters.py SANDBOX CONSENTCTL DATA: meter files of the industry, which were turned into records of the standard, are
# exported as NEM12 again: every interval of every register and day must come back.
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import datetime
import decimal
import json
import os
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'support'))

import readers
from two_programs import TwoPrograms

# The records, and the file that they were made from.
PAIRS = {
    'meter-cds/usage-5min-solar-2023-03.json': 'meter-nem12/Example_NEM12_month_solar.csv',
    'meter-cds/usage-15min-two-nmis-three-meters-Wh.json': 'meter-nem12/Example_NEM12_multiple_meters.csv',
    'meter-cds/usage-30min-substituted-kvarh.json': 'meter-nem12/Example_NEM12_substituted_interval.csv',
}


def read_records(path):
    with open(path, encoding='utf-8') as file:
        found = json.load(file)
    return found if isinstance(found, list) else found.get('data', found)['reads']


def write_customer(path, records):
    """An all-data file of one customer, whose service points have these reads."""
    points = [{'servicePoint': {'servicePointId': point, 'nationalMeteringId': f'NMI{number:07}',
                                'servicePointClassification': 'SMALL', 'servicePointStatus': 'ACTIVE',
                                'jurisdictionCode': 'NSW', 'validFromDate': '2003-01-01',
                                'lastUpdateDateTime': '2023-01-01T00:00:00Z'},
               'usage': [record for record in records if record['servicePointId'] == point]}
              for number, point in enumerate(dict.fromkeys(record['servicePointId'] for record in records))]
    account = {'account': {'accountId': 'e1', 'creationDate': '2003-01-01', 'plans': []}}
    customer = {'customerId': 'metered', 'customer': {'customerUType': 'person', 'person': {
        'lastName': 'Metered', 'middleNames': [], 'phoneNumbers': [], 'emailAddresses': [], 'physicalAddresses': []}},
        'energy': {'accounts': [account], 'servicePoints': points}}
    with open(path, 'w', encoding='utf-8') as file:
        json.dump({'holders': [{'holderId': 'made-up', 'holder': {
            'unauthenticated': {}, 'authenticated': {'customers': [customer]}}}]}, file)


def read_original(path):
    """The days of a file by register suffix, unit, length and date; the NMIs are not in the records."""
    days = []
    with open(path, encoding='utf-8', newline='') as file:
        for record in csv.reader(file):
            if record[0] == '200':
                suffix, unit, length = record[4], record[7].upper(), int(record[8])
            elif record[0] == '300':
                date = datetime.datetime.strptime(record[1], '%Y%m%d').date()
                days.append((suffix, unit, length, date,
                             tuple(decimal.Decimal(value) for value in record[2:2 + 1440 // length])))
    return days


def main():
    sandbox, consentctl, data = sys.argv[1:]
    missing = [name for pair in PAIRS.items() for name in pair if not os.path.exists(os.path.join(data, name))]
    if missing:
        print('skipped: the shared data are not here:', *missing)
        sys.exit(77)
    records = [record for name in PAIRS for record in read_records(os.path.join(data, name))]
    wanted = sorted(day for name in PAIRS.values() for day in read_original(os.path.join(data, name)))
    with tempfile.TemporaryDirectory() as folder:
        write_customer(os.path.join(folder, 'meters.json'), records)
        service = TwoPrograms(sandbox, consentctl, '--data', os.path.join(folder, 'meters.json'))
        try:
            end_user_id = service.add_end_user(next(row for row in service.customers() if row['source'] == 'data'))
            path = os.path.join(folder, 'meters.csv')
            service.call('export', '--user', end_user_id, '--format', 'nem12', '--output', path)
        finally:
            service.close()
        found = sorted((day.suffix, day.unit, day.length, day.date, tuple(day.values)) for day in readers.nem12(path))
    print(f'{len(found)} days of {len(wanted)}, {sum(len(day[-1]) for day in found)} intervals, '
          + ('all equal' if found == wanted else 'not all equal'))
    sys.exit(0 if found == wanted else 1)


main()
