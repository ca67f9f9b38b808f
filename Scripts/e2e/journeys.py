"""All journeys, each by mouse, by keyboard alone and without script: `journeys.py [JOURNEY…]`."""
import shutil
import sys

from playwright.sync_api import sync_playwright

import journeys_members as members
import journeys_outside as outside
import journeys_staff as staff
from checks import Checks
from elsewhere import Issuer
from hands import WAYS
from letters import Letters
from portal import ROOT, Portal

# In this order: later ones need what earlier ones did.
ALL = {
    "first-badge": members.first_badge, "progress": members.progress, "claim": members.claim, "share": members.share,
    "import": members.keep, "design": staff.design, "list": staff.award_list, "stranger": outside.stranger,
    "switch": staff.switch, "source": staff.add_source, "leaver": outside.leaver,
}
DIRECTORY = {"id": "company", "type": "scim", "config": {"token": {"env": "E2E_SCIM"}, "domains": ["laurel.example"]}}


def walk(browser, checks, wanted=()):
    for way, kind in WAYS.items():
        with Letters() as letters, Issuer() as issuer, \
                Portal(letters.plugin(), DIRECTORY, E2E_SCIM="e2e-token-of-more-than-32-characters") as portal:
            world = {"letters": letters, "issuer": issuer}
            for name, journey in ALL.items():
                if wanted and name not in wanted:
                    continue
                context = browser.new_context(java_script_enabled=way != "without script", locale="en-GB")
                context.set_default_timeout(15_000)
                hand = kind(context.new_page(), portal, checks, way)
                checks.run(f"{way}: {name}", journey, hand, world)
                context.close()


def main():
    checks = Checks()
    with sync_playwright() as play:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        walk(browser, checks, sys.argv[1:])
        browser.close()
    if "source" in sys.argv[1:] or not sys.argv[1:]:
        kept, said = staff.contract(ROOT)
        if kept is None:
            print("skipped: the contract of sources, as the tests are not built (make test)")
        else:
            checks.check(kept, f"source: the contract of sources is kept: {said}")
    print(f"{checks.passed} passed, {len(checks.failed)} failed")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main())
