#!/bin/sh
# Lets other people's identity software judge ours: a SCIM tester from PyPI, and servers that people sign in at.
#
# The servers stand in the folder that LAUREL_SHARED names (../shared when it is not set); without it they are left out.
set -eu
cd "$(dirname "$0")/../.."
home=.build/e2e/scim
[ -x "$home/bin/scim2" ] || {
    python3 -m venv "$home"
    "$home/bin/pip" install -q scim2-cli==0.6.0 scim2-tester==0.5.2 scim2-client==0.13.2 scim2-models==0.12.3
}
python3 Scripts/e2e/scim.py "$home/bin/scim2"
LAUREL_SHARED=${LAUREL_SHARED:-$(pwd)/../shared}
export LAUREL_SHARED
[ -d "$LAUREL_SHARED/peers" ] || {
    echo "skipped: signing in at Yammer, SimpleSAMLphp and Glewlwyd, whose servers are not at $LAUREL_SHARED/peers"
    exit 0
}
python3 Scripts/e2e/yammer.py
.build/e2e-venv/bin/python Scripts/e2e/saml.py
if command -v glewlwyd >/dev/null; then
    python3 Scripts/e2e/oidc-glewlwyd.py
else
    echo "skipped: signing in at Glewlwyd, which is not installed"
fi
