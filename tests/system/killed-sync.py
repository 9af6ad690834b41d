#!/usr/bin/env python3
# killed-sync.py CONSENT-DESK SANDBOX CONSENTCTL [KILLS]: the application is killed at random moments while it fetches into
# the store that the built-in sandbox keeps on disk. Each time the store is whole, and no sandbox is left behind; the fetch
# that is let through in the end has neither lost nor doubled a row. Runs on a display, with a session bus.
# SPDX-License-Identifier: GPL-3.0-or-later
import contextlib
import glob
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'support'))

from two_programs import TwoPrograms

PATIENCE = 60  # seconds until a fetch has all rows
BANK, RETAILER = '88888', '88801'
SETTINGS = "[io/github/consentdesk/ConsentDesk]\nend-user='%s'\n"


class Home:
    """The folders of somebody who has linked a bank and an energy retailer, and nothing fetched yet."""

    def __init__(self, folder, sandbox, consentctl):
        self.folder = folder
        self.state = os.path.join(folder, 'data', 'consent-desk', 'sandbox')
        os.makedirs(self.state)
        programs = TwoPrograms(sandbox, consentctl, '--state', self.state, '--now', '2026-11-21T00:00:00Z')
        customers = programs.customers()
        end_user = programs.add_end_user(*(next(customer for customer in customers if customer['institution_id'] == institution)
                                           for institution in (BANK, RETAILER)))
        self.rows = self.count(programs, end_user)
        programs.close()
        settings = os.path.join(folder, 'config', 'glib-2.0', 'settings')
        os.makedirs(settings)
        with open(os.path.join(settings, 'keyfile'), 'w', encoding='utf-8') as file:
            file.write(SETTINGS % end_user)

    def count(self, programs, end_user):
        """Rows of each data set, as the service has them; details are fetched one by one."""
        names = [resource['name'] for resource in programs.call('resources') if not resource['name'].endswith('-detail')]
        return {name: len(programs.call('get', name, '--user', end_user)) for name in names}

    def environment(self):
        # On a bus, another program of the tests could be asked to open the window in its place.
        return dict(os.environ, HOME=self.folder, DBUS_SESSION_BUS_ADDRESS='disabled:', GSETTINGS_BACKEND='keyfile', NO_AT_BRIDGE='1',
                    XDG_DATA_HOME=os.path.join(self.folder, 'data'), XDG_CONFIG_HOME=os.path.join(self.folder, 'config'),
                    XDG_CACHE_HOME=os.path.join(self.folder, 'cache'))

    def start(self, program):
        return subprocess.Popen([program], env=self.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def stores(self, suffix):
        return glob.glob(os.path.join(self.folder, 'data', 'consent-desk', 'sandbox-records-*.sqlite' + suffix))

    @contextlib.contextmanager
    def store(self):
        """A copy of the store as a crash left it, with its journal; none if there is no store yet."""
        path = next(iter(self.stores('')), None)
        with tempfile.TemporaryDirectory() as copy:
            for name in self.stores('*'):
                with contextlib.suppress(FileNotFoundError):  # a journal comes and goes
                    shutil.copy(name, copy)
            database = sqlite3.connect(os.path.join(copy, os.path.basename(path))) if path else None
            yield database
            if database:
                database.close()

    def check(self):
        with self.store() as database:
            result = database.execute('PRAGMA integrity_check').fetchall() if database else [('ok',)]
        assert result == [('ok',)], result

    def stored(self):
        """Rows of each data set in the store, and in the table of their bytes."""
        with self.store() as database:
            if not database:
                return {}
            try:
                return {name: tuple(database.execute(f'SELECT count(*) FROM "{name}{kind}"').fetchone()[0]
                                    for kind in ('', ':body')) for name in self.rows}
            except sqlite3.DatabaseError:
                return {}  # not made yet, or copied in the middle of a write


def children(sandbox, folder):
    """Processes of the sandbox that serve this home."""
    found = []
    for path in glob.glob('/proc/[0-9]*/cmdline'):
        try:
            with open(path, 'rb') as file:
                command = file.read().decode(errors='replace')
        except OSError:
            continue
        if os.path.basename(sandbox) in command and folder in command:
            found.append(path)
    return found


def wait_for(condition, what):
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, what
        time.sleep(0.05)


def expect(home):
    return {name: (count, count) for name, count in home.rows.items()}


def finish(home, program, least=0):
    """One run to the end, and of so many seconds at least. Returns how long it took."""
    start = time.monotonic()
    process = home.start(program)
    try:
        wait_for(lambda: home.stored() == expect(home) and time.monotonic() - start > least, 'The fetch did not bring all rows')
        return time.monotonic() - start
    finally:
        process.kill()
        process.wait()


def main(program, sandbox, consentctl, kills='12'):
    chance = random.Random(20261127)
    with tempfile.TemporaryDirectory() as folder:
        home = Home(folder, sandbox, consentctl)
        duration = finish(home, program)
        partial = 0
        print(f'{sum(home.rows.values())} rows in {len(home.rows)} data sets are fetched')
        for _kill in range(int(kills)):
            wait_for(lambda: not children(sandbox, folder), 'A sandbox is left behind')
            if chance.random() < 0.5:
                for path in home.stores('*'):
                    os.remove(path)  # a first fetch, without indexes
            process = home.start(program)
            time.sleep(chance.uniform(0.1, duration))  # the random moment
            process.kill()
            process.wait()
            home.check()
            partial += home.stored() != expect(home)
        wait_for(lambda: not children(sandbox, folder), 'A sandbox is left behind')
        finish(home, program, 2 * duration)
        home.check()
    print(f'killed {kills} times, {partial} of them with a part of the rows: whole each time, and no row lost or doubled in the end')


main(*sys.argv[1:])
