#!/usr/bin/env python3
# matrix-browser.py BROWSER-TESTS: a headless Chromium that goes through consent pages as it is told
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads lines and writes lines.

`open ADDRESS` opens a page; each screen of it is announced as `screen NAME` and waits for an answer: `press SELECTOR`
goes on, `stay` leaves it as it is. `end NAME` is the last line about a page: `returned`, `end` or `stayed`.
"""
import contextlib
import sys

SKIPPED = 77
# The names that the tour has for the screens.
NAMES = {'institutions': 'institution', 'login': 'log-in'}
READ_RETURN = "return ['/linked', '/cancelled'].includes(location.pathname) && document.readyState === 'complete'"


def say(*words):
    print(*words, flush=True)


def hear():
    """The next line, in two parts; the end of the input ends the program."""
    line = sys.stdin.readline()
    if not line:
        sys.exit(0)
    return line.strip().partition(' ')


def next_place(walk):
    """A page that goes away by itself while it is looked at is no place."""
    def read():
        # It knows what to do when a window has closed itself: so it comes first.
        place = walk.read_place()
        return 'returned' if place is None and walk.browser.run(READ_RETURN) else place
    return walk.browser.wait(read, 'a consent screen')


def fill(walk, place):
    browser = walk.browser
    if place == 'login':
        login = browser.run("return document.querySelector('[data-login]').dataset.login")
        browser.type(browser.find('#email'), login)
    elif place == 'code':
        browser.type(browser.find('#code'), browser.run("return document.querySelector('#sandbox-code').textContent"))
    elif place == 'accounts':
        for box in browser.find_all('input[name=account]:not(:checked)'):
            browser.click(box)


def answer(walk, place):
    """Does as it is told on this screen; whether the page goes on."""
    say('screen', NAMES.get(place, place))
    word, _, selector = hear()
    if word != 'press':
        return False
    if place in ('opener', 'way'):
        walk.follow(place)
        return True
    if selector != '#cancel':
        fill(walk, place)
    walk.press(selector)
    return True


def go_through(walk, address):
    walk.go(address)
    while True:
        place = next_place(walk)
        if place in ('returned', 'end', 'refused'):
            say('end', place)
            return
        if not answer(walk, place):
            say('end', 'stayed')
            return


def close_others(browser):
    first, *others = browser.windows()
    for window in others:
        browser.switch(window)
        browser.close_window()
    browser.switch(first)


def main():
    sys.path.append(sys.argv[1])

    from chromium import Chromium, is_installed
    from walking import Walk

    if not is_installed():
        return SKIPPED

    browser = Chromium()
    try:
        say('ready')
        while True:
            _word, _, address = hear()
            close_others(browser)
            try:
                go_through(Walk(browser, None, None), address)
            except Exception as error:
                say('failed', f'{type(error).__name__}: {error}'.replace('\n', ' '))
    finally:
        with contextlib.suppress(Exception):
            browser.close()


if __name__ == '__main__':
    sys.exit(main())
