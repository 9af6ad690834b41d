#!/usr/bin/env python3
# check-includes.py SOURCE-ROOT: refuses a quoted include with ".." or of a layer that the including one may not see.
# SPDX-License-Identifier: GPL-3.0-or-later
import pathlib
import re
import sys

BELOW = {
    'base': [],
    'core': ['base'],
    'consent': ['base'],
    'api': ['core', 'base'],
    'listen': ['base'],
    'export': ['core', 'base'],
    'app': ['core', 'consent', 'api', 'listen', 'export', 'base'],
    'charts': ['base'],
    'ui': ['app', 'core', 'consent', 'api', 'listen', 'export', 'charts', 'base'],
    'cli': ['app', 'core', 'consent', 'api', 'listen', 'export', 'base'],
    'sandbox': ['base'],
}
GENERATED = {'desk-config.h', 'desk-ui-resources.h', 'desk-sandbox-resources.h'}
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)


def layer_of(path, source):
    return path.relative_to(source).parts[0]


def main():
    source = pathlib.Path(sys.argv[1]) / 'src'
    owner = {}
    for header in source.rglob('*.h'):
        if header.name in owner:
            sys.exit(f'{header.name} exists twice')
        owner[header.name] = layer_of(header, source)

    faults = []
    for path in sorted(source.rglob('*.[ch]')):
        layer = layer_of(path, source)
        for name in INCLUDE.findall(path.read_text()):
            where = f'{path.relative_to(source.parent)}: "{name}"'
            if '..' in name.split('/'):
                faults.append(f'{where}: an include never climbs')
            elif name in GENERATED or layer not in BELOW:
                continue
            elif pathlib.PurePath(name).name not in owner:
                faults.append(f'{where}: no such header')
            elif owner[pathlib.PurePath(name).name] not in BELOW[layer] + [layer]:
                faults.append(f'{where}: {layer} may not see {owner[pathlib.PurePath(name).name]}')
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(1 if faults or not owner else 0)


main()
