#!/usr/bin/env python3
"""Signs in, out and in again at the stand-in for Yammer, and posts a badge there, through the built program.

Needs LAUREL_SHARED (the folder that has `peers`) and a build in .build/debug.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from rig import PEERS, ROOT, Browser, check, free_port, running_portal, wait_for


def sign_in(browser, portal, provider, user):
    _, address, _ = browser.send(f"{portal}/login/{provider}?return_to=/settings")
    base, _, query = address.partition("/oauth2/authorize?")
    fields = dict(pair.split("=") for pair in query.split("&"))
    fields = {name: unescape(value) for name, value in fields.items()}
    browser.send(f"{base}/dialog/oauth", form={**fields, "login": user, "password": user + "pass"})
    _, location, _ = browser.send(f"{base}/dialog/oauth", form={**fields, "allow": "1"})
    return browser.send(location)


def unescape(text):
    return re.sub("%([0-9A-F]{2})", lambda match: chr(int(match.group(1), 16)), text)


def laurel(folder, *arguments):
    subprocess.run(
        [str(ROOT / ".build/debug/laurel"), *arguments, "--database", f"sqlite:{folder}/laurel.sqlite"],
        cwd=folder, env=dict(os.environ, E2E_SECRET="badge-portal-secret"), check=True, stdout=subprocess.DEVNULL)


def send(browser, address, page, **fields):
    """Sends a form with the token of `page`."""
    token = re.search(r'name="form_token" value="([^"]*)"', page).group(1)
    return browser.send(address, form={**fields, "form_token": token})


def post_a_badge(folder, portal, yammer):
    """What Alice sees when she tells her colleagues about a badge, and what Yammer gets."""
    def mode(name):
        Browser().send(f"{yammer}/_mode?m={name}", method="POST")

    def messages():
        return json.loads(Browser().send(f"{yammer}/_state")[2])["messages"]

    laurel(folder, "seed", "demo")
    laurel(folder, "admin", "grant", "alice@corp.example", "designer")
    alice = Browser()
    sign_in(alice, portal, "yammer", "alice")
    page = alice.send(f"{portal}/award")[2]
    slug = re.search(r'<option value="([a-z0-9-]+)"', page).group(1)
    award = send(alice, f"{portal}/award", page, badge=slug, email="alice@corp.example")[1].rpartition("/")[2]
    mine = f"/me/awards/{award}"
    form = f"{portal}{mine}/announcement"
    check(f'href="{mine}/announcement"' in alice.send(f"{portal}{mine}")[2], "posting is offered on My badge")
    text = alice.send(form)[2]
    check(not messages(), "looking at it posts nothing")
    mode("expired_tokens")
    status, _, answer = send(alice, form, text, text="Hooray 🐍")
    check(status == 422 and "Sign in with Yammer again" in answer and "Hooray 🐍" in answer, "a token that is over is said so")
    mode("normal")
    words = "Hooray 🐍 & “more”\nשלום"
    for _ in range(2):
        check(send(alice, form, text, text=words)[:2] == (303, f"{mine}/announcement"), "Alice posts")
    sent = messages()
    check(len(sent) == 1 and sent[0]["body"]["plain"] == words, "it is there once, in Alice's words")
    card = sent[0]["attachments"][0]["ymodule"]
    check(card["url"] == f"{portal}/awards/{award}" and card["image"].endswith("/card.png"), "with the badge's page as a card")
    check(f'href="{sent[0]["web_url"]}"' in alice.send(form)[2], "and a link leads to it")


def run(folder):
    yammer_port, port = free_port(), free_port()
    yammer = f"http://127.0.0.1:{yammer_port}"
    stand_in = subprocess.Popen(
        [sys.executable, str(PEERS / "yammer/yammer_standin.py"), "--port", str(yammer_port)], stdout=subprocess.DEVNULL)
    config = {"clientID": "badge-portal", "clientSecret": {"env": "E2E_SECRET"}, "baseURL": yammer,
              "domains": ["corp.example"]}
    plugins = [
        {"id": "yammer", "type": "yammer", "config": {**config, "network": "corp.example"}},
        {"id": "elsewhere", "type": "yammer", "config": {**config, "network": "another.example"}},
    ]
    try:
        wait_for(f"{yammer}/_state")
        with running_portal(folder, port, plugins) as portal:
            for _ in range(2):
                browser = Browser()
                status, after, _ = sign_in(browser, portal, "yammer", "alice")
                check((status, after) == (303, "/settings"), f"Alice is signed in ({status})")
                text = browser.send(f"{portal}/settings")[2]
                check("Alice Müller 🏅" in text and "alice@corp.example" in text, "it is Alice")
                token = re.search(r'name="form_token" value="([^"]*)"', text).group(1)
                check(browser.send(f"{portal}/logout", form={"form_token": token})[1] == "/login", "Alice is signed out")
                check(browser.send(f"{portal}/settings")[1].startswith("/login"), "the session is over")
            post_a_badge(folder, portal, yammer)
            check(sign_in(Browser(), portal, "elsewhere", "bob")[0] == 403, "people of another network are refused")
            Browser().send(f"{yammer}/_mode?m=no_email", method="POST")
            browser = Browser()
            check(sign_in(browser, portal, "yammer", "bob")[0] == 303, "Bob is signed in without an address")
            Browser().send(f"{yammer}/_mode?m=html_error", method="POST")
            check(sign_in(Browser(), portal, "yammer", "bob")[0] == 403, "a page instead of a token is refused")
    finally:
        stand_in.terminate()
        stand_in.wait(10)


with tempfile.TemporaryDirectory() as name:
    run(pathlib.Path(name))
print("all well")
