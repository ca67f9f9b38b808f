"""Open Badges 3.0: official JSON schemas, jwcrypto, openbadgeslib."""

import base64
import gzip
import json
import pathlib

import jsonschema
from jwcrypto import jwk, jws
from openbadgeslib.ob3.verifier import OB3VerificationError, OB3Verifier

from judging import BASE, FIXTURES, PLAN, changed, check, finish, get, leaves

SCHEMAS = [
    jsonschema.validators.validator_for(schema)(schema)
    for schema in (json.loads(path.read_text()) for path in sorted(FIXTURES.glob("ob_v3p0_achievement*.json")))
]


def unpack(part):
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def pack(value):
    return base64.urlsafe_b64encode(json.dumps(value, ensure_ascii=False).encode()).decode().rstrip("=")


def key(token):
    """The key that the token's kid leads to, over HTTP; the issuer's DID document must name it too."""
    header, claims = (unpack(part) for part in token.split(".")[:2])
    host, *path = claims["iss"].removeprefix("did:web:").split(":")
    place = "/".join(path) if path else ".well-known"
    document = json.loads(get(f"http://{host.replace('%3A', ':')}/{place}/did.json")[2])
    method = [m for m in document["verificationMethod"] if m["id"] == header["kid"]]
    check("the DID document names the kid", len(method) == 1 and header["kid"] in document["assertionMethod"])
    return jwk.JWK(**json.loads(get(header["kid"])[2])), jwk.JWK(**method[0]["publicKeyJwk"]), document["id"]


def empties(value):
    if isinstance(value, dict):
        return any(empties(v) for v in value.values())
    if isinstance(value, list):
        return value == [] or any(empties(v) for v in value)
    return value is None


def download(address, *_, **__):
    return get(address.replace("https://", "http://"), "application/vc+jwt")[2]


# What was signed before a rotation stays valid, by keys that are published still.
before = pathlib.Path(PLAN["folder"]) / "tokens.json"
for token in json.loads(before.read_text()) if before.exists() else []:
    signed = jws.JWS()
    signed.deserialize(token)
    signed.verify(key(token)[0], alg="RS256")
    check("an old token is valid", signed.is_valid)

tokens = []
for name, award in PLAN["awards"].items():
    token = get(f"/ob/v3/credentials/{award}.jwt", "text/plain")[2].decode()
    check(f"{name}: signed anew after a rotation", unpack(token.split(".")[0])["kid"] not in [
        unpack(old.split(".")[0])["kid"] for old in (json.loads(before.read_text()) if before.exists() else [])])
    tokens.append(token)
    header, payload, signature = token.split(".")
    claims = unpack(payload)
    document = json.loads(get(f"/ob/v3/credentials/{award}", "application/vc+ld+json")[2])
    for number, schema in enumerate(SCHEMAS):
        errors = [f"{list(e.path)} {e.message}"[:200] for e in schema.iter_errors(document)]
        check(f"{name}: schema {number}", not errors, errors)
        errors = [e.message[:200] for e in schema.iter_errors(claims)]
        check(f"{name}: schema {number}, token", not errors, errors)
    check(f"{name}: no null and no empty list", not empties(claims))
    check(f"{name}: the token says what the document says", {k: claims[k] for k in document if k != "proof"} == {
        k: v for k, v in document.items() if k != "proof"})
    check(f"{name}: claims", (claims["iss"], claims["jti"], claims["sub"]) == (
        claims["issuer"]["id"], claims["id"], claims["credentialSubject"]["id"]))
    served, published, did = key(token)
    check(f"{name}: one key", served.thumbprint() == published.thumbprint() and did == claims["iss"])
    signed = jws.JWS()
    signed.deserialize(token)
    signed.verify(served, alg="RS256")
    check(f"{name}: jwcrypto", signed.is_valid)
    verifier = OB3Verifier(served.export_to_pem())
    try:
        verifier.verify(token, check_status=True, download=download)
        accepted = True
    except OB3VerificationError as error:
        accepted, why = False, error
    check(f"{name}: openbadgeslib", accepted == (name != "revoked"), "" if accepted else why)
    for path in leaves(claims):
        for forged in (f"{header}.{pack(changed(claims, path))}.{signature}",):
            refused = 0
            try:
                verifier.verify(forged)
            except OB3VerificationError:
                refused += 1
            try:
                again = jws.JWS()
                again.deserialize(forged)
                again.verify(served, alg="RS256")
            except jws.InvalidJWSSignature:
                refused += 1
            check(f"{name}: {path} tampered with", refused == 2)
    for kind in ("png", "svg"):
        picture = get(f"/awards/{award}/image.{kind}?version=3", "image/*")[2]
        both = get(f"/awards/{award}/image.{kind}", "image/*")[2]
        extract = OB3Verifier.extract_token_from_png if kind == "png" else OB3Verifier.extract_token_from_svg
        check(f"{name}: {kind}", extract(picture) == token and extract(both) == token)
    entry = claims["credentialStatus"]
    list_token = get(entry["statusListCredential"], "application/vc+jwt")[2].decode()
    signed = jws.JWS()
    signed.deserialize(list_token)
    signed.verify(key(list_token)[0], alg="RS256")
    head, body, tail = list_token.split(".")
    for path in leaves(unpack(body)) if name == "full" else ():
        try:
            again = jws.JWS()
            again.deserialize(f"{head}.{pack(changed(unpack(body), path))}.{tail}")
            again.verify(key(list_token)[0], alg="RS256")
            check(f"{name}: status list, {path} tampered with", False)
        except jws.InvalidJWSSignature:
            check(f"{name}: status list, {path} tampered with", True)
    encoded = unpack(list_token.split(".")[1])["credentialSubject"]["encodedList"]
    bits = gzip.decompress(base64.urlsafe_b64decode(encoded[1:] + "=" * (-len(encoded[1:]) % 4)))
    place = int(entry["statusListIndex"])
    check(f"{name}: status list", encoded[0] == "u" and len(bits) * 8 >= 131_072)
    check(f"{name}: its bit", bool(bits[place // 8] & 0x80 >> place % 8) == (name == "revoked"))
    check(f"{name}: all other bits", sum(map(int.bit_count, bits)) == (0 if name == "department" else 1))
before.write_text(json.dumps(tokens))
finish("Open Badges 3.0")
