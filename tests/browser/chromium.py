# chromium.py: a headless Chromium, driven over the WebDriver protocol
# SPDX-License-Identifier: GPL-3.0-or-later
import base64
import http.client
import json
import os
import re
import shutil
import subprocess
import tempfile
import time

CHROMIUM = '/usr/bin/chromium'
CHROMEDRIVER = '/usr/bin/chromedriver'
SWITCHES = ('--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
            '--disable-background-networking', '--disable-component-update', '--disable-sync')
# What names an element in the protocol.
ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'
# A page that takes longer than this is broken; nothing waits as long as it works.
PATIENCE = 20


class WebDriverError(Exception):
    """An error of the protocol; `kind` is its name: `no such element`."""

    def __init__(self, kind, message):
        super().__init__(f'{kind}: {message.splitlines()[0] if message else ""}')
        self.kind = kind


def is_installed():
    return os.access(CHROMIUM, os.X_OK) and os.access(CHROMEDRIVER, os.X_OK)


class Chromium:
    """One browser with an empty profile of its own; elements are plain identifiers."""

    def __init__(self):
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.driver = subprocess.Popen([CHROMEDRIVER, '--port=0'], stdin=subprocess.DEVNULL,
                                       stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.connection = http.client.HTTPConnection('127.0.0.1', self.read_port(), timeout=60)
        self.path = ''
        self.start()

    def read_port(self):
        for line in self.driver.stdout:
            found = re.search(r'started successfully on port (\d+)', line)
            if found:
                return int(found.group(1))
        raise RuntimeError('chromedriver did not start')

    def start(self):
        options = {'binary': CHROMIUM, 'args': [*SWITCHES, '--user-data-dir=' + self.profile.name]}
        answer = self.ask('POST', '/session', {'capabilities': {'alwaysMatch': {
            'browserName': 'chrome', 'pageLoadStrategy': 'none', 'timeouts': {'script': PATIENCE * 1000},
            'goog:chromeOptions': options}}})
        self.path = '/session/' + answer['sessionId']
        # No window manager says that the window is the active one, without which nothing shows that it has the focus.
        self.command('Emulation.setFocusEmulationEnabled', enabled=True)

    def close(self):
        try:
            self.ask('DELETE', '')
        finally:
            self.connection.close()
            self.driver.terminate()
            self.driver.stdout.close()
            self.driver.wait()
            self.profile.cleanup()

    def ask(self, method, path, body=None):
        text = json.dumps(body if body is not None else {}) if method == 'POST' else None
        self.connection.request(method, self.path + path, text, {'Content-Type': 'application/json'})
        answer = json.loads(self.connection.getresponse().read())['value']
        if isinstance(answer, dict) and 'error' in answer:
            raise WebDriverError(answer['error'], answer['message'])
        return answer

    def command(self, name, **parameters):
        """A command of the browser's own protocol: `Emulation.setEmulatedMedia`."""
        return self.ask('POST', '/chromium/send_command_and_get_result', {'cmd': name, 'params': parameters})

    def go(self, url):
        self.ask('POST', '/url', {'url': url})

    def url(self):
        return self.ask('GET', '/url')

    def run(self, script, *arguments):
        return self.ask('POST', '/execute/sync', {'script': script, 'args': arguments})

    def find_all(self, selector):
        found = self.ask('POST', '/elements', {'using': 'css selector', 'value': selector})
        return [element[ELEMENT] for element in found]

    def find(self, selector):
        return self.wait(lambda: self.find_all(selector), selector)[0]

    def click(self, element):
        self.ask('POST', f'/element/{element}/click')

    def type(self, element, text):
        self.ask('POST', f'/element/{element}/value', {'text': text})

    def press(self, *keys):
        """Keys where the focus is, as a person presses them."""
        actions = [{'type': way, 'value': key} for key in keys for way in ('keyDown', 'keyUp')]
        self.ask('POST', '/actions', {'actions': [{'type': 'key', 'id': 'keyboard', 'actions': actions}]})

    def enter_frame(self, element):
        self.ask('POST', '/frame', {'id': {ELEMENT: element}})

    def leave_frames(self):
        self.ask('POST', '/frame', {'id': None})

    def windows(self):
        return self.ask('GET', '/window/handles')

    def switch(self, window):
        self.ask('POST', '/window', {'handle': window})

    def close_window(self):
        self.ask('DELETE', '/window')

    def resize(self, width, height):
        self.command('Emulation.setDeviceMetricsOverride', width=width, height=height, deviceScaleFactor=1, mobile=False)

    def prefer(self, scheme):
        self.command('Emulation.setEmulatedMedia', features=[{'name': 'prefers-color-scheme', 'value': scheme}])

    def screenshot(self, path):
        data = self.command('Page.captureScreenshot', format='png')['data']
        with open(path, 'wb') as file:
            file.write(base64.b64decode(data))

    def wait(self, condition, what):
        """What the condition gives once that is true; pages come and go meanwhile."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                found = condition()
                if found:
                    return found
            except WebDriverError as error:
                if error.kind not in ('stale element reference', 'no such element', 'no such window', 'no such frame',
                                      'unknown error', 'javascript error', 'script timeout', 'timeout', 'detached shadow root',
                                      'element not interactable', 'element click intercepted'):
                    raise
            if time.monotonic() > end:
                raise TimeoutError(f'{what}: not there after {PATIENCE} s; at {self.where()}')
            time.sleep(0.01)

    def where(self):
        try:
            return self.run('return location.origin + location.pathname')
        except WebDriverError as error:
            return str(error)
