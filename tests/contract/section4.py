# section4.py: webhooks
# SPDX-License-Identifier: GPL-3.0-or-later
import base64
import hashlib
import hmac
import json
import re

from matching import ABSENT, All, Each, Exactly, OneOf, Some
from receiver import listening
from rows import Row, Without, asked, post
from section1 import KSUID, UUID

BANKING = ('accounts', 'balances', 'payees', 'directdebits', 'scheduledpayments', 'products')
ENERGY = ('accounts', 'balances', 'billing', 'usage', 'servicepoints', 'concessions', 'der', 'invoices', 'paymentschedules', 'plans')
WITH_ACCOUNTS = ('banking.accounts.sync.completed', 'banking.balances.sync.completed', 'energy.accounts.sync.completed',
                 'energy.balances.sync.completed', 'banking.transactions.sync.completed',
                 'banking.transactions.basic.sync.completed', 'banking.transactions.recent.sync.completed')
PUBLISHED = re.compile(r'[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z')


def fired(service, event, consent=None):
    """One event on demand: what the receiver got."""
    consent = consent or service.names['energy_consent' if event.startswith('energy') else 'bank_consent']
    with listening(service) as receiver:
        service.call('POST', '/sandbox/webhooks', {'event': event, 'consent_id': consent})
        message = receiver.wait(len)[0]
    return {'body': message['body'], 'headers': message['headers'], 'length': len(message['text']),
            'text': message['text'].decode()}


def first_sync(service, industry):
    """The events that a new consent sends, in order."""
    last = 'banking.scheduledpayments.sync.completed' if industry == 'banking' else 'energy.paymentschedules.sync.completed'
    with listening(service) as receiver:
        user = service.add_end_user()
        consent = service.grant(user, service.bank if industry == 'banking' else service.retailer)
        receiver.wait(lambda messages: last in receiver.events(consent))
        return receiver.events(consent)


def in_order(service, industry, *names):
    events = first_sync(service, industry)
    places = [events.index(name) for name in names]
    return places == sorted(places)


def ended(service, how):
    """What is sent when a consent ends."""
    with listening(service) as receiver:
        consent = service.grant(service.add_end_user(), service.bank)
        if how == 'you':
            service.call('DELETE', 'consent/' + consent)
        elif how == 'time':
            service.call('POST', '/sandbox/clock', {'advance': 'P90D'})
        else:
            service.call('POST', f'/sandbox/consents/{consent}/end', {'how': how})
        messages = receiver.wait(lambda messages: any(
            message['body']['data'].get('consent_id') == consent and message['body']['data']['event'] == 'consent.revoked'
            for message in messages))
    found = [message['body']['data'] for message in messages if message['body']['data']['consent_id'] == consent]
    return found[-1]


def retried(service, status, count, and_more):
    """What a receiver gets that answers so: the attempts that come as the clock moves on, and what comes after them."""
    with listening(service, status) as receiver:
        wanted = service.call('POST', '/sandbox/webhooks', {
            'event': 'consent.updated', 'consent_id': service.names['bank_consent']})['body']['message_id']

        def attempts(messages):
            return [message['body']['delivery_attempt'] for message in messages if message['body']['message_id'] == wanted]
        for number in range(1, count + 1):
            receiver.wait(lambda messages: len(attempts(messages)) >= number)
            service.settle()
            if number < count or and_more:
                service.call('POST', '/sandbox/clock', {'advance': 'PT10M'})
                service.settle()
        return {'attempts': attempts(list(receiver.messages))}


def signed(service, secret=None):
    """Whether the signature fits the body as it was sent."""
    with listening(service, secret=secret) as receiver:
        service.call('POST', '/sandbox/webhooks', {'event': 'consent.updated', 'consent_id': service.names['bank_consent']})
        message = receiver.wait(len)[0]
    key = base64.b64decode(secret or service.ready['webhook_secret'])
    digest = hmac.new(key, message['text'], hashlib.sha256).digest()
    return message['headers']['x-fiskil-signature'] == base64.b64encode(digest).decode()


def compact(service):
    text = fired(service, 'consent.updated')['text']
    return text == json.dumps(json.loads(text), separators=(',', ':'), ensure_ascii=False)


def numbers(service):
    return [fired(service, 'consent.updated')['body']['message_id'] for _number in range(2)]


DATA = {'event': str, 'client_id': re.compile(KSUID), 'end_user_id': re.compile('eu_.*'), 'consent_id': re.compile(UUID),
        'institution_id': str}

ROWS = [
    Row('4.1', 'the secret is base64', asked(lambda service: {'bytes': len(base64.b64decode(service.ready['webhook_secret'], validate=True))}),
        body={'bytes': 78}),
    Row('4.2', 'POST with a JSON body', asked(fired, 'consent.updated'), body={'headers': {'content-type': re.compile('application/json.*')}}),
    Row('4.2', 'the header X-Fiskil-Signature', asked(fired, 'consent.updated'),
        body={'headers': {'x-fiskil-signature': re.compile('[A-Za-z0-9+/]{43}=')}}),
    Row('4.2', 'delivery_attempt, publish_time, message_id and data', asked(fired, 'consent.updated'),
        body={'body': Exactly({'delivery_attempt': 1, 'publish_time': PUBLISHED, 'message_id': str, 'data': dict})}),
    Row('4.2', 'message_id is a decimal text', asked(fired, 'consent.updated'),
        body={'body': {'message_id': re.compile('[0-9]{16}')}}),
    Row('4.2', 'data has event, client_id, end_user_id, consent_id and institution_id', asked(fired, 'consent.updated'),
        body={'body': {'data': Exactly(DATA)}}),
    Row('4.2', 'event is inside data', asked(fired, 'consent.updated'), body={'body': {'event': ABSENT, 'data': {'event': 'consent.updated'}}}),
    Row('4.2', 'any 2xx is good: nothing comes again', asked(retried, 204, 1, True), body={'attempts': [1]}),
    Row('4.2', 'a refused one comes again with delivery_attempt 2', asked(retried, 500, 2, False), body={'attempts': [1, 2]}),
    Row('4.2', 'at most 5 retries, then it is dropped', asked(retried, 500, 6, True), body={'attempts': [1, 2, 3, 4, 5, 6]}),
    Row('4.2', 'message_id is another one for each message', asked(lambda service: len(set(numbers(service)))), body=2),
] + [
    Row('4.2', f'account_ids are on {event}', asked(fired, event), body={'body': {'data': {'account_ids': Each(str)}}})
    for event in WITH_ACCOUNTS
] + [
    Row('4.2', 'account_ids are on no others', asked(fired, 'energy.usage.sync.completed'), body={'body': {'data': {'account_ids': ABSENT}}}),
    Row('4.2', 'payee_ids are on banking.payees.sync.completed', asked(fired, 'banking.payees.sync.completed'),
        body={'body': {'data': {'payee_ids': Each(str)}}}),
    Row('4.2', 'and on no others', asked(fired, 'banking.directdebits.sync.completed'), body={'body': {'data': {'payee_ids': ABSENT}}}),

    Row('4.3', 'consent.received when the end user granted', asked(lambda service: first_sync(service, 'banking')[0]), body='consent.received'),
    Row('4.3', 'consent.updated', asked(fired, 'consent.updated'), body={'body': {'data': {'event': 'consent.updated'}}}),
    Row('4.3', 'consent.revoked when it was revoked by you', asked(ended, 'you'), body={'event': 'consent.revoked'}),
    Row('4.3', 'and by the end user at the institution', asked(ended, 'institution'), body={'event': 'consent.revoked'}),
    Row('4.3', 'and when all accounts were closed', asked(ended, 'accounts_closed'), body={'event': 'consent.revoked'}),
    Row('4.3', 'common.identity.sync.completed', asked(first_sync, 'banking'), body=Some('common.identity.sync.completed')),
] + [
    Row('4.3', f'banking.{name}.sync.completed', asked(fired, f'banking.{name}.sync.completed'),
        body={'body': {'data': {'event': f'banking.{name}.sync.completed'}}}) for name in BANKING
] + [
    Row('4.3', f'banking.transactions{kind}.sync.completed', asked(first_sync, 'banking'),
        body=Some(f'banking.transactions{kind}.sync.completed')) for kind in ('.basic', '', '.recent')
] + [
    Row('4.3', 'banking.transactions.recent.sync.completed is sent once', asked(lambda service: first_sync(
        service, 'banking').count('banking.transactions.recent.sync.completed')), body=1),
    Row('4.3', 'banking.transactions.sync.failed', asked(fired, 'banking.transactions.sync.failed'),
        body={'body': {'data': {'event': 'banking.transactions.sync.failed'}}}),
] + [
    Row('4.3', f'energy.{name}.sync.completed', asked(fired, f'energy.{name}.sync.completed'),
        body={'body': {'data': {'event': f'energy.{name}.sync.completed'}}}) for name in ENERGY
] + [
    Row('4.3', 'there is no transactions.sync.completed', post('/sandbox/webhooks', {
        'event': 'transactions.sync.completed', 'consent_id': '{bank_consent}'}), 400),
    Row('4.3', 'order: received, accounts, balances, identity, transactions recent, basic, full, others', asked(
        in_order, 'banking', 'consent.received', 'banking.accounts.sync.completed', 'banking.balances.sync.completed',
        'common.identity.sync.completed', 'banking.transactions.recent.sync.completed',
        'banking.transactions.basic.sync.completed', 'banking.transactions.sync.completed',
        'banking.payees.sync.completed', 'banking.directdebits.sync.completed'), body=True),
    Row('4.3', 'and the same of energy', asked(in_order, 'energy', 'consent.received', 'energy.accounts.sync.completed',
        'energy.balances.sync.completed', 'common.identity.sync.completed', 'energy.usage.sync.completed'), body=True),

    Row('4.4', 'the signature is base64 of HMAC-SHA256 with the decoded secret over the body', asked(signed), body=True),
    Row('4.4', 'with another secret too', asked(signed, 'jf+cnWPind3y0kYqJM4cPAC/8kNcwVXE8/fKs/Kz/SxXIkhVfvV8yh8dtEX9+K2PsmItKu5Jqqwy7cw2JQ+ozsSo2M9qmwpPxRMCREO+'),
        body=True),
    Row('4.4', 'the body is compact JSON', asked(compact), body=True),
    Row('4.3', 'consent.revoked when it expired', asked(ended, 'time'), body={'event': 'consent.revoked'}),
]

WITHOUT = [
    Without('4.1', 'webhooks are registered in the Console, by whom and how', 'about the Console'),
    Without('4.1', 'the event set is immutable, https in production', 'about the Console'),
    Without('4.1', 'delivery logs are kept 90 days', 'about the Console'),
    Without('4.2', 'time-out, other headers and source addresses', 'unknown in the source'),
    Without('4.2', 'be ready for the same message_id twice', 'a duty of the client'),
    Without('4.3', 'when data is fetched again', 'unknown in the source'),
    Without('4.4', 'compare in constant time; try the stripped body', 'a duty of the client'),
    Without('4.4', 'another recipe with a hexadecimal digest', 'contradicted by the guide, which has a row'),
    Without('4.4', 'the guide\'s secret, payload and digest', 'the body is fixed there; the sandbox\'s own bodies have rows with that secret'),
]
