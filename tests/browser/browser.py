#!/usr/bin/env python3
# browser.py SANDBOX CONTRACT-DIRECTORY [--screenshots DIRECTORY] [--only TEXT]: the consent screens in a real browser
# SPDX-License-Identifier: GPL-3.0-or-later
import argparse
import sys
import time

SKIPPED = 77


def read_options():
    parser = argparse.ArgumentParser()
    parser.add_argument('sandbox')
    parser.add_argument('contract')
    parser.add_argument('--screenshots')
    parser.add_argument('--only', default='')
    return parser.parse_args()


def attempt(check):
    try:
        check()
    except Exception as error:
        return error
    return None


def run_cells(cells, only):
    counts = {'run': 0, 'failed': 0}
    for name, check in cells:
        if only not in name:
            continue
        counts['run'] += 1
        start = time.monotonic()
        error = attempt(check)
        if error is None:
            print(f'ok: {name} ({time.monotonic() - start:.1f} s)', flush=True)
        else:
            counts['failed'] += 1
            print(f'FAILED: {name}: {type(error).__name__}: {error}', flush=True)
    return counts


def main():
    options = read_options()
    sys.path.append(options.contract)

    from chromium import CHROMEDRIVER, CHROMIUM, Chromium, is_installed
    from host import Host
    from cells import Cells
    from reading import Reading
    from service import Service

    if not is_installed():
        print(f'Skipped: {CHROMIUM} or {CHROMEDRIVER} is missing; install chromium and chromium-driver.')
        return SKIPPED

    service, host, browser = Service(options.sandbox), Host(), None
    try:
        browser = Chromium()
        parts = Cells(browser, service, host), Reading(browser, service, host, options.screenshots)
        counts = run_cells((cell for part in parts for cell in part.list()), options.only)
    finally:
        if browser is not None:
            browser.close()
        host.close()
        service.close()

    print(f"{counts['run']} cells run, {counts['run'] - counts['failed']} passed, {counts['failed']} failed")
    return 1 if counts['failed'] or not counts['run'] else 0


if __name__ == '__main__':
    sys.exit(main())
