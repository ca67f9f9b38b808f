"""Awards a badge to 30,000 people from one file: how long the check and the giving take.

Usage: LAUREL_SHARED=. python Scripts/bench/list.py [PEOPLE]. Prints one line a figure.
"""
import pathlib
import re
import sqlite3
import sys
import time
import urllib.request
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "e2e"))
from portal import Portal

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 30_000
BOUNDARY = "laurel-list"


def people(portal):
    with sqlite3.connect(portal.database, timeout=60) as database:
        for number in range(COUNT):
            person = str(uuid.uuid4())
            database.execute(
                "INSERT INTO person (id, name, search_name, created_at, expected) VALUES (?, ?, ?, ?, 0)",
                (person, f"Person {number} 🏅", f"person {number}", 1_700_000_000_000))
            database.execute(
                "INSERT INTO person_email (email, person_id, position) VALUES (?, ?, 0)",
                (f"p{number}@acme.example", person))


def upload(visitor, slug):
    page = visitor.get("/award/list")
    token = re.search(r'name="form_token" value="([^"]*)"', page).group(1)
    rows = "email;note\r\n" + "".join(f"p{number}@acme.example;Größe {number}\r\n" for number in range(COUNT))
    parts = {"form_token": token, "badge": slug, "text": ""}
    body = "".join(f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
                   for name, value in parts.items()).encode()
    body += (f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="people.csv"\r\n\r\n').encode()
    body += rows.encode("cp1252") + f"\r\n--{BOUNDARY}--\r\n".encode()

    request = urllib.request.Request(
        visitor.portal.base + "/award/list", body, {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"})
    with visitor.opener.open(request, timeout=120) as answer:
        return answer.geturl().removeprefix(visitor.portal.base), answer.read().decode()


def main():
    with Portal() as portal:
        people(portal)
        tomas = portal.sign_in("tomas")
        slug = re.findall(r'<option value="([a-z0-9-]+)"', tomas.get("/award/list"))[-1]
        begin = time.monotonic()
        path, page = upload(tomas, slug)
        print(f"{COUNT} rows uploaded, checked and shown in {time.monotonic() - begin:.1f} s")
        begin = time.monotonic()
        tomas.post(f"{path}/start", {}, page)
        while "data-reload" in (page := tomas.get(path)):
            time.sleep(0.5)
        print(f"given in {time.monotonic() - begin:.1f} s: {re.findall(r'[0-9,]+ people got it', page)}")
        again, page = upload(tomas, slug)
        print("the same file again:", re.findall(r"[0-9,]+ people have it already", page))


main()
