#!/usr/bin/env python3
# webhooks.py SANDBOX CONSENTCTL: consentctl verifies the documented webhook (fiskil-api.md 4.4), receives those of a sandbox and
# lets it send them. The secret comes from the environment alone.
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import re
import signal
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'support'))

from two_programs import TwoPrograms

SECRET = ('jf+cnWPind3y0kYqJM4cPAC/8kNcwVXE8/fKs/Kz/SxXIkhVfvV8yh8dtEX9+K2PsmItKu5Jqqwy7cw2JQ+ozsSo2M9qmwpPxRMCREO+')
SIGNATURE = 'IzCU0JfFkAFOb+uwl+7tKiblh3ZRGkG6r5OyNTEefic='
BODY = ('{"publish_time":"2023-11-23T03:03:30.792Z","message_id":"9790112556309026","data":{"consent_id":'
        '"4a726862-6b39-4cd5-92c0-3d20fe96a202","client_id":"2XbIYazvJeBwaJx1xCaFar64uVk","end_user_id":'
        '"2YPr9YiWLNj3KZt9ycjbvy4bRx5","institution_id":"1"}}')
BANK = '88888'


def with_secret(secret):
    return dict(os.environ, CONSENT_DESK_WEBHOOK_SECRET=secret, G_DEBUG='fatal-warnings')


def verify(consentctl, body, secret=SECRET):
    return subprocess.run([consentctl, '--json', 'webhooks', 'verify', '--signature', SIGNATURE], input=body,
                          env=with_secret(secret), capture_output=True, text=True, check=False)


def check_verify(consentctl):
    valid = verify(consentctl, BODY)
    assert valid.returncode == 0 and json.loads(valid.stdout) == {'verdict': 'valid'}, valid
    assert verify(consentctl, BODY.replace('"1"', '"2"')).returncode == 5
    missing = verify(consentctl, BODY, '')
    assert missing.returncode == 2 and 'CONSENT_DESK_WEBHOOK_SECRET' in missing.stderr, missing


def check_listen(programs, consentctl):
    secret = programs.ready['webhook_secret']
    listener = subprocess.Popen([consentctl, '--json', 'webhooks', 'listen'], env=with_secret(secret), text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    uri = re.search(r'http://127\.0\.0\.1:[0-9]+/webhooks', listener.stderr.readline()).group()
    assert uri in listener.stderr.readline()
    with open(f'/proc/{listener.pid}/cmdline', encoding='utf-8') as file:
        assert secret not in file.read()
    customer = next(customer for customer in programs.customers() if customer['institution_id'] == BANK)
    end_user = programs.add_end_user(customer)
    consent = programs.call('consents', 'list', '--user', end_user)[0]['arrangement_id']
    programs.control('/webhooks/target', {'url': uri})
    sent = programs.call('webhooks', 'trigger', 'banking.accounts.sync.completed', '--consent', consent)
    received = json.loads(listener.stdout.readline())
    assert received == {'verdict': 'valid', 'event': 'banking.accounts.sync.completed', 'message_id': sent['message_id'],
                        'end_user_id': end_user, 'consent_id': consent}, received
    assert programs.run('webhooks', 'trigger', 'no.such.event', '--consent', consent, check=False).returncode == 1
    listener.send_signal(signal.SIGINT)
    assert listener.wait() == 0


def main(sandbox, consentctl):
    check_verify(consentctl)
    programs = TwoPrograms(sandbox, consentctl)
    check_listen(programs, consentctl)
    programs.close()


main(*sys.argv[1:])
