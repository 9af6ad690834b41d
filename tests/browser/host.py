# host.py: the pages of an app of another origin, which embeds the consent screens or is come back to
# SPDX-License-Identifier: GPL-3.0-or-later
import http.server
import threading

# As the Link SDK does it: the frame's attributes, and only messages of the frame's own window count.
EMBEDDING = b'''<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>App</title>
<style>
  html, body { margin: 0; height: 100%; }
  #fiskil-link-overlay { position: fixed; inset: 0; z-index: 2147483647; background: rgba(23, 23, 23, 0.2); }
  #fiskil-link-overlay iframe { width: 100%; height: 100%; border: 0; }
</style></head>
<body>
<script>
  const wanted = new URLSearchParams(location.search);
  const frame = document.createElement('iframe');
  const overlay = document.createElement('div');
  window.counted = [];
  window.others = [];
  window.addEventListener('message', event => {
    const list = event.source === frame.contentWindow ? window.counted : window.others;
    list.push({origin: event.origin, data: event.data});
  });
  overlay.id = 'fiskil-link-overlay';
  frame.title = 'Fiskil';
  frame.setAttribute('data-fiskil-link-iframe', 'true');
  frame.src = `${wanted.get('auth')}?sess_id=${encodeURIComponent(wanted.get('session'))}`;
  overlay.append(frame);
  document.body.append(overlay);
</script>
</body>
</html>
'''

# A page that is come back to: only its address matters, and whether it came to a hidden frame.
RETURN = b'''<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>App</title></head><body><p id="returned">Welcome back.</p></body></html>
'''


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        path = self.path.split('?')[0]
        page = EMBEDDING if path == '/embed' else RETURN if path in ('/linked', '/cancelled') else None
        self.server.visits.append((self.path, self.headers.get('Sec-Fetch-Dest')))
        self.send_response(200 if page else 404)
        self.send_header('Content-Type', 'text/html; charset=utf-8')
        self.end_headers()
        self.wfile.write(page or b'')

    def log_message(self, *_arguments):
        pass


class Host:
    """Serves the pages on a free port; `name` is how the browser is to call the machine."""

    def __init__(self):
        self.server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        self.server.visits = []
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def origin(self, name='127.0.0.1'):
        return f'http://{name}:{self.server.server_port}'

    def visits(self):
        return self.server.visits

    def close(self):
        self.server.shutdown()
        self.server.server_close()
