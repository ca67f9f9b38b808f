"""Every screen narrow, enlarged, in Arabic, in forced colours, by Tab, on paper: `standing.py [SCREEN…]`."""
import shutil
import sys

from playwright.sync_api import sync_playwright

import flows
import layout
import screens
from checks import Checks
from portal import Portal


def context(browser, language="en-GB", script=True):
    return browser.new_context(locale=language, reduced_motion="reduce", java_script_enabled=script,
                               viewport={"width": 1280, "height": 900})


def enter(browser, portal, person, **options):
    page = context(browser, **options).new_page()
    if person:
        flows.sign_in(page, portal, person)
    return page


def stand(browser, portal, checks, wanted=()):
    found = screens.all_screens(context(browser).new_page(), portal)
    for person, paths in found.items():
        english, arabic = enter(browser, portal, person), enter(browser, portal, person, language="ar")
        for name, path in paths.items():
            if wanted and name not in wanted:
                continue
            address = portal.address + path
            for check in (layout.reflow, layout.forced_colours, layout.motion):
                checks.run(name, check, english, checks, name, address)
            if name != "embed":
                checks.run(name, layout.focus, english, checks, name, address)
            checks.run(name, layout.right_to_left, arabic, checks, name, address)
        if person is screens.STRANGER and not wanted:
            checks.run("paper", layout.paper, english, checks, "verification", portal.address + paths["verification"])
        english.context.close()
        arabic.context.close()


def main():
    checks = Checks()
    with Portal() as portal, sync_playwright() as play:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        stand(browser, portal, checks, sys.argv[1:])
        browser.close()
    print(f"{checks.passed} passed, {len(checks.failed)} failed")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main())
