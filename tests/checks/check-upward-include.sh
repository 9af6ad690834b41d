#!/bin/sh
# check-upward-include.sh BUILD-ROOT: a file of the base layer that includes a header of core must not compile.
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
build=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

flags=$(python3 - "$build" <<'PYTHON'
import json
import shlex
import sys
for entry in json.load(open(sys.argv[1] + '/compile_commands.json')):
    if entry['file'].endswith('base/desk-clock.c'):
        words = shlex.split(entry['command'])
        print(' '.join(word for word in words if word.startswith(('-I', '-D', '-std'))).replace('"', '\\"'))
        break
PYTHON
)
[ -n "$flags" ] || { echo "no compile command of the base layer" >&2; exit 1; }

cd "$build"
compile () { printf '#include "%s"\n' "$1" > "$folder/try.c"; eval cc $flags -fsyntax-only "$folder/try.c" 2>/dev/null; }

compile desk-clock.h || { echo "a header of the layer itself does not compile: the check cannot tell anything" >&2; exit 1; }
! compile desk-store.h || { echo "base can include core" >&2; exit 1; }
