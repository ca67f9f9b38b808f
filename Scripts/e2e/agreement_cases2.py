"""The corpus of Open Badges 2.0: what is honest, what is broken, and which verdict the standard demands (sections of it
in docs/open-badges.md; `issuerUnknown` where nothing leads to the issuer, `malformed` where it leads there all the same)."""

import base64
import json

from agreement_issuer import base64url, png, spelled, svg, token
from agreement_v2 import GONE, LONG, MAIL, changes, hashed

SPACE = "http://openbadges.org"


def honest_hosted(v2):
    hosted = v2.hosted
    hosted("plain")
    hosted("alias verify", assertion={"verification": GONE, "verify": {"type": "hosted"}})
    hosted("type in a list", assertion={"type": ["Assertion"]})
    hosted("context in a list", assertion={"@context": ["https://w3id.org/openbadges/v2"]})
    hosted("e-mail in plain text", assertion={"recipient": {"=": 1, "type": "email", "hashed": False, "identity": MAIL}})
    hosted("md5", assertion={"recipient": {"identity": hashed(algorithm="md5")}})
    hosted("without salt", assertion={"recipient": {"salt": GONE, "identity": hashed(salt="")}})
    hosted("capital letters in the hash", assertion={"recipient": {"identity": "sha256$" + hashed()[7:].upper()}})
    hosted("its recipient", recipient=MAIL)
    hosted("another recipient", "otherPerson", recipient="mallory@laurel.example")
    hosted("another salt", "otherPerson", recipient=MAIL, assertion={"recipient": {"salt": "livesea"}})
    hosted("evidence", assertion={"evidence": "https://work.example/1"})
    hosted("evidence in a list", assertion={"evidence": [{"id": "https://work.example/1", "narrative": "Built 🐍."}]})
    hosted("narrative", assertion={"narrative": "**Did** it."})
    hosted("ends later", assertion={"expires": "2040-01-01T00:00:00Z"})
    hosted("time zone of India", assertion={"issuedOn": "2026-01-02T03:04:05+05:30"})
    hosted("fractions of a second", assertion={"issuedOn": "2026-01-02T03:04:05.123456Z"})
    hosted("criteria as an address", badge=lambda place: {"criteria": f"{place}/criteria"}, criteria=b"<p>Fly.")
    hosted("picture as an object", badge=lambda place: {"image": {"=": 1, "id": f"{place}/image", "caption": "A cloud"}})
    hosted("tags", badge={"tags": ["sky", "שלום"]})
    hosted("alignment", badge={"alignment": [{"targetName": "Fly", "targetUrl": "https://skill.example/1"}]})
    hosted("long text", badge={"description": LONG})
    hosted("startsWith", issuer=lambda place: {"verification": {"type": "VerificationObject", "startsWith": place}})
    hosted("startsWith in a list", issuer=lambda place: {"verification": {
        "type": "VerificationObject", "startsWith": [f"{place}/x", f"{place}/a"]}})
    hosted("allowedOrigins", issuer=lambda place: {"verification": {
        "type": "VerificationObject", "allowedOrigins": place.split("/")[2].split(":")[0]}})
    hosted("badge class embedded", assertion=lambda place: {"badge": v2.documents("hosted badge class embedded")[1]["badge"]})
    hosted("given as its address", given=lambda place, handed, _: f"{place}/assertion".encode())
    hosted("in a PNG", given=lambda place, handed, _: png((b"iTXt", b"openbadges", spelled(handed))))
    hosted("its address in a PNG", given=lambda place, handed, _: png((b"tEXt", b"openbadges", f"{place}/assertion")))
    hosted("in an SVG", given=lambda place, handed, _: svg(SPACE, "assertion", body=spelled(handed)))
    hosted("its address in an SVG", given=lambda place, handed, _: svg(SPACE, "assertion", f"{place}/assertion"))


def broken_hosted(v2):
    hosted, foreign = v2.hosted, v2.foreign.base
    hosted("ended", "expired", assertion={"expires": "2026-02-01T00:00:00Z"})
    hosted("ended before it began", "expired", assertion={"expires": "2025-01-01T00:00:00Z"})
    hosted("begins later", "notYetValid", assertion={"issuedOn": "2040-01-01T00:00:00Z"})
    hosted("revoked, complete", "revoked", assertion={"revoked": True, "revocationReason": "A mistake 🙈"})
    hosted("revoked, nothing else", "revoked", shown={"badge": "x"}, assertion=lambda place: json.dumps(
        {"@context": "https://w3id.org/openbadges/v2", "id": f"{place}/assertion", "revoked": True}).encode())
    hosted("revoked in words", "revoked", assertion={"revoked": "true"})
    hosted("410 and complete", "revoked", status={"assertion": 410})
    hosted("404", "issuerUnknown", status={"assertion": 404})
    hosted("500", "unchecked", status={"assertion": 500})
    hosted("nothing there", "issuerUnknown", assertion=lambda _: None)
    hosted("no JSON there", "issuerUnknown", assertion=lambda _: b"<html>")
    hosted("another badge there", "altered", assertion=lambda place: spelled(
        v2.documents("hosted another badge there")[1]["assertion"] | {"id": f"{place}/else"}).encode())
    hosted("badge class 404", "issuerUnknown", status={"badge": 404})
    hosted("issuer 404", "issuerUnknown", status={"issuer": 404})
    for name in ("type", "recipient", "issuedOn", "verification"):
        hosted(f"without {name}", "malformed", assertion={name: GONE})
    hosted("without badge", "issuerUnknown", assertion={"badge": GONE})
    hosted("without id", "issuerUnknown", assertion={"id": GONE})
    hosted("without context", "malformed", assertion={"@context": GONE})
    for name in ("identity", "type"):
        hosted(f"recipient without {name}", "malformed", assertion={"recipient": {name: GONE}})
    for name in ("type", "name", "description", "image", "criteria"):
        hosted(f"badge class without {name}", "malformed", badge={name: GONE})
    for name in ("id", "issuer"):
        hosted(f"badge class without {name}", "issuerUnknown", badge={name: GONE})
    for name in ("type", "name", "url", "email"):
        hosted(f"issuer without {name}", "malformed", issuer={name: GONE})
    hosted("issuer without id", "issuerUnknown", issuer={"id": GONE})
    for what, value in (("a number", 1_767_323_045), ("a day", "2026-01-02"), ("without zone", "2026-01-02T03:04:05"),
                        ("no date", "yesterday"), ("the 31st of April", "2026-04-31T00:00:00Z"), ("empty", "")):
        hosted(f"issuedOn is {what}", "malformed", assertion={"issuedOn": value})
    hosted("expires is no date", "malformed", assertion={"expires": "soon"})
    hosted("recipient is a text", "malformed", assertion={"recipient": MAIL})
    hosted("hashed is a text", "malformed", assertion={"recipient": {"hashed": "true"}})
    hosted("hash of nothing known", "malformed", assertion={"recipient": {"identity": "sha1$" + "0" * 40}})
    hosted("hash too short", "malformed", assertion={"recipient": {"identity": "sha256$1234"}})
    hosted("badge is a number", "issuerUnknown", assertion={"badge": 5})
    hosted("verification is a text", "malformed", assertion={"verification": "hosted"})
    hosted("verification of no kind", "malformed", assertion={"verification": {"type": "Trust"}})
    hosted("says that it is signed", "issuerUnknown", assertion={"verification": {"type": "SignedBadge"}})
    hosted("name is a number", "malformed", badge={"name": 5})
    hosted("name is empty", "malformed", badge={"name": ""})
    hosted("url is a number", "malformed", issuer={"url": 5})
    hosted("badge class is another one", "issuerUnknown", badge=lambda place: {"id": f"{place}/other"})
    hosted("issuer is another one", "issuerUnknown", issuer=lambda place: {"id": f"{place}/other"})
    hosted("startsWith elsewhere", "issuerUnknown", issuer=lambda place: {"verification": {"startsWith": f"{place}/x"}})
    hosted("startsWith that a longer port fits", "issuerUnknown", issuer=lambda place: {"verification": {
        "startsWith": "/".join(place.split("/")[:3])[:-1]}})
    hosted("allowedOrigins elsewhere", "issuerUnknown", issuer={"verification": {"allowedOrigins": "other.example"}})
    place, documents = v2.documents("an issuer elsewhere", foreign)
    for name, document in documents.items():
        v2.foreign.serve(f"{place}/{name}", document)
    hosted("badge class of another host's issuer", "issuerUnknown", badge={"issuer": f"{place}/issuer"})
    hosted("badge class of another host", "issuerUnknown", assertion={"badge": f"{place}/badge"})
    hosted("two badges in a PNG", "unreadable", given=lambda place, handed, _: png(
        *[(b"iTXt", b"openbadges", spelled(handed))] * 2))
    hosted("a member twice", "unreadable", given=lambda place, handed, _: spelled(handed).replace(
        '"type":"Assertion"', '"type":"x","type":"Assertion"').encode())
    hosted("rubbish after the end", "unreadable", given=lambda place, handed, _: spelled(handed).encode() + b"}")
    hosted("in a list with another", "unreadable", given=lambda place, handed, _: spelled([handed, handed]).encode())
    hosted("its badge class", "unreadable", given=lambda place, handed, documents: spelled(documents["badge"]).encode())
    for what, document in changes(v2.documents("hosted leaf")[1]["assertion"]):
        def given(place, handed, _, what=what):
            return spelled(dict(changes(handed))[what]).encode()

        verdict = {"other id": "issuerUnknown", "without id": "issuerUnknown"}.get(what, "altered")
        hosted(f"copy, {what}", verdict, given=given)


def honest_signed(v2):
    signed, keys = v2.signed, v2.keys
    signed("plain")
    signed("badge class embedded", assertion=lambda _: {"badge": v2.documents("signed badge class embedded")[1]["badge"]})
    signed("key in the profile", issuer=lambda _: {"publicKey": v2.documents("signed key in the profile")[1]["key"]})
    signed("several keys", issuer=lambda place: {"publicKey": [f"{place}/old", f"{place}/key"]})
    signed("without creator", assertion={"verification": {"creator": GONE}})
    signed("P-256", signer=keys.p256, header={"alg": "ES256"}, key={"publicKeyPem": keys.pem(keys.p256)})
    signed("Ed25519", signer=keys.ed25519, header={"alg": "EdDSA"}, key={"publicKeyPem": keys.pem(keys.ed25519)})
    signed("list of others", issuer=lambda place: {"revocationList": f"{place}/list"},
           list={"revokedAssertions": ["urn:uuid:1", {"id": "urn:uuid:2", "revocationReason": "x"}]})
    signed("empty list", issuer=lambda place: {"revocationList": f"{place}/list"})
    signed("in a PNG", given=lambda text, _: png((b"iTXt", b"openbadges", text)))
    signed("in an SVG", given=lambda text, _: svg(SPACE, "assertion", text))


def broken_signed(v2):
    signed, keys = v2.signed, v2.keys
    signed("another key", "altered", signer=keys.other)
    signed("none", "altered", header={"alg": "none"})
    signed("HMAC with the public key", "altered", header={"alg": "HS256"})
    signed("header says ES256", "altered", given=lambda text, _: relabelled(text, "ES256"))
    signed("header says RS512", "altered", given=lambda text, _: relabelled(text, "RS512"))
    signed("no signature", "altered", given=lambda text, _: text.rpartition(".")[0].encode() + b".")
    signed("three dots", "unreadable", given=lambda text, _: text.encode() + b".x")
    signed("padded", "unreadable", given=lambda text, _: text.encode() + b"==")
    signed("key of somebody else", "issuerUnknown", key={"owner": "https://other.example/issuer"})
    signed("profile lists no key", "issuerUnknown", issuer={"publicKey": GONE})
    signed("profile lists another key", "issuerUnknown", issuer=lambda place: {"publicKey": f"{place}/other"})
    signed("key 404", "issuerUnknown", status={"key": 404})
    signed("key 500", "unchecked", status={"key": 500})
    signed("key is no PEM", "issuerUnknown", key={"publicKeyPem": "no key"})
    signed("issuer 404", "issuerUnknown", status={"issuer": 404})
    signed("issuer 500", "unchecked", status={"issuer": 500})
    for what, entry in (("by id", lambda me: me), ("with a reason", lambda me: {"id": me, "revocationReason": "Left"})):
        signed(f"revoked {what}", "revoked", issuer=lambda place: {"revocationList": f"{place}/list"},
               revoked=lambda me, entry=entry: ["urn:uuid:1", entry(me)])
    signed("revoked, a list of one", "revoked", issuer=lambda place: {"revocationList": f"{place}/list"},
           revoked=lambda me: [me])
    signed("list of another issuer", "unchecked", issuer=lambda place: {"revocationList": f"{place}/list"},
           list=lambda place: {"issuer": f"{place}/other"})
    signed("list 404", "unchecked", issuer=lambda place: {"revocationList": f"{place}/list"}, status={"list": 404})
    signed("ended", "expired", assertion={"expires": "2026-02-01T00:00:00Z"})
    signed("begins later", "notYetValid", assertion={"issuedOn": "2040-01-01T00:00:00Z"})
    for name in ("type", "recipient", "issuedOn"):
        signed(f"without {name}", "malformed", assertion={name: GONE})
    signed("without badge", "unreadable", assertion={"badge": GONE, "type": "Other"})
    signed("issuedOn is a number", "malformed", assertion={"issuedOn": 1_767_323_045})
    signed("says that it is hosted", "malformed", assertion={"verification": {"type": "HostedBadge", "creator": GONE}})
    signed("a member twice", "unreadable", payload=lambda text: text.replace(
        '"type":"Assertion"', '"type":"x","type":"Assertion"'))
    for what, document in changes(v2.documents("signed leaf")[1]["assertion"]):
        def given(text, assertion, what=what):
            head, _, tail = text.split(".")
            found = dict(changes(assertion)).get(what)
            return f"{head}.{base64url(spelled(found).encode())}.{tail}".encode()

        # Below its old signature a changed link leads elsewhere before the signature is looked at.
        verdict = {"other badge": None, "without badge": "issuerUnknown"}.get(what, "altered")
        signed(f"changed, {what}", verdict, given=given)


def relabelled(text, algorithm):
    head, body, tail = text.split(".")
    header = json.loads(base64.urlsafe_b64decode(head + "=" * (-len(head) % 4))) | {"alg": algorithm}
    return f"{base64url(spelled(header).encode())}.{body}.{tail}".encode()
