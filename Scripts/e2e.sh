#!/bin/sh
# Signs in at real identity providers, then looks at the portal with a browser: flows by mouse, by keyboard and without
# script, accessibility, pictures of all pages.
set -eu
cd "$(dirname "$0")/.."
LAUREL_EXTRA_PACKAGES="chromium fonts-noto-core fonts-noto-color-emoji python3-venv" Scripts/setup.sh
[ -x .build/debug/laurel ] || swift build
venv=.build/e2e-venv
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/python" -c 'import playwright, axe_playwright_python' 2>/dev/null ||
    "$venv/bin/pip" install --quiet --requirement Scripts/e2e/requirements.txt
Scripts/e2e/identity.sh
exec "$venv/bin/python" Scripts/e2e/run.py
