#!/bin/sh
# Signs in at real identity providers, sends mail to a real server, then looks at the portal with a browser: journeys by
# mouse, by keyboard alone and without script, accessibility, pictures of all pages.
set -eu
cd "$(dirname "$0")/.."
LAUREL_EXTRA_PACKAGES="chromium fonts-noto-core fonts-noto-color-emoji poppler-utils python3-venv zbar-tools" Scripts/setup.sh
[ -x .build/debug/laurel ] || swift build
venv=.build/e2e-venv
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/python" -c 'import aiosmtpd, axe_playwright_python, playwright' 2>/dev/null ||
    "$venv/bin/pip" install --quiet --requirement Scripts/e2e/requirements.txt
Scripts/e2e/openbadges.sh
Scripts/e2e/identity.sh
"$venv/bin/python" Scripts/e2e/mail.py
"$venv/bin/python" Scripts/e2e/journeys.py
"$venv/bin/python" Scripts/e2e/run.py
# Needs the browser rig, where it is there.
[ ! -d "${LAUREL_SHARED:-../shared}/browser-rig" ] || "$venv/bin/python" Scripts/e2e/inspection.py
# Needs the stand-in for a learning system, where it is there.
[ ! -d "${LAUREL_SHARED:-../shared}/peers" ] ||
    LAUREL_SHARED="${LAUREL_SHARED:-../shared}" "$venv/bin/python" Scripts/e2e/chaos.py
