#!/usr/bin/env python3
# contract.py [SECTION …]: the sandbox (DESK_TEST_SANDBOX) against the description of the Fiskil Data API, one row for
# each of its statements
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys

sys.dont_write_bytecode = True
sys.path[:0] = [os.path.dirname(__file__), os.path.join(os.path.dirname(__file__), '..', 'support')]

import section1
import section2
import section3
import section4
import section5
import section6
from matching import differences
from service import Service, program_path

SECTIONS = (section1, section2, section3, section4, section5, section6)


def start(section):
    """A fresh sandbox with what the rows of the section take for granted."""
    service = Service(program_path(), *getattr(section, 'OPTIONS', ()))
    customers = service.customers()
    service.bank = next(row for row in customers if row['industry'] == 'banking')
    service.retailer = next(row for row in customers if row['industry'] == 'energy')
    user = service.add_end_user()
    service.names.update(
        user=user, retailer=service.retailer['institution_id'],
        bank_consent=service.grant(user, service.bank), energy_consent=service.grant(user, service.retailer),
        empty_user=service.add_end_user('nobody@example.com'))
    for name, path, member in (('account', 'banking/accounts', 'accounts'), ('energy_account', 'energy/accounts', 'accounts'),
                               ('point', 'energy/service-points', 'service_points')):
        row = service.call('GET', f'{path}?end_user_id={user}')['body'][member][0]
        service.names[name] = row['service_point_id' if name == 'point' else 'account_id']
    return service


def check(service, row):
    """One row in each of its versions: the differences."""
    for version in row.versions:
        try:
            found = list(differences(row.ask.run(service, version), row.pattern()))
        except Exception as error:
            found = [f'{type(error).__name__}: {error}']
        yield from (f'{version + ": " if version else ""}{text}' for text in found)


def check_section(section):
    """How many rows fail."""
    service = start(section)
    failing = 0
    try:
        for row in section.ROWS:
            faults = list(check(service, row))
            print(f"{'not ok' if faults else 'ok'} {row.section} {row.statement}")
            for fault in faults[:4]:
                print(f'#   section {row.section}: {fault}')
            failing += bool(faults)
    finally:
        service.close()
    return failing


def main():
    named = {section.__name__: section for section in SECTIONS}
    unknown = [name for name in sys.argv[1:] if name not in named]
    if unknown:
        print('usage: contract.py [SECTION …], of', *named, file=sys.stderr)
        sys.exit(2)
    chosen = [named[name] for name in sys.argv[1:]] or SECTIONS
    failing = sum(check_section(section) for section in chosen)
    without = [statement for section in chosen for statement in section.WITHOUT]
    for statement in without:
        print(f'# no row: {statement.section} {statement.statement}: {statement.reason}')
    rows = sum(len(section.ROWS) for section in chosen)
    print(f'{rows} statements with a row, {failing} of them fail; {len(without)} statements without a row')
    sys.exit(1 if failing else 0)


main()
