#!/usr/bin/env python3
"""Prints what DocC found wrong, from its diagnostics file, and fails if that is anything.

A doc comment here describes only the parameters whose type does not say enough, so a missing one is no problem.
"""
import json
import re
import sys
import urllib.parse

ACCEPTED = re.compile(r"^Parameter '.*' is missing documentation$")

with open(sys.argv[1], encoding="utf-8") as file:
    found = json.load(file)["diagnostics"]
problems = [p for p in found if p["severity"] in ("warning", "error") and not ACCEPTED.match(p["summary"])]
for problem in problems:
    place = urllib.parse.unquote(problem.get("source", "")).removeprefix("file://")
    line = problem.get("range", {}).get("start", {}).get("line", "")
    print(f"{place}:{line}: {problem['summary']}")
sys.exit(1 if problems else 0)
