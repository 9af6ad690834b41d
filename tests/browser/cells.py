# cells.py: what the app gets to know in a frame and by redirects
# SPDX-License-Identifier: GPL-3.0-or-later
import contextlib
import re

from walking import Walk

ERROR_ID = re.compile(r'err_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}')
ERROR_PAGE = 'https://docs.fiskil.com/errors#'
INVALID = 'Auth session is either terminated or not found.'
DENIED = 'End-user denied consent during authorisation inside remote institution.'
CANCELLED = 'End-user cancelled the auth session.'

# Each fault that ends a session: error, error type, description.
ENDINGS = {
    'consent-upstream-processing-error': (
        'access_denied', 'CONSENT_UPSTREAM_PROCESSING_ERROR',
        'Unrecoverable error occurred while processing the consent at the remote institution.'),
    'consent-enduser-denied': ('access_denied', 'CONSENT_ENDUSER_DENIED', DENIED),
    'consent-otp-failure': ('access_denied', 'CONSENT_OTP_FAILURE',
                            'End-user could not be authenticated by the remote institution.'),
    'consent-enduser-ineligible': ('access_denied', 'CONSENT_ENDUSER_INELIGIBLE',
                                   'End-user has no account that is eligible for data sharing.'),
    'consent-timeout': ('access_denied', 'CONSENT_TIMEOUT', 'End-user did not complete the consent in time.'),
    'auth-session-cancelled': ('access_denied', 'AUTH_SESSION_CANCELLED', CANCELLED),
    'consumerdata-processing-error': ('access_denied', 'CONSUMERDATA_PROCESSING_ERROR',
                                      'Error occurred while processing the consumer data.'),
    'link-internal-error': ('server_error', None, 'Unexpected error.'),
}
# Each fault that shows the screen of an invalid session; only a frame's parent is told.
INVALIDITIES = {
    'auth-session-invalid': ('auth_session_invalid', 'AUTH_SESSION_INVALID', INVALID),
    'link-invalid-session': ('auth_session_invalid', 'LINK_INVALID_SESSION', INVALID),
    'auth-session-not-found': ('auth_session_not_found', 'AUTH_SESSION_NOT_FOUND', 'Auth session is not found.'),
    'auth-session-terminal': ('auth_session_terminal', 'AUTH_SESSION_TERMINAL', 'Auth session is terminated.'),
}
# Where a person can give up: the sandbox's consent screens, and the institution's.
CANCELS = {'allow': False, 'institutions': False, 'login': True, 'code': True, 'accounts': True, 'confirm': True}

# One institution of each kind, and who has an account there.
OPENS = {
    'frame': ('88803', 'nina.kowalski@example.com'),
    'top': ('88811', 'sofia.marino@example.com'),
    'popup': ('88812', 'aisha.rahman@example.com'),
    'refuses-framing': ('88813', 'chloe.martin@example.com'),
}


def equal(found, wanted):
    if found != wanted:
        raise AssertionError(f'got {found!r}, not {wanted!r}')


def without_id(values, name):
    """The values but for the error's id, which must look as one."""
    values = dict(values)
    found = values.pop(name, None)
    if not isinstance(found, str) or not ERROR_ID.fullmatch(found):
        raise AssertionError(f'{name} is {found!r}')
    return values


def as_message(ending):
    error, kind, description = ending
    typed = {'errorType': kind, 'errorURI': ERROR_PAGE + kind} if kind else {}
    return {'isCompleted': False, 'error': error, 'errorDescription': description, **typed}


def as_parameters(ending):
    error, kind, description = ending
    typed = {'error_type': kind, 'error_uri': ERROR_PAGE + kind} if kind else {}
    return {'error': error, 'error_description': description, **typed}


class Cells:
    """Every cell has a name and a function that raises when it does not hold."""

    def __init__(self, browser, service, host):
        self.browser, self.service, self.host = browser, service, host

    def walk(self, **session):
        return Walk(self.browser, self.service, self.host).create(**session)

    @contextlib.contextmanager
    def fault(self, name):
        self.switch(name, True)
        try:
            yield
        finally:
            self.switch(name, False)

    def switch(self, name, on):
        answer = self.service.call('POST', '/sandbox/faults', {'fault': name, 'on': on})
        equal(answer['status'], 200)

    def told(self, walk):
        """The one message that counts; a frame must not say more."""
        messages = walk.messages()
        equal(len(messages), 1)
        equal(messages[0]['origin'], self.service.ready['auth'])
        return messages[0]['data']

    # In a frame.

    def embedded_success(self, redirect_uri=None, host_name='127.0.0.1', **answers):
        walk = self.walk(redirect_uri=redirect_uri)
        walk.embed(host_name).finish(**answers)
        wanted = {'isCompleted': True, 'consentID': walk.consents()[0]}
        if redirect_uri is not None:
            wanted['redirectURL'] = f"{redirect_uri}?session_id={walk.session}&consent_id={wanted['consentID']}"
        equal(self.told(walk), wanted)
        return walk

    def embedded_failure(self, walk, ending, **answers):
        walk.embed().finish(**answers)
        equal(without_id(self.told(walk), 'errorID'), as_message(ending))
        equal(walk.consents(), [])

    def embedded_fault(self, name, ending):
        with self.fault(name):
            self.embedded_failure(self.walk(), ending)

    def embedded_cancel(self, place, at_institution):
        ending = ENDINGS['consent-enduser-denied' if at_institution else 'auth-session-cancelled']
        self.embedded_failure(self.walk(), ending, until=place, then=Walk.cancel)

    def embedded_unknown(self):
        walk = self.walk()
        walk.session = 'no+such/session?'
        self.embedded_failure(walk, INVALIDITIES['auth-session-invalid'])

    def embedded_again(self):
        walk = self.embedded_success()
        walk.embed().finish()
        equal(without_id(self.told(walk), 'errorID'), as_message(INVALIDITIES['auth-session-invalid']))

    def embedded_expired(self):
        walk = self.walk()
        with self.service.later('P5D'):
            self.embedded_failure(walk, INVALIDITIES['auth-session-invalid'])

    def embedded_wrong_code(self):
        walk = self.walk().embed().finish(until='code')
        walk.fill('code', code='000000' if self.shown_code() != '000000' else '111111')
        equal(walk.place(), 'code')
        equal(self.browser.run("return document.querySelector('#code').getAttribute('aria-invalid')"), 'true')
        walk.finish()
        equal(self.told(walk), {'isCompleted': True, 'consentID': walk.consents()[0],
                                'redirectURL': self.success_address(walk)})

    def shown_code(self):
        return self.browser.run("return document.querySelector('#sandbox-code').textContent")

    def success_address(self, walk):
        return f'{self.host.origin()}/linked?state=s1&session_id={walk.session}&consent_id={walk.consents()[0]}'

    def message_without_consent(self):
        with self.fault('message-without-consent-id'):
            walk = self.walk(redirect_uri=None).embed().finish()
            equal(self.told(walk), {'isCompleted': True})

    def origin_mismatch(self):
        """The frame's own window, at the institution's origin: the Link SDK rejects it."""
        with self.fault('link-origin-mismatch'):
            walk = self.walk().embed().finish(until='login')
            message = walk.messages()[0]
            equal(message['origin'], self.service.ready['bank'])
            equal(message['data']['isCompleted'], True)
            equal(walk.consents(), [])

    def hostile_message(self):
        """Another window's message is none of the frame's."""
        with self.fault('hostile-message'):
            walk = self.walk().embed()
            walk.place()
            equal(walk.messages(1, 'others')[0]['data']['isCompleted'], True)
            equal(self.browser.run('return window.counted'), [])
            walk.enter_frame()
            walk.finish()
            equal([row['data']['consentID'] for row in walk.messages()], walk.consents())

    def hidden_frame(self):
        with self.fault('hidden-frame'):
            walk = self.walk().redirect()
            walk.place()
            seen = self.browser.wait(lambda: [path for path, kind in self.host.visits()
                                              if kind == 'iframe' and walk.session in path], 'the hidden frame')
            equal('state=' in seen[0], False)
            self.lands(walk.finish(), 'linked')

    def endless_page(self):
        with self.fault('endless-page'):
            walk = self.walk().embed()
            self.browser.wait(lambda: self.browser.run("return document.querySelector('#continue') !== null"), 'the screen')
            equal(self.browser.run('return document.readyState'), 'loading')

    def refused(self, fault):
        with self.fault(fault):
            equal(self.walk().embed().place(), 'refused')

    def framed(self, fault):
        with self.fault(fault):
            equal(self.walk().embed().place(), 'allow')

    # By redirects.

    def lands(self, walk, path):
        address, pairs = walk.address()
        equal(address, f'{self.host.origin()}/{path}')
        equal(pairs[0], ('state', 's1'))
        equal(len(dict(pairs)), len(pairs))
        return dict(pairs[1:])

    def redirected_success(self, **answers):
        walk = self.walk().redirect().finish(**answers)
        equal(self.lands(walk, 'linked'), {'session_id': walk.session, 'consent_id': walk.consents()[0]})

    def redirected_failure(self, ending, **answers):
        walk = self.walk().redirect().finish(**answers)
        equal(without_id(self.lands(walk, 'cancelled'), 'error_id'), as_parameters(ending))
        equal(walk.consents(), [])

    def redirected_fault(self, name, ending):
        """Of the customer who has this fault."""
        self.redirected_failure(ending, login=name + '@faults.example')

    def redirected_cancel(self, place, at_institution):
        ending = ENDINGS['consent-enduser-denied' if at_institution else 'auth-session-cancelled']
        walk = self.walk().redirect().finish(until=place)
        walk.press('#cancel')
        equal(without_id(self.lands(walk, 'cancelled'), 'error_id'), as_parameters(ending))

    def redirected_invalid(self, name):
        """Nobody is gone back to: the screen says it."""
        with self.fault(name):
            equal(self.walk().redirect().place(), 'end')

    def redirect_without_consent(self):
        with self.fault('redirect-without-consent-id'):
            walk = self.walk().redirect().finish()
            equal(self.lands(walk, 'linked'), {'session_id': walk.session})

    def without_cancel_uri(self):
        """The sandbox's own page of that name."""
        walk = self.walk(cancel_uri=None).redirect()
        walk.place()
        walk.cancel()
        equal(self.browser.url().split('?')[0], self.service.ready['auth'] + '/cancel')

    def popup(self):
        with self.fault('popup'):
            walk = self.walk().redirect()
            walk.place()
            self.browser.press('x')
            self.browser.click(self.browser.find('h1'))
            others = self.browser.wait(lambda: self.browser.windows()[1:], 'the pop-up')
            for window in others:
                self.browser.switch(window)
                self.browser.close_window()
            self.browser.switch(walk.window)

    # How institutions open.

    def opens(self, how, framed):
        institution, login = OPENS[how]
        answers = {'institution': institution, 'login': login}
        walk = self.walk()
        if framed and how == 'refuses-framing':
            equal(walk.embed().finish(**answers).place(), 'refused')
            return
        (walk.embed() if framed else walk.redirect()).finish(**answers)
        equal('opener' in walk.places, how == 'popup')
        if framed and how != 'top':
            equal(self.told(walk), {'isCompleted': True, 'consentID': walk.consents()[0],
                                    'redirectURL': self.success_address(walk)})
        else:
            equal(self.lands(walk, 'linked'), {'session_id': walk.session, 'consent_id': walk.consents()[0]})

    def cancelled_in_window(self):
        institution, login = OPENS['popup']
        self.embedded_failure(self.walk(), ENDINGS['consent-enduser-denied'], institution=institution, login=login,
                              until='code', then=Walk.cancel)

    def list(self):
        yield 'frame: success', self.embedded_success
        yield 'frame: success with a redirect URI', lambda: self.embedded_success(self.host.origin() + '/linked')
        yield 'frame: success on a page of another site', lambda: self.embedded_success(host_name='localhost')
        yield 'frame: a wrong code, then the right one', self.embedded_wrong_code
        yield 'frame: an unknown session', self.embedded_unknown
        yield 'frame: a session that was used', self.embedded_again
        yield 'frame: a session that expired', self.embedded_expired
        yield 'frame: success without a consent id', self.message_without_consent
        yield 'frame: a message of the institution', self.origin_mismatch
        yield 'frame: a message of a foreign frame', self.hostile_message
        yield 'frame: a page that never ends', self.endless_page
        yield 'frame: pages that refuse framing', lambda: self.refused('refuses-framing')
        yield 'frame: pages for web pages only', lambda: self.framed('frame-ancestors')
        yield 'redirect: success', self.redirected_success
        yield 'redirect: success without a consent id', self.redirect_without_consent
        yield 'redirect: no cancel URI', self.without_cancel_uri
        yield 'redirect: a hidden frame', self.hidden_frame
        yield 'redirect: a pop-up', self.popup
        for how in OPENS:
            yield f'frame: an institution that opens in: {how}', lambda h=how: self.opens(h, True)
            yield f'redirect: an institution that opens in: {how}', lambda h=how: self.opens(h, False)
        yield 'frame: cancelled in the window of the log-in', self.cancelled_in_window
        for place, at_institution in CANCELS.items():
            yield f'frame: cancelled at {place}', lambda p=place, a=at_institution: self.embedded_cancel(p, a)
            yield f'redirect: cancelled at {place}', lambda p=place, a=at_institution: self.redirected_cancel(p, a)
        for name, ending in ENDINGS.items():
            yield f'frame: {name}', lambda n=name, e=ending: self.embedded_fault(n, e)
            yield f'redirect: {name}', lambda n=name, e=ending: self.redirected_fault(n, e)
        for name, ending in INVALIDITIES.items():
            yield f'frame: {name}', lambda n=name, e=ending: self.embedded_fault(n, e)
            yield f'redirect: {name}', lambda n=name: self.redirected_invalid(n)
