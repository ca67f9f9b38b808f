#!/usr/bin/env python3
"""Signs in, out and in again at a running Glewlwyd, through the built program, as a browser without scripts does.

Then configures it wrongly in each way, which must sign nobody in.

Needs LAUREL_SHARED (the folder that has `peers`), a build in .build/debug, and Glewlwyd's packages (see the start
script of the peer). Everything is on loopback and ends with this script.
"""
import json
import os
import pathlib
import re
import subprocess
import tempfile
import urllib.parse

from rig import PEERS, Browser, check, free_port, running_portal

PEER = PEERS / "glewlwyd"
PLUGINS = {"rs": "RS256", "es": "ES256", "ps": "PS256"}
# What an administrator may get wrong: the issuer, how it signs, the secret. Nobody is signed in by any of them.
WRONG = {"slash": {"issuer": "rs/"}, "sibling": {"issuer": "es", "algorithm": "RS256"},
         "padding": {"issuer": "ps", "algorithm": "RS256"}, "secret": {"clientSecret": {"env": "E2E_OTHER"}}}
os.environ["E2E_OTHER"] = "not-the-secret"


def sign_in(browser, portal, glewlwyd, plugin, user):
    """From the button to the page after it; returns the address that the browser came back to."""
    _, address, _ = browser.send(f"{portal}/login/{plugin}?return_to=/settings")
    browser.send(f"{glewlwyd}/api/auth/", body={"username": user, "password": user + "pass"})
    # What Glewlwyd's login page does after the password: the same address again, with g_continue.
    status, location, text = browser.send(address + "&g_continue")
    check(location.startswith(f"{portal}/login/{plugin}/callback?"), f"{plugin}: Glewlwyd sends {user} back ({status})")
    status, after, text = browser.send(location)
    check((status, after) == (303, "/settings"), f"{plugin}: {user} is signed in and goes on to /settings ({status})")
    return location


def register(glewlwyd, portal):
    """Tells Glewlwyd the addresses of this portal."""
    admin = Browser()
    admin.send(f"{glewlwyd}/api/auth/", body={"username": "admin", "password": "password"})
    client = json.loads(admin.send(f"{glewlwyd}/api/client/badge-portal")[2])
    client["redirect_uri"] = [f"{portal}/login/{plugin}/callback" for plugin in [*PLUGINS, *WRONG]]
    client["post_logout_redirect_uri"] = f"{portal}/logout"
    client["backchannel_logout_uri"] = f"{portal}/login/rs/backchannel-logout"
    client["client_secret"] = "badge-portal-secret"
    status, _, text = admin.send(f"{glewlwyd}/api/client/badge-portal", body=client, method="PUT")
    check(status == 200, f"Glewlwyd knows the portal ({status} {text[:80]})")


def run(folder):
    glewlwyd_port, port = free_port(), free_port()
    glewlwyd, portal = f"http://127.0.0.1:{glewlwyd_port}", f"http://127.0.0.1:{port}"
    environment = dict(os.environ, STATE=str(folder / "glewlwyd"), GLEW_PORT=str(glewlwyd_port), SP_BASE=portal)
    subprocess.run(["bash", str(PEER / "start.sh")], env=environment, check=True, stdout=subprocess.DEVNULL)
    plugins = [
        {"id": name, "type": "oidc", "config": {
            "issuer": f"{glewlwyd}/api/{name}", "clientID": "badge-portal", "clientSecret": {"env": "E2E_SECRET"},
            "algorithm": algorithm, "domains": ["corp.example"], "trusted": True, "name": f"Glewlwyd {algorithm}"}}
        for name, algorithm in PLUGINS.items()
    ]
    for name, change in WRONG.items():
        config = dict(plugins[0]["config"], **change, name=name)
        if "issuer" in change:
            config["issuer"] = f"{glewlwyd}/api/{change['issuer']}"
        plugins.append({"id": name, "type": "oidc", "config": config})
    try:
        register(glewlwyd, portal)
        with running_portal(folder, port, plugins):
            visit(portal, glewlwyd)
            for name in WRONG:
                refuse(portal, glewlwyd, name)
    finally:
        subprocess.run(["bash", str(PEER / "stop.sh")], env=environment, check=False, stdout=subprocess.DEVNULL)


def visit(portal, glewlwyd):
    for plugin in PLUGINS:
        browser = Browser()
        callback = sign_in(browser, portal, glewlwyd, plugin, "alice")
        check(browser.send(callback)[0] == 403, f"{plugin}: the same address a second time is refused")
        check(Browser().send(callback)[0] == 403, f"{plugin}: … and so it is in another browser")
        status, _, text = browser.send(f"{portal}/settings")
        check(status == 200 and "alice@corp.example" in text and "Alice Müller 🏅" in text, f"{plugin}: it is Alice")
        token = re.search(r'name="form_token" value="([^"]*)"', text).group(1)
        status, _, text = browser.send(f"{portal}/logout", form={"form_token": token})
        check("on your way to sign out" in text, f"{plugin}: signed out here, and on the way out there")
        leave = re.search(r'content="0; url=([^"]*)"', text).group(1).replace("&amp;", "&")
        check(leave.startswith(glewlwyd) and "id_token_hint=" in leave, f"{plugin}: … with a hint for Glewlwyd")
        check(browser.send(f"{portal}/settings")[1].startswith("/login"), f"{plugin}: the session is over")
        sign_in(browser, portal, glewlwyd, plugin, "alice")
        other = Browser()
        sign_in(other, portal, glewlwyd, plugin, "bob")
        check("Bob Builder" in other.send(f"{portal}/settings")[2], f"{plugin}: Bob is Bob")
    denied = Browser()
    state = urllib.parse.parse_qs(urllib.parse.urlsplit(denied.send(f"{portal}/login/rs")[1]).query)["state"][0]
    status, _, text = denied.send(f"{portal}/login/rs/callback?error=access_denied&error_description=%3Cb%3E&state={state}")
    check(status == 403 and "Sign-in did not work" in text and "error_description" not in text,
          "a refusal is shown in our own words")


def refuse(portal, glewlwyd, plugin):
    """Goes to Glewlwyd and back, if the portal goes there at all: nobody is signed in."""
    browser = Browser()
    status, address, text = browser.send(f"{portal}/login/{plugin}")
    if status == 302:
        browser.send(f"{glewlwyd}/api/auth/", body={"username": "alice", "password": "alicepass"})
        _, location, _ = browser.send(address + "&g_continue")
        check("code=" in location, f"{plugin}: Glewlwyd sends alice back")
        status, _, text = browser.send(location)
    check(status == 403 and "Sign-in did not work" in text, f"{plugin}: a wrong configuration signs nobody in ({status})")
    check(browser.send(f"{portal}/settings")[1].startswith("/login"), f"{plugin}: … and there is no session")


with tempfile.TemporaryDirectory() as name:
    run(pathlib.Path(name))
print("all well")
