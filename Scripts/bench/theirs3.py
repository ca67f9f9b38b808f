"""How many proofs openbadgeslib verifies a second, and how many documents PyLD canonicalises."""

import json
import pathlib
import sys
import time

import openbadgeslib.ob3
from openbadgeslib.ob3.ldp import OB3LdpVerifier
from pyld import jsonld

folder = pathlib.Path(sys.argv[1])
signed = (folder / "signed.json").read_text()
did = (folder / "did.json").read_bytes()
contexts = pathlib.Path(openbadgeslib.ob3.__file__).parent / "contexts"
documents = {
    address: json.loads((contexts / name).read_text())
    for address, name in {
        "https://www.w3.org/ns/credentials/v2": "credentials-v2.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": "ob-v3p0-context-3.0.3.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json": "ob-v3p0-extensions.json",
    }.items()
}


def load(address, _):
    return {"contextUrl": None, "documentUrl": address, "document": documents[address]}


def measure(name, work):
    work()
    start, count = time.perf_counter(), 0
    while time.perf_counter() - start < 2:
        work()
        count += 1
    print(f"{name}\t{count / (time.perf_counter() - start):.0f}")


options = {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": load}
verifier = OB3LdpVerifier.for_issuer_did(json.loads(signed)["issuer"]["id"])
measure("verify", lambda: verifier.verify(signed, download=lambda *_: did))
measure("canonical", lambda: jsonld.normalize(json.loads((folder / "unsigned.json").read_text()), options))
