#!/usr/bin/env python3
"""Says which links between the Markdown files of this repository lead nowhere."""
import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parent.parent
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"```.*?```", re.S)


def anchors(text):
    """The addresses that headings get: lower case, spaces to hyphens, other marks dropped."""
    return {
        re.sub(r"[^\w\- ]", "", line.lstrip("# ").strip().lower()).replace(" ", "-")
        for line in text.splitlines()
        if line.startswith("#")
    }


def broken(page):
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    for target in LINK.findall(text):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        if not file.exists():
            yield f"{page.relative_to(root)}: {target}"
        elif anchor and file.suffix == ".md" and anchor not in anchors(file.read_text(encoding="utf-8")):
            yield f"{page.relative_to(root)}: {target} (no such heading)"


pages = [p for p in root.rglob("*.md") if not any(part.startswith(".build") for part in p.parts)]
problems = [problem for page in pages for problem in broken(page)]
print("\n".join(problems) or f"{len(pages)} pages, no broken link")
sys.exit(1 if problems else 0)
