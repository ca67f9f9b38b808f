"""An issuer on this machine whose every badge has documents of its own, and the ways to sign and to bake.

Nothing here is Laurel's: the corpus is written with PyLD and cryptography, so that a fault of ours cannot hide itself.
"""

import base64
import hashlib
import hmac
import http.server
import json
import pathlib
import struct
import threading
import zlib

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
import openbadgeslib.ob3
from pyld import jsonld

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
HOME = pathlib.Path(openbadgeslib.ob3.__file__).parent / "contexts"
CONTEXTS = {
    "https://www.w3.org/ns/credentials/v2": "credentials-v2.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": "ob-v3p0-context-3.0.3.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json": "ob-v3p0-extensions.json",
}
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>'


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def base58(data):
    number, text = int.from_bytes(data, "big"), ""
    while number:
        number, rest = divmod(number, 58)
        text = ALPHABET[rest] + text
    return text


def spelled(document):
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


class Server:
    """Documents by path: (status, media type, body). What is not there is 404."""

    def __init__(self):
        self.documents = {}
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self.handler())
        self.base = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def handler(server):
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                status, kind, body = server.documents.get(self.path.partition("#")[0], (404, "text/plain", b"nothing"))
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Cache-Control", "no-store")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        return Handler

    def serve(self, address, document, status=200, kind="application/ld+json"):
        body = document if isinstance(document, bytes) else spelled(document).encode()
        self.documents[address.removeprefix(self.base)] = (status, kind, body)


class Keys:
    """The issuer's keys and a thief's. Curves come from fixed numbers; RSA keys are made anew, which changes no verdict."""

    def __init__(self):
        self.rsa, self.other = (rsa.generate_private_key(65_537, 2_048) for _ in range(2))
        self.p256 = ec.derive_private_key(0x1234_5678_9ABC, ec.SECP256R1())
        self.ed25519 = ed25519.Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
        self.thief = ed25519.Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))

    @staticmethod
    def pem(key):
        return key.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo).decode()

    @staticmethod
    def jwk(key):
        numbers = key.public_key()
        if isinstance(key, rsa.RSAPrivateKey):
            modulus = numbers.public_numbers().n
            return {"kty": "RSA", "n": base64url(modulus.to_bytes(256, "big")), "e": "AQAB"}
        if isinstance(key, ec.EllipticCurvePrivateKey):
            point = numbers.public_numbers()
            return {"kty": "EC", "crv": "P-256", "x": base64url(point.x.to_bytes(32, "big")),
                    "y": base64url(point.y.to_bytes(32, "big"))}
        return {"kty": "OKP", "crv": "Ed25519", "x": base64url(numbers.public_bytes_raw())}

    @staticmethod
    def multikey(key):
        return "z" + base58(b"\xed\x01" + key.public_key().public_bytes_raw())


def signature(key, algorithm, data):
    if algorithm == "none":
        return b""
    if algorithm.startswith("HS"):
        return hmac.new(Keys.pem(key).encode(), data, hashlib.sha256).digest()
    if isinstance(key, rsa.RSAPrivateKey):
        scheme = padding.PSS(padding.MGF1(hashes.SHA256()), 32) if algorithm.startswith("PS") else padding.PKCS1v15()
        return key.sign(data, scheme, hashes.SHA256())
    if isinstance(key, ec.EllipticCurvePrivateKey):
        r, s = decode_dss_signature(key.sign(data, ec.ECDSA(hashes.SHA256())))
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")
    return key.sign(data)


def token(payload, key, header):
    """A compact JWS; `payload` may be text, to say what JSON of Python cannot."""
    text = payload if isinstance(payload, str) else spelled(payload)
    data = f"{base64url(spelled(header).encode())}.{base64url(text.encode())}"
    return f"{data}.{base64url(signature(key, header.get('alg', ''), data.encode()))}"


def load(address, _):
    return {"contextUrl": None, "documentUrl": address, "document": json.loads((HOME / CONTEXTS[address]).read_text())}


def digest(document):
    options = {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": load}
    return hashlib.sha256(jsonld.normalize(document, options).encode()).digest()


def proof(document, key, method, **more):
    """eddsa-rdfc-2022 (vc-di-eddsa §3.3); `more` replaces members of the proof before it is signed."""
    options = {"type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", "created": "2026-01-02T03:04:05Z",
               "verificationMethod": method, "proofPurpose": "assertionMethod"} | more
    options = {name: value for name, value in options.items() if value is not None}
    data = digest(options | {"@context": document["@context"]}) + digest(document)
    return options | {"proofValue": "z" + base58(key.sign(data))}


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(*texts):
    """A picture of four pixels with text chunks: (kind, keyword, text)."""
    inside = b""
    for kind, keyword, text in texts:
        gap = b"\0" if kind == b"tEXt" else b"\0\0\0\0\0"
        inside += chunk(kind, keyword + gap + text.encode())
    rows = zlib.compress(b"\0\x0b\x6e\x69\x0b\x6e\x69" * 2)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)) + inside
            + chunk(b"IDAT", rows) + chunk(b"IEND", b""))


def svg(space, element, verify=None, body=None):
    attribute = f' verify="{verify}"' if verify else ""
    content = f"<![CDATA[{body}]]>" if body else ""
    name = f"openbadges:{element}"
    return DRAWING.replace(">", f' xmlns:openbadges="{space}"><{name}{attribute}>{content}</{name}>', 1).encode()
