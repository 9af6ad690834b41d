# receiver.py: a receiver of webhooks
# SPDX-License-Identifier: GPL-3.0-or-later
import contextlib
import http.server
import json
import threading

PATIENCE = 20


class Receiver:
    """Listens on a free port; answers with `status`, and keeps what came."""

    def __init__(self, status=200):
        self.status, self.messages, self.arrived = status, [], threading.Condition()
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                text = self.rfile.read(int(self.headers['Content-Length']))
                if len(text) < int(self.headers['Content-Length']):
                    return
                headers = {name.lower(): value for name, value in self.headers.items()}
                self.send_response(receiver.status)
                self.send_header('Content-Length', '0')
                self.end_headers()
                with receiver.arrived:
                    receiver.messages.append({'text': text, 'headers': headers, 'body': json.loads(text)})
                    receiver.arrived.notify_all()

            def log_message(self, *arguments):
                pass

        self.server = http.server.HTTPServer(('127.0.0.1', 0), Handler)
        self.url = f'http://127.0.0.1:{self.server.server_port}/hook'
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def wait(self, enough):
        """Returns as soon as enough(messages) holds; what came by then."""
        with self.arrived:
            if not self.arrived.wait_for(lambda: enough(self.messages), PATIENCE):
                raise TimeoutError(f'only {len(self.messages)} webhooks came')
            return list(self.messages)

    def events(self, consent_id):
        """What came about a consent, in order."""
        found = [message['body']['data'] for message in self.messages]
        return [data['event'] for data in found if data['consent_id'] == consent_id]


@contextlib.contextmanager
def listening(service, status=200, secret=None):
    """A receiver that the sandbox sends to, and no longer afterwards."""
    receiver = Receiver(status)
    service.call('POST', '/sandbox/webhooks/target', {'url': receiver.url, **({'secret': secret} if secret else {})})
    try:
        yield receiver
    finally:
        service.call('POST', '/sandbox/webhooks/target', {'url': None})
        receiver.server.shutdown()
        receiver.server.server_close()
