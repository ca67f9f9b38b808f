#!/usr/bin/env python3
"""Seeds a database, starts the portal on loopback and measures its pages with wrk, each beside the plain answer.

    pages.py LAUREL [--people N] [--badges N] [--awards N] [--seconds N] [--keep FOLDER] [--postgres] [--scale N]

With --postgres the database is a PostgreSQL of its own. With --scale everything is measured a second time with N times
as many people and awards, and the last table says what that costs.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
CONNECTIONS = 16
SIGNED_IN = 1_000
TEMPORARY_POSTGRES = HERE.parent / "temporary-postgres.sh"


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def wait_until_live(base, process):
    start = time.monotonic()
    while process.poll() is None:
        try:
            with urllib.request.urlopen(base + "/health/live", timeout=1):
                return time.monotonic() - start
        except OSError:
            time.sleep(0.002)
    sys.exit("the portal did not start")


def resident(pid):
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+) kB", status).group(1)) / 1024


def cpu_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(base, folder, paths, cookies, seconds, pid):
    env = dict(os.environ)
    for name, lines in (("PATHS", paths), ("COOKIES", cookies)):
        env.pop(name, None)
        if lines:
            file = folder / name.lower()
            file.write_text("\n".join(lines) + "\n")
            env[name] = str(file)
    before = cpu_seconds(pid)
    out = subprocess.run(
        ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", str(HERE / "rotate.lua"), base],
        env=env, capture_output=True, text=True, check=True).stdout
    requests, micros, p50, p99, errors = map(int, re.search(r"RESULT (.*)", out).group(1).split())
    return {
        "rate": requests / micros * 1e6, "p50": p50 / 1000, "p99": p99 / 1000, "errors": errors,
        "cpu": (cpu_seconds(pid) - before) / max(requests, 1) * 1e6,
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("laurel")
    parser.add_argument("--people", type=int, default=30_000)
    parser.add_argument("--badges", type=int, default=200)
    parser.add_argument("--awards", type=int, default=600_000)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--keep", help="a folder whose SQLite database is kept and used again")
    parser.add_argument("--postgres", action="store_true", help="use a PostgreSQL of its own instead of SQLite")
    parser.add_argument("--scale", type=int, default=1, help="measure again with so many times the people and awards")
    options = parser.parse_args()
    small = run_once(options)
    if options.scale == 1:
        return
    options.people *= options.scale
    options.awards *= options.scale
    large = run_once(options)
    print(f"{'page':<20}{'requests/s':>12}{f'with {options.scale} times':>14}{'ratio':>8}")
    for name, rate in small.items():
        print(f"{name:<20}{rate:>12,.0f}{large[name]:>14,.0f}{large[name] / rate:>8.2f}")


def run_once(options):
    """The rate of each page."""
    folder = pathlib.Path(options.keep or tempfile.mkdtemp(prefix="laurel-bench-"))
    folder.mkdir(parents=True, exist_ok=True)
    # PostgreSQL's own user has to reach its folder.
    folder.chmod(0o755)
    server = Postgres(folder / "pg") if options.postgres else None
    try:
        return run(options, folder, server or SQLite(folder / "laurel.sqlite"))
    finally:
        if server:
            server.stop()
        if not options.keep:
            shutil.rmtree(folder)


class SQLite:
    def __init__(self, file):
        self.file, self.url = file, f"sqlite:{file}"

    def is_new(self):
        return not self.file.exists()

    def column(self, statement):
        with sqlite3.connect(f"file:{self.file}?mode=ro", uri=True) as database:
            return [row[0] for row in database.execute(statement)]


class Postgres:
    def __init__(self, folder):
        self.folder = folder
        self.script = subprocess.Popen([str(TEMPORARY_POSTGRES), str(folder)], text=True, stdin=subprocess.PIPE,
                                       stdout=subprocess.PIPE, env=dict(os.environ, LAUREL_TEST_FSYNC="on"))
        if "ready" not in self.script.stdout.readline():
            sys.exit("PostgreSQL did not start")
        self.url = f"postgresql:///postgres?user=laurel&host={folder}"

    def is_new(self):
        return True

    def column(self, statement):
        command = ["psql", "-X", "-A", "-t", "-h", str(self.folder), "-U", "laurel", "postgres", "-c", statement]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()

    def stop(self):
        self.script.stdin.close()
        self.script.wait(60)


def run(options, folder, database):
    plugins = folder / "plugins.json"
    plugins.write_text(json.dumps({"version": 1, "plugins": []}))
    common = ["--database", database.url, "--plugins", str(plugins), "--log-level", "error"]
    if database.is_new():
        start = time.monotonic()
        subprocess.run(
            [options.laurel, "seed", "load", "--people", str(options.people), "--badges", str(options.badges),
             "--awards", str(options.awards), "--sessions", str(SIGNED_IN)] + common,
            check=True, stdout=subprocess.DEVNULL)
        print(f"seed: {options.people:,} people, {options.badges} badges, {options.awards:,} awards"
              f" in {time.monotonic() - start:.1f} s")
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    server = subprocess.Popen([options.laurel, "serve", "--port", str(port)] + common, stdout=subprocess.DEVNULL)
    try:
        ready = wait_until_live(base, server)
        print(f"start to first answer: {ready * 1000:.0f} ms, idle memory {resident(server.pid):.0f} MiB")
        rates = report(options, base, folder, database, server.pid)
        print(f"memory after the load: {resident(server.pid):.0f} MiB")
    finally:
        server.send_signal(signal.SIGTERM)
        if server.wait(timeout=20) != 0:
            sys.exit(f"the portal ended with {server.returncode}")
    return rates


def report(options, base, folder, database, pid):
    awards = database.column("SELECT id FROM award ORDER BY id LIMIT 5000")
    slugs = database.column("SELECT slug FROM badge_class ORDER BY slug")
    cookies = [f"laurel-session=load-session-{n}" for n in range(SIGNED_IN)]
    pages = [
        ("plain answer", ["/health/live"], []),
        ("home", ["/"], cookies),
        ("badge page", [f"/badges/{slug}" for slug in slugs], cookies),
        ("verification page", [f"/awards/{award}" for award in awards], []),
        ("all badges", ["/badges"], cookies),
        ("assertion, 2.0", [f"/ob/v2/assertions/{award}" for award in awards], []),
        ("credential, 3.0", [f"/ob/v3/credentials/{award}" for award in awards], []),
        ("badge class, 2.0", [f"/ob/v2/badges/{slug}" for slug in slugs], []),
        ("status list", ["/ob/v3/status/1"], []),
        ("baked PNG", [f"/awards/{award}/image.png" for award in awards[:500]], []),
    ]
    print(f"\n{'page':<20}{'requests/s':>12}{'p50 ms':>9}{'p99 ms':>9}{'CPU µs':>9}{'of plain':>10}  errors")
    plain, rates = None, {}
    for name, paths, jar in pages:
        measure(base, folder, paths, jar, 1, pid)
        result = measure(base, folder, paths, jar, options.seconds, pid)
        plain = plain or result["rate"]
        rates[name] = result["rate"]
        print(f"{name:<20}{result['rate']:>12,.0f}{result['p50']:>9.2f}{result['p99']:>9.2f}"
              f"{result['cpu']:>9.0f}{result['rate'] / plain:>10.1%}  {result['errors']}")
    print()
    return rates


if __name__ == "__main__":
    main()
