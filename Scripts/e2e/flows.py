"""What people do, each by a browser of its own."""


def sign_in(page, portal, name):
    """To the home page, past the welcome for who comes for the first time."""
    page.goto(portal.address + "/login")
    page.get_by_role("button", name=name).click()
    page.wait_for_url(lambda url: "/login" not in url)
    if page.url.endswith("/welcome"):
        page.goto(portal.address + "/")


def claim(page, portal, checks, name="with script"):
    sign_in(page, portal, "Priya Raman")
    page.get_by_role("button", name="Claim").click()
    checks.check(page.get_by_text("It is yours.").is_visible(), f"claim {name}: says “It is yours.”")
    checks.check(page.get_by_role("button", name="Claim").count() == 0, f"claim {name}: nothing is left to claim")


def claim_by_keyboard(page, portal, checks):
    """Noor uses no mouse."""
    page.goto(portal.address + "/login")
    tab_to(page, "نور")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/login" not in url)
    page.keyboard.press("Tab")
    checks.check(page.evaluate("document.activeElement.className") == "skip", "keyboard: the skip link comes first")
    tab_to(page, "Claim")
    page.keyboard.press("Enter")
    page.wait_for_url("**claimed=1*")
    checks.check(page.get_by_text("It is yours.").is_visible(), "keyboard: sign-in and claim")


def tab_to(page, text):
    for _ in range(60):
        page.keyboard.press("Tab")
        label = page.evaluate("(document.activeElement.getAttribute('aria-label') || '') + document.activeElement.innerText")
        if text in label:
            return
    raise AssertionError(f"no way to “{text}” by Tab")


def tab_to_field(page, name):
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == name:
            return
    raise AssertionError(f"no way to the field {name} by Tab")


class Steps:
    """Does what somebody has to do for a badge and counts it: each field, each choice, each press of a button."""

    def __init__(self, page):
        self.page, self.count = page, 0

    def fill(self, name, text):
        self.page.fill(f"[name={name}]", text)
        self.count += 1

    def choose(self, label, **option):
        self.page.get_by_label(label).select_option(**option)
        self.count += 1

    def check(self, label):
        self.page.get_by_label(label).check()
        self.count += 1

    def press(self, button):
        self.page.get_by_role("button", name=button).click()
        self.count += 1


def publish(steps, slug, telling=None):
    """The last step, in which people may be told; on the page that says what happens then."""
    page = steps.page
    steps.press("Publish badge")
    page.wait_for_url(f"**/design/{slug}/publication")
    if page.get_by_role("button", name="Publish badge").count():
        if telling:
            steps.check(telling)
        steps.press("Publish badge")
    page.get_by_role("heading", name="is live").wait_for()


def design(page, portal, checks, slug, name="with script"):
    """From nothing to a live badge, with a mistake on the way; five minutes are twelve steps of 25 seconds."""
    sign_in(page, portal, "Tomas Berg")
    page.goto(portal.address + "/design/new")
    steps = Steps(page)
    steps.fill("name", "Cloud 🐍 expert")
    steps.fill("slug", "Bad Slug")
    steps.fill("description", "Keeps clouds in the sky, and says why.")
    steps.choose("People finish", value="learning-records/cloud-security")
    if name == "with script":
        page.locator("#live-checks", has_text="Description: 38 of 500 letters").wait_for()
        page.locator("#live-ready", has_text="can claim at once").wait_for()
        checks.check("needs a fix" in page.inner_text("#live-checks"), "design: the checklist follows the form")
    steps.press("Publish badge")
    rule = "Only lowercase letters, digits and hyphens are allowed."
    checks.check(rule in page.locator("#f-slug-error").inner_text(), f"design {name}: the mistake is beside the field")
    checks.check(rule in page.locator(".summary").inner_text(), f"design {name}: the mistake is on top")
    checks.check(page.input_value("[name=slug]") == "Bad Slug", f"design {name}: the slug is kept")
    checks.check(page.input_value("[name=name]") == "Cloud 🐍 expert", f"design {name}: the name is kept")
    steps.fill("slug", slug)
    publish(steps, slug, telling="On Monday at 09:00")
    told = page.get_by_text("told by mail on Monday at 09:00")
    checks.check(told.is_visible(), f"design {name}: says when people are told")
    checks.check(steps.count <= 12, f"design {name}: live in {steps.count} steps, at most 12")
    page.get_by_role("link", name="Look at it").click()
    page.wait_for_url(f"**/badges/{slug}")
    checks.check(page.get_by_role("heading", name="Cloud 🐍 expert").is_visible(), f"design {name}: the badge is there")


def design_by_keyboard(page, portal, checks):
    """Tomas uses no mouse."""
    sign_in(page, portal, "Tomas Berg")
    page.goto(portal.address + "/design/new")
    for field, text in (("name", "Keys only"), ("description", "Gets everywhere by keyboard alone.")):
        tab_to_field(page, field)
        page.keyboard.type(text)
    tab_to_field(page, "shape")
    page.keyboard.press("ArrowRight")
    tab_to_field(page, "activity.0")
    for _ in range(60):
        if page.evaluate("document.activeElement.selectedOptions[0].text").startswith("Cloud Sec"):
            break
        page.keyboard.press("ArrowDown")
    tab_to(page, "Publish badge")
    page.keyboard.press("Enter")
    page.wait_for_url("**/design/keys-only/publication")
    tab_to_field(page, "telling")
    page.keyboard.press("ArrowDown")
    tab_to(page, "Publish badge")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="is live").wait_for()
    checks.check(page.get_by_text("on Monday at 09:00").is_visible(), "keyboard: a badge is designed and published")


def symbols(page, portal, checks, name="with script"):
    """A symbol from the library, by another word for it; nothing that was typed is lost on the way."""
    sign_in(page, portal, "Tomas Berg")
    page.goto(portal.address + "/design/new")
    if not page.get_by_role("button", name="More symbols").count():
        return
    page.fill("[name=name]", "Ideas 💡")
    page.get_by_role("button", name="More symbols").click()
    page.fill("[name=symbol_search]", "nothing-like-this")
    page.keyboard.press("Enter")
    page.get_by_text("No symbol called").wait_for()
    page.fill("[name=symbol_search]", "idea")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="lightbulb", exact=True).click()
    checks.check(page.input_value("[name=name]") == "Ideas 💡", f"symbols {name}: what was typed is kept")
    checks.check(page.locator("[name=symbol]:checked").get_attribute("value") == "bi-lightbulb", f"symbols {name}: chosen")
    page.fill("[name=slug]", f"ideas-{name.split()[0]}")
    page.fill("[name=description]", "Has ideas that others can use.")
    page.get_by_role("button", name="Save draft").click()
    page.wait_for_url("**saved=1")
    picture = page.locator(".preview > img").get_attribute("src")
    answer = page.request.get(portal.address + picture)
    checks.check(picture.startswith("/pictures/") and answer.ok, f"symbols {name}: the badge keeps its drawing")


def earned(page, portal, checks):
    """A badge that everybody earns who has finished anything appears with Priya."""
    sign_in(page, portal, "Tomas Berg")
    page.goto(portal.address + "/design/new")
    page.fill("[name=name]", "First step")
    page.fill("[name=slug]", "first-step")
    page.fill("[name=description]", "Has finished a practice in cloud security.")
    page.get_by_label("People finish").select_option(value="learning-records/cloud-security")
    publish(Steps(page), "first-step")
    page.context.clear_cookies()
    sign_in(page, portal, "Priya Raman")
    checks.check(page.get_by_text("First step").first.is_visible(), "design: the badge is with who has earned it")


def award_list(page, portal, checks, name="with script"):
    """Tomas gives a badge to everybody in a spreadsheet."""
    sign_in(page, portal, "Tomas Berg")
    page.goto(portal.address + "/award/list")
    page.get_by_label("Badge", exact=True).select_option(index=2 if name == "with script" else 9)
    rows = "Name;E-Mail;Note\r\nPriya Raman;priya@laurel.example;Größe – 5 €\r\nNobody;nobody;\r\n"
    page.set_input_files("[name=file]", {
        "name": "people.csv", "mimeType": "text/csv", "buffer": rows.encode("cp1252")})
    page.get_by_role("button", name="Check the list").click()
    page.wait_for_url("**/award/list/*-*")
    checks.check(page.get_by_text("1 row has no email address").is_visible(), f"list {name}: says what cannot be used")
    button = page.get_by_role("button", name="Award")
    if button.count() == 0:
        checks.check(False, f"list {name}: somebody can get the badge: {page.locator('main').inner_text()[:300]}")
        return page.url
    button.click()
    page.get_by_text("1 person got it").wait_for(timeout=30_000)
    checks.check(page.get_by_role("button", name="Undo").is_visible(), f"list {name}: it can be undone")
    return page.url


def right_to_left(page, portal, checks, awards):
    """A reader of Arabic and one of Hebrew, from the sign-in page to a badge that is checked."""
    for language in ("ar", "he"):
        page.set_extra_http_headers({"Accept-Language": language})
        for path in ("/login", f"/awards/{awards[0]}", "/language", "/nothing-here"):
            page.goto(portal.address + path)
            checks.check(page.evaluate("document.documentElement.dir + document.documentElement.lang") == "rtl" + language,
                         f"{language} {path}: runs from right to left")
            start = page.evaluate("document.querySelector('.brand').getBoundingClientRect().right > innerWidth / 2")
            checks.check(start, f"{language} {path}: begins at the right")
    page.get_by_role("link", name="שפה").click()
    page.get_by_role("button", name="Deutsch").click()
    checks.check(page.evaluate("document.documentElement.lang") == "de", "language: the choice beats the browser")


def verdict_without_scrolling(page, checks, address):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address)
    box = page.locator(".verdict-say").bounding_box()
    checks.check(box["y"] + box["height"] <= 740, "verification: the verdict needs no scrolling at 360 × 740")
    checks.check("genuine and valid" in page.locator(".verdict-say").inner_text(), "verification: says that it is genuine")


def share(page, portal, checks, name="with script"):
    """Two clicks from the home page to the place where it is shown; whoever hides a badge is asked first."""
    sign_in(page, portal, "Priya Raman")
    page.locator(".tiles a").first.click()
    page.wait_for_url("**/me/awards/*")
    award = page.url.split("?")[0].split("/")[-1]
    link = page.get_by_role("link", name="Teams").get_attribute("href")
    answer = page.request.get(portal.address + link, max_redirects=0)
    where = answer.headers.get("location", "")
    checks.check(where.startswith("https://teams.microsoft.com/share?href="), f"share {name}: two clicks lead to Teams")
    page.get_by_label("Only you").check()
    page.get_by_role("button", name="Save").click()
    checks.check(page.get_by_text("Only you can see this badge.").first.is_visible(), f"share {name}: it is hidden")
    stranger = page.context.browser.new_page()
    stranger.goto(f"{portal.address}/awards/{award}")
    checks.check("There is no badge here" in stranger.content(), f"share {name}: strangers see an empty page")
    stranger.close()
    page.get_by_role("button", name="Let anyone with the link see it").click()
    checks.check(page.get_by_role("link", name="Teams").is_visible(), f"share {name}: it is open again")
    return award


def collection(page, portal, checks, name="with script"):
    """A collection of three badges, open to strangers; returns its address."""
    sign_in(page, portal, "Priya Raman")
    if page.get_by_role("button", name="Claim").count():
        page.get_by_role("button", name="Claim").click()
    page.goto(portal.address + "/me/collections/new")
    page.fill("[name=title]", "Cloud 🏅 und Sicherheit")
    for box in page.locator("[name=award]").all()[:3]:
        box.check()
    page.get_by_label("Anyone with the link").check()
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/collections/*")
    path = page.url.removeprefix(portal.address)
    page.context.clear_cookies()
    page.goto(portal.address + path)
    checks.check(page.locator(".tiles li").count() == 3, f"collection {name}: strangers see its three badges")
    return path


def pictures(page, portal, checks, award):
    """What is drawn for others is what it says it is, and the code on the certificate leads back."""
    for name, start in (("card.png", b"\x89PNG"), ("certificate.pdf", b"%PDF-"), ("image.png", b"\x89PNG")):
        answer = page.request.get(f"{portal.address}/awards/{award}/{name}")
        checks.check(answer.body().startswith(start), f"pictures: {name}")
    page.goto(f"{portal.address}/awards/{award}/embed")
    checks.check("Genuine and valid" in page.inner_text("body"), "pictures: the card to embed says that it is valid")
