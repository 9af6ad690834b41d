#!/usr/bin/env python3
# export-homebank.py SANDBOX CONSENTCTL: HomeBank imports the QIF of a bank customer, by its own assistant and real input;
# what it then saves has as many transactions and the same total as the service's, to the cent.
# SPDX-License-Identifier: GPL-3.0-or-later
import decimal
import os
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'support'))

from two_programs import TwoPrograms

# Its own default is the order of the United States. Our dates have the year first.
PREFERENCES = '[General]\nShowWelcome=false\n[Exchange]\nDateFmt=2\n'
PATIENCE = 4  # seconds until a key is pressed again: it may have come before the window was ready
CENT = decimal.Decimal('0.01')


def xdotool(*arguments):
    return subprocess.run(['xdotool', *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                          check=False).stdout.split()


class HomeBank:
    def __init__(self, home):
        os.mkdir(os.path.join(home, 'homebank'))
        with open(os.path.join(home, 'homebank', 'preferences'), 'w', encoding='utf-8') as file:
            file.write(PREFERENCES)
        self.home = home
        self.start()

    def start(self):
        home = self.home
        self.process = subprocess.Popen(['homebank'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                        env=dict(os.environ, HOME=home, XDG_CONFIG_HOME=home, XDG_DATA_HOME=home))

    def close(self):
        self.process.kill()
        self.process.wait()

    def window(self, title, patience=PATIENCE):
        """The window of that title, once it is there; none if it does not come for a while."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            found = xdotool('search', '--onlyvisible', '--name', title)
            if found:
                xdotool('windowfocus', '--sync', found[-1])
                return found[-1]
        return None

    def press(self, *keys, until, text=None, patience=PATIENCE):
        """Presses keys, and types a text before the last one, again until the window of that title is there."""
        for _attempt in range(12):
            xdotool('key', '--clearmodifiers', *(keys[:-1] if text else keys))
            if text:
                xdotool('type', '--clearmodifiers', text)
                xdotool('key', '--clearmodifiers', keys[-1])
            if self.window(until, patience):
                return
        raise AssertionError(f'“{until}” does not come')

    def bring_in(self, path, saved):
        # Its first start on a busy computer takes long, and now and then no window comes at all.
        for _start in range(3):
            if self.window('HomeBank', 25):
                break
            self.close()
            self.start()
        assert self.window('HomeBank', 25), 'HomeBank does not start'
        self.press('Escape', 'alt+f', 'Down', 'Down', 'Down', 'Down', 'Return', until='^Open File')
        self.press('ctrl+l', 'ctrl+a', 'Return', text=path, until='^Select file')
        # A page for each account; on the last one there is no Next.
        self.press('alt+n', until='^Confirmation', patience=0.5)
        self.press('Return', until=r'^\*untitled')
        self.press('ctrl+s', until='^Save HomeBank')
        self.press('ctrl+a', 'Return', text=saved, until='^' + os.path.basename(saved))


def check(service, name, folder):
    customer = next(row for row in service.customers() if row['name'] == name and row['industry'] == 'banking')
    end_user_id = service.add_end_user(customer)
    path, saved, home = (os.path.join(folder, part) for part in ('bank.qif', 'bank.xhb', 'home'))
    service.call('export', '--user', end_user_id, '--format', 'qif', '--output', path, '--resource', 'banking.transactions')
    rows = [row for row in service.call('get', 'banking.transactions', '--user', end_user_id) if row['status'] != 'PENDING']
    os.mkdir(home)
    homebank = HomeBank(home)
    try:
        homebank.bring_in(path, saved)
    finally:
        homebank.close()
    amounts = [decimal.Decimal(entry.get('amount')).quantize(CENT) for entry in
               xml.etree.ElementTree.parse(saved).getroot().iter('ope')]
    found = len(amounts), sum(amounts)
    wanted = len(rows), sum(decimal.Decimal(row['amount']) for row in rows)
    print(f'{name}: {found}' + ('' if found == wanted else f', but not {wanted}'))
    return found == wanted


def main():
    sandbox, consentctl = sys.argv[1:]
    missing = [program for program in ('homebank', 'xdotool') if shutil.which(program) is None]
    if missing or 'DISPLAY' not in os.environ:
        print('skipped: these are not here:', *missing, '' if 'DISPLAY' in os.environ else 'a display')
        sys.exit(77)
    service = TwoPrograms(sandbox, consentctl)
    try:
        with tempfile.TemporaryDirectory() as folder:
            equal = check(service, 'Mia Chen', folder)
    finally:
        service.close()
    sys.exit(0 if equal else 1)


main()
