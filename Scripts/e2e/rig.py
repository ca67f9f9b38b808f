"""What the end-to-end scripts share: a browser without scripts, and the built program on a free port."""
import contextlib
import json
import os
import pathlib
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
PEERS = pathlib.Path(os.environ.get("LAUREL_SHARED", ROOT.parent / "shared")) / "peers"


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Browser:
    """Keeps cookies for each origin, follows redirects step by step."""

    def __init__(self):
        self.jars = {}

    def send(self, url, form=None, body=None, method=None):
        parts = urllib.parse.urlsplit(url)
        jar = self.jars.setdefault(parts.netloc, {})
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in jar.items())} if jar else {}
        data = None
        if form is not None:
            data = urllib.parse.urlencode(form).encode()
        if body is not None:
            data = json.dumps(body).encode()
            headers["Content-Type"] = "application/json"
        request = urllib.request.Request(url, data, headers, method=method)
        opener = urllib.request.build_opener(NoRedirect)
        try:
            answer = opener.open(request, timeout=20)
        except urllib.error.HTTPError as error:
            answer = error
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = line.split(";")[0].partition("=")
            if "max-age=0" in line.lower():
                jar.pop(name, None)
            else:
                jar[name] = value
        return answer.status, answer.headers.get("Location", ""), answer.read().decode(errors="replace")


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def check(condition, sentence):
    print(("ok    " if condition else "FAILED ") + sentence, flush=True)
    if not condition:
        raise SystemExit(1)


def wait_for(url):
    for _ in range(100):
        try:
            urllib.request.urlopen(url, timeout=2)
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"{url} does not answer")


@contextlib.contextmanager
def running_portal(folder, port, plugins):
    """The built program with these plugins; its log is shown when something fails."""
    portal = f"http://127.0.0.1:{port}"
    (folder / "plugins.json").write_text(json.dumps({"version": 1, "plugins": plugins}))
    with open(folder / "log", "w", encoding="utf-8") as log:
        server = subprocess.Popen(
            [str(ROOT / ".build/debug/laurel"), "serve", "--port", str(port), "--base-url", portal,
             "--plugins", str(folder / "plugins.json"), "--database", f"sqlite:{folder}/laurel.sqlite"],
            env=dict(os.environ, E2E_SECRET="badge-portal-secret"), cwd=folder, stdout=log, stderr=subprocess.STDOUT)
    try:
        wait_for(f"{portal}/health/live")
        yield portal
    except SystemExit:
        print((folder / "log").read_text()[-3000:])
        raise
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(20)
