#!/usr/bin/env python3
# killed_state.py: what was answered is there again after the sandbox was killed at any moment
# SPDX-License-Identifier: GPL-3.0-or-later
import http.client
import os
import random
import sys
import tempfile
import threading

sys.dont_write_bytecode = True
sys.path[:0] = [os.path.dirname(__file__), os.path.join(os.path.dirname(__file__), '..', 'support')]

from service import Service, program_path

ROUNDS = 16
LONGEST = 0.6


class Writer:
    """Writes without a pause until the sandbox is gone; knows what was answered."""

    def __init__(self, service, customer, known):
        self.service, self.customer, self.known = service, customer, known

    def write(self):
        try:
            while True:
                user = self.service.add_end_user('written@example.com')
                self.known['users'].add(user)
                consent = self.service.grant(user, self.customer)
                self.known['consents'].add(consent)
                session = self.service.call('POST', 'auth/session', {'end_user_id': user})['body']['session_id']
                self.known['sessions'].add(session)
        except (OSError, ValueError, KeyError, TypeError, http.client.HTTPException):
            pass


def write_until_killed(folder, known, seconds, seed):
    """The client_id: it is the state's, whatever seed is given later."""
    service = Service(program_path(), '--state', folder, seed=seed)
    writer = Writer(service, service.customers()[0], known)
    timer = threading.Timer(seconds, service.process.kill)
    timer.start()
    writer.write()
    timer.join()
    service.process.wait()
    return service.ready['client_id']


def missing(folder, known):
    """What was answered and is not there any more, in a sandbox that starts again on the folder."""
    service = Service(program_path(), '--state', folder)
    try:
        users = {row['id'] for row in service.every('end-users?page[size]=1000', 'end_users')}
        consents = {row['arrangement_id'] for row in service.every('consent?page[size]=1000', 'consents')}
        sessions = {name for name in known['sessions']
                    if service.ask('GET', service.ready['auth'] + '?sess_id=' + name)['status'] == 200}
        readable = all(service.call('GET', f'banking/accounts?end_user_id={user}')['status'] == 200 for user in users)
        print(f'# {len(users)} end users, {len(consents)} consents, {len(sessions)} sessions')
        return {'users': known['users'] - users, 'consents': known['consents'] - consents,
                'sessions': known['sessions'] - sessions, 'unreadable': set() if readable else {'data'}}
    finally:
        service.close()


def main():
    chance = random.Random(os.environ.get('DESK_TEST_CHANCE', '1'))
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        known = {'users': set(), 'consents': set(), 'sessions': set()}
        clients = set()
        for number in range(ROUNDS):
            clients.add(write_until_killed(folder, known, chance.uniform(0.005, LONGEST), number + 1))
            if number % 4 == 3:
                lost = {name: found for name, found in missing(folder, known).items() if found}
                print(f'killed {number + 1} times: ' + (f'lost {lost}' if lost else 'nothing lost'))
                faults += bool(lost)
        if len(clients) != 1:
            print('the state was not kept: there are several client_ids')
            faults += 1
        if not known['sessions']:
            print('nothing was ever written')
            faults += 1
    sys.exit(1 if faults else 0)


main()
