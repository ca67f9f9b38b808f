"""Starts the built portal on a free port with a database of its own, signs demo people in and fills in forms."""

import http.cookiejar
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
LAUREL = os.environ.get("LAUREL", str(ROOT / ".build/debug/laurel"))


def as_shipped():
    """The integrations of a new portal, with a path that holds in any folder."""
    learning = {"file": str(ROOT / "docs/demo/learning.csv"), "name": "Learning records"}
    return [{"id": "demo", "type": "demo-identity"}, {"id": "learning-records", "type": "csv", "config": learning}]


class Portal:
    """With more integrations than those of a new portal, if wanted: entries of plugins.json."""

    def __init__(self, *plugins, **environment):
        self.plugins, self.more = as_shipped() + list(plugins), environment

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="laurel-e2e-"))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.base = self.address = f"http://127.0.0.1:{port}"
        self.database = self.folder / "laurel.sqlite"
        self.environment = os.environ | {
            "LAUREL_DATA": str(self.folder), "LAUREL_BASE_URL": self.base, "LAUREL_PORT": str(port),
            "LAUREL_ORGANISATION": "Acme 🏔️ Académie", "LAUREL_LOG_LEVEL": "warning",
            "LAUREL_FETCH_LOOPBACK": "true", "LAUREL_PLUGINS": str(self.folder / "plugins.json"),
        } | self.more
        document = {"version": 1, "plugins": self.plugins}
        (self.folder / "plugins.json").write_text(json.dumps(document, indent=2), encoding="utf-8")
        subprocess.run([sys.executable, ROOT / "Scripts/symbols.py", self.folder / "icons.svg"], check=True)
        self.run("seed", "demo")
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()
        shutil.rmtree(self.folder)

    def start(self):
        self.log = open(self.folder / "log.txt", "a", encoding="utf-8")
        self.process = subprocess.Popen(
            [LAUREL, "serve"], cwd=ROOT, env=self.environment, stdout=subprocess.DEVNULL, stderr=self.log
        )
        self.wait()

    def stop(self):
        self.process.terminate()
        self.process.wait(20)
        self.log.close()

    def restart(self):
        self.stop()
        self.start()

    def run(self, *arguments, ok=True):
        done = subprocess.run([LAUREL, *arguments], cwd=ROOT, env=self.environment, capture_output=True)
        if ok and done.returncode != 0:
            raise SystemExit(f"laurel {' '.join(arguments)}: {done.stderr.decode()}")
        return done

    def wait(self):
        """Until the sources of plugins.json were read once."""
        for _ in range(1_200):
            if self.process.poll() is not None:
                break
            try:
                sources = self.get("/health/sources")[2]
                if (b'"healthy"' in sources or b'"sources":[]' in sources) and b'"waiting"' not in sources:
                    return
            except OSError:
                pass
            time.sleep(0.05)
        raise SystemExit("The portal did not come up.")

    def get(self, path, accept=None, headers=()):
        """Status, headers and body; redirects are followed."""
        address = path if path.startswith("http") else self.base + path
        request = urllib.request.Request(address, headers=dict(headers) | ({"Accept": accept} if accept else {}))
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as answer:
            return answer.code, answer.headers, answer.read()

    def sign_in(self, name):
        return Visitor(self, name)


class Visitor:
    """Somebody with a browser."""

    def __init__(self, portal, name):
        self.portal = portal
        jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        page = self.get("/login")
        action = re.search(r'action="(/login/[^"]+)"', page).group(1)
        self.post(action, {"person": name}, page)

    def get(self, path):
        return self.opener.open(self.portal.base + path, timeout=20).read().decode()

    def read(self, path):
        return self.opener.open(self.portal.base + path, timeout=20).read()

    def post(self, path, fields, page):
        """Sends a form with the token of `page`; returns the address where it ended."""
        token = re.search(r'name="form_token" value="([^"]*)"', page).group(1)
        body = urllib.parse.urlencode(dict(fields, form_token=token), doseq=True).encode()
        try:
            with self.opener.open(self.portal.base + path, body, timeout=30) as answer:
                return answer.geturl(), answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
