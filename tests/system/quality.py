#!/usr/bin/env python3
# quality.py SANDBOX CONSENTCTL FILE: what consentctl finds in an all-data file, against counts that are made here from the file
# itself (hard-cases.md 2, 3, 14, 17, 24, 25). Each customer is an end user with a consent for each industry.
# SPDX-License-Identifier: GPL-3.0-or-later
import collections
import json
import os
import re
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'support'))

from two_programs import TwoPrograms

# What the standard calls a DateString, by its place in a customer, and where the service sends it.
DATE_FIELDS = {
    'banking.accounts.account.creationDate': ('banking.accounts', 'creation_date'),
    'banking.payees.creationDate': ('banking.payees', 'creation_date'),
    'banking.payments.recurrence.nextPaymentDate': ('banking.scheduled-payments', 'recurrence.next_payment_date'),
    'banking.payments.recurrence.onceOff.paymentDate':
        ('banking.scheduled-payments', 'recurrence.once_off.payment_date'),
    'banking.payments.recurrence.intervalSchedule.finalPaymentDate':
        ('banking.scheduled-payments', 'recurrence.interval_schedule.final_payment_date'),
    'banking.payments.recurrence.lastWeekDay.finalPaymentDate':
        ('banking.scheduled-payments', 'recurrence.last_week_day.final_payment_date'),
    'customer.organisation.establishmentDate': ('common.identity', 'customer.organisation.establishment_date'),
    'energy.accounts.account.creationDate': ('energy.accounts', 'creation_date'),
    'energy.accounts.account.plans.planOverview.startDate': ('energy.accounts', 'plans.plan_overview.start_date'),
    'energy.accounts.account.plans.planOverview.endDate': ('energy.accounts', 'plans.plan_overview.end_date'),
    'energy.accounts.concessions.startDate': ('energy.concessions', 'start_date'),
    'energy.accounts.concessions.endDate': ('energy.concessions', 'end_date'),
    'energy.accounts.invoices.dueDate': ('energy.invoices', 'due_date'),
    'energy.accounts.invoices.issueDate': ('energy.invoices', 'issue_date'),
    'energy.accounts.invoices.payOnTimeDiscount.date': ('energy.invoices', 'pay_on_time_discount.date'),
    'energy.accounts.invoices.period.startDate': ('energy.invoices', 'period.start_date'),
    'energy.accounts.invoices.period.endDate': ('energy.invoices', 'period.end_date'),
    'energy.servicePoints.der.acConnections.commissioningDate': ('energy.der', 'ac_connections.commissioning_date'),
    'energy.servicePoints.servicePoint.validFromDate': ('energy.service-points', 'valid_from_date'),
    'energy.servicePoints.usage.readStartDate': ('energy.usage', 'read_start_date'),
}
PLAN_DATE_FIELDS = {
    'electricityContract.controlledLoad.startDate': 'electricity_contract.controlled_load.start_date',
    'electricityContract.controlledLoad.endDate': 'electricity_contract.controlled_load.end_date',
    'electricityContract.discounts.endDate': 'electricity_contract.discounts.end_date',
    'gasContract.discounts.endDate': 'gas_contract.discounts.end_date',
}
DATE_TIME = re.compile(r'\d{4}-\d\d-\d\dT')


def leaves(value, path=''):
    """Every text of a value with its path; positions in arrays are left out."""
    if isinstance(value, dict):
        for key, member in value.items():
            yield from leaves(member, f'{path}.{key}' if path else key)
    elif isinstance(value, list):
        for element in value:
            yield from leaves(element, path)
    elif isinstance(value, str):
        yield path, value


def count_date_times(value):
    return collections.Counter(path for path, text in leaves(value) if DATE_TIME.match(text))


def expect_customer(customer, n_consents):
    """The findings of one customer: (data set, rule, field) -> count."""
    expected = collections.Counter()
    for path, count in count_date_times(customer).items():
        plan = path.removeprefix('energy.accounts.account.plans.planDetail.')
        if path in DATE_FIELDS:
            # Every consent shows who its customer is.
            times = n_consents if path.startswith('customer.') else 1
            expected[DATE_FIELDS[path][0], 'date-time-in-date', DATE_FIELDS[path][1]] += count * times
        elif plan in PLAN_DATE_FIELDS:
            expected['energy.accounts', 'date-time-in-date', 'plans.plan_detail.' + PLAN_DATE_FIELDS[plan]] += count
    texts = collections.Counter(leaves(customer))
    expected['energy.usage', 'empty-text', 'register_suffix'] = texts['energy.servicePoints.usage.registerSuffix', '']
    expected['energy.invoices', 'empty-text', 'balance_at_issue'] = texts['energy.accounts.invoices.balanceAtIssue', '']
    expected['banking.scheduled-payments', 'mandatory-missing', 'payment_set.amount'] = sum(
        'amount' not in payment and not payment.get('isAmountCalculated')
        for schedule in customer['banking'].get('payments') or [] for payment in schedule['paymentSet'])
    expected['energy.usage', 'interval-count', 'interval_read.read_interval_length'] = sum(
        usage['intervalRead']['readIntervalLength'] * len(usage['intervalRead']['intervalReads']) != 1440
        for point in customer['energy'].get('servicePoints') or [] for usage in point.get('usage') or []
        if usage.get('intervalRead'))
    return +expected


def expect_offers(holder):
    expected = collections.Counter()
    for path, count in count_date_times(holder['unauthenticated']['energy']['plans']).items():
        if path in PLAN_DATE_FIELDS:
            expected['energy.plan-detail', 'date-time-in-date', PLAN_DATE_FIELDS[path]] += count
    return expected


def find(programs, customers):
    """Returns what consentctl finds for one customer, who shares with each of their institutions."""
    found = collections.Counter()
    for finding in programs.call('quality', '--user', programs.add_end_user(*customers))['findings']:
        found[finding['resource'], finding['rule'], finding['field']] += finding['count']
        assert finding['path'].startswith('$'), finding
    return found


def check(faults, who, expected, found):
    for key, count in sorted(expected.items()):
        if found[key] != count:
            faults.append(f'{who}: {" ".join(key)}: {found[key]}, but the file has {count}')
    for key, count in sorted(found.items()):
        if key[1] == 'date-time-in-date' and key not in expected:
            faults.append(f'{who}: {" ".join(key)}: {count}, but the file has none')


def main():
    sandbox, consentctl, path = sys.argv[1:]
    if not os.path.exists(path):
        print(f'skipped: {path} is not there')
        sys.exit(77)
    with open(path, encoding='utf-8') as file:
        holder = json.load(file)['holders'][0]['holder']
    faults = []
    total = collections.Counter()
    offers = expect_offers(holder)
    programs = TwoPrograms(sandbox, consentctl, '--data', path)
    try:
        rows = [row for row in programs.customers() if row['source'] == 'data']
        for customer in holder['authenticated']['customers']:
            own = [row for row in rows if row['customer_id'] == customer['customerId']]
            check(faults, customer['customerId'][:8], expect_customer(customer, len(own)) + offers, find(programs, own))
            total += expect_customer(customer, 1)
    finally:
        programs.close()
    print(sum(count for key, count in total.items() if key[1] == 'date-time-in-date'), 'date-times in date fields of',
          len(holder['authenticated']['customers']), 'customers,', sum(offers.values()), 'in the plans')
    for rule in ('empty-text', 'mandatory-missing', 'interval-count'):
        print(*(f'{count} {" ".join(key)}' for key, count in sorted(total.items()) if key[1] == rule), sep='\n')
    print('\n'.join(faults) or 'all counts are those of the file')
    sys.exit(1 if faults else 0)


main()
