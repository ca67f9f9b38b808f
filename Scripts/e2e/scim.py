#!/usr/bin/env python3
"""Lets other people's SCIM tester judge the built program, and plays Entra ID and Okta through a working life.

Takes the path of the `scim2` command (scim2-cli and scim2-tester). Everything is on loopback and ends with this script.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request

from rig import check, free_port, running_portal

TOKEN = "scim-e2e-token-of-more-than-32-characters"
os.environ["E2E_SCIM"] = TOKEN
PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp"


def send(portal, method, path, body=None, token=TOKEN):
    request = urllib.request.Request(
        f"{portal}/scim/v2{path}", None if body is None else json.dumps(body).encode(), method=method,
        headers={"Authorization": f"Bearer {token}", "Content-Type": "application/scim+json"})
    try:
        answer = urllib.request.urlopen(request, timeout=20)
    except urllib.error.HTTPError as error:
        answer = error
    text = answer.read().decode()
    return answer.status, json.loads(text) if text else None


def tester(portal, scim2):
    run = subprocess.run(
        [scim2, "--url", f"{portal}/scim/v2", "--header", f"Authorization: Bearer {TOKEN}", "test", "--verbose"],
        capture_output=True, text=True, check=False)
    words = re.findall(r"^(SUCCESS|COMPLIANT|ACCEPTABLE|DEVIATION|ERROR|CRITICAL|SKIPPED)", run.stdout, re.MULTILINE)
    counts = {word: words.count(word) for word in dict.fromkeys(words)}
    bad = [line for line in run.stdout.splitlines() if line.startswith(("ERROR", "CRITICAL", "DEVIATION"))]
    if bad or not words:
        print(run.stdout[-60000:], run.stderr[-2000:])
    check(not bad and counts.get("SUCCESS", 0) > 50, f"scim2-tester finds no error: {counts}")


def entra(portal):
    """As Entra ID's default mapping sends it."""
    status, page = send(portal, "GET", "/Users?filter=userName+eq+%22alva%40acme.example%22")
    check((status, page["totalResults"], page["Resources"]) == (200, 0, []), "Entra ID looks for Alva and finds nobody")
    status, alva = send(portal, "POST", "/Users", {
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "alva@acme.example",
        "externalId": "oid-1", "active": True, "displayName": "Alva 🏅", "password": "secret",
        "emails": [{"primary": True, "type": "work", "value": "alva@acme.example"}]})
    check(status == 201 and "password" not in alva, "Alva joins, and no password is kept")
    status, group = send(portal, "POST", "/Groups", {"displayName": "Makers", "externalId": "g-1"})
    check(status == 201, "the group of the designers comes")
    group = group["id"]
    change = {"schemas": [PATCH], "Operations": [{"op": "Add", "path": "members", "value": [{"value": alva["id"]}]}]}
    check(send(portal, "PATCH", f"/Groups/{group}", change)[0] == 204, "Alva becomes a designer")
    change["Operations"][0]["op"] = "Remove"
    check(send(portal, "PATCH", f"/Groups/{group}", change)[0] == 204, "and no longer is one")
    check("members" not in send(portal, "GET", f"/Groups/{group}")[1], "the group is empty")
    leave = {"schemas": [PATCH], "Operations": [{"op": "Replace", "path": "active", "value": "False"}]}
    status, alva = send(portal, "PATCH", f"/Users/{alva['id']}", leave)
    check((status, alva["active"]) == (200, False), "Alva leaves")


def okta(portal):
    check(send(portal, "GET", "/Users?startIndex=1&count=2")[0] == 200, "Okta tests the connection")
    status, bob = send(portal, "POST", "/Users", {
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "bob@acme.example", "active": True,
        "name": {"givenName": "Bob", "familyName": "Builder"}, "groups": [], "locale": "en-US",
        "emails": [{"primary": True, "value": "bob@acme.example", "type": "work"}], "externalId": "00u1"})
    check(status == 201, "Bob joins")
    leave = {"schemas": [PATCH], "Operations": [{"op": "replace", "value": {"active": False}}]}
    status, bob = send(portal, "PATCH", f"/Users/{bob['id']}", leave)
    check((status, bob["active"]) == (200, False), "Bob leaves")
    _, group = send(portal, "POST", "/Groups", {"displayName": "Old", "members": []})
    rename = {"schemas": [PATCH],
              "Operations": [{"op": "replace", "value": {"id": group["id"], "displayName": "New 🏅"}}]}
    check(send(portal, "PATCH", f"/Groups/{group['id']}", rename)[0] == 204, "a group is renamed")
    check(send(portal, "GET", f"/Groups/{group['id']}")[1]["displayName"] == "New 🏅", "and has its new name")
    check(send(portal, "GET", "/Users", token="x" * 40)[0] == 401, "another token is refused")


def run(folder, scim2):
    plugins = [{"id": "company", "type": "scim", "config": {
        "token": {"env": "E2E_SCIM"}, "domains": ["acme.example"], "roles": {"designer": ["Makers"]}}}]
    with running_portal(folder, free_port(), plugins) as portal:
        entra(portal)
        okta(portal)
        tester(portal, scim2)


with tempfile.TemporaryDirectory() as name:
    run(pathlib.Path(name), sys.argv[1])
print("all well")
