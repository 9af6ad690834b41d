#!/bin/sh
# hand-over.sh PIPE ADDRESS: what the desktop runs to open a web address
# SPDX-License-Identifier: GPL-3.0-or-later
printf '%s\n' "$2" > "$1"
