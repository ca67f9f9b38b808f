"""Runs all flows and looks at all pages; the last line is `N passed, N failed`."""
import shutil
import sqlite3
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

import budgets
import elsewhere
import flows
import members
import screens
import standing
from checks import Checks
from portal import ROOT, Portal

PICTURES = ROOT / ".build/e2e/pictures"
WIDTHS = (360, 1440)


def browser_page(browser, violations, script=True, scheme="light", width=1280, height=900):
    context = browser.new_context(java_script_enabled=script, color_scheme=scheme,
                                  viewport={"width": width, "height": height}, reduced_motion="reduce")
    page = context.new_page()
    page.on("console", lambda message: violations.append(message.text)
            if "Content Security Policy" in message.text or "Content-Security-Policy" in message.text else None)
    page.on("pageerror", lambda error: violations.append(str(error)))
    return page


def expire(portal, award):
    with sqlite3.connect(portal.database, timeout=20) as database:
        database.execute("UPDATE award SET expires_at = issued_at WHERE id = ?", (award,))


def revoke(page, portal, award):
    page.goto(f"{portal.address}/admin/awards/{award}")
    page.fill("[name=reason]", "Given to the wrong person 🏅")
    page.get_by_role("button", name="Take back this badge").click()
    page.wait_for_url("**/awards/*")


def look(browser, portal, checks, violations, pages, person="Aiko Tanaka"):
    axe = Axe()
    for scheme in ("light", "dark"):
        for width in WIDTHS:
            page = browser_page(browser, violations, scheme=scheme, width=width)
            if person:
                flows.sign_in(page, portal, person)
            for name, path in pages.items():
                checks.run(name, inspect, page, axe, portal, checks, name, path, scheme, width)
            page.context.close()


def inspect(page, axe, portal, checks, name, path, scheme, width):
    page.goto(portal.address + path)
    page.screenshot(path=PICTURES / f"{name}-{width}-{scheme}.png", full_page=True)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = axe.run(page, options={"runOnly": {"type": "tag", "values": tags}}).response["violations"]
    words = "; ".join(f"{item['id']} at {item['nodes'][0]['target'][0]}" for item in found)
    checks.check(not found, f"axe {name} {width} {scheme}: {words}")
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    checks.check(not wide, f"{name} {width} {scheme}: no scrolling sideways")


def weigh(browser, portal, checks, violations, found):
    """Pages that many people open, with a cold cache, as those who open them."""
    wanted = {screens.STRANGER: ["verification", "verify", "issuer"], screens.MEMBER: ["home", "badges", "badge", "my-badge"],
              screens.DESIGNER: ["design", "designs"], screens.ADMINISTRATOR: ["admin"]}
    for person, names in wanted.items():
        page = browser_page(browser, violations)
        if person:
            flows.sign_in(page, portal, person)
        for name in names:
            checks.run(name, budgets.check, page, checks, name, portal.address + found[person][name])
        page.context.close()


def main():
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir(parents=True)
    checks, violations = Checks(), []
    with Portal() as portal, sync_playwright() as play:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = lambda **options: browser_page(browser, violations, **options)
        checks.run("welcome", members.welcome, page(), portal, checks)
        checks.run("welcome", members.welcome_without, page(script=False), portal, checks)
        checks.run("claim", flows.claim, page(), portal, checks)
        checks.run("keyboard", flows.claim_by_keyboard, page(), portal, checks)
        checks.run("design", flows.design, page(), portal, checks, "cloud-expert")
        checks.run("keyboard", flows.design_by_keyboard, page(), portal, checks)
        for script, name in ((True, "with script"), (False, "without script")):
            checks.run("symbols", flows.symbols, page(script=script), portal, checks, name)
        checks.run("list", flows.award_list, page(), portal, checks)
        checks.run("list", flows.award_list, page(script=False), portal, checks, "without script")
        checks.run("earned", flows.earned, page(), portal, checks)
        checks.run("no script", flows.claim, page(script=False), portal, checks, "without script")
        award = checks.run("share", flows.share, page(), portal, checks)
        checks.run("share", flows.share, page(script=False), portal, checks, "without script")
        collection = checks.run("collection", flows.collection, page(script=False), portal, checks, "without script")
        for script, name in ((True, "with script"), (False, "without script")):
            checks.run("find", members.find, page(script=script), portal, checks, name)
        checks.run("order", members.order, page(), portal, checks)
        checks.run("order", members.order_without_script, page(script=False), portal, checks)
        checks.run("pictures", flows.pictures, page(), portal, checks, award)
        checks.run("no script", flows.design, page(script=False), portal, checks, "no-script", "without script")
        admin = page()
        flows.sign_in(admin, portal, "Aiko Tanaka")
        admin.goto(portal.address + "/admin/awards")
        links = admin.locator("a[href^='/admin/awards/']").evaluate_all("all => all.map(a => a.href.split('/').pop())")
        valid, revoked, expired = [link for link in links if len(link) == 36][:3]
        checks.run("revoke", revoke, admin, portal, revoked)
        expire(portal, expired)
        checks.run("verification", flows.verdict_without_scrolling, page(), checks, f"{portal.address}/awards/{valid}")
        checks.run("right to left", flows.right_to_left, page(), portal, checks, [valid])
        more = {"verify-revoked": f"/awards/{revoked}", "verify-expired": f"/awards/{expired}",
                "admin-award": f"/admin/awards/{valid}", "collection": collection or "/collections/none"}
        found = screens.all_screens(page(), portal)
        found[screens.ADMINISTRATOR] |= more
        for person, paths in found.items():
            look(browser, portal, checks, violations, paths, person)
        standing.stand(browser, portal, checks)
        weigh(browser, portal, checks, violations, found)
        with elsewhere.Issuer() as issuer:
            foreign = {}
            checks.run("recruiter", elsewhere.recruiter, page(), portal, issuer, checks, foreign)
            checks.run("no script", elsewhere.recruiter, page(script=False), portal, issuer, checks, {}, "without script")
            checks.run("import", elsewhere.employee, page(), portal, issuer, checks, foreign)
            look(browser, portal, checks, violations, foreign, "Priya Raman")
        checks.check(not violations, f"no violation of the content policy: {violations[:3]}")
        browser.close()
    print(f"Pictures of all pages are in {PICTURES.relative_to(ROOT)}")
    print(f"{checks.passed} passed, {len(checks.failed)} failed")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main())
