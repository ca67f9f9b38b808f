"""One portal awards, another that knows nothing of it verifies: every form in which a badge leaves the first must count
at the second, stop counting once it is revoked, and never count once a single value was changed: python3 verify.py
"""

import base64
import copy
import http.client
import json
import os
import sys
import urllib.parse

from badges import FULL, award, design
from portal import Portal

EMAIL = "priya@laurel.example"
JSON = "application/json"


class Judge:
    """Asks a portal whether badges count, by its API and by the command."""

    def __init__(self, portal):
        self.portal = portal
        self.asked = 0

    def api(self, body, kind="application/octet-stream"):
        """The API answers ten checks a minute to one address; all of 127.0.0.0/8 is this machine."""
        source = f"127.0.1.{1 + self.asked // 10}"
        self.asked += 1
        place = urllib.parse.urlsplit(self.portal.base)
        connection = http.client.HTTPConnection(place.hostname, place.port, timeout=60, source_address=(source, 0))
        try:
            connection.request("POST", "/api/v1/verify", body, {"Content-Type": kind})
            answer = connection.getresponse()
            text = answer.read()
        finally:
            connection.close()
        if answer.status != 200:
            raise SystemExit(f"The API answered {answer.status}: {text[:300]}")
        return json.loads(text)

    def ask(self, body, recipient=None):
        """By the command: each has its own count of how often a host was asked, which the API limits to 60 a minute."""
        file = self.portal.folder / "badge"
        file.write_bytes(body)
        return json.loads(self.command(file, recipient).stdout)

    def ask_link(self, address):
        return json.loads(self.command(address).stdout)

    def command(self, argument, recipient=None):
        more = ["--recipient", recipient] if recipient else []
        return self.portal.run("verify", str(argument), "--json", *more, ok=False)

    def exit_code(self, argument):
        return self.portal.run("verify", str(argument), ok=False).returncode


class Tally:
    def __init__(self):
        self.passed = self.failed = 0

    def check(self, holds, sentence, report=None):
        if holds:
            self.passed += 1
            return
        self.failed += 1
        print(f"FAILED {sentence}")
        for one in (report or {}).get("checks", []):
            print(f"       {one}"[:300])


def addresses(portal, award_id):
    """Every address at which a badge leaves the portal; the page is what people copy from their browser."""
    found = {
        "2.0 hosted": f"/ob/v2/assertions/{award_id}", "2.0 JWS": f"/ob/v2/assertions/{award_id}.jws",
        "3.0 JSON": f"/ob/v3/credentials/{award_id}", "3.0 JWT": f"/ob/v3/credentials/{award_id}.jwt",
        "page": f"/awards/{award_id}",
    }
    for kind in ("png", "svg"):
        for version in ("2", "2-signed", "3", "3-integrity", ""):
            query = f"?version={version}" if version else ""
            found[f"{kind} {version or 'both'}"] = f"/awards/{award_id}/image.{kind}{query}"
    return {name: portal.base + path for name, path in found.items()}


def exports(portal, award_id):
    """Name to bytes of every form but the page, which is no badge."""
    found = {}
    for name, address in addresses(portal, award_id).items():
        if name == "page":
            continue
        accept = {"2.0 hosted": "application/ld+json", "3.0 JSON": "application/vc"}.get(name)
        status, _, body = portal.get(address, accept)
        if status != 200:
            raise SystemExit(f"{address} answered {status}")
        found[name] = body
    return found


def leaves(value, path=()):
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, path + (name,))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from leaves(inner, path + (index,))
    else:
        yield path


def other(value):
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, float)):
        return value + 1
    if not value:
        return "x"
    # A letter of the middle, so that dates stay dates and addresses stay addresses where that is possible.
    middle = len(value) // 2
    place = next((i for i in range(middle, len(value)) if value[i].isascii() and value[i].isalnum()), middle)
    return value[:place] + ("1" if value[place] == "0" else "0") + value[place + 1:]


def changed(document):
    """Each leaf changed, and each removed: (path, document)."""
    for path in leaves(document):
        for remove in (False, True):
            copied = copy.deepcopy(document)
            holder = copied
            for step in path[:-1]:
                holder = holder[step]
            if remove:
                del holder[path[-1]]
            else:
                holder[path[-1]] = other(holder[path[-1]])
            yield f"{'without' if remove else 'other'} {'.'.join(map(str, path))}", copied


def said_twice(what):
    """The issuer stands in a credential as such and as the badge's creator: without one of the two the statements that
    are signed are the same."""
    return what.startswith(("without issuer.", "without credentialSubject.achievement.creator."))


def spelled(document):
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def unpadded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def forged(token):
    """Each value of header and payload changed below the old signature; the signature changed; the signature left out."""
    parts = token.strip().split(b".")
    for index, part in enumerate(("header", "payload")):
        document = json.loads(base64.urlsafe_b64decode(parts[index] + b"=="))
        for what, version in changed(document):
            yield f"{part}, {what}", b".".join(parts[:index] + [unpadded(spelled(version))] + parts[index + 1:])
    signature = bytearray(base64.urlsafe_b64decode(parts[2] + b"=="))
    for index in range(0, len(signature), 16):
        broken = bytearray(signature)
        broken[index] ^= 1
        yield f"signature, byte {index}", b".".join(parts[:2] + [unpadded(bytes(broken))])
    yield "no signature", b".".join(parts[:2] + [b""])
    yield "none", b".".join([unpadded(b'{"alg":"none"}'), parts[1], b""])


def counts(judge, portal, award_id, verdict, code, tally):
    """Every form, as a file and as a link, by the API and by the command."""
    for name, body in exports(portal, award_id).items():
        report = judge.ask(body)
        tally.check(report["verdict"] == verdict, f"{name}, file: {report['verdict']}, not {verdict}", report)
        file = judge.portal.folder / "badge"
        found = judge.exit_code(file)
        tally.check(found == code, f"{name}, laurel verify FILE ended with {found}, not {code}")
    for name, address in addresses(portal, award_id).items():
        report = judge.ask_link(address)
        tally.check(report["verdict"] == verdict, f"{name}, link: {report['verdict']}, not {verdict}", report)
        found = judge.exit_code(address)
        tally.check(found == code, f"{name}, laurel verify LINK ended with {found}, not {code}")


def belongs(judge, portal, award_id, tally):
    for name, body in exports(portal, award_id).items():
        for person, verdict in ((EMAIL, "valid"), ("mallory@laurel.example", "otherPerson")):
            report = judge.ask(body, recipient=person)
            tally.check(report["verdict"] == verdict, f"{name} for {person}: {report['verdict']}", report)


def mutations(judge, portal, award_id, tally):
    forms = exports(portal, award_id)
    number = 0
    for name in ("2.0 hosted", "3.0 JSON"):
        for what, document in changed(json.loads(forms[name])):
            if name == "3.0 JSON" and said_twice(what):
                continue
            number += 1
            report = judge.ask(spelled(document))
            tally.check(report["verdict"] != "valid", f"{name}, {what}: still valid", report)
    for name in ("2.0 JWS", "3.0 JWT"):
        for what, token in forged(forms[name]):
            number += 1
            report = judge.ask(token)
            tally.check(report["verdict"] != "valid", f"{name}, {what}: still valid", report)
    return number


def main():
    os.environ["LAUREL_FETCH_HTTP"] = "true"
    tally = Tally()
    with Portal() as portal, Portal() as elsewhere:
        judge = Judge(elsewhere)
        admin = portal.sign_in("aiko")
        portal.sign_in("priya")
        design(admin, "full", {
            "alignment_name.0": "Python 🐍 ®", "alignment_url.0": "https://esco.example/s?a=1&b=2",
            "alignment_code.0": "S5.6.2", "alignment_framework.0": "ESCO שלום"})
        design(admin, "bare", {"tags": "", "criteria": "", "months": "", "picture_description": ""})
        full, bare = award(admin, "full", EMAIL, FULL), award(admin, "bare", EMAIL, {})
        for award_id in (full, bare):
            counts(judge, portal, award_id, "valid", 0, tally)
        for name, body in exports(portal, full).items():
            report = judge.api(body)
            tally.check(report["verdict"] == "valid", f"{name}, by the API: {report['verdict']}", report)
        belongs(judge, portal, full, tally)
        short = award(admin, "full", "aiko@laurel.example", FULL | {"narrative": "Did it 🏅 שלום."})
        number = mutations(judge, portal, short, tally)
        taken = exports(portal, bare)
        page = f"/admin/awards/{bare}"
        admin.post(f"{page}/revocation", {"reason": "A mistake 🙈."}, admin.get(page))
        for name, body in taken.items():
            report = judge.ask(body)
            tally.check(report["verdict"] == "revoked", f"{name}, taken along before: {report['verdict']}", report)
        tally.check(judge.ask_link(f"{portal.base}/awards/{bare}")["verdict"] == "revoked", "its page, revoked")
        tally.check(judge.exit_code(f"{portal.base}/ob/v2/assertions/{bare}") == 1, "laurel verify, revoked")
        portal.run("keys", "rotate")
        counts(judge, portal, full, "valid", 0, tally)
    print(f"another Laurel verifies: {tally.passed} passed, {tally.failed} failed, "
          f"{number} changed badges among them")
    sys.exit(1 if tally.failed else 0)


if __name__ == "__main__":
    main()
