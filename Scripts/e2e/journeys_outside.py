"""Journeys of those who have no account, or no longer: a stranger with a code on paper, somebody who left."""
import io
import json
import subprocess
import tempfile
import urllib.request
import zipfile

PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp"


def stranger(hand, world):
    """From the code on the paper to the answer: no click. What she then does is her own affair."""
    award = world["award"]
    certificate = hand.portal.get(f"/awards/{award}/certificate.pdf")[2]
    address = f"{hand.portal.address}/awards/{award}"
    hand.check(scanned(certificate) == address, "stranger: the code on the certificate leads to the page")
    hand.page.set_viewport_size({"width": 360, "height": 740})
    hand.open(address)
    box = hand.page.locator(".verdict-say").bounding_box()
    hand.check("genuine and valid" in hand.page.locator(".verdict-say").inner_text(), "stranger: it is genuine and valid")
    hand.check(box["y"] + box["height"] <= 740, "stranger: without scrolling at 360 × 740")
    hand.check(hand.presses == 0, "stranger: without a click")
    code = hand.page.get_by_role("img", name="Address of this page").screenshot()
    hand.check(scan(code, "png") == address, "stranger: the code on the screen can be passed on")
    hand.fill("Email address you know them by", "somebody@else.example")
    hand.press("Compare")
    hand.shows("It does not match", "stranger: another address does not match")
    hand.fill("Email address you know them by", "PRIYA@laurel.example")
    hand.press("Compare")
    hand.shows("It matches.", "stranger: hers does")
    hand.check("priya@" not in hand.page.content().lower().replace('value="priya@laurel.example"', ""),
               "stranger: the address on file is not shown")


def scanned(certificate):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", "150", "-png", "-", f"{folder}/page"], input=certificate, check=True)
        return scan(open(f"{folder}/page-1.png", "rb").read(), "png")


def scan(picture, kind):
    with tempfile.NamedTemporaryFile(suffix="." + kind) as file:
        file.write(picture)
        file.flush()
        found = subprocess.run(["zbarimg", "--quiet", "--raw", file.name], capture_output=True, text=True, check=False)
        return found.stdout.strip()


def leaver(hand, world):
    """Noor takes her badges along and leaves: no sign-in from that moment, and the pages stay."""
    letters, mine = world["letters"], f"noor.{hand.way.replace(' ', '-')}@private.example"
    hand.sign_in("نور")
    hand.open("/settings/addresses")
    hand.fill("Private email address", mine)
    hand.press("Send a code")
    hand.fill("Code from the mail", letters.code(mine))
    hand.press("Confirm")
    hand.shows(f"{mine} is yours now.", "leaver: a private address is proven")
    hand.open("/")
    if hand.page.get_by_role("button", name="Claim").count():
        hand.press("Claim")
    hand.open("/")
    award = hand.page.locator(".tiles a[href^='/me/awards/']").first.get_attribute("href").split("/")[-1]
    directory(hand.portal, "POST", "/Users", {
        "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "noor@laurel.example", "active": True,
        "externalId": "noor-1", "displayName": "نور الهاشمي", "emails": [{"primary": True, "value": "noor@laurel.example"}]})
    found = directory(hand.portal, "GET", "/Users?filter=userName+eq+%22noor%40laurel.example%22")["Resources"][0]
    hand.open(f"/me/awards/{award}")
    names = zipfile.ZipFile(io.BytesIO(hand.download("Everything you hold"))).namelist()
    hand.check(any(award[:8] in name and name.endswith(".png") for name in names), f"leaver: takes all along: {names[:5]}")
    hand.open("/settings")
    hand.check(hand.path() == "/settings", "leaver: signed in as long as she works here")
    directory(hand.portal, "PATCH", f"/Users/{found['id']}", {
        "schemas": [PATCH], "Operations": [{"op": "replace", "path": "active", "value": False}]})
    hand.open("/settings")
    hand.check(hand.path() == "/login", "leaver: signed out with that very request")
    hand.press("نور")
    hand.check(hand.page.get_by_text("Hello").count() == 0, "leaver: nobody who left signs in")
    hand.open(f"/awards/{award}")
    hand.check("genuine and valid" in hand.page.locator(".verdict-say").inner_text(), "leaver: her badges stay what they are")
    come_back(hand, letters, mine)


def come_back(hand, letters, mine):
    """After the job: by a code to the private address, and no other way."""
    letter = letters.to(mine, "/leavers")
    hand.check(letter["subject"] == "Your badges stay yours", f"leaver: a letter says how: {letter['subject']}")
    file = next(letter.iter_attachments())
    along = zipfile.ZipFile(io.BytesIO(file.get_content())).namelist()
    hand.check(file.get_filename() == "badges.zip", f"leaver: a file comes along: {file.get_filename()}")
    hand.leave()
    hand.open("/login")
    hand.press("Your badges after you left", "link")
    seen = len(letters.kept)
    hand.fill("Private email address", mine)
    hand.press("Send a code")
    hand.fill("Code from the mail", letters.code(mine, seen))
    hand.press("See my badges")
    hand.check(hand.path() == "/leavers/badges", "leaver: sees her badges by a code")
    page = hand.page.locator("form a[href^='/awards/']").first.get_attribute("href")
    hand.choose(hand.page.locator("form label").first.inner_text(), "owner")
    hand.press("Save")
    hand.shows("Saved", "leaver: chooses who sees them")
    names = zipfile.ZipFile(io.BytesIO(hand.download("Everything you hold"))).namelist()
    hand.check(any(name.endswith(".pdf") for name in names), f"leaver: takes certificates along: {names[:5]}")
    hand.check(names == along, f"leaver: the letter brought the same: {along[:5]}")
    hand.press("Sign out")
    hand.open(page)
    hand.shows("There is no badge here", "leaver: nobody sees what she hides")


def directory(portal, method, path, body=None):
    request = urllib.request.Request(
        f"{portal.address}/scim/v2{path}", None if body is None else json.dumps(body).encode(), method=method,
        headers={"Authorization": f"Bearer {portal.environment['E2E_SCIM']}", "Content-Type": "application/scim+json"})
    with urllib.request.urlopen(request, timeout=20) as answer:
        text = answer.read()
        return json.loads(text) if text else None
