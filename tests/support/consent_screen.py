# consent_screen.py: one consent screen, read from its HTML
# SPDX-License-Identifier: GPL-3.0-or-later
import html.parser


class Screen(html.parser.HTMLParser):
    """One consent screen: its form, what can be chosen, its title and its text."""

    def __init__(self, text):
        super().__init__()
        self.action, self.hidden, self.accounts, self.text, self.code = None, {}, {}, [], None
        self.buttons, self.institutions, self.logins, self.title = [], [], [], ''
        self._account = self._in = None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == 'form':
            self.action = attrs['action']
        elif tag == 'input' and attrs.get('type') == 'hidden':
            self.hidden[attrs['name']] = attrs['value']
        elif tag == 'input' and attrs.get('name') == 'account':
            self.accounts[attrs['value']] = ''
            self._account = attrs['value']
        elif attrs.get('name') == 'institution':
            self.institutions.append(attrs['value'])
        elif 'data-login' in attrs:
            self.logins.append(attrs['data-login'])
        if tag == 'button':
            self.buttons.append('')
        if tag in ('button', 'h1'):
            self._in = tag
        if attrs.get('id') == 'sandbox-code':
            self.code = ''

    def handle_endtag(self, tag):
        if tag == 'label':
            self._account = None
        if tag == self._in:
            self._in = None

    def handle_data(self, data):
        self.text.append(data)
        if self.code is not None and len(self.code) < 6:
            self.code += data.strip()
        if self._account:
            self.accounts[self._account] += data
        if self._in == 'button':
            self.buttons[-1] += data
        elif self._in == 'h1':
            self.title += data
