#!/usr/bin/env python3
"""Looks that every test which docs/reference/identity-checks.md quotes exists."""
import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parent.parent
tests = "\n".join(path.read_text(encoding="utf-8") for path in sorted((root / "Tests").rglob("*.swift")))
known = {text.replace('\\"', '"') for text in re.findall(r'"((?:[^"\\\n]|\\.)*)"', tests)}
page = (root / "docs/reference/identity-checks.md").read_text(encoding="utf-8")
named = {" ".join(text.split()) for text in re.findall("“([^”]+)”", page)}
missing = sorted(named - known)
for name in missing:
    print(f"docs/reference/identity-checks.md names a test that there is not: “{name}”")
print(f"{len(named)} tests are named, {len(named) - len(missing)} of them exist")
sys.exit(bool(missing))
