"""1EdTech's own validator of 2.0 (openbadges 1.1.2) judges the badges of agreement.py: python agreement_judge2.py FOLDER

Reads FOLDER/cases.json, writes FOLDER/judge2.json: for each name whether it counts, and why not.
"""

import collections
import collections.abc
import io
import json
import logging
import pathlib
import sys

# The validator is of 2018; Python moved these names since.
for name in ("Mapping", "MutableMapping", "Iterable", "Callable", "Sequence", "Hashable"):
    setattr(collections, name, getattr(collections.abc, name))

import requests  # noqa: E402

FOLDER = pathlib.Path(sys.argv[1])
PLAN = json.loads((FOLDER / "cases.json").read_text())
CONTEXT = pathlib.Path(__file__).resolve().parents[2] / "Tests/Fixtures/OpenBadges/w3id.org-openbadges-v2.jsonld"
original = requests.Session.send


def send(session, request, **more):
    """Nothing leaves this machine: the context comes from a file."""
    address = request.url.split("#")[0]
    if any(address.startswith(base + "/") for base in PLAN["bases"]):
        return original(session, request, **more)
    if address != "https://w3id.org/openbadges/v2":
        raise requests.ConnectionError(f"not allowed: {address}")
    answer = requests.Response()
    answer.status_code, answer._content, answer.url, answer.request = 200, CONTEXT.read_bytes(), request.url, request
    answer.headers["Content-Type"] = "application/ld+json"
    answer.raw = io.BytesIO(answer._content)
    return answer


requests.Session.send = send
logging.disable(logging.CRITICAL)

from openbadges.verifier import verify  # noqa: E402


def judged(case):
    data = pathlib.Path(case["file"]).read_bytes()
    ending = {0x89: "png", 0x3C: "svg"}.get(data[0])
    given = data.decode() if ending is None else io.BytesIO(data)
    if ending:
        given.name = f"badge.{ending}"
    profile = {"email": case["recipient"]} if case["recipient"] else None
    try:
        report = verify(given, recipient_profile=profile, use_cache=False)["report"]
    except Exception as error:  # A validator that falls over has not said yes.
        return False, f"{type(error).__name__}: {error}"[:200]
    return report["valid"], "; ".join(str(message.get("result", "")) for message in report["messages"])[:200]


found = {case["name"]: judged(case) for case in PLAN["cases"] if case["name"].startswith("2.0")}
(FOLDER / "judge2.json").write_text(json.dumps(found))
