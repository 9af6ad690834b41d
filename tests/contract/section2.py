# section2.py: the end points
# SPDX-License-Identifier: GPL-3.0-or-later
import re

from matching import ABSENT, ANY, All, Each, Everywhere, Exactly, Length, NUMBER, OneOf, Ordered, Some
from rows import Row, Without, asked, delete, fill, get, post, steps
from screens import Walk, create_session, go, open_session
from section1 import AMOUNT, DATA, DATE, INSTANT, KSUID, NEW, UUID, by
from service import Answer

ARRANGEMENT = re.compile(UUID)
LINKS = {'links': dict}
FULL_USER = {'email': 'full@example.com', 'name': 'Ada Full', 'phone': '+61491570156', 'abn': '51 824 753 556'}


def first(service, path, root, version=None):
    """The first record of a data set, of the end user who shares everything."""
    headers = {'X-Fiskil-Version': version} if version else None
    return service.call('GET', fill(path, service.names), headers=headers)['body'][root][0]


def product_detail(service, path='banking/products/'):
    rows = service.call('GET', 'banking/products?instituition_id=88888')['body']['products']
    return service.call('GET', path + rows[0]['product_id'])


def plan_detail(service):
    rows = service.call('GET', 'energy/plans?institution_id=' + service.names['retailer'])['body']['plans']
    return service.call('GET', 'energy/plans/' + rows[0]['plan_id'])


def override(service, category='GENERAL_MERCHANDISE_SUPERMARKETS', key=None):
    """A changed category: the answer, and what the transaction says afterwards."""
    path = 'banking/transactions?page[size]=1000&end_user_id={user}&status=POSTED'
    row = first(service, path, 'transactions')
    answer = service.call('POST', 'banking/transactions/category',
                          {'fiskil_transaction_id': key or row['fiskil_id'], 'secondary_category': category})
    after = next(other for other in service.call('GET', fill(path, service.names))['body']['transactions']
                 if other['fiskil_id'] == row['fiskil_id'])
    return Answer(status=answer['status'], body={'answer': answer['body'], 'category': after['category']})


def filtered(service, path, root, member):
    """A filter with the first record's own value: whether all that comes has it, and whether it leaves some out."""
    everything = service.every(fill(path, service.names), root)
    value = everything[0][member]
    rows = service.every(fill(path, service.names) + f'&{member}={value}', root)
    nothing = service.call('GET', fill(path, service.names) + f'&{member}=none')['body'][root]
    return {'fits': bool(rows) and all(row[member] == value for row in rows),
            'all of them': len(rows) == sum(row[member] == value for row in everything), 'none': len(nothing)}


def filtered_inside(service):
    """Whether billing of one invoice is of that invoice only; the number is in the part that the tag names."""
    path = f"energy/billing?page[size]=1000&end_user_id={service.names['user']}"

    def number(row):
        return next((part['invoice_number'] for part in row.values() if isinstance(part, dict) and 'invoice_number' in part), None)
    everything = service.call('GET', path)['body']['billing']
    wanted = next(filter(None, map(number, everything)))
    rows = service.call('GET', path + '&invoice_number=' + wanted)['body']['billing']
    return bool(rows) and {number(row) for row in rows} == {wanted} and len(rows) < len(everything)


FILTERED = {'fits': True, 'all of them': True, 'none': 0}


def transactions(service, query):
    path = fill('banking/transactions?page[size]=1000&end_user_id={user}&' + query, service.names)
    return service.every(path, 'transactions')


def counts(service, *queries):
    return [len(transactions(service, query)) for query in queries]


def adds_up(service, whole, *parts):
    found = counts(service, whole, *parts)
    return found[0] == sum(found[1:]) and all(found)


def undated(service):
    """How many of the rows without both times a filter by time leaves in."""
    rows = transactions(service, 'from=1990-01-01T00:00:00Z&to=2990-01-01T00:00:00Z')
    return sum('posting_date_time' not in row and 'execution_date_time' not in row for row in rows)


def posted_time(service):
    """Whether the filter looks at the posted time where there is one."""
    rows = [row for row in transactions(service, 'status=POSTED')
            if row.get('execution_date_time', row['posting_date_time']) != row['posting_date_time']]
    time = rows[0]['posting_date_time'].replace('+', '%2B')
    return rows[0]['fiskil_id'] in [row['fiskil_id'] for row in transactions(service, f'from={time}&to={time}')]


def deleted_user(service):
    user = service.add_end_user()
    service.grant(user, service.bank)
    service.call('DELETE', 'end-users/' + user)
    return user


def accounts_of_deleted(service):
    return service.call('GET', 'banking/accounts?end_user_id=' + deleted_user(service))


def consents_of_deleted(service):
    return service.call('GET', 'consent?active=true&end_user_id=' + deleted_user(service))


def two_banks(service):
    """How many consents the records of one end user with two consents come from."""
    user = service.add_end_user()
    service.grant(user, service.bank)
    other = [row for row in service.customers() if row['industry'] == 'banking'][1]
    service.grant(user, other)
    rows = service.call('GET', 'banking/accounts?end_user_id=' + user)['body']['accounts']
    return len({row['arrangement_id'] for row in rows})


def revoked(service):
    user = service.add_end_user()
    consent = service.grant(user, service.bank)
    answer = service.call('DELETE', 'consent/' + consent)
    after = service.call('GET', 'consent?end_user_id=' + user)['body']['consents'][0]
    rows = service.call('GET', 'banking/accounts?end_user_id=' + user)['body']['accounts']
    return Answer(status=answer['status'], body={'consent': after, 'accounts': rows})


def logos(service):
    consent = service.call('GET', 'consent?end_user_id=' + service.names['user'])['body']['consents'][0]
    institution = service.call('GET', 'institutions/' + consent['institution_id'])['body']
    answers = [service.ask('GET', url) for url in (consent['app_logo'], consent['institution_logo'], institution['icon'])]
    return [{'status': answer['status'], 'kind': answer['headers']['content-type']} for answer in answers]


def recommended(service):
    path = 'institutions?client_id=' + service.names['client_id']
    everything = service.call('GET', path)['body']
    rows = service.call('GET', path + '&institution_mode=recommended')['body']
    return {'one of each industry': sorted(row['industry'] for row in rows), 'of all': all(row in everything for row in rows)}


def renew_as_other(service):
    """A consent is renewed: somebody else logs in."""
    consent = go(service, {'institution_id': '88888'}).result()['body']['parameters']['consent_id']
    other = next(row for row in service.customers() if row['institution_id'] == '88888' and row['login'] != service.bank['login'])
    return go(service, {'end_user_id': service.names['session_user'], 'arrangement_id': consent, 'institution_id': '88888'},
              'login', {'email': other['login']}).result()


def session_answer(service, body=None):
    return create_session(service, **(body or {}))


def second_use(service):
    walk = go(service)
    walk.open(service.ready['auth'] + '?sess_id=' + service.names['session'])
    return walk.result()


def session_after(service, duration):
    """What the screens show for a session of that age."""
    session = create_session(service)
    with service.later(duration):
        return open_session(service, session['session_id'])


def renewed(service):
    """A second walk that names the arrangement: how the consent is afterwards, and what was asked."""
    consent = go(service, {'institution_id': '88888'}).result()['body']['parameters']['consent_id']
    user = service.names['session_user']
    before = service.call('GET', 'consent?end_user_id=' + user)['body']['consents']
    with service.later('P1D'):
        walk = Walk(service)
        walk.open(create_session(service, end_user_id=user, arrangement_id=consent)['auth_url'])
        places = walk.finish(service.bank['login'])
        after = service.call('GET', 'consent?end_user_id=' + user)['body']['consents']
    return {'consents': len(after), 'same': after[0]['arrangement_id'] == consent,
            'longer': after[0]['expires_at'] > before[0]['expires_at'], 'accounts asked': 'accounts' in places}


def row_of(number, method, path, root):
    """End point `number` of the table: what its 200 body has at its root."""
    query = '' if '?' in path else '?end_user_id={user}'
    return Row('2.0', f'{number}. {method} /v1/{path.split("?")[0]} answers {root}', get(path + query), 200,
               {root: Each(dict), 'links': dict})


def missing_keys(service):
    """The data sets of which some record lacks a key of Fiskil's."""
    missing = {}
    for path, root, _prefix in DATA:
        for row in service.call('GET', f"{path}?end_user_id={service.names['user']}")['body'][root]:
            for key in ('fiskil_id', 'institution_id') + (() if root == 'invoices' else ('arrangement_id',)):
                if key not in row:
                    missing[root] = key
    return missing


ROWS = [
    Row('2.0', '1. POST /v1/token answers token and expires_in', post('token', {
        'client_id': '{client_id}', 'client_secret': '{client_secret}'}, bearer=False), 200, {'token': str, 'expires_in': int}),
    Row('2.0', '2. POST /v1/end-users answers end_user_id', post('end-users', {'email': 'a@example.com'}), 200,
        Exactly({'end_user_id': str})),
    Row('2.0', '3. GET /v1/end-users answers end_users and links', get('end-users'), 200, {'end_users': Each(dict), **LINKS}),
    Row('2.0', '4. GET /v1/end-users/{id} answers an object', get('end-users/{user}'), 200, {'id': str}),
    Row('2.0', '5. POST /v1/end-users/{end_user_id} answers 204', post('end-users/{user}', {'phone': '+61491570156'}), 204),
    Row('2.0', '6. DELETE /v1/end-users/{id} answers 204', steps(
        post('end-users', {'email': 'a@example.com'}, save={'gone': 'end_user_id'}), delete('end-users/{gone}')), 204),
    Row('2.0', '7. POST /v1/auth/session answers an object', post('auth/session', {'end_user_id': '{user}'}), 200, dict),
    Row('2.0', '8. GET /v1/consent answers consents and links', get('consent'), 200, {'consents': Each(dict), **LINKS}),
    Row('2.0', '9. DELETE /v1/consent/{arrangement_id} answers 204', delete('consent/none'), 204),
    Row('2.0', '10. GET /v1/institutions answers an array', get('institutions?client_id={client_id}'), 200, Each(dict)),
    Row('2.0', '11. GET /v1/institutions/{id} answers an object', get('institutions/88888'), 200, {'id': '88888'}),
    Row('2.0', '12. GET /v1/permissions answers an array', get('permissions'), 200, Each(dict)),
    row_of(13, 'GET', 'banking/accounts', 'accounts'),
    row_of(14, 'GET', 'banking/balances', 'balances'),
    row_of(15, 'GET', 'banking/transactions', 'transactions'),
    Row('2.0', '16. POST /v1/banking/transactions/category answers message', asked(override), 200,
        {'answer': Exactly({'message': str})}),
    row_of(17, 'GET', 'banking/payees', 'payees'),
    row_of(18, 'GET', 'banking/acccounts/direct-debits', 'direct_debits'),
    row_of(19, 'GET', 'banking/payments/scheduled', 'scheduled_payments'),
    row_of(20, 'GET', 'banking/products?instituition_id=88888', 'products'),
    Row('2.0', '21. GET /v1/banking/products/{product_id} answers product', asked(product_detail), 200,
        Exactly({'product': {'product_id': str}})),
    Row('2.0', '22. GET /v1/banking/income answers income_sources and income_summary', by('banking/income'), 200,
        Exactly({'income_sources': list, 'income_summary': dict})),
    row_of(23, 'GET', 'energy/accounts', 'accounts'),
    row_of(24, 'GET', 'energy/balances', 'balances'),
    row_of(25, 'GET', 'energy/service-points', 'service_points'),
    row_of(26, 'GET', 'energy/usage', 'usage'),
    row_of(27, 'GET', 'energy/der', 'der_records'),
    row_of(28, 'GET', 'energy/plans?institution_id={retailer}', 'plans'),
    Row('2.0', '29. GET /v1/energy/plans/{plan_id} answers data', asked(plan_detail), 200, {'data': {'plan_id': str}}),
    row_of(30, 'GET', 'energy/billing', 'billing'),
    row_of(31, 'GET', 'energy/invoice', 'invoices'),
    row_of(32, 'GET', 'energy/concessions', 'concessions'),
    row_of(33, 'GET', 'energy/payment-schedules', 'payment_schedules'),
    Row('2.0', '34. GET /v1/common/identity answers identities', by('common/identity'), 200, {'identities': Each(dict)}),
    Row('2.0', '35. data freshness is there', by('data-freshness'), 200, {'data_freshness': Each({
        'institution_id': str, 'arrangement_id': ARRANGEMENT, 'data_set': str, 'last_synced_at': INSTANT}), **LINKS}),
    Row('2.0', 'every record carries fiskil_id, institution_id and, except invoices, arrangement_id',
        asked(missing_keys), body={}),
    Row('2.0', 'records keep the bank\'s own ids beside them', by('banking/accounts'), body={
        'accounts': Each({'account_id': str, 'fiskil_id': str})}),
    Row('2.0', 'no call lists sessions', get('auth/session'), OneOf(404, 405)),
    Row('2.0', 'no call reads one consent', get('consent/{bank_consent}'), OneOf(404, 405)),
    Row('2.0', 'no call manages webhooks', get('webhooks'), 404),
    Row('2.0', 'no statements', get('banking/statements?end_user_id={user}'), 404),

    Row('2.1', 'create takes email, name, phone and abn', steps(
        post('end-users', FULL_USER, save={'full': 'end_user_id'}), get('end-users/{full}')), 200, {**FULL_USER, 'id': str},
        earlier=[{'status': 200}]),
    Row('2.1', 'the email is required', post('end-users', {'name': 'Nobody'}), 400, {'name': 'bad_request'}),
    Row('2.1', 'create answers 200', post('end-users', {'email': 'a@example.com'}), 200),
    Row('2.1', 'create answers end_user_id, reading answers id', steps(
        post('end-users', {'email': 'a@example.com'}, save={'made': 'end_user_id'}), get('end-users/{made}')), 200,
        {'id': re.compile('eu_' + KSUID), 'end_user_id': ABSENT}),
    Row('2.1', 'the same email twice gives two end users', steps(
        post('end-users', {'email': 'same@example.com'}), post('end-users', {'email': 'same@example.com'}),
        get('end-users?email=same@example.com')), 200, {'end_users': Length(2)}),
    Row('2.1', 'list filters by email', get('end-users?email=nobody@example.com'), 200,
        {'end_users': [{'id': str, 'email': 'nobody@example.com'}]}),
    Row('2.1', 'list has id, email, name and phone', steps(
        post('end-users', {**FULL_USER, 'email': 'listed@example.com'}), get('end-users?email=listed@example.com')), 200,
        {'end_users': [{'id': str, 'email': 'listed@example.com', 'name': 'Ada Full', 'phone': '+61491570156'}]}),
    Row('2.1', 'update takes email, phone and abn', steps(
        post('end-users', {'email': 'old@example.com'}, save={'changed': 'end_user_id'}),
        post('end-users/{changed}', {'email': 'new@example.com', 'phone': '+61491570157', 'abn': '51824753556', 'session_id': 's'}),
        get('end-users/{changed}')), 200, {'email': 'new@example.com', 'phone': '+61491570157', 'abn': '51824753556'},
        earlier=[{}, {'status': 204}]),
    Row('2.1', 'the name cannot be updated', steps(
        post('end-users', {'email': 'n@example.com', 'name': 'Before'}, save={'named': 'end_user_id'}),
        post('end-users/{named}', {'name': 'After'}), get('end-users/{named}')), 200, {'name': 'Before'}),
    Row('2.1', 'update of one who is not there is 404 end_user_not_found', post('end-users/x', {}), 404,
        {'name': 'end_user_not_found'}),
    Row('2.1', 'deleting answers 204, a second time 404 end_user_not_found', steps(
        post('end-users', {'email': 'a@example.com'}, save={'gone': 'end_user_id'}), delete('end-users/{gone}'),
        delete('end-users/{gone}')), 404, {'name': 'end_user_not_found'}, earlier=[{}, {'status': 204}]),
    Row('2.1', 'deleting revokes the consents', asked(consents_of_deleted), 200, {'consents': []}),
    Row('2.1', 'accounts of a deleted end user are 200 and empty', asked(accounts_of_deleted), 200, {'accounts': []}),
    Row('2.1', 'an end user may have many consents, and data calls cover all', asked(two_banks), body=2),

    Row('2.2', 'a session needs end_user_id', post('auth/session', {}), 400),
    Row('2.2', 'redirect_uri and cancel_uri may be left out or empty', steps(
        post('auth/session', {'end_user_id': '{user}'}),
        post('auth/session', {'end_user_id': '{user}', 'redirect_uri': '', 'cancel_uri': ''})), 200, {'session_id': str},
        earlier=[{'status': 200}]),
    Row('2.2', 'institution_id pins the institution: the picker is skipped',
        asked(lambda service: go(service, {'institution_id': '88888'}, 'login', 'stop').result()),
        body={'origins': ['auth', 'bank']}),
    Row('2.2', 'permissions limit what is shared',
        asked(lambda service: go(service, {'permissions': ['accounts', 'balances']}) and service.call(
            'GET', 'consent?end_user_id=' + service.names['session_user'])), 200,
        {'consents': [{'permissions': ['accounts', 'balances']}]}),
    Row('2.2', 'arrangement_id renews an arrangement without choosing accounts again', asked(renewed),
        body={'consents': 1, 'same': True, 'longer': True, 'accounts asked': False}),
    Row('2.2', 'an arrangement of another end user is 400',
        post('auth/session', {'end_user_id': '{empty_user}', 'arrangement_id': '{bank_consent}'}), 400),
    Row('2.2', 'an arrangement is renewed by who gave it', asked(renew_as_other), 422, {'origins': Some('bank')}),
    Row('2.2', 'answers id (the client\'s), session_id, auth_url and expires_at', asked(session_answer),
        body=Exactly({'id': re.compile(KSUID), 'session_id': re.compile(KSUID), 'auth_url': str, 'expires_at': int})),
    Row('2.2', 'auth_url is the auth origin with sess_id', asked(session_answer),
        body={'auth_url': re.compile(r'http://127\.0\.0\.1:[0-9]+/?\?sess_id=' + KSUID)}),
    Row('2.2', 'invalid_institution_id is 400', post('auth/session', {'end_user_id': '{user}', 'institution_id': 'x'}), 400,
        {'name': 'invalid_institution_id'}),
    Row('2.2', 'end_user_not_found is 404', post('auth/session', {'end_user_id': 'x'}), 404, {'name': 'end_user_not_found'}),
    Row('2.2', 'unauthorized is 401', post('auth/session', {'end_user_id': '{user}'}, bearer=False), 401,
        {'name': 'unauthorized'}),
    Row('2.2', 'a session can be opened for almost 5 days', asked(session_after, 'P4DT23H59M'), 200, {'message': None}),
    Row('2.2', 'and not after 5 days', asked(session_after, 'P5D'), 400,
        {'message': {'errorType': 'AUTH_SESSION_INVALID'}}),
    Row('2.2', 'expires_at is 5 days on', post('auth/session', {'end_user_id': '{user}'}), 200,
        {'expires_at': 1792486800 + 5 * 86400}),
    Row('2.2', 'a session is used once: after a success it is invalid', asked(second_use), 400,
        {'message': {'errorType': 'AUTH_SESSION_INVALID'}}),
    Row('2.2', 'any host is accepted in redirect_uri, and a query is kept',
        post('auth/session', {'end_user_id': '{user}', 'redirect_uri': 'https://anything.example/a?b=c'}), 200),
    Row('2.2', 'redirect_uri is kept by the server, not in auth_url',
        post('auth/session', {'end_user_id': '{user}', 'redirect_uri': 'https://anything.example/a'}), 200,
        {'auth_url': re.compile('(?!.*anything).*')}),

    Row('2.3', 'end_user_id filters consents', get('consent?end_user_id={user}'), 200,
        {'consents': Each({'end_user_id': re.compile('eu_.*')})}),
    Row('2.3', 'active=true leaves ended ones out', get('consent?active=true'), 200, {'consents': Each({'active': True})}),
    Row('2.3', 'active=false leaves active ones out', get('consent?active=false'), 200, {'consents': Each({'active': False})}),
] + [
    Row('2.3', f'{name} of a consent', get('consent?end_user_id={user}'), 200, {'consents': Each({name: wanted})})
    for name, wanted in (
        ('arrangement_id', ARRANGEMENT), ('active', bool), ('account_ids', Each(str)), ('permissions', Each(str)),
        ('app_name', str), ('app_logo', str), ('created_at', INSTANT), ('expires_at', INSTANT),
        ('duration', OneOf(86400, 604800, 2592000, 7776000, 31536000)), ('last_accessed', INSTANT),
        ('last_consent', INSTANT), ('end_user_id', str), ('end_user_email', 'mia.chen@example.com'), ('institution_id', str),
        ('institution_name', str), ('institution_logo', str), ('institution_type', OneOf('banking', 'energy')))
] + [
    Row('2.3', 'the logos of a consent are images', asked(logos), body=Each({'status': 200, 'kind': 'image/svg+xml'})),
    Row('2.3', 'termination_reason is null while active', get('consent?end_user_id={user}&active=true'), 200,
        {'consents': Each({'termination_reason': None})}),
    Row('2.3', 'termination_reason is "Expired or Revoked" afterwards', asked(revoked), 204,
        {'consent': {'active': False, 'termination_reason': 'Expired or Revoked'}}),
    Row('2.3', 'DELETE answers 204, also for an unknown id', delete('consent/00000000-0000-0000-0000-000000000000'), 204),
    Row('2.3', 'DELETE is at once', asked(revoked), 204, {'accounts': []}),
    Row('2.3', 'the consent id is the arrangement id', asked(lambda service: service.call(
        'GET', 'consent?end_user_id=' + service.names['user'])['body']['consents'][0]['arrangement_id']
        == service.names['bank_consent']), body=True),

    Row('2.4', 'client_id is required', get('institutions'), 400, {'name': 'bad_request'}),
    Row('2.4', 'industry filters', get('institutions?client_id={client_id}&industry=energy'), 200, Each({'industry': 'energy'})),
    Row('2.4', 'sess_id is accepted', asked(lambda service: service.call(
        'GET', f"institutions?client_id={service.names['client_id']}&sess_id={create_session(service)['session_id']}")), 200,
        Each(dict)),
    Row('2.4', 'institution_mode=recommended leaves the others out', asked(recommended),
        body={'one of each industry': ['banking', 'energy'], 'of all': True}),
    Row('2.4', '404 institution_not_found', get('institutions/none'), 404, {'name': 'institution_not_found'}),
    Row('2.4', 'id, name, industry, icon, logo, is_accessible, priority and status', get('institutions/88888'), 200,
        {'id': '88888', 'name': str, 'industry': 'banking', 'icon': re.compile('http.*'), 'logo': re.compile('http.*'),
         'is_accessible': bool, 'priority': int, 'status': {'connections': {'status': 'HEALTHY'}}}),
    Row('2.4', 'the status is HEALTHY, DEGRADED or OUTAGE', get('institutions?client_id={client_id}'), 200,
        Each({'status': {'connections': {'status': OneOf('HEALTHY', 'DEGRADED', 'OUTAGE')}}})),
    Row('2.4', '88888 is there and is accessible', get('institutions?client_id={client_id}'), 200,
        Some({'id': '88888', 'is_accessible': True})),

    Row('2.5', 'permissions have name, description, industry, scope and standards', get('permissions'), 200,
        Each(Exactly({'name': str, 'description': str, 'industry': str, 'scope': str, 'standards': ['CDR']}))),
    Row('2.5', 'transactions is bank:transactions:read', get('permissions'), 200, Some(
        {'name': 'transactions', 'industry': 'banking', 'scope': 'bank:transactions:read', 'standards': ['CDR']})),
    Row('2.5', 'industry filters', get('permissions?industry=energy'), 200, Each({'industry': OneOf('energy', 'common')})),

    Row('2.6', 'end_user_id is needed', get('banking/transactions'), 400, {'name': 'InvalidRequest'}),
    Row('2.6', 'before a consent: 200 and empty', get('banking/accounts?end_user_id={empty_user}'), 200,
        Exactly({'accounts': [], 'links': {}})),
    Row('2.6', 'accounts take no filter: open_status is ignored', by('banking/accounts?open_status=CLOSED'), 200,
        {'accounts': Length(2, 99)}),
    Row('2.6', 'account_number and bsb unmasked beside masked_number', by('banking/accounts'), 200, {'accounts': Some(
        {'account_number': re.compile('[0-9]{6,10}'), 'bsb': re.compile('[0-9]{3}-?[0-9]{3}'), 'masked_number': str})}),
    Row('2.6', 'an account has display_name, product_name, product_category, account_ownership and open_status',
        by('banking/accounts'), 200, {'accounts': Each({'display_name': str, 'product_name': str, 'product_category': str,
                                                        'account_ownership': str, 'open_status': OneOf('OPEN', 'CLOSED')})}),
    Row('2.6', 'balances filter by account_id', asked(filtered, 'banking/balances?end_user_id={user}', 'balances', 'account_id'),
        body=FILTERED),
    Row('2.6', 'fetch=true with account_id reads one balance', by('banking/balances?fetch=true&account_id={account}'), 200,
        {'balances': Length(1)}),
    Row('2.6', 'a balance has account_id, current_balance, available_balance and currency', by('banking/balances'), 200,
        {'balances': Each({'account_id': str, 'current_balance': AMOUNT, 'available_balance': AMOUNT, 'currency': str})}),
    Row('2.6', 'a card\'s balance has credit_limit', by('banking/balances'), 200, {'balances': Some({'credit_limit': AMOUNT})}),
    Row('2.6', 'transactions filter by account_id',
        asked(filtered, 'banking/transactions?page[size]=1000&end_user_id={user}', 'transactions', 'account_id'), body=FILTERED),
    Row('2.6', 'from and to take offsets', by('banking/transactions?from=2026-09-01T00:00:00%2B10:00&to=2026-10-01T00:00:00%2B10:00'),
        200, {'transactions': Each({'posting_date_time': re.compile('2026-(09|10-01).*')})}),
    Row('2.6', 'a bare date in from is 400', by('banking/transactions?from=2026-09-01'), 400),
    Row('2.6', 'a bare date in to is 400', by('banking/transactions?to=2026-09-01'), 400),
    Row('2.6', 'status filters PENDING and POSTED',
        asked(adds_up, '', 'status=PENDING', 'status=POSTED'), body=True),
    Row('2.6', 'another status is 400', by('banking/transactions?status=DONE'), 400),
    Row('2.6', 'secondary_category filters, several are or', asked(
        adds_up, 'secondary_category=INCOME_SALARY&secondary_category=FOOD_AND_DRINK_GROCERIES',
        'secondary_category=INCOME_SALARY', 'secondary_category=FOOD_AND_DRINK_GROCERIES'), body=True),
    Row('2.6', 'the filter by time looks at the posted time', asked(posted_time), body=True),
    Row('2.6', 'rows with neither time are dropped by a filter by time', asked(undated), body=0),
    Row('2.6', 'category has primary_category, secondary_category and confidence_level', by('banking/transactions'), 200,
        {'transactions': Some({'category': {'primary_category': str, 'secondary_category': str, 'confidence_level':
                                            OneOf('VERY_HIGH', 'HIGH', 'MEDIUM', 'LOW')}})}),
    Row('2.6', 'the member is category, not categories', by('banking/transactions'), 200,
        {'transactions': Each({'categories': ABSENT})}),
    Row('2.6', 'a secondary category starts with the primary one', asked(lambda service: all(
        row['category']['secondary_category'].startswith(row['category']['primary_category'] + '_')
        for row in transactions(service, '') if 'category' in row)), body=True),
    Row('2.6', 'extended_data may be {"service":""}', by('banking/transactions'), 200,
        {'transactions': Some({'extended_data': Exactly({'service': ''})})}),
    Row('2.6', 'PENDING rows lack posting_date_time', by('banking/transactions?status=PENDING'), 200,
        {'transactions': Each({'posting_date_time': ABSENT, 'status': 'PENDING'})}),
    Row('2.6', 'types PAYMENT and DIRECT_DEBIT', by('banking/transactions?page[size]=1000'), 200,
        {'transactions': All(Some({'type': 'PAYMENT'}), Some({'type': 'DIRECT_DEBIT'}))}),
    Row('2.6', 'fiskil_id is not transaction_id', asked(lambda service: any(
        row['fiskil_id'] == row.get('transaction_id') for row in transactions(service, ''))), body=False),
    Row('2.6', 'pending rows come first', asked(lambda service: [
        row['status'] for row in transactions(service, '')] == ['PENDING'] * counts(service, 'status=PENDING')[0]
        + ['POSTED'] * counts(service, 'status=POSTED')[0]), body=True),
    Row('2.6', 'posted rows come latest first', asked(lambda service: Answer(body=[
        {'day': row['posting_date_time'][:10]} for row in transactions(service, 'status=POSTED')])),
        body=Ordered('day', descending=True)),
    Row('2.6', 'account_id of a transaction is the bank\'s', asked(lambda service: {
        row['account_id'] for row in transactions(service, '')} <= {row['account_id'] for row in service.call(
            'GET', 'banking/accounts?end_user_id=' + service.names['user'])['body']['accounts']}), body=True),
    Row('2.6', 'a changed category is served afterwards', asked(override), 200, {
        'category': {'primary_category': 'GENERAL_MERCHANDISE', 'secondary_category': 'GENERAL_MERCHANDISE_SUPERMARKETS'}}),
    Row('2.6', 'a category that is not in the taxonomy is 400', asked(override, 'NO_SUCH_CATEGORY'), 400,
        {'answer': {'name': str, 'message': str}}),
    Row('2.6', 'a direct debit names account, authorised entity, last debit and its time',
        by('banking/acccounts/direct-debits'), 200, {'direct_debits': Each({
            'account_id': str, 'authorised_entity': {'description': str}, 'last_debit_amount': AMOUNT,
            'last_debit_date_time': INSTANT})}),
    Row('2.6', 'a scheduled payment says to whom by to_u_type or to_utype', by('banking/payments/scheduled'), 200,
        Everywhere('scheduled_payments', Each(dict))),
    Row('2.6', 'a payee has payee_id, nickname, type and payee_u_type', by('banking/payees'), 200, {'payees': Each({
        'payee_id': str, 'nickname': str, 'type': OneOf('BILLER', 'DOMESTIC', 'INTERNATIONAL', 'DIGITAL_WALLET')})}),
    Row('2.6', 'products need instituition_id', get('banking/products'), 400, {'name': 'InvalidRequest'}),
    Row('2.6', 'products need no end user', get('banking/products?instituition_id=88888'), 200, {'products': Each(dict)}),
    Row('2.6', 'product detail has the rates of the product', asked(product_detail), 200, {'product': dict}),
    Row('2.6', 'income takes from and to as dates', by('banking/income?from=2026-05-01&to=2026-07-31'), 200,
        {'income_summary': {'period_from': '2026-05-01', 'period_to': '2026-07-31'}}),
    Row('2.6', 'income covers the last 6 months without them', by('banking/income'), 200,
        {'income_summary': {'period_from': DATE, 'period_to': DATE}}),
    Row('2.6', 'income takes categories, repeated', by('banking/income?categories=INCOME_SALARY&categories=INCOME_INTEREST_EARNED'),
        200, {'income_sources': All(Some({'category': 'INCOME_SALARY'}), Some({'category': 'INCOME_INTEREST_EARNED'}))}),
    Row('2.6', 'income is of INCOME_SALARY without them', by('banking/income'), 200,
        {'income_sources': Each({'category': 'INCOME_SALARY'})}),
    Row('2.6', 'income takes account_id', by('banking/income?account_id=none'), 200, {'income_sources': []}),
    Row('2.6', 'an income source has account_id, category, currency, income_frequency, income_total, institution_id, '
        'period_from, period_to, total_transactions and transactions', by('banking/income'), 200, {'income_sources': Each({
            'account_id': str, 'category': str, 'currency': 'AUD', 'income_frequency': OneOf('WEEKLY', 'BIWEEKLY', 'MONTHLY', None),
            'income_total': AMOUNT, 'institution_id': '88888', 'period_from': DATE, 'period_to': DATE,
            'total_transactions': int, 'transactions': Each({'fiskil_id': str})})}),
    Row('2.6', 'the summary has monthly_avg, monthly_median, total and total_transactions', by('banking/income'), 200,
        {'income_summary': {'monthly_avg': Each({'currency': 'AUD', 'income_monthly': AMOUNT}),
                            'monthly_median': Each({'currency': 'AUD', 'income_monthly': AMOUNT}),
                            'total': Each({'currency': 'AUD', 'income_total': AMOUNT}), 'total_transactions': int}}),

    Row('2.7', 'end_user_id is needed', get('energy/usage'), 400, {'name': 'InvalidRequest'}),
    Row('2.7', 'usage filters by service_point_id',
        asked(filtered, 'energy/usage?page[size]=1000&end_user_id={user}', 'usage', 'service_point_id'), body=FILTERED),
    Row('2.7', 'usage filters by read_start_date.oldest and .newest',
        by('energy/usage?read_start_date.oldest=2026-09-01&read_start_date.newest=2026-09-30&page[size]=1000'), 200,
        {'usage': Each({'read_start_date': re.compile('2026-09-[0-9]{2}')})}),
    Row('2.7', 'billing filters by account_id',
        asked(filtered, 'energy/billing?page[size]=1000&end_user_id={user}', 'billing', 'account_id'), body=FILTERED),
    Row('2.7', 'billing filters by invoice_number', asked(filtered_inside), body=True),
    Row('2.7', 'invoice filters by account_id',
        asked(filtered, 'energy/invoice?page[size]=1000&end_user_id={user}', 'invoices', 'account_id'), body=FILTERED),
    Row('2.7', 'invoice filters by service_point_id', by('energy/invoice?service_point_id={point}'), 200,
        {'invoices': Each({'service_points': Some(str)})}),
    Row('2.7', 'and has none of another service point', by('energy/invoice?service_point_id=none'), 200, {'invoices': []}),
    Row('2.7', 'invoice filters by invoice_number',
        asked(filtered, 'energy/invoice?page[size]=1000&end_user_id={user}', 'invoices', 'invoice_number'), body=FILTERED),
    Row('2.7', 'plans need one of retailer_id and institution_id', get('energy/plans'), 400, {'name': 'InvalidRequest'}),
    Row('2.7', 'and not both', get('energy/plans?retailer_id=x&institution_id={retailer}'), 400, {'name': 'InvalidRequest'}),
    Row('2.7', 'plans take institution_id', get('energy/plans?institution_id={retailer}'), 200, {'plans': Each(dict)}),
    Row('2.7', 'plans take status active and all', steps(get('energy/plans?institution_id={retailer}&status=active'),
        get('energy/plans?institution_id={retailer}&status=all')), 200, {'plans': Each(dict)}, earlier=[{'status': 200}]),
    Row('2.7', 'plans need no end user', get('energy/plans?institution_id={retailer}'), 200),
    Row('2.7', 'a balance has account_id, arrangement_id, balance, fiskil_id and institution_id', by('energy/balances'), 200,
        {'balances': Each({'account_id': str, 'arrangement_id': ARRANGEMENT, 'balance': AMOUNT, 'fiskil_id': str,
                           'institution_id': str})}),
    Row('2.7', 'read_u_type is intervalRead or basicRead', by('energy/usage'), 200,
        {'usage': Each({'read_u_type': OneOf('intervalRead', 'basicRead')})}),
    Row('2.7', 'the interval\'s length is in minutes, and unit_of_measure e.g. KWH', by('energy/usage'), 200, {'usage': Each({
        'unit_of_measure': 'KWH', 'interval_read': {'read_interval_length': OneOf(5, 15, 30), 'interval_reads': Each(NUMBER)}})}),
    Row('2.7', 'the root of der is der_records', by('energy/der'), 200, {'der_records': Each(dict), 'derRecords': ABSENT}),
    Row('2.7', 'a service point has last_consumer_change_date', by('energy/service-points'), 200,
        {'service_points': Each({'last_consumer_change_date': DATE})}),
    Row('2.7', 'times of day are like T19:00:00', by('energy/accounts'), 200,
        Everywhere('start_time', re.compile('T[0-9]{2}:[0-9]{2}(:[0-9]{2})?'))),

    Row('2.8', 'identity needs end_user_id', get('common/identity'), 400, {'name': 'InvalidRequest'}),
    Row('2.8', 'identity takes institution_id', by('common/identity?institution_id=88888'), 200,
        {'identities': Each({'institution_id': '88888'})}),
    Row('2.8', 'each identity wraps arrangement_id and customer with customer_u_type', by('common/identity'), 200,
        {'identities': Each({'arrangement_id': ARRANGEMENT, 'customer': {'customer_u_type': OneOf('person', 'organisation')}})}),
    Row('2.8', 'works for bank and energy consents', by('common/identity'), 200, {'identities': All(
        Some({'institution_id': '88888'}), Some({'institution_id': re.compile('(?!88888).*')}))}),
]


WITHOUT = [
    Without('2.0', 'the names of the generated documentation pages', 'not part of the API'),
    Without('2.0', 'v2 and v3 records are CDS models in snake_case', 'the trees of section 9 are tested with the data sets'),
    Without('2.0', 'parse everything as optional', 'a duty of the client'),
    Without('2.1', 'end_user_already_exists of a used email', 'contradicted by what was seen live, which has a row'),
    Without('2.1', 'an external_id that some clients send', 'undocumented'),
    Without('2.2', 'forms of auth_url in samples only', 'contradicted by the form that was seen live, which has a row'),
    Without('2.2', 'a validity of 10 to 15 minutes', 'contradicted: 5 days is right and has rows'),
    Without('2.2', 'URIs are to be configured in the Console', 'about the Console'),
    Without('2.2', 'a session can be made in the Console', 'about the Console'),
    Without('2.3', 'consent_id, status and revoked_at in one client\'s type', 'not confirmed present'),
    Without('2.3', 'the meaning of each duration', 'a table of numbers; the duration has a row'),
    Without('2.4', 'the list shows the real banks besides', 'real institutions are no part of a sandbox'),
    Without('2.6', 'a nested institution object and currency of an account', 'marked as of low trust'),
    Without('2.6', 'a transaction_id that looks like base64', 'an opaque text'),
    Without('2.6', 'the taxonomy file', 'not available'),
    Without('2.6', 'call income after a webhook event', 'a duty of the client'),
    Without('2.7', 'samples with camelCase inside', 'samples only; clients accept both'),
    Without('2.7', 'granularity differs by retailer', 'about real retailers'),
    Without('2.8', 'identity is ready after an event', 'stands in section 4'),
]
