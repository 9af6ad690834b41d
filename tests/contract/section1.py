# section1.py: transport, tokens, versions, pages and errors
# SPDX-License-Identifier: GPL-3.0-or-later
import re
import urllib.parse

from matching import (ABSENT, ANY, All, Each, Everywhere, Exactly, Length, NUMBER, Nowhere, OneOf, Some)
from rows import Call, Row, Without, asked, delete, fill, get, post, steps
from screens import create_session, go
from service import Answer, Service, program_path

UUID = r'[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
KSUID = '[0-9A-Za-z]{27}'
ERROR_ID = re.compile('err_' + UUID)
AMOUNT = re.compile(r'-?[0-9]+\.[0-9]{2,}')
RATE = re.compile(r'-?[0-9]+(\.[0-9]+)?')
INSTANT = re.compile(r'[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})')
DATE = re.compile(r'[0-9]{4}-[0-9]{2}-[0-9]{2}')
ALL = ('v1', 'v2', 'v3')
NEW = ('v2', 'v3')
CREDENTIALS = {'client_id': '{client_id}', 'client_secret': '{client_secret}'}
DATA_ERROR = Exactly({'id': ERROR_ID, 'name': str, 'message': str})
CORE_ERROR = Exactly({'id': ERROR_ID, 'name': str, 'message': str, 'temporary': False, 'timeout': False, 'fault': False})

# Every path that needs a token, with its method.
CALLS = (
    'POST end-users', 'GET end-users', 'GET end-users/x', 'POST end-users/x', 'DELETE end-users/x', 'POST auth/session',
    'GET consent', 'DELETE consent/x', 'GET institutions', 'GET institutions/x', 'GET permissions',
    'GET banking/accounts', 'GET banking/balances', 'GET banking/transactions', 'POST banking/transactions/category',
    'GET banking/payees', 'GET banking/acccounts/direct-debits', 'GET banking/payments/scheduled',
    'GET banking/products', 'GET banking/products/x', 'GET banking/income', 'GET energy/accounts',
    'GET energy/balances', 'GET energy/service-points', 'GET energy/usage', 'GET energy/der', 'GET energy/plans',
    'GET energy/plans/x', 'GET energy/billing', 'GET energy/invoice', 'GET energy/concessions',
    'GET energy/payment-schedules', 'GET common/identity', 'GET data-freshness')
# What is read for an end user: path, root.
DATA = (
    ('banking/accounts', 'accounts', 'bank_account_'), ('banking/balances', 'balances', 'bank_balance_'),
    ('banking/transactions', 'transactions', 'bank_tx_'), ('banking/payees', 'payees', 'bank_payee_'),
    ('banking/acccounts/direct-debits', 'direct_debits', 'bank_dd_'),
    ('banking/payments/scheduled', 'scheduled_payments', 'bank_sp_'), ('energy/accounts', 'accounts', 'energy_account_'),
    ('energy/balances', 'balances', 'energy_balance_'), ('energy/billing', 'billing', 'energy_billing_'),
    ('energy/invoice', 'invoices', 'energy_invoice_'), ('energy/usage', 'usage', 'energy_usage_'),
    ('energy/concessions', 'concessions', 'energy_concession_'), ('energy/service-points', 'service_points', 'energy_sp_'),
    ('energy/payment-schedules', 'payment_schedules', 'energy_ps_'), ('energy/der', 'der_records', 'energy_der_'))


def ready(service):
    return service.ready


def statuses_without_token(service):
    return {call: service.call(*call.split(' '), bearer=False)['status'] for call in CALLS}


def claims(service):
    return service.claims()


def life_of_token(service, duration):
    """A token, and the status that it gets after a time."""
    service.renew()
    token = service.token
    with service.later(duration):
        return service.call('GET', 'permissions', headers={'Authorization': 'Bearer ' + token}, bearer=False)


def follow(service, path, relation='next'):
    """Every page from the first (or backwards from the last): the ids, and the pages."""
    path = fill(path, service.names)
    pages, url = [service.call('GET', path)], None
    root = next(name for name in pages[0]['body'] if name != 'links')
    while url := pages[-1]['body']['links'].get('next'):
        pages.append(service.call('GET', url[len(service.ready['api']) + 1:]))
    if relation == 'prev':
        pages = pages[-1:]
        while url := pages[0]['body']['links'].get('prev'):
            pages.insert(0, service.call('GET', url[len(service.ready['api']) + 1:]))
    ids = [row['fiskil_id'] for page in pages for row in page['body'][root]]
    return {'ids': ids, 'sizes': [len(page['body'][root]) for page in pages],
            'links': [sorted(page['body']['links']) for page in pages]}


def walked_pages(service, relation):
    """Whether following the links gives what one large page gives."""
    path = 'banking/transactions?end_user_id={user}&to=2026-10-01T00:00:00Z&from=2026-08-01T00:00:00Z&page[size]='
    small, large = follow(service, path + '7', relation), follow(service, path + '1000')
    return {'same': small['ids'] == large['ids'], 'unique': len(set(small['ids'])) == len(small['ids']),
            'first': small['links'][0], 'last': small['links'][-1], 'middle': small['links'][1],
            'alone': large['links'], 'size': small['sizes'][0]}


def many(service, size):
    """One page of a customer with more transactions than a page can have."""
    other = Service(program_path(), '--transactions', '2500')
    try:
        user = other.add_end_user()
        other.grant(user, other.customers()[0])
        page = other.call('GET', f'banking/transactions?end_user_id={user}&page[size]={size}')
    finally:
        other.close()
    return Answer(status=page['status'], body=len(page['body']['transactions']))


def with_fault(service, fault, path):
    """A data call of a sandbox in which something goes wrong."""
    other = Service(program_path(), '--fault', fault + '@banking')
    try:
        return other.call('GET', path + ('&' if '?' in path else '?') + 'end_user_id=' + other.add_end_user())
    finally:
        other.close()


def error_ids(service):
    return len({service.call('GET', 'end-users/x')['body']['id'] for _ in range(5)})


def names_below(service):
    """The names of all members of all data sets that are not snake_case."""
    found = set()
    for path, root, _prefix in DATA:
        body = service.call('GET', f"{path}?end_user_id={service.names['user']}&page[size]=50")['body']
        stack = list(body.get(root, []))
        while stack:
            value = stack.pop()
            if isinstance(value, dict):
                found.update(value)
                stack.extend(value.values())
            elif isinstance(value, list):
                stack.extend(value)
    return sorted(name for name in found if not re.fullmatch('[a-z][a-z0-9_]*', name) and name != 'readQualities')


def same_banking(service):
    """Whether version 3 gives the bytes of version 2."""
    path = 'banking/transactions?page[size]=100&end_user_id=' + service.names['user']
    return len({service.call('GET', path, headers={'X-Fiskil-Version': version})['text'] for version in NEW})


def session_id(service):
    return create_session(service)


def by(path, **more):
    """A data call of the end user who shares everything."""
    return get(path + ('&' if '?' in path else '?') + 'end_user_id={user}', **more)


ROWS = [
    Row('1.1', 'the API base ends in /v1', asked(ready), body={'api': re.compile(r'http://127\.0\.0\.1:[0-9]+/v1')}),
    Row('1.1', 'the hosted consent UI has an origin of its own', asked(session_id),
        body={'auth_url': re.compile(r'http://127\.0\.0\.1:[0-9]+/?\?sess_id=' + KSUID)}),
    Row('1.1', 'JSON out', get('permissions'), 200,
        headers={'content-type': re.compile('application/json(; charset=utf-8)?', re.I)}),
    Row('1.1', 'JSON in, as application/json; charset=UTF-8 or plain application/json',
        steps(post('end-users', {'email': 'a@example.com'}, headers={'Content-Type': 'application/json; charset=UTF-8'}),
              post('end-users', {'email': 'a@example.com'}, headers={'Content-Type': 'application/json'})),
        200, earlier=[{'status': 200}]),
    Row('1.1', 'POST, GET and DELETE are used',
        steps(post('end-users', {'email': 'a@example.com'}, save={'gone': 'end_user_id'}), get('end-users/{gone}'),
              delete('end-users/{gone}')), 204, earlier=[{'status': 200}, {'status': 200}]),
    Row('1.1', 'no other sandbox host: the token carries no environment', asked(claims),
        body={'env': ABSENT, 'environment': ABSENT, 'sandbox': ABSENT}),

    Row('1.2', 'POST /v1/token takes client_id and client_secret without Authorization',
        post('token', CREDENTIALS, bearer=False), 200),
    Row('1.2', 'answers token, token_type Bearer and expires_in 900', post('token', CREDENTIALS, bearer=False),
        body=Exactly({'token': str, 'token_type': 'Bearer', 'expires_in': 900})),
    Row('1.2', 'the member is token, not access_token', post('token', CREDENTIALS, bearer=False),
        body={'access_token': ABSENT, 'token': re.compile(r'[\w-]+\.[\w-]+\.[\w-]+')}),
    Row('1.2', 'a token lives 900 seconds: it is still good after 899', asked(life_of_token, 'PT14M59S'), 200),
    Row('1.2', 'and 401 after 900', asked(life_of_token, 'PT15M'), 401),
    Row('1.2', 'no refresh token', post('token', CREDENTIALS, bearer=False), body={'refresh_token': ABSENT}),
    Row('1.2', 'POST it again for a new one', steps(post('token', CREDENTIALS, bearer=False, save={'again': 'token'}),
        get('permissions', bearer=False, headers={'Authorization': 'Bearer {again}'})), 200),
    Row('1.2', 'claims org_id, key_id, scope, exp, iat and jti', asked(claims),
        body=Exactly({'org_id': str, 'key_id': str, 'scope': str, 'exp': int, 'iat': int, 'jti': str})),
    Row('1.2', 'scope is one text with blanks between api:banking, api:user.read, api:user.write and energy\'s',
        asked(lambda service: sorted(service.claims()['scope'].split(' '))),
        body=['api:banking', 'api:energy', 'api:user.read', 'api:user.write']),
    Row('1.2', 'bad credentials are 401 unauthorized',
        post('token', {'client_id': '{client_id}', 'client_secret': 'wrong'}, bearer=False), 401, {'name': 'unauthorized'}),
    Row('1.2', 'the client_id is a KSUID', asked(ready), body={'client_id': re.compile(KSUID)}),
    Row('1.2', 'all other calls need a Bearer token', asked(statuses_without_token),
        body=Exactly({call: 401 for call in CALLS})),

    Row('1.3', 'X-Fiskil-Version v1, v2 and v3 choose the version, and x-fiskil-version says it',
        steps(*(get('permissions', headers={'X-Fiskil-Version': version}) for version in ALL)), 200,
        headers={'x-fiskil-version': 'v3'},
        earlier=[{'headers': {'x-fiskil-version': 'v1'}}, {'headers': {'x-fiskil-version': 'v2'}}]),
    Row('1.3', '2.0.0 is refused', get('permissions', headers={'X-Fiskil-Version': '2.0.0'}), 400, DATA_ERROR),
    Row('1.3', 'x-fiskil-client-ip-address and x-fiskil-client-user-agent go with balances?fetch=true',
        by('banking/balances?fetch=true&account_id={account}', headers={
            'x-fiskil-client-ip-address': '203.0.113.7', 'x-fiskil-client-user-agent': 'Test'}), 200,
        {'balances': [{'account_id': ANY}]}),

    Row('1.4', '/v1/ in the URL is not the version', get('permissions', headers={'X-Fiskil-Version': 'v3'}), 200,
        headers={'x-fiskil-version': 'v3'}),
    Row('1.4', 'there is no /v3/ in a URL', get('/v3/permissions'), 404),
    Row('1.4', 'without the header the newest version is used', get('permissions'), headers={'x-fiskil-version': 'v3'}),
    Row('1.4', 'is_activated of features: a boolean in v1', by('banking/accounts'), 200,
        Everywhere('is_activated', bool), versions=('v1',)),
    Row('1.4', 'is_activated of features: an enumeration from v2 on', by('banking/accounts'), 200,
        Everywhere('is_activated', OneOf('ACTIVATED', 'NOT_ACTIVATED', 'UNKNOWN')), versions=NEW),
    Row('1.4', 'fees: a flat amount in v1', by('banking/accounts'), 200,
        All(Nowhere('fee_method_u_type'), Nowhere('fixed_amount'), Nowhere('rate_based'),
            Everywhere('fees', Each({'fee_type': str}))), versions=('v1',)),
    Row('1.4', 'fees: fee_method_u_type and a nested amount or rate from v2 on', by('banking/accounts'), 200,
        Everywhere('fees', Each({'fee_method_u_type': OneOf('fixedAmount', 'rateBased', 'variable', 'unknown')})),
        versions=NEW),
    Row('1.4', 'discounts: a flat amount in v1', by('banking/accounts'), 200,
        All(Nowhere('discount_method_u_type'), Everywhere('discounts', Each({'description': str}))), versions=('v1',)),
    Row('1.4', 'discounts: discount_method_u_type and a nested amount from v2 on', by('banking/accounts'), 200,
        Everywhere('discounts', Each({'discount_method_u_type': OneOf('fixedAmount', 'rateBased')})), versions=NEW),
    Row('1.4', 'extended_data: no npp_payload in v1', by('banking/transactions?page[size]=1000'), 200,
        All(Nowhere('npp_payload'), Everywhere('nppPayload', dict)), versions=('v1',)),
    Row('1.4', 'extended_data: npp_payload with extension_u_type nppPayload, payee and payer at its root from v2 on',
        by('banking/transactions?page[size]=1000'), 200,
        All(Nowhere('nppPayload'), Everywhere('extension_u_type', 'nppPayload'),
            Everywhere('npp_payload', {'extended_description': str, 'service': str, 'service_version': str})), versions=NEW),
    Row('1.4', 'identity: customer and identities in v1', by('common/identity'), 200,
        {'customer': dict, 'identities': Each(dict)}, versions=('v1',)),
    Row('1.4', 'identity: identities only from v2 on', by('common/identity'), 200,
        {'customer': ABSENT, 'identities': Each(dict)}, versions=NEW),
    Row('1.4', 'end users: a bare array before v3', get('end-users'), 200, Each({'id': str}), versions=('v1', 'v2')),
    Row('1.4', 'end users: end_users and links in v3', get('end-users'), 200,
        Exactly({'end_users': Each({'id': str}), 'links': dict}), versions=('v3',)),
    Row('1.4', 'consents: a bare array before v3', get('consent'), 200, Each({'active': bool}), versions=('v1', 'v2')),
    Row('1.4', 'consents: consents and links in v3', get('consent'), 200,
        Exactly({'consents': Each({'active': bool}), 'links': dict}), versions=('v3',)),
    Row('1.4', 'the wrapped lists take page[size] and page[after]',
        steps(get('end-users?page[size]=1'), get('consent?page[size]=1')), 200,
        {'consents': Length(1), 'links': {'next': re.compile('.*page(%5B|\\[)after.*')}},
        earlier=[{'body': {'end_users': Length(1), 'links': {'next': re.compile('.*page(%5B|\\[)after.*')}}}]),
    Row('1.4', 'institutions are a bare array in every version', get('institutions?client_id={client_id}'), 200,
        Each({'id': str}), versions=ALL),
    Row('1.4', 'banking is the same in v2 and v3', asked(same_banking), body=1),

    Row('1.5', 'page[size] rows on a page, with brackets sent raw', by('banking/transactions?page[size]=3'), 200,
        {'transactions': Length(3)}),
    Row('1.5', 'and with brackets percent-encoded', by('banking/transactions?page%5Bsize%5D=3'), 200,
        {'transactions': Length(3)}),
    Row('1.5', 'page[after] gives the rows after a cursor: links.next leads through every row once',
        asked(walked_pages, 'next'), body={'same': True, 'unique': True, 'size': 7}),
    Row('1.5', 'page[before] gives the rows before a cursor: links.prev leads back', asked(walked_pages, 'prev'),
        body={'same': True, 'unique': True}),
    Row('1.5', 'page[size] is capped at 1000: a larger one is accepted and clamped', asked(many, '1500'), 200, 1000),
    Row('1.5', 'the default page[size] is 25', by('banking/transactions'), 200, {'transactions': Length(25)}),
    Row('1.5', 'the array is named after the resource, beside links', by('banking/accounts'), 200,
        Exactly({'accounts': Each(dict), 'links': dict})),
    Row('1.5', 'links are absolute URLs', by('banking/transactions'), 200,
        {'links': {'next': re.compile(r'http://127\.0\.0\.1:[0-9]+/v1/banking/transactions\?.*end_user_id=eu_.*')}}),
    Row('1.5', 'no prev on the first page and no next on the last', asked(walked_pages, 'next'),
        body={'first': ['next'], 'last': ['prev'], 'middle': ['next', 'prev']}),
    Row('1.5', 'links is {} where all is on one page', by('banking/balances'), 200, {'links': Exactly({})}),
    Row('1.5', 'a garbage page[after] is 503, temporarily unavailable', by('banking/transactions?page[after]=garbage'),
        503, {'message': re.compile('.*temporarily unavailable.*'), 'temporary': True}),
    Row('1.5', 'identity is not paginated', by('common/identity'), 200, {'links': ABSENT}),
    Row('1.5', 'permissions are not paginated', get('permissions?page[size]=1'), 200, Length(2, 99)),
    Row('1.5', 'institutions are not paginated', get('institutions?client_id={client_id}&page[size]=1'), 200, Length(2, 99)),
    Row('1.5', 'end users and consents are not paginated before v3',
        steps(get('end-users?page[size]=1', headers={'X-Fiskil-Version': 'v2'}),
              get('consent?page[size]=1', headers={'X-Fiskil-Version': 'v2'})), 200, Length(2, 99),
        earlier=[{'body': Length(2, 999)}]),
    Row('1.5', 'there is no data array', by('banking/accounts'), body={'data': ABSENT}),
    Row('1.5', 'there is no offset and no limit', by('banking/transactions?limit=1&offset=5'), 200,
        {'transactions': Length(25)}),

    Row('1.6', 'a data call fails with id, name and message', get('banking/accounts'), 400, DATA_ERROR, versions=ALL),
    Row('1.6', 'a core call fails with temporary, timeout and fault besides', get('end-users/x'), 404, CORE_ERROR),
    Row('1.6', 'id is err_ and a UUID', get('end-users/x'), body={'id': ERROR_ID}),
    Row('1.6', 'id is another one for each occurrence', asked(error_ids), body=5),
    Row('1.6', 'name is snake_case on core calls', get('end-users/x'), body={'name': re.compile('[a-z]+(_[a-z]+)*')}),
    Row('1.6', '200 for what is read or made', get('end-users'), 200),
    Row('1.6', '204 for what is updated or deleted', delete('consent/none'), 204),
    Row('1.6', '400 invalid_institution_id', post('auth/session', {'end_user_id': '{user}', 'institution_id': '0'}), 400,
        {'name': 'invalid_institution_id'}),
    Row('1.6', '400 bad_request for a client_id that is not the token\'s', get('institutions?client_id=other'), 400,
        {'name': 'bad_request', 'message': 'EndUserID is not associated with clientID passed in request'}),
    Row('1.6', '400 InvalidRequest: the end_user_id parameter is required', get('banking/accounts'), 400,
        {'name': 'InvalidRequest', 'message': 'The end_user_id parameter is required'}),
    Row('1.6', '400 for a from that is no date and time', by('banking/transactions?from=yesterday'), 400,
        {'message': 'invalid from datetime: not in RFC3339 format'}),
    Row('1.6', '401 unauthorized on core calls', get('end-users', bearer=False), 401, {'name': 'unauthorized'}),
    Row('1.6', '404 end_user_not_found of an end user', get('end-users/x'), 404, {'name': 'end_user_not_found'}),
    Row('1.6', '404 end_user_not_found of a session', post('auth/session', {'end_user_id': 'eu_x'}), 404,
        {'name': 'end_user_not_found'}),
    Row('1.6', '404 institution_not_found', get('institutions/0'), 404, {'name': 'institution_not_found'}),
    Row('1.6', '429 exists', asked(with_fault, 'rate-limit', 'banking/accounts'), 429, {'id': ERROR_ID, 'message': str}),
    Row('1.6', '500 exists', asked(with_fault, 'http-500', 'banking/accounts'), 500),
    Row('1.6', '502 of balances with fetch=true', asked(with_fault, 'http-502', 'banking/balances?fetch=true&account_id=x'), 502),
    Row('1.6', '503 is temporary', get('end-users?page[after]=garbage'), 503, {'temporary': True}),

    Row('1.8', 'no idempotency header: POST /end-users makes two end users',
        steps(post('end-users', {'email': 'twice@example.com'}, headers={'Idempotency-Key': 'k'}),
              post('end-users', {'email': 'twice@example.com'}, headers={'Idempotency-Key': 'k'}),
              get('end-users?email=twice@example.com')), 200, {'end_users': Length(2)}),

    Row('1.9', 'an end user id is eu_ and a KSUID', post('end-users', {'email': 'a@example.com'}), 200,
        {'end_user_id': re.compile('eu_' + KSUID)}),
    Row('1.9', 'a session id is a KSUID', asked(session_id), body={'session_id': re.compile(KSUID)}),
    Row('1.9', 'an arrangement id is a UUID', get('consent'), body={'consents': Each({'arrangement_id': re.compile(UUID)})}),
    Row('1.9', 'an institution id is a short decimal text, the sandbox bank\'s 88888',
        get('institutions?client_id={client_id}'),
        body=All(Each({'id': re.compile('[0-9]{1,6}')}), Some({'id': '88888'}))),
    Row('1.9', 'an error id is err_ and a UUID', get('institutions/x'), body={'id': ERROR_ID}),
    Row('1.9', 'money is a decimal text', by('banking/transactions'), body=Everywhere('amount', AMOUNT)),
    Row('1.9', 'money out has the sign -', by('banking/transactions?secondary_category=FOOD_AND_DRINK_GROCERIES'),
        body=Everywhere('amount', re.compile('-[0-9.]+'))),
    Row('1.9', 'a rate is a decimal text that is a fraction', by('banking/accounts'),
        body=Everywhere('rate', re.compile(r'0(\.[0-9]+)?'))),
    Row('1.9', 'a time is RFC 3339, offsets occur', by('banking/transactions'), body=Everywhere('execution_date_time', INSTANT)),
    Row('1.9', 'a date is YYYY-MM-DD', by('banking/accounts'), body=Everywhere('creation_date', DATE)),
    Row('1.9', 'a session\'s expires_at is Unix seconds, five days on', asked(session_id), body={'expires_at': int}),
    Row('1.9', 'a phone number is E.164', steps(
        post('end-users', {'email': 'p@example.com', 'phone': '+61491570156'}, save={'phone_user': 'end_user_id'}),
        get('end-users/{phone_user}')), body={'phone': re.compile(r'\+614[0-9]{8}')}),
    Row('1.9', 'names are snake_case', asked(names_below), body=[]),
    Row('1.9', 'values of u_type are camelCase', by('energy/usage'), body=Everywhere('read_u_type', OneOf('intervalRead', 'basicRead'))),
] + [
    Row('1.9', f'fiskil_id of {path} is {prefix} and a hash', by(path), 200,
        {root: Each({'fiskil_id': re.compile(prefix + '[0-9a-f]{64}')})}) for path, root, prefix in DATA
]

WITHOUT = [
    Without('1.1', 'HTTPS only, TLS 1.2 or later', 'the sandbox serves loopback addresses only, in plain HTTP'),
    Without('1.1', 'the Console and its deep links', 'about the Console, which the sandbox does not have'),
    Without('1.1', 'the documentation server', 'not part of the API'),
    Without('1.1', 'where the Link SDK is loaded from', 'about a third party\'s file server'),
    Without('1.1', 'the support desk', 'not part of the API'),
    Without('1.1', 'the data holder product', 'another product'),
    Without('1.2', 'on 401 renew and retry once', 'a duty of the client'),
    Without('1.2', 'older claims TokenUUID and KeyID', 'contradicted by the observed claims, which have a row'),
    Without('1.2', 'scopes are chosen when the key is made', 'about the Console'),
    Without('1.2', 'the secret is shown once, keys are rotated every 90 days', 'about the Console'),
    Without('1.2', 'whether institutions need a token', 'unknown in the source; the sandbox wants one'),
    Without('1.3', 'X-Fiskil-Signature', 'stands in section 4'),
    Without('1.3', 'Retry-After of the documentation server', 'not part of the API'),
    Without('1.4', 'the Console pin and who is pinned to what', 'about the Console'),
    Without('1.4', 'which versions were current on which day', 'history'),
    Without('1.4', 'support of each version for twelve months, what counts as breaking', 'a promise, not behaviour'),
    Without('1.5', 'stop when links.next is absent or the array is empty', 'a duty of the client'),
    Without('1.6', 'paths that contain cdr', 'they lead to data holders, not to the API'),
    Without('1.6', 'what to retry and what not', 'a duty of the client'),
    Without('1.7', 'no numbers of a rate limit are known', 'unknown in the source'),
    Without('1.8', 'the quick start says that most calls support retries', 'too vague to ask for'),
]
