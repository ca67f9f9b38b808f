#!/bin/sh
# Installs the system packages that building and testing need, and says which. A second run changes nothing.
set -eu

PACKAGES="build-essential pkg-config libsqlite3-dev libpq-dev postgresql zlib1g-dev libcmark-dev librsvg2-dev libpango1.0-dev fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji libxml2-dev libcurl4-openssl-dev libxmlsec1-dev python3"
# Does without it: the portal has icons of its own.
OPTIONAL="bootstrap-icons"

if ! command -v swift >/dev/null 2>&1; then
    cat >&2 <<'TEXT'
Swift is missing. Install it by the one command of the Swift project, then run this again:

    curl -O https://download.swift.org/swiftly/linux/swiftly-$(uname -m).tar.gz \
        && tar zxf swiftly-$(uname -m).tar.gz && ./swiftly init --quiet-shell-followup
TEXT
    exit 1
fi

is_installed() {
    [ "$(dpkg-query -W -f='${Status}' "$1" 2>/dev/null)" = "install ok installed" ]
}

run=""
prepare() {
    [ "$(id -u)" -eq 0 ] || run="sudo"
    [ -z "$run" ] || command -v sudo >/dev/null 2>&1 || { echo "Run this as root, or install: $*" >&2; return 1; }
    $run apt-get update -q
}

install() {
    $run env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"
}

missing=""
for package in $PACKAGES ${LAUREL_EXTRA_PACKAGES:-}; do
    is_installed "$package" || missing="$missing $package"
done
# shellcheck disable=SC2086
if [ -n "$missing" ]; then
    echo "Installing system packages:$missing"
    prepare $missing
    install $missing
    is_installed "$OPTIONAL" || install "$OPTIONAL" || echo "Goes on without $OPTIONAL." >&2
fi
[ ! -d /usr/share/bootstrap-icons/svg ] || python3 "$(dirname "$0")/symbols.py" "${LAUREL_DATA:-data}/icons.svg"
