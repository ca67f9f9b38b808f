"""The portal under test: a free port, a temporary database, the committed plugins.json."""
import os
import pathlib
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build/debug/laurel"


class Portal:
    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="laurel-e2e-")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.database = f"{self.folder.name}/laurel.sqlite"
        self.environment = {k: v for k, v in os.environ.items() if not k.startswith("LAUREL_")}
        self.environment |= {"LAUREL_DATABASE": f"sqlite:{self.database}", "LAUREL_PORT": str(self.port)}

    def __enter__(self):
        subprocess.run([PROGRAM, "seed", "demo"], cwd=ROOT, env=self.environment, check=True, stdout=subprocess.DEVNULL)
        self.log = open(f"{self.folder.name}/log.txt", "w")
        self.process = subprocess.Popen([PROGRAM, "serve"], cwd=ROOT, env=self.environment,
                                        stdout=subprocess.DEVNULL, stderr=self.log)
        self.wait(lambda: '"healthy"' in self.read("/health/sources") and '"waiting"' not in self.read("/health/sources"))
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(20)
        self.log.close()
        self.folder.cleanup()

    def read(self, path):
        try:
            with urllib.request.urlopen(self.address + path, timeout=5) as answer:
                return answer.read().decode()
        except (urllib.error.URLError, ConnectionError):
            return ""

    def wait(self, condition):
        end = time.monotonic() + 60
        while not condition():
            if self.process.poll() is not None or time.monotonic() > end:
                raise SystemExit("The portal did not come up.")
            time.sleep(0.1)
