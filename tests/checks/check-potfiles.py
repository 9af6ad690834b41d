#!/usr/bin/env python3
# check-potfiles.py SOURCE-ROOT [--write]: every file with translatable text is named in po/POTFILES.in, in order, and
# no other. --write makes it so.
# SPDX-License-Identifier: GPL-3.0-or-later
import pathlib
import re
import sys

MARKS = {
    '.c': re.compile(r'\b(?:N?C?_|g_dngettext|ngettext|g_dpgettext2?|dgettext)\s*\('),
    '.ui': re.compile(r'translatable="(?:yes|true)"'),
}


def main():
    root = pathlib.Path(sys.argv[1])
    listed = [line for line in (root / 'po' / 'POTFILES.in').read_text().splitlines() if line and line[0] != '#']
    found = {str(path.relative_to(root)) for path in (root / 'data').glob('io.github.*.in') if '.service' not in path.name}
    found |= {str(path.relative_to(root)) for path in (root / 'data').glob('*.gschema.xml')}
    for folder in ('src', 'resources'):
        for path in (root / folder).rglob('*'):
            mark = MARKS.get(path.suffix)
            if mark and mark.search(path.read_text()):
                found.add(str(path.relative_to(root)))
    if sys.argv[2:] == ['--write']:
        (root / 'po' / 'POTFILES.in').write_text(''.join(name + '\n' for name in sorted(found)))
        return
    faults = [f'missing: {name}' for name in sorted(found - set(listed))]
    faults += [f'not needed: {name}' for name in sorted(set(listed) - found)]
    if listed != sorted(listed):
        faults.append('not in order')
    for fault in faults:
        print('po/POTFILES.in:', fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


main()
