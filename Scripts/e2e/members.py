"""What members do besides claiming and sharing: arrive, find, put in order."""
import flows

NOTHING_EARNED, EARNED = "Tomas Berg", "林"


def welcome(page, portal, checks, name="with script"):
    """From the sign-in page to the first badge: two clicks."""
    page.goto(portal.address + "/login")
    page.get_by_role("button", name=EARNED).click()
    page.wait_for_url("**/welcome")
    checks.check("already earned" in page.inner_text("main"), f"welcome {name}: says what was found")
    page.get_by_role("button", name="Claim").click()
    page.wait_for_url("**claimed=1*")
    checks.check(page.get_by_text("It is yours.").is_visible(), f"welcome {name}: two clicks to the first badge")
    page.goto(portal.address + "/welcome")
    checks.check(page.url == portal.address + "/", f"welcome {name}: once is enough")


def welcome_without(page, portal, checks):
    page.goto(portal.address + "/login")
    page.get_by_role("button", name=NOTHING_EARNED).click()
    page.wait_for_url("**/welcome")
    checks.check(page.locator(".could").count() == 3, "welcome: who has nothing sees three badges to begin with")


def find(page, portal, checks, name="with script"):
    """Level 2 of what is still to earn, by links; what is chosen can be taken away again."""
    flows.sign_in(page, portal, "Priya Raman")
    page.goto(portal.address + "/badges")
    whole = page.locator(".tiles li").count()
    page.get_by_role("link", name="Still to earn").click()
    level = page.locator(".facet a", has_text="Level 2")
    promised = int(level.locator(".num").inner_text())
    level.click()
    page.wait_for_url("**level=2*")
    shown = page.locator(".tiles li").count()
    checks.check(shown == promised < whole, f"find {name}: as many as the link said ({shown} of {promised})")
    page.fill("[name=q]", "swift SERVER")
    page.get_by_role("button", name="Search").click()
    checks.check(page.get_by_role("link", name="Swift on the Server").is_visible(), f"find {name}: two words find it")
    page.fill("[name=q]", "nothing 🏅 like this")
    page.get_by_role("button", name="Search").click()
    checks.check(page.get_by_text("No badge fits these filters").is_visible(), f"find {name}: says that nothing fits")
    checks.check("level=2" in page.url, f"find {name}: a search keeps the filters")
    page.get_by_role("link", name="Show all badges").click()
    checks.check(page.locator(".tiles li").count() == whole, f"find {name}: all of them again")


def order(page, portal, checks):
    """The second badge becomes the first, by the keyboard alone; the page is not asked again."""
    first, second = begin_order(page, portal, checks, "with script")
    page.locator(".ordered-row").nth(1).locator("[name=move]").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("text => document.querySelector('.ordered-row .option').innerText === text", arg=second)
    finish_order(page, checks, "with script", first, second)


def order_without_script(page, portal, checks):
    first, second = begin_order(page, portal, checks, "without script")
    page.locator(".ordered-row").nth(1).locator("[name=move]").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    page.locator(".ordered-row .option").first.get_by_text(second.split("\n")[0]).wait_for()
    finish_order(page, checks, "without script", first, second)


def begin_order(page, portal, checks, name):
    flows.sign_in(page, portal, "Priya Raman")
    page.goto(portal.address + "/me/collections/new")
    page.fill("[name=title]", f"In order 🏅 {name}")
    rows = page.locator(".ordered-row")
    for number in (0, 1):
        rows.nth(number).locator("input[type=checkbox]").check()
    return [rows.nth(number).locator(".option").inner_text() for number in (0, 1)]


def finish_order(page, checks, name, first, second):
    checks.check(page.input_value("[name=title]").startswith("In order 🏅"), f"order {name}: what was typed is kept")
    focused = page.locator(":focus").get_attribute("value") or ""
    checks.check(focused.startswith("up."), f"order {name}: the focus stays with the badge that was moved")
    page.focus("[name=title]")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/collections/" in url and "/me/" not in url)
    names = page.locator(".tiles h2").all_inner_texts()
    checks.check([second.split("\n")[0], first.split("\n")[0]] == names[:2], f"order {name}: Enter saves, in this order")
