"""Badges of another issuer, which runs on this machine, and what people do with them."""
import base64
import contextlib
import hashlib
import http.server
import json
import pathlib
import struct
import subprocess
import tempfile
import threading
import zlib

import flows

DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240"><circle cx="120" cy="120" r="108" fill="#0b6e69"/>
<path d="M120 50l20 44 48 6-36 32 10 48-42-24-42 24 10-48-36-32 48-6z" fill="#fff"/></svg>"""


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(keyword, text):
    """A teal square with a badge in it (Open Badges Baking)."""
    size = 240
    rows = b"".join(b"\0" + b"\x0b\x6e\x69" * size for _ in range(size))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0))
            + chunk(b"iTXt", keyword + b"\0\0\0\0\0" + text.encode())
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


class Issuer:
    """A server with a hosted badge of Open Badges 2.0 and the key of a signed one of 3.0."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self.handler())
        self.base = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.key = pathlib.Path(self.folder.name) / "key.pem"
        self.openssl("genrsa", "-out", str(self.key), "2048")
        self.documents = self.hosted() | {"/keys/1": self.jwk()}
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.folder.cleanup()

    def handler(issuer):
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                document = issuer.documents.get(self.path)
                body = DRAWING.encode() if self.path == "/image" else json.dumps(document).encode()
                self.send_response(200 if document or self.path == "/image" else 404)
                self.send_header("Content-Type", "image/svg+xml" if self.path == "/image" else "application/ld+json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        return Handler

    def openssl(self, *arguments, data=None):
        return subprocess.run(["openssl", *arguments], input=data, capture_output=True, check=True).stdout

    def hosted(self):
        """As Badgr writes it."""
        mail = hashlib.sha256(b"priya@laurel.exampledeadsea").hexdigest()
        return {
            "/assertions/1": {
                "@context": "https://w3id.org/openbadges/v2", "type": "Assertion", "id": f"{self.base}/assertions/1",
                "recipient": {"type": "email", "hashed": True, "salt": "deadsea", "identity": f"sha256${mail}"},
                "badge": f"{self.base}/badges/1", "issuedOn": "2026-01-02T03:04:05+00:00",
                "verification": {"type": "HostedBadge"}, "image": f"{self.base}/image",
            },
            "/badges/1": {
                "@context": "https://w3id.org/openbadges/v2", "type": "BadgeClass", "id": f"{self.base}/badges/1",
                "name": "Open Data Steward 🏅", "description": "Publishes data that others can use, and keeps it alive.",
                "image": f"{self.base}/image", "issuer": f"{self.base}/issuers/1", "tags": ["Open data", "Metadata"],
                "criteria": {"narrative": "Publish **three** data sets and answer questions about them."},
            },
            "/issuers/1": {
                "@context": "https://w3id.org/openbadges/v2", "type": "Issuer", "id": f"{self.base}/issuers/1",
                "name": "Northwind Académie", "url": f"{self.base}/", "email": "badges@northwind.example",
            },
        }

    def jwk(self):
        modulus = self.openssl("rsa", "-in", str(self.key), "-noout", "-modulus").decode().strip().split("=")[1]
        return {"kty": "RSA", "alg": "RS256", "n": base64url(bytes.fromhex(modulus)), "e": "AQAB"}

    def picture(self):
        return png(b"openbadges", json.dumps(self.documents["/assertions/1"]))

    def token(self, name="Machine Learning 🐍", mail="priya@laurel.example"):
        number = f"urn:uuid:6f1c2f80-0000-4000-8000-{hashlib.sha256(name.encode()).hexdigest()[:12]}"
        issuer = {"id": f"{self.base}/issuers/2", "type": ["Profile"], "name": "Contoso University"}
        claims = {
            "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
            "id": number, "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "issuer": issuer, "validFrom": "2026-03-01T00:00:00Z", "name": name,
            "credentialSubject": {
                "id": f"mailto:{mail}", "type": ["AchievementSubject"],
                "achievement": {
                    "id": f"{self.base}/achievements/1", "type": ["Achievement"], "name": name,
                    "description": "Trains models, and knows when not to.", "criteria": {"narrative": "Pass the examination."},
                },
            },
            "iss": issuer["id"], "sub": f"mailto:{mail}", "jti": number,
            "nbf": 1772323200,
        }
        header = {"alg": "RS256", "typ": "JWT", "kid": f"{self.base}/keys/1"}
        signed = ".".join(base64url(json.dumps(part).encode()) for part in (header, claims))
        signature = self.openssl("dgst", "-sha256", "-sign", str(self.key), data=signed.encode())
        return f"{signed}.{base64url(signature)}"


def give(page, button, file=None, text=None):
    """Fills the form and waits until everything was looked at."""
    if file:
        page.set_input_files("[name=file]", files=[{"name": "badge.png", "mimeType": "image/png", "buffer": file}])
    if text:
        page.fill("[name=text]", text)
    page.get_by_role("button", name=button).click()
    for _ in range(20):
        with contextlib.suppress(Exception):
            if "We are looking at it" not in page.title():
                return
        page.wait_for_timeout(300)
        page.reload()
    raise AssertionError("the check does not end")


def recruiter(page, portal, issuer, checks, pages, name="with script"):
    """Dana drops a file on her phone; then it is taken back, then forged, then no badge at all."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(portal.address + "/verify")
    give(page, "Check badge", file=issuer.picture())
    say = page.locator(".verdict-say")
    box = say.bounding_box()
    checks.check("genuine and valid" in say.inner_text(), f"recruiter {name}: a PNG from elsewhere is genuine")
    checks.check(box["y"] + box["height"] <= 740, f"recruiter {name}: the verdict needs no scrolling at 360 × 740")
    head = page.get_by_role("heading", level=1).bounding_box()
    checks.check(head["y"] + head["height"] <= 740, f"recruiter {name}: and the badge's name neither")
    pages["check-genuine"] = page.url.removeprefix(portal.address)
    page.fill("[name=email]", "priya@laurel.example")
    page.get_by_role("button", name="Compare").click()
    checks.check(page.get_by_text("It matches.").is_visible(), f"recruiter {name}: the address matches")
    page.goto(portal.address + "/verify")
    token = issuer.token()
    head, _, tail = token.rpartition(".")
    give(page, "Check badge", text=head + "." + tail[:-4] + "AAAA")
    checks.check("was changed" in page.locator(".verdict-say").inner_text(), f"recruiter {name}: a changed JWT is not valid")
    pages["check-altered"] = page.url.removeprefix(portal.address)
    page.goto(portal.address + "/verify")
    give(page, "Check badge", text="https://127.0.0.1.nip.io/🐍")
    checks.check("verdict" in page.content(), f"recruiter {name}: an address that leads nowhere has an answer")
    pages["check-nothing"] = page.url.removeprefix(portal.address)
    pages["check"] = "/verify"


def employee(page, portal, issuer, checks, pages):
    """Priya keeps a Badgr 2.0 badge, a 3.0 JWT and the link to a certificate."""
    flows.sign_in(page, portal, "Priya Raman")
    page.goto(portal.address + "/import")
    give(page, "Look at it", text=f"{issuer.base}/assertions/1")
    checks.check(page.get_by_text("It names your address").is_visible(), "import: a hosted badge names my address")
    page.get_by_role("button", name="Import badge").click()
    page.wait_for_url("**/import/badges/*")
    checks.check(page.get_by_text("It is kept here now.").is_visible(), "import: the Badgr badge is kept")
    pages["import-badge"] = page.url.removeprefix(portal.address).split("?")[0]
    with page.expect_download() as download:
        page.get_by_role("link", name="byte by byte").click()
    kept = pathlib.Path(download.value.path()).read_bytes()
    checks.check(json.loads(kept) == issuer.documents["/assertions/1"], "import: the original bytes come back")
    page.goto(portal.address + "/import")
    give(page, "Look at it", text=issuer.token())
    pages["import-report"] = page.url.removeprefix(portal.address)
    page.get_by_role("button", name="Import badge").click()
    page.wait_for_url("**/import/badges/*")
    checks.check(page.get_by_text("Contoso University").first.is_visible(), "import: the JWT is kept")
    page.goto(portal.address + "/import")
    give(page, "Look at it", text=issuer.token("Other", "somebody@private.example"))
    checks.check(page.get_by_text("that we do not know as yours").is_visible(), "import: somebody else's badge is not")
    pages["import-report"] = page.url.removeprefix(portal.address)
    page.goto(portal.address + "/import/links")
    page.fill("[name=link]", "https://learn.microsoft.com/api/credentials/share/en-us/Priya/A1?sharingId=B2")
    page.fill("[name=title]", "Azure Fundamentals")
    page.get_by_role("button", name="Keep it").click()
    page.wait_for_url("**/import/badges/*")
    checks.check(page.get_by_text("Not checked by signature").is_visible(), "import: a link says that it is not checked")
    page.goto(portal.address + "/")
    section = page.locator("section[aria-labelledby=elsewhere]")
    checks.check(section.locator(".tile").count() == 3, "import: all three are on the home page")
    pages |= {"import": "/import", "import-link": "/import/links", "home-elsewhere": "/"}
