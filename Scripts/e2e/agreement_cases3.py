"""The corpus of Open Badges 3.0: what is honest, what is broken, and which verdict the standard demands."""

import json

from agreement_cases2 import relabelled
from agreement_issuer import base64url, png, spelled, svg
from agreement_v2 import GONE, LONG, changes
from agreement_v3 import CONTEXTS, FROM

SPACE = "https://purl.imsglobal.org/ob/v3p0"
HASH = "sha256$5b6e0e7ea2a3ce3c3c44ba0dd4ad7ae8c4f2a1b0a4a4d5a7bd1fd4ed1ac3d6f4"


def subject(**more):
    return {"credentialSubject": {"achievement": more}}


def honest_jwt(v3):
    jwt, keys = v3.jwt, v3.keys
    jwt("RS256")
    jwt("ES256", signer=keys.p256, algorithm="ES256")
    jwt("EdDSA", signer=keys.ed25519, algorithm="EdDSA")
    jwt("PS256", algorithm="PS256")
    jwt("typ vc+jwt", header={"typ": "vc+jwt"})
    jwt("no typ", header={"typ": None})
    jwt("no kid", header={"kid": None})
    jwt("claim aud", claims={"aud": "https://reader.example", "iat": FROM})
    jwt("no claim sub", claims={"sub": GONE})
    jwt("no claim of its own", "malformed", claims={"iss": GONE, "sub": GONE, "jti": GONE, "nbf": GONE})
    jwt("ends later", validUntil="2040-01-01T00:00:00Z", claims={"exp": 2_208_988_800})
    jwt("AchievementCredential", type=["VerifiableCredential", "AchievementCredential"])
    jwt("its recipient", recipient="priya@laurel.example")
    jwt("another recipient", "otherPerson", recipient="mallory@laurel.example")
    jwt("identifier", credentialSubject={"id": GONE, "identifier": [{
        "type": "IdentityObject", "hashed": True, "identityHash": HASH, "identityType": "emailAddress", "salt": "x"}]})
    jwt("long text", **subject(description=LONG))
    jwt("picture and tags", **subject(image={"id": "https://badges.example/a.png", "type": "Image"}, tag=["sky"]))
    jwt("alignment", **subject(alignment=[{
        "type": ["Alignment"], "targetName": "Fly", "targetUrl": "https://skill.example/1", "targetType": "CFItem"}]))
    jwt("evidence", evidence=[{"id": "https://work.example/1", "type": ["Evidence"], "name": "Built"}])
    jwt("list of bits", lists={"list": lambda at, did, me: v3.status_list(at, did, 8)}, **v3.revocable())
    jwt("index as a number", lists={"list": lambda at, did, me: v3.status_list(at, did, 8)},
        **v3.revocable({"statusListIndex": 7}))
    jwt("1EdTech list", lists={"list": lambda at, did, me: {"id": at, "issuer": did, "revokedCredential": [
        {"id": "urn:uuid:0"}]}}, credentialStatus=lambda base: {"id": f"{base}/list", "type": "1EdTechRevocationList"})
    jwt("1EdTech list says no longer revoked", lists={"list": lambda at, did, me: {
        "id": at, "issuer": did, "revokedCredential": [{"id": me, "revoked": False}]}},
        credentialStatus=lambda base: {"id": f"{base}/list", "type": "1EdTechRevocationList"})
    jwt("in a PNG", given=lambda text, _: png((b"iTXt", b"openbadgecredential", text)))
    jwt("in an SVG", given=lambda text, _: svg(SPACE, "credential", text))


def broken_jwt(v3):
    jwt, keys = v3.jwt, v3.keys
    jwt("another key", "altered", listed=keys.other)
    jwt("none", "altered", algorithm="none")
    jwt("HMAC with the public key", "altered", algorithm="HS256")
    jwt("header says ES256", "altered", given=lambda text, _: relabelled(text, "ES256"))
    jwt("header says PS256", "altered", given=lambda text, _: relabelled(text, "PS256"))
    jwt("no signature", "altered", given=lambda text, _: text.rpartition(".")[0].encode() + b".")
    jwt("crit", "unchecked", header={"crit": ["b64"], "b64": False})
    jwt("key of its own in the header", "issuerUnknown", listed=keys.other, header={"kid": None, "jwk": keys.jwk(keys.rsa)})
    jwt("kid that nobody lists", "issuerUnknown", document=lambda made: made | {"assertionMethod": []})
    jwt("document of somebody else", "unchecked", document=lambda made: made | {"id": "did:web:other.example"})
    jwt("issuer without document", "unchecked", document=lambda _: b"", issuer={"id": v3.web + "nowhere"},
        claims={"iss": v3.web + "nowhere"}, header={"kid": None})
    for claim, value, verdict in (("iss", "did:web:other.example", "issuerUnknown"), ("jti", "urn:uuid:8", "malformed"),
                                  ("sub", "mailto:eve@laurel.example", "malformed"), ("nbf", FROM - 60, "malformed")):
        jwt(f"claim {claim} says otherwise", verdict, claims={claim: value})
    jwt("exp says otherwise", "malformed", validUntil="2040-01-01T00:00:00Z", claims={"exp": 2_208_988_801})
    jwt("token ended, the badge does not say so", "expired", claims={"exp": FROM + 60})
    jwt("ended", "expired", validUntil="2026-02-01T00:00:00Z", claims={"exp": 1_769_904_000})
    jwt("begins later", "notYetValid", validFrom="2040-01-01T00:00:00Z", claims={"nbf": 2_208_988_800})
    for name in ("id", "validFrom"):
        jwt(f"without {name}", "malformed", claims={"jti": GONE, "nbf": GONE}, **{name: GONE})
    jwt("without issuer", "issuerUnknown", issuer=GONE, claims={"iss": GONE})
    jwt("without subject", "malformed", credentialSubject=GONE)
    jwt("without achievement", "malformed", credentialSubject={"achievement": GONE})
    jwt("subject nobody", "malformed", credentialSubject={"id": GONE})
    for name in ("id", "type", "name", "description", "criteria"):
        jwt(f"achievement without {name}", "malformed", **subject(**{name: GONE}))
    jwt("subject without type", "malformed", credentialSubject={"type": GONE})
    jwt("issuer without type", "malformed", issuer={"type": GONE})
    jwt("type of no badge", "malformed", type=["VerifiableCredential"])
    jwt("an endorsement", "unreadable", type=["VerifiableCredential", "EndorsementCredential"])
    for what, value in (("a number", 5), ("a day", "2026-01-02"), ("without zone", "2026-01-02T03:04:05")):
        jwt(f"validFrom is {what}", "malformed", validFrom=value, claims={"nbf": GONE})
    jwt("contexts in another order", "malformed", **{"@context": CONTEXTS[1::-1]})
    jwt("without its context", "malformed", **{"@context": CONTEXTS[:1]})
    jwt("null", "malformed", name=None)
    jwt("empty list", "malformed", evidence=[])
    jwt("evidence without type", "malformed", evidence=[{"id": "https://work.example/1"}])
    jwt("alignment without target", "malformed", **subject(alignment=[{"type": ["Alignment"], "targetName": "Fly"}]))
    jwt("achievementType of nobody", "malformed", **subject(achievementType="Trophy"))
    jwt("identifier of no known kind", "malformed", credentialSubject={"identifier": [{
        "type": "IdentityObject", "hashed": True, "identityHash": HASH, "identityType": "shoeSize"}]})
    jwt("two subjects", "malformed", payload=lambda text: spelled(
        json.loads(text) | {"credentialSubject": [json.loads(text)["credentialSubject"]] * 2}))
    jwt("claim vc in version 2.0", "malformed", payload=lambda text: spelled({"vc": json.loads(text)}))
    jwt("a member twice", "unreadable", payload=lambda text: text[:-1] + ',"name":"x"}')
    jwt("list has its bit", "revoked", lists={"list": lambda at, did, me: v3.status_list(at, did, 7)}, **v3.revocable())
    for what, changed in (("of another issuer", {"issuer": "did:web:other.example", "iss": "did:web:other.example"}),
                          ("for another purpose", {"credentialSubject": {"statusPurpose": "message"}}),
                          ("too short", {"credentialSubject": {"encodedList": v3.bits(count=1_024)}}),
                          ("damaged", {"credentialSubject": {"encodedList": "uAAAA"}}),
                          ("ended", {"validUntil": "2026-02-01T00:00:00Z"})):
        jwt(f"list {what}", "unchecked", lists={
            "list": lambda at, did, me, changed=changed: v3.status_list(at, did, 8, **changed)}, **v3.revocable())
    jwt("list has no such place", "unchecked", lists={"list": lambda at, did, me: v3.status_list(at, did)},
        **v3.revocable({"statusListIndex": "9999999"}))
    jwt("list 404", "unchecked", **v3.revocable())
    jwt("status of an unknown kind", "unchecked", credentialStatus={"id": "https://list.example/1", "type": "Mystery"})
    jwt("1EdTech list names it", "revoked", lists={"list": lambda at, did, me: {
        "id": at, "issuer": did, "revokedCredential": [{"id": me, "revocationReason": "Left 🙈"}]}},
        credentialStatus=lambda base: {"id": f"{base}/list", "type": "1EdTechRevocationList"})
    jwt("1EdTech list 404", "unchecked",
        credentialStatus=lambda base: {"id": f"{base}/list", "type": "1EdTechRevocationList"})
    model = v3.credential("jwt leaf", v3.web + v3.place("jwt leaf"))
    for what, _ in changes(model):
        def given(text, content, what=what):
            head, _, tail = text.split(".")
            found = dict(changes(content))[what]
            return f"{head}.{base64url(spelled(found).encode())}.{tail}".encode()

        lost = what in ("other issuer.id", "without issuer.id")
        jwt(f"changed, {what}", None if lost else "altered", given=given)


def honest_integrity(v3):
    integrity = v3.integrity
    integrity("plain")
    integrity("proof by itself", after=lambda made: made | {"proof": made["proof"][0]})
    integrity("two proofs, one of them good", after=lambda made: made | {
        "proof": [made["proof"][0] | {"proofValue": "z" + "2" * 80}, made["proof"][0]]})
    integrity("without created", options={"created": None})
    integrity("members in another order", after=lambda made: dict(reversed(list(made.items()))))
    integrity("long text", **subject(description=LONG))
    integrity("evidence", evidence=[{"id": "https://work.example/1", "type": ["Evidence"], "name": "Built"}])
    integrity("ends later", validUntil="2040-01-01T00:00:00Z")
    integrity("its recipient", recipient="priya@laurel.example")
    integrity("another recipient", "otherPerson", recipient="mallory@laurel.example")
    integrity("in a PNG", given=lambda made: png((b"iTXt", b"openbadgecredential", spelled(made))))
    integrity("in an SVG", given=lambda made: svg(SPACE, "credential", body=spelled(made)))


def broken_integrity(v3):
    integrity, keys = v3.integrity, v3.keys
    thief = keys.multikey(keys.thief)
    integrity("another key", "altered", signer=keys.thief)
    integrity("method of somebody else", "issuerUnknown", signer=keys.thief, method=f"did:key:{thief}#{thief}")
    integrity("another issuer", "issuerUnknown", issuer=f"did:key:{thief}")
    integrity("another purpose", "altered", options={"proofPurpose": "authentication"})
    integrity("no proof", "issuerUnknown", after=lambda made: {k: v for k, v in made.items() if k != "proof"})
    integrity("suite of nobody", "unchecked", after=lambda made: made | {
        "proof": [made["proof"][0] | {"cryptosuite": "rot13-2026"}]})
    integrity("proofValue damaged", "altered", after=lambda made: made | {
        "proof": [made["proof"][0] | {"proofValue": made["proof"][0]["proofValue"][:-1] + "1"}]})
    integrity("proof says it ended", "altered", options={"expires": "2026-02-01T00:00:00Z"})
    integrity("member that no context knows", "altered", unsigned={"salary": "100000"})
    integrity("context that nobody knows", "unchecked", unsigned={"@context": CONTEXTS + ["https://evil.example/c"]})
    integrity("context inside", "unchecked", unsigned={"credentialSubject": {"@context": {"name": "https://evil.example/n"}}})
    integrity("ended", "expired", validUntil="2026-02-01T00:00:00Z")
    integrity("begins later", "notYetValid", validFrom="2040-01-01T00:00:00Z")
    integrity("without id", "malformed", id=GONE)
    integrity("achievement without criteria", "malformed", **subject(criteria=GONE))
    integrity("a member twice", "unreadable", given=lambda made: spelled(made)[:-1].encode() + b',"name":"x"}')
    for what, _ in changes(v3.credential("integrity leaf", "did:key:" + keys.multikey(keys.ed25519))):
        # Another key or an unknown context is asked then; the context of the extensions says nothing about this badge.
        lost = what.endswith(("issuer.id", "@context.1", "@context.0")) or what == "other @context.2"
        verdict = "valid" if what == "without @context.2" else None if lost else "altered"
        integrity(f"changed, {what}", verdict, given=lambda made, what=what: spelled(
            dict(changes({k: v for k, v in made.items() if k != "proof"}))[what] | {"proof": made["proof"]}).encode())
