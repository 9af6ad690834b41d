#!/usr/bin/env python3
# check-source.py SOURCE-ROOT: rules of HACKING.md that a machine can see: licence lines, banned functions, file length, marks left over.
# SPDX-License-Identifier: GPL-3.0-or-later
import pathlib
import re
import sys

BANNED = re.compile(r'\b(atoi|atol|atof|strtol|strtoul|strtoll|strtod|sprintf|vsprintf|sscanf|strtok|localtime|gmtime|gets|strcpy|strcat'
                    r'|g_usleep|usleep|sleep|system|popen)\s*\(')
MARKS = re.compile(r'\b(TODO|FIXME|XXX|HACK)\b')
LONGEST = 800


def faults_of(path, text):
    lines = text.splitlines()
    if 'SPDX-License-Identifier:' not in '\n'.join(lines[:6]):
        yield 1, 'no licence line'
    if len(lines) > LONGEST:
        yield len(lines), f'longer than {LONGEST} lines'
    for number, line in enumerate(lines, 1):
        if path.suffix in ('.c', '.h') and BANNED.search(line):
            yield number, 'a function that has a safer one in GLib: ' + BANNED.search(line).group(1)
        if MARKS.search(line) and path.name != 'check-source.py':
            yield number, 'a mark left over'


def main():
    root = pathlib.Path(sys.argv[1])
    count = 0
    for folder in ('src', 'tests', 'resources'):
        for path in sorted((root / folder).rglob('*')):
            if path.suffix not in ('.c', '.h', '.py', '.sh', '.css', '.js', '.html'):
                continue
            for number, fault in faults_of(path, path.read_text()):
                print(f'{path.relative_to(root)}:{number}: {fault}', file=sys.stderr)
                count += 1
    sys.exit(1 if count else 0)


main()
