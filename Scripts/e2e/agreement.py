"""Laurel, 1EdTech's own validator and openbadgeslib judge the same badges: agreement.py PYTHON-WITH-OPENBADGES [--write]

The corpus is made here, always the same, by an issuer on this machine. Each badge has a verdict that the standard
demands, which Laurel must give. Where one of the others disagrees on whether a badge counts, agreement.json says why;
a disagreement that it does not explain fails, and so does an explanation of what no longer happens. The table in
docs/verification.md is what was found; --write renews it, to be read before it is kept.
"""

import collections
import concurrent.futures
import fnmatch
import json
import os
import pathlib
import subprocess
import sys
import tempfile

from agreement_cases2 import broken_hosted, broken_signed, honest_hosted, honest_signed
from agreement_cases3 import broken_integrity, broken_jwt, honest_integrity, honest_jwt
from agreement_issuer import Keys, Server
from agreement_judge3 import all_judged
from agreement_v2 import Version2
from agreement_v3 import Version3
from portal import LAUREL, ROOT

HERE = pathlib.Path(__file__).parent
TABLE = ROOT / "docs/verification.md"
HEAD = "| Validator | Says | Badges | Because |\n| --- | --- | --- | --- |\n"
JUDGES = {"openbadges": "1EdTech openbadges 1.1.2", "openbadgeslib": "openbadgeslib 4.6.3"}


def corpus(server, foreign, keys):
    v2, v3 = Version2(server, foreign, keys), Version3(server, foreign, keys)
    for make in (honest_hosted, broken_hosted, honest_signed, broken_signed):
        make(v2)
    for make in (honest_jwt, broken_jwt, honest_integrity, broken_integrity):
        make(v3)
    cases = v2.cases + v3.cases
    names = collections.Counter(case["name"] for case in cases)
    twice = [name for name, count in names.items() if count > 1]
    if twice or len(cases) < 200:
        raise SystemExit(f"{len(cases)} badges, of one name: {twice}")
    return cases


def laurel(case):
    """The verdict of the command, which asks the network by itself each time."""
    more = ["--recipient", case["recipient"]] if case["recipient"] else []
    given = case["file"].read_text() if case["name"].endswith("given as its address") else str(case["file"])
    done = subprocess.run(
        [LAUREL, "verify", given, "--json", *more], cwd=ROOT, capture_output=True, timeout=120,
        env=os.environ | {"LAUREL_FETCH_HTTP": "true", "LAUREL_FETCH_LOOPBACK": "true", "LAUREL_LOG_LEVEL": "critical"})
    try:
        report = json.loads(done.stdout)
    except ValueError:
        return "crash", [done.stderr.decode()[:300]]
    code = {"valid": 0, "unchecked": 2}.get(report["verdict"], 1)
    if done.returncode != code:
        return "wrong exit code", [str(done.returncode)]
    return report["verdict"], [f"{c['question']} {c['outcome']}: {c['sentence']} {c['detail']}" for c in report["checks"]]


def judged(cases, python, folder, bases):
    """For each judge, name to (whether it counts, why)."""
    for number, case in enumerate(cases):
        case["file"] = folder / f"{number}.badge"
        case["file"].write_bytes(case["given"])
    plan = [{"name": case["name"], "file": str(case["file"]), "recipient": case["recipient"]} for case in cases]
    (folder / "cases.json").write_text(json.dumps({"bases": bases, "cases": plan}))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        theirs = pool.submit(subprocess.run, [python, str(HERE / "agreement_judge2.py"), str(folder)], check=True)
        ours = dict(zip((case["name"] for case in cases), pool.map(laurel, cases)))
        theirs.result()
    return ours, {"openbadges": json.loads((folder / "judge2.json").read_text()), "openbadgeslib": all_judged(cases)}


def wrong_verdicts(cases, ours):
    for case in cases:
        verdict, checks = ours[case["name"]]
        # Where a change decides whom to ask, any verdict but a good one is right.
        wanted = case["verdict"] or "not valid"
        if verdict != case["verdict"] and (case["verdict"] or verdict in ("valid", "expired", "notYetValid", "crash")):
            yield "\n       ".join([f"FAILED {case['name']}: {verdict}, the standard demands {wanted}", *checks])


def disagreements(cases, ours, others):
    """(judge, what it says, name, why) wherever a judge and Laurel differ on whether a badge counts."""
    for judge, found in others.items():
        for case in cases:
            if case["name"] in found:
                counts, why = found[case["name"]]
                if counts != (ours[case["name"]][0] == "valid"):
                    yield judge, "counts" if counts else "does not count", case["name"], why


def explained(differences):
    """Complaints, and the rows of the table."""
    entries = json.loads((HERE / "agreement.json").read_text(encoding="utf-8"))
    complaints, rows, used = [], [], collections.Counter()
    names = [[] for _ in entries]
    for judge, says, name, why in differences:
        fitting = [
            (number, pattern) for number, entry in enumerate(entries) for pattern in entry["badges"]
            if (entry["validator"], entry["says"]) == (judge, says) and fnmatch.fnmatchcase(name, pattern)]
        if len(fitting) != 1:
            complaints.append(f"FAILED {judge} says that “{name}” {says} ({why}): {len(fitting)} explanations")
        for number, pattern in fitting:
            used[number, pattern] += 1
            names[number].append(name)
    for number, entry in enumerate(entries):
        for pattern in entry["badges"]:
            if not used[number, pattern]:
                complaints.append(f"FAILED {entry['validator']} no longer says that “{pattern}” {entry['says']}")
        badges = ", ".join(f"`{pattern}`" for pattern in entry["badges"]) + f" ({len(names[number])})"
        rows.append(f"| {JUDGES[entry['validator']]} | {entry['says']} | {badges} | {entry['because']} |\n")
    return complaints, "".join(rows)


def main():
    server, foreign = Server(), Server()
    cases = corpus(server, foreign, Keys())
    with tempfile.TemporaryDirectory(prefix="laurel-agreement-") as folder:
        ours, others = judged(cases, sys.argv[1], pathlib.Path(folder), [server.base, foreign.base])
    complaints = list(wrong_verdicts(cases, ours))
    differences = list(disagreements(cases, ours, others))
    more, rows = explained(differences)
    before, after = TABLE.read_text(encoding="utf-8").split(HEAD)
    kept, _, rest = after.partition("\n\n")
    if "--write" in sys.argv:
        TABLE.write_text(before + HEAD + rows + "\n" + rest, encoding="utf-8")
    elif kept + "\n" != rows:
        more.append("FAILED the table in docs/verification.md is another: agreement.py … --write")
    print("\n".join(complaints + more))
    asked = sum(len(found) for found in others.values())
    print(f"agreement: {len(cases)} badges, {len(cases) - len(complaints)} with the verdict that the standard demands; "
          f"{asked} opinions of others, {len(differences)} differ, {len(more)} of them unexplained")
    sys.exit(1 if complaints or more else 0)


if __name__ == "__main__":
    main()
