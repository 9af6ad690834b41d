#!/usr/bin/env python3
# data_files.py FILE …: all-data files load, alone and together; what is no such file gives one sentence and exit code 2
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path[:0] = [os.path.dirname(__file__), os.path.join(os.path.dirname(__file__), '..', 'support')]

from service import Service, program_path

# What a file can be instead; none of it is one.
OTHER = {
    'empty': b'', 'no JSON': b'hello', 'a list': b'[]', 'a number': b'1', 'no holders': b'{}',
    'holders that are no list': b'{"holders":{}}', 'a holder that is none': b'{"holders":[1]}', 'cut': b'{"holders":[{"hol',
    'bad UTF-8': b'{"holders":["\xff"]}', 'too deep': b'{"holders":' + b'[' * 500 + b']' * 500 + b'}', 'binary': bytes(range(256)),
}


def customers_of(path):
    """Who is in a file, with an industry each."""
    with open(path, encoding='utf-8') as file:
        holders = json.load(file)['holders']
    customers = [customer for holder in holders for customer in holder['holder']['authenticated']['customers']]
    return {(customer['customerId'], industry) for customer in customers for industry in ('banking', 'energy')
            if industry in customer and customer[industry].get('accounts') is not None}


def served(*paths):
    options = [option for path in paths for option in ('--data', path)]
    service = Service(program_path(), *options)
    try:
        return {(row['customer_id'], row['industry']) for row in service.customers() if row['source'] == 'data'}
    finally:
        service.close()


def loads(paths):
    for chosen in [[path] for path in paths] + [list(paths)]:
        wanted = set().union(*map(customers_of, chosen))
        found = served(*chosen)
        print(f"{' + '.join(os.path.basename(path) for path in chosen)}: {len(found)} customers")
        if not wanted <= found:
            yield f'{chosen}: {wanted - found} are missing'


def refused(path, what):
    """The one sentence, and what is wrong with how it is said."""
    done = subprocess.run([program_path(), '--data', path, '--exit-with-stdin'], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=30)
    lines = done.stderr.decode().splitlines()
    print(f'{what}: {lines[0] if lines else "nothing is said"}')
    if done.returncode != 2:
        yield f'{what}: exit code {done.returncode}'
    if len(lines) != 1 or not lines[0].startswith('consent-desk-sandbox: '):
        yield f'{what}: not one sentence: {lines}'
    if done.stdout:
        yield f'{what}: a line on standard output'


def refuses():
    with tempfile.TemporaryDirectory() as folder:
        for what, text in OTHER.items():
            path = os.path.join(folder, 'data.json')
            with open(path, 'wb') as file:
                file.write(text)
            yield from refused(path, what)
        yield from refused(os.path.join(folder, 'none.json'), 'no file')
        yield from refused(folder, 'a folder')


def main():
    faults = list(refuses())
    paths = [path for path in sys.argv[1:] if os.path.exists(path)]
    if paths:
        faults += loads(paths)
    for fault in faults:
        print(f'#   {fault}')
    if faults:
        sys.exit(1)
    if not paths:
        print('skipped: the shared data are not here')
        sys.exit(77)


main()
