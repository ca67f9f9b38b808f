"""Journeys of people who have badges: arrive, see how far they are, claim, share, keep badges from elsewhere."""
import re
import sqlite3
import time

from playwright.sync_api import expect

TEN_MINUTES = 600_000


def first_badge(hand, world):
    """From the letter to the first badge: two clicks and less than a minute, without a form to fill in."""
    began = time.monotonic()
    hand.open("/login")
    hand.press("林")
    hand.check(hand.path() == "/welcome", "first badge: the welcome comes first")
    hand.shows("We found one badge that you have already earned.", "first badge: says what was found")
    hand.press("Claim badge")
    hand.shows("It is yours.", "first badge: it is mine")
    hand.check(hand.presses <= 2, f"first badge: two clicks, not {hand.presses}")
    hand.check(time.monotonic() - began < 60, "first badge: in less than a minute")
    hand.check(hand.page.get_by_role("heading", name="Share it").is_visible(), "first badge: and it can be shared there")
    hand.open("/welcome")
    hand.check(hand.path() == "/", "first badge: nobody is welcomed twice")


def progress(hand, world):
    """Home says how far one is, what comes next, and how old that is; who asks for news gets them."""
    hand.sign_in("Tomas Berg")
    going = hand.page.get_by_role("region", name="Keep going")
    hand.check(going.get_by_text("35% done, one step").is_visible(), "progress: how far, without a click")
    hand.check(going.get_by_text("2 of 2 steps left").is_visible(), "progress: how many steps are left")
    hand.check(going.locator("time").is_visible(), "progress: how old the news is")
    hand.check(going.get_by_role("button", name="Refresh").count() == 0, "progress: no asking twice within a minute")
    hand.portal.stop()
    with sqlite3.connect(hand.portal.database, timeout=20) as database:
        database.execute("UPDATE refresh SET refreshed_at = refreshed_at - ?", (TEN_MINUTES,))
    hand.portal.start()
    hand.open("/")
    hand.shows("10 minutes ago", "progress: news of ten minutes ago say so")
    before = hand.presses
    hand.press("Refresh")
    hand.check(hand.presses == before + 1, "progress: asking for news is one click")
    hand.open("/")
    hand.check(going.get_by_text("ago").count() == 0, "progress: the news are new")


def claim(hand, world):
    """All that is ready by one click, once."""
    hand.sign_in("Priya Raman")
    before = hand.presses
    hand.press("Claim all 9")
    hand.shows("It is yours.", "claim: it is mine")
    hand.check(hand.presses - before == 1, "claim: one click")
    hand.check(focused(hand, "It is yours."), "claim: the focus is where the answer is")
    held = hand.page.locator(".tiles li").count()
    hand.page.reload()
    hand.check(hand.page.locator(".tiles li").count() == held == 9, "claim: nothing is claimed twice")
    hand.check(hand.page.get_by_role("button", name="Claim").count() == 0, "claim: nothing is left to claim")


def focused(hand, text):
    return hand.page.locator(":focus").filter(has_text=text).count() == 1


def share(hand, world):
    """Two clicks from home to the place; who hides a badge is asked first, and strangers see nothing meanwhile."""
    hand.sign_in("Priya Raman")
    before = hand.presses
    hand.follow("Cloud Security Practitioner")
    world["award"] = hand.path().split("/")[-1]
    address = hand.page.get_by_role("link", name="Teams").get_attribute("href")
    answer = hand.page.request.get(hand.portal.address + address, max_redirects=0)
    there = answer.headers.get("location", "")
    hand.check(there.startswith("https://teams.microsoft.com/share?href="), "share: the link leads to Teams")
    hand.check(hand.presses - before + 1 <= 2, "share: two clicks")
    hand.tick("Only you")
    hand.press("Save")
    hand.shows("Only you can see this badge.", "share: it is hidden")
    hand.check(hand.page.get_by_role("link", name="Teams").count() == 0, "share: what is hidden is not shared")
    hand.check(hand.portal.get(f"/awards/{world['award']}")[0] == 404, "share: strangers find nothing")
    hand.press("Let anyone with the link see it")
    hand.check(hand.portal.get(f"/awards/{world['award']}")[0] == 200, "share: strangers find it again")
    if hand.has_script:
        hand.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        hand.press("Copy link", leads=False)
        hand.shows("Copied", "share: the link is copied")
    else:
        hand.check(hand.page.get_by_role("button", name="Copy link").count() == 0, "share: no button that does nothing")


def keep(hand, world):
    """A badge that was given to another address of hers: a code shows that it is hers."""
    issuer, letters = world["issuer"], world["letters"]
    hand.sign_in("Priya Raman")
    hand.open("/import")
    hand.give("Badge file", "badge.png", "image/png", issuer.picture())
    look(hand)
    hand.shows("It names your address", "import: a badge in a picture names her address")
    hand.press("Import badge")
    hand.shows("It is kept here now.", "import: it is kept")
    original = hand.download("byte by byte")
    hand.check(original == issuer.picture(), "import: it comes back byte by byte")
    mine = f"priya.{hand.way.replace(' ', '-')}@private.example"
    hand.open("/import")
    hand.fill("Or a link, or the badge's text (optional)", issuer.token("Machine Learning 🐍", mine))
    look(hand)
    hand.shows("that we do not know as yours", "import: another address is asked about")
    hand.fill("The address it was given to", "else@private.example")
    hand.press("Send a code")
    hand.shows("The badge does not name this address.", "import: the address must be the badge's")
    hand.fill("The address it was given to", mine)
    hand.press("Send a code")
    hand.shows("We sent a code to", "import: a code goes there")
    hand.fill("Code from the message", "00000000")
    hand.press("This is my address")
    hand.shows("That is not the code that we sent.", "import: another code does not count")
    hand.fill("Code from the message", letters.code(mine))
    hand.press("This is my address")
    hand.shows("It names your address", "import: the address is hers now")
    hand.press("Import badge")
    hand.shows("Contoso University", "import: that one is kept, too")
    hand.open("/import")
    changed = issuer.token()[:-6] + "AAAAAA"
    hand.fill("Or a link, or the badge's text (optional)", changed)
    look(hand)
    hand.shows("It is not imported", "import: a changed badge is not kept")
    hand.check(hand.page.get_by_role("button", name="Import badge").count() == 0, "import: by no button")
    hand.open("/")
    elsewhere = hand.page.get_by_role("region", name="From elsewhere")
    hand.check(elsewhere.locator(".tile").count() == 2, "import: both are at home")


def look(hand):
    """Gives the badge, and waits until it was looked at: the page does that itself, by script or by `<noscript>`."""
    hand.press("Look at it")
    expect(hand.page).not_to_have_title(re.compile("We are looking at it"), timeout=30_000)
