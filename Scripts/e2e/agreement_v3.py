"""Badges of Open Badges 3.0 for agreement.py: VC-JWT, and Data Integrity with eddsa-rdfc-2022."""

import copy
import gzip
import hashlib
import uuid

from agreement_issuer import base64url, proof, spelled, token
from agreement_v2 import merged

CONTEXTS = [
    "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
]
FROM = 1_767_323_045


class Version3:
    def __init__(self, server, foreign, keys):
        self.server, self.foreign, self.keys = server, foreign, keys
        self.cases = []
        host, port = server.base.removeprefix("http://").split(":")
        self.web = f"did:web:{host}%3A{port}:"

    def place(self, name):
        return hashlib.sha256(name.encode()).hexdigest()[:12]

    def credential(self, name, issuer):
        return {
            "@context": list(CONTEXTS), "id": uuid.uuid5(uuid.NAMESPACE_URL, name).urn,
            "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "issuer": {"id": issuer, "type": ["Profile"], "name": "Contoso שלום"}, "validFrom": "2026-01-02T03:04:05Z",
            "name": "Cloud 🐍", "credentialSubject": {
                "id": "mailto:priya@laurel.example", "type": ["AchievementSubject"], "achievement": {
                    "id": "https://badges.example/a/1", "type": ["Achievement"], "name": "Cloud 🐍",
                    "description": "Flies.", "criteria": {"narrative": "Fly."}}},
        }

    def did_document(self, did, key, kid):
        method = {"id": kid, "type": "JsonWebKey", "controller": did, "publicKeyJwk": self.keys.jwk(key)}
        return {"@context": ["https://www.w3.org/ns/did/v1"], "id": did, "verificationMethod": [method],
                "assertionMethod": [kid]}

    def bits(self, *places, count=131_072):
        data = bytearray(count // 8)
        for place in places:
            data[place // 8] |= 0x80 >> place % 8
        return "u" + base64url(gzip.compress(bytes(data), mtime=0))

    def status_list(self, address, owner, *places, **changes):
        return merged({
            "@context": CONTEXTS[:1], "id": address, "type": ["VerifiableCredential", "BitstringStatusListCredential"],
            "issuer": owner, "validFrom": "2026-01-01T00:00:00Z", "iss": owner, "jti": address, "nbf": 1_767_225_600,
            "sub": f"{address}#list", "credentialSubject": {
                "id": f"{address}#list", "type": "BitstringStatusList", "statusPurpose": "revocation",
                "encodedList": self.bits(*places)}}, changes)

    def add(self, form, name, given, verdict, recipient, **more):
        self.cases.append({"name": f"{form}: {name}", "given": given, "verdict": verdict, "recipient": recipient} | more)

    # Tokens

    def jwt(self, case, verdict="valid", signer=None, algorithm="RS256", header=None, claims=None, payload=None,
            given=None, listed=None, document=None, recipient=None, lists=None, **changes):
        """The issuer is a did:web of this server. `claims` are JWT's own; `changes` are the credential's."""
        signer = signer or self.keys.rsa
        place = self.place(f"jwt {case}")
        did, base = self.web + place, f"{self.server.base}/{place}"
        kid = f"{did}#key"
        published = self.did_document(did, listed or signer, kid)
        self.server.serve(f"/{place}/did.json", document(published) if document else published)
        credential = merged(self.credential(case, did), {
            member: value(base) if callable(value) else value for member, value in changes.items()})
        subject = credential.get("credentialSubject")
        own = {"iss": did, "jti": credential.get("id"), "nbf": FROM,
               "sub": subject.get("id") if isinstance(subject, dict) else None}
        own = {claim: value for claim, value in own.items() if value is not None}
        content = merged(credential | own, claims or {})
        for path, make in (lists or {}).items():
            made = make(f"{base}/{path}", did, content["id"])
            text = token(made, signer, {"alg": algorithm, "kid": kid}) if "encodedList" in spelled(made) else made
            self.server.serve(f"{base}/{path}", text.encode() if isinstance(text, str) else text,
                              kind="application/vc+jwt" if isinstance(text, str) else "application/json")
        headers = {"alg": algorithm, "typ": "JWT", "kid": kid} | (header or {})
        headers = {member: value for member, value in headers.items() if value is not None}
        text = token(payload(spelled(content)) if payload else content, signer, headers)
        self.add("3.0 JWT", case, given(text, content) if given else text.encode(), verdict, recipient,
                 key=self.keys.pem(listed or signer))

    def revocable(self, entry=None, **more):
        """A status that names place 7 of a list of this case."""
        return {"credentialStatus": lambda base: {
            "id": f"{base}/list#7", "type": "BitstringStatusListEntry", "statusPurpose": "revocation",
            "statusListIndex": "7", "statusListCredential": f"{base}/list"} | (entry or {})} | more

    # Data Integrity

    def integrity(self, case, verdict="valid", signer=None, method=None, options=None, unsigned=None, after=None,
                  given=None, recipient=None, issuer=None, **changes):
        """The issuer is a did:key. `unsigned` changes the document below its proof, `after` the whole document."""
        multikey = self.keys.multikey(self.keys.ed25519)
        did = f"did:key:{multikey}"
        credential = merged(self.credential(case, issuer or did), changes)
        made = proof(credential, signer or self.keys.ed25519, method or f"{did}#{multikey}", **(options or {}))
        signed = merged(credential, unsigned or {}) | {"proof": [made]}
        signed = after(copy.deepcopy(signed)) if after else signed
        self.add("3.0 proof", case, given(signed) if given else spelled(signed).encode(), verdict, recipient, did=did)
