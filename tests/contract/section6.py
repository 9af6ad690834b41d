# section6.py: permissions and how consents end
# SPDX-License-Identifier: GPL-3.0-or-later
from matching import Each, OneOf, Some
from rows import Row, Without, asked, get
from screens import go
from section1 import DATA, by
from service import Answer

BANKING = ('accounts', 'balances', 'transactions', 'payees', 'direct_debits', 'scheduled_payments')
ENERGY = ('energy_accounts', 'energy_balances', 'usage', 'billing', 'invoices', 'concessions', 'service_points', 'der',
          'payment_schedule')
# Which permission a path needs.
NEEDED = {
    'banking/accounts': 'accounts', 'banking/balances': 'balances', 'banking/transactions': 'transactions',
    'banking/payees': 'payees', 'banking/acccounts/direct-debits': 'direct_debits',
    'banking/payments/scheduled': 'scheduled_payments', 'energy/accounts': 'energy_accounts',
    'energy/balances': 'energy_balances', 'energy/usage': 'usage', 'energy/billing': 'billing', 'energy/invoice': 'invoices',
    'energy/concessions': 'concessions', 'energy/service-points': 'service_points', 'energy/der': 'der',
    'energy/payment-schedules': 'payment_schedule'}


def consent_of(service, user):
    return service.call('GET', 'consent?end_user_id=' + user)['body']['consents'][0]


def ended(service, how):
    """A consent that ended in one of the four ways, and what is left of its data."""
    user = service.add_end_user()
    consent = service.grant(user, service.bank)
    if how == 'you':
        service.call('DELETE', 'consent/' + consent)
    elif how == 'time':
        with service.later('P90D'):
            rows = service.call('GET', 'banking/accounts?end_user_id=' + user)
            return {'consent': consent_of(service, user), 'status': rows['status'], 'rows': len(rows['body']['accounts'])}
    else:
        service.call('POST', f'/sandbox/consents/{consent}/end', {'how': how})
    rows = service.call('GET', 'banking/accounts?end_user_id=' + user)
    return {'consent': consent_of(service, user), 'status': rows['status'], 'rows': len(rows['body']['accounts'])}


ENDED = {'consent': {'active': False, 'termination_reason': 'Expired or Revoked'}, 'status': 200, 'rows': 0}


def without_permission(service, path, root):
    """A data call of an end user whose consents lack just the permission for it."""
    kept = [name for name in BANKING + ENERGY if name != NEEDED[path]]
    user = service.add_end_user()
    service.grant(user, service.bank, permissions=[name for name in kept if name in BANKING])
    service.grant(user, service.retailer, permissions=[name for name in kept if name in ENERGY])
    answer = service.call('GET', f'{path}?end_user_id={user}')
    return Answer(status=answer['status'], body=len(answer['body'][root]))


def one_account(service):
    """The accounts that transactions and balances of a consent for one account are about."""
    user = service.add_end_user()
    service.grant(user, service.bank, account_ids=[service.names['account']])
    found = set()
    for root in ('accounts', 'balances', 'transactions'):
        rows = service.call('GET', f'banking/{root}?end_user_id={user}&page[size]=1000')['body'][root]
        found.add(tuple(sorted({row['account_id'] for row in rows})))
    return found == {(service.names['account'],)}


def granted_again(service):
    """After a revoked consent a new one gives the data back."""
    user = service.add_end_user()
    service.call('DELETE', 'consent/' + service.grant(user, service.bank))
    before = service.call('GET', 'banking/accounts?end_user_id=' + user)['body']['accounts']
    service.grant(user, service.bank)
    after = service.call('GET', 'banking/accounts?end_user_id=' + user)['body']['accounts']
    return [len(before), len(after) > 0]


ROWS = [
    Row('6', f'the permission {name} is of banking', get('permissions?industry=banking'), 200,
        Some({'name': name, 'industry': 'banking'})) for name in BANKING
] + [
    Row('6', f'the permission {name} is of energy', get('permissions?industry=energy'), 200,
        Some({'name': name, 'industry': 'energy'})) for name in ENERGY
] + [
    Row('6', 'the permission identity is common', get('permissions'), 200, Some({'name': 'identity', 'industry': 'common'})),
    Row('6', 'there are no others', get('permissions'), 200, Each({'name': OneOf(*BANKING, *ENERGY, 'identity')})),
    Row('6', 'the granted ones are in the consent\'s permissions', asked(
        lambda service: go(service, {'permissions': ['accounts', 'identity']}) and consent_of(
            service, service.names['session_user'])['permissions']), body=['accounts', 'identity']),
] + [
    Row('6', f'without {NEEDED[path]} there is nothing at {path}', asked(without_permission, path, root), 200, 0)
    for path, root, _prefix in DATA
] + [
    Row('6', 'the accounts of the consent decide what is returned', asked(one_account), body=True),
    Row('6', 'a consent is active once it is made', by('banking/accounts'), 200, {'accounts': Each(dict)}),
    Row('6', 'it ends by the end user at the institution', asked(ended, 'institution'), body=ENDED),
    Row('6', 'it ends by expiry', asked(ended, 'time'), body=ENDED),
    Row('6', 'it ends when all accounts are closed', asked(ended, 'accounts_closed'), body=ENDED),
    Row('6', 'it ends by you', asked(ended, 'you'), body=ENDED),
    Row('6', 'after the end the data is out of reach until a new consent', asked(granted_again), body=[0, True]),
    Row('6', 'the duration is in seconds, up to 12 months', get('consent'), 200, {'consents': Each({'duration': 7776000})}),
]

WITHOUT = [
    Without('6', 'scopes of the API key', 'stands in 1.2'),
    Without('6', 'every end sends a webhook', 'stands in section 4'),
    Without('6', 'the duration is set in the Console', 'about the Console'),
    Without('6', 'renew before expiry', 'a duty of the client; arrangement_id has rows in 2.2'),
    Without('6', 'duties before going live', 'duties of the client'),
    Without('6', 'advice not to store accounts and balances', 'advice'),
    Without('6', 'a provider number such as DHBNK000007 is no institution id', 'about another register'),
]
