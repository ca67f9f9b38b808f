"""Awards badges in a running portal and has them judged: python3 badges.py PYTHON_OF_2.0 PYTHON_OF_3.0"""

import io
import json
import os
import pathlib
import re
import subprocess
import sys
import zipfile

from portal import Portal

HERE = pathlib.Path(__file__).parent
# Markdown, emoji, right to left, the sign that breaks Latin-1, markup, the end of CDATA: 10 kB.
NARRATIVE = ("**Did it** 🏅 שלום ® <b>&amp;</b> ]]> \"quoted\" \\ back " * 200)[:9_900]
FULL = {"narrative": NARRATIVE, "evidence_name": "Talk 🎤", "evidence_url": "https://acme.example/talk?a=1&b=2"}


def award(visitor, badge, email, more):
    page = visitor.get("/award")
    fields = {"badge": badge, "email": email, "narrative": "", "evidence_name": "", "evidence_url": ""} | more
    where, text = visitor.post("/award", fields, page)
    found = re.search(r"/awards/([0-9a-f-]{36})$", str(where))
    if not found:
        raise SystemExit(f"{badge} was not awarded to {email}: {re.findall('error[^<]*<[^<]*', text)[:3]}")
    return found.group(1)


def design(visitor, slug, more):
    page = visitor.get("/design/new")
    fields = {"name": f"{slug} 🐍 ®", "slug": slug, "description": "Can do it. يمكن", "criteria": "# Do it\n- all",
              "tags": "Swift, שלום", "shape": "shield", "colour": "plum", "symbol": "cloud", "level": "2",
              "months": "12", "revision": "0", "publish": "1"} | more
    where, _ = visitor.post("/design", fields, page)
    if not str(where).endswith(f"/design/{slug}/publication"):
        raise SystemExit(f"{slug} was not published: {where}")


def same_outside(portal, name, kind, awards):
    """What their bakery baked, our command takes out; what our command baked, it takes out as well."""
    assertion = portal.get(f"/ob/v2/assertions/{awards[name]}", "application/json")[2]
    theirs = json.loads(portal.run("unbake", str(portal.folder / f"theirs-{name}.{kind}")).stdout)
    document, ours = portal.folder / "badge", portal.folder / f"ours.{kind}"
    token = portal.get(f"/ob/v3/credentials/{awards[name]}.jwt")[2]
    document.write_bytes(token)
    portal.run("bake", str(portal.folder / f"theirs-{name}.{kind}"), str(document), "--output", str(ours))
    back = portal.run("unbake", str(ours), "--version", "3").stdout.strip()
    same = theirs == json.loads(assertion) and back == token
    print(f"laurel bake and unbake, {name}, {kind}: {'passed' if same else 'FAILED'}")
    return same


def takes_along(portal, visitor):
    """All badges in one ZIP, each as a picture, a certificate and four documents, that other people's programs open."""
    archive = zipfile.ZipFile(io.BytesIO(visitor.read("/me/badges.zip")))
    pictures = [name for name in archive.namelist() if name.endswith(".png")]
    inside = portal.folder / "inside.png"
    inside.write_bytes(archive.read(pictures[0]))
    both = portal.run("unbake", str(inside)).stdout.decode().strip().split("\n")
    whole = archive.testzip() is None and len(archive.namelist()) == 6 * len(pictures) and len(both) == 2
    print(f"ZIP of {len(pictures)} badges: {'passed' if whole else 'FAILED'}")
    return whole


def judge(portal, python, script, awards, *more):
    plan = {"base": portal.base, "email": "priya@laurel.example", "awards": awards, "folder": str(portal.folder)}
    (portal.folder / "plan.json").write_text(json.dumps(plan))
    return subprocess.run([python, str(HERE / script), str(portal.folder / "plan.json"), *more]).returncode


def suspension():
    """An award on hold, where credentials name both status lists."""
    os.environ["LAUREL_CREDENTIAL_STATUS"] = "bitstring-suspension"
    with Portal() as portal:
        admin = portal.sign_in("aiko")
        design(admin, "full", {})
        portal.sign_in("priya")
        people = ["priya@laurel.example", "aiko@laurel.example"]
        awards = {"bare": award(admin, "full", people[0], {}), "held": award(admin, "full", people[1], FULL)}
        page = f"/admin/awards/{awards['held']}"
        admin.post(f"{page}/suspension", {"hold-reason": "We look at it 🔍."}, admin.get(page))
        failed = judge(portal, sys.argv[2], "judge_integrity.py", awards)
        admin.post(f"{page}/resumption", {}, admin.get(page))
        print("after it counts again:")
        return failed + judge(portal, sys.argv[2], "judge_integrity.py", {"bare": awards["held"]})


def main():
    failed = 0
    with Portal() as portal:
        admin = portal.sign_in("aiko")
        issuer = re.search(r'action="(/admin/issuers/[^"]+)"', admin.get("/admin/issuers")).group(1)
        admin.post(issuer, {"name": "Acme 🏔️ Académie", "url": "https://acme.example", "email": "b@acme.example"},
                   admin.get("/admin/issuers"))
        design(admin, "full", {
            "alignment_name.0": "Python 🐍 ®", "alignment_url.0": "https://esco.example/s?a=1&b=2",
            "alignment_code.0": "S5.6.2", "alignment_framework.0": "ESCO שלום", "alignment_type.0": "ceasn:Competency",
            "alignment_name.1": "Only what is needed", "alignment_url.1": "http://plain.example/"})
        design(admin, "bare", {"tags": "", "criteria": "", "months": "", "picture_description": ""})
        where, page = admin.post("/admin/issuers", {"name": "Personalabteilung 🧑‍💼", "url": "", "email": ""},
                                 admin.get("/admin/issuers"))
        department = re.findall(r'action="/admin/issuers/([0-9a-f-]+)"', page)[1]
        design(admin, "department", {"issuer": department})
        portal.sign_in("priya")
        people = ["priya@laurel.example", "aiko@laurel.example"]
        awards = {
            "full": award(admin, "full", people[0], FULL), "bare": award(admin, "bare", people[0], {}),
            "department": award(admin, "department", people[0], {}),
            "revoked": award(admin, "full", people[1], FULL),
        }
        admin.post(f"/admin/awards/{awards['revoked']}/revocation", {"reason": "A mistake 🙈."},
                   admin.get(f"/admin/awards/{awards['revoked']}"))
        failed += judge(portal, sys.argv[1], "judge2.py", awards)
        for script in ("judge3.py", "judge_integrity.py"):
            failed += judge(portal, sys.argv[2], script, awards)
        failed += sum(not same_outside(portal, name, kind, awards) for name in ("full", "bare") for kind in ("png", "svg"))
        failed += not takes_along(portal, portal.sign_in("priya"))
        failed += "In use" not in admin.get("/admin/keys")
        portal.run("keys", "rotate")
        print("after the rotation of the keys:")
        for script in ("judge3.py", "judge_integrity.py"):
            failed += judge(portal, sys.argv[2], script, awards, "rotated")
    print("suspension:")
    failed += suspension()
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
