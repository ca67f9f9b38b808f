"""Takes the pictures of docs/screens.md and writes the page: `pictures.py FOLDER PAGE`."""
import pathlib
import shutil
import sys

from playwright.sync_api import sync_playwright

import flows
import screens
from portal import Portal

# The screen, its heading, and what to say about it.
CHAPTERS = [
    ("welcome", "Welcome", "The first page after the first sign-in: what somebody has earned already, and one button that "
     "takes it. A private address, proven by a code, is for the time after the job."),
    ("home", "Home", "Badges to claim, badges on the way with the next step, badges held, badges from elsewhere, and what "
     "one could earn. Everything comes from the database; how old it is stands beside it."),
    ("badges", "All badges", "`/badges` finds by words, topic, level, way to earn it, and mine or not. Every filter is a link "
     "with the number it would show; on a phone they are folded."),
    ("badge", "A badge", "What it says, what it takes with one's own progress, who awards it, how many have it."),
    ("my-badge", "My badge", "For the person alone: every place to show the badge is a plain link, the link itself stands "
     "first. Who may see the badge is decided beside it; a hidden badge first asks to be opened and answers strangers like "
     "one that does not exist, as do its documents, pictures, card and certificate."),
    ("verification", "Verification", "What a stranger sees: the verdict first, checked at that moment, then what was checked and how."),
    ("verify", "Check a badge", "`/verify` checks any Open Badge, whoever issued it: a file, a link, or text."),
    ("issuer", "The issuer", "`/issuer` says who awards badges here, with which keys and by which rules."),
    ("person", "People and collections", "`/search` finds badges and people. `/people/{id}` shows the badges that somebody "
     "claimed and does not hide; `/collections/{uuid}` those that somebody put together, in an order of their own. Both are "
     "for colleagues until the person says otherwise."),
    ("collection-new", "A new collection", "Rows are put in order by buttons, with the keyboard and without script too."),
    ("settings", "Settings", "Language, time zone, mails, addresses, and where one is signed in."),
    ("design", "Designing a badge", "Text, rule, validity and a picture drawn from shape, colour, symbol and level."),
    ("award-list", "Awarding from a list", "A spreadsheet, checked row by row before anything is given."),
    ("admin", "Administration", "What needs somebody now, and how the learning systems are."),
    ("styleguide", "The style guide", "`/styleguide`, where the demo identity is on: every token with its contrast, every "
     "component in every state, built from what the pages are built from."),
]
LONGEST = 1_800


def take(browser, portal, folder, person, names, paths):
    for width, scheme, language in ((1440, "light", "en"), (1440, "dark", "en"), (360, "light", "en"), (360, "dark", "ar")):
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale=language,
                                      reduced_motion="reduce")
        page = context.new_page()
        if person:
            flows.sign_in(page, portal, person)
        for name in names:
            page.goto(portal.address + paths[name])
            page.wait_for_load_state("networkidle")
            height = min(page.evaluate("document.documentElement.scrollHeight"), LONGEST)
            page.screenshot(path=folder / f"{name}-{width}-{scheme}-{language}.png", full_page=True,
                            clip={"x": 0, "y": 0, "width": width, "height": height})
        context.close()


def chapter(name, title, text):
    picture = lambda what, width, scheme, language: f"![{title}, {what}](images/{name}-{width}-{scheme}-{language}.png)"
    return f"""## {title}

{text}

{picture("large, light", 1440, "light", "en")}
{picture("large, dark", 1440, "dark", "en")}
{picture("small, light", 360, "light", "en")}
{picture("small, dark, Arabic", 360, "dark", "ar")}
"""


def main(folder, page):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with Portal() as portal, sync_playwright() as play:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        found = screens.all_screens(browser.new_page(), portal)
        del found[screens.DESIGNER]["welcome"]
        found["نور"] = {"welcome": "/welcome"}
        wanted = [name for name, _, _ in CHAPTERS]
        for person, paths in found.items():
            take(browser, portal, folder, person, [name for name in wanted if name in paths], paths)
        browser.close()
    head = "# Screens\n\nThe demo portal, as `make run` serves it. `Scripts/screens.sh` renews this page and its pictures.\n"
    body = "\n".join([head] + [chapter(*one) for one in CHAPTERS])
    pathlib.Path(page).write_text(body, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
