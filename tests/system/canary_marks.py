# canary_marks.py: marks in records, persons and secrets, and the eyes that look for them
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import re
import shutil
import subprocess
import tempfile

MARK = 'canary-%09d'  # 16 bytes, as all of them
PERSON = 'person-%09d'
SECRET = 'secret-of-theKey'
TOKEN = 'token-of-session'

RECORDS = re.compile(rb'canary-[0-9]{9}')
PERSONS = re.compile(rb'person-[0-9]{9}')
SECRETS = re.compile(SECRET.encode() + b'|' + TOKEN.encode())
ANY = re.compile(b'|'.join(pattern.pattern for pattern in (RECORDS, PERSONS, SECRETS)))

# Whatever is written, with what it is written to, and what is started, with its environment.
STRACE = ('strace', '-f', '-yy', '-v', '-s', '4000000', '--seccomp-bpf', '-e', 'signal=none', '-e',
          'trace=write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,sendmmsg,execve')
CALL = re.compile(rb'^\d+ +(\w+)\((?:\d+<(.*?)>[,)])?')


class Home:
    """Every folder that a program may write to."""

    def __init__(self, folder):
        self.folder = folder
        names = {'HOME': 'home', 'XDG_DATA_HOME': 'data', 'XDG_CONFIG_HOME': 'config', 'XDG_CACHE_HOME': 'cache',
                 'XDG_STATE_HOME': 'state', 'XDG_RUNTIME_DIR': 'run', 'TMPDIR': 'tmp'}
        self.variables = {variable: os.path.join(folder, name) for variable, name in names.items()}
        for path in self.variables.values():
            os.mkdir(path, 0o700)

    def files(self):
        return [os.path.join(folder, name) for folder, _folders, names in os.walk(self.folder) for name in names]

    def find_marks(self):
        found = []
        for path in self.files():
            try:
                with open(path, 'rb') as file:
                    if ANY.search(file.read()):
                        found.append(path)
            except OSError:
                continue  # gone meanwhile, or a socket
        return found


def classify(call, target, service, screen, asked):
    """What a call of the trace writes to."""
    if call == b'execve':
        return 'start'
    if target is None:
        return 'other'
    if target.startswith(b'/'):
        return 'null' if target.startswith(b'/dev/null') else 'asked' if asked and target.startswith(asked) else 'file'
    if target.startswith(b'TCP') and b'127.0.0.1:%d]' % service in target:
        return 'service'
    peer = re.search(rb'->(\d+)', target)
    return 'screen' if peer and int(peer.group(1)) in screen else 'other'


def read_trace(trace, service=0, screen=frozenset(), asked=b''):
    """How often something is written to each kind of target, and the marks in it. Whoever exports asks for files in a folder."""
    calls, marks = {}, {}
    with open(trace, 'rb') as file:
        for line in file:
            match = CALL.match(line)
            if match:
                kind = classify(match.group(1), match.group(2), service, screen, asked)
                calls[kind] = calls.get(kind, 0) + 1
                marks.setdefault(kind, []).extend(ANY.findall(line))
    return calls, marks


def find_screen():
    """The inodes of the sockets at which the X server listens and talks."""
    with open('/proc/net/unix', encoding='utf-8') as file:
        return frozenset(int(line.split()[6]) for line in file if '.X11-unix/' in line)


def count_in_memory(pid, pattern):
    """How often it is in what a process may write to. Freed memory is overwritten, if the process was started so."""
    count = 0
    with open(f'/proc/{pid}/maps', encoding='utf-8') as maps, open(f'/proc/{pid}/mem', 'rb', 0) as memory:
        for line in maps:
            span, permissions = line.split()[:2]
            if not permissions.startswith('rw'):
                continue
            start, end = (int(number, 16) for number in span.split('-'))
            try:
                memory.seek(start)
                count += len(pattern.findall(memory.read(end - start)))
            except (OSError, OverflowError):
                continue  # what is no memory: of a device
    return count


def can_trace():
    return shutil.which('strace') and subprocess.run(['strace', '-o', '/dev/null', 'true'], stderr=subprocess.DEVNULL,
                                                     check=False).returncode == 0


def check_eyes():
    """That a mark in a file, in an argument and in the environment is seen."""
    with tempfile.TemporaryDirectory() as folder:
        trace, home = os.path.join(folder, 'trace'), os.path.join(folder, 'home')
        os.mkdir(home)
        path = os.path.join(home, 'seen')
        subprocess.run([*STRACE, '-o', trace, 'sh', '-c', f'echo {MARK % 1} > {path}; exec env -i'], check=True,
                       env=dict(os.environ, SEEN=SECRET), stdout=subprocess.DEVNULL)
        _calls, marks = read_trace(trace)
        assert marks['file'] == [(MARK % 1).encode()], marks
        assert marks['start'].count((MARK % 1).encode()) == 1 and SECRET.encode() in marks['start'], marks
