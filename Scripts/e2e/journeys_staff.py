"""Journeys of those who make the portal work: designers, administrators, developers."""
import json
import re
import subprocess

# What a person does, in seconds: look and decide, press, write.
THINK, PRESS, WRITE = 4, 1.5, 0.3
# Name, address twice, description, activity, shape, colour, who is told.
FIELDS = 8


def design(hand, world):
    """A badge is live in less than five minutes, counted by what there is to read, to press and to write."""
    slug = "cloud-" + hand.way.replace(" ", "-")
    about = "Keeps clouds in the sky, and says why."
    hand.sign_in("Tomas Berg")
    began = hand.presses
    hand.open("/design")
    hand.follow("New badge")
    hand.check(hand.page.locator("input[name=symbol]:checked").count() == 1, "design: the picture is drawn already")
    hand.fill("Name", "Cloud 🐍 expert")
    if hand.has_script:
        hand.check(hand.field("Web address").input_value() == "cloud-expert", "design: the address is proposed")
    hand.fill("Web address", "Bad Slug")
    hand.fill("What can someone with this badge do?", about)
    hand.choose("People finish", "learning-records/cloud-security")
    hand.tick("Shield", hand.page.get_by_role("group", name="Shape"))
    hand.tick("Teal", hand.page.get_by_role("group", name="Colour"))
    hand.press("Publish badge")
    hand.shows("Only lowercase letters, digits and hyphens are allowed.", "design: the mistake is named")
    hand.check(hand.field("Name").input_value() == "Cloud 🐍 expert", "design: what was written is kept")
    hand.check(hand.page.locator("input[name=shape]:checked").input_value() == "shield", "design: and what was chosen")
    hand.fill("Web address", slug)
    hand.press("Publish badge")
    hand.shows("can claim at once", "design: says how many can claim at once")
    hand.tick("On Monday at 09:00, where they are")
    hand.press("Publish badge")
    hand.shows("is live", "design: it is live")
    hand.shows("told by mail on Monday at 09:00", "design: says when people are told")
    steps = hand.presses - began + FIELDS
    hand.follow("Look at it")
    hand.check(hand.page.get_by_role("heading", name="Cloud 🐍 expert").is_visible(), "design: the badge is there")
    seconds = steps * (THINK + PRESS) + len("Cloud 🐍 expert" + slug + about) * WRITE
    hand.check(seconds < 300, f"design: {steps} steps take less than five minutes, not {seconds:.0f} s")
    hand.leave()
    hand.sign_in("Priya Raman")
    hand.shows("Cloud 🐍 expert", "design: who earned it has it at once")


def award_list(hand, world):
    """A spreadsheet is checked row by row, given once, stopped and undone."""
    rows = "Name;E-Mail;Note\r\nPriya Raman;priya@laurel.example;Größe – 5 €\r\nNobody;nobody;\r\nLin;lin@laurel.example;\r\n"
    give_list(hand, rows.encode("cp1252"), "conference-speaker")
    hand.shows("1 row has no email address", "list: what cannot be used is said")
    hand.shows("2 people will get it", "list: and who will get it")
    bad = hand.download("Download these rows").decode("utf-8-sig")
    hand.check("nobody" in bad and "priya" not in bad, "list: the bad rows are a file")
    hand.press("Award 2 badges")
    hand.shows("2 people got it", "list: it is given", timeout=30_000)
    again = hand.path()
    give_list(hand, rows.encode(), "conference-speaker")
    hand.shows("2 people have it already", "list: the same file gives nothing twice")
    hand.open(again)
    hand.press("Undo: take back 2 badges")
    hand.shows("2 badges were taken back", "list: undone", timeout=30_000)
    hand.check(hand.page.get_by_role("button", name="Undo").count() == 0, "list: once")


def give_list(hand, data, badge):
    if hand.page.url == "about:blank":
        hand.sign_in("Tomas Berg")
    hand.open("/award/list")
    hand.choose("Badge", badge)
    hand.give("File", "people.csv", "text/csv", data)
    hand.press("Check the list")


def switch(hand, world):
    """An integration is switched off and on: the page shows the line that changes, and what keeps the portal usable."""
    hand.sign_in("Aiko Tanaka")
    hand.open("/admin/plugins")
    hand.follow("learning-records")
    hand.press("Test connection")
    hand.shows("It answers as it should.", "switch: asked, it answers")
    hand.shows('"enabled": false', "switch: shows the line that changes")
    hand.press("Switch off")
    hand.shows("Saved. It counts from the next start of the portal.", "switch: says since when it counts")
    hand.check(enabled(hand.portal, "learning-records") is False, "switch: plugins.json says off")
    backup = hand.portal.folder / "plugins.json.bak"
    hand.check(backup.exists() and '"enabled": false' not in backup.read_text(), "switch: the file before is kept")
    hand.portal.restart()
    hand.open("/admin/plugins/learning-records")
    hand.check(hand.page.get_by_text("Off", exact=True).first.is_visible(), "switch: it is off")
    hand.press("Switch on")
    hand.portal.restart()
    hand.open("/admin/plugins/learning-records")
    hand.shows("Working", "switch: on again, it works")
    hand.open("/admin/plugins/demo")
    hand.shows("This stays on: it is the only way to sign in.", "switch: nobody locks everybody out")
    hand.check(hand.page.get_by_role("button", name="Switch off").count() == 0, "switch: by no button")


def enabled(portal, name):
    document = json.loads((portal.folder / "plugins.json").read_text())
    return next(one.get("enabled", True) for one in document["plugins"] if one["id"] == name)


def add_source(hand, world):
    """A developer adds a source: mistakes are named with their place, what is right keeps the contract and appears."""
    portal = hand.portal
    file = portal.folder / "workshops.csv"
    file.write_text("email,activity,title,percent,completed_at\npriya@laurel.example,knots,Knots 🪢,100,2026-10-10\n")
    entry = {"id": "workshops", "type": "csv", "config": {"fiel": str(file), "name": "Workshops"}}
    write(portal, portal.plugins + [entry])
    wrong = portal.run("plugins", "check", ok=False)
    said = wrong.stdout.decode() + wrong.stderr.decode()
    hand.check(wrong.returncode == 78, "source: a wrong entry is refused")
    hand.check(re.search(r"plugins\.json:\d+:\d+", said) and "file" in said, f"source: with its place and a hint: {said[:200]}")
    entry["config"] = {"file": str(file), "name": "Workshops"}
    portal.plugins.append(entry)
    write(portal, portal.plugins)
    hand.check(portal.run("plugins", "check", ok=False).returncode == 0, "source: a right one is not")
    rules = portal.run("plugins", "conformance", "workshops", ok=False)
    said = rules.stdout.decode()
    hand.check(rules.returncode == 0 and " 0 broken" in said, f"source: it breaks no rule: {said[-200:]}")
    portal.restart()
    hand.sign_in("Aiko Tanaka")
    hand.open("/admin/plugins")
    hand.follow("workshops")
    hand.press("Test connection")
    hand.shows("It answers as it should.", "source: it is among the integrations, and answers")
    hand.open("/design/new")
    option = hand.page.locator("option[value='workshops/knots']")
    hand.check(option.count() >= 1, "source: designers can ask for what it knows")


def write(portal, plugins):
    (portal.folder / "plugins.json").write_text(json.dumps({"version": 1, "plugins": plugins}, indent=2))


def contract(root):
    """What a source must keep, as the developer's guide says to try it; None where no tests are built."""
    if not list((root / ".build/debug").glob("*.xctest")):
        return None, ""
    run = subprocess.run(["swift", "test", "--skip-build", "--filter", "CSVSourceTests"], cwd=root, capture_output=True, text=True)
    return run.returncode == 0, (run.stdout + run.stderr)[-400:]
