#!/usr/bin/env python3
# test-link-verdict.py LINK-VERDICT: each rule about messages and navigations, as others may drive it: one line in, one line out
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import subprocess
import sys

AUTH = 'https://auth.fiskil.com'
LINKED = 'https://consent-desk.invalid/linked'
CANCELLED = 'https://consent-desk.invalid/cancelled'
MEGABYTE = 1024 * 1024
GOOD = {'isCompleted': True, 'consentID': 'c1'}
DENIED = 'error=access_denied&error_type=CONSENT_ENDUSER_DENIED&error_id=err_1'

COMPLETED = {'verdict': 'completed', 'consent_id': 'c1'}
COMPLETED_WITHOUT_ID = {'verdict': 'completed'}
IGNORED = {'verdict': 'ignored'}
ALLOW = {'verdict': 'allow'}
DENY = {'verdict': 'deny'}


def failed(code='LINK_INTERNAL_ERROR', message='internal error', error_id=None):
    verdict = {'verdict': 'failed', 'code': code}
    if error_id is not None:
        verdict['error_id'] = error_id
    if message is not None:
        verdict['message'] = message
    return verdict


def message(data, **others):
    return {'kind': 'message', 'expected_origin': AUTH, 'origin': AUTH, 'source': 'frame', 'data': data, **others}


def navigation(uri, **others):
    line = {'kind': 'navigation', 'uri': uri, 'redirect_uri': LINKED, 'cancel_uri': CANCELLED, 'session_id': 's1', **others}
    return {name: value for name, value in line.items() if value is not ...}


MESSAGES = [
    ('an object is read', message(GOOD), COMPLETED),
    ('a list is no object', message([GOOD]), IGNORED),
    ('a text is no object', message(json.dumps(GOOD)), IGNORED),
    ('nothing is no object', message(None), IGNORED),
    ('the default port is the same origin', message(GOOD, expected_origin=AUTH + ':443'), COMPLETED),
    ('a longer host is another origin', message(GOOD, origin=AUTH + '.evil.example'), IGNORED),
    ('another scheme is another origin', message(GOOD, origin='http://auth.fiskil.com'), IGNORED),
    ('the opaque origin equals nothing', message(GOOD, expected_origin='null', origin='null'), IGNORED),
    ('a page may post to itself', message(GOOD, source='self'), COMPLETED),
    ('other windows do not count', message(GOOD, source='other'), IGNORED),
    ('an unknown window does not count', message(GOOD, source='parent'), IGNORED),
    ('true without a consent id fails', message({'isCompleted': True}), failed()),
    ('an empty consent id is none', message({'isCompleted': True, 'consentID': ''}), failed()),
    ('a number is no consent id', message({'isCompleted': True, 'consentID': 7}), failed()),
    ('true without a consent id keeps the error', message({'isCompleted': True, 'error': 'e', 'errorID': 'err_1'}),
     failed(message='e', error_id='err_1')),
    ('an address may follow a success', message({**GOOD, 'redirectURL': 'https://app/cb?a=1'}), COMPLETED),
    ('an address that names an error fails', message({**GOOD, 'redirectURL': 'https://app/cb?' + DENIED}),
     failed('CONSENT_ENDUSER_DENIED', 'access_denied', 'err_1')),
    ('an address that names no type fails', message({**GOOD, 'redirectURL': 'https://app/cb?error=e'}), failed(message='e')),
    ('an encoded address is read', message({**GOOD, 'redirectURL': 'https%3A%2F%2Fapp%3Ferror_type%3DCONSENT_TIMEOUT'}),
     failed('CONSENT_TIMEOUT')),
    ('an error beside a success is no failure', message({**GOOD, 'error': 'e'}), COMPLETED),
    ('a text is not true', message({'isCompleted': 'true', 'consentID': 'c1'}), IGNORED),
    ('neither true nor an error is nothing', message({'consentID': 'c1'}), IGNORED),
    ('an error is enough', message({'error': 'e'}), failed(message='e')),
    ('an error that is no text is not', message({'error': {'message': 'e'}}), IGNORED),
    ('false with an error fails',
     message({'isCompleted': False, 'error': 'e', 'errorType': 'AUTH_SESSION_INVALID', 'errorID': 'err_1'}),
     failed('AUTH_SESSION_INVALID', 'e', 'err_1')),
    ('false with the type alone fails', message({'isCompleted': False, 'errorType': 'CONSENT_TIMEOUT'}),
     failed('CONSENT_TIMEOUT')),
    ('false without an error is nothing', message({'isCompleted': False, 'consentID': 'c1'}), IGNORED),
    ('false with a known name in the address fails',
     message({'isCompleted': False, 'redirectURL': 'https://app/cb?error_type=CONSENT_TIMEOUT'}), failed('CONSENT_TIMEOUT')),
    ('false with an unknown one is nothing', message({'isCompleted': False, 'redirectURL': 'https://app/cb?error=e'}), IGNORED),
    ('letters stay as they are', message({'isCompleted': True, 'consentID': 'Zo\u00eb \U0001f600'}),
     {'verdict': 'completed', 'consent_id': 'Zo\u00eb \U0001f600'}),
]

NAVIGATIONS = [
    ('the redirect completes without an id', navigation(LINKED), COMPLETED_WITHOUT_ID),
    ('the redirect completes with an id', navigation(LINKED + '?session_id=s1&consent_id=c1'), COMPLETED),
    ('the session may be named briefly', navigation(LINKED + '?sess_id=s1&consent_id=c1#x'), COMPLETED),
    ('case and default port are the same host', navigation('HTTPS://Consent-Desk.Invalid:443/linked?consent_id=c1'), COMPLETED),
    ('another port is another page', navigation('https://consent-desk.invalid:8443/linked'), ALLOW),
    ('another scheme is another page', navigation('http://consent-desk.invalid/linked'), ALLOW),
    ('a longer host is another page', navigation('https://consent-desk.invalid.evil.example/linked'), ALLOW),
    ('a user name is no host', navigation('https://consent-desk.invalid@evil.example/linked'), ALLOW),
    ('a longer path is another page', navigation(LINKED + '/x'), ALLOW),
    ('an encoded path is another page', navigation('https://consent-desk.invalid/%6cinked'), ALLOW),
    ('a foreign session is ignored', navigation(LINKED + '?session_id=s2&consent_id=c1'), IGNORED),
    ('two sessions are ignored', navigation(LINKED + '?session_id=s1&session_id=s2'), IGNORED),
    ('the state is equal', navigation(LINKED + '?state=t1&consent_id=c1', state='t1'), COMPLETED),
    ('a foreign state is ignored', navigation(LINKED + '?state=t2&consent_id=c1', state='t1'), IGNORED),
    ('a missing state is ignored', navigation(LINKED + '?consent_id=c1', state='t1'), IGNORED),
    ('a state that was not sent is not required', navigation(LINKED + '?state=any&consent_id=c1'), COMPLETED),
    ('two consents are none', navigation(LINKED + '?consent_id=c1&consent_id=c2'), COMPLETED_WITHOUT_ID),
    ('the redirect with an error fails', navigation(LINKED + '?' + DENIED),
     failed('CONSENT_ENDUSER_DENIED', 'access_denied', 'err_1')),
    ('cancel without parameters fails', navigation(CANCELLED), failed('AUTH_SESSION_CANCELLED', None)),
    ('cancel with parameters fails', navigation(CANCELLED + '?' + DENIED),
     failed('CONSENT_ENDUSER_DENIED', 'access_denied', 'err_1')),
    ('cancel of a foreign session is ignored', navigation(CANCELLED + '?session_id=s2'), IGNORED),
    ('the auth pages have a cancel of their own', navigation(AUTH + '/cancel', cancel_uri=..., auth_origin=AUTH),
     failed('AUTH_SESSION_CANCELLED', None)),
    ('it counts only where none was set', navigation(AUTH + '/cancel', auth_origin=AUTH), ALLOW),
    ('without the auth origin it is any page', navigation(AUTH + '/cancel', cancel_uri=...), ALLOW),
    ('null is as good as absent', navigation(AUTH + '/cancel', cancel_uri=None, state=None, auth_origin=AUTH),
     failed('AUTH_SESSION_CANCELLED', None)),
    ('without a redirect nothing is ours', navigation(LINKED, redirect_uri=...), ALLOW),
    ('web pages open', navigation('https://bank.example/login'), ALLOW),
    ('the empty page opens', navigation('about:blank'), ALLOW),
    ('the page of a frame opens', navigation('about:srcdoc'), ALLOW),
    ('no other page of the browser does', navigation('about:config'), DENY),
    ('nor does a script', navigation('javascript:alert(1)'), DENY),
    ('nor does a file', navigation('file:///etc/passwd'), DENY),
    ('nor does another program', navigation('consentdesk://linked'), DENY),
]

GARBAGE = [
    ('nothing', b''),
    ('blanks', b' \t\r'),
    ('not JSON', b'completed'),
    ('half of JSON', b'{"kind":"message"'),
    ('two values', b'{} {}'),
    ('a NUL', b'{"kind":"mess\0age"}'),
    ('not UTF-8', b'{"kind":"navigation","uri":"\xff\xfe"}'),
    ('no object', b'[]'),
    ('a number', b'1e999'),
    ('no kind', b'{"uri":"https://bank.example/"}'),
    ('an unknown kind', b'{"kind":"verdict"}'),
    ('a kind that is no text', b'{"kind":["message"]}'),
    ('a message without anything', b'{"kind":"message"}'),
    ('a message of wrong types', b'{"kind":"message","expected_origin":1,"origin":[],"source":{},"data":7}'),
    ('a navigation without anything', b'{"kind":"navigation"}'),
    ('a navigation of wrong types', b'{"kind":"navigation","uri":3}'),
    ('deep nesting', b'[' * 100000),
    ('a megabyte of nothing', b'\xc3\xa9' * (MEGABYTE // 2)),
    ('a megabyte in a text', b'{"kind":"' + b'x' * MEGABYTE + b'"}'),
]

LONG = 'x' * MEGABYTE
LONG_LINES = [
    ('a megabyte of consent id', message({'isCompleted': True, 'consentID': LONG}), {'verdict': 'completed', 'consent_id': LONG}),
    ('a megabyte of address', navigation(LINKED + '?consent_id=c1&x=' + LONG), COMPLETED),
    ('a megabyte of path', navigation(LINKED + LONG), ALLOW),
    ('a megabyte of parameters', navigation(LINKED + '?consent_id=c1' + '&x' * (MEGABYTE // 2)), IGNORED),
    ('a megabyte of separators', navigation(LINKED + '?consent_id=c1' + '&' * MEGABYTE), COMPLETED),
    ('a megabyte of state', navigation(LINKED + '?state=' + LONG, state='t1'), IGNORED),
]


def judge(program, lines):
    """What the program prints for these lines, each as it was read."""
    done = subprocess.run([program], input=b'\n'.join(lines) + b'\n', stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          timeout=100, check=False)
    if done.returncode != 0:
        sys.exit(f'link-verdict ended with {done.returncode}')
    printed = done.stdout.decode().split('\n')
    return [json.loads(line) for line in printed[:-1]]


def main():
    rows = [(name, json.dumps(line).encode(), verdict) for name, line, verdict in MESSAGES + NAVIGATIONS + LONG_LINES]
    rows += [(name, line, IGNORED) for name, line in GARBAGE]
    # A good line after each bad one: none may swallow the next.
    rows = [part for row in rows for part in (row, ('the line after: ' + row[0], json.dumps(message(GOOD)).encode(), COMPLETED))]

    verdicts = judge(sys.argv[1], [line for _, line, _ in rows])
    print(f'1..{len(rows) + 1}')
    same = len(verdicts) == len(rows)
    print(f'{"ok" if same else "not ok"} 1 one verdict for each of {len(rows)} lines: {len(verdicts)}')
    for number, ((name, _, expected), verdict) in enumerate(zip(rows, verdicts), 2):
        print(f'{"ok" if verdict == expected else "not ok"} {number} {name}')
        if verdict != expected:
            print(f'# {str(verdict)[:300]} is not {str(expected)[:300]}')
            same = False
    sys.exit(0 if same else 1)


main()
