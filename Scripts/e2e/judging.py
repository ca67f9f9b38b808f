"""What the judges share: fetching from the portal, and counting."""

import json
import pathlib
import sys
import urllib.error
import urllib.request

PLAN = json.loads(pathlib.Path(sys.argv[1]).read_text())
BASE = PLAN["base"]
FIXTURES = pathlib.Path(__file__).resolve().parents[2] / "Tests/Fixtures/OpenBadges"
counts = {True: 0, False: 0}


def get(path, accept="application/json"):
    address = path if path.startswith("http") else BASE + path
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers={"Accept": accept}), timeout=20) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers, answer.read()


def check(what, truth, why=""):
    counts[bool(truth)] += 1
    if not truth:
        print(f"FAILED  {what}  {why}")


def leaves(value, path=()):
    """Every place in a JSON value where a text, number or truth stands."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from leaves(item, path + (name,))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from leaves(item, path + (index,))
    else:
        yield path


def changed(value, path):
    """A copy in which the leaf at `path` is another one."""
    copy = json.loads(json.dumps(value))
    place = copy
    for step in path[:-1]:
        place = place[step]
    old = place[path[-1]]
    place[path[-1]] = (not old) if isinstance(old, bool) else old + 1 if isinstance(old, int) else old + "x"
    return copy


def finish(name):
    print(f"{name}: {counts[True]} passed, {counts[False]} failed")
    sys.exit(1 if counts[False] else 0)
