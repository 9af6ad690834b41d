# section3.py: the consent flow
# SPDX-License-Identifier: GPL-3.0-or-later
import re

from matching import ABSENT, ANY, All, Each, Exactly, Length, OneOf, Some
from rows import Row, Without, asked, get
from screens import CANCEL, REDIRECT, Walk, create_session, go, open_session, walk
from section1 import ERROR_ID, KSUID, UUID
from service import Answer, Service, program_path

CONSENT = re.compile(UUID)
PINNED = {'institution_id': '88888'}
DENIED = ('End-user denied consent during authorisation inside remote institution.')
SUCCESS = Exactly({'isCompleted': True, 'consentID': CONSENT, 'redirectURL': str})


def failure(error_type, error='access_denied'):
    """The message of a failure, and nothing else in it."""
    return Exactly({'isCompleted': False, 'error': error, 'errorType': error_type, 'errorID': ERROR_ID,
                    'errorDescription': str, 'errorURI': 'https://docs.fiskil.com/errors#' + error_type})


def parameters(error_type):
    return {'error': 'access_denied', 'error_type': error_type, 'error_id': ERROR_ID, 'error_description': str,
            'error_uri': 'https://docs.fiskil.com/errors#' + error_type}


def opened_twice(service, options):
    """A session once it has come to an end, opened again in a frame."""
    go(service, **options)
    return open_session(service, service.names['session'], True)


def denied_then_done(service):
    """At the bank cancelled, then the same session to its end."""
    go(service, PINNED, 'login', 'cancel')
    page = Walk(service)
    page.open(service.ready['auth'] + '?sess_id=' + service.names['session'])
    page.finish(service.bank['login'])
    return page.result()


def expired(service):
    session = create_session(service)
    with service.later('P5D'):
        return open_session(service, session['session_id'], True)


def places(service, session):
    page = Walk(service)
    page.open(create_session(service, **session)['auth_url'])
    return page.finish(service.bank['login'])


def picker(service):
    """The institutions of the picker, beside the API's by their priority."""
    result = go(service, {}, 'institutions', 'stop')
    rows = service.call('GET', 'institutions?client_id=' + service.names['client_id'])['body']
    wanted = [row['id'] for row in sorted(rows, key=lambda row: row['priority'])]
    offered = list(dict.fromkeys(result.screen.institutions))
    return {'in order': offered == [name for name in wanted if name in offered] and len(offered) > 1}


def with_fault(service, fault, options):
    """A walk with a fault that is on from the start."""
    other = Service(program_path(), '--fault', fault)
    try:
        page = Walk(other, options.get('framed', False))
        page.open(create_session(other)['auth_url'])
        page.finish('mia.chen@example.com')
        return page.result()
    finally:
        other.close()


def no_slash(service):
    session = create_session(service)
    return open_session(service, session['session_id'], True)


ROWS = [
    Row('3.1', 'redirect: the browser goes to auth_url and comes back to redirect_uri', asked(walk, {}), 303,
        {'target': REDIRECT.split('?')[0]}),
    Row('3.1', 'redirect: or to cancel_uri', asked(walk, {'until': 'allow', 'then': 'cancel'}), 303,
        {'target': CANCEL.split('?')[0]}),
    Row('3.1', 'Link SDK: a frame and a message', asked(walk, {'framed': True}), 200, {'message': {'isCompleted': True}}),

    Row('3.2', 'first the consent page, then picker, log-in, code, accounts and review, in this order', asked(places, {}),
        body=['', 'institutions', 'login', 'code', 'accounts', 'confirm']),
    Row('3.2', 'the consent page shows the app\'s name', asked(walk, {'until': 'allow', 'then': 'stop'}), 200,
        {'text': re.compile('.*Consent Desk.*')}),
    Row('3.2', 'the consent page has the button Allow', asked(walk, {'until': 'allow', 'then': 'stop'}), 200,
        {'screen': {'buttons': Some('Allow')}}),
    Row('3.2', 'the consent page shows the data clusters', asked(walk, {'until': 'allow', 'then': 'stop'}), 200,
        {'text': re.compile('.*Transactions: dates.*')}),
    Row('3.2', 'the consent page shows the period', asked(walk, {'until': 'allow', 'then': 'stop'}), 200,
        {'text': re.compile('.*(18 January 2027|90 days|Jan(uary)? 2027).*')}),
    Row('3.2', 'the picker is in the order of priority', asked(picker), body={'in order': True}),
    Row('3.2', 'the picker is skipped when institution_id is set', asked(places, PINNED),
        body=['', 'login', 'code', 'accounts', 'confirm']),
    Row('3.2', 'the log-in asks for an e-mail and offers a code', asked(walk, {'until': 'login', 'then': 'stop'}), 200,
        {'origins': Some('bank'), 'screen': {'buttons': Some(re.compile('(?i).*get a? ?code.*'))}}),
    Row('3.2', 'then the one-time code is asked for', asked(walk, {'until': 'code', 'then': 'stop'}), 200,
        {'screen': {'code': re.compile('[0-9]{6}')}}),
    Row('3.2', 'at least one account is chosen', asked(walk, {'until': 'accounts', 'then': {'account': []}}), 422,
        {'screen': {'accounts': dict}}),
    Row('3.2', 'the review has the button Confirm and share', asked(walk, {'until': 'confirm', 'then': 'stop'}), 200,
        {'screen': {'buttons': Some('Confirm and share')}}),
    Row('3.2', 'and makes the consent', asked(lambda service: go(service) and service.call(
        'GET', 'consent?end_user_id=' + service.names['session_user'])), 200, {'consents': [{'active': True}]}),
    Row('3.2', 'with the accounts that were chosen', asked(lambda service: go(service, accounts=1) and service.call(
        'GET', 'consent?end_user_id=' + service.names['session_user'])), 200, {'consents': [{'account_ids': Length(1)}]}),
    Row('3.2', 'Cancel on Fiskil\'s screens is AUTH_SESSION_CANCELLED', asked(walk, {'until': 'allow', 'then': 'cancel'}),
        303, {'parameters': {'error_type': 'AUTH_SESSION_CANCELLED'}}),
    Row('3.2', 'also in the picker', asked(walk, {'until': 'institutions', 'then': 'cancel'}), 303,
        {'parameters': {'error_type': 'AUTH_SESSION_CANCELLED'}}),
    Row('3.2', 'Cancel at the institution is CONSENT_ENDUSER_DENIED', asked(walk, {'until': 'login', 'then': 'cancel'}), 303,
        {'parameters': {'error_type': 'CONSENT_ENDUSER_DENIED'}}),
    Row('3.2', 'also on its last screen', asked(walk, {'until': 'confirm', 'then': 'cancel'}), 303,
        {'parameters': {'error_type': 'CONSENT_ENDUSER_DENIED'}}),

    Row('3.3', 'an unknown session shows an invalid-session screen and posts AUTH_SESSION_INVALID',
        asked(lambda service: open_session(service, 'unknown', True)), 400,
        {'message': failure('AUTH_SESSION_INVALID', 'auth_session_invalid')}),
    Row('3.3', 'a completed one too', asked(opened_twice, {}), 400,
        {'message': failure('AUTH_SESSION_INVALID', 'auth_session_invalid')}),
    Row('3.3', 'a cancelled one too', asked(opened_twice, {'until': 'allow', 'then': 'cancel'}), 400,
        {'message': failure('AUTH_SESSION_INVALID', 'auth_session_invalid')}),
    Row('3.3', 'an expired one too', asked(expired), 400,
        {'message': failure('AUTH_SESSION_INVALID', 'auth_session_invalid')}),

    Row('3.4', 'success appends session_id', asked(walk, {}), 303, {'parameters': {'session_id': re.compile(KSUID)}}),
    Row('3.4', 'and consent_id', asked(walk, {}), 303, {'parameters': {'consent_id': CONSENT}}),
    Row('3.4', 'a fault leaves consent_id out', asked(with_fault, 'redirect-without-consent-id', {}), 303,
        {'parameters': {'session_id': re.compile(KSUID), 'consent_id': ABSENT}}),
    Row('3.4', 'success keeps the query and nothing else is in it', asked(walk, {}), 303,
        {'parameters': Exactly({'state': 's1', 'session_id': str, 'consent_id': str}), 'query': re.compile('state=s1&.*')}),
    Row('3.4', 'failure appends error, error_type, error_id, error_description and error_uri',
        asked(walk, {'until': 'login', 'then': 'cancel'}), 303,
        {'parameters': Exactly({'state': 's1', **parameters('CONSENT_ENDUSER_DENIED')})}),
    Row('3.4', 'error is access_denied', asked(walk, {'until': 'login', 'then': 'cancel'}), 303,
        {'parameters': {'error': 'access_denied'}}),
    Row('3.4', 'error_description of a denied consent', asked(walk, {'until': 'login', 'then': 'cancel'}), 303,
        {'parameters': {'error_description': re.compile(re.escape(DENIED) + '.*')}}),
    Row('3.4', 'error_uri ends in # and the type', asked(walk, {'until': 'allow', 'then': 'cancel'}), 303,
        {'parameters': {'error_uri': 'https://docs.fiskil.com/errors#AUTH_SESSION_CANCELLED'}}),
    Row('3.4', 'values are form-encoded, blanks are +', asked(walk, {'until': 'login', 'then': 'cancel'}), 303,
        {'query': re.compile(r'.*error_description=End-user\+denied\+consent.*')}),
    Row('3.4', 'without a cancel_uri the auth origin\'s /cancel is used',
        asked(walk, {'session': {'cancel_uri': None, 'redirect_uri': None}, 'until': 'allow', 'then': 'cancel'}), 200,
        {'target': re.compile(r'http://127\.0\.0\.1:[0-9]+/cancel'), 'parameters': Exactly(parameters('AUTH_SESSION_CANCELLED'))}),

    Row('3.5', 'AUTH_SESSION_INVALID comes in a frame', asked(lambda service: open_session(service, 'unknown', True)), 400,
        {'message': {'errorType': 'AUTH_SESSION_INVALID', 'error': 'auth_session_invalid'}}),
    Row('3.5', 'AUTH_SESSION_CANCELLED needs a new session', asked(opened_twice, {'until': 'allow', 'then': 'cancel'}), 400,
        {'message': {'errorType': 'AUTH_SESSION_INVALID'}}),
    Row('3.5', 'CONSENT_ENDUSER_DENIED can be retried in the same session', asked(denied_then_done), 303,
        {'parameters': {'consent_id': CONSENT}}),

    Row('3.5', 'CONSENT_UPSTREAM_PROCESSING_ERROR comes from the institution',
        asked(with_fault, 'consent-upstream-processing-error', {}), 303, {'parameters': parameters('CONSENT_UPSTREAM_PROCESSING_ERROR')}),
    Row('3.5', 'CONSENT_ENDUSER_DENIED comes from the institution', asked(with_fault, 'consent-enduser-denied', {}), 303,
        {'parameters': parameters('CONSENT_ENDUSER_DENIED')}),
    Row('3.5', 'CONSENT_OTP_FAILURE comes when the code is not accepted', asked(with_fault, 'consent-otp-failure', {}),
        303, {'parameters': parameters('CONSENT_OTP_FAILURE')}),
    Row('3.5', 'CONSENT_ENDUSER_INELIGIBLE comes when no account is eligible', asked(with_fault, 'consent-enduser-ineligible', {}),
        303, {'parameters': parameters('CONSENT_ENDUSER_INELIGIBLE')}),
    Row('3.5', 'CONSENT_TIMEOUT comes when the flow was abandoned', asked(with_fault, 'consent-timeout', {}), 303,
        {'parameters': parameters('CONSENT_TIMEOUT')}),
    Row('3.5', 'AUTH_SESSION_CANCELLED can come after the bank step', asked(with_fault, 'auth-session-cancelled', {}), 303,
        {'parameters': parameters('AUTH_SESSION_CANCELLED')}),
    Row('3.5', 'CONSUMERDATA_PROCESSING_ERROR, historic', asked(with_fault, 'consumerdata-processing-error', {}), 303,
        {'parameters': parameters('CONSUMERDATA_PROCESSING_ERROR')}),

    Row('3.6', 'success is isCompleted true, consentID and redirectURL', asked(walk, {'framed': True}), 200,
        {'message': SUCCESS}),
    Row('3.6', 'redirectURL is optional',
        asked(walk, {'framed': True, 'session': {'redirect_uri': None, 'cancel_uri': None}}), 200,
        {'message': {'isCompleted': True, 'consentID': CONSENT, 'redirectURL': OneOf(ABSENT, None)}}),
    Row('3.6', 'failure is isCompleted false with error, errorType, errorID, errorDescription and errorURI',
        asked(walk, {'framed': True, 'until': 'login', 'then': 'cancel'}), 200, {'message': failure('CONSENT_ENDUSER_DENIED')}),
    Row('3.6', 'a cancelled session says so', asked(walk, {'framed': True, 'until': 'allow', 'then': 'cancel'}), 200,
        {'message': failure('AUTH_SESSION_CANCELLED')}),
    Row('3.6', 'an invalid session is described', asked(lambda service: open_session(service, 'unknown', True)), 400,
        {'message': {'errorDescription': 'Auth session is either terminated or not found.'}}),
    Row('3.6', 'the message is no {type: consent_complete}', asked(walk, {'framed': True}), 200, {'message': {'type': ABSENT}}),

    Row('3.7', 'the frame is opened without a slash before ?', asked(no_slash), 200, {'message': None,
                                                                                     'screen': {'buttons': Some('Allow')}}),
    Row('3.7', 'the page may be framed by anybody', asked(lambda service: service.ask(
        'GET', create_session(service)['auth_url'])), 200,
        headers={'x-frame-options': ABSENT, 'content-security-policy': re.compile('(?!.*frame-ancestors).*')}),
    Row('3.8', 'a session needs end_user_id only', asked(lambda service: service.call(
        'POST', 'auth/session', {'end_user_id': service.names['user']})), 200, {'session_id': str}),
    Row('3.8', 'an own picker gets institutions with industry and status', get('institutions?client_id={client_id}'), 200,
        Each({'industry': str, 'status': {'connections': {'status': str}}})),
]

WITHOUT = [
    Without('3.1', 'embedding by hand', 'deprecated, its page is not available; a frame has rows'),
    Without('3.2', 'another order of the screens in the flow overview', 'contradicted by the testing guide, which has a row'),
    Without('3.2', 'period, history, use cases and branding are set in the Console', 'about the Console'),
    Without('3.3', 'the name of a session\'s state', 'inferred: no call shows it'),
    Without('3.4', 'an older form of error_uri', 'replaced by the newer, which has a row'),
    Without('3.5', 'AUTH_SESSION_NOT_FOUND and AUTH_SESSION_TERMINAL', 'removed from the protocol; a fault makes each of them'),
    Without('3.6', 'how the Link SDK reads a message', 'about the client'),
    Without('3.7', 'function, overlay, attributes and origin check of the Link SDK', 'about the client'),
    Without('3.7', 'codes of the Link SDK', 'about the client'),
    Without('3.7', 'for which code the frame stays', 'about the client'),
    Without('3.7', 'allowedOrigin', 'about the client'),
    Without('3.7', 'versions and licence of the package', 'not part of the API'),
    Without('3.8', 'what the bundled page and the native bridge do', 'about the client'),
]
