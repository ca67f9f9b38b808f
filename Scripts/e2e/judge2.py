"""Open Badges 2.0, judged by 1EdTech's own validator (openbadges 1.1.2) and its bakery (2.0.0)."""

import base64
import collections
import collections.abc
import io
import json
import logging
import pathlib

# The validator is of 2018; Python moved these names since.
for name in ("Mapping", "MutableMapping", "Iterable", "Callable", "Sequence", "Hashable"):
    setattr(collections, name, getattr(collections.abc, name))

import requests  # noqa: E402

from judging import BASE, FIXTURES, PLAN, changed, check, finish, get, leaves  # noqa: E402

CONTEXT = (FIXTURES / "w3id.org-openbadges-v2.jsonld").read_bytes()
original = requests.Session.send


def send(session, request, **more):
    """Nothing leaves this machine: the context comes from a file."""
    address = request.url.split("#")[0]
    if address.startswith(BASE + "/"):
        return original(session, request, **more)
    if address != "https://w3id.org/openbadges/v2":
        raise requests.ConnectionError(f"not allowed: {address}")
    answer = requests.Response()
    answer.status_code, answer._content, answer.url, answer.request = 200, CONTEXT, request.url, request
    answer.headers["Content-Type"] = "application/ld+json"
    answer.raw = io.BytesIO(CONTEXT)
    return answer


requests.Session.send = send
# It logs every refusal with its whole stack.
logging.disable(logging.CRITICAL)

from openbadges.verifier import verify  # noqa: E402
from openbadges_bakery import bake, unbake  # noqa: E402


def valid(badge, email=None):
    options = {"use_cache": False}
    report = verify(badge, recipient_profile={"email": email} if email else None, **options)["report"]
    return report["valid"], [message.get("result", "") for message in report["messages"]][:3]


def file(data, name):
    data = io.BytesIO(data)
    data.name = name
    return data


for name in ("full", "bare", "department"):
    award = PLAN["awards"][name]
    hosted = f"{BASE}/ob/v2/assertions/{award}"
    status, headers, body = get(hosted, "application/ld+json")
    document = json.loads(body)
    check(f"{name}: hosted is served", status == 200 and headers["Access-Control-Allow-Origin"] == "*")
    check(f"{name}: hosted", *valid(hosted, PLAN["email"]))
    good, why = valid(hosted, "somebody@else.example")
    check(f"{name}: hosted, other person", not good, why)
    signed = get(f"{hosted}.jws", "text/plain")[2].decode()
    check(f"{name}: signed", *valid(signed, PLAN["email"]))
    header, payload, signature = signed.split(".")
    def pack(value):
        return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")

    claims = json.loads(base64.urlsafe_b64decode(payload + "=="))
    for path in leaves(claims):
        good, why = valid(f"{header}.{pack(changed(claims, path))}.{signature}")
        check(f"{name}: signed, {path} tampered with", not good, why)
    for kind in ("png", "svg"):
        for content, expected in (("2", None), ("2-signed", signed), ("both", None)):
            query = "" if content == "both" else f"?version={content}"
            picture = get(f"/awards/{award}/image.{kind}{query}", "image/*")[2]
            text = unbake(file(picture, f"a.{kind}"))
            same = text == expected if expected else json.loads(text) == document
            check(f"{name}: {kind} {content} unbaked by the bakery", same, str(text)[:80])
            check(f"{name}: {kind} {content}", *valid(file(picture, f"a.{kind}"), PLAN["email"]))
        plain = get(f"/badges/{name}/versions/1/image.{kind}", "image/*")[2]
        theirs = bake(file(plain, f"p.{kind}"), body.decode().replace("]]>", "]]\\u003e"))
        theirs.seek(0)
        (pathlib.Path(PLAN["folder"]) / f"theirs-{name}.{kind}").write_bytes(theirs.read())

award = PLAN["awards"]["revoked"]
status, _, body = get(f"/ob/v2/assertions/{award}")
check("revoked: 410 with revoked true", status == 410 and json.loads(body)["revoked"] is True, body)
good, why = valid(f"{BASE}/ob/v2/assertions/{award}")
check("revoked: hosted", not good, why)
good, why = valid(get(f"/ob/v2/assertions/{award}.jws", "text/plain")[2].decode())
check("revoked: signed, the list has one entry", not good, why)
finish("Open Badges 2.0")
