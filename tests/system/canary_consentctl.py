# canary_consentctl.py: marked records of a production environment are fetched, checked, searched through and forgotten
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import subprocess
import tempfile

from canary_marks import ANY, RECORDS, SECRET, STRACE, Home, read_trace
from canary_service import Service


def run(program, service, home, trace, *command):
    # Leaks cannot be looked for under strace.
    environment = dict(os.environ, CONSENT_DESK_CLIENT_ID='id', CONSENT_DESK_CLIENT_SECRET=SECRET, G_MESSAGES_DEBUG='all',
                       ASAN_OPTIONS='detect_leaks=0', **home.variables)
    done = subprocess.run([*STRACE, '-o', trace, program, '--api', service.origin + '/v1', '--auth', service.origin, '--json',
                           *command], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 0, done.stderr.decode(errors='replace')[-2000:]
    leaked = ANY.findall(done.stderr)
    assert not leaked, f'{leaked[0]} is in the log'


def check(build, rows):
    service = Service(rows)
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as elsewhere:
        home = Home(folder)
        trace = os.path.join(elsewhere, 'trace')
        for command in (('sync', '--user', 'eu_1'), ('quality', '--user', 'eu_1'),
                        ('get', 'banking.transactions', '--user', 'eu_1')):
            run(os.path.join(build, 'src', 'consentctl'), service, home, trace, *command)
            calls, marks = read_trace(trace, service.server_port)
            print(f'consentctl {command[0]}: {rows} marked rows; {calls.get("file", 0)} writes to files, '
                  f'{len(marks.get("file", ()))} marks in them', flush=True)
            assert not marks.get('file'), marks['file'][:5]
            assert not [mark for mark in marks['service'] if RECORDS.match(mark)]
        assert not home.find_marks(), home.find_marks()
    service.shutdown()
