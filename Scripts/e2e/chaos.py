#!/usr/bin/env python3
"""Kills and restarts what it can while awards are given, then counts: nothing acknowledged may be missing.

Needs `peers` in LAUREL_SHARED and PostgreSQL; the last line is `N passed, N failed`.
"""
import collections
import http.client
import json
import os
import pathlib
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

from checks import Checks
from rig import PEERS, ROOT, free_port, wait_for

LAUREL = os.environ.get("LAUREL", str(ROOT / ".build/debug/laurel"))
PEOPLE, BADGES, SECONDS = 750, 20, float(os.environ.get("LAUREL_CHAOS_SECONDS", "40"))
FORM = {"form_token": "load-form-0"}
DESIGNER = {"Cookie": "laurel-session=load-session-0", "Content-Type": "application/x-www-form-urlencoded"}


class Server:
    """A `laurel serve` that can be killed and started again on its port."""

    def __init__(self, folder, database, plugins=(), **options):
        self.port, self.folder, self.options = free_port(), folder, options
        self.log = folder / f"log-{self.port}"
        (folder / "plugins.json").write_text(json.dumps({"version": 1, "plugins": list(plugins)}))
        self.environment = dict(
            os.environ, LAUREL_DATABASE=database, LAUREL_DATA=str(folder), LAUREL_LOG_LEVEL="info",
            LAUREL_PLUGINS=str(folder / "plugins.json"), LAUREL_PORT=str(self.port), CHAOS_KEY="test-token")

    def seed(self):
        subprocess.run([LAUREL, "seed", "load", "--people", str(PEOPLE), "--badges", str(BADGES), "--awards", "0",
                        "--sessions", "5"], env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def start(self):
        with open(self.log, "a", encoding="utf-8") as log:
            self.process = subprocess.Popen([LAUREL, "serve"], env=self.environment, stdout=log, stderr=log,
                                            **self.options)
        wait_for(f"http://127.0.0.1:{self.port}/health/live")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(20)

    def stop(self):
        self.process.terminate()
        return self.process.wait(30)

    def send(self, method, path, form=None, headers=None):
        """Status, address to go to, body; an OSError or HTTPException where nobody knows."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=40)
        try:
            body = None if form is None else urllib.parse.urlencode(form)
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.getheader("Location", ""), answer.read().decode(errors="replace")
        finally:
            connection.close()

    def give(self, number, note=""):
        person, badge = number % PEOPLE, number // PEOPLE
        form = {**FORM, "badge": f"load-{badge}", "email": f"person.{person}@load.example", "narrative": note}
        return self.send("POST", "/award", form, DESIGNER)


class Load:
    """People who give awards and sign in, by whichever process answers."""

    def __init__(self, servers):
        self.servers, self.lock, self.next, self.over = servers, threading.Lock(), 0, False
        self.acknowledged, self.bad, self.strange = [], [], collections.Counter()
        self.signed_in = 0
        self.threads = [threading.Thread(target=self.run, args=(work,)) for work in [self.award] * 4 + [self.sign_in] * 2]

    def run(self, work):
        while not self.over:
            start = time.monotonic()
            try:
                work(random.choice(self.servers), start)
            except (OSError, http.client.HTTPException):
                time.sleep(0.05)

    def award(self, server, start):
        with self.lock:
            number, self.next = self.next, self.next + 1
        if number >= PEOPLE * BADGES:
            return time.sleep(0.1)
        status, location, _ = server.give(number)
        with self.lock:
            if status == 303 and location.startswith("/awards/"):
                self.acknowledged.append(location.rsplit("/", 1)[1])
            else:
                self.note(status, start)

    def sign_in(self, server, start):
        status, _, page = server.send("GET", "/login")
        with self.lock:
            if status == 200:
                self.signed_in += 1
            else:
                self.note(status, start)
        status, _, page = server.send("GET", "/", headers={"Cookie": "laurel-session=load-session-1"})
        with self.lock:
            if status != 200:
                self.note(status, start)

    def note(self, status, start):
        if status >= 500:
            self.bad.append((start, time.monotonic(), status))
        else:
            self.strange[status] += 1


class Postgres:
    def __init__(self, folder):
        self.folder = folder
        self.script = subprocess.Popen([str(ROOT / "Scripts/temporary-postgres.sh"), str(folder)], text=True, bufsize=1,
                                       stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                       env=dict(os.environ, LAUREL_TEST_FSYNC="on"))
        if "ready" not in self.script.stdout.readline():
            raise SystemExit("PostgreSQL did not start.")
        self.url = f"postgresql:///postgres?user=laurel&host={folder}"

    def restart(self, how):
        start = time.monotonic()
        self.script.stdin.write(how + "\n")
        self.script.stdout.readline()
        return start, time.monotonic()

    def ask(self, statement):
        done = subprocess.run(["psql", "-X", "-A", "-t", "-h", str(self.folder), "-U", "laurel", "postgres", "-c", statement],
                              check=True, capture_output=True, text=True)
        return done.stdout.split()

    def stop(self):
        self.script.stdin.close()
        self.script.wait(30)


def two_processes(checks, folder):
    server = Postgres(folder / "pg")
    port = free_port()
    peer = subprocess.Popen([sys.executable, str(PEERS / "pathgather/fake_pathgather.py"), "--port", str(port),
                             "--users", "100"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    processes = []
    try:
        wait_for(f"http://127.0.0.1:{port}/__control/health")
        plugins = [{"id": "pathgather", "type": "pathgather",
                    "config": {"baseURL": f"http://127.0.0.1:{port}/v1", "apiKey": {"env": "CHAOS_KEY"}}},
                   {"id": "demo", "type": "demo-identity"}]
        processes = [Server(folder, server.url, plugins) for _ in range(2)]
        processes[0].seed()
        for process in processes:
            process.start()
        load = Load(processes)
        for thread in load.threads:
            thread.start()
        restarts = disturb(server, processes)
        load.over = True
        for thread in load.threads:
            thread.join()
        judge(checks, server, processes, load, restarts)
    finally:
        for process in processes:
            if process.process.poll() is None:
                process.kill()
        peer.terminate()
        peer.wait(10)
        server.stop()


def disturb(server, processes):
    """One process is killed every three seconds; PostgreSQL restarts twice, the second time by a crash."""
    end, restarts, turn = time.monotonic() + SECONDS, [], 0
    plan = {int(SECONDS / 9): "restart", int(SECONDS / 5): "crash"}
    while time.monotonic() < end:
        time.sleep(3)
        if turn in plan:
            restarts.append(server.restart(plan[turn]))
        victim = processes[turn % 2]
        victim.kill()
        victim.start()
        turn += 1
    return restarts


def judge(checks, server, processes, load, restarts):
    acknowledged = load.acknowledged
    print(f"{len(acknowledged)} awards acknowledged, {load.signed_in} sign-in pages; 5xx: {len(load.bad)}; "
          f"others: {dict(load.strange)}", flush=True)
    checks.check(len(acknowledged) > 100, "awards were given")
    checks.check(load.signed_in > 100, "sign-in pages were answered")
    checks.check(len(restarts) == 2, "PostgreSQL restarted twice")
    stored = collections.Counter(server.ask("SELECT id FROM award"))
    checks.check(all(stored[award] == 1 for award in acknowledged), "every acknowledged award exists exactly once")
    late = [status for start, end, status in load.bad
            if not any(begin <= end and start <= over + 2 for begin, over in restarts)]
    checks.check(not late, f"no 5xx outside of a restart and two seconds: {collections.Counter(late)}")
    checks.check(set(load.strange) <= {303}, f"no other answers: {dict(load.strange)}")
    told = set(server.ask("SELECT payload->>'award' FROM outbox WHERE kind = 'award.issued'"))
    checks.check(set(acknowledged) <= told, "every acknowledged award has a message in the outbox")
    open_messages = "SELECT (SELECT count(*) FROM outbox WHERE delivered_at IS NULL) + " \
                    "(SELECT count(*) FROM job WHERE kind = 'deliver.log' AND state IN ('waiting', 'running'))"
    for _ in range(200):
        if server.ask(open_messages) == ["0"]:
            break
        time.sleep(1)
    checks.check(server.ask(open_messages) == ["0"], "no message waits")
    checks.check(server.ask("SELECT count(*) FROM job WHERE state = 'dead'") == ["0"], "no job is dead")
    log = "\n".join(process.log.read_text(errors="replace") for process in processes)
    checks.check(all(f"award={award}" in log for award in told), "every message was delivered at least once")
    checks.check(server.ask("SELECT status FROM sync_outcome WHERE source = 'pathgather'") == ["healthy"],
                 "the learning system was read")
    checks.check(all(process.stop() == 0 for process in processes), "both processes end when they are asked")


def sound(path):
    with sqlite3.connect(path) as database:
        fine = database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return fine, collections.Counter(row[0] for row in database.execute("SELECT id FROM award"))


def one_file(checks, folder):
    path = folder / "laurel.sqlite"
    server = Server(folder, f"sqlite:{path}")
    server.seed()
    acknowledged, number = [], 0
    for turn in range(10):
        server.start()
        killer = threading.Event()
        threading.Thread(target=lambda: (killer.wait(), server.kill())).start()
        until = (turn + 1) * 100
        try:
            while server.process.poll() is None:
                status, location, _ = server.give(number)
                number += 1
                if status == 303:
                    acknowledged.append(location.rsplit("/", 1)[1])
                if len(acknowledged) >= until:
                    killer.set()
        except (OSError, http.client.HTTPException):
            number += 1
        server.process.wait(20)
    fine, stored = sound(path)
    checks.check(len(acknowledged) >= 1_000, f"{len(acknowledged)} awards acknowledged")
    checks.check(fine, "integrity_check is fine after ten kills")
    checks.check(all(stored[award] == 1 for award in acknowledged), "no acknowledged award is lost in SQLite")


def full_disk(checks, folder):
    """A file may grow by half a megabyte only: what a full disk and a quota do to SQLite."""
    path = folder / "laurel.sqlite"
    seeding = Server(folder, f"sqlite:{path}")
    seeding.seed()
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    limit = path.stat().st_size + (1 << 19)

    def narrow():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    server = Server(folder, f"sqlite:{path}", preexec_fn=narrow, restore_signals=False)
    server.start()
    acknowledged, refused = [], None
    try:
        for number in range(2_000):
            status, location, page = server.give(number, "full 🏅 " * 1_000)
            if status != 303:
                refused = (status, page)
                break
            acknowledged.append(location.rsplit("/", 1)[1])
        checks.check(refused is not None and refused[0] == 503 and "Nothing was saved: the disk" in refused[1],
                     f"a full disk is said in a sentence after {len(acknowledged)} awards: {refused and refused[0]}")
        checks.check(server.send("GET", "/health/live")[0] == 200, "the portal goes on when the disk is full")
    finally:
        server.kill()
    fine, stored = sound(path)
    checks.check(fine and all(stored[award] == 1 for award in acknowledged), "a full disk does no damage")


def main():
    checks = Checks()
    for part in (two_processes, one_file, full_disk):
        # PostgreSQL's own user has to reach its folder.
        with tempfile.TemporaryDirectory(prefix="laurel-chaos-") as name:
            pathlib.Path(name).chmod(0o755)
            checks.run(part.__name__, part, checks, pathlib.Path(name))
    print(f"{checks.passed} passed, {len(checks.failed)} failed")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main())
