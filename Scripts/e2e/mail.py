"""Sends mail from the built program to a real server: STARTTLS, an account, one letter, one click that ends them.

Then the server goes away and the portal is killed: the letter arrives when both are back.

Usage: python Scripts/e2e/mail.py, with aiosmtpd installed. The last line is `mail: all is well`.
"""
import email
import email.policy
import json
import os
import pathlib
import re
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

from portal import LAUREL


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Keeper:
    def __init__(self):
        self.letters = []

    async def handle_DATA(self, server, session, envelope):
        self.letters.append((session.ssl is not None, session.authenticated, envelope))
        return "250 taken"


def authority(folder):
    """A certificate for localhost that signs itself."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
         "-keyout", f"{folder}/key.pem", "-out", f"{folder}/cert.pem", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost"], check=True, capture_output=True)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(f"{folder}/cert.pem", f"{folder}/key.pem")
    return context


def account(server, session, envelope, mechanism, data):
    right = isinstance(data, LoginPassword) and (data.login, data.password) == (b"badges", "geheim 🏅".encode())
    return AuthResult(success=right)


def wait_for(what, seconds=40):
    for _ in range(seconds * 5):
        if what():
            return True
        time.sleep(0.2)
    return False


def check(condition, sentence):
    print(f"{'passed' if condition else 'FAILED'}: {sentence}")
    if not condition:
        sys.exit(1)


def post(opener, url, fields):
    return opener.open(url, urllib.parse.urlencode(fields).encode(), timeout=20).read().decode()


def sign_in(opener, address, person):
    page = opener.open(f"{address}/login", timeout=20).read().decode()
    token = re.search(r'name="form_token" value="([^"]+)"', page)[1]
    post(opener, f"{address}/login/demo", {"person": person, "form_token": token})


def address_of(settings):
    """The first one that stands on somebody's settings page."""
    return re.search(r'<span dir="ltr">([^<]+@[^<]+)</span>', settings)[1]


def award(opener, address, slug, to):
    page = opener.open(f"{address}/award", timeout=20).read().decode()
    token = re.search(r'name="form_token" value="([^"]+)"', page)[1]
    post(opener, f"{address}/award", {"badge": slug, "email": to, "form_token": token})


class MailServer:
    """One that can be stopped and started again at the same port."""

    def __init__(self, keeper, context):
        self.keeper, self.context, self.port = keeper, context, free_port()

    def start(self):
        self.controller = Controller(
            self.keeper, hostname="127.0.0.1", port=self.port, tls_context=self.context, require_starttls=True,
            authenticator=account, auth_required=True)
        self.controller.start()

    def stop(self):
        self.controller.stop()


def day_zone():
    """A zone in which it is day now, so that no letter is kept for the morning."""
    hour = time.gmtime().tm_hour
    return f"Etc/GMT{hour - 12:+d}" if hour != 12 else ""


class Portal:
    def __init__(self, command, environment):
        self.command, self.environment = command, environment
        self.start()

    def start(self):
        self.process = subprocess.Popen(self.command, env=self.environment, stdout=subprocess.DEVNULL)

    def kill(self):
        self.process.kill()
        self.process.wait()


def is_up(address):
    try:
        return urllib.request.urlopen(f"{address}/health/live", timeout=2).status == 200
    except OSError:
        return False


def main():
    with tempfile.TemporaryDirectory() as folder:
        keeper, port = Keeper(), free_port()
        controller = MailServer(keeper, authority(folder))
        controller.start()
        plugins = {"version": 1, "plugins": [
            {"id": "demo", "type": "demo-identity"},
            {"id": "mail", "type": "smtp", "config": {
                "host": "localhost", "port": controller.port, "from": "badges@acme.example", "name": "Größe 🏅",
                "username": "badges", "password": {"env": "MAIL_PASSWORD"}, "certificate": "cert.pem"}}]}
        pathlib.Path(folder, "plugins.json").write_text(json.dumps(plugins), encoding="utf-8")
        environment = os.environ | {
            "MAIL_PASSWORD": "geheim 🏅", "LAUREL_DATA": f"{folder}/data", "LAUREL_PLUGINS": f"{folder}/plugins.json",
            "LAUREL_PORT": str(port), "LAUREL_LOG_LEVEL": "warning"}
        program = LAUREL
        subprocess.run([program, "seed", "demo"], env=environment, check=True, capture_output=True)
        portal = Portal([program, "serve"], environment)
        try:
            run(f"http://127.0.0.1:{port}", keeper)
            survives(f"http://127.0.0.1:{port}", keeper, controller, portal)
        finally:
            portal.process.terminate()
            portal.process.wait()
            controller.stop()
    print("mail: all is well")


def run(address, keeper):
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())

    check(wait_for(lambda: is_up(address)), "the portal starts with a mail server in plugins.json")
    sign_in(opener, address, "tomas")
    page = opener.open(f"{address}/award", timeout=20).read().decode()
    slugs = [slug for slug in re.findall(r'<option value="([a-z0-9-]+)"', page)]
    settings = opener.open(f"{address}/settings", timeout=20).read().decode()
    token = re.search(r'name="form_token" value="([^"]+)"', settings)[1]
    mine = address_of(settings)
    post(opener, f"{address}/settings/preferences",
         {"language": "ar", "zone": day_zone(), "mail-given": "on", "form_token": token})
    award(opener, address, slugs[-1], mine)
    check(wait_for(lambda: keeper.letters, 120), "a badge that is given is written about")
    is_private, is_known, envelope = keeper.letters[0]
    check(is_private and is_known, "by STARTTLS, with the account")
    letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
    check(envelope.rcpt_tos == [mine] and mine in letter["To"], "to the person")
    check("Größe 🏅" in letter["From"], "from the name in the configuration, whatever its letters")
    check(letter["Subject"].startswith("شارة جاهزة لك"), "in the language of the person")
    text, html = (letter.get_body((kind,)).get_content() for kind in ("plain", "html"))
    check('dir="rtl"' in html and "/image.png" in html, "as HTML, from right to left, with the picture")
    check(f"{address}/" in text and "<" not in text, "as text, with the way to the portal")
    check(not letter.defects and letter["Message-ID"].startswith("<deliver.mail."), "without a defect in its form")
    stop = re.search(r"http://\S+/mail/stop/\S+", text)[0]
    urllib.request.urlopen(urllib.request.Request(stop, b"List-Unsubscribe=One-Click"), timeout=20).read()
    settings = opener.open(f"{address}/settings", timeout=20).read().decode()
    check('name="mail-given"' in settings and " checked" not in settings, "one click ends the letters")


def survives(address, keeper, mail_server, portal):
    """A letter that waits while its server is away and the portal is killed arrives once both are back."""
    priya, tomas = (urllib.request.build_opener(urllib.request.HTTPCookieProcessor()) for _ in range(2))
    sign_in(priya, address, "priya")
    settings = priya.open(f"{address}/settings", timeout=20).read().decode()
    token = re.search(r'name="form_token" value="([^"]+)"', settings)[1]
    mine = address_of(settings)
    post(priya, f"{address}/settings/preferences",
         {"language": "ja", "zone": day_zone(), "mail-given": "on", "form_token": token})
    sign_in(tomas, address, "tomas")
    page = tomas.open(f"{address}/award", timeout=20).read().decode()
    slug = re.findall(r'<option value="([a-z0-9-]+)"', page)[-3]
    mail_server.stop()
    before = len(keeper.letters)
    award(tomas, address, slug, mine)
    time.sleep(3)
    portal.kill()
    portal.start()
    check(wait_for(lambda: is_up(address)), "the portal starts again after it was killed")
    time.sleep(14)
    portal.kill()
    portal.start()
    mail_server.start()
    check(wait_for(lambda: len(keeper.letters) > before, 240), "a letter outlives its server and two killed portals")
    letter = email.message_from_bytes(keeper.letters[-1][2].content, policy=email.policy.default)
    check(mine in letter["To"] and "バッジ" in letter["Subject"], "it is the right one, in her language")
    ids = [email.message_from_bytes(envelope.content)["Message-ID"] for _, _, envelope in keeper.letters]
    check(len(set(ids)) == len(ids), "no two letters have the same Message-ID")


main()
