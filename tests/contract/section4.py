# section4.py: webhooks
# SPDX-License-Identifier: GPL-3.0-or-later
ROWS = []
WITHOUT = []
