"""The screens of the portal, by who sees them; what needs an id is looked up in a running portal."""
import flows

STRANGER, MEMBER, DESIGNER, ADMINISTRATOR = None, "Priya Raman", "Tomas Berg", "Aiko Tanaka"


def fixed():
    return {
        STRANGER: {
            "login": "/login", "badges-stranger": "/badges", "badge-stranger": "/badges/green-it",
            "verify": "/verify", "issuer": "/issuer", "language": "/language", "help": "/help",
            "privacy": "/privacy", "accessibility": "/accessibility", "status": "/status", "erased": "/erased",
            "404": "/nothing-here",
        },
        MEMBER: {
            "home": "/", "badges": "/badges", "badges-filtered": "/badges?level=2&show=open&order=newest",
            "badges-none": "/badges?q=nothing+%F0%9F%8F%85&level=1", "badge": "/badges/kubernetes-operator",
            "search": "/search?q=cloud", "search-none": "/search?q=🏅+none", "settings": "/settings",
            "addresses": "/settings/addresses", "profile": "/me/profile", "collection-new": "/me/collections/new",
            "import": "/import", "erasure": "/settings/erasure",
        },
        DESIGNER: {
            "welcome": "/welcome", "designs": "/design", "design-new": "/design/new", "design": "/design/green-it",
            "design-icons": "/design/new/icons?q=heart", "design-no-icon": "/design/new/icons?q=zebra",
            "design-published": "/design/green-it/publication", "holders": "/design/kubernetes-operator/holders",
            "award-one": "/award", "award-list": "/award/list",
        },
        ADMINISTRATOR: {
            "admin": "/admin", "admin-people": "/admin/people", "admin-awards": "/admin/awards",
            "admin-audit": "/admin/audit", "admin-jobs": "/admin/jobs", "admin-issuers": "/admin/issuers",
            "admin-keys": "/admin/keys", "admin-theme": "/admin/theme", "admin-stats": "/admin/stats",
            "admin-plugins": "/admin/plugins", "admin-plugin": "/admin/plugins/learning-records",
            "admin-languages": "/admin/languages", "admin-mail": "/admin/mail",
            "admin-mail-preview": "/admin/mail/preview?language=ar", "styleguide": "/styleguide",
        },
    }


def found(page, portal):
    """Priya's own: a badge of hers as she, a colleague and a stranger sees it, and her page."""
    flows.sign_in(page, portal, MEMBER)
    if page.get_by_role("button", name="Claim").count():
        page.get_by_role("button", name="Claim").click()
        page.goto(portal.address + "/")
    badge = page.locator(".tiles a[href^='/me/awards/']").first.get_attribute("href")
    award = badge.split("/")[-1]
    person = page.locator("a[href^='/people/']").first.get_attribute("href")
    return {
        STRANGER: {"verification": f"/awards/{award}", "embed": f"/awards/{award}/embed"},
        MEMBER: {"my-badge": badge, "person": person},
        ADMINISTRATOR: {"admin-person": f"/admin{person}", "admin-erasure": f"/admin{person}/erasure"},
    }


def all_screens(page, portal):
    screens = fixed()
    for who, more in found(page, portal).items():
        screens[who] |= more
    return screens


def made(page, portal):
    """Pages that are there only after work: a list that was checked, and a badge of this portal that a stranger checked."""
    flows.sign_in(page, portal, DESIGNER)
    page.goto(portal.address + "/award/list")
    page.get_by_label("Badge", exact=True).select_option(index=2)
    rows = "Name;E-Mail\r\nPriya Raman;priya@laurel.example\r\nNobody 🐍;nobody\r\nNever Here;never@laurel.example\r\n"
    page.set_input_files("[name=file]", {"name": "people.csv", "mimeType": "text/csv", "buffer": rows.encode()})
    page.get_by_role("button", name="Check the list").click()
    page.wait_for_url("**/award/list/*-*")
    checked = page.url.removeprefix(portal.address)
    page.goto(portal.address + "/verify")
    page.fill("[name=text]", "A screenshot carries no badge.")
    page.get_by_role("button", name="Check badge").click()
    page.wait_for_url("**/verify/*")
    people = "from=tomas@laurel.example&into=priya@laurel.example"
    return {
        STRANGER: {"verify-result": page.url.removeprefix(portal.address)},
        DESIGNER: {"list-checked": checked},
        ADMINISTRATOR: {"admin-merge": f"/admin/people/merge?{people}"},
    }
