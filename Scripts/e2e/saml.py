#!/usr/bin/env python3
"""Signs in, out and in again at a running SimpleSAMLphp, through the built program, as a browser without scripts does.

Needs LAUREL_SHARED (the folder that has `peers`), a build in .build/debug, and SimpleSAMLphp's packages (see the start
script of the peer). Everything is on loopback and ends with this script. Each post to the portal goes without the
portal's cookies, because browsers send none with a post from another site; at the end a Chromium, for which the two are
different sites, shows that it is so.
"""
import contextlib
import html
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import urllib.parse
import urllib.request

from rig import PEERS, Browser, check, free_port, running_portal

PEER = PEERS / "simplesamlphp"
# What each mode of the peer needs in plugins.json; None where it must be refused.
MODES = {
    "plain": {"nameIDFormat": "persistent"},
    "email": {"nameIDFormat": "emailAddress"},
    "assertion": {},
    "response": {"signed": "response"},
    "sha512": {},
    "encrypted": {"encrypted": True},
    "wantsigned": {},
    "unsigned": None,
    "sha1": None,
}
# One more place, for a browser.
PLACES = [*MODES, "posting"]


def fields(page):
    """What the one form of a page sends, and where to."""
    action = html.unescape(re.search(r'<form[^>]*action="([^"]*)"', page).group(1))
    found = {}
    for element in re.findall(r"<input[^>]*>", page):
        name, value = (re.search(rf'{key}="([^"]*)"', element) for key in ("name", "value"))
        if name:
            found[html.unescape(name.group(1))] = html.unescape(value.group(1)) if value else ""
    return action, found


def follow(browser, url, within):
    """Goes on for as long as it is at the peer: the last address, status, and text."""
    for _ in range(10):
        status, location, text = browser.send(url)
        if not location:
            return url, status, text
        url = urllib.parse.urljoin(url, location)
        if not url.startswith(within):
            return url, status, ""
    raise SystemExit("SimpleSAMLphp sends the browser in circles")


def answer(browser, idp, address, user):
    """From the peer's address to what it has the browser post; signs in where it asks."""
    url, status, text = follow(browser, address, idp)
    if 'name="password"' in text:
        _, form = fields(text)
        form.update(username=user, password=user + "pass")
        status, _, text = browser.send(url.split("?")[0] + "?", form=form)
    check(status == 200 and "SAMLResponse" in text, f"SimpleSAMLphp answers for {user} ({status})")
    return fields(text)


def sign_in(browser, portal, idp, mode, user):
    """The whole way; returns what was posted and the status at its end."""
    _, address, _ = browser.send(f"{portal}/login/{mode}?return_to=/settings")
    check(address.startswith(idp), f"{mode}: the portal sends the browser to SimpleSAMLphp")
    place, form = answer(browser, idp, address, user)
    check(place == f"{portal}/saml/{mode}/acs", f"{mode}: … which posts to the portal")
    status, location, text = Browser().send(place, form=form)
    if status != 303:
        check("SAMLResponse" not in text and "Sign-in did not work" in text, f"{mode}: the refusal is our own page")
        return form, status, location
    status, after, _ = browser.send(portal + location)
    check(status != 303 or after == "/settings", f"{mode}: … and goes on where {user} wanted to")
    return form, status, location


def sign_out(browser, portal, idp, mode):
    text = browser.send(f"{portal}/settings")[2]
    token = re.search(r'name="form_token" value="([^"]*)"', text).group(1)
    text = browser.send(f"{portal}/logout", form={"form_token": token})[2]
    leave = html.unescape(re.search(r'content="0; url=([^"]*)"', text).group(1))
    check(leave.startswith(idp) and "Signature=" in leave, f"{mode}: signed out here, and on the way out there")
    url, _, _ = follow(browser, leave, idp)
    check(url.startswith(f"{portal}/saml/{mode}/slo?SAMLResponse="), f"{mode}: SimpleSAMLphp answers with its signature")
    bent = url.replace("RelayState=", "RelayState=x")
    check(browser.send(bent)[0] == 403, f"{mode}: an answer that was changed is refused")
    status, location, _ = browser.send(url)
    check((status, location[:14]) == (302, "/logout?state="), f"{mode}: the answer counts ({status})")
    text = browser.send(portal + location)[2]
    check("You are signed out" in text, f"{mode}: signed out at both")
    check(browser.send(f"{portal}/settings")[1].startswith("/login"), f"{mode}: the session is over")


def good_mode(portal, idp, mode):
    browser = Browser()
    form, status, finish = sign_in(browser, portal, idp, mode, "alice")
    check(status == 303, f"{mode}: Alice is signed in")
    text = browser.send(f"{portal}/settings")[2]
    check("alice@corp.example" in text and "Alice Müller 🏅" in text, f"{mode}: it is Alice")
    check(Browser().send(f"{portal}/saml/{mode}/acs", form=form)[0] == 403, f"{mode}: the same post again is refused")
    check(browser.send(portal + finish)[0] == 403, f"{mode}: … and so is the address after it")
    sign_out(browser, portal, idp, mode)
    check(sign_in(browser, portal, idp, mode, "alice")[1] == 303, f"{mode}: Alice is signed in again")
    other = Browser()
    check(sign_in(other, portal, idp, mode, "bob")[1] == 303, f"{mode}: Bob is signed in")
    check("Bob Builder" in other.send(f"{portal}/settings")[2], f"{mode}: Bob is Bob")


def login_csrf(portal, idp):
    attacker, victim = Browser(), Browser()
    _, address, _ = attacker.send(f"{portal}/login/plain")
    place, form = answer(attacker, idp, address, "bob")
    _, location, _ = victim.send(place, form=form)
    check(victim.send(portal + location)[0] == 403, "an answer that another browser asked for signs nobody in")


def idp_initiated(portal, idp):
    entity = urllib.parse.quote(f"{portal}/saml/plain/metadata", safe="")
    address = f"{idp}/saml2/idp/SSOService.php?spentityid={entity}&RelayState=https%3A%2F%2Fevil.example%2F"
    place, form = answer(Browser(), idp, address, "alice")
    check(Browser().send(place, form=form)[0] == 403, "nobody arrives unasked where that is off")
    entity = urllib.parse.quote(f"{portal}/saml/email/metadata", safe="")
    address = f"{idp}/saml2/idp/SSOService.php?spentityid={entity}&RelayState=https%3A%2F%2Fevil.example%2F"
    browser = Browser()
    place, form = answer(browser, idp, address, "alice")
    status, location, _ = browser.send(place, form=form)
    check(status == 303, "somebody arrives unasked where that is on")
    status, location, _ = browser.send(portal + location)
    check((status, location) == (303, "/welcome"), f"… and is welcomed, not sent where RelayState says: {location}")
    # Signed out at the provider: it tells the portal with the browser.
    url, _, _ = follow(browser, f"{idp}/saml2/idp/SingleLogoutService.php?ReturnTo={idp}/", idp)
    check(url.startswith(f"{portal}/saml/email/slo?SAMLRequest="), "SimpleSAMLphp asks the portal to sign out")
    status, back, _ = Browser().send(url)
    check(status == 302 and back.startswith(f"{idp}/") and "SAMLResponse=" in back, "the portal answers it")
    check(browser.send(f"{portal}/settings")[1].startswith("/login"), "… and the session is over")
    _, status, _ = follow(browser, back, idp)
    check(status == 200, "SimpleSAMLphp takes the answer")


def visit(portal, idp):
    for mode, options in MODES.items():
        if options is None:
            check(sign_in(Browser(), portal, idp, mode, "alice")[1] == 403, f"{mode}: is refused")
        else:
            good_mode(portal, idp, mode)
    login_csrf(portal, idp)
    idp_initiated(portal, idp)
    status, _, text = Browser().send(f"{portal}/saml/plain/metadata")
    check(status == 200 and f'entityID="{portal}/saml/plain/metadata"' in text, "the portal has metadata")


def registered(text, portal):
    """The peer knows one place with modes in the query; the portal has one place for each entry."""
    plain = re.search(r"^\$metadata\[.*?\];$", text, re.MULTILINE | re.DOTALL).group()
    text += "\n" + re.sub(rf"'({re.escape(portal)}/saml/\w+)'", r"'\1?m=posting'", plain)
    for mode in PLACES:
        suffix = "" if mode == "plain" else f"?m={mode}"
        for old, new in (("metadata", "metadata"), ("acs", "acs"), ("sls", "slo")):
            text = text.replace(f"'{portal}/saml/{old}{suffix}'", f"'{portal}/saml/{mode}/{new}'")
    return text


def in_chromium(portal, idp):
    """A real browser, for which the two are different sites: cookies go along only where SameSite lets them."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for mode in ("plain", "posting"):
            page = chromium.new_context().new_page()
            page.goto(f"{portal}/login?return_to=/settings")
            page.get_by_role("link", name=f"Continue with {mode}", exact=True).click()
            page.wait_for_selector("input[name=password]")
            check(page.url.startswith(idp), f"Chromium, {mode}: is at SimpleSAMLphp")
            page.fill("input[name=username]", "alice")
            page.fill("input[name=password]", "alicepass")
            page.keyboard.press("Enter")
            page.wait_for_url(f"{portal}/settings")
            check("alice@corp.example" in page.content(), f"Chromium, {mode}: Alice is signed in across sites")
        page = chromium.new_context(java_script_enabled=False).new_page()
        page.goto(f"{portal}/login/posting")
        check("On the way to posting" in page.content(), "Chromium without script: a page with a button")
        page.get_by_role("button", name="Continue").click()
        page.wait_for_selector("input[name=password]")
        check(page.url.startswith(idp), "Chromium without script: … that leads on")
        chromium.close()


def across_sites(folder):
    """The portal is at localhost, the provider at 127.0.0.1."""
    with peer(folder, "localhost") as (idp, portal, port, common):
        metadata = urllib.request.urlopen(common["metadataURL"]).read().decode()
        binding = '<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-'
        check(f"{binding}Redirect" in metadata, "SimpleSAMLphp publishes where it takes requests")
        (folder / "posting.xml").write_text(metadata.replace(f"{binding}Redirect", f"{binding}POST"))
        posting = dict(common, metadata="posting.xml")
        del posting["metadataURL"]
        plugins = [{"id": "plain", "type": "saml", "config": common}, {"id": "posting", "type": "saml", "config": posting}]
        with running_portal(folder, port, plugins, "localhost"):
            in_chromium(portal, idp)


@contextlib.contextmanager
def peer(folder, host):
    """SimpleSAMLphp, told about a portal at this host."""
    idp_port, port = free_port(), free_port()
    idp, portal = f"http://127.0.0.1:{idp_port}", f"http://{host}:{port}"
    state = folder / "ssp"
    environment = dict(os.environ, STATE=str(state), SSP_PORT=str(idp_port), SP_BASE=portal)
    subprocess.run(["bash", str(PEER / "start.sh")], env=environment, check=True, stdout=subprocess.DEVNULL)
    try:
        remote = state / "metadata" / "saml20-sp-remote.php"
        remote.write_text(registered(remote.read_text(), portal))
        common = {
            "issuer": f"{idp}/idp", "metadataURL": f"{idp}/saml2/idp/metadata.php", "domains": ["corp.example"],
            "key": {"file": str(state / "cert" / "sp.key")}, "certificate": str(state / "cert" / "sp.crt"),
        }
        yield idp, portal, port, common
    finally:
        subprocess.run(["bash", str(PEER / "stop.sh")], env=environment, check=False, stdout=subprocess.DEVNULL)


def run(folder):
    with peer(folder, "127.0.0.1") as (idp, portal, port, common):
        plugins = [
            {"id": mode, "type": "saml", "config": dict(common, **(options or {}), idpInitiated=mode == "email")}
            for mode, options in MODES.items()
        ]
        with running_portal(folder, port, plugins):
            visit(portal, idp)


for part in (run, across_sites):
    with tempfile.TemporaryDirectory() as name:
        part(pathlib.Path(name))
print("all well")
