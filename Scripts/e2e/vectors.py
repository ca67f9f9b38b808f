"""Verifies the published examples: python3 vectors.py [--write]

The files are other people's and not kept here: LAUREL_SHARED/vectors holds them. vectors.json says which verdict each
must get and which rule demands it; it was written from the standards, not from what came out. No network is needed:
where servers of examples do not exist, "unchecked" is the right verdict, and nothing here may ever be valid whose
servers were not asked. The table in docs/verification.md is what was found; --write renews it.
"""

import collections
import fnmatch
import json
import os
import pathlib
import re
import subprocess
import sys

from portal import LAUREL, ROOT

HERE = pathlib.Path(__file__).parent
VECTORS = pathlib.Path(os.environ.get("LAUREL_SHARED", ROOT.parent / "shared")) / "vectors"
FOLDERS = [
    "baking", "ob2/spec-examples", "ob3/spec-examples", "realworld", "w3c/vc-di-eddsa", "w3c/vc-di-ecdsa",
    "w3c/vc-data-model-2.0",
]
ENDINGS = {".json", ".jsonld", ".txt", ".png", ".svg"}
TABLE = ROOT / "docs/verification.md"
HEAD = "| File | Rule | Expected | Got | Because |\n| --- | --- | --- | --- | --- |\n"


def verdict(path):
    """The verdict, its exit code, and the first thing that was missing or wrong."""
    done = subprocess.run([LAUREL, "verify", str(path), "--json"], capture_output=True, timeout=120)
    try:
        report = json.loads(done.stdout)
    except ValueError:
        raise SystemExit(f"{path}: no report, exit code {done.returncode}: {done.stderr.decode()[:300]}")
    expected = {"valid": 0, "unchecked": 2}.get(report["verdict"], 1)
    if done.returncode != expected:
        raise SystemExit(f"{path}: {report['verdict']} ended with {done.returncode}")
    order = ["failed", "unknown"] if report["verdict"] != "unchecked" else ["unknown", "failed"]
    found = [c["sentence"] for outcome in order for c in report["checks"] if c["outcome"] == outcome]
    sentence = found[0] if found else report["sentence"]
    return report["verdict"], re.sub(r"\s+", " ", sentence).replace("|", "\\|")


def files():
    for folder in FOLDERS:
        for path in sorted((VECTORS / folder).rglob("*")):
            if path.is_file() and path.suffix in (ENDINGS - {".txt"} if folder.startswith("w3c") else ENDINGS):
                yield path


def expected(names):
    """For each file the rule and the verdict that it demands, by the first pattern that fits."""
    plan = json.loads((HERE / "vectors.json").read_text(encoding="utf-8"))
    used, found = set(), {}
    for name in names:
        pattern, rule, wanted = next((row for row in plan["files"] if fnmatch.fnmatchcase(name, row[0])), (None,) * 3)
        if pattern is None or rule not in plan["rules"]:
            raise SystemExit(f"vectors.json says nothing about {name}, or by no rule.")
        used.add(pattern)
        found[name] = rule, wanted
    idle = [row[0] for row in plan["files"] if row[0] not in used]
    if idle:
        raise SystemExit(f"vectors.json speaks of files that are not there: {idle}")
    return found, "".join(f"- **{rule}**: {text}\n" for rule, text in plan["rules"].items())


def main():
    if not VECTORS.is_dir():
        print(f"{VECTORS} is not there: nothing was verified.")
        return
    rows = {str(path.relative_to(VECTORS)): verdict(path) for path in files()}
    wanted, rules = expected(rows)
    wrong = [f"FAILED {name}: {found} ({why}), {wanted[name][0]} demands {wanted[name][1]}"
             for name, (found, why) in rows.items() if found != wanted[name][1]]
    before, after = TABLE.read_text(encoding="utf-8").split(HEAD)
    table = "".join(
        f"| `{name}` | {wanted[name][0]} | `{wanted[name][1]}` | `{found}` | {why} |\n" for name, (found, why) in rows.items())
    start = before.index("- **picture**")
    if "--write" in sys.argv:
        TABLE.write_text(before[:start] + rules + "\n" + HEAD + table, encoding="utf-8")
    elif after != table or before[start:] != rules + "\n":
        wrong.append("FAILED the table in docs/verification.md is another: vectors.py --write")
    print("\n".join(wrong))
    print(f"{len(rows)} published examples: {dict(collections.Counter(found for found, _ in rows.values()))}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
