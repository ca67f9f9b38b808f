#!/usr/bin/env python3
"""Compares the options in docs/configuration.md with those of the plugins, which `laurel plugins schema` prints."""
import json
import pathlib
import re
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parent.parent
printed = subprocess.run([sys.argv[1], "plugins", "schema"], capture_output=True, check=True, text=True).stdout
known = {
    (plugin, option, option in schema["required"])
    for plugin, schema in json.loads(printed)["$defs"]["config"]["$defs"].items()
    for option in schema["properties"]
}
described = set()
plugin = None
for line in (root / "docs/configuration.md").read_text(encoding="utf-8").splitlines():
    if line.startswith("#"):
        heading = re.fullmatch(r"### `([a-z0-9-]+)`", line)
        plugin = heading.group(1) if heading else None
    elif plugin and (row := re.match(r"\| `(\w+)` \| (yes|no) \|", line)):
        described.add((plugin, row.group(1), row.group(2) == "yes"))
for plugin, option, needed in sorted(known ^ described):
    state = "needed" if needed else "not needed"
    where = "is missing from" if (plugin, option, needed) in known else "is wrong in"
    print(f"{plugin}: {option} ({state}) {where} docs/configuration.md")
sys.exit(1 if known != described else 0)
