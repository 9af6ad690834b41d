# rows.py: what a row of the contract is made of
# SPDX-License-Identifier: GPL-3.0-or-later
import dataclasses

from service import Answer


def fill(value, names):
    """Puts names into the braces of every text below."""
    if isinstance(value, str):
        for name, text in names.items():
            value = value.replace('{' + name + '}', str(text))
        return value
    if isinstance(value, dict):
        return {name: fill(inner, names) for name, inner in value.items()}
    if isinstance(value, list):
        return [fill(inner, names) for inner in value]
    return value


@dataclasses.dataclass
class Call:
    """One call; `save` keeps members of its body under a name for later calls."""
    method: str
    path: str
    body: object = None
    headers: dict = dataclasses.field(default_factory=dict)
    bearer: bool = True
    save: dict = dataclasses.field(default_factory=dict)

    def run(self, service, version=None):
        headers = fill(self.headers, service.names)
        if version:
            headers['X-Fiskil-Version'] = version
        answer = service.call(self.method, fill(self.path, service.names), fill(self.body, service.names),
                              headers, self.bearer)
        for name, member in self.save.items():
            service.names[name] = answer['body'][member]
        return answer


def get(path, **more):
    return Call('GET', path, **more)


def post(path, body=None, **more):
    return Call('POST', path, {} if body is None else body, **more)


def delete(path, **more):
    return Call('DELETE', path, **more)


@dataclasses.dataclass
class Steps:
    """Calls one after the other: the answer is the last one's, and `earlier` has the others' statuses and bodies."""
    calls: tuple

    def run(self, service, version=None):
        answers = [call.run(service, version) for call in self.calls]
        last = Answer(answers[-1])
        last['earlier'] = answers[:-1]
        return last


def steps(*calls):
    return Steps(calls)


@dataclasses.dataclass
class Asked:
    """Whatever one call cannot ask: a function of the service (and the version) that gives an answer."""
    function: object
    arguments: tuple = ()

    def run(self, service, version=None):
        answer = self.function(service, *fill(list(self.arguments), service.names))
        return answer if isinstance(answer, Answer) else Answer(body=answer)


def asked(function, *arguments):
    return Asked(function, arguments)


@dataclasses.dataclass
class Row:
    """One statement: its section, its words, how it is asked and the literal answer."""
    section: str
    statement: str
    ask: object
    status: object = None
    body: object = None
    headers: dict = None
    versions: tuple = (None,)
    earlier: list = None

    def pattern(self):
        return {name: wanted for name in ('status', 'body', 'headers', 'earlier')
                if (wanted := getattr(self, name)) is not None}


@dataclasses.dataclass
class Without:
    """A statement that has no row, and why."""
    section: str
    statement: str
    reason: str
