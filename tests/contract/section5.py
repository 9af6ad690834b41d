# section5.py: testing against the sandbox
# SPDX-License-Identifier: GPL-3.0-or-later
import re

from matching import Each, Some
from rows import Row, Without, asked, get, post
from screens import create_session, go
from section1 import UUID, by


def made(service, count):
    """Many end users, each with a consent."""
    for _number in range(count):
        service.grant(service.add_end_user(), service.bank)
    return len(service.call('GET', 'consent?active=true&page[size]=1000')['body']['consents']) > count


def first_steps(service):
    """The guide's steps: token, end user, session, Allow, institution, e-mail, code, account, confirm; then the data."""
    service.renew()
    user = service.call('POST', 'end-users', {'name': 'Test', 'email': 'test@example.com', 'phone': '+61491570156'})
    walk = go(service, {'end_user_id': user['body']['end_user_id']}, accounts=1)
    rows = service.call('GET', 'banking/accounts?end_user_id=' + user['body']['end_user_id'])['body']['accounts']
    return {'consent': walk.result()['body']['parameters']['consent_id'], 'accounts': len(rows)}


ROWS = [
    Row('5', 'any number of end users and consents', asked(made, 60), body=True),
    Row('5', 'banking sample data', by('banking/transactions'), 200, {'transactions': Each({'fiskil_id': str})}),
    Row('5', 'energy sample data', by('energy/usage'), 200, {'usage': Each({'fiskil_id': str})}),
    Row('5', 'token, end user, session, Allow, institution, e-mail, code, account, confirm', asked(first_steps),
        body={'consent': re.compile(UUID), 'accounts': 1}),
    Row('5', '88888 is the banking sandbox data holder', get('institutions/88888'), 200, {'id': '88888', 'industry': 'banking'}),
    Row('5', 'an account of TRANS_AND_SAVINGS_ACCOUNTS', by('banking/accounts'), 200,
        {'accounts': Some({'product_category': 'TRANS_AND_SAVINGS_ACCOUNTS'})}),
    Row('5', 'pending transactions', by('banking/transactions?status=PENDING'), 200,
        {'transactions': Each({'status': 'PENDING'})}),
    Row('5', 'posted transactions', by('banking/transactions?status=POSTED'), 200, {'transactions': Each({'status': 'POSTED'})}),
    Row('5', 'a wrong code can be tried', asked(lambda service: go(service, until='code', then={'code': '000000'}).result()),
        422, {'screen': {'code': re.compile('[0-9]{6}')}}),
    Row('5', 'the code is not fixed', asked(lambda service: len({
        go(service, until='code', then='stop').screen.code for _number in range(3)})), body=3),
]

WITHOUT = [
    Without('5', 'how to sign up', 'about the Console'),
    Without('5', 'one consent for each test user', 'advice'),
    Without('5', 'the energy sandbox institution', 'unknown in the source'),
    Without('5', 'personas and error triggers of the sample accounts', 'unknown in the source'),
    Without('5', '781 transactions of real merchants', 'the sandbox invents its merchants'),
    Without('5', 'which edge cases to exercise', 'advice'),
]
