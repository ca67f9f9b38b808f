#!/bin/sh
# Lets other people's verifiers, and a second Laurel, judge our badges.
set -eu
cd "$(dirname "$0")/../.."
Scripts/e2e/verifiers.sh
python3 Scripts/e2e/verify.py
exec python3 Scripts/e2e/badges.py .build/e2e/ob2/bin/python .build/e2e/ob3/bin/python
