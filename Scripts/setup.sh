#!/bin/sh
# Installs the system packages that building and testing need, and says which. A second run changes nothing.
set -eu

PACKAGES="build-essential pkg-config libsqlite3-dev libpq-dev postgresql zlib1g-dev libcmark-dev librsvg2-dev fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji libxml2-dev libcurl4-openssl-dev libxmlsec1-dev python3"

if ! command -v swift >/dev/null 2>&1; then
    cat >&2 <<'TEXT'
Swift is missing. Install it by the one command of the Swift project, then run this again:

    curl -O https://download.swift.org/swiftly/linux/swiftly-$(uname -m).tar.gz \
        && tar zxf swiftly-$(uname -m).tar.gz && ./swiftly init --quiet-shell-followup
TEXT
    exit 1
fi

missing=""
for package in $PACKAGES ${LAUREL_EXTRA_PACKAGES:-}; do
    [ "$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null)" = "install ok installed" ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

echo "Installing system packages:$missing"
run=""
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || { echo "Run this as root, or install:$missing" >&2; exit 1; }
    run="sudo"
fi
$run apt-get update -q
# shellcheck disable=SC2086
$run env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
