# matching.py: what an answer is compared with
# SPDX-License-Identifier: GPL-3.0-or-later
import re

ABSENT = type('Absent', (), {'__repr__': lambda self: 'absent'})()
MISSING = type('Missing', (), {'__repr__': lambda self: 'nothing'})()
ANY = object
NUMBER = (int, float)


class Exactly(dict):
    """An object with these members and no other."""


class Each(list):
    """A list that is not empty, of which each element fits."""

    def __init__(self, pattern):
        super().__init__([pattern])


class Some(Each):
    """A list of which at least one element fits."""


class OneOf(tuple):
    """One of these values."""

    def __new__(cls, *values):
        return super().__new__(cls, values)


class Everywhere:
    """Somewhere below there is a member of this name, and wherever it is its value fits."""

    def __init__(self, name, pattern):
        self.name, self.pattern = name, pattern


class Nowhere:
    """No member below has this name."""

    def __init__(self, name):
        self.name = name


class Length:
    """A list of so many elements."""

    def __init__(self, least, most=None):
        self.least, self.most = least, least if most is None else most


class Ordered:
    """A list in the order of one member; of which those without it come first."""

    def __init__(self, member, descending=False):
        self.member, self.descending = member, descending


class All:
    """Fits each of the patterns."""

    def __init__(self, *patterns):
        self.patterns = patterns


def members(value):
    """Every name and value below, at any depth."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name, inner
            yield from members(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from members(inner)


def shorten(value):
    text = repr(value)
    return text if len(text) < 200 else text[:200] + '…'


def of_object(value, pattern, where):
    if not isinstance(value, dict):
        yield f'{where} is {shorten(value)}, not an object'
        return
    for name, inner in pattern.items():
        yield from differences(value.get(name, MISSING), inner, f'{where}.{name}')
    if isinstance(pattern, Exactly):
        for name in value.keys() - pattern.keys():
            yield f'{where}.{name} is not expected'


def of_list(value, pattern, where):
    if not isinstance(value, list):
        yield f'{where} is {shorten(value)}, not a list'
    elif isinstance(pattern, Some):
        if all(any(differences(inner, pattern[0], where)) for inner in value):
            yield f'{where} has no element like {shorten(pattern[0])}: {shorten(value)}'
    elif isinstance(pattern, Each):
        if not value:
            yield f'{where} is empty'
        for index, inner in enumerate(value):
            yield from differences(inner, pattern[0], f'{where}[{index}]')
    elif len(value) != len(pattern):
        yield f'{where} has {len(value)} elements instead of {len(pattern)}: {shorten(value)}'
    else:
        for index, (inner, wanted) in enumerate(zip(value, pattern)):
            yield from differences(inner, wanted, f'{where}[{index}]')


def of_names(value, pattern, where):
    found = [inner for name, inner in members(value) if name == pattern.name]
    if isinstance(pattern, Nowhere):
        if found:
            yield f'{where} has a member {pattern.name}'
        return
    if not found:
        yield f'{where} has no member {pattern.name} anywhere'
    for inner in found:
        yield from differences(inner, pattern.pattern, f'{where}…{pattern.name}')


def of_order(value, pattern, where):
    known = [row.get(pattern.member) for row in value]
    present = [key for key in known if key is not None]
    if known[len(known) - len(present):] != sorted(present, reverse=pattern.descending) or len(present) < 2:
        yield f'{where} is not in the order of {pattern.member}: {shorten(known)}'


def of_type(value, pattern, where):
    wanted = pattern if isinstance(pattern, tuple) else (pattern,)
    if value is MISSING or not isinstance(value, wanted) or isinstance(value, bool) and not {bool, object} & set(wanted):
        yield f'{where} is {shorten(value)}, not of the type {[kind.__name__ for kind in wanted]}'


def differences(value, pattern, where='answer'):
    """Says in words where the value does not fit the pattern."""
    if pattern is ABSENT:
        if value is not MISSING:
            yield f'{where} is there: {shorten(value)}'
    elif isinstance(pattern, All):
        for inner in pattern.patterns:
            yield from differences(value, inner, where)
    elif isinstance(pattern, dict):
        yield from of_object(value, pattern, where)
    elif isinstance(pattern, list):
        yield from of_list(value, pattern, where)
    elif isinstance(pattern, OneOf):
        if all(any(differences(value, inner, where)) for inner in pattern):
            yield f'{where} is {shorten(value)}, none of {shorten(tuple(pattern))}'
    elif isinstance(pattern, (Everywhere, Nowhere)):
        yield from of_names(value, pattern, where)
    elif isinstance(pattern, Length):
        if not isinstance(value, list) or not pattern.least <= len(value) <= pattern.most:
            yield f'{where} has not {pattern.least} to {pattern.most} elements: {shorten(value)}'
    elif isinstance(pattern, Ordered):
        yield from of_order(value, pattern, where)
    elif isinstance(pattern, (type, tuple)):
        yield from of_type(value, pattern, where)
    elif isinstance(pattern, re.Pattern):
        if not isinstance(value, str) or not pattern.fullmatch(value):
            yield f'{where} is {shorten(value)}, not like {pattern.pattern}'
    elif value != pattern or isinstance(value, bool) != isinstance(pattern, bool):
        yield f'{where} is {shorten(value)} instead of {shorten(pattern)}'
