"""Open Badges 3.0 with Data Integrity proofs: openbadgeslib, and a check of our own over PyLD and cryptography."""

import base64
import gzip
import hashlib
import json
import pathlib

import openbadgeslib.ob3
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from openbadgeslib.ob3.ldp import OB3LdpVerifier
from openbadgeslib.ob3.verifier import OB3VerificationError, OB3Verifier
from pyld import jsonld

from judging import PLAN, changed, check, finish, get, leaves

CONTEXTS = pathlib.Path(openbadgeslib.ob3.__file__).parent / "contexts"
FILES = {
    "https://www.w3.org/ns/credentials/v2": "credentials-v2.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": "ob-v3p0-context-3.0.3.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json": "ob-v3p0-extensions.json",
}
DOCUMENTS = {address: json.loads((CONTEXTS / name).read_text()) for address, name in FILES.items()}
ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


class Refused(Exception):
    pass


def demand(truth, why):
    if not truth:
        raise Refused(why)


def load(address, _):
    demand(address in DOCUMENTS, f"unknown context {address}")
    return {"contextUrl": None, "documentUrl": address, "document": DOCUMENTS[address]}


def base58(text):
    demand(text[:1] == "z" and set(text[1:]) <= set(ALPHABET), "not base58btc")
    number = 0
    for letter in text[1:]:
        number = number * 58 + ALPHABET.index(letter)
    return number.to_bytes((number.bit_length() + 7) // 8, "big")


def digest(document):
    options = {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": load}
    return hashlib.sha256(jsonld.normalize(document, options).encode()).digest()


def key(method, issuer):
    """The key in the issuer's DID document, over HTTP."""
    did = method.partition("#")[0]
    demand(did == issuer and did.startswith("did:web:"), "not the issuer's key")
    host, *path = did.removeprefix("did:web:").split(":")
    place = "/".join(path) if path else ".well-known"
    document = json.loads(get(f"http://{host.replace('%3A', ':')}/{place}/did.json", "application/did+json")[2])
    found = [m for m in document["verificationMethod"] if m["id"] == method]
    demand(len(found) == 1 and method in document["assertionMethod"], "the DID document does not list the key")
    demand(found[0]["controller"] == issuer and found[0]["type"] == "Multikey", "the key is somebody else's")
    bytes = base58(found[0]["publicKeyMultibase"])
    demand(len(bytes) == 34 and bytes[:2] == b"\xed\x01", "not an Ed25519 key")
    return Ed25519PublicKey.from_public_bytes(bytes[2:])


def verify(document):
    """vc-di-eddsa §3.3.2, word by word."""
    document = json.loads(json.dumps(document))
    (proof,) = document.pop("proof")
    value = proof.pop("proofValue")
    demand(proof["type"] == "DataIntegrityProof" and proof["cryptosuite"] == "eddsa-rdfc-2022", "another suite")
    demand(proof["proofPurpose"] == "assertionMethod", "another purpose")
    issuer = document["issuer"]
    public = key(proof["verificationMethod"], issuer["id"] if isinstance(issuer, dict) else issuer)
    data = digest(proof | {"@context": document["@context"]}) + digest(document)
    try:
        public.verify(base58(value), data)
    except InvalidSignature:
        raise Refused("the signature does not fit") from None


def accepts(document):
    try:
        verify(document)
        return True, ""
    except (Refused, jsonld.JsonLdError, KeyError, OverflowError) as error:
        return False, str(error)[:200]


def download(address, *_, **__):
    return get(address.replace("https://", "http://"), "application/json")[2]


def library(document, status=False):
    verifier = OB3LdpVerifier.for_issuer_did(document["issuer"]["id"])
    try:
        # It cannot verify a list with a proof inside, nor a `kid` that is a web address: our check does that below.
        verifier.verify(json.dumps(document), check_status=status, download=download, verify_status_list=False)
        return True, ""
    except OB3VerificationError as error:
        return False, str(error)[:200]


before = pathlib.Path(PLAN["folder"]) / "documents.json"
for old in json.loads(before.read_text()) if before.exists() else []:
    check("a document from before the rotation", *accepts(old))
    check("a document from before the rotation, openbadgeslib", *library(old))

documents = []
for name, award in PLAN["awards"].items():
    document = json.loads(get(f"/ob/v3/credentials/{award}", "application/json")[2])
    documents.append(document)
    counts = name not in ("revoked", "held")
    check(f"{name}: our check", *accepts(document))
    check(f"{name}: openbadgeslib", *library(document))
    good, why = library(document, status=True)
    check(f"{name}: openbadgeslib with its status", good == counts, why)
    for path in leaves(document):
        forged = changed(document, path)
        check(f"{name}: {path} tampered with", not accepts(forged)[0])
        check(f"{name}: {path} tampered with, openbadgeslib", not library(forged)[0])
    for kind in ("png", "svg"):
        picture = get(f"/awards/{award}/image.{kind}?version=3-integrity", "image/*")[2]
        extract = OB3Verifier.extract_token_from_png if kind == "png" else OB3Verifier.extract_token_from_svg
        check(f"{name}: {kind}", json.loads(extract(picture)) == document)
    entries = document["credentialStatus"]
    for entry in entries if isinstance(entries, list) else [entries]:
        purpose = entry["statusPurpose"]
        listed = json.loads(get(entry["statusListCredential"], "application/json")[2])
        check(f"{name}: {purpose} list", *accepts(listed))
        encoded = listed["credentialSubject"]["encodedList"]
        bits = gzip.decompress(base64.urlsafe_b64decode(encoded[1:] + "=" * (-len(encoded[1:]) % 4)))
        place = int(entry["statusListIndex"])
        isSet = bool(bits[place // 8] & 0x80 >> place % 8)
        check(f"{name}: its {purpose} bit", isSet == (name == {"revocation": "revoked", "suspension": "held"}[purpose]))
        check(f"{name}: purpose", listed["credentialSubject"]["statusPurpose"] == purpose)
        for path in leaves(listed) if name in ("full", "held") else ():
            check(f"{name}: {purpose} list, {path} tampered with", not accepts(changed(listed, path))[0])
before.write_text(json.dumps(documents))
finish("Data Integrity")
