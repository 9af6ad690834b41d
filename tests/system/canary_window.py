# canary_window.py: the real window works with marked records of a production environment, and is looked at from outside
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import re
import signal
import subprocess
import tempfile
import threading

from canary_marks import (ANY, PERSONS, RECORDS, SECRET, SECRETS, STRACE, Home, count_in_memory, find_screen, read_trace)
from canary_service import Service

LOOK_SECONDS = 0.5
PATIENCE = 60  # seconds for all, and as many for each so many rows
ROWS_A_MINUTE = 20000

# What is freed is overwritten at once: what is still found in memory is held by something.
ALLOCATOR = {'G_SLICE': 'always-malloc', 'MALLOC_PERTURB_': '85', 'GLIBC_TUNABLES': 'glibc.malloc.tcache_count=0'}


class Watch(threading.Thread):
    """Searches the folders of the program again and again."""

    def __init__(self, home):
        super().__init__(daemon=True)
        self.home = home
        self.found = []
        self.looks = 0
        self.over = threading.Event()
        self.start()

    def look(self):
        self.found += self.home.find_marks()
        self.looks += 1

    def run(self):
        while not self.over.wait(LOOK_SECONDS):
            self.look()

    def end(self):
        self.over.set()
        self.join()
        self.look()


class Run:
    """One run of canary-window, that ends in one way."""

    def __init__(self, program, schemas, rows, how, folder):
        self.rows = rows
        self.how = how
        self.printed = []  # debug messages, between what the program tells
        self.service = Service(rows)
        self.trace, self.log, self.asked, user = (os.path.join(folder, name) for name in ('trace', 'log', 'asked', 'user'))
        self.archive = os.path.join(self.asked, 'inspector.har')
        os.mkdir(self.asked)
        os.mkdir(user)
        self.home = Home(user)
        self.is_sanitized = subprocess.run(['grep', '-q', '__asan_init', program], check=False).returncode == 0
        environment = {name: value for name, value in os.environ.items() if not name.startswith('CONSENT_DESK')}
        environment.update(self.home.variables, G_MESSAGES_DEBUG='all', GSETTINGS_BACKEND='keyfile', GTK_A11Y='none',
                           GSK_RENDERER='cairo', GSETTINGS_SCHEMA_DIR=schemas, ASAN_OPTIONS='detect_leaks=0:handle_segv=0',
                           **ALLOCATOR)
        with open(self.log, 'wb') as log:
            self.process = subprocess.Popen([*STRACE, '-o', self.trace, program, how, str(rows), self.archive], env=environment,
                                            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log)
        self.timer = threading.Timer(PATIENCE * (1 + rows / ROWS_A_MINUTE), self.kill)
        self.timer.daemon = True
        self.timer.start()
        self.say(self.service.origin, SECRET)
        self.watch = Watch(self.home)

    def say(self, *lines):
        self.process.stdin.write(''.join(line + '\n' for line in lines).encode())
        self.process.stdin.flush()

    def expect(self, place):
        """Waits until the program is there. Returns the number that it tells."""
        for line in self.process.stdout:
            if line.startswith(b'at ' + place.encode()):
                return int(line.split()[2])
            self.printed.append(line)
        with open(self.log, encoding='utf-8', errors='replace') as log:
            raise AssertionError(f'It ended before it was {place}: ' + log.read()[-2000:])

    def pid(self):
        with open(f'/proc/{self.process.pid}/task/{self.process.pid}/children', encoding='utf-8') as file:
            return int(file.read().split()[0])

    def kill(self):
        if self.process.poll() is None:
            os.kill(self.pid(), signal.SIGKILL)

    def browse(self):
        stored = self.expect('filled')
        assert stored > self.rows, stored
        self.screen = find_screen()
        self.say('')
        shown = self.expect('browsed')
        assert shown == self.rows, shown
        if not self.is_sanitized:
            held = count_in_memory(self.pid(), RECORDS)
            assert held > self.rows, held  # that memory can be searched
        self.say('')

    def count_held(self):
        """Marks in memory at the end. An end user without consents is still listed; a sanitizer keeps what is freed."""
        assert self.expect('ended') == 0
        pattern = RECORDS if self.how == 'revoke' else re.compile(RECORDS.pattern + b'|' + PERSONS.pattern)
        held = None if self.is_sanitized else count_in_memory(self.pid(), pattern)
        self.say('')
        return held

    def crash(self):
        """As a fault would; nothing is said of memory."""
        self.expect('archived')
        os.kill(self.pid(), signal.SIGSEGV)

    def finish(self):
        self.process.stdin.close()
        self.printed += self.process.stdout
        code = self.process.wait()
        self.timer.cancel()
        self.watch.end()
        self.service.shutdown()
        assert code == (0 if self.how != 'crash' else -signal.SIGSEGV), code
        self.check_traces()
        return self

    def check_traces(self):
        assert not self.watch.found, self.watch.found
        self.calls, self.marks = read_trace(self.trace, self.service.server_port, self.screen, self.asked.encode())
        for kind in ('file', 'screen', 'other', 'start'):
            assert not self.marks.get(kind), (kind, self.marks[kind][:5])
        assert not [mark for mark in self.marks.get('service', ()) if RECORDS.match(mark)]
        assert SECRET.encode() in self.marks['service']  # that the trace sees what is sent
        with open(self.log, 'rb') as log:
            text = log.read() + b''.join(self.printed)
        assert b'-DEBUG: ' in text, 'nothing was logged'
        assert not ANY.search(text), ANY.findall(text)[:5]
        self.check_archive()

    def check_archive(self):
        with open(self.archive, 'rb') as file:
            archive = file.read()
        assert archive.startswith(b'{') and not SECRETS.search(archive)
        # That of somebody who shares has the bodies; whoever shares no more may still be listed.
        assert bool(RECORDS.search(archive)) == (self.how == 'crash'), RECORDS.findall(archive)[:5]
        assert bool(PERSONS.search(archive)) == (self.how != 'delete'), PERSONS.findall(archive)[:5]
        cores = [path for path in self.home.files() if 'core' in os.path.basename(path)]
        assert not cores, cores


def tell(run, held):
    memory = 'not looked at' if held is None else f'{held} marks held'
    print(f'window, {run.how}: {run.rows} marked rows; calls {run.calls}; '
          f'marks { {kind: len(marks) for kind, marks in run.marks.items()} }; memory: {memory}; '
          f'searched the folders {run.watch.looks} times', flush=True)


def check(build, rows):
    program, schemas = os.path.join(build, 'tests', 'system', 'canary-window'), os.path.join(build, 'data')
    for how in ('revoke', 'delete', 'crash'):
        with tempfile.TemporaryDirectory() as folder:
            run = Run(program, schemas, rows, how, folder)
            try:
                run.browse()
                held = run.crash() if how == 'crash' else run.count_held()
                run.finish()
            finally:
                run.kill()
            tell(run, held)
            assert not held, held
