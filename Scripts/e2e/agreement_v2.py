"""Badges of Open Badges 2.0 for agreement.py: honest ones and every kind of break, each with the verdict it must get."""

import copy
import hashlib
import uuid

from agreement_issuer import spelled, svg, token

GONE = object()
MAIL = "priya@laurel.example"
LONG = "Découvre 🐍 שלום " * 600


def hashed(mail=MAIL, salt="deadsea", algorithm="sha256"):
    return f"{algorithm}${hashlib.new(algorithm, (mail + salt).encode()).hexdigest()}"


def leaves(value, path=()):
    if isinstance(value, (dict, list)):
        for name, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(inner, path + (name,))
    else:
        yield path


def other(value):
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, float)):
        return value + 1
    middle = next((i for i in range(len(value) // 2, len(value)) if value[i].isalnum()), 0)
    return value[:middle] + ("1" if value[middle] == "0" else "0") + value[middle + 1:]


def changes(document):
    """(what, document) with each leaf changed, then each left out."""
    for path in leaves(document):
        for remove in (False, True):
            copied = copy.deepcopy(document)
            place = copied
            for step in path[:-1]:
                place = place[step]
            if remove:
                del place[path[-1]]
            else:
                place[path[-1]] = other(place[path[-1]])
            yield f"{'without' if remove else 'other'} {'.'.join(map(str, path))}", copied


def merged(document, changes):
    """Members changed, added, or (GONE) left out; a dict goes on inside a dict."""
    for name, value in changes.items():
        if value is GONE:
            document.pop(name, None)
        elif isinstance(value, dict) and isinstance(document.get(name), dict) and "=" not in value:
            merged(document[name], value)
        else:
            document[name] = {k: v for k, v in value.items() if k != "="} if isinstance(value, dict) else value
    return document


class Version2:
    def __init__(self, server, foreign, keys):
        self.server, self.foreign, self.keys = server, foreign, keys
        self.cases = []

    def documents(self, name, base=None):
        """Assertion, badge class, issuer and key, each at an address of this case alone."""
        place = f"{base or self.server.base}/{hashlib.sha256(name.encode()).hexdigest()[:12]}"
        context = "https://w3id.org/openbadges/v2"
        return place, {
            "assertion": {
                "@context": context, "type": "Assertion", "id": f"{place}/assertion",
                "recipient": {"type": "email", "hashed": True, "salt": "deadsea", "identity": hashed()},
                "badge": f"{place}/badge", "issuedOn": "2026-01-02T03:04:05Z", "verification": {"type": "HostedBadge"}},
            "badge": {
                "@context": context, "type": "BadgeClass", "id": f"{place}/badge", "name": "Cloud 🏅",
                "description": "Flies.", "image": f"{place}/image", "criteria": {"narrative": "Fly."},
                "issuer": f"{place}/issuer"},
            "issuer": {
                "@context": context, "type": "Issuer", "id": f"{place}/issuer", "name": "Northwind שלום",
                "url": f"{place}/", "email": "badges@northwind.example"},
            "key": {
                "@context": context, "type": "CryptographicKey", "id": f"{place}/key", "owner": f"{place}/issuer",
                "publicKeyPem": self.keys.pem(self.keys.rsa)},
            "list": {
                "@context": context, "type": "RevocationList", "id": f"{place}/list", "issuer": f"{place}/issuer",
                "revokedAssertions": []},
        }

    def publish(self, place, documents, status=None):
        for name, document in documents.items():
            if document is None:
                continue
            self.server.serve(f"{place}/{name}", document, (status or {}).get(name, 200))
        self.server.serve(f"{place}/image", svg("http://openbadges.org", "none"), kind="image/svg+xml")

    def add(self, form, name, given, verdict, recipient=None):
        self.cases.append({"name": f"{form}: {name}", "given": given, "verdict": verdict, "recipient": recipient})

    # Hosted

    def hosted(self, name, verdict="valid", shown=None, status=None, recipient=None, given=None, **parts):
        """`parts` change what is served (a function gets the place); `shown` changes only what is handed in."""
        place, documents = self.documents(f"hosted {name}")
        for part, change in parts.items():
            change = change(place) if callable(change) else change
            documents[part] = merged(documents[part], change) if isinstance(change, dict) else change
        self.publish(place, documents, status)
        if isinstance(documents["assertion"], dict):
            handed = merged(copy.deepcopy(documents["assertion"]), shown or {})
        else:
            handed = self.documents(f"hosted {name}")[1]["assertion"]
        given = given(place, handed, documents) if given else spelled(handed).encode()
        self.add("2.0 hosted", name, given, verdict, recipient)

    # Signed

    def signed(self, name, verdict="valid", signer=None, header=None, payload=None, given=None, status=None,
               revoked=None, **parts):
        place, documents = self.documents(f"signed {name}")
        documents["assertion"] |= {
            "id": uuid.uuid5(uuid.NAMESPACE_URL, name).urn,
            "verification": {"type": "SignedBadge", "creator": f"{place}/key"}}
        documents["issuer"]["publicKey"] = f"{place}/key"
        for part, change in parts.items():
            change = change(place) if callable(change) else change
            documents[part] = merged(documents[part], change) if isinstance(change, dict) else change
        assertion = documents.pop("assertion")
        if revoked:
            documents["list"]["revokedAssertions"] = revoked(assertion["id"])
        self.publish(place, documents, status)
        text = payload(spelled(assertion)) if payload else assertion
        signed = token(text, signer or self.keys.rsa, {"alg": "RS256"} | (header or {}))
        self.add("2.0 signed", name, given(signed, assertion) if given else signed.encode(), verdict)
