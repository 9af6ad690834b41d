#!/usr/bin/env python3
# har-reader.py FILE: reads an HTTP archive by the field list of HAR 1.2 and says what is in it.
# (http://www.softwareishard.com/blog/har-12-spec/) Every field must be there unless the list calls it optional, must be of
# its type, and there must be no other, but for names that begin with an underscore.
# SPDX-License-Identifier: GPL-3.0-or-later
import base64
import datetime
import json
import sys
import urllib.parse

NUMBER, TEXT, LIST, OBJECT = (int, float), str, list, dict

# name: (type, whether it is optional)
COMMENT = {'comment': (TEXT, True)}
LOG = {'version': (TEXT, False), 'creator': (OBJECT, False), 'browser': (OBJECT, True), 'pages': (LIST, True),
       'entries': (LIST, False), **COMMENT}
CREATOR = {'name': (TEXT, False), 'version': (TEXT, False), **COMMENT}
ENTRY = {'pageref': (TEXT, True), 'startedDateTime': (TEXT, False), 'time': (NUMBER, False), 'request': (OBJECT, False),
         'response': (OBJECT, False), 'cache': (OBJECT, False), 'timings': (OBJECT, False), 'serverIPAddress': (TEXT, True),
         'connection': (TEXT, True), **COMMENT}
REQUEST = {'method': (TEXT, False), 'url': (TEXT, False), 'httpVersion': (TEXT, False), 'cookies': (LIST, False),
           'headers': (LIST, False), 'queryString': (LIST, False), 'postData': (OBJECT, True), 'headersSize': (NUMBER, False),
           'bodySize': (NUMBER, False), **COMMENT}
RESPONSE = {'status': (NUMBER, False), 'statusText': (TEXT, False), 'httpVersion': (TEXT, False), 'cookies': (LIST, False),
            'headers': (LIST, False), 'content': (OBJECT, False), 'redirectURL': (TEXT, False), 'headersSize': (NUMBER, False),
            'bodySize': (NUMBER, False), **COMMENT}
PAIR = {'name': (TEXT, False), 'value': (TEXT, False), **COMMENT}
POST_DATA = {'mimeType': (TEXT, False), 'params': (LIST, False), 'text': (TEXT, False), **COMMENT}
CONTENT = {'size': (NUMBER, False), 'compression': (NUMBER, True), 'mimeType': (TEXT, False), 'text': (TEXT, True),
           'encoding': (TEXT, True), **COMMENT}
TIMINGS = {'blocked': (NUMBER, True), 'dns': (NUMBER, True), 'connect': (NUMBER, True), 'send': (NUMBER, False),
           'wait': (NUMBER, False), 'receive': (NUMBER, False), 'ssl': (NUMBER, True), **COMMENT}


def check(value, fields, where):
    assert isinstance(value, dict), where
    for name, (kind, optional) in fields.items():
        assert optional or name in value, f'{where}.{name} is missing'
        if name in value:
            assert isinstance(value[name], kind) and not isinstance(value[name], bool), f'{where}.{name}'
    for name in value:
        assert name in fields or name.startswith('_'), f'{where}.{name} is not in the list'


def no_twins(pairs):
    assert len({name for name, _ in pairs}) == len(pairs), f'a name occurs twice: {pairs}'
    return dict(pairs)


def check_pairs(pairs, where):
    for pair in pairs:
        check(pair, PAIR, where)


def check_timings(entry):
    timings = entry['timings']
    check(timings, TIMINGS, 'timings')
    for name in ('send', 'wait', 'receive'):
        assert timings[name] >= 0, f'{name} must be known'
    assert all(value >= 0 or value == -1 for value in timings.values()), timings
    # TLS is part of connecting.
    parts = sum(value for name, value in timings.items() if value >= 0 and name != 'ssl')
    assert abs(parts - entry['time']) < 0.01, (timings, entry['time'])


def dup_content(content):
    if 'text' not in content:
        return b'-'
    if content.get('encoding') == 'base64':
        return b'base64:' + base64.b64decode(content['text'], validate=True)
    return content['text'].encode()


def check_entry(entry):
    check(entry, ENTRY, 'entry')
    assert datetime.datetime.fromisoformat(entry['startedDateTime'].replace('Z', '+00:00')).tzinfo is not None
    request, response = entry['request'], entry['response']
    check(request, REQUEST, 'request')
    check(response, RESPONSE, 'response')
    check(response['content'], CONTENT, 'content')
    check_pairs(request['headers'] + request['queryString'] + response['headers'], 'pair')
    assert request['cookies'] == [] and response['cookies'] == [] and entry['cache'] == {}
    check_timings(entry)
    sent = b'-'
    if 'postData' in request:
        check(request['postData'], POST_DATA, 'postData')
        assert not (request['postData']['params'] and request['postData']['text'])
        sent = request['postData']['text'].encode()
    query = ' '.join(f'{pair["name"]}={pair["value"]}' for pair in request['queryString'])
    path = urllib.parse.urlsplit(request['url']).path
    line = f'{request["method"]} {path} {response["status"]} [{query}] '.encode()
    sys.stdout.buffer.write(line + sent + b' ' + dup_content(response['content']) + b'\n')


def main():
    with open(sys.argv[1], encoding='utf-8') as file:
        archive = json.load(file, object_pairs_hook=no_twins)
    check(archive, {'log': (OBJECT, False)}, 'archive')
    check(archive['log'], LOG, 'log')
    check(archive['log']['creator'], CREATOR, 'creator')
    assert archive['log']['version'] == '1.2'
    times = [entry['startedDateTime'] for entry in archive['log']['entries']]
    assert times == sorted(times), 'the oldest comes first'
    for entry in archive['log']['entries']:
        check_entry(entry)


main()
