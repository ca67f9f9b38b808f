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


def design(page, portal, checks, slug, name="with script"):
    sign_in(page, portal, "Tomas Berg")
    page.goto(portal.address + "/design/new")
    page.fill("[name=name]", "Cloud 🐍 expert")
    page.fill("[name=slug]", "Bad Slug")
    page.fill("[name=description]", "Keeps clouds in the sky, and says why.")
    page.get_by_label("People finish").select_option(index=1)
    page.get_by_role("button", name="Publish badge").click()
    rule = "Only lowercase letters, digits and hyphens are allowed."
    checks.check(rule in page.locator("#f-slug-error").inner_text(), f"design {name}: the mistake is beside the field")
    checks.check(rule in page.locator(".summary").inner_text(), f"design {name}: the mistake is on top")
    checks.check(page.input_value("[name=slug]") == "Bad Slug", f"design {name}: the slug is kept")
    checks.check(page.input_value("[name=name]") == "Cloud 🐍 expert", f"design {name}: the name is kept")
    page.fill("[name=slug]", slug)
    page.get_by_role("button", name="Publish badge").click()
    page.wait_for_url(f"**/badges/{slug}")
    checks.check(page.get_by_role("heading", name="Cloud 🐍 expert").is_visible(), f"design {name}: the badge is there")


def earned(page, portal, checks):
    """A badge that everybody earns who has finished anything appears with Priya."""
    sign_in(page, portal, "Tomas Berg")
    page.goto(portal.address + "/design/new")
    page.fill("[name=name]", "First step")
    page.fill("[name=slug]", "first-step")
    page.fill("[name=description]", "Has finished a practice in cloud security.")
    page.get_by_label("People finish").select_option(value="learning-records/cloud-security")
    page.get_by_role("button", name="Publish badge").click()
    page.wait_for_url("**/badges/first-step")
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
