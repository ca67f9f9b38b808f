#!/bin/sh
# Other people's verifiers from PyPI, in two environments, because their needs clash: .build/e2e/ob2 and .build/e2e/ob3.
set -eu
cd "$(dirname "$0")/../.."
home=.build/e2e
[ -x "$home/ob2/bin/python" ] || {
    python3 -m venv "$home/ob2"
    "$home/ob2/bin/pip" install -q openbadges==1.1.2
    # The pinned ones of 2018 do not run on today's Python.
    "$home/ob2/bin/pip" uninstall -q -y pycryptodome
    "$home/ob2/bin/pip" install -q --no-deps openbadges-bakery==2.0.0 pycryptodome==3.20.0
}
[ -x "$home/ob3/bin/python" ] || python3 -m venv "$home/ob3"
"$home/ob3/bin/python" -c "import openbadgeslib, jwcrypto, jsonschema, pyld" 2>/dev/null ||
    "$home/ob3/bin/pip" install -q openbadgeslib==4.6.3 jwcrypto==1.6.1 jsonschema==4.26.0 pyld==3.3.0 cryptography==50.0.2
