#!/bin/sh
# Renews the pictures of docs/screens.md: the demo portal in a browser, large and small, light and dark, in English and
# Arabic; then makes the files small.
set -eu
cd "$(dirname "$0")/.."
LAUREL_EXTRA_PACKAGES="chromium fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji python3-venv pngquant" Scripts/setup.sh
[ -x .build/debug/laurel ] || swift build
venv=.build/e2e-venv
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/python" -c 'import playwright, axe_playwright_python' 2>/dev/null ||
    "$venv/bin/pip" install --quiet --requirement Scripts/e2e/requirements.txt
rm -rf docs/images
"$venv/bin/python" Scripts/e2e/pictures.py docs/images docs/screens.md
pngquant --speed 1 --quality 60-90 --strip --ext .png --force docs/images/*.png
du -sk docs/images
