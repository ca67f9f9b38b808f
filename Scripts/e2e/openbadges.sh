#!/bin/sh
# Lets other people's verifiers, and a second Laurel, judge our badges.
set -eu
cd "$(dirname "$0")/../.."
Scripts/e2e/verifiers.sh
python3 Scripts/e2e/verify.py
python3 Scripts/e2e/hostile.py
# What others published, and a corpus that other validators judge as well.
LAUREL_SHARED="${LAUREL_SHARED:-../shared}" python3 Scripts/e2e/vectors.py
.build/e2e/ob3/bin/python Scripts/e2e/agreement.py .build/e2e/ob2/bin/python
exec python3 Scripts/e2e/badges.py .build/e2e/ob2/bin/python .build/e2e/ob3/bin/python
