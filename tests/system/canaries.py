#!/usr/bin/env python3
# canaries.py consentctl|window [ROWS] [BUILD]: records of a production environment carry marks. No mark, and no secret, is
# written to any file at any time: seen by strace, and by searching every folder that the program may write to. Nor is any in
# the log, in an argument, or in the environment of another program. After the consent was revoked or the end user deleted no
# mark is left in the inspector, nor anywhere in the memory of the window. That needs a display, with a session bus.
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import sys

sys.dont_write_bytecode = True

import canary_consentctl
import canary_marks
import canary_window

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
SUBJECTS = {'consentctl': canary_consentctl.check, 'window': canary_window.check}


def main(subject, rows='20000', build=os.path.join(ROOT, 'build')):
    if not canary_marks.can_trace():
        print('strace cannot be used here: nothing was looked at')
        sys.exit(77)
    canary_marks.check_eyes()
    SUBJECTS[subject](build, int(rows))


main(*sys.argv[1:])
