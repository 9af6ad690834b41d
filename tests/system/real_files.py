# real_files.py: files that others made, cut into the data sets that Fiskil would make of them. It renames keys as the
# contract says, on its own, so that it shares no mistake with the programs.
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import re

# Names that the rule does not give.
RENAMED = {
    'toUType': 'to_utype', 'x2p101Payload': 'x2p101_payload', 'readQualities': 'readQualities',
    'buildingName1': 'building_name_1', 'buildingName2': 'building_name_2',
}
KEPT_IN_CONTROLLED_LOAD = ('singleRate', 'timeOfUseRates')


class Number(str):
    """The digits of a number, as they stand in the file."""


def write(value):
    """JSON with every number as it stands in the file."""
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, dict):
        return '{' + ','.join(f'{json.dumps(key)}:{write(item)}' for key, item in value.items()) + '}'
    if isinstance(value, list):
        return '[' + ','.join(map(write, value)) + ']'
    return json.dumps(value, ensure_ascii=False)


def read(text):
    return json.loads(text, parse_float=Number, parse_int=Number)


def snake(name):
    if name in RENAMED:
        return RENAMED[name]
    name = re.sub(r'([A-Z])([A-Z][a-z])', r'\1_\2', name)
    return re.sub(r'([a-z0-9])([A-Z])', r'\1_\2', name).lower()


def rename(value, inside=None):
    if isinstance(value, list):
        return [rename(item, inside) for item in value]
    if not isinstance(value, dict):
        return value
    return {key if inside == 'controlledLoad' and key in KEPT_IN_CONTROLLED_LOAD else snake(key): rename(item, key)
            for key, item in value.items()}


def without(record, *names):
    return {key: value for key, value in record.items() if key not in names}


def customer_records(customer):
    """(data set, record) of one customer of an all-data file."""
    if 'customer' in customer:
        yield 'common.identity', customer['customer']
    banking = customer.get('banking') or {}
    for account in banking.get('accounts') or []:
        yield 'banking.accounts', account['account']
        if account.get('balance'):
            yield 'banking.balances', account['balance']
        for row in account.get('transactions') or []:
            yield 'banking.transactions', row
    for member, name in (('directDebits', 'direct-debits'), ('payees', 'payees'), ('payments', 'scheduled-payments')):
        for row in banking.get(member) or []:
            yield 'banking.' + name, row
    yield from energy_records(customer.get('energy') or {})


def energy_records(energy):
    for account in energy.get('accounts') or []:
        yield 'energy.accounts', account['account']
        account_id = account['account']['accountId']
        if 'balance' in account:
            yield 'energy.balances', {'accountId': account_id, 'balance': account['balance']}
        for member, name in (('invoices', 'invoices'), ('transactions', 'billing'), ('concessions', 'concessions'),
                             ('paymentSchedule', 'payment-schedules')):
            for row in account.get(member) or []:
                yield 'energy.' + name, {'accountId': account_id, **row}
    for point in energy.get('servicePoints') or []:
        yield 'energy.service-points', point['servicePoint']
        if point.get('der'):
            yield 'energy.der', point['der']
        for row in point.get('usage') or []:
            yield 'energy.usage', row


def all_data_records(root):
    for holder in root['holders']:
        offers = holder['holder'].get('unauthenticated') or {}
        for industry, name in (('banking', 'product'), ('energy', 'plan')):
            for row in (offers.get(industry) or {}).get(name + 's') or []:
                yield f'{industry}.{name}-detail', row
        for customer in holder['holder']['authenticated']['customers']:
            yield from customer_records(customer)


def seed_records(root):
    """(data set, record) of a seed file, whose names begin with a capital and whose amounts may be numbers."""
    for customer in root['Customers']:
        yield 'common.identity', without(customer, 'Accounts', 'LoginId')
        for account in customer.get('Accounts') or []:
            is_bank = 'ProductCategory' in account
            yield ('banking' if is_bank else 'energy') + '.accounts', without(account, 'Transactions')
            for row in account.get('Transactions') or []:
                yield 'banking.transactions', {'AccountId': account['AccountId'], **row}
            for row in account.get('AccountConcessions') or []:
                yield 'energy.concessions', {'AccountId': account['AccountId'], **row}
            for plan in account.get('AccountPlans') or []:
                for row in plan.get('ServicePoints') or []:
                    yield 'energy.service-points', row
    for row in root.get('Plans') or []:
        yield 'energy.plans', row


def records_of(folder, name, root):
    if folder == 'dsb':
        return list(all_data_records(root))
    if folder == 'accc':
        return list(seed_records(root)) if 'Customers' in root else []
    if folder == 'dsb-java':
        kind = {'account': 'banking.accounts', 'balance': 'banking.balances', 'product': 'banking.product-detail'}
        return [(kind.get(name.rstrip('.json0123456789'), 'energy.plan-detail'), root)]
    if folder == 'products-real':
        return [('banking.product-detail', root['data'])]
    if folder == 'plans-real':
        return [('energy.plan-detail', root['data'])]
    if folder == 'meter-cds':
        return [('energy.usage', row) for row in root['data']['reads']]
    if 'products' in root['data']:
        return [('banking.products', row) for row in root['data']['products']]
    return [('energy.plans', row) for row in root['data']['plans']]


def load(folder, path):
    """Returns data set -> records as Fiskil would send them."""
    with open(path, encoding='utf-8') as file:
        root = read(file.read())
    data_sets = {}
    for number, (data_set, record) in enumerate(records_of(folder, os.path.basename(path), root)):
        added = {} if data_set.split('.')[1] in ('products', 'plans', 'product-detail', 'plan-detail') else {
            'fiskil_id': f'{snake(data_set.split(".")[1])}_{number}', 'arrangement_id': 'c1', 'institution_id': '1'}
        data_sets.setdefault(data_set, []).append({**rename(record), **added})
    return data_sets
