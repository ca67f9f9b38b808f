"""Verifies the published examples and compares with the table in docs/verification.md: python3 vectors.py [--write]

The files are other people's and not kept here: LAUREL_SHARED/vectors holds them. No network is needed: where servers
of examples do not exist, "unchecked" is the right verdict, and nothing here may ever be valid whose servers were not
asked. Every verdict must be the one of the table; --write renews the table, to be read before it is kept.
"""

import json
import os
import pathlib
import re
import subprocess
import sys

from portal import LAUREL, ROOT

VECTORS = pathlib.Path(os.environ.get("LAUREL_SHARED", ROOT.parent / "shared")) / "vectors"
FOLDERS = [
    "baking", "ob2/spec-examples", "ob3/spec-examples", "realworld", "w3c/vc-di-eddsa", "w3c/vc-di-ecdsa",
    "w3c/vc-data-model-2.0",
]
ENDINGS = {".json", ".jsonld", ".txt", ".png", ".svg"}
TABLE = ROOT / "docs/verification.md"
HEAD = "| File | Verdict | Because |\n| --- | --- | --- |\n"


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


def main():
    if not VECTORS.is_dir():
        print(f"{VECTORS} is not there: nothing was verified.")
        return
    rows = {str(path.relative_to(VECTORS)): verdict(path) for path in files()}
    text = TABLE.read_text(encoding="utf-8")
    before, after = text.split(HEAD)
    if "--write" in sys.argv:
        table = "".join(f"| `{name}` | `{found}` | {reason} |\n" for name, (found, reason) in rows.items())
        rest = after[after.index("\n\n"):] if "\n\n" in after else ""
        TABLE.write_text(before + HEAD + table + rest.lstrip("\n"), encoding="utf-8")
    else:
        kept = dict(re.findall(r"^\| `([^`]+)` \| `(\w+)` \|", after, re.M))
        wrong = [f"{name}: {rows.get(name, ('missing',))[0]}, the table says {kept.get(name, 'nothing')}"
                 for name in sorted(rows.keys() | kept.keys())
                 if name not in rows or rows[name][0] != kept.get(name)]
        print("\n".join(wrong))
        if wrong:
            raise SystemExit(f"{len(wrong)} of {len(rows)} published examples are not what the table says.")
    counted = {}
    for found, _ in rows.values():
        counted[found] = counted.get(found, 0) + 1
    print(f"{len(rows)} published examples: {counted}")


if __name__ == "__main__":
    main()
